import { join } from "node:path";
import { ROOT } from "../check/check.ts";
import { readLines } from "../lib/read_lines.ts";
import { DenoReportReader } from "./deno_report.ts";
import { readJunit } from "./junit.ts";
import { FileBlocks, sortIntoLanes } from "./lanes.ts";
import { spawnLeashed } from "./leashed_command.ts";
import type { Outcome } from "./outcome.ts";

/** Three times what the whole run may take on two cores: a test that hangs must not hang the run. */
const LIMIT_MINUTES = 30;

/**
 * Runs test files with `deno test`, in lanes beside each other; their readable reports are printed
 * meanwhile. Types are not checked here: the gate does it.
 * @param files paths from the repository's root
 * @param folder a temporary folder for the machine's reports
 */
export async function runDenoTests(
  files: readonly string[],
  folder: string,
  print: (line: string) => void,
): Promise<Outcome[]> {
  const lanes = sortIntoLanes(files).map((lane, index) =>
    runLane(lane, join(folder, `report-${index}.xml`), new FileBlocks(print))
  );
  return (await Promise.all(lanes)).flat();
}

async function runLane(
  files: readonly string[],
  junit: string,
  blocks: FileBlocks,
): Promise<Outcome[]> {
  const process = spawnLeashed(
    Deno.execPath(),
    ["test", "--allow-all", "--no-check", `--junit-path=${junit}`, ...files],
    {
      cwd: ROOT,
      env: Deno.stdout.isTerminal() ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" },
      stdout: "piped",
      stderr: "inherit",
    },
  );
  const timer = setTimeout(() => process.end(), LIMIT_MINUTES * 60_000);
  const report = new DenoReportReader();
  for await (const line of readLines(process.stdout)) {
    blocks.add(line);
    report.read(line);
  }
  blocks.end();
  const exitCode = await process.exitCode;
  clearTimeout(timer);
  const cases = readJunit(await Deno.readTextFile(junit).catch(() => ""));
  const outcomes = cases.map((outcome) => ({
    ...outcome,
    file: report.findFile(outcome.name) ?? outcome.file,
  }));
  outcomes.push(...report.listBroken(files).map(describeBroken));
  const failed = outcomes.some(({ state }) => state === "failed");
  return exitCode === 0 || failed ? outcomes : [...outcomes, describeExit(exitCode)];
}

function describeBroken(file: string): Outcome {
  const detail = "an error outside a test, further up, or no test at all";
  return { part: "deno", file, name: "runs its tests", state: "failed", detail };
}

function describeExit(exitCode: number): Outcome {
  const detail = "it reported no failing test; what it said is further up";
  const name = `deno test ended with exit code ${exitCode}`;
  return { part: "deno", file: "deno test", name, state: "failed", detail };
}
