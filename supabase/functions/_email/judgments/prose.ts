/**
 * Which sentences does the sender say to the recipient? Code, logs, tables, headings, addresses,
 * legal notices and what is quoted are part of an email, but ask nobody and tell of no trouble.
 */
import { quick } from "../text/quick.ts";
import { cuesOf } from "../text/language_cues.ts";
import { latin } from "../text/latin.ts";
import { Memo } from "../text/memo.ts";
import { cuesOfText } from "../text/phrases/text_cues.ts";
import type { Sentence } from "../text/sentences.ts";

const DISCLAIMER = cuesOf("letters", "disclaimer").all;

/**
 * What programs write and people do not; `proposal(s)`, `Empfänger(innen)` and the question mark of
 * Greek are people's.
 */
const CODE = quick(
  String
    .raw`(?:[{}]|(?<![\u0370-\u03ff]);)\s*$|=>|[=!]=|::|` +
    String.raw`\w\((?!(?:e?s|e?n|in|innen|e|a|as|os)\))\w*\)|` +
    // A tag that the end of the sentence cuts has an attribute.
    String.raw`<!--|<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?(?:>|=")|` +
    String.raw`^\s*(?:\/\/|[$#]!?\s|import\s|def\s|class\s|select\s|function\s|at\s[\w.$]+\()|` +
    String.raw`^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|^\s*\w+\s=\s|\b\w+\.\w+\.\w+\(`,
  "im",
);
/** A sign or a word of which every piece of code has one. */
const CODE_SIGN = /[{}:;=(<$#]/;
const CODE_WORDS = ["import", "def", "class", "select", "function"];
/** Columns, or a rule between two parts. */
const TABLE = /\S(?: {3,}|\t+)\S.*(?:\n|$)|^\s*[-=_*#~]{5,}/;
/** A sentence of so many words with one gap, as HTML leaves it, is no row of a table. */
const PROSE_WORDS = 8;
const GAPS = /\S {3,}\S/g;
const LINK_ALONE = /^\s*<?(?:https?:\/\/|www\.)\S+>?\s*$/;
/** How an email marks what is a heading. */
const MARKED_HEADING = /^\s*#{1,6} |^\s*\*{2}[^*]+\*{2}:?\s*$/;
const ENDS_AS_SENTENCE = /[.!?…:,;"')\]»”]\s*$/;
const WORD = latin(String.raw`[\p{L}\p{N}'’-]+`, "g");
const SMALL_WORD = latin(String.raw`^\p{Ll}`);
const CAPITALS = latin(String.raw`\p{Lu}{3}`);
const CAPITAL_WORD = latin(String.raw`^\p{Lu}\p{Ll}`);
/** Small words that stay small in headings. */
const JOINING = /^(?:a|an|and|as|at|by|de|del|e|et|for|from|in|of|on|or|the|to|und|von|with|y)$/;
const HEADING_WORDS = { from: 3, to: 9 };
const LOUD_HEADING_WORDS = 2;

const QUOTE_START = /^\s*(?:["“„«]|>)/;
const QUOTE_END = /["”“»]\s*[.,;]?\s*$/;
/** Sentences that one quotation may have. */
const MAX_QUOTED = 8;

/** The sentences that are the sender's words; all of them where none is. */
export function selectProse(sentences: readonly Sentence[]): readonly Sentence[] {
  const quoted = findQuoted(sentences);
  const prose = sentences.filter((sentence) => !quoted.has(sentence) && isProse(sentence));
  return prose.length === 0 || prose.length === sentences.length ? sentences : prose;
}

const answers = new Memo<Sentence, boolean>();

/**
 * Whether one sentence by itself is the sender's, rather than code, a table or a heading. Decided
 * once: several rules ask.
 */
export function isProse(sentence: Sentence): boolean {
  let answer = answers.get(sentence);
  if (answer === undefined) {
    answer = readsAsProse(sentence);
    answers.set(sentence, answer);
  }
  return answer;
}

function readsAsProse({ text, folded }: Sentence): boolean {
  return !(mayBeCode(text, folded) && CODE.test(text)) &&
    (!TABLE.test(text) || isProseWithGap(text)) &&
    !LINK_ALONE.test(text) && !isHeading(text) &&
    !DISCLAIMER.test(folded);
}

/** Quick to look for: most sentences have none of it. */
function mayBeCode(text: string, folded: string): boolean {
  if (CODE_SIGN.test(text)) return true;
  const { words } = cuesOfText(folded);
  return CODE_WORDS.some((word) => words.has(word));
}

function isProseWithGap(text: string): boolean {
  return /[a-z][.!?]\s*$/.test(text) && !text.includes("\t") &&
    (text.match(GAPS) ?? []).length === 1 && text.split(/\s+/).length >= PROSE_WORDS;
}

/** Lines in capitals, or of words that all begin with one, and that end as no sentence does. */
export function isHeading(text: string): boolean {
  if (MARKED_HEADING.test(text)) return true;
  if (ENDS_AS_SENTENCE.test(text) || text.includes("\n")) return false;
  const words = text.match(WORD.for(text)) ?? [];
  if (words.length > HEADING_WORDS.to) return false;
  if (
    words.length >= LOUD_HEADING_WORDS && text === text.toUpperCase() && CAPITALS.test(text)
  ) {
    return true;
  }
  if (words.length < HEADING_WORDS.from) return false;
  const small = SMALL_WORD.for(text);
  const capital = CAPITAL_WORD.for(text);
  return words.every((word) => !small.test(word) || JOINING.test(word)) &&
    words.some((word) => capital.test(word));
}

/** Sentences between quotation marks that open and close with a sentence, or behind `>`. */
function findQuoted(sentences: readonly Sentence[]): ReadonlySet<Sentence> {
  const quoted = new Set<Sentence>();
  for (let at = 0; at < sentences.length; at++) {
    const first = sentences[at]?.text ?? "";
    if (!QUOTE_START.test(first)) continue;
    const end = sentences.slice(at, at + MAX_QUOTED).findIndex(({ text }) => QUOTE_END.test(text));
    if (end < 0) continue;
    for (const sentence of sentences.slice(at, at + end + 1)) quoted.add(sentence);
    at += end;
  }
  return quoted;
}
