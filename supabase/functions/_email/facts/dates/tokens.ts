/** A sentence as words, numbers and signs. */
import { type Day } from "./calendar.ts";
import { type DateOrder } from "./signs/date_order.ts";
import { TOKEN } from "./words/split_words.ts";
import { type DateWords } from "./words/word_lists.ts";

/** A word, a number or a sign. */
export interface Token {
  /** Lower case. */
  readonly text: string;
  /** As digits say; null for a word or a sign. */
  readonly number: number | null;
  readonly start: number;
  readonly end: number;
  /** White space, or nothing, comes before it. */
  readonly isApart: boolean;
  readonly isCapital: boolean;
}

/** What a date is read from. */
export interface Source {
  readonly tokens: readonly Token[];
  readonly words: DateWords;
  /** The day the email was received, and the second of it. */
  readonly today: Day;
  readonly second: number;
  /** The words around tell of something past: a lone weekday is the one before. */
  readonly isPast: boolean;
  /** Which comes first in figures such as 3/4; null when nothing tells. */
  readonly order: DateOrder | null;
}

/** Something that was read, and the token behind it. */
export interface Found<Value> {
  readonly to: number;
  readonly value: Value;
}

/** Splits a sentence, `mar4` and `9pm` too; a phrase of the language is one token. Linear. */
export function tokenize(text: string, words: DateWords): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const { 0: written, index } = match;
    const isNumber = written.charCodeAt(0) >= 48 && written.charCodeAt(0) <= 57;
    const token = {
      text: written.toLowerCase().replace("’", "'"),
      number: isNumber && written.length <= 8 ? Number(written) : null,
      start: index,
      end: index + written.length,
      isApart: tokens.length === 0 || index > end,
      isCapital: written.charAt(0) !== written.charAt(0).toLowerCase(),
    };
    const cut = words.compounds.get(token.text);
    if (cut === undefined) tokens.push(token);
    else tokens.push(...cutToken(token, cut));
    end = token.end;
  }
  return words.phrases.size === 0 ? tokens : joinPhrases(tokens, words);
}

/** `Freitagabend` as two tokens. */
function cutToken(token: Token, length: number): Token[] {
  const { text, number, start, end, isApart, isCapital } = token;
  const middle = start + length;
  return [
    { text: text.slice(0, length), number, start, end: middle, isApart, isCapital },
    { text: text.slice(length), number, start: middle, end, isApart: true, isCapital: false },
  ];
}

function joinPhrases(tokens: readonly Token[], { phrases }: DateWords): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const phrase = phrases.get(token.text)?.find((one) =>
      one.tokens.every((text, place) => tokens[at + place]?.text === text)
    );
    const last = tokens[at + (phrase?.tokens.length ?? 1) - 1];
    if (phrase === undefined || last === undefined) joined.push(token);
    else joined.push(joinTokens(token, last, phrase.text));
    at += phrase?.tokens.length ?? 1;
  }
  return joined;
}

/**
 * Written out: V8 takes a field for one that changes once a spread object has it overwritten, and
 * compiles forty readers of dates anew.
 */
function joinTokens(
  { number, start, isApart, isCapital }: Token,
  { end }: Token,
  text: string,
): Token {
  return { text, number, start, end, isApart, isCapital };
}

/**
 * A reader that keeps what it read at each place of the last source: several readers ask for the
 * same day, time or number.
 */
export function remember<Value>(
  read: (source: Source, at: number) => Found<Value> | null,
): (source: Source, at: number) => Found<Value> | null {
  let known: Source | null = null;
  let places: (Found<Value> | null | undefined)[] = [];
  return (source, at) => {
    if (source !== known) {
      known = source;
      places = [];
    }
    const before = places[at];
    if (before !== undefined) return before;
    const own = places;
    const found = read(source, at);
    own[at] = found;
    return found;
  };
}

/** The text of the token at a place; empty behind the last one. */
export function textAt({ tokens }: Source, at: number): string {
  return tokens[at]?.text ?? "";
}

/** The place behind the tokens that are in one of the sets, from `at`, at most `limit` of them. */
export function skipWords(
  source: Source,
  at: number,
  limit: number,
  ...sets: readonly ReadonlySet<string>[]
): number {
  let to = at;
  while (to - at < limit && isInAny(textAt(source, to), sets)) to++;
  return to;
}

function isInAny(text: string, sets: readonly ReadonlySet<string>[]): boolean {
  for (const words of sets) if (words.has(text)) return true;
  return false;
}

/** Whether the token at a place directly follows the one before. */
export function isAttached({ tokens }: Source, at: number): boolean {
  return tokens[at]?.isApart === false;
}

/** Whether the token at a place is a figure. */
export function isNumberAt({ tokens }: Source, at: number): boolean {
  return (tokens[at]?.number ?? null) !== null;
}

const PRICE_MARKS = new Set("$€£#§");

/** Part of a longer number, word, price or version: nothing that begins here is a date. */
export function isGlued({ tokens }: Source, at: number): boolean {
  const previous = tokens[at - 1];
  const own = tokens[at];
  if (previous === undefined || own === undefined) return false;
  if (PRICE_MARKS.has(previous.text)) return true;
  if (own.isApart) return false;
  const origin = tokens[at - 3];
  const before = tokens[at - 2];
  if (/^[-.,/:]$/.test(previous.text)) {
    // The second date of 10/1-11/7 is one of its own.
    const isSecond = previous.text === "-" && /^[./]$/.test(origin?.text ?? "") &&
      tokens[at + 1]?.text === origin?.text;
    return before !== undefined && before.number !== null && !previous.isApart && !isSecond;
  }
  return /[a-z0-9%+]$/.test(previous.text);
}

/** A number behind a word that numbers things is no date or time: `section 1.2`, `page 3-4`. */
export function isLabelled(source: Source, at: number): boolean {
  const { words } = source;
  if (words.labels.size === 0 || !isNumberAt(source, at)) return false;
  const before = textAt(source, at - 1);
  return words.labels.has(before) ||
    (before === "." || IS.test(before)) && words.labels.has(textAt(source, at - 2));
}

/** `The ratio is 4:30`. */
const IS = /^(?:is|ist|est|es|è|é)$/;

/** Of several readings the one that takes most tokens; the first among equals. */
export function longest<Value>(
  ...readings: readonly (Found<Value> | null)[]
): Found<Value> | null {
  let best: Found<Value> | null = null;
  for (const reading of readings) {
    if (reading !== null && (best === null || reading.to > best.to)) best = reading;
  }
  return best;
}
