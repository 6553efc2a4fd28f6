/** Is a sentence an item of a list, and what announces the list? */
import type { Sentence } from "../../text/sentences.ts";
import { shapesAnswer } from "../injection/to_software.ts";
import { announces, isGreeting, SENTENCE_END } from "./saying.ts";
import { MAX_SUMMARY_UNITS } from "./shorten.ts";
import { mayBeTold, type SummaryChoice } from "./signs.ts";

/** Items between the heading of a list and the one that is told. */
const MAX_ITEMS = 8;
/** A heading that is nearly a summary by itself leaves no room for its items. */
const MAX_HEADING_UNITS = 160;
/** A shorter heading ("Please bring these:") is told even where its item has to be cut. */
const SHORT_HEADING_UNITS = 60;
/** More than the name of a field ("Note:"). */
const SEVERAL_WORDS = /\p{L}\s+\p{L}/u;
/** Says that a list goes on. */
const MORE = " …";
/** Ends an item before the last one. */
const ENDS_ITEM = /;\s*$/;
/** "- oak", "2. oak", "b) oak". */
const LIST_ITEM = /^\s*(?:[-–—*•·+✓✔▪●]|(?:\d{1,2}|[a-z])[.)])\s/;

/** Whether a line is an item of a list: it has the mark of one, or no end of a sentence. */
export function isItem(sentence: Sentence): boolean {
  const { text } = sentence;
  return !isGreeting(sentence) && !announces(text) &&
    (LIST_ITEM.test(text) || !SENTENCE_END.test(text));
}

/**
 * The sentence that announces the list with this item, or the sentence below it unless that asks
 * for something; null for others.
 */
export function findHeading(item: Sentence, choice: SummaryChoice): Sentence | null {
  const { sentences, questions, actionItems } = choice;
  const at = sentences.indexOf(item);
  const before = sentences[at - 1];
  if (!isItem(item) && !ENDS_ITEM.test(before?.text ?? "")) {
    const isWanted = questions.includes(item) || actionItems.includes(item);
    return before === undefined || isWanted ? null : toHeading(before, item, choice);
  }
  for (let place = at - 1; place >= 0 && at - place <= MAX_ITEMS; place--) {
    const sentence = sentences[place];
    if (sentence !== undefined && !isItem(sentence)) return toHeading(sentence, item, choice);
  }
  return null;
}

function toHeading(heading: Sentence, item: Sentence, choice: SummaryChoice): Sentence | null {
  const isRoom = heading.text.length <= MAX_HEADING_UNITS &&
    (heading.text.length <= SHORT_HEADING_UNITS ||
      heading.text.length + item.text.length < MAX_SUMMARY_UNITS);
  const isToldBeside = !shapesAnswer(item) && !shapesAnswer(heading);
  // "Bring these:" says nothing alone, and what the item is for.
  const isTold = mayBeTold(heading, choice) ||
    !choice.isMailing && !isGreeting(heading) && isItem(item) && SEVERAL_WORDS.test(heading.text);
  return announces(heading.text) && isRoom && isToldBeside && isTold ? heading : null;
}

/**
 * A line with items behind it, as far as there is room; where there is none for all, with a sign
 * that the list goes on.
 * @example addItems("We need: oak.", ["ash"]); // "We need: oak; ash"
 */
export function addItems(line: string, items: readonly string[]): string {
  let all = line;
  for (const [at, item] of items.entries()) {
    const longer = `${all.replace(/[.;,]\s*$/, "")}; ${item}`;
    const isLast = at === items.length - 1;
    if (longer.length + (isLast ? 0 : MORE.length) > MAX_SUMMARY_UNITS) {
      return all.length + MORE.length > MAX_SUMMARY_UNITS
        ? all
        : `${all.trimEnd().replace(/[;,]$/, "")}${MORE}`;
    }
    all = longer;
  }
  return all;
}
