-- The day before now, as rows of its dispatches, runs and tasks.
-- $1: ids of workspaces, $2: faults, as in night.ts.

with faults as (
  select f.* from jsonb_to_recordset($2::text::jsonb) as f ("halfHoursAgo" integer, verdict text, status text,
    "cronSeconds" numeric, "runSeconds" numeric, "retrySeconds" numeric, "failedEmails" integer, message text)
), slots as (
  select s.id as schedule_id, gen_random_uuid() as task_id, n.number,
    date_bin('30 minutes', now(), 'epoch') - n.number * interval '30 minutes' as slot,
    coalesce(f.verdict, 'accepted') as verdict, coalesce(f.status, 'completed') as status,
    coalesce(f."cronSeconds", 0.4) * interval '1 second' as cron_after,
    coalesce(f."runSeconds", f."retrySeconds" + 1, f."cronSeconds", 1.2) * interval '1 second' as run_after,
    f."retrySeconds" * interval '1 second' as retry_after, coalesce(f."failedEmails", 0) as failed, f.message
  from public.task_schedules s
  cross join generate_series(1, 47) as n (number)
  left join faults f on f."halfHoursAgo" = n.number
  where s.name = 'continuous-intelligence'
), tasks as (
  insert into public.autonomous_tasks (id, task_type, status, triggered_by, agent_name, executed_at, completed_at,
    duration_ms, error_message)
  select l.task_id, 'continuous_intelligence_update', l.status, 'cron', 'continuous-intelligence',
    l.slot + l.run_after, l.slot + l.run_after + interval '2.6 seconds', 2600, l.message
  from slots l where l.verdict <> 'missed'
), runs as (
  insert into nightshift.run_workspaces (run_id, workspace_id, status, processed, failed, message, started_at, ended_at)
  select l.task_id, w.id::uuid, case when l.failed > 0 then 'partial_failure' else 'completed' end,
    3 + (l.number * 7 + w.place * 3) % 5, case when w.place = 1 then l.failed else 0 end,
    case when w.place = 1 then l.message end,
    l.slot + l.run_after + interval '0.3 seconds', l.slot + l.run_after + interval '2.2 seconds'
  from slots l
  cross join unnest($1::text[]) with ordinality as w (id, place)
  where l.status in ('completed', 'partial_failure') and (w.place = 1 or l.failed = 0)
)
insert into public.task_dispatches (schedule_id, slot, kind, task_id, cron_status, cron_started_at, cron_ended_at,
  dispatched_at, verdict, http_status, responded_at, retry_at)
select l.schedule_id, l.slot, case when l.verdict = 'missed' then 'missed' else 'tick' end,
  case when l.verdict <> 'missed' then l.task_id end,
  case when l.verdict <> 'missed' then 'succeeded' end,
  case when l.verdict <> 'missed' then l.slot + l.cron_after end,
  case when l.verdict <> 'missed' then l.slot + l.cron_after + interval '0.1 seconds' end,
  l.slot + l.cron_after, l.verdict,
  case l.verdict when 'accepted' then 202 when 'server_error' then 500 end,
  case l.verdict when 'accepted' then l.slot + l.run_after when 'server_error' then l.slot + interval '2 seconds' end,
  l.slot + l.retry_after
from slots l
union all
select l.schedule_id, l.slot, 'retry', l.task_id, null, null, null, l.slot + l.retry_after, 'accepted', 202,
  l.slot + l.run_after, null
from slots l
where l.retry_after is not null
