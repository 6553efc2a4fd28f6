import { fileURLToPath } from "node:url";
import { takePrepared } from "../../lib/prepared.ts";
import type { LocalDatabase } from "../database.ts";
import { applyMigrations } from "../migrations.ts";
import { makeImage, startPglite } from "./pglite.ts";

/** What decides how a database is before and after its migrations, beside the migrations. */
const MAKERS = ["../sql", "./pglite.ts", "../migrations.ts", "../../../deno.lock"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * Starts an embedded database for the migrations of a folder. In a test run they are applied once,
 * and every further database begins with a copy, which takes a fifth of the time; anywhere else the
 * database has none of them yet. Either way `applyMigrations` applies what is missing.
 */
export async function startPreparedPglite(migrationsFolder: string): Promise<LocalDatabase> {
  const ingredients = { paths: [migrationsFolder, ...MAKERS] };
  const path = await takePrepared("pglite.tar", ingredients, async (path) => {
    const image = await makeImage(async (database) => {
      await applyMigrations(database, migrationsFolder);
    });
    await Deno.writeFile(path, image.stream());
  });
  if (path === undefined) return await startPglite();
  return await startPglite({ image: new Blob([await Deno.readFile(path)]) });
}
