-- Health: whether scheduled work really gets done, for an outside monitor.
--
-- Computed from the clock and from machinery tables, so that it is also true when nothing moves any more.
-- Green needs proof: a run that finished lately, and a reconcile that ran.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.slots_back(p_expression text, p_slot timestamptz, p_count integer,
  p_time_zone text default 'UTC')
  returns timestamptz
language plpgsql immutable set search_path = ''
as $$
declare
  -- Enough for nearly every schedule, and read at once.
  c_window constant interval := interval '4 hours';
  v_slot timestamptz := (
    select s.at
    from nightshift.cron_slots(p_expression, p_slot - c_window, p_slot - interval '1 minute', p_time_zone) as s (at)
    order by s.at desc
    offset p_count - 1 limit 1);
begin
  if v_slot is not null then
    return v_slot;
  end if;
  v_slot := p_slot;
  for v_step in 1 .. p_count loop
    v_slot := nightshift.latest_slot(p_expression, v_slot - interval '1 minute', p_time_zone);
  end loop;
  return v_slot;
end
$$;
comment on function nightshift.slots_back(text, timestamptz, integer, text) is
'The slot that lies p_count slots before one, null when that is more than 31 days apart.';
revoke all on function nightshift.slots_back(text, timestamptz, integer, text) from public;

-- In plpgsql, which keeps its plan: the dashboard asks every few seconds, and planning takes most of the time.
create or replace function nightshift.find_stuck_reason(p_schedule public.task_schedules, p_slot timestamptz,
  p_now timestamptz) returns text
language plpgsql stable set search_path = ''
as $$
begin
  return (
    select r.reason
    from (
      select 1 as rank, p.message as reason from nightshift.list_problems(p_now, p_schedule.id) p
      union all
      select 2, format('Reconcile, which runs every minute, has not run since %s UTC.',
        to_char(l.at at time zone 'utc', 'YYYY-MM-DD HH24:MI'))
      from (
        select coalesce((select s.ran_at from nightshift.reconcile_steps s where s.step = 'reconcile'),
          p_schedule.active_since)
      ) as l (at)
      where l.at < p_now - interval '5 minutes'
      union all
      select 3, k.detail from nightshift.skipped_in_a_row(p_schedule.id) k where k.skipped >= 3
      union all
      select 4, format('Task %s has been %s since %s UTC and cannot come to life any more.', t.id, t.status,
        to_char(t.executed_at at time zone 'utc', 'YYYY-MM-DD HH24:MI'))
      from nightshift.open_system_tasks(p_now) t
      join lateral (
        select max(greatest(d.dispatched_at, d.retry_at)) as at
        from public.task_dispatches d
        where d.task_id = t.id and d.schedule_id = p_schedule.id
      ) d on d.at < p_now - interval '35 minutes'
      left join nightshift.run_leases l on l.run_id = t.id
      where not exists (select from nightshift.jobs j where j.task_id = t.id)
        and case when l.expires_at is null then t.status = 'pending'
        or greatest(t.executed_at, t.updated_at) < p_now - interval
        '7 hours'
        else l.expires_at < p_now - interval '35 minutes' end
      union all
      select 5, format('No run has finished since %s UTC.', to_char(b.since at time zone 'utc', 'YYYY-MM-DD HH24:MI'))
      from (
        select case when p_slot is not null
          then nightshift.slots_back(p_schedule.cron_expression, p_slot, 3, p_schedule.time_zone) end
        offset 0 -- once
      ) as b (since)
      where b.since > p_schedule.active_since and not exists (
        select
        from public.task_dispatches d
        join public.autonomous_tasks t on t.id = d.task_id
        where d.schedule_id = p_schedule.id and d.slot >= b.since - interval '1 day'
          and t.status in ('completed', 'partial_failure', 'failed') and t.completed_at >= b.since)
    ) r
    order by r.rank, r.reason
    limit 1
  );
end
$$;
comment on function nightshift.find_stuck_reason(public.task_schedules, timestamptz, timestamptz) is
'Part of health: why scheduled work does not get done, in a sentence. Null when it does. p_slot: the latest slot that '
'should have been dispatched.';
revoke all on function nightshift.find_stuck_reason(public.task_schedules, timestamptz, timestamptz) from public;

