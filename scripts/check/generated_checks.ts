import { startMigratedCluster } from "../local/testing/migrated_cluster.ts";
import type { Cluster } from "../local/postgres/postgres_cluster.ts";
import { findPostgres } from "../local/postgres/postgres_install.ts";
import { generateTypes } from "../lib/supabase_cli.ts";
import type { Check } from "./check.ts";
import { readCatalog } from "./database/catalog.ts";
import { renderCatalog } from "./database/render.ts";
import { assignThemes } from "./database/themes.ts";
import { findOutdated, type GeneratedFiles, writeGenerated } from "./generated_files.ts";
import { runDeno } from "../lib/run_program.ts";
import { readSqlFiles } from "./sql_files.ts";

/** Another version prints the same schema in other words; this is the one that Debian 12 ships. */
const SNAPSHOT_MAJOR = 15;

/** Only what is generated lies in this folder. */
const REFERENCE = "docs/reference/database";
const TYPES = "supabase/functions/_shared/database/database_types.ts";

/** The database as the migrations leave it, from a real PostgreSQL: the reference and the types. */
export const generatedCheck: Check = {
  name: "generated",
  promise: `${REFERENCE} and ${TYPES} show the database as the migrations leave it`,
  findObstacle,
  run: async () =>
    await findOutdated(await generate(), { folder: REFERENCE, command: "deno task ok --write" }),
  write: async () => await writeGenerated(await generate(), REFERENCE),
};

async function findObstacle(): Promise<string | undefined> {
  const search = await findPostgres();
  if (!search.found) return search.problem;
  const { major } = search.installation;
  if (major === SNAPSHOT_MAJOR) return undefined;
  return `${REFERENCE} is made with PostgreSQL ${SNAPSHOT_MAJOR}. This machine has ${major}.`;
}

async function generate(): Promise<GeneratedFiles> {
  const search = await findPostgres();
  if (!search.found) throw new Error(search.problem);
  await using cluster = await startMigratedCluster(search.installation);
  const [pages, types] = await Promise.all([describeDatabase(cluster), describeTypes(cluster)]);
  return new Map([...pages, [TYPES, types]]);
}

async function describeDatabase(cluster: Cluster): Promise<[file: string, text: string][]> {
  const [catalog, files] = await Promise.all([
    readCatalog(cluster),
    readSqlFiles(["supabase/migrations"]),
  ]);
  const migrations = files.map(({ file, text }) => ({
    name: file.replace(/^.*\/\d+_/, "").replace(/\.sql$/, ""),
    text,
  }));
  return renderCatalog(catalog, assignThemes(migrations))
    .map(([file, text]) => [`${REFERENCE}/${file}`, text]);
}

async function describeTypes(cluster: Cluster): Promise<string> {
  const types = await generateTypes(cluster.url());
  const { success, stdout, stderr } = await runDeno(["fmt", "--ext", "ts", "-"], { input: types });
  if (!success) throw new Error(`deno fmt failed on the generated types: ${stderr.trim()}`);
  const head = "// Generated from the schema by `deno task ok --write`.\n";
  return `${head}// deno-lint-ignore-file\n${stdout}`;
}
