-- Test: our own rows win over what pg_net says.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql

-- status: of the task when the answer is read. answer: what pg_net says, null for nothing.
create temp table cases (n serial, status text, answer text, verdict text, follows text);
insert into cases (status, answer, verdict, follows) values
  ('running', 'timeout', 'accepted', 'running'), ('running', '500', 'accepted', 'running'), ('running', null, 'accepted', 'running'),
  ('completed', 'timeout', 'accepted', 'completed'), ('completed', '546', 'accepted', 'completed'), ('completed', null, 'accepted', 'completed'),
  ('failed', '500', 'accepted', 'failed'), ('failed', null, 'accepted', 'failed'),
  ('pending', '401', 'refused', 'failed'), ('pending', null, 'lost', 'pending'),
  ('cancelled', '500', 'server_error', 'cancelled'), ('cancelled', null, 'lost', 'cancelled');

insert into public.task_schedules (name, task_type, cron_expression, target)
select 'case-' || c.n, 'email_sync', '*/30 * * * *', 'sync' from cases c;
do $$ begin perform pg_temp.dispatch('2026-03-01 12:00:01Z', 'case-' || c.n) from cases c; end $$;
create temp view outcomes as
select c.n, d.id, d.request_id, d.task_id, d.verdict, d.http_status, d.retry_at, t.status
from cases c
join public.task_schedules s on s.name = 'case-' || c.n
join public.task_dispatches d on d.schedule_id = s.id
join public.autonomous_tasks t on t.id = d.task_id;
do $$
begin
  perform pg_temp.answer(o.request_id, '2026-03-01 12:00:09Z', nullif(c.answer, 'timeout')::integer, '{}',
    case when c.answer = 'timeout' then 'Timeout of 5000 ms reached' end)
  from cases c join outcomes o using (n)
  where c.answer is not null;
  update public.autonomous_tasks t
  set status = case when c.status = 'cancelled' then 'cancelled' else 'running' end
  from cases c join outcomes o using (n)
  where t.id = o.task_id and c.status <> 'pending';
  update public.autonomous_tasks t
  set status = c.status
  from cases c join outcomes o using (n)
  where t.id = o.task_id and c.status in ('completed', 'failed');
end
$$;

select plan((select 3 * count(*) + 1 from cases)::integer);

select is(nightshift.judge_dispatches('2026-03-01 12:01Z'), (select count(*)::integer from cases), 'all are judged');
select nightshift.retry_dispatches('2026-03-01 12:01Z') \g /dev/null
select is(
  o.verdict, c.verdict,
  format('task %s, %s: %s', c.status, coalesce('pg_net says ' || c.answer, 'nothing from pg_net'), c.verdict))
from cases c join outcomes o using (n);
select is(o.status, c.follows, format('task %s, %s: the task is %s', c.status, coalesce('pg_net says ' || c.answer, 'nothing from pg_net'), c.follows))
from cases c join outcomes o using (n);
select is(
  o.retry_at is not null, c.follows = 'pending',
  format('task %s, %s: it is %stried again', c.status, coalesce('pg_net says ' || c.answer, 'nothing from pg_net'),
    case when c.follows = 'pending' then '' else 'not ' end))
from cases c join outcomes o using (n);

select * from finish();
rollback;
