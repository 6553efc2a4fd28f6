/** The words dates are made of, in the three languages the rules read. */
import { type DateWords } from "./word_lists.ts";
import { ENGLISH } from "./words_en.ts";
import { GERMAN } from "./words_de.ts";
import { SPANISH } from "./words_es.ts";

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
  return new RegExp(`\\d|(?<![a-zß-ɏ])(?:${[...names, ...OTHERS].join("|")})(?![a-zß-ɏ])`, "i");
}

const OTHERS = [
  "noon|midday|midnight|mittags|o'clock|eod|eow|eom|eoy|fortnight|thanksgiving|easter|ostern|pfingsten|good friday|new year",
  "nineteen|twenty|thousand|karfreitag|labor day",
];

/** The words of a language; English ones where it is another or unknown. */
export function dateWordsOf(language: string | null): DateWords {
  if (language === "de") return GERMAN;
  return language === "es" ? SPANISH : ENGLISH;
}
