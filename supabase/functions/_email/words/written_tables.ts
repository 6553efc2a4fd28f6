/**
 * The languages that the rules know, each a folder of word tables. To add one, write its folder and
 * name it here. The reader itself takes them from `loaded_tables.ts`.
 */
import { ANY } from "./any/mod.ts";
import { DUTCH } from "./dutch/mod.ts";
import { ENGLISH } from "./english/mod.ts";
import { FRENCH } from "./french/mod.ts";
import { GERMAN } from "./german/mod.ts";
import { ITALIAN } from "./italian/mod.ts";
import { PORTUGUESE } from "./portuguese/mod.ts";
import { SPANISH } from "./spanish/mod.ts";
import { ENGLISH_REQUEST_SIGNS } from "./english/model/request_signs.ts";
import type { LanguageTables } from "./themes.ts";

/** By ISO 639-1, and `any`: what is looked for in every email. The order is that of matches. */
export const WRITTEN_TABLES: Readonly<Record<string, LanguageTables>> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  nl: DUTCH,
  pt: PORTUGUESE,
  any: ANY,
};

/** What the classifier of requests weighs. */
export const WRITTEN_REQUEST_SIGNS = ENGLISH_REQUEST_SIGNS;
