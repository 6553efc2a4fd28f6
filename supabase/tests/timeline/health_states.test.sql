-- Test: of 15 states in which scheduled work does not get done none is ok, and 5 in which it does are.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/alerts.psql
set local client_min_messages = error;
delete from public.task_schedules s where s.name <> 'half-hourly';
update public.task_schedules s set active_since = '2026-03-01 06:45Z' where s.name = 'half-hourly';

-- What a state is made of: reconcile by the minute, and slots that end as told.
create function pg_temp.pass(p_from text, p_minutes integer) returns void
language plpgsql as $$
begin
  for v_minute in 0 .. p_minutes loop
    perform nightshift.reconcile(p_from::timestamptz + make_interval(mins => v_minute));
  end loop;
end
$$;
create function pg_temp.reconciled(p_at text) returns void
language sql as $$
  insert into nightshift.reconcile_steps (step, ran_at) values ('reconcile', p_at::timestamptz) on conflict (step) do update set ran_at = excluded.ran_at
$$;
create function pg_temp.well(p_until text) returns void
language plpgsql as $$
begin
  for v_slot in 0 .. 100 loop
    exit when '2026-03-01 07:00Z'::timestamptz + make_interval(mins => 30 * v_slot) > p_until::timestamptz;
    perform pg_temp.end_slot(('2026-03-01 07:00Z'::timestamptz + make_interval(mins => 30 * v_slot))::text, 'completed', null);
  end loop;
  perform pg_temp.reconciled(p_until);
end
$$;
create function pg_temp.break_secret() returns void language sql as $$
  create or replace function nightshift.read_secret(p_name text) returns text language plpgsql stable set search_path = ''
  as 'begin raise exception ''invalid ciphertext''; end'
$$;
create function pg_temp.job(p_active boolean) returns void language sql as $$
  select cron.alter_job(j.jobid, active := p_active) from cron.job j where j.jobname = 'half-hourly'
$$;

-- state: what is done to a project that was well until 12:00, asked at 12:34 unless at says otherwise.
create temp table states (n serial, name text, expected text, at text default '2026-03-01 12:34Z', steps text);
insert into states (name, expected, steps) values
  ('the job is switched off', 'unknown', $$ select pg_temp.job(false), pg_temp.reconciled('2026-03-01 12:34Z') $$),
  ('reconcile is off', 'stuck', $$ select pg_temp.end_slot('2026-03-01 12:30Z', 'completed', null) $$),
  ('the launcher is dead', 'late', $$ select 1 $$),
  ('Vault has no secret', 'stuck', $$ select pg_temp.end_slot('2026-03-01 12:30Z', 'completed', null), pg_temp.reconciled('2026-03-01 12:34Z'); delete from vault.secrets where name = 'cron_secret' $$),
  ('Vault cannot be read', 'stuck', $$ select pg_temp.break_secret(), pg_temp.dispatch('2026-03-01 12:30Z'), pg_temp.reconciled('2026-03-01 12:34Z') $$),
  ('a job is gone after a restore', 'stuck', $$ select cron.unschedule('half-hourly'), pg_temp.end_slot('2026-03-01 12:30Z', 'completed', null), pg_temp.reconciled('2026-03-01 12:34Z') $$),
  ('the job of reconcile is gone', 'stuck', $$ select cron.unschedule('nightshift-reconcile'), pg_temp.end_slot('2026-03-01 12:30Z', 'completed', null), pg_temp.reconciled('2026-03-01 12:34Z') $$),
  ('a step of reconcile fails', 'stuck', $$ select pg_temp.end_slot('2026-03-01 12:30Z', 'completed', null), pg_temp.reconciled('2026-03-01 12:34Z'),
     nightshift.note_problem('judge_runs', null, 'It is broken.', '2026-03-01 12:33Z') $$),
  ('the clock was ahead', 'stuck', $$ select pg_temp.end_slot('2026-03-01 12:30Z', 'completed', null), pg_temp.dispatch('2026-03-01 15:00Z'), pg_temp.reconciled('2026-03-01 12:34Z') $$);
