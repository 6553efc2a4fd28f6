/**
 * What rules see in a sentence, as features of the request classifier. Changing one asks for new
 * weights.
 */
import { quick } from "../text/quick.ts";
import { cue, openSection, type Pattern } from "../text/cues.ts";
import { REQUEST_SIGNS } from "../words/loaded_tables.ts";

const SECTIONS = [
  "please",
  "can you",
  "would you mind",
  "i would appreciate",
  "i need you to",
  "you need",
  "i need",
  "let me know",
  "let us",
  "don't forget",
  "can we",
  "suggest",
  "looking forward",
  "i will",
  "i can",
  "please find",
  "feel free",
  "any questions",
  "do you",
  "what",
  "free to meet",
  "available",
  "newsletter",
  "day",
  "time of day",
];

const ACT = cue(REQUEST_SIGNS, "^act");

/**
 * Patterns over folded text (see `fold`), in a fixed order: the place in the list is the feature.
 */
export const SIGNS: readonly Pick<Pattern, "test">[] = [
  ...SECTIONS.map((section) => cue(REQUEST_SIGNS, section)),
  withAct((act) => `^(?:also|and|then|so|but|ok|just|simply)?,? ?${act} (?!is |was |are |of )`),
  withAct((act) => `(?:[,;:-] ?|please |and |or )${act}`),
  { test: (folded) => isNameAndAct(folded) },
  /^if\b/,
  /^(?:thanks|thank|hi|hello|dear|hey)\b/,
  /\?\s{0,3}$/,
  /\byou\b.{0,200}\?\s{0,3}$/,
  /!/,
  /:\s{0,3}$/,
  /[$%€£]|\bfree\b/,
  /\$link|https?:|www\.|@/,
  /\byou(?:r|'ll|'re)?\b/,
  /\b(?:i|we|my|our|me|us)\b/,
];

/** An expression with the verbs of acts in it, compiled when it is first needed. */
function withAct(write: (act: string) => string): Pick<Pattern, "test"> {
  let expression: RegExp | null = null;
  return {
    test: (folded) => {
      expression ??= quick(
        write(
          openSection(REQUEST_SIGNS, "^act").phrases.map(({ source }) => source).join("|"),
        ),
      );
      return expression.test(folded);
    },
  };
}

const NAME = /^[a-z]{2,15}(?: [a-z]{2,15})?(?:,| ?-{1,3}|:) ?(?:please |just |could |can |would )?/;

/** "ana - please send …"; apart, because one expression for both is slow to compile. */
function isNameAndAct(folded: string): boolean {
  const name = NAME.exec(folded)?.[0].length ?? 0;
  return name > 0 && ACT.test(folded.slice(name));
}
