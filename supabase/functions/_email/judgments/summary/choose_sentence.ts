/** Which of an email's sentences says best what it is about? */
import { fold } from "../../text/cues.ts";
import { cuesOfText } from "../../text/phrases/text_cues.ts";
import { cuesOf } from "../../text/language_cues.ts";
import type { Sentence } from "../../text/sentences.ts";
import { isOrder } from "../action_items.ts";
import { isFormula } from "../formulas.ts";
import { isApology } from "../pain_points.ts";

/** As the table's check says. */
export const MAX_SUMMARY_UNITS = 200;
/** Shorter ones ("Yes, the darker.") say nothing without the email. */
const TELLING_UNITS = 25;
const TELLING_WORDS = 3;
/** Shorter ones are easier to understand with the subject in front of them. */
const ALONE_UNITS = 40;
/** What an email is about is said early. */
const SENTENCES_CHOSEN_FROM = 12;
/** What speaks for a sentence, and against it. */
const WORTH = {
  shared: 0.7,
  later: 0.3,
  fragment: -2,
  pointing: -0.7,
  formula: -2.5,
  condition: -1.2,
  onlyAnswer: -1.5,
  long: -1,
  aside: -2.5,
  unended: -1,
  declined: -2,
  background: -1,
  heading: -2,
  callToAct: -1,
};
const APOLOGY_UNITS = 90;
/** "We are sorry to inform you that the shop closes" tells news. */
const TELLS_SORRY = /\b(?:sorry|regret) to (?:have to )?(?:inform|tell|say|report|announce)\b/;
/** A longer sentence that declines an answer says something besides. */
const DECLINING_UNITS = 60;
/** Words of the subject that count. */
const MAX_SHARED = 2;
/** Begins what holds only in a case. */
const CONDITION =
  /^(?:if|otherwise|falls|wenn|sonst|si|sinon|se|altrimenti|als|indien|anders|caso)\b/;
