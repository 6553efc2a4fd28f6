import type postgres from "postgres";
import { type Benchmark, limit } from "../benchmark.ts";
import { readBackendCpu } from "../database/backend_cpu.ts";
import { HOSTED_SIZE, startBenchCluster } from "../database/bench_cluster.ts";
import { simulateDays } from "./simulate.ts";

const WORKSPACES = 10_000;
const DEFAULT_ROWS = 1_000_000;
const SIMULATED_DAYS = 200;
const RUN_ID = "d0000000-0000-4000-8000-000000000001";
/** A Monday: reports of the week before are due. */
const NOW = "2026-03-16T07:05:00Z";

/** Days and reports of 10,000 workspaces, and counting by changes against counting from scratch. */
export const rollup: Benchmark = {
  name: "rollup",
  summary: "days and reports of 10,000 workspaces among --rows emails, default 1000000",
  async run({ rows: n = DEFAULT_ROWS, seed = 16, say }) {
    await using server = await startBenchCluster(say, { settings: HOSTED_SIZE });
    const sql = server.connect("supabase_admin");
    say(`Comparing ${SIMULATED_DAYS} simulated days with a count from scratch after each …`);
    const simulated = await simulateDays(sql, { days: SIMULATED_DAYS, seed });
    if (simulated.difference !== null) say(simulated.difference);
    say(
      `Filling ${n.toLocaleString("en")} emails of ${WORKSPACES} workspaces …`,
    );
    await fill(sql, n);
    say("Counting all days that are there …");
    await countAll(sql, "2026-03-15T12:05:00Z", "daily_analytics_rollup");
    await sql`insert into public.client_emails (workspace_id, provider_message_id, received_at)
    select w.id, 'today', '2026-03-15 12:10Z' from public.workspaces w where w.name = 'Bench'`;
    await sql`vacuum (analyze)`;
    say("Counting one day of every workspace …");
    const day = await countAll(sql, "2026-03-15T13:05:00Z", "daily_analytics_rollup");
    await countAll(sql, NOW, "daily_analytics_rollup");
    say("Writing a report of every workspace …");
    const reports = await countAll(sql, NOW, "weekly_report_generation");
    const [written] = await sql<{ reports: number; days: number }[]>`
    select (
        select count(*)::integer from public.workspace_reports where kind = 'weekly') as reports,
      (select count(*)::integer from public.daily_metrics) as days`;
    const figures = {
      day_of_10000_workspaces_s: day.seconds,
      day_of_10000_workspaces_cpu_s: day.cpuSeconds,
      longest_chunk_s: Math.max(day.longest, reports.longest),
      reports_of_10000_workspaces_s: reports.seconds,
      reports_of_10000_workspaces_cpu_s: reports.cpuSeconds,
      reports_written: written?.reports ?? 0,
      rows_of_daily_metrics: written?.days ?? 0,
      simulated_days: simulated.days,
      simulated_rows_compared: simulated.compared,
      simulated_differences: simulated.difference === null ? 0 : 1,
    };
    return {
      figures,
      goals: [
        limit("day_of_10000_workspaces_s", figures.day_of_10000_workspaces_s, "<=", 2),
        limit("reports_of_10000_workspaces_s", figures.reports_of_10000_workspaces_s, "<=", 10),
        limit("simulated_differences", figures.simulated_differences, "<=", 0),
      ],
      software: server.software,
      n,
    };
  },
};

/** Emails of two weeks, spread over the workspaces, each second one with a record. */
async function fill(sql: postgres.Sql, n: number): Promise<void> {
  await sql`delete from public.workspaces where true`;
  await sql`insert into public.workspaces (name, created_at)
    select 'Bench', '2026-01-01' from generate_series(1, ${WORKSPACES}::integer)`;
  await sql`insert into public.workspace_settings (workspace_id, enabled_types)
    select w.id, '{daily_analytics_rollup,weekly_report_generation}'
    from public.workspaces w`;
  await sql`set session_replication_role = replica`;
  await sql`insert into public.client_emails (workspace_id, provider_message_id, received_at)
    select w.id, 'm' || g.n,
      '2026-03-01Z'::timestamptz + make_interval(secs => (g.n::bigint * 7919 % 1209600))
    from (select id, row_number() over () as place from public.workspaces) w
    join generate_series(1, ${n}::integer) as g (n) on g.n % ${WORKSPACES}::integer = w.place - 1`;
  await sql`insert into public.email_intelligence (email_id, workspace_id, primary_intent,
      sentiment,
      urgency_level, budget_mentioned, timeline_mentioned, decision_maker, confidence_score,
      needs_reply, is_bulk, is_automated, analyzer, analyzer_version, extraction_model)
    select e.id, e.workspace_id, 'question', 'neutral', 'low', false, false, false, 50, true, false,
      false, 'rules', 1, 'test'
    from public.client_emails e where right(e.provider_message_id, 1) in ('0', '2', '4', '6', '8')`;
  await sql`set session_replication_role = origin`;
  await sql`vacuum (analyze)`;
}

/** Calls the chunk function of a type until it is done. */
async function countAll(
  sql: postgres.Sql,
  now: string,
  taskType: "daily_analytics_rollup" | "weekly_report_generation",
): Promise<{ seconds: number; cpuSeconds: number; longest: number }> {
  const cpuBefore = await readBackendCpu(sql);
  const startedAt = performance.now();
  let longest = 0;
  for (let chunk = 0; chunk < 5_000; chunk++) {
    const chunkStartedAt = performance.now();
    const [row] = await sql.unsafe<{ done: boolean }[]>(
      `select (nightshift.${taskType}_chunk('${RUN_ID}', null, '${now}')
        -> 'done')::boolean as done`,
    );
    longest = Math.max(longest, round(performance.now() - chunkStartedAt));
    if (row?.done) {
      const seconds = round(performance.now() - startedAt);
      const cpuSeconds = round(1_000 * (await readBackendCpu(sql) - cpuBefore));
      return { seconds, cpuSeconds, longest };
    }
  }
  throw new Error(`${taskType} did not end in 5000 chunks`);
}

function round(milliseconds: number): number {
  return Math.round(milliseconds / 10) / 100;
}
