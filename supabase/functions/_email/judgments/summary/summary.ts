/** Which one line tells a reader what an email is about? */
import { fold } from "../../text/cues.ts";
import { cuesOfText } from "../../text/phrases/text_cues.ts";
import { cutPrefixes } from "../../text/reply_prefixes.ts";
import type { Sentence } from "../../text/sentences.ts";
import { choose, contentOf, isAlone, isGreeting, MAX_SUMMARY_UNITS } from "./choose_sentence.ts";

/** What is asked less plainly than this may be told better by another sentence. */
const MIN_ASKED_WORTH = -1;
/** As little is enough to put in front of a sentence, and so much too long. */
const SUBJECT_UNITS = { from: 5, to: 90 };
/** Behind the first half of a line that is cut, the end of a clause is a better place. */
const CLAUSE_END = /[,;:–—](?= )(?!.*[,;:–—] )/;

/** "Hi Ana, the oven is old": the name tells nothing. */
const ADDRESSED =
  /^(?:hi|hello|hey|dear|hallo|hola|morning|good morning)(?: [^\s,.!?]+){0,3}[,!–-] +/i;
/** "[users] Re: …", as lists mark their posts. */
const LIST_TAG = /^\s*(?:\[[^\][]{1,40}\]\s*)+/;
/** What email programs and mailboxes put before a line. */
const LINE_MARK = /^(?:[>*#•·]|[-–—](?= ))+\s*/;

/** What a summary is chosen from. */
export interface SummaryChoice {
  readonly sentences: readonly Sentence[];
  readonly subject: Sentence;
  /** Sentences that say what the email wants, most important first. */
  readonly telling: readonly Sentence[];
  /** Whether the email went to many, and what it asks asks nobody in particular. */
  readonly isForMany: boolean;
  /** Whether it is a mailing or a program's: its questions are rhetorical, its orders bait. */
  readonly isMailing: boolean;
}

/**
 * The sentence that asks for most, else the one that says most, on one line of at most 200
 * characters. The subject goes in front, unless the sentence says as much: "Logo files: Please use
 * the second one". A heading takes its list along. Greetings, set phrases and fragments are chosen
 * only where there is nothing else, short lines are told together; the subject where there is no
 * sentence, null for an empty email.
 */
export function summarize(
  { sentences, subject, telling, isForMany, isMailing }: SummaryChoice,
): string | null {
  const title = subject.folded === "" ? "" : toTitle(subject.text);
  const topic = contentOf(title);
  // A subject that was written for many says what matters; what asks them is often the footer.
  const asked = isForMany ? null : choose(telling, topic, isMailing);
  const told = asked === null || asked.worth < MIN_ASKED_WORTH
    ? choose(sentences, topic, isMailing)
    : null;
  const chosen = (asked?.worth ?? -Infinity) >= (told?.worth ?? -Infinity)
    ? asked?.sentence ?? null
    : told?.sentence ?? null;
  const line = chosen === null
    ? tellTogether(sentences)
    : clean(takeList(chosen, sentences)).replace(ADDRESSED, "");
  if (line === "") return title === "" ? null : shorten(title);
  return shorten(addTitle(line, title, chosen !== null && isAlone(chosen, line)));
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
  const told = sentences.filter((sentence) => !isGreeting(sentence));
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
  if (isGreeting({ folded: fold(title) })) return line;
  const own = contentOf(title);
  const said = cuesOfText(fold(line)).words;
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
  for (const sentence of sentences.slice(at + 1)) {
    if (line.length >= MAX_SUMMARY_UNITS || isGreeting(sentence)) break;
    line += `${line === chosen.text ? "" : ";"} ${sentence.text.replace(/[.;,]\s*$/, "")}`;
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
