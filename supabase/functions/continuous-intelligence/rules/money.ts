/** Which sums of money does a mail name? */
import type { MoneyFact } from "../analyzer.ts";
import { toPartFact } from "../text/facts.ts";
import type { Sentence } from "../text/sentences.ts";
import {
  AMOUNT_WORDS_SOURCE,
  FACTOR_SOURCE,
  FIGURES_SOURCE,
  HAS_NUMBER_WORD,
  readAmountWords,
  readFactor,
  readFigures,
} from "./money/amounts.ts";
import {
  CODE_SOURCE,
  DOLLAR_SOURCE,
  NAME_SOURCE,
  readCurrency,
  SIGN_SOURCE,
} from "./money/currencies.ts";

/** Sums reported of one mail, as the record's contract says. */
const MAX_SUMS = 20;

/** Letters of the languages read; full Unicode classes take ten times as long to compile. */
const LETTER = "[a-zß-ɏ]";

let expressions: Expressions | null = null;

interface Expressions {
  /** A sentence without one has no sum; cheap, for most sentences have none. */
  readonly candidate: RegExp;
  readonly figures: RegExp;
  /** Behind a sum with its mark in front: the other end of a range, which has none. */
  readonly otherEnd: RegExp;
  /** In front of a sum with its mark behind. */
  readonly firstEnd: RegExp;
}

/** Compiled when first needed: most mails name no money. */
function getExpressions(): Expressions {
  expressions ??= compileExpressions();
  return expressions;
}

const SPACE = "[ \\u00a0]";
const MARK = `(?:(?<!${LETTER})(?:${DOLLAR_SOURCE})${SPACE}?\\$|${SIGN_SOURCE})`;
const BEHIND =
  `(?<times>${FACTOR_SOURCE})?[ \\u00a0-]?(?:de )?(?<unit>[mk])?(?<behind>${MARK}|(?:${CODE_SOURCE}|${NAME_SOURCE})(?!${LETTER}))(?!\\d)` +
  `(?<late>${SPACE}(?:million|billion|mio|mrd|bn|mn)(?!${LETTER}))?`;

function compileExpressions(): Expressions {
  const leading =
    `(?<![a-zß-ɏ\\d$€£])(?<big>[mk])?(?<before>(?:${DOLLAR_SOURCE}${SPACE}?)?\\$|${SIGN_SOURCE}|${CODE_SOURCE}${SPACE}?\\$?)` +
    `\\s?(?<figures>${FIGURES_SOURCE})(?:,[-–—]{1,2})?(?<factor>${FACTOR_SOURCE})?`;
  const trailing = `(?<![a-zß-ɏ\\d.,$€£-])(?<count>${FIGURES_SOURCE})(?:,[-–—]{1,2})?${BEHIND}` +
    `(?:${SPACE}(?:and${SPACE})?(?<cents>\\d{1,2})${SPACE}cents?(?!${LETTER}))?`;
  return {
    candidate: new RegExp(
      `${SIGN_SOURCE}|(?<!${LETTER})(?:[mk]?${CODE_SOURCE}|${NAME_SOURCE})(?!${LETTER})`,
      "i",
    ),
    figures: new RegExp(`${leading}|${trailing}`, "gi"),
    otherEnd: new RegExp(
      `^${SPACE}?(?<link>-|–|—|to|and|bis|und|y|a)${SPACE}?(?<mark>${MARK})?${SPACE}?(?<figures>${FIGURES_SOURCE})(?<factor>${FACTOR_SOURCE})?(?!${LETTER}|[%\\d])`,
      "i",
    ),
    firstEnd: new RegExp(
      `(?<![a-zß-ɏ\\d.,$€£-])(?<figures>${FIGURES_SOURCE})(?<factor>${FACTOR_SOURCE})?${SPACE}?(?<link>-|–|—|to|and|bis|und|y|a)${SPACE}?$`,
      "i",
    ),
  };
}

let inWords: RegExp | null = null;

/** `thirteen dollars and forty-five cents`: rarer still, so compiled on its own. */
function getWordsExpression(): RegExp {
  inWords ??= new RegExp(
    `(?<![a-zß-ɏ\\d-])(?<words>${AMOUNT_WORDS_SOURCE})${BEHIND}` +
      `(?:${SPACE}(?:and${SPACE})?(?<cents>\\d{1,2}|${AMOUNT_WORDS_SOURCE})${SPACE}cents?(?!${LETTER}))?`,
    "gi",
  );
  return inWords;
}

/**
 * The sums of a mail in the order of its sentences, at most 20: figures or words beside a currency's
 * sign, code or name. Cents are parts of one (`50 cents` is 0.5). Names that several states use
 * (`francs`, `pesos`) leave the currency open; `$` alone is taken as US dollars, `£` as sterling, `¥` as
 * yen. Linear in the text.
 * @param language ISO 639-1; decides what 1.500 means, see `readFigures`
 */
export function findMoney(sentences: readonly Sentence[], language: string | null): MoneyFact[] {
  const sums: MoneyFact[] = [];
  for (const sentence of sentences) {
    if (sums.length >= MAX_SUMS) break;
    if (getExpressions().candidate.test(sentence.text)) sums.push(...readSums(sentence, language));
  }
  return sums.slice(0, MAX_SUMS);
}

