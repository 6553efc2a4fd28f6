/** Which texts of an email are read? */
import type { Email } from "../reading.ts";
import type { ReadTexts } from "../record.ts";
import { requireHtmlReader } from "../html/html_reader.ts";
import { undoEncoding } from "../html/left_encoding.ts";
import { capText } from "../html/plain_text.ts";
import type { Instead } from "./instead/instead.ts";
import { chooseText } from "./instead/read_instead.ts";
import { forgetLastEmail } from "./memo.ts";
import type { MailZones } from "./quotes/newest_text.ts";
import type { Sender } from "./signature/sender_name.ts";

/** An email's texts and zones, as every analyzer starts from. */
export interface ReadableEmail {
  readonly mail: Email;
  readonly texts: ReadTexts;
  /** Of `texts.body`. */
  readonly zones: MailZones;
  /** What is read in place of the newest text; null when that itself is read. */
  readonly instead: Instead | null;
  /** Who wrote what is read: the sender, or whose email was forwarded, or who filled in a form. */
  readonly writer: Sender;
}

/**
 * Derives the text of an email that came as HTML, undoes an encoding that was left in a stored one,
 * caps it, and finds its zones. Throws for no
 * email, but needs `prepareToRead` before one that came as HTML.
 */
export function makeReadable(mail: Email): ReadableEmail {
  forgetLastEmail();
  const stored = mail.bodyText;
  const { body, zones, instead, writer } = chooseText(
    stored === null ? readHtml(mail.bodyHtml) : capText(undoEncoding(stored)),
    mail,
  );
  return {
    mail,
    texts: { subject: mail.subject, body, isStored: body === stored },
    zones,
    instead,
    writer,
  };
}

function readHtml(html: string | null): string {
  return html === null || html === "" ? "" : requireHtmlReader()(html);
}
