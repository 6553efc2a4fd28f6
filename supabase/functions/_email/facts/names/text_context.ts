import type { NameWords } from "./name_words.ts";

/** What a text's names are judged by. */
export interface TextContext {
  readonly language: string | null;
  readonly words: NameWords;
  /** Whether a word, in lower case, is written so in the text: then it is no name elsewhere. */
  readonly isWrittenSmall: (word: string) => boolean;
  /** Full names from headers, in lower case. */
  readonly knownNames: ReadonlySet<string>;
  /** Single words of those names. */
  readonly knownWords: ReadonlySet<string>;
  /** See `domainNames`. */
  readonly domains: readonly string[];
}
