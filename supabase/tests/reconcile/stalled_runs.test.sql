-- Test: a run that stops without a word is asked for again, taken over, and its former holder can change nothing.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/mail.psql
select plan(45);

update public.task_schedules s set task_type = 'continuous_intelligence_update' where s.name = 'half-hourly';
select pg_temp.receive(:'ours', 'mail', 2, '2026-03-01 08:00Z') \g /dev/null
create function pg_temp.pass(p_now timestamptz) returns text
language plpgsql as $$
declare
  v_judged integer := nightshift.judge_dispatches(p_now);
  v_stalled integer := nightshift.judge_runs(p_now);
begin
  return format('%s judged, %s stalled, %s sent again', v_judged, v_stalled, nightshift.retry_dispatches(p_now));
end
$$;
create temp table holders (name text primary key, run_id uuid, token uuid, claim jsonb);
create function pg_temp.start(p_name text, p_task_id uuid, p_now timestamptz) returns text
language plpgsql as $$
declare
  v_answer jsonb := nightshift.start_run(p_task_id, p_now => p_now);
begin
  insert into holders (name, run_id, token) select p_name, (v_answer ->> 'run_id')::uuid, (v_answer ->> 'run_token')::uuid;
  return v_answer ->> 'outcome';
end
$$;
create function pg_temp.root(p_slot text) returns uuid
language sql as $$ select t.id from pg_temp.task_of(p_slot) t limit 1 $$;
create function pg_temp.claim(p_name text, p_now timestamptz) returns text
language sql as $$
  update holders h set claim = nightshift.claim_emails(h.run_id, p_now => p_now) where h.name = p_name;
  select pg_temp.names(h.claim) from holders h where h.name = p_name
$$;

-- A run that beats

select pg_temp.dispatch_and_answer('2026-03-01 12:00Z', 202) \g /dev/null
select is(pg_temp.start('first', pg_temp.root('2026-03-01 12:00Z'), '2026-03-01 12:00:01Z'), 'started', 'a run starts with a lease of 30 s');
select is(pg_temp.claim('first', '2026-03-01 12:00:02Z'), 'mail-1 mail-2', 'and takes email');
select is(pg_temp.pass('2026-03-01 12:00:30.999Z'), '1 judged, 0 stalled, 0 sent again', 'until its lease ends it is left alone');
select is(
  nightshift.beat_run(run_id, token, 30, '2026-03-01 12:00:20Z'), true, 'a heartbeat') from holders where name = 'first';
select is(pg_temp.pass('2026-03-01 12:00:49.999Z'), '0 judged, 0 stalled, 0 sent again', 'moves the end of the lease on');
select is((pg_temp.queued('mail-1')).lease_expires_at, '2026-03-01 12:00:50Z'::timestamptz, 'and that of its email');
select is(
  nightshift.beat_run(run_id, token, 5, '2026-03-01 12:00:21Z'), true, 'a shorter one') from holders where name = 'first';
select is((select expires_at from nightshift.run_leases), '2026-03-01 12:00:50Z'::timestamptz, 'never moves it back');

-- It stops

select is(pg_temp.pass('2026-03-01 12:00:50Z'), '0 judged, 1 stalled, 1 sent again', 'once its lease has ended it is asked for again in the same pass');
select results_eq(
  $$ select kind, verdict, detail from public.task_dispatches where slot = '2026-03-01 12:00Z' order by dispatched_at $$,
  $$ values ('tick'::text, 'stalled'::text, 'The run started but stopped without reporting its end: its lease ended at 12:00:50 UTC.'::text),
    ('retry', 'sent', null) $$, 'the tick says that it stalled and when');
select is((select status from pg_temp.task_of('2026-03-01 12:00Z') limit 1), 'running', 'the task still counts as running');
select is(pg_temp.pass('2026-03-01 12:00:51Z'), '0 judged, 0 stalled, 0 sent again', 'while that is under way nothing more is done');

-- Another takes over

select pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 12:00Z')).request_id, '2026-03-01 12:00:52Z', 202) \g /dev/null
select is(pg_temp.start('second', pg_temp.root('2026-03-01 12:00Z'), '2026-03-01 12:00:52Z'), 'started', 'the run is taken over');
select ok(f.run_id = s.run_id and f.token <> s.token, 'as the same run under another token')
from holders f, holders s where f.name = 'first' and s.name = 'second';
select is((select attempt from nightshift.run_leases), 2, 'as its second holder');
select is(
  nightshift.start_run(pg_temp.root('2026-03-01 12:00Z'), p_now => '2026-03-01 12:00:53Z') ->> 'outcome', 'not_pending',
  'a third is turned away while this lease lasts');
select is(pg_temp.claim('second', '2026-03-01 12:00:54Z'), 'mail-1 mail-2', 'it gets the email that the first left');
select is(
  (select count(*) from public.autonomous_tasks where input_data ->> 'run_id' = pg_temp.root('2026-03-01 12:00Z')::text), 1::bigint,
  'in the one row of its workspace');

-- The former holder wakes up

create temp view state as
select (select jsonb_agg(to_jsonb(q) order by q.email_id) from nightshift.email_queue q) as queue,
  (select jsonb_agg(to_jsonb(l)) from nightshift.run_leases l) as leases,
  (select jsonb_agg(to_jsonb(t) order by t.id) from public.autonomous_tasks t) as tasks;
create temp table before as table state;
select is(
  nightshift.beat_run(run_id, token, 30, '2026-03-01 12:00:55Z'), false, 'the former holder may not beat')
