import * as z from "zod";
import type { Clock } from "../../platform/clock.ts";
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
import { composeFull, partSchema } from "./full_message.ts";
import { type GmailClient, GmailRefusal } from "./gmail_client.ts";
import { readRawAnswer } from "./raw_stream.ts";

/** Gmail's page has at most 500. */
const MAX_PAGE = 500;
const LEFT_OUT = new Set(["DRAFT", "CHAT", "SPAM", "TRASH"]);

/** Ids are 64-bit numbers and come as text. */
const idSchema = z.string().regex(/^\d{1,20}$/);
const newSchema = z.object({ history_id: idSchema, page_token: z.string().optional() });
const oldSchema = z.object({ page_token: z.string() });
const labelsSchema = z.array(z.string()).default([]);
const messageSchema = z.object({ id: z.string(), labelIds: labelsSchema });
const historySchema = z.object({
  history: z.array(z.object({
    messagesAdded: z.array(z.object({ message: messageSchema })).default([]),
  })).default([]),
  nextPageToken: z.string().optional(),
  historyId: idSchema,
});
const listSchema = z.object({
  messages: z.array(z.object({ id: z.string() })).default([]),
  nextPageToken: z.string().optional(),
});
const detailsSchema = z.object({
  threadId: z.string(),
  labelIds: labelsSchema,
  internalDate: z.string().regex(/^\d{1,15}$/),
});
const fullSchema = detailsSchema.extend({ payload: partSchema });

/** A Gmail mailbox, read by its history. */
export class GmailSession implements MailboxSession {
  readonly parallelFetches = 5;

  constructor(
    readonly address: string,
    private readonly client: GmailClient,
    private readonly options: { readonly clock: Clock; readonly turnstile: Turnstile },
  ) {}

  async start(signal: AbortSignal): Promise<Cursor> {
    const { historyId } = await this.client.readProfile(signal);
    return { history_id: historyId };
  }

  async listNew(cursor: Cursor, limit: number, signal: AbortSignal): Promise<MessagePage> {
    const place = newSchema.parse(cursor);
    const answer = historySchema.parse(await this.#listHistory(place, limit, signal));
    const refs = answer.history.flatMap(({ messagesAdded }) =>
      messagesAdded.flatMap(({ message }) => isLeftOut(message.labelIds) ? [] : [message.id])
    );
    const { nextPageToken: next, historyId } = answer;
    return {
      refs: [...new Set(refs)].map((id) => ({ id })),
      // Behind the last page the answer's id counts, also when nothing came: an old one expires.
      cursor: next === undefined
        ? { history_id: historyId }
        : { history_id: place.history_id, page_token: next },
      more: next !== undefined,
    };
  }

  async listOld(
    cursor: Cursor | null,
    since: Date,
    limit: number,
    signal: AbortSignal,
  ): Promise<MessagePage> {
    const place = cursor && oldSchema.parse(cursor);
    const seconds = Math.floor(since.getTime() / 1_000);
    const query = {
      q: `after:${seconds} -in:drafts -in:chats`,
      maxResults: String(Math.min(MAX_PAGE, limit)),
    };
    const answer = listSchema.parse(
      await this.#listPage("messages", query, place?.page_token, signal),
    );
    const { nextPageToken: next } = answer;
    return {
      refs: answer.messages.map(({ id }) => ({ id })),
      cursor: next === undefined ? {} : { page_token: next },
      more: next !== undefined,
    };
  }

  async fetchMessage({ id }: MessageRef, signal: AbortSignal): Promise<FetchedMessage | null> {
    const path = `messages/${encodeURIComponent(id)}`;
    try {
      return await passAlone(this.options.turnstile, async (onLarge) => {
        const response = await this.client.request(path, { format: "raw" }, signal);
        const { raw, rest } = await readRawAnswer(response.body ?? new Blob([]).stream(), {
          maxBytes: MAX_RAW_BYTES,
          largeBytes: LARGE_BYTES,
          onLarge,
        });
        if (raw === null) return await this.#fetchFull(path, signal);
        return this.#toMessage(detailsSchema.parse(rest), raw, false);
      });
    } catch (error) {
      if (error instanceof GmailRefusal && error.status === 404) return null;
      throw toMailboxError(error);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.close();
  }

  async #fetchFull(path: string, signal: AbortSignal): Promise<FetchedMessage | null> {
    const read = async (format: string) =>
      fullSchema.parse(await this.client.readJson(path, { format }, signal));
    const full = await read("full").catch((error: unknown) => {
      // Even the texts are too large: its header is better than nothing.
      if (error instanceof MailboxError && error.kind === "temporary") return read("metadata");
      throw error;
    });
    return this.#toMessage(full, composeFull(full.payload), true);
  }

  #toMessage(
    { threadId, labelIds, internalDate }: z.output<typeof detailsSchema>,
    raw: Uint8Array,
    shortened: boolean,
  ): FetchedMessage | null {
    if (isLeftOut(labelIds)) return null;
    const receivedAt = readReceivedAt(Number(internalDate), this.options.clock);
    return { raw, threadId, receivedAt, outbound: labelIds.includes("SENT"), shortened };
  }

  async #listHistory(
    place: z.output<typeof newSchema>,
    limit: number,
    signal: AbortSignal,
  ): Promise<unknown> {
    const query = {
      startHistoryId: place.history_id,
      historyTypes: "messageAdded",
      maxResults: String(Math.min(MAX_PAGE, limit)),
    };
    try {
      return await this.#listPage("history", query, place.page_token, signal);
    } catch (error) {
      if (error instanceof GmailRefusal && error.status === 404) {
        throw new MailboxError("cursor_expired", "Gmail has forgotten our place in the mailbox.");
      }
      throw toMailboxError(error);
    }
  }

  /** A page token that Gmail has forgotten begins again at the first page. */
  async #listPage(
    path: string,
    query: Readonly<Record<string, string>>,
    pageToken: string | undefined,
    signal: AbortSignal,
  ): Promise<unknown> {
    if (pageToken === undefined) return await this.client.readJson(path, query, signal);
    try {
      return await this.client.readJson(path, { ...query, pageToken }, signal);
    } catch (error) {
      if (!(error instanceof GmailRefusal && error.status === 400)) throw error;
      return await this.client.readJson(path, query, signal);
    }
  }
}

function isLeftOut(labelIds: readonly string[]): boolean {
  return labelIds.some((label) => LEFT_OUT.has(label));
}

function toMailboxError(error: unknown): unknown {
  return error instanceof GmailRefusal
    ? new MailboxError("temporary", `Gmail answered with status ${error.status}.`)
    : error;
}
