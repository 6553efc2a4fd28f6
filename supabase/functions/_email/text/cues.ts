/** How the rules look for words: on folded text, at word borders, linear in the text. */
import { hasOtherLetters, wordsOf } from "./letters.ts";
import { Memo } from "./memo.ts";
import type { Phrase } from "./phrase.ts";
import { type Candidate, MATCH, type Section } from "./phrase_index.ts";
import { openTable } from "./word_table.ts";

/** What `fold` changes beside the case. */
const UNFOLDED = /[\u2018\u2019\u00B4\u201C\u201D]|[^\S ]| {2}|^ | $/;

/** Lower case, straight quotes, single spaces: the form every cue is written in. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!UNFOLDED.test(lower)) return lower;
  return lower.replace(/[\u2018\u2019\u00B4]/g, "'").replace(/[\u201C\u201D]/g, '"')
    .replace(/\s{2,}|[^\S ]/g, " ").trim();
}

/** What is looked for in folded text. A `RegExp` is one. */
export interface Pattern extends Pick<RegExp, "test" | "exec"> {
  /**
   * False when it cannot be in any of the texts, at less cost than `test`: one look answers for a
   * list that is asked about often.
   */
  readonly mayBeInAny?: (texts: readonly Folded[]) => boolean;
  /** What to look for in sentences of one email. */
  readonly within?: (texts: readonly Folded[]) => Pattern;
}

/** What a text may contain of the first `count` cues of a language. */
interface FoundCues {
  /** By the place of the cue: what is still to be looked for, and what is known by now. */
  readonly candidates: (readonly Candidate[] | undefined)[];
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
}

/** The words of a language's cues that were looked for so far. */
export class CueIndex {
  /** A text keeps what it may contain at this place. */
  readonly number: number;
  readonly #byWord = new Map<string, Use[]>();
  #count = 0;

  private constructor(number: number) {
    this.number = number;
  }

  /** The index of a language. What is looked for in every text is in that of English, which is. */
  static of(language: string): CueIndex {
    const name = language === "any" ? "en" : language;
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
    for (const section of sections) {
      for (const [word, places] of section.words) {
        const known = this.#byWord.get(word);
        const use = { place, section, places, phrases: null };
        if (known === undefined) this.#byWord.set(word, [use]);
        else known.push(use);
      }
    }
    return place;
  }

  find(words: ReadonlySet<string>): FoundCues {
    const candidates = new Array<readonly Candidate[] | undefined>(this.#count);
    const places: number[] = [];
    for (const word of words) {
      const found = this.#byWord.get(word);
      if (found === undefined) continue;
      for (const use of found) {
        const phrases = use.phrases ??= use.section.open(use.places);
        const others = candidates[use.place];
        if (others === undefined) places.push(use.place);
        candidates[use.place] = others === undefined ? phrases : unite(others, phrases);
      }
    }
    return { candidates, places, count: this.#count };
  }
}

const indexes = new Map<string, CueIndex>();

/** A phrase that two words of a text lead to is looked for once. */
function unite(some: readonly Candidate[], others: readonly Candidate[]): readonly Candidate[] {
  const added = others.filter((one) => !some.includes(one));
  return added.length === 0 ? some : [...some, ...added];
}

/** What a text may contain. A language is looked up when its first cue asks. */
export class TextCues {
  readonly words: ReadonlySet<string>;
  readonly hasOtherLetters: boolean;
  /** See `language_cues.ts`; undefined until somebody asks. */
  languages?: number | null;
  readonly #found: (FoundCues | undefined)[] = [];

  constructor(folded: string) {
    this.words = wordsOf(folded);
    this.hasOtherLetters = hasOtherLetters(folded);
  }

  find(index: CueIndex): FoundCues {
    return this.#found[index.number] ??= index.find(this.words);
  }
}

/** Texts that are kept with their candidates: many cues look at the sentences of one email. */
const MAX_KEPT = 300;
const kept = new Memo<string, TextCues>();
let lastFolded = "";
let lastText = new TextCues("");

/** Read once, and kept for a while. */
export function cuesOfText(folded: string): TextCues {
  if (lastFolded === folded) return lastText;
  let text = kept.get(folded);
  if (text === undefined) {
    if (kept.size >= MAX_KEPT) kept.forget();
    text = new TextCues(folded);
    kept.set(folded, text);
  }
  lastFolded = folded;
  return lastText = text;
}

/** A text that is looked at together with others. */
export interface Folded {
  readonly folded: string;
}

/** Which cues of a language may be in any text of a list. */
interface PresentCues {
  readonly isPresent: Uint8Array;
  readonly count: number;
}

/** What the texts of a list may contain. */
export class ListCues {
  /** See `language_cues.ts`; undefined until somebody asks. */
  languages?: number | null;
  readonly #texts: readonly Folded[];
  readonly #present: (PresentCues | undefined)[] = [];

  constructor(texts: readonly Folded[]) {
    this.#texts = texts;
  }

  find(index: CueIndex): PresentCues {
    return this.#present[index.number] ??= this.#look(index);
  }

  #look(index: CueIndex): PresentCues {
    // A text that was met before some cues does not know them.
    const all = this.#texts.map(({ folded }) => cuesOfText(folded).find(index));
    const count = all.reduce((least, found) => Math.min(least, found.count), Infinity);
    const isPresent = new Uint8Array(all.length === 0 ? 0 : count);
    for (const { places } of all) {
      for (const place of places) if (place < count) isPresent[place] = 1;
    }
    return { isPresent, count };
  }
}

const cuesOfLists = new Memo<readonly Folded[], ListCues>();
let lastList: readonly Folded[] | null = null;
let lastListCues = new ListCues([]);

/** Looked at once for each list. */
export function cuesOfList(texts: readonly Folded[]): ListCues {
  if (texts === lastList) return lastListCues;
  let cues = cuesOfLists.get(texts);
  if (cues === undefined) {
    cues = new ListCues(texts);
    cuesOfLists.set(texts, cues);
  }
  lastList = texts;
  return lastListCues = cues;
}

const NO_CANDIDATES: readonly Candidate[] = [];
const NO_PHRASES: readonly Phrase[] = [];

/** The phrases of some sections as one pattern. Nothing is read before the first text comes. */
export class Cue implements Pattern {
  readonly #index: CueIndex;
  readonly #open: () => readonly Section[];
  #sections: readonly Section[] | null = null;
  /** Phrases without a word by which they are found. */
  #others = NO_PHRASES;
  /** The same for texts with letters of other scripts. */
  #otherScripts = NO_PHRASES;
  #place = 0;

