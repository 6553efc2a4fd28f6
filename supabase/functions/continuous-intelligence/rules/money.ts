/** Which sums of money does a mail name? */
import type { MoneyFact } from "../analyzer.ts";
import { toPartFact } from "../text/facts.ts";
import type { Sentence } from "../text/sentences.ts";
import {
  AMOUNT_WORDS_SOURCE,
  FACTOR_SOURCE,
  FIGURES_SOURCE,
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

let expressions: Expressions | null = null;

interface Expressions {
  /** A sentence without one has no sum; cheap, for most sentences have none. */
  readonly candidate: RegExp;
  readonly sum: RegExp;
  readonly sharedFactor: RegExp;
}

/** Compiled when first needed: most mails name no money. */
function getExpressions(): Expressions {
  expressions ??= compileExpressions();
  return expressions;
}

function compileExpressions(): Expressions {
  const space = "[ \\u00a0]";
  const mark = `(?:(?<![\\p{L}])(?:${DOLLAR_SOURCE})${space}?\\$|${SIGN_SOURCE})`;
  const leading =
    `(?<![\\p{L}\\d$€£])(?<big>[mk])?(?<before>(?:${DOLLAR_SOURCE}${space}?)?\\$|${SIGN_SOURCE}|${CODE_SOURCE}${space}?\\$?)` +
    `\\s?(?<figures>${FIGURES_SOURCE})(?:,[-–—]{1,2})?(?<factor>${FACTOR_SOURCE})?`;
  const trailing =
    `(?<![\\p{L}\\d.,$€£-])(?:(?<count>${FIGURES_SOURCE})(?:,[-–—]{1,2})?|(?<words>${AMOUNT_WORDS_SOURCE}))` +
    `(?<times>${FACTOR_SOURCE})?[ \\u00a0-]?(?<unit>[mk])?(?<behind>${mark}|(?:${CODE_SOURCE}|${NAME_SOURCE})(?!\\p{L}))(?!\\d)` +
    `(?<late>${space}(?:million|billion|mio|mrd|bn|mn)(?!\\p{L}))?` +
    `(?:${space}(?:and${space})?(?<cents>\\d{1,2}|${AMOUNT_WORDS_SOURCE})${space}cents?(?!\\p{L}))?`;
  return {
    candidate: new RegExp(
      `${SIGN_SOURCE}|(?<!\\p{L})(?:[mk]?${CODE_SOURCE}|${NAME_SOURCE})(?!\\p{L})`,
      "iu",
    ),
    sum: new RegExp(`${leading}|${trailing}`, "giu"),
    sharedFactor: new RegExp(
      `^${space}?(?:-|–|—|to|and|bis|und|a|y)${space}?(?:${mark})?${space}?(?:${FIGURES_SOURCE})(${FACTOR_SOURCE})`,
      "iu",
    ),
  };
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
  for (const match of sentence.text.matchAll(getExpressions().sum)) {
    const groups = match.groups ?? {};
    const written = groups["before"] ?? groups["behind"] ?? "";
    const mark = readCurrency(written);
    const text = match[0];
    if (mark === null || isNoSum(sentence.text, match.index, text, written)) continue;
    const rest = sentence.text.slice(match.index + text.length, match.index + text.length + 60);
    const amount = readAmount(groups, language) * (hasFactor(groups) ? 1 : readSharedFactor(rest));
    if (!Number.isFinite(amount)) continue;
    const cents = readCents(groups["cents"] ?? "0") / 100;
    sums.push({
      ...toPartFact(sentence, match.index, text),
      amount: round(amount / mark.share + cents),
      currency: mark.currency,
    });
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

/** The million of `$10 to 15 million` counts for both. */
function readSharedFactor(rest: string): number {
  return readFactor(getExpressions().sharedFactor.exec(rest)?.[1] ?? "");
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
