import { fileURLToPath } from "node:url";
import type postgres from "postgres";

/** The migrations, or with `rollback` their undo in reverse order, as absolute paths. */
function listMigrations(folder: "migrations" | "rollback"): string[] {
  const url = new URL(`../../${folder}/`, import.meta.url);
  const names = Array.from(Deno.readDirSync(url), ({ name }) => name).filter((name) =>
    name.endsWith(".sql")
  ).sort();
  if (folder === "rollback") names.reverse();
  return names.map((name) => fileURLToPath(new URL(name, url)));
}

/** The text of a migration, or of its undo, by its theme, e.g. `autonomous_tasks`. */
export function readMigration(
  theme: string,
  folder: "migrations" | "rollback" = "migrations",
): string {
  const path = listMigrations(folder).find((file) => readTheme(file) === theme);
  if (path === undefined) throw new Error(`There is no migration ${theme}.`);
  return Deno.readTextFileSync(path);
}

/** The themes of all migrations, in their order. */
export function listThemes(): string[] {
  return listMigrations("migrations").map(readTheme);
}

function readTheme(file: string): string {
  return file.replace(/^.*\/\d+_|\.sql$/g, "");
}

/**
 * Runs every migration, or with `rollback` undoes every one, in one session.
 * @param firstTheme only this one and those after it
 */
export async function runMigrations(
  sql: postgres.Sql,
  folder: "migrations" | "rollback",
  firstTheme?: string,
): Promise<void> {
  const files = listMigrations(folder);
  const first = files.findIndex((file) => readTheme(file) === firstTheme);
  if (firstTheme !== undefined && first < 0) throw new Error(`There is no ${firstTheme}.`);
  const chosen = firstTheme === undefined
    ? files
    : folder === "rollback"
    ? files.slice(0, first + 1)
    : files.slice(first);
  for (const file of chosen) await sql.unsafe(Deno.readTextFileSync(file));
}
