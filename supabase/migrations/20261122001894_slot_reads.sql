-- Slot reads: what became of each scheduled time, for the members of a workspace.
--
-- A slot is told to every member, also one that was missed or had nothing to do for the workspace. Of the
-- work members see what was done for their workspace; totals and messages of the system row speak of other
-- workspaces and are left out. Membership is checked first, then all is read by index.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.slot_state(p_kind text, p_verdict text, p_status text, p_retries bigint,
  p_seconds_late numeric)
returns text
language sql immutable set search_path = ''
as $$
  select case
    when p_kind = 'missed' and p_verdict = 'missed' then 'missed'
    -- Cancelled: another slot was unfinished, or a budget let nothing be done.
    when p_verdict = 'skipped' or p_status = 'cancelled' then 'skipped'
    when p_status = 'failed' then 'failed'
    when p_status = 'partial_failure' then 'partial'
    when p_status = 'completed' and p_retries > 0 then 'retried'
    when p_status = 'completed' and p_seconds_late > 10 then 'late'
    when p_status = 'completed' then 'on_time'
    when p_verdict in ('sent', 'accepted') then 'running'
    else 'failed'
  end
$$;
comment on function nightshift.slot_state(text, text, text, bigint, numeric) is
'What became of a slot: on_time, late (by more than 10 s), retried, partial, failed, missed, skipped or running. From '
'the kind and verdict of its first dispatch, the status of its system row, its retries, and how late the work began.';
revoke all on function nightshift.slot_state(text, text, text, bigint, numeric) from public;

create or replace function nightshift.list_slots(p_workspace_id uuid, p_schedule_id uuid, p_from timestamptz,
  p_to timestamptz)
returns table (slot timestamptz, state text, seconds_late numeric, emails bigint, failed bigint)
language sql stable set search_path = ''
as $$
  select f.slot, nightshift.slot_state(f.kind, f.verdict, t.status, more.retries, late.seconds), late.seconds,
    ours.emails, ours.failed
  from public.task_dispatches f
  left join public.autonomous_tasks t on t.id = f.task_id
  cross join lateral (
    select count(*) filter (where d.kind = 'retry') as retries
    from public.task_dispatches d
    where d.schedule_id = f.schedule_id and d.slot = f.slot
  ) as more
  cross join lateral (
    select round(extract(epoch from coalesce(t.executed_at, f.dispatched_at) - f.slot), 3) as seconds
  ) as late
  left join lateral (
    select sum(w.processed) as emails, sum(w.failed) as failed
    from public.task_dispatches d
    join nightshift.run_workspaces w on w.run_id = d.task_id and w.workspace_id = p_workspace_id
    where d.schedule_id = f.schedule_id and d.slot = f.slot and d.kind <> 'retry'
  ) as ours on true
  where f.schedule_id = p_schedule_id and f.slot >= p_from and f.slot < p_to and f.kind in ('tick', 'missed')
$$;
comment on function nightshift.list_slots(uuid, uuid, timestamptz, timestamptz) is
'The slots of a schedule from p_from until before p_to, each with what became of it and what was done for a workspace.';
revoke all on function nightshift.list_slots(uuid, uuid, timestamptz, timestamptz) from public;

create or replace function nightshift.describe_slots(p_workspace_id uuid, p_schedule public.task_schedules,
  p_from timestamptz, p_to timestamptz)
