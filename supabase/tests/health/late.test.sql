-- Test: a health check that does not look any more is reported from outside, and it runs by itself.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/worker.psql
\ir ../_helpers/answers.psql
set local client_min_messages = error;
select plan(14);

delete from public.task_schedules s where s.name not in ('half-hourly', 'system-health-check');
select results_eq($$ select s.cron_expression, s.target, s.enabled from public.task_schedules s where s.name = 'system-health-check' $$,
  $$ values ('*/5 * * * *', 'database', true) $$, 'the health check runs every five minutes, in the database');
update public.task_schedules s set active_since = '2026-03-01 11:00Z' where true;
update public.task_schedules s set missed_policy = 'skip' where true;

create function pg_temp.tick(p_at text) returns void
language plpgsql as $$
begin
  perform nightshift.dispatch('system-health-check', p_at::timestamptz);
  perform pg_temp.work(p_at::timestamptz + interval '5 seconds');
end
$$;
create function pg_temp.asked(p_at text) returns text
language sql as $$ select nightshift.health('half-hourly', p_at::timestamptz) ->> 'status' $$;

select pg_temp.tick('2026-03-01 12:00Z') \g /dev/null
select results_eq(
  $$ select t.status, t.workspace_id, t.output_data - array['timestamp', 'checks', 'ok', 'unknown', 'degraded', 'critical', 'told'] from public.autonomous_tasks t
     where t.task_type = 'system_health_check' $$,
  $$ values ('completed', null::uuid, '{"success": true, "workspaces_processed": 0, "workspaces_failed": 0, "counts": {}}'::jsonb) $$,
  'a run leaves its system row only');
select cmp_ok((select count(*) from nightshift.health_checks), '>', 9::bigint, 'and what it found');

insert into nightshift.reconcile_steps (step, ran_at) values ('reconcile', '2026-03-01 12:34Z') on conflict (step) do update set ran_at = excluded.ran_at;
select pg_temp.dispatch_and_answer('2026-03-01 12:30Z', 202) \g /dev/null
update public.autonomous_tasks t set status = 'running', executed_at = '2026-03-01 12:30:01Z' where t.task_type = 'email_sync';
update public.autonomous_tasks t set status = 'completed', completed_at = '2026-03-01 12:30:09Z' where t.task_type = 'email_sync';
select is(pg_temp.asked('2026-03-01 12:34Z'), 'late', 'a monitor is told that the last look is half an hour old');
select matches(nightshift.health('half-hourly', '2026-03-01 12:34Z') ->> 'reason', '^The system health check, which runs as "system-health-check", has not looked since 2026-03-01 12:00 UTC\.$', 'with the reason');
select is(nightshift.system_health('2026-03-01 12:34Z') ->> 'status', 'fail', 'and the health of the system fails');
select pg_temp.tick('2026-03-01 12:15Z') \g /dev/null
select is(pg_temp.asked('2026-03-01 12:34Z'), 'late', 'three intervals and more are too old');
select pg_temp.tick('2026-03-01 12:20Z') \g /dev/null
select is(pg_temp.asked('2026-03-01 12:34Z'), 'ok', 'less than three are not');
update public.task_schedules s set enabled = false where s.name = 'system-health-check';
update nightshift.health_checks h set seen_at = '2026-03-01 11:00Z' where true;
select is(pg_temp.asked('2026-03-01 12:34Z'), 'ok', 'and one that is paused is not waited for');

-- Who may ask

select is(pg_temp.attempt('service_role', 'select public.get_system_health()'), '1', 'the service role may ask');
select is(pg_temp.attempt('owner', 'select public.get_system_health()'), '42501', 'an owner may not');
select is(pg_temp.attempt('anon', 'select public.get_system_health()'), '42501', 'nor may anybody else');
select is((select array_agg(k order by k) from jsonb_object_keys(nightshift.system_health('2026-03-01 12:34Z')) as k),
  array['checks', 'description', 'status', 'time', 'version'], 'the answer has the shape of the draft');
select is_empty($$ select c from jsonb_path_query(nightshift.system_health('2026-03-01 12:34Z'), '$.checks.*[*]') c
  where not c ?& array['status', 'time', 'output'] or c ->> 'status' not in ('pass', 'warn', 'fail') $$, 'and so has each check');

select * from finish();
rollback;
