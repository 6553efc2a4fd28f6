-- Test: ids and stamps that the database sets: defaults, starting, updating.
begin;
select plan(16);

insert into public.autonomous_tasks (id, task_type) values ('d0000000-0000-4000-8000-000000000001', 'email_sync');
create temp view task as
select t.* from public.autonomous_tasks t where t.id = 'd0000000-0000-4000-8000-000000000001';

-- A row with nothing but its type

select is((select status from task), 'pending', 'a task starts pending');
select is((select triggered_by from task), 'api', 'a task is triggered by api unless it says otherwise');
select is((select executed_at from task), now(), 'executed_at is set when the row is written');
select is((select created_at from task), now(), 'created_at is set when the row is written');

-- Ids

create temp table drawn as
select n, nightshift.time_ordered_uuid() as id, clock_timestamp() as drawn_at
from generate_series(1, 1000) as n;
select is_empty(
  $$ select id from drawn where id::text !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' $$,
  'ids are UUIDs of version 7 in the variant of RFC 9562');
select is((select count(distinct id) from drawn), 1000::bigint, 'no two of 1000 ids are the same');
select is_empty(
  $$
  select later.n from drawn earlier join drawn later on later.n = earlier.n + 1
  where left(later.id::text, 13) < left(earlier.id::text, 13)
  $$, 'later ids never carry an earlier millisecond');
select cmp_ok(
  (select max(abs(extract(epoch from drawn_at) * 1000 - ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint))
   from drawn),
  '<', 1000::numeric, 'the first 48 bits of an id are its time in milliseconds');
with written as (
  insert into public.autonomous_tasks (task_type) values ('email_sync') returning id
)
select is(substring(written.id::text from 15 for 1), '7', 'a task that brings no id gets one of them') from written;

-- Starting

select set_config('nightshift_test.before', clock_timestamp()::text, true) \g /dev/null
update public.autonomous_tasks t set status = 'running' where t.id = 'd0000000-0000-4000-8000-000000000001';
select ok(
  (select executed_at between current_setting('nightshift_test.before')::timestamptz and clock_timestamp() from task),
  'a pending task that starts running has its executed_at set again');
select ok((select updated_at >= executed_at from task), 'updated_at moves when a task starts');
update public.autonomous_tasks t
set agent_name = 'example', created_at = '2020-01-01', updated_at = '2020-01-01'
where t.id = 'd0000000-0000-4000-8000-000000000001';
select ok((select updated_at > executed_at from task), 'updated_at moves with every change and cannot be set');
select is((select created_at from task), now(), 'created_at cannot be changed');
select ok(
  (select executed_at < updated_at from task), 'a change of a running task leaves its start alone');

insert into public.autonomous_tasks (id, task_type) values ('d0000000-0000-4000-8000-000000000002', 'email_sync');
update public.autonomous_tasks t
set status = 'running', executed_at = '2026-03-01 10:00Z'
where t.id = 'd0000000-0000-4000-8000-000000000002';
select is(
  (select executed_at from public.autonomous_tasks where id = 'd0000000-0000-4000-8000-000000000002'),
  '2026-03-01 10:00Z'::timestamptz, 'a start that comes with the step to running is kept');
update public.autonomous_tasks t
set status = 'completed', completed_at = '2026-03-01 10:00:02Z'
where t.id = 'd0000000-0000-4000-8000-000000000002';
select is(
  (select duration_ms from public.autonomous_tasks where id = 'd0000000-0000-4000-8000-000000000002'),
  2000, 'finishing computes the duration');

select * from finish();
rollback;
