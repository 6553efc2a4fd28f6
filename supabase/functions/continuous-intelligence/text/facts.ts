/** Facts out of sentences. */
import type { Fact } from "../analyzer.ts";
import type { Sentence } from "./sentences.ts";

/** A whole sentence as a fact. */
export function toFact({ text, start, source }: Sentence): Fact {
  return { source, text, start, end: start + text.length };
}

/** A part of a sentence as a fact; `at` counts from the sentence's start. */
export function toPartFact(sentence: Sentence, at: number, text: string): Fact {
  const start = sentence.start + at;
  return { source: sentence.source, text, start, end: start + text.length };
}
