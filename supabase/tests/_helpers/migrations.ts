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

/** The text of a migration by its theme, e.g. `autonomous_tasks`. */
export function readMigration(theme: string): string {
  const path = listMigrations("migrations").find((file) => file.endsWith(`_${theme}.sql`));
  if (path === undefined) throw new Error(`There is no migration ${theme}.`);
  return Deno.readTextFileSync(path);
}

/** Runs every migration, or with `rollback` undoes every one, in one session. */
export async function runMigrations(
  sql: postgres.Sql,
  folder: "migrations" | "rollback",
): Promise<void> {
  for (const file of listMigrations(folder)) {
    await sql.unsafe(Deno.readTextFileSync(file));
  }
}
