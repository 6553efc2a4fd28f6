/** How the rules look for words: on folded text, at word borders, linear in the text. */
import { wordsOf } from "./letters.ts";
import { type Candidate, MATCH, openTable, type Phrase, type Section } from "./word_table.ts";

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
  /** False when it cannot be in a text, at less cost than `test`. */
  readonly mayBeIn?: (folded: string) => boolean;
  /** The same for several texts at once: one look answers for a list that is asked about often. */
  readonly mayBeInAny?: (texts: readonly Folded[]) => boolean;
  /** What to look for in sentences of one email. */
  readonly within?: (texts: readonly Folded[]) => Pattern;
}

/** The words of all cues that were looked for so far: one look finds what a text may contain. */
const cuesByWord = new Map<
  string,
  { readonly place: number; readonly phrases: readonly Candidate[] }[]
>();
let cueCount = 0;

/** What a text may contain of the first `count` cues. */
export interface TextCues {
  readonly words: ReadonlySet<string>;
  /** By the place of the cue. */
  readonly candidates: readonly (readonly Candidate[] | undefined)[];
  /** The places that have any. */
  readonly places: readonly number[];
  readonly count: number;
  /** See `language_cues.ts`; undefined until somebody asks. */
  languages?: number | null;
}

/** Texts that are kept with their candidates: many cues look at the sentences of one email. */
const MAX_KEPT = 300;
const kept = new Map<string, TextCues>();
let last: { readonly folded: string; readonly text: TextCues } | null = null;

/** Read once, and kept for a while. */
export function cuesOfText(folded: string): TextCues {
  if (last?.folded === folded) return last.text;
  let text = kept.get(folded);
  if (text === undefined) {
    if (kept.size >= MAX_KEPT) kept.clear();
    text = readTextCues(folded);
    kept.set(folded, text);
  }
  last = { folded, text };
  return text;
}

function readTextCues(folded: string): TextCues {
  const words = wordsOf(folded);
  const candidates = new Array<readonly Candidate[] | undefined>(cueCount);
  const places: number[] = [];
  for (const word of words) {
    const found = cuesByWord.get(word);
    if (found === undefined) continue;
    for (const { place, phrases } of found) {
      const others = candidates[place];
      if (others === undefined) places.push(place);
      candidates[place] = others === undefined ? phrases : others.concat(phrases);
    }
  }
  return { words, candidates, places, count: cueCount };
}

/** A text that is looked at together with others. */
export interface Folded {
  readonly folded: string;
}

/** Which cues may be in any text of a list. */
interface ListCues {
  readonly isPresent: Uint8Array;
  readonly count: number;
}

const cuesOfLists = new WeakMap<readonly Folded[], ListCues>();

function cuesOfList(texts: readonly Folded[]): ListCues {
  let cues = cuesOfLists.get(texts);
  if (cues === undefined) {
    const isPresent = new Uint8Array(cueCount);
    for (const { folded } of texts) {
      for (const place of cuesOfText(folded).places) isPresent[place] = 1;
    }
    // A text that was met before some cues does not know them.
    const count = texts.reduce(
      (least, { folded }) => Math.min(least, cuesOfText(folded).count),
      cueCount,
    );
    cues = { isPresent, count };
    cuesOfLists.set(texts, cues);
  }
  return cues;
}

const NO_CANDIDATES: readonly Candidate[] = [];

/** The phrases of some sections as one pattern. Nothing is read before the first text comes. */
export class Cue implements Pattern {
  readonly #open: () => readonly Section[];
  #sections: readonly Section[] | null = null;
  #phrases: readonly Phrase[] = [];
  #others: readonly Phrase[] = [];
  #place = 0;

  constructor(open: () => readonly Section[]) {
    this.#open = open;
  }

  mayBeIn(folded: string): boolean {
    const candidates = this.#find(cuesOfText(folded));
    return this.#others.length > 0 || candidates.length > 0;
  }

  mayBeInAny(texts: readonly Folded[]): boolean {
    this.#sections ??= this.#read();
    if (this.#others.length > 0) return texts.length > 0;
    const { isPresent, count } = cuesOfList(texts);
    return this.#place < count
      ? isPresent[this.#place] === 1
      : texts.some(({ folded }) => this.#find(cuesOfText(folded)).length > 0);
  }

  test(folded: string): boolean {
    return this.testText(folded, cuesOfText(folded));
  }

  /** The same for a text whose words were looked up. */
  testText(folded: string, text: TextCues): boolean {
    for (const one of this.#find(text)) {
      if (one === MATCH || one.test(folded)) return true;
    }
    for (const phrase of this.#others) if (phrase.test(folded)) return true;
    return false;
  }

  /** The first match in the text; of those at one place that of the phrase listed first. */
  exec(folded: string): RegExpExecArray | null {
    const found = this.#find(cuesOfText(folded));
    if (found.length === 0 && this.#others.length === 0) return null;
    const candidates = new Set<Candidate>([...found, ...this.#others]);
    let first: RegExpExecArray | null = null;
    for (const phrase of this.#phrases) {
      const match = candidates.has(phrase) ? phrase.expression.exec(folded) : null;
      if (match !== null && (first === null || match.index < first.index)) first = match;
    }
    return first;
  }

  /** The phrases of which a text has a first word. */
  #find(text: TextCues): readonly Candidate[] {
    const sections = this.#sections ??= this.#read();
    if (this.#place < text.count) return text.candidates[this.#place] ?? NO_CANDIDATES;
    // The text was met before this cue.
    return sections.flatMap(({ byWord }) =>
      [...text.words].flatMap((word) => byWord.get(word) ?? [])
    );
  }

  #read(): readonly Section[] {
    const sections = this.#open();
    this.#place = cueCount++;
    for (const { byWord } of sections) {
      for (const [word, phrases] of byWord) {
        const known = cuesByWord.get(word);
        if (known === undefined) cuesByWord.set(word, [{ place: this.#place, phrases }]);
        else known.push({ place: this.#place, phrases });
      }
    }
    this.#phrases = sections.flatMap(({ phrases }) => phrases);
    this.#others = sections.flatMap(({ others }) => others);
    return sections;
  }
}

/** The phrases of a section of a word table, see `word_table.ts`. */
export function cue(table: string, section: string): Pattern {
  return new Cue(() => [openSection(table, section)]);
}

/** The phrases of the section at a place, for tables with several sections of one name. */
export function cueAt(table: string, place: number): Pattern {
  return new Cue(() => openTable(table).slice(place, place + 1));
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
