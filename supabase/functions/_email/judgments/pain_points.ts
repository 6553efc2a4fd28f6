/** What does the sender say goes wrong? */
import { type Pattern } from "../text/cues.ts";
import { cuesOf } from "../text/language_cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { isQuestion } from "./questions.ts";

const TROUBLE = cuesOf("troubles", "trouble").all;

/**
 * What is missing, late, broken or in the way, told less plainly: only where the email as a whole
 * complains, asks for help or tells what it thought.
 */
const LACKS = cuesOf("troubles", "lack").all;

const DENIED = cuesOf("troubles", "denied").all;

/** Polite, or about something else than trouble. */
const HARMLESS = cuesOf("troubles", "harmless").all;

/** Statements of trouble, in order; questions and denials are none. */
export function findPainPoints(sentences: readonly Sentence[]): Sentence[] {
  const trouble = selectOccurring([TROUBLE], sentences);
  return sentences.filter((sentence) => tells(sentence, trouble));
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
    !DENIED.test(folded);
}
