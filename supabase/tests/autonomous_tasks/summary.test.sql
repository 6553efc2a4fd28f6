-- Test: get_autonomous_task_summary counts one workspace's tasks by type, for those who may see them.
begin;
\ir ../_helpers/acting.psql
select plan(29);

insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, completed_at, cost_estimate_usd)
select :'ours'::uuid, t.task_type, t.status, now() - t.ago, now() - t.ago + t.took, t.cost
from (values
  ('email_sync', 'completed', interval '1 hour', interval '1 second', 0.0045),
  ('email_sync', 'completed', interval '2 hours', interval '2 seconds', 0.0045),
  ('email_sync', 'failed', interval '3 hours', interval '2 seconds', null),
  ('email_sync', 'partial_failure', interval '4 hours', interval '4 seconds', 0.1),
  ('email_sync', 'cancelled', interval '5 hours', interval '1 second', null),
  ('email_sync', 'running', interval '30 minutes', null, null),
  ('email_sync', 'pending', interval '10 minutes', null, null),
  ('email_sync', 'completed', interval '24 hours', interval '1 minute', 50),
  ('email_sync', 'completed', interval '167 hours', interval '1 minute', 7),
  ('data_cleanup', 'running', interval '1 hour', null, null)
) as t (task_type, status, ago, took, cost);
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at) values
  (:'theirs', 'lead_scoring_batch', 'completed', now() - interval '1 minute'),
  (null, 'monthly_summary', 'completed', now() - interval '1 minute');

-- The service role sees every workspace

set local role service_role;
select results_eq(
  format($$ select task_type, total_executions, successful_executions, failed_executions, avg_duration_ms,
    total_cost_usd, last_execution from public.get_autonomous_task_summary(%L) $$, :'ours'),
  $$ values
    ('data_cleanup'::text, 1::bigint, 0::bigint, 0::bigint, null::numeric, 0::numeric, now() - interval '1 hour'),
    ('email_sync', 7, 2, 2, 2000.00, 0.1090, now() - interval '10 minutes') $$,
  'the last 24 hours by type: a task of exactly 24 hours ago is out, cancelled and unfinished ones count in the total only');
select results_eq(
  format('select task_type, total_executions, total_cost_usd from public.get_autonomous_task_summary(%L, %L, 168)',
    :'ours', 'email_sync'),
  $$ values ('email_sync'::text, 9::bigint, 57.1090::numeric) $$,
  'one type over a week, named by position as the seed does');
select results_eq(
  format('select task_type, total_executions from public.get_autonomous_task_summary(p_hours_back => 1, p_workspace_id => %L)',
    :'ours'),
  $$ values ('email_sync'::text, 2::bigint) $$,
  'a window of one hour, named by name as PostgREST does');
select is_empty(
  format('select * from public.get_autonomous_task_summary(%L, %L)', :'ours', 'no_such_type'),
  'an unknown type has no rows');
select is_empty(
  'select * from public.get_autonomous_task_summary(gen_random_uuid())', 'an unknown workspace has no rows');
select is_empty(
  'select * from public.get_autonomous_task_summary(null)', 'no workspace has no rows, system rows stay out');
select results_eq(
  format('select task_type from public.get_autonomous_task_summary(%L)', :'theirs'),
  $$ values ('lead_scoring_batch'::text) $$, 'the other workspace holds its own tasks only');
select lives_ok(
  format('select * from public.get_autonomous_task_summary(%L, null, %s)', :'ours', t.hours), t.hours || ' hours are accepted')
from unnest(array[1, 168, 87600]) as t (hours);
select throws_ok(
  format('select * from public.get_autonomous_task_summary(%L, null, %s)', :'ours', t.hours), 'PT400',
  'hours_back_out_of_range: p_hours_back must be from 1 to 87600 hours (10 years).', t.hours || ' hours are refused in words')
from unnest(array['0', '-1', '87601', '2147483647', '-2147483648', 'null']) as t (hours);
reset role;

-- Members of the workspace see it, others see nothing

select is(
  pg_temp.attempt(t.persona, 'select * from public.get_autonomous_task_summary($1)'), t.expected,
  format('%s asking for our summary gets %s', t.persona, t.expected))
from (values
  ('viewer', '2'), ('member', '2'), ('admin', '2'), ('owner', '2'),
  ('stranger', '0'), ('other_owner', '0'), ('anon', '42501')
) as t (persona, expected);
select is(
  pg_temp.attempt(t.persona, 'select * from public.get_autonomous_task_summary($2)'), t.expected,
  format('%s asking for their summary gets %s', t.persona, t.expected))
from (values ('viewer', '0'), ('owner', '0'), ('other_owner', '1'), ('anon', '42501')) as t (persona, expected);
select is(
  pg_temp.attempt('member', 'select * from public.get_autonomous_task_summary(null)'), '0',
  'a member asking for no workspace does not get the system rows');
select is(
  pg_temp.attempt('member', 'select * from public.get_autonomous_task_summary($1, null, 0)'),
  'PT400 hours_back_out_of_range', 'a member gets the error in words too');

select * from finish();
rollback;
