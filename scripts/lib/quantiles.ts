/** Median, 95th and 99th percentile of a sample, in its unit. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/**
 * The value that the share `q` (0 to 1) of a sample does not exceed: the nearest rank, so always a
 * value that was measured.
 * @throws {RangeError} for an empty sample or a share outside 0 to 1
 */
export function findQuantile(sample: readonly number[], q: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`A quantile is from 0 to 1, not ${q}.`);
  const sorted = [...sample].sort((a, b) => a - b);
  const value = sorted[Math.max(Math.ceil(q * sorted.length) - 1, 0)];
  if (value === undefined) throw new RangeError("An empty sample has no quantiles.");
  return value;
}

/** Median, 95th and 99th percentile of a sample by nearest rank. */
export function describeSample(sample: readonly number[]): Quantiles {
  return {
    p50: findQuantile(sample, 0.5),
    p95: findQuantile(sample, 0.95),
    p99: findQuantile(sample, 0.99),
  };
}

/** The median of each percentile over several rounds, which one disturbed round does not move. */
export function takeMedians(rounds: readonly Quantiles[]): Quantiles {
  const medianOf = (name: keyof Quantiles) => findQuantile(rounds.map((r) => r[name]), 0.5);
  return { p50: medianOf("p50"), p95: medianOf("p95"), p99: medianOf("p99") };
}

/**
 * Rounds a figure, by default to three places, enough for microseconds in milliseconds.
 * @example roundFigure(12.3456, 1) // 12.3
 */
export function roundFigure(value: number, places = 3): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}
