/** Words around what an email says, looked for in single lines, whatever the language is. */
import { quick } from "./quick.ts";
import { hasOtherLetters, listWords } from "./letters.ts";
import type { Phrase } from "./phrases/phrase.ts";
import { MATCH, type Section } from "./phrases/phrase_index.ts";
import { openTable } from "./word_table.ts";
import { tablesOf } from "../words/languages.ts";

let byName: ReadonlyMap<string, readonly Section[]> | null = null;

/** The sections of all languages by their names. */
function openLayout(): ReadonlyMap<string, readonly Section[]> {
  return byName ??= Map.groupBy(
    Object.values(tablesOf("layout")).flatMap((table) => openTable(table)),
    ({ name }) => name,
  );
}

/**
 * The sections of a name in all languages, in the order in which they are tried.
 * @throws {Error} when no table has the section: a mistake in the program.
 */
export function layoutSections(section: string): readonly Section[] {
  const sections = openLayout().get(section);
  if (sections === undefined) throw new Error(`No word table has the section ${section}.`);
  return sections;
}

/** The phrases of a section in all languages, see `layoutSections`. */
export function layoutPhrases(section: string): Phrase[] {
  return layoutSections(section).flatMap(({ phrases }) => phrases);
}

/** A section as one alternative of a regular expression. */
export function layoutSource(section: string): string {
  return `(?:${layoutPhrases(section).map(({ source }) => source).join("|")})`;
}

/** What an expression is asked. */
type Expression = Pick<RegExp, "test" | "exec">;

/** An expression that is built when it is first used, and then kept. */
export class LazyExpression {
  readonly #build: () => Expression;
  #expression: Expression | null = null;

  constructor(build: () => Expression) {
    this.#build = build;
  }

  /** True when the text contains a match. */
  test(text: string): boolean {
    return this.#get().test(text);
  }

  /** The first match in the text. */
  exec(text: string): RegExpExecArray | null {
    return this.#get().exec(text);
  }

  #get(): Expression {
    return this.#expression ??= this.#build();
  }
}

/** A section in all languages. */
interface OpenWords {
  readonly sections: readonly Section[];
  /** Words by which phrases are found. */
  readonly words: ReadonlySet<string>;
  /** Phrases that are found by no word. */
  readonly others: readonly Phrase[];
  /** The same for texts with letters of other scripts. */
  readonly otherScripts: readonly Phrase[];
}

/**
 * Looks for the phrases of a section, after a look at the words of the text: most have none. Each
 * phrase has an expression of its own, compiled when a text may have it.
 */
export class LayoutWords {
  readonly #section: string;
  readonly #write: (source: string) => Expression;
  readonly #expressions = new Map<Phrase, Expression>();
  #open: OpenWords | null = null;

  /** @param write an expression for a phrase, given as one alternative */
  constructor(section: string, write: (source: string) => Expression) {
    this.#section = section;
    this.#write = write;
  }

  /**
   * True when the text contains a match.
   * @param words those of the text in lower case
   */
  test(text: string, words = listWords(text.toLowerCase())): boolean {
    return this.mayBeIn(text, words) &&
      this.#find(text, words).some((phrase) => this.#expressionOf(phrase).test(text));
  }

  /** False where the words of a text leave no phrase possible. */
  mayBeIn(text: string, words = listWords(text.toLowerCase())): boolean {
    const { words: needed, others, otherScripts } = this.#get();
    return others.length > 0 || hasAny(words, needed) ||
      otherScripts.length > 0 && hasOtherLetters(text);
  }

  /** The words that phrases need; null where some need none. */
  get needed(): ReadonlySet<string> | null {
    const { words, others, otherScripts } = this.#get();
    return others.length + otherScripts.length === 0 ? words : null;
  }

  #find(text: string, words: readonly string[]): readonly Phrase[] {
    const { sections, words: needed, others, otherScripts } = this.#get();
    const free = otherScripts.length > 0 && hasOtherLetters(text)
      ? [...others, ...otherScripts]
      : others;
    const known = words.filter((word) => needed.has(word));
    if (known.length === 0) return free;
    const found = new Set(sections.flatMap((section) => section.find(known)));
    return [...[...found].filter((one) => one !== MATCH), ...free];
  }

  #expressionOf(phrase: Phrase): Expression {
    let expression = this.#expressions.get(phrase);
    if (expression === undefined) {
      expression = this.#write(`(?:${phrase.source})`);
      this.#expressions.set(phrase, expression);
    }
    return expression;
  }

  #get(): OpenWords {
    return this.#open ??= this.#read();
  }

  #read(): OpenWords {
    const sections = layoutSections(this.#section);
    const others = sections.flatMap((one) => one.others);
    return {
      sections,
      words: new Set(sections.flatMap((one) => [...one.words.keys()])),
      others: others.filter((phrase) => !phrase.isOfOtherScript),
      otherScripts: others.filter((phrase) => phrase.isOfOtherScript),
    };
  }
}

/** Asked of every line: a loop costs less than a function for `some`. */
function hasAny(words: readonly string[], needed: ReadonlySet<string>): boolean {
  for (const word of words) if (needed.has(word)) return true;
  return false;
}

/** Looks for one of the phrases of a section as whole words, in upper or lower case. */
export function layoutWords(section: string): LayoutWords {
  return new LayoutWords(section, (source) => quick(`\\b${source}\\b`, "i"));
}
