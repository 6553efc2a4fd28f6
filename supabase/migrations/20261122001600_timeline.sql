-- Timeline: one row for each dispatch, from the expected minute to the end of the work; and the health.
--
-- Locks: none. Time: milliseconds.

create or replace view public.task_timeline with (security_invoker = true) as
select
  s.name as schedule,
  s.task_type,
  d.slot as expected_at,
  d.kind,
  d.seq,
  d.dispatched_at,
  d.responded_at,
  d.http_status,
  d.verdict as request_verdict,
  d.task_id,
  root.status as task_status,
  root.executed_at as started_at,
  coalesce(root.completed_at, children.completed_at) as completed_at,
  children.total as workspace_tasks,
  children.unfinished as unfinished_workspace_tasks,
  case
    when coalesce(root.status, children.status) in ('completed', 'partial_failure', 'failed') then coalesce(root.status, children.status)
    when d.verdict not in ('sent', 'accepted') then d.verdict
    else coalesce(root.status, children.status, d.verdict)
  end as verdict,
  root.error_message as explanation,
  round(extract(epoch from coalesce(root.executed_at, d.dispatched_at) - d.slot)::numeric, 3) as seconds_late
from public.task_dispatches d
join public.task_schedules s on s.id = d.schedule_id
left join public.autonomous_tasks root on root.id = d.task_id
left join lateral (
  select
    count(*) as total,
    count(*) filter (where c.status = 'running') as unfinished,
    max(c.completed_at) as completed_at,
    case
      when bool_or(c.status = 'running') then 'running'
      when bool_or(c.status in ('failed', 'partial_failure')) then 'partial_failure'
      when count(*) > 0 then 'completed'
    end as status
  from public.autonomous_tasks c
  where c.input_data ->> 'run_id' = d.task_id::text
) children on true;

comment on view public.task_timeline is
'What was expected when and what became of it: one row for each dispatch of a slot. Runs with the caller''s rights: members see the dispatches behind their own workspaces'' tasks, with these tasks only.';
comment on column public.task_timeline.schedule is 'name of the schedule';
comment on column public.task_timeline.task_type is 'its task type';
comment on column public.task_timeline.expected_at is 'the slot';
comment on column public.task_timeline.kind is 'tick, missed, retry, continuation, parallel or manual';
comment on column public.task_timeline.seq is 'counts dispatches of one kind in the slot';
comment on column public.task_timeline.dispatched_at is 'when the request was handed to pg_net';
comment on column public.task_timeline.responded_at is 'when the answer was recorded';
comment on column public.task_timeline.http_status is 'its status';
comment on column public.task_timeline.request_verdict is 'what became of this request: accepted, or why not';
comment on column public.task_timeline.task_id is 'the root task';
comment on column public.task_timeline.task_status is 'its status; null for members, who do not see system rows';
comment on column public.task_timeline.started_at is 'when it started';
comment on column public.task_timeline.completed_at is 'when it, or the last of the visible workspace tasks, ended';
comment on column public.task_timeline.workspace_tasks is 'workspace tasks of the run that the caller may see';
comment on column public.task_timeline.unfinished_workspace_tasks is 'how many of them are unfinished';
comment on column public.task_timeline.verdict is
'completed, partial_failure, failed, running, pending or cancelled as the task says; otherwise why its request did not get there. Never null';
comment on column public.task_timeline.explanation is 'what went wrong and what to do, as the root task says';
comment on column public.task_timeline.seconds_late is 'from the slot to the start of the work, or to the dispatch while there is none';

revoke all on public.task_timeline from anon, authenticated, service_role;
grant select on public.task_timeline to authenticated, service_role;

create or replace function nightshift.health(p_schedule text, p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  c_grace constant interval := interval '3 minutes';
  c_failures_in_a_row constant integer := 3;
  v_schedule public.task_schedules;
  v_slot timestamptz;
  v_latest timestamptz;
  v_ended text[];
begin
  if to_regclass('public.autonomous_tasks') is null then
    return jsonb_build_object('status', 'unknown', 'reason', 'not installed', 'checked_at', p_now);
  end if;
  select * into v_schedule from public.task_schedules s where s.name = p_schedule;
  if v_schedule.id is null or not v_schedule.enabled then
    return jsonb_build_object('status', 'unknown', 'reason', 'paused or not scheduled', 'checked_at', p_now);
  end if;
  v_slot := nightshift.latest_slot(v_schedule.cron_expression, p_now - c_grace);
  select max(d.slot) into v_latest from public.task_dispatches d where d.schedule_id = v_schedule.id and d.kind in ('tick', 'missed');
  select array_agg(e.status) into v_ended
  from (
    select t.status
    from public.task_dispatches d
    join public.autonomous_tasks t on t.id = d.task_id
    where d.schedule_id = v_schedule.id and d.kind in ('tick', 'missed') and t.status in ('completed', 'failed', 'partial_failure')
    order by d.slot desc
    limit c_failures_in_a_row
  ) e;
  return jsonb_build_object(
    'status', case
      when v_slot > v_schedule.active_since and (v_latest is null or v_latest < v_slot) then 'late'
      when v_ended is null then 'unknown'
      when array_remove(v_ended, 'failed') = '{}' and cardinality(v_ended) = c_failures_in_a_row then 'failing'
      else 'ok'
    end,
    'expected_slot', v_slot,
    'latest_slot', v_latest,
    'next_slot', nightshift.next_slot(v_schedule.cron_expression, p_now),
    'checked_at', p_now
  );
end
$$;
comment on function nightshift.health(text, timestamptz) is
'For an outside monitor, computed from the clock: ok; late: a slot passed 3 minutes ago without a dispatch; failing: the latest 3 ended failed; unknown: paused, not installed or never run. No tenant data.';
revoke all on function nightshift.health(text, timestamptz) from public;
