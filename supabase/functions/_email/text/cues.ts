/** How the rules look for words: on folded text, at word borders, linear in the text. */
import type { FirstWords } from "./first_words.ts";
import { LETTERS, wordsOf } from "./letters.ts";
import { openTable, phrasesOf, type TablePhrase } from "./word_table.ts";

/** Lower case, straight quotes, single spaces: the form every cue is written in. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[\u2018\u2019\u00B4]/g, "'").replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, " ").trim();
}

/** What is looked for in folded text. A `RegExp` is one. */
export interface Pattern extends Pick<RegExp, "test" | "exec"> {
  /** False when it cannot be in a text, at less cost than `test`. */
  readonly mayBeIn?: (folded: string) => boolean;
}

/** Where in a text a phrase may be. */
type Place = "words" | "opening";

/** One phrase. Its expression is compiled when a text contains the words that it needs. */
class Phrase {
  readonly #written: TablePhrase;
  readonly #place: Place;
  readonly first: FirstWords | null;
  #expression: RegExp | null = null;

  constructor(written: TablePhrase, place: Place) {
    this.#written = written;
    this.#place = place;
    this.first = written.readFirstWords(place === "words");
  }

  get expression(): RegExp {
    return this.#expression ??= new RegExp(
      this.#place === "words"
        ? `(?:^|[^${LETTERS}0-9])(?:${this.#written.source})(?![${LETTERS}0-9])`
        : `^(?:${this.#written.source})`,
    );
  }
}

/** A phrase that a text may contain; one that is a single word is a match by itself. */
type Candidate = Phrase | "whole";

/** Phrases by the words that they need. */
interface Index {
  readonly byWord: ReadonlyMap<string, readonly Candidate[]>;
  /** Phrases without a word that every match contains. */
  readonly others: readonly Phrase[];
}

/** The indexes of all cues that were looked for so far in one: a look finds what a text may contain. */
const phrasesByWord = new Map<
  string,
  { readonly cue: Cue; readonly phrases: readonly Candidate[] }[]
>();
let cueCount = 0;

/** Texts that are kept with their candidates: many cues look at the sentences of one email. */
const MAX_KEPT = 300;
const kept = new Map<string, TextCues>();

/** What a text may contain of the first `count` cues. */
interface TextCues {
  readonly words: ReadonlySet<string>;
  readonly candidates: ReadonlyMap<Cue, readonly Candidate[]>;
  readonly count: number;
}

let last: { readonly folded: string; readonly text: TextCues } | null = null;

function cuesOfText(folded: string): TextCues {
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
  const candidates = new Map<Cue, readonly Candidate[]>();
  for (const word of words) {
    const found = phrasesByWord.get(word);
    if (found === undefined) continue;
    for (const { cue, phrases } of found) {
      const others = candidates.get(cue);
      candidates.set(cue, others === undefined ? phrases : [...others, ...phrases]);
    }
  }
  return { words, candidates, count: cueCount };
}

/** Many phrases as one pattern. Nothing is read before the first text is looked at. */
class Cue implements Pattern {
  readonly #open: () => readonly Phrase[];
  #index: Index | null = null;
  #place = 0;

  constructor(open: () => readonly Phrase[]) {
    let phrases: readonly Phrase[] | null = null;
    this.#open = () => phrases ??= open();
  }

  /** False when no phrase can be in a text, at little cost. */
  mayBeIn(folded: string): boolean {
    const text = cuesOfText(folded);
    const { others } = this.#index ??= this.#read();
    if (others.length > 0) return true;
    return this.#place < text.count ? text.candidates.has(this) : this.#find(text.words).length > 0;
  }

  test(folded: string): boolean {
    const text = cuesOfText(folded);
    const { others } = this.#index ??= this.#read();
    const candidates = this.#place < text.count
      ? text.candidates.get(this)
      : this.#find(text.words);
    if (candidates !== undefined) {
      for (const one of candidates) if (one === "whole" || one.expression.test(folded)) return true;
    }
    for (const { expression } of others) if (expression.test(folded)) return true;
    return false;
  }

