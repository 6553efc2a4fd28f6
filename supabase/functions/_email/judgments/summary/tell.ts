/** How are sentences of an email told on one line, the subject in front? */
import { fold } from "../../text/cues.ts";
import { cuesOfText } from "../../text/phrases/text_cues.ts";
import type { Sentence } from "../../text/sentences.ts";
import { addItems, isItem } from "./lists.ts";
import { announces, contentOf, isAlone, isGreeting } from "./saying.ts";
import { MAX_SUMMARY_UNITS } from "./shorten.ts";
import { isNotice, type SummaryChoice } from "./signs.ts";
import { clean } from "./title.ts";

/** As little is enough to put in front of a sentence, and so much too long. */
const SUBJECT_UNITS = { from: 5, to: 90 };
/** A subject of more than so many words is said where most of them are. */
const MOST_OF = 4;
const MOST = 0.8;
/** A sentence that is clear without its subject says this much of it, or has it in front. */
const MOST_ALONE = 0.6;
/** "Hi Ana, the oven is old": the name tells nothing. */
const ADDRESSED =
  /^(?:hi|hello|hey|dear|hallo|hola|morning|good morning)(?: [^\s,.!?]+){0,3} ?[,!–-] +/i;
/** Ends a line that needs no sign before the next one; the last are of other scripts. */
export const ENDS_IN_SIGN = /[.!?…:;,–—。！？؟।]["')\]»”]?$/;

/** Sentences on one line, in their order, the subject in front where it is needed. */
export function tell(chosen: readonly Sentence[], choice: SummaryChoice, title: string): string {
  const [first, ...others] = chosen.toSorted((one, other) => one.start - other.start);
  if (first === undefined) return title;
  let line = clean(takeList(first, choice)).replace(ADDRESSED, "");
  const isClear = isAlone(first, line);
  // What a mailing is for is in its subject.
  const clear = choice.isMailing ? "mailing" : "alone";
  if (others.length === 0) return addTitle(line, title, isClear ? clear : "sentence");
  for (const { text } of others) line += `${ENDS_IN_SIGN.test(line) ? "" : "."} ${clean(text)}`;
  return addTitle(line, title, isClear ? clear : "list");
}

/** How much a line needs the subject; only what goes with `alone` and `mailing` may lack it. */
type TitleKind = "alone" | "mailing" | "sentence" | "list";

/** The subject in front of a line that needs it, or does not say most of it. */
export function addTitle(line: string, title: string, kind: TitleKind): string {
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

/** Those before the first that does not fit. */
export function takeWhile(
  sentences: readonly Sentence[],
  fits: (sentence: Sentence) => boolean,
): readonly Sentence[] {
  const end = sentences.findIndex((sentence) => !fits(sentence));
  return end < 0 ? sentences : sentences.slice(0, end);
}
