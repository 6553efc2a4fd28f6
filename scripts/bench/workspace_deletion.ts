import type postgres from "postgres";
import { type Benchmark, limit } from "./benchmark.ts";
import { startBenchCluster } from "./database/bench_cluster.ts";

const DEFAULT_ROWS = 1_000_000;
/** A hundredth of the tasks' number, each with its intelligence or its place in the queue. */
const MAILS_SHARE = 0.01;

/** How long it takes to delete a workspace with all that it owns, on durable commits. */
export const workspaceDeletion: Benchmark = {
  name: "workspace-deletion",
  summary: "deleting a workspace with its tasks and emails; --rows, default 1000000 tasks",
  async run({ rows: n = DEFAULT_ROWS, say }) {
    await using server = await startBenchCluster(say, { durable: true });
    const sql = server.connect();
    say(`Filling two workspaces with ${n.toLocaleString("en")} tasks each …`);
    const [victim, other] = await sql<{ id: string }[]>`
    insert into public.workspaces (name) values ('to be deleted'), ('to be kept') returning id`;
    for (const id of [victim?.id, other?.id]) {
      await fill(sql, id ?? "", n);
    }
    await sql`vacuum analyze`;

    say("Deleting one of them …");
    const startedAt = performance.now();
    await sql`delete from public.workspaces where id = ${victim?.id ?? ""}`;
    const seconds = (performance.now() - startedAt) / 1_000;
    const secondsPerMillion = Number((seconds / (n / 1_000_000)).toFixed(2));
    const [kept] = await sql<{ tasks: number }[]>`
    select count(*)::integer as tasks from public.autonomous_tasks`;
    return {
      figures: {
        deletion_seconds: Number(seconds.toFixed(2)),
        deletion_seconds_per_million: secondsPerMillion,
        kept_tasks: kept?.tasks ?? 0,
      },
      goals: [limit("deletion_seconds_per_million", secondsPerMillion, "<=", 5)],
      software: server.software,
      n,
    };
  },
};

async function fill(sql: postgres.Sql, workspaceId: string, tasks: number): Promise<void> {
  await sql`
    insert into public.autonomous_tasks
      (workspace_id, task_type, status, input_data, executed_at, completed_at, triggered_by)
    select ${workspaceId}, 'email_sync', 'completed', '{"batch": 10}', at,
      at + interval '2 seconds', 'cron'
    from generate_series(1, ${tasks}::integer) g
    cross join lateral (select now() - make_interval(secs => g)) as t (at)`;
  await sql`
    insert into public.client_emails (workspace_id, provider_message_id, subject, body_text)
    select ${workspaceId}, g || '@mail.example', 'Mail ' || g, repeat('Two loaves, please. ', 20)
    from generate_series(1, ${Math.ceil(tasks * MAILS_SHARE)}::integer) g`;
}
