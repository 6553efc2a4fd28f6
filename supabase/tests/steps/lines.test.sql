-- Test: the log lines of a task are kept within 200 lines and 64 kB, and seen by whoever sees the task.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/jobs.psql
select plan(20);

select pg_temp.enqueue(:'ours') as task_id \gset
select run_id, token from pg_temp.start() \gset
create temp table says (token uuid, task_id uuid, run_id uuid);
insert into says values (:'token', :'task_id', :'run_id');

create function pg_temp.say(p_lines jsonb) returns text language sql as $$
  select public.log_lines(s.run_id, s.token, p_lines) ->> 'outcome' from pg_temp.says s
$$;
create function pg_temp.line(p_message text, p_fields jsonb default null) returns jsonb language sql as $$
  select jsonb_strip_nulls(jsonb_build_object('task_id', s.task_id, 'at', '2026-03-01T12:00:00.5Z', 'message', p_message,
    'fields', p_fields)) from pg_temp.says s
$$;
create function pg_temp.lines() returns jsonb language sql as $$
  select nightshift.describe_lines(s.task_id, 'a0000000-0000-4000-8000-000000000001') from pg_temp.says s
$$;

select is(pg_temp.say(jsonb_build_array(pg_temp.line('one', '{"rows": 10}'), pg_temp.line('two'))), 'saved',
  'lines are kept');
select is(pg_temp.lines(), '[
  {"at": "2026-03-01T12:00:00.5+00:00", "message": "one", "fields": {"rows": 10}},
  {"at": "2026-03-01T12:00:00.5+00:00", "message": "two", "fields": null}]', 'in their order, with their fields');
select is(pg_temp.say('[]'), 'saved', 'no lines are fine');
select is((select public.log_lines(s.run_id, gen_random_uuid(), jsonb_build_array(pg_temp.line('x'))) ->> 'outcome'
  from says s), 'lost', 'a wrong token keeps nothing');
select pg_temp.enqueue(:'theirs') as other_task_id \gset
select pg_temp.say(jsonb_build_array(pg_temp.line('x') || jsonb_build_object('task_id', :'other_task_id'))) \g /dev/null
select is(nightshift.describe_lines(:'other_task_id', :'theirs'), '[]', 'nor are lines for a task that the run does not hold');
select pg_temp.say(jsonb_build_array(pg_temp.line('x') || jsonb_build_object('workspace_id', :'theirs'))) \g /dev/null
select is((select array_agg(distinct l.workspace_id) from nightshift.task_lines l), array[:'ours'::uuid],
  'a line belongs to the workspace of its job, whatever it says');

select pg_temp.say(jsonb_build_array(pg_temp.line(''), pg_temp.line(repeat('é', 3000)),
  pg_temp.line('big', jsonb_build_object('x', repeat('x', 9000))), pg_temp.line('list', '[1]'))) \g /dev/null
select is(l.value ->> 'message', '(empty)', 'an empty line says so') from jsonb_array_elements(pg_temp.lines())
  with ordinality l (value, n) where n = 4;
select is(length(l.value ->> 'message'), 2000, 'a long line is cut') from jsonb_array_elements(pg_temp.lines())
  with ordinality l (value, n) where n = 5;
select matches(l.value #>> '{fields,left_out}', '^fields of \d+ bytes$', 'large fields are left out')
from jsonb_array_elements(pg_temp.lines()) with ordinality l (value, n) where n = 6;
select is(l.value -> 'fields', 'null', 'and what is no object') from jsonb_array_elements(pg_temp.lines())
  with ordinality l (value, n) where n = 7;

delete from nightshift.task_lines where true;
do $$
begin
  -- One at a time, as a task that talks for hours.
  for n in 1 .. 450 loop
    perform pg_temp.say(jsonb_build_array(pg_temp.line('line ' || n)));
  end loop;
end
$$;
select cmp_ok(jsonb_array_length(pg_temp.lines()), '<=', 200, 'a task keeps at most 200 lines');
select is(array[pg_temp.lines() #>> '{0,message}', pg_temp.lines() #>> '{49,message}', pg_temp.lines() #>> '{-1,message}'],
  array['line 1', 'line 50', 'line 450'], 'the first 50 and the last');
select is((select count(*) from nightshift.task_lines l where l.left_out > 0), 1::bigint,
  'one line stands for what is missing');
select is(
  (select sum(l.left_out) + count(*) filter (where l.left_out = 0) from nightshift.task_lines l), 450::numeric,
  'and says how many they are, to the last');
select is(pg_temp.lines() #>> '{50,message}',
  (select max(l.left_out) from nightshift.task_lines l) || ' lines were left out here.', 'behind the first 50');

delete from nightshift.task_lines where true;
select pg_temp.say((select jsonb_agg(pg_temp.line(n || repeat('x', 1990))) from generate_series(1, 150) n)) \g /dev/null
select cmp_ok((select sum(l.bytes) from nightshift.task_lines l), '<=', 65536::bigint, 'a task keeps at most 64 kB');
select ok((select count(*) > 20 from nightshift.task_lines), 'of its first and last lines');

select is(
  (select array_agg(p.persona || ' ' || pg_temp.attempt(p.persona, format(
    'select from jsonb_array_elements(public.list_lines(%L) -> ''lines'') limit 1', :'task_id')) order by p.persona)
   from personas p),
  array['admin 1', 'anon 42501', 'member 1', 'other_owner 0', 'owner 1', 'service_role 1', 'stranger 0', 'viewer 1'],
  'whoever sees the task sees its lines, and nobody else');

update nightshift.task_lines l set at = now() - interval '2 days', task_id = gen_random_uuid() where true;
select cmp_ok(nightshift.prune_lines(), '>', 0, 'lines of tasks that are gone are deleted');
select pg_temp.say(jsonb_build_array(pg_temp.line('x'))) \g /dev/null
delete from public.workspaces w where w.id = :'ours';
select is((select count(*) from nightshift.task_lines), 0::bigint, 'and lines go with their workspace');

select * from finish();
rollback;
