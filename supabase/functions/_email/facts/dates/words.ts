/** The words dates are made of, in the three languages the rules read. */
import { LETTERS } from "../../text/letters.ts";
import { type DateWords } from "./word_lists.ts";
import { ENGLISH } from "../../words/english/dates.ts";
import { GERMAN } from "../../words/german/dates.ts";
import { SPANISH } from "../../words/spanish/dates.ts";

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
  const maps = [
    words.months,
    words.weekdays,
    words.units,
    words.clockUnits,
    words.dayWords,
    words.dayParts,
    words.fixedDays,
  ];
  // Shorter ones are names of units, which have a figure in front.
  const names = maps.flatMap((map) => [...map.keys()]).filter((name) => name.length > 2);
  return new RegExp(
    `\\d|(?<![${LETTERS}])(?:${[...names, ...OTHERS].join("|")})(?![${LETTERS}])`,
    "i",
  );
}

const OTHERS = [
  "noon|midday|midnight|mittags|o'clock|eod|eow|eom|eoy|fortnight|thanksgiving|easter|" +
  "ostern|pfingsten|good friday|new year",
  "nineteen|twenty|thousand|karfreitag|labor day",
];

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
    const lists: readonly Iterable<string>[] = [
      ...[words.months, words.weekdays, words.units, words.dayWords, words.relations].map(keysOf),
      ...[words.dayParts, words.edges, words.fixedDays, words.numbers, words.ordinals].map(keysOf),
      ...[words.weekNumber, words.within, words.leadingAgo, words.between],
      OTHER_BEGINNINGS,
    ];
    beginnings = {
      words: new Set(lists.flatMap((list) => [...list])),
      links: new Set([...words.article, ...words.inTime, ...words.from, ...CIRCA_WORDS]),
    };
    BEGINNINGS.set(words, beginnings);
  }
  return beginnings;
}

function keysOf(map: ReadonlyMap<string, unknown>): Iterable<string> {
  return map.keys();
}

const OTHER_BEGINNINGS =
  ("noon midday midnight mittags mitternacht mediodía medianoche half quarter q h fy cy eod " +
    "eow eom eoy new " +
    "good boxing labor memorial black thanksgiving easter ostern ostersonntag ostermontag " +
    "karfreitag " +
    "himmelfahrt pfingsten pfingstmontag ' ’ now").split(" ");
const CIRCA_WORDS = "around about approximately ca circa gegen sobre".split(" ");

/** The words of a language; English ones where it is another or unknown. */
export function dateWordsOf(language: string | null): DateWords {
  if (language === "de") return GERMAN;
  return language === "es" ? SPANISH : ENGLISH;
}
