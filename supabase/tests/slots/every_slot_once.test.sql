-- Test: whatever ticks come and whenever reconcile looks, every slot has exactly one tick or missed dispatch.
--
-- A schedule for each expression with each pair of policies, with random windows, lives through two random
-- days: a tick comes or not, work ends or not, reconcile looks now and then. The seed is fixed.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/slots.psql
select plan(6);

select setseed(0.4) \g /dev/null
create temp table lives (name text primary key, expression text, missed_policy text, overlap_policy text);
insert into lives
select 'life-' || row_number() over (), e.expression, m.missed_policy, o.overlap_policy
from unnest(array['*/30 * * * *', '7 */2 * * *', '0 6,18 * * *', '15 3 * * *', '0 0-5 * * 1-5', '*/20 9 2 * *']) as e (expression)
cross join unnest(array['skip', 'run_once', 'backfill']) as m (missed_policy)
cross join unnest(array['skip', 'allow']) as o (overlap_policy);
do $$
declare
  v_now timestamptz := '2026-03-01 23:30Z';
begin
  perform pg_temp.add_schedule(l.name, l.missed_policy, l.overlap_policy, l.expression, random() * interval '30 hours' + interval '1 minute')
  from lives l;
  update public.task_schedules s set active_since = v_now where s.name like 'life-%';
  while v_now < '2026-03-03 23:00Z' loop
    v_now := v_now + random() * interval '3 hours';
    perform nightshift.dispatch(l.name, e.slot + random() * interval '20 seconds')
    from lives l
    cross join lateral (select nightshift.latest_slot(l.expression, v_now) as slot) e
    where random() < 0.4 and e.slot > '2026-03-01 23:30Z';
    perform pg_temp.complete_tasks(l.name) from lives l where random() < 0.5;
    if random() < 0.5 then
      perform nightshift.judge_slots(v_now);
    end if;
  end loop;
  -- The end: everything is finished and looked at until nothing is left to do.
  loop
    perform pg_temp.complete_tasks(l.name) from lives l;
    exit when nightshift.judge_slots('2026-03-03 23:31Z') = 0;
  end loop;
end
$$;

create temp view expected as
select l.name, l.missed_policy, slot
from lives l
cross join lateral nightshift.cron_slots(l.expression, '2026-03-01 23:30:01Z', '2026-03-03 23:30:10Z') as slot;
select cmp_ok((select count(*) from expected), '>', 700::bigint, 'more than 700 slots were expected');
select is_empty(
  $$ select name, slot from expected except all select schedule, slot from slots $$, 'none is without a dispatch');
select is_empty(
  $$ select schedule, slot from slots except all select name, slot from expected $$, 'none has two, and no other slot has any');
select is_empty(
  $$ select from slots s join lives l on l.name = s.schedule where s.outcome is null or s.status in ('pending', 'running') $$,
  'each has a reason and an end');
select is_empty(
  $$ select from slots s join lives l on l.name = s.schedule where l.missed_policy = 'skip' and s.outcome = 'run' $$,
  'where the policy is skip none was made up for');
select set_has(
  'select split_part(outcome, '' '', 1) from slots',
  $$ values ('tick'::text), ('run'), ('policy'), ('it'), ('a') $$, 'all kinds of outcome came about');

select * from finish();
rollback;
