-- Test: a direct run that stops without a word is ended, and its email goes on in a dispatched one.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/mail.psql
select plan(9);

select pg_temp.receive(:'ours', 'mail', 3, '2026-03-01 08:00Z') \g /dev/null
create temp table run as select pg_temp.start_run('2026-03-01 12:07Z') as id;
create temp table claim as select nightshift.claim_emails(id, 2, p_now => '2026-03-01 12:07:01Z') as answer from run;
create temp view root as select t.* from public.autonomous_tasks t join run using (id);

select is(nightshift.judge_runs('2026-03-01 12:07:29.999Z'), 0, 'until its lease ends it is left alone');
select is(nightshift.judge_runs('2026-03-01 12:07:31Z'), 1, 'then it is found');
select results_eq(
  'select status, error_message from root',
  $$ values ('failed'::text,
    'The run stopped without reporting its end. Its emails go on in another run. The log of the function may say why.'::text) $$,
  'it is ended in words');
select results_eq(
  $$ select t.status, t.error_message from public.autonomous_tasks t join run r on t.input_data ->> 'run_id' = r.id::text $$,
  $$ values ('failed'::text,
    'The run stopped without reporting its end. Its emails go on in another run. The log of the function may say why.'::text) $$,
  'and so is the row of its workspace');
select is(
  pg_temp.settle((select answer from claim), '2026-03-01 12:07:30Z') -> 'stale', '2'::jsonb, 'it can settle nothing any more');
select results_eq(
  $$ select s.name, d.kind, d.slot, t.status, t.input_data ->> 'parent_task_id' = (select id::text from run)
     from public.task_dispatches d join public.task_schedules s on s.id = d.schedule_id join public.autonomous_tasks t on t.id = d.task_id $$,
  $$ values ('continuous-intelligence'::text, 'continuation'::text, '2026-03-01 12:00Z'::timestamptz, 'pending'::text, true) $$,
  'another run is dispatched that knows it as its parent');
select is(nightshift.judge_runs('2026-03-01 12:09Z'), 0, 'that is done once');
select is(
  pg_temp.names(nightshift.claim_emails(nightshift_run.id, p_now => '2026-03-01 12:08:01Z')), 'mail-1 mail-2 mail-3',
  'that run gets all the email')
from (select (nightshift.start_run((select task_id from public.task_dispatches), p_now => '2026-03-01 12:08Z') ->> 'run_id')::uuid as id) nightshift_run;

-- With nothing left to do nothing is dispatched

delete from public.client_emails e where e.provider_message_id <> '';
select pg_temp.start_run('2026-03-01 14:00Z') \g /dev/null
select nightshift.judge_runs('2026-03-01 14:01Z') \g /dev/null
select is(
  (select count(*) from public.task_dispatches where kind = 'continuation'), 1::bigint, 'where no email is left, no further run is dispatched');

select * from finish();
rollback;
