/** Which dates, times and periods does an email name? */
import type { DateFact } from "../reading.ts";
import { toPartFact } from "../text/facts.ts";
import { type Sentence } from "../text/sentences.ts";
import { type Day, dayOfTime, formatMoment, formatPeriod } from "./dates/calendar.ts";
import { readWhen } from "./dates/moments.ts";
import { type Source, tokenize } from "./dates/tokens.ts";
import { beginningsOf, dateWordsOf, mayHoldDate } from "./dates/words.ts";
import { type When } from "./dates/timed_days.ts";

/** Dates reported of one email, as the record's contract says. */
const MAX_DATES = 20;
/** Words and signs read of one sentence; prose has a tenth. */
const MAX_TOKENS = 2_000;
const DAY_SECONDS = 86_400;

/**
 * Verbs that tell, in folded text, of what was: a weekday or date without a year is then the one
 * before.
 */
const PAST = new RegExp(
  String.raw`\b(?:was|were|did|had|been|since|sent|met|spoke|told|said|asked|called|rang|` +
    String.raw`talked|wrote|received|got|came|went|left|arrived|visited|happened|failed|broke|` +
    String.raw`stopped|missed|took|bought|ordered|paid|war|waren|hatte|hatten|habe|haben|wurde|` +
    String.raw`fue|estuvo|envi[ée]|recib[ií])\b`,
);

/**
 * The dates of an email in the order of its sentences, at most 20. Read for days and times of day
 * that are named, counted from another day, or written in figures; what recurs (`every Monday`)
 * and mere lengths (`for 3 hours`) are left out. Values are local to the writer; relative words
 * count from the UTC date of
 * `receivedAt`. Periods of whole days end with their last day (`2026-11-01/2026-11-30`); parts of
 * a day (`tomorrow morning`) are the day alone, `the end of` a period is its last day. A time of
 * day without a day belongs to the day named before, where none is to the email's own. A value is
 * null for a date that does not exist. Linear in the text.
 * @param language ISO 639-1; German and Spanish are read as such, all others as English
 * @param receivedAt ISO 8601
 */
export function findDates(
  sentences: readonly Sentence[],
  language: string | null,
  receivedAt: string,
): DateFact[] {
  const receivedMs = Date.parse(receivedAt);
  const words = dateWordsOf(language);
  const dates: DateFact[] = [];
  const today = dayOfTime(receivedMs);
  let named: Day | null = null;
  for (const sentence of sentences) {
    if (dates.length >= MAX_DATES) break;
    if (!mayHoldDate(sentence.text, words)) continue;
    const found = readSentence({
      tokens: tokenize(sentence.text).slice(0, MAX_TOKENS),
      words,
      today,
      second: Math.floor(receivedMs / 1_000) % DAY_SECONDS,
      isPast: PAST.test(sentence.folded),
    });
    // A time belongs to the day named last, or in its sentence only behind it.
    named ??= found.map(({ when }) => dayOf(when)).find((day) => day !== null) ?? null;
    for (const { start, end, when } of found) {
      named = dayOf(when) ?? named;
      const text = sentence.text.slice(start, end);
      dates.push({ ...toPartFact(sentence, start, text), value: formatWhen(when, named ?? today) });
    }
  }
  return dates.slice(0, MAX_DATES);
}

interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly when: When;
}

function readSentence(source: Source): FoundDate[] {
  const found: FoundDate[] = [];
  const { tokens } = source;
  for (let at = 0; at < tokens.length && found.length < MAX_DATES;) {
    const read = canBegin(source, at) ? readLongest(source, at) : null;
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
  const beginnings = beginningsOf(words);
  return token.number !== null || beginnings.words.has(token.text) ||
    beginnings.links.has(token.text) && canBegin({ tokens, words }, at + 1);
}

function skipLeading({ tokens, words }: Source, at: number, to: number): number {
  const isLeading = words.article.has(tokens[at]?.text ?? "") ||
    words.from.has(tokens[at]?.text ?? "");
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
