import type postgres from "postgres";
import { findQuantile } from "../lib/quantiles.ts";
import { type Benchmark, limit } from "./benchmark.ts";
import { HOSTED_SIZE, startBenchCluster } from "./database/bench_cluster.ts";
import { fillRuns, MEMBER_ID } from "./timeline/fill.ts";
import { READS } from "./timeline/reads.ts";

const DEFAULT_ROWS = 1_000_000;
const ROUNDS = 60;
/** Rounds that only fill the cache. */
const WARM_UP_ROUNDS = 10;
const MOST_P95_MS = 50;

/** What a signed-in member reads of runs and tasks, under row level security. */
export const timeline: Benchmark = {
  name: "timeline",
  summary: "a member's reads of timeline, dispatches and tasks; --rows, default 1000000",
  async run({ rows: n = DEFAULT_ROWS, say }) {
    await using server = await startBenchCluster(say, { settings: HOSTED_SIZE });
    say(`Filling the log with ${n.toLocaleString("en")} tasks …`);
    await fillRuns(server.connect("supabase_admin"), n);
    const member = server.connect();

    const figures: Record<string, number> = {};
    for (const { name, statement } of READS) {
      say(`Measuring ${name} …`);
      figures[`${name}_p95_ms`] = await measureRead(member, statement);
    }
    return {
      figures,
      goals: Object.entries(figures).map(([name, value]) => limit(name, value, "<=", MOST_P95_MS)),
      software: server.software,
      n,
    };
  },
};

/** The 95th percentile, in milliseconds, of a statement that a signed-in member sends. */
async function measureRead(sql: postgres.Sql, statement: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await sql.begin(async (transaction) => {
      await transaction`select set_config('role', 'authenticated', true),
        set_config('statement_timeout', '8s', true),
        set_config('request.jwt.claims', ${
        JSON.stringify({ sub: MEMBER_ID, role: "authenticated" })
      }, true)`;
      const startedAt = performance.now();
      await transaction.unsafe(statement);
      if (round >= WARM_UP_ROUNDS) times.push(performance.now() - startedAt);
    });
  }
  return Math.round(findQuantile(times, 0.95) * 10) / 10;
}
