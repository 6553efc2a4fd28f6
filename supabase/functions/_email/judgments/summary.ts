/** Which one line tells a reader what an email is about? */
import { cuesOf } from "../text/language_cues.ts";
import { cutPrefixes } from "../text/reply_prefixes.ts";
import type { Sentence } from "../text/sentences.ts";

/** As the table's check says. */
export const MAX_SUMMARY_UNITS = 200;
/** Shorter ones ("Yes, the darker.") say nothing without the email. */
const TELLING_UNITS = 25;
/** A subject of so many words says something. */
const TELLING_SUBJECT = /\S+ \S+ \S/;

const GREETING = cuesOf("letters", "greeting").all;
/** Begins what cannot be understood without the sentence before it. */
const FRAGMENT = cuesOf("letters", "^fragment").all;

/** What a summary is chosen from. */
export interface SummaryChoice {
  readonly sentences: readonly Sentence[];
  readonly subject: Sentence;
  /** Sentences that say what the email wants, most important first. */
  readonly telling: readonly Sentence[];
  /** Whether the subject was written for many, and says what the email is better than a line. */
  readonly isForMany: boolean;
}

/**
 * The sentence that asks for most, else the first that says something, on one line of at most 200
 * characters. A heading takes its list along. Greetings and fragments are chosen only where there
 * is nothing else; the subject where there is no sentence, null for an empty email.
 */
export function summarize(
  { sentences, subject, telling, isForMany }: SummaryChoice,
): string | null {
  const says = ({ text, folded }: Sentence) =>
    text.length >= TELLING_UNITS && !GREETING.test(folded);
  const isWhole = (sentence: Sentence) => says(sentence) && !FRAGMENT.test(sentence.folded);
  const title = isForMany && TELLING_SUBJECT.test(subject.folded) ? subject : undefined;
  const chosen = title ?? telling.find(isWhole) ?? sentences.find(isWhole) ?? telling.find(says) ??
    sentences.find(says) ?? (subject.folded === "" ? sentences[0] : subject);
  if (chosen === undefined) return null;
  const written = chosen.source === "subject"
    ? cutPrefixes(chosen.text)
    : takeList(chosen, sentences);
  const line = written.replace(/\s+/g, " ").trim();
  return line === "" ? null : shorten(line);
}

/** A sentence that ends in a colon, with what it announces. */
function takeList(chosen: Sentence, sentences: readonly Sentence[]): string {
  const at = sentences.indexOf(chosen);
  if (!/:\s*$/.test(chosen.text) || at < 0) return chosen.text;
  let line = chosen.text;
  for (const { text, folded } of sentences.slice(at + 1)) {
    if (line.length >= MAX_SUMMARY_UNITS || GREETING.test(folded)) break;
    line += `${line === chosen.text ? "" : ";"} ${text.replace(/[.;,]\s*$/, "")}`;
  }
  return line;
}

/** Cut at a word, with an ellipsis. */
function shorten(line: string): string {
  if (line.length <= MAX_SUMMARY_UNITS) return line;
  const cut = line.slice(0, MAX_SUMMARY_UNITS - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > MAX_SUMMARY_UNITS / 2 ? space : undefined).toWellFormed()}…`;
}
