-- Pulse: how a workspace is, in one small document that a page may ask for every few seconds.
--
-- Counts end at 1,000: beyond that a person needs no exact number. Membership is checked first, then all is
-- read by index.
-- Locks: none. Time: a few milliseconds.

create or replace function nightshift.count_slot_states(p_workspace_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_object_agg(c.state, c.slots), '{}')
    from (
      select l.state, count(*) as slots
      from public.task_schedules s
      cross join lateral nightshift.list_slots(p_workspace_id, s.id, p_from, p_to) l
      where s.enabled and s.cron_expression is not null
      group by l.state
    ) c
  );
end
$$;
comment on function nightshift.count_slot_states(uuid, timestamptz, timestamptz) is
'How many slots of the enabled schedules came to which state.';
revoke all on function nightshift.count_slot_states(uuid, timestamptz, timestamptz) from public;

create or replace function nightshift.count_waiting(p_workspace_id uuid, p_most integer, p_now timestamptz)
returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return jsonb_build_object(
    'to_read', (select count(*) from (select from nightshift.email_queue q
      where q.workspace_id = p_workspace_id and q.failed_at is null limit p_most) e),
    'failed', (select count(*) from (select from nightshift.email_queue q
      where q.workspace_id = p_workspace_id and (q.failed_at is null) = false limit p_most) e),
    'to_answer', (select count(*) from (select from nightshift.answer_queue q
      where q.workspace_id = p_workspace_id and q.state = 'open' limit p_most) e)
      + (select count(*) from (select from nightshift.answer_queue q
      where q.workspace_id = p_workspace_id and q.state = 'snoozed' and q.snoozed_until <= p_now limit p_most) e),
    'urgent', (select count(*) from (select from nightshift.answer_queue q
      where q.workspace_id = p_workspace_id and q.state = 'open' and q.urgency <= 1 limit p_most) e));
end
$$;
comment on function nightshift.count_waiting(uuid, integer, timestamptz) is
'Emails of a workspace that wait: to be read, given up, to be answered, and of these high or critical.';
revoke all on function nightshift.count_waiting(uuid, integer, timestamptz) from public;

create or replace function nightshift.count_tasks(p_workspace_id uuid, p_most integer, p_since timestamptz)
returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return jsonb_build_object(
    'unfinished', (select count(*) from (select from public.autonomous_tasks t
      where t.workspace_id = p_workspace_id and t.status in ('pending', 'running') limit p_most) u),
    'failed', (select count(*) from (select from public.autonomous_tasks t
      where t.workspace_id = p_workspace_id and t.status in ('failed', 'partial_failure') and t.executed_at >= p_since
      limit p_most) f),
    'failures', coalesce((
      select jsonb_agg(jsonb_build_object('task_id', l.id, 'task_type', l.task_type, 'agent_name', l.agent_name,
        'status', l.status, 'at', to_jsonb(l.executed_at), 'message', left(l.error_message, 200))
        order by l.executed_at desc, l.id)
      from (select t.* from public.autonomous_tasks t
        where t.workspace_id = p_workspace_id and t.status in ('failed', 'partial_failure') and t.executed_at >= p_since
        order by t.executed_at desc, t.id limit 5) l), '[]'));
end
$$;
comment on function nightshift.count_tasks(uuid, integer, timestamptz) is
'Tasks of a workspace: unfinished ones, those that failed since a time, and the latest five of these.';
revoke all on function nightshift.count_tasks(uuid, integer, timestamptz) from public;

create or replace function public.get_pulse(p_workspace_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_most constant integer := 1000;
  v_now timestamptz := now();
  v_role text;
  v_pulse jsonb;
begin
  select m.role into v_role
  from public.workspace_members m where m.workspace_id = p_workspace_id and m.user_id = auth.uid();
  if v_role is null then
    return null;
  end if;
  v_pulse := jsonb_build_object('as_of', to_jsonb(v_now), 'role', v_role,
    'runner', nightshift.health('continuous-intelligence', v_now) - 'checked_at',
    'slots', nightshift.count_slot_states(p_workspace_id, v_now - interval '24 hours', v_now),
    'emails', nightshift.count_waiting(p_workspace_id, c_most, v_now),
    'tasks', nightshift.count_tasks(p_workspace_id, c_most, v_now - interval '24 hours'),
    'budgets', public.get_budget_status(p_workspace_id),
    'is_active', nightshift.is_active(p_workspace_id, v_now));
  return v_pulse || jsonb_build_object('marks', nightshift.pulse_marks(p_workspace_id, v_pulse));
end
$$;
comment on function public.get_pulse(uuid) is
'How a workspace is: {as_of, role, runner, slots of 24 hours by state, emails that wait, tasks, budgets, is_active: '
'something runs, marks: {tasks, slots, emails, money}, which change when those have}. Counts end at 1000. Null for a '
'stranger.';
revoke all on function public.get_pulse(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_pulse(uuid) to authenticated;
