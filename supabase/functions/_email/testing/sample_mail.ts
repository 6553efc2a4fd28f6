/** A mail for the tests of the rules: a person's mail with the given parts changed. */
import type { IntelligenceRecord, Mail } from "../reading.ts";
import { toRecord } from "../record.ts";
import { makeReadable } from "../text/readable_mail.ts";
import { readMail } from "../read_mail.ts";

/** Builds a mail from its text and whatever else matters to a test. */
export function sampleMail(bodyText: string | null, changes: Partial<Mail> = {}): Mail {
  return {
    emailId: "0b0e7a52-6c0e-4d0e-9f43-0b8d5f1f3a01",
    workspaceId: "0b0e7a52-6c0e-4d0e-9f43-0b8d5f1f3a02",
    fromEmail: "ines.prado@calderon-tools.example",
    fromName: "Inés Prado",
    subject: "Hello",
    bodyText,
    bodyHtml: null,
    headers: {},
    receivedAt: "2026-11-12T09:00:00Z",
    attempt: 1,
    ...changes,
  };
}

/** The record that the rules make of a mail. */
export function recordOf(mail: Mail): IntelligenceRecord {
  const readable = makeReadable(mail);
  return toRecord(readMail(readable), readable.texts);
}
