/**
 * The email reader: everything between a raw message and a record. Pure: no database, network,
 * clock, environment or randomness; the same input always gives the same output. Other folders
 * import this file and nothing behind it.
 */
import { loadHtmlReader } from "./html/html_reader.ts";
import type { Email, IntelligenceRecord } from "./reading.ts";
import { toRecord } from "./record.ts";
import { takeReading } from "./take_reading.ts";
import { makeReadable } from "./text/readable_email.ts";

// The first door: from a message to the fields that are stored.
export { createEmailFieldsSchema, type EmailFields } from "./message/read_fields.ts";
export { readMessage } from "./message/read_message.ts";
export type { GivenText, ParsedMessage } from "./message/read_parsed.ts";
export { createMboxSplitter, splitMbox } from "./message/split_mbox.ts";
export { MAX_JSON_LENGTH, MAX_MAIL_BYTES } from "./message/limits.ts";
export type { EmailRefusal, MessageReading, StoredEmail } from "./message/stored_email.ts";

/**
 * Loads what the emails need: only one that came as HTML, without a stored text, needs anything.
 * Await it once before `readEmail`, `makeReadable` or `takeReading`.
 * @example await prepareToRead(emails); const records = emails.map(readEmail);
 */
export async function prepareToRead(
  emails: readonly Pick<Email, "bodyText" | "bodyHtml">[],
): Promise<void> {
  const needsHtml = emails.some(({ bodyText, bodyHtml }) => bodyText === null && bodyHtml !== null);
  if (needsHtml) await loadHtmlReader();
}

/**
 * The second door: the record of one email, with the place of every fact in it.
 * @example readEmail({ subject: "Order", bodyText: "Could you send 40 loaves?", …rest }).needsReply
 */
export function readEmail(email: Email): IntelligenceRecord {
  const readable = makeReadable(email);
  return toRecord(takeReading(readable), readable.texts);
}

export * from "./reading.ts";
export { createRecordSchema } from "./record_schema.ts";

// For an analyzer that asks a model: the parts of the reader that it builds on.
export { MAX_SUMMARY_UNITS } from "./judgments/summary/shorten.ts";
export { toRecord } from "./record.ts";
export { asksNobody, hasForeignText, recognizeReadable, takeReading } from "./take_reading.ts";
export { fold } from "./text/cues.ts";
export { toFact, toPartFact } from "./text/facts.ts";
export { makeReadable, type ReadableEmail } from "./text/readable_email.ts";
export { type Sentence, splitSentences } from "./text/sentences.ts";
