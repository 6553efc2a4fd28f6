import fc from "fast-check";
import postgres from "postgres";
import { startMigratedCluster } from "../../local/testing/migrated_cluster.ts";
import { roundFigure } from "../../lib/quantiles.ts";
import { arbitraryActs } from "./acts.ts";
import { Stage } from "./play.ts";
import type { Violation } from "./tenants.ts";
import { type Benchmark, type BenchmarkOptions, limit, type Measurement } from "../benchmark.ts";
import { requirePostgres } from "../require.ts";

const DEFAULT_SEQUENCES = 2_000;
const ACTS = 24;
const LONGEST_WAIT_MS = 1_000;

/** Hostile callers against a running machinery, as the test does it, in any number of sequences. */
export const adversary: Benchmark = {
  name: "adversary",
  summary:
    "a hostile member, viewer, stranger and token beside runs; --sequences, default 2000, --seed",
  run: measureAdversary,
};

async function measureAdversary(
  { sequences, seed, say }: BenchmarkOptions,
): Promise<Measurement> {
  const n = sequences ?? DEFAULT_SEQUENCES;
  const chosenSeed = seed ?? 1 + Math.floor(Math.random() * 999_999);
  const installation = await requirePostgres(say);
  await using cluster = await startMigratedCluster(installation);
  const sessions: postgres.Sql[] = [];
  const connect = () => {
    const session = postgres(cluster.url(), { max: 1, onnotice: () => {} });
    sessions.push(session);
    return session;
  };
  try {
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
    {
      await using stage = await Stage.open(connect);
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
      software: { postgresql: String(installation.major) },
      n,
    };
  } finally {
    await Promise.all(sessions.map((session) => session.end({ timeout: 1 })));
  }
}
