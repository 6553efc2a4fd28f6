import type postgres from "postgres";

/** What a simulated year of ticks made. */
export interface Year {
  /** How often pg_cron came. */
  readonly ticks: number;
  /** System rows: runs that were started. */
  readonly runs: number;
}

/**
 * Plays the year 2026 of a schedule for 02:30 in Berlin: at every minute that its pg_cron job
 * means, its command runs, a fifth of a second late.
 */
export async function playYear(sql: postgres.Sql): Promise<Year> {
  await sql`
    insert into public.task_schedules
      (name, task_type, cron_expression, time_zone, target, overlap_policy, active_since)
    values
      ('berlin', 'data_cleanup', '30 2 * * *', 'Europe/Berlin', 'berlin', 'allow', '2026-01-01Z')`;
  const [row] = await sql<{ ticks: number }[]>`
    select count(nightshift.dispatch('berlin', t.at + interval '0.2 seconds'))::integer as ticks
    from cron.job j,
      nightshift.cron_slots(j.schedule, '2026-01-01Z', '2026-12-31 23:59Z') as t (at)
    where j.jobname = 'berlin'`;
  const [made] = await sql<{ runs: number }[]>`
    select count(*)::integer as runs
    from public.autonomous_tasks t
    where t.workspace_id is null and t.input_data ->> 'schedule' = 'berlin'`;
  return { ticks: row?.ticks ?? 0, runs: made?.runs ?? 0 };
}
