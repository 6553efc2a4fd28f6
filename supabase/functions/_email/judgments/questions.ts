/** Which questions does the sender ask? */
import { cue } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";

const QUESTION_MARK = /\?[\s)"'»”\]!?*_]{0,5}(?:[:;][-']?[)D(P])?\p{Extended_Pictographic}{0,5}$/u;
const LINK = /(?:https?:\/\/|www\.)\S{1,1000}/g;

/** Asked without a question mark. */
const INDIRECT = cue(
  "(?:wonder(?:ing|ed)?|not sure|unsure|unclear to (?:me|us)) (?:if|whether|what|when|where|who|how|which|why)",
  "(?:let (?:me|us) know|tell (?:me|us)|advise|confirm|say|check) (?:if|whether|what|when|where|who|how|which|why)(?! you (?:have|need) (?:any|further|more))(?! (?:there (?:is|are)|anything|something))",
  "(?:like|love|want|wanted|need|keen|glad|curious|interested|good|have) to (?:know|hear|ask|understand|find out) (?:if|whether|what|when|where|who|how|which|why|about)",
  "(?:my|our|one|a|the|another|second) (?:other )?questions? (?:is|are|was|would be)",
  "(?:wissen|fragen|interessieren|sagen|bescheid|mitteilen|klären),? (?:\\p{L}{1,10} )?(?:ob|wann|wie|was|wer|welche[rsn]?|warum|wo)",
  "(?:frage|fragen) (?:mich|wir uns),? (?:ob|wann|wie|was|wer|welche[rsn]?|warum|wo)",
  "(?:saber|preguntar(?:le|les|te|os)?|díga(?:me|nos)|dime|avís[ea](?:me|nos)|indíque(?:me|nos)|pregunto) (?:si|cuándo|cuánto|qué|quién|cómo|dónde|cuál)",
);
/** Begins as a question does, and ends like a statement. */
const BEGINS_AS_QUESTION =
  /^(?:hi|hey|hello|so|and|also|but|or)?,? ?(?:which|what|who|when|where|why|how (?:much|many|long|far|often|soon|do|does|can|is|are))(?: (?:one|ones|of|time|size|day|kind|sort|are|is|do|does|did|was|were|can|could|would|should|will|the|two|these|those|them|price|date)){1,6} /;
const CAN_YOU =
  /^(?:hi|hey|hello|morning|so|and|also|but|or)?,? ?(?:can|could|cld|cd|would|will|do|did|are|is) (?:you|u|your|someone|anyone|we|it|there|this|that) \S/;

/** Nobody waits for an answer to these. */
const RHETORICAL = cue(
  "who (?:knew|would have (?:thought|guessed)|am i to|doesn't|does not|wouldn't|hasn't|cares)",
  "(?:what|which) (?:good|difference|use|on earth|were you thinking)",
  "(?:why|how) (?:on earth|the hell|bother)|how hard can it be",
  "(?:right|ouch|remember|see|guess what|you know|is it not|fair enough|honestly|seriously|really|ready|deal with it)\\?",
  "how (?:are (?:you|things)|is (?:everything|life)|have you been|do you do)",
  "what(?:'s| is) not to (?:like|love)",
  "wie geht(?:'s| es)? (?:ihnen|dir|euch)",
  "wer hätte (?:das )?gedacht",
  "was soll das",
  "qu[eé] tal|cómo (?:está|estás|están|va todo)|quién lo diría",
);

/**
 * Sentences that ask the reader something: those that end in a question mark and hold at least two words,
 * and indirect ones ("let me know whether …"). Rhetorical ones and set phrases are none.
 */
export function findQuestions(sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter((sentence) => isQuestion(sentence));
}

/** The same for one sentence. */
export function isQuestion({ text, folded }: Sentence): boolean {
  if (RHETORICAL.test(folded)) return false;
  if (!QUESTION_MARK.test(text)) {
    return INDIRECT.test(folded) || BEGINS_AS_QUESTION.test(folded) || CAN_YOU.test(folded);
  }
  // Three marks and no word that asks: a cry.
  return (folded.replace(LINK, "").match(/\p{L}{2,}/gu) ?? []).length >= 2;
}
