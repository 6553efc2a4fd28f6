/** Which texts of an email are read? */
import type { Email } from "../reading.ts";
import type { ReadTexts } from "../record.ts";
import { requireHtmlReader } from "../html/html_reader.ts";
import { capText } from "../html/plain_text.ts";
import { type MailZones, splitZones } from "./quotes/newest_text.ts";

/** An email's texts and zones, as every analyzer starts from. */
export interface ReadableEmail {
  readonly mail: Email;
  readonly texts: ReadTexts;
  /** Of `texts.body`. */
  readonly zones: MailZones;
}

/**
 * Derives the text of an email that came as HTML, caps it, and finds its zones. Throws for no
 * email, but needs `prepareToRead` before one that came as HTML.
 */
export function makeReadable(mail: Email): ReadableEmail {
  const stored = mail.bodyText;
  const body = stored === null ? readHtml(mail.bodyHtml) : capText(stored);
  return {
    mail,
    texts: { subject: mail.subject, body, isStored: body === stored },
    zones: splitZones(body, { name: mail.fromName, email: mail.fromEmail }),
  };
}

function readHtml(html: string | null): string {
  return html === null || html === "" ? "" : requireHtmlReader()(html);
}
