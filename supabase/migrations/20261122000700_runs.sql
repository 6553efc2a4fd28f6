-- Runs: one system row for each, one row for each workspace it touches, and one lease.
--
-- The id of a run is the id of its system row; the rows of its workspaces carry it in
-- input_data.run_id, and hold only that workspace's numbers. Who holds the lease may work on the run;
-- one whose lease has ended may be taken over, and then the former holder can change nothing.
-- Locks: none. Time: milliseconds.

create table if not exists nightshift.run_leases (
  run_id uuid primary key,
  token uuid not null,
  expires_at timestamptz not null,
  attempt integer not null default 1,
  passed_over uuid[] not null default '{}',
  constraint attempt_is_positive check (attempt >= 1)
);
create index if not exists run_leases_expiry_idx on nightshift.run_leases (expires_at);
alter table nightshift.run_leases enable row level security;

comment on table nightshift.run_leases is 'Runs that somebody works on; the row goes when the run ends.';
comment on column nightshift.run_leases.run_id is 'the run: id of its system row';
comment on column nightshift.run_leases.token is 'proof of the lease';
comment on column nightshift.run_leases.expires_at is 'end of the right to work; every heartbeat, claim and settle moves it on';
comment on column nightshift.run_leases.attempt is 'which holder this is, from 1';
comment on column nightshift.run_leases.passed_over is 'workspaces whose mail it left for want of a budget, a price or a key';

create or replace function nightshift.start_run(
  p_task_id uuid default null,
  p_triggered_by text default 'api',
  p_input jsonb default '{}',
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_run_id uuid;
  v_token uuid := gen_random_uuid();
  v_attempt integer := 1;
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
    if v_run_id is null then
      delete from nightshift.run_leases l
      using public.autonomous_tasks t
      where l.run_id = p_task_id and l.expires_at <= p_now and t.id = l.run_id and t.status = 'running'
      returning l.run_id, l.attempt + 1 into v_run_id, v_attempt;
    end if;
  end if;
  if v_run_id is null then
    return jsonb_build_object('outcome', 'not_pending', 'run_id', p_task_id, 'run_token', null);
  end if;
  insert into nightshift.run_leases (run_id, token, expires_at, attempt)
  values (v_run_id, v_token, p_now + make_interval(secs => p_lease_seconds), v_attempt);
  return jsonb_build_object('outcome', 'started', 'run_id', v_run_id, 'run_token', v_token);
end
$$;
comment on function nightshift.start_run(uuid, text, jsonb, integer, timestamptz) is
'Starts the run of a dispatched task, or with p_task_id null a run of its own; a run whose lease has ended is taken over. Outcome "started" with run_token, or "not_pending" for a second delivery, an unknown task or one that has ended: then there is nothing to do.';
revoke all on function nightshift.start_run(uuid, text, jsonb, integer, timestamptz) from public;

create or replace function nightshift.beat_run(
  p_run_id uuid,
  p_run_token uuid,
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp()
) returns boolean
language plpgsql set search_path = ''
as $$
begin
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + make_interval(secs => p_lease_seconds))
  where l.run_id = p_run_id and l.token = p_run_token;
  if not found then
    return false;
  end if;
  -- Mail whose lease has ended meanwhile may be somebody else's by now.
  update nightshift.email_queue q
  set lease_expires_at = greatest(q.lease_expires_at, p_now + make_interval(secs => p_lease_seconds))
  where q.run_id = p_run_id and q.lease_expires_at > p_now;
  return true;
end
$$;
comment on function nightshift.beat_run(uuid, uuid, integer, timestamptz) is
'Heartbeat: moves on the lease of a run and those of its mail. False when another holder has taken over or the run has ended: then stop.';
revoke all on function nightshift.beat_run(uuid, uuid, integer, timestamptz) from public;

create or replace function nightshift.count_in(p_output jsonb, p_key text) returns bigint
language sql immutable parallel safe set search_path = ''
as $$
  select case when jsonb_typeof(p_output -> p_key) = 'number' then
    case when (p_output ->> p_key)::numeric between 0 and 1000000000 then (p_output ->> p_key)::numeric::bigint else 0 end
  else 0 end
$$;
comment on function nightshift.count_in(jsonb, text) is
'A count in output_data, 0 to 10^9; 0 for anything else. Members may write what they like into rows of their workspace, and it must not stop the run of everybody.';
revoke all on function nightshift.count_in(jsonb, text) from public;

