/** A labelled mail as the rules would be handed it. */
import type { Mail } from "../../supabase/functions/continuous-intelligence/analyzer.ts";
import type { LabelledMail } from "./mail_corpus.ts";

/** When every training mail arrives: a Wednesday. */
const RECEIVED_AT = "2026-11-18T09:00:00Z";
/** Up to so many words without a mark at the end stand on a line of their own: greetings, names. */
const SHORT_LINE_WORDS = 5;

/** The mail as plain text: a paragraph, greetings and closings on lines of their own. */
export function composeMail({ place, subject, sentences }: LabelledMail): Mail {
  let bodyText = "";
  let isApart = true;
  for (const { text } of sentences) {
    const standsApart = !/[.!?]["')]?$/.test(text) && text.split(" ").length <= SHORT_LINE_WORDS;
    bodyText += (bodyText === "" ? "" : isApart || standsApart ? "\n\n" : " ") + text;
    isApart = standsApart;
  }
  return {
    emailId: place,
    workspaceId: "training",
    fromEmail: "sender@mail.example",
    fromName: null,
    subject,
    bodyText,
    bodyHtml: null,
    headers: {},
    receivedAt: RECEIVED_AT,
    attempt: 1,
  };
}
