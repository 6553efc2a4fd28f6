import { Problem } from "../_shared/http/problem.ts";
import { readMessage, splitMbox } from "../_email/mod.ts";
import { type EmailStore, unknownWorkspace } from "./store.ts";

/** What one request reads well inside the platform's 2 s of CPU, at some milliseconds a mail. */
export const MAX_MBOX_MESSAGES = 100;

/** What became of one message; `message` is its place in the file, from 1. */
export type MboxResult =
  | {
    readonly message: number;
    readonly id: string;
    readonly provider_message_id: string;
    readonly duplicate: boolean;
  }
  | { readonly message: number; readonly code: string; readonly detail: string };

/** What became of an mbox file. */
export interface MboxReport {
  readonly workspace_id: string;
  readonly created: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly results: readonly MboxResult[];
}

/**
 * Takes in the messages of an mbox file, one after the other; a refused one stops nothing.
 * @throws {Problem} `mail_too_large` for more than 100 messages, `workspace_not_found`, `mail_unreadable`
 * for a file without any.
 */
export async function storeMbox(
  file: Uint8Array,
  workspaceId: string,
  store: EmailStore,
  now: Date,
): Promise<MboxReport> {
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
      `The mbox has more than ${MAX_MBOX_MESSAGES} messages; no more are taken in one request. ` +
        "Send it in pieces, or use `deno task import`.",
    );
  }
  const results: MboxResult[] = [];
  for (const [index, raw] of messages.entries()) {
    // deno-lint-ignore no-await-in-loop -- the order of the file is the order of arrival
    results.push(await storeMessage(index + 1, raw, workspaceId, store, now));
  }
  const count = (fits: (result: MboxResult) => boolean) => results.filter(fits).length;
  return {
    workspace_id: workspaceId,
    created: count((result) => "id" in result && !result.duplicate),
    duplicates: count((result) => "id" in result && result.duplicate),
    refused: count((result) => "code" in result),
    results,
  };
}

async function storeMessage(
  message: number,
  raw: Uint8Array,
  workspaceId: string,
  store: EmailStore,
  now: Date,
): Promise<MboxResult> {
  const reading = await readMessage(raw, now);
  if (!reading.ok) return { message, ...reading.refusal };
  const stored = await store.ingestEmail(workspaceId, reading.email);
  if (stored.outcome === "unknown_workspace") throw unknownWorkspace(workspaceId);
  return {
    message,
    id: stored.emailId,
    provider_message_id: reading.email.providerMessageId,
    duplicate: stored.outcome === "duplicate",
  };
}
