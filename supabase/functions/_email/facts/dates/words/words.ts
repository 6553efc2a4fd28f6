/** The words dates are made of, in the languages the rules read. */
import { cuesOfText } from "../../../text/phrases/text_cues.ts";
import { LETTERS } from "../../../text/letters.ts";
import { DUTCH_DATES } from "../../../words/dutch/facts/dates.ts";
import { ENGLISH_DATES } from "../../../words/english/facts/dates.ts";
import { FRENCH_DATES } from "../../../words/french/facts/dates.ts";
import { GERMAN_DATES } from "../../../words/german/facts/dates.ts";
import { ITALIAN_DATES } from "../../../words/italian/facts/dates.ts";
import { PORTUGUESE_DATES } from "../../../words/portuguese/facts/dates.ts";
import { SPANISH_DATES } from "../../../words/spanish/facts/dates.ts";
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

/**
 * Whether a text may hold a date of the language at all: a figure, or one of its words. Cheap.
 * @param text folded
 */
export function mayHoldDate(text: string, words: DateWords): boolean {
  if (DIGIT.test(text)) return true;
  let candidate = CANDIDATES.get(words);
  if (candidate === undefined) {
    candidate = toCandidate(words);
    CANDIDATES.set(words, candidate);
  }
  const { single, several, joined } = candidate;
  if (joined?.test(text)) return true;
  const found = cuesOfText(text).words;
  for (const word of found) if (single.has(word)) return true;
  return several.some((all) => all.every((word) => found.has(word)));
}

const DIGIT = /\d/;
const NAME_WORD = new RegExp(`[${LETTERS}]+`, "g");

/** What dates are named by. */
interface Candidate {
  readonly single: ReadonlySet<string>;
  /** The words of longer names. */
  readonly several: readonly (readonly string[])[];
  /** In languages that write words together, names are in others as well. */
  readonly joined: RegExp | null;
}

const CANDIDATES = new Map<DateWords, Candidate>();

function toCandidate(words: DateWords): Candidate {
  const lists: readonly (ReadonlyMap<string, unknown> | ReadonlySet<string>)[] = [
    ...[words.months, words.weekdays, words.units, words.clockUnits, words.dayWords],
    ...[words.dayParts, words.fixedDays, words.feasts, words.fixedTimes, words.beginnings],
    ...[words.weekNumber, words.clock, words.beforeHour, words.behindHour, words.hourIntro],
    new Set([...words.numbers.keys()].filter(isYearWord)),
  ];
  // Shorter ones are names of units, which have a figure in front.
  const names = lists.flatMap((list) => [...list.keys()]).filter((name) => name.length > 2);
  if (words.compounds.size > 0) {
    const source = names.map((name) => name.replace(/[ '-]/g, ".{1,2}")).join("|");
    return {
      single: new Set(),
      several: [],
      joined: new RegExp(`(?<![${LETTERS}])(?:${source})`),
    };
  }
  const split = names.map((name) => name.match(NAME_WORD) ?? []);
  return {
    single: new Set(split.filter(({ length }) => length === 1).map(([word = ""]) => word)),
    several: split.filter(({ length }) => length > 1),
    joined: null,
  };
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
    beginnings = listBeginnings(words);
    BEGINNINGS.set(words, beginnings);
  }
  return beginnings;
}

/** Apart from what is asked at every word: V8 would compile it along each time. */
function listBeginnings(words: DateWords): Beginnings {
  const lists: readonly (ReadonlyMap<string, unknown> | ReadonlySet<string>)[] = [
    ...[words.months, words.weekdays, words.units, words.dayWords, words.relations],
    ...[words.dayParts, words.edges, words.fixedDays, words.numbers, words.ordinals],
    ...[words.feasts, words.fixedTimes, words.beforeHour, words.beginnings],
    ...[words.weekNumber, words.within, words.leadingAgo, words.between],
  ];
  return {
    words: new Set(lists.flatMap((list) => [...list.keys()])),
    links: new Set([
      ...words.dayIntro,
      ...words.article,
      ...words.inTime,
      ...words.from,
      ...words.circa,
    ]),
  };
}
