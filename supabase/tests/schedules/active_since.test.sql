-- Test: from when on the slots of a schedule are expected.
begin;
select plan(9);

insert into public.task_schedules (name, task_type, cron_expression, target) values ('nightly', 'email_sync', '0 3 * * *', 'sync');
create temp view current as select s.active_since, s.updated_at from public.task_schedules s where s.name = 'nightly';
create temp table before (active_since timestamptz, updated_at timestamptz);

-- Makes a change; answers what it did to active_since.
create function pg_temp.change(p_assignment text) returns text
language plpgsql as $$
declare
  v_before timestamptz := (select c.active_since from pg_temp.current c);
begin
  execute format('update public.task_schedules set %s where name = ''nightly''', p_assignment);
  return case when (select c.active_since from pg_temp.current c) > v_before then 'moves on' else 'stays' end;
end
$$;

select is((select active_since from current), now(), 'a new schedule is active from now on');
insert into before table current;
select is(pg_temp.change(c.assignment), c.outcome, format('with %s it %s', c.assignment, c.outcome))
from (values
  ('payload = ''{"n": 1}''', 'stays'), ('cron_expression = ''0 3 * * *''', 'stays'),
  ('cron_expression = ''0 4 * * *''', 'moves on'), ('enabled = false', 'stays'), ('enabled = true', 'moves on'),
  ('enabled = true, missed_policy = ''skip''', 'stays')
) as c (assignment, outcome);
select ok((select c.updated_at > b.updated_at from current c, before b), 'every change is stamped');
update public.task_schedules s set cron_expression = '0 5 * * *', active_since = '2026-03-01 12:00Z' where s.name = 'nightly';
select is((select active_since from current), '2026-03-01 12:00Z'::timestamptz, 'whoever sets it gets what was set');

select * from finish();
rollback;
