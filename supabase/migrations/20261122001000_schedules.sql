-- Schedules and dispatches: what should run when, and every attempt to start it.
--
-- Locks: none on user tables. Time: milliseconds.

create table if not exists public.task_schedules (
  id uuid primary key default nightshift.time_ordered_uuid(),
  name text not null unique,
  task_type text not null,
  cron_expression text not null,
  target text not null,
  payload jsonb not null default '{}',
  enabled boolean not null default true,
  overlap_policy text not null default 'skip',
  timeout_ms integer not null default 5000,
  created_at timestamptz not null default now(),
  constraint name_is_a_slug check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  constraint target_is_a_function_or_a_url check (target ~ '^[a-z0-9][a-z0-9-]{0,62}$' or target ~ '^https?://\S+$'),
  constraint payload_is_an_object check (jsonb_typeof(payload) = 'object'),
  constraint overlap_policy_is_known check (overlap_policy in ('skip', 'allow')),
  constraint timeout_is_from_1_to_10_seconds check (timeout_ms between 1000 and 10000)
);

comment on table public.task_schedules is 'What runs when: a task type, a cron expression and where to send the request.';
comment on column public.task_schedules.id is 'time-ordered UUID';
comment on column public.task_schedules.name is 'unique name, also of its pg_cron job: a-z, 0-9 and hyphens';
comment on column public.task_schedules.task_type is 'task type of the rows it makes';
comment on column public.task_schedules.cron_expression is 'five fields, in UTC';
comment on column public.task_schedules.target is 'name of an Edge Function of this project, or a URL';
comment on column public.task_schedules.payload is 'sent as the body, beside task_id';
comment on column public.task_schedules.enabled is 'false: its ticks do nothing';
comment on column public.task_schedules.overlap_policy is
'skip: a tick is cancelled while the task of an earlier one is unfinished; allow: it runs beside it';
comment on column public.task_schedules.timeout_ms is 'how long pg_net waits for the answer, 1000 to 10000';
comment on column public.task_schedules.created_at is 'when the row was written';

create table if not exists public.task_dispatches (
  id uuid primary key default nightshift.time_ordered_uuid(),
  schedule_id uuid not null references public.task_schedules (id) on delete cascade,
  slot timestamptz not null,
  kind text not null,
  seq integer not null default 0,
  task_id uuid,
  request_id bigint,
  dispatched_at timestamptz not null default now(),
  constraint task_dispatches_happen_once unique (schedule_id, slot, kind, seq),
  constraint kind_is_known check (kind in ('tick', 'retry', 'continuation', 'parallel', 'manual')),
  constraint seq_is_not_negative check (seq >= 0)
);
create index if not exists task_dispatches_task_idx on public.task_dispatches (task_id);

comment on table public.task_dispatches is 'Every attempt to start work over pg_net: one row for each request, at most.';
comment on column public.task_dispatches.id is 'time-ordered UUID';
comment on column public.task_dispatches.schedule_id is 'the schedule';
comment on column public.task_dispatches.slot is 'the expected tick that it belongs to';
comment on column public.task_dispatches.kind is 'tick, retry, continuation, parallel or manual';
comment on column public.task_dispatches.seq is 'counts dispatches of one kind in one slot, from 0';
comment on column public.task_dispatches.task_id is 'the system row in autonomous_tasks that tells how it went';
comment on column public.task_dispatches.request_id is 'id of the pg_net request; null when none was sent';
comment on column public.task_dispatches.dispatched_at is 'when';

-- Apart from the table, so that it comes back after the log was dropped and made again.
do $$
begin
  if not exists (
    select from pg_catalog.pg_constraint
    where conrelid = 'public.task_dispatches'::regclass and conname = 'task_dispatches_task_id_fkey'
  ) then
    update public.task_dispatches d
    set task_id = null
    where not exists (select from public.autonomous_tasks t where t.id = d.task_id);
    alter table public.task_dispatches add constraint task_dispatches_task_id_fkey
      foreign key (task_id) references public.autonomous_tasks (id) on delete set null;
  end if;
end
$$;

alter table public.task_schedules enable row level security;
alter table public.task_dispatches enable row level security;
revoke all on public.task_schedules, public.task_dispatches from anon, authenticated, service_role;
grant select on public.task_schedules, public.task_dispatches to service_role;
drop policy if exists "service role reads schedules" on public.task_schedules;
create policy "service role reads schedules" on public.task_schedules for select to service_role using (true);
drop policy if exists "service role reads dispatches" on public.task_dispatches;
create policy "service role reads dispatches" on public.task_dispatches for select to service_role using (true);
