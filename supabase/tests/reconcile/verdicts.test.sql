-- Test: what every kind of answer means, and what follows from it.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql

-- what follows: planned (another try), failed (at once), waits (for the task to start)
create temp table answers (
  what text primary key, status integer, headers jsonb, error text, verdict text not null, follows text not null, words text
);
insert into answers values
  ('200', 200, '{}', null, 'accepted', 'waits', null),
  ('202', 202, '{}', null, 'accepted', 'waits', null),
  ('204', 204, null, null, 'accepted', 'waits', null),
  ('301', 301, '{}', null, 'refused', 'failed', 'The function answered 301.%'),
  ('400', 400, '{}', null, 'refused', 'failed', 'The function answered 400. This will not change by itself%'),
  ('401', 401, '{}', null, 'refused', 'failed', 'The function answered 401: cron_secret in Vault and CRON_SECRET%differ%'),
  ('403', 403, '{}', null, 'refused', 'failed', 'The function answered 403.%'),
  ('404', 404, '{}', null, 'refused', 'failed', 'The function answered 404: there is no such function.%'),
  ('408', 408, '{}', null, 'server_error', 'planned', 'The function answered 408.%'),
  ('425', 425, '{}', null, 'server_error', 'planned', 'The function answered 425.%'),
  ('429', 429, '{}', null, 'server_error', 'planned', 'The function answered 429.%'),
  ('500', 500, '{}', null, 'server_error', 'planned', 'The function answered 500. Its log says why.'),
  ('503 with a code', 503, '{"sb-error-code": "BOOT_ERROR"}', null, 'server_error', 'planned', 'The function answered 503 (BOOT_ERROR).%'),
  ('504', 504, '{}', null, 'server_error', 'planned', 'The function answered 504.%'),
  ('546', 546, '{}', null, 'resource_limit', 'planned', 'The function answered 546: it ran out of CPU or memory.%'),
  ('a limit in the code only', 500, '{"sb-error-code": "WORKER_LIMIT"}', null, 'resource_limit', 'planned', '%(WORKER_LIMIT)%'),
  ('a header in capitals', 503, '{"Sb-Error-Code": "WORKER_RESOURCE_LIMIT"}', null, 'resource_limit', 'planned', '%(WORKER_RESOURCE_LIMIT)%'),
  ('999', 999, '{}', null, 'server_error', 'planned', 'The function answered 999.%'),
  ('a timeout', null, null, 'Timeout of 7000 ms reached', 'timed_out', 'planned', 'No answer in time: Timeout of 7000 ms reached.'),
  ('no connection', null, null, 'Couldn''t connect to server', 'unreachable', 'planned', 'The function could not be reached: Couldn''t connect%project_url%'),
  ('garbage', null, '{}', null, 'unreachable', 'planned', 'The function could not be reached: no reason given.%');
alter table answers add n serial;

insert into public.task_schedules (name, task_type, cron_expression, target)
select 'answer-' || a.n, 'email_sync', '*/30 * * * *', 'sync' from answers a;
do $$
begin
  perform pg_temp.dispatch('2026-03-01 12:00:01Z', 'answer-' || a.n),
    pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 12:00Z', 'answer-' || a.n)).request_id, '2026-03-01 12:00:02Z', a.status, a.headers, a.error)
  from answers a;
end
$$;
create temp view outcomes as
select a.what, d.verdict, d.http_status, d.responded_at, d.detail, d.retry_at, t.status, t.error_message
from answers a
join public.task_schedules s on s.name = 'answer-' || a.n
join public.task_dispatches d on d.schedule_id = s.id
join public.autonomous_tasks t on t.id = d.task_id;

select plan((select 4 * count(*) + 4 from answers)::integer);

select is((select count(*) from outcomes where verdict = 'sent'), (select count(*) from answers), 'all are sent');
select is(nightshift.judge_dispatches('2026-03-01 12:00:10Z'), (select count(*)::integer from answers), 'all are judged');
select is(nightshift.judge_dispatches('2026-03-01 12:00:11Z'), 0, 'once');
select is(nightshift.retry_dispatches('2026-03-01 12:00:10Z'), 0, 'nothing is sent again at once');

select is(o.verdict, a.verdict, format('%s: %s', a.what, a.verdict)) from answers a join outcomes o using (what);
select is(
  row(o.http_status, o.responded_at), row(a.status, '2026-03-01 12:00:02Z'::timestamptz),
  a.what || ': status and time of the answer are kept')
from answers a join outcomes o using (what);
select ok(coalesce(o.detail like a.words, a.words is null and o.detail is null), a.what || ': is put in words')
from answers a join outcomes o using (what);
select is(
  case
    when o.status = 'failed' and o.error_message = o.detail and o.retry_at is null then 'failed'
    when o.status = 'pending' and o.retry_at is not null then 'planned'
    when o.status = 'pending' then 'waits'
  end, a.follows, format('%s: %s', a.what, case a.follows
    when 'failed' then 'its task fails at once, with these words' when 'planned' then 'another try is planned'
    else 'its task has to start' end))
from answers a join outcomes o using (what);

select * from finish();
rollback;
