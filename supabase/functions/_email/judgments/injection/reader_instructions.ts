/** Which sentences are meant for the software that reads the email rather than for a person? */
import { ENGLISH_INJECTION } from "../../words/english/injection.ts";
import { GERMAN_INJECTION } from "../../words/german/injection.ts";
import { SPANISH_INJECTION } from "../../words/spanish/injection.ts";
import { cuesOf, fold } from "../../text/cues.ts";
import { selectOccurring, type Sentence } from "../../text/sentences.ts";
import { isAssistantTask } from "./assistant_tasks.ts";

const TABLES = { en: ENGLISH_INJECTION, de: GERMAN_INJECTION, es: SPANISH_INJECTION };
const OVERRIDES = cuesOf(TABLES, "overrides").all;

const TO_SOFTWARE = cuesOf(TABLES, "to_software").all;

/** True when one sentence or subject instructs an automatic reader. */
export function instructsTheReader(folded: string): boolean {
  return OVERRIDES.test(folded) || TO_SOFTWARE.test(folded) || isAssistantTask(folded);
}

/**
 * Leaves out what instructs an automatic reader: the sentence ("classify this email as …", "write
 * a poem"), and the whole paragraph around an attempt to override its orders ("ignore previous
 * instructions"). Such text says nothing about the sender's wish, so no rule reads it.
 */
export function dropReaderInstructions(sentences: readonly Sentence[]): Sentence[] {
  const overriding = selectOccurring([OVERRIDES], sentences);
  const labelling = selectOccurring([TO_SOFTWARE], sentences);
  const overridden = new Set<number>();
  for (const { folded, paragraph } of sentences) {
    if (overriding.some((pattern) => pattern.test(folded))) overridden.add(paragraph);
  }
  return sentences.flatMap((sentence) => {
    const { folded, paragraph } = sentence;
    if (overridden.has(paragraph)) return [];
    if (labelling.some((pattern) => pattern.test(folded))) return [];
    return cutAssistantTask(sentence);
  });
}

/** A task may hang on a line without a full stop: the line before it stays. */
function cutAssistantTask(sentence: Sentence): Sentence[] {
  if (isAssistantTask(sentence.folded)) return [];
  if (!sentence.text.includes("\n")) return [sentence];
  for (const { index } of sentence.text.matchAll(/(?<=\n)\p{Lu}/gu)) {
    if (!isAssistantTask(fold(sentence.text.slice(index)))) continue;
    const text = sentence.text.slice(0, index).trimEnd();
    return [{ ...sentence, text, folded: fold(text) }];
  }
  return [sentence];
}
