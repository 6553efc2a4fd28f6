/** Which amounts does an email name? */
import type { MoneyFact } from "../reading.ts";
import { cuesOfText } from "../text/phrases/text_cues.ts";
import { toPartFact } from "../text/facts.ts";
import { findMatches } from "../text/latin.ts";
import type { Sentence } from "../text/sentences.ts";
import { hasNumberWord, readAmountWords, readFactor, readFigures } from "./money/amounts.ts";
import { hasSumWord, mayNameCurrency, readCurrency } from "./money/currencies.ts";
import { getSumExpressions, getWordsExpression } from "./money/expressions.ts";
import { findFirstEnd, findOtherEnd } from "./money/ranges.ts";

/** Sums reported of one email, as the record's contract says. */
const MAX_SUMS = 20;
/** Longer sentences are not searched for numbers in words, of which a hostile one could be full. */
const MAX_WORDED_UNITS = 2_000;
const DIGIT = /\d/;

/**
 * The sums of an email in the order of its sentences, at most 20: figures or words beside a
 * currency's sign, code or name. Cents are parts of one (`50 cents` is 0.5). Names that several
 * states use (`francs`, `pesos`) leave the currency open; `$` alone is taken as US dollars, `£` as
 * sterling,
 * `¥` as
 * yen. Linear in the text.
 * @param language ISO 639-1; decides what 1.500 means, see `readFigures`
 */
export function findMoney(sentences: readonly Sentence[], language: string | null): MoneyFact[] {
  const sums: MoneyFact[] = [];
  for (const sentence of sentences) {
    if (sums.length >= MAX_SUMS) break;
    const { words } = cuesOfText(sentence.folded);
    if (!mayNameCurrency(sentence.text, words)) continue;
    // A sum has figures, or words for them.
    const isWorded = hasNumberWord(words);
    if (isWorded || DIGIT.test(sentence.text)) sums.push(...readSums(sentence, language, isWorded));
  }
  return sums.slice(0, MAX_SUMS);
}

const DOLLAR_CODE = /^ ?(USD|CAD|AUD|NZD|SGD|HKD|TWD|MXN|ARS|CLP|COP|pesos)\b/;

function readSums(
  sentence: Sentence,
  language: string | null,
  isWorded: boolean,
): MoneyFact[] {
  const sums: MoneyFact[] = [];
  const expressions = getSumExpressions(isWorded || hasSumWord(cuesOfText(sentence.folded).words));
  const matches = findMatches(expressions.figures, sentence.text);
  if (isWorded && sentence.text.length <= MAX_WORDED_UNITS) {
    matches.push(...findMatches(getWordsExpression(), sentence.text));
    matches.sort((a, b) => a.index - b.index);
  }
  let end = 0;
  for (const match of matches) {
    if (match.index < end) continue;
    const groups = match.groups ?? {};
    const sign = groups["before"] ?? groups["behind"] ?? "";
    // "$1,200 CAD" says which dollars.
    const code = sign === "$" &&
      DOLLAR_CODE.exec(sentence.text.slice(match.index + match[0].length));
    const written = code ? code[1] ?? "" : sign;
    const mark = readCurrency(written, language);
    const text = match[0] + (code ? code[0] : "");
    if (mark === null || isNoSum(sentence.text, match.index, text, written)) continue;
    end = match.index + text.length;
    const isLeading = groups["before"] !== undefined;
    const other = isLeading
      ? findOtherEnd(sentence.text, match.index, end, expressions)
      : findFirstEnd(sentence.text, match.index, expressions);
    const shared = other !== null && isLeading && !hasFactor(groups)
      ? readFactor(other.factor, language)
      : 1;
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
      language,
    );
    const otherSum = {
      ...toPartFact(sentence, other.at, other.text),
      amount: round(readFigures(other.figures, language, factor > 1) * factor / mark.share),
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
    ? readFigures(figures ?? count ?? "", language, hasFactor(groups))
    : readAmountWords(words ?? "");
  const written = [
    groups["factor"] ?? groups["times"],
    groups["late"],
    groups["big"] ?? groups["unit"],
  ];
  return written.reduce((amount, factor) => amount * readFactor(factor ?? "", language), base);
}

function hasFactor(groups: Record<string, string | undefined>): boolean {
  return ["factor", "times", "late", "big", "unit"].some((name) => groups[name] !== undefined);
}

function readCents(written: string): number {
  return /^\d/.test(written) ? Number(written) : readAmountWords(written);
}

/** `20 pounds of flour` is a weight, `3-cent` a price; `1,000 US` needs its dollar. */
function isNoSum(sentence: string, at: number, text: string, mark: string): boolean {
  const behind = sentence.slice(at + text.length, at + text.length + 12);
  if (/^pounds?$/i.test(mark)) {
    if (/^\s?(?:of|per|\/)\b/i.test(behind)) return true;
    if (/\bweigh(?:s|ed|t)?\b/i.test(sentence.slice(Math.max(at - 40, 0), at))) return true;
  }
  // "Fr. 12.11." is a date, "Fr. 10.30" a time.
  if (/^fr\.$/i.test(mark) && /^\D*(?:[0-2]?\d|3[01])(?!\d|['’][0-9])(?![.,][-–—])/.test(text)) {
    return true;
  }
  // "deux cents euros" are two hundred.
  if (/^cents$/i.test(mark) && /^\s(?:euro|mille|franc)/i.test(behind)) return true;
  // "5 grand pianos"
  if (/^grand$/i.test(mark) && !GRAND_SUM.test(behind)) return true;
  // The figures of a longer number, such as an address or a part number.
  return /^[\d]|^[.,]\d/.test(behind) && /\d$/.test(text);
}

/** What follows on twelve thousand, and on no piano. */
const GRAND_SUM = new RegExp(
  "^\\s*(?:$|[^\\s\\w]|(?:for|a|per|is|to|in|on|and|or|plus|off|more|less|at|of|each|from|by|" +
    "this|we|i)\\b)",
  "i",
);

/** Sums carry at most four decimals; this ends what binary fractions add. */
function round(amount: number): number {
  return Math.round(amount * 10_000) / 10_000;
}