insert into states (name, expected, at, steps) values
  ('the function answers 401', 'failing', '2026-03-01 13:34Z', $$ select pg_temp.dispatch_and_answer(s, 401), pg_temp.pass(s, 1)
     from unnest(array['2026-03-01 12:30Z', '2026-03-01 13:00Z', '2026-03-01 13:30Z']) s; select pg_temp.reconciled('2026-03-01 13:34Z') $$),
  ('the provider refuses', 'failing', '2026-03-01 13:34Z', $$ select pg_temp.end_slot(s, 'failed', '5 of 5 emails could not be analyzed.')
     from unnest(array['2026-03-01 12:30Z', '2026-03-01 13:00Z', '2026-03-01 13:30Z']) s; select pg_temp.reconciled('2026-03-01 13:34Z') $$),
  ('the function hangs', 'stuck', '2026-03-01 14:04Z', $$ select nightshift.start_run((nightshift.dispatch('half-hourly', '2026-03-01 12:30Z') ->> 'task_id')::uuid,
     p_lease_seconds => 3600, p_now => '2026-03-01 13:10Z'), pg_temp.dispatch('2026-03-01 13:00Z'), pg_temp.dispatch('2026-03-01 13:30Z'),
     pg_temp.dispatch('2026-03-01 14:00Z'), pg_temp.reconciled('2026-03-01 14:04Z') $$),
  ('a task stays pending', 'stuck', '2026-03-01 13:34Z', $$ update public.task_schedules set overlap_policy = 'allow'; select pg_temp.dispatch('2026-03-01 12:30Z'),
     pg_temp.end_slot('2026-03-01 13:00Z', 'completed', null), pg_temp.end_slot('2026-03-01 13:30Z', 'completed', null), pg_temp.reconciled('2026-03-01 13:34Z') $$),
  ('a lease is stuck', 'stuck', '2026-03-01 13:34Z', $$ update public.task_schedules set overlap_policy = 'allow';
     select nightshift.start_run((nightshift.dispatch('half-hourly', '2026-03-01 12:30Z') ->> 'task_id')::uuid, p_now => '2026-03-01 12:30:01Z'),
     pg_temp.end_slot('2026-03-01 13:00Z', 'completed', null), pg_temp.end_slot('2026-03-01 13:30Z', 'completed', null), pg_temp.reconciled('2026-03-01 13:34Z') $$),
  ('three ticks are skipped', 'stuck', '2026-03-01 14:04Z', $$ select nightshift.open_dispatch(x.id, s::timestamptz, 'tick', p_cancel_reason => 'skipped: it is busy.', p_now => s::timestamptz)
     from public.task_schedules x, unnest(array['2026-03-01 12:30Z', '2026-03-01 13:00Z', '2026-03-01 13:30Z', '2026-03-01 14:00Z']) s; select pg_temp.reconciled('2026-03-01 14:04Z') $$),
  ('the budget is used up', 'unknown', '2026-03-01 12:34Z', $$ select pg_temp.dispatch_and_answer('2026-03-01 12:30Z', 202), pg_temp.pass('2026-03-01 12:30:02Z', 0);
     update public.autonomous_tasks t set status = 'cancelled', error_message = 'Emails wait.' where t.id = (pg_temp.task_of('2026-03-01 12:30Z')).id; select pg_temp.reconciled('2026-03-01 12:34Z') $$),

  ('a run has just ended', 'ok', '2026-03-01 12:34Z', $$ select pg_temp.end_slot('2026-03-01 12:30Z', 'completed', null), pg_temp.reconciled('2026-03-01 12:34Z') $$),
  ('a run works', 'ok', '2026-03-01 12:34Z', $$ select nightshift.start_run((nightshift.dispatch('half-hourly', '2026-03-01 12:30Z') ->> 'task_id')::uuid, p_lease_seconds => 600,
     p_now => '2026-03-01 12:30:01Z'), pg_temp.reconciled('2026-03-01 12:34Z') $$),
  ('one tick is skipped', 'ok', '2026-03-01 13:04Z', $$ select nightshift.start_run((nightshift.dispatch('half-hourly', '2026-03-01 12:30Z') ->> 'task_id')::uuid, p_lease_seconds => 3600,
     p_now => '2026-03-01 12:30:01Z'), pg_temp.dispatch('2026-03-01 13:00Z'), pg_temp.reconciled('2026-03-01 13:04Z') $$),
  ('one run failed in part', 'ok', '2026-03-01 12:34Z', $$ select pg_temp.end_slot('2026-03-01 12:30Z', 'partial_failure', 'Some.'), pg_temp.reconciled('2026-03-01 12:34Z') $$),
  ('a missed slot was made up for', 'ok', '2026-03-01 13:04Z', $$ select pg_temp.pass('2026-03-01 12:31Z', 0); update public.autonomous_tasks t set status = 'running', executed_at = '2026-03-01 12:31:30Z' where t.status = 'pending';
     update public.autonomous_tasks t set status = 'completed', completed_at = '2026-03-01 12:32Z' where t.status = 'running';
     select pg_temp.end_slot('2026-03-01 13:00Z', 'completed', null), pg_temp.reconciled('2026-03-01 13:04Z') $$);
-- pg_net that is gone has a test of its own, as only a superuser can take it away: reconcile/pg_net_gone_test.ts.
select plan((select count(*) + 2 from states)::integer);
select is((select count(*) from states where expected <> 'ok'), 16::bigint, '15 broken states and one more');
select is((select count(*) from states where expected = 'ok'), 5::bigint, '5 healthy states');

create temp table seen (n integer, health jsonb);
create function pg_temp.reach(p_state states) returns jsonb
language plpgsql as $$
declare
  v_health jsonb;
begin
  -- Each state begins at a project that was well until noon, and is undone by an error.
  begin
    perform pg_temp.well('2026-03-01 12:00Z');
    execute p_state.steps;
    v_health := nightshift.health('half-hourly', p_state.at::timestamptz);
    raise exception 'undo' using errcode = 'NS001';
  exception when sqlstate 'NS001' then
    return v_health;
  end;
end
$$;
select is(h.health ->> 'status', s.expected, format('%s: %s (%s)', s.name, s.expected, h.health ->> 'reason'))
from states s
cross join lateral (select pg_temp.reach(s) as health) h
order by s.n;

select * from finish();
rollback;
