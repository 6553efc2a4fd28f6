import fc from "fast-check";
import { roundFigure } from "../../lib/quantiles.ts";
import { drawSeed } from "../../lib/random.ts";
import { arbitraryActs } from "./acts.ts";
import { Stage } from "./play.ts";
import type { Violation } from "./tenants.ts";
import { type Benchmark, limit } from "../benchmark.ts";
import { startBenchCluster } from "../database/bench_cluster.ts";

const DEFAULT_SEQUENCES = 2_000;
const ACTS = 24;
const LONGEST_WAIT_MS = 1_000;

/** Hostile callers against a running machinery, as the test does it, in any number of sequences. */
export const adversary: Benchmark = {
  name: "adversary",
  summary:
    "a hostile member, viewer, stranger and token beside runs; --sequences, default 2000, --seed",
  async run({ sequences: n = DEFAULT_SEQUENCES, seed: chosenSeed = drawSeed(), say }) {
    await using server = await startBenchCluster(say);
    say(`Playing ${n} sequences; --seed ${chosenSeed} …`);
    const found: Record<Violation["kind"], number> = {
      "lost": 0,
      "doubled": 0,
      "foreign rows": 0,
      "stopped schedules": 0,
      "waits": 0,
    };
    let slowestMs = 0;
    let acts = 0;
    await using stage = await Stage.open(() => server.connect());
    const samples = fc.sample(arbitraryActs(ACTS), { seed: chosenSeed, numRuns: n });
    for (const [index, sequence] of samples.entries()) {
      const play = await stage.play(sequence);
      acts += sequence.length;
      slowestMs = Math.max(slowestMs, play.slowestMs);
      if (play.slowestMs > LONGEST_WAIT_MS) found.waits++;
      for (const { kind, what } of play.violations) {
        found[kind]++;
        say(`Sequence ${index}: ${kind}: ${what}\n${JSON.stringify(sequence)}`);
      }
      if ((index + 1) % 100 === 0) say(`  ${index + 1} sequences`);
    }
    return {
      figures: { acts, seed: chosenSeed, slowest_statement_ms: roundFigure(slowestMs) },
      goals: [
        limit("lost", found.lost, "<=", 0),
        limit("doubled", found.doubled, "<=", 0),
        limit("foreign_rows", found["foreign rows"], "<=", 0),
        limit("stopped_schedules", found["stopped schedules"], "<=", 0),
        limit("waits_over_1_s", found.waits, "<=", 0),
      ],
      software: server.software,
      n,
    };
  },
};
