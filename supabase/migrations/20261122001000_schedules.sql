-- Schedules: what should run when. Each enabled row has its pg_cron job, whichever way the row changes.
--
-- A row without a cron expression is an agent that runs on demand: it has no pg_cron job, and no clock judges it.
-- Locks: none on user tables. Time: milliseconds.

create table if not exists public.task_schedules (
  id uuid primary key default nightshift.time_ordered_uuid(),
  name text not null unique,
  task_type text not null,
  cron_expression text,
  time_zone text not null default 'UTC',
  target text not null,
  payload jsonb not null default '{}',
  enabled boolean not null default true,
  missed_policy text not null default 'run_once',
  missed_window interval not null default interval '24 hours',
  overlap_policy text not null default 'skip',
  timeout_ms integer not null default 5000,
  max_attempts integer not null default 3,
  max_parallel_runs integer not null default 1,
  for_each text,
  max_concurrency integer,
  max_concurrency_per_workspace integer,
  enqueue_policy text not null default 'service',
  active_since timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint task_type_is_known check (task_type = any (nightshift.task_types())),
  constraint name_is_a_slug check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  -- pg_cron replaces jobs by name, and reconcile has one.
  constraint name_is_not_reserved check (name !~ '^nightshift-'),
  constraint target_is_a_function_or_a_url check (
    target ~ '^[a-z0-9][a-z0-9_-]{0,62}(/[A-Za-z0-9._~/-]{0,200})?$' or target ~ '^https?://\S+$'),
  constraint payload_is_an_object_of_at_most_64_kb check (
    jsonb_typeof(payload) = 'object' and pg_column_size(payload) <= 65536),
  constraint missed_policy_is_known check (missed_policy in ('skip', 'run_once', 'backfill')),
  constraint missed_window_is_up_to_31_days check (missed_window between interval '1 minute' and interval '31 days'),
  constraint overlap_policy_is_known check (overlap_policy in ('skip', 'allow')),
  constraint timeout_is_from_1_to_10_seconds check (timeout_ms between 1000 and 10000),
  constraint max_attempts_is_from_1_to_10 check (max_attempts between 1 and 10),
  constraint max_parallel_runs_is_from_1_to_16 check (max_parallel_runs between 1 and 16),
  constraint for_each_is_known check (for_each in ('workspace')),
  -- Whoever is given jobs speaks our protocol, which a URL does not.
  constraint target_on_demand_is_a_function check (
    (cron_expression is not null and for_each is null) or target !~ '^https?://'),
  constraint max_concurrency_is_from_1_to_1000 check (max_concurrency between 1 and 1000),
  constraint max_concurrency_per_workspace_is_from_1_to_1000 check (max_concurrency_per_workspace between 1 and 1000),
  constraint a_schedule_of_the_database_makes_no_jobs check (for_each is null or target <> 'database'),
  constraint enqueue_policy_is_known check (enqueue_policy in ('service', 'owners', 'members'))
);

comment on table public.task_schedules is 'What runs when: a task type, a cron expression and where to send the '
  'request. Without a cron expression it is an agent that runs on demand, see enqueue_jobs.';
comment on column public.task_schedules.id is 'time-ordered UUID';
comment on column public.task_schedules.name is 'unique name, also of its pg_cron job: a-z, 0-9 and hyphens, not '
  'beginning with nightshift-';
comment on column public.task_schedules.task_type is 'task type of the rows it makes';
comment on column public.task_schedules.cron_expression is
'five fields, on the clocks of time_zone; null: it runs on demand only';
comment on column public.task_schedules.time_zone is
'a name of pg_timezone_names, such as Europe/Berlin. A local time that does not exist runs at the next minute that '
'does, one that comes twice runs once; an expression with a star as hour follows elapsed time';
comment on column public.task_schedules.target is
'an Edge Function of this project (name, or name/path), a URL, or database: work that the database does by itself';
comment on column public.task_schedules.payload is 'sent as the body, beside task_id';
comment on column public.task_schedules.enabled is 'false: paused, it has no pg_cron job';
comment on column public.task_schedules.missed_policy is
'scheduled times without a tick: skip records them, run_once runs the latest, backfill runs each, oldest first';
comment on column public.task_schedules.missed_window is 'older missed scheduled times are only recorded; at most 31 '
  'days';
comment on column public.task_schedules.overlap_policy is
'skip: a tick is cancelled while the task of another scheduled time is unfinished; allow: it runs beside it';
comment on column public.task_schedules.timeout_ms is 'how long pg_net waits for the answer, 1000 to 10000';
comment on column public.task_schedules.max_attempts is
'attempts for one scheduled time or job, 1 to 10, the first included';
comment on column public.task_schedules.max_parallel_runs is
'how many runs of a scheduled time may share a large backlog of emails, 1 to 16';
comment on column public.task_schedules.for_each is
'workspace: each scheduled time makes one job for each workspace, or for those in nightshift.agent_workspaces if the '
'agent has any there; null: one task for all';
comment on column public.task_schedules.max_concurrency is
'how many jobs of the agent may run at the same time, 1 to 1000; null: no limit';
comment on column public.task_schedules.max_concurrency_per_workspace is
'how many jobs of one workspace may run at the same time, 1 to 1000; null: no limit';
comment on column public.task_schedules.enqueue_policy is
'who may enqueue jobs for a workspace beside the service role: service (nobody), owners (its owners and admins) or '
'members (also its members)';
comment on column public.task_schedules.active_since is
'nothing was expected before this time; set when the row is made, resumed or given another expression or time zone';
comment on column public.task_schedules.created_at is 'when the row was written';
comment on column public.task_schedules.updated_at is 'when it last changed';

