-- Jobs: what agents were asked to do, who works on it, and whose turn is next.
--
-- A job's record for people is its row in autonomous_tasks. Everything that machinery decides by is here, where no
-- tenant can write. There is no foreign key to the log (docs/internals/decisions/0005). A held job lives as long as the
-- lease of its run (0012), so a heartbeat writes one row however many jobs the run holds.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.jobs (
  task_id uuid primary key,
  schedule_id uuid not null,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  lane uuid not null generated always as (coalesce(workspace_id, '00000000-0000-0000-0000-000000000000')) stored,
  seq bigint not null generated always as identity,
  key text,
  slot timestamptz,
  payload jsonb,
  priority smallint not null default 0,
  run_at timestamptz not null,
  state text not null,
  attempt integer not null default 0,
  max_attempts integer not null,
  claims integer not null default 0,
  deaths integer not null default 0,
  run_id uuid,
  last_error text,
  outcome text,
  cancel_requested_at timestamptz,
  ended_at timestamptz,
  retried_as uuid,
  created_at timestamptz not null default now(),
  constraint state_is_known check (state in ('later', 'ready', 'running', 'ended')),
  constraint running_jobs_have_a_run check ((run_id is not null) = (state = 'running')),
  constraint ended_jobs_have_an_outcome check ((outcome is not null) = (state = 'ended')),
  constraint ended_jobs_have_an_end check ((ended_at is not null) = (state = 'ended')),
  constraint outcome_is_known check (outcome in ('completed', 'failed', 'cancelled')),
  constraint key_has_1_to_200_characters check (length(key) between 1 and 200),
  constraint payload_has_at_most_64_kb check (pg_column_size(payload) <= 65536),
  constraint attempt_is_not_negative check (attempt >= 0)
);
create index if not exists jobs_claim_idx
on nightshift.jobs (schedule_id, lane, priority desc, run_at, seq) where state = 'ready';
create index if not exists jobs_later_idx on nightshift.jobs (schedule_id, lane, run_at) where state = 'later';
create index if not exists jobs_running_idx on nightshift.jobs (schedule_id, run_id) where state = 'running';
create unique index if not exists jobs_key_idx on nightshift.jobs (schedule_id, lane, key) where key is not null;
create index if not exists jobs_slot_idx on nightshift.jobs (schedule_id, lane) where slot is not null
  and state <> 'ended';
create index if not exists jobs_ended_idx on nightshift.jobs (ended_at) where state = 'ended';
-- Its order is that of lists.
create index if not exists jobs_workspace_idx on nightshift.jobs (workspace_id, task_id) where workspace_id is not null;
alter table nightshift.jobs enable row level security;
revoke all on nightshift.jobs from public, anon, authenticated, service_role;

comment on table nightshift.jobs is
'Jobs of agents. A completed job without a key leaves this table at once, one with a key 24 hours after its end, and '
'one that failed or was cancelled after 30 days.';
comment on column nightshift.jobs.task_id is 'its row in autonomous_tasks, the same for every attempt';
comment on column nightshift.jobs.schedule_id is 'the agent';
comment on column nightshift.jobs.workspace_id is 'whose it is; null: the project''s';
comment on column nightshift.jobs.lane is 'workspace_id, or zeros without one: jobs of a lane come one after the other';
comment on column nightshift.jobs.seq is 'the order in which jobs were enqueued';
comment on column nightshift.jobs.key is
'of an agent and a workspace, a key names one job until 24 hours after its end';
comment on column nightshift.jobs.slot is 'the scheduled time that made it; null: somebody enqueued it';
comment on column nightshift.jobs.payload is 'what the agent is given';
comment on column nightshift.jobs.priority is 'higher comes first within a workspace, -32768 to 32767';
comment on column nightshift.jobs.run_at is 'not before';
comment on column nightshift.jobs.state is
'later: run_at had not come when somebody last looked; ready: it can be claimed; running: a run holds it; ended';
comment on column nightshift.jobs.attempt is 'how many attempts have begun';
comment on column nightshift.jobs.max_attempts is 'how many there may be';
comment on column nightshift.jobs.claims is 'how often it was handed out; a continuation is no attempt';
comment on column nightshift.jobs.deaths is 'how many runs in a row have died with it';
comment on column nightshift.jobs.run_id is 'the run that holds it, see run_leases; null while nobody does';
comment on column nightshift.jobs.last_error is 'what the latest failed attempt said';
comment on column nightshift.jobs.outcome is 'completed, failed or cancelled; null before its end';
comment on column nightshift.jobs.cancel_requested_at is 'when somebody asked for its end';
comment on column nightshift.jobs.ended_at is 'when it ended';
comment on column nightshift.jobs.retried_as is 'the task that does a failed job again';
comment on column nightshift.jobs.created_at is 'when it was enqueued';

