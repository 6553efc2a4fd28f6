/** Spans of days, and the words that say which unit is meant. */
import { addUnits, type Day, type Unit } from "./calendar.ts";
import { readCount } from "./numbers.ts";
import { type Found, remember, skipWords, type Source, textAt } from "./tokens.ts";

/** `que viene`, `pasado`: behind the noun. */
export function readTrailing(source: Source, at: number): Found<number> | null {
  const { trailingRelations } = source.words;
  if (trailingRelations.size === 0) return null;
  const value = trailingRelations.get(textAt(source, at));
  return value === undefined ? null : { to: at + 1, value };
}

const SPAN_KIND = /^(?:business|working|calendar|full|short|more)$/;

/** `3 weeks`, `a year and 2 months`, as the step it makes from a day. */
export const readSpan = remember(
  (source: Source, at: number): Found<(day: Day, direction: 1 | -1) => Day> | null => {
    if (textAt(source, at - 1) === "half") return null;
    const steps: { unit: Unit; count: number }[] = [];
    let to = at;
    for (let next = at; steps.length < 4;) {
      const count = readCount(source, next);
      if (count === null) break;
      const business = SPAN_KIND.test(textAt(source, count.to)) ? 1 : 0;
      const name = textAt(source, count.to + business);
      const unit = source.words.units.get(name);
      const isFortnight = /^fortnights?$/.test(name);
      // `in three days, three days ago` names two.
      if (unit === undefined && !isFortnight || steps.some((step) => step.unit === unit)) break;
      const isBusiness = business === 1 && /^[bw]/.test(textAt(source, count.to)) && unit === "day";
      steps.push({
        unit: isFortnight ? "week" : isBusiness ? "weekday" : unit ?? "day",
        count: isFortnight ? 2 * count.value : count.value,
      });
      to = count.to + business + 1;
      next = skipWords(source, to, 1, source.words.and, COMMA);
    }
    if (steps.length === 0) return null;
    const value = (day: Day, direction: 1 | -1) =>
      steps.reduce((at, { unit, count }) => addUnits(unit, at, direction * count), day);
    return { to, value };
  },
);

/** The place behind `the next` of `within the next two weeks`. */
export function skipNext(source: Source, at: number): number {
  const { words } = source;
  const from = skipWords(source, at, 2, words.article, words.of);
  return words.relations.get(textAt(source, from)) === 1 ? from + 1 : from;
}

const COMMA = new Set([","]);
