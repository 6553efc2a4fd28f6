-- Test: whatever somebody passes to a function that reads, the answer is a result or an error of the catalogue.
--
-- Every public function that reads is called with the ends of each type, one argument at a time, and all.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/days.psql
set local client_min_messages = error;
select plan(7);

-- Something to read, so that no function ends before it counts.
insert into public.task_schedules (name, task_type, target, cron_expression, active_since) values ('x', 'email_sync', 'x', '*/30 * * * *', '2026-03-01Z');
insert into public.task_dispatches (schedule_id, slot, kind) select id, '2026-03-01 12:00Z', 'tick' from public.task_schedules where name = 'x';
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at) values (:'ours', 'email_sync', 'running', '2026-03-01 12:00Z');
select pg_temp.receive_one(:'ours', 'one', '2026-03-01 12:00Z', 'question', true) \g /dev/null
insert into nightshift.operators (user_id) select p.user_id from personas p where p.persona = 'owner';
insert into public.retention_rules (workspace_id, what, keep_days) values (:'ours', 'mail', 3650), (:'ours', 'tasks', 1);

create temp table ends (type regtype, value text);
insert into ends values
  ('timestamptz', 'infinity'), ('timestamptz', '-infinity'), ('timestamptz', '294276-12-31 23:59:59Z'), ('timestamptz', '4714-11-24 00:00Z BC'),
  ('timestamptz', null), ('date', 'infinity'), ('date', '-infinity'), ('date', '5874897-12-31'), ('date', null),
  ('integer', '-2147483648'), ('integer', '2147483647'), ('integer', '0'), ('integer', null), ('bigint', '-9223372036854775808'),
  ('bigint', '9223372036854775807'), ('bigint', null), ('text', ''), ('text', '294276-12-31T23:59:59Z'), ('text', 'x infinity'),
  ('text', 'x 294276-12-31T23:59:59Z'), ('text', repeat('x', 100000)), ('text', null), ('uuid', '00000000-0000-0000-0000-000000000000'),
  ('uuid', null), ('interval', '178000000 years'), ('interval', '-178000000 years'), ('interval', null), ('numeric', 'NaN'),
  ('numeric', null), ('boolean', null), ('jsonb', 'null'), ('jsonb', '[]'), ('jsonb', '"x"'), ('jsonb', '{"from": "infinity", "to": "x"}'),
  ('jsonb', '{"executed_at": "infinity", "id": "x"}'), ('jsonb', null), ('text[]', '{NULL}'), ('text[]', null), ('uuid[]', null);
insert into ends
select 'jsonb', format(f.filter, to_jsonb(v.value))
from unnest(array['{"limit": %s}', '{"workspace_id": %s}', '{"status": %s}', '{"task_type": %s}', '{"schedule": %s}', '{"agent": %s}',
  '{"agent_name": %s}', '{"error_text": %s}', '{"executed_from": %s}', '{"executed_before": %s}', '{"expected_before": %s}', '{"after": %s}',
  '{"after": {"executed_at": %s}}', '{"after": {"id": %s}}']) as f (filter)
cross join unnest(array['', 'x', '-1', '99999999999', 'infinity', '-infinity', '294277-01-01Z', 'now Nowhere/Zone']) as v (value);

-- An ordinary value for each argument, and with each end in its place.
create temp table arguments as
select p.oid::regprocedure as function, a.place, a.type::regtype as type, coalesce(case a.type::regtype
    when 'uuid'::regtype then 'a0000000-0000-4000-8000-000000000001'
    when 'timestamptz'::regtype then case when a.place = max(a.place) over (partition by p.oid, a.type) then '2026-03-02Z' else '2026-03-01Z' end
    when 'date'::regtype then '2026-03-01' when 'integer'::regtype then '5' when 'bigint'::regtype then '5'
    when 'text'::regtype then case p.proargnames[a.place] when 'p_what' then 'time' when 'p_state' then 'open'
      when 'p_expression' then '*/5 * * * *' when 'p_time_zone' then 'UTC' when 'p_token_hash' then null else 'x' end end) as value
from pg_catalog.pg_proc p
cross join unnest(p.proargtypes::oid[]) with ordinality as a (type, place)
where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
  and (p.provolatile <> 'v' or p.proname ~ '^(find|get|list|report|summarize|why)')
  and not exists (select from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e');
create temp table calls as
select v.function, format('select f.* from %s(%s) as f', split_part(v.function::text, '(', 1), string_agg(format('%L::%s', v.value, v.type), ', ' order by v.place)) as statement
from (
  select a.function, a.place, a.type, e.case, case when a.place = e.place then e.value else a.value end as value
  from arguments a
  join (select b.function, b.place, n.value, row_number() over () as case from arguments b join ends n on n.type = b.type) e
    on e.function = a.function
  union all
  select a.function, a.place, a.type, -k.n, (array_agg(n.value order by md5(n.value || k.n)))[1]
  from arguments a cross join generate_series(1, 4) as k (n) join ends n on n.type = a.type group by 1, 2, 3, 4
) v
group by v.function, v.case;
create temp table outcomes as
select c.function, c.statement, p.persona, pg_temp.attempt(p.persona, c.statement) as outcome
from calls c
join personas p on p.persona in ('owner', 'service_role') and has_function_privilege(p.role_name, c.function, 'execute');

select is_empty($$ select o.persona, o.outcome, left(o.statement, 200) from outcomes o where o.outcome !~ '^(\d{1,4}|PT4\d\d \w+|42501)$' $$,
  'no function raises an error that is not in the catalogue, such as 22008');
select ok((select count(*) from outcomes) > 250 and (select count(distinct function) from outcomes) > 20, 'and there were many');
select is(pg_temp.attempt('owner', s.statement), 'PT400 ' || s.code, s.described)
from (values
  ($$ select from public.get_slots($1, '2026-03-01Z', 'infinity') $$, 'range_invalid', 'such as get_slots for a range without an end'),
  ($$ select from public.find_tasks('{"limit": "99999999999"}') $$, 'filter_invalid', 'find_tasks for too many'),
  ($$ select from public.list_jobs('{"after": "x"}') $$, 'filter_invalid', 'list_jobs after no job'),
  ($$ select from public.list_watches('{"workspace_id": "x"}') $$, 'filter_invalid', 'list_watches of no workspace'),
  ($$ select from public.list_timeline('{"expected_before": "294277-01-01Z"}') $$, 'filter_invalid', 'and list_timeline before a time that does not exist')
) as s (statement, code, described);

select * from finish();
rollback;
