import type { ImapFlow } from "imapflow";
import { KnownMessages } from "../known_messages.ts";
import {
  type Cursor,
  type FetchedMessage,
  MailboxError,
  type MailboxSession,
  MAX_RAW_BYTES,
  type MessagePage,
  type MessageRef,
} from "../provider.ts";
import { readReceivedAt } from "../received_at.ts";
import { LARGE_BYTES, passAlone, type Turnstile } from "../turnstile.ts";
import { fetchWhole } from "./fetch_whole.ts";
import { runBounded } from "./imap_client.ts";
import {
  type FolderPlace,
  type ImapCursor,
  readCursor,
  readMessageId,
  type Role,
  ROLES,
  writeMessageId,
} from "./imap_cursor.ts";
import {
  findFolders,
  type FolderPaths,
  isSameFolder,
  type OpenFolder,
  openFolder,
} from "./imap_folders.ts";
import { findUidsAfter, findUidsBefore, searchOpenFolder } from "./search_uids.ts";
import { fetchShortened } from "./shorten_message.ts";

/** What is known of a message before its content. */
interface MessageFacts {
  readonly size: number;
  readonly receivedAt: Date;
  readonly threadId: string | null;
}

/** How a session is set up. */
export interface ImapSessionOptions {
  readonly address: string;
  readonly commandMs: number;
  readonly clock: () => Date;
  /** Lets large messages in one at a time, over all mailboxes of the process. */
  readonly turnstile: Turnstile;
}

const DAY_MS = 86_400_000;

/** A mailbox over one IMAP connection. Reading changes nothing in it, not even what is unread. */
export class ImapSession implements MailboxSession {
  /** There is one connection, which answers one command after the other. */
  readonly parallelFetches = 1;
  readonly address: string;
  readonly #client: ImapFlow;
  readonly #options: ImapSessionOptions;
  readonly #facts = new KnownMessages<MessageFacts>();
  #paths: FolderPaths | undefined;
  #open: OpenFolder | undefined;

  constructor(client: ImapFlow, options: ImapSessionOptions) {
    this.#client = client;
    this.#options = options;
    this.address = options.address;
  }

