/**
 * The languages that the rules know, each a folder of word tables. To add one, write its folder and
 * name it here.
 */
import { ANY } from "./any/mod.ts";
import { DUTCH } from "./dutch/mod.ts";
import { ENGLISH } from "./english/mod.ts";
import { FRENCH } from "./french/mod.ts";
import { GERMAN } from "./german/mod.ts";
import { ITALIAN } from "./italian/mod.ts";
import { PORTUGUESE } from "./portuguese/mod.ts";
import { SPANISH } from "./spanish/mod.ts";
import type { LanguageTables, Theme } from "./themes.ts";

/** By ISO 639-1, and `any`: what is looked for in every email. The order is that of matches. */
export const LANGUAGES: Readonly<Record<string, LanguageTables>> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  nl: DUTCH,
  pt: PORTUGUESE,
  any: ANY,
};

/** Whether the rules know a language. */
export function isKnownLanguage(language: string | null): language is string {
  return language !== null && language !== "any" && Object.hasOwn(LANGUAGES, language);
}

/** The tables of a theme by language. */
export function tablesOf(theme: Theme): Readonly<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const [language, { [theme]: table }] of Object.entries(LANGUAGES)) {
    if (table !== undefined) tables[language] = table;
  }
  return tables;
}
