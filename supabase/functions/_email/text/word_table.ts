/**
 * How lists of words and phrases are written down. A table has sections (`## name`, or `## ^name`
 * for what a text begins with, `## ^name$` if that ends at the end of a word), and in each one
 * phrase a line: `can (we|you) meet — can we meet on Friday?`. What follows
 * the dash is an example or the reason why the phrase is listed; a test checks that each example
 * contains its phrase.
 *
 * Phrases are written in lower case with straight quotes, see `fold`:
 * - `(a|b)` one of several, `(a)?` perhaps, `[oa]` one of these letters, `\d` a digit;
 * - `~12` a word of at most 12 letters, `~3-12` of 3 to 12, `~12'` with apostrophes;
 * - `@day` any of the words that lines such as `@day = monday|tuesday` list in the same table;
 * - `(?!…)` not followed by that.
 */
import { type FirstWords, readFirstWords, readTerm } from "./first_words.ts";
import { hasOtherLetters, isInWord, LETTERS, toLatin } from "./letters.ts";
import { hash } from "../model/hashing.ts";
import { FIRST_WORDS } from "../words/first_words_index.ts";

/** Before a phrase that is the word by which it was found: nothing is left to look for. */
export const MATCH = Symbol("match");
export type Candidate = Phrase | typeof MATCH;

/** A section of a table. */
export interface Section {
  readonly name: string;
  readonly phrases: readonly Phrase[];
  /** The words by which phrases are found, see `first_words.ts`, each with what to `open`. */
  readonly words: ReadonlyMap<string, string>;
  /** Phrases without a word that every match contains. */
  readonly others: readonly Phrase[];
  /** The phrases that a word finds. */
  open(places: string): readonly Candidate[];
}

const opened = new Map<string, readonly Section[]>();

/**
 * The sections of a table, in order. Read when they are first needed: most emails are in one
 * language.
 */
export function openTable(table: string): readonly Section[] {
  const known = opened.get(table);
  if (known !== undefined) return known;
  const written = listed.get(table) ?? readSections(table.split("\n"));
  listed.set(table, written);
  const index = FIRST_WORDS[String(hash(table))]?.split("\n");
  const sections = written.map((section, place) =>
    new IndexedSection(section, index?.[place] ?? null)
  );
  opened.set(table, sections);
  return sections;
}

interface WrittenSection {
  readonly name: string;
  readonly phrases: readonly Phrase[];
}

const listed = new Map<string, readonly WrittenSection[]>();

/** The phrases of the section of a name, in order; none when the table has no such section. */
export function readPhrases(table: string, name: string): readonly Phrase[] {
  const sections = listed.get(table) ?? readSections(table.split("\n"));
  listed.set(table, sections);
  return sections.find((section) => section.name === name)?.phrases ?? [];
}

function readSections(lines: readonly string[]): WrittenSection[] {
  const lists = new Lists(lines);
  const sections: { name: string; phrases: Phrase[] }[] = [];
  for (const line of lines) {
    const section = sections.at(-1);
    if (line.startsWith("## ")) sections.push({ name: line.slice(3), phrases: [] });
    else if (section !== undefined && line !== "" && !line.startsWith("# ")) {
      section.phrases.push(new Phrase(line, lists, section.name));
    }
  }
  return sections;
}

/**
 * Indexed when it is first asked for a word, by what was written down of the first words, see
 * `describeFirstWords`; read again without that.
 */
class IndexedSection implements Section {
  readonly name: string;
  readonly phrases: readonly Phrase[];
  readonly #written: string | null;
  #words: ReadonlyMap<string, string> | null = null;
  #others: readonly Phrase[] = [];
  readonly #opened = new Map<string, readonly Candidate[]>();

  constructor({ name, phrases }: WrittenSection, written: string | null) {
    this.name = name;
    this.phrases = phrases;
    this.#written = written;
  }

  get words(): ReadonlyMap<string, string> {
    return this.#words ??= this.#index();
  }

  get others(): readonly Phrase[] {
    this.#words ??= this.#index();
    return this.#others;
  }

  open(places: string): readonly Candidate[] {
    let candidates = this.#opened.get(places);
    if (candidates === undefined) {
      candidates = this.#read(places);
      this.#opened.set(places, candidates);
    }
    return candidates;
  }

  #read(places: string): readonly Candidate[] {
    const candidates: Candidate[] = [];
    for (const place of places.split(",")) {
      const phrase = this.phrases[Number.parseInt(place, 36)];
      if (phrase === undefined) continue;
      if (place.endsWith("!")) candidates.push(MATCH);
      candidates.push(phrase);
    }
    return candidates;
  }

  #index(): ReadonlyMap<string, string> {
    const words = new Map<string, string>();
    const [others = "", ...entries] = (this.#written ?? describeSection(this.phrases)).split(" ");
    for (const entry of entries) {
      const end = entry.indexOf(",");
      words.set(entry.slice(0, end), entry.slice(end + 1));
    }
    this.#others = this.open(others).filter((one) => one !== MATCH);
    return words;
  }
}

/**
 * The first words of all phrases of a table, a section a line: the places of phrases without any,
 * then each word with the places of its phrases, in base 36, marked where the word is a match by
 * itself. Written down by `deno task train`, because reading them takes longer than all else about
 * a first email.
 */
export function describeFirstWords(table: string): string {
  return readSections(table.split("\n")).map(({ phrases }) => describeSection(phrases)).join("\n");
}

function describeSection(phrases: readonly Phrase[]): string {
  const entries = new Map<string, string>();
  const others: string[] = [];
  for (const [at, phrase] of phrases.entries()) {
    const place = at.toString(36);
    const first = phrase.readFirstWords();
    if (first === null || first.words.size === 0) others.push(place);
    for (const word of first?.words ?? []) {
      const mark = first?.whole.has(word) ? "!" : "";
      entries.set(word, `${entries.get(word) ?? word},${place}${mark}`);
    }
  }
  return [others.join(","), ...entries.values()].join(" ");
}

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

/** The lists of a table, such as `@day = monday|tuesday`. */
class Lists {
  readonly #written = new Map<string, string>();
  readonly #sources = new Map<string, string>();
  readonly #terms = new Map<string, FirstWords | null>();

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const end = line.startsWith("@") ? line.indexOf(" = ") : -1;
      if (end < 0) continue;
      const name = line.slice(1, end);
      const words = line.slice(end + 3);
      const above = this.#written.get(name);
      this.#written.set(name, above === undefined ? words : `${above}|${words}`);
    }
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
      if (name !== undefined && !(this.#written.get(name) ?? "").endsWith(" ")) break;
      rest = rest.slice(written.length);
    }
    return rest;
  }

  #open(name: string): string {
    const known = this.#sources.get(name);
    if (known !== undefined) return known;
    const words = this.#written.get(name);
    if (words === undefined) throw new Error(`The word table has no list @${name}.`);
    const source = `(?:${this.toSource(words)})`;
    this.#sources.set(name, source);
    return source;
  }
}

const NONE: ReadonlySet<string> = new Set();
