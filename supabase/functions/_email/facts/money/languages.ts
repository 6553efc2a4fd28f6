/** The words of amounts in every language. */
import { DUTCH_MONEY } from "../../words/dutch/money.ts";
import { ENGLISH_MONEY } from "../../words/english/money.ts";
import { FRENCH_MONEY } from "../../words/french/money.ts";
import { GERMAN_MONEY } from "../../words/german/money.ts";
import { ITALIAN_MONEY } from "../../words/italian/money.ts";
import { PORTUGUESE_MONEY } from "../../words/portuguese/money.ts";
import { SPANISH_MONEY } from "../../words/spanish/money.ts";
import { type MoneyLists, readPairs } from "./word_lists.ts";

const LISTS: Readonly<Record<string, MoneyLists>> = {
  en: ENGLISH_MONEY,
  de: GERMAN_MONEY,
  es: SPANISH_MONEY,
  fr: FRENCH_MONEY,
  it: ITALIAN_MONEY,
  nl: DUTCH_MONEY,
  pt: PORTUGUESE_MONEY,
};

const all = Object.values(LISTS);

/** Numbers by their words. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = toNumbers(all.map((one) => one.numbers));
/** Words that are one only in front of a factor. */
export const ONES: readonly string[] = all.flatMap((one) => one.one?.split(" ") ?? []);
/** Factors by their words, as most languages use them. */
export const FACTORS: ReadonlyMap<string, number> = toNumbers([
  ...all.map((one) => one.ownFactors ?? ""),
  ...all.flatMap((one) => [one.factors, one.short]),
]);
/** Those that may follow a number directly, and may end in a full stop. */
export const SHORT_FACTORS: readonly string[] = [
  ...toNumbers(all.map((one) => one.short)).keys(),
];
/** Names of currencies; each with its code or `?`, and perhaps `/100`. */
export const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map(
  all.flatMap((one) => readPairs(one.currencies)),
);

/** What a word multiplies with in a language; 1 for no factor. */
export function factorOf(word: string, language: string | null): number {
  const own = OWN.get(language ?? "en");
  return own?.get(word) ?? FACTORS.get(word) ?? 1;
}

const OWN: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(LISTS).map(([language, one]) => [language, toNumbers([one.ownFactors ?? ""])]),
);

function toNumbers(lists: readonly string[]): Map<string, number> {
  return new Map(
    lists.flatMap((list) => readPairs(list).map(([word, value]) => [word, Number(value)] as const)),
  );
}
