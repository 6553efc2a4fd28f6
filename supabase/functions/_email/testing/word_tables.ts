/** Every table of words and phrases, by name. */
import { ENGLISH_REQUEST_SIGNS } from "../words/english/model/request_signs.ts";
import { LANGUAGES } from "../words/languages.ts";

const tables = Object.entries(LANGUAGES).flatMap(([language, themes]) =>
  Object.entries(themes).map(([theme, table]) => ({ name: `${language} ${theme}`, table }))
);

/** Tables that are looked up by the words of a text, see `first_words_index.ts`. */
export const WORD_TABLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(tables.map(({ name, table }) => [name, table])),
  "en request signs": ENGLISH_REQUEST_SIGNS,
};
