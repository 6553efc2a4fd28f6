import { join } from "node:path";
import { ROOT } from "../check/check.ts";
import { readJunit } from "./junit.ts";
import { spawnLeashed } from "./leashed_command.ts";
import type { Outcome } from "./outcome.ts";

/** Three times what the whole run may take on two cores: a test that hangs must not hang the run. */
const LIMIT_MINUTES = 30;

/**
 * Runs test files with `deno test`, whose readable report goes to our output meanwhile. Types are not
 * checked here: the gate does it.
 * @param files paths from the repository's root
 */
export async function runDenoTests(files: readonly string[]): Promise<Outcome[]> {
  if (files.length === 0) return [];
  const folder = await Deno.makeTempDir({ prefix: "nightshift-junit-" });
  try {
    const report = join(folder, "report.xml");
    const process = spawnLeashed(
      Deno.execPath(),
      ["test", "--allow-all", "--no-check", `--junit-path=${report}`, ...files],
      { cwd: ROOT, stdout: "inherit", stderr: "inherit" },
    );
    const timer = setTimeout(() => process.end(), LIMIT_MINUTES * 60_000);
    const exitCode = await process.exitCode;
    clearTimeout(timer);
    const outcomes = readJunit(await Deno.readTextFile(report).catch(() => ""), files);
    const failed = outcomes.some(({ state }) => state === "failed");
    return exitCode === 0 || failed ? outcomes : [...outcomes, describeExit(exitCode)];
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function describeExit(exitCode: number): Outcome {
  const detail = "it reported no failing test; what it said is further up";
  const name = `deno test ended with exit code ${exitCode}`;
  return { part: "deno", file: "deno test", name, state: "failed", detail };
}