create or replace function nightshift.latest_ends(p_schedule_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  -- A run that was reached and then cancelled waits for a budget, a price or a key.
  select jsonb_agg(jsonb_build_object('status', e.status) order by e.slot desc)
  from (
    select d.slot, t.status
    from public.task_dispatches d
    join public.autonomous_tasks t on t.id = d.task_id
    where d.schedule_id = p_schedule_id and d.kind in ('tick', 'missed')
      and (t.status in ('completed', 'failed', 'partial_failure')
        or (t.status = 'cancelled' and d.verdict = 'accepted'))
    order by d.slot desc
    limit 3
  ) e
$$;
comment on function nightshift.latest_ends(uuid) is
'Part of health: how the latest three runs of a schedule ended, latest first. Null before the first.';
revoke all on function nightshift.latest_ends(uuid) from public;

create or replace function nightshift.health(p_schedule text, p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  c_grace constant interval := interval '3 minutes';
  v_schedule public.task_schedules;
  v_slot timestamptz;
  v_latest timestamptz;
  v_ends jsonb;
  v_status text := 'ok';
  v_reason text;
begin
  if to_regclass('public.autonomous_tasks') is null then
    return jsonb_build_object('status', 'unknown', 'reason', 'not installed', 'checked_at', p_now);
  end if;
  select * into v_schedule from public.task_schedules s where s.name = p_schedule;
  if v_schedule.id is null or not v_schedule.enabled then
    return jsonb_build_object('status', 'unknown', 'reason', 'paused or not scheduled', 'checked_at', p_now);
  elsif nightshift.job_state(v_schedule) = 'switched_off' then
    return jsonb_build_object('status', 'unknown', 'reason',
      'paused: its pg_cron job is switched off', 'checked_at', p_now);
  end if;
  if v_schedule.cron_expression is not null then
    v_slot := nightshift.latest_slot(v_schedule.cron_expression, p_now - c_grace, v_schedule.time_zone);
  end if;
  select max(d.slot) into v_latest
  from public.task_dispatches d
  where d.schedule_id = v_schedule.id and d.kind in ('tick', 'missed') and d.dispatched_at <= p_now + interval
    '1 minute';
  v_ends := nightshift.latest_ends(v_schedule.id);
  if v_slot > v_schedule.active_since and (v_latest is null or v_latest < v_slot) then
    v_status := 'late';
    v_reason := nightshift.find_stuck_reason(v_schedule, v_slot, p_now);
  elsif jsonb_path_query_array(v_ends, '$[*] ? (@.status == "failed")') = v_ends and jsonb_array_length(v_ends) = 3 then
    v_status := 'failing';
    v_reason := 'The latest 3 runs failed. Their system rows say why.';
  elsif v_ends -> 0 ->> 'status' = 'cancelled' then
    v_status := 'unknown';
    v_reason := 'The latest run did nothing: all emails wait for a budget, a price or a key.';
  else
    v_reason := nightshift.find_stuck_reason(v_schedule, v_slot, p_now);
    v_status := case when v_reason is not null then 'stuck' when v_ends is null then 'unknown' else 'ok' end;
    if v_status = 'unknown' and v_schedule.cron_expression is null then
      v_reason := 'It runs on demand and has no scheduled times.';
    end if;
  end if;
  if v_status in ('ok', 'unknown') and nightshift.find_late_look(p_now) is not null then
    v_status := 'late';
    v_reason := nightshift.find_late_look(p_now);
  end if;
  return jsonb_build_object(
    'status', v_status,
    'expected_slot', v_slot,
    'latest_slot', v_latest,
    'next_slot', case when v_schedule.cron_expression is not null
      then nightshift.next_slot(v_schedule.cron_expression, p_now, v_schedule.time_zone) end,
    'checked_at', p_now
  ) || jsonb_strip_nulls(jsonb_build_object('reason', v_reason));
end
$$;
comment on function nightshift.health(text, timestamptz) is
'For an outside monitor, computed from the clock. ok: a run has finished lately and nothing is broken. late: a slot '
'passed 3 minutes ago without a dispatch, or the system health check has not looked for three intervals. '
'failing: the latest 3 runs failed. stuck: scheduled work does not get done, '
'the reason says why. unknown: paused, not installed, never run, or waiting for a budget. The reason has no words of '
'an error, and no tenant data.';
revoke all on function nightshift.health(text, timestamptz) from public;
