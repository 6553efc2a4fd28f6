-- Finish: how a run or a task ends.
--
-- The end of a run is written to machinery tables and to its system row, which no tenant can read or lock.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.release_emails(p_run_id uuid, p_workspace_id uuid default null) returns void
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_workspace_ids uuid[];
begin
  with released as (
    update nightshift.email_queue q
    set run_id = null, lease_token = null, lease_expires_at = null
    where q.run_id = p_run_id and (p_workspace_id is null or q.workspace_id = p_workspace_id)
    returning q.workspace_id
  )
  select array_agg(distinct r.workspace_id) into v_workspace_ids from released r;
  if v_workspace_ids is not null then
    perform nightshift.mark_workspaces_due(v_workspace_ids, '-infinity');
  end if;
end
$$;
comment on function nightshift.release_emails(uuid, uuid) is
'Part of hand_back_emails: releases what a run holds of one workspace, or of all, so that it can be claimed at once.';
revoke all on function nightshift.release_emails(uuid, uuid) from public;

create or replace function nightshift.hand_back_emails(p_run_id uuid) returns uuid[]
language plpgsql set search_path = ''
as $$
declare
  c_longest constant interval := interval '300 milliseconds';
  v_until timestamptz := clock_timestamp() + c_longest;
  v_workspace_ids uuid[] := array(
    select distinct q.workspace_id from nightshift.email_queue q where q.run_id = p_run_id);
  v_workspace_id uuid;
begin
  -- The attempt counts: one of these emails may be what broke the run off.
  begin
    perform nightshift.release_emails(p_run_id);
    return v_workspace_ids;
  exception when others then
    raise debug 'The emails of run % are released one workspace at a time: % (%)', p_run_id, sqlerrm, sqlstate;
  end;
  foreach v_workspace_id in array v_workspace_ids loop
    exit when clock_timestamp() > v_until;
    begin
      perform nightshift.release_emails(p_run_id, v_workspace_id);
    exception when others then
      -- They stay leased until their leases end, which is when their workspace is due.
      raise debug 'The emails of workspace % wait for their leases to end: % (%)', v_workspace_id, sqlerrm, sqlstate;
    end;
  end loop;
  return v_workspace_ids;
end
$$;
comment on function nightshift.hand_back_emails(uuid) is
'Releases the emails that a run still holds, so that the next run gets them at once instead of when their leases '
'end. Returns the workspaces that have any.';
revoke all on function nightshift.hand_back_emails(uuid) from public;