returns jsonb
language sql stable set search_path = ''
as $$
  with found as materialized (
    select l.* from nightshift.list_slots(p_workspace_id, p_schedule.id, p_from, p_to) l
  ), size as ( -- at most 200 cells
    select case when count(*) <= 200 then null
      when count(distinct date_trunc('hour', f.slot)) <= 200 then 'hour' else 'day' end as unit
    from found f
  ), cells as (
    select coalesce(date_trunc(s.unit, f.slot, 'UTC'), f.slot) as at, count(*) as slots,
      min(array_position(array['failed', 'missed', 'partial', 'running', 'late', 'retried', 'skipped', 'on_time'],
        f.state)) as worst,
      max(f.seconds_late) as seconds_late, sum(f.emails) as emails, sum(f.failed) as failed
    from found f
    cross join size s
    group by 1
  )
  select jsonb_build_object('schedule', p_schedule.name, 'task_type', p_schedule.task_type,
    'cron_expression', p_schedule.cron_expression, 'time_zone', p_schedule.time_zone, 'enabled', p_schedule.enabled,
    'cell', (select coalesce(s.unit, 'slot') from size s),
    'late', (select jsonb_build_object(
        'median', percentile_disc(0.5) within group (order by f.seconds_late),
        'p95', percentile_disc(0.95) within group (order by f.seconds_late), 'worst', max(f.seconds_late))
      from found f where f.state <> 'missed'),
    'slots', coalesce((select jsonb_agg(jsonb_build_object('at', to_jsonb(c.at), 'slots', c.slots, 'state',
        (array['failed', 'missed', 'partial', 'running', 'late', 'retried', 'skipped', 'on_time'])[c.worst],
        'seconds_late', c.seconds_late, 'emails', coalesce(c.emails, 0), 'failed', coalesce(c.failed, 0))
      order by c.at) from cells c), '[]'),
    'next', case when p_schedule.enabled then (
      select coalesce(jsonb_agg(to_jsonb(n.slot) order by n.slot), '[]')
      from (select s.slot from nightshift.cron_slots(p_schedule.cron_expression, now(), now() + interval '8 days',
        p_schedule.time_zone) as s (slot) limit 3) n) else '[]' end)
$$;
comment on function nightshift.describe_slots(uuid, public.task_schedules, timestamptz, timestamptz) is
'A schedule with its slots as cells: each slot, or where there are more than 200 each hour or day with its worst.';
revoke all on function nightshift.describe_slots(uuid, public.task_schedules, timestamptz, timestamptz) from public;

create or replace function public.get_slots(p_workspace_id uuid, p_from timestamptz default now() - interval '24 hours',
  p_to timestamptz default now(), p_schedule text default null)
returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_longest constant interval := interval '31 days';
  c_most_schedules constant integer := 20;
begin
  if not nightshift.is_range(p_from, p_to, c_longest) then
    raise exception 'range_invalid: p_to must be after p_from, and at most 31 days.' using errcode = 'PT400';
  end if;
  return jsonb_build_object('as_of', to_jsonb(now()), 'from', to_jsonb(p_from), 'to', to_jsonb(p_to), 'schedules', (
    select coalesce(jsonb_agg(nightshift.describe_slots(p_workspace_id, s, p_from, p_to) order by s.name), '[]')
    from (
      select s.*
      from public.task_schedules s
      where p_workspace_id in (select nightshift.my_workspaces()) and s.cron_expression is not null
        and (p_schedule is null or s.name = p_schedule)
      order by s.enabled desc, s.name
      limit c_most_schedules
    ) s));
end
$$;
comment on function public.get_slots(uuid, timestamptz, timestamptz, text) is
'What became of the slots of up to 20 schedules, as {as_of, from, to, schedules: [{schedule, …, cell, late, slots, '
'next}]}, with what was done for a workspace. At most 31 days. For members. Error: PT400 range_invalid.';
revoke all on function public.get_slots(uuid, timestamptz, timestamptz, text)
  from public, anon, authenticated, service_role;
grant execute on function public.get_slots(uuid, timestamptz, timestamptz, text) to authenticated;

