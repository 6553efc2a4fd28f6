/** How is a sentence put, and what set phrases does it have? */
import { cuesOf } from "../../text/language_cues.ts";
import { latin } from "../../text/latin.ts";
import type { Sentence } from "../../text/sentences.ts";
import { isFormula } from "../formulas.ts";
import { isApology } from "../pain_points.ts";
import { announces, FRAGMENT, POINTING, SENTENCE_END } from "./saying.ts";
import { isCut, MAX_SUMMARY_UNITS } from "./shorten.ts";
import { mark, type MarkedSigns } from "./sign_list.ts";
import { clean } from "./title.ts";

/** A usual length of a sentence. */
const USUAL_UNITS = 80;
const APOLOGY_UNITS = 90;
/** A longer sentence that declines an answer says something besides. */
const DECLINING_UNITS = 60;

/** "We are sorry to inform you that the shop closes" tells news. */
const TELLS_SORRY = /\b(?:sorry|regret) to (?:have to )?(?:inform|tell|say|report|announce)\b/;
const ASIDE = /^\s*[([*]/;
const BEGINS_SMALL = latin(String.raw`^\s*\p{Ll}`);
/** Begins what belongs to the sentence before it. */
const GOES_ON = latin(String.raw`^\s*[(\p{Ll}]`);

/** Begins what holds only in a case. */
const CONDITION = cuesOf("letters", "^condition").all;
/** What mailings say of themselves. */
export const FOOTER = cuesOf("letters", "footer").all;
/** Begins what was before, or why the sender writes: the matter itself comes after it. */
export const BACKGROUND = cuesOf("letters", "^background").all;
/** No answer and nothing else is wanted. */
const DECLINED = cuesOf("replies", "declined").all;
const UNWANTED = cuesOf("requests", "unwanted").all;

/** How a sentence is put, and what set phrases it has. */
export function markForm(signs: MarkedSigns, sentence: Sentence): void {
  const { text, folded } = sentence;
  const length = Math.log(text.length / USUAL_UNITS);
  mark(signs, {
    is_fragment: FRAGMENT.test(folded),
    begins_small: BEGINS_SMALL.test(text),
    points_elsewhere: POINTING.test(folded),
    is_polite: isFormula(sentence),
    // An apology with more words says what for.
    apologizes: text.length < APOLOGY_UNITS && isApology(sentence) && !TELLS_SORRY.test(folded),
    is_condition: CONDITION.test(folded),
    declines_answer: text.length < DECLINING_UNITS &&
      (DECLINED.test(folded) || UNWANTED.test(folded)),
    is_aside: ASIDE.test(text),
    is_background: BACKGROUND.test(folded),
    has_no_end: !SENTENCE_END.test(text),
    announces: announces(text),
    length,
    length_squared: length ** 2,
    too_long: text.length > MAX_SUMMARY_UNITS,
    is_cut: text.length > MAX_SUMMARY_UNITS && isCut(clean(text)),
  });
}

/** Where in its paragraph it is, and whether rules cut it: at an abbreviation or a line's end. */
export function markNeighbors(
  signs: MarkedSigns,
  sentence: Sentence,
  sentences: readonly Sentence[],
): void {
  const at = sentences.indexOf(sentence);
  const before = sentences[at - 1];
  const after = sentences[at + 1];
  mark(signs, {
    begins_paragraph: before?.paragraph !== sentence.paragraph,
    ends_paragraph: after?.paragraph !== sentence.paragraph,
    goes_on: after?.paragraph === sentence.paragraph && GOES_ON.test(after.text),
    continues: before?.paragraph === sentence.paragraph && !SENTENCE_END.test(before.text),
  });
}
