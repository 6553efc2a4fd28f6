-- Daily metrics: what happened in a workspace on each of its days.
--
-- A day is always counted whole, from what is in the tables, so late, repeated and deleted data need no rule of their
-- own. Everything that changes a day leaves a mark; the rollup takes the marks and counts their days again.
-- Locks: public.client_emails and public.autonomous_tasks for milliseconds; writers wait half a second at most.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');
select nightshift.lock_briefly('public.autonomous_tasks', 'share row exclusive');

create or replace function nightshift.day_types() returns text[]
language sql immutable parallel safe set search_path = ''
as $$ select array['daily_analytics_rollup', 'weekly_report_generation', 'monthly_summary'] $$;
comment on function nightshift.day_types() is 'The task types that need days: a workspace that asks for one has its '
  'days counted.';
revoke all on function nightshift.day_types() from public, anon, authenticated, service_role;

create or replace function nightshift.answer_steps() returns integer[]
language sql immutable parallel safe set search_path = ''
as $$ select array[5, 15, 30, 60, 120, 240, 480, 1440, 2880, 10080] $$;
comment on function nightshift.answer_steps() is
'Upper bounds in minutes of the steps of answer_minutes. The last step has no bound: more than a week.';
revoke all on function nightshift.answer_steps() from public, anon, authenticated, service_role;

create table if not exists public.daily_metrics (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  day date not null,
  time_zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  emails_in bigint not null,
  emails_out bigint not null,
  emails_bulk bigint not null,
  emails_read bigint not null,
  by_intent jsonb not null,
  by_urgency jsonb not null,
  by_sentiment jsonb not null,
  needing_reply bigint not null,
  answered bigint,
  answer_minutes bigint[],
  contacts_new bigint,
  contacts_active bigint,
  tasks jsonb not null,
  calls bigint not null,
  cost_usd numeric(16, 8) not null,
  is_partial boolean not null,
  computed_at timestamptz not null,
  constraint one_row_for_each_day primary key (workspace_id, day),
  constraint a_day_does_not_end_before_it_begins check (ends_at >= starts_at),
  constraint answer_minutes_has_11_steps check (cardinality(answer_minutes) = 11)
);
comment on table public.daily_metrics is
'What happened on each day of a workspace, by its own clocks. Counts are exact and add up over days. A day on which '
'nothing happened has no row.';
comment on column public.daily_metrics.workspace_id is 'the workspace';
comment on column public.daily_metrics.day is 'the day';
comment on column public.daily_metrics.time_zone is 'whose clocks decided which day it is';
comment on column public.daily_metrics.starts_at is 'when the day began';
comment on column public.daily_metrics.ends_at is 'when it ended: when the next one began';
comment on column public.daily_metrics.emails_in is 'emails received';
comment on column public.daily_metrics.emails_out is 'emails sent';
comment on column public.daily_metrics.emails_bulk is 'of the emails received, those to many people';
comment on column public.daily_metrics.emails_read is 'of the emails received, those with intelligence';
comment on column public.daily_metrics.by_intent is 'emails received by primary_intent, {intent: count}';
comment on column public.daily_metrics.by_urgency is 'emails received by urgency_level, {level: count}';
comment on column public.daily_metrics.by_sentiment is 'emails received by sentiment, {sentiment: count}';
comment on column public.daily_metrics.needing_reply is 'emails received that need a reply';
comment on column public.daily_metrics.answered is
'of these, those that have been answered, whenever that was; null while no sent email of the workspace is known';
comment on column public.daily_metrics.answer_minutes is
'the answered ones by minutes to the answer, in 11 steps: up to 5, 15, 30, 60, 120, 240, 480, 1440, 2880, 10080, '
'and more; null as answered';
comment on column public.daily_metrics.contacts_new is
'contacts whose first day it was; null where the workspace does not ask for contact_enrichment';
comment on column public.daily_metrics.contacts_active is
'contacts who wrote or were written to; of several days, ask contact_days; null as contacts_new';
comment on column public.daily_metrics.tasks is
'tasks started, {type: {status: count, duration_ms: their sum, timed: how many have one}}';
comment on column public.daily_metrics.calls is 'calls of model providers';
comment on column public.daily_metrics.cost_usd is 'what these cost, in US dollars';
comment on column public.daily_metrics.is_partial is
'whether the day had not ended, or the workspace did not exist yet when it began';
comment on column public.daily_metrics.computed_at is 'when anything in this row last changed';

alter table public.daily_metrics enable row level security;
revoke all on public.daily_metrics from anon, authenticated, service_role;
grant select on public.daily_metrics to authenticated, service_role;
drop policy if exists "members read the days of their workspaces" on public.daily_metrics;
create policy "members read the days of their workspaces" on public.daily_metrics
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads days" on public.daily_metrics;
create policy "service role reads days" on public.daily_metrics for select to service_role using (true);

