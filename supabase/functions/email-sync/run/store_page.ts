import type { SyncDeps } from "../deps.ts";
import type { MailboxSession, MessageRef } from "../../_shared/mailboxes/provider.ts";
import type { MailboxClaim, Progress, Stored } from "../store/sync_store.ts";
import { type ReadEmail, readFetched } from "./read_message.ts";
import type { MailboxLimits, RunLimits } from "./run_limits.ts";

/** Emails in one round trip, and the text in them beyond which it is sent at once. */
const STORED_AT_ONCE = 20;
const MAX_CHARACTERS_AT_ONCE = 2_000_000;
const MAX_ASKED_AT_ONCE = 500;

/** A mailbox at work. */
export interface SyncedMailbox {
  readonly claim: MailboxClaim;
  readonly session: MailboxSession;
  readonly limits: MailboxLimits;
  readonly run: RunLimits;
  /** Told after every store. */
  readonly onStored: (stored: Stored) => void;
}

/** The mailbox cannot go on now: another run has it, or its workspace has had enough for today. */
export class StoreStop extends Error {
  constructor(readonly stored: Stored) {
    super(stored.outcome);
  }
}

/**
 * Fetches and stores what is not stored yet of a page, then the place behind it.
 * @returns false when the limits ended before the page: the place stays where it was.
 * @throws {StoreStop}, {MailboxError}, {Problem}
 */
export async function storePage(
  deps: SyncDeps,
  box: SyncedMailbox,
  refs: readonly MessageRef[],
  progress: Progress,
): Promise<boolean> {
  const waiting = await listUnknown(deps, box, refs);
  let emails: ReadEmail[] = [];
  while (waiting.length > 0) {
    if (!box.limits.mayGoOn()) {
      if (emails.length > 0) await store(deps, box, emails, null);
      return false;
    }
    const room = Math.min(STORED_AT_ONCE - emails.length, box.limits.emailsLeft);
    const slice = waiting.splice(0, Math.min(box.session.parallelFetches, room));
    box.limits.take(slice.length);
    const read = await fetchAll(deps, box, slice);
    if (read.length > 0) box.limits.noteRead();
    emails.push(...read);
    if (waiting.length > 0 && isFull(emails)) {
      await store(deps, box, emails, null);
      emails = [];
    }
  }
  await store(deps, box, emails, progress);
  return true;
}

async function listUnknown(
  { store }: SyncDeps,
  { claim }: SyncedMailbox,
  refs: readonly MessageRef[],
): Promise<MessageRef[]> {
  const byId = new Map(refs.map((ref) => [ref.id, ref]));
  const ids = [...byId.keys()];
  const unknown: MessageRef[] = [];
  for (let at = 0; at < ids.length; at += MAX_ASKED_AT_ONCE) {
    const answer = await store.listNew(claim, ids.slice(at, at + MAX_ASKED_AT_ONCE));
    unknown.push(...answer.flatMap((id) => byId.get(id) ?? []));
  }
  return unknown;
}

async function fetchAll(
  { clock }: SyncDeps,
  { claim, session, run }: SyncedMailbox,
  refs: readonly MessageRef[],
): Promise<ReadEmail[]> {
  const read = await Promise.all(refs.map(async (ref) => {
    const fetched = await session.fetchMessage(ref, run.signal);
    if (fetched === null) return null;
    const startedAt = clock().getTime();
    const email = await readFetched(ref, fetched, claim.address);
    run.count(clock().getTime() - startedAt);
    return email;
  }));
  return read.filter((email) => email !== null);
}

function isFull(emails: readonly ReadEmail[]): boolean {
  const characters = emails.reduce(
    (sum, { email }) => sum + (email?.bodyText?.length ?? 0) + (email?.bodyHtml?.length ?? 0),
    0,
  );
  return emails.length >= STORED_AT_ONCE || characters >= MAX_CHARACTERS_AT_ONCE;
}

async function store(
  deps: SyncDeps,
  { claim, onStored }: SyncedMailbox,
  emails: readonly ReadEmail[],
  progress: Progress | null,
): Promise<void> {
  const stored = await deps.store.storeEmails(claim, emails, progress);
  onStored(stored);
  if (stored.outcome !== "stored") throw new StoreStop(stored);
}
