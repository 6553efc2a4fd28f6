import type postgres from "postgres";

/** The member who reads, and the one workspace that has everything. */
export const MEMBER = "a0000000-0000-4000-8000-00000000000a";
export const WORKSPACE = "a0000000-0000-4000-8000-000000000001";

const DAYS = 30;

/**
 * Fills one workspace with `rows` tasks of 30 days, a tenth as many calls of models, a tick each
 * half hour, and what waits. Triggers are off, as every row is given whole; the sums are counted
 * afterwards, and the changes of a busy minute are left to be folded in.
 * @param sql a session of a superuser
 */
export async function fillWorkspace(sql: postgres.Sql, rows: number): Promise<void> {
  const seconds = DAYS * 86_400 / rows;
  await sql.unsafe(`
    set session_replication_role = replica;
    insert into auth.users (id, email) values ('${MEMBER}', 'member@example.com');
    insert into public.workspaces (id, name) values ('${WORKSPACE}', 'Busy');
    insert into public.workspace_members (workspace_id, user_id, role)
    values ('${WORKSPACE}', '${MEMBER}', 'owner');
    insert into public.workspace_budgets (workspace_id, daily_usd, monthly_usd)
    values ('${WORKSPACE}', 100, 1000);
    insert into public.autonomous_tasks
      (workspace_id, task_type, status, input_data, output_data, error_message, executed_at,
       completed_at, duration_ms, triggered_by, agent_name, cost_estimate_usd)
    select '${WORKSPACE}', (nightshift.task_types())[1 + g % 8], k.status, '{"n": 1}',
      '{"done": 5}',
      case k.status when 'failed' then 'Host ' || g || ' has no answer.' end, k.at,
      case when k.status <> 'running' then k.at + make_interval(secs => d.ms / 1000.0) end,
      case when k.status <> 'running' then d.ms end, 'api', 'agent-' || g % 20, 0.001
    from generate_series(1, ${rows}) g
    cross join lateral (select now() - make_interval(secs => g * ${seconds}) as at,
      case when g % 100 = 0 then 'failed' when g < 20 then 'running' else 'completed'
      end as status) k
    cross join lateral (select (g::bigint * 7919 % 60000)::integer as ms) d;
    insert into public.ai_usage (id, workspace_id, analyzer, model, tokens_in, tokens_out, cost_usd,
      price_id, outcome, emails, created_at)
    select gen_random_uuid(), '${WORKSPACE}', 'anthropic', 'model-' || g % 3, 900, 90, 0.002, 'x',
      'ok', 1, now() - make_interval(secs => g * ${seconds * 10})
    from generate_series(1, ${Math.ceil(rows / 10)}) g;
    update public.task_schedules s
    set enabled = true, cron_expression = '*/30 * * * *', active_since = now() - interval '40 days'
    where s.name = 'continuous-intelligence';
    create temp table ticks as
    select gen_random_uuid() as id, gen_random_uuid() as task_id,
      date_bin('30 minutes', now(), '2000-01-01Z') - g * interval '30 minutes' as slot
    from generate_series(1, ${DAYS * 48}) g;
    insert into public.autonomous_tasks
      (id, task_type, status, executed_at, completed_at, duration_ms)
    select t.id, 'continuous_intelligence_update', 'completed', t.slot, t.slot, 0 from ticks t;
    insert into public.task_dispatches (schedule_id, slot, kind, task_id, dispatched_at, verdict)
    select s.id, t.slot, 'tick', t.id, t.slot, 'accepted'
    from ticks t join public.task_schedules s on s.name = 'continuous-intelligence';
    insert into nightshift.run_workspaces (run_id, workspace_id, task_id, status, processed,
      started_at, ended_at, is_logged, needs_copy)
    select t.id, '${WORKSPACE}', t.task_id, 'completed', 20, t.slot, t.slot, true, false
    from ticks t;
    insert into public.autonomous_tasks (id, workspace_id, task_type, status, executed_at,
      completed_at, duration_ms, agent_name)
    select t.task_id, '${WORKSPACE}', 'continuous_intelligence_update', 'completed', t.slot, t.slot,
      0, 'continuous-intelligence'
    from ticks t;
    reset session_replication_role;
    select nightshift.correct_task_hours('-infinity', 'infinity');
    insert into nightshift.model_days
      (workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd)
    select u.workspace_id, (u.created_at at time zone 'utc')::date, u.model, count(*), 0,
      sum(u.tokens_in), sum(u.tokens_out), sum(u.cost_usd)
    from public.ai_usage u group by 1, 2, 3;
    update nightshift.task_hour_adoption set finished_at = now() where is_only_row;
  `);
  await fold(sql);
  await sql.unsafe(`
    insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name)
    select '${WORKSPACE}', 'email_sync', 'completed', 'agent-1' from generate_series(1, 500)`);
  await sql.unsafe("vacuum (analyze)");
}

/** Brings all changes into the sums. */
async function fold(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ folded: number }[]>`select nightshift.fold_task_hours() as folded`;
  if ((row?.folded ?? 0) > 0) await fold(sql);
}
