-- Test: sums of hours are what the log holds, whatever was written, changed, deleted or folded in.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/asking.psql
select plan(25);

-- What is wrong with the sums of all hours: rows of the log that they lack, or have too many of.
create function pg_temp.wrong() returns bigint
language sql as $$
  select count(*) from (
    select c.workspace_id, c.hour, c.task_type, c.status, sum(c.n), sum(c.ms), sum(c.usd) from (
      select t.workspace_id, date_trunc('hour', t.executed_at) as hour, t.task_type, t.status, 1 as n,
        coalesce(t.duration_ms, 0) as ms, coalesce(t.cost_estimate_usd, 0) as usd
      from public.autonomous_tasks t where t.workspace_id is not null
      union all
      select h.workspace_id, h.hour, h.task_type, h.status, -h.tasks, -h.duration_ms, -h.cost_usd
      from nightshift.task_hours_now h) c
    group by 1, 2, 3, 4
    having sum(c.n) <> 0 or sum(c.ms) <> 0 or sum(c.usd) <> 0) w
$$;
create function pg_temp.sums(p_persona text, p_from timestamptz default '2026-03-01 00:00Z',
  p_to timestamptz default '2026-03-02 00:00Z', p_type text default null) returns jsonb
language sql as $$
  select pg_temp.ask(p_persona, format('public.get_task_sums(''a0000000-0000-4000-8000-000000000001'', %L, %L, %L)',
    p_from, p_to, p_type))
$$;
create function pg_temp.log(p_workspace_id uuid, p_status text, p_at timestamptz, p_seconds numeric default null,
  p_usd numeric default null, p_type text default 'email_sync', p_message text default null) returns void
language sql as $$
  insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, completed_at, cost_estimate_usd,
    error_message)
  values (p_workspace_id, p_type, p_status, p_at, p_at + make_interval(secs => p_seconds), p_usd, p_message)
$$;

select pg_temp.log(:'ours', 'completed', '2026-03-01 10:00Z', n, 0.01) from generate_series(1, 20) as n \g /dev/null
select pg_temp.log(:'ours', 'failed', '2026-03-01 11:59:59Z', 100, null, 'email_sync', 'No answer from host ' || n)
from generate_series(1, 3) as n \g /dev/null
select pg_temp.log(:'ours', 'running', '2026-03-01 12:00Z', null, null, 'data_cleanup') \g /dev/null
select pg_temp.log(:'theirs', 'failed', '2026-03-01 10:30Z', 5, 7, 'email_sync', 'Words of theirs.') \g /dev/null
select pg_temp.log(null, 'completed', '2026-03-01 10:30Z', 5, 7) \g /dev/null
select is(pg_temp.wrong(), 0::bigint, 'sums are right before anything is folded in');
select is((select count(*) from nightshift.task_hours_now h where h.workspace_id is null), 0::bigint,
  'system rows are in no sum');

select is(pg_temp.sums('viewer') -> 'buckets', '[
  {"at": "2026-03-01T10:00:00+00:00", "statuses": {"completed": 20}, "cost_usd": 0.20},
  {"at": "2026-03-01T11:00:00+00:00", "statuses": {"failed": 3}, "cost_usd": 0},
  {"at": "2026-03-01T12:00:00+00:00", "statuses": {"running": 1}, "cost_usd": 0}]',
  'a viewer sees the tasks of each hour by status');
