/** Is a sentence an item of a list, and what announces the list? */
import type { Sentence } from "../../text/sentences.ts";
import { isGreeting, SENTENCE_END } from "./saying.ts";
import { MAX_SUMMARY_UNITS } from "./shorten.ts";
import { mayBeTold, type SummaryChoice } from "./signs.ts";

/** Items between the heading of a list and the one that is told. */
const MAX_ITEMS = 8;
/** A heading that is nearly a summary by itself leaves no room for its items. */
const MAX_HEADING_UNITS = 160;
/** "- oak", "2. oak", "b) oak". */
const LIST_ITEM = /^\s*(?:[-–—*•·+✓✔▪●]|(?:\d{1,2}|[a-z])[.)])\s/;

/** Whether a line is an item of a list: it has the mark of one, or no end of a sentence. */
export function isItem(sentence: Sentence): boolean {
  const { text } = sentence;
  return !isGreeting(sentence) && !text.trimEnd().endsWith(":") &&
    (LIST_ITEM.test(text) || !SENTENCE_END.test(text));
}

/** The sentence that announces the list with this item; null for what is no item. */
export function findHeading(item: Sentence, choice: SummaryChoice): Sentence | null {
  const { sentences } = choice;
  const at = sentences.indexOf(item);
  if (!isItem(item) && !/;\s*$/.test(sentences[at - 1]?.text ?? "")) return null;
  for (let before = at - 1; before >= 0 && at - before <= MAX_ITEMS; before--) {
    const sentence = sentences[before];
    if (sentence === undefined || isItem(sentence)) continue;
    const isRoom = sentence.text.length <= MAX_HEADING_UNITS &&
      sentence.text.length + item.text.length < MAX_SUMMARY_UNITS;
    const announces = sentence.text.trimEnd().endsWith(":");
    return announces && isRoom && mayBeTold(sentence, choice) ? sentence : null;
  }
  return null;
}
