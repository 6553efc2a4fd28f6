/**
 * How lists of words and phrases are written down. A table has sections (`## name`), and in each one
 * phrase a line: `can (we|you) meet — can we meet on Friday?`. What follows the dash is an example or
 * the reason why the phrase is listed; a test checks that each example contains its phrase.
 *
 * Phrases are written in lower case with straight quotes, see `fold`:
 * - `(a|b)` one of several, `(a)?` perhaps, `[oa]` one of these letters, `\d` a digit;
 * - `~12` a word of at most 12 letters, `~3-12` of 3 to 12, `~12'` with apostrophes;
 * - `@day` any of the words that lines such as `@day = monday|tuesday` list in the same table;
 * - `(?!…)` not followed by that.
 */
import { type FirstWords, readFirstWords, readTerm } from "./first_words.ts";
import { toLatin } from "./letters.ts";

/** A section of a table. */
export interface Section {
  readonly name: string;
  readonly phrases: readonly TablePhrase[];
}

const LIST = /^@([a-z0-9]+) = (.+)$/;

const opened = new Map<string, readonly Section[]>();

/** The sections of a table, in order. Read when they are first needed: most emails are in one language. */
export function openTable(table: string): readonly Section[] {
  const known = opened.get(table);
  if (known !== undefined) return known;
  const sections = readSections(table.split("\n"));
  opened.set(table, sections);
  return sections;
}

/**
 * The phrases of a section.
 * @throws {Error} when the table has no section of that name: a mistake in the program.
 */
export function phrasesOf(table: string, name: string): readonly TablePhrase[] {
  const section = openTable(table).find((one) => one.name === name);
  if (section === undefined) throw new Error(`The word table has no section ${name}.`);
  return section.phrases;
}

function readSections(lines: readonly string[]): Section[] {
  const lists = new Lists(lines);
  const sections: { name: string; phrases: TablePhrase[] }[] = [];
  for (const line of lines) {
    if (line.startsWith("## ")) sections.push({ name: line.slice(3), phrases: [] });
    else if (line !== "" && !line.startsWith("# ") && !LIST.test(line)) {
      sections.at(-1)?.phrases.push(new TablePhrase(line, lists));
    }
  }
  return sections;
}

/** One line of a table. */
export class TablePhrase {
  /** As written. */
  readonly phrase: string;
  /** What the line says behind its dash. */
  readonly example: string;
  readonly #lists: Lists;

  constructor(line: string, lists: Lists) {
    const dash = line.lastIndexOf(" — ");
    this.phrase = dash < 0 ? line : line.slice(0, dash);
    this.example = dash < 0 ? "" : line.slice(dash + 3);
    this.#lists = lists;
  }

  /** As the source of a regular expression. */
  get source(): string {
    return this.#lists.toSource(this.phrase);
  }

  /** See `readFirstWords`. */
  readFirstWords(isWhole: boolean): FirstWords | null {
    return readFirstWords(this.phrase, (term, ends) => this.#lists.readTerm(term, ends), isWhole);
  }
}

/** What may be left out in front of a word. */
const LEFT_OUT = /^(?:\((?:[^()]|\([^()]*\))* \)|@([a-z0-9]+))(?:\?|\{0,\d+\})/;

/** The lists of a table, such as `@day = monday|tuesday`. */
class Lists {
  readonly #written = new Map<string, string>();
  readonly #sources = new Map<string, string>();
  readonly #terms = new Map<string, FirstWords | null>();

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const [, name, words] = line.startsWith("@") ? LIST.exec(line) ?? [] : [];
      if (name === undefined || words === undefined) continue;
      const above = this.#written.get(name);
      this.#written.set(name, above === undefined ? words : `${above}|${words}`);
    }
  }

  /** A phrase as the source of a regular expression. */
  toSource(phrase: string): string {
    if (/^[a-z| ]+$/.test(phrase)) return phrase;
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
    const bare = this.#dropLeftOut(term);
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