create table if not exists nightshift.job_turns (
  schedule_id uuid not null,
  lane uuid not null,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  last_served_at timestamptz,
  is_waiting boolean not null default false,
  due_at timestamptz,
  primary key (schedule_id, lane)
);
create index if not exists job_turns_next_idx
on nightshift.job_turns (schedule_id, last_served_at nulls first, lane) where is_waiting;
create index if not exists job_turns_due_idx on nightshift.job_turns (schedule_id, due_at) where due_at is not null;
create index if not exists job_turns_workspace_idx on nightshift.job_turns (workspace_id);
alter table nightshift.job_turns enable row level security;
revoke all on nightshift.job_turns from public, anon, authenticated, service_role;
comment on table nightshift.job_turns is
'Whose turn is next among the workspaces with jobs of an agent: those that were served longest ago.';
comment on column nightshift.job_turns.schedule_id is 'the agent';
comment on column nightshift.job_turns.lane is 'the workspace, zeros for jobs without one';
comment on column nightshift.job_turns.workspace_id is 'the workspace; null: the project';
comment on column nightshift.job_turns.last_served_at is
'when jobs of it were last claimed; null: never, so it is next';
comment on column nightshift.job_turns.is_waiting is
'whether jobs of it can be claimed. Never false when some can, so a claim may find none';
comment on column nightshift.job_turns.due_at is
'when the first of its jobs for later is due; null: there is none. Never later than the truth';

create table if not exists nightshift.agent_wakes (
  schedule_id uuid primary key references public.task_schedules (id) on delete cascade,
  task_id uuid,
  sent_at timestamptz not null,
  unanswered integer not null default 0
);
alter table nightshift.agent_wakes enable row level security;
revoke all on nightshift.agent_wakes from public, anon, authenticated, service_role;
comment on table nightshift.agent_wakes is 'The latest run of each agent that was sent for to do waiting jobs.';
comment on column nightshift.agent_wakes.schedule_id is 'the agent';
comment on column nightshift.agent_wakes.task_id is
'system row of that run; while it is unfinished no other is sent for';
comment on column nightshift.agent_wakes.sent_at is 'when it was sent for';
comment on column nightshift.agent_wakes.unanswered is 'how many in a row did not start';

