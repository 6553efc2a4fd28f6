/** Which one line tells a reader what an email is about? */
import { fold } from "../../text/cues.ts";
import { cuesOfText } from "../../text/phrases/text_cues.ts";
import type { Sentence } from "../../text/sentences.ts";
import { choose } from "./choose_sentence.ts";
import { contentOf, isAlone, isGreeting } from "./saying.ts";
import type { SummaryChoice } from "./signs.ts";
import { clean, toTitle } from "./title.ts";

/** As the table's check says. */
const MAX_SUMMARY_UNITS = 200;
/** As little is enough to put in front of a sentence, and so much too long. */
const SUBJECT_UNITS = { from: 5, to: 90 };
/** Behind the first half of a line that is cut, the end of a clause is a better place. */
const CLAUSE_END = /[,;:–—](?= )(?!.*[,;:–—] )/;

/** "Hi Ana, the oven is old": the name tells nothing. */
const ADDRESSED =
  /^(?:hi|hello|hey|dear|hallo|hola|morning|good morning)(?: [^\s,.!?]+){0,3}[,!–-] +/i;

/**
 * The sentence that tells best what the email is about, on one line of at most 200 characters. The
 * subject goes in front, unless the sentence says as much: "Logo files: Please use the second one".
 * A heading takes its list along. Greetings are chosen only where there is nothing else, short
 * lines are told together; the subject where there is no sentence, null for an empty email.
 */
export function summarize(choice: SummaryChoice): string | null {
  const { sentences, subject } = choice;
  const title = toTitle(subject);
  const chosen = choose(choice);
  const line = chosen === null
    ? tellTogether(sentences)
    : clean(takeList(chosen, sentences)).replace(ADDRESSED, "");
  if (line === "") return title === "" ? null : shorten(title);
  return shorten(addTitle(line, title, chosen !== null && isAlone(chosen, line)));
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
