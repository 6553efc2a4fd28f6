-- Test: members find their tasks by every filter, page by page, and nobody else does.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/asking.psql
select plan(22);

insert into public.autonomous_tasks (id, workspace_id, task_type, status, executed_at, triggered_by, agent_name, error_message)
select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, w.id,
  case when n % 40 = 0 then 'data_cleanup' else 'email_sync' end,
  case when n % 30 = 0 then 'failed' else 'completed' end, '2026-03-01 00:00Z'::timestamptz + n / 3 * interval '7 minutes',
  case when n = 17 then 'user' else 'api' end, case when n % 2 = 0 then 'even' else 'odd' end,
  case when n % 30 = 0 then format('Host %s of %s has no answer.', n, w.name) end
from generate_series(1, 300) as n
join public.workspaces w on w.name = case when n % 50 = 49 then 'Theirs' else 'Ours' end;

create function pg_temp.tasks(p_filter jsonb default '{}', p_after jsonb default null, p_persona text default 'viewer')
returns jsonb
language sql as $$
  select pg_temp.ask(p_persona, format('public.list_tasks(''a0000000-0000-4000-8000-000000000001'', %L, %L)',
    p_filter, p_after))
$$;
-- Every page of a filter, one after the other: numbers of the tasks in their order, and of the pages.
create function pg_temp.all_pages(p_filter jsonb, out numbers integer[], out pages integer)
language plpgsql as $$
declare
  v_page jsonb := pg_temp.tasks(p_filter);
begin
  numbers := array[]::integer[];
  pages := 0;
  loop
    pages := pages + 1;
    numbers := numbers || array(select right(t.task ->> 'id', 12)::integer
      from jsonb_array_elements(v_page -> 'tasks') with ordinality as t (task, nth) order by t.nth);
    exit when v_page -> 'next' = 'null' or pages > 20;
    v_page := pg_temp.tasks(p_filter, v_page -> 'next');
  end loop;
end
$$;
create function pg_temp.expected(p_where text) returns integer[]
language plpgsql as $$
declare
  v_numbers integer[];
begin
  execute format('select array_agg(right(t.id::text, 12)::integer order by t.executed_at desc, t.id desc)
    from public.autonomous_tasks t where t.workspace_id = ''a0000000-0000-4000-8000-000000000001'' and %s', p_where)
  into v_numbers;
  return v_numbers;
end
$$;

select is((select p.numbers from pg_temp.all_pages('{}') p), pg_temp.expected('true'), 'all tasks, latest first, none twice');
select is((select p.pages from pg_temp.all_pages('{}') p), 6, 'in pages of 50');
create temp table filters (filter jsonb, condition text);
insert into filters values
  ('{"status": "failed"}', 't.status = ''failed'''), ('{"status": "failed,partial_failure"}', 't.status = ''failed'''),
  ('{"status": "completed"}', 't.status = ''completed'''), ('{"task_type": "data_cleanup"}', 't.task_type = ''data_cleanup'''),
  ('{"task_type": "data_cleanup", "status": "failed"}', 't.task_type = ''data_cleanup'' and t.status = ''failed'''),
  ('{"agent_name": "even"}', 't.agent_name = ''even'''), ('{"triggered_by": "user"}', 't.triggered_by = ''user'''),
  ('{"error_text": "NO ANSWER"}', 't.error_message ilike ''%no answer%'''), ('{"error_text": "host 60"}', 't.error_message ilike ''%host 60%'''),
  ('{"from": "2026-03-01T03:00Z", "to": "2026-03-01T05:00Z"}', 't.executed_at >= ''2026-03-01 03:00Z'' and t.executed_at < ''2026-03-01 05:00Z'''),
  ('{"from": "2026-03-01T03:00Z", "status": "failed"}', 't.executed_at >= ''2026-03-01 03:00Z'' and t.status = ''failed'''),
  ('{"id": "00000000-0000-7000-8000-000000000017"}', 't.id = ''00000000-0000-7000-8000-000000000017''');
select is((select p.numbers from pg_temp.all_pages(f.filter) p), pg_temp.expected(f.condition), f.filter::text) from filters f;
select is((pg_temp.tasks('{"task_type": "monthly_summary"}')) - 'as_of', '{"tasks": [], "next": null, "looked_until": null}',
  'what there is none of is found out');
-- Before and after folding it is the same.
select nightshift.fold_task_hours() \g /dev/null
select is((select count(*) from filters f where (select p.numbers from pg_temp.all_pages(f.filter) p)
  is distinct from pg_temp.expected(f.condition)), 0::bigint, 'with folded sums, too');
update nightshift.task_hour_adoption set counted_from = '2026-03-01 06:00Z', finished_at = null;
delete from nightshift.task_hours h where h.hour < '2026-03-01 06:00Z';
select is((select count(*) from filters f where (select p.numbers from pg_temp.all_pages(f.filter) p)
  is distinct from pg_temp.expected(f.condition)), 0::bigint, 'and while tasks of before are not counted');
update nightshift.task_hour_adoption set finished_at = now();

select is(jsonb_array_length(pg_temp.tasks(p_persona => 'stranger') -> 'tasks'), 0, 'a stranger finds nothing');
select is(pg_temp.tasks('{"id": "00000000-0000-7000-8000-000000000049"}') -> 'tasks', '[]', 'nor does anybody a task of another workspace');
select is(pg_temp.attempt('viewer', $$select public.list_tasks($1, '{"colour": "red"}')$$), 'PT400 filter_invalid', 'an unknown filter is refused');
select is(pg_temp.attempt('viewer', $$select public.list_tasks($1, '{"id": "x"}')$$), 'PT400 filter_invalid', 'and an id that is not a UUID');

-- Long words

insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, agent_name, error_message)
select :'ours', 'email_sync', 'failed', '2026-04-01 00:00Z', repeat(chr(1), 200), repeat(chr(1), 10000) from generate_series(1, 60);
select cmp_ok((select max(octet_length(pg_temp.tasks(f.filter)::text)) from filters f), '<=', 65536, 'no answer is longer than 64 kB');

select * from finish();
rollback;
