/** Which cues of a language may a text have, by its words? */
import type { Candidate, Section } from "./phrase_index.ts";

type Candidates = readonly Candidate[] | undefined;

/** What a text may contain of the first `count` cues of a language. */
export interface FoundCues {
  /** By the place of the cue: what is still to be looked for, and what is known by now. */
  readonly candidates: Candidates[];
  /** The places that have any. */
  readonly places: readonly number[];
  readonly count: number;
}

/** Where a word leads: to phrases of a cue, which are opened when a text has the word. */
interface Use {
  readonly place: number;
  readonly section: Section;
  readonly places: string;
  phrases: readonly Candidate[] | null;
  /** Where the same word leads beside that, in the same index. */
  readonly next: Use | undefined;
}

/** Where a word leads in one index, and in the others. */
export interface KnownWord {
  readonly index: number;
  uses: Use;
  readonly others: KnownWord | undefined;
}

/** The words of the cues that were looked for so far, in all languages. */
const known = new Map<string, KnownWord>();
/** Rises with each cue: what was looked up before may miss its words. */
let cuesAdded = 0;

/** The words of a text that lead anywhere: looked up once for all indexes. */
export interface KnownWords {
  readonly words: readonly KnownWord[];
  /** How many cues there were when they were looked up. */
  readonly cuesAdded: number;
}

/** The known words of a text, or those of `before` where no cue was added since. */
export function findKnown(words: ReadonlySet<string>, before: KnownWords | null): KnownWords {
  if (before !== null && before.cuesAdded === cuesAdded) return before;
  const found: KnownWord[] = [];
  for (const word of words) {
    const one = known.get(word);
    if (one !== undefined) found.push(one);
  }
  return { words: found, cuesAdded };
}

/** The cues of a language that were looked for so far. */
export class CueIndex {
  /** A text keeps what it may contain at this place. */
  readonly number: number;
  #count = 0;

  private constructor(number: number) {
    this.number = number;
  }

  /**
   * The index of a language. What is looked for in every text is in that of English, which is.
   * Cues of whole texts have their own, because such a text has many words that others need.
   */
  static of(language: string, isOfTexts = false): CueIndex {
    const name = `${language === "any" ? "en" : language}${isOfTexts ? " texts" : ""}`;
    let index = indexes.get(name);
    if (index === undefined) {
      index = new CueIndex(indexes.size);
      indexes.set(name, index);
    }
    return index;
  }

  /** Adds a cue, and says which place it has. */
  add(sections: readonly Section[]): number {
    const place = this.#count++;
    cuesAdded++;
    for (const section of sections) {
      // Without an array for each entry, which a loop over a map makes.
      section.words.forEach((places, word) => {
        const others = known.get(word);
        const own = this.#usesOf(others);
        const use = { place, section, places, phrases: null, next: own?.uses };
        if (own === undefined) known.set(word, { index: this.number, uses: use, others });
        else own.uses = use;
      });
    }
    return place;
  }

  /** What a text with these words may contain. Other words of it lead nowhere, see `findKnown`. */
  find(words: readonly KnownWord[]): FoundCues {
    let candidates = NO_CANDIDATES;
    const places: number[] = [];
    for (const word of words) {
      for (let use = this.#usesOf(word)?.uses; use !== undefined; use = use.next) {
        // Most texts have no word of most languages.
        if (candidates === NO_CANDIDATES) candidates = new Array<Candidates>(this.#count);
        const phrases = use.phrases ??= use.section.open(use.places);
        const others = candidates[use.place];
        if (others === undefined) places.push(use.place);
        candidates[use.place] = others === undefined ? phrases : unite(others, phrases);
      }
    }
    return { candidates, places, count: this.#count };
  }

  #usesOf(word: KnownWord | undefined): KnownWord | undefined {
    let one = word;
    while (one !== undefined && one.index !== this.number) one = one.others;
    return one;
  }
}

/** Of a text without a word of any cue; nothing is kept in it, see `Cue`. */
const NO_CANDIDATES: FoundCues["candidates"] = [];

const indexes = new Map<string, CueIndex>();

/** A phrase that two words of a text lead to is looked for once. */
function unite(some: readonly Candidate[], others: readonly Candidate[]): readonly Candidate[] {
  let all: Candidate[] | null = null;
  for (const one of others) if (!some.includes(one)) (all ??= [...some]).push(one);
  return all ?? some;
}
