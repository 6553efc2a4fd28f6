/** Which fields of a form does a text have, and what was filled in? */
import { isBlank } from "../quotes/quote_marks.ts";
import { latin } from "../latin.ts";
import { layoutPhrases } from "../layout_words.ts";
import { isNameLine } from "../signature/signature_words.ts";
import { isWordy } from "./phrases.ts";

type FormField = "form_name" | "form_email" | "form_phone" | "form_message" | "form_other";
/** What a name with words of several is: an "e-mail address", the "name of your company". */
const FORM_FIELDS: readonly FormField[] = [
  "form_email",
  "form_phone",
  "form_other",
  "form_message",
  "form_name",
];

/** Filled lines in which the fields must begin. */
const MAX_LINES = 60;
const MAX_LABEL_UNITS = 60;
const MAX_LABEL_WORDS = 5;
/** A bullet, a number, the edge of a table, the quotation mark of JSON. */
const LEAD = latin(String.raw`^[\s*#•|{"-]{0,6}(?:\d{1,2}[.)] )?(?=\p{L})`);
/** Between a field's name and what was filled in. */
const SEPARATOR = /"?\*?\s?[:：=]\*?\s*"?|\s[→–|-]\s+|\*?(?: {2,}|\t+)(?=\S)/;
/** Field names of an email that a program or a digest shows whole: that is no form. */
const HEADER_OF_EMAIL =
  /^[\s>|*]{0,6}(?:message-id|received|return-path|errors-to|mime-version|x-[a-z-]{1,40}):\s/i;
/** Both an email and what a website sends may have it; it says nothing of a form. */
const REPLY_TO = /^[\s>|*]{0,6}reply-to:/i;
const BULLET = /^\s*[*•-]/;
export const ADDRESS = /[^\s<>@"'()[\]:;,]{1,64}@[^\s<>@"'()[\]:;,]{1,255}/;
/** Nothing but an address, and what JSON or a table has behind it. */
const ADDRESS_ALONE = new RegExp(`^${ADDRESS.source}[",|\\s]*$`);

let fieldsByLabel: ReadonlyMap<string, FormField> | null = null;

function readLabels(): ReadonlyMap<string, FormField> {
  return new Map(
    FORM_FIELDS.flatMap((field) =>
      layoutPhrases(field).flatMap(({ phrase }) => phrase.split("|"))
        .map((label) => [label, field] as const)
    ),
  );
}

/** A field with what was filled in. */
export interface FilledField {
  readonly field: FormField;
  /** The line with the field's name. */
  readonly labelAt: number;
  /** The line with the value, and where the value begins on it. */
  readonly at: number;
  readonly from: number;
  readonly value: string;
  /** The name of the field is a question to whoever fills it in. */
  readonly isQuestion: boolean;
}

/** The fields, in the order of their values. Linear in the text. */
export function listFields(lines: readonly string[]): FilledField[] {
  const fields: FilledField[] = [];
  const labels = fieldsByLabel ??= readLabels();
  let filled = 0;
  let last = -1;
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) continue;
    if (++filled > MAX_LINES) break;
    if (HEADER_OF_EMAIL.test(line)) return [];
    if (REPLY_TO.test(line)) continue;
    const start = LEAD.exec(line)?.[0].length;
    if (start === undefined || at <= last) continue;
    const parted = SEPARATOR.exec(line.slice(start, start + MAX_LABEL_UNITS));
    const from = parted === null ? line.length : start + parted.index + parted[0].length;
    const isHere = !isBlank(line.slice(from));
    const below = isHere ? at : lines.findIndex((next, place) => place > at && !isBlank(next));
    const next = lines[below];
    if (next === undefined) continue;
    const valueFrom = isHere ? from : next.length - next.trimStart().length;
    const value = next.slice(valueFrom);
    const label = line.slice(start, parted === null ? undefined : start + parted.index + 1);
    const isList = parted !== null || /\d/.test(line.slice(0, start));
    // What follows a point of a list is the next point, whatever words it has.
    const isPoint = parted === null && BULLET.test(line);
    const kind = isPoint ? labels.get(toLabel(label)) : readKind(label, value, labels, isList);
    // Whatever a field is called behind a name: an address alone is where to write to.
    const isAddress = kind !== "form_email" && isList && ADDRESS_ALONE.test(value) &&
      fields.some((one) => one.field === "form_name");
    const field = isAddress ? "form_email" : kind;
    // A form to fill in, rather than one that was.
    if (field === undefined || !isHere && labels.has(toLabel(next))) continue;
    const isQuestion = label.trimEnd().endsWith("?");
    fields.push({ field, labelAt: at, at: below, from: valueFrom, value, isQuestion });
    last = below;
  }
  return fields;
}

/** By the name of a field, by a word of it, or by what was filled in. */
function readKind(
  written: string,
  value: string,
  labels: ReadonlyMap<string, FormField>,
  isList: boolean,
): FormField | undefined {
  const label = toLabel(written);
  const known = labels.get(label);
  if (known !== undefined || label.length > MAX_LABEL_UNITS) return known;
  const isQuestion = written.trimEnd().endsWith("?");
  const words = label.split(/[^\p{L}\p{M}]+/u);
  const mayBe = isList || words.length <= 3 && !/[.,!]$/.test(label);
  if (mayBe && words.length <= MAX_LABEL_WORDS) {
    const kinds = words.map((word) => labels.get(word) ?? labels.get(word.replace(/s$/, "")));
    const found = FORM_FIELDS.find((field) => kinds.includes(field));
    if (found !== undefined) return found;
  }
  if (!isQuestion || !isList) return undefined;
  return isWordy(value) ? "form_message" : isNameLine(value) ? "form_name" : "form_other";
}

function toLabel(written: string): string {
  return written.slice(0, 80).toLowerCase().replace(/^[\s*_]+|[\s*_:：="?|→–-]+$/g, "");
}
