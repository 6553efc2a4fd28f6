/** Which one line tells a reader what an email is about? */
import { fold } from "../text/cues.ts";
import { cuesOf } from "../text/language_cues.ts";
import { wordsOf } from "../text/letters.ts";
import { cutPrefixes } from "../text/reply_prefixes.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFormula } from "./formulas.ts";
import { isApology } from "./pain_points.ts";

/** As the table's check says. */
export const MAX_SUMMARY_UNITS = 200;
/** Shorter ones ("Yes, the darker.") say nothing without the email. */
const TELLING_UNITS = 25;
const TELLING_WORDS = 3;
/** Shorter ones are easier to understand with the subject in front of them. */
const ALONE_UNITS = 40;
/** What an email is about is said early. */
const SENTENCES_CHOSEN_FROM = 12;
/** What speaks for a sentence, and against it. */
const WORTH = {
  shared: 0.7,
  later: 0.3,
  fragment: -2,
  pointing: -0.7,
  formula: -2.5,
  condition: -1.2,
  onlyAnswer: -1.5,
  long: -1,
  aside: -2.5,
  unended: -1,
};
/** What is asked less plainly than this may be told better by another sentence. */
const MIN_ASKED_WORTH = -2;
/** Words of the subject that count. */
const MAX_SHARED = 2;
/** Begins what holds only in a case. */
const CONDITION =
  /^(?:if|otherwise|falls|wenn|sonst|si|sinon|se|altrimenti|als|indien|anders|caso)\b/;
/** What mailings say of themselves. */
const FOOTER = /\b(?:unsubscribe|subscribed|opt[- ]out|mailing list|receiving this|removed?)\b/;
const ASIDE = /^\s*[([*]/;
const SENTENCE_END = /[.!?…:]["')\]»”]?\s*$/;
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
/** Only an answer is wanted. */
const ONLY_ANSWER = cuesOf("requests", "only_answer").all;
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
  /** Whether the email went to many, and what it asks asks nobody in particular. */
  readonly isForMany: boolean;
}

/**
 * The sentence that asks for most, else the one that says most, on one line of at most 200
 * characters. The subject goes in front, unless the sentence says as much: "Logo files: Please use
 * the second one". A heading takes its list along. Greetings, set phrases and fragments are chosen
 * only where there is nothing else, short lines are told together; the subject where there is no
 * sentence, null for an empty email.
 */
export function summarize(
  { sentences, subject, telling, isForMany }: SummaryChoice,
): string | null {
  const title = subject.folded === "" ? "" : toTitle(subject.text);
  const topic = contentOf(title);
  // A subject that was written for many says what matters; what asks them is often the footer.
  const asked = isForMany ? null : choose(telling, topic);
  const told = asked === null || asked.worth < MIN_ASKED_WORTH ? choose(sentences, topic) : null;
  const chosen = (asked?.worth ?? -Infinity) >= (told?.worth ?? -Infinity)
    ? asked?.sentence ?? null
    : told?.sentence ?? null;
  const line = chosen === null
    ? tellTogether(sentences)
    : clean(takeList(chosen, sentences)).replace(ADDRESSED, "");
  if (line === "") return title === "" ? null : shorten(title);
  return shorten(addTitle(line, title, chosen !== null && isAlone(chosen, line)));
}

/** The words that say what a line is about. */
function contentOf(text: string): ReadonlySet<string> {
  return new Set([...wordsOf(fold(text))].filter((word) => word.length >= CONTENT_LETTERS));
}

/** Whether a sentence says anything by itself. */
function says({ text, folded }: Sentence): boolean {
  return text.replace(LINK, "").trim().length >= TELLING_UNITS &&
    wordsOf(folded).size >= TELLING_WORDS && !GREETING.test(folded);
}

/** Whether a line can be understood without the subject. */
function isAlone({ folded }: Sentence, line: string): boolean {
  return line.length >= ALONE_UNITS && !FRAGMENT.test(folded) && !POINTING.test(fold(line)) &&
    !ONLY_ANSWER.test(folded);
}

interface Choice {
  readonly sentence: Sentence;
  readonly worth: number;
}

/** The best of the first sentences that say something; null where none does. */
function choose(sentences: readonly Sentence[], topic: ReadonlySet<string>): Choice | null {
  let best: Choice | null = null;
  let seen = 0;
  for (const sentence of sentences) {
    if (seen === SENTENCES_CHOSEN_FROM) break;
    if (!says(sentence)) continue;
    const worth = weigh(sentence, topic) - seen++ * WORTH.later;
    if (best === null || worth > best.worth) best = { sentence, worth };
  }
  return best;
}

/** How well a sentence tells what an email is about. */
function weigh(sentence: Sentence, topic: ReadonlySet<string>): number {
  const { text, folded } = sentence;
  const own = wordsOf(folded);
  const shared = [...topic].filter((word) => own.has(word)).length;
  let worth = Math.min(shared, MAX_SHARED) * WORTH.shared;
  if (FRAGMENT.test(folded)) worth += WORTH.fragment;
  if (POINTING.test(folded)) worth += WORTH.pointing;
  if (isFormula(sentence)) worth += WORTH.formula;
  if (isApology(sentence) || CONDITION.test(folded)) worth += WORTH.condition;
  if (FOOTER.test(folded)) worth += WORTH.formula;
  if (ONLY_ANSWER.test(folded)) worth += WORTH.onlyAnswer;
  if (text.length > MAX_SUMMARY_UNITS) worth += WORTH.long;
  if (ASIDE.test(text)) worth += WORTH.aside;
  if (!SENTENCE_END.test(text)) worth += WORTH.unended;
  return worth;
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

/** The subject in front of a line that needs it, or does not say most of it. */
function addTitle(line: string, title: string, isAlone: boolean): string {
  if (title.length < SUBJECT_UNITS.from || title.length > SUBJECT_UNITS.to) return line;
  if (GREETING.test(fold(title))) return line;
  const own = contentOf(title);
  const said = wordsOf(fold(line));
  const shared = [...own].filter((word) => said.has(word)).length;
  if (shared === own.size || isAlone && shared >= own.size / 2) return line;
  const both = `${title.replace(/[\s:;,.-]+$/, "")}${/[?!]$/.test(title) ? "" : ":"} ${line}`;
  return isAlone && both.length > MAX_SUMMARY_UNITS ? line : both;
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
