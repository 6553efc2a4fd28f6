/** Is the whole header of an older message on one line, as programs leave it that join lines? */
import { latin } from "../latin.ts";
import { type HeaderField, headerField } from "./header_fields.ts";

const FIELDS_NEEDED = 3;
/** What such a line may be at most. */
const MAX_UNITS = 1_000;
/** A word and a colon with something behind them. */
const NAME = latin(String.raw`(?:^|\s)(\p{L}[\p{L}'’-]{0,14})\s?[:：](?=\s)`, "g");

/** A field within a line. */
interface InlineField {
  readonly field: HeaderField;
  /** Where its name begins. */
  readonly at: number;
}

/**
 * The fields of a line that has the header of an older message, in their order; empty for any other
 * line. Where a line begins with the sender's name and the date, as Notes writes them, two fields
 * are enough.
 */
export function findInlineFields(line: string, isStamped: boolean): readonly InlineField[] {
  const needed = isStamped ? FIELDS_NEEDED - 1 : FIELDS_NEEDED;
  if (line.length > MAX_UNITS || countColons(line) < needed) return [];
  const found: InlineField[] = [];
  for (const match of line.matchAll(NAME.for(line))) {
    const field = headerField(`${match[1] ?? ""}:`);
    if (field !== null) found.push({ field, at: match.index });
  }
  const kinds = new Set(found.map(({ field }) => field));
  const isHeader = kinds.size >= needed && kinds.has("to") &&
    (isStamped || kinds.has("from")) && (kinds.has("subject") || kinds.has("date"));
  return isHeader ? found : [];
}

function countColons(line: string): number {
  let count = 0;
  for (let at = line.indexOf(":"); at >= 0; at = line.indexOf(":", at + 1)) count++;
  return count;
}
