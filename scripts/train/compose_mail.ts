/** A labeled email as the rules would be handed it. */
import type { Email } from "../../supabase/functions/_email/reading.ts";
import type { LabelledMail } from "./mail_corpus.ts";

/** When every training email arrives: a Wednesday. */
const RECEIVED_AT = "2026-11-18T09:00:00Z";
/** What ends a sentence that others follow in the same line. */
const END = /[.!?…]["')]?$/;

/**
 * A real email as it is. Another as plain text: greetings, closings and what ends without a mark
 * in paragraphs of their own.
 */
export function composeMail({ subject, sentences, real }: LabelledMail): Email {
  if (real !== undefined) return real.email;
  let bodyText = "";
  let isEnded = true;
  for (const { text } of sentences) {
    const ends = END.test(text);
    bodyText += (bodyText === "" ? "" : isEnded && ends ? " " : "\n\n") + text;
    isEnded = ends;
  }
  return {
    fromEmail: "sender@mail.example",
    fromName: null,
    subject,
    bodyText,
    bodyHtml: null,
    headers: {},
    receivedAt: RECEIVED_AT,
  };
}
