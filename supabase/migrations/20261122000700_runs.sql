-- Runs: one system row for each, one row for each workspace it touches.
--
-- The id of a run is the id of its system row; the rows of its workspaces carry it in
-- input_data.run_id, and hold only that workspace's numbers.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.start_run(
  p_task_id uuid default null,
  p_triggered_by text default 'api',
  p_input jsonb default '{}',
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_run_id uuid;
begin
  if p_task_id is null then
    insert into public.autonomous_tasks (task_type, status, input_data, executed_at, triggered_by, agent_name)
    values ('continuous_intelligence_update', 'running', p_input, p_now, p_triggered_by, 'continuous-intelligence')
    returning id into v_run_id;
  else
    update public.autonomous_tasks t
    set status = 'running', executed_at = greatest(p_now, t.executed_at)
    where t.id = p_task_id and t.workspace_id is null and t.status = 'pending'
    returning t.id into v_run_id;
  end if;
  return jsonb_build_object(
    'outcome', case when v_run_id is null then 'not_pending' else 'started' end,
    'run_id', coalesce(v_run_id, p_task_id)
  );
end
$$;
comment on function nightshift.start_run(uuid, text, jsonb, timestamptz) is
'Starts the run of a dispatched task, or with p_task_id null a run of its own. Outcome "started", or "not_pending" for a second delivery, an unknown task or one that was cancelled: then there is nothing to do.';
revoke all on function nightshift.start_run(uuid, text, jsonb, timestamptz) from public;

create or replace function nightshift.report_run(p_run_id uuid, p_now timestamptz default clock_timestamp()) returns jsonb
language sql stable set search_path = ''
as $$
  with workspace_rows as ( -- one for each workspace that the run touched
    select
      t.workspace_id,
      coalesce((t.output_data ->> 'emails_processed')::bigint, 0) as processed,
      coalesce((t.output_data ->> 'emails_failed')::bigint, 0) as failed
    from public.autonomous_tasks t
    where t.input_data ->> 'run_id' = p_run_id::text and t.workspace_id is not null
  )
  select jsonb_build_object(
    'success', true,
    'workspaces_processed', count(*),
    'total_emails_processed', coalesce(sum(w.processed), 0),
    'total_emails_failed', coalesce(sum(w.failed), 0),
    'results', coalesce(jsonb_agg(jsonb_build_object(
      'workspace_id', w.workspace_id, 'emails_processed', w.processed, 'emails_failed', w.failed
    ) order by w.workspace_id), '[]'),
    'timestamp', to_char(p_now at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  )
  from workspace_rows w
$$;
comment on function nightshift.report_run(uuid, timestamptz) is
'The numbers of a run in the shape that callers get: success, workspaces_processed, total_emails_processed, total_emails_failed, results, timestamp.';
revoke all on function nightshift.report_run(uuid, timestamptz) from public;

create or replace function nightshift.finish_run(
  p_run_id uuid,
  p_error text default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_report jsonb := nightshift.report_run(p_run_id, p_now);
  v_processed bigint := (v_report ->> 'total_emails_processed')::bigint;
  v_failed bigint := (v_report ->> 'total_emails_failed')::bigint;
  v_unserved uuid[];
begin
  if p_error is not null then
    v_report := v_report || '{"success": false}';
  end if;

  -- What the run still holds goes back at once instead of waiting for the lease to end. The attempt
  -- counts: the mail may be what broke the run off.
  with handed_back as (
    update nightshift.email_queue q
    set run_id = null, lease_token = null, lease_expires_at = null
    where q.run_id = p_run_id
    returning q.workspace_id
  )
  select coalesce(array_agg(distinct h.workspace_id), array[]::uuid[]) into v_unserved from handed_back h;
  perform nightshift.mark_workspaces_due(v_unserved, '-infinity');

  update public.autonomous_tasks t
  set status = case
      when n.failed = 0 and not n.is_unserved then 'completed'
      when n.processed = 0 then 'failed'
      else 'partial_failure'
    end,
    error_message = case
      when n.is_unserved then left(coalesce(p_error, 'The run ended before all e-mails that it had taken were analysed.'), 10000)
      when n.failed > 0 then format(
        '%s of %s e-mails could not be analysed; each is tried again, up to 5 times in all.', n.failed, n.failed + n.processed)
    end,
    completed_at = greatest(p_now, t.executed_at)
  from (
    select
      c.id,
      coalesce((c.output_data ->> 'emails_processed')::bigint, 0) as processed,
      coalesce((c.output_data ->> 'emails_failed')::bigint, 0) as failed,
      c.workspace_id = any (v_unserved) as is_unserved
    from public.autonomous_tasks c
    where c.input_data ->> 'run_id' = p_run_id::text and c.workspace_id is not null and c.status = 'running'
  ) n
  where t.id = n.id;

  update public.autonomous_tasks t
  set status = case
      when p_error is not null and v_processed = 0 then 'failed'
      when p_error is not null then 'partial_failure'
      when v_failed = 0 then 'completed'
      when v_processed = 0 then 'failed'
      else 'partial_failure'
    end,
    output_data = v_report,
    error_message = coalesce(left(p_error, 10000), case
      when v_failed > 0 then format(
        '%s of %s e-mails could not be analysed; the rows of their workspaces say more.', v_failed, v_failed + v_processed)
    end),
    completed_at = greatest(p_now, t.executed_at)
  where t.id = p_run_id and t.status = 'running';
  return v_report;
end
$$;
comment on function nightshift.finish_run(uuid, text, timestamptz) is
'Ends a run: hands unsettled mail back, finishes the rows of its workspaces and its system row, returns the report. p_error: why the run itself broke off.';
revoke all on function nightshift.finish_run(uuid, text, timestamptz) from public;
