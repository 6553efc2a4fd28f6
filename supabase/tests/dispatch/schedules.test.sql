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
  ('the name of the job of reconciliation', '{"name": "nightshift-reconcile"}', 'name_is_not_reserved'),
  ('a name that is taken', '{"name": "continuous-intelligence"}', 'task_schedules_name_key'),
  ('a target that is a URL', '{"target": "https://agent.example.com/hook?a=b"}', 'stored'),
  ('a target over http', '{"target": "http://127.0.0.1:3008/x"}', 'stored'),
  ('a target with another scheme', '{"target": "ftp://agent.example.com"}', 'target_is_a_function_or_a_url'),
  ('a target with a path', '{"target": "../other"}', 'target_is_a_function_or_a_url'),
  ('a target with a line break', '{"target": "https://agent.example.com/\nx"}', 'target_is_a_function_or_a_url'),
  ('a payload that is a list', '{"payload": []}', 'payload_is_an_object_of_at_most_64_kb'),
  ('a payload that is null', '{"payload": null}', 'payload_is_an_object_of_at_most_64_kb'),
  ('a payload of more than 64 kB', format('{"payload": {"key": "%s"}}',
    (select string_agg(md5(n::text), '') from generate_series(1, 2100) as n)), 'payload_is_an_object_of_at_most_64_kb'),
  ('a target that is a path of a function', '{"target": "mail/nightly"}', 'stored'),
  ('a task type that is not one of the 12', '{"task_type": "sleep"}', 'task_type_is_known'),
  ('an unknown missed policy', '{"missed_policy": "later"}', 'missed_policy_is_known'),
  ('a window of 31 days', '{"missed_window": "31 days"}', 'stored'),
  ('a window of 32 days', '{"missed_window": "32 days"}', 'missed_window_is_up_to_31_days'),
  ('a window of 59 seconds', '{"missed_window": "59 seconds"}', 'missed_window_is_up_to_31_days'),
  ('ten attempts', '{"max_attempts": 10}', 'stored'),
  ('eleven attempts', '{"max_attempts": 11}', 'max_attempts_is_from_1_to_10'),
  ('no attempt', '{"max_attempts": 0}', 'max_attempts_is_from_1_to_10'),
  ('16 parallel runs', '{"max_parallel_runs": 16}', 'stored'),
  ('17 parallel runs', '{"max_parallel_runs": 17}', 'max_parallel_runs_is_from_1_to_16'),
  ('no parallel run', '{"max_parallel_runs": 0}', 'max_parallel_runs_is_from_1_to_16'),
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
  insert into public.task_schedules (
    name, task_type, cron_expression, target, payload, missed_policy, missed_window, overlap_policy, timeout_ms,
    max_attempts, max_parallel_runs
  )
  select r.name, r.task_type, '0 * * * *', r.target, coalesce(p_columns -> 'payload', '{}'), r.missed_policy, r.missed_window, r.overlap_policy,
    r.timeout_ms, r.max_attempts, r.max_parallel_runs
  from jsonb_populate_record(null::public.task_schedules, '{
    "name": "example", "task_type": "email_sync", "target": "example", "missed_policy": "skip",
    "missed_window": "1 day", "overlap_policy": "skip", "timeout_ms": 5000, "max_attempts": 3, "max_parallel_runs": 1
  }'::jsonb || p_columns) as r;
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
