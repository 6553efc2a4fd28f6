-- The prior system's form of the task log, written anew from its description, to measure ours against:
-- the same 15 columns, random keys, eight other indexes, its triggers and checks. Schema "prior".

create schema prior;

create table prior.autonomous_tasks (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  task_type text not null check (task_type in (
    'continuous_intelligence_update', 'daily_analytics_rollup', 'weekly_report_generation',
    'monthly_summary', 'email_sync', 'contact_enrichment', 'lead_scoring_batch',
    'campaign_optimization', 'content_calendar_sync', 'social_media_posting',
    'data_cleanup', 'system_health_check'
  )),
  status text not null default 'pending' check (status in (
    'pending', 'running', 'completed', 'failed', 'partial_failure', 'cancelled'
  )),
  input_data jsonb default '{}',
  output_data jsonb default '{}',
  error_message text,
  executed_at timestamptz not null,
  completed_at timestamptz,
  duration_ms integer,
  triggered_by text default 'cron',
  agent_name text,
  cost_estimate_usd numeric(10, 2),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index on prior.autonomous_tasks (workspace_id);
create index on prior.autonomous_tasks (task_type);
create index on prior.autonomous_tasks (status);
create index on prior.autonomous_tasks (executed_at desc);
create index on prior.autonomous_tasks (task_type, status, executed_at desc);
create index on prior.autonomous_tasks (workspace_id, task_type, executed_at desc);
create index on prior.autonomous_tasks (agent_name) where agent_name is not null;
create index on prior.autonomous_tasks using gin (output_data);

create function prior.calculate_duration() returns trigger
language plpgsql
as $$
begin
  if new.completed_at is not null and new.executed_at is not null then
    new.duration_ms := extract(epoch from (new.completed_at - new.executed_at)) * 1000;
  end if;
  return new;
end
$$;
create trigger calculate_duration
before insert or update on prior.autonomous_tasks
for each row execute function prior.calculate_duration();

create function prior.set_updated_at() returns trigger
language plpgsql
as $$
begin
  new.updated_at := now();
  return new;
end
$$;
create trigger set_updated_at
before update on prior.autonomous_tasks
for each row execute function prior.set_updated_at();

create function prior.get_autonomous_task_summary(
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
language plpgsql security definer
as $$
begin
  return query
  select
    t.task_type,
    count(*),
    count(*) filter (where t.status = 'completed'),
    count(*) filter (where t.status in ('failed', 'partial_failure')),
    avg(t.duration_ms),
    sum(t.cost_estimate_usd),
    max(t.executed_at)
  from prior.autonomous_tasks t
  where t.workspace_id = p_workspace_id
    and (p_task_type is null or t.task_type = p_task_type)
    and t.executed_at > now() - (p_hours_back || ' hours')::interval
  group by t.task_type;
end
$$;
