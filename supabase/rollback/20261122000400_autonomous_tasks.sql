-- Undoes autonomous tasks; the log is lost. The statements are those of the rollback block of the Migration
-- 043 contract. A table of another shape was never ours and stays.

do $$
begin
  if to_regclass('public.autonomous_tasks') is null or (
    select array_agg(a.attname::text order by a.attname)
    from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('public.autonomous_tasks') and a.attnum > 0 and not a.attisdropped
  ) = array[
    'agent_name', 'completed_at', 'cost_estimate_usd', 'created_at', 'duration_ms', 'error_message', 'executed_at',
    'id', 'input_data', 'output_data', 'status', 'task_type', 'triggered_by', 'updated_at', 'workspace_id'
  ] then
    drop trigger if exists trigger_autonomous_tasks_updated_at on public.autonomous_tasks;
    drop function if exists public.get_autonomous_task_summary;
    drop function if exists public.update_autonomous_tasks_updated_at;
    drop table if exists public.autonomous_tasks cascade;
  end if;
end
$$;

drop function if exists nightshift.keep_task_identity();
drop function if exists nightshift.is_bounded_document(jsonb);
drop function if exists nightshift.is_runner_row(uuid);
drop function if exists nightshift.task_types();
drop function if exists nightshift.task_statuses();
drop function if exists nightshift.task_triggers();
drop function if exists nightshift.words_of(text);
drop function if exists nightshift.time_ordered_uuid();
