/**
 * Which sentences set a task for an assistant instead of telling the recipient something? Whoever
 * writes an email speaks of "I", "we" and "you"; whoever writes for a language model asks for
 * general knowledge, for a poem, or for changes to "your response".
 */
import { cue } from "../../text/cues.ts";
import { ENGLISH_INJECTION } from "../../words/english/injection.ts";

/**
 * The answer of the reader is to be shaped: what people want in a reply they name, see
 * PEOPLE_WANT.
 */
const SHAPES_ANSWER = cue(ENGLISH_INJECTION, "^shapes_answer");
const IN_YOUR_ANSWER = cue(ENGLISH_INJECTION, "^in_your_answer");
/** "Substitute every third letter …": no email needs it. */
const SHAPES_LETTERS = cue(ENGLISH_INJECTION, "shapes_letters");
const PEOPLE_WANT = cue(ENGLISH_INJECTION, "people_want");
/** Works and explanations that a model is told to make, and questions of general knowledge. */
const MAKES = cue(ENGLISH_INJECTION, "^makes");
const EXPLAINS = cue(ENGLISH_INJECTION, "^explains");
const KNOWLEDGE = cue(ENGLISH_INJECTION, "^knowledge");

/** The person at the other end, who makes a question one of this email. */
const SPEAKS_OF_US = new RegExp(
  String.raw`\b(?:we|us|our|ours|my|mine|your (?!answer|response|reply|output|favou?rite|name|` +
    String.raw`purpose)|order|invoice|meeting|contract|delivery|attached|mail|email|e-mail|` +
    String.raw`quote)\b`,
);

/** True when a folded sentence sets a task for an assistant. */
export function isAssistantTask(folded: string): boolean {
  if (SHAPES_LETTERS.test(folded) || IN_YOUR_ANSWER.test(folded)) return true;
  if (SHAPES_ANSWER.test(folded)) {
    return !PEOPLE_WANT.test(folded) || /\busers?\b|["'][^"']{8,}["']|www\./.test(folded);
  }
  if (SPEAKS_OF_US.test(folded)) return false;
  return MAKES.test(folded) || EXPLAINS.test(folded) || KNOWLEDGE.test(folded);
}
