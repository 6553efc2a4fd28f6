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

create or replace function nightshift.sum_buckets(p_workspace_id uuid, p_from timestamptz, p_to timestamptz,
  p_task_type text, p_width interval)
returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('at', to_jsonb(b.at), 'statuses', b.statuses, 'cost_usd', b.cost_usd)
    order by b.at), '[]')
  from (
    select s.at, jsonb_object_agg(s.status, s.tasks) filter (where s.tasks <> 0) as statuses,
      sum(s.cost_usd) as cost_usd
    from (
      select date_bin(p_width, h.hour, '2000-01-01Z') as at, h.status, sum(h.tasks) as tasks,
        sum(h.cost_usd) as cost_usd
      from nightshift.task_hours_now h
      where h.workspace_id = p_workspace_id and h.hour >= p_from and h.hour < p_to
        and (p_task_type is null or h.task_type = p_task_type)
      group by 1, 2
    ) s
    group by s.at
  ) b
  where b.statuses is not null
$$;
comment on function nightshift.sum_buckets(uuid, timestamptz, timestamptz, text, interval) is
'Tasks by hour or day (p_width) and status: [{at, statuses: {status: tasks}, cost_usd}], without empty ones.';
revoke all on function nightshift.sum_buckets(uuid, timestamptz, timestamptz, text, interval)
  from public, anon, authenticated, service_role;

create or replace function nightshift.sum_types(p_workspace_id uuid, p_from timestamptz, p_to timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  with found as materialized (
    select h.task_type, h.status, h.duration_class, sum(h.tasks) as tasks, sum(h.cost_usd) as cost_usd
    from nightshift.task_hours_now h
    where h.workspace_id = p_workspace_id and h.hour >= p_from and h.hour < p_to
    group by 1, 2, 3
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
  select coalesce(jsonb_agg(jsonb_build_object('task_type', d.task_type, 'tasks', d.tasks,
      'completed', coalesce(d.completed, 0), 'failed', coalesce(d.failed, 0), 'cost_usd', d.cost_usd,
      'median_ms', nightshift.class_duration(t.median), 'p95_ms', nightshift.class_duration(t.p95))
    order by d.tasks desc, d.task_type), '[]')
  from typed d
  left join typical t on t.task_type = d.task_type
  where d.tasks > 0
$$;
comment on function nightshift.sum_types(uuid, timestamptz, timestamptz) is
'Tasks by type: [{task_type, tasks, completed, failed, cost_usd, median_ms, p95_ms}], most first. Durations are known '
'to a fifth, and null where none has ended.';
revoke all on function nightshift.sum_types(uuid, timestamptz, timestamptz)
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
  v_from constant timestamptz := date_bin('1 hour', p_from, '2000-01-01Z');
  v_width constant interval := case when nightshift.is_range(p_from, p_to, c_most_hours) then '1 hour' else '24 hours'
    end;
begin
  if not nightshift.is_range(p_from, p_to, c_longest) then
    raise exception 'range_invalid: p_to must be after p_from, and at most 190 days.' using errcode = 'PT400';
  elsif (p_workspace_id in (select nightshift.my_workspaces())) is not true then
    return null;
  end if;
  return jsonb_build_object('as_of', to_jsonb(now()), 'from', to_jsonb(v_from), 'to', to_jsonb(p_to),
    'width', case v_width when '1 hour' then 'hour' else 'day' end,
    'counted_from', case when nightshift.counted_from() > v_from then to_jsonb(nightshift.counted_from()) end,
    'buckets', nightshift.sum_buckets(p_workspace_id, v_from, p_to, p_task_type, v_width),
    'types', nightshift.sum_types(p_workspace_id, v_from, p_to),
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
'log is still being counted; else null. Hours are whole. Buckets are of one type with p_task_type. At most 190 days. '
'For members; null for a stranger. Error: PT400 range_invalid.';
revoke all on function public.get_task_sums(uuid, timestamptz, timestamptz, text)
  from public, anon, authenticated, service_role;
grant execute on function public.get_task_sums(uuid, timestamptz, timestamptz, text) to authenticated;
