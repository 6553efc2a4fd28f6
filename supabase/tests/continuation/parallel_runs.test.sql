-- Test: a large backlog is shared by parallel runs, one for every 200 emails, up to the schedule's limit.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/mail.psql

-- waiting: emails in the queue; most: max_parallel_runs; runs: how many are dispatched in all.
create temp table cases (n serial, waiting integer, most integer, runs bigint, task_type text default 'continuous_intelligence_update');
insert into cases (waiting, most, runs) values
  (0, 4, 1), (1, 4, 1), (200, 4, 1), (201, 4, 2), (600, 4, 3), (601, 4, 4), (2000, 4, 4), (2000, 1, 1), (2000, 16, 10);
insert into cases (waiting, most, runs, task_type) values (2000, 4, 1, 'email_sync');
update public.task_schedules s set overlap_policy = 'allow' where s.name = 'half-hourly';
select pg_temp.receive(:'ours', 'mail', 2000, '2026-03-01 08:00Z') \g /dev/null
create temp table outcomes (n integer, runs bigint, requests bigint);
do $$
declare
  v_case cases;
begin
  for v_case in select * from cases c order by c.n loop
    delete from net.http_request_queue where true;
    update nightshift.email_queue q set failed_at = case when o.position > v_case.waiting then now() end
    from (select e.email_id, row_number() over (order by e.received_at) as position from nightshift.email_queue e) o
    where o.email_id = q.email_id and (q.failed_at is null) = (o.position > v_case.waiting);
    update public.task_schedules s set max_parallel_runs = v_case.most, task_type = v_case.task_type where s.name = 'half-hourly';
    perform pg_temp.dispatch((timestamptz '2026-03-01 12:00Z' + v_case.n * interval '30 minutes')::text);
    insert into outcomes
    select v_case.n, count(*), (select count(*) from net.http_request_queue)
    from public.task_dispatches d
    where d.slot = timestamptz '2026-03-01 12:00Z' + v_case.n * interval '30 minutes';
  end loop;
end
$$;

select plan((select 2 * count(*) + 6 from cases)::integer);

select is(o.runs, c.runs, format('%s of %s mails, at most %s runs: %s', c.task_type, c.waiting, c.most, c.runs)) from cases c join outcomes o using (n);
select is(o.requests, c.runs, format('%s of %s mails, at most %s runs: as many requests', c.task_type, c.waiting, c.most)) from cases c join outcomes o using (n);
create temp view runs as
select d.kind, d.seq, d.task_id, t.status, t.input_data ->> 'parent_task_id' as parent_task_id
from public.task_dispatches d
join public.autonomous_tasks t on t.id = d.task_id
where d.slot = timestamptz '2026-03-01 12:00Z' + 5 * interval '30 minutes';
select results_eq(
  'select kind, seq, status from runs order by kind desc, seq',
  $$ values ('tick'::text, 0, 'pending'::text), ('parallel', 0, 'pending'), ('parallel', 1, 'pending') $$, 'one is the tick, the others run beside it');
select is((select count(distinct task_id) from runs), 3::bigint, 'each has a task of its own');
select is(
  (select distinct parent_task_id from runs where kind = 'parallel'), (select task_id::text from runs where kind = 'tick'), 'that names the tick''s as its parent');
select is(
  (select count(distinct convert_from(q.body, 'UTF8')::jsonb ->> 'task_id') from net.http_request_queue q),
  (select count(*) from net.http_request_queue), 'each request names a task of its own');
select is(pg_temp.dispatch('2026-03-01 17:00:30Z'), 'already_dispatched', 'a second tick of the slot adds none');
select is(
  (select count(*) from public.task_dispatches where slot = '2026-03-01 17:00Z'), 1::bigint, 'so that it stays as it was');

select * from finish();
rollback;
