/** Which one line tells a reader what an email is about? */
import { fold } from "../../text/cues.ts";
import { cuesOfText } from "../../text/phrases/text_cues.ts";
import type { Sentence } from "../../text/sentences.ts";
import { listPartners } from "./partners.ts";
import { addItems, findHeading, isItem } from "./lists.ts";
import { rank, type SummaryWeights } from "./rank_sentences.ts";
import {
  announces,
  contentOf,
  hasWords,
  isAlone,
  isGreeting,
  says,
  SENTENCE_END,
  tells,
} from "./saying.ts";
import { MAX_SUMMARY_UNITS, shorten } from "./shorten.ts";
import { isNotice, type SummaryChoice } from "./signs.ts";
import { clean, toTitle } from "./title.ts";

/** As little is enough to put in front of a sentence, and so much too long. */
const SUBJECT_UNITS = { from: 5, to: 90 };
/** A subject of more than so many words is said where most of them are. */
const MOST_OF = 4;
const MOST = 0.8;
/** A sentence that is clear without its subject says this much of it, or has it in front. */
const MOST_ALONE = 0.6;
/** Names an issue of a newsletter, and tells nothing: "News: July 26, 2026", "News 07/26/2026". */
const ISSUE = /(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[/.]\d{1,2}[/.]\d\d)(?!\d)/;
/** "Hi Ana, the oven is old": the name tells nothing. */
const ADDRESSED =
  /^(?:hi|hello|hey|dear|hallo|hola|morning|good morning)(?: [^\s,.!?]+){0,3} ?[,!–-] +/i;
/** "kari", below what she wrote. */
const NAME_ALONE = /^\s*\p{L}{2,20}\s*$/u;
/** Ends a line that needs no sign before the next one; the last are of other scripts. */
const ENDS_IN_SIGN = /[.!?…:;,–—。！？؟।]["')\]»”]?$/;

/**
 * The sentence that tells best what the email is about, on one line of at most 280 characters; two
 * sentences, in their order, where the second tells it about as well, or where the first cannot be
 * understood alone, and there is room. The subject goes in front, unless they say as much: "Logo
 * files: Please use the second one". A heading takes its list along. Greetings are chosen only
 * where there is nothing else, short lines are told together; the subject where there is no
 * sentence, null for an empty email.
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
 * The sentences that a summary tells, one or two; none where no sentence says anything.
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
  for (const other of listPartners(best, others, choice)) {
    const sentences = [best.sentence, other];
    const line = tell(sentences, choice, title);
    if (line.length <= MAX_SUMMARY_UNITS) return { sentences, line };
  }
  return { sentences: [best.sentence], line: tell([best.sentence], choice, title) };
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

/** Those before the first that does not fit. */
function takeWhile(
  sentences: readonly Sentence[],
  fits: (sentence: Sentence) => boolean,
): readonly Sentence[] {
  const end = sentences.findIndex((sentence) => !fits(sentence));
  return end < 0 ? sentences : sentences.slice(0, end);
}

/** Sentences on one line, in their order, the subject in front where it is needed. */
function tell(chosen: readonly Sentence[], choice: SummaryChoice, title: string): string {
  const [first, second] = chosen.toSorted((one, other) => one.start - other.start);
  if (first === undefined) return title;
  const line = clean(takeList(first, choice)).replace(ADDRESSED, "");
  const isClear = isAlone(first, line);
  // What a mailing is for is in its subject.
  const clear = choice.isMailing ? "mailing" : "alone";
  if (second === undefined) return addTitle(line, title, isClear ? clear : "sentence");
  const both = `${line}${ENDS_IN_SIGN.test(line) ? "" : "."} ${clean(second.text)}`;
  return addTitle(both, title, isClear ? clear : "list");
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
  if (said.length === 0 && tells(title) && !ISSUE.test(title)) return "";
  const [notice] = [...sentences.filter(says), ...sentences];
  let line = "";
  for (const { text } of said.length === 0 && notice !== undefined ? [notice] : said) {
    if (line.length >= MAX_SUMMARY_UNITS) break;
    const next = clean(text);
    line += line === "" ? next : `${ENDS_IN_SIGN.test(line) ? "" : ";"} ${next}`;
  }
  return line;
}

/** Without a name at the end, which the reader took for no signature because there is no other. */
function cutName(told: readonly Sentence[]): readonly Sentence[] {
  const [before, last] = told.slice(-2);
  const isName = before !== undefined && last !== undefined && SENTENCE_END.test(before.text) &&
    NAME_ALONE.test(last.text);
  return isName ? told.slice(0, -1) : told;
}

/** How much a line needs the subject; only what goes with `alone` and `mailing` may lack it. */
type TitleKind = "alone" | "mailing" | "sentence" | "list";

/** The subject in front of a line that needs it, or does not say most of it. */
function addTitle(line: string, title: string, kind: TitleKind): string {
  if (title.length < SUBJECT_UNITS.from || title.length > SUBJECT_UNITS.to) return line;
  if (isGreeting({ folded: fold(title) })) return line;
  const own = contentOf(fold(title));
  const said = cuesOfText(fold(line)).words;
  const shared = [...own].filter((word) => said.has(word)).length;
  // Words of other scripts than the Latin one are not told apart. Nor are short ones ("GTC"): they
  // say nothing by themselves, and all of the title is still missing.
  const isSaid = own.size > 0
    ? shared >= own.size * (own.size > MOST_OF ? MOST : 1)
    : fold(line).includes(fold(title));
  if (isSaid || kind === "alone" && shared >= own.size * MOST_ALONE) return line;
  const both = `${title.replace(/[\s:;,.-]+$/, "")}${/[?!]$/.test(title) ? "" : ":"} ${line}`;
  if (both.length <= MAX_SUMMARY_UNITS || kind === "list") return both;
  return kind === "alone" || kind === "mailing" || line.length <= MAX_SUMMARY_UNITS ? line : both;
}

/**
 * A sentence that ends in a colon, with what it announces: the paragraph below it, and others while
 * each is an item of a list and there is room.
 */
function takeList(chosen: Sentence, { sentences, isMailing }: SummaryChoice): string {
  if (!announces(chosen.text)) return chosen.text;
  const below = sentences.slice(sentences.indexOf(chosen) + 1);
  const list = below[0]?.paragraph;
  const [first, ...others] = takeWhile(
    below,
    (sentence) =>
      !isGreeting(sentence) && !(isMailing && isNotice(sentence)) &&
      (sentence.paragraph === list || isItem(sentence)),
  );
  if (first === undefined) return chosen.text;
  const line = addItems(`${chosen.text} ${first.text}`, others.map(({ text }) => text));
  return line.replace(/[;,]\s*$/, "");
}
