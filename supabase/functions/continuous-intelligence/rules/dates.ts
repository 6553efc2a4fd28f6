/** Which dates, times and periods does a mail name? */
import type { DateFact } from "../analyzer.ts";
import { toPartFact } from "../text/facts.ts";
import type { Sentence } from "../text/sentences.ts";
import { type Day, dayOfTime, formatMoment, formatPeriod } from "./dates/calendar.ts";
import { readWhen, type When } from "./dates/moments.ts";
import { type Source, tokenize } from "./dates/tokens.ts";
import { dateWordsOf, mayHoldDate } from "./dates/words.ts";

/** Dates reported of one mail, as the record's contract says. */
const MAX_DATES = 20;
const DAY_SECONDS = 86_400;

/** Verbs that tell of what was: a weekday or date without a year is then the one before. */
const PAST =
  /\b(?:was|were|did|had|sent|met|spoke|received|came|went|left|arrived|happened|ordered|paid|war|waren|hatte|hatten|habe|haben|wurde|fue|estuvo|envi[ée]|recib[ií])\b/i;

/**
 * The dates of a mail in the order of its sentences, at most 20. Read for days and times of day that are
 * named, counted from another day, or written in figures; what recurs (`every Monday`) and mere lengths
 * (`for 3 hours`) are left out. Values are local to the writer; relative words count from the UTC date of
 * `receivedAt`. Periods of whole days end with their last day (`2026-11-01/2026-11-30`); parts of a day
 * (`tomorrow morning`) are the day alone, `the end of` a period is its last day. A time of day without a
 * day belongs to the day named before, and has no value where none is. Linear in the text.
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
  let named: Day | null = null;
  for (const sentence of sentences) {
    if (dates.length >= MAX_DATES) break;
    if (!mayHoldDate(sentence.text, words)) continue;
    const found = readSentence({
      tokens: tokenize(sentence.text),
      words,
      today: dayOfTime(receivedMs),
      second: Math.floor(receivedMs / 1_000) % DAY_SECONDS,
      isPast: PAST.test(sentence.text),
    });
    // A time belongs to the day named last, or in its sentence only behind it.
    named ??= found.map(({ when }) => dayOf(when)).find((day) => day !== null) ?? null;
    for (const { start, end, when } of found) {
      named = dayOf(when) ?? named;
      const text = sentence.text.slice(start, end);
      dates.push({ ...toPartFact(sentence, start, text), value: formatWhen(when, named) });
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
  for (let at = 0; at < tokens.length;) {
    const read = readWhen(source, at);
    const first = tokens[at];
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

/** The day a fact names, where it is one. */
function dayOf(when: When): Day | null {
  if (when === null) return null;
  if ("day" in when) return when.day;
  return "start" in when && when.start.second !== null ? when.start.day : null;
}

function formatWhen(when: When, day: Day | null): string | null {
  if (when === null) return null;
  if ("day" in when) return formatMoment(when);
  if ("start" in when) return formatPeriod(when);
  if (day === null) return null;
  const start = { day, second: when.from };
  if (when.until === null) return formatMoment(start);
  const isNextDay = when.until <= when.from;
  return formatPeriod({ start, end: { day: isNextDay ? day + 1 : day, second: when.until } });
}
