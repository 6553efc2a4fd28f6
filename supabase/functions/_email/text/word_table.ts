/**
 * How lists of words and phrases are written down. A table has sections (`## name`, or `## ^name`
 * for what a text begins with, `## ^name$` if that ends at the end of a word), and in each one
 * phrase a line: `can (we|you) meet — can we meet on Friday?`. What follows
 * the dash is an example or the reason why the phrase is listed; a test checks that each example
 * contains its phrase.
 *
 * Phrases are written in lower case with straight quotes, see `fold`:
 * - `(a|b)` one of several, `(a)?` perhaps, `[oa]` one of these letters, `\d` a digit;
 * - `~12` a word of at most 12 letters, `~3-12` of 3 to 12, `~12'` with apostrophes;
 * - `@day` any of the words that lines such as `@day = monday|tuesday` list in the same table;
 * - `(?!…)` not followed by that.
 */
import { Lists } from "./phrases/lists.ts";
import {
  describeSection,
  IndexedSection,
  type Section,
  type WrittenSection,
} from "./phrases/phrase_index.ts";

const opened = new Map<string, readonly Section[]>();

/** Before the first words of a section, in the line below its name. */
const INDEX_MARK = "=";

/**
 * The sections of a table, in order. Read when they are first needed: most emails are in one
 * language.
 * @param table as it is written, or as `indexTable` gives it
 */
export function openTable(table: string): readonly Section[] {
  let sections = opened.get(table);
  if (sections === undefined) {
    sections = readSections(table).map((section) => new IndexedSection(section));
    opened.set(table, sections);
  }
  return sections;
}

function readSections(table: string): WrittenSection[] {
  // Written tables begin with an empty line; in front of others one is a copy of all.
  const text = table.startsWith("\n") ? table : `\n${table}`;
  const [head = "", ...sections] = text.split("\n## ");
  const lists = new Lists(head);
  return sections.map((section) => {
    const [name, text] = cutLine(section);
    const [index, phrases] = text.startsWith(INDEX_MARK) ? cutLine(text) : [null, text];
    return { name, text: phrases, lists, index: index?.slice(INDEX_MARK.length) ?? null };
  });
}

/** The first line of a text, and the others. */
function cutLine(text: string): [line: string, others: string] {
  const end = text.indexOf("\n");
  return end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end + 1)];
}

/**
 * A table as the reader needs it: its phrases without examples, and below the name of each section
 * its first words, because reading them takes longer than all else about a first email. They are
 * the places of phrases without any, then the words in order, each with the places of its phrases,
 * in base 36, marked where the word is a match by itself. In front of a word is how many letters it
 * shares with the one before, and it has places only where they are others.
 */
export function indexTable(table: string): string {
  const [head = ""] = `\n${table}`.split("\n## ");
  const lists = head.split("\n").filter((line) => line.startsWith("@"));
  const sections = openTable(table).flatMap(({ name, phrases }) => [
    `## ${name}`,
    INDEX_MARK + describeSection(phrases),
    ...phrases.map(({ phrase }) => phrase),
  ]);
  return ["", ...lists, ...sections].join("\n");
}
