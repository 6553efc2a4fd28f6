-- Test: a rule that tolerates failures is told when they have happened so often in a row, whatever lies between them.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
\ir ../_helpers/alerts.psql
select plan(14);

insert into nightshift.alert_rules (name, webhook_url, events, cool_down, after_in_a_row) values
  ('patient', 'https://alerts.example.com/patient', '{failed,missed,stuck,alert,recovered}', '0', 3);
update nightshift.alert_rules r set cool_down = '0';
create function pg_temp.patient_at(p_at text) returns text
language plpgsql as $$
begin
  perform nightshift.raise_alerts(p_at::timestamptz);
  return (select string_agg(r.event, ' ' order by r.event) from pg_temp.raised r where r.created_at = p_at::timestamptz and r.rule = 'patient');
end
$$;

-- Days lie between the runs: the count does not depend on what was told in the last day

update public.task_schedules s set cron_expression = '0 3 * * *' where s.name = 'half-hourly';
select pg_temp.end_slot('2026-03-01 03:00Z', 'completed', null), pg_temp.end_slot('2026-03-02 03:00Z') \g /dev/null
select is(pg_temp.patient_at('2026-03-02 03:01Z'), null, 'one failure of three is tolerated');
select is((select count(*) from raised where rule = 'everybody'), 1::bigint, 'which others are told at once');
select pg_temp.end_slot('2026-03-03 03:00Z') \g /dev/null
select is(pg_temp.patient_at('2026-03-03 03:01Z'), null, 'two as well');
select pg_temp.end_slot('2026-03-04 03:00Z', 'partial_failure', 'Half.') \g /dev/null
select is(pg_temp.patient_at('2026-03-04 03:01Z'), 'failed', 'the third is told');
select is(pg_temp.patient_at('2026-03-04 03:02Z'), null, 'once');
select pg_temp.end_slot('2026-03-05 03:00Z', 'completed', null) \g /dev/null
select is(pg_temp.patient_at('2026-03-05 03:01Z'), 'recovered', 'and that it works again');
select pg_temp.end_slot('2026-03-06 03:00Z'), pg_temp.end_slot('2026-03-07 03:00Z'), pg_temp.end_slot('2026-03-08 03:00Z', 'cancelled', 'Not today.') \g /dev/null
select is(pg_temp.patient_at('2026-03-08 03:01Z'), null, 'then counting begins anew, and a cancelled run does not count');
select pg_temp.end_slot('2026-03-09 03:00Z', 'completed', null) \g /dev/null
select is(pg_temp.patient_at('2026-03-09 03:01Z'), null, 'who was told nothing hears of no recovery');

-- An agent without a schedule

insert into public.autonomous_tasks (task_type, status, executed_at, completed_at, agent_name)
select 'email_sync', case n when 1 then 'completed' else 'failed' end, at, at + interval '5 seconds', 'by hand'
from generate_series(1, 3) n cross join lateral (select timestamptz '2026-03-10 12:00Z' + n * interval '1 minute') a (at);
select is(pg_temp.patient_at('2026-03-10 12:05Z'), null, 'two failures of an agent');
insert into public.autonomous_tasks (task_type, status, executed_at, completed_at, agent_name)
values ('email_sync', 'failed', '2026-03-10 12:06Z', '2026-03-10 12:06:05Z', 'by hand');
select is(pg_temp.patient_at('2026-03-10 12:07Z'), 'failed', 'three');

-- Watched jobs

insert into public.job_watches (workspace_id, agent_name, max_runtime) values (:'ours', 'nas', '1 hour');
create function pg_temp.fail_at(p_at text) returns void
language sql as $$
  insert into public.autonomous_tasks (workspace_id, task_type, status, agent_name) select w.workspace_id, 'email_sync', 'failed', 'nas' from public.job_watches w;
  update nightshift.watch_reports r set reported_at = p_at::timestamptz;
  select nightshift.judge_watches(p_at::timestamptz);
$$;
select pg_temp.fail_at('2026-03-11 12:00Z'), pg_temp.fail_at('2026-03-11 13:00Z') \g /dev/null
select is(pg_temp.patient_at('2026-03-11 13:01Z'), null, 'a watched job fails twice');
select is((select count(*) from raised where subject = 'nas'), 1::bigint, 'the impatient rule is told once');
select pg_temp.fail_at('2026-03-11 14:00Z') \g /dev/null
select is(pg_temp.patient_at('2026-03-11 14:01Z'), 'failed', 'and the patient one after the third');
select is((select count(*) from raised where subject = 'nas'), 2::bigint, 'each rule once');

select * from finish();
rollback;
