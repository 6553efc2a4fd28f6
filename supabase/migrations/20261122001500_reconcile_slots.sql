-- Reconcile, third part: the pg_cron jobs of the schedules, and scheduled times that no tick came for.
--
-- pg_cron never makes up for the ticks of a downtime and does not report them. Every expected slot is
-- looked at once: it has its dispatch, or it gets one that says what was done about it. What somebody has
-- changed about a job in pg_cron itself is respected: switched off means paused.
-- Locks: rows only. Time: milliseconds. A slot a minute for 31 days takes some minutes of passes.

create table if not exists nightshift.schedule_watermarks (
  schedule_id uuid primary key references public.task_schedules (id) on delete cascade,
  judged_until timestamptz not null
);
alter table nightshift.schedule_watermarks enable row level security;
comment on table nightshift.schedule_watermarks is 'Up to where the slots of a schedule have been looked at.';
comment on column nightshift.schedule_watermarks.schedule_id is 'the schedule';
comment on column nightshift.schedule_watermarks.judged_until is 'every slot up to this time has a dispatch';

create or replace function nightshift.find_job(p_schedule public.task_schedules, out state text, out expression text)
language plpgsql stable set search_path = ''
as $$
begin
  select case
      when not j.active then 'switched_off'
      when nightshift.trim_expression(j.schedule) <> case
        when p_schedule.time_zone = 'UTC' then p_schedule.cron_expression
        else (select w.expression from nightshift.cron_jobs w where w.schedule_id = p_schedule.id)
      end then 'edited'
      else 'active'
    end, j.schedule
  into state, expression
  from cron.job j
  where j.jobname = p_schedule.name and j.command = format('select nightshift.dispatch(%L)', p_schedule.name);
  state := coalesce(state, 'missing');
exception when undefined_table or invalid_schema_name then
  state := 'missing';
end
$$;
comment on function nightshift.find_job(public.task_schedules) is
'The pg_cron job of a schedule: active, switched_off, edited (it has another expression than Nightshift gave it) or '
'missing, and its expression, which is in UTC.';
revoke all on function nightshift.find_job(public.task_schedules) from public;

create or replace function nightshift.job_state(p_schedule public.task_schedules) returns text
language sql stable set search_path = ''
as $$ select j.state from nightshift.find_job(p_schedule) j $$;
comment on function nightshift.job_state(public.task_schedules) is
  'active, switched_off, edited or missing, see find_job.';
revoke all on function nightshift.job_state(public.task_schedules) from public;

