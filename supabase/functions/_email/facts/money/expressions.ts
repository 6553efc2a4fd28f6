/** The expressions that amounts of money are found with. */
import { LETTERS } from "../../text/letters.ts";
import { type AmountSources, FIGURES_SOURCE, writeAmountSources } from "./amounts.ts";
import {
  CODE_SOURCE,
  DOLLAR_SOURCE,
  LEADING_NAME_SOURCE,
  SIGN_SOURCE,
  writeNameSource,
} from "./currencies.ts";

const LETTER = `[${LETTERS}]`;

let expressions: SumExpressions | null = null;

/** How sums are found; each for one sentence. */
export interface SumExpressions {
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
function writeBehind({ factor, lateFactor }: AmountSources): string {
  return `(?<times>${factor})?[ \\u00a0\\u202f-]?${OF}(?<unit>[mk])?(?<behind>${MARK}|` +
    `(?:${CODE_SOURCE}|${writeNameSource()})(?!${LETTER}))(?!\\d)` +
    `(?<late>${SPACE}${lateFactor}(?!${LETTER}))?`;
}

/** Between the ends of a range. */
const LINKS = "-|–|—|to|and|bis|und|y|a|à|et|e|tot|en";

function compileExpressions(): SumExpressions {
  const sources = writeAmountSources();
  const leading =
    `(?<![${LETTERS}\\d$€£])(?<big>[mk])?(?<before>(?:${DOLLAR_SOURCE})?\\$|${SIGN_SOURCE}|` +
    `${CODE_SOURCE}${SPACE}?\\$?|${LEADING_NAME_SOURCE})` +
    `\\s?(?<figures>${FIGURES_SOURCE})(?:[.,][-–—]{1,2})?(?<factor>${sources.factor})?`;
  const trailing =
    `(?<![${LETTERS}\\d.,$€£-])(?<count>${FIGURES_SOURCE})(?:[.,][-–—]{1,2})?${
      writeBehind(sources)
    }` +
    `(?:${SPACE}(?:and${SPACE})?(?<cents>\\d{1,2})${SPACE}cents?(?!${LETTER}))?`;
  return {
    figures: new RegExp(`${leading}|${trailing}`, "gi"),
    otherEnd: new RegExp(
      `^${SPACE}?(?<link>${LINKS})${SPACE}?(?<mark>${MARK})?${SPACE}?` +
        `(?<figures>${FIGURES_SOURCE})(?<factor>${sources.factor})?(?!${LETTER}|[%\\d])`,
      "i",
    ),
    firstEnd: new RegExp(
      `(?<![${LETTERS}\\d.,$€£-])(?<figures>${FIGURES_SOURCE})(?<factor>${sources.factor})?` +
        `${SPACE}?(?<link>${LINKS})${SPACE}?$`,
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
  return new RegExp(
    `(?<![${LETTERS}\\d-])(?<words>${sources.words})${writeBehind(sources)}` +
      `(?:${SPACE}(?:and${SPACE})?(?<cents>\\d{1,2}|` +
      `${sources.words})${SPACE}cents?(?!${LETTER}))?`,
    "gi",
  );
}
