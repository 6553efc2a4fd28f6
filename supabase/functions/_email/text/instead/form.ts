/** Is an email what somebody filled into a form of a website, and who is it? */
import { quick } from "../quick.ts";
import type { Email } from "../../reading.ts";
import { LayoutWords } from "../layout_words.ts";
import { latin } from "../latin.ts";
import type { MailZones } from "../quotes/newest_text.ts";
import type { Sender } from "../signature/sender_name.ts";
import { ADDRESS, type FilledField, listFields } from "./form_fields.ts";
import { isForwardSubject } from "../reply_prefixes.ts";
import { isWordy } from "./phrases.ts";

/** A form that was filled in. */
export interface FilledForm {
  readonly zones: MailZones;
  readonly writer: Sender;
}

/** Lines at the end in which the website says what the form is. */
const MAX_END_LINES = 12;
/** Addresses that websites send from. */
const WEBSITE = quick(
  "^(?:wordpress|no-?reply|do-?not-?reply|(?:web|contact)?-?forms?|formulare?|" +
    "kontakt(?:formular)?|" +
    "contact(?:o|form)?|website|web|www(?:-data)?|mailer(?!-daemon)|notifications?|system|server|" +
    "typo3|joomla|drupal|info|hello|post|mail|admin(?:istrator)?|shop|anfragen?)\\b",
);

/** Marks between a name and an address. */
const MARKS = /["<>*[\]]|mailto:/g;

/** A tab parts two things on one line of a signature. */
function toGap(marks: string): string {
  return "\t".repeat(marks.length);
}

/** What a website tells somebody of their own order or account. */
const RECEIPT = new LayoutWords("form_receipt", (source) => latin(`^.{0,99}?${source}`, "i"));

/** The sender of a line such as `From: Jane Ode <jane@ode.example>` as a signature would say it. */
export function toSignatureLine(line: string, from: number): string {
  return " ".repeat(from) + line.slice(from).replace(MARKS, toGap);
}

/** The form; null when the email has no form. Linear in the text. */
export function readForm(lines: readonly string[], mail: Email): FilledForm | null {
  if (!isSentForSomebody(mail)) return null;
  const fields = listFields(lines);
  const kinds = new Set(fields.map(({ field }) => field));
  const isFilled = kinds.size >= 2 &&
    (kinds.has("form_name") || kinds.has("form_email") || kinds.has("form_phone")) &&
    (kinds.has("form_message") || kinds.size >= 3 ||
      kinds.has("form_name") && kinds.has("form_email") && saysBelow(lines, fields));
  if (!isFilled) return null;
  const name = fields.find(({ field }) => field === "form_name");
  const address = fields.find(({ field, value }) =>
    (field === "form_email" || field === "form_name") && ADDRESS.test(value)
  );
  const known = readReplyTo(mail);
  const called = name?.value.replace(/[<[(].*$/, "").replace(/["*]/g, "").trim() ?? "";
  const writer: Sender = {
    name: called === "" || called.includes("@") ? known.name : called,
    email: ADDRESS.exec(address?.value ?? "")?.[0].toLowerCase() ?? known.email,
  };
  const said = toText(lines, fields, !isForwardSubject(mail.subject));
  const own = new Map(fields.filter(isContact).map((field) => [field.at, field]));
  return {
    writer,
    zones: {
      newest: said.trim() === "" ? lines.join("\n") : said,
      signature: lines.map((line, at) => {
        const field = own.get(at);
        return field === undefined ? " ".repeat(line.length) : toSignatureLine(line, field.from);
      }).join("\n"),
    },
  };
}

function isContact({ field }: FilledField): boolean {
  return field === "form_name" || field === "form_email" || field === "form_phone";
}

/** "A field: what was filled in", whatever the field is. */
const FILLED = /^[^:]{1,50}:\s/;

/**
 * What was filled in, without who did, without the name of the field for their words.
 * @param isSentOnly whether what is above all fields is the website's
 */
function toText(
  lines: readonly string[],
  fields: readonly FilledField[],
  isSentOnly: boolean,
): string {
  const kept = [...lines];
  const hasMessage = fields.some(({ field }) => field === "form_message");
  const first = isSentOnly && (hasMessage || saysBelow(lines, fields))
    ? Math.min(...fields.map(({ labelAt }) => labelAt))
    : 0;
  for (let at = 0; at < first; at++) {
    const line = lines[at] ?? "";
    if (!FILLED.test(line)) kept[at] = " ".repeat(line.length);
  }
  for (const field of fields) {
    const { at, labelAt, from } = field;
    const isOther = field.field === "form_other";
    if (isOther && !field.isQuestion) continue;
    kept[labelAt] = " ".repeat(kept[labelAt]?.length ?? 0);
    const line = lines[at] ?? "";
    kept[at] = isContact(field) ? " ".repeat(line.length) : " ".repeat(from) + line.slice(from);
  }
  const end = findEnd(lines, fields);
  return kept.map((line, at) => at < end ? line : " ".repeat(line.length)).join("\n");
}

/** A website's address, or replies that go to somebody else; no mailing list. */
function isSentForSomebody(mail: Email): boolean {
  const { headers } = mail;
  if (headers["list-id"] !== undefined || headers["list-unsubscribe"] !== undefined) return false;
  const local = (mail.fromEmail ?? "").split("@", 1)[0] ?? "";
  const { email } = readReplyTo(mail);
  return email !== null && email !== mail.fromEmail ||
    WEBSITE.test(local) && !RECEIPT.test(mail.subject);
}

function readReplyTo({ headers }: Email): Sender {
  const written = headers["reply-to"] ?? "";
  const name = written.replace(/[<].*$/, "").replace(/"/g, "").trim();
  return {
    name: name === "" || name.includes("@") ? null : name,
    email: ADDRESS.exec(written)?.[0].toLowerCase() ?? null,
  };
}

/** Whether somebody's words are below the fields, whatever the website calls them. */
function saysBelow(lines: readonly string[], fields: readonly FilledField[]): boolean {
  return lines.slice(lastOf(fields) + 1, findEnd(lines, fields)).some((line) => isWordy(line));
}

function lastOf(fields: readonly FilledField[]): number {
  return Math.max(...fields.map(({ at }) => at));
}

/** How services call what they put below a form. */
const SERVICE_LINE = new LayoutWords(
  "form_end",
  (source) => latin(String.raw`^[\s*_-]{0,6}${source}`, "i"),
);

/** The first line of what the website puts below. */
function findEnd(lines: readonly string[], fields: readonly FilledField[]): number {
  const from = Math.max(lastOf(fields) + 1, lines.length - MAX_END_LINES);
  const at = lines.findIndex((line, place) =>
    place >= from &&
    (/^\s{0,2}(?:--|—|__|-{3,}|_{3,})\s*$/.test(line) || SERVICE_LINE.test(line))
  );
  return at > 0 ? at : lines.length;
}
