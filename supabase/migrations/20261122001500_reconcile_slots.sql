-- Reconcile, second part: slots that no tick came for, and the one function that pg_cron runs every minute.
--
-- pg_cron never makes up for ticks of a downtime and does not tell of them. Every expected slot is
-- looked at once: it has its dispatch, or it gets one that says what was done about it.
-- Locks: rows only. Time: milliseconds; a slot a minute for 31 days takes some minutes of passes.

create table if not exists nightshift.schedule_watermarks (
  schedule_id uuid primary key references public.task_schedules (id) on delete cascade,
  judged_until timestamptz not null
);
alter table nightshift.schedule_watermarks enable row level security;
comment on table nightshift.schedule_watermarks is 'Up to where the slots of a schedule have been looked at.';
comment on column nightshift.schedule_watermarks.schedule_id is 'the schedule';
comment on column nightshift.schedule_watermarks.judged_until is 'every slot up to this time has a dispatch';

create or replace function nightshift.undispatched_slots(p_schedule public.task_schedules, p_after timestamptz, p_until timestamptz)
returns setof timestamptz
language sql stable set search_path = ''
as $$
  select expected.at
  from nightshift.cron_slots(p_schedule.cron_expression, p_after, p_until) as expected (at)
  where expected.at > p_after and not exists (
    select from public.task_dispatches d
    where d.schedule_id = p_schedule.id and d.slot = expected.at and d.kind in ('tick', 'missed'))
$$;
comment on function nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz) is
'Slots of a schedule after p_after and up to p_until that have no dispatch.';
revoke all on function nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz) from public;