create or replace function nightshift.describe_attempt(p_dispatch public.task_dispatches, p_workspace_id uuid)
returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('kind', p_dispatch.kind, 'seq', p_dispatch.seq,
    'cron_started_at', to_jsonb(p_dispatch.cron_started_at), 'cron_ended_at', to_jsonb(p_dispatch.cron_ended_at),
    'cron_status', p_dispatch.cron_status, 'dispatched_at', to_jsonb(p_dispatch.dispatched_at),
    'responded_at', to_jsonb(p_dispatch.responded_at),
    'http_status', p_dispatch.http_status, 'verdict', p_dispatch.verdict,
    'retry_at', to_jsonb(p_dispatch.retry_at),
    'run_status', t.status, 'run_started_at', to_jsonb(t.executed_at), 'run_ended_at', to_jsonb(t.completed_at),
    'ours', case when w.run_id is not null then jsonb_build_object('task_id', w.task_id, 'status', w.status,
      'processed', w.processed, 'failed', w.failed, 'counts', w.counts, 'cost_usd', w.cost_usd, 'message', w.message,
      'started_at', to_jsonb(w.started_at), 'ended_at', to_jsonb(w.ended_at)) end)
  from (select p_dispatch.task_id) as d (task_id)
  left join public.autonomous_tasks t on t.id = d.task_id
  left join nightshift.run_workspaces w on w.run_id = d.task_id and w.workspace_id = p_workspace_id
$$;
comment on function nightshift.describe_attempt(public.task_dispatches, uuid) is
'A dispatch with the times of its way from pg_cron to the end of the work, and what its run did for a workspace. Its '
'detail is left out, as it may speak of the target and of other workspaces.';
revoke all on function nightshift.describe_attempt(public.task_dispatches, uuid) from public;

create or replace function public.get_slot_story(p_workspace_id uuid, p_schedule text, p_slot timestamptz) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_most_attempts constant integer := 40;
  c_most_emails constant integer := 50;
  v_schedule public.task_schedules;
  v_runs uuid[];
begin
  select s.* into v_schedule
  from public.task_schedules s
  where s.name = p_schedule and p_workspace_id in (select nightshift.my_workspaces());
  -- No slot is further away, and a minute after the last time there is would be none.
  if not found or (p_slot between '2000-01-01Z' and '2100-01-01Z') is not true then
    return null;
  end if;
  v_runs := array(
    select distinct d.task_id
    from public.task_dispatches d
    where d.schedule_id = v_schedule.id and d.slot = p_slot and d.task_id is not null);
  return jsonb_build_object('as_of', to_jsonb(now()), 'schedule', v_schedule.name, 'task_type', v_schedule.task_type,
    'slot', to_jsonb(p_slot), 'state', (
      select l.state from nightshift.list_slots(p_workspace_id, v_schedule.id, p_slot, p_slot + interval '1 minute') l
      where l.slot = p_slot),
    'attempts', (
      select coalesce(jsonb_agg(nightshift.describe_attempt(d, p_workspace_id) order by d.dispatched_at, d.id), '[]')
      from (select d.* from public.task_dispatches d where d.schedule_id = v_schedule.id and d.slot = p_slot
        order by d.dispatched_at, d.id limit c_most_attempts) d),
    'emails', (
      select coalesce(jsonb_agg(to_jsonb(e) order by e.extracted_at, e.email_id), '[]')
      from (
        select i.email_id, i.extracted_at, left(c.subject, 200) as subject, c.from_email, i.primary_intent as intent,
          i.urgency_level as urgency, i.needs_reply
        from public.email_intelligence i
        join public.client_emails c on c.id = i.email_id
        where i.run_id = any (v_runs) and i.workspace_id = p_workspace_id
        order by i.extracted_at, i.email_id
        limit c_most_emails
      ) e),
    'previous', to_jsonb((select max(d.slot) from public.task_dispatches d
      where d.schedule_id = v_schedule.id and d.kind in ('tick', 'missed') and d.slot < p_slot)),
    'next', to_jsonb((select min(d.slot) from public.task_dispatches d
      where d.schedule_id = v_schedule.id and d.kind in ('tick', 'missed') and d.slot > p_slot)));
end
$$;
comment on function public.get_slot_story(uuid, text, timestamptz) is
'The story of a slot: its attempts from the scheduled time to the end of the work, each with what was done for a '
'workspace, and up to 50 emails that were read. Null for a stranger, an unknown schedule, and a time before 2000 or '
'after 2099.';
revoke all on function public.get_slot_story(uuid, text, timestamptz) from public, anon, authenticated, service_role;
grant execute on function public.get_slot_story(uuid, text, timestamptz) to authenticated;
