import * as z from "zod";
import type { Clock } from "../../platform/clock.ts";
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
import { passAlone, type Turnstile } from "../turnstile.ts";
import type { GraphClient } from "./graph_client.ts";
import {
  FOLDERS,
  type NewCursor,
  type OldPlace,
  readMessageId,
  readNewCursor,
  readOldCursor,
  type Role,
  ROLES,
  writeMessageId,
} from "./graph_cursor.ts";
import {
  type GraphMessage,
  type GraphPage,
  MESSAGE_FIELDS,
  messageSchema,
  readPage,
} from "./graph_messages.ts";
import { fetchShortened } from "./graph_shortened.ts";

const DAY_MS = 86_400_000;
/** Pages of the last day's messages that are passed over on the way to "from now on". */
const MOST_FIRST_PAGES = 100;

/** A mailbox at Microsoft. */
export class GraphSession implements MailboxSession {
  /** More requests at once for one mailbox are rejected. */
  readonly parallelFetches = 4;
  readonly #facts = new KnownMessages<GraphMessage>();
  #discarded: Promise<ReadonlySet<string>> | undefined;

  constructor(
    readonly address: string,
    private readonly client: GraphClient,
    private readonly options: { readonly clock: Clock; readonly turnstile: Turnstile },
  ) {}

