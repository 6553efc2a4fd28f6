/** The words of amounts in every language. */
import { DUTCH_MONEY } from "../../words/dutch/facts/money.ts";
import { ENGLISH_MONEY } from "../../words/english/facts/money.ts";
import { FRENCH_MONEY } from "../../words/french/facts/money.ts";
import { GERMAN_MONEY } from "../../words/german/facts/money.ts";
import { ITALIAN_MONEY } from "../../words/italian/facts/money.ts";
import { PORTUGUESE_MONEY } from "../../words/portuguese/facts/money.ts";
import { SPANISH_MONEY } from "../../words/spanish/facts/money.ts";
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

/** The words of all languages. */
export interface MoneyWords {
  /** Numbers by their words. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Words that are one only in front of a factor. */
  readonly ones: readonly string[];
  /** Factors by their words, as most languages use them. */
  readonly factors: ReadonlyMap<string, number>;
  /** Those that may follow a number directly, and may end in a full stop. */
  readonly shortFactors: readonly string[];
  /** Names of currencies; each with its code or `?`, and perhaps `/100`. */
  readonly currencies: ReadonlyMap<string, string>;
  /** Factors that a language has for itself. */
  readonly own: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

let opened: MoneyWords | null = null;

/** Read when a sentence first may name an amount. */
export function openMoneyWords(): MoneyWords {
  return opened ??= readMoneyWords(Object.values(LISTS));
}

function readMoneyWords(all: readonly MoneyLists[]): MoneyWords {
  return {
    numbers: toNumbers(all.map((one) => one.numbers)),
    ones: all.flatMap((one) => one.one?.split(" ") ?? []),
    factors: toNumbers([
      ...all.map((one) => one.ownFactors ?? ""),
      ...all.flatMap((one) => [one.factors, one.short]),
    ]),
    shortFactors: [...toNumbers(all.map((one) => one.short)).keys()],
    currencies: new Map(all.flatMap((one) => readPairs(one.currencies))),
    own: new Map(
      Object.entries(LISTS).map(([language, one]) => [
        language,
        toNumbers([one.ownFactors ?? ""]),
      ]),
    ),
  };
}

/** What a word multiplies with in a language; 1 for no factor. */
export function factorOf(word: string, language: string | null): number {
  const { own, factors } = openMoneyWords();
  return own.get(language ?? "")?.get(word) ?? factors.get(word) ?? 1;
}

function toNumbers(lists: readonly string[]): Map<string, number> {
  return new Map(
    lists.flatMap((list) => readPairs(list).map(([word, value]) => [word, Number(value)] as const)),
  );
}
