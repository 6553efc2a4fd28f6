/** A mail for the tests of the rules: a person's mail with the given parts changed. */
import type { Mail } from "../analyzer.ts";

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
    ...changes,
  };
}
