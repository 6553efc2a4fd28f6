/** Which questions does the sender ask? */
import { quick } from "../text/quick.ts";
import { cuesOf } from "../text/language_cues.ts";
import { Memo } from "../text/memo.ts";
import { hasOtherLetters } from "../text/letters.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFormula } from "./formulas.ts";
import { latin } from "../text/latin.ts";

const QUESTION_MARK = latin(
  String.raw`\?[\s)"'»”\]!?*_]{0,5}(?:[:;][-']?[)D(P])?\p{Extended_Pictographic}{0,5}$`,
);
/** The marks of other scripts; Greek writes a semicolon, and Japanese often only its particle. */
const OTHER_MARK = new RegExp(
  "[？؟][\\s)\"'»”」』\\]]{0,5}$|[\u0370-\u03ff\u1f00-\u1fff];(?:\\s|$)|" +
    "(?:です|ます|せん|した|しょう)か。?\\s{0,5}$",
);
/** One without a space between words has this many letters. */
const MIN_OTHER_UNITS = 4;
const WORDS = latin(String.raw`\p{L}+`, "g");
const LINK = /(?:https?:\/\/|www\.)\S{1,1000}/g;

/** Asked without a question mark. */
const INDIRECT = cuesOf("questions", "indirect").all;
/**
 * Begins as a question does, and ends like a statement. "When he came, it rained" and "What is open
 * is the date" are no questions.
 */
const BEGINS_AS_QUESTION = quick(
  String.raw`^(?:hi|hey|hello|so|and|also|but|or)?,? ?(?!(?:when|where|what|how) [^?]{1,80}, )` +
    String.raw`(?!what (?:is|are|was|were|could be) (?!(?:the|your|our|my|it|there|wrong)\b)` +
    String.raw`(?:(?! (?:and|that|which|who|if|when|where|because|for|now) )[^?,.]){1,60} ` +
    String.raw`(?:is|are|was|were) [^?,]{1,200}\.)` +
    String.raw`(?:which|what|who|when|where|why|` +
    String.raw`how (?:much|many|long|far|often|soon|do|does|can|is|are))(?: (?:one|ones|of|time|` +
    String.raw`size|day|kind|sort|are|is|do|does|did|was|were|can|could|would|should|will|the|` +
    String
      .raw`two|these|those|them|price|date|has|have|had|wants|needs|took|got|knows|else)){1,6} `,
);
/** The same in seven languages, in a line without any sign: "wann habt ihr samstag auf". */
const BEGINS_ELSEWHERE = quick(
  "^(?:wann (?:ist|sind|hab|kommt)|was kostet|wie (?:viel|lange|sieht)|habt ihr|haben sie|" +
    "gibt es|(?:c'est )?combien|avez-vous|est-ce que|cuánto|quanto (?:cost|cust)|avete|" +
    "hebben jullie|hoe (?:veel|laat)|wanneer (?:is|zijn|komt)|any (?:news|updates?) )" +
    "[^.,:;!?]{3,60}$",
);
const CAN_YOU = quick(
  String.raw`^(?:hi|hey|hello|morning|so|and|also|but|or)?,? ?(?:can|could|cld|cd|would|will|` +
    String.raw`do|did|are|is) (?:you|u|your|someone|anyone|we|it|there|this|that) \S`,
);

/** Nobody waits for an answer to these. */
const RHETORICAL = cuesOf("questions", "rhetorical").all;
/** Begins what a sender answers to a question of their own. */
const OWN_ANSWER = cuesOf("questions", "^own_answer").all;
const MAX_SELF_ASKED_UNITS = 60;

/** The mark belongs to an address. */
const MARK_OF_ADDRESS = /(?:https?:\/\/|www\.|\w\.\w{2,4}\/|[=&])\S*\?[\s>)]*$/;
/** The mark belongs to what is quoted within the sentence, or to all of it. */
const MARK_IN_QUOTE = /["“„«][^"“„«»”]{0,400}\?["”“»]\s*[.,]?$/;
/** A bullet that an email program wrote as a question mark: "Phase II is done. ?" */
const MARK_OF_BULLET = /[.;:]\s+\?\s*$/;
/** A cry is no question unless it begins as one. */
const CRY = /\?{3,}[\s!?]*$/;

/**
 * Sentences that ask the reader something: those that end in a question mark and hold at least two
 * words, and indirect ones ("let me know whether …"). Rhetorical ones and set phrases are none.
 */
export function findQuestions(sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter((sentence, at) =>
    isQuestion(sentence) && !isSelfAsked(sentence, sentences[at + 1])
  );
}

/** "Why? Because rates are rising." */
function isSelfAsked({ folded, paragraph }: Sentence, next: Sentence | undefined): boolean {
  return next !== undefined && next.paragraph === paragraph &&
    folded.length <= MAX_SELF_ASKED_UNITS && OWN_ANSWER.test(next.folded);
}

const answers = new Memo<Sentence, boolean>();

/** The same for one sentence. Decided once: several rules ask. */
export function isQuestion(sentence: Sentence): boolean {
  let answer = answers.get(sentence);
  if (answer === undefined) {
    answer = asks(sentence);
    answers.set(sentence, answer);
  }
  return answer;
}

function asks({ text, folded }: Sentence): boolean {
  if (RHETORICAL.test(folded)) return false;
  const hasMark = text.includes("?");
  if (hasMark && isMarkOfOther(text)) return false;
  if (hasMark && CRY.test(text)) return BEGINS_AS_QUESTION.test(folded) || CAN_YOU.test(folded);
  if (hasOtherLetters(text) && OTHER_MARK.test(text)) return text.trim().length > MIN_OTHER_UNITS;
  if (!hasMark || !QUESTION_MARK.test(text)) {
    const isAsked = INDIRECT.test(folded) || BEGINS_AS_QUESTION.test(folded) ||
      CAN_YOU.test(folded) || BEGINS_ELSEWHERE.test(folded);
    return isAsked && !isFormula({ folded });
  }
  // Three marks and no word that asks: a cry.
  return (folded.replace(LINK, "").match(WORDS.for(folded)) ?? []).length >= 2;
}

/** Whether a question mark belongs to something else than the sentence. */
function isMarkOfOther(text: string): boolean {
  return MARK_OF_ADDRESS.test(text) || MARK_IN_QUOTE.test(text) || MARK_OF_BULLET.test(text);
}
