/** What does the subject say, without what programs put in front of it? */
import { LayoutWords } from "../../text/layout_words.ts";
import { quick } from "../../text/quick.ts";
import { cutPrefixes } from "../../text/reply_prefixes.ts";
import { Memo } from "../../text/memo.ts";
import type { Sentence } from "../../text/sentences.ts";

/** "[users] Re: …", as lists mark their posts. */
const LIST_TAG = /^\s*(?:\[[^\][]{1,40}\]\s*)+/;
/** What email programs and mailboxes put before a line. */
const LINE_MARK = /^(?:[>*•·]|#(?=[\s#])|[-–—=]{1,20}(?= )|\[\d{1,2}\])+\s*/;
/** "----- Who did not get it -----" */
const RULE = / [-=]{4,20}(?= |$)/g;

/** "*Note:* the oven is old", "** Not delivered **" */
const EMPHASIS = /(?<![^\s(])\*{1,3} ?([^\s*](?:[^*]{0,200}[^\s*])?) ?\*{1,3}(?![^\s.,;:!?)])/g;

/** "I will be there. --Ana" */
const SIGNED = / -{2,3} ?\p{Lu}\p{L}{1,20}$/u;

/** "the report <https://x.example/7> is out" */
const LINK_WITHIN = /\s<(?:https?:\/\/|mailto:)[^<>\s]{1,1000}>(?=[\s.,;:!?)])/g;
const LINK_LINE = /^\s*<?(?:https?:\/\/|www\.)\S{1,1000}\s*$/;

/** What programs put where there is no subject. */
const NO_SUBJECT = new LayoutWords(
  "no_subject",
  (source) => quick(String.raw`^\W{0,3}${source}\W{0,3}$`),
);

const titles = new Memo<Sentence, string>();

/**
 * The subject on one line; empty where it speaks to software, or says that it is missing. Written
 * once: what ranks the sentences asks for it, too.
 */
export function toTitle(subject: Sentence): string {
  let title = titles.get(subject);
  if (title === undefined) {
    title = writeTitle(subject);
    titles.set(subject, title);
  }
  return title;
}

function writeTitle({ folded, text }: Sentence): string {
  if (folded === "" || NO_SUBJECT.test(cutPrefixes(folded.trim()))) return "";
  const bare = cutPrefixes(cutPrefixes(text.trim()).replace(LIST_TAG, ""));
  return clean(bare === "" ? text : bare);
}

/** A text on one line, without the marks of lists and quotes, links below it, and its signature. */
export function clean(text: string): string {
  const line = cutLinksBelow(text).replace(LINK_WITHIN, "").replace(/\s+/g, " ").trim();
  return line.replace(EMPHASIS, "$1").replace(LINE_MARK, "").replace(RULE, "").replace(SIGNED, "");
}

/** A text without the lines of links below it, unless it announces them. Linear. */
function cutLinksBelow(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  const last = lines.findLastIndex((line) => line.trim() !== "" && !LINK_LINE.test(line));
  const above = lines.slice(0, last + 1).join("\n").trimEnd();
  return above === "" || above.endsWith(":") ? text : above;
}
