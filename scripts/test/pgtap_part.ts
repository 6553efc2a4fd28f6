import { ROOT } from "../check/check.ts";
import { type Cluster, startCluster } from "../local/postgres/postgres_cluster.ts";
import type { PostgresSearch } from "../local/postgres/postgres_install.ts";
import { readLines } from "../lib/read_lines.ts";
import { runPsql } from "../local/postgres/psql.ts";
import { pushMigrations } from "../lib/supabase_cli.ts";
import { spawnLeashed } from "./leashed_command.ts";
import { countOutcomes, formatTally, type Outcome } from "./outcome.ts";
import { TapReader } from "./tap.ts";

const CHAPTERS = "supabase/migrations";

/**
 * Runs pgTAP files on a fresh PostgreSQL as `postgres`, which is no superuser, after the real CLI has
 * pushed the chapters. They run in a copy of the database in which pg_cron runs no job meanwhile.
 * Without PostgreSQL that is one skipped outcome, or one failure where `isRequired`.
 * @param files paths from the repository's root
 */
export async function runPgtap(
  files: readonly string[],
  search: PostgresSearch,
  isRequired: boolean,
  print: (line: string) => void,
): Promise<Outcome[]> {
  if (!search.found) {
    const state = isRequired ? "failed" : "skipped";
    const name = `${files.length} files on PostgreSQL`;
    return [{ part: "pgtap", file: "supabase/tests", name, state, detail: search.problem }];
  }
  const pushed = { part: "pgtap", file: CHAPTERS, name: "the Supabase CLI pushes every chapter" };
  try {
    await using cluster = await startCluster({ installation: search.installation });
    const url = await cluster.createDatabase("pgtap");
    await pushMigrations(url);
    print(`${CHAPTERS} pushed by the Supabase CLI`);
    await installPgtap(cluster);
    const outcomes = await prove(files, search.installation.pgProve, url, print);
    return [{ ...pushed, state: "passed" }, ...outcomes];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ ...pushed, state: "failed", detail }];
  }
}

async function installPgtap(cluster: Cluster): Promise<void> {
  await runPsql(cluster.installation.binFolder, cluster.url("supabase_admin", "pgtap"), {
    sql: "create extension pgtap with schema extensions",
  });
}

async function prove(
  files: readonly string[],
  pgProve: string,
  url: string,
  print: (line: string) => void,
): Promise<Outcome[]> {
  const process = spawnLeashed(
    pgProve,
    ["--norc", "--nocolor", "--verbose", "--merge", "--dbname", url, ...files],
    {
      cwd: ROOT,
      env: { PGOPTIONS: "-c client_min_messages=warning" },
      stdout: "piped",
      stderr: "inherit",
    },
  );
  const reader = new TapReader(files);
  for await (const line of readLines(process.stdout)) {
    const ended = reader.read(line);
    if (ended !== undefined) print(describeFile(ended));
  }
  await process.exitCode;
  return reader.finish();
}

function describeFile(outcomes: readonly Outcome[]): string {
  const tally = countOutcomes(outcomes);
  const isPlain = tally.failed === 0 && tally.skipped === 0;
  const counts = isPlain ? String(tally.passed) : formatTally(tally);
  return `${outcomes[0]?.file ?? ""} ... ${tally.failed > 0 ? "FAILED" : "ok"} (${counts})`;
}
