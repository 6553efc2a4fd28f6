/** Every table of words and phrases, by name. */
import { ENGLISH_REQUEST_SIGNS } from "../words/english/request_signs.ts";
import { LANGUAGES } from "../words/languages.ts";

const tables = Object.entries(LANGUAGES).flatMap(([language, themes]) =>
  Object.entries(themes).map(([theme, table]) => ({ name: `${language} ${theme}`, theme, table }))
);
const name = (some: typeof tables) =>
  Object.fromEntries(some.map(({ name, table }) => [name, table]));

/** Tables that are looked up by the words of a text, see `first_words_index.ts`. */
export const WORD_TABLES: Readonly<Record<string, string>> = {
  ...name(tables.filter(({ theme }) => theme !== "layout")),
  "en request signs": ENGLISH_REQUEST_SIGNS,
};

/** Tables that are read as lists. */
export const WORD_LISTS = name(tables.filter(({ theme }) => theme === "layout"));
