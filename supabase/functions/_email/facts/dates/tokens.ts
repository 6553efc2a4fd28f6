/** A sentence as words, numbers and signs. */
import { LETTERS } from "../../text/letters.ts";
import { type Day } from "./calendar.ts";
import { type DateWords } from "./word_lists.ts";

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
  /** The sentence tells of something past: a lone weekday is the one before. */
  readonly isPast: boolean;
}

/** Something that was read, and the token behind it. */
export interface Found<Value> {
  readonly to: number;
  readonly value: Value;
}

const TOKEN = new RegExp(`\\d+|o['’]clock|[${LETTERS}]+|[^\\s]`, "gi");

/** Splits a sentence, `mar4` and `9pm` too. Linear. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const { 0: written, index } = match;
    const isNumber = written.charCodeAt(0) >= 48 && written.charCodeAt(0) <= 57;
    tokens.push({
      text: written.toLowerCase().replace("’", "'"),
      number: isNumber && written.length <= 8 ? Number(written) : null,
      start: index,
      end: index + written.length,
      isApart: tokens.length === 0 || index > end,
      isCapital: written.charAt(0) !== written.charAt(0).toLowerCase(),
    });
    end = index + written.length;
  }
  return tokens;
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
    if (source !== known) [known, places] = [source, []];
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
  while (to - at < limit && sets.some((words) => words.has(textAt(source, to)))) to++;
  return to;
}

/** Whether the token at a place directly follows the one before. */
export function isAttached({ tokens }: Source, at: number): boolean {
  return tokens[at]?.isApart === false;
}

/** Whether the token at a place is a figure. */
export function isNumberAt({ tokens }: Source, at: number): boolean {
  return (tokens[at]?.number ?? null) !== null;
}

/** Part of a longer number, word, price or version: nothing that begins here is a date. */
export function isGlued({ tokens }: Source, at: number): boolean {
  const [origin, before, previous, own] = [
    tokens[at - 3],
    tokens[at - 2],
    tokens[at - 1],
    tokens[at],
  ];
  if (previous === undefined || own === undefined) return false;
  if (/^[$€£#]$/.test(previous.text)) return true;
  if (own.isApart) return false;
  if (/^[-.,/:]$/.test(previous.text)) {
    // The second date of 10/1-11/7 is one of its own.
    const isSecond = previous.text === "-" && /^[./]$/.test(origin?.text ?? "") &&
      tokens[at + 1]?.text === origin?.text;
    return before !== undefined && before.number !== null && !previous.isApart && !isSecond;
  }
  return /[a-z0-9%+]$/.test(previous.text);
}

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
