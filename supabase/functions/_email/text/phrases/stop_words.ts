/** Is a word never a topic? */
import { PACKED_STOP_WORDS } from "../../words/loaded_tables.ts";
import { unpackWords } from "./packed_words.ts";

let stopWords: ReadonlySet<string> | null = null;

/** Whether a word, in lower case, is in `words/stop_words.ts`: `because`, `lunes`. */
export function isStopWord(word: string): boolean {
  stopWords ??= unpackWords(PACKED_STOP_WORDS);
  return stopWords.has(word);
}
