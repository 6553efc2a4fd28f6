-- Job watches: jobs of other systems that are expected to report, and what is known about each.
--
-- Owners and admins say what they expect in public.job_watches. What happened is in nightshift.watch_states, which
-- only reconcile writes: whatever a member logs reaches it as a line in nightshift.watch_reports, so nobody waits for
-- a lock of a tenant.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists public.job_watches (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  agent_name text,
  token_id uuid references nightshift.ingest_tokens (id) on delete cascade,
  task_type text,
  expected_every interval,
  cron_expression text,
  time_zone text not null default 'UTC',
  grace interval not null default interval '5 minutes',
  max_runtime interval,
  after_in_a_row integer not null default 1,
  cool_down interval not null default interval '0',
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  constraint one_watch_for_each_job unique nulls not distinct (workspace_id, agent_name, token_id, task_type),
  constraint a_watch_names_a_job_or_a_token check (agent_name is not null or token_id is not null),
  constraint a_watch_expects_something check (
    num_nonnulls(expected_every, cron_expression, max_runtime) > 0
    and num_nonnulls(expected_every, cron_expression) < 2),
  constraint agent_name_has_1_to_200_characters check (
    length(agent_name) >= 1 and length(agent_name) <= 200 and agent_name !~ '^\s*$'),
  constraint task_type_is_known check (task_type = any (nightshift.task_types())),
  constraint cron_expression_has_at_most_200_characters check (length(cron_expression) <= 200),
  constraint time_zone_has_at_most_100_characters check (length(time_zone) <= 100),
  constraint expected_every_minute_to_every_366_days check (
    expected_every >= interval '1 minute' and expected_every <= interval '366 days'),
  constraint grace_is_up_to_31_days check (grace >= interval '0' and grace <= interval '31 days'),
  constraint max_runtime_from_1_minute_to_31_days check (
    max_runtime >= interval '1 minute' and max_runtime <= interval '31 days'),
  constraint after_in_a_row_from_1_to_100 check (after_in_a_row between 1 and 100),
  constraint cool_down_is_up_to_7_days check (cool_down >= interval '0' and cool_down <= interval '7 days')
);
create index if not exists job_watches_token_idx on public.job_watches (token_id) where token_id is not null;
comment on table public.job_watches is
'Jobs that are expected to report, by pings or through the task API. A job that does not come, or does not end, raises '
'one alert, and one more when it works again.';
comment on column public.job_watches.id is 'primary key';
comment on column public.job_watches.workspace_id is 'the workspace whose job it is';
comment on column public.job_watches.agent_name is
'what people call the job: agent_name of its tasks, and of pings without one the name of the token; null: every job of '
'the token';
comment on column public.job_watches.token_id is
'only what this ingest token reports counts; null: whoever may log in the workspace';
comment on column public.job_watches.task_type is 'only tasks of this type count; null: every type';
comment on column public.job_watches.expected_every is
'the longest time from one report to the next, 1 minute to 366 days; a month counts as 30 days';
comment on column public.job_watches.cron_expression is 'instead: when it is expected, five fields';
comment on column public.job_watches.time_zone is 'whose clocks cron_expression means, such as Europe/Berlin';
comment on column public.job_watches.grace is 'how much later than expected is still in time, up to 31 days';
comment on column public.job_watches.max_runtime is
'how long a run may take, 1 minute to 31 days; then its task is failed; null: not looked at';
comment on column public.job_watches.after_in_a_row is 'tell after this many misses or failures in a row, 1 to 100';
comment on column public.job_watches.cool_down is
'what goes wrong within this time after the previous alert about the job went out is not told, up to 7 days';
comment on column public.job_watches.enabled is 'false: nothing is expected';
comment on column public.job_watches.created_at is 'since when';

