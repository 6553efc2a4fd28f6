/** Which dates, times and periods does a mail name? */
import type { DateFact } from "../analyzer.ts";
import { toPartFact } from "../text/facts.ts";
import type { Sentence } from "../text/sentences.ts";
import { dayOfTime, formatMoment } from "./dates/calendar.ts";
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
 * `receivedAt`. A period runs to the beginning of the next one (`2026-11-01/2026-12-01` for November), a
 * written range to its last word (`2026-11-03/2026-11-05` for 3–5 November). A time of day without a day
 * has no value. Linear in the text.
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
  for (const sentence of sentences) {
    if (dates.length >= MAX_DATES) break;
    if (!mayHoldDate(sentence.text, words)) continue;
    const source: Source = {
      tokens: tokenize(sentence.text),
      words,
      today: dayOfTime(receivedMs),
      second: Math.floor(receivedMs / 1_000) % DAY_SECONDS,
      isPast: PAST.test(sentence.text),
    };
    dates.push(...readSentence(sentence, source));
  }
  return dates.slice(0, MAX_DATES);
}

function readSentence(sentence: Sentence, source: Source): DateFact[] {
  const dates: DateFact[] = [];
  const { tokens } = source;
  for (let at = 0; at < tokens.length;) {
    const found = readWhen(source, at);
    const first = tokens[at];
    const last = found === null ? undefined : tokens[found.to - 1];
    if (found === null || first === undefined || last === undefined) {
      at++;
      continue;
    }
    const text = sentence.text.slice(first.start, last.end);
    dates.push({ ...toPartFact(sentence, first.start, text), value: formatWhen(found.value) });
    at = found.to;
  }
  return dates;
}

function formatWhen(when: When): string | null {
  if (when === null) return null;
  if ("day" in when) return formatMoment(when);
  return `${formatMoment(when.start)}/${formatMoment(when.end)}`;
}
