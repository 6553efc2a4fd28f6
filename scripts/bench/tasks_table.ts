import type postgres from "postgres";
import { runPsql } from "../local/postgres/psql.ts";
import { type Benchmark, type Figures } from "./benchmark.ts";
import { measureBytesPerRow } from "./tasks_table/bytes.ts";
import { fillForms } from "./tasks_table/fill.ts";
import { FORMS, PRIOR_FORM_FILE } from "./tasks_table/forms.ts";
import { judgeTable, listFigures } from "./tasks_table/goals.ts";
import { measureRounds } from "./tasks_table/rounds.ts";
import { workspaceId } from "./tasks_table/example_record.ts";
import { HOSTED_SIZE, startBenchCluster } from "./database/bench_cluster.ts";

const DEFAULT_ROWS = 1_000_000;

/**
 * Autovacuum would run in one form's turn and not in the other's: both tables are vacuumed by hand
 * after filling instead.
 */
const SETTINGS = {
  ...HOSTED_SIZE,
  maintenance_work_mem: "128MB",
  checkpoint_timeout: "30min",
  autovacuum: "off",
};

/** The task log against the prior system's form of it, on a fresh cluster with durable commits. */
export const tasksTable: Benchmark = {
  name: "tasks-table",
  summary: "autonomous_tasks beside the prior system's form of it; --rows, default 1000000",
  async run({ rows: n = DEFAULT_ROWS, say }) {
    say("Starting a fresh PostgreSQL with durable commits …");
    await using server = await startBenchCluster(say, { durable: true, settings: SETTINGS });
    const { cluster, cluster: { installation } } = server;
    await runPsql(installation.binFolder, cluster.url(), { files: [PRIOR_FORM_FILE] });
    const sql = server.connect();

    say("Measuring the size of a row …");
    const sizes = {
      ours: await measureBytesPerRow(sql, FORMS[0]),
      prior: await measureBytesPerRow(sql, FORMS[1]),
    };
    say(`Filling both tables with ${n.toLocaleString("en")} rows …`);
    await sql`set synchronous_commit = off`;
    const fillSeconds = await fillForms(sql, FORMS, n, say);
    for (const { table } of FORMS) await sql.unsafe(`vacuum (analyze) ${table}`);
    await sql`set synchronous_commit = on`;
    await runPsql(installation.binFolder, cluster.url("supabase_admin"), { sql: "checkpoint" });
    say("Measuring …");
    const busyRows = await countBusyRows(sql);
    const timings = await measureRounds(sql, say);

    return {
      figures: { ...busyRows, fill_seconds: roundAll(fillSeconds), ...listFigures(timings, sizes) },
      goals: judgeTable(timings, sizes),
      software: server.software,
      n,
    };
  },
};

/** The rows that the summaries of the busy workspace go over. */
async function countBusyRows(sql: postgres.Sql): Promise<Figures> {
  const [counts] = await sql.unsafe<{ day: number; week: number }[]>(
    `select count(*) filter (where executed_at > now() - interval '24 hours')::integer as day,
      count(*)::integer as week
    from ${FORMS[0].table}
    where workspace_id = ${workspaceId("0")} and executed_at > now() - interval '168 hours'`,
  );
  return { busy_rows_24h: counts?.day ?? 0, busy_rows_168h: counts?.week ?? 0 };
}

function roundAll(values: Readonly<Record<string, number>>): Figures {
  return Object.fromEntries(Object.entries(values).map(([key, v]) => [key, Math.round(v)]));
}
