/** The expressions that amounts of money are found with. */
import { LETTERS } from "../../text/letters.ts";
import {
  AMOUNT_WORDS_SOURCE,
  FACTOR_SOURCE,
  FIGURES_SOURCE,
  LATE_FACTOR_SOURCE,
} from "./amounts.ts";
import {
  CODE_SOURCE,
  DOLLAR_SOURCE,
  LEADING_NAME_SOURCE,
  NAME_SOURCE,
  SIGN_SOURCE,
} from "./currencies.ts";

const LETTER = `[${LETTERS}]`;

let expressions: SumExpressions | null = null;

/** How sums are found; each for one sentence. */
export interface SumExpressions {
  /** A sentence without one has no sum; cheap, for most sentences have none. */
  readonly candidate: RegExp;
  readonly figures: RegExp;
  /** Behind a sum with its mark in front: the other end of a range, which has none. */
  readonly otherEnd: RegExp;
  /** In front of a sum with its mark behind. */
  readonly firstEnd: RegExp;
}

/** The expressions, compiled when first needed: most emails name no money. */
export function getSumExpressions(): SumExpressions {
  expressions ??= compileExpressions();
  return expressions;
}

const SPACE = "[ \\u00a0]";
const MARK = `(?:(?<!${LETTER})${DOLLAR_SOURCE}\\$|${SIGN_SOURCE})`;
/** `millones de euros`, `milioni di euro`, `millions d'euros`. */
const OF = `(?:d[eio][ \\u00a0]|d['’])?`;
const BEHIND =
  `(?<times>${FACTOR_SOURCE})?[ \\u00a0\\u202f-]?${OF}(?<unit>[mk])?(?<behind>${MARK}|` +
  `(?:${CODE_SOURCE}|${NAME_SOURCE})(?!${LETTER}))(?!\\d)` +
  `(?<late>${SPACE}${LATE_FACTOR_SOURCE}(?!${LETTER}))?`;

/** Between the ends of a range. */
const LINKS = "-|–|—|to|and|bis|und|y|a|à|et|e|tot|en";

function compileExpressions(): SumExpressions {
  const leading =
    `(?<![${LETTERS}\\d$€£])(?<big>[mk])?(?<before>(?:${DOLLAR_SOURCE})?\\$|${SIGN_SOURCE}|` +
    `${CODE_SOURCE}${SPACE}?\\$?|${LEADING_NAME_SOURCE})` +
    `\\s?(?<figures>${FIGURES_SOURCE})(?:[.,][-–—]{1,2})?(?<factor>${FACTOR_SOURCE})?`;
  const trailing =
    `(?<![${LETTERS}\\d.,$€£-])(?<count>${FIGURES_SOURCE})(?:[.,][-–—]{1,2})?${BEHIND}` +
    `(?:${SPACE}(?:and${SPACE})?(?<cents>\\d{1,2})${SPACE}cents?(?!${LETTER}))?`;
  return {
    candidate: new RegExp(
      `${SIGN_SOURCE}|(?<!${LETTER})` +
        `(?:[mk]?${CODE_SOURCE}|${NAME_SOURCE}|${LEADING_NAME_SOURCE})(?!${LETTER})`,
      "i",
    ),
    figures: new RegExp(`${leading}|${trailing}`, "gi"),
    otherEnd: new RegExp(
      `^${SPACE}?(?<link>${LINKS})${SPACE}?(?<mark>${MARK})?${SPACE}?` +
        `(?<figures>${FIGURES_SOURCE})(?<factor>${FACTOR_SOURCE})?(?!${LETTER}|[%\\d])`,
      "i",
    ),
    firstEnd: new RegExp(
      `(?<![${LETTERS}\\d.,$€£-])(?<figures>${FIGURES_SOURCE})(?<factor>${FACTOR_SOURCE})?` +
        `${SPACE}?(?<link>${LINKS})${SPACE}?$`,
      "i",
    ),
  };
}

let inWords: RegExp | null = null;

/** `seven dollars and thirty cents`: rarer still, so compiled on its own. */
export function getWordsExpression(): RegExp {
  inWords ??= new RegExp(
    `(?<![${LETTERS}\\d-])(?<words>${AMOUNT_WORDS_SOURCE})${BEHIND}` +
      `(?:${SPACE}(?:and${SPACE})?(?<cents>\\d{1,2}|` +
      `${AMOUNT_WORDS_SOURCE})${SPACE}cents?(?!${LETTER}))?`,
    "gi",
  );
  return inWords;
}