select is((pg_temp.sums('viewer') #> '{types,0}') - 'median_ms' - 'p95_ms',
  '{"task_type": "email_sync", "tasks": 23, "completed": 20, "failed": 3, "cost_usd": 0.20}', 'and those of each type');
select ok((pg_temp.sums('viewer') #>> '{types,0,median_ms}')::numeric between 12000 * 0.8 and 12000 * 1.2
  and (pg_temp.sums('viewer') #>> '{types,0,p95_ms}')::numeric between 100000 * 0.8 and 100000 * 1.2,
  'median and 95th percentile are right to a fifth');
select is((pg_temp.sums('viewer') #> '{failures,0}') - 'task_id' - 'message', '{"task_type": "email_sync", "tasks": 3,
  "latest_at": "2026-03-01T11:59:59+00:00"}', 'failures that differ in a number are one');
select is(pg_temp.sums('viewer') #>> '{unfinished,0,task_type}', 'data_cleanup', 'what has not ended is listed');
select is(jsonb_array_length(pg_temp.sums('viewer', p_type => 'data_cleanup') -> 'buckets'), 1, 'hours of one type');
select is(pg_temp.sums('viewer', '2026-02-01 00:00Z', '2026-03-02 00:00Z') #>> '{buckets,0,at}',
  '2026-03-01T00:00:00+00:00', 'in a long range a bucket is a day');
select is(array[pg_temp.sums('stranger'), pg_temp.sums('other_owner')], array[null, null]::jsonb[],
  'a stranger gets nothing, and neither does the owner of another workspace');
select is(pg_temp.attempt('member', $$select public.get_task_sums($1, now(), now() - interval '1 hour')$$),
  'PT400 range_invalid', 'a range goes forward');
select is(pg_temp.attempt('anon', 'select public.get_task_sums($1)'), '42501', 'nobody asks without signing in');

-- Folding

select is(nightshift.fold_task_hours(), (select 24 + 1)::integer, 'every change is folded in');
select is((select count(*) from nightshift.task_hour_changes), 0::bigint, 'once');
select is(pg_temp.wrong(), 0::bigint, 'and the sums are the same');
update public.autonomous_tasks set status = 'completed' where status = 'running';
update public.autonomous_tasks set cost_estimate_usd = 1 where status = 'failed';
delete from public.autonomous_tasks where workspace_id = :'ours' and executed_at = '2026-03-01 10:00Z' and duration_ms < 9000;
select is(pg_temp.wrong(), 0::bigint, 'ends, later costs and deletions are in the sums at once');
select nightshift.fold_task_hours() \g /dev/null
select is_empty($$
  select d.workspace_id, date_trunc('day', d.day), sum(d.n), sum(d.usd) from (
    select n.workspace_id, n.day, n.tasks as n, n.cost_usd as usd from nightshift.task_days_now n
    union all
    select h.workspace_id, h.hour, -h.tasks, -h.cost_usd from nightshift.task_hours_now h) d
  group by 1, 2 having sum(d.n) <> 0 or sum(d.usd) <> 0 $$, 'the days are the sums of their hours');
select is((select count(*) from nightshift.task_hours h where h.tasks = 0), 0::bigint, 'what is not there any more goes');
select is(array[pg_temp.wrong(), nightshift.correct_task_hours('2026-03-01 00:00Z', '2026-03-02 00:00Z')], array[0, 0]::bigint[],
  'and counting the hours again finds nothing wrong');

-- Many tasks at once

insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, completed_at, cost_estimate_usd)
select :'ours', (array['email_sync', 'data_cleanup'])[1 + n % 2], 'completed', '2026-02-01 10:00Z', '2026-02-01 10:00:01Z', 0.5
from generate_series(1, 3000) as n;
select is(pg_temp.wrong(), 0::bigint, 'an import of many tasks is in the sums at once');
select is((select count(*) from nightshift.task_hour_changes), 2::bigint, 'which leaves a change for each type and not for each task');
select nightshift.fold_task_hours() \g /dev/null
select is(pg_temp.wrong(), 0::bigint, 'and the sums are the same when they are folded in');

-- Tasks from before

alter table public.autonomous_tasks disable trigger note_hours_of_new;
select pg_temp.log(:'ours', 'completed', '2026-01-01 00:30Z'::timestamptz + n * interval '1 hour', n) from generate_series(1, 5) as n \g /dev/null
alter table public.autonomous_tasks enable trigger note_hours_of_new;
update nightshift.task_hour_adoption set counted_from = 'infinity', finished_at = null;
select is(pg_temp.sums('viewer', '2026-01-01 00:00Z', '2026-01-02 00:00Z') ->> 'counted_from', 'infinity',
  'it is said while tasks of before are not counted');
select nightshift.fold_task_hours() \g /dev/null
select is(array[pg_temp.wrong()::text, pg_temp.sums('viewer', '2026-01-01 00:00Z', '2026-01-02 00:00Z') ->> 'counted_from'],
  array['0', null], 'then they are in the sums');

update public.autonomous_tasks set cost_estimate_usd = 5 where workspace_id = :'ours';
truncate public.autonomous_tasks cascade;
select is((select count(*) from nightshift.task_hours_now), 0::bigint, 'an emptied log has no sums');

select * from finish();
rollback;
