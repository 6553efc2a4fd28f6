import type postgres from "postgres";
import { findQuantile, roundFigure } from "../../lib/quantiles.ts";
import { type Benchmark, limit } from "../benchmark.ts";
import { HOSTED_SIZE, startBenchCluster } from "../database/bench_cluster.ts";
import { readCpuMs } from "../database/backend_cpu.ts";
import { fillWorkspace, MEMBER } from "./fill.ts";
import { DASHBOARD_READS, MOST_SEARCH } from "./reads.ts";
import { measureWrites } from "./writes.ts";

const DEFAULT_ROWS = 1_000_000;
const ROUNDS = 25;
/** Rounds that only fill the cache. */
const WARM_UP_ROUNDS = 5;
/** From so many tasks on, an answer may take half as long again. */
const MANY_ROWS = 10_000_000;
const MOST_OF_MANY = 1.5;
/** How much more logging and settling may cost with what is kept for dashboard and reports. */
const MOST_RATIO = 1.1;
const WRITES = ["insert_one", "log_one", "log_batch_of_100", "settle_50_emails"] as const;

/**
 * What the dashboard asks, for a workspace that has all tasks, and what its sums cost writers.
 * Goals are of CPU time, which is what an answer takes on a machine that does nothing else.
 * The times that went by are among the figures.
 */
export const dashboard: Benchmark = {
  name: "dashboard",
  summary: "the dashboard's questions, and writing with its sums; --rows, default 1000000",
  async run({ rows: n = DEFAULT_ROWS, say }) {
    await using server = await startBenchCluster(say, { settings: HOSTED_SIZE });
    say(`Filling a workspace with ${n.toLocaleString("en")} tasks …`);
    await fillWorkspace(server.connect("supabase_admin"), n);
    const member = server.connect();
    const figures: Record<string, number> = {};
    const goals = [];
    const mostTimes = n >= MANY_ROWS ? MOST_OF_MANY : 1;
    for (const { name, statement, mostMs } of DASHBOARD_READS) {
      say(`Measuring ${name} …`);
      const { median, p95, cpu, bytes } = await measureRead(member, statement);
      figures[`${name}_p50_ms`] = median;
      figures[`${name}_p95_ms`] = p95;
      figures[`${name}_cpu_ms`] = cpu;
      figures[`${name}_bytes`] = bytes;
      goals.push(limit(`${name}_cpu_ms`, cpu, "<=", Math.min(mostMs * mostTimes, MOST_SEARCH)));
      goals.push(limit(`${name}_bytes`, bytes, "<=", 65_536));
    }
    say("Measuring what sums and marks cost writers …");
    const { before, now } = await measureWrites(member);
    for (const name of WRITES) {
      figures[`${name}_cpu_ms_before`] = before[name];
      figures[`${name}_cpu_ms`] = now[name];
      const ratio = Math.round(now[name] / before[name] * 1_000) / 1_000;
      goals.push(limit(`${name}_ratio`, ratio, "<=", MOST_RATIO));
    }
    return {
      figures,
      goals,
      software: server.software,
      n,
    };
  },
};

/** Milliseconds and bytes of an answer that a signed-in member gets. */
async function measureRead(
  sql: postgres.Sql,
  statement: string,
): Promise<{ median: number; p95: number; cpu: number; bytes: number }> {
  const times: number[] = [];
  let cpu = 0;
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await sql.begin(async (transaction) => {
      const [session] = await transaction<{ pid: number }[]>`select pg_backend_pid() as pid,
        set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${
        JSON.stringify({ sub: MEMBER, role: "authenticated" })
      }, true)`;
      const pid = session?.pid ?? 0;
      const cpuBefore = await readCpuMs(pid);
      const startedAt = performance.now();
      const [row] = await transaction.unsafe(statement);
      const took = performance.now() - startedAt;
      if (round < WARM_UP_ROUNDS) return;
      times.push(took);
      cpu += await readCpuMs(pid) - cpuBefore;
      bytes = new TextEncoder().encode(JSON.stringify(Object.values(row ?? {})[0])).length;
    });
  }
  return {
    median: roundFigure(findQuantile(times, 0.5), 1),
    p95: roundFigure(findQuantile(times, 0.95), 1),
    cpu: roundFigure(cpu / times.length, 1),
    bytes,
  };
}
