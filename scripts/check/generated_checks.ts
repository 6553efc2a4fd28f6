import { join } from "node:path";
import { startMigratedCluster } from "../local/migrated_cluster.ts";
import type { Cluster } from "../local/postgres_cluster.ts";
import { findPostgres } from "../local/postgres_install.ts";
import { runClient } from "../local/psql.ts";
import { generateTypes } from "../local/supabase_cli.ts";
import { type Check, type Finding, ROOT } from "./check.ts";
import { runDeno } from "./run_deno.ts";
import { normalizeDump } from "./schema_dump.ts";

/** Another version prints the same schema in other words; this is the one that Debian 12 ships. */
const SNAPSHOT_MAJOR = 15;

const SNAPSHOT = "docs/schema.sql";
const TYPES = "supabase/functions/_shared/database_types.ts";

/** What the chapters make, generated from a real PostgreSQL: the snapshot to review and the types. */
export const generatedCheck: Check = {
  name: "generated",
  promise: `${SNAPSHOT} and ${TYPES} show the schema as the chapters make it`,
  run: async () => {
    const generated = await generate();
    if ("skipped" in generated) return generated;
    const findings: Finding[] = [];
    for (const [file, wanted] of generated.files) {
      const found = await Deno.readTextFile(join(ROOT, file)).catch(() => "");
      if (found === wanted) continue;
      const line = firstDifference(found, wanted);
      findings.push({ file, line, message: "out of date; run `deno task ok --write`" });
    }
    return findings;
  },
  write: async () => {
    const generated = await generate();
    if ("skipped" in generated) throw new Error(generated.skipped);
    for (const [file, text] of generated.files) await Deno.writeTextFile(join(ROOT, file), text);
  },
};

type Generated =
  | { readonly files: readonly (readonly [file: string, text: string])[] }
  | { readonly skipped: string };

async function generate(): Promise<Generated> {
  const search = await findPostgres();
  if (!search.found) return { skipped: search.problem };
  const { major } = search.installation;
  if (major !== SNAPSHOT_MAJOR) {
    return { skipped: `${SNAPSHOT} is made with PostgreSQL ${SNAPSHOT_MAJOR}, here is ${major}.` };
  }
  await using cluster = await startMigratedCluster(search.installation);
  const [snapshot, types] = await Promise.all([dumpSchema(cluster), describeTypes(cluster)]);
  return { files: [[SNAPSHOT, snapshot], [TYPES, types]] };
}

async function dumpSchema(cluster: Cluster): Promise<string> {
  const dump = await runClient(cluster.installation.binFolder, "pg_dump", [
    ...["--schema-only", "--no-owner", "--schema=public", "--schema=nightshift"],
    ...["--dbname", cluster.url("supabase_admin")],
  ]);
  return normalizeDump(dump);
}

async function describeTypes(cluster: Cluster): Promise<string> {
  const types = await generateTypes(cluster.url());
  const { success, stdout, stderr } = await runDeno(["fmt", "--ext", "ts", "-"], types);
  if (!success) throw new Error(`deno fmt failed on the generated types: ${stderr.trim()}`);
  return `// Generated from the schema by \`deno task ok --write\`.\n// deno-lint-ignore-file\n${stdout}`;
}

function firstDifference(found: string, wanted: string): number {
  const lines = wanted.split("\n");
  const index = found.split("\n").findIndex((text, at) => text !== lines[at]);
  return (index === -1 ? found.split("\n").length : index) + 1;
}
