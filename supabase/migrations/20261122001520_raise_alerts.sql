-- Raising alerts: what is worth an alert, and that it is told once.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.first_success(p_subject text, p_task_type text, p_since timestamptz)
returns public.autonomous_tasks
language sql stable set search_path = ''
as $$
  select t.*
  from public.autonomous_tasks t
  where t.workspace_id is null and t.status = 'completed' and t.executed_at >= p_since
    and t.task_type in (
      select p_task_type union all select s.task_type from public.task_schedules s where s.name = p_subject)
    and coalesce(t.input_data ->> 'schedule', t.agent_name, t.task_type) = p_subject
  order by t.executed_at
  limit 1
$$;
comment on function nightshift.first_success(text, text, timestamptz) is
'The first run of a schedule, or of an agent without one, that started since a time and completed.';
revoke all on function nightshift.first_success(text, text, timestamptz) from public;

create or replace function nightshift.list_recoveries(p_now timestamptz)
returns table (event text, subject text, occurrence text, message text, data jsonb, happened_at timestamptz)
language sql stable set search_path = ''
as $$
  with latest as ( -- what each rule was last told about each schedule and problem
    select distinct on (a.rule_id, a.subject) a.event, a.subject, a.occurrence, a.data,
      coalesce(a.happened_at, a.created_at) as happened_at
    from nightshift.alerts a
    where a.source is null
      and a.event in ('failed', 'stalled', 'missed', 'late', 'stuck', 'broken', 'recovered')
    order by a.rule_id, a.subject, a.created_at desc, a.id desc
  ), told as (
    select distinct on (l.subject, l.occurrence) l.* from latest l where l.event <> 'recovered'
  )
  select 'recovered', t.subject, t.event || ' ' || t.occurrence, format('%s works again: a run completed at %s UTC.',
      t.subject, to_char(s.completed_at at time zone 'utc', 'YYYY-MM-DD HH24:MI')),
    jsonb_build_object('task_id', s.id, 'task_type', s.task_type, 'event', t.event), s.completed_at
  from told t
  cross join lateral nightshift.first_success(t.subject, t.data ->> 'task_type', t.happened_at) s
  where t.event <> 'broken' and s.id is not null
  union all
  select 'recovered', t.subject, t.event || ' ' || t.occurrence, format('The problem %s is gone.', t.subject),
    jsonb_build_object('problem', t.subject, 'event', t.event), p_now
  from told t
  where t.event = 'broken' and not exists (
    select from nightshift.list_problems(p_now) p where p.problem = t.subject)
$$;
comment on function nightshift.list_recoveries(timestamptz) is
'What somebody was told about and works again: schedules and agents that completed a run since, and problems of the '
'machinery that are gone.';
revoke all on function nightshift.list_recoveries(timestamptz) from public;

create or replace function nightshift.count_in_a_row(p_event text, p_subject text, p_data jsonb, p_at timestamptz)
returns integer
language sql stable set search_path = ''
as $$
  -- The latest 100, counted back to the first that went well.
  with scheduled as (
    select row_number() over (order by d.slot desc, d.dispatched_at desc) as back,
      case when p_event in ('failed', 'stalled') then t.status in ('failed', 'partial_failure') or d.verdict = 'stalled'
        else d.kind = 'missed' or d.verdict = 'missed' end as is_one
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id and s.name = p_subject
    left join public.autonomous_tasks t on t.id = d.task_id
    where d.dispatched_at <= p_at and d.kind in ('tick', 'missed')
      and (t.status is null or t.status not in ('pending', 'cancelled'))
    order by d.slot desc, d.dispatched_at desc
    limit 100
  ), direct as (
    select row_number() over (order by t.executed_at desc) as back, t.status <> 'completed' as is_one
    from public.autonomous_tasks t
    where not exists (select from scheduled) and t.workspace_id is null and t.executed_at <= p_at
      and t.task_type = p_data ->> 'task_type' and t.status in ('completed', 'failed', 'partial_failure')
      and coalesce(t.agent_name, t.task_type) = p_subject
    order by t.executed_at desc
    limit 100
  ), looked_at as (
    select s.back, s.is_one from scheduled s union all select d.back, d.is_one from direct d
  )
  select greatest(1, coalesce(min(l.back) filter (where not l.is_one) - 1, count(*)))::integer
  from looked_at l
$$;
comment on function nightshift.count_in_a_row(text, text, jsonb, timestamptz) is
'How often in a row runs of a schedule or agent have failed (failed, stalled), or scheduled times have been missed '
'(missed, late), up to a time. From 1 to 100.';
revoke all on function nightshift.count_in_a_row(text, text, jsonb, timestamptz) from public;

