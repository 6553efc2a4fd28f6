/** Facts out of sentences. */
import type { Fact } from "../reading.ts";
import type { Pattern } from "./cues.ts";
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

/** Whether a fact lies in a sentence; both count from the start of the same text. */
export function liesIn(
  { start, end }: Pick<Fact, "start" | "end">,
  sentence: Pick<Sentence, "start" | "text">,
): boolean {
  return start >= sentence.start && end <= sentence.start + sentence.text.length;
}

/**
 * The words that a pattern matches in the folded sentence, as they are written; null when it
 * matches none. Marks around them are left out.
 */
export function findWords(sentence: Sentence, pattern: Pattern): Fact | null {
  const match = pattern.exec(sentence.folded);
  if (match === null) return null;
  const words = match[0].replace(/^[\s,.;:!?()"'-]{1,3}/, "");
  const places = placesOfFolded(sentence.text);
  const start = places[match.index + match[0].length - words.length];
  const last = places[match.index + match[0].length - 1];
  // Letters that change their number with their case leave the folded text without places.
  if (start === undefined || last === undefined || places.length !== sentence.folded.length) {
    return toFact(sentence);
  }
  return toPartFact(sentence, start, sentence.text.slice(start, last + 1));
}

/** Where each unit of the folded text is in the text, see `fold`. */
function placesOfFolded(text: string): number[] {
  const places: number[] = [];
  const end = text.trimEnd().length;
  for (let at = text.length - text.trimStart().length; at < end; at++) {
    const isSpace = /\s/.test(text.charAt(at));
    if (!isSpace || !/\s/.test(text.charAt(at - 1))) places.push(at);
  }
  return places;
}
