-- AI usage: the ledger of every call of a provider, failed ones included, and what was spent on each day.
--
-- One row for each call, under an id that the caller of the provider chose: saved twice, it counts once.
-- The sums of the days are kept in the same transaction, so that a budget reads at most 31 rows.
-- Locks: none. Time: milliseconds.

create table if not exists public.ai_usage (
  id uuid primary key,
  workspace_id uuid references public.workspaces (id) on delete set null,
  run_id uuid,
  task_id uuid,
  analyzer text not null,
  model text not null,
  tokens_in integer,
  tokens_out integer,
  tokens_cached integer,
  cost_usd numeric(12, 8) not null,
  price_id text not null,
  outcome text not null,
  duration_ms integer,
  emails integer not null,
  created_at timestamptz not null default now(),
  constraint analyzer_is_known check (analyzer = any (nightshift.analyzers())),
  constraint tokens_are_not_negative check (tokens_in >= 0 and tokens_out >= 0 and tokens_cached >= 0),
  constraint cost_is_not_negative check (cost_usd >= 0),
  constraint outcome_is_known check (outcome in ('ok', 'invalid', 'retryable', 'permanent', 'unknown')),
  constraint duration_is_not_negative check (duration_ms >= 0),
  constraint emails_is_not_negative check (emails >= 0)
);
create index if not exists ai_usage_workspace_idx on public.ai_usage (workspace_id, created_at);
create index if not exists ai_usage_task_idx on public.ai_usage (task_id);
create index if not exists ai_usage_age_idx on public.ai_usage (created_at);

comment on table public.ai_usage is
'One row for each call of a provider, failed ones included: what it used and what it cost.';
comment on column public.ai_usage.id is 'chosen by whoever made the call';
comment on column public.ai_usage.workspace_id is
'whose emails it read; null when that workspace is deleted: the money stays spent';
comment on column public.ai_usage.run_id is 'the run: id of its system row';
comment on column public.ai_usage.task_id is
'the workspace''s row of the run; its cost_estimate_usd is the sum of these rows';
comment on column public.ai_usage.analyzer is 'anthropic or openai-compatible';
comment on column public.ai_usage.model is 'the provider''s name of the model';
comment on column public.ai_usage.tokens_in is 'tokens sent, as the provider reports; null when it did not';
comment on column public.ai_usage.tokens_out is 'tokens of the answer';
comment on column public.ai_usage.tokens_cached is 'tokens sent that it read from its cache';
comment on column public.ai_usage.cost_usd is
'US dollars, to 8 decimals; the most that the call may have cost when the provider did not report enough';
comment on column public.ai_usage.price_id is
'the price it was computed with; reserved: what was set aside for a call of which no end was reported';
comment on column public.ai_usage.outcome is
'ok; invalid: no usable answer; retryable or permanent: it failed; unknown: the runner disappeared, and what was '
'reserved counts as spent';
comment on column public.ai_usage.duration_ms is 'milliseconds; null where unknown';
comment on column public.ai_usage.emails is 'emails in the call';
comment on column public.ai_usage.created_at is 'when it was saved';

alter table public.ai_usage enable row level security;
revoke all on public.ai_usage from anon, authenticated, service_role;
grant select on public.ai_usage to authenticated, service_role;
drop policy if exists "members read the usage of their workspaces" on public.ai_usage;
create policy "members read the usage of their workspaces" on public.ai_usage
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads usage" on public.ai_usage;
create policy "service role reads usage" on public.ai_usage
  for select to service_role using (true);

create table if not exists nightshift.spend_days (
  workspace_id uuid references public.workspaces (id) on delete cascade,
  day date not null,
  usd numeric(16, 8) not null,
  constraint one_sum_for_each_day unique nulls not distinct (workspace_id, day)
);
create index if not exists spend_days_age_idx on nightshift.spend_days (day);
alter table nightshift.spend_days replica identity full;
alter table nightshift.spend_days enable row level security;
comment on table nightshift.spend_days is
'What ai_usage adds up to by day (UTC), for each workspace and for the whole project.';
comment on column nightshift.spend_days.workspace_id is 'the workspace; null: the whole project';
comment on column nightshift.spend_days.day is 'day, UTC';
comment on column nightshift.spend_days.usd is 'US dollars';

create or replace function nightshift.count_spending(p_changes jsonb) returns void
language sql set search_path = ''
as $$
  -- The project's day first, then the workspaces in order: everybody who counts locks the rows in the same order.
  with changed as (
    select c.workspace_id, (c.at at time zone 'utc')::date as day, c.usd
    from jsonb_to_recordset(p_changes) as c (workspace_id uuid, at timestamptz, usd numeric)
  ), summed as (
    select null::uuid as workspace_id, c.day, sum(c.usd) as usd from changed c group by c.day
    union all
    select c.workspace_id, c.day, sum(c.usd)
    from changed c
    join public.workspaces w on w.id = c.workspace_id
    group by c.workspace_id, c.day
  )
  insert into nightshift.spend_days as d (workspace_id, day, usd)
  select s.workspace_id, s.day, s.usd
  from summed s
  order by s.workspace_id nulls first, s.day
  on conflict on constraint one_sum_for_each_day do update set usd = d.usd + excluded.usd
$$;
comment on function nightshift.count_spending(jsonb) is
'Adds [{workspace_id, at, usd}] to the sums of their days; usd below zero takes back. Called last in a transaction, '
'because everybody who spends waits for the project''s row.';
revoke all on function nightshift.count_spending(jsonb) from public;

create or replace function nightshift.find_run_task(p_run_id uuid, p_workspace_id uuid) returns uuid
language sql stable set search_path = ''
as $$
  select w.task_id from nightshift.run_workspaces w where w.run_id = p_run_id and w.workspace_id = p_workspace_id
$$;
comment on function nightshift.find_run_task(uuid, uuid) is
'The task row of a workspace in a run, as the machinery knows it.';
revoke all on function nightshift.find_run_task(uuid, uuid) from public;

create or replace function nightshift.sum_task_costs(p_task_ids uuid[]) returns void
language plpgsql set search_path = ''
as $$
begin
  -- Locked by a statement of their own, so that the next one sees the calls of whoever held them.
  perform
  from nightshift.run_workspaces w
  where w.task_id = any (p_task_ids)
  order by w.run_id, w.workspace_id
  for no key update;
  update nightshift.run_workspaces w
  set cost_usd = (select coalesce(sum(u.cost_usd), 0) from public.ai_usage u where u.task_id = w.task_id),
    needs_copy = true
  where w.task_id = any (p_task_ids);
  perform nightshift.copy_run(c.run_id)
  from (select distinct w.run_id from nightshift.run_workspaces w where w.task_id = any (p_task_ids)) c;
end
$$;
comment on function nightshift.sum_task_costs(uuid[]) is
'Sets the cost of a run in its workspaces to the sum of their calls, also after it has ended. Their task rows get it, '
'too. '
'The system row of a run has no cost, so that none counts twice.';
revoke all on function nightshift.sum_task_costs(uuid[]) from public;
