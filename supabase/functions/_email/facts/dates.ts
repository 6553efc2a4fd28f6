/** Which dates, times and periods does an email name? */
import type { DateFact } from "../reading.ts";
import { toPartFact } from "../text/facts.ts";
import { type Sentence } from "../text/sentences.ts";
import { type Day, dayOfTime, formatMoment, formatPeriod } from "./dates/calendar.ts";
import { NO_SIGNALS, type OrderSignals, readOrder } from "./dates/signs/date_order.ts";
import { readWhen } from "./dates/moments.ts";
import { findTenses } from "./dates/signs/tense.ts";
import { type Source, type Token, tokenize } from "./dates/tokens.ts";
import { beginningsOf, dateWordsOf, mayHoldDate } from "./dates/words/words.ts";
import { type When } from "./dates/timed_days.ts";

/** Dates reported of one email, as the record's contract says. */
const MAX_DATES = 20;
/** Words and signs read of one sentence; prose has a tenth. */
const MAX_TOKENS = 2_000;
const DAY_SECONDS = 86_400;

/**
 * The dates of an email in the order of its sentences, at most 20. Read for days and times of day
 * that are named, counted from another day, or written in figures; what recurs (`every Monday`)
 * and mere lengths (`for 3 hours`) are left out. Values are local to the writer; relative words
 * count from the UTC date of `receivedAt`. Periods of whole days end with their last day
 * (`2026-11-01/2026-11-30`); parts of a day (`tomorrow morning`) are the day alone, `the end of` a
 * period is its last day. A time of day without a day belongs to the day named before, where none
 * is to the email's own. A value is null for a date that does not exist, and for figures such as
 * 3/4/2026 when nothing tells which is the month. Linear in the text.
 * @param language ISO 639-1; words are read in seven languages, in others only figures; as English
 * when it is null
 * @param receivedAt ISO 8601
 * @param signals what tells whether the sender writes the day or the month first
 */
export function findDates(
  sentences: readonly Sentence[],
  language: string | null,
  receivedAt: string,
  signals: OrderSignals = NO_SIGNALS,
): DateFact[] {
  const receivedMs = Date.parse(receivedAt);
  const words = dateWordsOf(language);
  const dates: DateFact[] = [];
  const today = dayOfTime(receivedMs);
  let order: ReturnType<typeof readOrder> | undefined;
  let named: Day | null = null;
  for (const sentence of sentences) {
    if (dates.length >= MAX_DATES) break;
    if (!mayHoldDate(sentence.folded, words)) continue;
    if (order === undefined && FIGURES.test(sentence.text)) {
      order = readOrder(sentences.map(({ text }) => text).join("\n"), language, signals);
    }
    const found = readSentence({
      tokens: tokenize(sentence.text, words).slice(0, MAX_TOKENS),
      words,
      today,
      second: Math.floor(receivedMs / 1_000) % DAY_SECONDS,
      isPast: false,
      order: order ?? null,
    });
    // A time belongs to the day named last, or in its sentence only behind it.
    named ??= found.map(({ when }) => dayOf(when)).find((day) => day !== null) ?? null;
    for (const { start, end, when } of found) {
      // In other languages the day before a time may be in words that are not read.
      if (when !== null && "from" in when && words.weekdays.size === 0) continue;
      named = dayOf(when) ?? named;
      const text = sentence.text.slice(start, end);
      dates.push({ ...toPartFact(sentence, start, text), value: formatWhen(when, named ?? today) });
    }
  }
  return dates.slice(0, MAX_DATES);
}

/** Figures whose order matters. */
const FIGURES = /\d[/.-]\d/;

interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly when: When;
}

function readSentence(source: Source): FoundDate[] {
  const found: FoundDate[] = [];
  const { tokens, words } = source;
  const told: Source = { ...source, isPast: true };
  let isPastAt: ((at: number) => boolean) | null = null;
  for (let at = 0; at < tokens.length && found.length < MAX_DATES;) {
    let read: ReturnType<typeof readWhen> = null;
    if (canBegin(source, at) && !isNamed(tokens, at)) {
      isPastAt ??= findTenses(tokens, words);
      read = readLongest(isPastAt(at) ? told : source, at);
    }
    // Articles and the like belong to the sentence, not to the date.
    const first = tokens[skipLeading(source, at, read?.to ?? at)];
    const last = read === null ? undefined : tokens[read.to - 1];
    if (read === null || first === undefined || last === undefined) {
      at++;
      continue;
    }
    found.push({ start: first.start, end: last.end, when: read.value });
    at = read.to;
  }
  return found;
}

/** `Herr Freitag`, `Mr. May`. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const title = tokens[at - 1]?.text === "." ? tokens[at - 2] : tokens[at - 1];
  return title?.isCapital === true && TITLE.test(title.text);
}

const TITLE = /^(?:mrs?|ms|miss|herrn?|frau|familie|dr|prof|sra?|sig|mme|mevrouw|meneer)$/;

/** Behind an article more may be read than with it: `el martes 24 de noviembre`. */
function readLongest(source: Source, at: number): ReturnType<typeof readWhen> {
  const read = readWhen(source, at);
  if (!source.words.article.has(source.tokens[at]?.text ?? "")) return read;
  const behind = readWhen(source, at + 1);
  return behind !== null && behind.to > (read?.to ?? 0) ? behind : read;
}

function canBegin(
  { tokens, words }: Pick<Source, "tokens" | "words">,
  at: number,
): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.number !== null) return true;
  // A year in two figures: `'26`.
  if (token.text === "'") return (tokens[at + 1]?.number ?? null) !== null;
  const beginnings = beginningsOf(words);
  return beginnings.words.has(token.text) ||
    beginnings.links.has(token.text) && canBegin({ tokens, words }, at + 1);
}

function skipLeading({ tokens, words }: Source, at: number, to: number): number {
  const text = tokens[at]?.text ?? "";
  const isLeading = words.article.has(text) || words.from.has(text) ||
    words.on.has(text) && !words.inTime.has(text);
  return isLeading && at + 1 < to ? at + 1 : at;
}

/** The day a fact names, where it is one. */
function dayOf(when: When): Day | null {
  if (when === null) return null;
  if ("day" in when) return when.day;
  return "start" in when && when.start.second !== null ? when.start.day : null;
}

function formatWhen(when: When, day: Day): string | null {
  if (when === null) return null;
  if ("day" in when) return formatMoment(when);
  if ("start" in when) return formatPeriod(when);
  const start = { day, second: when.from };
  if (when.until === null) return formatMoment(start);
  const isNextDay = when.until <= when.from;
  return formatPeriod({ start, end: { day: isNextDay ? day + 1 : day, second: when.until } });
}
