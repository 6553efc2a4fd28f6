/** Databases for tests: PGlite takes seconds to start, so a test file starts one and shares it. */
import { fileURLToPath } from "node:url";
import type { LocalDatabase } from "../database.ts";
import { applyMigrations } from "../migrations.ts";
import { startPreparedPglite } from "../pglite/prepared_pglite.ts";

export const FIXTURE_MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
export const FIXTURE_FUNCTIONS = fileURLToPath(new URL("./functions", import.meta.url));

/** Runs a test with an embedded database that has the fixture project's migrations. */
export async function withFixtureDatabase(
  test: (database: LocalDatabase) => Promise<void>,
): Promise<void> {
  const database = await startPreparedPglite(FIXTURE_MIGRATIONS);
  try {
    await applyMigrations(database, FIXTURE_MIGRATIONS);
    await test(database);
  } finally {
    await database.close();
  }
}