create table if not exists nightshift.agent_workspaces (
  schedule_id uuid not null references public.task_schedules (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  primary key (schedule_id, workspace_id)
);
create index if not exists agent_workspaces_workspace_idx on nightshift.agent_workspaces (workspace_id);
alter table nightshift.agent_workspaces enable row level security;
revoke all on nightshift.agent_workspaces from public, anon, authenticated, service_role;
comment on table nightshift.agent_workspaces is
'The workspaces that an agent with for_each = workspace works for. An agent that never had rows '
'here works for all.';
comment on column nightshift.agent_workspaces.schedule_id is 'the agent';
comment on column nightshift.agent_workspaces.workspace_id is 'the workspace';

create table if not exists nightshift.agent_choices (
  schedule_id uuid primary key references public.task_schedules (id) on delete cascade
);
alter table nightshift.agent_choices enable row level security;
revoke all on nightshift.agent_choices from public, anon, authenticated, service_role;
comment on table nightshift.agent_choices is
'The agents that work for chosen workspaces only. When the last of these is deleted, the agent works for none.';
comment on column nightshift.agent_choices.schedule_id is 'the agent';

create or replace function nightshift.keep_agent_choice() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    insert into nightshift.agent_choices (schedule_id) values (new.schedule_id) on conflict do nothing;
  -- An operator has taken the last one back. It is another thing when the workspace itself was deleted.
  elsif exists (select from public.workspaces w where w.id = old.workspace_id)
    and not exists (select from nightshift.agent_workspaces a where a.schedule_id = old.schedule_id)
  then
    delete from nightshift.agent_choices c where c.schedule_id = old.schedule_id;
  end if;
  return null;
end
$$;
comment on function nightshift.keep_agent_choice() is
'Remembers that an agent works for chosen workspaces only, until an operator takes the last choice back.';
revoke all on function nightshift.keep_agent_choice() from public;

create or replace trigger keep_agent_choice
after insert or delete on nightshift.agent_workspaces
for each row execute function nightshift.keep_agent_choice();

-- After the log was dropped and made again.
delete from nightshift.jobs j
where not exists (select from public.autonomous_tasks t where t.id = j.task_id);

create or replace function nightshift.is_runner_row(p_task_id uuid) returns boolean
language sql stable security definer cost 1 set search_path = ''
as $$
  select exists (select from nightshift.run_workspaces w where w.task_id = p_task_id)
    or exists (select from nightshift.jobs j where j.task_id = p_task_id)
$$;
comment on function nightshift.is_runner_row(uuid) is
'Whether a task row belongs to the runner: the copy of a run, or a job that an agent does.';
revoke all on function nightshift.is_runner_row(uuid) from public;
grant execute on function nightshift.is_runner_row(uuid) to authenticated;

create or replace function nightshift.end_jobs_of_agent() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- In place of foreign keys, which would look for the agent of each of 10,000 jobs when they are enqueued.
  delete from nightshift.job_turns t where t.schedule_id = old.id;
  with ended as (
    delete from nightshift.jobs j where j.schedule_id = old.id returning j.task_id, j.workspace_id, j.state
  )
  update public.autonomous_tasks t
  set status = 'cancelled', error_message = format('The agent "%s" was deleted before this job had ended.', old.name)
  from ended e
  where t.id = e.task_id and t.workspace_id is not distinct from e.workspace_id and e.state <> 'ended'
    and t.status in ('pending', 'running');
  return null;
end
$$;
comment on function nightshift.end_jobs_of_agent() is 'Ends the jobs of an agent that is deleted.';
revoke all on function nightshift.end_jobs_of_agent() from public;

create or replace trigger end_jobs_of_agent
after delete on public.task_schedules
for each row execute function nightshift.end_jobs_of_agent();

create or replace function nightshift.keep_target_of_jobs() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- By the partial index of each state.
  if exists (select from nightshift.jobs j where j.schedule_id = new.id and j.state = 'ready')
    or exists (select from nightshift.jobs j where j.schedule_id = new.id and j.state = 'later')
    or exists (select from nightshift.jobs j where j.schedule_id = new.id and j.state = 'running')
  then
    raise exception 'agent_has_jobs: "%" has unfinished jobs, and neither a URL nor the database takes jobs.', new.name
      using errcode = 'PT409', hint = 'Wait until they have ended, or cancel them.';
  end if;
  return new;
end
$$;
comment on function nightshift.keep_target_of_jobs() is
'Keeps the target of an agent with unfinished jobs from becoming one that takes none, a URL or database. Error: '
'PT409 agent_has_jobs.';
revoke all on function nightshift.keep_target_of_jobs() from public;

create or replace trigger keep_target_of_jobs
before update of target on public.task_schedules
for each row when (
  (new.target ~ '^https?://' or new.target = 'database') and old.target !~ '^https?://' and old.target <> 'database')
execute function nightshift.keep_target_of_jobs();

create or replace function nightshift.end_runs_of_agent() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Before its dispatches go, by which the runs are known. One that has started ends by itself, or with its lease.
  update public.autonomous_tasks t
  set status = 'cancelled', error_message = format('The agent "%s" was deleted before this run had started.', old.name)
  where t.workspace_id is null and t.status = 'pending' and t.id in (
    select d.task_id from public.task_dispatches d where d.schedule_id = old.id);
  return old;
end
$$;
comment on function nightshift.end_runs_of_agent() is
'When an agent is deleted, ends those of its runs that have not started.';
revoke all on function nightshift.end_runs_of_agent() from public;

create or replace trigger end_runs_of_agent
before delete on public.task_schedules
for each row execute function nightshift.end_runs_of_agent();
