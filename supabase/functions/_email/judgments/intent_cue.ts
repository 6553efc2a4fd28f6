/** Cues for intents, by language. Weights: 1 a hint, 2 a clear sign, 3 hardly anything else. */
import { type Intent, INTENTS } from "../reading.ts";
import { cueAt, type Pattern } from "../text/cues.ts";
import { languagesIn } from "../text/language_cues.ts";
import type { Sentence } from "../text/sentences.ts";
import { openTable } from "../text/word_table.ts";
import { isKnownLanguage, tablesOf } from "../words/languages.ts";

/** What one section of a table of intents says, such as `## complaint 3`. */
export interface IntentCue {
  readonly intent: Intent;
  readonly weight: number;
  readonly pattern: Pattern;
}

const TABLES = tablesOf("intents");
const opened = new Map<string, readonly IntentCue[]>();

/**
 * The cues of a language, English for one without words of its own; where it is unknown, those of
 * the languages that the sentences may be in.
 */
export function intentCuesOf(
  language: string | null,
  sentences: readonly Sentence[],
): readonly IntentCue[] {
  if (language === null) return languagesIn(sentences).flatMap(openCues);
  return openCues(isKnownLanguage(language) ? language : "en");
}

function openCues(language: string): readonly IntentCue[] {
  let cues = opened.get(language);
  if (cues === undefined) {
    cues = readCues(TABLES[language] ?? "", language);
    opened.set(language, cues);
  }
  return cues;
}

function readCues(table: string, language: string): IntentCue[] {
  return openTable(table).map(({ name }, place) => {
    const [written, weight] = name.split(" ");
    const intent = INTENTS.find((one) => one === written);
    if (intent === undefined) throw new Error(`There is no intent ${written}.`);
    return { intent, weight: Number(weight), pattern: cueAt(table, place, language) };
  });
}
