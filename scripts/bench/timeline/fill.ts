import type postgres from "postgres";

/** The member who reads: it belongs to one of a hundred workspaces. */
export const MEMBER_ID = "a0000000-0000-4000-8000-00000000000a";

/**
 * Fills the log with `rows` tasks: of ten, one is the system row of a run that a tick started, and
 * nine are rows of the workspaces that the run worked for. Triggers are off, as every row is given
 * whole.
 * @param sql a session of a superuser
 */
export async function fillRuns(sql: postgres.Sql, rows: number): Promise<void> {
  const runs = Math.ceil(rows / 10);
  await sql.unsafe(`
    set session_replication_role = replica;
    insert into auth.users (id, email) values ('${MEMBER_ID}', 'member@example.com');
    insert into public.workspaces (id, name)
    select md5('workspace ' || g)::uuid, 'Workspace ' || g from generate_series(0, 99) g;
    insert into public.workspace_members (workspace_id, user_id, role)
    values (md5('workspace 7')::uuid, '${MEMBER_ID}', 'member');
    insert into public.task_schedules (name, task_type, cron_expression, target)
    values ('every-minute', 'continuous_intelligence_update', '* * * * *', 'example');

    create temp table runs as
    select g, gen_random_uuid() as id,
      date_trunc('minute', now()) - make_interval(mins => g) as slot
    from generate_series(1, ${runs}) g;
    insert into public.autonomous_tasks
      (id, task_type, status, input_data, output_data, executed_at, completed_at, duration_ms,
       triggered_by, agent_name, created_at, updated_at)
    select r.id, 'continuous_intelligence_update', 'completed', '{}', '{}', r.slot,
      r.slot + interval '5 s', 5000, 'cron', 'continuous-intelligence', r.slot, r.slot
    from runs r;
    insert into public.task_dispatches
      (schedule_id, slot, kind, task_id, dispatched_at, http_status, responded_at, verdict)
    select s.id, r.slot, 'tick', r.id, r.slot, 202, r.slot, 'accepted'
    from runs r join public.task_schedules s on s.name = 'every-minute';
    -- Of ten ticks one went on in another run.
    insert into public.task_dispatches
      (schedule_id, slot, kind, task_id, dispatched_at, http_status, responded_at, verdict)
    select s.id, r.slot, 'continuation', n.id, r.slot + interval '20 s', 202, r.slot, 'accepted'
    from runs r
    join runs n on n.g = r.g + 1
    join public.task_schedules s on s.name = 'every-minute'
    where r.g % 10 = 0;
    insert into nightshift.run_workspaces
      (run_id, workspace_id, task_id, status, processed, started_at, ended_at, is_logged,
       needs_copy)
    select r.id, md5('workspace ' || (r.g + 11 * w) % 100)::uuid, gen_random_uuid(), 'completed', 5,
      r.slot, r.slot + interval '5 s', true, false
    from runs r cross join generate_series(1, 9) w;
    insert into public.autonomous_tasks
      (id, workspace_id, task_type, status, input_data, output_data, executed_at, completed_at,
       duration_ms, triggered_by, agent_name, created_at, updated_at)
    select w.task_id, w.workspace_id, 'continuous_intelligence_update', 'completed',
      jsonb_build_object('run_id', w.run_id), '{"emails_processed": 5, "emails_failed": 0}',
      w.started_at, w.ended_at, 5000, 'cron', 'continuous-intelligence', w.started_at, w.ended_at
    from nightshift.run_workspaces w;
    reset session_replication_role;
  `);
  for (
    const table of [
      "public.autonomous_tasks",
      "public.task_dispatches",
      "nightshift.run_workspaces",
    ]
  ) {
    await sql.unsafe(`vacuum (analyze) ${table}`);
  }
}
