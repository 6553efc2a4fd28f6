-- Task sums: what the tasks of a workspace did in a range of time, for its members.
--
-- Membership is checked first, then sums of hours are added up, so the answer takes the same time however many
-- tasks there are. It counts no request, and answers a stranger as if there were nothing.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.take_fitting(p_items jsonb, p_bytes integer) returns jsonb
language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_agg(f.item order by f.nth), '[]')
  from (
    select i.item, i.nth, sum(octet_length(i.item::text) + 2) over (order by i.nth) as bytes
    from jsonb_array_elements(p_items) with ordinality as i (item, nth)
  ) f
  where f.bytes <= p_bytes
$$;
comment on function nightshift.take_fitting(jsonb, integer) is
'The first items of an array that fit into so many bytes of JSON, so that a document stays below 64 kB.';
revoke all on function nightshift.take_fitting(jsonb, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.read_task_sums(p_workspace_id uuid, p_from timestamptz, p_to timestamptz,
  p_is_by_day boolean)
returns table (at timestamptz, task_type text, status text, duration_class smallint, tasks bigint, cost_usd numeric)
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan
as $$
begin
  if p_is_by_day then
    return query
    select date_bin('24 hours', d.day, '2000-01-01Z'), d.task_type, d.status, d.duration_class, d.tasks, d.cost_usd
    from nightshift.task_days_now d
    where d.workspace_id = p_workspace_id and d.day >= p_from and d.day < p_to;
  else
    return query
    select h.hour, h.task_type, h.status, h.duration_class, h.tasks, h.cost_usd
    from nightshift.task_hours_now h
    where h.workspace_id = p_workspace_id and h.hour >= p_from and h.hour < p_to;
  end if;
end
$$;
comment on function nightshift.read_task_sums(uuid, timestamptz, timestamptz, boolean) is
'Sums of the tasks of a workspace by hour, or by day, to be added up. p_from is the start of an hour or day.';
revoke all on function nightshift.read_task_sums(uuid, timestamptz, timestamptz, boolean)
  from public, anon, authenticated, service_role;

create or replace function nightshift.describe_sums(p_workspace_id uuid, p_from timestamptz, p_to timestamptz,
  p_task_type text, p_is_by_day boolean, out buckets jsonb, out types jsonb)
language sql stable set search_path = ''
as $$
  with found as materialized (
    select r.* from nightshift.read_task_sums(p_workspace_id, p_from, p_to, p_is_by_day) r
  ), cells as (
    select f.at, f.status, sum(f.tasks) as tasks, sum(f.cost_usd) as cost_usd
    from found f
    where p_task_type is null or f.task_type = p_task_type
    group by 1, 2
  ), bucketed as (
    select c.at, jsonb_object_agg(c.status, c.tasks) filter (where c.tasks <> 0) as statuses,
      sum(c.cost_usd) as cost_usd
    from cells c
    group by 1
  ), ranked as ( -- durations of each type, in their order
    select f.task_type, f.duration_class, sum(sum(f.tasks)) over upward as up_to, sum(sum(f.tasks)) over whole as of
    from found f
    where f.duration_class >= 0
    group by 1, 2
    window upward as (partition by f.task_type order by f.duration_class), whole as (partition by f.task_type)
  ), typical as (
    select r.task_type, min(r.duration_class) filter (where r.up_to >= 0.5 * r.of) as median,
      min(r.duration_class) filter (where r.up_to >= 0.95 * r.of) as p95
    from ranked r
    group by 1
  ), typed as (
    select f.task_type, sum(f.tasks) as tasks, sum(f.tasks) filter (where f.status = 'completed') as completed,
      sum(f.tasks) filter (where f.status in ('failed', 'partial_failure')) as failed, sum(f.cost_usd) as cost_usd
    from found f
    group by 1
  )
  select (
    select coalesce(jsonb_agg(jsonb_build_object('at', to_jsonb(b.at), 'statuses', b.statuses, 'cost_usd', b.cost_usd)
      order by b.at), '[]')
    from bucketed b where b.statuses is not null
  ), (
    select coalesce(jsonb_agg(jsonb_build_object('task_type', d.task_type, 'tasks', d.tasks,
        'completed', coalesce(d.completed, 0), 'failed', coalesce(d.failed, 0), 'cost_usd', d.cost_usd,
        'median_ms', nightshift.class_duration(t.median), 'p95_ms', nightshift.class_duration(t.p95))
      order by d.tasks desc, d.task_type), '[]')
    from typed d
    left join typical t on t.task_type = d.task_type
    where d.tasks > 0)
$$;
comment on function nightshift.describe_sums(uuid, timestamptz, timestamptz, text, boolean) is
'Tasks by hour or day and status, [{at, statuses: {status: tasks}, cost_usd}], and by type, [{task_type, tasks, '
'completed, failed, cost_usd, median_ms, p95_ms}]. Durations are known to a fifth, and null where none has ended.';
revoke all on function nightshift.describe_sums(uuid, timestamptz, timestamptz, text, boolean)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_unfinished(p_workspace_id uuid, p_limit integer) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('task_id', u.id, 'task_type', u.task_type, 'status', u.status,
    'agent_name', u.agent_name, 'since', to_jsonb(u.executed_at)) order by u.executed_at, u.id), '[]')
  from (
    select t.id, t.task_type, t.status, left(t.agent_name, 100) as agent_name, t.executed_at
    from public.autonomous_tasks t
    where t.workspace_id = p_workspace_id and t.status in ('pending', 'running')
    order by t.executed_at, t.id
    limit p_limit
  ) u
