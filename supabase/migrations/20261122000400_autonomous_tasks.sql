-- Autonomous tasks: the log of every execution, with its truths, its eight indexes, its three policies
-- and its summary.
--
-- May be pasted alone into an SQL editor on a project that has public.workspaces(id uuid). Where the
-- chapters before it are missing, no signed-in user sees any task until they have run.
-- Locks: brief exclusive lock on public.autonomous_tasks. Time: below a second on an existing log of
-- our own shape, which keeps its rows; any other shape is refused.

do $$
begin
  if to_regclass('public.autonomous_tasks') is not null and (
    select array_agg(a.attname::text order by a.attname)
    from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('public.autonomous_tasks') and a.attnum > 0 and not a.attisdropped
  ) <> array[
    'agent_name', 'completed_at', 'cost_estimate_usd', 'created_at', 'duration_ms', 'error_message', 'executed_at', 'id',
    'input_data', 'output_data', 'status', 'task_type', 'triggered_by', 'updated_at', 'workspace_id'
  ] then
    raise exception 'public.autonomous_tasks exists, but not with the 15 columns of this migration; nothing was changed.'
      using hint = 'Rename that table, run this migration again, and copy over the rows that you want to keep.';
  end if;
end
$$;

create schema if not exists nightshift;

create or replace function nightshift.time_ordered_uuid() returns uuid
language sql volatile parallel safe set search_path = ''
as $$
  -- RFC 9562 version 7: the first 48 bits are milliseconds since 1970, bits 52 and 53 turn version 4 into 7.
  select encode(
    set_bit(set_bit(
      overlay(
        uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6
      ), 52, 1), 53, 1),
    'hex')::uuid
$$;
comment on function nightshift.time_ordered_uuid() is
'A UUID version 7 (RFC 9562): new rows sit side by side in the primary key, on every supported PostgreSQL.';
revoke all on function nightshift.time_ordered_uuid() from public;
grant execute on function nightshift.time_ordered_uuid() to authenticated, service_role;

do $$
begin
  if to_regprocedure('nightshift.my_workspaces()') is null then
    create function nightshift.my_workspaces() returns setof uuid
    language sql stable set search_path = '' as 'select null::uuid where false';
    create function nightshift.my_writable_workspaces() returns setof uuid
    language sql stable set search_path = '' as 'select null::uuid where false';
    grant execute on function nightshift.my_workspaces(), nightshift.my_writable_workspaces() to authenticated;
  end if;
end
$$;

create table if not exists public.autonomous_tasks (
  -- nightshift.time_ordered_uuid(), spelled out: the call would cost a single insert 40 microseconds.
  id uuid primary key default encode(
    set_bit(set_bit(
      overlay(
        uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6
      ), 52, 1), 53, 1),
    'hex')::uuid,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  task_type text not null,
  status text not null default 'pending',
  input_data jsonb,
  output_data jsonb,
  error_message text,
  executed_at timestamptz not null default now(),
  completed_at timestamptz,
  duration_ms integer,
  triggered_by text not null default 'api',
  agent_name text,
  cost_estimate_usd numeric,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint task_type_is_known check (task_type in (
    'continuous_intelligence_update', 'daily_analytics_rollup', 'weekly_report_generation',
    'monthly_summary', 'email_sync', 'contact_enrichment', 'lead_scoring_batch',
    'campaign_optimization', 'content_calendar_sync', 'social_media_posting',
    'data_cleanup', 'system_health_check'
  )),
  constraint status_is_known check (status in (
    'pending', 'running', 'completed', 'failed', 'partial_failure', 'cancelled'
  )),
  constraint triggered_by_is_known check (triggered_by in ('cron', 'user', 'api', 'system')),
  constraint completed_at_is_set_when_finished check (
    (completed_at is not null) = (status in ('completed', 'failed', 'partial_failure', 'cancelled'))
  ),
  constraint completed_at_is_not_before_executed_at check (completed_at >= executed_at),
  constraint duration_is_not_negative check (duration_ms >= 0),
  constraint cost_is_from_zero_to_a_billion check (cost_estimate_usd >= 0 and cost_estimate_usd < 1e9),
  constraint agent_name_has_1_to_200_characters check (length(agent_name) between 1 and 200),
  constraint error_message_has_at_most_10000_characters check (length(error_message) <= 10000),
  constraint input_data_has_at_most_256_kb check (pg_column_size(input_data) <= 262144),
  constraint output_data_has_at_most_256_kb check (pg_column_size(output_data) <= 262144)
);

