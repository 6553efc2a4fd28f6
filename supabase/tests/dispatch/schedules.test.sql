-- Test: what a schedule may look like.
begin;

create temp table attempts (what text, columns text, outcome text);
insert into attempts values
  ('a name of one letter', '{"name": "x"}', 'stored'),
  ('a name of letters, digits and hyphens', '{"name": "lead-scoring-2"}', 'stored'),
  ('an empty name', '{"name": ""}', 'name_is_a_slug'),
  ('a name with capitals', '{"name": "Lead"}', 'name_is_a_slug'),
  ('a name with a space', '{"name": "lead scoring"}', 'name_is_a_slug'),
  ('a name that begins with a hyphen', '{"name": "-lead"}', 'name_is_a_slug'),
  ('a name of 64 letters', format('{"name": "%s"}', repeat('x', 64)), 'name_is_a_slug'),
  ('a name with a line break', '{"name": "lead\n"}', 'name_is_a_slug'),
  ('a name that is taken', '{"name": "continuous-intelligence"}', 'task_schedules_name_key'),
  ('a target that is a URL', '{"target": "https://agent.example.com/hook?a=b"}', 'stored'),
  ('a target over http', '{"target": "http://127.0.0.1:3008/x"}', 'stored'),
  ('a target with another scheme', '{"target": "ftp://agent.example.com"}', 'target_is_a_function_or_a_url'),
  ('a target with a path', '{"target": "../other"}', 'target_is_a_function_or_a_url'),
  ('a target with a line break', '{"target": "https://agent.example.com/\nx"}', 'target_is_a_function_or_a_url'),
  ('a payload that is a list', '{"payload": []}', 'payload_is_an_object'),
  ('a payload that is null', '{"payload": null}', 'payload_is_an_object'),
  ('an unknown overlap policy', '{"overlap_policy": "queue"}', 'overlap_policy_is_known'),
  ('a timeout of 1000 ms', '{"timeout_ms": 1000}', 'stored'),
  ('a timeout of 10000 ms', '{"timeout_ms": 10000}', 'stored'),
  ('a timeout of 999 ms', '{"timeout_ms": 999}', 'timeout_is_from_1_to_10_seconds'),
  ('a timeout of 10001 ms', '{"timeout_ms": 10001}', 'timeout_is_from_1_to_10_seconds');

create function pg_temp.write_schedule(p_columns jsonb) returns text
language plpgsql as $$
declare
  v_constraint text;
begin
  insert into public.task_schedules (name, task_type, cron_expression, target, payload, overlap_policy, timeout_ms)
  select coalesce(r.name, 'example'), 'email_sync', '0 * * * *', coalesce(r.target, 'example'),
    coalesce(p_columns -> 'payload', '{}'), coalesce(r.overlap_policy, 'skip'), coalesce(r.timeout_ms, 5000)
  from jsonb_populate_record(null::public.task_schedules, p_columns - 'payload') as r;
  raise exception using errcode = 'UNDO0';
exception
  when sqlstate 'UNDO0' then
    return 'stored';
  when integrity_constraint_violation then
    get stacked diagnostics v_constraint = constraint_name;
    return v_constraint;
end
$$;

select plan(count(*)::integer) from attempts;
select is(
  pg_temp.write_schedule(a.columns::jsonb), a.outcome,
  a.what || case when a.outcome = 'stored' then ' is stored' else ' is refused by ' || a.outcome end)
from attempts a;

select * from finish();
rollback;
