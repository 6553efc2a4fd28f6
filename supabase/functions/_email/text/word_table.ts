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
import { hash } from "../model/hashing.ts";
import { FIRST_WORDS } from "../words/first_words_index.ts";

const opened = new Map<string, readonly Section[]>();

/**
 * The sections of a table, in order. Read when they are first needed: most emails are in one
 * language.
 */
export function openTable(table: string): readonly Section[] {
  const known = opened.get(table);
  if (known !== undefined) return known;
  const index = FIRST_WORDS[String(hash(table))]?.split("\n");
  const sections = readSections(table).map((section, place) =>
    new IndexedSection(section, index?.[place] ?? null)
  );
  opened.set(table, sections);
  return sections;
}

function readSections(table: string): WrittenSection[] {
  const [head = "", ...sections] = `\n${table}`.split("\n## ");
  const lists = new Lists(head);
  return sections.map((section) => {
    const end = section.indexOf("\n");
    return end < 0
      ? { name: section, text: "", lists }
      : { name: section.slice(0, end), text: section.slice(end + 1), lists };
  });
}

/**
 * The first words of all phrases of a table, a section a line: the places of phrases without any,
 * then the words in order, each with the places of its phrases, in base 36, marked where the word
 * is a match by itself. In front of a word is how many letters it shares with the one before, and
 * it has places only where they are others. Written down by `deno task train`, because reading
 * them takes longer than all else about a first email.
 */
export function describeFirstWords(table: string): string {
  return readSections(table)
    .map((section) => describeSection(new IndexedSection(section, null).phrases)).join("\n");
}
