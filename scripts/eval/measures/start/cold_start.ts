import { fileURLToPath } from "node:url";
import { limit } from "../../../bench/benchmark.ts";
import { findQuantile } from "../../../lib/quantiles.ts";
import { runBundle, RUNTIME, withBundle } from "./hosted_runtime.ts";
import type { Measure } from "../../measure.ts";

const STARTS = 7;

const FIRST_RECORD = fileURLToPath(new URL("./first_record.ts", import.meta.url));
const EMPTY = fileURLToPath(new URL("./empty_program.ts", import.meta.url));

/** What the first email costs a runner that has just started. */
export const coldStart: Measure = {
  name: "cold-start",
  summary:
    "CPU ms of a fresh runtime from loading the rules to the first record, as one bundled file",
  corpora: [],
  async run({ say }) {
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
  },
};

/** CPU ms of each start of a program, bundled and minified. */
async function startOften(program: string): Promise<number[]> {
  return await withBundle(program, async (bundle) => {
    const samples: number[] = [];
    // CPU time is measured: one at a time.
    for (let start = 0; start < STARTS; start++) samples.push(await runBundle(bundle));
    return samples;
  });
}