create table if not exists nightshift.watch_states (
  watch_id uuid primary key references public.job_watches (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  expected_at timestamptz,
  look_at timestamptz,
  open_task_id uuid,
  open_since timestamptz,
  last_started_at timestamptz,
  last_ended_at timestamptz,
  last_status text,
  missed_in_a_row integer not null default 0,
  failed_in_a_row integer not null default 0,
  problem text,
  problem_since timestamptz,
  incident integer not null default 0,
  told_missed boolean not null default false,
  told_failed boolean not null default false,
  told_at timestamptz,
  close_task_id uuid,
  close_message text,
  late_task_id uuid,
  late_ended_at timestamptz,
  late_status text,
  late_message text,
  constraint problem_is_known check (problem in ('missed', 'failed'))
)
with (fillfactor = 80);
create index if not exists watch_states_look_idx on nightshift.watch_states (look_at) where look_at is not null;
create index if not exists watch_states_workspace_idx on nightshift.watch_states (workspace_id);
alter table nightshift.watch_states enable row level security;
revoke all on nightshift.watch_states from public;
comment on table nightshift.watch_states is 'What is known about each watched job. Only reconcile writes it.';
comment on column nightshift.watch_states.watch_id is 'the watch';
comment on column nightshift.watch_states.workspace_id is 'its workspace';
comment on column nightshift.watch_states.expected_at is 'when the next report is expected, without grace';
comment on column nightshift.watch_states.look_at is 'when reconcile looks next; null: nothing is expected';
comment on column nightshift.watch_states.open_task_id is 'the task whose end is awaited';
comment on column nightshift.watch_states.open_since is 'when its start was reported';
comment on column nightshift.watch_states.last_started_at is 'when a start was last reported';
comment on column nightshift.watch_states.last_ended_at is 'when an end was last reported';
comment on column nightshift.watch_states.last_status is 'running, the status of the latest end, or missed';
comment on column nightshift.watch_states.missed_in_a_row is 'how often in a row it did not come';
comment on column nightshift.watch_states.failed_in_a_row is 'how often in a row it failed or did not end';
comment on column nightshift.watch_states.problem is 'what is wrong now: missed or failed; null: nothing';
comment on column nightshift.watch_states.problem_since is 'since when';
comment on column nightshift.watch_states.incident is 'counts problems; one is over when a run completes';
comment on column nightshift.watch_states.told_missed is 'whether this problem was alerted as missed';
comment on column nightshift.watch_states.told_failed is 'whether this problem was alerted as failed';
comment on column nightshift.watch_states.told_at is 'when it was last alerted';
comment on column nightshift.watch_states.close_task_id is 'a task that is still to be failed: somebody held its row';
comment on column nightshift.watch_states.close_message is 'with which sentence';
comment on column nightshift.watch_states.late_task_id is 'the latest task that was failed here and ended afterwards';
comment on column nightshift.watch_states.late_ended_at is 'when that end was reported';
comment on column nightshift.watch_states.late_status is 'completed, failed or partial_failure';
comment on column nightshift.watch_states.late_message is 'the error that came with it, up to 300 characters';

create or replace function nightshift.check_watch() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if length(new.cron_expression) > 200 or length(new.time_zone) > 100
    or (auth.uid() is not null and new.workspace_id not in (select nightshift.my_managed_workspaces()))
  then
    return new; -- The constraints and policies reject it, and nobody learns about a foreign workspace.
  end if;
  -- A month is no length of time, and a day has 24 hours here: from now on each of them is a number of seconds.
  new.expected_every := make_interval(secs => extract(epoch from new.expected_every)::double precision);
  new.grace := make_interval(secs => extract(epoch from new.grace)::double precision);
  new.max_runtime := make_interval(secs => extract(epoch from new.max_runtime)::double precision);
  new.cool_down := make_interval(secs => extract(epoch from new.cool_down)::double precision);
  new.time_zone := nightshift.check_time_zone(new.time_zone);
  if new.cron_expression is not null then
    new.cron_expression := nightshift.trim_expression(new.cron_expression);
    perform nightshift.cron_matches(new.cron_expression, now(), new.time_zone);
  end if;
  if new.token_id is not null and not exists (
    select from nightshift.ingest_tokens t where t.id = new.token_id and t.workspace_id = new.workspace_id)
  then
    raise exception 'watch_token_unknown: the workspace has no ingest token %.', new.token_id using errcode = 'PT400';
  end if;
  if tg_op = 'INSERT' then
    -- Two requests at the same time are counted one after the other.
    perform from public.workspaces w where w.id = new.workspace_id for no key update;
    perform nightshift.require_room('job_watches', new.workspace_id, count(*), 'watched jobs')
    from public.job_watches w
    where w.workspace_id = new.workspace_id;
  end if;
  return new;
exception
  when datetime_field_overflow or interval_field_overflow or numeric_value_out_of_range then
    raise exception 'watch_interval_invalid: expected_every, grace, max_runtime and cool_down are lengths of time such '
      'as 15 minutes.' using errcode = 'PT400';
end
$$;
comment on function nightshift.check_watch() is
'Checks a watch before it is written, and writes its lengths of time in seconds. Errors: PT403 quota_exceeded; PT400 '
'watch_token_unknown, watch_interval_invalid; PT422 cron_expression_invalid, time_zone_unknown.';
revoke all on function nightshift.check_watch() from public;

create or replace trigger check_watch
before insert or update on public.job_watches
for each row execute function nightshift.check_watch();

create or replace function nightshift.first_expected(p_watch public.job_watches, p_after timestamptz)
returns timestamptz
language sql stable set search_path = ''
as $$
  select case
    when not p_watch.enabled then null
    when p_watch.expected_every is not null then p_after + p_watch.expected_every
    when p_watch.cron_expression is not null
      then nightshift.next_slot(p_watch.cron_expression, p_after, p_watch.time_zone)
  end
$$;
comment on function nightshift.first_expected(public.job_watches, timestamptz) is
'When a watched job is expected next after a time. Null: not within 31 days, or not at all.';
revoke all on function nightshift.first_expected(public.job_watches, timestamptz) from public;

create or replace function nightshift.keep_watch_state() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  c_now constant timestamptz := clock_timestamp();
  v_expected_at timestamptz := nightshift.first_expected(new, c_now);
begin
  if tg_op = 'UPDATE'
    and (old.expected_every, old.cron_expression, old.time_zone, old.enabled)
    is not distinct from (new.expected_every, new.cron_expression, new.time_zone, new.enabled)
  then
    select coalesce(s.expected_at, v_expected_at) into v_expected_at
    from nightshift.watch_states s
    where s.watch_id = new.id;
  end if;
  -- A cron expression may have no time within 31 days: then it is looked at again tomorrow.
  insert into nightshift.watch_states as s (watch_id, workspace_id, expected_at, look_at)
  values (new.id, new.workspace_id, v_expected_at, coalesce(v_expected_at + new.grace,
    case when new.enabled and new.cron_expression is not null then c_now + interval '1 day' end))
  on conflict (watch_id) do update
  set expected_at = excluded.expected_at,
    look_at = case when new.enabled then least(excluded.look_at, s.open_since + new.max_runtime,
      case when s.close_task_id is not null then c_now end) end,
    open_task_id = case when new.enabled then s.open_task_id end,
    open_since = case when new.enabled then s.open_since end,
    -- A pause ends a problem without an alert.
    problem = case when new.enabled then s.problem end,
    problem_since = case when new.enabled then s.problem_since end,
    missed_in_a_row = case when new.enabled then s.missed_in_a_row else 0 end,
    failed_in_a_row = case when new.enabled then s.failed_in_a_row else 0 end;
  return null;
end
$$;
comment on function nightshift.keep_watch_state() is
'Begins what is known about a watch, and expects anew when the watch has changed.';
revoke all on function nightshift.keep_watch_state() from public;

create or replace trigger keep_watch_state
after insert or update on public.job_watches
for each row execute function nightshift.keep_watch_state();

alter table public.job_watches enable row level security;
revoke all on public.job_watches from anon, authenticated, service_role;
grant select, delete on public.job_watches to authenticated;
grant insert (workspace_id, agent_name, token_id, task_type, expected_every, cron_expression, time_zone, grace,
  max_runtime, after_in_a_row, cool_down, enabled) on public.job_watches to authenticated;
grant update (agent_name, token_id, task_type, expected_every, cron_expression, time_zone, grace, max_runtime,
  after_in_a_row, cool_down, enabled) on public.job_watches to authenticated;
grant select, insert, update, delete on public.job_watches to service_role;

drop policy if exists "members see the watches of their workspaces" on public.job_watches;
create policy "members see the watches of their workspaces" on public.job_watches
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "managers add watches" on public.job_watches;
create policy "managers add watches" on public.job_watches
  for insert to authenticated with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers change watches" on public.job_watches;
create policy "managers change watches" on public.job_watches
  for update to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers delete watches" on public.job_watches;
create policy "managers delete watches" on public.job_watches
  for delete to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "service role manages watches" on public.job_watches;
create policy "service role manages watches" on public.job_watches
  to service_role using (true) with check (true);

grant select on nightshift.watch_states to authenticated, service_role;
drop policy if exists "members see the states of their watches" on nightshift.watch_states;
create policy "members see the states of their watches" on nightshift.watch_states
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role sees the states of watches" on nightshift.watch_states;
create policy "service role sees the states of watches" on nightshift.watch_states
  for select to service_role using (true);

create or replace view public.job_watch_states with (security_invoker = true) as
select
  s.watch_id,
  s.workspace_id,
  w.agent_name,
  case
    when not w.enabled then 'paused'
    when s.problem is not null then s.problem
    when s.open_task_id is not null then 'running'
    when s.last_status is null then 'new'
    else 'ok'
  end as status,
  s.problem_since,
  s.expected_at,
  s.last_started_at,
  s.last_ended_at,
  s.last_status,
  s.missed_in_a_row,
  s.failed_in_a_row,
  s.open_task_id as running_task_id,
  s.late_task_id,
  s.late_ended_at,
  s.late_status,
  s.late_message
from nightshift.watch_states s
join public.job_watches w on w.id = s.watch_id;
comment on view public.job_watch_states is
'How the watched jobs are. Runs with the caller''s rights: members see those of their workspaces.';
comment on column public.job_watch_states.watch_id is 'the watch';
comment on column public.job_watch_states.workspace_id is 'its workspace';
comment on column public.job_watch_states.agent_name is 'what people call the job';
comment on column public.job_watch_states.status is
'new: nothing was reported yet; running; ok; missed: it did not come; failed: it failed or did not end; paused';
comment on column public.job_watch_states.problem_since is 'since when it is missed or failed';
comment on column public.job_watch_states.expected_at is 'when the next report is expected, without grace';
comment on column public.job_watch_states.last_started_at is 'when a start was last reported';
comment on column public.job_watch_states.last_ended_at is 'when an end was last reported';
comment on column public.job_watch_states.last_status is 'running, the status of the latest end, or missed';
comment on column public.job_watch_states.missed_in_a_row is 'how often in a row it did not come';
comment on column public.job_watch_states.failed_in_a_row is 'how often in a row it failed or did not end';
comment on column public.job_watch_states.running_task_id is 'the task whose end is awaited';
comment on column public.job_watch_states.late_task_id is
'the latest task that was failed by its watch and ended afterwards';
comment on column public.job_watch_states.late_ended_at is 'when that end was reported';
comment on column public.job_watch_states.late_status is 'completed, failed or partial_failure';
comment on column public.job_watch_states.late_message is 'the error that came with it, up to 300 characters';
revoke all on public.job_watch_states from anon, authenticated, service_role;
grant select on public.job_watch_states to authenticated, service_role;
