-- Schedule and member reads: what runs when and how punctually, and who belongs to a workspace.
--
-- As with all reads of the dashboard, membership is checked first, a stranger gets the same as if there were nothing,
-- and the answer is one document of at most 64 kB.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.next_slots(p_expression text, p_after timestamptz, p_count integer,
  p_time_zone text default 'UTC')
returns timestamptz[]
language plpgsql immutable set search_path = ''
as $$
declare
  v_window interval;
  v_slots timestamptz[];
begin
  -- Few windows are looked at, and only a rare expression needs the longest.
  foreach v_window in array array[interval '1 hour', interval '2 days', interval '31 days', interval '366 days'] loop
    v_slots := array(
      select s.slot
      from nightshift.cron_slots(p_expression, p_after, p_after + v_window, p_time_zone) as s (slot)
      where s.slot > p_after
      order by s.slot
      limit p_count);
    exit when cardinality(v_slots) >= p_count;
  end loop;
  return v_slots;
end
$$;
comment on function nightshift.next_slots(text, timestamptz, integer, text) is
'The next p_count scheduled times of an expression after a time, ascending; fewer where a year has fewer. Errors: '
'PT422 cron_expression_invalid, time_zone_unknown.';
revoke all on function nightshift.next_slots(text, timestamptz, integer, text)
from public, anon, authenticated, service_role;

