import type { SyncDeps } from "../deps.ts";
import {
  type Cursor,
  MailboxError,
  type MailboxSession,
  type MessagePage,
} from "../../_shared/mailboxes/provider.ts";
import type { MailboxClaim, MailboxResult, Stored } from "../store/sync_store.ts";
import { explainMailbox } from "./explain_mailbox.ts";
import { createMailboxLimits, type RunLimits } from "./run_limits.ts";
import { storePage, StoreStop, type SyncedMailbox } from "./store_page.ts";

/** Most refs that are listed at once. */
const PAGE_LIMIT = 100;
/** A server's word on what is new may overlap what we know of the time before. */
const OVERLAP_MS = 86_400_000;
/** A server that forgets its own cursors at once is asked again in the next round. */
const MAX_RESTARTS = 2;

/**
 * One round with a mailbox: what is new first, then what is older, newest first.
 * @returns how it ended; null when another run has the mailbox.
 * @throws {Problem} when the database did not answer.
 */
export async function syncMailbox(
  deps: SyncDeps,
  claim: MailboxClaim,
  run: RunLimits,
  onStored: (stored: Stored) => void,
): Promise<MailboxResult | null> {
  // Not `await using`: the hosted runtime cannot read it.
  let session: MailboxSession | undefined;
  try {
    const provider = deps.providers[claim.provider];
    if (provider === null) {
      throw new MailboxError(
        "temporary",
        `The project has no credentials for the provider ${claim.provider}.`,
      );
    }
    const secret = await deps.store.readSecret(claim);
    if (secret === null) return null;
    session = await provider.open(secret, {
      address: claim.address,
      signal: run.signal,
      async saveSecret(credentials) {
        if (!await deps.store.saveSecret(claim, credentials)) throw new LeaseLost();
      },
    });
    const limits = createMailboxLimits(run, deps.clock);
    return await readAll(deps, { claim, session, limits, run, onStored });
  } catch (error) {
    if (error instanceof LeaseLost) return null;
    if (error instanceof StoreStop && error.stored.outcome === "lost") return null;
    return explainMailbox(deps, claim, run, error);
  } finally {
    await session?.[Symbol.asyncDispose]();
  }
}

class LeaseLost extends Error {}

/** Where a mailbox is, as far as this round knows. */
interface Place {
  cursor: Cursor;
  oldCursor: Cursor | null;
  since: Date | null;
}

async function readAll(deps: SyncDeps, box: SyncedMailbox): Promise<MailboxResult> {
  const { claim, run } = box;
  const place: Place = {
    cursor: claim.cursor ?? await begin(deps, box, claim.backfillSince),
    oldCursor: claim.oldCursor,
    since: claim.backfillSince,
  };
  for (let restarts = 0;; restarts += 1) {
    try {
      const isDone = await readNew(deps, box, place) && await readOld(deps, box, place);
      // Without a message it waits as if it were done: a server whose list has no end, or names
      // messages that it does not have, would make one run follow the other.
      return { outcome: isDone || !box.limits.hasRead ? "done" : "more" };
    } catch (error) {
      const isExpired = error instanceof MailboxError && error.kind === "cursor_expired";
      if (!isExpired || restarts >= MAX_RESTARTS || run.signal.aborted) throw error;
      await beginAgain(deps, box, place);
    }
  }
}

/** The place from now on is stored before anything is listed, so that nothing falls between. */
async function begin(deps: SyncDeps, box: SyncedMailbox, since: Date | null): Promise<Cursor> {
  const cursor = await box.session.start(box.run.signal);
  await storePage(deps, box, [], { cursor, oldCursor: null, backfillSince: since });
  return cursor;
}

/** What came while the server forgot is listed from the last good time on, minus a day. */
async function beginAgain(deps: SyncDeps, box: SyncedMailbox, place: Place): Promise<void> {
  const { caughtUpAt } = box.claim;
  const lastGood = caughtUpAt && new Date(caughtUpAt.getTime() - OVERLAP_MS);
  const times = [place.since, lastGood].filter((time) => time !== null);
  const since = times.length === 0
    ? null
    : new Date(Math.min(...times.map((time) => time.getTime())));
  place.cursor = await begin(deps, box, since);
  place.oldCursor = null;
  place.since = since;
}

/** True when nothing new is left. */
async function readNew(deps: SyncDeps, box: SyncedMailbox, place: Place): Promise<boolean> {
  for (;;) {
    const page = await box.session.listNew(place.cursor, PAGE_LIMIT, box.run.signal);
    requireProgress(page, place.cursor);
    const isCaughtUp = !page.more;
    const isStored = await storePage(deps, box, page.refs, { cursor: page.cursor, isCaughtUp });
    if (!isStored) return false;
    place.cursor = page.cursor;
    if (isCaughtUp) return true;
    if (!box.limits.mayGoOn()) return false;
  }
}

/** True when nothing old is left. */
async function readOld(deps: SyncDeps, box: SyncedMailbox, place: Place): Promise<boolean> {
  while (place.since !== null) {
    if (!box.limits.mayGoOn()) return false;
    const { oldCursor, since } = place;
    const page = await box.session.listOld(oldCursor, since, PAGE_LIMIT, box.run.signal);
    requireProgress(page, oldCursor);
    const isStored = await storePage(
      deps,
      box,
      page.refs,
      page.more ? { oldCursor: page.cursor } : { oldCursor: null, backfillSince: null },
    );
    if (!isStored) return false;
    place.oldCursor = page.more ? page.cursor : null;
    place.since = page.more ? since : null;
  }
  return true;
}

/**
 * A page that leads to itself would be asked for without an end.
 * @throws {MailboxError} `temporary`
 */
function requireProgress({ more, cursor }: MessagePage, before: Cursor | null): void {
  if (!more || JSON.stringify(cursor) !== JSON.stringify(before)) return;
  throw new MailboxError("temporary", "The provider names the same page again and again.");
}
