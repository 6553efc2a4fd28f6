/** The expressions that amounts of money are found with. */
import { quick } from "../../text/quick.ts";
import { LETTERS } from "../../text/letters.ts";
import { type AmountSources, FIGURES_SOURCE, writeAmountSources } from "./amounts.ts";
import {
  CODE_SOURCE,
  DOLLAR_SOURCE,
  LEADING_NAME_SOURCE,
  OTHER_SCRIPT_SOURCE,
  SIGN_SOURCE,
  writeNameSource,
} from "./currencies.ts";

const LETTER = `[${LETTERS}]`;

/** How sums are found; each for one sentence. */
export interface SumExpressions {
  readonly figures: RegExp;
  /** Behind a sum with its mark in front: the other end of a range, which has none. */
  readonly otherEnd: RegExp;
  /** In front of a sum with its mark behind. */
  readonly firstEnd: RegExp;
}

const expressions: { signs?: SumExpressions; words?: SumExpressions } = {};

/**
 * The expressions, compiled when first needed. Most sums have nothing but a sign beside their
 * figures, and the words of seven languages take long to compile.
 * @param hasWords whether the sentence has any of the words, see `hasSumWord`
 */
export function getSumExpressions(hasWords: boolean): SumExpressions {
  return hasWords
    ? expressions.words ??= compileExpressions(writeWordSources(writeAmountSources()))
    : expressions.signs ??= compileExpressions(SIGNS_ALONE);
}

const SPACE = "[ \\u00a0]";
const MARK = `(?:(?<!${LETTER})${DOLLAR_SOURCE}\\$|${SIGN_SOURCE}|${OTHER_SCRIPT_SOURCE})`;
const MARK_IN_FRONT = `(?:${DOLLAR_SOURCE})?\\$|${SIGN_SOURCE}`;
/** `millones de euros`, `milioni di euro`, `millions d'euros`. */
const OF = `(?:d[eio][ \\u00a0]|d['’])?`;

/** Parts of the expressions. */
interface SumSources {
  /** A mark in front of figures. */
  readonly before: string;
  /** What comes behind figures, with the mark. */
  readonly behind: string;
  /** A factor directly behind figures. */
  readonly factor: string;
}

const SIGNS_ALONE: SumSources = {
  before: `(?<before>${MARK_IN_FRONT})`,
  behind: `[ \\u00a0\\u202f-]?${OF}(?<behind>${MARK})(?!\\d)`,
  factor: "",
};

function writeWordSources(sources: AmountSources): SumSources {
  return {
    before: `(?<big>[mk])?(?<before>${MARK_IN_FRONT}|${CODE_SOURCE}${SPACE}?\\$?|` +
      `${LEADING_NAME_SOURCE})`,
    behind: `${writeBehind(sources)}` +
      `(?:${SPACE}(?:and${SPACE})?(?<cents>\\d{1,2})${SPACE}cents?(?!${LETTER}))?`,
    factor: `(?<factor>${sources.factor})?`,
  };
}

function writeBehind({ factor, lateFactor }: AmountSources): string {
  return `(?<times>${factor})?[ \\u00a0\\u202f-]?${OF}(?<unit>[mkt])?(?<behind>${MARK}|` +
    `(?:${CODE_SOURCE}|${writeNameSource()})(?!${LETTER}))(?!\\d)` +
    `(?<late>${SPACE}${lateFactor}(?!${LETTER}))?`;
}

/** Between the ends of a range. */
const LINKS = "-|–|—|to|and|bis|und|y|ai?|à|et|e|tot|en|hasta|até|jusqu'à";
/** `tra i 300 e i 400 euro`. */
const ARTICLE = `(?:${SPACE}(?:i|l[eo]s|os|de))?`;
/** `25.000,- Euro`. */
const NO_CENTS = "(?:[.,][-–—]{1,2})?";
const NO_FIGURES_BEFORE = `(?<![${LETTERS}\\d.,$€£-])`;
/** The same, or the other end of a range: `40-60 EUR`. */
const RANGE_BEFORE =
  `(?:${NO_FIGURES_BEFORE}|(?<=(?<![${LETTERS}\\d.,$€£/-])\\d{1,7}(?:[.,]\\d{1,3})?-))`;

function compileExpressions({ before, behind, factor }: SumSources): SumExpressions {
  const leading = `(?<![${LETTERS}\\d$€£])${before}\\s?(?<figures>${FIGURES_SOURCE})` +
    `${NO_CENTS}${factor}`;
  const trailing = `${RANGE_BEFORE}(?<count>${FIGURES_SOURCE})${NO_CENTS}${behind}`;
  return {
    figures: quick(`${leading}|${trailing}`, "gi"),
    otherEnd: quick(
      `^${SPACE}?(?<link>${LINKS})${ARTICLE}${SPACE}?(?<mark>${MARK})?${SPACE}?` +
        `(?<figures>${FIGURES_SOURCE})${factor}(?!${LETTER}|[%\\d])`,
      "i",
    ),
    firstEnd: quick(
      `${NO_FIGURES_BEFORE}(?<figures>${FIGURES_SOURCE})${factor}` +
        `${SPACE}?(?<link>${LINKS})${ARTICLE}${SPACE}?$`,
      "i",
    ),
  };
}

let inWords: RegExp | null = null;

/** `seven dollars and thirty cents`: rarer still, so compiled on its own. */
export function getWordsExpression(): RegExp {
  return inWords ??= compileWordsExpression(writeAmountSources());
}

function compileWordsExpression(sources: AmountSources): RegExp {
  return quick(
    `(?<![${LETTERS}\\d-])(?<words>${sources.words})${writeBehind(sources)}` +
      `(?:${SPACE}(?:and${SPACE})?(?<cents>\\d{1,2}|` +
      `${sources.words})${SPACE}cents?(?!${LETTER}))?`,
    "gi",
  );
}