$$;
comment on function nightshift.list_unfinished(uuid, integer) is
'Tasks of a workspace that have not ended, the oldest first.';
revoke all on function nightshift.list_unfinished(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.group_failures(p_workspace_id uuid, p_from timestamptz, p_to timestamptz,
  p_looked_at integer, p_limit integer)
returns jsonb
language sql stable set search_path = ''
as $$
  with latest as materialized (
    select t.id, t.task_type, t.executed_at, left(t.error_message, 160) as message
    from public.autonomous_tasks t
    where t.workspace_id = p_workspace_id and t.executed_at >= p_from and t.executed_at < p_to
      and t.status in ('failed', 'partial_failure')
    order by t.executed_at desc, t.id
    limit p_looked_at
  ), grouped as ( -- the same words with other numbers are the same failure
    select l.task_type, regexp_replace(l.message, '[0-9][0-9a-fA-F-]*', '#', 'g') as words, count(*) as tasks,
      (array_agg(l.id order by l.executed_at desc, l.id))[1] as task_id, max(l.executed_at) as latest_at,
      (array_agg(l.message order by l.executed_at desc, l.id))[1] as message
    from latest l
    group by 1, 2
    order by 3 desc, 5 desc, 4
    limit p_limit
  )
  select coalesce(jsonb_agg(jsonb_build_object('task_type', g.task_type, 'message', g.message, 'tasks', g.tasks,
    'task_id', g.task_id, 'latest_at', to_jsonb(g.latest_at)) order by g.tasks desc, g.latest_at desc, g.task_id), '[]')
  from grouped g
$$;
comment on function nightshift.group_failures(uuid, timestamptz, timestamptz, integer, integer) is
'Failures of a workspace by type and message, most first, among the latest p_looked_at. Numbers and ids in a message '
'make no difference.';
revoke all on function nightshift.group_failures(uuid, timestamptz, timestamptz, integer, integer)
  from public, anon, authenticated, service_role;

create or replace function public.get_task_sums(p_workspace_id uuid,
  p_from timestamptz default now() - interval '24 hours', p_to timestamptz default now(),
  p_task_type text default null)
returns jsonb
-- Planned for the range at hand.
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  c_longest constant interval := interval '190 days';
  c_most_hours constant interval := interval '190 hours';
  c_failures_looked_at constant integer := 500;
  v_width constant interval := case when nightshift.is_range(p_from, p_to, c_most_hours) then interval '1 hour'
    else interval '24 hours' end;
  v_from constant timestamptz := date_bin(v_width, p_from, '2000-01-01Z');
  v_sums record;
begin
  if not nightshift.is_range(p_from, p_to, c_longest) then
    raise exception 'range_invalid: p_to must be after p_from, and at most 190 days.' using errcode = 'PT400';
  elsif (p_workspace_id in (select nightshift.my_workspaces())) is not true then
    return null;
  end if;
  v_sums := nightshift.describe_sums(p_workspace_id, v_from, p_to, p_task_type, v_width > '1 hour');
  return jsonb_build_object('as_of', to_jsonb(now()), 'from', to_jsonb(v_from), 'to', to_jsonb(p_to),
    'width', case v_width when '1 hour' then 'hour' else 'day' end,
    'counted_from', case when nightshift.counted_from() > v_from then to_jsonb(nightshift.counted_from()) end,
    'buckets', v_sums.buckets, 'types', v_sums.types,
    'unfinished', nightshift.list_unfinished(p_workspace_id, 10),
    'failures', nightshift.take_fitting(
      nightshift.group_failures(p_workspace_id, v_from, p_to, c_failures_looked_at, 10), 16384),
    'failures_looked_at', c_failures_looked_at);
end
$$;
comment on function public.get_task_sums(uuid, timestamptz, timestamptz, text) is
'Tasks of a workspace by hour, or in more than 190 hours by day (UTC), and by type; the oldest unfinished ones; '
'failures by message among the latest failures_looked_at: {as_of, from, to, width, counted_from, buckets, types, '
'unfinished, failures, failures_looked_at}. Sums are exact. counted_from: the time from which they are, while an older '
'log is still being counted; else null. Hours and days are whole. Buckets are of one type with p_task_type. At most '
'190 days. '
'For members; null for a stranger. Error: PT400 range_invalid.';
revoke all on function public.get_task_sums(uuid, timestamptz, timestamptz, text)
  from public, anon, authenticated, service_role;
grant execute on function public.get_task_sums(uuid, timestamptz, timestamptz, text) to authenticated;
