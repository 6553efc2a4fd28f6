/** The languages that the rules know, and their word tables. */
import { TABLES } from "./loaded_tables.ts";
import type { Theme } from "./themes.ts";

/** The languages that the rules know, and `any`: what is looked for in every email. */
export const LANGUAGES: readonly string[] = Object.keys(TABLES);

/** Whether the rules know a language. */
export function isKnownLanguage(language: string | null): language is string {
  return language !== null && language !== "any" && Object.hasOwn(TABLES, language);
}

/** The tables of a theme by language. */
export function tablesOf(theme: Theme): Readonly<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const [language, { [theme]: table }] of Object.entries(TABLES)) {
    if (table !== undefined) tables[language] = table;
  }
  return tables;
}
