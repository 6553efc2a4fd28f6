-- Test: an agent raises an alert without failing, for the task that it holds and no other.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/alerts.psql
select plan(15);

-- No other may be late when the database is older than one of its times.
update public.task_schedules s set enabled = false where s.name <> 'half-hourly';
update nightshift.alert_rules r set events = events || '{alert}';
insert into nightshift.alert_rules (name, webhook_url, workspace_id) values ('of theirs', 'https://alerts.example.com/theirs', :'theirs'),
  ('of ours', 'https://alerts.example.com/ours', :'ours');
insert into nightshift.alert_rules (name, webhook_url, hears_workspaces) values ('project', 'https://alerts.example.com/project', false);
\set run d0000000-0000-4000-8000-000000000001
\set token d0000000-0000-4000-8000-000000000002
\set job d0000000-0000-4000-8000-000000000003
\set other d0000000-0000-4000-8000-000000000004
insert into nightshift.run_leases (run_id, token, expires_at) values (:'run', :'token', now() + interval '1 hour');
insert into nightshift.jobs (task_id, schedule_id, workspace_id, run_at, state, max_attempts, run_id)
select j.task_id::uuid, s.id, :'ours'::uuid, now(), j.state, 5, j.run_id::uuid
from public.task_schedules s, (values (:'job', 'running', :'run'), (:'other', 'ready', null)) as j (task_id, state, run_id)
where s.name = 'half-hourly';

create function pg_temp.alert(p_message text, p_task text default 'd0000000-0000-4000-8000-000000000003', p_token text default 'd0000000-0000-4000-8000-000000000002')
returns text
language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform set_config('request.jwt.claims', '{"role": "service_role"}', true);
  v_answer := public.alert_from_task('d0000000-0000-4000-8000-000000000001', p_token::uuid, p_task::uuid, p_message);
  return concat_ws(': ', v_answer ->> 'outcome', v_answer ->> 'message');
end
$$;

select is(pg_temp.alert(E'Fewer rows\nthan yesterday.'), 'raised', 'an alert is raised');
select is(nightshift.raise_alerts(now()), 2, 'and told to the project and to the rule of its workspace');
select results_eq(
  'select rule, event, subject, message, data from raised order by rule',
  format($$ select r, 'alert', 'half-hourly', 'Fewer rows than yesterday.', '{"task_id": "%s", "schedule": "half-hourly"}'::jsonb
    from unnest(array['everybody', 'of ours']) r $$, :'job'), 'as one line, with its task');
select is(pg_temp.alert('Fewer rows than yesterday.'), 'raised', 'the same words again');
select is(nightshift.raise_alerts(now()), 0, 'are one alert');
select is(pg_temp.alert('The disk is nearly full.'), 'raised', 'other words');
select is(nightshift.raise_alerts(now()), 2, 'are another');
select is(pg_temp.alert('  '), 'rejected: The message of an alert is empty.', 'no words are none');
select is(pg_temp.alert('x', :'other'), 'lost', 'a job that the run does not hold');
select is(pg_temp.alert('x', :'job', :'other'), 'lost', 'or a token that is another''s');
update nightshift.run_leases l set expires_at = now() - interval '1 second' where l.run_id = :'run';
select is(pg_temp.alert('x'), 'lost', 'or a lease that has ended');
update nightshift.run_leases l set expires_at = now() + interval '1 hour' where l.run_id = :'run';
select is(
  (select string_agg(distinct pg_temp.alert('Number ' || n), ', ') from generate_series(1, 30) n), 'raised, rejected: A task raises at most 20 alerts.',
  'a task raises at most 20');
insert into nightshift.quotas (workspace_id, name, most) values (:'ours', 'alerts_per_day', 20);
update nightshift.jobs j set run_id = :'run', state = 'running' where j.task_id = :'other';
select is(
  pg_temp.alert('More', :'other'), 'rejected: The workspace has used up its alerts of the day (quota alerts_per_day).', 'and a workspace its quota');

-- Of the system row of a run, which has no workspace

select pg_temp.dispatch('2026-03-01 12:00Z') \g /dev/null
insert into nightshift.run_leases (run_id, token, expires_at) select t.id, :'token', now() + interval '1 hour' from pg_temp.task_of('2026-03-01 12:00Z') t;
select is(
  public.alert_from_task(t.id, :'token', t.id, 'Of the project.') ->> 'outcome', 'raised', 'a run may speak for itself')
from pg_temp.task_of('2026-03-01 12:00Z') t;
select nightshift.raise_alerts(now()) \g /dev/null
select set_eq(
  $$ select rule from raised where message = 'Of the project.' $$, $$ values ('everybody'::text), ('project') $$,
  'which only rules of the project hear');

select * from finish();
rollback;
