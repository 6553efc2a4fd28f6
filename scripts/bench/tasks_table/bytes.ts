import type postgres from "postgres";
import { COLUMNS, EXAMPLE_VALUES, workspaceId } from "./example_record.ts";
import type { Form } from "./forms.ts";

const ROWS = 200_000;
/** As many rows a workspace as a million rows of a thousand workspaces have. */
const WORKSPACES = 200;
const CHUNK_ROWS = 5_000;

/** Disk space of one row. */
export interface RowSize {
  /** Heap, all indexes, TOAST and maps. */
  readonly all_in_bytes: number;
  readonly heap_bytes: number;
  readonly index_bytes: number;
}

/**
 * Bytes a row of the example record takes, in a copy of the form's table that grew in the order of
 * time; the copy has its columns, checks and indexes, and is dropped again.
 */
export async function measureBytesPerRow(sql: postgres.Sql, form: Form): Promise<RowSize> {
  const copy = `${form.table}_of_example_records`;
  await sql.unsafe(`create table ${copy} (like ${form.table} including all)`);
  for (let first = 0; first < ROWS; first += CHUNK_ROWS) {
    // Rows arrive in the order of time.
    await sql.unsafe(`insert into ${copy} (${COLUMNS}, duration_ms)
      select ${workspaceId(`abs(hashint8(g)::bigint) % ${WORKSPACES}`)}, ${EXAMPLE_VALUES}, t.at,
        t.at + interval '2.5 seconds', 2500
      from generate_series(${first}, ${first + CHUNK_ROWS - 1}) g
      cross join lateral (select timestamptz '2026-01-01' + interval '90 days' * g / ${ROWS}) t (at)
      order by g`);
  }
  const [size] = await sql.unsafe<{ total: string; heap: string; indexes: string }[]>(
    `select pg_total_relation_size(c.oid) as total, pg_relation_size(c.oid) as heap,
      pg_indexes_size(c.oid) as indexes from pg_class c where c.oid = '${copy}'::regclass`,
  );
  await sql.unsafe(`drop table ${copy}`);
  const perRow = (bytes: string | undefined) => Math.round(Number(bytes) / ROWS * 10) / 10;
  return {
    all_in_bytes: perRow(size?.total),
    heap_bytes: perRow(size?.heap),
    index_bytes: perRow(size?.indexes),
  };
}
