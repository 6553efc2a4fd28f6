import { fileURLToPath } from "node:url";
import { limit } from "../../bench/benchmark.ts";
import { findQuantile } from "../../lib/quantiles.ts";
import type { Evaluation, EvaluationOptions, Measure } from "../measure.ts";

/** The version that the hosted Edge runtime is built on. */
const RUNTIME = "deno@2.1.4";
const STARTS = 7;

const FIRST_RECORD = fileURLToPath(new URL("./first_record.ts", import.meta.url));
const EMPTY = fileURLToPath(new URL("./empty_program.ts", import.meta.url));
const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));

/** What the first email costs a runner that has just started. */
export const coldStart: Measure = {
  name: "cold-start",
  summary:
    "CPU ms of a fresh runtime from loading the rules to the first record, as one bundled file",
  corpora: [],
  run: measureColdStart,
};

async function measureColdStart({ say }: EvaluationOptions): Promise<Evaluation> {
  const record = await startOften(FIRST_RECORD);
  const empty = await startOften(EMPTY);
  const list = (samples: readonly number[]) => samples.map((ms) => ms.toFixed(0)).join(", ");
  say(`  ${RUNTIME}, CPU ms of each start: ${list(record)}; of an empty program: ${list(empty)}`);
  const [total, runtime] = [findQuantile(record, 0.5), findQuantile(empty, 0.5)];
  const ours = Math.round((total - runtime) * 10) / 10;
  return {
    figures: { cpu_ms: { first_record: ours, with_runtime: total, runtime_alone: runtime } },
    goals: [limit("first_record_cpu_ms", ours, "<=", 150)],
    n: STARTS,
  };
}

/** CPU ms of each start of a program, bundled and minified. */
async function startOften(program: string): Promise<number[]> {
  const bundle = await Deno.makeTempFile({ suffix: ".js" });
  try {
    await run(Deno.execPath(), ["bundle", "--quiet", "--minify", "-o", bundle, program]);
    const samples: number[] = [];
    for (let start = 0; start < STARTS; start++) {
      // deno-lint-ignore no-await-in-loop -- CPU time is measured: one at a time
      samples.push(await startOnce(bundle));
    }
    return samples;
  } finally {
    await Deno.remove(bundle);
  }
}

async function startOnce(bundle: string): Promise<number> {
  const output = await run("npx", ["-y", RUNTIME, "run", "--no-config", "--no-lock", "-A", bundle]);
  const figure = Number(output.trim().split("\n").at(-1));
  if (!(figure > 0)) throw new Error(`The first record was not made: ${output}`);
  return figure;
}

async function run(command: string, args: readonly string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, {
    args: [...args],
    // Away from the project for the old runtime, which does not understand its lock file.
    cwd: command === "npx" ? "/" : PROJECT,
    env: { DENO_TLS_CA_STORE: "system", DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`${command} ${args.join(" ")}: ${decoder.decode(stderr)}`);
  return decoder.decode(stdout);
}
