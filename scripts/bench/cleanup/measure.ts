import type postgres from "postgres";
import { type Benchmark, limit } from "../benchmark.ts";
import { readBackendCpu } from "../database/backend_cpu.ts";
import { startBenchCluster } from "../database/bench_cluster.ts";

const DEFAULT_ROWS = 100_000;
const WORKSPACES = 20;
const BODY = "A sentence of an email that somebody wrote. ".repeat(40);

/** How long the statements of data_cleanup take while emails come in at full speed. */
export const cleanup: Benchmark = {
  name: "cleanup",
  summary: "deleting old emails and tasks under ingest; --rows, default 100000 of each",
  async run({ rows: n = DEFAULT_ROWS, say }) {
    await using server = await startBenchCluster(say, { durable: true });
    const sql = server.connect();
    say(`Filling ${WORKSPACES} workspaces with ${n.toLocaleString("en")} emails and tasks …`);
    await fill(sql, n);
    const intake = startIngest(server.connect());
    say("Cleaning up while emails come in …");
    const { statements, slowestCpuMs, seconds, runId } = await clean(sql);
    const ingested = await intake.stop();
    const [report] = await sql<{ rows: number }[]>`
    select sum(w.rows)::integer as rows
    from nightshift.cleanup_work w where w.run_id = ${runId}`;
    const slowestMs = Math.max(...statements);
    const rowsPerSecond = (report?.rows ?? 0) / seconds;
    return {
      figures: {
        deleted_rows: report?.rows ?? 0,
        deleted_rows_per_second: Math.round(rowsPerSecond),
        statements: statements.length,
        slowest_statement_ms: Number(slowestMs.toFixed(1)),
        // Far less than the slowest statement took: the machine had other work to do.
        slowest_statement_cpu_ms: slowestCpuMs,
        median_statement_ms: Number(
          (statements.toSorted((a, b) => a - b)[statements.length >> 1] ?? 0).toFixed(1),
        ),
        emails_stored_meanwhile: ingested,
        // What an hour of deleting a day keeps up with; more is worth partitions.
        partitions_pay_from_rows_a_day: Math.round(rowsPerSecond * 3_600),
      },
      goals: [limit("slowest_statement_ms", Number(slowestMs.toFixed(1)), "<=", 250)],
      software: server.software,
      n,
    };
  },
};

async function fill(sql: postgres.Sql, n: number): Promise<void> {
  await sql`insert into public.workspaces (name)
    select 'w' || g from generate_series(1, ${WORKSPACES}::integer) g`;
  const old = `now() - interval '400 days' + g * interval '1 second'`;
  await sql.unsafe(`
    insert into public.client_emails (workspace_id, provider_message_id, from_email, body_text,
      body_html, received_at, created_at, intelligence_analyzed, analyzed_at)
    select w.id, 'old-' || g, 'sender' || g % 997 || '@example.com', '${BODY}', '<p>${BODY}</p>',
      ${old}, ${old}, true, now()
    from generate_series(1, ${n}) g
    join (select id, row_number() over () as place from public.workspaces) w
      on w.place = 1 + g % ${WORKSPACES}`);
  await sql.unsafe(`
    insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, completed_at)
    select w.id, 'email_sync', 'completed', ${old}, ${old}
    from generate_series(1, ${n}) g
    join (select id, row_number() over () as place from public.workspaces) w
      on w.place = 1 + g % ${WORKSPACES}`);
  await sql`insert into public.retention_rules (what, keep_days)
    values ('mail', 365), ('tasks', 365)`;
  await sql`vacuum analyze`;
}

/** Stores one email after the other until it is stopped; resolves to how many. */
function startIngest(sql: postgres.Sql): { stop(): Promise<number> } {
  let isStopped = false;
  const run = async () => {
    const [workspace] = await sql<{ id: string }[]>`select id from public.workspaces limit 1`;
    let stored = 0;
    while (!isStopped) {
      const email = {
        provider_message_id: `new-${stored}`,
        from_email: "new@example.com",
        body_text: BODY,
      };
      await sql`select public.ingest_email(${workspace?.id ?? ""}, ${sql.json(email)})`;
      stored++;
    }
    return stored;
  };
  const running = run();
  return {
    stop() {
      isStopped = true;
      return running;
    },
  };
}

/** Does a whole run, step by step as the worker does, and times each. */
async function clean(
  sql: postgres.Sql,
): Promise<{ statements: number[]; slowestCpuMs: number; seconds: number; runId: string }> {
  const [run] = await sql<{ id: string }[]>`
    select (nightshift.run_now('data-cleanup') ->> 'task_id')::uuid as id`;
  const worker = crypto.randomUUID();
  const statements: number[] = [];
  const startedAt = performance.now();
  let slowestCpuMs = 0;
  for (let cpu = await readBackendCpu(sql);;) {
    const began = performance.now();
    const [step] = await sql<{ worked: boolean }[]>`
      select nightshift.work_on(${worker}, 'infinity') as worked`;
    if (step?.worked !== true) break;
    statements.push(performance.now() - began);
    const cpuNow = await readBackendCpu(sql);
    slowestCpuMs = Math.max(slowestCpuMs, Math.round(1_000 * (cpuNow - cpu)));
    cpu = cpuNow;
  }
  return {
    statements,
    slowestCpuMs,
    seconds: (performance.now() - startedAt) / 1_000,
    runId: run?.id ?? "",
  };
}
