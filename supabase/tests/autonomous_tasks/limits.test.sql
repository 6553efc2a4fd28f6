-- Test: what a task may hold: known words, costs from 0 to below a billion, bounded texts and documents.
begin;

create function pg_temp.list_of(p_count integer, p_item text) returns jsonb
language sql as $$ select ('[' || repeat(p_item || ',', p_count - 1) || p_item || ']')::jsonb $$;
create function pg_temp.nested(p_levels integer) returns jsonb
language sql as $$ select (repeat('[', p_levels) || repeat(']', p_levels))::jsonb $$;
-- Text that does not compress.
create function pg_temp.random_text(p_length integer) returns text
language sql as $$ select left(string_agg(md5(random()::text), ''), p_length) from generate_series(1, p_length / 32 + 1) $$;

create temp table attempts (what text, columns text, outcome text);
insert into attempts
select 'task_type ' || t, format('task_type = %L', t), 'stored'
from unnest(array[
  'continuous_intelligence_update', 'daily_analytics_rollup', 'weekly_report_generation', 'monthly_summary',
  'email_sync', 'contact_enrichment', 'lead_scoring_batch', 'campaign_optimization', 'content_calendar_sync',
  'social_media_posting', 'data_cleanup', 'system_health_check'
]) as t
union all
select 'status ' || s, format('status = %L', s), 'stored'
from unnest(array['pending', 'running', 'completed', 'failed', 'partial_failure', 'cancelled']) as s
union all
select 'triggered_by ' || t, format('triggered_by = %L', t), 'stored'
from unnest(array['cron', 'user', 'api', 'system']) as t;