  constructor(index: CueIndex, open: () => readonly Section[]) {
    this.#index = index;
    this.#open = open;
  }

  mayBeInAny(texts: readonly Folded[]): boolean {
    this.#sections ??= this.#read();
    if (this.#others.length > 0) return texts.length > 0;
    const isOther = this.#otherScripts.length > 0 &&
      texts.some(({ folded }) => cuesOfText(folded).hasOtherLetters);
    if (isOther) return true;
    const { isPresent, count } = cuesOfList(texts).find(this.#index);
    return this.#place < count
      ? isPresent[this.#place] === 1
      : texts.some(({ folded }) => this.#find(cuesOfText(folded)).length > 0);
  }

  test(folded: string): boolean {
    return this.testText(folded, cuesOfText(folded));
  }

  /** The same for a text whose words were looked up. */
  testText(folded: string, text: TextCues): boolean {
    const found = this.#find(text);
    if (found.length > 0) {
      if (found[0] === MATCH) return true;
      const isIn = found.some((one) => one === MATCH || one.test(folded));
      this.#keep(text, isIn ? [MATCH, ...found] : NO_CANDIDATES);
      if (isIn) return true;
    }
    return this.#othersFor(text).some((phrase) => phrase.test(folded));
  }

  /** Several rules ask the same of a sentence: the next one is answered at once. */
  #keep(text: TextCues, candidates: readonly Candidate[]): void {
    const found = text.find(this.#index);
    if (this.#place < found.count) found.candidates[this.#place] = candidates;
  }

  /** The first match in the text; of those at one place that of the phrase listed first. */
  exec(folded: string): RegExpExecArray | null {
    const text = cuesOfText(folded);
    const found = this.#find(text);
    const others = this.#othersFor(text);
    if (found.length === 0 && others.length === 0) return null;
    const candidates = new Set<Candidate>([...found, ...others]);
    let first: RegExpExecArray | null = null;
    for (const { phrases } of this.#sections ?? []) {
      for (const phrase of phrases) {
        const match = candidates.has(phrase) ? phrase.expression.exec(folded) : null;
        if (match !== null && (first === null || match.index < first.index)) first = match;
      }
    }
    return first;
  }

  #othersFor(text: TextCues): readonly Phrase[] {
    if (this.#otherScripts.length === 0 || !text.hasOtherLetters) return this.#others;
    return [...this.#others, ...this.#otherScripts];
  }

  /** The phrases of which a text has a first word. */
  #find(text: TextCues): readonly Candidate[] {
    const sections = this.#sections ??= this.#read();
    const { candidates, count } = text.find(this.#index);
    if (this.#place < count) return candidates[this.#place] ?? NO_CANDIDATES;
    // The text was met before this cue.
    return sections.flatMap((section) => section.find(text.words));
  }

  #read(): readonly Section[] {
    const sections = this.#open();
    this.#place = this.#index.add(sections);
    const others = sections.flatMap((section) => section.others);
    if (others.length > 0) {
      this.#others = others.filter((phrase) => !phrase.isOfOtherScript);
      this.#otherScripts = others.filter((phrase) => phrase.isOfOtherScript);
    }
    return sections;
  }
}

/** The phrases of a section of an English word table, see `word_table.ts`. */
export function cue(table: string, section: string): Pattern {
  return new Cue(CueIndex.of("en"), () => [openSection(table, section)]);
}

/**
 * The phrases of the section at a place, for tables with several sections of one name.
 * @param language whose words they are
 */
export function cueAt(table: string, place: number, language = "en"): Pattern {
  return new Cue(CueIndex.of(language), () => openTable(table).slice(place, place + 1));
}

/**
 * The section of a name.
 * @throws {Error} when the table has none: a mistake in the program.
 */
export function openSection(table: string, name: string): Section {
  const section = openTable(table).find((one) => one.name === name);
  if (section === undefined) throw new Error(`The word table has no section ${name}.`);
  return section;
}
