/** An email for the tests of the rules: a person's email with the given parts changed. */
import { loadHtmlReader } from "../html/html_reader.ts";
import { type Email, EMPTY_READING, type IntelligenceRecord, readEmail, toRecord } from "../mod.ts";

await loadHtmlReader();

/** Builds an email from its text and whatever else matters to a test. */
export function sampleEmail(bodyText: string | null, changes: Partial<Email> = {}): Email {
  return {
    fromEmail: "ines.prado@calderon-tools.example",
    fromName: "Inés Prado",
    subject: "Hello",
    bodyText,
    bodyHtml: null,
    headers: {},
    receivedAt: "2026-11-12T09:00:00Z",
    ...changes,
  };
}

/** The record that the rules make of an email. */
export const recordOf = readEmail;

/** The record of an email that says nothing. */
export const EMPTY_RECORD: IntelligenceRecord = toRecord(EMPTY_READING, {
  subject: "",
  body: "",
  isStored: true,
});
