/** One line of a word table: how it becomes an expression, and by which words it is found. */
import { quick } from "../quick.ts";
import { hasOtherLetters, isInWord, LETTERS } from "../letters.ts";
import { readFirstWords } from "./first_words.ts";
import type { Lists } from "./lists.ts";
import {
  hasNeededWords,
  type NeededWords,
  readBeginnings,
  readNeededWords,
} from "./needed_words.ts";
import { spellOut } from "./spell_out.ts";
import type { FirstWords } from "./term_words.ts";

/** A phrase that is looked for in more long texts is worth an expression: most never are. */
const MOST_LOOKS = 10;
const SHORT_UNITS = 300;
/** Between a phrase and its example. */
const DASH = " — ";

/** What is known of a folded text that a phrase is looked for in. */
export interface PhraseText {
  readonly words: ReadonlySet<string>;
  /** See `readOpening`. */
  readonly opening: string | null;
}

/** One line of a table. Its expression is compiled when a text contains the words that it needs. */
export class Phrase {
  readonly #line: string;
  readonly #lists: Lists;
  readonly #isOpening: boolean;
  readonly #endsWord: boolean;
  /** Alternatives that are plain words; empty where the phrase needs an expression. */
  readonly #plain: readonly string[];
  /** The same of a phrase that stands for few texts; undefined until somebody asks. */
  #spelled: readonly string[] | null | undefined = undefined;
  #looks = 0;
  #expression: RegExp | null = null;
  #needed: NeededWords | null = null;
  /** What a text must begin with; null where nobody knows, undefined until somebody asks. */
  #beginnings: ReadonlySet<string> | null | undefined = undefined;

  constructor(line: string, lists: Lists, section: string) {
    this.#line = line;
    this.#lists = lists;
    this.#isOpening = section.startsWith("^");
    this.#endsWord = !this.#isOpening || section.endsWith("$");
    this.#plain = readPlain(this.phrase);
  }

  /** As written. */
  get phrase(): string {
    const dash = this.#line.lastIndexOf(DASH);
    return dash < 0 ? this.#line : this.#line.slice(0, dash);
  }

  /** What the line says behind its dash. */
  get example(): string {
    const dash = this.#line.lastIndexOf(DASH);
    return dash < 0 ? "" : this.#line.slice(dash + DASH.length);
  }

  /** True when every match has letters of another script than the Latin one. */
  get isOfOtherScript(): boolean {
    const { phrase } = this;
    return !/[a-z\d@~\u00df-\u024f]/.test(phrase) && phrase.split("|").every(hasOtherLetters);
  }

  /** As the source of a regular expression. */
  get source(): string {
    return this.#lists.toSource(this.phrase);
  }

  /** At the borders of words, or at the beginning of a text. */
  get expression(): RegExp {
    return this.#expression ??= this.#compile();
  }

  #compile(): RegExp {
    const start = this.#isOpening ? "^" : `(?:^|[^${LETTERS}0-9])`;
    const end = this.#endsWord ? `(?![${LETTERS}0-9])` : "";
    return quick(`${start}(?:${this.source})${end}`);
  }

  /**
   * Whether a folded text has the phrase: what `expression` says, without it where the words of
   * the text tell.
   */
  test(folded: string, text: PhraseText): boolean {
    if (this.#plain.length > 0) return this.#hasAny(this.#plain, folded);
    if (!this.mayBeIn(text)) return false;
    if (folded.length > SHORT_UNITS && this.#looks++ >= MOST_LOOKS) {
      return this.expression.test(folded);
    }
    if (this.#spelled === undefined) this.#spelled = spellOut(this.source);
    return this.#spelled === null
      ? this.expression.test(folded)
      : this.#hasAny(this.#spelled, folded);
  }

  #hasAny(texts: readonly string[], folded: string): boolean {
    for (const text of texts) {
      const isIn = this.#isOpening
        ? folded.startsWith(text) && !(this.#endsWord && isInWord(folded.charCodeAt(text.length)))
        : hasWords(folded, text);
      if (isIn) return true;
    }
    return false;
  }

  /** False when a text with these words cannot have the phrase. */
  mayBeIn({ words, opening }: PhraseText): boolean {
    if (this.#isOpening) {
      if (this.#beginnings === undefined) this.#beginnings = this.#readBeginnings();
      if (this.#beginnings !== null && (opening === null || !this.#beginnings.has(opening))) {
        return false;
      }
      // The beginning of a text is cheaper to look at than its words.
      if (this.#expression !== null) return true;
    }
    return hasNeededWords(this.#needed ??= this.#readNeeded(), words);
  }

  #readBeginnings(): ReadonlySet<string> | null {
    return readBeginnings(this.phrase, (list) => this.#lists.plainWordsOf(list), this.#endsWord);
  }

  #readNeeded(): NeededWords {
    return readNeededWords(this.phrase, (list) => this.#lists.plainWordsOf(list), this.#endsWord);
  }

  /** See `readFirstWords`. */
  readFirstWords(): FirstWords | null {
    const read = (term: string, isWhole: boolean) => this.#lists.readTerm(term, isWhole);
    return readFirstWords(this.phrase, read, this.#endsWord);
  }
}

const NO_WORDS: readonly string[] = [];

function readPlain(phrase: string): readonly string[] {
  const alternatives = /[\\()[\]{}?*+.^$@~]/.test(phrase) ? NO_WORDS : phrase.split("|");
  return alternatives.includes("") ? NO_WORDS : alternatives;
}

/** Whether a text has words at the borders of words. */
function hasWords(folded: string, words: string): boolean {
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    const isWhole = !isInWord(folded.charCodeAt(at - 1)) &&
      !isInWord(folded.charCodeAt(at + words.length));
    if (isWhole) return true;
  }
  return false;
}