  start(signal: AbortSignal): Promise<Cursor> {
    return this.#run(signal, async () => {
      const paths = await this.#findPaths();
      const toPlace = async (path: string): Promise<FolderPlace> => {
        const { uidValidity, lastUid } = await this.#openAnew(path);
        return { path, uidValidity, uid: lastUid };
      };
      const inbox = await toPlace(paths.inbox);
      return { inbox, sent: paths.sent === null ? null : await toPlace(paths.sent) };
    });
  }

  listNew(cursor: Cursor, limit: number, signal: AbortSignal): Promise<MessagePage> {
    return this.#run(signal, async () => {
      const places = readCursor(cursor);
      const paths = await this.#findPaths();
      const next: { inbox: FolderPlace; sent: FolderPlace | null } = { ...places };
      const refs: MessageRef[] = [];
      let more = false;
      for (const role of ROLES) {
        const place = places[role];
        const path = paths[role];
        if (place === null && path === null) continue;
        const folder = path === null ? undefined : await this.#openAnew(path);
        if (place === null || folder === undefined || !isSameFolder(place, folder)) {
          throw new MailboxError("cursor_expired", "A folder of the mailbox was made anew.");
        }
        const room = limit - refs.length;
        if (room > 0) {
          const search = searchOpenFolder(this.#client);
          const page = await findUidsAfter(search, place.uid, folder.lastUid, room);
          refs.push(...await this.#toRefs(role, folder, page.uids));
          next[role] = { ...place, uid: page.reached };
        }
        more ||= (next[role]?.uid ?? 0) < folder.lastUid;
      }
      return { refs, cursor: next, more };
    });
  }

  listOld(
    cursor: Cursor | null,
    since: Date,
    limit: number,
    signal: AbortSignal,
  ): Promise<MessagePage> {
    return this.#run(signal, async () => {
      const places = cursor === null ? null : readCursor(cursor);
      const paths = await this.#findPaths();
      // Servers compare days in a time zone of their own.
      const search = searchOpenFolder(this.#client, new Date(since.getTime() - DAY_MS));
      const next: Partial<Record<Role, FolderPlace>> = {};
      const refs: MessageRef[] = [];
      for (const role of ROLES) {
        const path = paths[role];
        if (path === null) continue;
        const place = places?.[role] ?? null;
        // What the inbox leaves is for sent emails, which have half at least until all are read.
        const hasOther = role === "inbox" && paths.sent !== null && places?.sent?.uid !== 1;
        const room = hasOther ? Math.ceil(limit / 2) : limit - refs.length;
        if (place !== null && (place.uid <= 1 || room <= 0)) {
          next[role] = place;
          continue;
        }
        const folder = await this.#openAnew(path);
        const isKnown = place !== null && isSameFolder(place, folder);
        const before = isKnown ? place.uid : folder.lastUid + 1;
        const page = room > 0
          ? await findUidsBefore(search, before, room)
          : { uids: [], reached: before };
        refs.push(...await this.#toRefs(role, folder, page.uids));
        next[role] = { path, uidValidity: folder.uidValidity, uid: page.reached };
      }
      const { inbox, sent = null } = next as ImapCursor;
      return { refs, cursor: { inbox, sent }, more: inbox.uid > 1 || (sent?.uid ?? 0) > 1 };
    });
  }

  async fetchMessage(ref: MessageRef, signal: AbortSignal): Promise<FetchedMessage | null> {
    const found = await this.#run(signal, () => this.#find(ref));
    if (found === null) return null;
    const { uid, role, facts } = found;
    return await passAlone(this.#options.turnstile, async (onLarge) => {
      if (facts.size > LARGE_BYTES) await onLarge();
      return await this.#run(signal, async () => {
        const isFetchedWhole = facts.size <= MAX_RAW_BYTES;
        const whole = isFetchedWhole ? await fetchWhole(this.#client, uid, facts.size) : null;
        if (whole === "gone") return null;
        const raw = whole ?? await fetchShortened(this.#client, uid);
        if (raw === null) return null;
        const { threadId, receivedAt } = facts;
        // Some people also keep what they sent in the inbox.
        const outbound = role === "sent" ? true : null;
        return { raw, threadId, receivedAt, outbound, shortened: whole === null };
      });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const goodbye = new AbortController();
    await runBounded(this.#client, 1_000, goodbye.signal, () => this.#client.logout())
      .catch(() => {});
    this.#client.close();
  }

  /** Opens the folder of a message. Null when the message is no longer there. */
  async #find(
    { id }: MessageRef,
  ): Promise<{ readonly uid: number; readonly role: Role; readonly facts: MessageFacts } | null> {
    const parts = readMessageId(id);
    const path = parts === undefined ? null : (await this.#findPaths())[parts.role];
    if (parts === undefined || path === null) return null;
    const { role, uid } = parts;
    const folder = this.#open?.path === path ? this.#open : await this.#openAnew(path);
    if (folder.uidValidity !== parts.uidValidity) return null;
    const facts = this.#facts.get(id) ?? (await this.#readFacts(role, folder, [uid])).get(id);
    return facts === undefined ? null : { uid, role, facts };
  }

  async #toRefs(
    role: Role,
    folder: OpenFolder,
    uids: readonly number[],
  ): Promise<readonly MessageRef[]> {
    const facts = await this.#readFacts(role, folder, uids);
    this.#facts.keep(facts);
    return uids.map((uid) => writeMessageId(role, folder.uidValidity, uid))
      .filter((id) => facts.has(id))
      .map((id) => ({ id }));
  }

  /** Leaves out what has gone, drafts, and what is marked as deleted. */
  async #readFacts(
    role: Role,
    { uidValidity }: OpenFolder,
    uids: readonly number[],
  ): Promise<ReadonlyMap<string, MessageFacts>> {
    const facts = new Map<string, MessageFacts>();
    if (uids.length === 0) return facts;
    const query = { flags: true, internalDate: true, size: true, threadId: true };
    const wanted = new Set(uids);
    for await (const found of this.#client.fetch([...uids], query, { uid: true })) {
      const { uid, flags, size, internalDate, threadId } = found;
      if (!wanted.has(uid) || size === undefined) continue;
      if (flags?.has("\\Deleted") || flags?.has("\\Draft")) continue;
      const receivedAt = readReceivedAt(internalDate, this.#options.clock);
      facts.set(writeMessageId(role, uidValidity, uid), {
        size,
        receivedAt,
        threadId: threadId ?? null,
      });
    }
    return facts;
  }

  async #findPaths(): Promise<FolderPaths> {
    return this.#paths ??= await findFolders(this.#client);
  }

  async #openAnew(path: string): Promise<OpenFolder> {
    this.#open = undefined;
    return this.#open = await openFolder(this.#client, path);
  }

  #run<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    return runBounded(this.#client, this.#options.commandMs, signal, work);
  }
}
