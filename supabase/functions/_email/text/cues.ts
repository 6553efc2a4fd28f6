/** How the rules look for words: on folded text, at word borders, linear in the text. */
import { type FirstWords, readFirstWords } from "./first_words.ts";
import { LETTERS, wordsOf } from "./letters.ts";
import { openTable, phrasesOf } from "./word_table.ts";

/** Lower case, straight quotes, single spaces: the form every cue is written in. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[\u2018\u2019\u00B4]/g, "'").replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, " ").trim();
}

/** What is looked for in folded text. A `RegExp` is one. */
export type Pattern = Pick<RegExp, "test" | "exec">;

/** Where in a text a phrase may be. */
type Place = "words" | "opening";

/** One phrase. Its expression is compiled when a text contains the words that it needs. */
class Phrase {
  readonly #source: string;
  readonly #place: Place;
  readonly first: FirstWords | null;
  #expression: RegExp | null = null;

  constructor(source: string, place: Place) {
    this.#source = source;
    this.#place = place;
    this.first = readFirstWords(source, place === "words");
  }

  get expression(): RegExp {
    return this.#expression ??= new RegExp(
      this.#place === "words"
        ? `(?:^|[^${LETTERS}0-9])(?:${this.#source})(?![${LETTERS}0-9])`
        : `^(?:${this.#source})`,
    );
  }
}

/** Phrases by the words that they need. */
interface Index {
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Words that are phrases by themselves. */
  readonly whole: ReadonlySet<string>;
  /** Phrases without a word that every match contains. */
  readonly others: readonly Phrase[];
}

/** Many phrases as one pattern. Nothing is read before the first text is looked at. */
class Cue implements Pattern {
  readonly #open: () => readonly Phrase[];
  #index: Index | null = null;

  constructor(open: () => readonly Phrase[]) {
    this.#open = open;
  }

  test(folded: string): boolean {
    const index = this.#index ??= indexPhrases(this.#open());
    for (const word of wordsOf(folded)) {
      if (index.whole.has(word)) return true;
      const phrases = index.byWord.get(word);
      if (phrases?.some(({ expression }) => expression.test(folded))) return true;
    }
    return index.others.some(({ expression }) => expression.test(folded));
  }

  /** The first match in the text; of those at one place that of the phrase listed first. */
  exec(folded: string): RegExpExecArray | null {
    if (!this.test(folded)) return null;
    const words = wordsOf(folded);
    let first: RegExpExecArray | null = null;
    for (const phrase of this.#open()) {
      if (phrase.first !== null && !hasOne(words, phrase.first.words)) continue;
      const match = phrase.expression.exec(folded);
      if (match !== null && (first === null || match.index < first.index)) first = match;
    }
    return first;
  }
}

function indexPhrases(phrases: readonly Phrase[]): Index {
  const byWord = new Map<string, Phrase[]>();
  const whole = new Set<string>();
  const others: Phrase[] = [];
  for (const phrase of phrases) {
    if (phrase.first === null) others.push(phrase);
    for (const word of phrase.first?.words ?? []) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [phrase]);
      else known.push(phrase);
    }
    for (const word of phrase.first?.whole ?? []) whole.add(word);
  }
  return { byWord, whole, others };
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
  let phrases: readonly Phrase[] | null = null;
  return new Cue(() =>
    phrases ??= (openTable(table)[place]?.phrases ?? []).map((source) =>
      new Phrase(source, "words")
    )
  );
}

const opened = new Map<string, Map<string, readonly Phrase[]>>();

function open(table: string, section: string, place: Place): readonly Phrase[] {
  let sections = opened.get(table);
  if (sections === undefined) opened.set(table, sections = new Map());
  let known = sections.get(section);
  if (known === undefined) {
    known = phrasesOf(table, section).map((source) => new Phrase(source, place));
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