function readSums(sentence: Sentence, language: string | null): MoneyFact[] {
  const sums: MoneyFact[] = [];
  const matches = [...sentence.text.matchAll(getExpressions().figures)];
  if (HAS_NUMBER_WORD.test(sentence.text)) {
    matches.push(...sentence.text.matchAll(getWordsExpression()));
    matches.sort((a, b) => a.index - b.index);
  }
  let end = 0;
  for (const match of matches) {
    if (match.index < end) continue;
    const groups = match.groups ?? {};
    const written = groups["before"] ?? groups["behind"] ?? "";
    const mark = readCurrency(written);
    const text = match[0];
    if (mark === null || isNoSum(sentence.text, match.index, text, written)) continue;
    end = match.index + text.length;
    const isLeading = groups["before"] !== undefined;
    const other = isLeading
      ? findOtherEnd(sentence.text, match.index, end)
      : findFirstEnd(sentence.text, match.index);
    const shared = other !== null && isLeading && !hasFactor(groups) ? readFactor(other.factor) : 1;
    const amount = readAmount(groups, language) * shared;
    if (!Number.isFinite(amount)) continue;
    const cents = readCents(groups["cents"] ?? "0") / 100;
    const sum = {
      ...toPartFact(sentence, match.index, text),
      amount: round(amount / mark.share + cents),
      currency: mark.currency,
    };
    if (other === null || other.hasMark) {
      sums.push(sum);
      continue;
    }
    const factor = readFactor(
      other.factor === "" ? groups["factor"] ?? groups["times"] ?? "" : other.factor,
    );
    const otherSum = {
      ...toPartFact(sentence, other.at, other.text),
      amount: round(readFigures(other.figures, language) * factor / mark.share),
      currency: mark.currency,
    };
    sums.push(...(isLeading ? [sum, otherSum] : [otherSum, sum]));
    if (isLeading) end = other.at + other.text.length;
  }
  return sums;
}

function readAmount(groups: Record<string, string | undefined>, language: string | null): number {
  const { figures, count, words } = groups;
  const base = figures !== undefined || count !== undefined
    ? readFigures(figures ?? count ?? "", language)
    : readAmountWords(words ?? "");
  const factor = readFactor(groups["factor"] ?? groups["times"] ?? "");
  return base * factor * readFactor(groups["late"] ?? "") *
    readFactor(groups["big"] ?? groups["unit"] ?? "");
}

function hasFactor(groups: Record<string, string | undefined>): boolean {
  return ["factor", "times", "late", "big", "unit"].some((name) => groups[name] !== undefined);
}

function readCents(written: string): number {
  return /^\d/.test(written) ? Number(written) : readAmountWords(written);
}

interface RangeEnd {
  readonly at: number;
  readonly text: string;
  readonly figures: string;
  /** As written; the million of `$10 to 15 million` counts for both. */
  readonly factor: string;
  /** It names its currency itself, and is found as a sum of its own. */
  readonly hasMark: boolean;
}

/** Characters around a sum in which the other end of its range may stand. */
const NEAR_UNITS = 40;
const IN_BETWEEN = /\b(?:between|zwischen|entre)\b/i;

function findOtherEnd(text: string, start: number, end: number): RangeEnd | null {
  const match = getExpressions().otherEnd.exec(text.slice(end, end + NEAR_UNITS));
  if (match === null || !isRange(match.groups?.["link"] ?? "", text.slice(0, start))) return null;
  return toRangeEnd(match, end);
}

function findFirstEnd(text: string, start: number): RangeEnd | null {
  const from = Math.max(start - NEAR_UNITS, 0);
  const match = getExpressions().firstEnd.exec(text.slice(from, start));
  if (match === null || !isRange(match.groups?.["link"] ?? "", text.slice(0, start))) return null;
  return toRangeEnd(match, from);
}

/** `and` joins the ends of a range only behind `between`, the Spanish `a` behind `de`. */
function isRange(link: string, before: string): boolean {
  if (/^(?:and|und|y)$/i.test(link)) return IN_BETWEEN.test(before);
  return !/^a$/i.test(link) || /\b(?:de|desde)\b/i.test(before);
}

function toRangeEnd(match: RegExpExecArray, offset: number): RangeEnd {
  const { figures = "", factor = "", mark } = match.groups ?? {};
  const at = match.index + match[0].indexOf(figures);
  return {
    at: offset + at,
    text: figures + factor,
    figures,
    factor,
    hasMark: mark !== undefined,
  };
}

/** `20 pounds of flour` is a weight, `3-cent` a price; `1,000 US` needs its dollar. */
function isNoSum(sentence: string, at: number, text: string, mark: string): boolean {
  const behind = sentence.slice(at + text.length, at + text.length + 12);
  if (/^pounds?$/i.test(mark) && /^\s?(?:of|per|\/)\b/i.test(behind)) return true;
  // The figures of a longer number, such as an address or a part number.
  return /^[\d]|^[.,]\d/.test(behind) && /\d$/.test(text);
}

/** Sums carry at most four decimals; this ends what binary fractions add. */
function round(amount: number): number {
  return Math.round(amount * 10_000) / 10_000;
}
