/** By which words are the phrases of a section found? */
import type { Lists } from "./lists.ts";
import { Phrase } from "./phrase.ts";

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
  /** The phrases that the words of a text find; one may come several times. */
  find(words: Iterable<string>): Candidate[];
}

/** A section as its table writes it. */
export interface WrittenSection {
  readonly name: string;
  /** What is below its name. */
  readonly text: string;
  /** Those of its table. */
  readonly lists: Lists;
  /** Its first words where they were written down, see `indexTable`. */
  readonly index: string | null;
}

/**
 * Indexed when it is first asked for a word, by what was written down of the first words, see
 * `indexTable`; read again without that.
 */
export class IndexedSection implements Section {
  readonly name: string;
  readonly #section: WrittenSection;
  #lines: readonly string[] | null = null;
  /** By place: those that were asked for. */
  readonly #read: Phrase[] = [];
  #phrases: readonly Phrase[] | null = null;
  #words: ReadonlyMap<string, string> | null = null;
  #others: readonly Phrase[] = [];
  readonly #opened = new Map<string, readonly Candidate[]>();

  constructor(section: WrittenSection) {
    this.name = section.name;
    this.#section = section;
  }

  get phrases(): readonly Phrase[] {
    return this.#phrases ??= this.#listLines().map((line, place) => this.#readPhrase(line, place));
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
      candidates = this.#list(places);
      this.#opened.set(places, candidates);
    }
    return candidates;
  }

  find(words: Iterable<string>): Candidate[] {
    const found: Candidate[] = [];
    for (const word of words) {
      const places = this.words.get(word);
      if (places !== undefined) found.push(...this.open(places));
    }
    return found;
  }

  #list(places: string): readonly Candidate[] {
    const candidates: Candidate[] = [];
    const lines = this.#listLines();
    for (const written of places.split(",")) {
      const place = Number.parseInt(written, 36);
      const line = lines[place];
      if (line === undefined) continue;
      if (written.endsWith("!")) candidates.push(MATCH);
      candidates.push(this.#readPhrase(line, place));
    }
    return candidates;
  }

  /** Most phrases are never asked for, as no text has their words. */
  #readPhrase(line: string, place: number): Phrase {
    return this.#read[place] ??= new Phrase(line, this.#section.lists, this.name);
  }

  #listLines(): readonly string[] {
    return this.#lines ??= this.#section.text.split("\n")
      .filter((line) => line !== "" && !line.startsWith("# "));
  }

  #index(): ReadonlyMap<string, string> {
    const words = new Map<string, string>();
    const [others = "", ...entries] = (this.#section.index ?? describeSection(this.phrases)).split(
      " ",
    );
    let word = "";
    let places = "";
    for (const entry of entries) {
      const end = entry.indexOf(",");
      const shared = fromFigure(entry.charCodeAt(0));
      word = word.slice(0, shared) + (end < 0 ? entry.slice(1) : entry.slice(1, end));
      if (end >= 0) places = entry.slice(end + 1);
      words.set(word, places);
    }
    this.#others = this.open(others).filter((one) => one !== MATCH);
    return words;
  }
}

/** What a figure in base 36 says: thousands of words are read before a first record. */
function fromFigure(code: number): number {
  return code < 0x61 ? code - 0x30 : code - 0x61 + 10;
}

/** See `indexTable`. */
export function describeSection(phrases: readonly Phrase[]): string {
  const entries = new Map<string, string>();
  const others: string[] = [];
  for (const [at, phrase] of phrases.entries()) {
    const place = at.toString(36);
    const first = phrase.readFirstWords();
    if (first === null || first.words.size === 0) others.push(place);
    for (const word of first?.words ?? []) {
      const mark = first?.whole.has(word) ? "!" : "";
      entries.set(word, `${entries.get(word) ?? ""},${place}${mark}`);
    }
  }
  return [others.join(","), ...shortenEntries(entries)].join(" ");
}

/** More shared letters than one figure can tell. */
const MOST_SHARED = 35;

function shortenEntries(entries: ReadonlyMap<string, string>): string[] {
  let [before, placesBefore] = ["", ""];
  return [...entries].sort(([a], [b]) => a < b ? -1 : 1).map(([word, places]) => {
    let shared = 0;
    while (shared < MOST_SHARED && shared < word.length && word[shared] === before[shared]) {
      shared++;
    }
    const entry = shared.toString(36) + word.slice(shared) +
      (places === placesBefore ? "" : places);
    [before, placesBefore] = [word, places];
    return entry;
  });
}
