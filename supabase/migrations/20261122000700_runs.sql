-- Runs: one system row for each run, one lease, and one row for each workspace that the run touched.
--
-- The id of a run is the id of its system row. Whoever holds the lease may work on the run. A run whose
-- lease has ended may be taken over, and then the former holder can change nothing. Which workspaces a
-- run touched is known from run_workspaces alone: the task rows of the workspaces are copies for people.
-- Locks: none. Time: milliseconds.

create table if not exists nightshift.run_leases (
  run_id uuid primary key,
  token uuid not null,
  expires_at timestamptz not null,
  attempt integer not null default 1,
  passed_over uuid[] not null default '{}',
  schedule_id uuid,
  draws_jobs boolean not null default false,
  jobs_completed integer not null default 0,
  jobs_failed integer not null default 0,
  jobs_put_back integer not null default 0,
  constraint attempt_is_positive check (attempt >= 1)
);
create index if not exists run_leases_expiry_idx on nightshift.run_leases (expires_at);
alter table nightshift.run_leases enable row level security;

comment on table nightshift.run_leases is 'Runs that somebody works on. The row is deleted when the run ends.';
comment on column nightshift.run_leases.run_id is 'the run: id of its system row';
comment on column nightshift.run_leases.token is 'proof of the lease';
comment on column nightshift.run_leases.expires_at is 'end of the right to work; every heartbeat and claim moves it on';
comment on column nightshift.run_leases.attempt is 'which holder this is, from 1';
comment on column nightshift.run_leases.passed_over is 'workspaces whose emails it left, because they lack a budget, a '
  'price or a key';
comment on column nightshift.run_leases.schedule_id is 'the agent whose jobs it does; null: it does no jobs';
comment on column nightshift.run_leases.draws_jobs is
'whether it is given what waits; false: the run is itself the job';
comment on column nightshift.run_leases.jobs_completed is 'jobs that it completed';
comment on column nightshift.run_leases.jobs_failed is 'jobs that it ended without success';
comment on column nightshift.run_leases.jobs_put_back is 'jobs that go on in another attempt or run';

create table if not exists nightshift.run_workspaces (
  run_id uuid not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  task_id uuid not null default nightshift.time_ordered_uuid(),
  status text not null default 'running',
  processed bigint not null default 0,
  failed bigint not null default 0,
  cost_usd numeric,
  counts jsonb,
  message text,
  started_at timestamptz not null,
  ended_at timestamptz,
  is_logged boolean not null default false,
  needs_copy boolean not null default true,
  constraint one_row_for_each_workspace_of_a_run primary key (run_id, workspace_id),
  constraint one_run_for_each_task unique (task_id),
  constraint status_is_known check (status in ('running', 'completed', 'failed', 'partial_failure')),
  constraint ended_at_is_set_when_finished check ((ended_at is not null) = (status <> 'running')),
  constraint counts_are_not_negative check (processed >= 0 and failed >= 0)
);
create index if not exists run_workspaces_workspace_idx on nightshift.run_workspaces (workspace_id, run_id);
create index if not exists run_workspaces_copy_idx on nightshift.run_workspaces (run_id) where needs_copy
  or status = 'running';
alter table nightshift.run_workspaces enable row level security;

comment on table nightshift.run_workspaces is
'Which workspaces a run touched, and what it did for each. Only claim, settle and finish write here, so no tenant can '
'change it.';
comment on column nightshift.run_workspaces.run_id is 'the run: id of its system row';
comment on column nightshift.run_workspaces.workspace_id is 'the workspace';
comment on column nightshift.run_workspaces.task_id is 'id of the task row that copies this row for the members of the '
  'workspace';
comment on column nightshift.run_workspaces.status is 'running, completed, failed or partial_failure';
comment on column nightshift.run_workspaces.processed is 'emails with a result';
comment on column nightshift.run_workspaces.failed is 'emails without one';
comment on column nightshift.run_workspaces.cost_usd is 'what its model calls cost, in US dollars; null without any';
comment on column nightshift.run_workspaces.counts is 'what a run of the database worker did for it, by name; null: a '
  'run that reads emails';
comment on column nightshift.run_workspaces.message is 'what went wrong, for the members';
comment on column nightshift.run_workspaces.started_at is 'when its first email was claimed';
comment on column nightshift.run_workspaces.ended_at is 'when the run ended';
comment on column nightshift.run_workspaces.is_logged is 'whether its task row was written';
comment on column nightshift.run_workspaces.needs_copy is 'whether this row has changed since it was copied to its '
  'task row';

-- Members read which runs touched their workspaces, through policies and the timeline.
revoke all on nightshift.run_workspaces from anon, authenticated, service_role;
grant select (run_id, workspace_id, task_id, status, processed, failed, started_at, ended_at)
on nightshift.run_workspaces to authenticated, service_role;
drop policy if exists "members see the runs of their workspaces" on nightshift.run_workspaces;
create policy "members see the runs of their workspaces" on nightshift.run_workspaces
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role sees the workspaces of runs" on nightshift.run_workspaces;
create policy "service role sees the workspaces of runs" on nightshift.run_workspaces
  for select to service_role using (true);

-- Until here no row belonged to the runner. From here on its task rows are out of reach for members.
create or replace function nightshift.is_runner_row(p_task_id uuid) returns boolean
language sql stable security definer cost 1 set search_path = ''
as $$ select exists (select from nightshift.run_workspaces w where w.task_id = p_task_id) $$;
comment on function nightshift.is_runner_row(uuid) is 'Whether a task row was written by the runner.';
revoke all on function nightshift.is_runner_row(uuid) from public;
grant execute on function nightshift.is_runner_row(uuid) to authenticated;

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
'Starts the run of a dispatched task, or with p_task_id null a run of its own; a run whose lease has ended is taken '
'over. Outcome "started" with run_token, or "not_pending" for a second delivery, an unknown task or one that has '
'ended: then there is nothing to do.';
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
  -- An email whose lease has ended may be held by another run by now. One that goes with its workspace is locked
  -- until the owner's transaction ends, and a heartbeat waits for nobody. A lease that is nearly new is left alone:
  -- a run claims the next emails many times a second while it holds these.
  with free as (
    select q.email_id
    from nightshift.email_queue q
    where q.run_id = p_run_id and q.lease_expires_at > p_now
      and q.lease_expires_at < p_now + 0.9 * make_interval(secs => p_lease_seconds)
    order by q.email_id
    for no key update skip locked
  )
  update nightshift.email_queue q
  set lease_expires_at = greatest(q.lease_expires_at, p_now + make_interval(secs => p_lease_seconds))
  from free f
  where q.email_id = f.email_id;
  return true;
end
$$;
comment on function nightshift.beat_run(uuid, uuid, integer, timestamptz) is
'Heartbeat: extends the lease of a run and of its emails. False when another holder has taken over or the run has '
'ended: then stop.';
revoke all on function nightshift.beat_run(uuid, uuid, integer, timestamptz) from public;

create or replace function nightshift.report_run(p_run_id uuid, p_now timestamptz default clock_timestamp())
  returns jsonb
language sql stable set search_path = ''
as $$
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
  from nightshift.run_workspaces w
  where w.run_id = p_run_id
$$;
comment on function nightshift.report_run(uuid, timestamptz) is
'The numbers of a run in the shape that callers get: success, workspaces_processed, total_emails_processed, '
'total_emails_failed, results, timestamp.';
revoke all on function nightshift.report_run(uuid, timestamptz) from public;
