/** One line of a word table: how it becomes an expression, and by which words it is found. */
import { type FirstWords, readFirstWords, readTerm } from "./first_words.ts";
import { hasOtherLetters, isInWord, LETTERS, toLatin } from "./letters.ts";

/** Between a phrase and its example. */
const DASH = " — ";

/** One line of a table. Its expression is compiled when a text contains the words that it needs. */
export class Phrase {
  readonly #line: string;
  readonly #lists: Lists;
  readonly #isOpening: boolean;
  readonly #endsWord: boolean;
  #expression: RegExp | null = null;
  /** Alternatives that are plain words; empty where the phrase needs an expression. */
  #plain: readonly string[] | null = null;

  constructor(line: string, lists: Lists, section: string) {
    this.#line = line;
    this.#lists = lists;
    this.#isOpening = section.startsWith("^");
    this.#endsWord = !this.#isOpening || section.endsWith("$");
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
    return new RegExp(`${start}(?:${this.source})${end}`);
  }

  /** Whether a folded text has the phrase: what `expression` says, without it for plain words. */
  test(folded: string): boolean {
    const plain = this.#plain ??= this.#readPlain();
    if (plain.length === 0) return this.expression.test(folded);
    for (const words of plain) {
      if (this.#isOpening ? folded.startsWith(words) : hasWords(folded, words)) return true;
    }
    return false;
  }

  #readPlain(): readonly string[] {
    const { phrase } = this;
    const alternatives = /[\\()[\]{}?*+.^$@~]/.test(phrase) ? [] : phrase.split("|");
    return alternatives.includes("") ? [] : alternatives;
  }

  /** See `readFirstWords`. */
  readFirstWords(): FirstWords | null {
    const read = (term: string, isWhole: boolean) => this.#lists.readTerm(term, isWhole);
    return readFirstWords(this.phrase, read, this.#endsWord);
  }
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

/** What may be left out in front of a word. */
const LEFT_OUT = /^(?:\((?:[^()]|\([^()]*\))* \)|@([a-z0-9]+))(?:\?|\{0,\d+\})/;

/** What `toSource` changes: most phrases have none of it. */
const NEEDS_SOURCE = /[(~@]|\\p/;

function readLists(text: string): ReadonlyMap<string, string> {
  const lists = new Map<string, string>();
  for (const line of text.split("\n")) {
    const end = line.startsWith("@") ? line.indexOf(" = ") : -1;
    if (end < 0) continue;
    const name = line.slice(1, end);
    const words = line.slice(end + 3);
    const above = lists.get(name);
    lists.set(name, above === undefined ? words : `${above}|${words}`);
  }
  return lists;
}

/** The lists of a table, such as `@day = monday|tuesday`. */
export class Lists {
  readonly #text: string;
  #read: ReadonlyMap<string, string> | null = null;
  readonly #sources = new Map<string, string>();
  readonly #terms = new Map<string, FirstWords | null>();

  /** @param text what a table has above its first section */
  constructor(text: string) {
    this.#text = text;
  }

  /** The words of a list as they are written; undefined where the table has no such list. */
  #wordsOf(name: string): string | undefined {
    return (this.#read ??= readLists(this.#text)).get(name);
  }

  /** A phrase as the source of a regular expression. */
  toSource(phrase: string): string {
    if (!NEEDS_SOURCE.test(phrase)) return phrase;
    const source = phrase
      .replace(/(?<!\\)\((?!\?)/g, "(?:")
      .replace(
        /~(?:(\d+)-)?(\d+)('?)/g,
        (_, least: string | undefined, most: string, mark: string) =>
          `${mark === "" ? "\\p{L}" : "[\\p{L}']"}{${least ?? "1"},${most}}`,
      )
      .replace(/@([a-z0-9]+)/g, (_, name: string) => this.#open(name));
    return toLatin(source);
  }

  readTerm(term: string, isWhole: boolean): FirstWords | null {
    const key = isWhole ? term : `${term} `;
    const known = this.#terms.get(key);
    if (known !== undefined) return known;
    const bare = /^[(@]/.test(term) ? this.#dropLeftOut(term) : term;
    const read = readTerm(this.toSource(bare), isWhole);
    const found = read === null || bare === term ? read : { words: read.words, whole: NONE };
    this.#terms.set(key, found);
    return found;
  }

  #dropLeftOut(term: string): string {
    let rest = term;
    for (let out = LEFT_OUT.exec(rest); out !== null; out = LEFT_OUT.exec(rest)) {
      const [written, name] = out;
      if (name !== undefined && !(this.#wordsOf(name) ?? "").endsWith(" ")) break;
      rest = rest.slice(written.length);
    }
    return rest;
  }

  #open(name: string): string {
    const known = this.#sources.get(name);
    if (known !== undefined) return known;
    const words = this.#wordsOf(name);
    if (words === undefined) throw new Error(`The word table has no list @${name}.`);
    const source = `(?:${this.toSource(words)})`;
    this.#sources.set(name, source);
    return source;
  }
}

const NONE: ReadonlySet<string> = new Set();
