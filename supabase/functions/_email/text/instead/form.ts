/** Is an email what somebody filled into a form of a website, and who is it? */
import type { Email } from "../../reading.ts";
import { layoutPhrases } from "../layout_words.ts";
import { latin } from "../latin.ts";
import type { MailZones } from "../quotes/newest_text.ts";
import { isBlank } from "../quotes/quote_marks.ts";
import type { Sender } from "../signature/sender_name.ts";

/** A form that was filled in. */
export interface FilledForm {
  readonly zones: MailZones;
  readonly writer: Sender;
}

type FormField = "form_name" | "form_email" | "form_phone" | "form_message" | "form_other";
const FORM_FIELDS: readonly FormField[] = [
  "form_name",
  "form_email",
  "form_phone",
  "form_message",
  "form_other",
];

/** Filled lines in which the fields must begin. */
const MAX_LINES = 60;
/** Addresses that websites send from. */
const WEBSITE = new RegExp(
  "^(?:wordpress|no-?reply|do-?not-?reply|(?:web|contact)?-?forms?|formulare?|" +
    "kontakt(?:formular)?|" +
    "contact(?:o|form)?|website|web|www(?:-data)?|mailer|notifications?|system|server|" +
    "typo3|joomla|drupal|info|hello|post|mail|admin(?:istrator)?|shop|anfragen?)\\b",
);
const LABEL = latin(
  String.raw`^[\s*#•-]{0,6}(\p{L}[\p{L}\p{M} ./'’()_-]{0,38}?)` +
    String.raw`\*?\s?[:：]\*?\s*(.*)$`,
);
const ADDRESS = /[^\s<>@"'()[\]:;,]{1,64}@[^\s<>@"'()[\]:;,]{1,255}/;

/** Marks between a name and an address. */
const MARKS = /["<>*[\]]|mailto:/g;

/** A tab parts two things on one line of a signature. */
function toGap(marks: string): string {
  return "\t".repeat(marks.length);
}

/** The sender of a line such as `From: Jane Ode <jane@ode.example>` as a signature would say it. */
export function toSignatureLine(line: string, from: number): string {
  return " ".repeat(from) + line.slice(from).replace(MARKS, toGap);
}

let fieldsByLabel: ReadonlyMap<string, FormField> | null = null;

function readLabels(): ReadonlyMap<string, FormField> {
  return new Map(
    FORM_FIELDS.flatMap((field) =>
      layoutPhrases(field).flatMap(({ phrase }) => phrase.split("|"))
        .map((label) => [label, field] as const)
    ),
  );
}

interface FilledField {
  readonly field: FormField;
  /** The line with the value, and where the value begins on it. */
  readonly at: number;
  readonly from: number;
  readonly value: string;
}

/** The form; null when the email has no form. Linear in the text. */
export function readForm(lines: readonly string[], mail: Email): FilledForm | null {
  if (!isSentForSomebody(mail)) return null;
  const fields = listFields(lines);
  const kinds = new Set(fields.map(({ field }) => field));
  const isFilled = kinds.size >= 2 &&
    (kinds.has("form_name") || kinds.has("form_email") || kinds.has("form_phone")) &&
    (kinds.has("form_message") || kinds.size >= 3);
  if (!isFilled) return null;
  const name = fields.find(({ field }) => field === "form_name");
  const address = fields.find(({ field, value }) =>
    (field === "form_email" || field === "form_name") && ADDRESS.test(value)
  );
  const known = readReplyTo(mail);
  const said = name?.value.replace(/[<[(].*$/, "").replace(/["*]/g, "").trim() ?? "";
  const writer: Sender = {
    name: said === "" || said.includes("@") ? known.name : said,
    email: ADDRESS.exec(address?.value ?? "")?.[0].toLowerCase() ?? known.email,
  };
  const own = new Set(
    fields.filter(({ field }) => /^form_(?:name|email|phone)$/.test(field)).map(({ at }) => at),
  );
  const end = findEnd(lines);
  return {
    writer,
    zones: {
      newest: lines.map((line, at) => at < end ? line : " ".repeat(line.length)).join("\n"),
      signature: lines.map((line, at) => {
        const field = own.has(at) ? fields.find((each) => each.at === at) : undefined;
        return field === undefined ? " ".repeat(line.length) : toSignatureLine(line, field.from);
      }).join("\n"),
    },
  };
}

/** A website's address, or replies that go to somebody else; no mailing list. */
function isSentForSomebody(mail: Email): boolean {
  const { headers } = mail;
  if (headers["list-id"] !== undefined || headers["list-unsubscribe"] !== undefined) return false;
  const local = (mail.fromEmail ?? "").split("@", 1)[0] ?? "";
  const { email } = readReplyTo(mail);
  return WEBSITE.test(local) || email !== null && email !== mail.fromEmail;
}

function readReplyTo({ headers }: Email): Sender {
  const written = headers["reply-to"] ?? "";
  const name = written.replace(/[<].*$/, "").replace(/"/g, "").trim();
  return {
    name: name === "" || name.includes("@") ? null : name,
    email: ADDRESS.exec(written)?.[0].toLowerCase() ?? null,
  };
}

function listFields(lines: readonly string[]): FilledField[] {
  const fields: FilledField[] = [];
  const labels = fieldsByLabel ??= readLabels();
  let filled = 0;
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) continue;
    if (++filled > MAX_LINES) break;
    const match = LABEL.exec(line.slice(0, 400));
    const label = (match?.[1] ?? line.slice(0, 60)).trim().toLowerCase().replace(/[*:]+$/, "");
    const field = labels.get(label);
    if (field === undefined) continue;
    const value = match?.[2] ?? "";
    if (value.trim() !== "") {
      fields.push({ field, at, from: line.indexOf(value, match?.[1]?.length ?? 0), value });
      continue;
    }
    const below = lines.findIndex((next, place) => place > at && !isBlank(next));
    if (below < 0) continue;
    const next = lines[below] ?? "";
    fields.push({ field, at: below, from: next.length - next.trimStart().length, value: next });
  }
  return fields;
}

/** The first line of what the website puts below. */
function findEnd(lines: readonly string[]): number {
  const at = lines.findLastIndex((line) => /^\s{0,2}(?:--|—|__|-{3,}|_{3,})\s*$/.test(line));
  return at > 0 && lines.length - at <= 12 ? at : lines.length;
}
