-- Due days: which days have to be counted, from the marks that changes left.
--
-- Locks: rows of its own tables only. Time: milliseconds.

create or replace function nightshift.note_due_days(
  p_workspace_ids uuid[], p_days date[], p_due_at timestamptz[], p_now timestamptz
) returns void
language sql set search_path = ''
as $$
  insert into nightshift.due_metric_days as d (workspace_id, day, due_at)
  select n.workspace_id, n.day, min(n.due_at)
  from unnest(p_workspace_ids, p_days, p_due_at) as n (workspace_id, day, due_at)
  group by n.workspace_id, n.day
  on conflict (workspace_id, day) do update set due_at = excluded.due_at where d.due_at > excluded.due_at;
  insert into nightshift.day_turns as t (workspace_id, turn_at)
  select n.workspace_id, greatest(min(n.due_at), p_now)
  from unnest(p_workspace_ids, p_due_at) as n (workspace_id, due_at)
  group by n.workspace_id
  on conflict (workspace_id) do update
  set turn_at = excluded.turn_at where t.turn_at is null or t.turn_at > excluded.turn_at
$$;
comment on function nightshift.note_due_days(uuid[], date[], timestamptz[], timestamptz) is
'Says that days have to be counted, each not before its time.';
revoke all on function nightshift.note_due_days(uuid[], date[], timestamptz[], timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_all_days(p_workspace_ids uuid[], p_now timestamptz)
returns table (workspace_id uuid, day date)
language sql stable set search_path = ''
as $$
  select w.id, g.day::date
  from unnest(p_workspace_ids) as w (id)
  cross join lateral (
    select min(b.at) as first_at, max(b.at) as last_at
    from (
      -- A table that was adopted may have emails of any time.
      (select e.received_at as at from public.client_emails e
        where e.workspace_id = w.id and e.received_at >= '1970-01-01Z' order by e.received_at limit 1)
      union all
      (select e.received_at from public.client_emails e
        where e.workspace_id = w.id and e.received_at < '2100-01-01Z' order by e.received_at desc limit 1)
      union all
      (select t.executed_at from public.autonomous_tasks t
        where t.workspace_id = w.id order by t.executed_at limit 1)
      union all
      (select t.executed_at from public.autonomous_tasks t
        where t.workspace_id = w.id order by t.executed_at desc limit 1)
      union all
      (select u.created_at from public.ai_usage u where u.workspace_id = w.id order by u.created_at limit 1)
      union all
      select p_now
    ) b
  ) s
  cross join lateral (
    select min(b.day) as first_day, max(b.day) as last_day
    from (
      select nightshift.day_of(w.id, s.first_at) as day
      union all
      select nightshift.day_of(w.id, s.last_at)
      union all
      (select m.day from public.daily_metrics m where m.workspace_id = w.id order by m.day limit 1)
      union all
      (select m.day from public.daily_metrics m where m.workspace_id = w.id order by m.day desc limit 1)
    ) b
  ) d
  cross join lateral generate_series(d.first_day::timestamp, d.last_day::timestamp, interval '1 day') as g (day)
$$;
comment on function nightshift.list_all_days(uuid[], timestamptz) is
'Every day of these workspaces, of each from its first email (from 1970 to 2099), task or call to its last, or today.';
revoke all on function nightshift.list_all_days(uuid[], timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.take_day_marks(
  p_run_id uuid, p_workspace_id uuid, p_limit integer, p_now timestamptz
) returns integer
language plpgsql set search_path = ''
as $$
declare
  -- Marks are rounded down to this.
  c_step constant interval := interval '15 minutes' - interval '1 microsecond';
  v_marks nightshift.day_marks[];
begin
  with taken as (
    delete from nightshift.day_marks d
    where d.id = any (array(
      select m.id from nightshift.day_marks m
      where (p_workspace_id is null or m.workspace_id = p_workspace_id) and not exists (
        select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = m.workspace_id)
      order by m.id
      limit p_limit
      for update skip locked))
    returning d.*
  )
  select array_agg((t.id, t.workspace_id, t.at, t.day)::nightshift.day_marks) into v_marks from taken t;
  if v_marks is null then
    return 0;
  end if;
  perform nightshift.count_by_zone(array_agg(distinct m.workspace_id)) from unnest(v_marks) m;
  perform nightshift.note_due_days(
    array_agg(d.workspace_id), array_agg(d.day), array_agg('-infinity'::timestamptz), p_now)
  from (
    select m.workspace_id, m.day from unnest(v_marks) m where m.day is not null
    union
    select l.workspace_id, l.day
    from nightshift.list_all_days(array(
      select distinct m.workspace_id from unnest(v_marks) m where m.at = '-infinity'), p_now) l
    union
    select m.workspace_id, case when z.is_constant then nightshift.local_day(b.at, z.time_zone)
      else nightshift.day_of(m.workspace_id, b.at) end
    from (select distinct o.workspace_id, o.at from unnest(v_marks) o where isfinite(o.at)) m
    cross join lateral (select bool_and(not isfinite(w.from_day)) as is_constant, min(w.time_zone) as time_zone
      from nightshift.workspace_zones w where w.workspace_id = m.workspace_id) z
    cross join lateral (values (m.at), (m.at + c_step)) as b (at)
  ) d;
  return cardinality(v_marks);
end
$$;
comment on function nightshift.take_day_marks(uuid, uuid, integer, timestamptz) is
'Takes up to p_limit marks, of one workspace or of all but those that failed in the run, and notes their days as due. '
'Returns how many.';
revoke all on function nightshift.take_day_marks(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;