insert into attempts values
  ('an unknown task_type', 'task_type = ''mind_reading''', 'task_type_is_known'),
  ('a task_type in capitals', 'task_type = ''EMAIL_SYNC''', 'task_type_is_known'),
  ('an empty task_type', 'task_type = ''''', 'task_type_is_known'),
  ('no task_type', 'task_type = null', 'not null task_type'),
  ('an unknown status', 'status = ''done''', 'status_is_known'),
  ('an empty status', 'status = ''''', 'status_is_known'),
  ('no status', 'status = null', 'not null status'),
  ('an unknown trigger', 'triggered_by = ''moon''', 'triggered_by_is_known'),
  ('no trigger', 'triggered_by = null', 'not null triggered_by'),

  ('no cost', 'cost_estimate_usd = null', 'stored'),
  ('a cost of 0', 'cost_estimate_usd = 0', 'stored'),
  ('a cost of a ten-millionth', 'cost_estimate_usd = 0.0000001', 'stored'),
  ('a cost just below a billion', 'cost_estimate_usd = 999999999.99', 'stored'),
  ('a cost of a billion', 'cost_estimate_usd = 1e9', 'cost_is_from_zero_to_a_billion'),
  ('a negative cost', 'cost_estimate_usd = -0.0000001', 'cost_is_from_zero_to_a_billion'),
  ('a cost of NaN', 'cost_estimate_usd = ''NaN''', 'cost_is_from_zero_to_a_billion'),
  ('an infinite cost', 'cost_estimate_usd = ''Infinity''', 'cost_is_from_zero_to_a_billion'),
  ('an infinite negative cost', 'cost_estimate_usd = ''-Infinity''', 'cost_is_from_zero_to_a_billion'),

  ('an agent name of 200 letters', 'agent_name = repeat(''é'', 200)', 'stored'),
  ('an agent name of 201 letters', 'agent_name = repeat(''é'', 201)', 'agent_name_has_1_to_200_characters'),
  ('an empty agent name', 'agent_name = ''''', 'agent_name_has_1_to_200_characters'),
  ('a message of 10000 letters', 'error_message = repeat(''é'', 10000)', 'stored'),
  ('a message of 10001 letters', 'error_message = repeat(''é'', 10001)', 'error_message_has_at_most_10000_characters'),

  ('an input of 256 kB', 'input_data = to_jsonb(repeat(''x'', 262144 - 16))', 'stored'),
  ('an input of more', 'input_data = to_jsonb(repeat(''x'', 262144))', 'input_data_has_at_most_256_kb'),
  ('an output of 256 kB', 'output_data = to_jsonb(repeat(''x'', 262144 - 16))', 'stored'),
  ('an output of more', 'output_data = to_jsonb(repeat(''x'', 262144))', 'output_data_has_at_most_256_kb'),
  ('a cost of 40 decimals', 'cost_estimate_usd = 1e-40', 'stored'),
  ('a cost of 41 decimals', 'cost_estimate_usd = 1e-41', 'cost_has_at_most_40_decimals'),
  ('a cost of zero that is written with 16,000 digits', 'cost_estimate_usd = 0e-16000', 'cost_has_at_most_40_decimals'),

  -- A few bytes that become megabytes when somebody reads them as text.
  ('3,000 numbers of 131,072 digits', 'input_data = pg_temp.list_of(3000, ''1e131071'')', 'input_data_unfolds_to_at_most_1_mb'),
  ('one such number', 'output_data = ''{"n": 1e131071}''', 'output_data_unfolds_to_at_most_1_mb'),
  ('a negative one, deep inside', 'output_data = ''{"a": [{"b": [-1e131071]}]}''', 'output_data_unfolds_to_at_most_1_mb'),
  ('the first number above those of JavaScript', 'input_data = ''1e309''', 'input_data_unfolds_to_at_most_1_mb'),
  ('the largest number of JavaScript', 'input_data = ''1.7976931348623157e308''', 'stored'),
  ('the smallest number of JavaScript', 'input_data = ''5e-324''', 'stored'),
  ('a tiny number of 16,000 decimals', 'input_data = ''[1e-16000]''', 'input_data_unfolds_to_at_most_1_mb'),
  ('a zero of 16,000 decimals', 'input_data = ''{"n": 0e-16000}''', 'input_data_unfolds_to_at_most_1_mb'),
  ('5,000 numbers of 308 digits', 'input_data = pg_temp.list_of(5000, ''1e307'')', 'input_data_unfolds_to_at_most_1_mb'),
  ('1,000 numbers of 308 digits', 'input_data = pg_temp.list_of(1000, ''1e307'')', 'stored'),
  ('a whole number that JavaScript would round', 'input_data = ''{"id": 9007199254740993}''', 'stored'),
  ('32 levels', 'input_data = pg_temp.nested(32)', 'stored'),
  ('33 levels', 'input_data = pg_temp.nested(33)', 'input_data_unfolds_to_at_most_1_mb'),
  ('5,000 levels', 'output_data = pg_temp.nested(5000)', 'output_data_unfolds_to_at_most_1_mb'),
  ('a run id of 3,000 letters', 'input_data = jsonb_build_object(''run_id'', pg_temp.random_text(3000))', 'stored'),
  ('a run id that is an object', 'input_data = ''{"run_id": {"a": 1}}''', 'stored'),
  ('no workspace', 'workspace_id = null', 'stored'),
  ('an unknown workspace', 'workspace_id = ''d0000000-0000-4000-8000-000000000009''', 'autonomous_tasks_workspace_id_fkey');

-- Writes a task whose one column is as told; answers stored, or the constraint that rejected it.
create function pg_temp.write_task(p_column text) returns text
language plpgsql as $$
declare
  v_name text := split_part(p_column, ' = ', 1);
  v_value text := substring(p_column from length(v_name) + 4);
  v_constraint text;
  v_column text;
begin
  execute format(
    'insert into public.autonomous_tasks (%s) values (%s)',
    concat_ws(', ', v_name, case when v_name <> 'task_type' then 'task_type' end),
    concat_ws(', ', v_value, case when v_name <> 'task_type' then '''email_sync''' end));
  return 'stored';
exception
  when integrity_constraint_violation then
    get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
    return coalesce(nullif(v_constraint, ''), 'not null ' || v_column);
end
$$;

select plan(count(*)::integer) from attempts;
select is(
  pg_temp.write_task(a.columns), a.outcome,
  a.what || case when a.outcome = 'stored' then ' is stored' else ' is refused by ' || a.outcome end)
from attempts a;

select * from finish();
rollback;
