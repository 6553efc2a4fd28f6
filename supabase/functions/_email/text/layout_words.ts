/** Words around what an email says, looked for in single lines, whatever the language is. */
import { type Phrase, readPhrases } from "./word_table.ts";
import { tablesOf } from "../words/languages.ts";

const TABLES = Object.values(tablesOf("layout"));

/**
 * The phrases of a section in all languages, in the order in which they are tried.
 * @throws {Error} when no table has the section: a mistake in the program.
 */
export function layoutPhrases(section: string): Phrase[] {
  const phrases = TABLES.flatMap((table) => readPhrases(table, section));
  if (phrases.length === 0) throw new Error(`No word table has the section ${section}.`);
  return phrases;
}

/** A section as one alternative of a regular expression. */
export function layoutSource(section: string): string {
  return `(?:${layoutPhrases(section).map(({ source }) => source).join("|")})`;
}

/** An expression that is built when it is first used, and then kept. */
export class LazyExpression {
  readonly #build: () => Pick<RegExp, "test" | "exec">;
  #expression: Pick<RegExp, "test" | "exec"> | null = null;

  constructor(build: () => Pick<RegExp, "test" | "exec">) {
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

  #get(): Pick<RegExp, "test" | "exec"> {
    return this.#expression ??= this.#build();
  }
}

/** Looks for one of the phrases of a section as whole words, in upper or lower case. */
export function layoutWords(section: string): LazyExpression {
  return new LazyExpression(() => new RegExp(`\\b${layoutSource(section)}\\b`, "i"));
}
