/** Which language is a text written in? */
import { weighKnownWords, weighOtherWords } from "./function_words.ts";
import { isLatin, listTellingLetters, readScript, weighLetters } from "./scripts.ts";
import { weighSpelling } from "./spelling.ts";
import { latin } from "../latin.ts";

/** Fewer letters say too little; those of other scripts say more. */
const MIN_LETTERS = 8;
const MIN_OTHER_LETTERS = 4;
/** Read to decide; enough for any email. */
const WORDS_READ = 120;
const UNITS_READ = 4_000;
const UNITS_WEIGHED = 400;

/**
 * Words alone decide where they speak this much for one language, and twice as much as for any
 * other.
 */
const SURE_WEIGHT = 4;
/** At once where it is this much, and this much for each word of the text. */
const PLAIN_WEIGHT = 8;
const PLAIN_SHARE = 0.5;
/** A text of fewer letters is told by its words, which must speak for no other as much. */
const SHORT_LETTERS = 25;
const SHORT_WEIGHT = 0.9;
const SHORT_LEAD = 0.5;
/**
 * Where spelling and words are taken together: what spelling is worth, and the least that
 * decides.
 */
const SPELLING_WEIGHT = 1;
const MIN_WEIGHT = 0.5;

/** Languages of much business email; a text in another is rarer (base 10 logarithm). */
const FREQUENT = new Set(["en", "de", "es", "fr", "it", "pt", "nl"]);
const RARER_BY = 0.3;

/** Text that stands for text is Latin, and says nothing. */
const PLACEHOLDER = "la";

const WORD = latin(String.raw`\p{L}[\p{L}\p{M}]{0,40}(?:'[a-z]{1,2}(?!\p{L}))?`, "g");

/** Addresses and markup are no language. */
const NO_LANGUAGE = /https?:\/\/\S{1,2000}|<[^<>]{0,1000}>|\S{1,80}@\S{1,200}|www\.\S{1,1000}/g;

/**
 * The language of a text as ISO 639-1; null when the text is too short or shows none. Words,
 * letters and spelling tell 33 languages in Latin letters apart, the script twelve others. Reads
 * at most 4,000 characters.
 */
export function detectLanguage(text: string): string | null {
  const start = text.slice(0, UNITS_READ);
  const read = (/[@<]|http|www\./.test(start) ? start.replace(NO_LANGUAGE, " ") : start)
    .toLowerCase().replaceAll("’", "'");
  const words = listFirstWords(read);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const weighed = read.slice(0, UNITS_WEIGHED);
  if (!isLatin(weighed)) return letters < MIN_OTHER_LETTERS ? null : readScript(weighed);
  if (letters < MIN_LETTERS) return null;
  const told = new Set(words);
  const weights = weighKnownWords(told);
  const [known, next] = rank(weights);
  if (known !== undefined && isPlain(known, next, told.size)) return known[0];
  for (const [language, weight] of weighOtherWords(told)) weights.set(language, weight);
  const telling = listTellingLetters(weighed);
  for (const [language, own] of weights) {
    const weight = weighLetters(telling, language);
    if (weight === null) continue;
    weights.set(language, own + weight - (FREQUENT.has(language) ? 0 : RARER_BY));
  }
  const [first, second] = rank(weights);
  if (letters < SHORT_LETTERS) return first !== undefined && leads(first, second) ? first[0] : null;
  if (first !== undefined && first[1] >= SURE_WEIGHT && first[1] >= 2 * (second?.[1] ?? 0)) {
    return first[0] === PLACEHOLDER ? null : first[0];
  }
  for (const [language, share] of weighSpelling(weighed)) {
    const own = weights.get(language);
    if (own !== undefined) weights.set(language, own + SPELLING_WEIGHT * share);
  }
  const [best] = rank(weights);
  return best !== undefined && best[1] >= MIN_WEIGHT && best[0] !== PLACEHOLDER ? best[0] : null;
}

/** So many words have more letters than any rule asks for. */
function listFirstWords(text: string): string[] {
  const words: string[] = [];
  const expression = WORD.for(text);
  expression.lastIndex = 0;
  while (words.length < WORDS_READ) {
    const word = expression.exec(text)?.[0];
    if (word === undefined) break;
    words.push(word);
  }
  return words;
}

/** Whether the words leave no doubt, so that those of further languages need not be read. */
function isPlain([, weight]: Weighed, second: Weighed | undefined, words: number): boolean {
  return weight >= Math.max(PLAIN_WEIGHT, PLAIN_SHARE * words) && weight >= 2 * (second?.[1] ?? 0);
}

type Weighed = readonly [language: string, weight: number];

function leads([, weight]: Weighed, second: Weighed | undefined): boolean {
  return weight >= SHORT_WEIGHT && weight - Math.max(0, second?.[1] ?? 0) >= SHORT_LEAD;
}

function rank(weights: ReadonlyMap<string, number>): Weighed[] {
  return [...weights].sort((a, b) => b[1] - a[1]);
}
