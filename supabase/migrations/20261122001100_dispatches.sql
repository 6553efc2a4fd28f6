-- Dispatches: every attempt to start work, with copies of what pg_cron and pg_net knew about it.
--
-- The tables of pg_cron and pg_net are unlogged, short-lived or hidden by row level security. Ours last.
-- Locks: none on user tables. Time: milliseconds.

create table if not exists public.task_dispatches (
  id uuid primary key default nightshift.time_ordered_uuid(),
  schedule_id uuid not null references public.task_schedules (id) on delete cascade,
  slot timestamptz not null,
  kind text not null,
  seq integer not null default 0,
  task_id uuid,
  dispatched_at timestamptz not null default now(),
  cron_run_id bigint,
  cron_status text,
  cron_started_at timestamptz,
  cron_ended_at timestamptz,
  request_id bigint,
  timeout_ms integer,
  http_status integer,
  responded_at timestamptz,
  verdict text not null default 'sent',
  detail text,
  retry_at timestamptz,
  constraint task_dispatches_happen_once unique (schedule_id, slot, kind, seq),
  constraint kind_is_known check (kind in ('tick', 'retry', 'continuation', 'parallel', 'manual', 'missed', 'early',
    'wake')),
  constraint seq_is_not_negative check (seq >= 0),
  constraint verdict_is_known check (verdict in (
    'sent', 'accepted', 'not_configured', 'not_sent', 'skipped', 'missed', 'refused', 'server_error', 'resource_limit',
    'timed_out', 'unreachable', 'lost', 'ignored', 'stalled'
  ))
);
create unique index if not exists task_dispatches_slot_idx
on public.task_dispatches (schedule_id, slot) where kind in ('tick', 'missed');
create index if not exists task_dispatches_request_idx on public.task_dispatches (request_id)
  where request_id is not null;
create index if not exists task_dispatches_latest_idx on public.task_dispatches (slot desc, dispatched_at desc);
create index if not exists task_dispatches_task_idx on public.task_dispatches (task_id);
create index if not exists task_dispatches_open_idx on public.task_dispatches (dispatched_at) where verdict = 'sent';
create index if not exists task_dispatches_retry_idx on public.task_dispatches (retry_at) where retry_at is not null;

comment on table public.task_dispatches is
'Every attempt to start work: at most one pg_net request a row. A scheduled time has one system row, and its retries '
'share it.';
comment on column public.task_dispatches.id is 'time-ordered UUID';
comment on column public.task_dispatches.schedule_id is 'the schedule';
comment on column public.task_dispatches.slot is 'the scheduled time that it belongs to';
comment on column public.task_dispatches.kind is
'tick: pg_cron came; missed: found afterwards; retry: again, for the same task; continuation, parallel: a further run '
'for the same slot; manual: by hand; early: made while the clock was ahead, so the slot was dispatched again; '
'wake: jobs wait for the agent';
comment on column public.task_dispatches.seq is 'counts dispatches of one kind for one slot, from 0';
comment on column public.task_dispatches.task_id is 'the system row in autonomous_tasks that tells how it went';
comment on column public.task_dispatches.dispatched_at is 'when';
comment on column public.task_dispatches.cron_run_id is 'runid of the tick in cron.job_run_details, where known';
comment on column public.task_dispatches.cron_status is 'status that pg_cron gave it: succeeded means that this row '
  'was written, no more';
comment on column public.task_dispatches.cron_started_at is 'when pg_cron began the tick';
comment on column public.task_dispatches.cron_ended_at is 'when pg_cron ended it';
comment on column public.task_dispatches.request_id is 'id of the pg_net request; null when none was sent';
comment on column public.task_dispatches.timeout_ms is 'how long pg_net was to wait';
comment on column public.task_dispatches.http_status is 'status of the answer; null when there was none';
comment on column public.task_dispatches.responded_at is 'when pg_net recorded the answer or its failure';
comment on column public.task_dispatches.verdict is
'sent: no answer yet; accepted: answered 2xx, or its task was seen to run; anything else: why not';
comment on column public.task_dispatches.detail is 'the verdict in words';
comment on column public.task_dispatches.retry_at is 'when it will be tried again; null when that was done or will '
  'never be';

-- In place of foreign keys to autonomous_tasks: only system rows are referred to, and a key would look
-- for references to each of a million rows when a workspace is deleted.
create or replace function nightshift.forget_task() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.task_dispatches d where d.task_id = old.id;
  delete from nightshift.run_leases l where l.run_id = old.id;
  delete from nightshift.run_workspaces w where w.run_id = old.id;
  delete from nightshift.jobs j where j.task_id = old.id;
  return null;
end
$$;
comment on function nightshift.forget_task() is 'Deletes the dispatches, the lease, the workspaces and the job of a '
  'run with its system row.';
revoke all on function nightshift.forget_task() from public;

create or replace trigger forget_task
after delete on public.autonomous_tasks
for each row when (old.workspace_id is null)
execute function nightshift.forget_task();

-- After the log was dropped and made again.
delete from public.task_dispatches d
where d.task_id is not null and not exists (select from public.autonomous_tasks t where t.id = d.task_id);
delete from nightshift.run_leases l
where not exists (select from public.autonomous_tasks t where t.id = l.run_id);
delete from nightshift.run_workspaces w
where not exists (select from public.autonomous_tasks t where t.id = w.run_id);

alter table public.task_dispatches enable row level security;
revoke all on public.task_dispatches from anon, authenticated, service_role;
grant select on public.task_dispatches to service_role;
grant select (id, schedule_id, slot, kind, seq, task_id, dispatched_at, responded_at, verdict, http_status)
on public.task_dispatches to authenticated;
drop policy if exists "service role reads dispatches" on public.task_dispatches;
create policy "service role reads dispatches" on public.task_dispatches for select to service_role using (true);
-- Each sub-select that does not depend on the row runs once. The last one goes by the primary key, and
-- only for dispatches that are no scheduled time by themselves: its offset keeps the planner from reading all
-- runs of the caller beforehand.
drop policy if exists "members see scheduled times and the runs of their workspaces" on public.task_dispatches;
create policy "members see scheduled times and the runs of their workspaces" on public.task_dispatches
  for select to authenticated
  using (exists (select from nightshift.my_workspaces()) and (
    kind in ('tick', 'missed')
      or exists (select from nightshift.run_workspaces w where w.run_id = task_dispatches.task_id offset 0)));
drop policy if exists "members see the schedules" on public.task_schedules;
create policy "members see the schedules" on public.task_schedules
  for select to authenticated using (exists (select from nightshift.my_workspaces()));