/** What mailings say of themselves. */
const FOOTER = new RegExp(
  String.raw`\b(?:unsubscribe|because you|opt[- ]out|mailing list|receiving this|` +
    String.raw`removed?|preferences|privacy policy|terms of use|this message was sent|` +
    String.raw`seeing this message|your e-?mail address was)\b`,
);
const ASIDE = /^\s*[([*]/;
const SENTENCE_END = /[.!?…:]["')\]»”]?\s*$/;
/** Words of so many letters say what a line is about. */
const CONTENT_LETTERS = 4;

const GREETING = cuesOf("letters", "greeting").all;
/** Begins what cannot be understood without the sentence before it. */
const FRAGMENT = cuesOf("letters", "^fragment").all;
/** Begins what a mailing wants its readers to press. */
const CALL_TO_ACT = cuesOf("letters", "^call_to_act").all;
/** Stands for what another sentence or the subject names. */
const POINTING = cuesOf("letters", "pointing").all;
/** Begins what was before, or why the sender writes: the matter itself comes after it. */
const BACKGROUND = cuesOf("letters", "^background").all;
/** Only an answer is wanted. */
const ONLY_ANSWER = cuesOf("requests", "only_answer").all;
/** No answer and nothing else is wanted. */
const DECLINED = cuesOf("replies", "declined").all;
const UNWANTED = cuesOf("requests", "unwanted").all;
const LINK = /<?(?:https?:\/\/|www\.|mailto:)\S{1,1000}|\S{1,64}@\S{1,255}/g;
/** "Date: 2002-09-30": the name of a field, and figures. */
const FIELD = /^\s*[A-Z][\w-]{1,12}:|\d[\d:.,/T-]*/gm;
/** "Northern Light Energy Corp." */
const FIRM_ALONE = /^\s*(?:(?:[A-Z][\w&.,]*|and|of|&)\s+){1,6}(?:Corp|Inc|Ltd|LLC|GmbH|Co)\.?\s*$/;

/** Whether a sentence only greets or thanks. */
export function isGreeting({ folded }: Pick<Sentence, "folded">): boolean {
  return GREETING.test(folded);
}

/** The words that say what a line is about. */
export function contentOf(text: string): ReadonlySet<string> {
  const { words } = cuesOfText(fold(text));
  return new Set([...words].filter((word) => word.length >= CONTENT_LETTERS));
}

/** Whether a sentence says anything by itself. */
function says({ text, folded }: Sentence): boolean {
  return text.replace(LINK, "").replace(FIELD, "").trim().length >= TELLING_UNITS &&
    cuesOfText(folded).words.size >= TELLING_WORDS && !GREETING.test(folded) &&
    !FIRM_ALONE.test(text);
}

/** Whether a line can be understood without the subject. */
export function isAlone({ folded }: Sentence, line: string): boolean {
  return line.length >= ALONE_UNITS && !FRAGMENT.test(folded) && !POINTING.test(fold(line)) &&
    !ONLY_ANSWER.test(folded);
}

/** A sentence, and how well it says what the email is about. */
export interface Choice {
  readonly sentence: Sentence;
  readonly worth: number;
}

/** The best of the first sentences that say something; null where none does. */
export function choose(
  sentences: readonly Sentence[],
  topic: ReadonlySet<string>,
  isMailing: boolean,
): Choice | null {
  let best: Choice | null = null;
  let seen = 0;
  for (const sentence of sentences) {
    if (seen === SENTENCES_CHOSEN_FROM) break;
    if (!says(sentence)) continue;
    const worth = weigh(sentence, topic) - seen++ * WORTH.later +
      (isMailing && (callsToAct(sentence) || isAsked(sentence.text)) ? WORTH.callToAct : 0);
    if (best === null || worth > best.worth) best = { sentence, worth };
  }
  return best;
}

function isAsked(text: string): boolean {
  return text.trimEnd().endsWith("?");
}

/** What a mailing wants its readers to press says least of it. */
function callsToAct({ folded }: Sentence): boolean {
  return isOrder(folded) || CALL_TO_ACT.test(folded);
}

/** An apology with more words says what for. */
function onlyApologizes(sentence: Sentence): boolean {
  return sentence.text.length < APOLOGY_UNITS && isApology(sentence) &&
    !TELLS_SORRY.test(sentence.folded);
}

/** How well a sentence tells what an email is about. */
function weigh(sentence: Sentence, topic: ReadonlySet<string>): number {
  const { text, folded } = sentence;
  const own = cuesOfText(folded).words;
  const shared = [...topic].filter((word) => own.has(word)).length;
  let worth = Math.min(shared, MAX_SHARED) * WORTH.shared;
  if (FRAGMENT.test(folded)) worth += WORTH.fragment;
  if (POINTING.test(folded)) worth += WORTH.pointing;
  if (isFormula(sentence)) worth += WORTH.formula;
  if (onlyApologizes(sentence) || CONDITION.test(folded)) worth += WORTH.condition;
  if (FOOTER.test(folded)) worth += WORTH.formula;
  if (text.length < DECLINING_UNITS && (DECLINED.test(folded) || UNWANTED.test(folded))) {
    worth += WORTH.declined;
  }
  if (ONLY_ANSWER.test(folded)) worth += WORTH.onlyAnswer;
  if (text.length > MAX_SUMMARY_UNITS) worth += WORTH.long;
  if (ASIDE.test(text)) worth += WORTH.aside;
  if (BACKGROUND.test(folded)) worth += WORTH.background;
  if (!SENTENCE_END.test(text)) {
    worth += text.length < ALONE_UNITS ? WORTH.unended : WORTH.unended / 2;
  }
  if (shared > 0 && shared === topic.size && contentOf(text).size === shared && !isAsked(text)) {
    worth += WORTH.heading;
  }
  return worth;
}
