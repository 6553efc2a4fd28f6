import { createRandom } from "../../lib/random.ts";

/** A figure with its 95 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Enough that the ends of a 95 % interval settle to about a tenth of its width. */
const RESAMPLES = 1_000;

/**
 * Percentile bootstrap over items (Efron 1979): draws as many items as there are, with replacement,
 * and takes the 2.5th and 97.5th percentile of the statistic. The same items give the same
 * interval.
 * @throws {RangeError} for no items.
 */
export function bootstrap<Item>(
  items: readonly Item[],
  statistic: (items: readonly Item[]) => number,
  resamples = RESAMPLES,
): Interval {
  if (items.length === 0) throw new RangeError("There is nothing to draw from.");
  const random = createRandom(items.length);
  const values = Array.from({ length: resamples }, () => statistic(resample(items, random)))
    .sort((a, b) => a - b);
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? NaN;
  return { value: statistic(items), low: at(0.025), high: at(0.975) };
}

function resample<Item>(items: readonly Item[], random: () => number): Item[] {
  const drawn: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[Math.floor(random() * items.length)];
    if (item !== undefined) drawn.push(item);
  }
  return drawn;
}
