/** How found dates compare with labeled ones. */
import type { Expression } from "../corpora/recognizers.ts";
import type { Counts } from "./score.ts";
import { pairByOverlap, type Stretch } from "./spans.ts";

/** A date as found: its place and its ISO 8601 value. */
export interface FoundDate extends Stretch {
  readonly value: string | null;
}

/** What came of one text. */
export interface DateJudgement {
  /**
   * Of days, times and periods; lengths (`3 hours`) and recurrences (`every Monday`) name no
   * date.
   */
  readonly counts: Counts;
  /** Of every label. */
  readonly everything: Counts;
  /** For every label with a day that was found: whether the value is one the label allows. */
  readonly values: readonly boolean[];
}

const NO_DATES = new Set(["datetimeV2.duration", "datetimeV2.set"]);

/** Whether a type is a time of day without a day: found, but with no value to compare. */
export function isTimeOfDay(type: string): boolean {
  return type === "datetimeV2.time" || type === "datetimeV2.timerange";
}

/** Compares the finds of one text with its labels, by overlap. */
export function judgeDates(
  found: readonly FoundDate[],
  expressions: readonly Expression[],
): DateJudgement {
  const inScope = expressions.filter(({ type }) => !NO_DATES.has(type));
  const { pairs, counts } = pairByOverlap(found, inScope);
  return {
    counts,
    everything: pairByOverlap(found, expressions).counts,
    values: pairs.filter(({ labeled }) => !isTimeOfDay(labeled.type)).map((pair) =>
      pair.labeled.readings.some((reading) => isSameWhen(pair.found.value, reading))
    ),
  };
}

/** Share of right values over many texts. */
export function shareOfRightValues(judgements: readonly DateJudgement[]): number {
  const values = judgements.flatMap((judgement) => judgement.values);
  return values.filter(Boolean).length / Math.max(values.length, 1);
}

/**
 * Whether a value is what a label says. Both mean the same days where they are written differently:
 * - the label of a period ends with the day behind it, that of `from May to July` with 1 July;
 * ours end
 *   with the last day;
 * - parts of a day (`tomorrow morning`) have hours in the label; ours are the day alone;
 * - `the end of` a period is its last part in the label; ours is its last day;
 * - labels open on one side (`before 2010`, `by Friday`, `within nine days`) must begin or end
 * there.
 */
export function isSameWhen(
  value: string | null,
  reading: Readonly<Record<string, unknown>>,
): boolean {
  const point = reading["value"];
  if (point === "not resolved") return value === null;
  if (value === null) return false;
  const [first = "", second] = value.split("/");
  if (typeof point === "string") {
    const isEndOfDay = point.endsWith("23:59:59") && first === point.slice(0, 10);
    return second === undefined && (normalize(point) === first || isEndOfDay);
  }
  const { start, end, timex, Mod: modifier } = reading;
  if (typeof start !== "string" || typeof end !== "string") {
    const bound = start ?? end;
    return typeof bound === "string" &&
      [first, second, second && addDays(second, 1)].includes(normalize(bound));
  }
  if (second === undefined) {
    const isPartOfDay = typeof timex === "string" && /T(?:MO|AF|EV|NI|DT)$|TME[BLD]$/.test(timex);
    if (isPartOfDay || start.length > 10 && modifier !== undefined) {
      return first === start.slice(0, 10);
    }
    const isWithin = typeof timex === "string" && timex.startsWith("(") && first === normalize(end);
    return isWithin || modifier === "end" && isLastDay(first, end) ||
      start.length === 10 && start === first && end === addDays(first, 1);
  }
  if (first !== normalize(start)) return false;
  return second === normalize(end) || second === addDays(end, -1) || isEndOfUnit(second, end);
}

/** `2016-11-08 08:00:00` → `2016-11-08T08:00`. */
function normalize(time: string): string {
  return time.replace(" ", "T").replace(/(T\d\d:\d\d):00$/, "$1");
}

function addDays(day: string, count: number): string {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time) || day.length !== 10) return "";
  return new Date(time + count * 86_400_000).toISOString().slice(0, 10);
}

/** The last day before the label's end, or the Friday of a week that ends there. */
function isLastDay(day: string, end: string): boolean {
  return day === addDays(end, -1) || day === addDays(end, -3);
}

/** The label's end is the first day of the month or year that ours is the last day of. */
function isEndOfUnit(last: string, end: string): boolean {
  if (addDays(last, 1).slice(8) !== "01") return false;
  const isMonth = end.slice(8) === "01" && last.slice(0, 7) === end.slice(0, 7);
  return isMonth || end.slice(5) === "01-01" && last === `${end.slice(0, 4)}-12-31`;
}
