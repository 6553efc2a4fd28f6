/** Cues for intents, by language. Weights: 1 a hint, 2 a clear sign, 3 hardly anything else. */
import { type Intent, INTENTS } from "../reading.ts";
import { cueAt, type Pattern } from "../text/cues.ts";
import { openTable } from "../text/word_table.ts";
import { ENGLISH_INTENTS } from "../words/english/intents.ts";
import { GERMAN_INTENTS } from "../words/german/intents.ts";
import { SPANISH_INTENTS } from "../words/spanish/intents.ts";

/** What one section of a table of intents says, such as `## complaint 3`. */
export interface IntentCue {
  readonly intent: Intent;
  readonly weight: number;
  readonly pattern: Pattern;
}

const TABLES: Readonly<Record<string, string>> = {
  en: ENGLISH_INTENTS,
  de: GERMAN_INTENTS,
  es: SPANISH_INTENTS,
};
const opened = new Map<string, readonly IntentCue[]>();

/** The cues of a language; those of all languages when it is another one. */
export function intentCuesOf(language: string | null): readonly IntentCue[] {
  return language !== null && language in TABLES
    ? openCues(language)
    : Object.keys(TABLES).flatMap(openCues);
}

function openCues(language: string): readonly IntentCue[] {
  let cues = opened.get(language);
  if (cues === undefined) {
    cues = readCues(TABLES[language] ?? "");
    opened.set(language, cues);
  }
  return cues;
}

function readCues(table: string): IntentCue[] {
  return openTable(table).map(({ name }, place) => {
    const [written, weight] = name.split(" ");
    const intent = INTENTS.find((one) => one === written);
    if (intent === undefined) throw new Error(`There is no intent ${written}.`);
    return { intent, weight: Number(weight), pattern: cueAt(table, place) };
  });
}
