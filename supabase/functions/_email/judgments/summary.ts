/** Which one line tells a reader what an email is about? */
import { fold } from "../text/cues.ts";
import { cuesOf } from "../text/language_cues.ts";
import { wordsOf } from "../text/letters.ts";
import { cutPrefixes } from "../text/reply_prefixes.ts";
import type { Sentence } from "../text/sentences.ts";

/** As the table's check says. */
export const MAX_SUMMARY_UNITS = 200;
/** Shorter ones ("Yes, the darker.") say nothing without the email. */
const TELLING_UNITS = 25;
const TELLING_WORDS = 3;
/** Shorter ones are easier to understand with the subject in front of them. */
const ALONE_UNITS = 40;
/** A subject of so many words says something. */
const TELLING_SUBJECT = /\S+ \S+ \S/;
/** As little is enough to put in front of a sentence, and so much too long. */
const SUBJECT_UNITS = { from: 5, to: 90 };
/** Words of so many letters say what a line is about. */
const CONTENT_LETTERS = 4;
/** Behind the first half of a line that is cut, the end of a clause is a better place. */
const CLAUSE_END = /[,;:–—](?= )(?!.*[,;:–—] )/;

const GREETING = cuesOf("letters", "greeting").all;
/** Begins what cannot be understood without the sentence before it. */
const FRAGMENT = cuesOf("letters", "^fragment").all;
/** Stands for what another sentence or the subject names. */
const POINTING = cuesOf("letters", "pointing").all;
/** "Hi Ana, the oven is old": the name tells nothing. */
const ADDRESSED =
  /^(?:hi|hello|hey|dear|hallo|hola|morning|good morning)(?: [^\s,.!?]+){0,3}[,!–-] +/i;
/** "[users] Re: …", as lists mark their posts. */
const LIST_TAG = /^\s*(?:\[[^\][]{1,40}\]\s*)+/;
const LINK = /<?(?:https?:\/\/|www\.|mailto:)\S{1,1000}|\S{1,64}@\S{1,255}/g;
/** What email programs and mailboxes put before a line. */
const LINE_MARK = /^(?:[>*#•·]|[-–—](?= ))+\s*/;

/** Whether a sentence only greets or thanks. */
export function isGreeting({ folded }: Sentence): boolean {
  return GREETING.test(folded);
}

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
 * characters. The subject goes in front of what only the subject explains, such as "Please use
 * the second one". A heading takes its list along. Greetings and fragments are chosen only where
 * there is nothing else, short lines are told together; the subject where there is no sentence,
 * null for an empty email.
 */
export function summarize(
  { sentences, subject, telling, isForMany }: SummaryChoice,
): string | null {
  const says = ({ text, folded }: Sentence) =>
    text.replace(LINK, "").trim().length >= TELLING_UNITS &&
    wordsOf(folded).size >= TELLING_WORDS && !GREETING.test(folded);
  const isWhole = (sentence: Sentence) => says(sentence) && !FRAGMENT.test(sentence.folded);
  const title = subject.folded === "" ? "" : toTitle(subject.text);
  if (isForMany && TELLING_SUBJECT.test(title)) return shorten(title);
  const short = telling.filter(isWhole).find(({ text }) => text.length <= MAX_SUMMARY_UNITS);
  const chosen = short ?? telling.find(isWhole) ?? sentences.find(isWhole) ?? telling.find(says) ??
    sentences.find(says);
  const line = chosen === undefined
    ? tellTogether(sentences)
    : clean(takeList(chosen, sentences)).replace(ADDRESSED, "");
  if (line === "") return title === "" ? null : shorten(title);
  const isAlone = chosen !== undefined && line.length >= ALONE_UNITS && isWhole(chosen) &&
    !POINTING.test(fold(line));
  return shorten(isAlone ? line : addTitle(line, title));
}

/** A subject without what programs put in front of it. */
function toTitle(subject: string): string {
  const bare = cutPrefixes(cutPrefixes(subject.trim()).replace(LIST_TAG, ""));
  return clean(bare === "" ? subject : bare);
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim().replace(LINE_MARK, "");
}

/** Short lines together, greetings left out where there is more. */
function tellTogether(sentences: readonly Sentence[]): string {
  const told = sentences.filter(({ folded }) => !GREETING.test(folded));
  let line = "";
  for (const { text } of told.length === 0 ? sentences.slice(0, 1) : told) {
    if (line.length >= MAX_SUMMARY_UNITS) break;
    const next = clean(text);
    line += line === "" ? next : `${/[.!?…:;,]$/.test(line) ? "" : ";"} ${next}`;
  }
  return line;
}

/** The subject in front of a line, unless it says nothing that the line does not. */
function addTitle(line: string, title: string): string {
  if (title.length < SUBJECT_UNITS.from || title.length > SUBJECT_UNITS.to) return line;
  if (GREETING.test(fold(title))) return line;
  const said = wordsOf(fold(line));
  const own = [...wordsOf(fold(title))].filter((word) => word.length >= CONTENT_LETTERS);
  if (own.every((word) => said.has(word))) return line;
  return `${title.replace(/[\s:;,.-]+$/, "")}${/[?!]$/.test(title) ? "" : ":"} ${line}`;
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

/** Cut at the end of a clause, else at a word, with an ellipsis. */
function shorten(line: string): string {
  if (line.length <= MAX_SUMMARY_UNITS) return line;
  const cut = line.slice(0, MAX_SUMMARY_UNITS - 1);
  const clause = CLAUSE_END.exec(cut)?.index ?? -1;
  if (clause > MAX_SUMMARY_UNITS * 0.6) return `${cut.slice(0, clause).toWellFormed()} …`;
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > MAX_SUMMARY_UNITS / 2 ? space : undefined).toWellFormed()}…`;
}
