// deno-lint-ignore-file no-console -- a command's output is for its user
import { parseArgs } from "node:util";
import { CHECKS } from "./check/run_checks.ts";
import { watchLaunchers } from "./local/process/launcher_watch.ts";
import { endProcess, Lifecycle } from "./local/process/lifecycle.ts";
import { ensurePostgres } from "./local/postgres/postgres_install.ts";
import { runDenoTests } from "./test/deno_part.ts";
import { runGate } from "./test/gate_part.ts";
import {
  countOutcomes,
  describeTrouble,
  formatTally,
  isGood,
  type Outcome,
} from "./test/outcome.ts";
import { runPgtap } from "./test/pgtap_part.ts";
import { findTestFiles, select } from "./test/selection.ts";
import { isUsageError } from "./lib/usage_error.ts";

const USAGE = `Usage: deno task test [FILTER…] [--database-url URL]
  FILTER  what to run, everything without one: ok, deno, pgtap, a check of \`deno task ok\`, or a
          piece of a test file's path
  --database-url URL
          with the filter net-contract: a database that has pg_net, to check what is relied on`;

/**
 * `deno task test [FILTER…]`: the gate, Deno tests, pgTAP. With `net-contract --database-url URL` what
 * is relied on in pg_net is checked against a database that has it. The last line is
 * `N passed, N failed, N skipped`; exit code 1 when something failed or nothing ran.
 */
async function main(filters: readonly string[]): Promise<number> {
  watchLaunchers(() => void endProcess(143));
  const lifecycle = new Lifecycle();
  const files = await findTestFiles();
  const { checks, denoFiles, pgtapFiles } = select({ checks: CHECKS, ...files }, filters);
  // Many tests look for PostgreSQL by themselves, so it is there before the first.
  const search = await ensurePostgres(console.log);
  const isRequired = Deno.env.get("CI") === "true";

  const outcomes: Outcome[] = [];
  const runPart = async (title: string, count: number, run: () => Promise<Outcome[]>) => {
    if (count === 0) return;
    console.log(`\n${title}`);
    outcomes.push(...await run().catch((error) => [describeCrash(title, error)]));
  };
  await runPart(`Gate: ${checks.length} checks`, checks.length, () => runGate(checks, console.log));
  await runPart(
    `Deno: ${denoFiles.length} files`,
    denoFiles.length,
    () => runDenoTests(denoFiles, lifecycle.folder, console.log),
  );
  await runPart(
    `pgTAP: ${pgtapFiles.length} files`,
    pgtapFiles.length,
    () => runPgtap(pgtapFiles, search, isRequired, console.log),
  );
  await lifecycle.stop();

  const tally = countOutcomes(outcomes);
  if (outcomes.length === 0) console.log(`Nothing matches ${filters.join(", ")}.`);
  for (const line of describeTrouble(outcomes)) console.log(line);
  console.log(`\n${formatTally(tally)}`);
  return isGood(tally) ? 0 : 1;
}

/** What a part that could not do its work at all counts as. */
function describeCrash(title: string, error: unknown): Outcome {
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  return { part: "test", file: title, name: "does its work", state: "failed", detail };
}

/** Filters, with hyphens or underscores, null for --help; the URL goes on to the tests by the environment. */
function readArguments(args: readonly string[]): readonly string[] | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { "database-url": { type: "string" }, help: { type: "boolean", default: false } },
  });
  if (values.help) return null;
  const url = values["database-url"];
  if (url !== undefined) Deno.env.set("NET_CONTRACT_DATABASE_URL", url);
  return positionals.map((filter) => filter === "net-contract" ? "net_contract" : filter);
}

if (import.meta.main) {
  try {
    const filters = readArguments(Deno.args);
    if (filters === null) console.log(USAGE);
    else Deno.exit(await main(filters));
  } catch (error) {
    if (!isUsageError(error)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    Deno.exit(2);
  }
}