comment on table public.autonomous_tasks is
'Log of every execution of an autonomous task. Rows without a workspace are system rows: one for each run, invisible to members.';
comment on column public.autonomous_tasks.id is 'time-ordered UUID';
comment on column public.autonomous_tasks.workspace_id is 'the workspace it worked for; null for system rows';
comment on column public.autonomous_tasks.task_type is 'one of 12 task types';
comment on column public.autonomous_tasks.status is
'pending → running | failed | cancelled; running → completed | failed | partial_failure | cancelled; the last four are final';
comment on column public.autonomous_tasks.input_data is 'parameters; our own runs keep run_id here';
comment on column public.autonomous_tasks.output_data is 'results';
comment on column public.autonomous_tasks.error_message is 'what went wrong and what to do about it';
comment on column public.autonomous_tasks.executed_at is 'when it started; set again when a pending task starts running';
comment on column public.autonomous_tasks.completed_at is 'when it ended; set by the database where the writer did not';
comment on column public.autonomous_tasks.duration_ms is
'milliseconds from executed_at to completed_at, computed; at most 2147483647, which stands for that long or longer';
comment on column public.autonomous_tasks.triggered_by is 'cron, user, api or system';
comment on column public.autonomous_tasks.agent_name is 'who did it';
comment on column public.autonomous_tasks.cost_estimate_usd is 'cost of models and services, in US dollars';
comment on column public.autonomous_tasks.created_at is 'when the row was written';
comment on column public.autonomous_tasks.updated_at is 'when the row last changed, computed';

-- The seed's names: its rollback block drops this trigger and this function by name.

create or replace function public.update_autonomous_tasks_updated_at() returns trigger
language plpgsql set search_path = ''
as $$
declare
  c_final constant text[] := array['completed', 'failed', 'partial_failure', 'cancelled'];
  c_clock_skew constant interval := interval '5 seconds';
begin
  if tg_op = 'UPDATE' then
    if old.status = any (c_final) then
      -- Telling the same end twice is no mistake; telling another one is. What it cost may be known
      -- later: the owner of the log, and so our own ledger, may put that right.
      if (new.workspace_id, new.task_type, new.status, new.input_data, new.output_data, new.error_message,
          new.triggered_by, new.agent_name)
        is distinct from
        (old.workspace_id, old.task_type, old.status, old.input_data, old.output_data, old.error_message,
          old.triggered_by, old.agent_name)
        or (new.cost_estimate_usd is distinct from old.cost_estimate_usd and not pg_has_role(
          current_user, (select c.relowner from pg_catalog.pg_class c where c.oid = tg_relid), 'member'))
      then
        raise exception 'task_already_finished: task % is % and stays as it was recorded.', old.id, old.status
          using errcode = 'PT409';
      end if;
      if new.cost_estimate_usd is distinct from old.cost_estimate_usd then
        old.cost_estimate_usd := new.cost_estimate_usd;
        old.updated_at := clock_timestamp();
      end if;
      return old;
    end if;
    if new.status <> old.status and not (
      (old.status = 'pending' and new.status in ('running', 'failed', 'cancelled'))
      or (old.status = 'running' and new.status = any (c_final))
    ) then
      raise exception 'task_transition_invalid: a task that is % cannot become %.', old.status, new.status
        using errcode = 'PT409';
    end if;
    if old.status = 'pending' and new.status = 'running' and new.executed_at = old.executed_at then
      new.executed_at := clock_timestamp();
    end if;
    new.created_at := old.created_at;
  end if;

  if not (isfinite(new.executed_at) and isfinite(coalesce(new.completed_at, new.executed_at))) then
    raise exception 'task_time_invalid: executed_at and completed_at must be finite times.' using errcode = 'PT422';
  end if;

  if new.status = any (c_final) then
    new.completed_at := coalesce(new.completed_at, greatest(clock_timestamp(), new.executed_at));
    if new.completed_at < new.executed_at - c_clock_skew then
      raise exception 'task_time_invalid: completed_at (%) lies before executed_at (%).', new.completed_at, new.executed_at
        using errcode = 'PT422';
    end if;
    new.completed_at := greatest(new.completed_at, new.executed_at);
    -- By seconds since 1970: the interval between two far times overflows.
    new.duration_ms := least(
      round((extract(epoch from new.completed_at) - extract(epoch from new.executed_at)) * 1000), 2147483647
    )::integer;
  else
    new.duration_ms := null;
  end if;
  new.updated_at := clock_timestamp();
  return new;
end
$$;
comment on function public.update_autonomous_tasks_updated_at() is
'Keeps the life of a task: transitions, start and end, duration_ms, updated_at. Errors: PT409 task_transition_invalid, task_already_finished; PT422 task_time_invalid. A completed_at up to 5 s before executed_at is clock skew and is set to it.';
revoke all on function public.update_autonomous_tasks_updated_at() from public, anon, authenticated, service_role;

create or replace trigger trigger_autonomous_tasks_updated_at
before insert or update on public.autonomous_tasks
for each row execute function public.update_autonomous_tasks_updated_at();

-- Eight with the primary key; each serves a query that the tests name.

create index if not exists autonomous_tasks_recent_idx
on public.autonomous_tasks (workspace_id, executed_at);
create index if not exists autonomous_tasks_failures_idx
on public.autonomous_tasks (workspace_id, executed_at) where status in ('failed', 'partial_failure');
create index if not exists autonomous_tasks_workspace_unfinished_idx
on public.autonomous_tasks (workspace_id, executed_at) where status in ('pending', 'running');
create index if not exists autonomous_tasks_unfinished_idx
on public.autonomous_tasks (executed_at) where status in ('pending', 'running');
create index if not exists autonomous_tasks_system_idx
on public.autonomous_tasks (task_type, executed_at) where workspace_id is null;
create index if not exists autonomous_tasks_age_idx
on public.autonomous_tasks (executed_at);
create index if not exists autonomous_tasks_run_idx
on public.autonomous_tasks ((input_data ->> 'run_id')) where input_data ->> 'run_id' is not null;

