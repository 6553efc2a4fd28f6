/** Which one line tells a reader what an email is about? */
import { ENGLISH_LETTERS } from "../words/english/letters.ts";
import { GERMAN_LETTERS } from "../words/german/letters.ts";
import { SPANISH_LETTERS } from "../words/spanish/letters.ts";
import { cuesOf } from "../text/cues.ts";
import type { Sentence } from "../text/sentences.ts";

/** As the table's check says. */
export const MAX_SUMMARY_UNITS = 200;
/** Shorter ones ("Yes, the darker.") say nothing without the email. */
const TELLING_UNITS = 25;

const TABLES = { en: ENGLISH_LETTERS, de: GERMAN_LETTERS, es: SPANISH_LETTERS };
const GREETING = cuesOf(TABLES, "greeting").all;

/**
 * The sentence that asks for most, else the first that says something, on one line of at most 200
 * characters; the subject where there is none, null for an empty email.
 * @param telling sentences that say what the email wants, most important first
 */
export function summarize(
  sentences: readonly Sentence[],
  subject: Sentence,
  telling: readonly Sentence[],
): string | null {
  const says = ({ text, folded }: Sentence) =>
    text.length >= TELLING_UNITS && !GREETING.test(folded);
  const chosen = telling.find(says) ?? sentences.find(says) ??
    (subject.folded === "" ? sentences[0] : subject);
  const line = (chosen?.text ?? "").replace(/\s+/g, " ").trim();
  return line === "" ? null : shorten(line);
}

/** Cut at a word, with an ellipsis. */
function shorten(line: string): string {
  if (line.length <= MAX_SUMMARY_UNITS) return line;
  const cut = line.slice(0, MAX_SUMMARY_UNITS - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > MAX_SUMMARY_UNITS / 2 ? space : undefined).toWellFormed()}…`;
}
