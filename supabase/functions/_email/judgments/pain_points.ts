/** What does the sender say goes wrong? */
import { quick } from "../text/quick.ts";
import { type Pattern } from "../text/cues.ts";
import { cuesOf } from "../text/language_cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { isQuestion } from "./questions.ts";
import { tellsNow, URGENCY_CUES } from "./urgency/cues.ts";

const TROUBLE = cuesOf("troubles", "trouble").all;

/**
 * What is missing, late, broken or in the way, told less plainly: only where the email as a whole
 * complains, asks for help or tells what it thought.
 */
const LACKS = cuesOf("troubles", "lack").all;

/** Harm under way is trouble, too, and so is work that cannot go on. */
const HARMS = [URGENCY_CUES.harm.all, URGENCY_CUES.standstill.all];

const DENIED = cuesOf("troubles", "denied").all;

/** The sender's own mistake, for which they apologize, or trouble that only might be. */
const APOLOGY = cuesOf("troubles", "^apology").all;

/** Polite, or about something else than trouble. */
const HARMLESS = cuesOf("troubles", "harmless").all;

/** A day that is another now. */
const MOVED = cuesOf("troubles", "moved").all;

/**
 * Statements of trouble, in order; questions and denials are none.
 * @param isAsking whether the email asks for anything; harm that is only told is news
 */
export function findPainPoints(sentences: readonly Sentence[], isAsking = false): Sentence[] {
  const trouble = selectOccurring([TROUBLE], sentences);
  const harms = isAsking ? selectOccurring(HARMS, sentences) : [];
  return sentences.filter((sentence) =>
    tells(sentence, trouble) ||
    tells(sentence, harms) && harms.some((pattern) => tellsNow(sentence, pattern))
  );
}

/** Whether harm is under way, or somebody cannot go on working. */
export function tellsHarm(sentences: readonly Sentence[]): boolean {
  const harms = selectOccurring(HARMS, sentences);
  return harms.length > 0 &&
    sentences.some((sentence) => harms.some((pattern) => tellsNow(sentence, pattern)));
}

/**
 * The same, and what is told as lacking or in the way: for an email that complains, asks for help
 * or reviews, where a statement of what is not so is one of trouble.
 * @param troubles what `findPainPoints` found
 */
export function findAllPainPoints(
  sentences: readonly Sentence[],
  troubles: readonly Sentence[],
): Sentence[] {
  const lacks = selectOccurring([LACKS], sentences);
  if (lacks.length === 0) return [...troubles];
  return sentences.filter((sentence) =>
    troubles.includes(sentence) ||
    (tells(sentence, lacks) && !HARMLESS.test(sentence.folded) && !isQuestion(sentence))
  );
}

function tells({ folded }: Sentence, patterns: readonly Pattern[]): boolean {
  return patterns.some((pattern) => pattern.test(folded)) && !folded.endsWith("?") &&
    !DENIED.test(folded) && !APOLOGY.test(folded);
}

/** Whether the sender apologizes, or says that there is no trouble. */
export function isApology({ folded }: Sentence): boolean {
  return APOLOGY.test(folded) || DENIED.test(folded);
}

/** What might happen to the reader has not happened: "If you cannot find the key, ask Jo". */
const IN_CASE = quick(
  "^(?:(?:if|in case|should|unless|when) (?:you|anyone|anybody)|" +
    "(?:if|in case|unless) (?:that|this|a|an|any|either|one|party|someone|somebody)|" +
    "(?:falls|wenn|sollten) (?:sie|ihr|du))\\b",
);

/** Whether a sentence tells of a case that the reader may be in. */
export function isInCase({ folded }: Sentence): boolean {
  return IN_CASE.test(folded);
}

/** Whether a sentence tells that something is on another day now: news, but for who complains. */
export function tellsNewDay({ folded }: Sentence): boolean {
  return MOVED.test(folded);
}
