import { readFileSync } from "node:fs";
import type postgres from "postgres";

/** What each object of a database is: its name, then all that must be the same. */
export type Catalog = ReadonlyMap<string, string>;

const CATALOG_SQL = readFileSync(new URL("./catalog.sql", import.meta.url), "utf8");

/**
 * Reads tables, columns, constraints, indexes, policies, triggers, functions, types, rights and
 * comments of the schemas `public` and `nightshift`, and extensions and cron jobs.
 * @example compareCatalogs(await readCatalog(fresh), await readCatalog(upgraded))
 */
export async function readCatalog(sql: postgres.ISql): Promise<Catalog> {
  // Then every name is written with its schema, except what is of the system.
  await sql.unsafe("set local search_path = ''");
  const rows = await sql.unsafe<{ object: string; facts: string }[]>(CATALOG_SQL);
  return new Map(rows.map(({ object, facts }) => [object, facts]));
}

/**
 * One sentence for each object that an upgrade leaves otherwise than a fresh install; none is good.
 */
export function compareCatalogs(fresh: Catalog, upgraded: Catalog): string[] {
  const findings: string[] = [];
  for (const object of [...new Set([...fresh.keys(), ...upgraded.keys()])].sort()) {
    const [wanted, found] = [fresh.get(object), upgraded.get(object)];
    if (wanted === found) continue;
    if (found === undefined) findings.push(`${object}: missing after the upgrade`);
    else if (wanted === undefined) findings.push(`${object}: only there after the upgrade`);
    else findings.push(`${object}: ${describeDifference(wanted, found)}`);
  }
  return findings;
}

/** The first line that differs: of a function's body, that is the one to look at. */
function describeDifference(wanted: string, found: string): string {
  const [fresh, upgraded] = [wanted.split("\n"), found.split("\n")];
  const index = fresh.findIndex((line, index) => line !== upgraded[index]);
  const at = index === -1 ? fresh.length : index;
  const show = (line: string | undefined) => line === undefined ? "nothing" : `"${line.trim()}"`;
  return `${show(fresh[at])} after a fresh install, ${show(upgraded[at])} after the upgrade`;
}
