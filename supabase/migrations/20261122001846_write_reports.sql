-- Writing reports: the work of weekly_report_generation and monthly_summary, and the provable night of the project.
--
-- A report is due at report_hour by the clocks of its workspace, on the first day after its period. Days that are due
-- are counted first. The latest period is written; one that was missed is not made up for. No day is in two weekly
-- reports: when week_starts_on changes, the next one begins where the last one ended and is shorter.
-- Locks: rows of its own tables only. Time: below 1 s a chunk.

create or replace function nightshift.find_period(
  p_workspace_id uuid, p_kind text, p_now timestamptz,
  out first_day date, out last_day date, out days_before integer, out due_at timestamptz, out next_at timestamptz,
  out time_zone text
)
-- By the index, also when the plan was made before the first report was written.
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
declare
  v_settings constant public.workspace_settings := nightshift.read_settings(p_workspace_id);
  v_today constant date := nightshift.day_of(p_workspace_id, p_now);
  v_latest date;
  v_next date;
begin
  time_zone := nightshift.zone_of_day(p_workspace_id, v_today);
  if p_kind = 'weekly' then
    last_day := v_today - (extract(isodow from v_today)::integer - v_settings.week_starts_on + 7) % 7 - 1;
    select (r.numbers ->> 'last_day')::date into v_latest
    from public.workspace_reports r
    where r.workspace_id = p_workspace_id and r.kind = 'weekly'
    order by r.period_start desc
    limit 1;
    first_day := greatest(last_day - 6, v_latest + 1);
    days_before := last_day - first_day + 1;
    v_next := last_day + 8;
  else
    last_day := date_trunc('month', v_today::timestamp)::date - 1;
    first_day := date_trunc('month', last_day::timestamp)::date;
    days_before := first_day - (first_day - interval '1 month')::date;
    v_next := (last_day + 1 + interval '1 month')::date;
  end if;
  due_at := (last_day + 1 + make_interval(hours => v_settings.report_hour)) at time zone time_zone;
  next_at := case when p_now < due_at and first_day <= last_day then due_at
    else (v_next + make_interval(hours => v_settings.report_hour)) at time zone time_zone end;
  if first_day > last_day then -- All of it has been reported: the week began on another day then.
    due_at := 'infinity';
  end if;
