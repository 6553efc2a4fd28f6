/** Which fields of meaning does a word belong to? */
import { DUTCH_FIELDS } from "../words/dutch/model/fields.ts";
import { ENGLISH_FIELDS, type Field } from "../words/english/model/fields.ts";
import { FRENCH_FIELDS } from "../words/french/model/fields.ts";
import { GERMAN_FIELDS } from "../words/german/model/fields.ts";
import { ITALIAN_FIELDS } from "../words/italian/model/fields.ts";
import { PORTUGUESE_FIELDS } from "../words/portuguese/model/fields.ts";
import { SPANISH_FIELDS } from "../words/spanish/model/fields.ts";

export type { Field };

/** Every field, in a fixed order. */
export const FIELDS = Object.keys(ENGLISH_FIELDS).filter((name): name is Field =>
  name in ENGLISH_FIELDS
);

const LISTS: Readonly<Record<string, Readonly<Record<Field, string>>>> = {
  en: ENGLISH_FIELDS,
  de: GERMAN_FIELDS,
  es: SPANISH_FIELDS,
  fr: FRENCH_FIELDS,
  it: ITALIAN_FIELDS,
  nl: DUTCH_FIELDS,
  pt: PORTUGUESE_FIELDS,
};

/** Words and stems of a language, each with its fields. */
interface Lexicon {
  readonly words: ReadonlyMap<string, readonly Field[]>;
  readonly stems: ReadonlyMap<string, readonly Field[]>;
}

/** Shortest and longest stem. */
const STEM_UNITS = { from: 3, to: 12 };
const NONE: readonly Field[] = [];

const lexicons = new Map<string, Lexicon>();

/** The fields of a folded word; a text of another language is read as English. */
export function fieldsOf(word: string, language: string | null): readonly Field[] {
  const { words, stems } = openLexicon(language !== null && language in LISTS ? language : "en");
  const known = words.get(word);
  if (known !== undefined) return known;
  for (let length = Math.min(word.length, STEM_UNITS.to); length >= STEM_UNITS.from; length--) {
    const stem = stems.get(word.slice(0, length));
    if (stem !== undefined) return stem;
  }
  return NONE;
}

/** Read with the first email of its language. */
function openLexicon(language: string): Lexicon {
  const open = lexicons.get(language);
  if (open !== undefined) return open;
  const [words, stems] = [new Map<string, Field[]>(), new Map<string, Field[]>()];
  for (const field of FIELDS) {
    for (const entry of (LISTS[language]?.[field] ?? "").split(" ")) {
      const isStem = entry.endsWith("*");
      const list = isStem ? stems : words;
      const key = isStem ? entry.slice(0, -1) : entry;
      const known = list.get(key);
      if (known === undefined) list.set(key, [field]);
      else known.push(field);
    }
  }
  const lexicon = { words, stems };
  lexicons.set(language, lexicon);
  return lexicon;
}
