import postgres from "postgres";
import { findQuantile } from "../lib/quantiles.ts";
import { startMigratedCluster } from "../local/testing/migrated_cluster.ts";
import { type Benchmark, type BenchmarkOptions, limit, type Measurement } from "./benchmark.ts";
import { requirePostgres } from "./require.ts";
import { fillRuns, MEMBER_ID } from "./timeline/fill.ts";
import { READS } from "./timeline/reads.ts";

const DEFAULT_ROWS = 1_000_000;
const ROUNDS = 60;
/** Rounds that only fill the cache. */
const WARM_UP_ROUNDS = 10;
const MOST_P95_MS = 50;
/** A server of the smaller hosted sizes. */
const SETTINGS = { shared_buffers: "512MB", effective_cache_size: "1536MB", max_wal_size: "4GB" };

/** What a signed-in member reads of runs and tasks, under row level security. */
export const timeline: Benchmark = {
  name: "timeline",
  summary: "a member's reads of timeline, dispatches and tasks; --rows, default 1000000",
  run: measureTimeline,
};

async function measureTimeline({ rows, say }: BenchmarkOptions): Promise<Measurement> {
  const n = rows ?? DEFAULT_ROWS;
  const installation = await requirePostgres(say);
  await using cluster = await startMigratedCluster(installation, { settings: SETTINGS });
  say(`Filling the log with ${n.toLocaleString("en")} tasks …`);
  await using admin = connect(cluster.url("supabase_admin"));
  await fillRuns(admin.sql, n);
  await using member = connect(cluster.url());

  const figures: Record<string, number> = {};
  for (const { name, statement } of READS) {
    say(`Measuring ${name} …`);
    figures[`${name}_p95_ms`] = await measureRead(member.sql, statement);
  }
  const [version] = await member.sql<{ server_version: string }[]>`show server_version`;
  return {
    figures,
    goals: Object.entries(figures).map(([name, value]) => limit(name, value, "<=", MOST_P95_MS)),
    software: { postgresql: version?.server_version ?? "unknown", ...SETTINGS },
    n,
  };
}

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

function connect(url: string): { sql: postgres.Sql } & AsyncDisposable {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return { sql, [Symbol.asyncDispose]: () => sql.end() };
}
