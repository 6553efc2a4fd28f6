-- Watch reads: how watched jobs are, over HTTP.
--
-- Locks: none. Time: milliseconds.

create or replace function public.list_watches(p_filter jsonb default '{}', p_token_hash text default null)
returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_most constant integer := 500;
  v_workspace_id uuid;
  v_caller jsonb;
  v_own uuid;
begin
  begin
    v_workspace_id := (p_filter ->> 'workspace_id')::uuid;
  exception when data_exception then
    raise exception 'filter_invalid: workspace_id is a UUID.' using errcode = 'PT400';
  end;
  v_caller := public.admit_caller('tasks', p_token_hash, array_remove(array[v_workspace_id], null));
  v_own := (v_caller ->> 'workspace_id')::uuid;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  return jsonb_build_object('outcome', 'ok', 'watches', (
    select coalesce(jsonb_agg(l.watch order by l.problem_since, l.agent_name), '[]')
    from (
      select s.problem_since, s.agent_name, to_jsonb(s) || jsonb_build_object('task_type', w.task_type,
        'cron_expression', w.cron_expression, 'time_zone', w.time_zone, 'after_in_a_row', w.after_in_a_row,
        'expected_every_seconds', extract(epoch from w.expected_every),
        'grace_seconds', extract(epoch from w.grace), 'max_runtime_seconds', extract(epoch from w.max_runtime)) as watch
      from public.job_watch_states s
      join public.job_watches w on w.id = s.watch_id
      where (v_caller ->> 'kind' <> 'token' or s.workspace_id = v_own)
        and (v_workspace_id is null or s.workspace_id = v_workspace_id)
        and (p_filter ->> 'agent_name' is null or s.agent_name = p_filter ->> 'agent_name')
        and (w.task_type is null or jsonb_typeof(v_caller -> 'task_types') is distinct from 'array'
          or v_caller -> 'task_types' ? w.task_type)
      order by s.problem_since, s.agent_name
      limit c_most
    ) l));
end
$$;
comment on function public.list_watches(jsonb, text) is
'Up to 500 watched jobs with how they are, problems first. Filters: workspace_id, agent_name. Runs with the rights of '
'the caller. Outcomes: ok with watches, and those of admit_caller. Error: PT400 filter_invalid.';
revoke all on function public.list_watches(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.list_watches(jsonb, text) to authenticated, service_role;
