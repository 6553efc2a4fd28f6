-- Fold task hours: brings the changes of hours into their sums, and counts the tasks from before.
--
-- Locks: rows only. Time: milliseconds; applied first to a large log, reconcile counts the rest hour by hour.

create table if not exists nightshift.task_hour_adoption (
  is_only_row boolean primary key default true,
  counted_from timestamptz not null default 'infinity',
  finished_at timestamptz,
  constraint there_is_one_row check (is_only_row)
);
alter table nightshift.task_hour_adoption enable row level security;
revoke all on nightshift.task_hour_adoption from public, anon, authenticated, service_role;
comment on table nightshift.task_hour_adoption is
'How far the tasks that were there before task_hours are counted, latest first.';
comment on column nightshift.task_hour_adoption.is_only_row is 'always true';
comment on column nightshift.task_hour_adoption.counted_from is 'the sums are right from this hour on';
comment on column nightshift.task_hour_adoption.finished_at is 'when all were counted; null while some are left';

create or replace function nightshift.counted_from() returns timestamptz
language sql stable set search_path = ''
as $$
  select coalesce((select a.counted_from from nightshift.task_hour_adoption a where a.finished_at is null), '-infinity')
$$;
comment on function nightshift.counted_from() is
'From when on task_hours is right: -infinity, unless tasks of before are still being counted.';
revoke all on function nightshift.counted_from() from public, anon, authenticated, service_role;

