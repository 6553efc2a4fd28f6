import { fileURLToPath } from "node:url";
import { ROOT } from "../lib/list_files.ts";
import { joinReport } from "./join_report.ts";
import { countTests, type Tally } from "./junit.ts";

/** At once. Two groups have more than two cores, because tests wait for servers. */
const PARALLEL_FILES = 2;

/**
 * WebAssembly is compiled once and fast, instead of again and better while it runs: no test uses
 * PGlite for long enough to get back what that costs.
 */
const V8_FLAGS = "--liftoff-only";

/** Takes the time of each test file. */
const FILE_CLOCK = fileURLToPath(new URL("file_clock.ts", import.meta.url));

export interface GroupOptions {
  readonly files: readonly string[];
  readonly reporter: "dot" | "pretty";
  readonly env: Readonly<Record<string, string>>;
  /** Where its JUnit report is written. */
  readonly junit: string;
  /** `deno test` writes to our standard output itself, as to a terminal. */
  readonly inherits: boolean;
}

/** A `deno test` that has begun. */
export interface GroupRun {
  /** What it prints; empty where it does so itself. */
  readonly lines: AsyncIterable<string>;
  readonly ended: Promise<GroupEnd>;
  kill(signal: Deno.Signal): void;
}

export interface GroupEnd {
  readonly tally: Tally;
  /** The JUnit report, if there is one. */
  readonly report: string | undefined;
}

/** Runs test files in a process of their own; types are not checked, because the gate does it. */
export function runGroup({ files, reporter, env, junit, inherits }: GroupOptions): GroupRun {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["test", "--allow-all", "--no-check", "--parallel", `--reporter=${reporter}`],
      ...[`--junit-path=${junit}`, `--preload=${FILE_CLOCK}`, ...files],
    ],
    cwd: ROOT,
    env: {
      DENO_JOBS: String(PARALLEL_FILES),
      DENO_V8_FLAGS: [Deno.env.get("DENO_V8_FLAGS"), V8_FLAGS].filter(Boolean).join(","),
      ...inherits ? {} : { NO_COLOR: "1" },
      ...env,
    },
    stdin: "null",
    stdout: inherits ? "inherit" : "piped",
  }).spawn();
  return {
    lines: inherits ? ReadableStream.from([]) : joinReport(child.stdout),
    ended: readEnd(child.status, junit),
    kill(signal) {
      try {
        child.kill(signal);
      } catch {
        // It has ended.
      }
    },
  };
}

async function readEnd(status: Promise<Deno.CommandStatus>, junit: string): Promise<GroupEnd> {
  const { success } = await status;
  const report = await Deno.readTextFile(junit).catch(() => undefined);
  const tally = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : countTests(report);
  // A file that breaks outside its tests fails the run without a case in the report.
  return { report, tally: success || tally.failed > 0 ? tally : { ...tally, failed: 1 } };
}
