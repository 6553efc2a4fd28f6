import type postgres from "postgres";
import { COLUMNS, EXAMPLE_VALUES, workspaceId } from "./example_record.ts";
import type { Form } from "./forms.ts";

/** Ordinary workspaces 1 to 999; the busy one is number 0. */
export const WORKSPACES = 1_000;

const DAYS = 90;
const SLICE_HOURS = 4;
const SLICES = DAYS * 24 / SLICE_HOURS;
const BUSY_ROWS = 100_000;

/** How the rows are spread. */
export interface Spread {
  /** Rows of the 999 ordinary workspaces, evenly over 90 days. */
  readonly ordinaryRows: number;
  /** Rows of the busy workspace in the last 20 hours: a window of 24 hours holds them for long. */
  readonly busyRowsToday: number;
  /** Its rows in the 6 days before. */
  readonly busyRowsThisWeek: number;
}

/** Spreads `rows`: 100,000 to the busy workspace, a quarter of them today; half of all at most. */
function spreadRows(rows: number): Spread {
  const busy = Math.min(BUSY_ROWS, Math.floor(rows / 2));
  const today = Math.floor(busy / 4);
  return { ordinaryRows: rows - busy, busyRowsToday: today, busyRowsThisWeek: busy - today };
}

/**
 * Fills both forms with the same rows in the order of time, as a log grows, a slice for one and
 * then for the other. @returns seconds that each form took
 */
export async function fillForms(
  sql: postgres.Sql,
  forms: readonly Form[],
  rows: number,
  say: (line: string) => void,
): Promise<Record<string, number>> {
  await sql.unsafe(`insert into public.workspaces (id, name)
    select ${workspaceId("g")}, 'Workspace ' || g from generate_series(0, ${WORKSPACES - 1}) g`);
  const spread = spreadRows(rows);
  const endMs = Date.now();
  const seconds: Record<string, number> = {};
  for (let slice = 0; slice < SLICES; slice++) {
    const statement = insertSlice(spread, slice, endMs);
    for (const form of forms) {
      const startedAt = performance.now();
      // Rows arrive in the order of time.
      await sql.unsafe(statement.replace("$table", form.table));
      seconds[form.name] = (seconds[form.name] ?? 0) + (performance.now() - startedAt) / 1000;
    }
    if ((slice + 1) % (SLICES / 10) === 0) say(`  ${100 * (slice + 1) / SLICES} % of the rows`);
  }
  return seconds;
}

function insertSlice(spread: Spread, slice: number, endMs: number): string {
  const sliceMs = SLICE_HOURS * 3_600_000;
  const startMs = endMs - (SLICES - slice) * sliceMs;
  const slicesLeft = SLICES - slice;
  // The slice in between stays empty, so that the window of 24 hours may move on while we measure.
  const busy = slicesLeft <= 5
    ? takeShare(spread.busyRowsToday, 5 - slicesLeft, 5)
    : slicesLeft >= 7 && slicesLeft <= 40
    ? takeShare(spread.busyRowsThisWeek, 40 - slicesLeft, 34)
    : 0;
  const ordinary = takeShare(spread.ordinaryRows, slice, SLICES);
  const rows = (count: number, workspace: string) =>
    `select ${workspace} as workspace, g * ${sliceMs}::float8 / ${Math.max(count, 1)} as at_ms,
      abs(hashint8(${slice}::bigint * 1000003 + g)::bigint) as h
    from generate_series(0, ${count - 1}) g`;
  return `
    insert into $table (${COLUMNS}, error_message)
    select ${workspaceId("r.workspace")}, ${varied("r.h")}, t.at,
      t.at + make_interval(secs => 1 + r.h % 90000 / 1000.0),
      case when r.h % 1000 < 40 then
        'The mail provider did not answer within 30 s; tried 3 times.'
      end
    from (
      ${
    rows(ordinary, `1 + abs(hashint8(-${slice}::bigint * 1000003 - g)::bigint) % ${WORKSPACES - 1}`)
  }
      union all
      ${rows(busy, "0")}
    ) r
    cross join lateral (select to_timestamp((${startMs} + r.at_ms) / 1000.0)) t (at)
    order by r.at_ms`;
}

/** The example record with all 12 types and, of 1000, 30 failures, 10 partial ones, 5 cancelled. */
function varied(hash: string): string {
  return EXAMPLE_VALUES
    .replace(
      "'continuous_intelligence_update'",
      `(nightshift.task_types())[1 + ${hash} / 1000 % 12]`,
    )
    .replace(
      "'completed'",
      `case when ${hash} % 1000 < 30 then 'failed' when ${hash} % 1000 < 40 then 'partial_failure'
        when ${hash} % 1000 < 45 then 'cancelled' else 'completed' end`,
    );
}

/** Splits `total` into `parts` whole numbers that differ by at most 1 and add up to it. */
function takeShare(total: number, index: number, parts: number): number {
  return Math.floor(total * (index + 1) / parts) - Math.floor(total * index / parts);
}
