/** Which sentences does a text consist of? */
import { quick } from "./quick.ts";
import type { EvidenceSource } from "../reading.ts";
import { isAbbreviated } from "./breaks/full_stops.ts";
import { joinWrappedLines } from "./breaks/wrapped_lines.ts";
import { fold, type Pattern } from "./cues.ts";
import { findMatches, hasLetterOrDigit, latin } from "./latin.ts";
import { findSentenceEnds } from "./sentence_breaks.ts";

/** A sentence of the newest text, or the subject. */
export interface Sentence {
  readonly source: EvidenceSource;
  /** As written: a substring of the text it came from, line breaks included. */
  readonly text: string;
  /** Where it starts in that text, in UTF-16 units. */
  readonly start: number;
  /** The same in the form cues are written in, see `fold`. */
  readonly folded: string;
  /** Counts up from 0 at every empty line. */
  readonly paragraph: number;
}

const ENDS_IN_NUMBER = latin(String.raw`\p{L}.{0,38}\d\.$`);
/** What makes a number with a full stop a German ordinal: "am 3. Montag", "Weg 4, 2. Stock". */
const ORDINAL = quick(
  String.raw`(?:[,;/–-]|(?:^|[\s(])(?:de[mnrs]|die|das|[aiv][mn]|vom|zu[mr]|beim|bis|ab|und|oder|` +
    String
      .raw`seit|ende|anfang|mitte|erst|jede[mnrs]?|diese[mnrs]?|eine[mnrs]?|(?:unser|ihr|euer|` +
    String.raw`mein|dein|sein)(?:e[mnrs]?)?|kommende[nr]|nächste[nr]|gegen|pro))\s?\d{1,2}\.$`,
  "i",
);
/** An ordinal, or the number of a list's item. */
const NUMBER_TAIL = /(?:^|[\s(])\d{1,2}\.$/;
const CAPITAL_NEXT = latin(String.raw`^\s{1,3}[¿¡]?\p{Lu}`);
/** The end of a number or of a single letter that is a name: "staircases A and B". */
const NUMBER_END = /\s\d{1,2}\.$/;
const LETTER_END = latin(String.raw`\s(?:and|or|und|oder|et|ou|[Pp]lan|[Bb]lock)\s\p{Lu}\.$`);
/** A question mark within an address: "page.asp?id=7". */
const MARK_IN_ADDRESS = /[/=&]\S{0,200}[?!]$/;
const SMALL_LETTER = latin(String.raw`\p{Ll}`);

const GERMAN_MONTH = "(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]{0,6}\\b";
const MONTH_NEXT = new RegExp(String.raw`^\s{1,3}${GERMAN_MONTH}`);
/** A number with a full stop numbers a list, unless a German month follows: `5. März`. */
const LIST_ITEM = quick(
  String.raw`^\s{0,12}(?:--?\s|[*•·–—+»▪►●○◦‣✓✔]\s|\(?\d{1,2}(?:\)|\.(?!\s${GERMAN_MONTH}))\s|` +
    String.raw`(?!\(c\))\(?[a-zA-Z]\)\s)`,
);

/** Longest stretch that pieces are joined to. */
const MAX_JOINED_UNITS = 1_000;

/**
 * Splits a text into sentences, in order. Paragraphs, list items and short lines end a sentence; a
 * line break inside wrapped text does not. Empty when there are no letters. Linear in the text.
 */
export function splitSentences(text: string): Sentence[] {
  const joined = joinWrappedLines(text.trimEnd(), isItem);
  const sentences: Sentence[] = [];
  let start = 0;
  let paragraph = 0;
  let before = 0;
  for (const end of findEnds(joined)) {
    const segment = joined.slice(before, end);
    before = end;
    if (end < joined.length && end - start < MAX_JOINED_UNITS && goesOn(segment, joined, end)) {
      continue;
    }
    const piece = text.slice(start, end).replace(LIST_ITEM, "");
    const written = piece.trim();
    if (written === "") paragraph++;
    if (hasLetterOrDigit(written)) {
      const from = end - piece.length + (piece.length - piece.trimStart().length);
      sentences.push({
        source: "body_text",
        text: written,
        start: from,
        folded: fold(written),
        paragraph,
      });
    }
    start = end;
  }
  return sentences;
}

/** The ends of Unicode's sentences, and of those that people begin with a small letter. */
function findEnds(text: string): number[] {
  const ends = findSentenceEnds(text);
  if (!mayBeginSmall(text)) return ends;
  const gaps = findMatches(SMALL_BEGINNING.for(text), text).map(({ index }) => index + 1);
  return [...new Set([...ends, ...gaps])].sort((a, b) => a - b);
}

/** Whether a small letter is behind a full stop and a space, which costs less to see. */
function mayBeginSmall(text: string): boolean {
  const last = text.length - 2;
  for (let at = text.indexOf(" ", 1); at >= 0 && at < last; at = text.indexOf(" ", at + 1)) {
    const before = text.charAt(at - 1);
    if (before !== "." && before !== "!" && before !== "?") continue;
    const behind = text.charAt(at + 1);
    if (behind === behind.toLowerCase()) return true;
  }
  return false;
}

/**
 * The gap between a word with its full stop and a small letter, or between a longer word or an
 * amount and a figure: "We have 12 chairs. 3 are broken."
 */
const SMALL_BEGINNING = latin(
  String.raw`(?<=\p{Ll}{3}[.!?]) (?=\p{Ll}{2})|` +
    String.raw`(?<=\p{Ll}{5}\.|[.,]\d\d\.) (?=\d{1,4}(?:[.,]\d{1,3})? \p{Ll}{2})`,
  "g",
);

/**
 * A word or number that begins a sentence behind a number and a full stop; German ordinals go on.
 */
const BEGINS = quick(
  String.raw`^\s{0,3}(?:i|you|we|he|she|it|they|the|this|that|these|if|please|my|our|your|and|` +
    String.raw`but|so|can|could|will|there|no|not|ich|wir|sie|er|es|bitte|das|wenn|und|usted|el|` +
    String.raw`la|los|si|por|no|gracias)\b(?!-)`,
  "i",
);

/** `2 Mrd. Euro`, `Rs. 500`: the currency or the figures go on. */
const AMOUNT = /(?:\d\s?(?:mio|mrd|tsd|mld|mln)|\b(?:s?fr|rs))\.$/i;
const CURRENCY = /^\s{0,2}(?:euro?|us|dollar|franken|chf|gbp|pfund|\d)/i;

/** True when the segmenter stopped at a full stop or bracket that ends no sentence. */
function goesOn(segment: string, text: string, end: number): boolean {
  if (segment.endsWith("\n")) return false;
  const tail = segment.trimEnd().slice(-40);
  if (!tail.endsWith(".")) {
    if (isInAddress(segment, text.charAt(end))) return true;
    return /[.?!…][)"'\]]$/.test(tail) && SMALL_LETTER.test(text.charAt(end));
  }
  if (tail.endsWith("& Co.") && /^\s{0,3}KG/.test(text.slice(end, end + 5))) return true;
  if (AMOUNT.test(tail) && CURRENCY.test(text.slice(end, end + 10))) return true;
  if (/\d/.test(tail.charAt(tail.length - 2))) {
    return NUMBER_TAIL.test(tail) &&
      !(ENDS_IN_NUMBER.test(tail) && endsBehindNumber(tail, text, end));
  }
  if (LETTER_END.test(tail) && BEGINS.test(text.slice(end - 1, end + 20))) return false;
  return isAbbreviated(tail, text.slice(end, end + 60));
}

function isItem(line: string): boolean {
  return LIST_ITEM.test(line);
}

/** Whether a sentence ends behind a number and a full stop, as in "between 9 and 12. Bring …". */
function endsBehindNumber(tail: string, text: string, end: number): boolean {
  if (BEGINS.test(text.slice(end, end + 20))) return true;
  if (!NUMBER_END.test(tail) || ORDINAL.test(tail)) return false;
  const next = text.slice(end - 1, end + 20);
  return CAPITAL_NEXT.test(next) && !MONTH_NEXT.test(next);
}

/** Whether an address goes on behind the mark that a segment ends in. */
function isInAddress(segment: string, next: string): boolean {
  return next.trim() !== "" && MARK_IN_ADDRESS.test(segment.slice(-210));
}

/**
 * The patterns that may occur in any of the sentences; most occur in none. For patterns that are
 * not bound to a sentence's ends.
 */
export function selectOccurring(
  patterns: readonly Pattern[],
  sentences: readonly Sentence[],
): Pattern[] {
  const occurring: Pattern[] = [];
  for (const pattern of patterns) {
    const own = pattern.within?.(sentences) ?? pattern;
    const occurs = own.mayBeInAny?.(sentences) ??
      sentences.some(({ folded }) => own.test(folded));
    if (occurs) occurring.push(own);
  }
  return occurring;
}
