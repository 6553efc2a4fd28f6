/** What does the reader make of an email, for measures that judge whole records? */
import type { Email, IntelligenceRecord } from "../../supabase/functions/_email/reading.ts";
import { toRecord } from "../../supabase/functions/_email/record.ts";
import { takeReading } from "../../supabase/functions/_email/take_reading.ts";
import { makeReadable } from "../../supabase/functions/_email/text/readable_email.ts";
import { splitSentences } from "../../supabase/functions/_email/text/sentences.ts";

/** A record, and whether anything was read at all. */
export interface ReadRecord {
  readonly record: IntelligenceRecord;
  /** The email has text, and none of it was read. */
  readonly isEmpty: boolean;
}

/**
 * Reads one stored email with the rules, as a run would.
 * @example const { record } = readRecord(email);
 */
export function readRecord(email: Email): ReadRecord {
  const { fromEmail, fromName, subject, bodyText, bodyHtml, headers, receivedAt } = email;
  const readable = makeReadable({
    fromEmail,
    fromName,
    subject,
    bodyText,
    bodyHtml,
    headers,
    receivedAt,
  });
  return {
    record: toRecord(takeReading(readable), readable.texts),
    isEmpty: splitSentences(readable.texts.body).length > 0 &&
      splitSentences(readable.zones.newest).length === 0,
  };
}
