/** Which language is a text written in? */
import { detectAll } from "tinyld/light";
import { weighFunctionWords } from "./function_words.ts";
import { weighSpelling } from "./spelling.ts";

/** Fewer letters say too little. */
const MIN_LETTERS = 12;
/** Read to decide; enough for any mail. */
const WORDS_READ = 120;
const UNITS_READ = 4_000;
const UNITS_WEIGHED = 400;

/** Words alone decide where they speak this much for one language, and twice as much as for any other. */
const SURE_WEIGHT = 4;
/** Where letters and words are taken together: what letters are worth, and the least that decides. */
const LETTER_WEIGHT = 3;
const SPELLING_WEIGHT = 1.5;
const MIN_WEIGHT = 0.9;

/** Addresses and markup are no language. */
const NO_LANGUAGE = /https?:\/\/\S{1,2000}|<[^<>]{0,1000}>|\S{1,80}@\S{1,200}|www\.\S{1,1000}/g;

/**
 * The language of a text as ISO 639-1; null when the text is too short or shows none. Function words of
 * eleven languages decide where there are enough of them; else letter statistics (tinyld's light
 * profile, 24 languages) are added. Reads at most 4,000 characters.
 */
export function detectLanguage(text: string): string | null {
  const read = text.slice(0, UNITS_READ).replace(NO_LANGUAGE, " ").toLowerCase()
    .replaceAll("’", "'");
  const words = read.match(/\p{L}[\p{L}\p{M}]{0,40}(?:'[a-z]{1,2}(?!\p{L}))?/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (letters < MIN_LETTERS) return null;
  const weights = weighFunctionWords(words.slice(0, WORDS_READ));
  const [first, second] = rank(weights);
  if (first !== undefined && first[1] >= SURE_WEIGHT && first[1] >= 2 * (second?.[1] ?? 0)) {
    return first[0];
  }
  for (const [language, share] of weighSpelling(read.slice(0, UNITS_WEIGHED))) {
    weights.set(language, (weights.get(language) ?? 0) + SPELLING_WEIGHT * share);
  }
  for (const { lang, accuracy } of detectAll(words.join(" ").slice(0, UNITS_WEIGHED))) {
    weights.set(lang, (weights.get(lang) ?? 0) + LETTER_WEIGHT * accuracy);
  }
  const [best] = rank(weights);
  return best !== undefined && best[1] >= MIN_WEIGHT && best[0].length === 2 ? best[0] : null;
}

function rank(weights: ReadonlyMap<string, number>): [language: string, weight: number][] {
  return [...weights].sort((a, b) => b[1] - a[1]);
}
