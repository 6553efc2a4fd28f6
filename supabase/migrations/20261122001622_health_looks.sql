-- Looks: the health checks of the task engine. Those of later themes are in their own migrations.
--
-- Each function returns one row for each subject. They read indexes and small tables of the machinery only, never rows
-- that tenants write, so a look takes milliseconds however long the log is.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.look_at_task_types(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with types as (
    select k.task_type, s.*
    from unnest(nightshift.task_types()) as k (task_type)
    cross join lateral (
      select count(*) as ended, count(*) filter (where r.status = 'completed') as completed,
        count(*) filter (where r.status = 'failed') as failed,
        coalesce(min(r.place) filter (where r.status <> 'failed') - 1, count(*)) as in_a_row
      from (
        select t.status, row_number() over (order by t.executed_at desc, t.id desc) as place
        from public.autonomous_tasks t
        where t.workspace_id is null and t.task_type = k.task_type
          and t.executed_at > p_now - interval '1 day' and t.executed_at <= p_now
          and t.status in ('completed', 'failed', 'partial_failure')
      ) r
    ) s
  )
  select t.task_type,
    case
      when t.ended < 5 then 'unknown'
      -- What failed in part is no success, but one workspace must not make a whole type critical.
      when t.in_a_row >= 5 or t.failed > 0.3 * t.ended then 'critical'
      when t.in_a_row >= 3 or t.completed < 0.85 * t.ended then 'degraded'
      else 'ok'
    end,
    case when t.ended > 0 then round(100.0 * t.completed / t.ended, 1) end, 85,
    case when t.ended < 5 then format('%s runs ended in 24 hours, which is too few to judge.', t.ended)
      else format('%s of %s runs of 24 hours completed (%s %%), the latest %s failed in a row.', t.completed, t.ended,
        round(100.0 * t.completed / t.ended, 1), t.in_a_row) end
  from types t
$$;
comment on function nightshift.look_at_task_types(timestamptz) is
'Health check: success of the system rows of each task type in 24 hours, from 5 ended runs on. Degraded below 85 % '
'completed or after 3 failures in a row, critical when more than 30 % failed or after 5 in a row.';
revoke all on function nightshift.look_at_task_types(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_schedules(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with judged as (
    select s.name, j.state, greatest(0, round(extract(epoch from p_now - d.due) / 60, 1)) as minutes
    from public.task_schedules s
    cross join lateral (select nightshift.job_state(s)) as j (state)
    cross join lateral (
      select nightshift.next_slot(s.cron_expression, greatest(s.active_since, (
        select max(o.slot)
        from public.task_dispatches o
        where o.schedule_id = s.id and o.kind in ('tick', 'missed') and o.dispatched_at <= p_now + interval '1 minute'
      )), s.time_zone)
    ) as d (due)
    where s.enabled and s.cron_expression is not null
  )
  select j.name,
    case when j.state = 'switched_off' then 'unknown'
      when j.state = 'missing' and coalesce(j.minutes, 0) < 15 then 'degraded'
      else nightshift.judge_value(coalesce(j.minutes, 0), 3, 15) end,
    coalesce(j.minutes, 0), case when j.minutes >= 15 then 15 else 3 end,
    case when j.state = 'switched_off' then 'Its pg_cron job is switched off.'
      when j.state = 'missing' then format('It has no pg_cron job. Run deno task deploy. It is %s minutes late.',
        coalesce(j.minutes, 0))
      else format('It is %s minutes late.', coalesce(j.minutes, 0)) end
  from judged j
$$;
comment on function nightshift.look_at_schedules(timestamptz) is
'Health check: minutes since a scheduled time without a dispatch. Degraded from 3 on, and without a pg_cron job; '
'critical from 15 on.';
revoke all on function nightshift.look_at_schedules(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.id_time(p_id uuid) returns timestamptz
language sql immutable strict parallel safe set search_path = ''
as $$
  select case when substr(p_id::text, 15, 1) = '7'
    then to_timestamp(('x' || substr(replace(p_id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0) end
$$;
comment on function nightshift.id_time(uuid) is 'When a time-ordered id (UUID version 7) was made. Null for others.';
revoke all on function nightshift.id_time(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_waiting_emails(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with oldest as (
    -- A workspace that lacks a budget, a price or a key is put off again and again, so it counts from then on.
    select round(extract(epoch from p_now - min(greatest(e.at, t.due_at))) / 3600, 2) as hours
    from nightshift.workspace_turns t
    cross join lateral (
      select greatest(coalesce(nightshift.id_time(q.email_id), q.received_at), q.next_attempt_at) as at
      from nightshift.email_queue q
      where q.workspace_id = t.workspace_id and (q.failed_at is null)
      order by q.received_at, q.email_id
      limit 1
    ) e
    where t.due_at <= p_now and e.at <= p_now
  )
  select '', nightshift.judge_value(coalesce(o.hours, 0), 1, 6), coalesce(o.hours, 0),
    case when o.hours >= 6 then 6 else 1 end,
    case when o.hours is null then 'No email waits.'
      else format('The oldest waiting email is due for %s hours.', o.hours) end
  from oldest o
$$;
comment on function nightshift.look_at_waiting_emails(timestamptz) is
'Health check: hours since the oldest waiting email could have been read. Degraded from 1 on, critical from 6 on.';
revoke all on function nightshift.look_at_waiting_emails(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_requests(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language plpgsql stable set search_path = ''
as $$
declare
  v_queued bigint;
  v_since timestamptz;
begin
  begin
    select min(q.id) into v_queued from net.http_request_queue q;
  exception when undefined_table or invalid_schema_name or insufficient_privilege then
    return query select '', 'unknown', null::numeric, 1::numeric, 'The queue of pg_net cannot be looked at.';
    return;
  end;
  -- The queue has no times. What is older than a request of ours is at least as old as that.
  select min(d.dispatched_at) into v_since
  from public.task_dispatches d
  where d.request_id = (
    select min(o.request_id) from public.task_dispatches o where o.request_id >= v_queued);
  -- Sent, and nothing was ever answered since.
  v_since := least(v_since, (
    select min(d.dispatched_at)
    from public.task_dispatches d
    where d.request_id is not null and d.http_status is null and d.verdict in ('sent', 'lost')
      and d.slot > p_now - interval '1 day' and d.dispatched_at > coalesce((
        select max(o.dispatched_at) from public.task_dispatches o
        where o.slot > p_now - interval '1 day' and o.request_id is not null
          and o.verdict not in ('sent', 'lost', 'not_sent')), '-infinity')));
  return query
  select '', nightshift.judge_value(coalesce(m.minutes, 0), 1, 5), coalesce(m.minutes, 0),
    case when m.minutes >= 5 then 5 else 1 end::numeric,
    case when m.minutes is null then 'pg_net sends requests and records answers.'
      else format('A request of ours has waited for pg_net for %s minutes.', m.minutes) end
  from (select greatest(0, round(extract(epoch from p_now - v_since) / 60, 1)) as minutes) m;
end
$$;
comment on function nightshift.look_at_requests(timestamptz) is
'Health check: minutes since the oldest request of ours that pg_net has not sent, or has no answer to. Degraded from 1 '
'on, critical from 5 on.';
revoke all on function nightshift.look_at_requests(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_leases(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  select '', nightshift.judge_value(coalesce(m.minutes, 0), 5, 30), coalesce(m.minutes, 0),
    case when m.minutes >= 30 then 30 else 5 end,
    case when m.minutes is null then 'No lease has ended without being taken back.'
      else format('The lease of run %s ended %s minutes ago, and nobody has taken the run back.', m.run_id, m.minutes)
    end
  from (values (1)) as one (row)
  left join lateral (
    select l.run_id, round(extract(epoch from p_now - l.expires_at) / 60, 1) as minutes
    from nightshift.run_leases l
    where l.expires_at <= p_now
    order by l.expires_at
    limit 1
  ) m on true
$$;
comment on function nightshift.look_at_leases(timestamptz) is
'Health check: minutes since the oldest lease of a run ended without being taken back. Degraded from 5 on, critical '
'from 30 on.';
revoke all on function nightshift.look_at_leases(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_dead_rows(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with tables as (
    select format('%s.%s', u.schemaname, u.relname) as name, u.n_dead_tup as dead,
      round(100.0 * u.n_dead_tup / greatest(u.n_live_tup + u.n_dead_tup, 1), 1) as percent
    from pg_catalog.pg_stat_user_tables u
    where p_now is not null and (u.schemaname = 'nightshift'
      or u.schemaname = 'public' and u.relname in ('autonomous_tasks', 'client_emails', 'email_intelligence',
        'task_dispatches', 'ai_usage'))
  ), bad as (
    select t.*, case when t.percent >= 40 then 'critical' else 'degraded' end as status
    from tables t
    where t.dead >= 100000 and t.percent >= 20
  )
  select b.name, b.status, b.percent, case when b.percent >= 40 then 40 else 20 end,
    format('%s of its rows are dead (%s %%). Look for what keeps autovacuum off: long transactions, or settings.',
      b.dead, b.percent)
  from bad b
  union all
  select '', 'ok', coalesce((select max(t.percent) from tables t where t.dead >= 100000), 0), 20,
    'No table of ours has many dead rows.'
  where not exists (select from bad)
$$;
comment on function nightshift.look_at_dead_rows(timestamptz) is
'Health check: tables of ours with 100,000 dead rows or more. Degraded from 20 % on, critical from 40 % on.';
revoke all on function nightshift.look_at_dead_rows(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_transactions(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  select '',
    case when not seen.may then 'unknown' else nightshift.judge_value(coalesce(m.minutes, 0), 10, 60) end,
    case when seen.may then coalesce(m.minutes, 0) end, case when m.minutes >= 60 then 60 else 10 end,
    case when not seen.may then 'The role lacks pg_read_all_stats, so transactions of others cannot be seen.'
      when m.minutes is null then 'No transaction has been open for long.'
      else format('The oldest transaction (process %s, %s) has been open for %s minutes.', m.pid, m.state, m.minutes)
    end
  from (select pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'usage')) as seen (may)
  left join lateral (
    select a.pid, coalesce(a.state, 'unknown') as state,
      round(extract(epoch from p_now - a.xact_start) / 60, 1) as minutes
    from pg_catalog.pg_stat_activity a
    where a.datname = current_database() and a.xact_start < p_now and a.pid <> pg_catalog.pg_backend_pid()
      and a.backend_type = 'client backend'
    order by a.xact_start
    limit 1
  ) m on true
$$;
comment on function nightshift.look_at_transactions(timestamptz) is
'Health check: minutes since the oldest open transaction began. Degraded from 10 on, critical from 60 on.';
revoke all on function nightshift.look_at_transactions(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_budgets(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with project as (
    select b.period, b.limit_usd, b.spent_usd, b.warn_percent,
      round(100 * b.spent_usd / nullif(b.limit_usd, 0), 1) as percent
    from nightshift.list_budgets(p_now) b
    where b.workspace_id is null
  ), others as ( -- owners set these, so however many are over makes the system degraded and no more
    select count(distinct n.workspace_id) as workspaces
    from nightshift.spending_notices n
    where n.workspace_id is not null and n.event = 'over_budget'
      and n.period_start in ((p_now at time zone 'utc')::date, date_trunc('month', p_now at time zone 'utc')::date)
  )
  select 'project ' || p.period,
    case when p.limit_usd = 0 then 'unknown' when p.percent >= 100 then 'critical'
      when p.percent >= p.warn_percent then 'degraded' else 'ok' end,
    p.percent, case when p.percent >= 100 then 100 else p.warn_percent end,
    format('%s of %s USD of this %s are spent.', trim_scale(p.spent_usd), p.limit_usd, p.period)
  from project p
  union all
  select 'workspaces', case when o.workspaces > 0 then 'degraded' else 'ok' end, o.workspaces, 1,
    format('%s workspaces have used up a budget of theirs.', o.workspaces)
  from others o
$$;
comment on function nightshift.look_at_budgets(timestamptz) is
'Health check: percent of the project''s limits that are spent, degraded from warn_percent on and critical from 100 '
'on; and how many workspaces have used up a budget of their own, degraded from 1 on.';
revoke all on function nightshift.look_at_budgets(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_setup(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with latest as ( -- what each function answered last
    select distinct on (s.id) s.name, d.http_status
    from public.task_schedules s
    join public.task_dispatches d on d.schedule_id = s.id and d.slot > p_now - interval '1 day'
      and d.dispatched_at <= p_now + interval '1 minute' and d.http_status is not null
    where s.enabled and s.target <> 'database'
    order by s.id, d.slot desc, d.dispatched_at desc
  )
  select 'vault', case when v.problem is not null then 'critical'
      when exists (select from latest l where l.http_status = 401) then 'degraded' else 'ok' end,
    null::numeric, null::numeric, coalesce(v.message,
      (select format('"%s" answered 401: cron_secret in Vault and CRON_SECRET of the functions differ.', l.name)
       from latest l where l.http_status = 401 limit 1), 'Vault has what is needed.')
  from nightshift.find_vault_problem() v
  union all
  select 'functions',
    case when exists (select from latest l where l.http_status = 404) then 'critical'
      when exists (select from nightshift.deployed_functions f where f.files_sha256 is null) then 'degraded'
      else 'ok' end,
    null, null, coalesce(
      (select format('"%s" answered 404: there is no such function. Run deno task deploy.', l.name)
       from latest l where l.http_status = 404 limit 1),
      (select format('The latest deploy of "%s" broke off, so its version differs. Run deno task deploy again.', f.name)
       from nightshift.deployed_functions f where f.files_sha256 is null order by f.name limit 1),
      'No function is missing.')
$$;
comment on function nightshift.look_at_setup(timestamptz) is
'Health check: entries of Vault (critical when missing, degraded when a function refuses cron_secret) and functions '
'(critical when one is missing, degraded when a deploy broke off).';
revoke all on function nightshift.look_at_setup(timestamptz) from public, anon, authenticated, service_role;

insert into nightshift.health_sources (name) values
  ('task_types'), ('schedules'), ('waiting_emails'), ('requests'), ('leases'), ('dead_rows'), ('transactions'),
  ('budgets'), ('setup')
on conflict (name) do nothing;
