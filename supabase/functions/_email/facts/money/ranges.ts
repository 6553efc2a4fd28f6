/** Ranges of amounts, whose currency is written once: $10 to 15 million, 5.000 bis 7.000 Euro. */
import type { SumExpressions } from "./expressions.ts";

/** The end of a range of sums that has no currency of its own. */
export interface RangeEnd {
  readonly at: number;
  readonly text: string;
  readonly figures: string;
  /** As written; the million of `$10 to 15 million` counts for both. */
  readonly factor: string;
  /** It names its currency itself, and is found as a sum of its own. */
  readonly hasMark: boolean;
}

/** Characters around a sum in which the other end of its range may stand. */
const NEAR_UNITS = 40;
const IN_BETWEEN = /\b(?:between|zwischen|entre|tra|fra|tussen)\b/i;
const FROM = /\b(?:de|desde|da|dai|dal)\b/i;

/** Behind a sum from `start` to `end` that has its mark in front. */
export function findOtherEnd(
  text: string,
  start: number,
  end: number,
  { otherEnd }: SumExpressions,
): RangeEnd | null {
  const match = otherEnd.exec(text.slice(end, end + NEAR_UNITS));
  if (match === null || !isRange(match.groups?.["link"] ?? "", text.slice(0, start))) return null;
  return toRangeEnd(match, end);
}

/** In front of a sum from `start` that has its mark behind. */
export function findFirstEnd(
  text: string,
  start: number,
  { firstEnd }: SumExpressions,
): RangeEnd | null {
  const from = Math.max(start - NEAR_UNITS, 0);
  const match = firstEnd.exec(text.slice(from, start));
  if (match === null || !isRange(match.groups?.["link"] ?? "", text.slice(0, start))) return null;
  return toRangeEnd(match, from);
}

/** `and` joins the ends of a range only behind `between`, the Romance `a` behind `de`. */
function isRange(link: string, before: string): boolean {
  if (/^(?:and|und|y|et|e|en)$/i.test(link)) return IN_BETWEEN.test(before);
  return !/^(?:ai?|à)$/i.test(link) || FROM.test(before);
}

function toRangeEnd(match: RegExpExecArray, offset: number): RangeEnd {
  const { figures = "", factor = "", mark } = match.groups ?? {};
  const at = match.index + match[0].indexOf(figures);
  return {
    at: offset + at,
    text: figures + factor,
    figures,
    factor,
    hasMark: mark !== undefined,
  };
}