  async start(signal: AbortSignal): Promise<Cursor> {
    const [inbox, sent] = await Promise.all(
      ROLES.map((role) => this.#findNewest(role, signal)),
    );
    return { inbox, sent } satisfies Record<Role, string | undefined>;
  }

  async listNew(cursor: Cursor, limit: number, signal: AbortSignal): Promise<MessagePage> {
    const links = readNewCursor(cursor);
    const pageSize = Math.max(Math.floor(limit / 2), 1);
    const pages = await Promise.all(ROLES.map(async (role) => {
      const page = readPage(await this.client.getJson(links[role], { signal, pageSize }));
      const next = page.nextLink ?? page.deltaLink;
      if (next === null) {
        throw new MailboxError("cursor_expired", "Microsoft no longer knows the last place.");
      }
      return { role, page, next };
    }));
    const next: NewCursor = { ...links };
    for (const { role, next: link } of pages) next[role] = link;
    return {
      refs: pages.flatMap(({ role, page }) => this.#toRefs(role, page.messages)),
      cursor: next,
      more: pages.some(({ page }) => page.nextLink !== null),
    };
  }

  async listOld(
    cursor: Cursor | null,
    since: Date,
    limit: number,
    signal: AbortSignal,
  ): Promise<MessagePage> {
    const places = readOldCursor(cursor);
    const open = ROLES.filter((role) => !places[role].isRead);
    const pageSize = Math.max(Math.floor(limit / Math.max(open.length, 1)), 1);
    const next = { ...places };
    const refs: MessageRef[] = [];
    await Promise.all(open.map(async (role) => {
      const page = await this.#readOld(role, places[role], since, pageSize, signal);
      next[role] = goOn(places[role], page);
      refs.push(...this.#toRefs(role, page.messages));
    }));
    return { refs, cursor: next, more: ROLES.some((role) => !next[role].isRead) };
  }

  async fetchMessage(ref: MessageRef, signal: AbortSignal): Promise<FetchedMessage | null> {
    const parts = readMessageId(ref.id);
    if (parts === undefined) return null;
    const path = `/me/messages/${encodeURIComponent(parts.id)}`;
    const facts = this.#facts.get(ref.id) ?? await this.#readFacts(path, signal);
    if (facts === null || facts.isDraft === true) return null;
    return await passAlone(this.options.turnstile, async (onLarge) => {
      const request = { signal, onLarge };
      const raw = await this.client.getBytes(`${path}/$value`, request, MAX_RAW_BYTES);
      if (raw === "none") return null;
      const content = raw ?? await fetchShortened(this.client, path, { signal });
      if (content === null) return null;
      return {
        raw: content,
        threadId: facts.conversationId ?? null,
        receivedAt: readReceivedAt(facts.receivedDateTime, this.options.clock),
        // People also write to themselves.
        outbound: parts.role === "sent" ? true : null,
        shortened: raw === null,
      };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.close();
  }

  /**
   * The link to what comes from now on. Graph gives it at the end of a list only, so the messages
   * of the last day are listed, and passed over: they come again as old ones.
   */
  async #findNewest(role: Role, signal: AbortSignal): Promise<string> {
    const yesterday = new Date(this.options.clock().getTime() - DAY_MS).toISOString();
    let target = `/me/mailFolders/${FOLDERS[role]}/messages/delta?$select=${MESSAGE_FIELDS}` +
      `&$filter=${encodeURIComponent(`receivedDateTime ge ${yesterday}`)}`;
    for (let pages = 0; pages < MOST_FIRST_PAGES; pages += 1) {
      const page = readPage(await this.client.getJson(target, { signal, pageSize: 500 }));
      if (page.deltaLink !== null) return page.deltaLink;
      if (page.nextLink === null) break;
      target = page.nextLink;
    }
    throw new MailboxError("temporary", "Microsoft's list of changes does not end.");
  }

  /** By time and not by pages: a page that is counted moves when a message is deleted. */
  async #readOld(
    role: Role,
    { before, link }: OldPlace,
    since: Date,
    pageSize: number,
    signal: AbortSignal,
  ): Promise<GraphPage> {
    const until = before === null ? "" : ` and receivedDateTime le ${before}`;
    const filter = `receivedDateTime ge ${since.toISOString()}${until}`;
    const target = link ??
      `/me/mailFolders/${FOLDERS[role]}/messages?$select=${MESSAGE_FIELDS}&$top=${pageSize}` +
        `&$orderby=${encodeURIComponent("receivedDateTime desc")}` +
        `&$filter=${encodeURIComponent(filter)}`;
    return readPage(await this.client.getJson(target, { signal, pageSize }));
  }

  #toRefs(role: Role, messages: readonly GraphMessage[]): readonly MessageRef[] {
    const kept = messages.filter((message) =>
      message["@removed"] === undefined && message.isDraft !== true
    ).map((message) => [writeMessageId(role, message.id), message] as const);
    this.#facts.keep(kept.filter(([, message]) => typeof message.receivedDateTime === "string"));
    return kept.map(([id]) => ({ id }));
  }

  /** Null for a message that has gone, or lies in the junk or among the deleted. */
  async #readFacts(path: string, signal: AbortSignal): Promise<GraphMessage | null> {
    const document = await this.client.getJson(`${path}?$select=${MESSAGE_FIELDS}`, { signal });
    const message = messageSchema.safeParse(document);
    if (!message.success) return null;
    this.#discarded ??= this.#findDiscarded(signal);
    const discarded = await this.#discarded;
    return discarded.has(message.data.parentFolderId ?? "") ? null : message.data;
  }

  async #findDiscarded(signal: AbortSignal): Promise<ReadonlySet<string>> {
    const folderSchema = z.object({ id: z.string() });
    const ids = await Promise.all(["junkemail", "deleteditems"].map(async (name) => {
      const folder = await this.client.getJson(`/me/mailFolders/${name}?$select=id`, { signal });
      const parsed = folderSchema.safeParse(folder);
      return parsed.success ? [parsed.data.id] : [];
    }));
    return new Set(ids.flat());
  }
}

/** Where a folder goes on after a page. */
function goOn(place: OldPlace, { messages, nextLink }: GraphPage): OldPlace {
  if (nextLink === null) return { ...place, link: null, isRead: true };
  const last = messages.at(-1)?.receivedDateTime ?? null;
  const before = last === null || Number.isNaN(Date.parse(last))
    ? null
    : new Date(last).toISOString();
  // More messages of one moment than a page has: only the next page leads past them.
  return before === null || before === place.before
    ? { ...place, link: nextLink }
    : { before, link: null, isRead: false };
}
