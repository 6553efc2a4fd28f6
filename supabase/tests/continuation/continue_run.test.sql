-- Test: a run that leaves email behind is continued at once, one by one, and not for ever.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/mail.psql
select plan(29);

create temp view chain as
select s.name as schedule, d.slot, d.kind, d.seq, d.task_id, d.request_id is not null as is_sent, t.status, t.input_data
from public.task_dispatches d
join public.task_schedules s on s.id = d.schedule_id
join public.autonomous_tasks t on t.id = d.task_id
where d.kind = 'continuation'
order by d.seq;
create temp table runs (name text primary key, id uuid);
insert into runs values ('direct', pg_temp.start_run('2026-03-01 12:07Z'));
create function pg_temp.continue(p_name text, p_now text) returns jsonb
language sql as $$ select nightshift.continue_run(r.id, p_now::timestamptz) from runs r where r.name = p_name $$;

-- Nothing to do

select is(pg_temp.continue('direct', '2026-03-01 12:08Z'), null, 'without email no further run is dispatched');
select pg_temp.receive(:'ours', 'mail', 3, '2026-03-01 08:00Z') \g /dev/null
create temp table claim as select nightshift.claim_emails(id, 2, p_now => '2026-03-01 12:08Z') as answer from runs where name = 'direct';
select isnt(pg_temp.continue('direct', '2026-03-01 12:08:01Z'), null, 'with email that nobody holds one is');
select results_eq(
  $$ select schedule, slot, seq, is_sent, status, input_data ->> 'parent_task_id', input_data -> 'continuation' from chain $$,
  format($$ values ('continuous-intelligence'::text, '2026-03-01 12:00Z'::timestamptz, 0, true, 'pending'::text, %L::text, '1'::jsonb) $$,
    (select id from runs where name = 'direct')), 'in the latest slot of the built-in schedule, as a task of its own that names its parent');

-- Who goes on from there

insert into runs select 'second', (nightshift.start_run(c.task_id, p_now => '2026-03-01 12:08:02Z') ->> 'run_id')::uuid from chain c;
select isnt(pg_temp.continue('second', '2026-03-01 12:08:03Z'), null, 'a continuation is continued as well');
select results_eq(
  $$ select slot, seq, input_data ->> 'parent_task_id', input_data -> 'continuation' from chain where seq = 1 $$,
  format($$ values ('2026-03-01 12:00Z'::timestamptz, 1, %L::text, '2'::jsonb) $$, (select id from runs where name = 'second')),
  'in the same slot, counted on');
select is(nightshift.dispatch('continuous-intelligence', '2026-03-01 12:29Z') ->> 'outcome', 'dispatched', 'the tick of that slot is not used up');
select is(nightshift.dispatch('continuous-intelligence', '2026-03-01 12:30Z') ->> 'outcome', 'skipped', 'the next slot waits for the chain');

-- Email that is held, waits for its next attempt, or was given up

select pg_temp.names(nightshift.claim_emails(id, p_now => '2026-03-01 12:08:04Z')) from runs where name = 'second' \g /dev/null
select is(pg_temp.continue('second', '2026-03-01 12:08:05Z'), null, 'when others hold all email, no');
select isnt(pg_temp.continue('second', '2026-03-01 12:08:40Z'), null, 'when their leases have ended, yes');
update nightshift.email_queue q set lease_token = null, lease_expires_at = null, run_id = null, next_attempt_at = '2026-03-01 12:20Z';
select is(pg_temp.continue('second', '2026-03-01 12:19Z'), null, 'before the next attempt, no');
select isnt(pg_temp.continue('second', '2026-03-01 12:20Z'), null, 'when it is time, yes');
update nightshift.email_queue q set failed_at = '2026-03-01 12:20Z';
select is(pg_temp.continue('second', '2026-03-01 12:21Z'), null, 'for email that was given up, no');
update nightshift.email_queue q set failed_at = null;

-- Not for ever