create table if not exists nightshift.cron_jobs (
  schedule_id uuid primary key references public.task_schedules (id) on delete cascade,
  expression text not null,
  written_at timestamptz not null
);
alter table nightshift.cron_jobs enable row level security;
comment on table nightshift.cron_jobs is 'What Nightshift wrote into pg_cron for each schedule.';
comment on column nightshift.cron_jobs.schedule_id is 'the schedule';
comment on column nightshift.cron_jobs.expression is
'the expression of its job, in UTC. In another time zone it also means minutes that are no slot';
comment on column nightshift.cron_jobs.written_at is 'when it was worked out';

create or replace function nightshift.write_cron_job(p_schedule public.task_schedules, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_expression text := nightshift.pg_cron_expression(p_schedule.cron_expression, p_schedule.time_zone, p_now);
begin
  perform cron.schedule(p_schedule.name, v_expression, format('select nightshift.dispatch(%L)', p_schedule.name));
  insert into nightshift.cron_jobs as j (schedule_id, expression, written_at)
  values (p_schedule.id, v_expression, p_now)
  on conflict (schedule_id) do update set expression = excluded.expression, written_at = excluded.written_at;
end
$$;
comment on function nightshift.write_cron_job(public.task_schedules, timestamptz) is
'Makes the pg_cron job of a schedule, or replaces the job of its name.';
revoke all on function nightshift.write_cron_job(public.task_schedules, timestamptz) from public;

create or replace function nightshift.check_schedule() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A wrong expression is rejected here and not at every tick.
  new.cron_expression := nightshift.trim_expression(new.cron_expression);
  if tg_op = 'INSERT' or new.time_zone is distinct from old.time_zone then
    new.time_zone := nightshift.check_time_zone(new.time_zone);
  end if;
  if new.cron_expression is not null then
    perform nightshift.cron_matches(new.cron_expression, clock_timestamp(), new.time_zone);
  end if;
  if new.target = 'database' and not exists (
    select from nightshift.database_types d where d.task_type = new.task_type
  ) then
    raise exception 'database_type_unknown: the database has no work for the task type "%".', new.task_type
      using errcode = 'PT422', hint = 'Types that it does: select task_type from nightshift.database_types;';
  end if;
  if tg_op = 'UPDATE'
    and (new.cron_expression is distinct from old.cron_expression or new.time_zone <> old.time_zone
      or (new.enabled and not old.enabled))
    and new.active_since = old.active_since
  then
    new.active_since := clock_timestamp();
  end if;
  new.updated_at := clock_timestamp();
  return new;
end
$$;
comment on function nightshift.check_schedule() is
'Checks the expression and the time zone before anything is stored, and sets active_since. Errors: PT422 '
'cron_expression_invalid, time_zone_unknown, database_type_unknown.';
revoke all on function nightshift.check_schedule() from public;

create or replace trigger check_schedule
before insert or update on public.task_schedules
for each row execute function nightshift.check_schedule();

create or replace function nightshift.keep_cron_job() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' and (tg_op = 'DELETE' or old.name <> new.name or not new.enabled
    or new.cron_expression is null) then
    perform cron.unschedule(j.jobid)
    from cron.job j
    where j.jobname = old.name and j.command = format('select nightshift.dispatch(%L)', old.name);
  end if;
  if tg_op <> 'DELETE' and new.enabled and new.cron_expression is not null then
    -- cron.schedule replaces a job by its name, whoever made it.
    if exists (
      select from cron.job j
      where j.jobname = new.name and j.username = current_user and j.command not like 'select nightshift.%'
    ) then
      raise exception 'cron_job_exists: there is a pg_cron job "%" that is not ours; name the schedule otherwise.',
        new.name
        using errcode = 'PT409', hint = format(
          'See it with: select * from cron.job where jobname = %L. Choose another name or, if nobody needs it, select '
          'cron.unschedule(%L).',
          new.name, new.name);
    end if;
    perform nightshift.write_cron_job(new, clock_timestamp());
  end if;
  return null;
end
$$;
comment on function nightshift.keep_cron_job() is
'Keeps the pg_cron job of a schedule in step: one of its name while it is enabled and has a cron expression, none '
'else. Error: PT409 '
'cron_job_exists.';
revoke all on function nightshift.keep_cron_job() from public;

create or replace trigger keep_cron_job
after insert or delete or update of name, cron_expression, time_zone, enabled on public.task_schedules
for each row execute function nightshift.keep_cron_job();

alter table public.task_schedules enable row level security;
revoke all on public.task_schedules from anon, authenticated, service_role;
grant select, insert, update, delete on public.task_schedules to service_role;
-- Members read when what runs, never its target or payload. The policy is in the migration of dispatches.
grant select (id, name, task_type, cron_expression, time_zone) on public.task_schedules to authenticated;
drop policy if exists "service role manages schedules" on public.task_schedules;
create policy "service role manages schedules" on public.task_schedules
  to service_role using (true) with check (true);

create or replace function nightshift.pause_all() returns integer
language sql set search_path = ''
as $$
  with paused as (update public.task_schedules s set enabled = false where s.enabled returning s.id)
  select count(*)::integer from paused
$$;
comment on function nightshift.pause_all() is
'The kill switch: pauses every schedule and returns how many. Resume: update public.task_schedules set enabled = true '
'where …';
revoke all on function nightshift.pause_all() from public;
