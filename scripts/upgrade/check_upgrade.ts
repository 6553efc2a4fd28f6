import postgres from "postgres";
import type { Cluster } from "../local/postgres/postgres_cluster.ts";
import { compareCatalogs, readCatalog } from "./catalog.ts";
import type { Migration } from "./migration_sets.ts";
import { findLosses, findMissingRows, readRows } from "./rows.ts";

/** Two states of the migrations and what lies between them. */
export interface Upgrade {
  /** Migrations of the release that people have. */
  readonly from: readonly Migration[];
  /** Migrations that a fresh install runs now. */
  readonly to: readonly Migration[];
  /** SQL that puts rows into the release. */
  readonly data: string;
}

/**
 * Installs `to` in one database; in another one `from`, then data, then what is new in `to`.
 * @returns one sentence for each thing that is not the same, or that the data lost; none is good
 * @throws {Error} with the name of the migration that fails
 */
export async function checkUpgrade(
  cluster: Cluster,
  { from, to, data }: Upgrade,
): Promise<string[]> {
  const released = new Set(from.map(({ name }) => name));
  const later = to.filter(({ name }) => !released.has(name));
  const fresh = await inNewDatabase(cluster, "fresh", async (sql) => {
    await apply(sql, to);
    return { catalog: await readInOne(sql, readCatalog), rows: await readInOne(sql, readRows) };
  });
  const upgraded = await inNewDatabase(cluster, "upgraded", async (sql) => {
    await apply(sql, from);
    await sql.unsafe(data);
    const before = await readInOne(sql, readRows);
    await apply(sql, later);
    const catalog = await readInOne(sql, readCatalog);
    return { before, catalog, rows: await readInOne(sql, readRows) };
  });
  return [
    ...listEdits(from, to),
    ...compareCatalogs(fresh.catalog, upgraded.catalog),
    ...findMissingRows(fresh.rows, upgraded.rows),
    ...findLosses(upgraded.before, upgraded.rows, readAnnounced(later)),
  ];
}

/** A migration of a release is never run again, so a change of it reaches new installs only. */
function listEdits(from: readonly Migration[], to: readonly Migration[]): string[] {
  const now = new Map(to.map(({ name, sql }) => [name, sql]));
  return from.flatMap(({ name, sql }) => {
    if (!now.has(name)) return [`${name}: was in the release and is gone`];
    return now.get(name) === sql ? [] : [`${name}: was edited after the release`];
  });
}

/** Columns that migrations announce to change, by `-- Changes data: public.a.b, public.a.c`. */
export function readAnnounced(migrations: readonly Migration[]): Set<string> {
  const lines = migrations.flatMap(({ sql }) => [...sql.matchAll(/^-- Changes data: (.+)$/gm)]);
  return new Set(
    lines.flatMap(([, columns = ""]) => columns.split(",").map((name) => name.trim())),
  );
}

async function apply(sql: postgres.Sql, migrations: readonly Migration[]): Promise<void> {
  for (const { name, sql: text } of migrations) {
    try {
      await sql.unsafe(text);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${name} failed: ${reason}`, { cause });
    }
  }
}

async function readInOne<Result>(
  sql: postgres.Sql,
  read: (sql: postgres.ISql) => Promise<Result>,
): Promise<Result> {
  return await sql.begin(async (transaction) => ({ read: await read(transaction) }))
    .then(({ read }) => read as Result);
}

async function inNewDatabase<Result>(
  cluster: Cluster,
  name: string,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const url = await cluster.createDatabase(`${name}_${crypto.randomUUID()}`);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
