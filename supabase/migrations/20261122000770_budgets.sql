-- Budgets: how much may be spent, for each workspace and for the whole project, by day and by month (UTC).
--
-- What a claim may cost is set aside before the emails are handed out, and replaced by what it did cost. So is what
-- the work of an agent asks for.
-- Unknowns fail closed: without a price or a budget nothing is spent, and what nobody reports counts as spent.
-- Locks: none. Time: milliseconds.

create table if not exists public.workspace_budgets (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  daily_usd numeric,
  monthly_usd numeric,
  warn_percent integer not null default 80,
  share_percent integer not null default 10,
  paused boolean not null default false,
  created_at timestamptz not null default now(),
  constraint one_budget_for_each_workspace unique nulls not distinct (workspace_id),
  constraint budget_has_a_limit check (num_nonnulls(daily_usd, monthly_usd) > 0),
  constraint daily_usd_is_from_zero_to_a_billion check (daily_usd >= 0 and daily_usd < 1e9),
  constraint monthly_usd_is_from_zero_to_a_billion check (monthly_usd >= 0 and monthly_usd < 1e9),
  constraint warn_percent_is_from_1_to_100 check (warn_percent between 1 and 100),
  constraint share_percent_is_from_1_to_100 check (share_percent between 1 and 100)
);
comment on table public.workspace_budgets is
'What may be spent on calls of providers. The budget of the project and that of the workspace both hold. A workspace '
'without a budget of its own may spend share_percent of the project''s. Without any budget nothing is spent.';
comment on column public.workspace_budgets.id is 'time-ordered UUID';
comment on column public.workspace_budgets.workspace_id is 'the workspace; null: the whole project';
comment on column public.workspace_budgets.daily_usd is 'US dollars a day, UTC; null: no limit by day';
comment on column public.workspace_budgets.monthly_usd is 'US dollars a calendar month, UTC; null: no limit by month';
comment on column public.workspace_budgets.warn_percent is 'at this share of a limit the alert near_budget is raised';
comment on column public.workspace_budgets.share_percent is
'in the budget of the project: the share of its limits that each workspace without a budget of its own may spend';
comment on column public.workspace_budgets.paused is 'true: nothing is spent from the next claim on';
comment on column public.workspace_budgets.created_at is 'when the row was written';

alter table public.workspace_budgets enable row level security;
revoke all on public.workspace_budgets from anon, authenticated, service_role;
grant select on public.workspace_budgets to authenticated;
grant select, insert, update, delete on public.workspace_budgets to service_role;
drop policy if exists "members read the budget of their workspaces" on public.workspace_budgets;
create policy "members read the budget of their workspaces" on public.workspace_budgets
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages budgets" on public.workspace_budgets;
create policy "service role manages budgets" on public.workspace_budgets
  to service_role using (true) with check (true);

create table if not exists nightshift.spending_brakes (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  braked_by uuid,
  braked_at timestamptz not null default now()
);
alter table nightshift.spending_brakes enable row level security;
revoke all on nightshift.spending_brakes from public, anon, authenticated, service_role;
comment on table nightshift.spending_brakes is
'Workspaces whose owners or admins have stopped their spending. A row counts as a paused budget of the workspace.';
comment on column nightshift.spending_brakes.workspace_id is 'the workspace';
comment on column nightshift.spending_brakes.braked_by is 'the user who did it';
comment on column nightshift.spending_brakes.braked_at is 'when';

