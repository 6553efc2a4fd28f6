-- Writing reports: the work of weekly_report_generation and monthly_summary, and the provable night of the project.
--
-- A report is due at report_hour by the clocks of its workspace, on the first day after its period. Days that are due
-- are counted first. The latest period is written; one that was missed is not made up for.
-- Locks: rows of its own tables only. Time: below 1 s a chunk.

create or replace function nightshift.find_period(
  p_workspace_id uuid, p_kind text, p_now timestamptz,
  out first_day date, out last_day date, out days_before integer, out due_at timestamptz, out next_at timestamptz,
  out time_zone text
)
language plpgsql stable set search_path = ''
as $$
declare
  v_settings constant public.workspace_settings := nightshift.read_settings(p_workspace_id);
  v_today constant date := nightshift.day_of(p_workspace_id, p_now);
  v_next date;
begin
  time_zone := nightshift.zone_of_day(p_workspace_id, v_today);
  if p_kind = 'weekly' then
    last_day := v_today - (extract(isodow from v_today)::integer - v_settings.week_starts_on + 7) % 7 - 1;
    first_day := last_day - 6;
    days_before := 7;
    v_next := last_day + 8;
  else
    last_day := date_trunc('month', v_today::timestamp)::date - 1;
    first_day := date_trunc('month', last_day::timestamp)::date;
    days_before := first_day - (first_day - interval '1 month')::date;
    v_next := (last_day + 1 + interval '1 month')::date;
  end if;
  due_at := (last_day + 1 + make_interval(hours => v_settings.report_hour)) at time zone time_zone;
  next_at := case when p_now < due_at then due_at
    else (v_next + make_interval(hours => v_settings.report_hour)) at time zone time_zone end;
