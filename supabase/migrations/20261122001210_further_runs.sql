-- Further runs: beside a tick for a large backlog, after a run while emails are left, and by hand.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.open_parallel_dispatches(
  p_schedule public.task_schedules, p_slot timestamptz, p_parent_task_id uuid, p_now timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  c_emails_for_each_run constant integer := 200;
  v_runs integer := 1;
begin
  if p_schedule.task_type <> 'continuous_intelligence_update' or p_schedule.max_parallel_runs = 1 then
    return;
  end if;
  select least(p_schedule.max_parallel_runs, ceil(count(*) / c_emails_for_each_run::numeric)) into v_runs
  from (
    select from nightshift.email_queue q
      where q.failed_at is null limit p_schedule.max_parallel_runs * c_emails_for_each_run
  ) waiting;
  for v_run in 2 .. v_runs loop
    perform nightshift.open_dispatch(
      p_schedule.id, p_slot, 'parallel', jsonb_build_object('parent_task_id', p_parent_task_id), p_now => p_now);
  end loop;
end
$$;
comment on function nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz) is
'Adds a run for every further 200 waiting emails, up to max_parallel_runs of the schedule in all.';
revoke all on function nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz)
  from public;

create or replace function nightshift.run_now(p_schedule text, p_now timestamptz default clock_timestamp())
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_schedule_id uuid := (select s.id from public.task_schedules s where s.name = p_schedule);
begin
  if v_schedule_id is null then
    raise exception 'schedule_not_found: there is no schedule "%".', p_schedule using errcode = 'PT404';
  end if;
  return nightshift.open_dispatch(v_schedule_id, date_trunc('minute', p_now), 'manual', p_now => p_now);
end
$$;
comment on function nightshift.run_now(text, timestamptz) is
'Starts a schedule by hand, whatever its scheduled times and policies are. Error: PT404 schedule_not_found.';
revoke all on function nightshift.run_now(text, timestamptz) from public;

create or replace function nightshift.next_continuation(p_run_id uuid) returns integer
language sql stable set search_path = ''
as $$
  select case when n.number <= 500 then n.number end
  from (
    select 1 + coalesce((
      select (t.input_data -> 'continuation')::integer
      from public.autonomous_tasks t
      where t.id = p_run_id and t.workspace_id is null and jsonb_typeof(t.input_data -> 'continuation') = 'number'), 0)
  ) as n (number)
$$;
comment on function nightshift.next_continuation(uuid) is
'How many runs in a row the one after this would make, from 1. Null beyond 500: then the chain ends.';
revoke all on function nightshift.next_continuation(uuid) from public;

create or replace function nightshift.continue_run(p_run_id uuid, p_now timestamptz default clock_timestamp())
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_number constant integer := nightshift.next_continuation(p_run_id);
  v_schedule public.task_schedules;
begin
  select s.* into v_schedule
  from public.task_schedules s
  where s.id = coalesce(
    (select d.schedule_id from public.task_dispatches d where d.task_id = p_run_id limit 1),
    (select c.id from public.task_schedules c where c.name = 'continuous-intelligence'));
  if v_schedule.id is null or not v_schedule.enabled or v_number is null
    or not exists (
      select
      from nightshift.workspace_turns w
      join nightshift.email_queue q on q.workspace_id = w.workspace_id and q.failed_at is null
      where w.due_at <= p_now and q.next_attempt_at <= p_now
        and (q.lease_expires_at is null or q.lease_expires_at <= p_now))
  then
    return null;
  end if;
  return nightshift.open_dispatch(
    v_schedule.id,
    coalesce((select min(d.slot) from public.task_dispatches d where d.task_id = p_run_id),
      nightshift.latest_slot(v_schedule.cron_expression, p_now, v_schedule.time_zone)),
    'continuation',
    jsonb_build_object('parent_task_id', p_run_id, 'continuation', v_number),
    p_now => p_now
  );
end
$$;
comment on function nightshift.continue_run(uuid, timestamptz) is
'Dispatches one further run when emails can still be claimed after this one, up to 500 in a row. Returns null when '
'none is needed or allowed.';
revoke all on function nightshift.continue_run(uuid, timestamptz) from public;