create table if not exists nightshift.budget_reservations (
  id uuid primary key default gen_random_uuid(),
  lease_token uuid not null,
  workspace_id uuid references public.workspaces (id) on delete set null,
  run_id uuid not null,
  analyzer text not null,
  model text not null,
  usd_per_mail numeric(12, 8) not null,
  email_ids uuid[] not null,
  task_id uuid,
  usd numeric(16, 8) not null
    generated always as (usd_per_mail * case when task_id is null then cardinality(email_ids) else 1 end) stored,
  created_at timestamptz not null,
  booked_at timestamptz,
  constraint usd_per_mail_is_not_negative check (usd_per_mail >= 0),
  constraint a_task_reserves_for_no_emails check (task_id is null or email_ids = '{}')
);
create unique index if not exists one_reservation_for_each_lease_and_workspace
on nightshift.budget_reservations (lease_token, workspace_id) where task_id is null;
create index if not exists budget_reservations_workspace_idx on nightshift.budget_reservations (workspace_id);
alter table nightshift.budget_reservations enable row level security;
comment on table nightshift.budget_reservations is
'Money set aside for claimed emails, or for what the work of a task asks for. The row is deleted when their results '
'are saved, or when the work reports what it has spent.';
comment on column nightshift.budget_reservations.id is 'id of its row in ai_usage when it is booked';
comment on column nightshift.budget_reservations.lease_token is
'the claim of the emails; of a task, the token of its run';
comment on column nightshift.budget_reservations.workspace_id is 'whose emails; null when that workspace is deleted';
comment on column nightshift.budget_reservations.run_id is 'the run that claimed it';
comment on column nightshift.budget_reservations.analyzer is 'who was to read them, or to be called';
comment on column nightshift.budget_reservations.model is 'with which model';
comment on column nightshift.budget_reservations.usd_per_mail is
'set aside for each email, or for the task, in US dollars';
comment on column nightshift.budget_reservations.email_ids is 'emails without a saved result';
comment on column nightshift.budget_reservations.task_id is 'the task that spends it; null for emails';
comment on column nightshift.budget_reservations.usd is 'set aside in all, in US dollars';
comment on column nightshift.budget_reservations.created_at is 'when it was claimed';
comment on column nightshift.budget_reservations.booked_at is
'when it was booked as spent, because the lease had ended without results; late results take that back';

create table if not exists nightshift.spending_notices (
  workspace_id uuid references public.workspaces (id) on delete cascade,
  reason text not null,
  period_start date not null,
  event text,
  subject text not null,
  message text not null,
  noted_at timestamptz not null,
  constraint noted_once_in_a_period unique nulls not distinct (workspace_id, reason, period_start)
);
create index if not exists spending_notices_age_idx on nightshift.spending_notices (noted_at);
alter table nightshift.spending_notices replica identity full;
alter table nightshift.spending_notices enable row level security;
comment on table nightshift.spending_notices is
'What was reported about spending, once in a period. Alerts are made from it.';
comment on column nightshift.spending_notices.workspace_id is 'the workspace; null: the whole project';
comment on column nightshift.spending_notices.reason is 'why nothing was spent, or that a budget is nearly spent';
comment on column nightshift.spending_notices.period_start is 'first day of the day or month, UTC';
comment on column nightshift.spending_notices.event is
'near_budget, over_budget, or failed when the setup lacks something; null: no alert, because somebody paused it';
comment on column nightshift.spending_notices.subject is 'what the alert is about';
comment on column nightshift.spending_notices.message is 'one sentence for a person';
comment on column nightshift.spending_notices.noted_at is 'when it was noted';

create or replace function nightshift.wake_workspaces() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A price, and a row without a workspace, may concern every workspace.
  perform nightshift.mark_workspaces_due(array_agg(t.workspace_id), '-infinity')
  from nightshift.workspace_turns t
  where t.due_at is not null and (
    exists (select from changed c where (to_jsonb(c) ->> 'workspace_id') is null)
    or t.workspace_id in (select (to_jsonb(c) ->> 'workspace_id')::uuid from changed c))
  having count(*) > 0;
  return null;
end
$$;
comment on function nightshift.wake_workspaces() is
'Lets the next claim look again at workspaces that it passed over, when a choice, a price or a budget that concerns '
'them has changed.';
revoke all on function nightshift.wake_workspaces() from public;

do $$
declare
  v_table text;