alter table public.autonomous_tasks enable row level security;
revoke all on public.autonomous_tasks from anon, authenticated, service_role;
grant select, insert, update on public.autonomous_tasks to authenticated;
grant select, insert, update, delete on public.autonomous_tasks to service_role;

drop policy if exists "Workspace isolation: members read, writers log" on public.autonomous_tasks;
create policy "Workspace isolation: members read, writers log" on public.autonomous_tasks
  for all to authenticated
  using (workspace_id in (select nightshift.my_workspaces()))
  with check (workspace_id in (select nightshift.my_writable_workspaces()));
drop policy if exists "Service role access" on public.autonomous_tasks;
create policy "Service role access" on public.autonomous_tasks
  for all to service_role using (true) with check (true);
drop policy if exists "System insert capability" on public.autonomous_tasks;
create policy "System insert capability" on public.autonomous_tasks
  for insert to postgres with check (triggered_by in ('cron', 'system'));

create or replace function public.get_autonomous_task_summary(
  p_workspace_id uuid,
  p_task_type text default null,
  p_hours_back integer default 24
)
returns table (
  task_type text,
  total_executions bigint,
  successful_executions bigint,
  failed_executions bigint,
  avg_duration_ms numeric,
  total_cost_usd numeric,
  last_execution timestamptz
)
-- Planned for the workspace at hand: a plan for the average one sorts a busy one's rows on disk.
language plpgsql stable security invoker set search_path = '' set plan_cache_mode = force_custom_plan
as $$
begin
  if p_hours_back is null or p_hours_back not between 1 and 87600 then
    raise exception 'hours_back_out_of_range: p_hours_back must be from 1 to 87600 hours (10 years).'
      using errcode = 'PT400';
  end if;
  return query
  select
    t.task_type,
    count(*),
    count(*) filter (where t.status = 'completed'),
    count(*) filter (where t.status in ('failed', 'partial_failure')),
    round(avg(t.duration_ms), 2),
    coalesce(sum(t.cost_estimate_usd), 0),
    max(t.executed_at)
  from public.autonomous_tasks t
  where t.workspace_id = p_workspace_id
    and t.executed_at > now() - make_interval(hours => p_hours_back)
    and (p_task_type is null or t.task_type = p_task_type)
  group by t.task_type
  order by t.task_type;
end
$$;
comment on function public.get_autonomous_task_summary(uuid, text, integer) is
'Executions of one workspace by task type over the last p_hours_back hours (1 to 87600): total, completed, failed or partially failed, average duration in ms, cost in USD, latest start. Runs with the caller''s rights. Error: PT400 hours_back_out_of_range.';
revoke all on function public.get_autonomous_task_summary(uuid, text, integer) from public, anon;
grant execute on function public.get_autonomous_task_summary(uuid, text, integer) to authenticated, service_role;

-- The chapter counts what it made: a wrong count ends it, a right one is announced.

do $$
declare
  v_line text;
begin
  if (select count(*) from pg_catalog.pg_indexes where schemaname = 'public' and tablename = 'autonomous_tasks') <> 8
    or (select count(*) from pg_catalog.pg_policies where schemaname = 'public' and tablename = 'autonomous_tasks') <> 3
  then
    raise exception 'public.autonomous_tasks has other indexes or policies than the 8 and 3 of this migration.'
      using hint = 'A table of that name existed before. Drop what is not listed in this file, or rename the table, and run it again.';
  end if;
  foreach v_line in array array[
    '✅ Migration 043 Complete!',
    '📊 autonomous_tasks table: CREATED',
    '📊 Indexes created: 8',
    '📊 RLS policies created: 3',
    '📊 Helper function: CREATED',
    '✨ SUCCESS: Autonomous tasks infrastructure ready!'
  ] loop
    raise notice '%', v_line;
  end loop;
end
$$;

select line as "Expected Output"
from (values
  (1, '✅ Migration 043 Complete!'),
  (2, '📊 autonomous_tasks table: CREATED'),
  (3, '📊 Indexes created: ' || (
    select count(*) from pg_catalog.pg_indexes where schemaname = 'public' and tablename = 'autonomous_tasks')),
  (4, '📊 RLS policies created: ' || (
    select count(*) from pg_catalog.pg_policies where schemaname = 'public' and tablename = 'autonomous_tasks')),
  (5, '📊 Helper function: ' || case
    when to_regprocedure('public.get_autonomous_task_summary(uuid, text, integer)') is not null then 'CREATED'
    else 'MISSING' end),
  (6, '✨ SUCCESS: Autonomous tasks infrastructure ready!')
) as report (position, line)
order by position;
