-- Raising alerts: what is worth an alert, and that it is told once.
--
-- Locks: none. Time: milliseconds.

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
    where late.enabled and nightshift.job_state(late) in ('active', 'missing')
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

create or replace function nightshift.raise_alerts(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_event record;
  v_raised integer := 0;
begin
  if not exists (select from nightshift.alert_rules r where r.enabled) then
    return 0;
  end if;
  for v_event in
    select e.*
    from nightshift.list_alert_events(p_now) e
    where not exists (select from nightshift.alerts a where a.event = e.event and a.occurrence = e.occurrence
      having count(*) >= (select count(*) from nightshift.alert_rules r where r.enabled and e.event = any (r.events)))
    order by e.happened_at
  loop
    begin
      v_raised := v_raised + nightshift.raise_alert(v_event.event, v_event.subject, v_event.occurrence, v_event.message,
        v_event.data, v_event.happened_at, p_now);
    exception when others then
      perform nightshift.note_problem('raise_alerts', v_event.occurrence, sqlerrm, p_now);
    end;
  end loop;
  return v_raised;
end
$$;
comment on function nightshift.raise_alerts(timestamptz) is
'Queues alerts for what went wrong in the last day and was not alerted yet. Returns how many.';
revoke all on function nightshift.raise_alerts(timestamptz) from public;
