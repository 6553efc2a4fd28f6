/** Which words around a name, or in it, tell what it is? */
import { unpackWords } from "../../text/phrases/packed_words.ts";
import { PACKED_NAMES } from "../../words/loaded_tables.ts";
import { LONG_PLACES, PLACE_BEGINNINGS, PLACES } from "../../words/any/facts/places.ts";
import { DUTCH_NAMES } from "../../words/dutch/facts/names.ts";
import { ENGLISH_NAMES } from "../../words/english/facts/names.ts";
import { FRENCH_NAMES } from "../../words/french/facts/names.ts";
import { GERMAN_NAMES } from "../../words/german/facts/names.ts";
import { ITALIAN_NAMES } from "../../words/italian/facts/names.ts";
import { PORTUGUESE_NAMES } from "../../words/portuguese/facts/names.ts";
import { SPANISH_NAMES } from "../../words/spanish/facts/names.ts";
import type { NameLists } from "./word_lists.ts";

/** The same, ready to look up. */
export interface NameWords {
  readonly titles: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly roleEndings: readonly string[];
  readonly introductions: readonly string[];
  readonly at: ReadonlySet<string>;
  readonly employers: readonly string[];
  readonly companies: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
}

const LISTS: Readonly<Record<string, NameLists>> = {
  en: ENGLISH_NAMES,
  de: GERMAN_NAMES,
  fr: FRENCH_NAMES,
  es: SPANISH_NAMES,
  it: ITALIAN_NAMES,
  nl: DUTCH_NAMES,
  pt: PORTUGUESE_NAMES,
};

const opened = new Map<string, NameWords>();

/**
 * The words of a language together with those of English; of all languages where it is unknown.
 * Read when a text in the language first comes.
 */
export function nameWordsOf(language: string | null): NameWords {
  const key = language !== null && Object.hasOwn(LISTS, language) ? language : "";
  let words = opened.get(key);
  if (words === undefined) {
    words = read(key === "" ? Object.values(LISTS) : [ENGLISH_NAMES, LISTS[key] ?? ENGLISH_NAMES]);
    opened.set(key, words);
  }
  return words;
}

function read(lists: readonly NameLists[]): NameWords {
  const split = (field: keyof NameLists, separator = " ") =>
    lists.flatMap((list) => list[field] === "" ? [] : list[field].split(separator));
  return {
    titles: new Set(split("titles")),
    roles: new Set(split("roles")),
    roleEndings: split("roleEndings"),
    introductions: split("introductions", "|"),
    at: new Set(split("at")),
    employers: split("employers", "|"),
    companies: new Set(split("companies")),
    no: new Set(split("no")),
    common: new Set(split("common")),
  };
}

let given: ReadonlySet<string> | null = null;

/** Whether a word, in lower case, is a given name: `anna`, `jean-pierre`. */
export function isGivenName(word: string): boolean {
  given ??= unpackWords(PACKED_NAMES);
  return given.has(word) || word.includes("-") && given.has(word.slice(0, word.indexOf("-")));
}

let places: ReadonlySet<string> | null = null;
let placeBeginnings: ReadonlySet<string> | null = null;

/** Whether words, in lower case, are a place or begin like one. */
export function isPlace(words: readonly string[]): boolean {
  places ??= new Set([...PLACES.split(" "), ...LONG_PLACES.split("|")]);
  placeBeginnings ??= new Set(PLACE_BEGINNINGS.split(" "));
  return places.has(words.join(" ")) || places.has(words.slice(0, 2).join(" ")) ||
    words.length > 1 && placeBeginnings.has(words[0] ?? "");
}

/** Whether a word, in lower case, says what somebody is. */
export function isRole(word: string, { roles, roleEndings }: NameWords): boolean {
  return roles.has(word) ||
    roleEndings.some((ending) => word.length > ending.length + 2 && word.endsWith(ending));
}