-- A mark is only ever inserted and deleted, never updated: whoever writes an email waits for nobody.
create table if not exists nightshift.day_marks (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  at timestamptz,
  day date,
  constraint a_mark_has_an_instant_or_a_day check (num_nonnulls(at, day) = 1)
);
create index if not exists day_marks_workspace_idx on nightshift.day_marks (workspace_id);
alter table nightshift.day_marks enable row level security;
revoke all on nightshift.day_marks from public, anon, authenticated, service_role;
comment on table nightshift.day_marks is 'What has changed since the rollup last looked: the days of these instants.';
comment on column nightshift.day_marks.id is 'in the order of insertion';
comment on column nightshift.day_marks.workspace_id is 'the workspace';
comment on column nightshift.day_marks.at is
'in steps of 15 minutes; -infinity: all days of the workspace; null with a day';
comment on column nightshift.day_marks.day is 'the day itself; null with an instant';

create table if not exists nightshift.due_metric_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  day date not null,
  due_at timestamptz not null,
  constraint a_day_is_due_once primary key (workspace_id, day)
);
create index if not exists due_metric_days_time_idx on nightshift.due_metric_days (workspace_id, due_at);
alter table nightshift.due_metric_days enable row level security;
revoke all on nightshift.due_metric_days from public, anon, authenticated, service_role;
comment on table nightshift.due_metric_days is 'Days that have to be counted. Only the rollup writes it.';
comment on column nightshift.due_metric_days.workspace_id is 'the workspace';
comment on column nightshift.due_metric_days.day is 'the day';
comment on column nightshift.due_metric_days.due_at is
'not before; a day that was counted before its end is due at its end';

create table if not exists nightshift.day_turns (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  turn_at timestamptz,
  last_served_at timestamptz,
  knows_sent boolean not null default false,
  kept_until timestamptz not null default '-infinity'
);
create index if not exists day_turns_next_idx on nightshift.day_turns (turn_at, last_served_at nulls first)
  where turn_at is not null;
alter table nightshift.day_turns enable row level security;
revoke all on nightshift.day_turns from public, anon, authenticated, service_role;
comment on table nightshift.day_turns is 'Whose days are counted next. Only the rollup writes it.';
comment on column nightshift.day_turns.workspace_id is 'the workspace';
comment on column nightshift.day_turns.turn_at is
'since when it waits for its turn, or when its next day is due; null: no day of it is due';
comment on column nightshift.day_turns.last_served_at is
'when days of it were last counted; null: never, so it is next';
comment on column nightshift.day_turns.knows_sent is 'whether sent emails of it have been seen';
comment on column nightshift.day_turns.kept_until is
'days that began before this are not counted again if they were counted: what they were counted from was cleaned up';

create or replace function nightshift.counts_days(p_types text[]) returns boolean
language sql immutable parallel safe set search_path = ''
as $$ select coalesce(p_types && nightshift.day_types(), false) $$;
comment on function nightshift.counts_days(text[]) is 'Whether enabled_types ask for days.';
revoke all on function nightshift.counts_days(text[]) from public, anon, authenticated, service_role;

create or replace function nightshift.mark_days(
  p_workspace_ids uuid[], p_ats timestamptz[], p_days date[] default null
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_asking constant uuid[] := array(
    select s.workspace_id
    from public.workspace_settings s
    where s.workspace_id = any (p_workspace_ids) and nightshift.counts_days(s.enabled_types));
begin
  if v_asking = '{}' then
    return;
  end if;
  -- Nobody waits for the deletion of a workspace: its days go with it.
  with held as (
    select w.id from public.workspaces w where w.id = any (v_asking) for key share skip locked
  )
  insert into nightshift.day_marks (workspace_id, at, day)
  select distinct m.workspace_id,
    case when isfinite(m.at) then date_bin('15 minutes', m.at, '2000-01-01Z') else m.at end, m.day
  from unnest(p_workspace_ids, p_ats, p_days) as m (workspace_id, at, day)
  join held h on h.id = m.workspace_id
  -- A table that was adopted may have emails of any time. Days are of 1970 to 2099.
  where num_nonnulls(m.at, m.day) = 1
    and (m.at >= '1970-01-01Z' and m.at < '2100-01-01Z' or m.at = '-infinity' or m.day is not null);
end
$$;
comment on function nightshift.mark_days(uuid[], timestamptz[], date[]) is
'Says that days of these workspaces have to be counted again: those of the instants, -infinity for all, or in '
'their place these days themselves. Workspaces that ask for no days are left out.';
revoke all on function nightshift.mark_days(uuid[], timestamptz[], date[])
  from public, anon, authenticated, service_role;
