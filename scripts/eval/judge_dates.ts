/** How found dates compare with labelled ones. */
import type { Expression } from "./recognizers.ts";
import type { Counts } from "./score.ts";
import { pairByOverlap, type Stretch } from "./spans.ts";

/** A date as found: its place and its ISO 8601 value. */
export interface FoundDate extends Stretch {
  readonly value: string | null;
}

/** What came of one text. */
export interface DateJudgement {
  /** Of days, times and periods; lengths (`3 hours`) and recurrences (`every Monday`) name no date. */
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
    values: pairs.filter(({ labelled }) => !isTimeOfDay(labelled.type)).map((pair) =>
      pair.labelled.readings.some((reading) => isSameWhen(pair.found.value, reading))
    ),
  };
}

/** Share of right values over many texts. */
export function shareOfRightValues(judgements: readonly DateJudgement[]): number {
  const values = judgements.flatMap((judgement) => judgement.values);
  return values.filter(Boolean).length / Math.max(values.length, 1);
}

/**
 * Whether a value is what a label says. Where the label is open on one side (`before 2010`, `by Friday`)
 * the value must begin or end there.
 */
export function isSameWhen(
  value: string | null,
  reading: Readonly<Record<string, unknown>>,
): boolean {
  const point = reading["value"];
  if (point === "not resolved") return value === null;
  if (value === null) return false;
  const ends = value.replaceAll("T", " ").split("/");
  if (typeof point === "string") return ends.length === 1 && ends[0] === point;
  const { start, end } = reading;
  if (typeof start === "string" && typeof end === "string") {
    return ends.length === 2 && ends[0] === start && ends[1] === end;
  }
  const bound = start ?? end;
  return typeof bound === "string" && ends.includes(bound);
}