create or replace function nightshift.renew_cron_job(p_schedule public.task_schedules, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
begin
  -- Time zones get new rules. Once a day is enough, as a job is written for 400 days.
  if not exists (
    select from nightshift.cron_jobs w
    where w.schedule_id = p_schedule.id and w.written_at between p_now - interval '1 day' and p_now + interval '1 day'
  ) then
    perform nightshift.write_cron_job(p_schedule, p_now);
  end if;
end
$$;
comment on function nightshift.renew_cron_job(public.task_schedules, timestamptz) is
'Part of judge_jobs: writes the pg_cron job of a schedule in another time zone anew when it is a day old.';
revoke all on function nightshift.renew_cron_job(public.task_schedules, timestamptz) from public;

create or replace function nightshift.adopt_job(p_schedule public.task_schedules, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_job record;
begin
  select * into v_job from nightshift.find_job(p_schedule);
  if v_job.state = 'switched_off' then
    -- Paused: nothing is expected before it is switched on again.
    update public.task_schedules s set active_since = p_now where s.id = p_schedule.id and s.active_since < p_now;
    return false;
  elsif v_job.state = 'edited' then
    -- Whoever edits a job in pg_cron means UTC, as pg_cron says.
    -- Raises when pg_cron accepts what we cannot read. Then it stays as it is, and is reported.
    update public.task_schedules s
    set cron_expression = v_job.expression, time_zone = 'UTC', active_since = p_now
    where s.id = p_schedule.id;
    return true;
  elsif v_job.state = 'active' and p_schedule.time_zone <> 'UTC' then
    perform nightshift.renew_cron_job(p_schedule, p_now);
  end if;
  return false;
end
$$;
comment on function nightshift.adopt_job(public.task_schedules, timestamptz) is
'Part of judge_jobs: follows what was changed in pg_cron for one schedule. Returns whether an expression was adopted.';
revoke all on function nightshift.adopt_job(public.task_schedules, timestamptz) from public;

create or replace function nightshift.judge_jobs(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.task_schedules;
  v_adopted integer := 0;
begin
  for v_schedule in
    select s.* from public.task_schedules s where s.enabled and s.cron_expression is not null order by s.id
  loop
    begin
      v_adopted := v_adopted + nightshift.adopt_job(v_schedule, p_now)::integer;
    exception when others then
      perform nightshift.note_problem('judge_jobs', v_schedule.name,
        format('The pg_cron job "%s" was given another expression, which Nightshift cannot read: %s Edit '
          'cron_expression in task_schedules.',
          v_schedule.name, sqlerrm), p_now);
    end;
  end loop;
  return v_adopted;
end
$$;
comment on function nightshift.judge_jobs(timestamptz) is
'Follows what somebody has changed in pg_cron: a job that was switched off is a paused schedule, and an edited '
'expression is adopted. Returns how many expressions were adopted.';
revoke all on function nightshift.judge_jobs(timestamptz) from public;

create or replace function nightshift.undispatched_slots(
  p_schedule public.task_schedules, p_after timestamptz, p_until timestamptz, p_now timestamptz
) returns setof timestamptz
language sql stable set search_path = ''
as $$
  -- A dispatch from the future was made while the clock was ahead, and does not count.
  select expected.at
  from nightshift.cron_slots(p_schedule.cron_expression, p_after, p_until, p_schedule.time_zone) as expected (at)
  where expected.at > p_after and not exists (
    select from public.task_dispatches d
    where d.schedule_id = p_schedule.id and d.slot = expected.at and d.kind in ('tick', 'missed')
      and d.dispatched_at <= p_now + interval '1 minute')
$$;
comment on function nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz, timestamptz) is
'Slots of a schedule after p_after and up to p_until that have no dispatch.';
revoke all on function nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz, timestamptz)
  from public;

create or replace function nightshift.cron_time_zone() returns text
language sql stable set search_path = ''
as $$ select coalesce(current_setting('cron.timezone', true), 'GMT') $$;
comment on function nightshift.cron_time_zone() is 'The time zone that pg_cron works in. Versions before 1.5 always '
  'use GMT.';
revoke all on function nightshift.cron_time_zone() from public;

create or replace function nightshift.list_cron_runs(p_schedule public.task_schedules, p_since timestamptz)
returns table (minute timestamptz, runid bigint, said text)
language plpgsql stable set search_path = ''
as $$
begin
  return query
  select date_trunc('minute', r.start_time), max(r.runid),
    nightshift.plain_line(string_agg(concat_ws(': ', r.status, r.return_message), '; ' order by r.runid), 500)
  from cron.job_run_details r
  where r.command = format('select nightshift.dispatch(%L)', p_schedule.name) and r.start_time >= p_since
  group by 1;
exception when undefined_table or invalid_schema_name then
  return;
end
$$;
comment on function nightshift.list_cron_runs(public.task_schedules, timestamptz) is
'What pg_cron recorded about the ticks of a schedule since a time, by minute.';
revoke all on function nightshift.list_cron_runs(public.task_schedules, timestamptz) from public;

create or replace function nightshift.list_missed_slots(p_schedule public.task_schedules, p_from timestamptz,
  p_until timestamptz, p_now timestamptz)
returns table (slot timestamptz, is_latest boolean, is_overtaken boolean, cause text)
language sql stable set search_path = ''
as $$
  with missed as materialized (
    select u.at, lead(u.at) over (order by u.at) is null as is_latest
    from nightshift.undispatched_slots(p_schedule, p_from, p_until, p_now) as u (at)
  ), runs as materialized ( -- read once, as the table of pg_cron has no index for it
    select r.* from nightshift.list_cron_runs(p_schedule, (select min(m.at) from missed m)) r
  )
  select m.at, m.is_latest,
    exists (
      select from public.task_dispatches later
      where later.schedule_id = p_schedule.id and later.kind = 'tick' and later.slot > m.at
        and later.dispatched_at <= p_now + interval '1 minute'),
    case
      when r.runid is not null then
        format('pg_cron came (run %s), but nothing was dispatched: %s', r.runid,
          coalesce(r.said, 'no reason was recorded'))
      when nightshift.cron_time_zone() not in ('GMT', 'UTC', 'Etc/UTC', 'Etc/GMT') then
        format('pg_cron works in the time zone %s (cron.timezone), but its jobs are in UTC',
          nightshift.cron_time_zone())
    end
  from missed m
  left join runs r on r.minute = m.at
  order by m.at
  limit 500
$$;
comment on function nightshift.list_missed_slots(public.task_schedules, timestamptz, timestamptz, timestamptz) is
'Slots without a tick, the oldest 500, with what is known about each. cause: null when no tick came at all.';
revoke all on function nightshift.list_missed_slots(public.task_schedules, timestamptz, timestamptz, timestamptz)
  from public;

create or replace function nightshift.why_not_made_up_for(
  p_schedule public.task_schedules, p_slot timestamptz, p_is_latest boolean, p_is_overtaken boolean, p_now timestamptz
) returns text
language sql stable set search_path = ''
as $$
  select case
    when p_slot < p_now - p_schedule.missed_window then 'it is older than the window of the schedule'
    when p_schedule.missed_policy = 'skip' then 'policy "skip"'
    when p_schedule.missed_policy = 'run_once' and p_is_overtaken then 'a later slot has run'
    when p_schedule.missed_policy = 'run_once' and not p_is_latest then 'policy "run_once" runs the latest missed slot'
  end
$$;
comment on function nightshift.why_not_made_up_for(public.task_schedules, timestamptz, boolean, boolean, timestamptz) is
'Why a schedule does not run a missed slot. Null when it does.';
revoke all on function nightshift.why_not_made_up_for(public.task_schedules, timestamptz, boolean, boolean, timestamptz)
  from public;

create or replace function nightshift.make_up_for_slot(
  p_schedule_id uuid, p_slot timestamptz, p_cause text, p_reason text, p_now timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_result jsonb;
begin
  v_result := nightshift.open_dispatch(p_schedule_id, p_slot, 'missed',
    p_cancel_reason => case when p_reason is not null then format('missed: %s; not made up for: %s.',
      coalesce(p_cause, 'no tick came for this slot, pg_cron or the database was down'), p_reason) end,
    p_now => p_now);
  if p_reason is null and p_cause is not null then
    update public.task_dispatches d
    set detail = concat_ws(' ', format('missed: %s; made up for.', p_cause), d.detail)
    where d.task_id = (v_result ->> 'task_id')::uuid and d.kind = 'missed';
  end if;
end
$$;
comment on function nightshift.make_up_for_slot(uuid, timestamptz, text, text, timestamptz) is
'Part of judge_slots: runs a missed slot, or records why not.';
revoke all on function nightshift.make_up_for_slot(uuid, timestamptz, text, text, timestamptz) from public;

create or replace function nightshift.judge_schedule_slots(p_schedule public.task_schedules, p_now timestamptz)
  returns integer
language plpgsql set search_path = ''
as $$
declare
  c_grace constant interval := interval '50 seconds';
  v_judged_until timestamptz := (select w.judged_until from nightshift.schedule_watermarks w
    where w.schedule_id = p_schedule.id);
  v_from timestamptz;
  v_missed record;
  v_reason text;
  v_count integer := 0;
begin
  if v_judged_until > p_now then
    -- Set while the clock was ahead.
    v_judged_until := p_now - interval '10 minutes';
  end if;
  v_from := greatest(v_judged_until, p_schedule.active_since, p_now - interval '31 days');
  for v_missed in select * from nightshift.list_missed_slots(p_schedule, v_from, p_now - c_grace, p_now) loop
    -- Slots are made up for one after the other where they may not overlap.
    v_reason := nightshift.why_not_made_up_for(p_schedule, v_missed.slot, v_missed.is_latest, v_missed.is_overtaken,
      p_now);
    exit when v_reason is null and nightshift.describe_overlap(p_schedule, v_missed.slot, p_now) is not null;
    begin
      perform nightshift.make_up_for_slot(p_schedule.id, v_missed.slot, v_missed.cause, v_reason, p_now);
      v_count := v_count + 1;
    exception when others then
      perform nightshift.note_problem('judge_slots', format('%s %s', p_schedule.name, v_missed.slot), sqlerrm, p_now);
    end;
  end loop;

  insert into nightshift.schedule_watermarks as w (schedule_id, judged_until)
  select p_schedule.id, coalesce(
    (select min(u.at) - interval '1 second'
      from nightshift.undispatched_slots(p_schedule, v_from, p_now - c_grace, p_now) as u (at)),
    greatest(p_now - c_grace, v_from))
  on conflict (schedule_id) do update set judged_until = greatest(w.judged_until, excluded.judged_until);
  return v_count;
end
$$;
comment on function nightshift.judge_schedule_slots(public.task_schedules, timestamptz) is
'Part of judge_slots: the slots of one schedule, up to 500 at once. Returns how many were handled.';
revoke all on function nightshift.judge_schedule_slots(public.task_schedules, timestamptz) from public;

create or replace function nightshift.judge_slots(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.task_schedules;
  v_count integer := 0;
begin
  for v_schedule in
    select s.* from public.task_schedules s where s.enabled and s.cron_expression is not null order by s.id
  loop
    continue when nightshift.job_state(v_schedule) = 'switched_off';
    begin
      v_count := v_count + nightshift.judge_schedule_slots(v_schedule, p_now);
    exception when others then
      perform nightshift.note_problem('judge_slots', v_schedule.name, sqlerrm, p_now);
    end;
  end loop;
  return v_count;
end
$$;
comment on function nightshift.judge_slots(timestamptz) is
'Finds slots that passed 50 s ago without a tick and handles them by the policy of their schedule, up to 500 of each '
'at once. Returns how many.';
revoke all on function nightshift.judge_slots(timestamptz) from public;

create or replace function nightshift.skipped_in_a_row(p_schedule_id uuid)
returns table (skipped bigint, first_slot timestamptz, skipped_at timestamptz, detail text)
language plpgsql stable set search_path = ''
as $$
begin
  return query
  with recent as (
    select d.slot, d.verdict, d.detail, d.dispatched_at
    from public.task_dispatches d
    where d.schedule_id = p_schedule_id and d.kind in ('tick', 'missed')
    order by d.slot desc
    limit 100
  )
  select count(*), min(r.slot), max(r.dispatched_at),
    format('%s ticks in a row were skipped. %s', count(*), (array_agg(r.detail order by r.slot desc))[1])
  from recent r
  where r.verdict = 'skipped'
    and r.slot > coalesce((select max(o.slot) from recent o where o.verdict <> 'skipped'), '-infinity');
end
$$;
comment on function nightshift.skipped_in_a_row(uuid) is
'How many of the latest ticks of a schedule were skipped one after the other, since when, and which task blocks it.';
revoke all on function nightshift.skipped_in_a_row(uuid) from public;
