-- Test: a run is one system row and one row a workspace, and both tell the truth about how it ended.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(36);

create temp table runs (name text primary key, id uuid not null, report jsonb);

-- A run that finds nothing

insert into runs (name, id) values ('idle', pg_temp.start_run('2026-03-01 12:00Z'));
select results_eq(
  $$ select workspace_id, task_type, status, triggered_by, agent_name, executed_at
     from public.autonomous_tasks where id = (select id from runs where name = 'idle') $$,
  $$ values (null::uuid, 'continuous_intelligence_update'::text, 'running'::text, 'api'::text, 'continuous-intelligence'::text,
    '2026-03-01 12:00Z'::timestamptz) $$, 'a run of its own starts as a running system row');
select is(
  nightshift.claim_emails((select id from runs where name = 'idle'), p_now => '2026-03-01 12:00Z') -> 'emails',
  '[]'::jsonb, 'it claims nothing');
update runs r set report = nightshift.finish_run(r.id, p_now => '2026-03-01 12:00:01.5Z') where r.name = 'idle';
select is(
  (select report from runs where name = 'idle'),
  '{"success": true, "workspaces_processed": 0, "total_emails_processed": 0, "total_emails_failed": 0, "results": [],
    "timestamp": "2026-03-01T12:00:01.500Z"}'::jsonb, 'its report says so, with exactly the keys that callers get');
select results_eq(
  $$ select status, duration_ms, error_message, output_data = report
     from public.autonomous_tasks join runs using (id) where name = 'idle' $$,
  $$ values ('completed'::text, 1500, null::text, true) $$, 'and its row is completed with the report');
select is(
  nightshift.finish_run((select id from runs where name = 'idle'), p_now => '2026-03-01 12:05Z') - 'timestamp',
  (select report - 'timestamp' from runs where name = 'idle'), 'finishing again answers the same');
select is(
  (select duration_ms from public.autonomous_tasks join runs using (id) where name = 'idle'), 1500, 'and changes nothing');

-- How runs end: what became of ours and theirs, and what the rows say

create temp table outcomes (
  name text primary key, failing text, error text, total text, ours text, theirs text, workspaces integer
);
insert into outcomes values
  ('all well', '^$', null, 'completed', 'completed', 'completed', 2),
  ('one email fails', '^mail-1', null, 'partial_failure', 'partial_failure', 'completed', 2),
  ('our workspace fails', '^mail', null, 'partial_failure', 'failed', 'completed', 2),
  ('everything fails', '.', null, 'failed', 'failed', 'failed', 2),
  ('breaks off after some', '^$', 'The database went away.', 'partial_failure', 'completed', 'completed', 2),
  ('breaks off with nothing done', '.', 'The database went away.', 'failed', 'failed', 'failed', 2);

create function pg_temp.run_through(p_name text) returns void
language plpgsql as $$
declare
  v_now timestamptz := '2026-03-01 12:00Z';
  v_outcome outcomes;
  v_run_id uuid := pg_temp.start_run(v_now);
  v_claim jsonb;
begin
  select * into strict v_outcome from outcomes o where o.name = p_name;
  delete from public.client_emails e where e.provider_message_id <> '';
  perform pg_temp.receive('a0000000-0000-4000-8000-000000000001', 'mail', 2, '2026-03-01 08:00Z');
  perform pg_temp.receive('b0000000-0000-4000-8000-000000000002', 'their', 1, '2026-03-01 08:00Z');
  v_claim := nightshift.claim_emails(v_run_id, p_now => v_now);
  perform pg_temp.settle(v_claim, v_now + interval '1 second', v_outcome.failing);
  insert into runs (name, id, report)
  values (p_name, v_run_id, nightshift.finish_run(v_run_id, v_outcome.error, v_now + interval '2 seconds'));
end
$$;
do $$ begin perform pg_temp.run_through(o.name) from outcomes o; end $$;

select is(t.status, o.total, format('%s: the run is %s', o.name, o.total))
from outcomes o
join runs r using (name)
join public.autonomous_tasks t using (id);
select is(
  string_agg(t.status, ', ' order by t.workspace_id), concat_ws(', ', o.ours, o.theirs),
  format('%s: the workspaces'' rows are %s and %s', o.name, o.ours, o.theirs))
from outcomes o
join runs r using (name)
join public.autonomous_tasks t on t.input_data ->> 'run_id' = r.id::text
group by o.name, o.ours, o.theirs;
select is(
  (r.report ->> 'success')::boolean, o.error is null,
  format('%s: success is %s', o.name, o.error is null))
