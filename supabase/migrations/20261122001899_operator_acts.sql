-- Operator acts: how the project is, and what operators may do from the dashboard.
--
-- Every function asks first whether the caller is an operator. Every act writes its line of the journal in the same
-- transaction, and an act that changes nothing writes none. Targets and payloads of schedules stay out of reach, so
-- that a stolen session sends no signed request elsewhere. Of workspaces operators see the name and the budget.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.project_name() returns text
language plpgsql stable set search_path = ''
as $$
begin
  -- Of a hosted project its ref, else the host.
  return coalesce(
    replace(substring(nightshift.read_secret('project_url') from '^https?://([^/:]+)'), '.supabase.co', ''),
    'nightshift');
exception when others then
  -- Vault that cannot be decrypted must not keep anybody from stopping everything.
  return 'nightshift';
end
$$;
comment on function nightshift.project_name() is
'What an operator types to stop everything: the ref of a hosted project, or the host of its URL.';
revoke all on function nightshift.project_name() from public, anon, authenticated, service_role;

create or replace function nightshift.describe_backlog() returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'emails', (select count(*) from (select from nightshift.email_queue q where q.failed_at is null limit 10000) w),
    'failed_emails',
      (select count(*) from (select from nightshift.email_queue q where q.failed_at is not null limit 10000) f),
    'oldest_email_at', (select to_jsonb(min(o.received_at))
      from nightshift.workspace_turns t
      cross join lateral (select q.received_at from nightshift.email_queue q
        where q.workspace_id = t.workspace_id and (q.failed_at is null) = true
        order by q.received_at limit 1) o),
    'waiting_jobs', (select count(*) from (select from nightshift.jobs j
      where j.state in ('ready', 'later') limit 10000) r),
    'running_jobs', (select count(*) from (select from nightshift.jobs j where j.state = 'running' limit 10000) r),
    'database_runs', (select count(*) from nightshift.database_runs d where not d.is_done))
$$;
comment on function nightshift.describe_backlog() is
'What waits in the project: emails, jobs and runs of the database. Counts end at 10000.';
revoke all on function nightshift.describe_backlog() from public, anon, authenticated, service_role;

create or replace function nightshift.describe_system_rows() returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('task_id', l.id, 'task_type', l.task_type, 'target', l.agent_name,
    'schedule', left(l.input_data ->> 'schedule', 63), 'slot', left(l.input_data ->> 'slot', 40),
    'triggered_by', l.triggered_by, 'status', l.status, 'at', to_jsonb(l.executed_at),
    'ended_at', to_jsonb(l.completed_at), 'emails', l.output_data -> 'total_emails_processed',
    'message', left(l.error_message, 240)) order by l.executed_at desc, l.id), '[]')
  from (
    -- From the latest dispatches, because the log has no index over all types that fits. Attempts share a row.
    select t.*
    from public.autonomous_tasks t
    where t.workspace_id is null and t.id in (
      select d.task_id from public.task_dispatches d
      where d.task_id is not null
      order by d.slot desc, d.dispatched_at desc
      limit 40)
    order by t.executed_at desc, t.id
    limit 12
  ) l
$$;
comment on function nightshift.describe_system_rows() is
'The latest 12 system rows, latest first: what ran for all workspaces, with its total and its error.';
revoke all on function nightshift.describe_system_rows() from public, anon, authenticated, service_role;

create or replace function nightshift.describe_alerts(p_most integer) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('event', l.event, 'rule', left(r.name, 100), 'format', r.format,
    'at', to_jsonb(l.created_at),
    'workspace_id', l.workspace_id,
    -- What a workspace is told about its own jobs is nobody else's business.
    'subject', case when l.workspace_id is null then left(l.subject, 100) end,
    'message', case when l.workspace_id is null then left(l.message, 240) end,
    'delivered_at', to_jsonb(l.delivered_at), 'attempts', l.attempts, 'next_attempt_at', to_jsonb(l.next_attempt_at),
    'delivery', case when l.delivered_at is not null then 'delivered'
      when l.next_attempt_at is not null or (l.sent_at is not null and l.attempts < 5) then 'under_way'
      else 'given_up' end,
    'last_error', case when l.workspace_id is null then left(l.last_error, 160) end) order by l.created_at desc, l.id),
    '[]')
  from (select a.* from nightshift.alerts a order by a.id desc limit p_most) l
  join nightshift.alert_rules r on r.id = l.rule_id
