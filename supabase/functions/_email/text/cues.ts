/** How the rules look for words: on folded text, at word borders, linear in the text. */
import { CueIndex } from "./phrases/cue_index.ts";
import type { Phrase } from "./phrases/phrase.ts";
import { type Candidate, MATCH, type Section } from "./phrases/phrase_index.ts";
import { cuesOfList, cuesOfText, type Folded, type TextCues } from "./phrases/text_cues.ts";
import { openTable } from "./word_table.ts";

/** What `fold` changes beside the case. */
const UNFOLDED = /[\u2018\u2019\u00B4\u201C\u201D]|[^\S ]| {2}|^ | $/;

let lastText = "";
let lastFolded = "";

/**
 * Lower case, straight quotes, single spaces: the form every cue is written in. Several rules ask
 * for the same text in a row.
 */
export function fold(text: string): string {
  if (text === lastText) return lastFolded;
  lastText = text;
  return lastFolded = foldAnew(text);
}

function foldAnew(text: string): string {
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
  #hasOthers = false;
  #place = 0;

  constructor(index: CueIndex, open: () => readonly Section[]) {
    this.#index = index;
    this.#open = open;
  }

  /** Reads the phrases, so that those who ask for them need not. */
  open(): void {
    this.#sections ??= this.#read();
  }

  mayBeInAny(texts: readonly Folded[]): boolean {
    this.open();
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
    this.open();
    return this.testText(folded, cuesOfText(folded));
  }

  /** The same of an opened cue, for a text whose words were looked up. */
  testText(folded: string, text: TextCues): boolean {
    const found = this.#find(text);
    if (found.length > 0) {
      if (found[0] === MATCH) return true;
      const isIn = isAnyIn(found, folded, text);
      this.#keep(text, isIn ? [MATCH, ...found] : NO_CANDIDATES);
      if (isIn) return true;
    }
    return this.#hasOthers && isAnyIn(this.#othersFor(text), folded, text);
  }

  /** Several rules ask the same of a sentence: the next one is answered at once. */
  #keep(text: TextCues, candidates: readonly Candidate[]): void {
    const found = text.find(this.#index);
    if (this.#place < found.count) found.candidates[this.#place] = candidates;
  }

  /** The first match in the text; of those at one place that of the phrase listed first. */
  exec(folded: string): RegExpExecArray | null {
    this.open();
    const text = cuesOfText(folded);
    const found = this.#find(text);
    const others = this.#othersFor(text);
    if (found.length === 0 && others.length === 0) return null;
    let first: { readonly phrase: Phrase; readonly match: RegExpExecArray } | null = null;
    for (const phrase of new Set<Candidate>([...found, ...others])) {
      if (phrase === MATCH || !phrase.mayBeIn(text)) continue;
      const match = phrase.expression.exec(folded);
      if (match === null) continue;
      const behind = first === null ? -1 : match.index - first.match.index;
      if (behind < 0 || behind === 0 && this.#isListedBefore(phrase, first?.phrase)) {
        first = { phrase, match };
      }
    }
    return first?.match ?? null;
  }

  #isListedBefore(phrase: Phrase, other: Phrase | undefined): boolean {
    const all = (this.#sections ?? []).flatMap(({ phrases }) => phrases);
    return all.find((one) => one === phrase || one === other) === phrase;
  }

  #othersFor(text: TextCues): readonly Phrase[] {
    if (this.#otherScripts.length === 0 || !text.hasOtherLetters) return this.#others;
    return [...this.#others, ...this.#otherScripts];
  }

  /** The phrases of which a text has a first word. */
  #find(text: TextCues): readonly Candidate[] {
    const { candidates, count } = text.find(this.#index);
    return this.#place < count ? candidates[this.#place] ?? NO_CANDIDATES : this.#findAnew(text);
  }

  /** For a text that was met before this cue. */
  #findAnew(text: TextCues): readonly Candidate[] {
    return (this.#sections ?? []).flatMap((section) => section.find(text.words));
  }

  #read(): readonly Section[] {
    const sections = this.#open();
    this.#place = this.#index.add(sections);
    const [others, otherScripts]: [Phrase[], Phrase[]] = [[], []];
    for (const section of sections) {
      for (const phrase of section.others) {
        (phrase.isOfOtherScript ? otherScripts : others).push(phrase);
      }
    }
    this.#others = others;
    this.#otherScripts = otherScripts;
    this.#hasOthers = others.length + otherScripts.length > 0;
    return sections;
  }
}

/** Asked of every sentence by every cue: a loop costs less than a function for `some`. */
function isAnyIn(candidates: readonly Candidate[], folded: string, text: TextCues): boolean {
  for (const one of candidates) if (one === MATCH || one.test(folded, text)) return true;
  return false;
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
