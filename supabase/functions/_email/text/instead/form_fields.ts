/** Which fields of a form does a text have, and what was filled in? */
import { isBlank } from "../quotes/quote_marks.ts";
import { latin } from "../latin.ts";
import { layoutPhrases } from "../layout_words.ts";

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
const LABEL = latin(
  String.raw`^[\s*#•-]{0,6}(\p{L}[\p{L}\p{M} ./'’()_-]{0,38}?)` +
    String.raw`(?:\*?\s?[:：]\*?\s*|\*?(?: {2,}|\t+))(.*)$`,
);
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
}

/** The fields, in the order of their values. Linear in the text. */
export function listFields(lines: readonly string[]): FilledField[] {
  const fields: FilledField[] = [];
  const labels = fieldsByLabel ??= readLabels();
  let filled = 0;
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) continue;
    if (++filled > MAX_LINES) break;
    const match = LABEL.exec(line.slice(0, 400));
    const field = labels.get(toLabel(match?.[1] ?? line));
    if (field === undefined) continue;
    const value = match?.[2] ?? "";
    if (value.trim() !== "") {
      const from = line.indexOf(value, match?.[1]?.length ?? 0);
      fields.push({ field, labelAt: at, at, from, value });
      continue;
    }
    const below = lines.findIndex((next, place) => place > at && !isBlank(next));
    if (below < 0) continue;
    const next = lines[below] ?? "";
    // A form to fill in, rather than one that was.
    if (labels.has(toLabel(next))) continue;
    const from = next.length - next.trimStart().length;
    fields.push({ field, labelAt: at, at: below, from, value: next });
  }
  return fields;
}

function toLabel(written: string): string {
  return written.slice(0, 60).toLowerCase().replace(/^[\s*_]+|[\s*_:]+$/g, "");
}
