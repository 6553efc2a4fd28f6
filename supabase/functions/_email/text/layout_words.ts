/** Words around what an email says, looked for in single lines, whatever the language is. */
import { listWords } from "./letters.ts";
import type { Phrase } from "./phrases/phrase.ts";
import type { Section } from "./phrases/phrase_index.ts";
import { openTable } from "./word_table.ts";
import { tablesOf } from "../words/languages.ts";

const TABLES = Object.values(tablesOf("layout"));

/**
 * The sections of a name in all languages, in the order in which they are tried.
 * @throws {Error} when no table has the section: a mistake in the program.
 */
export function layoutSections(section: string): Section[] {
  const sections = TABLES.flatMap((table) => openTable(table))
    .filter(({ name }) => name === section);
  if (sections.length === 0) throw new Error(`No word table has the section ${section}.`);
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

/** What the words of a section are looked for with. */
interface OpenWords {
  /** Words that the phrases need, see `first_words.ts`. */
  readonly words: ReadonlySet<string>;
  /** Phrases that need one of them. */
  readonly bound: LazyExpression;
  /** The others; null where there are none. */
  readonly free: LazyExpression | null;
}

/** Looks for the phrases of a section, after a look at the words of the text: most have none. */
export class LayoutWords {
  readonly #section: string;
  readonly #write: (source: string) => Expression;
  #open: OpenWords | null = null;

  /** @param write an expression for the phrases, given as one alternative */
  constructor(section: string, write: (source: string) => Expression) {
    this.#section = section;
    this.#write = write;
  }

  /**
   * True when the text contains a match.
   * @param words those of the text in lower case
   */
  test(text: string, words = listWords(text.toLowerCase())): boolean {
    const { words: needed, bound, free } = this.#get();
    return words.some((word) => needed.has(word)) && bound.test(text) ||
      (free?.test(text) ?? false);
  }

  /** The words that phrases need; null where some need none. */
  get needed(): ReadonlySet<string> | null {
    const { words, free } = this.#get();
    return free === null ? words : null;
  }

  #get(): OpenWords {
    return this.#open ??= this.#read();
  }

  #read(): OpenWords {
    const sections = layoutSections(this.#section);
    const others = new Set(sections.flatMap((one) => one.others));
    const join = (isFree: boolean) =>
      new LazyExpression(() => {
        const own = sections.flatMap((one) => one.phrases)
          .filter((phrase) => others.has(phrase) === isFree);
        return this.#write(`(?:${own.map(({ source }) => source).join("|")})`);
      });
    return {
      words: new Set(sections.flatMap((one) => [...one.words.keys()])),
      bound: join(false),
      free: others.size === 0 ? null : join(true),
    };
  }
}

/** Looks for one of the phrases of a section as whole words, in upper or lower case. */
export function layoutWords(section: string): LayoutWords {
  return new LayoutWords(section, (source) => new RegExp(`\\b${source}\\b`, "i"));
}