  /** The first match in the text; of those at one place that of the phrase listed first. */
  exec(folded: string): RegExpExecArray | null {
    if (!this.test(folded)) return null;
    const { words } = cuesOfText(folded);
    let first: RegExpExecArray | null = null;
    for (const phrase of this.#open()) {
      if (phrase.first !== null && !hasOne(words, phrase.first.words)) continue;
      const match = phrase.expression.exec(folded);
      if (match !== null && (first === null || match.index < first.index)) first = match;
    }
    return first;
  }

  #read(): Index {
    const index = indexPhrases(this.#open());
    for (const [word, phrases] of index.byWord) {
      const known = phrasesByWord.get(word);
      if (known === undefined) phrasesByWord.set(word, [{ cue: this, phrases }]);
      else known.push({ cue: this, phrases });
    }
    this.#place = cueCount++;
    return index;
  }

  /** For a text that was met before this cue. */
  #find(words: ReadonlySet<string>): Candidate[] {
    return [...words].flatMap((word) => this.#index?.byWord.get(word) ?? []);
  }
}

function indexPhrases(phrases: readonly Phrase[]): Index {
  const byWord = new Map<string, Candidate[]>();
  const others: Phrase[] = [];
  for (const phrase of phrases) {
    if (phrase.first === null) others.push(phrase);
    for (const word of phrase.first?.words ?? []) {
      const entry = phrase.first?.whole.has(word) ? "whole" : phrase;
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [entry]);
      else known.push(entry);
    }
  }
  return { byWord, others };
}

function hasOne(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  const [few, many] = words.size < wanted.size ? [words, wanted] : [wanted, words];
  for (const word of few) if (many.has(word)) return true;
  return false;
}

/** The phrases of a section of a word table (see `word_table.ts`), wherever whole words match. */
export function cue(table: string, section: string): Pattern {
  return new Cue(() => open(table, section, "words"));
}

/** Phrases that a text begins with. */
export function openings(table: string, section: string): Pattern {
  return new Cue(() => open(table, section, "opening"));
}

/** The phrases of the section at a place, for tables with several sections of one name. */
export function cueAt(table: string, place: number): Pattern {
  return new Cue(() => readPhrases(openTable(table)[place]?.phrases ?? [], "words"));
}

/** The same for phrases that a text begins with. */
export function openingsAt(table: string, place: number): Pattern {
  return new Cue(() => readPhrases(openTable(table)[place]?.phrases ?? [], "opening"));
}

function readPhrases(written: readonly TablePhrase[], place: Place): Phrase[] {
  return written.map((phrase) => new Phrase(phrase, place));
}

const opened = new Map<string, Map<string, readonly Phrase[]>>();

function open(table: string, section: string, place: Place): readonly Phrase[] {
  let sections = opened.get(table);
  if (sections === undefined) opened.set(table, sections = new Map());
  let known = sections.get(section);
  if (known === undefined) {
    known = readPhrases(phrasesOf(table, section), place);
    sections.set(section, known);
  }
  return known;
}

/** Cues in the languages that the rules know. */
export interface Cues {
  /** What to look for in a text of a language; all of them where it is none of these. */
  in(language: string | null): Pattern;
  /** What to look for whatever the language is. */
  readonly all: Pattern;
}

/** The word tables of one theme by language; `any` is looked for where the language is unknown. */
export interface Tables {
  readonly en: string;
  readonly de?: string;
  readonly es?: string;
  readonly any?: string;
}

/** The cues of one section, see `cue`. Languages whose table lacks the theme are left out. */
export function cuesOf(tables: Tables, section: string): Cues {
  const written = Object.entries<string>({ ...tables });
  const known = new Map(written.map(([language, table]) => [language, cue(table, section)]));
  const all = new Cue(() => written.flatMap(([, table]) => open(table, section, "words")));
  return { in: (language) => known.get(language ?? "") ?? all, all };
}
