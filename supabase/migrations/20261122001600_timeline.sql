-- Timeline: one row for each dispatch, from the scheduled time to the end of the work.
--
-- It runs with the rights of the caller. Members see every scheduled time, and of the work only what was
-- done for their own workspaces: the machinery's own table says that, so no task row is compared.
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
    when coalesce(root.status, children.status) in ('completed', 'partial_failure', 'failed')
      then coalesce(root.status, children.status)
    when d.verdict not in ('sent', 'accepted') then d.verdict
    else coalesce(root.status, children.status, d.verdict)
  end as verdict,
  root.error_message as explanation,
  round(extract(epoch from coalesce(root.executed_at, d.dispatched_at)
    -- Only what belongs to a scheduled time can be late for it.
    - case when d.kind in ('tick', 'missed', 'retry') then d.slot else d.dispatched_at end)::numeric, 3) as seconds_late
from public.task_dispatches d
join public.task_schedules s on s.id = d.schedule_id
left join public.autonomous_tasks root on root.id = d.task_id
left join lateral (
  select
    count(*) as total,
    count(*) filter (where w.status = 'running') as unfinished,
    max(w.ended_at) as completed_at,
    case
      when bool_or(w.status = 'running') then 'running'
      when bool_or(w.status <> 'completed') then 'partial_failure'
      when count(*) > 0 then 'completed'
    end as status
  from nightshift.run_workspaces w
  where w.run_id = d.task_id
) children on true;

comment on view public.task_timeline is
'What was expected when and what became of it: one row for each dispatch. Runs with the caller''s rights: members see '
'every scheduled time and the further runs that touched their workspaces, with the work of their own workspaces only.';
comment on column public.task_timeline.schedule is 'name of the schedule';
comment on column public.task_timeline.task_type is 'its task type';
comment on column public.task_timeline.expected_at is 'the scheduled time';
comment on column public.task_timeline.kind is 'tick, missed, retry, continuation, parallel, manual, early or wake';
comment on column public.task_timeline.seq is 'counts dispatches of one kind for one scheduled time';
comment on column public.task_timeline.dispatched_at is 'when the request was handed to pg_net';
comment on column public.task_timeline.responded_at is 'when the answer was recorded';
comment on column public.task_timeline.http_status is 'its status';
comment on column public.task_timeline.request_verdict is 'what became of this request: accepted, or why not';
comment on column public.task_timeline.task_id is 'the system row';
comment on column public.task_timeline.task_status is 'its status; null for members, who do not see system rows';
comment on column public.task_timeline.started_at is 'when it started';
comment on column public.task_timeline.completed_at is 'when it ended, or the last of the workspaces that the caller '
  'may see';
comment on column public.task_timeline.workspace_tasks is 'workspaces of the run that the caller may see';
comment on column public.task_timeline.unfinished_workspace_tasks is 'how many of them are unfinished';
comment on column public.task_timeline.verdict is
'completed, partial_failure, failed, running, pending or cancelled as the task says; otherwise why its request did not '
'get there. Never null';
comment on column public.task_timeline.explanation is 'what went wrong and what to do, as the system row says';
comment on column public.task_timeline.seconds_late is
'from the scheduled time to the start of the work, or to the dispatch while there is none. Runs by hand and further '
'runs count from their own dispatch';

revoke all on public.task_timeline from anon, authenticated, service_role;
grant select on public.task_timeline to authenticated, service_role;