end
$$;
comment on function nightshift.find_period(uuid, text, timestamptz) is
'The latest whole week or month of a workspace, when its report is due, and when to look next.';
revoke all on function nightshift.find_period(uuid, text, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_workspace_report(
  p_workspace_id uuid, p_kind text, p_first_day date, p_last_day date, p_days_before integer, p_lists jsonb
) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_sums constant jsonb := nightshift.sum_sections(p_workspace_id, p_first_day, p_last_day, p_days_before);
  v_created_at timestamptz;
  v_name text;
  v_is_partial boolean;
begin
  select (to_jsonb(w) ->> 'created_at')::timestamptz, coalesce(to_jsonb(w) ->> 'name', 'your workspace')
  into v_created_at, v_name from public.workspaces w where w.id = p_workspace_id;
  v_is_partial := (v_sums -> 'is_partial')::boolean
    or coalesce(v_created_at > nightshift.day_start(p_workspace_id, p_first_day), false);
  return nightshift.join_sections(jsonb_build_object(
    'title', format('%s: %s', nightshift.plain_line(v_name, 100), case p_kind when 'weekly'
      then format('week of %s', p_first_day) else to_char(p_first_day, 'FMMonth YYYY') end),
    'subtitle', format('%s to %s', p_first_day, p_last_day) || case when v_is_partial
      then '. This period is partial: not all of its days were seen whole.' else '' end,
    'first_day', p_first_day, 'last_day', p_last_day, 'days_before', p_days_before, 'is_partial', v_is_partial,
    'lists', p_lists), (v_sums -> 'sections') || p_lists);
end
$$;
comment on function nightshift.describe_workspace_report(uuid, text, date, date, integer, jsonb) is
'The numbers of a report of a workspace. p_lists: the sections that are not sums of days.';
revoke all on function nightshift.describe_workspace_report(uuid, text, date, date, integer, jsonb)
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_report(
  p_workspace_id uuid, p_kind text, p_start timestamptz, p_end timestamptz, p_time_zone text, p_numbers jsonb,
  p_now timestamptz
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_id uuid;
begin
  insert into public.workspace_reports
    (workspace_id, kind, period_start, period_end, time_zone, numbers, is_partial, created_at, updated_at)
  values (p_workspace_id, p_kind, p_start, p_end, p_time_zone, p_numbers,
    coalesce((p_numbers ->> 'is_partial')::boolean, false), p_now, p_now)
  on conflict do nothing
  returning id into v_id;
  -- In the same transaction, so a report that is there has its deliveries, each once.
  insert into nightshift.report_deliveries (report_id, subscription_id, next_attempt_at)
  select v_id, s.id, p_now
  from nightshift.report_subscriptions s
  where v_id is not null and s.enabled and s.kind = p_kind and s.workspace_id is not distinct from p_workspace_id
  on conflict do nothing;
  return v_id;
end
$$;
comment on function nightshift.store_report(uuid, text, timestamptz, timestamptz, text, jsonb, timestamptz) is
'Stores a report and its deliveries. Null when the period has its report already.';
revoke all on function nightshift.store_report(uuid, text, timestamptz, timestamptz, text, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.write_due_report(p_workspace_id uuid, p_kind text, p_now timestamptz)
returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_period record;
  v_id uuid;
begin
  select f.* into strict v_period from nightshift.find_period(p_workspace_id, p_kind, p_now) f;
  if p_now >= v_period.due_at then
    v_id := nightshift.store_report(p_workspace_id, p_kind,
      nightshift.day_start(p_workspace_id, v_period.first_day), nightshift.day_start(p_workspace_id,
        v_period.last_day + 1), v_period.time_zone,
      nightshift.describe_workspace_report(p_workspace_id, p_kind, v_period.first_day, v_period.last_day,
        v_period.days_before,
        nightshift.list_sections(p_workspace_id, v_period.first_day, v_period.last_day, p_now)), p_now);
  end if;
  update nightshift.report_turns t set next_at = v_period.next_at
  where t.workspace_id = p_workspace_id and t.kind = p_kind;
  return v_id is not null;
end
$$;
comment on function nightshift.write_due_report(uuid, text, timestamptz) is
'Writes the report of the latest period of a workspace if it is due, and plans the next. Returns whether it wrote one.';
revoke all on function nightshift.write_due_report(uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.renew_report(p_report_id uuid, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_report public.workspace_reports;
  v_numbers jsonb;
begin
  select r.* into strict v_report from public.workspace_reports r where r.id = p_report_id for no key update;
  v_numbers := nightshift.describe_workspace_report(v_report.workspace_id, v_report.kind,
    (v_report.numbers ->> 'first_day')::date, (v_report.numbers ->> 'last_day')::date,
    (v_report.numbers ->> 'days_before')::integer, v_report.numbers -> 'lists');
  delete from nightshift.stale_reports s where s.report_id = p_report_id;
  update public.workspace_reports r
  set numbers = v_numbers, is_partial = (v_numbers -> 'is_partial')::boolean, version = r.version + 1,
    updated_at = p_now
  where r.id = p_report_id and r.numbers <> v_numbers;
  return found;
end
$$;
comment on function nightshift.renew_report(uuid, timestamptz) is
'Adds up the days of a report again. When they have changed, the row gets the next version, which is not sent again. '
'Returns whether it did.';
revoke all on function nightshift.renew_report(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.list_due_reports(p_run_id uuid, p_workspace_id uuid, p_kind text, p_limit integer,
  p_now timestamptz) returns table (workspace_id uuid, report_id uuid)
language sql stable set search_path = ''
as $$
  (select t.workspace_id, null::uuid
  from nightshift.report_turns t
  where t.kind = p_kind and t.next_at <= p_now and (p_workspace_id is null or t.workspace_id = p_workspace_id)
    and not exists (
      select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = t.workspace_id)
  order by t.next_at
  limit p_limit)
  union all
  (select r.workspace_id, r.id
  from nightshift.stale_reports s
  join public.workspace_reports r on r.id = s.report_id
  where r.kind = p_kind and (p_workspace_id is null or r.workspace_id = p_workspace_id) and not exists (
    select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = r.workspace_id)
  limit p_limit)
$$;
comment on function nightshift.list_due_reports(uuid, uuid, text, integer, timestamptz) is
'Workspaces whose turn for a report has come, and reports of which a day has changed.';
revoke all on function nightshift.list_due_reports(uuid, uuid, text, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.write_reports(
  p_run_id uuid, p_workspace_id uuid, p_kind text, p_now timestamptz
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_most_time constant interval := interval '0.6 seconds';
  v_started_at constant timestamptz := clock_timestamp();
  v_days constant jsonb := nightshift.daily_analytics_rollup_chunk(p_run_id, p_workspace_id, p_now);
  v_due record;
  v_is_new boolean;
  v_written uuid[] := array[]::uuid[];
  v_is_done boolean := (v_days -> 'done')::boolean;
begin
  if v_is_done then
    for v_due in select d.* from nightshift.list_due_reports(p_run_id, p_workspace_id, p_kind, 500, p_now) d loop
      v_is_new := case when v_due.report_id is null
        then nightshift.write_due_report(v_due.workspace_id, p_kind, p_now)
        else nightshift.renew_report(v_due.report_id, p_now) end;
      if v_is_new then
        v_written := v_written || v_due.workspace_id::uuid;
      end if;
      exit when clock_timestamp() > v_started_at + c_most_time;
    end loop;
    v_is_done := not exists (select from nightshift.list_due_reports(p_run_id, p_workspace_id, p_kind, 1, p_now));
  end if;
  return jsonb_build_object('done', v_is_done, 'touched', (
    select coalesce(jsonb_agg(jsonb_build_object('workspace_id', w.id, 'counts',
      jsonb_build_object('reports', w.reports))), '[]')
    from (select u.id, count(*) as reports from unnest(v_written) as u (id) group by u.id) w));
end
$$;
comment on function nightshift.write_reports(uuid, uuid, text, timestamptz) is
'A chunk of weekly_report_generation or monthly_summary: counts days that are due, then writes reports, for about 1 s.';
revoke all on function nightshift.write_reports(uuid, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.weekly_report_generation_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  if p_workspace_id is null then
    perform nightshift.write_due_night(p_now);
  end if;
  return nightshift.write_reports(p_run_id, p_workspace_id, 'weekly', p_now);
end
$$;
comment on function nightshift.weekly_report_generation_chunk(uuid, uuid, timestamptz) is
'Writes due weekly reports, and that of the night of the project: {done, touched: [{workspace_id, counts: '
'{reports}}]}.';
revoke all on function nightshift.weekly_report_generation_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.monthly_summary_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language sql security definer set search_path = ''
as $$ select nightshift.write_reports(p_run_id, p_workspace_id, 'monthly', p_now) $$;
comment on function nightshift.monthly_summary_chunk(uuid, uuid, timestamptz) is
'Writes due monthly reports: {done, touched: [{workspace_id, counts: {reports}}]}.';
revoke all on function nightshift.monthly_summary_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.weekly_report_generation_due(p_run_id uuid, p_limit integer, p_now timestamptz)
returns setof uuid
language sql stable set search_path = ''
as $$
  select d.workspace_id from nightshift.list_due_reports(p_run_id, null, 'weekly', p_limit, p_now) d
  union
  select d.id from nightshift.daily_analytics_rollup_due(p_run_id, p_limit, p_now) as d (id)
$$;
comment on function nightshift.weekly_report_generation_due(uuid, integer, timestamptz) is
'Workspaces with a weekly report or days to do, without those that failed in the run.';
revoke all on function nightshift.weekly_report_generation_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.monthly_summary_due(p_run_id uuid, p_limit integer, p_now timestamptz)
returns setof uuid
language sql stable set search_path = ''
as $$
  select d.workspace_id from nightshift.list_due_reports(p_run_id, null, 'monthly', p_limit, p_now) d
  union
  select d.id from nightshift.daily_analytics_rollup_due(p_run_id, p_limit, p_now) as d (id)
$$;
comment on function nightshift.monthly_summary_due(uuid, integer, timestamptz) is
'Workspaces with a monthly report or days to do, without those that failed in the run.';
revoke all on function nightshift.monthly_summary_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

insert into nightshift.database_types (task_type)
values ('weekly_report_generation'), ('monthly_summary')
on conflict (task_type) do nothing;
