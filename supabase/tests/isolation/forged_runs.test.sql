-- Test: rows that claim to be part of a run, whatever they hold, stop no run and take no turn.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(15);

select pg_temp.receive(w.id, 'mail', 2, '2026-03-01 08:00Z') from public.workspaces w \g /dev/null
create temp table run as select pg_temp.start_run('2026-03-01 12:00Z') as id;
create temp table claim as select nightshift.claim_emails(id, 1, p_now => '2026-03-01 12:00:01Z') as answer from run;

-- A member of theirs has read the id of the run in the row of its own workspace (S1a, S1b, S20)

create function pg_temp.forge(p_status text, p_at text, p_input jsonb, p_count integer default 1) returns text
language sql as $$
  select pg_temp.attempt('other_owner', format(
    'insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, input_data)
     select $2, ''email_sync'', %L, %L, %L from generate_series(1, %s)', p_status, p_at, p_input, p_count), true)
$$;
select is(pg_temp.forge('running', '2000-01-01 00:00Z', jsonb_build_object('run_id', id)), '1', 'a row from the year 2000') from run;
select is(pg_temp.forge('running', '2099-12-31 23:59Z', jsonb_build_object('run_id', id)), '1', 'a row from the year 2099') from run;
select is(pg_temp.forge('running', '2026-03-01 12:00Z', jsonb_build_object('run_id', id), 900), '900', '900 rows at once') from run;
select is(pg_temp.forge('running', '2026-03-01 12:00Z', jsonb_build_object('run_id', repeat('x', 3000))), '1', 'a run_id of 3000 characters');
select is(pg_temp.forge('running', '2026-03-01 12:00Z', '{"run_id": {"a": [1]}}'), '1', 'a run_id that is an object');
select throws_ok(
  format($$ insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at)
    values (%L, 'email_sync', 'running', '4714-11-24 BC') $$, :'theirs'), 'PT422', null, 'a row from before the calendar is refused');

-- One of the genuine rows is changed, or ended with other numbers (S1c, S17)

select is(
  pg_temp.attempt('other_owner', format($$ update public.autonomous_tasks set %s where workspace_id = $2 and agent_name = 'continuous-intelligence' $$, c.change), true),
  '0', 'a genuine row is out of reach: ' || c.change)
from (values ('executed_at = ''2099-01-01Z'''), ('status = ''failed'', output_data = ''{"emails_processed": 99999}''')) as c (change);
select is(
  pg_temp.attempt('other_owner', $$ select id from public.autonomous_tasks where workspace_id = $2 and agent_name = 'continuous-intelligence' for update $$),
  '0', 'and cannot even be locked');

-- The run goes on

select is(
  (nightshift.claim_emails(id, 1, 2, p_now => '2026-03-01 12:00:02Z') -> 'emails') <> '[]', true,
  'forged rows do not count as workspaces that the run has touched')
from run;
select is(
  pg_temp.settle(answer, '2026-03-01 12:00:03Z'), '{"processed": 2, "failed": 0, "stale": 0}'::jsonb, 'its results are saved') from claim;
create temp table report as select nightshift.finish_run(id, p_now => '2026-03-01 12:00:04Z') as answer from run;
select is(
  (select answer - 'results' - 'timestamp' from report),
  '{"success": true, "workspaces_processed": 2, "total_emails_processed": 2, "total_emails_failed": 0}'::jsonb, 'its report counts its own work');
select is((select status from public.autonomous_tasks join run using (id)), 'completed', 'and it is completed');
select is(
  nightshift.reconcile('2026-03-01 12:01Z') @> '{"judge_runs": 0, "retry_dispatches": 0, "copy_waiting_rows": 0}', true,
  'reconcile has nothing to complain of');
select is_empty('select from nightshift.reconcile_steps s where s.error is not null', 'no step has an error');

select * from finish();
rollback;