create or replace function nightshift.measure_lateness(p_schedule_id uuid, p_from timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('slots', count(*), 'missed', count(*) filter (where l.is_missed),
    'median', percentile_disc(0.5) within group (order by l.seconds) filter (where not l.is_missed),
    'p95', percentile_disc(0.95) within group (order by l.seconds) filter (where not l.is_missed),
    'worst', max(l.seconds) filter (where not l.is_missed))
  from (
    select d.kind = 'missed' and d.verdict = 'missed' as is_missed,
      round(extract(epoch from coalesce(t.executed_at, d.dispatched_at) - d.slot), 3) as seconds
    from public.task_dispatches d
    left join public.autonomous_tasks t on t.id = d.task_id
    where d.schedule_id = p_schedule_id and d.slot >= p_from and d.kind in ('tick', 'missed')
  ) l
$$;
comment on function nightshift.measure_lateness(uuid, timestamptz) is
'How punctual a schedule was since a time: {slots, missed, median, p95, worst}, the last three in seconds from the '
'scheduled time to the begin of the work.';
revoke all on function nightshift.measure_lateness(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_schedule(p_schedule public.task_schedules, p_now timestamptz)
returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('name', p_schedule.name, 'task_type', p_schedule.task_type,
    'cron_expression', p_schedule.cron_expression, 'time_zone', p_schedule.time_zone, 'enabled', p_schedule.enabled,
    'job', nightshift.job_state(p_schedule), 'active_since', to_jsonb(p_schedule.active_since),
    'missed_policy', p_schedule.missed_policy,
    'missed_window_seconds', extract(epoch from p_schedule.missed_window),
    'overlap_policy', p_schedule.overlap_policy, 'max_attempts', p_schedule.max_attempts,
    'max_parallel_runs', p_schedule.max_parallel_runs,
    'next', case when p_schedule.enabled
      then to_jsonb(nightshift.next_slots(p_schedule.cron_expression, p_now, 3, p_schedule.time_zone)) else '[]' end,
    'late', nightshift.measure_lateness(p_schedule.id, p_now - interval '7 days'))
$$;
comment on function nightshift.describe_schedule(public.task_schedules, timestamptz) is
'A schedule with its next three times, its policies and how punctual it was for 7 days. Its target and payload are '
'left out.';
revoke all on function nightshift.describe_schedule(public.task_schedules, timestamptz)
from public, anon, authenticated, service_role;

create or replace function nightshift.describe_agent(p_schedule public.task_schedules, p_workspace_id uuid)
returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('name', p_schedule.name, 'task_type', p_schedule.task_type, 'enabled', p_schedule.enabled,
    'cron_expression', p_schedule.cron_expression, 'enqueue_policy', p_schedule.enqueue_policy,
    'max_concurrency', p_schedule.max_concurrency,
    'max_concurrency_per_workspace', p_schedule.max_concurrency_per_workspace,
    -- One after the other, so that each uses the index of its state.
    'waiting', (select count(*) from (select from nightshift.jobs j
        where j.schedule_id = p_schedule.id and j.lane = p_workspace_id and j.state = 'ready' limit 1000) r)
      + (select count(*) from (select from nightshift.jobs j
        where j.schedule_id = p_schedule.id and j.lane = p_workspace_id and j.state = 'later' limit 1000) l),
    'running', (select count(*) from (select from nightshift.jobs j
      where j.schedule_id = p_schedule.id and j.lane = p_workspace_id and j.state = 'running' limit 1000) r))
$$;
comment on function nightshift.describe_agent(public.task_schedules, uuid) is
'An agent with its jobs of a workspace: how many wait and run, each count up to 1000.';
revoke all on function nightshift.describe_agent(public.task_schedules, uuid)
from public, anon, authenticated, service_role;

create or replace function nightshift.describe_watches(p_workspace_id uuid, p_most integer) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(to_jsonb(f) order by f.problem_since, f.deadline, f.agent_name), '[]')
  from (
    select w.id as watch_id, left(w.agent_name, 100) as agent_name, w.task_type, w.cron_expression, w.time_zone,
      extract(epoch from w.expected_every) as expected_every_seconds, extract(epoch from w.grace) as grace_seconds,
      extract(epoch from w.max_runtime) as max_runtime_seconds, w.enabled,
      s.problem, to_jsonb(s.problem_since) as problem_since, to_jsonb(s.expected_at) as expected_at,
      to_jsonb(case when w.enabled then s.expected_at + w.grace end) as deadline,
      to_jsonb(s.open_since) as running_since, to_jsonb(s.last_ended_at) as last_ended_at, s.last_status
    from public.job_watches w
    left join nightshift.watch_states s on s.watch_id = w.id
    where w.workspace_id = p_workspace_id
    order by s.problem_since, s.expected_at, w.id
    limit p_most
  ) f
$$;
comment on function nightshift.describe_watches(uuid, integer) is
'The watched jobs of a workspace, problems first, each with its deadline: the time at which it is missed.';
revoke all on function nightshift.describe_watches(uuid, integer) from public, anon, authenticated, service_role;

create or replace function public.list_schedules(p_workspace_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_most_schedules constant integer := 40;
  c_most_watches constant integer := 50;
  v_now constant timestamptz := now();
begin
  if (p_workspace_id in (select nightshift.my_workspaces())) is not true then
    return null;
  end if;
  return jsonb_build_object('as_of', to_jsonb(v_now),
    'schedules', (
      select coalesce(jsonb_agg(nightshift.describe_schedule(s, v_now) order by s.name), '[]')
      from (select c.* from public.task_schedules c where c.cron_expression is not null
        order by c.enabled desc, c.name limit c_most_schedules) s),
    'agents', (
      select coalesce(jsonb_agg(nightshift.describe_agent(s, p_workspace_id) order by s.name), '[]')
      from (select c.* from public.task_schedules c where c.cron_expression is null or c.for_each is not null
        order by c.enabled desc, c.name limit c_most_schedules) s),
    'watches', nightshift.describe_watches(p_workspace_id, c_most_watches));
end
$$;
comment on function public.list_schedules(uuid) is
'What runs when: {as_of, schedules, agents, watches}. Up to 40 schedules with their next three times, policies and '
'lateness of 7 days; up to 40 agents that work on demand or for each workspace, with their jobs of the workspace; up '
'to 50 watched jobs with their deadlines. For members; null for a stranger.';
revoke all on function public.list_schedules(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_schedules(uuid) to authenticated;

create or replace function public.list_members(p_workspace_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_most constant integer := 200;
  v_user_id constant uuid := (select auth.uid());
  v_role text;
begin
  select m.role into v_role
  from public.workspace_members m where m.workspace_id = p_workspace_id and m.user_id = v_user_id;
  if v_role is null then
    return null;
  end if;
  return jsonb_build_object('as_of', to_jsonb(now()), 'role', v_role, 'user_id', v_user_id,
    'owners', (select count(*) from public.workspace_members m
      where m.workspace_id = p_workspace_id and m.role = 'owner'),
    'count', (select count(*) from public.workspace_members m where m.workspace_id = p_workspace_id),
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object('user_id', f.user_id, 'role', f.role,
          'since', to_jsonb(f) -> 'created_at',
          -- Addresses are for those who manage members, and everybody sees their own.
          'email', (select left(u.email, 254) from auth.users u
            where u.id = f.user_id and (v_role in ('owner', 'admin') or u.id = v_user_id)))
        order by f.place, f.user_id), '[]')
      from (
        select m.*, array_position(array['owner', 'admin', 'member', 'viewer'], m.role) as place
        from public.workspace_members m
        where m.workspace_id = p_workspace_id
        order by place, m.user_id
        limit c_most
      ) f));
end
$$;
comment on function public.list_members(uuid) is
'Who belongs to a workspace: {as_of, role and user_id of the caller, owners, count, members: [{user_id, role, since, '
'email}]}, up to 200. Owners and admins see the addresses, others their own only. Null for a stranger.';
revoke all on function public.list_members(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_members(uuid) to authenticated;

create or replace function public.add_member(p_workspace_id uuid, p_email text, p_role text default 'member')
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_user_id uuid;
begin
  -- Of this workspace only: whether an address has an account elsewhere is told to nobody.
  select m.user_id into v_user_id
  from public.workspace_members m
  join auth.users u on u.id = m.user_id
  where m.workspace_id = p_workspace_id and nightshift.can_manage(p_workspace_id, p_role)
    and lower(u.email) = lower(btrim(p_email));
  if v_user_id is not null then
    return jsonb_build_object('outcome', 'is_member', 'user_id', v_user_id);
  end if;
  return jsonb_build_object('outcome', 'invited')
    || public.invite_member(p_workspace_id, p_email, p_role);
end
$$;
comment on function public.add_member(uuid, text, text) is
'Adds somebody to a workspace by email address. Nobody becomes a member without agreeing: it returns {outcome: '
'invited, id, expires_at}, see invite_member, or {outcome: is_member, user_id}, which changes nothing. For owners, '
'admins (not as owner) and the service role. Errors: those of invite_member.';
revoke all on function public.add_member(uuid, text, text) from public, anon, authenticated, service_role;
grant execute on function public.add_member(uuid, text, text) to authenticated, service_role;

create or replace function public.change_member(p_workspace_id uuid, p_user_id uuid, p_role text) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_member jsonb;
begin
  -- With the rights of the caller: the policies of the table decide.
  if p_role is null then
    delete from public.workspace_members m
    where m.workspace_id = p_workspace_id and m.user_id = p_user_id
    returning jsonb_build_object('outcome', 'removed', 'user_id', m.user_id) into v_member;
  else
    update public.workspace_members m set role = p_role
    where m.workspace_id = p_workspace_id and m.user_id = p_user_id
    returning jsonb_build_object('outcome', 'changed', 'user_id', m.user_id, 'role', m.role) into v_member;
  end if;
  if v_member is null then
    raise insufficient_privilege;
  end if;
  return v_member;
exception
  when insufficient_privilege then
    raise exception 'workspace_not_managed: there is no such member, or you may not change or remove them.'
      using errcode = 'PT403';
  when check_violation then
    raise exception 'member_role_invalid: a role is owner, admin, member or viewer.' using errcode = 'PT400';
end
$$;
comment on function public.change_member(uuid, uuid, text) is
'Gives a member another role, or with null removes them; everybody may remove themselves. Returns {outcome: changed or '
'removed, user_id, role}. Owners change all, admins all but owners. Errors: PT403 workspace_not_managed, PT400 '
'member_role_invalid, PT409 workspace_needs_owner.';
revoke all on function public.change_member(uuid, uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.change_member(uuid, uuid, text) to authenticated, service_role;