$$;
comment on function nightshift.describe_alerts(integer) is
'The latest alerts with their delivery: delivered, under_way or given_up. Of those about a workspace without words.';
revoke all on function nightshift.describe_alerts(integer) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_budgets(p_now timestamptz, p_most integer) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('workspace_id', b.workspace_id, 'workspace_name', w.name,
    'daily_usd', b.daily_usd, 'monthly_usd', b.monthly_usd, 'paused', b.paused, 'share_percent', b.share_percent,
    'warn_percent', b.warn_percent,
    'spent', (select coalesce(jsonb_object_agg(l.period, jsonb_build_object(
        'spent_usd', l.spent_usd, 'reserved_usd', l.reserved_usd)), '{}')
      from nightshift.list_budgets(p_now, b.workspace_id) l
      where l.workspace_id is not distinct from b.workspace_id))
    order by b.workspace_id nulls first), '[]')
  from (select c.* from public.workspace_budgets c order by c.workspace_id nulls first limit p_most) b
  left join lateral (select left(to_jsonb(named) ->> 'name', 100) as name from public.workspaces named
    where named.id = b.workspace_id) w on true
$$;
comment on function nightshift.describe_budgets(timestamptz, integer) is
'The budgets of the project and of workspaces, with what is spent and set aside in each period.';
revoke all on function nightshift.describe_budgets(timestamptz, integer)
from public, anon, authenticated, service_role;

create or replace function nightshift.describe_actions(p_most integer) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('at', to_jsonb(a.acted_at), 'who', left(a.email, 254),
    'act', a.act, 'subject', left(a.subject, 100),
    'before', case when pg_column_size(a.before) <= 512 then a.before end,
    'after', case when pg_column_size(a.after) <= 512 then a.after end) order by a.id desc), '[]')
  from (select o.* from nightshift.operator_actions o order by o.id desc limit p_most) a
$$;
comment on function nightshift.describe_actions(integer) is
'The latest lines of the journal, latest first. Documents over 512 bytes are left out.';
revoke all on function nightshift.describe_actions(integer) from public, anon, authenticated, service_role;

create or replace function public.get_project_state() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_now constant timestamptz := now();
begin
  if not nightshift.is_project_operator() then
    return null;
  end if;
  return jsonb_build_object('as_of', to_jsonb(v_now), 'project', nightshift.project_name(),
    'health', nightshift.health('continuous-intelligence', v_now) - 'checked_at',
    'problems', (
      select coalesce(jsonb_agg(jsonb_build_object('since', to_jsonb(p.since), 'message', left(p.message, 300))), '[]')
      from (select l.* from nightshift.list_problems(v_now) l limit 10) p),
    'schedules', (
      select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'task_type', s.task_type,
          'cron_expression', s.cron_expression, 'time_zone', s.time_zone, 'enabled', s.enabled,
          'missed_policy', s.missed_policy,
          'next', case when s.enabled then to_jsonb(nightshift.next_slots(s.cron_expression, v_now, 3, s.time_zone))
            else '[]' end) order by s.name), '[]')
      from (select c.* from public.task_schedules c order by c.enabled desc, c.name limit 50) s),
    'backlog', nightshift.describe_backlog(),
    'system_rows', nightshift.describe_system_rows(),
    'alerts', nightshift.describe_alerts(12),
    'budgets', nightshift.describe_budgets(v_now, 30),
    'journal', nightshift.describe_actions(20));
end
$$;
comment on function public.get_project_state() is
'How the project is, for operators: {as_of, project, health, problems, schedules, backlog, system_rows, alerts, '
'budgets, journal}. It has nothing of emails and tasks of workspaces. Null for everybody else.';
revoke all on function public.get_project_state() from public, anon, authenticated, service_role;
grant execute on function public.get_project_state() to authenticated;

create or replace function public.preview_schedule(p_expression text, p_time_zone text default 'UTC') returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_longest constant integer := 200;
begin
  perform nightshift.require_operator();
  if coalesce(length(p_expression), 0) not between 1 and c_longest then
    raise exception 'schedule_change_invalid: an expression has 1 to % characters.', c_longest using errcode = 'PT400';
  end if;
  return to_jsonb(nightshift.next_slots(nightshift.trim_expression(p_expression), now(), 3,
    nightshift.check_time_zone(p_time_zone)));
