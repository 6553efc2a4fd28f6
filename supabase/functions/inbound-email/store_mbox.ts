import type { Clock } from "../_shared/platform/clock.ts";
import { Problem } from "../_shared/http/problem.ts";
import { type MessageReading, readMessage, splitMbox } from "../_email/mod.ts";
import type { EmailStore } from "./deps.ts";

/** What one request reads well inside the platform's 2 s of CPU, at some milliseconds an email. */
export const MAX_MBOX_MESSAGES = 100;
/**
 * Reading stops after so long, not counting the time of the database: slow emails, made or met,
 * leave room for the answer within one second of CPU.
 */
const READING_BUDGET_MS = 600;

/** Where emails go, and whether they count against the quota of the day. */
export interface EmailTarget {
  readonly workspaceId: string;
  readonly isCounted: boolean;
}

/**
 * Stores the messages of an mbox file, one after the other; a rejected one stops nothing. Messages
 * that there is no time for are left, and counted: send the file again, what is stored is not
 * stored twice.
 * @throws {Problem} `mail_too_large` for more than 100 messages, `workspace_not_found`,
 * `mail_unreadable` for a file without any.
 */
export async function storeMbox(
  file: Uint8Array,
  target: EmailTarget,
  store: EmailStore,
  clock: Clock,
) {
  const now = clock();
  const messages = splitMbox(file).take(MAX_MBOX_MESSAGES + 1).toArray();
  if (messages.length === 0) {
    throw new Problem(
      "mail_unreadable",
      "The mbox is empty. Send a file with at least one message.",
    );
  }
  if (messages.length > MAX_MBOX_MESSAGES) {
    throw new Problem(
      "mail_too_large",
      `The mbox has more than ${MAX_MBOX_MESSAGES} messages, the most that one request stores. ` +
        "Send it in pieces, or use `deno task import`.",
    );
  }
  const results: MboxResult[] = [];
  let readingMs = 0;
  for (const [index, raw] of messages.entries()) {
    if (readingMs >= READING_BUDGET_MS) break;
    const startedAt = clock().getTime();
    // The order of the file is the order of arrival.
    const reading = await readMessage(raw, now);
    readingMs += clock().getTime() - startedAt;
    results.push(await storeMessage(index + 1, reading, target, store));
  }
  const left = messages.length - results.length;
  const count = (fits: (result: MboxResult) => boolean) => results.filter(fits).length;
  return {
    workspace_id: target.workspaceId,
    created: count((result) => result.duplicate === false),
    duplicates: count((result) => result.duplicate === true),
    refused: count((result) => "code" in result),
    // Messages at the end of the file that there was no time for.
    ...(left > 0 ? { left } : {}),
    results,
  };
}

type MboxResult = Awaited<ReturnType<typeof storeMessage>>;

/** What became of one message; `message` is its place in the file, from 1. */
async function storeMessage(
  message: number,
  reading: MessageReading,
  { workspaceId, isCounted }: EmailTarget,
  store: EmailStore,
) {
  if (!reading.ok) return { message, ...reading.refusal };
  const stored = await store.ingestEmail(workspaceId, reading.email, { isCounted });
  if (stored.outcome === "rejected") {
    const { code, detail } = stored.problem;
    if (code === "workspace_not_found") throw stored.problem;
    return { message, code, detail };
  }
  return {
    message,
    id: stored.emailId,
    provider_message_id: reading.email.providerMessageId,
    duplicate: stored.outcome === "duplicate",
  };
}
