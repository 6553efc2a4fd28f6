import { type Figures, type Goal, limit } from "../benchmark.ts";
import { roundFigure } from "../../lib/quantiles.ts";
import type { RowSize } from "./bytes.ts";
import type { Form } from "./forms.ts";
import type { Timings } from "./rounds.ts";

/**
 * Largest ratio of our median to the prior form's, for queries; the inserts have bounds of their
 * own.
 */
const QUERY_RATIO = 1.15;
const RATIOS: Readonly<Record<string, number>> = { single_insert: 1.2, set_insert: 0.8 };

/** Absolute bounds in milliseconds, by operation and percentile. */
const BOUNDS = [
  ["single_insert", "p99", "<", 5],
  ["recent_tasks", "p99", "<", 10],
  ["recent_tasks_busy", "p99", "<", 10],
  ["failures_24h", "p99", "<", 10],
  ["summary_24h_busy", "p95", "<", 50],
  ["summary_168h_busy", "p95", "<=", 150],
] as const;

const BYTES_PER_ROW = 500;

/**
 * All figures: milliseconds by operation, then bytes, each with the ratio of ours to the prior
 * form.
 */
export function listFigures(timings: Timings, sizes: Record<Form["name"], RowSize>): Figures {
  const operations = [...timings].map(([{ name }, { ours, prior }]) => [
    `${name}_ms`,
    {
      ours: rounded({ ...ours }),
      prior: rounded({ ...prior }),
      ratio_p50: ratio(ours.p50, prior.p50),
    },
  ]);
  return {
    ...Object.fromEntries(operations),
    bytes_per_row: {
      ours: { ...sizes.ours },
      prior: { ...sizes.prior },
      ratio: ratio(sizes.ours.all_in_bytes, sizes.prior.all_in_bytes),
    },
  };
}

/** What the log is held to. */
export function judgeTable(timings: Timings, sizes: Record<Form["name"], RowSize>): Goal[] {
  const byName = new Map([...timings].map(([operation, forms]) => [operation.name, forms]));
  const bounds = BOUNDS.flatMap(([name, percentile, comparison, bound]) => {
    const measured = byName.get(name)?.ours[percentile];
    return measured === undefined
      ? []
      : [limit(`${name}_${percentile}_ms`, roundFigure(measured), comparison, bound)];
  });
  const ratios = [...byName].map(([name, { ours, prior }]) =>
    limit(`${name}_ratio`, ratio(ours.p50, prior.p50), "<=", RATIOS[name] ?? QUERY_RATIO)
  );
  const bytes = limit("bytes_per_row_all_in", sizes.ours.all_in_bytes, "<=", BYTES_PER_ROW);
  return [...bounds, bytes, ...ratios];
}

function ratio(ours: number, prior: number): number {
  return Math.round(ours / prior * 1000) / 1000;
}

function rounded(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([key, v]) => [key, roundFigure(v)]));
}
