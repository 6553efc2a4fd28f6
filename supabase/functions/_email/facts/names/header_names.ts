/** Whom do the header lines of quoted emails name? */
import { headerField } from "../../text/quotes/header_fields.ts";
import { latin } from "../../text/latin.ts";
import type { Match } from "./match.ts";
import { nameWordsOf } from "./name_words.ts";

/** Names that one line may list; more are a mailing list. */
const MAX_LISTED = 60;
const MAX_VALUE_UNITS = 8_000;

/** `X-From:` and `Bcc:` are fields of their own. */
const OWN_FIELDS = /^[\s>*|]{0,16}(?:x ?- ?(?:from|to|cc)|bcc) ?:/i;
const NAME_END = /[/@<[(]/;
const NAME = latin(
  String.raw`^\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?: [\p{L}'’.-]{1,30}){0,5}` +
    String.raw`(?:, \p{Lu}[\p{L}'’.-]{0,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,2})?$`,
);

/** What a line of headers is: names of people, or another field; null when it is text. */
export type HeaderLine = "people" | "other" | null;

/** Reads which header field a line is. */
export function readHeaderLine(line: string): HeaderLine {
  const colon = line.indexOf(":");
  if (colon < 0 || colon > 40) return null;
  if (OWN_FIELDS.test(line)) return "people";
  const field = headerField(line);
  if (field === null) return null;
  return field === "from" || field === "to" || field === "cc" || field === "reply-to"
    ? "people"
    : "other";
}

/**
 * The names of a line such as `To: "Ruiz, Ana" <ana@x.example>; Tom Lind`, as written.
 * Linear in the line.
 */
export function findHeaderNames(line: string): Match[] {
  const start = line.indexOf(":") + 1;
  const value = line.slice(start, start + MAX_VALUE_UNITS);
  const found: Match[] = [];
  for (const piece of splitPeople(value)) {
    if (found.length === MAX_LISTED) break;
    const name = cleanName(value.slice(piece.from, piece.to), piece.from);
    if (name !== null) found.push({ text: name.text, at: start + name.at });
  }
  return found;
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** By semicolons, by the ends of addresses, or by commas: `Lind, Tom, Ruiz, Ana` are two. */
function splitPeople(value: string): Piece[] {
  if (value.includes(";")) return splitAt(value, /;/g);
  if (value.includes("<")) return splitAt(value, /(?<=>)\s{0,3},/g);
  const parts = splitAt(value, /,/g).filter(({ from, to }) => value.slice(from, to).trim() !== "");
  const single = parts.filter(({ from, to }) => !value.slice(from, to).trim().includes(" "));
  const isTurned = single.length * 2 >= parts.length && parts.length % 2 === 0 &&
    !value.includes("@");
  if (!isTurned) return parts;
  return parts.flatMap(({ from }, at) =>
    at % 2 === 0 ? [{ from, to: parts[at + 1]?.to ?? value.length }] : []
  );
}

function splitAt(value: string, separator: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of value.matchAll(separator)) {
    pieces.push({ from, to: index });
    from = index + found.length;
  }
  pieces.push({ from, to: value.length });
  return pieces;
}

function cleanName(piece: string, at: number): Match | null {
  const end = piece.search(NAME_END);
  const bare = end < 0 ? piece : piece.slice(0, end);
  const text = bare.replace(/^[\s"'“”‘’:*>]{1,20}/, "").replace(/[\s"“”'‘’,*]{1,20}$/, "");
  if (text.length > 80 || !text.includes(" ") || !NAME.test(text)) return null;
  const { no, common } = nameWordsOf("en");
  const words = text.toLowerCase().split(/[\s,]+/);
  if (words.some((word) => no.has(word)) || common.has(words[0] ?? "")) return null;
  return { text, at: at + bare.indexOf(text) };
}

const WROTE = /(?:wrote|writes|écrit|escribi[óo]|scritto|escreveu|schrieb|schreef|geschreven)\b/i;
const RUN = latin(
  String.raw`(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]{1,30}(?: (?:(?:van|von|de|der|da|di) ){0,2}` +
    String.raw`\p{Lu}[\p{L}'’.-]{0,30}){1,3}`,
  "g",
);

/** Who wrote, of a line such as `On 3 May, Ana Ruiz wrote:`. */
export function findAttributed(line: string): Match[] {
  if (line.length > 320 || !WROTE.test(line)) return [];
  const { no } = nameWordsOf(null);
  return Array.from(line.matchAll(RUN.for(line)), ({ 0: text, index }) => ({ text, at: index }))
    .filter(({ text }) => !text.toLowerCase().split(" ").some((word) => no.has(word)));
}

/** People whom the headers and introductions of older emails in a text name; at most 60. */
export function findQuotedNames(body: string): string[] {
  const names = new Set<string>();
  for (const line of body.split("\n")) {
    if (names.size >= MAX_LISTED) break;
    if (!line.includes(":") || line.length > MAX_VALUE_UNITS) continue;
    const found = readHeaderLine(line) === "people" ? findHeaderNames(line) : findAttributed(line);
    for (const { text } of found) names.add(text);
  }
  return [...names];
}