create or replace function nightshift.list_alert_events(p_now timestamptz)
returns table (event text, subject text, occurrence text, message text, data jsonb, happened_at timestamptz)
language sql stable set search_path = ''
as $$
  select 'failed' as event, coalesce(t.input_data ->> 'schedule', t.agent_name, t.task_type) as subject,
    t.id::text as occurrence, concat(t.status, ': ', coalesce(t.error_message, 'no message')) as message,
    jsonb_build_object('task_id', t.id, 'task_type', t.task_type, 'status', t.status, 'slot',
      t.input_data -> 'slot') as data,
    coalesce(t.completed_at, t.executed_at) as happened_at
  from public.autonomous_tasks t
  where t.workspace_id is null and t.status in ('failed', 'partial_failure') and t.executed_at > p_now - interval
    '1 day'
  union all
  select case when d.verdict = 'stalled' then 'stalled' else 'missed' end, s.name, d.id::text,
    coalesce(d.detail, 'A tick was missed and is made up for.'),
    jsonb_build_object('schedule', s.name, 'slot', d.slot, 'task_id', d.task_id, 'verdict', d.verdict),
    d.dispatched_at
  from public.task_dispatches d
  join public.task_schedules s on s.id = d.schedule_id
  where (d.verdict = 'stalled' or d.kind = 'missed') and d.dispatched_at > p_now - interval '1 day'
  union all
  select 'late', s.name, s.latest_slot::text,
    format('The tick of %s UTC has not come yet.', to_char(s.latest_slot at time zone 'utc', 'YYYY-MM-DD HH24:MI')),
    jsonb_build_object('schedule', s.name, 'slot', s.latest_slot), s.latest_slot
  from (
    select late.id, late.name, late.active_since,
      nightshift.latest_slot(late.cron_expression, p_now, late.time_zone) as latest_slot
    from public.task_schedules late
    where late.enabled and late.cron_expression is not null and nightshift.job_state(late) in ('active', 'missing')
  ) s
  where s.latest_slot > s.active_since and s.latest_slot <= p_now - interval '2 minutes' and not exists (
    select from public.task_dispatches d where d.schedule_id = s.id and d.slot = s.latest_slot)
  union all
  select 'stuck', s.name, 'stuck since ' || k.first_slot, k.detail,
    jsonb_build_object('schedule', s.name, 'slot', k.first_slot, 'skipped', k.skipped), k.skipped_at
  from public.task_schedules s
  cross join lateral nightshift.skipped_in_a_row(s.id) k
  where s.enabled and k.skipped >= 3 and k.skipped_at > p_now - interval '1 day'
  union all
  select 'broken', p.problem, p.problem || ' ' || p.since, p.message, jsonb_build_object('problem', p.problem), p.since
  from nightshift.list_problems(p_now) p
  -- Without secrets each tick has a failed task, which is told already.
  where p.problem <> 'secrets'
  union all
  select n.event, n.subject, n.subject || ' ' || n.period_start, n.message,
    jsonb_build_object('workspace_id', n.workspace_id, 'reason', n.reason, 'period_start', n.period_start), n.noted_at
  from nightshift.spending_notices n
  where n.event is not null and n.noted_at > p_now - interval '1 day'
$$;
comment on function nightshift.list_alert_events(timestamptz) is
'What went wrong in the last day, or still is, with the sentence to tell. Each occurrence is one line.';
revoke all on function nightshift.list_alert_events(timestamptz) from public;

create or replace function nightshift.raise_event(
  p_event nightshift.alert_events, p_counts boolean, p_now timestamptz
) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_counted constant boolean := p_counts and p_event.in_a_row is null
    and p_event.event in ('failed', 'stalled', 'missed', 'late');
  v_in_a_row constant integer := case when v_counted
    then nightshift.count_in_a_row(p_event.event, p_event.subject, p_event.data, p_event.happened_at)
    else coalesce(p_event.in_a_row, 100) end;
begin
  if p_event.workspace_id is not null then
    -- A workspace that is being deleted makes nobody wait.
    perform from public.workspaces w where w.id = p_event.workspace_id for key share skip locked;
    if not found then
      return 0;
    end if;
  end if;
  return nightshift.raise_alert(p_event.event, p_event.subject, p_event.occurrence, p_event.message, p_event.data,
    p_event.happened_at, p_now, p_event.source, p_event.workspace_id, v_in_a_row);
end
$$;
comment on function nightshift.raise_event(nightshift.alert_events, boolean, timestamptz) is
'Part of raise_alerts: queues the alerts of one event. p_counts: whether a rule wants to know how often in a row it '
'happened.';
revoke all on function nightshift.raise_event(nightshift.alert_events, boolean, timestamptz) from public;

create or replace function nightshift.list_untold_events(p_now timestamptz) returns setof nightshift.alert_events
language sql stable set search_path = ''
as $$
  with events as (
    select null::uuid as id, e.event, e.subject, null::text as source, e.occurrence, null::uuid as workspace_id,
      e.message, e.data, null::integer as in_a_row, e.happened_at
    from (
      select * from nightshift.list_alert_events(p_now) union all select * from nightshift.list_recoveries(p_now)
    ) e
    union all
    select n.* from nightshift.alert_events n where n.happened_at > p_now - interval '1 day'
  )
  select e.*
  from events e
  where not exists (select from nightshift.alerts a where a.event = e.event and a.occurrence = e.occurrence
    having count(*) >= (select count(*) from nightshift.alert_rules r where r.enabled and e.event = any (r.events)))
  order by e.happened_at, e.event = 'recovered'
$$;
comment on function nightshift.list_untold_events(timestamptz) is
'Part of raise_alerts: events of the last day that some rule may not know yet, oldest first.';
revoke all on function nightshift.list_untold_events(timestamptz) from public;

create or replace function nightshift.raise_alerts(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_event nightshift.alert_events;
  v_counts boolean;
  v_raised integer := 0;
begin
  if not exists (select from nightshift.alert_rules r where r.enabled) then
    return 0;
  end if;
  v_counts := exists (select from nightshift.alert_rules r where r.enabled and r.after_in_a_row > 1);
  for v_event in select e.* from nightshift.list_untold_events(p_now) e loop
    begin
      v_raised := v_raised + nightshift.raise_event(v_event, v_counts, p_now);
    exception when others then
      perform nightshift.note_problem('raise_alerts', v_event.occurrence, sqlerrm, p_now);
    end;
  end loop;
  return v_raised;
end
$$;
comment on function nightshift.raise_alerts(timestamptz) is
'Queues alerts for what went wrong in the last day, or works again, and was not alerted yet. Returns how many.';
revoke all on function nightshift.raise_alerts(timestamptz) from public;
