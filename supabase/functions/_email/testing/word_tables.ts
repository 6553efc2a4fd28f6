/** Every table of words and phrases as it is written, by name. */
import { WRITTEN_REQUEST_SIGNS, WRITTEN_TABLES } from "../words/written_tables.ts";

const tables = Object.entries(WRITTEN_TABLES).flatMap(([language, themes]) =>
  Object.entries(themes).map(([theme, table]) => ({ name: `${language} ${theme}`, table }))
);

/** Each phrase with its example; the reader has them without, see `loaded_tables.ts`. */
export const WORD_TABLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(tables.map(({ name, table }) => [name, table])),
  "en request signs": WRITTEN_REQUEST_SIGNS,
};
