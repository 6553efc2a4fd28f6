/** Which lines at the end of an email are its signature? */
import { createLegalNoticeReader } from "./legal_notice.ts";
import { isBlank } from "../quotes/quote_marks.ts";
import type { SenderWords } from "./sender_name.ts";
import { readSignOff } from "./sign_off.ts";
import {
  isFooterRule,
  isProgramLine,
  isSignatureSeparator,
  isSponsorRule,
  type LineWeight,
  weighLine,
} from "./signature_lines.ts";
import { isNameLine } from "./signature_words.ts";

/** Points that the lines of a signature must reach together. */
const POINTS_NEEDED = 2.4;
/** Below these points no line further up is asked. */
const POINTS_GIVEN_UP = -7;
/** A role, an organisation, an address, a way to reach somebody: more than a name-like line has. */
const STRONG_POINTS = 1.5;
/** Most filled lines of a signature, legal notices apart. */
const MAX_LINES = 25;
/** Most filled lines of a signature that neither closes nor names the sender; more are a list. */
const MAX_UNSIGNED_LINES = 10;
/** Most filled lines below a mark that ends the text. */
const MAX_LINES_BELOW_SEPARATOR = 30;
const MAX_LINES_BELOW_RULE = 15;
const MAX_LONE_NAME_UNITS = 25;

const LEGAL_NOTICE: LineWeight = { points: 2.5, start: "sure", isContact: false };
const LONE_NAME: LineWeight = { points: 2.5, start: "sure", isContact: false };
const GREETING: LineWeight = { points: -6, start: "no", isContact: false };

/**
 * For each line whether it is part of the signature. That is the end of the new lines which weighs
 * most, see `weighLine`; a postscript in it is not part of it. Linear in the text.
 */
export function findSignatureLines(
  lines: readonly string[],
  isNew: readonly boolean[],
  sender: SenderWords,
): boolean[] {
  const filled = Array.from(lines.keys()).filter((at) => isNew[at] && !isBlank(lines[at] ?? ""));
  const signature = lines.map(() => false);
  const start = findStart(lines, filled, isNew.lastIndexOf(false), sender);
  let isPostscript = false;
  for (let index = start; index < filled.length; index++) {
    const at = filled[index] ?? 0;
    const line = lines[at] ?? "";
    if (isPostscript && (isBlank(lines[at - 1] ?? "") || isSignatureSeparator(line))) {
      isPostscript = false;
    }
    if (index > start && /^\s{0,3}p\.? ?s\.?\s?[:.,–-]?\s/i.test(line)) isPostscript = true;
    signature[at] = !isPostscript;
  }
  return signature;
}

/** The place in `filled` where the signature starts; its length when there is none. */
function findStart(
  lines: readonly string[],
  filled: readonly number[],
  lastOlder: number,
  sender: SenderWords,
): number {
  const isLegalNotice = createLegalNoticeReader(lines);
  const marked = findMark(lines, filled, lastOlder);
  let best = marked;
  let bestPoints = marked === filled.length ? POINTS_NEEDED : 0;
  let points = 0;
  let isReachable = false;
  let isSure = marked < filled.length;
  let weighed = 0;
  for (
    let index = marked - 1;
    index >= 0 && points > POINTS_GIVEN_UP && weighed < MAX_LINES;
    index--
  ) {
    const at = filled[index] ?? 0;
    const isLegal = isLegalNotice(at);
    const weight = isLegal
      ? LEGAL_NOTICE
      : weighInPlace(lines, filled, index, index === marked - 1, sender);
    points += weight.points;
    if (!isLegal && weight.points !== 0) weighed++;
    isReachable ||= weight.isContact;
    const mayStart = weight.start === "sure" ||
      isBlockAbove(weight, lines, at, filled[best]) ||
      // A mere name needs ways to reach its bearer below; many unsigned lines are a list of people.
      weight.start === "maybe" && !isSure && isReachable && weighed <= MAX_UNSIGNED_LINES &&
        (!weight.isContact || endsSentence(lines[filled[index - 1] ?? at] ?? ""));
    if (points > bestPoints && mayStart) {
      best = index;
      bestPoints = points;
      isSure ||= weight.start === "sure";
    }
  }
  if (best > 0 || filled.length === 0) return best;
  return keepShortAnswer(lines, filled, isReachable || marked < filled.length);
}

/** What a line weighs also depends on where it is: first it greets, last and alone it signs. */
function weighInPlace(
  lines: readonly string[],
  filled: readonly number[],
  index: number,
  isLast: boolean,
  sender: SenderWords,
): LineWeight {
  const at = filled[index] ?? 0;
  const line = lines[at] ?? "";
  if (index === 0 && filled.length > 1 && /[,:]\s*$/.test(line)) {
    return readSignOff(line) === null ? GREETING : weighLine(line, sender);
  }
  // "Forty, yes." right below what it answers is no name.
  const isAlone = isLast && index > 0 && isBlank(lines[at - 1] ?? "") &&
    lines.slice((filled[index - 1] ?? 0) + 1, at).every(isBlank);
  const weight = weighLine(line, sender);
  return isAlone && weight.points < LONE_NAME.points &&
      isLoneName(line, lines[filled[index - 1] ?? 0] ?? "")
    ? LONE_NAME
    : weight;
}

function isLoneName(line: string, before: string): boolean {
  const name = line.trim().replace(/^[-–—~>\s]{1,6}/, "");
  return name.length <= MAX_LONE_NAME_UNITS && name.split(/\s+/).length <= 2 && isNameLine(name) &&
    !/:\s*$/.test(before) && before.trim().length > MAX_LONE_NAME_UNITS;
}

/** Text that breaks off wants the number or address that follows. */
function endsSentence(line: string): boolean {
  return /[.!?)"”]\s*$/.test(line);
}

/** Strong lines right above the start, without a blank line between, belong to it. */
function isBlockAbove(
  { points }: LineWeight,
  lines: readonly string[],
  at: number,
  start: number | undefined,
): boolean {
  return points >= STRONG_POINTS && start === at + 1 && !isBlank(lines[at + 1] ?? "");
}

/**
 * Where a separator or a program's line ends the text, as a place in `filled`; its length if
 * nowhere.
 */
function findMark(
  lines: readonly string[],
  filled: readonly number[],
  lastOlder: number,
): number {
  const isAnsweredBelow = (filled.at(-1) ?? 0) > lastOlder;
  for (let index = 0; index < filled.length; index++) {
    const at = filled[index] ?? 0;
    const line = lines[at] ?? "";
    const below = filled.length - 1 - index;
    // Above a quote that is answered below, it is not the end.
    if (isAnsweredBelow && at < lastOlder) continue;
    if (isProgramLine(line)) return index;
    if (below === 0 || below > MAX_LINES_BELOW_SEPARATOR) continue;
    if (isSignatureSeparator(line)) return index;
    if (below > MAX_LINES_BELOW_RULE) continue;
    const next = lines[filled[index + 1] ?? 0] ?? "";
    if (isFooterRule(line) || isSponsorRule(line, next)) return index;
  }
  return filled.length;
}

/**
 * An email that would be signature altogether keeps its thanks as text; `Thanks, Ana` says
 * something.
 */
function keepShortAnswer(
  lines: readonly string[],
  filled: readonly number[],
  isSure: boolean,
): number {
  const isThanks = readSignOff(lines[filled[0] ?? 0] ?? "")?.isThanks ?? false;
  if (isThanks) return 1;
  return isSure ? 0 : filled.length;
}
