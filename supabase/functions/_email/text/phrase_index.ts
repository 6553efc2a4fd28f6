/** By which words are the phrases of a section found? */
import type { Phrase } from "./phrase.ts";

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
  readonly phrases: readonly Phrase[];
}

/**
 * Indexed when it is first asked for a word, by what was written down of the first words, see
 * `describeFirstWords`; read again without that.
 */
export class IndexedSection implements Section {
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

  find(words: Iterable<string>): Candidate[] {
    const found: Candidate[] = [];
    for (const word of words) {
      const places = this.words.get(word);
      if (places !== undefined) found.push(...this.open(places));
    }
    return found;
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
    let word = "";
    let places = "";
    for (const entry of entries) {
      const end = entry.indexOf(",");
      const shared = Number.parseInt(entry.charAt(0), 36);
      word = word.slice(0, shared) + (end < 0 ? entry.slice(1) : entry.slice(1, end));
      if (end >= 0) places = entry.slice(end + 1);
      words.set(word, places);
    }
    this.#others = this.open(others).filter((one) => one !== MATCH);
    return words;
  }
}

/** See `describeFirstWords`. */
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