begin
  foreach v_table in array array['analyzer_choices', 'analyzer_admissions', 'model_prices', 'workspace_budgets'] loop
    -- Only a trigger of one event can see the changed rows.
    execute format('create or replace trigger wake_workspaces_of_new after insert on public.%I
      referencing new table as changed for each statement execute function nightshift.wake_workspaces()', v_table);
    execute format('create or replace trigger wake_workspaces_of_changed after update on public.%I
      referencing new table as changed for each statement execute function nightshift.wake_workspaces()', v_table);
    execute format('create or replace trigger wake_workspaces_of_old after delete on public.%I
      referencing old table as changed for each statement execute function nightshift.wake_workspaces()', v_table);
  end loop;
end
$$;

create or replace function nightshift.list_budgets(
  p_now timestamptz,
  p_workspace_id uuid default null,
  p_is_for_all boolean default false
) returns table (
  workspace_id uuid,
  period text,
  period_start date,
  limit_usd numeric,
  spent_usd numeric,
  reserved_usd numeric,
  warn_percent integer,
  paused boolean
)
-- In plpgsql, which keeps its plans: a claim may ask for thousands of workspaces.
language plpgsql stable set search_path = ''
as $$
begin
  return query
  select b.workspace_id, p.period, p.period_start, p.limit_usd,
    case when b.workspace_id is null
      then (select coalesce(sum(d.usd), 0) from nightshift.spend_days d where d.workspace_id is null
        and d.day >= p.period_start)
      else (select coalesce(sum(d.usd), 0) from nightshift.spend_days d where d.workspace_id = b.workspace_id
        and d.day >= p.period_start)
    end,
    case when b.workspace_id is null
      then (select coalesce(sum(r.usd), 0) from nightshift.budget_reservations r where r.booked_at is null)
      else (select coalesce(sum(r.usd), 0) from nightshift.budget_reservations r
        where r.booked_at is null and r.workspace_id = b.workspace_id)
    end,
    b.warn_percent, b.paused or exists (select from nightshift.spending_brakes k where k.workspace_id = b.workspace_id)
  from ( -- one after the other, so that each uses the index
    select project.workspace_id, project.daily_usd, project.monthly_usd, project.warn_percent, project.paused
    from public.workspace_budgets project
    where project.workspace_id is null
    union all
    select own.workspace_id, own.daily_usd, own.monthly_usd, own.warn_percent, own.paused
    from public.workspace_budgets own
    where own.workspace_id = p_workspace_id
    union all -- a workspace without a budget of its own gets a share of the project's
    select p_workspace_id, trim_scale(project.daily_usd * project.share_percent / 100),
      trim_scale(project.monthly_usd * project.share_percent / 100), project.warn_percent, false
    from public.workspace_budgets project
    where project.workspace_id is null and p_workspace_id is not null and not exists (
      select from public.workspace_budgets own where own.workspace_id = p_workspace_id)
    union all
    select others.workspace_id, others.daily_usd, others.monthly_usd, others.warn_percent, others.paused
    from public.workspace_budgets others
    where p_is_for_all and others.workspace_id is not null
  ) b
  cross join lateral (values
    ('day', b.daily_usd, (p_now at time zone 'utc')::date),
    ('month', b.monthly_usd, date_trunc('month', p_now at time zone 'utc')::date)
  ) as p (period, limit_usd, period_start)
  where p.limit_usd is not null;
end
$$;
comment on function nightshift.list_budgets(timestamptz, uuid, boolean) is
'The limits of the project and of a workspace (its own, or its share of the project''s), or all budgets, with what '
'is spent in the period and what is set aside now. One statement, one snapshot: money that moves from set aside to '
'spent is counted once.';
revoke all on function nightshift.list_budgets(timestamptz, uuid, boolean) from public;

create or replace function public.get_budget_status(p_workspace_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_is_service boolean := (select auth.role()) = 'service_role';
begin
  if (v_is_service or p_workspace_id in (select nightshift.my_workspaces())) is not true then
    raise exception
      'workspace_not_visible: a member sees the budgets of their workspaces, the service role all and the project''s.'
      using errcode = 'PT403';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'period', b.period,
      'period_start', b.period_start,
      'limit_usd', b.limit_usd,
      'spent_usd', b.spent_usd,
      'reserved_usd', b.reserved_usd,
      'percent', case when b.limit_usd = 0 then 100 else round(100 * b.spent_usd / b.limit_usd, 1) end,
      'paused', b.paused
    ) order by b.period), '[]')
    from nightshift.list_budgets(now(), p_workspace_id) b
    where b.workspace_id is not distinct from p_workspace_id
  );
end
$$;
comment on function public.get_budget_status(uuid) is
'Limits of a workspace (its own, or its share of the project''s), or with null of the project: [{period: day or '
'month, period_start, limit_usd, spent_usd, reserved_usd, percent, paused}]; empty when no budget is set. Members '
'ask for their workspaces, the service role for all. Error: PT403 workspace_not_visible.';
revoke all on function public.get_budget_status(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_budget_status(uuid) to authenticated, service_role;
