-- Reports: what changed in a week or a month of a workspace, what became of every slot of a night, and who gets them.
--
-- A report is a row. Data that come later make a new version of the row, which is not sent again.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists public.workspace_reports (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  kind text not null,
  period_start timestamptz not null,
  period_end timestamptz not null,
  time_zone text not null,
  numbers jsonb not null,
  version integer not null default 1,
  is_partial boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint one_report_for_each_period unique nulls not distinct (workspace_id, kind, period_start),
  constraint kind_is_known check (kind in ('weekly', 'monthly', 'night')),
  constraint only_the_project_has_nights check ((kind = 'night') = (workspace_id is null)),
  constraint period_does_not_end_before_it_begins check (period_end >= period_start),
  constraint version_is_positive check (version >= 1),
  constraint numbers_have_at_most_256_kb check (pg_column_size(numbers) <= 262144)
);
create index if not exists workspace_reports_latest_idx on public.workspace_reports (workspace_id, period_start desc);
comment on table public.workspace_reports is
'Reports of workspaces by week and month, and of the project by night. public.get_report renders one.';
comment on column public.workspace_reports.id is 'time-ordered UUID';
comment on column public.workspace_reports.workspace_id is 'the workspace; null: the project';
comment on column public.workspace_reports.kind is 'weekly, monthly or night';
comment on column public.workspace_reports.period_start is 'when its period began';
comment on column public.workspace_reports.period_end is 'when it ended';
comment on column public.workspace_reports.time_zone is 'whose clocks decided that';
comment on column public.workspace_reports.numbers is
'{title, subtitle, sections: [{title, query, rows}], left_out, first_day, last_day}; each section names its query';
comment on column public.workspace_reports.version is 'counts how often later data changed it, from 1';
comment on column public.workspace_reports.is_partial is 'whether a day of the period is partial, or has not been seen';
comment on column public.workspace_reports.created_at is 'when it was written first';
comment on column public.workspace_reports.updated_at is 'when this version was written';

alter table public.workspace_reports enable row level security;
revoke all on public.workspace_reports from anon, authenticated, service_role;
grant select on public.workspace_reports to authenticated, service_role;
drop policy if exists "members read the reports of their workspaces" on public.workspace_reports;
create policy "members read the reports of their workspaces" on public.workspace_reports
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads reports" on public.workspace_reports;
create policy "service role reads reports" on public.workspace_reports for select to service_role using (true);

create table if not exists nightshift.report_turns (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind text not null,
  next_at timestamptz not null,
  constraint one_turn_for_each_kind primary key (workspace_id, kind),
  constraint kind_is_known check (kind in ('weekly', 'monthly'))
);
create index if not exists report_turns_next_idx on nightshift.report_turns (kind, next_at);
alter table nightshift.report_turns enable row level security;
revoke all on nightshift.report_turns from public, anon, authenticated, service_role;
comment on table nightshift.report_turns is 'When the next report of a workspace is due.';
comment on column nightshift.report_turns.workspace_id is 'the workspace';
comment on column nightshift.report_turns.kind is 'weekly or monthly';
comment on column nightshift.report_turns.next_at is 'when; -infinity: it is not known yet';

create table if not exists nightshift.stale_reports (
  report_id uuid primary key references public.workspace_reports (id) on delete cascade,
  noted_at timestamptz not null default now()
);
alter table nightshift.stale_reports enable row level security;
revoke all on nightshift.stale_reports from public, anon, authenticated, service_role;
comment on table nightshift.stale_reports is 'Reports of which a day has changed since they were written.';
comment on column nightshift.stale_reports.report_id is 'the report';
comment on column nightshift.stale_reports.noted_at is 'since when';

create or replace function nightshift.plan_reports() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from nightshift.report_turns t
  where t.workspace_id = new.workspace_id and not case t.kind
    when 'weekly' then new.enabled_types @> '{weekly_report_generation}'
    else new.enabled_types @> '{monthly_summary}' end;
  insert into nightshift.report_turns (workspace_id, kind, next_at)
  select new.workspace_id, k.kind, '-infinity'
  from (values ('weekly', 'weekly_report_generation'), ('monthly', 'monthly_summary')) as k (kind, task_type)
  where k.task_type = any (new.enabled_types)
  on conflict (workspace_id, kind) do update set next_at = excluded.next_at;
  return null;
end
$$;
comment on function nightshift.plan_reports() is
'Plans the reports that a workspace asks for. A changed zone, hour or week counts from the next report on.';
revoke all on function nightshift.plan_reports() from public;
create or replace trigger plan_reports
after insert or update on public.workspace_settings for each row execute function nightshift.plan_reports();

create or replace function nightshift.note_stale_reports() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A report also shows the period before, which is never longer than the report's own by more than three days.
  insert into nightshift.stale_reports (report_id)
  select distinct r.id
  from changed_days c
  join public.workspace_reports r on r.workspace_id = c.workspace_id and r.kind in ('weekly', 'monthly')
    and r.period_start > c.starts_at - interval '40 days' and c.starts_at < r.period_end
    and c.starts_at >= r.period_start - (r.period_end - r.period_start) - interval '4 days'
  order by r.id
  -- Locked, so that nobody takes the note who does not see the change.
  on conflict (report_id) do update set report_id = excluded.report_id where false;
  return null;
end
$$;
comment on function nightshift.note_stale_reports() is 'Notes the reports that a counted day belongs to.';
revoke all on function nightshift.note_stale_reports() from public;
create or replace trigger note_stale_reports_of_new
after insert on public.daily_metrics referencing new table as changed_days
for each statement execute function nightshift.note_stale_reports();
create or replace trigger note_stale_reports_of_changed
after update on public.daily_metrics referencing new table as changed_days
for each statement execute function nightshift.note_stale_reports();
create or replace trigger note_stale_reports_of_old
after delete on public.daily_metrics referencing old table as changed_days
for each statement when (pg_catalog.pg_trigger_depth() = 0) execute function nightshift.note_stale_reports();

-- After an undo of this migration, workspaces that ask are there before its trigger.
insert into nightshift.report_turns (workspace_id, kind, next_at)
select s.workspace_id, k.kind, '-infinity'
from public.workspace_settings s
join (values ('weekly', 'weekly_report_generation'), ('monthly', 'monthly_summary')) as k (kind, task_type)
  on k.task_type = any (s.enabled_types)
on conflict (workspace_id, kind) do nothing;