from outcomes o
join runs r using (name);

select is(
  (select report - 'timestamp' from runs where name = 'one email fails'),
  jsonb_build_object('success', true, 'workspaces_processed', 2, 'total_emails_processed', 2, 'total_emails_failed', 1,
    'results', jsonb_build_array(
      jsonb_build_object('workspace_id', :'ours', 'emails_processed', 1, 'emails_failed', 1),
      jsonb_build_object('workspace_id', :'theirs', 'emails_processed', 1, 'emails_failed', 0))),
  'the report counts every workspace and adds up');
select results_eq(
  $$ select t.error_message from runs r join public.autonomous_tasks t on r.id::text in (t.id::text, t.input_data ->> 'run_id')
     where r.name = 'one email fails' order by t.workspace_id nulls first $$,
  $$ values ('1 of 3 emails could not be analyzed. The task rows of their workspaces say more.'::text),
    ('1 of 2 emails could not be analyzed. What may succeed later is tried again, up to 5 times in all.'), (null) $$,
  'the messages say how many of how many, where there are any');
select results_eq(
  $$ select t.error_message from runs r join public.autonomous_tasks t on r.id::text in (t.id::text, t.input_data ->> 'run_id')
     where r.name = 'breaks off after some' order by t.workspace_id nulls first $$,
  $$ values ('The database went away.'::text), (null), (null) $$,
  'a run that broke off says why; workspaces whose email was all settled have nothing to say');

-- A run that ends with email in its hands

delete from public.client_emails e where e.provider_message_id <> '';
select pg_temp.receive(:'ours', 'held', 2, '2026-03-01 08:00Z') \g /dev/null
insert into runs (name, id) values ('holding', pg_temp.start_run('2026-03-01 12:00Z'));
select nightshift.claim_emails((select id from runs where name = 'holding'), p_now => '2026-03-01 12:00Z') \g /dev/null
select nightshift.finish_run((select id from runs where name = 'holding'), p_now => '2026-03-01 12:00:01Z') \g /dev/null
select is((pg_temp.queued('held-1')).lease_token, null, 'what it held is handed back');
select is((pg_temp.queued('held-1')).attempts, 1, 'and counts as an attempt: it may be what broke the run off');
select results_eq(
  $$ select t.status, t.error_message from public.autonomous_tasks t, runs r
     where r.name = 'holding' and t.input_data ->> 'run_id' = r.id::text $$,
  $$ values ('failed'::text, 'The run ended before all emails that it had claimed were analyzed.'::text) $$,
  'the row of its workspace says that something was left undone');
select is(
  pg_temp.names(nightshift.claim_emails(pg_temp.start_run('2026-03-01 12:00:02Z'), p_now => '2026-03-01 12:00:02Z')),
  'held-1 held-2', 'the next run gets it before the lease would have ended');

-- A run that was dispatched

insert into public.autonomous_tasks (id, task_type, triggered_by, executed_at) values
  ('d0000000-0000-4000-8000-000000000001', 'continuous_intelligence_update', 'cron', '2026-03-01 12:00Z');
select is(
  nightshift.start_run('d0000000-0000-4000-8000-000000000001', p_now => '2026-03-01 12:00:03Z') - 'run_token',
  '{"outcome": "started", "run_id": "d0000000-0000-4000-8000-000000000001"}'::jsonb, 'a dispatched task starts as the run');
select results_eq(
  $$ select status, executed_at, triggered_by from public.autonomous_tasks where id = 'd0000000-0000-4000-8000-000000000001' $$,
  $$ values ('running'::text, '2026-03-01 12:00:03Z'::timestamptz, 'cron'::text) $$, 'its row runs since then');
select is(
  nightshift.start_run('d0000000-0000-4000-8000-000000000001', p_now => '2026-03-01 12:00:32.999Z') - 'run_id',
  '{"outcome": "not_pending", "run_token": null}'::jsonb, 'a second delivery does nothing while the lease lasts');
select is(nightshift.start_run(gen_random_uuid()) ->> 'outcome', 'not_pending', 'an unknown task does nothing');
insert into public.autonomous_tasks (id, workspace_id, task_type) values
  ('d0000000-0000-4000-8000-000000000002', :'ours', 'continuous_intelligence_update');
select is(
  nightshift.start_run('d0000000-0000-4000-8000-000000000002') ->> 'outcome', 'not_pending',
  'a task of a workspace is nothing that a runner may start');

select * from finish();
rollback;
