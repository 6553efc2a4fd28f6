-- Test: a member changes no row of a run, and whatever a member writes beside it, the run goes on for everybody.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(9);

select pg_temp.receive(w.id, 'mail', 2, '2026-03-01 08:00Z') from public.workspaces w \g /dev/null
create temp table run as select pg_temp.start_run('2026-03-01 12:00Z') as id;
create temp table claim as select nightshift.claim_emails(id, p_now => '2026-03-01 12:00:01Z') as answer from run;

-- Our member has read the id of the run in the row of our workspace.

select is(
  pg_temp.attempt('member', format($$ update public.autonomous_tasks set output_data = %L where workspace_id = $1 $$, f.output), f.keep),
  '0', 'a member cannot write into the row of the run: ' || f.output)
from (values ('{"emails_processed": "many"}', false), ('[]', false), ('{"emails_processed": 1e300, "emails_failed": {}}', true)) as f (output, keep);
select is(
  pg_temp.attempt('member', format($$
    insert into public.autonomous_tasks (workspace_id, task_type, status, input_data, output_data)
    values ($1, 'email_sync', 'running', '{"run_id": "%s"}', '{"emails_processed": -5}')
  $$, (select id from run)), true), '1', 'and a row that claims to be part of the run');

-- The run

select is(
  pg_temp.settle(answer, '2026-03-01 12:00:02Z'), '{"processed": 4, "failed": 0, "stale": 0}'::jsonb, 'all email of both workspaces is settled')
from claim;
select is(
  nightshift.claim_emails(id, p_now => '2026-03-01 12:00:03Z') -> 'emails', '[]'::jsonb, 'the run can claim') from run;
select is((nightshift.finish_run(id, p_now => '2026-03-01 12:00:04Z') -> 'success'), 'true'::jsonb, 'and finish') from run;
select is((select status from public.autonomous_tasks join run using (id)), 'completed', 'it is completed');
select results_eq(
  $$ select t.status, t.output_data from public.autonomous_tasks t where t.workspace_id = 'b0000000-0000-4000-8000-000000000002' $$,
  $$ values ('completed'::text, '{"emails_processed": 2, "emails_failed": 0}'::jsonb) $$, 'the row of the other workspace is true');

select * from finish();
rollback;
