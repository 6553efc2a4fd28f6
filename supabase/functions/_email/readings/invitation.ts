/** Is a calendar's text an invitation that waits for an answer? */
import type { MailText } from "./mail_text.ts";

/** What the text of an event says that is canceled, or that somebody has answered. */
const SETTLED = /^Status: /m;

/** Whether the email says nothing but when and where something is. */
export function isInvitation({ readInstead, sentences }: MailText): boolean {
  return readInstead === "invitation" && !sentences.some(({ text }) => SETTLED.test(text));
}
