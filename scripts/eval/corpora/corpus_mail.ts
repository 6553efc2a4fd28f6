/** Corpora of raw email, read like email that comes in. */
import { Buffer } from "node:buffer";
import { z } from "zod";
import type { ClaimedEmail } from "../../../supabase/functions/continuous-intelligence/analyzers/analyzer.ts";
import type { StoredEmail } from "../../../supabase/functions/_email/message/stored_email.ts";
import { readMessage } from "../../../supabase/functions/_email/message/read_message.ts";
import { readCorpusLines } from "./corpus_lines.ts";

const rawLineSchema = z.looseObject({ id: z.string(), raw: z.string() });

/** One raw message of a corpus. */
export interface CorpusMessage {
  readonly id: string;
  readonly raw: Uint8Array;
  /** The line's other fields: the labels. */
  readonly labels: Readonly<Record<string, unknown>>;
}

/** The messages of a corpus file whose lines have `id` and `raw`, latin-1 text for bytes. */
export async function readCorpusMessages(
  dataFolder: string,
  file: string,
): Promise<CorpusMessage[]> {
  const lines = await readCorpusLines(dataFolder, file, rawLineSchema);
  return lines.map(({ id, raw, ...labels }) => ({
    id,
    raw: new Uint8Array(Buffer.from(raw, "latin1")),
    labels,
  }));
}

/** A day after every corpus was made, so that no email comes from the future. */
export const EVALUATION_TIME = new Date("2026-11-01T00:00:00Z");

/** A stored email as a run would claim it. */
export function toClaimedMail(id: string, email: StoredEmail): ClaimedEmail {
  return {
    emailId: id,
    workspaceId: "00000000-0000-4000-8000-000000000000",
    fromEmail: email.fromEmail,
    fromName: email.fromName,
    subject: email.subject,
    bodyText: email.bodyText,
    bodyHtml: email.bodyText === null ? email.bodyHtml : null,
    headers: email.headers,
    receivedAt: email.receivedAt,
    attempt: 1,
  };
}

/** Reads one message as `inbound-email` does; null where that refuses it. */
export async function readCorpusMail({ id, raw }: CorpusMessage): Promise<ClaimedEmail | null> {
  const reading = await readMessage(raw, EVALUATION_TIME);
  return reading.ok ? toClaimedMail(id, reading.email) : null;
}