create or replace function nightshift.report_run(p_run_id uuid, p_now timestamptz default clock_timestamp()) returns jsonb
language sql stable set search_path = ''
as $$
  with workspace_rows as ( -- one for each workspace that the run touched
    select
      t.workspace_id,
      nightshift.count_in(t.output_data, 'emails_processed') as processed,
      nightshift.count_in(t.output_data, 'emails_failed') as failed
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
  v_passed_over integer := coalesce((select cardinality(l.passed_over) from nightshift.run_leases l where l.run_id = p_run_id), 0);
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
        '%s of %s e-mails could not be analysed; what may succeed later is tried again, up to 5 times in all.', n.failed, n.failed + n.processed)
    end,
    completed_at = greatest(p_now, t.executed_at)
  from (
    select
      c.id,
      nightshift.count_in(c.output_data, 'emails_processed') as processed,
      nightshift.count_in(c.output_data, 'emails_failed') as failed,
      c.workspace_id = any (v_unserved) as is_unserved
    from public.autonomous_tasks c
    where c.input_data ->> 'run_id' = p_run_id::text and c.workspace_id is not null and c.status = 'running'
  ) n
  where t.id = n.id;

  update public.autonomous_tasks t
  set status = case
      when p_error is not null and v_processed = 0 then 'failed'
      when p_error is not null then 'partial_failure'
      when v_failed = 0 and v_processed = 0 and v_passed_over > 0 then 'cancelled'
      when v_failed = 0 then 'completed'
      when v_processed = 0 then 'failed'
      else 'partial_failure'
    end,
    output_data = v_report,
    error_message = coalesce(left(p_error, 10000), case
      when v_failed > 0 then format(
        '%s of %s e-mails could not be analysed; the rows of their workspaces say more.', v_failed, v_failed + v_processed)
      when v_passed_over > 0 then format(
        'Mail waits for a budget, a price or a key in %s of the workspaces that were due; their rows say what to do.', v_passed_over)
    end),
    completed_at = greatest(p_now, t.executed_at)
  where t.id = p_run_id and t.status = 'running';
  delete from nightshift.run_leases l where l.run_id = p_run_id;
  return v_report;
end
$$;
comment on function nightshift.finish_run(uuid, text, timestamptz) is
'Ends a run: hands unsettled mail back, finishes the rows of its workspaces and its system row, returns the report. A run that did nothing as all mail waits for a budget, a price or a key is cancelled. p_error: why the run itself broke off.';
revoke all on function nightshift.finish_run(uuid, text, timestamptz) from public;

create or replace function nightshift.finish_task(
  p_task_id uuid,
  p_output jsonb default null,
  p_error text default null,
  p_cost_usd numeric default null,
  p_now timestamptz default clock_timestamp()
) returns text
language plpgsql set search_path = ''
as $$
declare
  v_status text;
begin
  update public.autonomous_tasks t
  set status = case when p_error is null then 'completed' else 'failed' end,
    output_data = p_output, error_message = left(p_error, 10000), cost_estimate_usd = p_cost_usd,
    completed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id and t.status = 'running'
  returning t.status into v_status;
  delete from nightshift.run_leases l where l.run_id = p_task_id;
  return v_status;
end
$$;
comment on function nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz) is
'Ends a running task of any agent: completed with its output, or failed with its error. Returns the status, null when it was not running.';
revoke all on function nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz) from public;

create or replace function nightshift.fail_task(p_task_id uuid, p_message text, p_now timestamptz default clock_timestamp())
returns void
language plpgsql set search_path = ''
as $$
begin
  update public.autonomous_tasks t
  set status = 'failed', error_message = left(p_message, 10000), completed_at = greatest(p_now, t.executed_at)
  where t.id = p_task_id and t.status = 'pending';
  if found then
    return;
  elsif exists (
    select from public.autonomous_tasks t
    where t.id = p_task_id and t.task_type = 'continuous_intelligence_update'
  ) then
    perform nightshift.finish_run(p_task_id, p_message, p_now);
  else
    perform nightshift.finish_task(p_task_id, p_error => p_message, p_now => p_now);
  end if;
end
$$;
comment on function nightshift.fail_task(uuid, text, timestamptz) is
'Ends a pending or running system task with a message; one that has ended already stays as it is.';
revoke all on function nightshift.fail_task(uuid, text, timestamptz) from public;