end
$$;
comment on function nightshift.find_period(uuid, text, timestamptz) is
'The latest whole week or month of a workspace, without days of the weekly report before; when its report is due, '
'infinity when no day is left; and when to look next.';
revoke all on function nightshift.find_period(uuid, text, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_workspace_reports(p_workspace_ids uuid[], p_kind text,
  p_first_days date[], p_last_days date[], p_days_before integer[], p_lists jsonb[])
returns table (place bigint, starts_at timestamptz, ends_at timestamptz, numbers jsonb)
language sql stable set search_path = ''
as $$
  with given as materialized (
    select g.place, g.first_day, g.last_day, g.days_before, g.lists, d.starts_at,
      nightshift.day_start(g.workspace_id, g.last_day + 1) as ends_at, s.sections,
      nightshift.plain_line(coalesce(to_jsonb(w) ->> 'name', 'your workspace'), 100) as name,
      s.is_partial or coalesce((to_jsonb(w) ->> 'created_at')::timestamptz > d.starts_at, false) as is_partial
    from unnest(p_workspace_ids, p_first_days, p_last_days, p_days_before, p_lists) with ordinality
      as g (workspace_id, first_day, last_day, days_before, lists, place)
    join nightshift.sum_sections(p_workspace_ids, p_first_days, p_last_days, p_days_before) s on s.place = g.place
    join public.workspaces w on w.id = g.workspace_id
    cross join lateral (select nightshift.day_start(g.workspace_id, g.first_day) as starts_at offset 0) d
  )
  select g.place, g.starts_at, g.ends_at, nightshift.join_sections(jsonb_build_object(
    'title', format('%s: %s', g.name, case p_kind when 'weekly'
      then format('week of %s', g.first_day) else to_char(g.first_day, 'FMMonth YYYY') end),
    'subtitle', format('%s to %s', g.first_day, g.last_day)
      || case when p_kind = 'weekly' and g.last_day - g.first_day < 6
        then '. This week is short: the report before it has its other days.' else '' end
      || case when g.is_partial then '. This period is partial: not all of its days were seen whole.' else '' end,
    'first_day', g.first_day, 'last_day', g.last_day, 'days_before', g.days_before, 'is_partial', g.is_partial,
    'lists', g.lists), g.sections || g.lists)
  from given g
$$;
comment on function nightshift.describe_workspace_reports(uuid[], text, date[], date[], integer[], jsonb[]) is
'The numbers of reports of workspaces, by their places in the lists. p_lists: the sections that are not sums of days.';
revoke all on function nightshift.describe_workspace_reports(uuid[], text, date[], date[], integer[], jsonb[])
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

create or replace function nightshift.write_due_reports(p_workspace_ids uuid[], p_kind text, p_now timestamptz)
returns setof uuid
language plpgsql set search_path = ''
as $$
declare
  v_ids uuid[];
  v_first_days date[];
  v_last_days date[];
  v_days_before integer[];
  v_zones text[];
  v_lists jsonb[];
begin
  with periods as materialized (
    select w.id, f.*
    from unnest(p_workspace_ids) as w (id)
    cross join lateral nightshift.find_period(w.id, p_kind, p_now) f
  ), planned as (
    update nightshift.report_turns t set next_at = p.next_at
    from periods p
    where t.workspace_id = p.id and t.kind = p_kind
  )
  select array_agg(p.id order by p.id), array_agg(p.first_day order by p.id), array_agg(p.last_day order by p.id),
    array_agg(p.days_before order by p.id), array_agg(p.time_zone order by p.id),
    array_agg(nightshift.list_sections(p.id, p.first_day, p.last_day, p_now) order by p.id)
  into v_ids, v_first_days, v_last_days, v_days_before, v_zones, v_lists
  from periods p
  where p_now >= p.due_at;
  return query
  with written as (
    insert into public.workspace_reports
      (workspace_id, kind, period_start, period_end, time_zone, numbers, is_partial, created_at, updated_at)
    select v_ids[d.place], p_kind, d.starts_at, d.ends_at, v_zones[d.place], d.numbers,
      coalesce((d.numbers ->> 'is_partial')::boolean, false), p_now, p_now
    from nightshift.describe_workspace_reports(v_ids, p_kind, v_first_days, v_last_days, v_days_before, v_lists) d
    on conflict do nothing
    returning id, workspace_id
  ), planned as ( -- in the same statement, so a report that is there has its deliveries, each once
    insert into nightshift.report_deliveries (report_id, subscription_id, next_attempt_at)
    select w.id, s.id, p_now
    from written w
    join nightshift.report_subscriptions s on s.workspace_id = w.workspace_id and s.kind = p_kind and s.enabled
    on conflict do nothing
  )
  select w.workspace_id from written w;
end
$$;
comment on function nightshift.write_due_reports(uuid[], text, timestamptz) is
'Writes the report of the latest period of each workspace that is due, and plans the next. Returns the workspaces that '
'got one.';
revoke all on function nightshift.write_due_reports(uuid[], text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.renew_reports(p_report_ids uuid[], p_now timestamptz) returns setof uuid
language plpgsql set search_path = ''
as $$
declare
  v_reports public.workspace_reports[];
begin
  v_reports := array(
    select r from public.workspace_reports r where r.id = any (p_report_ids) order by r.id for no key update);
  delete from nightshift.stale_reports s where s.report_id = any (p_report_ids);
  return query
  with groups as ( -- those of one chunk are of one kind
    select o.kind, array_agg(o.id order by o.id) as ids, array_agg(o.workspace_id order by o.id) as workspace_ids,
      array_agg((o.numbers ->> 'first_day')::date order by o.id) as first_days,
      array_agg((o.numbers ->> 'last_day')::date order by o.id) as last_days,
      array_agg((o.numbers ->> 'days_before')::integer order by o.id) as days_before,
      array_agg(o.numbers -> 'lists' order by o.id) as lists
    from unnest(v_reports) o
    group by o.kind
  )
  update public.workspace_reports r
  set numbers = d.numbers, is_partial = (d.numbers -> 'is_partial')::boolean, version = r.version + 1,
    updated_at = p_now
  from groups g
  cross join lateral nightshift.describe_workspace_reports(g.workspace_ids, g.kind, g.first_days, g.last_days,
    g.days_before, g.lists) d
  where r.id = g.ids[d.place] and r.numbers <> d.numbers
  returning r.workspace_id;
end
$$;
comment on function nightshift.renew_reports(uuid[], timestamptz) is
'Adds up the days of reports again. A row whose numbers have changed gets the next version, which is not sent again. '
'Returns the workspace of each.';
revoke all on function nightshift.renew_reports(uuid[], timestamptz) from public, anon, authenticated, service_role;

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
  c_most_reports constant integer := 100;
  v_started_at constant timestamptz := clock_timestamp();
  v_days constant jsonb := nightshift.daily_analytics_rollup_chunk(p_run_id, p_workspace_id, p_now);
  v_due uuid[];
  v_free uuid[];
  v_held uuid[] := '{}'::uuid[];
  v_stale uuid[];
  v_written uuid[] := array[]::uuid[];
  v_is_done boolean := (v_days -> 'done')::boolean;
begin
  if v_is_done then
    loop
      select array_agg(d.workspace_id) filter (where d.report_id is null and d.workspace_id <> all (v_held)),
        array_agg(d.report_id) filter (where d.report_id is not null)
      into v_due, v_stale
      from nightshift.list_due_reports(p_run_id, p_workspace_id, p_kind, c_most_reports + cardinality(v_held), p_now) d;
      v_is_done := v_due is null and v_stale is null;
      exit when v_is_done;
      -- A workspace whose settings somebody is changing waits for the next run.
      v_free := array(
        select t.workspace_id from nightshift.report_turns t
        where t.workspace_id = any (v_due) and t.kind = p_kind
        for no key update skip locked);
      v_held := v_held || array(select unnest(v_due) except select unnest(v_free));
      v_written := v_written
        || array(select nightshift.write_due_reports(v_free, p_kind, p_now) where v_free <> '{}')
        || array(select nightshift.renew_reports(v_stale, p_now) where v_stale is not null);
      exit when clock_timestamp() > v_started_at + c_most_time;
    end loop;
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