create or replace function nightshift.correct_task_hours(p_from timestamptz, p_to timestamptz) returns bigint
language sql set search_path = ''
as $$
  -- One statement, one snapshot: what is committed meanwhile appends its own change, before or after.
  with counted as (
    select t.workspace_id, date_bin('1 hour', t.executed_at, '2000-01-01Z') as hour, t.task_type, t.status,
      coalesce(width_bucket(t.duration_ms, nightshift.duration_bounds()), -1) as duration_class, count(*) as tasks,
      coalesce(sum(t.duration_ms), 0) as duration_ms, coalesce(sum(t.cost_estimate_usd), 0) as cost_usd
    from public.autonomous_tasks t
    where t.executed_at >= p_from and t.executed_at < p_to and t.workspace_id is not null
    group by 1, 2, 3, 4, 5
    union all
    select s.workspace_id, s.hour, s.task_type, s.status, s.duration_class, -s.tasks, -s.duration_ms, -s.cost_usd
    from nightshift.task_hours_now s
    where s.hour >= p_from and s.hour < p_to
  ), corrected as (
    insert into nightshift.task_hour_changes
      (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
    select c.workspace_id, c.hour, c.task_type, c.status, c.duration_class, false, sum(c.tasks), sum(c.duration_ms),
      sum(c.cost_usd)
    from counted c
    group by 1, 2, 3, 4, 5
    having sum(c.tasks) <> 0 or sum(c.duration_ms) <> 0 or sum(c.cost_usd) <> 0
    returning 1
  )
  select count(*) from corrected
$$;
comment on function nightshift.correct_task_hours(timestamptz, timestamptz) is
'Counts the hours from p_from until before p_to again and appends what their sums lack. Both are full hours. Returns '
'how many sums were wrong.';
revoke all on function nightshift.correct_task_hours(timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.count_earlier_hours(p_now timestamptz default clock_timestamp(),
  p_most_time interval default '0.3 seconds')
returns integer
language plpgsql set search_path = ''
as $$
declare
  v_started_at constant timestamptz := clock_timestamp();
  v_until timestamptz;
  v_from timestamptz;
  v_hours integer := 0;
begin
  select a.counted_from into v_until from nightshift.task_hour_adoption a where a.finished_at is null
  for update skip locked;
  if not found then
    return 0;
  end if;
  loop
    select date_bin('1 hour', max(t.executed_at), '2000-01-01Z') into v_from
    from public.autonomous_tasks t where t.executed_at < v_until;
    exit when v_from is null or clock_timestamp() > v_started_at + p_most_time;
    perform nightshift.correct_task_hours(v_from, v_from + interval '1 hour');
    v_until := v_from;
    v_hours := v_hours + 1;
  end loop;
  update nightshift.task_hour_adoption a
  set counted_from = v_until, finished_at = case when v_from is null then p_now end
  where a.is_only_row;
  return v_hours;
end
$$;
comment on function nightshift.count_earlier_hours(timestamptz, interval) is
'Counts tasks that were there before task_hours for p_most_time, hour by hour, latest first. Returns how many hours.';
revoke all on function nightshift.count_earlier_hours(timestamptz, interval)
  from public, anon, authenticated, service_role;

create or replace function nightshift.fold_changes(p_limit integer) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_rows tid[];
  v_held uuid[];
  v_hours timestamptz[];
  v_marked uuid[];
  v_marked_ats timestamptz[];
  v_folded integer;
begin
  -- Reconcile and the rollup fold, and only one at a time, so that neither waits for a sum of the other.
  perform from nightshift.task_hour_adoption a where a.is_only_row for update skip locked;
  if not found then
    return 0;
  end if;
  v_rows := array(select c.ctid from nightshift.task_hour_changes c limit p_limit);
  -- A workspace that somebody is deleting is passed over. What is left of one that is gone is dropped.
  v_held := array(
    select w.id
    from public.workspaces w
    where w.id in (select c.workspace_id from nightshift.task_hour_changes c where c.ctid = any (v_rows))
    order by w.id
    for key share skip locked);
  with taken as (
    delete from nightshift.task_hour_changes c
    where c.ctid = any (v_rows) and (c.workspace_id = any (v_held)
      or not exists (select from public.workspaces w where w.id = c.workspace_id))
    returning c.*
  ), folded as (
    insert into nightshift.task_hours as h
      (workspace_id, hour, task_type, status, duration_class, tasks, duration_ms, cost_usd)
    select t.workspace_id, date_bin('1 hour', t.at, '2000-01-01Z'), t.task_type, t.status, t.duration_class,
      sum(t.tasks), sum(t.duration_ms), sum(t.cost_usd)
    from taken t
    where t.workspace_id = any (v_held)
    group by 1, 2, 3, 4, 5
    on conflict on constraint one_sum_for_each_hour do update
    set tasks = h.tasks + excluded.tasks, duration_ms = h.duration_ms + excluded.duration_ms,
      cost_usd = h.cost_usd + excluded.cost_usd
  ), folded_days as (
    insert into nightshift.task_days as d
      (workspace_id, day, task_type, status, duration_class, tasks, duration_ms, cost_usd)
    select t.workspace_id, date_bin('24 hours', t.at, '2000-01-01Z'), t.task_type, t.status, t.duration_class,
      sum(t.tasks), sum(t.duration_ms), sum(t.cost_usd)
    from taken t
    where t.workspace_id = any (v_held)
    group by 1, 2, 3, 4, 5
    on conflict on constraint one_sum_for_each_day_of_tasks do update
    set tasks = d.tasks + excluded.tasks, duration_ms = d.duration_ms + excluded.duration_ms,
      cost_usd = d.cost_usd + excluded.cost_usd
  )
  select count(*), array_agg(distinct date_bin('1 hour', t.at, '2000-01-01Z')),
    array_agg(t.workspace_id) filter (where t.marks_day and (t.tasks <> 0 or t.duration_ms <> 0)),
    array_agg(t.at) filter (where t.marks_day and (t.tasks <> 0 or t.duration_ms <> 0))
  into v_folded, v_hours, v_marked, v_marked_ats
  from taken t;
  perform nightshift.mark_days(v_marked, v_marked_ats);
  -- What is not there any more, such as the running tasks of an hour in which all have ended.
  delete from nightshift.task_hours h
  where h.workspace_id = any (v_held) and h.hour = any (v_hours)
    and h.tasks = 0 and h.duration_ms = 0 and h.cost_usd = 0;
  return v_folded;
end
$$;
comment on function nightshift.fold_changes(integer) is
'Part of fold_task_hours: brings up to p_limit changes into the sums, and marks their days. Returns how many.';
revoke all on function nightshift.fold_changes(integer) from public, anon, authenticated, service_role;

create or replace function nightshift.fold_changes_until(p_until timestamptz) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_at_once constant integer := 5000;
  v_folded integer;
  v_sum integer := 0;
begin
  loop
    v_folded := nightshift.fold_changes(c_at_once);
    v_sum := v_sum + v_folded;
    exit when v_folded < c_at_once or clock_timestamp() > p_until;
  end loop;
  return v_sum;
end
$$;
comment on function nightshift.fold_changes_until(timestamptz) is
'Part of fold_task_hours and mark_noted_days: brings changes into the sums until none is left, or until a time. '
'Returns how many.';
revoke all on function nightshift.fold_changes_until(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.mark_noted_days() returns integer
language plpgsql set search_path = '' set lock_timeout = '0.2s'
as $$
declare
  c_until constant timestamptz := clock_timestamp() + interval '0.3 seconds';
begin
  begin
    perform from nightshift.task_hour_adoption a where a.is_only_row for update;
  exception when lock_not_available then
    return null;
  end;
  return nightshift.fold_changes_until(c_until);
end
$$;
comment on function nightshift.mark_noted_days() is
'Marks the days of tasks that are noted in task_hour_changes, for 0.3 s. Returns how many notes there were, 0 without '
'that table; null while somebody else folds them in.';
revoke all on function nightshift.mark_noted_days() from public, anon, authenticated, service_role;

create or replace function nightshift.fold_task_hours(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_until constant timestamptz := clock_timestamp() + interval '1 second';
  v_folded integer;
begin
  perform nightshift.count_earlier_hours(p_now);
  v_folded := nightshift.fold_changes_until(c_until);
  return v_folded + nightshift.fold_model_days();
end
$$;
comment on function nightshift.fold_task_hours(timestamptz) is
'A step of reconcile: brings changes of the hours of tasks, for about a second, and of the days of models into their '
'sums. Returns how many.';
revoke all on function nightshift.fold_task_hours(timestamptz) from public, anon, authenticated, service_role;

-- A small log is counted at once, a large one goes on with the next reconcile.
insert into nightshift.task_hour_adoption default values on conflict do nothing;
select nightshift.count_earlier_hours();