create or replace function nightshift.end_run_row(p_run_id uuid, p_error text, p_now timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_report jsonb := nightshift.report_run(p_run_id, p_now);
  v_processed bigint := (v_report ->> 'total_emails_processed')::bigint;
  v_failed bigint := (v_report ->> 'total_emails_failed')::bigint;
  v_passed_over integer := coalesce((
    select cardinality(l.passed_over) from nightshift.run_leases l where l.run_id = p_run_id), 0);
begin
  if p_error is not null then
    v_report := v_report || '{"success": false}';
  end if;
  update public.autonomous_tasks t
  set status = case
      when p_error is not null then case when v_processed = 0 then 'failed' else 'partial_failure' end
      when v_failed = 0 and v_processed = 0 and v_passed_over > 0 then 'cancelled'
      when v_failed = 0 then 'completed'
      when v_processed = 0 then 'failed'
      else 'partial_failure'
    end,
    output_data = v_report,
    error_message = coalesce(left(p_error, 10000), case
      when v_failed > 0 then format(
        '%s of %s emails could not be analyzed. The task rows of their workspaces say more.',
        v_failed, v_failed + v_processed)
      when v_passed_over > 0 then format(
        'Emails wait for a budget, a price or a key in %s of the workspaces that were due. '
        'Their task rows say what to do.',
        v_passed_over)
    end),
    completed_at = greatest(p_now, t.executed_at)
  where t.id = p_run_id and t.status = 'running';
  delete from nightshift.run_leases l where l.run_id = p_run_id;
  return v_report;
end
$$;
comment on function nightshift.end_run_row(uuid, text, timestamptz) is
'Part of finish_run: ends the system row of a run and its lease, and returns the report. Touches no row that a '
'tenant can lock.';
revoke all on function nightshift.end_run_row(uuid, text, timestamptz) from public;

create or replace function nightshift.end_run_workspaces(
  p_run_id uuid, p_unserved uuid[], p_error text, p_now timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_workspace_ids uuid[] := nightshift.hold_run_workspaces(p_run_id);
begin
  perform
  from nightshift.run_workspaces w
  where w.run_id = p_run_id and w.workspace_id = any (v_workspace_ids)
  order by w.workspace_id
  for no key update;
  update nightshift.run_workspaces w
  set status = case
      when w.failed = 0 and w.workspace_id <> all (p_unserved) then 'completed'
      when w.processed = 0 then 'failed'
      else 'partial_failure'
    end,
    message = case
      when w.workspace_id = any (p_unserved) then
        coalesce(p_error, 'The run ended before all emails that it had claimed were analyzed.')
      when w.failed > 0 then format(
        '%s of %s emails could not be analyzed. What may succeed later is tried again, up to 5 times in all.',
        w.failed, w.failed + w.processed)
    end,
    ended_at = p_now, needs_copy = true
  where w.run_id = p_run_id and w.status = 'running' and w.workspace_id = any (v_workspace_ids);
end
$$;
comment on function nightshift.end_run_workspaces(uuid, uuid[], text, timestamptz) is
'Part of finish_run: ends the workspaces of a run. p_unserved: those with emails that it has no result for.';
revoke all on function nightshift.end_run_workspaces(uuid, uuid[], text, timestamptz) from public;

create or replace function nightshift.finish_run(
  p_run_id uuid,
  p_error text default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_unserved uuid[] := nightshift.hand_back_emails(p_run_id);
  v_report jsonb;
begin
  perform nightshift.end_run_workspaces(p_run_id, v_unserved, p_error, p_now);
  v_report := nightshift.end_run_row(p_run_id, p_error, p_now);
  perform nightshift.copy_run(p_run_id);
  return v_report;
end
$$;
comment on function nightshift.finish_run(uuid, text, timestamptz) is
'Ends a run: hands back the emails that it did not save a result for, ends its workspaces and its system row, and '
'returns the report. A run that did nothing because all emails wait for a budget, a price or a key is cancelled. '
'p_error: why the run itself broke off.';
revoke all on function nightshift.finish_run(uuid, text, timestamptz) from public;

create or replace function nightshift.finish_task(
  p_task_id uuid,
  p_output jsonb default null,
  p_error text default null,
  p_cost_usd numeric default null,
  p_now timestamptz default clock_timestamp(),
  p_is_partial boolean default false
) returns text
language plpgsql set search_path = ''
as $$
declare
  v_status text;
begin
  update public.autonomous_tasks t
  set status = case when p_error is null then 'completed' when p_is_partial then 'partial_failure' else 'failed' end,
    output_data = p_output, error_message = left(p_error, 10000), cost_estimate_usd = p_cost_usd,
    completed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id and t.workspace_id is null and t.status = 'running'
  returning t.status into v_status;
  delete from nightshift.run_leases l where l.run_id = p_task_id;
  return v_status;
end
$$;
comment on function nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz, boolean) is
'Ends a running system task of any agent: completed with its output, or with its error failed, or partial_failure when '
'some of its work went well (p_is_partial). Returns the status, null when it was not running.';
revoke all on function nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz, boolean) from public;

create or replace function nightshift.fail_task(
  p_task_id uuid, p_message text, p_now timestamptz default clock_timestamp()
)
returns void
language plpgsql set search_path = ''
as $$
begin
  update public.autonomous_tasks t
  set status = 'failed', error_message = left(p_message, 10000), completed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id and t.workspace_id is null and t.status = 'pending';
  if found then
    return;
  elsif exists (
    select from public.autonomous_tasks t
    where t.id = p_task_id and t.workspace_id is null and t.task_type = 'continuous_intelligence_update'
  ) then
    begin
      perform nightshift.finish_run(p_task_id, p_message, p_now);
      return;
    exception when others then
      raise warning 'Run % is ended without its workspaces: % (%)', p_task_id, sqlerrm, sqlstate;
    end;
  elsif exists (select from nightshift.database_runs r where r.run_id = p_task_id) then
    begin
      perform nightshift.finish_database_run(p_task_id, p_message, p_now);
      return;
    exception when others then
      raise warning 'Run % is ended without its workspaces: % (%)', p_task_id, sqlerrm, sqlstate;
    end;
  end if;
  perform nightshift.finish_task(p_task_id, p_error => p_message, p_now => p_now);
end
$$;
comment on function nightshift.fail_task(uuid, text, timestamptz) is
'Ends a pending or running system task with a message. Whatever happens to the rest of a run, its system row ends. '
'A task that has ended stays as it is.';
revoke all on function nightshift.fail_task(uuid, text, timestamptz) from public;