from holders where name = 'first';
select is(public.beat_run(run_id, token, 30), false, 'nor over the API') from holders where name = 'first';
select is(
  public.claim_emails(run_id, token, 10, 50, 50, 30) ->> 'outcome', 'superseded', 'nor claim') from holders where name = 'first';
select is(
  pg_temp.settle(claim, '2026-03-01 12:00:55Z'), '{"processed": 0, "failed": 0, "stale": 2}'::jsonb, 'nor settle')
from holders where name = 'first';
select is(
  public.finish_run(run_id, token) ->> 'outcome', 'superseded', 'nor finish') from holders where name = 'first';
select is(
  public.finish_agent_run(run_id, token) ->> 'held', 'false', 'in whichever way') from holders where name = 'first';
select results_eq('table state', 'table before', 'and nothing has changed');

-- The second does the work

select is(
  pg_temp.settle(claim, '2026-03-01 12:00:56Z'), '{"processed": 2, "failed": 0, "stale": 0}'::jsonb, 'the holder settles')
from holders where name = 'second';
select is(public.finish_run(run_id, token) ->> 'outcome', 'finished', 'and finishes') from holders where name = 'second';
select results_eq(
  $$ select status, output_data ->> 'total_emails_processed' from pg_temp.task_of('2026-03-01 12:00Z') limit 1 $$,
  $$ values ('completed'::text, '2'::text) $$, 'the task is completed with all its email');
select is_empty('select from nightshift.run_leases', 'nobody holds it any more');
select is(pg_temp.pass('2026-03-01 12:05Z'), '1 judged, 0 stalled, 0 sent again', 'and nobody asks for it');

-- A run that stalls three times

select pg_temp.receive(:'ours', 'more', 1, '2026-03-01 08:00Z') \g /dev/null
select pg_temp.dispatch_and_answer('2026-03-01 12:30Z', 202) \g /dev/null
select pg_temp.start('a', pg_temp.root('2026-03-01 12:30Z'), '2026-03-01 12:30:01Z') \g /dev/null
select pg_temp.pass('2026-03-01 12:30:31Z') \g /dev/null
select is(pg_temp.start('b', pg_temp.root('2026-03-01 12:30Z'), '2026-03-01 12:30:32Z'), 'started', 'another run is taken over');
select is(pg_temp.pass('2026-03-01 12:31:10Z'), '1 judged, 1 stalled, 0 sent again', 'and stalls again: now it is asked for later');
select is(pg_temp.pass('2026-03-01 12:32:25Z'), '0 judged, 0 stalled, 1 sent again', 'for the third time');
select pg_temp.start('c', pg_temp.root('2026-03-01 12:30Z'), '2026-03-01 12:32:26Z') \g /dev/null
select is(pg_temp.claim('c', '2026-03-01 12:32:27Z'), 'more-1', 'the third holder takes email');
select is(pg_temp.pass('2026-03-01 12:33:10Z'), '1 judged, 1 stalled, 0 sent again', 'and stalls as well');
select results_eq(
  $$ select status, error_message from pg_temp.task_of('2026-03-01 12:30Z') limit 1 $$,
  $$ values ('failed'::text,
    'The run started but stopped without reporting its end: its lease ended at 12:32:56 UTC. Given up after 3 attempts.'::text) $$,
  'then the task fails with a sentence');
select is((pg_temp.queued('more-1')).lease_token, null, 'its email is handed back');
select is_empty(
  $$ select from public.autonomous_tasks where workspace_id is not null and status = 'running' $$, 'no row of a workspace is left running');

-- A run that stalls, and then the function refuses

select pg_temp.dispatch_and_answer('2026-03-01 13:00Z', 202) \g /dev/null
select pg_temp.start('d', pg_temp.root('2026-03-01 13:00Z'), '2026-03-01 13:00:01Z') \g /dev/null
select pg_temp.pass('2026-03-01 13:00:31Z') \g /dev/null
select pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 13:00Z')).request_id, '2026-03-01 13:00:32Z', 401) \g /dev/null
select is(pg_temp.pass('2026-03-01 13:01Z'), '1 judged, 0 stalled, 0 sent again', 'a stalled run whose retry is refused');
select is((pg_temp.latest_dispatch('2026-03-01 13:00Z')).verdict, 'refused', 'was not reached by it');
select alike(
  (select error_message from pg_temp.task_of('2026-03-01 13:00Z') limit 1), 'The function answered 401:%Given up after 2 attempts.',
  'and fails with that reason');

-- A run that somebody cancels

select pg_temp.dispatch_and_answer('2026-03-01 13:30Z', 202) \g /dev/null
select pg_temp.start('e', pg_temp.root('2026-03-01 13:30Z'), '2026-03-01 13:30:01Z') \g /dev/null
select pg_temp.claim('e', '2026-03-01 13:30:02Z') \g /dev/null
update public.autonomous_tasks t set status = 'cancelled' where t.id = pg_temp.root('2026-03-01 13:30Z');
select is(
  nightshift.start_run(pg_temp.root('2026-03-01 13:30Z'), p_now => '2026-03-01 13:31Z') ->> 'outcome', 'not_pending',
  'a cancelled run is not taken over');
select is(pg_temp.pass('2026-03-01 13:31Z'), '1 judged, 0 stalled, 0 sent again', 'nor asked for again');
select is_empty('select from nightshift.run_leases', 'its lease goes');
select is((pg_temp.latest_dispatch('2026-03-01 13:30Z')).verdict, 'accepted', 'its dispatch is not called stalled');

select * from finish();
rollback;
