/** Does the email say what a model quotes from it? */
import { type Fact, fold, type Sentence, toPartFact } from "../../../../_email/mod.ts";

/**
 * The first place where a quote is in the sentences, as whole words. Runs of white space count
 * as one space; nothing else may differ. The fact holds the email's own characters. Null when it
 * is nowhere.
 */
export function findQuote(quote: string, sentences: readonly Sentence[]): Fact | null {
  const wanted = quote.replace(/\s+/g, " ").trim();
  if (wanted === "") return null;
  for (const sentence of sentences) {
    const squeezed = squeeze(sentence.text);
    const at = findWhole(squeezed.text, wanted);
    if (at === null) continue;
    const start = squeezed.places[at] ?? 0;
    const end = (squeezed.places[at + wanted.length - 1] ?? start) + 1;
    return toPartFact(sentence, start, sentence.text.slice(start, end));
  }
  return null;
}

/** Whether every word of a topic is in the sentences, in any case and order. */
export function holdsWords(topic: string, sentences: readonly Sentence[]): boolean {
  const words = fold(topic).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 &&
    words.every((word) => sentences.some(({ folded }) => findWhole(folded, word) !== null));
}

/** A text with single spaces, and where each of its units is in the original. */
function squeeze(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let squeezed = "";
  for (let at = 0; at < text.length; at++) {
    const isSpace = /\s/.test(text.charAt(at));
    if (isSpace && squeezed.endsWith(" ")) continue;
    squeezed += isSpace ? " " : text.charAt(at);
    places.push(at);
  }
  return { text: squeezed, places };
}

function findWhole(text: string, wanted: string): number | null {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!isInsideWord(text, at) && !isInsideWord(text, end)) return at;
  }
  return null;
}

/** Letters of scripts that put spaces between words; the others have no border to look for. */
const WORD = /[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]]/v;
const ENDS_WITH_WORD = new RegExp(`${WORD.source}$`, "v");
const STARTS_WITH_WORD = new RegExp(`^${WORD.source}`, "v");

function isInsideWord(text: string, at: number): boolean {
  return ENDS_WITH_WORD.test(text.slice(Math.max(0, at - 2), at)) &&
    STARTS_WITH_WORD.test(text.slice(at, at + 2));
}
