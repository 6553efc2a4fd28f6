/** Which one line tells a reader what an email is about? */
import { fold } from "../../text/cues.ts";
import type { Sentence } from "../../text/sentences.ts";
import { listAsked, listNear, listPointedAt } from "./additions.ts";
import { addItems, findHeading, isItem } from "./lists.ts";
import { listPartners, wordsOf } from "./partners.ts";
import { rank, type SummaryWeights } from "./rank_sentences.ts";
import { announces, hasWords, isGreeting, says, SENTENCE_END, tells } from "./saying.ts";
import { MAX_SUMMARY_UNITS, shorten } from "./shorten.ts";
import { isNotice, type SummaryChoice } from "./signs.ts";
import { addTitle, ENDS_IN_SIGN, takeWhile, tell } from "./tell.ts";
import { clean, toTitle } from "./title.ts";

/** More are no summary. */
const MOST_SENTENCES = 4;
/** So many are told only because each says a good part of the email. */
const SENTENCES_WITHOUT_REASON = 3;
/** Names an issue of a newsletter, and tells nothing: "News: July 26, 2026", "News 07/26/2026". */
const ISSUE = /(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[/.]\d{1,2}[/.]\d\d)(?!\d)/;
/** "kari", below what she wrote. */
const NAME_ALONE = /^\s*\p{L}{2,20}\s*$/u;

/**
 * The sentence that tells best what the email is about, on one line of at most 280 characters.
 * Where there is room, others are told with it in their order, four in all: one or two that tell it
 * nearly as well, what the email asks, and what a told one points at. The subject goes in front,
 * unless they say as much: "Logo files: Please use the second one". A heading takes its list along.
 * Greetings are chosen only where there is nothing else, short lines are told together; the subject
 * where there is no sentence, null for an empty email.
 */
export function summarize(choice: SummaryChoice): string | null {
  const title = toTitle(choice.subject);
  const told = tellBest(choice, title);
  if (told !== null) return shorten(told.line);
  const line = tellTogether(choice, title);
  if (line === "") return title === "" ? null : shorten(title);
  return shorten(addTitle(line, title, "list"));
}

/**
 * The sentences that a summary tells, up to four; none where no sentence says anything.
 * @param weights what training tries; otherwise those of the repository
 */
export function chooseTold(choice: SummaryChoice, weights?: SummaryWeights): readonly Sentence[] {
  return tellBest(choice, toTitle(choice.subject), weights)?.sentences ?? [];
}

/** Sentences, and the line that tells them; that of one alone may be too long. */
interface Told {
  readonly sentences: readonly Sentence[];
  readonly line: string;
}

function tellBest(choice: SummaryChoice, title: string, weights?: SummaryWeights): Told | null {
  const [best, ...others] = rank(choice, weights);
  if (best === undefined) return null;
  const heading = findHeading(best.sentence, choice);
  if (heading !== null) {
    const sentences = [heading, best.sentence];
    return {
      sentences,
      line: addTitle(tellItem(heading, best.sentence, choice), title, "sentence"),
    };
  }
  const tellAll = (sentences: readonly Sentence[]): Told => ({
    sentences,
    line: tell(sentences, choice, title),
  });
  let told = tellAll([best.sentence]);
  if (announces(best.sentence.text)) return told;
  for (const other of listPartners(best, others, choice)) {
    const both = tellAll([best.sentence, other]);
    if (both.line.length > MAX_SUMMARY_UNITS) continue;
    told = both;
    break;
  }
  const asked = listAsked(told.sentences, [best, ...others], choice);
  for (const sentence of asked) told = addTo(told, sentence, tellAll);
  for (const sentence of listPointedAt(told.sentences, choice)) {
    told = addTo(told, sentence, tellAll);
  }
  for (const sentence of listNear(best, others, choice)) {
    if (told.sentences.length >= SENTENCES_WITHOUT_REASON) break;
    told = addTo(told, sentence, tellAll);
  }
  return told;
}

/** The same with one more sentence, where there is room for it and for the subject in front. */
function addTo(
  told: Told,
  sentence: Sentence,
  tellAll: (sentences: readonly Sentence[]) => Told,
): Told {
  const least = told.line.length + clean(sentence.text).length;
  const isFull = least >= MAX_SUMMARY_UNITS || told.sentences.length >= MOST_SENTENCES;
  if (isFull || fold(told.line).includes(wordsOf(sentence))) return told;
  const longer = tellAll([...told.sentences, sentence]);
  const isWhole = longer.line.length > least && longer.line.length <= MAX_SUMMARY_UNITS;
  return isWhole ? longer : told;
}

/**
 * An item of a list, the items below it as far as there is room, and what announces them in front:
 * "Not yet received: the cost of the permits".
 */
function tellItem(heading: Sentence, item: Sentence, choice: SummaryChoice): string {
  const { sentences } = choice;
  const below = takeWhile(sentences.slice(sentences.indexOf(item) + 1), isItem);
  const line = `${clean(heading.text)} ${clean(item.text)}`;
  return addItems(line, below.map(({ text }) => clean(text)));
}

/**
 * Short lines together. Greetings and links are left out where there is more, and lines of a
 * mailing that are its headings, or what mailings say of themselves, where its subject says more.
 */
function tellTogether({ sentences, isMailing }: SummaryChoice, title: string): string {
  const told = cutName(
    sentences.filter((sentence) => !isGreeting(sentence) && hasWords(sentence)),
  );
  const said = isMailing && tells(title)
    ? told.filter((one) => SENTENCE_END.test(one.text) && !isNotice(one))
    : told;
  const thanks = isMailing ? undefined : sentences.find(isThanks);
  if (said.length === 0 && thanks === undefined && tells(title) && !ISSUE.test(title)) return "";
  const notice = sentences.find(says) ?? thanks ?? sentences[0];
  let line = "";
  for (const { text } of said.length === 0 && notice !== undefined ? [notice] : said) {
    if (line.length >= MAX_SUMMARY_UNITS) break;
    const next = clean(text);
    line += line === "" ? next : `${ENDS_IN_SIGN.test(line) ? "" : ";"} ${next}`;
  }
  return line;
}

/** A greeting that is a sentence: it may be all that somebody answers. */
function isThanks({ text }: Sentence): boolean {
  return SENTENCE_END.test(text) && /\S\s+\S/.test(text) && !announces(text);
}

/** Without a name at the end, which the reader took for no signature because there is no other. */
function cutName(told: readonly Sentence[]): readonly Sentence[] {
  const [before, last] = told.slice(-2);
  const isName = before !== undefined && last !== undefined && SENTENCE_END.test(before.text) &&
    NAME_ALONE.test(last.text);
  return isName ? told.slice(0, -1) : told;
}
