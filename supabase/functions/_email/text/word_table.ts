/**
 * How lists of words and phrases are written down. A table has sections (`## name`), and in each one
 * phrase a line: `can (we|you) meet — can we meet on Friday?`. What follows the dash is an example or
 * the reason why the phrase is listed; a test checks that each example contains its phrase.
 *
 * Phrases are written in lower case with straight quotes, see `fold`:
 * - `(a|b)` one of several, `(a)?` perhaps, `[oa]` one of these letters, `\d` a digit;
 * - `~12` a word of at most 12 letters, `~3-12` of 3 to 12, `~12'` with apostrophes;
 * - `@day` any of the words that lines such as `@day = monday|tuesday` list in the same table;
 * - `(?!…)` not followed by that.
 */
import { toLatin } from "./letters.ts";

/** A section of a table. */
export interface Section {
  readonly name: string;
  /** Sources of regular expressions, in order. */
  readonly phrases: readonly string[];
  /** What each line says behind its dash. */
  readonly examples: readonly string[];
}

const LIST = /^@([a-z0-9]+) = (.+)$/;

const opened = new Map<string, readonly Section[]>();

/** The sections of a table, in order. Read when they are first needed: most emails are in one language. */
export function openTable(table: string): readonly Section[] {
  const known = opened.get(table);
  if (known !== undefined) return known;
  const sections = readSections(table.split("\n"));
  opened.set(table, sections);
  return sections;
}

/**
 * The phrases of a section.
 * @throws {Error} when the table has no section of that name: a mistake in the program.
 */
export function phrasesOf(table: string, name: string): readonly string[] {
  const section = openTable(table).find((one) => one.name === name);
  if (section === undefined) throw new Error(`The word table has no section ${name}.`);
  return section.phrases;
}

function readSections(lines: readonly string[]): Section[] {
  const lists = readLists(lines);
  const sections: { name: string; phrases: string[]; examples: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith("## ")) {
      sections.push({ name: line.slice(3), phrases: [], examples: [] });
    } else if (line !== "" && !line.startsWith("# ") && !LIST.test(line)) {
      const [phrase = "", example = ""] = splitLine(line);
      sections.at(-1)?.phrases.push(toSource(phrase, lists));
      sections.at(-1)?.examples.push(example);
    }
  }
  return sections;
}

/** The words behind each `@name`, as a source; a list may use those above it. */
function readLists(lines: readonly string[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const line of lines) {
    const [, name, words] = LIST.exec(line) ?? [];
    if (name === undefined || words === undefined) continue;
    const above = written.get(name);
    written.set(name, above === undefined ? words : `${above}|${words}`);
  }
  const lists = new Map<string, string>();
  for (const [name, words] of written) lists.set(name, `(?:${toSource(words, lists)})`);
  return lists;
}

function splitLine(line: string): [phrase: string, example: string] {
  const at = line.lastIndexOf(" — ");
  return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 3)];
}

/** A phrase as the source of a regular expression. */
function toSource(phrase: string, lists: ReadonlyMap<string, string>): string {
  const source = phrase
    .replace(/(?<!\\)\((?!\?)/g, "(?:")
    .replace(
      /~(?:(\d+)-)?(\d+)('?)/g,
      (_, least: string | undefined, most: string, mark: string) =>
        `${mark === "" ? "\\p{L}" : "[\\p{L}']"}{${least ?? "1"},${most}}`,
    )
    .replace(
      /@([a-z0-9]+)/g,
      (_, name: string) => lists.get(name) ?? fail(`The word table has no list @${name}.`),
    );
  return toLatin(source);
}

function fail(message: string): never {
  throw new Error(message);
}
