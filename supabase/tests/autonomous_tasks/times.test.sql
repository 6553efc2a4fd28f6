-- Test: start, end and duration of a task are true, whatever the writer sends.
begin;
select plan(43);

create function pg_temp.log_task(p_executed_at text, p_completed_at text, p_status text default 'completed')
returns public.autonomous_tasks
language sql as $$
  insert into public.autonomous_tasks (task_type, status, executed_at, completed_at, duration_ms)
  values ('email_sync', p_status, p_executed_at::timestamptz, p_completed_at::timestamptz, 42)
  returning autonomous_tasks.*
$$;

-- Whoever logs a finished task: duration_ms is computed

select is(
  (pg_temp.log_task(t.executed_at, t.completed_at)).duration_ms, t.duration_ms,
  format('from %s to %s it took %s ms', t.executed_at, t.completed_at, t.duration_ms))
from (values
  ('2026-03-01 10:00:00Z', '2026-03-01 10:00:00Z', 0),
  ('2026-03-01 10:00:00Z', '2026-03-01 10:00:00.0004Z', 0),
  ('2026-03-01 10:00:00Z', '2026-03-01 10:00:00.0005Z', 1),
  ('2026-03-01 10:00:00Z', '2026-03-01 10:00:01.234Z', 1234),
  ('2026-03-01 10:00:00Z', '2026-03-02 10:00:00Z', 86400000),
  -- Across a change of clocks an hour stays an hour.
  ('2026-03-29 01:30:00+01', '2026-03-29 03:30:00+02', 3600000),
  -- 2147483647 ms is 24 days, 20:31:23.647.
  ('2026-03-01 00:00:00Z', '2026-03-25 20:31:23.646Z', 2147483646),
  ('2026-03-01 00:00:00Z', '2026-03-25 20:31:23.647Z', 2147483647),
  ('2026-03-01 00:00:00Z', '2026-03-25 20:31:23.648Z', 2147483647),
  ('2026-03-01 00:00:00Z', '2099-03-01 00:00:00Z', 2147483647),
  ('2000-01-01 00:00:00Z', '2099-12-31 23:59:59.999Z', 2147483647)
) as t (executed_at, completed_at, duration_ms);

select is(
  (pg_temp.log_task('2026-03-01 10:00Z', null, t.status)).duration_ms, null,
  format('a %s task has no duration', t.status))
from unnest(array['pending', 'running']) as t (status);

-- Whoever's clock is slow

select is(
  (pg_temp.log_task('2026-03-01 10:00:05Z', t.completed_at)).completed_at, '2026-03-01 10:00:05Z'::timestamptz,
  format('an end %s before the start counts as the start', t.before))
from (values
  ('2026-03-01 10:00:04.999Z', '1 ms'), ('2026-03-01 10:00:00Z', '5 s')
) as t (completed_at, before);
select is(
  (pg_temp.log_task('2026-03-01 10:00:05Z', '2026-03-01 10:00:00Z')).duration_ms, 0, 'and such a task took 0 ms');
select throws_ok(
  format('select pg_temp.log_task(%L, %L)', '2026-03-01 10:00:05Z', t.completed_at),
  'PT422', null, format('an end %s before the start is refused', t.before))
from (values
  ('2026-03-01 09:59:59.999Z', '5.001 s'),
  ('2026-02-01 10:00:05Z', 'a month'),
  ('2000-01-01 00:00:00Z', '26 years')
) as t (completed_at, before);
select throws_like(
  $$ select pg_temp.log_task('2026-03-01 10:00:05Z', '2026-03-01 09:00:00Z') $$,
  'task_time_invalid: completed_at (%) is before executed_at (%).', 'the refusal names both times');

-- Whoever sends a time that readers cannot hold

select throws_ok(
  format('select pg_temp.log_task(%L, %L, %L)', t.executed_at, t.completed_at, t.status), 'PT422',
  'task_time_invalid: executed_at and completed_at must be in the years 2000 to 2099.', t.what || ' is refused')
from (values
  ('1999-12-31 23:59:59.999Z', null, 'running', 'a start before 2000'),
  ('2100-01-01 00:00:00Z', null, 'running', 'a start in 2100'),
  ('294276-12-31 00:00:00Z', null, 'running', 'the last start that PostgreSQL can hold'),
  ('4714-11-24 00:00:00Z BC', null, 'running', 'the first start that PostgreSQL can hold'),
  ('2026-03-01', '2100-01-01 00:00:00Z', 'completed', 'an end in 2100'),
  ('2026-03-01', '294276-12-31 00:00:00Z', 'completed', 'the last end that PostgreSQL can hold'),
  ('2026-03-01', '4713-01-01 00:00:00Z BC', 'completed', 'an end before 2000'),
  ('infinity', null, 'running', 'a start at infinity'),
  ('-infinity', null, 'running', 'a start at -infinity'),
  ('2026-03-01', 'infinity', 'completed', 'an end at infinity'),
  ('2026-03-01', '-infinity', 'completed', 'an end at -infinity'),
  ('infinity', 'infinity', 'completed', 'a start and end at infinity')
) as t (executed_at, completed_at, status, what);
select throws_ok(
  $$ select pg_temp.log_task(null, null, 'running') $$, '23502', null, 'a start that is explicitly null is refused');

-- Whoever leaves out what the database knows

select is(
  (pg_temp.log_task(now()::text, null, t.status)).completed_at between now() and clock_timestamp(), true,
  format('a %s task without an end ended now', t.status))
from unnest(array['completed', 'failed', 'partial_failure', 'cancelled']) as t (status);
select is(
  (pg_temp.log_task('2096-03-01 10:00Z', null)).completed_at, '2096-03-01 10:00Z'::timestamptz,
  'a task from the future ends when it starts, not before');
select throws_ok(
  format('select pg_temp.log_task(%L, %L, %L)', '2026-03-01 10:00Z', '2026-03-01 11:00Z', t.status), '23514', null,
  format('a %s task cannot have an end', t.status))
from unnest(array['pending', 'running']) as t (status);
select throws_ok(
  $$ insert into public.autonomous_tasks (task_type, status, executed_at) values ('email_sync', 'running', '294277-01-01Z') $$,
  '22008', null, 'a time that PostgreSQL cannot hold is refused');

select throws_ok(
  format($$ insert into public.autonomous_tasks (task_type, created_at) values ('email_sync', %L) $$, c.created_at), '23514', null,
  'even the owner of the table cannot write a row created ' || c.what)
from (values ('1999-12-31 23:59Z', 'before 2000'), ('294276-12-31Z', 'in the last year of all')) as c (created_at, what);

select * from finish();
rollback;
