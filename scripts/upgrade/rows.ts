import type postgres from "postgres";

type Row = Readonly<Record<string, unknown>>;

/** The rows of one table by their primary key. */
export interface TableRows {
  readonly rows: ReadonlyMap<string, Row>;
  /** Columns that two installations never have in common: ids, times and random values. */
  readonly ownColumns: readonly string[];
}

/** The rows of a database, by table. */
export type Rows = ReadonlyMap<string, TableRows>;

const TABLES = `
  select c.oid::regclass::text as name,
    array(select a.attname::text from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and (a.attidentity <> '' or a.attname = 'secret'
          or a.atttypid in ('uuid'::regtype, 'timestamptz'::regtype, 'bytea'::regtype)
          or exists (select from pg_catalog.pg_attrdef d
            where d.adrelid = c.oid and d.adnum = a.attnum
              and pg_get_expr(d.adbin, d.adrelid) ~ '(nextval|random)'))) as own_columns,
    coalesce((select array_agg(a.attname::text order by a.attname)
      from pg_catalog.pg_index i
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
      where i.indrelid = c.oid and i.indisprimary), '{}') as key
  from pg_catalog.pg_class c
  where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'nightshift')
  order by 1`;

/** Reads all rows of the tables in `public` and `nightshift`; for databases of a test. */
export async function readRows(sql: postgres.ISql): Promise<Rows> {
  await sql.unsafe("set local search_path = ''");
  const tables = await sql.unsafe<{ name: string; own_columns: string[]; key: string[] }[]>(TABLES);
  const found = new Map<string, TableRows>();
  for (const { name, own_columns: ownColumns, key } of tables) {
    const rows = await sql.unsafe<{ row: Row }[]>(`select to_jsonb(t) as row from ${name} t`);
    if (rows.length === 0) continue;
    const byKey = rows.map(({ row }) => [JSON.stringify(key.map((column) => row[column])), row]);
    found.set(name, { rows: new Map(byKey as [string, Row][]), ownColumns });
  }
  return found;
}

/**
 * One sentence for each table that lost rows in an upgrade, and for each column that changed in
 * rows that were there.
 * @param announced columns that the migrations say they change, as `public.client_emails.subject`
 */
export function findLosses(
  before: Rows,
  after: Rows,
  announced: ReadonlySet<string> = new Set(),
): string[] {
  const findings: string[] = [];
  for (const [table, { rows }] of before) {
    const kept = after.get(table)?.rows;
    let lost = 0;
    const changed = new Map<string, number>();
    for (const [key, row] of rows) {
      const now = kept?.get(key);
      if (now === undefined) lost++;
      else {for (const column of listChanges(row, now)) {
          changed.set(column, (changed.get(column) ?? 0) + 1);
        }}
    }
    if (lost > 0) findings.push(`${table}: the upgrade lost ${lost} of ${rows.size} rows`);
    for (const [column, count] of changed) {
      if (announced.has(`${table}.${column}`)) continue;
      findings.push(`${table}.${column}: the upgrade changed it in ${count} of ${rows.size} rows`);
    }
  }
  return findings;
}

function listChanges(before: Row, after: Row): string[] {
  return Object.keys(before)
    .filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]));
}

/** One sentence for each table that lacks rows which a fresh install has from the start. */
export function findMissingRows(fresh: Rows, upgraded: Rows): string[] {
  const findings: string[] = [];
  for (const [table, { rows, ownColumns }] of fresh) {
    const print = (row: Row) =>
      JSON.stringify(Object.entries(row).filter(([column]) => !ownColumns.includes(column)).sort());
    const there = new Set([...upgraded.get(table)?.rows.values() ?? []].map(print));
    const missing = [...rows.values()].filter((row) => !there.has(print(row))).length;
    if (missing > 0) {
      findings.push(
        `${table}: the upgrade lacks ${missing} of the ${rows.size} rows of a new install`,
      );
    }
  }
  return findings;
}