insert into public.autonomous_tasks (id, task_type, status, executed_at, input_data)
select ('d0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'continuous_intelligence_update', 'running', '2026-03-01 12:00Z',
  jsonb_build_object('continuation', n)
from unnest(array[499, 500]) as n;
insert into runs values
  ('499', 'd0000000-0000-4000-8000-000000000499'), ('500', 'd0000000-0000-4000-8000-000000000500');
select is((pg_temp.continue('499', '2026-03-01 12:30Z')) ->> 'outcome', 'dispatched', 'the 500th in a row is dispatched');
select is(pg_temp.continue('500', '2026-03-01 12:30Z'), null, 'the 501st is not');

-- The schedule that a run belongs to

update public.task_schedules s set task_type = 'continuous_intelligence_update', overlap_policy = 'allow' where s.name = 'half-hourly';
select pg_temp.dispatch('2026-03-01 13:00:01Z') \g /dev/null
insert into runs
select 'dispatched', (nightshift.start_run((pg_temp.task_of('2026-03-01 13:00Z')).id, p_now => '2026-03-01 13:00:02Z') ->> 'run_id')::uuid;
select isnt(pg_temp.continue('dispatched', '2026-03-01 13:35Z'), null, 'a dispatched run');
select results_eq(
  $$ select slot from chain where schedule = 'half-hourly' $$, $$ values ('2026-03-01 13:00Z'::timestamptz) $$,
  'is continued by its own schedule in its own slot, even after the next has begun');
update public.task_schedules s set enabled = false where s.name = 'half-hourly';
select is(pg_temp.continue('dispatched', '2026-03-01 13:36Z'), null, 'when that is paused the chain ends');

-- A budget of two runs: what finish_run over the API does

delete from public.task_dispatches where kind is not null;
create temp table api (step text primary key, answer jsonb);
grant select, insert on api to service_role;
set local role service_role;
insert into api select 'run', public.start_run();
insert into api select 'claim', public.claim_emails((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, 1, 50, 1, 30) from api where step = 'run';
select is(jsonb_array_length(answer -> 'emails'), 1, 'a run takes one of three mails') from api where step = 'claim';
select public.settle_emails((answer ->> 'lease_token')::uuid, (
  select jsonb_agg(jsonb_build_object('email_id', m.email -> 'email_id', 'model', 'test-1', 'record', pg_temp.record()))
  from jsonb_array_elements(answer -> 'emails') as m (email))) from api where step = 'claim' \g /dev/null
select is(public.finish_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid) ->> 'outcome', 'finished', 'and finishes')
from api where step = 'run';
reset role;
select is((select count(*) from chain), 1::bigint, 'another run is dispatched at once');
set local role service_role;
insert into api select 'next', public.start_run((select task_id from public.task_dispatches where kind = 'continuation'));
select is(answer ->> 'outcome', 'started', 'which starts') from api where step = 'next';
insert into api select 'rest', public.claim_emails((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, 10, 50, 50, 30) from api where step = 'next';
select public.settle_emails((answer ->> 'lease_token')::uuid, (
  select jsonb_agg(jsonb_build_object('email_id', m.email -> 'email_id', 'model', 'test-1', 'record', pg_temp.record()))
  from jsonb_array_elements(answer -> 'emails') as m (email))) from api where step = 'rest' \g /dev/null
select public.finish_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid) from api where step = 'next' \g /dev/null
reset role;
select is((select count(*) from chain), 1::bigint, 'and after which nothing is left, so that no third is dispatched');
select is((select count(*) from public.email_intelligence), 3::bigint, 'all email is analysed');

-- A run that breaks off

select pg_temp.receive(:'ours', 'late', 2, '2026-03-01 09:00Z') \g /dev/null
set local role service_role;
insert into api select 'broken', public.start_run();
select is(
  public.finish_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, 'It broke.') ->> 'outcome', 'finished',
  'a run that breaks off with nothing done is finished') from api where step = 'broken';
reset role;
select is((select count(*) from chain), 1::bigint, 'but not continued: the next would break off as well');
set local role service_role;
insert into api select 'half', public.start_run();
insert into api select 'half claim', public.claim_emails((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, 1, 50, 1, 30) from api where step = 'half';
select public.settle_emails((answer ->> 'lease_token')::uuid, (
  select jsonb_agg(jsonb_build_object('email_id', m.email -> 'email_id', 'model', 'test-1', 'record', pg_temp.record()))
  from jsonb_array_elements(answer -> 'emails') as m (email))) from api where step = 'half claim' \g /dev/null
select is(
  public.finish_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, 'It broke.') ->> 'outcome', 'finished',
  'one that breaks off after some') from api where step = 'half';
reset role;
select is((select count(*) from chain), 2::bigint, 'is continued');
select is((select status from public.autonomous_tasks where id = (select (answer ->> 'run_id')::uuid from api where step = 'half')), 'partial_failure', 'and says that it failed in part');
select is_empty('select from nightshift.run_leases l join public.autonomous_tasks t on t.id = l.run_id where t.status <> ''running''', 'no run that has ended is held');

select * from finish();
rollback;
