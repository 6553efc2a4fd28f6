/** Words and shapes that tell the lines of a signature from each other. */
import { quick } from "../quick.ts";
import { latin } from "../latin.ts";
import { LayoutWords, layoutWords } from "../layout_words.ts";

/** A telephone number, an extension such as `x3-4711`, or a short internal number on its own. */
export const PHONE = latin(
  String.raw`(?:^|[^\p{L}\d])[+(]?\d(?:[ ().\/–-]{0,3}\d){6,14}(?!\d)|\b(?:x|` +
    String.raw`ext\.?) ?-?\d[\d-]{2,7}\b|^\s*\d-\d{4}\b`,
  "i",
);

/** An email address or a web address. */
export const ADDRESS = /[^\s@<>]{1,64}@[^\s@<>]{2,100}|\bhttps?:\/\/|\bwww\.[^\s]{3}/i;

/** What somebody is in a company. */
export const ROLE = layoutWords("role");

/** A part of a company. */
export const DEPARTMENT = layoutWords("department");

/** What ends the name of an organization. */
export const ORGANISATION = new LayoutWords(
  "organization",
  (source) => quick(String.raw`(?:^|[\s,])${source}(?=\.?(?:[\s,)]|$))`, "i"),
);

const STREET = latin(
  String.raw`\b(?:street|st|avenue|ave|road|rd|suite|ste|floor|boulevard|blvd|drive|lane|` +
    String.raw`square|room|building|calle|c\/|avda|plaza|rue|via|viale|piazza)\b|(?:straße|` +
    String.raw`strasse|str\.|gasse|weg|platz) \d`,
  "i",
);
const POST_ADDRESS = latin(
  String.raw`\b(?:p\.?o\.? ?box|postfach)\b|\b[A-Z]{2}\s{1,4}\d{5}\b|` +
    String.raw`^\s*(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|` +
    String.raw`^\s*\p{Lu}\p{L}{2,20},\s{1,4}(?:\p{Lu}{2}|\p{Lu}\p{Ll}{3,12})\.?\s{1,4}\d{5}`,
);

/** A street with its number, a post-office box, a postcode with its town. */
export function isPostalAddress(text: string): boolean {
  return /\d/.test(text) && STREET.test(text) || POST_ADDRESS.test(text);
}

const NAME_LINE = latin(
  String.raw`^\s{0,3}\p{Lu}[\p{L}\p{M}.'’-]{0,25}` +
    String
      .raw`(?: (?:\p{Lu}[\p{L}\p{M}.'’-]{0,25}|de|del|la|van|von|der|"\p{Lu}\p{L}{1,15}")){0,3}` +
    String.raw`(?:, \p{L}[\p{L} .&-]{1,40})?[\s.\p{Extended_Pictographic}\uFE0F]{0,6}$`,
);

/**
 * A line that could be somebody's name: one to four capitalised words, perhaps a role behind a
 * comma.
 */
export function isNameLine(line: string): boolean {
  return line.length <= 70 && NAME_LINE.test(line);
}
