/**
 * Where does Unicode end a sentence (UAX #29)? By own rules for the letters of western Europe:
 * `Intl.Segmenter` costs several milliseconds until its first answer, and is asked for other
 * letters alone.
 */
import { isBeyondLatin } from "./latin.ts";

/** What may end a sentence or a paragraph. */
const END = /[.!?\n\r\u0085\u2024]/g;
const CLOSING = "()[]{}\"'«»‘’‚‛“”„‟‹›";
const GOES_ON = ",-:–—";

let segmenter: Intl.Segmenter | null = null;

/**
 * The places where sentences end, in order; the last is the end of the text. Linear in the text.
 * @example findSentenceEnds("Yes. No!") // [5, 8]
 */
export function findSentenceEnds(text: string): number[] {
  if (text === "") return [];
  if (isBeyondLatin(text) || text.includes("\u00AD")) {
    segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
    return Array.from(segmenter.segment(text), ({ segment, index }) => index + segment.length);
  }
  const ends: number[] = [];
  END.lastIndex = 0;
  for (let found = END.exec(text); found !== null; found = END.exec(text)) {
    const at = found.index;
    const isParagraph = isParagraphEnd(text.charCodeAt(at));
    const next = isParagraph ? at : skipSpaces(text, skipClosing(text, at + 1));
    if (next === text.length) break;
    if (isParagraphEnd(text.charCodeAt(next))) {
      const end = next + (text.startsWith("\r\n", next) ? 2 : 1);
      if (end === text.length) break;
      ends.push(end);
      END.lastIndex = end;
    } else {
      if (!goesOn(text, at, next)) ends.push(next);
      END.lastIndex = next;
    }
  }
  ends.push(text.length);
  return ends;
}

/**
 * Whether the sentence goes on at `next`, behind a full stop, exclamation or question mark at `at`
 * with closing marks and spaces.
 */
function goesOn(text: string, at: number, next: number): boolean {
  const unit = text.charCodeAt(next);
  if (isTerminator(unit) || GOES_ON.includes(text.charAt(next))) return true;
  const sign = text.charCodeAt(at);
  if (sign !== 0x2e && sign !== 0x2024) return false;
  if (next === at + 1) {
    if (isDigit(unit)) return true;
    const before = text.charCodeAt(at - 1);
    if (isUpper(unit) && (isUpper(before) || isLower(before))) return true;
  }
  for (let place = next; place < text.length; place++) {
    const one = text.charCodeAt(place);
    if (isLower(one)) return true;
    if (isUpper(one) || isTerminator(one) || isParagraphEnd(one)) return false;
  }
  return false;
}

function skipClosing(text: string, from: number): number {
  let at = from;
  while (at < text.length && CLOSING.includes(text.charAt(at))) at++;
  return at;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0xa0 || unit === 0x09 || unit === 0x0b || unit === 0x0c;
}

function isParagraphEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x85;
}

function isTerminator(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2024;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isUpper(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a || unit >= 0xc0 && unit <= 0xde && unit !== 0xd7;
}

function isLower(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a || unit >= 0xdf && unit <= 0xff && unit !== 0xf7 ||
    unit === 0xaa || unit === 0xb5 || unit === 0xba;
}