end
$$;
comment on function public.preview_schedule(text, text) is
'The next three times that a cron expression means, before it is saved. For operators. Errors: PT403 '
'operator_required, PT400 schedule_change_invalid, PT422 cron_expression_invalid, time_zone_unknown.';
revoke all on function public.preview_schedule(text, text) from public, anon, authenticated, service_role;
grant execute on function public.preview_schedule(text, text) to authenticated;

create or replace function nightshift.lock_schedule(p_schedule text) returns public.task_schedules
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.task_schedules;
begin
  perform nightshift.require_operator();
  select s.* into v_schedule from public.task_schedules s where s.name = p_schedule for no key update;
  if v_schedule.id is null then
    raise exception 'schedule_not_found: there is no schedule "%".', left(p_schedule, 63) using errcode = 'PT404';
  end if;
  return v_schedule;
end
$$;
comment on function nightshift.lock_schedule(text) is
'Part of the acts of operators: the schedule, locked so that two acts come one after the other. Errors: PT403 '
'operator_required, PT404 schedule_not_found.';
revoke all on function nightshift.lock_schedule(text) from public, anon, authenticated, service_role;

create or replace function public.run_schedule(p_schedule text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_pause constant interval := interval '1 minute';
  v_schedule constant public.task_schedules := nightshift.lock_schedule(p_schedule);
  v_answer jsonb;
begin
  -- Pressed twice it runs once.
  select jsonb_build_object('outcome', 'already_running', 'slot', to_jsonb(d.slot), 'task_id', d.task_id) into v_answer
  from public.task_dispatches d
  join public.autonomous_tasks t on t.id = d.task_id
  where d.schedule_id = v_schedule.id and d.kind = 'manual' and t.status in ('pending', 'running')
    and d.slot >= clock_timestamp() - 2 * c_pause and d.dispatched_at > clock_timestamp() - c_pause
  order by d.dispatched_at desc
  limit 1;
  if v_answer is null then
    v_answer := nightshift.run_now(v_schedule.name);
    perform nightshift.note_action('schedule_run', v_schedule.name, null, v_answer);
  end if;
  return v_answer;
end
$$;
comment on function public.run_schedule(text) is
'Starts a schedule at once, beside its scheduled times, and returns {outcome, slot, task_id}. outcome: dispatched, '
'not_configured, not_sent, or already_running when it was started less than a minute ago and has not ended. For '
'operators. Errors: PT403 operator_required, PT404 schedule_not_found.';
revoke all on function public.run_schedule(text) from public, anon, authenticated, service_role;
grant execute on function public.run_schedule(text) to authenticated;

create or replace function public.change_schedule(p_schedule text, p_change jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_old constant public.task_schedules := nightshift.lock_schedule(p_schedule);
  v_new public.task_schedules;
begin
  if jsonb_typeof(p_change) is distinct from 'object' or p_change = '{}' or pg_column_size(p_change) > 2048
    or p_change - array['enabled', 'cron_expression', 'time_zone'] <> '{}'
    or coalesce(jsonb_typeof(p_change -> 'enabled'), 'boolean') <> 'boolean'
    or coalesce(jsonb_typeof(p_change -> 'cron_expression'), 'string') <> 'string'
    or coalesce(jsonb_typeof(p_change -> 'time_zone'), 'string') <> 'string'
    or (v_old.cron_expression is null and p_change ?| array['cron_expression', 'time_zone'])
  then
    raise exception 'schedule_change_invalid: a change has enabled (true or false), and for a schedule with scheduled '
      'times cron_expression and time_zone.' using errcode = 'PT400';
  end if;
  update public.task_schedules s
  set enabled = coalesce((p_change ->> 'enabled')::boolean, s.enabled),
    cron_expression = coalesce(p_change ->> 'cron_expression', s.cron_expression),
    time_zone = coalesce(p_change ->> 'time_zone', s.time_zone)
  where s.id = v_old.id
    and (coalesce((p_change ->> 'enabled')::boolean, s.enabled),
      nightshift.trim_expression(coalesce(p_change ->> 'cron_expression', s.cron_expression)),
      coalesce(p_change ->> 'time_zone', s.time_zone))
    is distinct from (s.enabled, s.cron_expression, s.time_zone)
  returning s.* into v_new;
  if v_new.id is null then
    v_new := v_old;
  else
    perform nightshift.note_action('schedule_changed', v_old.name,
      jsonb_build_object('enabled', v_old.enabled, 'cron_expression', v_old.cron_expression, 'time_zone',
        v_old.time_zone),
      jsonb_build_object('enabled', v_new.enabled, 'cron_expression', v_new.cron_expression, 'time_zone',
        v_new.time_zone));
  end if;
  return nightshift.describe_schedule(v_new, now());
end
$$;
comment on function public.change_schedule(text, jsonb) is
'Pauses or resumes a schedule, or changes its expression and time zone: p_change has enabled, cron_expression, '
'time_zone or several of them. Returns the schedule. For operators. Errors: PT403 operator_required, PT404 '
'schedule_not_found, PT400 schedule_change_invalid, PT422 cron_expression_invalid, time_zone_unknown, PT409 '
'cron_job_exists.';
revoke all on function public.change_schedule(text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.change_schedule(text, jsonb) to authenticated;

create or replace function public.set_budget(p_workspace_id uuid, p_daily_usd numeric, p_monthly_usd numeric,
  p_paused boolean default false)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_old public.workspace_budgets;
  v_new public.workspace_budgets;
begin
  perform nightshift.require_operator();
  if p_workspace_id is not null and not exists (select from public.workspaces w where w.id = p_workspace_id) then
    raise exception 'workspace_not_found: there is no workspace %.', p_workspace_id using errcode = 'PT404';
  end if;
  select b.* into v_old
  from public.workspace_budgets b where b.workspace_id is not distinct from p_workspace_id for update;
  insert into public.workspace_budgets as b (workspace_id, daily_usd, monthly_usd, paused)
  values (p_workspace_id, p_daily_usd, p_monthly_usd, coalesce(p_paused, false))
  on conflict on constraint one_budget_for_each_workspace do update
  set daily_usd = excluded.daily_usd, monthly_usd = excluded.monthly_usd, paused = excluded.paused
  where (b.daily_usd, b.monthly_usd, b.paused)
    is distinct from (excluded.daily_usd, excluded.monthly_usd, excluded.paused)
  returning b.* into v_new;
  if v_new.id is null then
    v_new := v_old;
  else
    perform nightshift.note_action('budget_set', p_workspace_id::text,
      case when v_old.id is not null then jsonb_build_object('daily_usd', v_old.daily_usd, 'monthly_usd',
        v_old.monthly_usd, 'paused', v_old.paused) end,
      jsonb_build_object('daily_usd', v_new.daily_usd, 'monthly_usd', v_new.monthly_usd, 'paused', v_new.paused));
  end if;
  return jsonb_build_object('workspace_id', v_new.workspace_id, 'daily_usd', v_new.daily_usd, 'monthly_usd',
    v_new.monthly_usd, 'paused', v_new.paused);
exception
  when check_violation then
    raise exception 'budget_invalid: a budget has a limit by day, by month or both, each from 0 to less than a billion '
      'US dollars.' using errcode = 'PT400';
end
$$;
comment on function public.set_budget(uuid, numeric, numeric, boolean) is
'Sets the budget of a workspace, or with null of the project: US dollars by day and by month (null: no such limit), '
'and whether spending is paused. Returns {workspace_id, daily_usd, monthly_usd, paused}. For operators. Errors: PT403 '
'operator_required, PT404 workspace_not_found, PT400 budget_invalid.';
revoke all on function public.set_budget(uuid, numeric, numeric, boolean)
from public, anon, authenticated, service_role;
grant execute on function public.set_budget(uuid, numeric, numeric, boolean) to authenticated;

create or replace function public.pause_all() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  -- So that the journal never stops the kill switch.
  c_most_names constant integer := 100;
  v_names text[];
  v_count integer;
begin
  perform nightshift.require_operator();
  v_names := array(select s.name from public.task_schedules s where s.enabled order by s.name limit c_most_names);
  v_count := nightshift.pause_all();
  if v_count > 0 then
    perform nightshift.note_action('all_paused', null, jsonb_build_object('enabled', to_jsonb(v_names)),
      jsonb_build_object('paused', v_count));
  end if;
  return jsonb_build_object('paused', v_count);
end
$$;
comment on function public.pause_all() is
'The kill switch: pauses every schedule and returns {paused: how many}. Runs that are working end by themselves. For '
'operators. Error: PT403 operator_required.';
revoke all on function public.pause_all() from public, anon, authenticated, service_role;
grant execute on function public.pause_all() to authenticated;
