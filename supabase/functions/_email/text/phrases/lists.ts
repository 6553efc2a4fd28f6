/** The lists of words that the phrases of a table share, such as `@day = monday|tuesday`. */
import { toLatin } from "../letters.ts";
import { readPlainWords } from "./needed_words.ts";
import { type FirstWords, readTerm } from "./term_words.ts";

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
  readonly #plainWords = new Map<string, readonly string[] | null>();

  /** @param text what a table has above its first section */
  constructor(text: string) {
    this.#text = text;
  }

  /** The words of a list as they are written; undefined where the table has no such list. */
  #wordsOf(name: string): string | undefined {
    return (this.#read ??= readLists(this.#text)).get(name);
  }

  /** The first words of a list; null where it is more than a list of words. */
  plainWordsOf(name: string): readonly string[] | null {
    let words = this.#plainWords.get(name);
    if (words === undefined) {
      words = readPlainWords(this.#wordsOf(name) ?? "");
      this.#plainWords.set(name, words);
    }
    return words;
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