create or replace function nightshift.judge_slots(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_grace constant interval := interval '50 seconds';
  c_most_slots constant integer := 500;
  v_schedule public.task_schedules;
  v_from timestamptz;
  v_missed record;
  v_reason text;
  v_count integer := 0;
begin
  for v_schedule in select s.* from public.task_schedules s where s.enabled order by s.id loop
    select greatest(max(w.judged_until), v_schedule.active_since, p_now - interval '31 days') into v_from
    from nightshift.schedule_watermarks w
    where w.schedule_id = v_schedule.id;

    for v_missed in
      select u.slot, lead(u.slot) over (order by u.slot) is null as is_latest,
        exists (
          select from public.task_dispatches later
          where later.schedule_id = v_schedule.id and later.kind = 'tick' and later.slot > u.slot
        ) as is_overtaken
      from nightshift.undispatched_slots(v_schedule, v_from, p_now - c_grace) as u (slot)
      order by u.slot
      limit c_most_slots
    loop
      v_reason := case
        when v_missed.slot < p_now - v_schedule.missed_window then 'it is older than the window of the schedule'
        when v_schedule.missed_policy = 'skip' then 'policy "skip"'
        when v_schedule.missed_policy = 'run_once' and v_missed.is_overtaken then 'a later slot has run'
        when v_schedule.missed_policy = 'run_once' and not v_missed.is_latest then 'policy "run_once" runs the latest missed slot'
      end;
      -- Backfilled slots run one after the other where they may not overlap.
      exit when v_reason is null and v_schedule.overlap_policy = 'skip'
        and nightshift.unfinished_task(v_schedule.id, v_missed.slot) is not null;
      perform nightshift.open_dispatch(
        v_schedule.id, v_missed.slot, 'missed',
        p_cancel_reason => 'missed: no tick came for this slot, pg_cron or the database was down; not made up for: ' || v_reason || '.',
        p_now => p_now
      );
      v_from := v_missed.slot;
      v_count := v_count + 1;
    end loop;

    insert into nightshift.schedule_watermarks as w (schedule_id, judged_until)
    select v_schedule.id, coalesce(
      (select min(u.slot) - interval '1 second'
       from nightshift.undispatched_slots(v_schedule, v_from, p_now - c_grace) as u (slot)),
      greatest(p_now - c_grace, v_from))
    on conflict (schedule_id) do update set judged_until = greatest(w.judged_until, excluded.judged_until);
  end loop;
  return v_count;
end
$$;
comment on function nightshift.judge_slots(timestamptz) is
'Finds slots that passed 50 s ago without a tick and handles them by the policy of their schedule, up to 500 of each at once. Returns how many.';
revoke all on function nightshift.judge_slots(timestamptz) from public;

create or replace function nightshift.prune(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_pruned integer;
begin
  with old_cron_runs as (
    delete from cron.job_run_details c
    where c.runid in (select o.runid from cron.job_run_details o where o.end_time < p_now - interval '7 days' limit 1000)
    returning 1
  ), old_dispatches as ( -- the oldest come first by their ids, so the others need not be looked at
    delete from public.task_dispatches d
    where d.id in (
      select o.id from (select t.id, t.dispatched_at from public.task_dispatches t order by t.id limit 1000) o
      where o.dispatched_at < p_now - interval '90 days')
    returning 1
  ), old_alerts as (
    delete from nightshift.alerts a
    where a.id in (
      select o.id from (select t.id, t.created_at from nightshift.alerts t order by t.id limit 1000) o
      where o.created_at < p_now - interval '30 days')
    returning 1
  ), old_counters as (
    delete from nightshift.rate_counters c
    where c.subject in (select o.subject from nightshift.rate_counters o where o.paid_until < p_now - interval '1 hour' limit 1000)
    returning 1
  ), old_answers as (
    -- One for each request with a key, so of these more may come in a minute.
    delete from nightshift.idempotent_answers a
    where a.key_hash in (select o.key_hash from nightshift.idempotent_answers o where o.expires_at <= p_now order by o.expires_at limit 10000)
    returning 1
  ), old_usage as (
    delete from public.ai_usage u
    where u.id in (select o.id from public.ai_usage o where o.created_at < p_now - interval '400 days' order by o.created_at limit 1000)
    returning 1
  ), old_days as (
    delete from nightshift.spend_days d
    where d.ctid = any (array(select o.ctid from nightshift.spend_days o where o.day < (p_now - interval '400 days')::date limit 1000))
    returning 1
  ), old_notices as (
    delete from nightshift.spending_notices n
    where n.ctid = any (array(select o.ctid from nightshift.spending_notices o where o.noted_at < p_now - interval '90 days' limit 1000))
    returning 1
  ), old_reservations as ( -- booked: nobody settles a claim of last week
    delete from nightshift.budget_reservations r
    where r.id in (select o.id from nightshift.budget_reservations o where o.booked_at < p_now - interval '7 days' limit 1000)
    returning 1
  )
  select (select count(*) from old_cron_runs) + (select count(*) from old_dispatches) + (select count(*) from old_alerts)
    + (select count(*) from old_counters) + (select count(*) from old_answers) + (select count(*) from old_usage)
    + (select count(*) from old_days) + (select count(*) from old_notices) + (select count(*) from old_reservations)
  into v_pruned;
  return v_pruned;
end
$$;
comment on function nightshift.prune(timestamptz) is
'Removes, up to 1000 at once, pg_cron''s run details after 7 days, alerts after 30, dispatches and notices of spending after 90, the ledger of AI usage and its sums by day after 400, counters of rate limits an hour after their last request and, up to 10000, answers to requests with an Idempotency-Key when they have expired. The log itself is never pruned. Returns how many.';
revoke all on function nightshift.prune(timestamptz) from public;

create or replace function nightshift.reconcile(p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_step text;
  v_count integer;
  v_report jsonb := jsonb_build_object();
begin
  if to_regclass('public.autonomous_tasks') is null then
    return jsonb_build_object('outcome', 'not_installed');
  elsif not pg_catalog.pg_try_advisory_xact_lock(hashtext('nightshift.reconcile')) then
    return jsonb_build_object('outcome', 'already_running');
  end if;
  foreach v_step in array array['copy_cron_facts', 'judge_dispatches', 'judge_runs', 'retry_dispatches', 'judge_slots', 'raise_alerts', 'send_alerts', 'prune', 'queue_earlier_emails', 'check_rights', 'judge_budgets'] loop
    begin
      execute format('select nightshift.%I($1)', v_step) into v_count using p_now;
      v_report := v_report || jsonb_build_object(v_step, v_count);
    exception when others then
      -- One broken step must not keep the others from their work; the warning stands in the log.
      raise warning 'nightshift.%: % (%)', v_step, sqlerrm, sqlstate;
      v_report := v_report || jsonb_build_object(v_step, sqlerrm);
    end;
  end loop;
  return v_report;
end
$$;
comment on function nightshift.reconcile(timestamptz) is
'Makes dispatches, runs and slots agree with what happened; called every minute by pg_cron. Returns a count for each step, or its error.';
revoke all on function nightshift.reconcile(timestamptz) from public;
