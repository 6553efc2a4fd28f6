/** The words dates are made of, in the languages the rules read. */
import { LETTERS } from "../../../text/letters.ts";
import { DUTCH_DATES } from "../../../words/dutch/dates.ts";
import { ENGLISH_DATES } from "../../../words/english/dates.ts";
import { FRENCH_DATES } from "../../../words/french/dates.ts";
import { GERMAN_DATES } from "../../../words/german/dates.ts";
import { ITALIAN_DATES } from "../../../words/italian/dates.ts";
import { PORTUGUESE_DATES } from "../../../words/portuguese/dates.ts";
import { SPANISH_DATES } from "../../../words/spanish/dates.ts";
import { compileWords } from "./compile_words.ts";
import { type DateLists, type DateWords } from "./word_lists.ts";

const LISTS: Readonly<Record<string, DateLists>> = {
  en: ENGLISH_DATES,
  de: GERMAN_DATES,
  es: SPANISH_DATES,
  fr: FRENCH_DATES,
  it: ITALIAN_DATES,
  nl: DUTCH_DATES,
  pt: PORTUGUESE_DATES,
};
/** Of other languages only figures are read. */
const FIGURES: DateLists = {};

const compiled = new Map<string, DateWords>();

/** The words of a language; English ones where it is unknown, none where it is another. */
export function dateWordsOf(language: string | null): DateWords {
  const name = language === null ? "en" : language in LISTS ? language : "";
  let words = compiled.get(name);
  if (words === undefined) {
    words = compileWords(LISTS[name] ?? FIGURES, name === "en");
    compiled.set(name, words);
  }
  return words;
}

/** Whether a text may hold a date of the language at all: a figure, or one of its words. Cheap. */
export function mayHoldDate(text: string, words: DateWords): boolean {
  let candidate = CANDIDATES.get(words);
  if (candidate === undefined) {
    candidate = compileCandidate(words);
    CANDIDATES.set(words, candidate);
  }
  return candidate.test(text);
}

const CANDIDATES = new Map<DateWords, RegExp>();

function compileCandidate(words: DateWords): RegExp {
  const lists: readonly (ReadonlyMap<string, unknown> | ReadonlySet<string>)[] = [
    ...[words.months, words.weekdays, words.units, words.clockUnits, words.dayWords],
    ...[words.dayParts, words.fixedDays, words.feasts, words.fixedTimes, words.beginnings],
    ...[words.weekNumber, words.clock, words.beforeHour, words.behindHour, words.hourIntro],
    new Set([...words.numbers.keys()].filter(isYearWord)),
  ];
  // Shorter ones are names of units, which have a figure in front.
  const names = lists.flatMap((list) => [...list.keys()])
    .filter((name) => name.length > 2).map((name) => name.replace(/[ '-]/g, ".{1,2}"));
  const ends = words.compounds.size === 0 ? `(?![${LETTERS}])` : "";
  if (names.length === 0) return /\d/;
  return new RegExp(`\\d|(?<![${LETTERS}])(?:${names.join("|")})${ends}`, "i");
}

/** Years in words begin with one of these. */
function isYearWord(name: string): boolean {
  return /^(?:nineteen|twenty|thousand)$/.test(name);
}

/** Words that a date can begin with, and words in front of one that belong to it. */
export interface Beginnings {
  readonly words: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

const BEGINNINGS = new Map<DateWords, Beginnings>();

/** What dates of a language begin with; most words of a sentence are passed over by it. */
export function beginningsOf(words: DateWords): Beginnings {
  let beginnings = BEGINNINGS.get(words);
  if (beginnings === undefined) {
    const lists: readonly (ReadonlyMap<string, unknown> | ReadonlySet<string>)[] = [
      ...[words.months, words.weekdays, words.units, words.dayWords, words.relations],
      ...[words.dayParts, words.edges, words.fixedDays, words.numbers, words.ordinals],
      ...[words.feasts, words.fixedTimes, words.beforeHour, words.beginnings],
      ...[words.weekNumber, words.within, words.leadingAgo, words.between],
    ];
    beginnings = {
      words: new Set(["'", ...lists.flatMap((list) => [...list.keys()])]),
      links: new Set([
        ...words.dayIntro,
        ...words.article,
        ...words.inTime,
        ...words.from,
        ...words.circa,
      ]),
    };
    BEGINNINGS.set(words, beginnings);
  }
  return beginnings;
}
