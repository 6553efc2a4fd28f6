-- Nightshift: part 2 of 2 of nightshift.sql. Each part is small enough
-- for the SQL editor of the Supabase dashboard.
-- Generated from supabase/migrations by `deno task ok --write`. Do not edit.
-- This is the last part. The guide: docs/guides/paste.md.

do $$
begin
  if to_regclass('nightshift.closed_runs') is null then
    raise exception 'Run nightshift_part_1.sql first. Nothing was changed.';
  end if;
end
$$;

-- 20261122001728_judge_watches.sql

-- Judging watches: what the reports and the clock say about each watched job.
--
-- Reconcile calls judge_watches every minute. The work for a watch does not depend on the log: a due time, the reports
-- since the last look, and the row of one task at most. Each watch is an item of its own.
-- Locks: rows only, without waiting. Time: milliseconds.

create or replace function nightshift.watch_name(p_watch public.job_watches) returns text
language sql stable set search_path = ''
as $$
  select nightshift.plain_line(coalesce(p_watch.agent_name,
    (select t.name from nightshift.ingest_tokens t where t.id = p_watch.token_id), 'a job'), 200)
$$;
comment on function nightshift.watch_name(public.job_watches) is
'What people call a watched job: its agent name, or the name of its token, on one line.';
revoke all on function nightshift.watch_name(public.job_watches) from public;

create or replace function nightshift.utc_minute(p_at timestamptz) returns text
language sql stable set search_path = ''
as $$ select to_char(p_at at time zone 'utc', 'YYYY-MM-DD HH24:MI') || ' UTC' $$;
comment on function nightshift.utc_minute(timestamptz) is 'A time to the minute, in UTC: 2026-03-01 12:00 UTC.';
revoke all on function nightshift.utc_minute(timestamptz) from public;

create or replace function nightshift.in_words(p_length interval) returns text
language sql immutable set search_path = ''
as $$
  -- make_interval(secs) has hours without end, which nobody reads.
  select case
    when s.seconds % 86400 = 0 and s.seconds > 0 then format('%s %s', s.seconds / 86400,
      case when s.seconds = 86400 then 'day' else 'days' end)
    when s.seconds % 3600 = 0 and s.seconds > 0 then format('%s %s', s.seconds / 3600,
      case when s.seconds = 3600 then 'hour' else 'hours' end)
    when s.seconds % 60 = 0 then format('%s %s', s.seconds / 60,
      case when s.seconds = 60 then 'minute' else 'minutes' end)
    else format('%s seconds', s.seconds) end
  from (select extract(epoch from p_length)::bigint) as s (seconds)
$$;
comment on function nightshift.in_words(interval) is 'A length of time in its largest whole unit: 90 minutes, 1 day.';
revoke all on function nightshift.in_words(interval) from public;

create or replace function nightshift.note_trouble(
  p_state nightshift.watch_states, p_watch public.job_watches, p_kind text, p_message text, p_task_id uuid,
  p_at timestamptz
) returns nightshift.watch_states
language plpgsql set search_path = ''
as $$
declare
  s nightshift.watch_states := p_state;
  v_is_told boolean := case p_kind when 'missed' then s.told_missed else s.told_failed end;
  v_in_a_row constant integer := case p_kind when 'missed' then s.missed_in_a_row else s.failed_in_a_row end;
begin
  if s.problem is null then
    s.problem_since := p_at;
    s.incident := s.incident + 1;
    s.told_missed := false;
    s.told_failed := false;
    v_is_told := false;
  end if;
  s.problem := p_kind;
  -- While a problem lasts each kind is told once. A rule that tolerates more hears of it after more in a row.
  if v_in_a_row < p_watch.after_in_a_row
    or (not v_is_told and not (s.told_missed or s.told_failed) and s.told_at > p_at - p_watch.cool_down)
  then
    return s;
  end if;
  if nightshift.note_alert_event(p_kind, nightshift.watch_name(p_watch), 'watch ' || s.watch_id,
    format('%s %s', s.watch_id, s.incident), s.workspace_id, p_message,
    jsonb_strip_nulls(jsonb_build_object('watch_id', s.watch_id, 'task_id', p_task_id, 'in_a_row', v_in_a_row)),
    v_in_a_row, p_at)
  then
    s.told_at := case when v_is_told then s.told_at else p_at end;
    s.told_missed := s.told_missed or p_kind = 'missed';
    s.told_failed := s.told_failed or p_kind = 'failed';
  end if;
  return s;
end
$$;
comment on function nightshift.note_trouble(
  nightshift.watch_states, public.job_watches, text, text, uuid, timestamptz) is
'Part of judge_watch: a watched job was missed or has failed. Notes an alert once for each kind and problem.';
revoke all on function nightshift.note_trouble(
  nightshift.watch_states, public.job_watches, text, text, uuid, timestamptz) from public;

create or replace function nightshift.note_success(
  p_state nightshift.watch_states, p_watch public.job_watches, p_task_id uuid, p_at timestamptz
) returns nightshift.watch_states
language plpgsql set search_path = ''
as $$
declare
  s nightshift.watch_states := p_state;
begin
  if s.problem is not null and (s.told_missed or s.told_failed) then
    perform nightshift.note_alert_event('recovered', nightshift.watch_name(p_watch), 'watch ' || s.watch_id,
      format('%s %s', s.watch_id, s.incident), s.workspace_id,
      format('%s works again: it completed at %s. It had been %s since %s.', nightshift.watch_name(p_watch),
        nightshift.utc_minute(p_at), s.problem, nightshift.utc_minute(s.problem_since)),
      jsonb_strip_nulls(jsonb_build_object('watch_id', s.watch_id, 'task_id', p_task_id, 'event', s.problem)), 1, p_at);
  end if;
  s.problem := null;
  s.problem_since := null;
  s.missed_in_a_row := 0;
  s.failed_in_a_row := 0;
  s.told_missed := false;
  s.told_failed := false;
  return s;
end
$$;
comment on function nightshift.note_success(nightshift.watch_states, public.job_watches, uuid, timestamptz) is
'Part of judge_watch: a watched job completed. Ends its problem, and tells that it has recovered where the problem was '
'told.';
revoke all on function nightshift.note_success(nightshift.watch_states, public.job_watches, uuid, timestamptz)
from public;

create or replace function nightshift.note_arrival(
  p_state nightshift.watch_states, p_watch public.job_watches, p_at timestamptz
) returns nightshift.watch_states
language plpgsql stable set search_path = ''
as $$
declare
  -- A job whose clock is a little ahead comes before its time.
  c_ahead constant interval := interval '5 minutes';
  s nightshift.watch_states := p_state;
begin
  s.missed_in_a_row := 0;
  if p_watch.expected_every is not null then
    s.expected_at := p_at + p_watch.expected_every;
  elsif s.expected_at is not null and p_at >= s.expected_at - least(p_watch.grace, c_ahead) then
    s.expected_at := nightshift.first_expected(p_watch, greatest(p_at, s.expected_at));
  end if;
  return s;
end
$$;
comment on function nightshift.note_arrival(nightshift.watch_states, public.job_watches, timestamptz) is
'Part of judge_watch: a watched job came. Says when it is expected next. A run between two expected times, by hand for '
'example, does not count as either.';
revoke all on function nightshift.note_arrival(nightshift.watch_states, public.job_watches, timestamptz) from public;

create or replace function nightshift.take_report(
  p_state nightshift.watch_states, p_watch public.job_watches, p_report nightshift.watch_reports
) returns nightshift.watch_states
language plpgsql set search_path = ''
as $$
declare
  s nightshift.watch_states := p_state;
  v_is_success constant boolean := p_report.status = 'completed';
begin
  if p_report.status = 'running' then
    if s.open_task_id is not null and s.open_task_id <> p_report.task_id then
      s.close_task_id := s.open_task_id;
      s.close_message := format('The job started again at %s, and the end of this run was never reported.',
        nightshift.utc_minute(p_report.reported_at));
      s.failed_in_a_row := s.failed_in_a_row + 1;
      s := nightshift.note_trouble(s, p_watch, 'failed', s.close_message, s.open_task_id, p_report.reported_at);
    end if;
    s.open_task_id := p_report.task_id;
    s.open_since := p_report.reported_at;
    s.last_started_at := p_report.reported_at;
    s.last_status := 'running';
    return nightshift.note_arrival(s, p_watch, p_report.reported_at);
  end if;

  if p_report.is_late then
    s.late_task_id := p_report.task_id;
    s.late_ended_at := p_report.reported_at;
    s.late_status := p_report.status;
    s.late_message := p_report.message;
  elsif s.open_task_id = p_report.task_id then
    s.open_task_id := null;
    s.open_since := null;
  else
    s := nightshift.note_arrival(s, p_watch, p_report.reported_at);
  end if;
  s.last_ended_at := p_report.reported_at;
  s.last_status := p_report.status;
  if v_is_success then
    return nightshift.note_success(s, p_watch, p_report.task_id, p_report.reported_at);
  elsif p_report.status in ('failed', 'partial_failure') and not p_report.is_late then
    s.failed_in_a_row := s.failed_in_a_row + 1;
    return nightshift.note_trouble(s, p_watch, 'failed', concat(p_report.status, ': ',
      coalesce(p_report.message, 'no message')), p_report.task_id, p_report.reported_at);
  end if;
  return s; -- A run that was cancelled says nothing, and one that failed late was told.
end
$$;
comment on function nightshift.take_report(
  nightshift.watch_states, public.job_watches, nightshift.watch_reports) is
'Part of judge_watch: what one report changes. A second start ends the first, an end without a start counts as a run.';
revoke all on function nightshift.take_report(
  nightshift.watch_states, public.job_watches, nightshift.watch_reports) from public;

create or replace function nightshift.judge_deadlines(
  p_state nightshift.watch_states, p_watch public.job_watches, p_now timestamptz
) returns nightshift.watch_states
language plpgsql set search_path = ''
as $$
declare
  s nightshift.watch_states := p_state;
  v_missed integer := 1;
begin
  if p_now >= s.open_since + p_watch.max_runtime then
    s.close_task_id := s.open_task_id;
    s.close_message := format('The job started at %s and reported no end within %s, its max_runtime.',
      nightshift.utc_minute(s.open_since), nightshift.in_words(p_watch.max_runtime));
    s.open_task_id := null;
    s.open_since := null;
    s.last_status := 'failed';
    s.failed_in_a_row := s.failed_in_a_row + 1;
    s := nightshift.note_trouble(s, p_watch, 'failed', s.close_message, s.close_task_id, p_now);
  end if;

  if s.expected_at is null then
    s.expected_at := nightshift.first_expected(p_watch, p_now);
  elsif p_now >= s.expected_at + p_watch.grace
    -- A run whose end is awaited within max_runtime is there.
    and not (s.open_since is not null and p_watch.max_runtime is not null)
  then
    if p_watch.expected_every is not null then
      v_missed := 1 + least(1000,
        floor(extract(epoch from p_now - p_watch.grace - s.expected_at) / extract(epoch from p_watch.expected_every)));
      s.missed_in_a_row := least(s.missed_in_a_row + v_missed, 1000);
    else
      s.missed_in_a_row := least(s.missed_in_a_row + 1, 1000);
    end if;
    s.last_status := 'missed';
    s := nightshift.note_trouble(s, p_watch, 'missed', format('%s was expected at %s and has not reported within %s '
      'of grace.', nightshift.watch_name(p_watch), nightshift.utc_minute(s.expected_at),
      nightshift.in_words(p_watch.grace)), null, p_now);
    s.expected_at := case when p_watch.expected_every is not null
      then greatest(s.expected_at + v_missed * p_watch.expected_every,
        -- After more than a thousand, counting begins anew.
        p_now - p_watch.grace)
      else nightshift.first_expected(p_watch, greatest(s.expected_at, p_now - p_watch.grace)) end;
  end if;
  return s;
end
$$;
comment on function nightshift.judge_deadlines(nightshift.watch_states, public.job_watches, timestamptz) is
'Part of judge_watch: what the clock says. A run that takes longer than max_runtime has failed, a job that does not '
'come within its grace is missed.';
revoke all on function nightshift.judge_deadlines(nightshift.watch_states, public.job_watches, timestamptz)
from public;

create or replace function nightshift.next_look(
  p_state nightshift.watch_states, p_watch public.job_watches, p_now timestamptz
) returns timestamptz
language sql stable set search_path = ''
as $$
  select case when p_watch.enabled then greatest(p_now + interval '1 second', least(
    case when p_state.open_since is null or p_watch.max_runtime is null then p_state.expected_at + p_watch.grace end,
    p_state.open_since + p_watch.max_runtime,
    case when p_state.close_task_id is not null then p_now + interval '30 seconds' end,
    -- A cron expression without a time in the next 31 days.
    case when p_watch.cron_expression is not null and p_state.expected_at is null then p_now + interval '1 day' end
  )) end
  where num_nulls(p_state.expected_at, p_state.open_since, p_state.close_task_id, p_watch.cron_expression) < 4
$$;
comment on function nightshift.next_look(nightshift.watch_states, public.job_watches, timestamptz) is
'Part of judge_watch: when a watch is looked at next without a report. Null: when one comes.';
revoke all on function nightshift.next_look(nightshift.watch_states, public.job_watches, timestamptz) from public;

create or replace function nightshift.close_waiting(p_state nightshift.watch_states, p_now timestamptz)
returns nightshift.watch_states
language plpgsql set search_path = ''
as $$
declare
  s nightshift.watch_states := p_state;
begin
  if s.close_task_id is not null
    and nightshift.close_silent_task(s.close_task_id, s.workspace_id, s.close_message, p_now)
  then
    s.close_task_id := null;
    s.close_message := null;
  end if;
  return s;
end
$$;
comment on function nightshift.close_waiting(nightshift.watch_states, timestamptz) is
'Part of judge_watch: fails the task that is to be failed, unless somebody holds its row.';
revoke all on function nightshift.close_waiting(nightshift.watch_states, timestamptz) from public;

create or replace function nightshift.judge_watch(p_watch_id uuid, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_most_reports constant integer := 1000;
  s nightshift.watch_states;
  v_watch public.job_watches;
  v_report nightshift.watch_reports;
  v_taken integer := 0;
begin
  select st.* into s from nightshift.watch_states st where st.watch_id = p_watch_id for no key update skip locked;
  select w.* into v_watch from public.job_watches w where w.id = p_watch_id;
  if s.watch_id is null or v_watch.id is null then
    if v_watch.id is null then -- It was deleted.
      delete from nightshift.watch_reports r where r.watch_id = p_watch_id;
    end if;
    return false;
  end if;
  -- A workspace that is being deleted makes nobody wait.
  perform from public.workspaces w where w.id = s.workspace_id for key share skip locked;
  if not found then
    return false;
  end if;
  for v_report in
    with taken as (
      delete from nightshift.watch_reports d
      where d.id in (
        select r.id from nightshift.watch_reports r where r.watch_id = p_watch_id order by r.id limit c_most_reports)
      returning d.*
    )
    select t.* from taken t order by t.id
  loop
    v_taken := v_taken + 1;
    if v_watch.enabled then
      -- One row is all that is closed later, so the one that waits for it comes first.
      s := nightshift.close_waiting(s, p_now);
      s := nightshift.take_report(s, v_watch, v_report);
    end if;
  end loop;
  -- What else was reported may say that it is in time.
  if v_taken < c_most_reports and v_watch.enabled then
    s := nightshift.close_waiting(s, p_now);
    s := nightshift.judge_deadlines(s, v_watch, p_now);
  end if;
  s := nightshift.close_waiting(s, p_now);
  s.look_at := nightshift.next_look(s, v_watch, p_now);
  update nightshift.watch_states st set
    (expected_at, look_at, open_task_id, open_since, last_started_at, last_ended_at, last_status, missed_in_a_row,
      failed_in_a_row, problem, problem_since, incident, told_missed, told_failed, told_at, close_task_id,
      close_message, late_task_id, late_ended_at, late_status, late_message) =
    (s.expected_at, s.look_at, s.open_task_id, s.open_since, s.last_started_at, s.last_ended_at, s.last_status,
      s.missed_in_a_row, s.failed_in_a_row, s.problem, s.problem_since, s.incident, s.told_missed, s.told_failed,
      s.told_at, s.close_task_id, s.close_message, s.late_task_id, s.late_ended_at, s.late_status, s.late_message)
  where st.watch_id = p_watch_id;
  return true;
end
$$;
comment on function nightshift.judge_watch(uuid, timestamptz) is
'Part of judge_watches: takes up to 1000 reports about a watched job, then looks at the clock. False when somebody is '
'changing the watch, or it is gone.';
revoke all on function nightshift.judge_watch(uuid, timestamptz) from public;

create or replace function nightshift.judge_watches(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_longest constant interval := interval '3 seconds';
  v_until timestamptz := clock_timestamp() + c_longest;
  v_id uuid;
  v_judged integer := 0;
begin
  for v_id in
    select w.id
    from (
      select s.watch_id as id, s.look_at as since from nightshift.watch_states s where s.look_at <= p_now
      union all
      select r.watch_id, min(r.reported_at) from nightshift.watch_reports r group by r.watch_id
    ) w
    group by w.id
    order by min(w.since)
  loop
    exit when clock_timestamp() > v_until;
    begin
      v_judged := v_judged + nightshift.judge_watch(v_id, p_now)::integer;
    exception when others then
      perform nightshift.note_problem('judge_watches', v_id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_judged;
end
$$;
comment on function nightshift.judge_watches(timestamptz) is
'Looks at the watched jobs that have reported or are due, for up to 3 seconds, those that wait longest first. Returns '
'how many.';
revoke all on function nightshift.judge_watches(timestamptz) from public;

-- 20261122001729_task_alerts.sql

-- Task alerts: an agent tells people something without failing.
--
-- Locks: none. Time: milliseconds.

create or replace function public.alert_from_task(p_run_id uuid, p_run_token uuid, p_task_id uuid, p_message text)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_most_of_a_task constant integer := 20;
  c_now constant timestamptz := clock_timestamp();
  v_message constant text := nightshift.plain_line(p_message, 2000);
  v_task record;
begin
  perform nightshift.require_service();
  if coalesce(v_message, '') = '' then
    return jsonb_build_object('outcome', 'rejected', 'message', 'The message of an alert is empty.');
  end if;
  select x.workspace_id, x.name into v_task
  from (
    select j.workspace_id, s.name
    from nightshift.jobs j
    join public.task_schedules s on s.id = j.schedule_id
    where j.task_id = p_task_id and j.run_id = p_run_id
    union all
    select null, s.name
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id
    where d.task_id = p_run_id and p_task_id = p_run_id
  ) x
  where exists (
    select from nightshift.run_leases l where l.run_id = p_run_id and l.token = p_run_token and l.expires_at > c_now)
  limit 1;
  if not found then
    return jsonb_build_object('outcome', 'lost');
  elsif c_most_of_a_task <= (
    select count(*) from nightshift.alert_events e
    where e.source = 'agent ' || v_task.name and e.data ->> 'task_id' = p_task_id::text)
  then
    return jsonb_build_object('outcome', 'rejected', 'message',
      format('A task raises at most %s alerts.', c_most_of_a_task));
  elsif v_task.workspace_id is not null then
    -- Nobody waits for a workspace that is being deleted.
    perform from public.workspaces w where w.id = v_task.workspace_id for key share skip locked;
    if not found then
      return jsonb_build_object('outcome', 'lost');
    end if;
  end if;
  -- The same words twice in one task are one alert.
  if not nightshift.note_alert_event('alert', v_task.name, 'agent ' || v_task.name,
    p_task_id || ' ' || md5(v_message), v_task.workspace_id, v_message,
    jsonb_build_object('task_id', p_task_id, 'schedule', v_task.name), 100, c_now)
  then
    return jsonb_build_object('outcome', 'rejected', 'message',
      'The workspace has used up its alerts of the day (quota alerts_per_day).');
  end if;
  return jsonb_build_object('outcome', 'raised');
end
$$;
comment on function public.alert_from_task(uuid, uuid, uuid, text) is
'An alert that an agent raises without failing; the message has up to 2000 characters and is sent within a minute to '
'every rule that wants the event alert. A task raises at most 20. Outcomes: raised; lost (the run does not hold the '
'task any more); rejected with message.';
revoke all on function public.alert_from_task(uuid, uuid, uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.alert_from_task(uuid, uuid, uuid, text) to service_role;

-- 20261122001730_task_reports.sql

-- Task reports: what reads the task log over HTTP, with the rights described in the migration before.
--
-- Each returns one jsonb document, never a set, because PostgREST cuts sets at 1,000 rows.
-- Locks: none. Time: milliseconds.

create or replace function public.find_tasks(p_filter jsonb default '{}', p_token_hash text default null) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  -- Executed with the values at hand, so that each condition which is null falls away before the query is
  -- planned, and the index that serves the others is used.
  c_rows constant text := $query$
    select t.id, t.workspace_id, t.task_type, t.status, t.error_message, t.executed_at, t.completed_at, t.duration_ms,
      t.triggered_by, t.agent_name, t.cost_estimate_usd, t.created_at, t.updated_at
    from public.autonomous_tasks t
    where ($1 is distinct from 'token' or t.workspace_id = $2)
      and ($3 is null or t.task_type = any ($3))
      and ($4 is null or t.workspace_id = $4)
      and ($5 is null or t.task_type = $5)
      and ($6 is null or t.status = any ($6))
      and ($7 is null or t.agent_name = $7)
      and ($8 is null or t.triggered_by = $8)
      and ($9 is null or t.executed_at >= $9)
      and ($10 is null or t.executed_at < $10)
      and ($11 is null or (t.error_message is not null and strpos(lower(t.error_message), lower($11)) > 0))
      and ($12 is null or (t.executed_at <= $12 and (t.executed_at, t.id) < ($12, $13)))
  $query$;
  -- Row level security says the same, but only this lets the index of a workspace serve every filter. A page of each
  -- workspace comes from its index, and these are put together.
  c_rows_of_user constant text := 'select o.* from unnest($15) as w (id) cross join lateral (' || c_rows
    || ' and t.workspace_id = w.id order by t.executed_at desc, t.id desc limit $14) o';
  c_page constant text := $query$
    select array_agg(to_jsonb(p) order by p.executed_at desc, p.id desc)
    from (select f.* from (%s) f order by f.executed_at desc, f.id desc limit $14) p
  $query$;
  v_caller jsonb;
  v_workspace_id uuid;
  v_limit integer;
  v_from timestamptz;
  v_before timestamptz;
  v_after_at timestamptz;
  v_after_id uuid;
  v_tasks jsonb[];
begin
  begin
    v_workspace_id := (p_filter ->> 'workspace_id')::uuid;
    v_limit := least(greatest(coalesce((p_filter ->> 'limit')::integer, 50), 1), 200);
    v_from := (p_filter ->> 'executed_from')::timestamptz;
    v_before := (p_filter ->> 'executed_before')::timestamptz;
    v_after_at := (p_filter #>> '{after,executed_at}')::timestamptz;
    v_after_id := (p_filter #>> '{after,id}')::uuid;
  exception when data_exception then
    raise exception 'filter_invalid: workspace_id is a UUID, limit a number, executed_from and executed_before are '
      'times, after is the next of the page before.' using errcode = 'PT400';
  end;
  v_caller := public.admit_caller('tasks', p_token_hash, array_remove(array[v_workspace_id], null));
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  execute format(c_page, case v_caller ->> 'kind' when 'user' then c_rows_of_user else c_rows end)
  into v_tasks
  using v_caller ->> 'kind', (v_caller ->> 'workspace_id')::uuid,
    case when jsonb_typeof(v_caller -> 'task_types') = 'array'
      then array(select jsonb_array_elements_text(v_caller -> 'task_types')) end,
    case when v_caller ->> 'kind' <> 'user' then v_workspace_id end, p_filter ->> 'task_type',
    case when jsonb_typeof(p_filter -> 'status') = 'array'
      then array(select jsonb_array_elements_text(p_filter -> 'status')) end,
    p_filter ->> 'agent_name', p_filter ->> 'triggered_by',
    v_from, v_before, p_filter ->> 'error_text', v_after_at, v_after_id, v_limit + 1,
    array(
      select m.id::uuid from jsonb_array_elements_text(v_caller -> 'workspace_ids') as m (id)
      where v_workspace_id is null or m.id::uuid = v_workspace_id);
  return jsonb_build_object(
    'outcome', 'ok',
    'tasks', to_jsonb(coalesce(v_tasks[1:v_limit], '{}')),
    'next', case when cardinality(v_tasks) > v_limit then
      jsonb_build_object('executed_at', v_tasks[v_limit] -> 'executed_at', 'id', v_tasks[v_limit] -> 'id') end);
end
$$;
comment on function public.find_tasks(jsonb, text) is
'A page of tasks, latest start first, without input and output. Filters: workspace_id, task_type, status (list; an '
'empty one matches nothing), agent_name, triggered_by, executed_from, executed_before, error_text, limit (1 to 200, '
'default 50), after (the next of the page before: {executed_at, id}). Outcomes: ok with tasks and next, and those of '
'admit_caller. Error: PT400 filter_invalid.';
revoke all on function public.find_tasks(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.find_tasks(jsonb, text) to authenticated, service_role;

create or replace function public.get_task(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_task jsonb;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select to_jsonb(t) into v_task
  from public.autonomous_tasks t
  where t.id = p_task_id
    and (v_caller ->> 'workspace_id' is null or t.workspace_id = (v_caller ->> 'workspace_id')::uuid)
    and (v_caller ->> 'task_types' is null or v_caller -> 'task_types' ? t.task_type);
  return case when v_task is null then jsonb_build_object('outcome', 'task_not_found')
    else jsonb_build_object('outcome', 'ok', 'task', v_task) end;
end
$$;
comment on function public.get_task(uuid, text) is
'One task with its input and output. Outcomes: ok with task, task_not_found, and those of admit_caller.';
revoke all on function public.get_task(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_task(uuid, text) to authenticated, service_role;

create or replace function public.summarize_tasks(
  p_workspace_id uuid default null,
  p_task_type text default null,
  p_hours_back integer default 24,
  p_token_hash text default null,
  p_agent_name text default null
) returns jsonb
-- Planned for the workspace and the agent at hand.
language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash, array_remove(array[p_workspace_id], null));
  v_own uuid := (v_caller ->> 'workspace_id')::uuid;
  v_workspace_id uuid := coalesce(p_workspace_id, v_own);
begin
  if p_hours_back is null or p_hours_back not between 1 and 87600 then
    raise exception 'hours_back_out_of_range: p_hours_back must be from 1 to 87600 hours (10 years).'
      using errcode = 'PT400';
  end if;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  elsif v_workspace_id is null then
    return jsonb_build_object('outcome', 'workspace_missing');
  elsif v_own is not null and v_workspace_id <> v_own then
    return jsonb_build_object('outcome', 'ok', 'summary', '[]'::jsonb);
  end if;
  return jsonb_build_object('outcome', 'ok', 'summary', (
    select coalesce(jsonb_agg(to_jsonb(s) order by s.task_type), '[]')
    from (
      select f.*
      from public.get_autonomous_task_summary(v_workspace_id, p_task_type, p_hours_back) f
      where p_agent_name is null
      union all
      -- The same for one agent: the function of the contract keeps its three arguments.
      select t.task_type, count(*), count(*) filter (where t.status = 'completed'),
        count(*) filter (where t.status in ('failed', 'partial_failure')), round(avg(t.duration_ms), 2),
        coalesce(sum(t.cost_estimate_usd), 0), max(t.executed_at)
      from public.autonomous_tasks t
      where t.workspace_id = v_workspace_id and t.agent_name = p_agent_name
        and t.executed_at > now() - make_interval(hours => p_hours_back)
        and (p_task_type is null or t.task_type = p_task_type)
      group by t.task_type
    ) s
    where v_caller ->> 'task_types' is null or v_caller -> 'task_types' ? s.task_type));
end
$$;
comment on function public.summarize_tasks(uuid, text, integer, text, text) is
'The rows of get_autonomous_task_summary for a workspace, by default the token''s; of one agent with p_agent_name. '
'Outcomes: ok with summary, workspace_missing, and those of admit_caller. Error: PT400 hours_back_out_of_range.';
revoke all on function public.summarize_tasks(uuid, text, integer, text, text)
from public, anon, authenticated, service_role;
grant execute on function public.summarize_tasks(uuid, text, integer, text, text) to authenticated, service_role;

create or replace function public.report_costs(
  p_workspace_id uuid default null,
  p_days_back integer default 30,
  p_token_hash text default null,
  p_agent_name text default null
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash, array_remove(array[p_workspace_id], null));
  v_own uuid := (v_caller ->> 'workspace_id')::uuid;
begin
  if p_days_back is null or p_days_back not between 1 and 3660 then
    raise exception 'range_invalid: p_days_back must be from 1 to 3660 days.' using errcode = 'PT400';
  end if;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  return (
    with chosen as (
      select t.id, t.task_type, coalesce(t.agent_name, 'unknown') as agent_name,
        coalesce(t.output_data ->> 'model', 'unknown') as told_model,
        to_char(t.executed_at at time zone 'UTC', 'YYYY-MM-DD') as day, t.cost_estimate_usd
      from public.autonomous_tasks t
      where t.cost_estimate_usd is not null
        and t.executed_at > now() - make_interval(days => p_days_back)
        and (p_workspace_id is null or t.workspace_id = p_workspace_id)
        and (v_own is null or t.workspace_id = v_own)
        and (p_agent_name is null or t.agent_name = p_agent_name)
        and (v_caller ->> 'task_types' is null or v_caller -> 'task_types' ? t.task_type)
    ), used as ( -- the ledger knows which models our own runs called, and what tasks have spent
      select u.task_id, u.model, sum(u.cost_usd) as cost_usd, row_number() over task = 1 as is_first
      from public.ai_usage u
      where u.task_id is not null and u.created_at > now() - make_interval(days => p_days_back)
      group by u.task_id, u.model
      window task as (partition by u.task_id order by u.model)
    ), priced as (
      select c.task_type, c.agent_name, u.model, c.day, u.cost_usd, u.is_first
      from chosen c
      join used u on u.task_id = c.id
      union all
      -- What the work returned besides, and all of a task that is not in the ledger.
      select c.task_type, c.agent_name, c.told_model, c.day, c.cost_estimate_usd - coalesce(l.cost_usd, 0),
        l.cost_usd is null
      from chosen c
      left join (select u.task_id, sum(u.cost_usd) as cost_usd from used u group by u.task_id) l on l.task_id = c.id
      where l.cost_usd is null or c.cost_estimate_usd > l.cost_usd
    ), grouped as (
      select
        case when grouping(p.task_type) = 0 then 'by_type' when grouping(p.agent_name) = 0 then 'by_agent'
          when grouping(p.model) = 0 then 'by_model' when grouping(p.day) = 0 then 'by_day' else 'total' end as part,
        coalesce(p.task_type, p.agent_name, p.model, p.day) as key,
        case grouping(p.model) when 0 then count(*) else count(*) filter (where p.is_first) end as tasks,
          coalesce(sum(p.cost_usd), 0) as cost_usd
      from priced p
      group by grouping sets ((), (p.task_type), (p.agent_name), (p.model), (p.day))
    )
    select jsonb_build_object('outcome', 'ok', 'costs',
      jsonb_build_object('by_type', '[]'::jsonb, 'by_agent', '[]'::jsonb, 'by_model', '[]'::jsonb, 'by_day',
        '[]'::jsonb)
      || jsonb_object_agg(p.part, p.rows))
    from (
      select g.part, case g.part when 'total' then to_jsonb(max(g.cost_usd)) else
        jsonb_agg(jsonb_build_object('key', g.key, 'tasks', g.tasks, 'cost_usd', g.cost_usd) order by g.cost_usd desc,
          g.key) end as rows
      from grouped g
      group by g.part
    ) p
  );
end
$$;
comment on function public.report_costs(uuid, integer, text, text) is
'Cost in USD of the tasks that started in the last p_days_back days and have a cost: total, by_type, by_agent, '
'by_model (from ai_usage, else output_data.model) and by_day (UTC), most expensive first; of one agent with '
'p_agent_name. Outcomes: ok with costs, and those of admit_caller. Error: PT400 range_invalid.';
revoke all on function public.report_costs(uuid, integer, text, text) from public, anon, authenticated, service_role;
grant execute on function public.report_costs(uuid, integer, text, text) to authenticated, service_role;

create or replace function public.find_runs(p_workspace_id uuid) returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  return query select w.run_id from nightshift.run_workspaces w where w.workspace_id = p_workspace_id;
end
$$;
comment on function public.find_runs(uuid) is
'The runs that touched a workspace, as the machinery knows them. Error: 42501 service_only.';
revoke all on function public.find_runs(uuid) from public, anon, authenticated, service_role;
grant execute on function public.find_runs(uuid) to service_role;

create or replace function public.list_timeline(p_filter jsonb default '{}', p_token_hash text default null)
returns jsonb
-- Planned for the filter at hand: a plan for any limit would sort every dispatch.
language plpgsql set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  c_of_others constant jsonb := jsonb '{"task_status": null, "started_at": null, "completed_at": null,
    "explanation": null, "workspace_tasks": null, "unfinished_workspace_tasks": null}';
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_is_token constant boolean := v_caller ->> 'kind' = 'token';
  v_before timestamptz;
  v_limit integer;
  v_runs uuid[];
begin
  begin
    v_before := (p_filter ->> 'expected_before')::timestamptz;
    v_limit := least(greatest(coalesce((p_filter ->> 'limit')::integer, 50), 1), 200);
  exception when data_exception then
    raise exception 'filter_invalid: expected_before is a time, limit a number.' using errcode = 'PT400';
  end;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  -- A schedule that does not exist has no rows, and no dispatch needs to be looked at to know it.
  if p_filter ->> 'schedule' is not null and not exists (
    select from public.task_schedules s where s.name = p_filter ->> 'schedule')
  then
    return jsonb_build_object('outcome', 'ok', 'timeline', '[]'::jsonb);
  end if;
  if v_is_token then
    v_runs := array(select public.find_runs((v_caller ->> 'workspace_id')::uuid));
  end if;
  return jsonb_build_object('outcome', 'ok', 'timeline', (
    -- The system row tells about every workspace. A token learns about its own only.
    select coalesce(jsonb_agg(case when not v_is_token then to_jsonb(p)
      else to_jsonb(p) || c_of_others || jsonb_build_object('verdict', p.request_verdict) end), '[]')
    from (
      select l.*
      from public.task_timeline l
      where (p_filter ->> 'schedule' is null or l.schedule = p_filter ->> 'schedule')
        and (v_before is null or l.expected_at < v_before)
        and (v_runs is null or l.task_id = any (v_runs))
        and (jsonb_typeof(v_caller -> 'task_types') is distinct from 'array' or v_caller -> 'task_types' ? l.task_type)
      order by l.expected_at desc, l.dispatched_at desc, l.kind, l.seq
      limit v_limit
    ) p));
end
$$;
comment on function public.list_timeline(jsonb, text) is
'Rows of task_timeline, latest first. Filters: schedule, expected_before, limit (1 to 200, default 50). An ingest '
'token sees the dispatches that touched its workspace, without what the system row tells about others. Outcomes: ok '
'with '
'timeline, and those of admit_caller. Error: PT400 filter_invalid.';
revoke all on function public.list_timeline(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.list_timeline(jsonb, text) to authenticated, service_role;

-- 20261122001731_watch_reads.sql

-- Watch reads: how watched jobs are, over HTTP.
--
-- Locks: none. Time: milliseconds.

create or replace function public.list_watches(p_filter jsonb default '{}', p_token_hash text default null)
returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_most constant integer := 500;
  v_workspace_id uuid;
  v_caller jsonb;
  v_own uuid;
begin
  begin
    v_workspace_id := (p_filter ->> 'workspace_id')::uuid;
  exception when data_exception then
    raise exception 'filter_invalid: workspace_id is a UUID.' using errcode = 'PT400';
  end;
  v_caller := public.admit_caller('tasks', p_token_hash, array_remove(array[v_workspace_id], null));
  v_own := (v_caller ->> 'workspace_id')::uuid;
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  return jsonb_build_object('outcome', 'ok', 'watches', (
    select coalesce(jsonb_agg(l.watch order by l.problem_since, l.agent_name), '[]')
    from (
      select s.problem_since, s.agent_name, to_jsonb(s) || jsonb_build_object('task_type', w.task_type,
        'cron_expression', w.cron_expression, 'time_zone', w.time_zone, 'after_in_a_row', w.after_in_a_row,
        'expected_every_seconds', extract(epoch from w.expected_every),
        'grace_seconds', extract(epoch from w.grace), 'max_runtime_seconds', extract(epoch from w.max_runtime)) as watch
      from public.job_watch_states s
      join public.job_watches w on w.id = s.watch_id
      where (v_caller ->> 'kind' <> 'token' or s.workspace_id = v_own)
        and (v_workspace_id is null or s.workspace_id = v_workspace_id)
        and (p_filter ->> 'agent_name' is null or s.agent_name = p_filter ->> 'agent_name')
        and (w.task_type is null or jsonb_typeof(v_caller -> 'task_types') is distinct from 'array'
          or v_caller -> 'task_types' ? w.task_type)
      order by s.problem_since, s.agent_name
      limit c_most
    ) l));
end
$$;
comment on function public.list_watches(jsonb, text) is
'Up to 500 watched jobs with how they are, problems first. Filters: workspace_id, agent_name. Runs with the rights of '
'the caller. Outcomes: ok with watches, and those of admit_caller. Error: PT400 filter_invalid.';
revoke all on function public.list_watches(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.list_watches(jsonb, text) to authenticated, service_role;

-- 20261122001740_jobs_for_people.sql

-- Jobs for people: what users, external systems and the HTTP API ask agents to do.
--
-- Each function says first who asks and what they reach: a user the workspaces that they belong to, an ingest token
-- its own, the service role all. Whoever may enqueue jobs of an agent for a workspace may also cancel and repeat them
-- (job_changes). They return {outcome, …} instead of raising, so that the API names every failure.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.may_enqueue(
  p_agent public.task_schedules, p_caller jsonb, p_workspace_id uuid
) returns text
language sql stable set search_path = ''
as $$
  select case
    when p_caller ->> 'kind' = 'service' then 'ok'
    when p_workspace_id is null then 'workspace_missing'
    when p_caller ->> 'kind' = 'token' then case
      when p_workspace_id is distinct from (p_caller ->> 'workspace_id')::uuid then 'workspace_not_found'
      when p_agent.enqueue_policy in ('owners', 'members') then 'ok'
      else 'agent_not_open' end
    when p_caller ->> 'kind' = 'user' then coalesce((
      select case
        when p_agent.enqueue_policy = 'members' and m.role in ('owner', 'admin', 'member') then 'ok'
        when p_agent.enqueue_policy = 'owners' and m.role in ('owner', 'admin') then 'ok'
        when m.role = 'viewer' or p_agent.enqueue_policy = 'owners' then 'forbidden'
        else 'agent_not_open' end
      from public.workspace_members m
      where m.workspace_id = p_workspace_id and m.user_id = (p_caller ->> 'id')::uuid), 'workspace_not_found')
    else 'forbidden' end
$$;
comment on function nightshift.may_enqueue(public.task_schedules, jsonb, uuid) is
'Whether a caller (as admit_caller has found them) may enqueue jobs of an agent for a workspace: ok, or the outcome '
'that says why not: workspace_missing, workspace_not_found, forbidden (the role is too low), agent_not_open (only the '
'service role enqueues jobs of this agent).';
revoke all on function nightshift.may_enqueue(public.task_schedules, jsonb, uuid)
  from public, anon, authenticated, service_role;

create or replace function nightshift.admit_to_agent(p_agent text, p_caller jsonb, out schedule_id uuid,
  out outcome text)
language plpgsql stable set search_path = ''
as $$
declare
  v_task_type text;
begin
  select s.id, s.task_type into schedule_id, v_task_type
  from public.task_schedules s
  where s.name = p_agent and s.target !~ '^https?://'
    -- Who belongs to no workspace sees no agents.
    and (p_caller ->> 'kind' <> 'user' or jsonb_array_length(p_caller -> 'workspace_ids') > 0);
  outcome := case
    when schedule_id is null then 'agent_not_found'
    when jsonb_typeof(p_caller -> 'task_types') = 'array' and not p_caller -> 'task_types' ? v_task_type
      then 'task_type_forbidden'
    else 'ok' end;
end
$$;
comment on function nightshift.admit_to_agent(text, jsonb) is
'The agent of this name that takes jobs, and whether a caller reaches it: ok, agent_not_found, task_type_forbidden.';
revoke all on function nightshift.admit_to_agent(text, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.read_workspace_id(p_job jsonb) returns uuid
language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(p_job) = 'object' and jsonb_typeof(p_job -> 'workspace_id') = 'string'
    and p_job ->> 'workspace_id' ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
    then (p_job ->> 'workspace_id')::uuid end
$$;
comment on function nightshift.read_workspace_id(jsonb) is 'The workspace that a job names; null when it names none.';
revoke all on function nightshift.read_workspace_id(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.enqueue_allowed_jobs(
  p_agent public.task_schedules, p_jobs jsonb, p_caller jsonb
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_own constant uuid := (p_caller ->> 'workspace_id')::uuid;
  v_judged jsonb;
  v_enqueued jsonb;
begin
  select jsonb_agg(jsonb_build_object('job', j.job) || case
      when jsonb_typeof(j.job) <> 'object' then
        jsonb_build_object('outcome', 'rejected', 'error', 'A job is an object.')
      when named.id is null and coalesce(jsonb_typeof(j.job -> 'workspace_id'), 'null') <> 'null' then
        jsonb_build_object('outcome', 'rejected', 'error', 'workspace_id is a UUID.')
      else
        jsonb_build_object('outcome', nightshift.may_enqueue(p_agent, p_caller, coalesce(named.id, v_own))) end
    order by j.position)
  into v_judged
  from jsonb_array_elements(p_jobs) with ordinality as j (job, position)
  cross join lateral (select nightshift.read_workspace_id(j.job)) as named (id);
  v_enqueued := nightshift.enqueue_jobs(p_agent.name, (
      select coalesce(jsonb_agg(v.value -> 'job' order by v.position), '[]')
      from jsonb_array_elements(v_judged) with ordinality as v (value, position)
      where v.value ->> 'outcome' = 'ok'), v_own,
    case p_caller ->> 'kind' when 'user' then 'user' else 'api' end) -> 'jobs';
  return (
    select jsonb_agg(case v.value ->> 'outcome'
      when 'ok' then (v_enqueued -> (v.nth - 1)::integer) - 'index'
      else v.value - 'job' end order by v.position)
    from (
      select j.value, j.position, count(*) filter (where j.value ->> 'outcome' = 'ok') over (order by j.position) as nth
      from jsonb_array_elements(v_judged) with ordinality as j (value, position)
    ) v);
end
$$;
comment on function nightshift.enqueue_allowed_jobs(public.task_schedules, jsonb, jsonb) is
'Part of request_jobs: enqueues those jobs that the caller may enqueue. Returns a result for each: {outcome, task_id, '
'error}.';
revoke all on function nightshift.enqueue_allowed_jobs(public.task_schedules, jsonb, jsonb)
  from public, anon, authenticated, service_role;

create or replace function public.request_jobs(
  p_agent text,
  p_jobs jsonb,
  p_idempotency_key text default null,
  p_token_hash text default null,
  p_request_hash text default null,
  p_request_id text default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_max_jobs constant integer := 500;
  v_request_hash text := coalesce(p_request_hash,
    encode(sha256(convert_to(jsonb_build_array(p_agent, p_jobs)::text, 'UTF8')), 'hex'));
  v_caller jsonb;
  v_agent record;
  v_key_hash text;
  v_results jsonb;
begin
  if jsonb_typeof(p_jobs) is distinct from 'array' or jsonb_array_length(p_jobs) > c_max_jobs then
    return jsonb_build_object('outcome', 'batch_too_large');
  end if;
  v_caller := public.admit_caller('tasks', p_token_hash, array(
    select distinct nightshift.read_workspace_id(j.job) from jsonb_array_elements(p_jobs) as j (job)
    where nightshift.read_workspace_id(j.job) is not null));
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select a.* into v_agent from nightshift.admit_to_agent(p_agent, v_caller) a;
  if v_agent.outcome <> 'ok' then
    return jsonb_build_object('outcome', v_agent.outcome);
  end if;
  if p_idempotency_key is not null then
    v_key_hash := encode(sha256(convert_to(
      format('jobs %s %s %s', v_caller ->> 'kind', v_caller ->> 'id', p_idempotency_key), 'UTF8')), 'hex');
    v_results := nightshift.find_answer(v_key_hash, v_request_hash, p_jobs);
    if v_results is not null then
      return v_results;
    end if;
  end if;
  select coalesce(nightshift.enqueue_allowed_jobs(s, p_jobs, v_caller), '[]') into v_results
  from public.task_schedules s
  where s.id = v_agent.schedule_id;
  -- A request that enqueued nothing does not use up its key.
  if p_idempotency_key is not null and jsonb_path_exists(v_results, '$[*].task_id') then
    perform set_config('nightshift.open_request', v_key_hash, true);
    perform public.remember_answer(p_jobs, v_results, v_request_hash, p_request_id);
  end if;
  return jsonb_build_object('outcome', 'ok', 'results', v_results);
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
end
$$;
comment on function public.request_jobs(text, jsonb, text, text, text, text) is
'Enqueues up to 500 jobs [{workspace_id, payload, run_at, key, priority}] of an agent, each field optional; a user '
'names the workspace of each. Results, one for each job: {outcome, task_id, error}: created, exists (the key names a '
'job already), rejected (with error), workspace_missing, workspace_not_found, forbidden, agent_not_open. Of the whole: '
'ok, agent_not_found, task_type_forbidden, batch_too_large, daily_quota_exceeded, and those of admit_caller. A request '
'that enqueued something gets the same answer when it is sent again within 24 hours with its p_idempotency_key.';
revoke all on function public.request_jobs(text, jsonb, text, text, text, text)
from public, anon, authenticated, service_role;
grant execute on function public.request_jobs(text, jsonb, text, text, text, text) to authenticated, service_role;

-- 20261122001742_job_reads.sql

-- Job reads: what people see of jobs, one by one and in pages, and of the log lines of a task.
--
-- Who sees what is as in jobs_for_people.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.find_job(p_task_id uuid, p_caller jsonb, out workspace_id uuid,
  out schedule_id uuid, out agent_name text, out outcome text)
language plpgsql stable set search_path = ''
as $$
declare
  v_task_type text;
begin
  select j.workspace_id, j.schedule_id into workspace_id, schedule_id
  from nightshift.jobs j
  where j.task_id = p_task_id;
  if not found then
    -- A completed job leaves its row in the log only.
    select t.workspace_id, s.id into workspace_id, schedule_id
    from public.autonomous_tasks t
    join public.task_schedules s on s.name = t.agent_name and s.task_type = t.task_type and s.target !~ '^https?://'
    where t.id = p_task_id;
  end if;
  select s.name, s.task_type into agent_name, v_task_type
  from public.task_schedules s
  where s.id = find_job.schedule_id;
  outcome := case
    when agent_name is null then 'task_not_found'
    when jsonb_typeof(p_caller -> 'task_types') = 'array' and not p_caller -> 'task_types' ? v_task_type
      then 'task_not_found'
    when p_caller ->> 'kind' = 'service' then 'ok'
    when p_caller ->> 'kind' = 'token' and workspace_id = (p_caller ->> 'workspace_id')::uuid then 'ok'
    when p_caller ->> 'kind' = 'user' and workspace_id in (
      select m.workspace_id from public.workspace_members m where m.user_id = (p_caller ->> 'id')::uuid) then 'ok'
    else 'task_not_found' end;
end
$$;
comment on function nightshift.find_job(uuid, jsonb) is
'The workspace and the agent of a job, and whether a caller sees it: ok or task_not_found.';
revoke all on function nightshift.find_job(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_lines(p_task_id uuid, p_workspace_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('at', l.at, 'message', l.message, 'fields', l.fields) order by l.seq),
    '[]')
  from nightshift.task_lines l
  -- Whoever logs a task under the id of one that is gone does not get its lines.
  where l.task_id = p_task_id and l.workspace_id is not distinct from p_workspace_id
$$;
comment on function nightshift.describe_lines(uuid, uuid) is 'The log lines of a task of a workspace, oldest first.';
revoke all on function nightshift.describe_lines(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.job_status(p_job nightshift.jobs) returns text
language sql immutable set search_path = ''
as $$
  select case when p_job.state = 'ended' then p_job.outcome when p_job.claims > 0 then 'running' else 'pending' end
$$;
comment on function nightshift.job_status(nightshift.jobs) is
'Status of the task of a job. Between two attempts it is running.';
revoke all on function nightshift.job_status(nightshift.jobs) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_job(p_job nightshift.jobs, p_agent text) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_job.task_id, 'workspace_id', p_job.workspace_id, 'agent', p_agent,
    'status', nightshift.job_status(p_job), 'key', p_job.key, 'priority', p_job.priority, 'run_at', p_job.run_at,
    'attempt', p_job.attempt, 'max_attempts', p_job.max_attempts, 'last_error', p_job.last_error,
    'next_try_at', case when p_job.claims > 0 and p_job.state in ('later', 'ready') then p_job.run_at end,
    'cancel_requested_at', p_job.cancel_requested_at, 'retried_as', p_job.retried_as, 'created_at', p_job.created_at,
    'ended_at', p_job.ended_at)
$$;
comment on function nightshift.describe_job(nightshift.jobs, text) is 'A job as people see it in a list.';
revoke all on function nightshift.describe_job(nightshift.jobs, text) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_job_with_task(p_task_id uuid, p_workspace_id uuid, p_agent text)
returns jsonb
language sql stable set search_path = ''
as $$
  select case when j.task_id is not null then nightshift.describe_job(j, p_agent) else jsonb_build_object(
      'id', t.id, 'workspace_id', t.workspace_id, 'agent', p_agent, 'status', t.status, 'key', null, 'priority', null,
      'run_at', null, 'attempt', null, 'max_attempts', null, 'last_error', null, 'next_try_at', null,
      'cancel_requested_at', null, 'retried_as', null, 'created_at', t.created_at, 'ended_at', t.completed_at) end
    || jsonb_build_object(
      'payload', coalesce(j.payload, t.input_data), 'output_data', t.output_data, 'error_message', t.error_message,
      'executed_at', case when t.status <> 'pending' then t.executed_at end,
      'cost_estimate_usd', t.cost_estimate_usd,
      'steps', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'name', s.name, 'position', s.position, 'finished_at', s.finished_at) order by s.position), '[]')
        from nightshift.task_steps s
        where s.task_id = p_task_id),
      'lines', nightshift.describe_lines(p_task_id, p_workspace_id))
  from (select p_task_id as id) asked
  left join nightshift.jobs j on j.task_id = asked.id and j.workspace_id is not distinct from p_workspace_id
  left join public.autonomous_tasks t on t.id = asked.id and t.workspace_id is not distinct from p_workspace_id
$$;
comment on function nightshift.describe_job_with_task(uuid, uuid, text) is
'A job with its payload, its result, its finished steps and its lines. What machinery no longer keeps of a completed '
'one is null.';
revoke all on function nightshift.describe_job_with_task(uuid, uuid, text)
  from public, anon, authenticated, service_role;

create or replace function public.get_job(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_found record;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select f.* into v_found from nightshift.find_job(p_task_id, v_caller) f;
  if v_found.outcome <> 'ok' then
    return jsonb_build_object('outcome', v_found.outcome);
  end if;
  return jsonb_build_object('outcome', 'ok', 'job',
    nightshift.describe_job_with_task(p_task_id, v_found.workspace_id, v_found.agent_name));
end
$$;
comment on function public.get_job(uuid, text) is
'One job with attempt, last error, next try, payload, result, finished steps and lines. Outcomes: ok with job, '
'task_not_found, and those of admit_caller.';
revoke all on function public.get_job(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_job(uuid, text) to authenticated, service_role;

create or replace function nightshift.list_job_page(p_filter jsonb, p_workspace_ids uuid[], p_task_types text[],
  p_limit integer) returns setof nightshift.jobs
-- Without bitmaps a page comes straight from the index, however many jobs wait.
language plpgsql stable set search_path = '' set enable_bitmapscan = off
as $$
declare
  -- Executed with the values at hand, so that what is null falls away before the query is planned.
  c_rows constant text := $query$
    select j.*
    from nightshift.jobs j
    where ($1 is null or j.schedule_id = (select s.id from public.task_schedules s where s.name = $1))
      and ($2 is null or nightshift.job_status(j) = $2)
      and ($3 is null or j.schedule_id in (select s.id from public.task_schedules s where s.task_type = any ($3)))
      and ($4 is null or j.task_id < $4)
  $query$;
  c_order constant text := ' order by j.task_id desc limit $6';
begin
  return query execute 'select f.* from ('
    || case when p_workspace_ids is null then c_rows || c_order
      -- A page of each workspace comes from its index, and these are put together.
      else 'select o.* from unnest($5) as w (id) cross join lateral (' || c_rows || ' and j.workspace_id = w.id'
        || c_order || ') o' end
    || ') f order by f.task_id desc limit $6'
  using p_filter ->> 'agent', p_filter ->> 'status', p_task_types, (p_filter ->> 'after')::uuid, p_workspace_ids,
    p_limit;
end
$$;
comment on function nightshift.list_job_page(jsonb, uuid[], text[], integer) is
'Part of list_jobs: jobs of these workspaces (null: all), latest first.';
revoke all on function nightshift.list_job_page(jsonb, uuid[], text[], integer)
  from public, anon, authenticated, service_role;

create or replace function public.list_jobs(p_filter jsonb default '{}', p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_workspace_id uuid;
  v_limit integer;
  v_caller jsonb;
  v_reached uuid[];
  v_types text[];
begin
  begin
    v_workspace_id := (p_filter ->> 'workspace_id')::uuid;
    v_limit := least(greatest(coalesce((p_filter ->> 'limit')::integer, 50), 1), 200);
    perform (p_filter ->> 'after')::uuid;
  exception when data_exception then
    raise exception 'filter_invalid: workspace_id is a UUID, limit a number, after is the next of the page before.'
      using errcode = 'PT400';
  end;
  v_caller := public.admit_caller('tasks', p_token_hash, array_remove(array[v_workspace_id], null));
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  -- Null is every workspace, and only the service role reaches them all.
  v_reached := case v_caller ->> 'kind'
    when 'service' then case when v_workspace_id is not null then array[v_workspace_id] end
    when 'token' then array[(v_caller ->> 'workspace_id')::uuid]
    else array(select w.value::uuid from jsonb_array_elements_text(v_caller -> 'workspace_ids') as w (value)) end;
  if v_workspace_id is not null then
    v_reached := array(select w.id from unnest(v_reached) as w (id) where w.id = v_workspace_id);
  end if;
  if jsonb_typeof(v_caller -> 'task_types') = 'array' then
    v_types := array(select jsonb_array_elements_text(v_caller -> 'task_types'));
  end if;
  return (
    with page as materialized (
      select row_number() over (order by p.task_id desc) as place, p as job
      from nightshift.list_job_page(p_filter, v_reached, v_types, v_limit + 1) p
    )
    select jsonb_build_object('outcome', 'ok',
      'jobs', coalesce(jsonb_agg(nightshift.describe_job(p.job, s.name) order by p.place)
        filter (where p.place <= v_limit), '[]'),
      'next', case when count(*) > v_limit then min((p.job).task_id::text) filter (where p.place = v_limit) end)
    from page p
    join public.task_schedules s on s.id = (p.job).schedule_id);
end
$$;
comment on function public.list_jobs(jsonb, text) is
'A page of jobs, latest first: those that wait or run, failed and cancelled ones for 30 days, completed ones with a '
'key for a day. Filters: agent, status, workspace_id, limit (1 to 200, default 50), after (the next of the page '
'before). Outcomes: ok with jobs and next, and those of admit_caller. Error: PT400 filter_invalid.';
revoke all on function public.list_jobs(jsonb, text) from public, anon, authenticated, service_role;
grant execute on function public.list_jobs(jsonb, text) to authenticated, service_role;

create or replace function public.list_lines(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_workspace_id uuid;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select t.workspace_id into v_workspace_id
  from public.autonomous_tasks t
  where t.id = p_task_id
    and (jsonb_typeof(v_caller -> 'task_types') is distinct from 'array' or v_caller -> 'task_types' ? t.task_type)
    and case v_caller ->> 'kind'
      when 'service' then true
      when 'token' then t.workspace_id = (v_caller ->> 'workspace_id')::uuid
      when 'user' then t.workspace_id in (select nightshift.my_workspaces())
      else false end;
  if not found then
    return jsonb_build_object('outcome', 'task_not_found');
  end if;
  return jsonb_build_object('outcome', 'ok', 'lines', nightshift.describe_lines(p_task_id, v_workspace_id));
end
$$;
comment on function public.list_lines(uuid, text) is
'The log lines of a task, oldest first, for whoever sees the task: [{at, message, fields}]. Outcomes: ok with lines, '
'task_not_found, and those of admit_caller.';
revoke all on function public.list_lines(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.list_lines(uuid, text) to authenticated, service_role;

-- 20261122001744_job_changes.sql

-- Job changes: how people cancel jobs and do them again.
--
-- Who may is as in jobs_for_people.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.admit_to_job(p_task_id uuid, p_caller jsonb, out workspace_id uuid,
  out agent_name text, out outcome text)
language plpgsql stable set search_path = ''
as $$
declare
  v_found record;
begin
  if p_caller ->> 'outcome' <> 'admitted' then
    outcome := p_caller ->> 'outcome';
    return;
  end if;
  select f.* into v_found from nightshift.find_job(p_task_id, p_caller) f;
  workspace_id := v_found.workspace_id;
  agent_name := v_found.agent_name;
  outcome := case when v_found.outcome <> 'ok' then v_found.outcome
    else (select nightshift.may_enqueue(s, p_caller, v_found.workspace_id)
      from public.task_schedules s where s.id = v_found.schedule_id) end;
end
$$;
comment on function nightshift.admit_to_job(uuid, jsonb) is
'Whether a caller may cancel and repeat a job: ok, or an outcome of admit_caller, find_job or may_enqueue.';
revoke all on function nightshift.admit_to_job(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function public.cancel_job(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash);
  v_admitted record;
  v_outcome text;
  v_job jsonb;
begin
  select a.* into v_admitted from nightshift.admit_to_job(p_task_id, v_caller) a;
  if v_admitted.outcome <> 'ok' then
    return v_caller || jsonb_build_object('outcome', v_admitted.outcome);
  end if;
  v_outcome := nightshift.cancel_job(p_task_id, v_admitted.workspace_id) ->> 'outcome';
  v_job := nightshift.describe_job_with_task(p_task_id, v_admitted.workspace_id, v_admitted.agent_name);
  return case
    when v_outcome = 'not_found' then jsonb_build_object('outcome', 'task_not_found')
    when v_outcome = 'already_ended' and v_job ->> 'status' <> 'cancelled'
      then jsonb_build_object('outcome', 'task_already_finished', 'status', v_job -> 'status')
    else jsonb_build_object('outcome', 'ok', 'job', v_job) end;
end
$$;
comment on function public.cancel_job(uuid, text) is
'Cancels a job: one that waits at once, one that runs as soon as its work has stopped (then cancel_requested_at is '
'set). Asked again, it returns the same job. Outcomes: ok with job; task_not_found, task_already_finished (with '
'status), forbidden, agent_not_open, and those of admit_caller.';
revoke all on function public.cancel_job(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.cancel_job(uuid, text) to authenticated, service_role;

create or replace function nightshift.repeat_job(p_task_id uuid, p_caller jsonb) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_admitted record;
  v_repeated jsonb;
begin
  select a.* into v_admitted from nightshift.admit_to_job(p_task_id, p_caller) a;
  if v_admitted.outcome <> 'ok' then
    return p_caller || jsonb_build_object('outcome', v_admitted.outcome);
  end if;
  v_repeated := nightshift.retry_job(p_task_id, v_admitted.workspace_id,
    case p_caller ->> 'kind' when 'user' then 'user' else 'api' end);
  if v_repeated ->> 'task_id' is null then
    return jsonb_build_object('outcome', 'task_not_retryable', 'status',
      nightshift.describe_job_with_task(p_task_id, v_admitted.workspace_id, v_admitted.agent_name) -> 'status');
  end if;
  return jsonb_build_object('outcome', 'ok',
    'job', nightshift.describe_job_with_task((v_repeated ->> 'task_id')::uuid, v_admitted.workspace_id,
      v_admitted.agent_name),
    'task', (select to_jsonb(t) from public.autonomous_tasks t where t.id = (v_repeated ->> 'task_id')::uuid));
end
$$;
comment on function nightshift.repeat_job(uuid, jsonb) is
'Does a job again for a caller: ok with the new job and its task, or why not.';
revoke all on function nightshift.repeat_job(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function public.retry_job(p_task_id uuid, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  return nightshift.repeat_job(p_task_id, public.admit_caller('tasks', p_token_hash)) - 'task';
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
end
$$;
comment on function public.retry_job(uuid, text) is
'Does a job again that failed or was cancelled in the last 30 days, as a new job with new attempts. Asked again, it '
'returns the same new job. Outcomes: ok with job; task_not_found, task_not_retryable (with status), forbidden, '
'agent_not_open, daily_quota_exceeded, and those of admit_caller.';
revoke all on function public.retry_job(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.retry_job(uuid, text) to authenticated, service_role;

create or replace function public.requeue_jobs(p_agent text, p_workspace_id uuid default null,
  p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller jsonb := public.admit_caller('tasks', p_token_hash, array_remove(array[p_workspace_id], null));
  v_workspace_id constant uuid := coalesce(p_workspace_id, (v_caller ->> 'workspace_id')::uuid);
  v_agent record;
  v_outcome text;
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  select a.* into v_agent from nightshift.admit_to_agent(p_agent, v_caller) a;
  v_outcome := case when v_agent.outcome <> 'ok' then v_agent.outcome
    else (select nightshift.may_enqueue(s, v_caller, v_workspace_id)
      from public.task_schedules s where s.id = v_agent.schedule_id) end;
  if v_outcome <> 'ok' then
    return jsonb_build_object('outcome', v_outcome);
  end if;
  return nightshift.requeue_jobs(p_agent, v_workspace_id, case v_caller ->> 'kind' when 'user' then 'user'
    else 'api' end) || '{"outcome": "ok"}';
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
end
$$;
comment on function public.requeue_jobs(text, uuid, text) is
'Does all failed jobs of an agent in a workspace again, up to 10,000, each as a new job; the service role may leave '
'the workspace out and means all. Outcomes: ok with requeued; agent_not_found, task_type_forbidden, '
'workspace_missing, workspace_not_found, forbidden, agent_not_open, daily_quota_exceeded, and those of admit_caller.';
revoke all on function public.requeue_jobs(text, uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.requeue_jobs(text, uuid, text) to authenticated, service_role;

-- 20261122001780_mailboxes.sql

-- Mailboxes: whose email is fetched, from where, and how far.
--
-- Members see public.mailboxes. Places in a mailbox, leases and what a connection needs on its way lie in
-- the machinery, and the keys to a mailbox lie in Vault: a row has the id of its secret, and takes the
-- secret along when it goes.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists public.mailboxes (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  provider text not null,
  address text,
  state text not null default 'pending',
  since_days integer not null default 30,
  last_synced_at timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint an_address_is_connected_once_in_its_workspace unique (workspace_id, address),
  constraint provider_is_known check (provider in ('gmail', 'imap', 'graph')),
  constraint address_is_an_address_in_lower_case check (
    address = lower(address) and length(address) <= 320 and address ~ '^[^@\s]+@[^@\s]+$'),
  constraint state_is_known check (state in ('pending', 'backfilling', 'live', 'reconnect_needed', 'paused')),
  constraint since_days_is_from_0_to_3650 check (since_days between 0 and 3650),
  constraint a_connected_mailbox_has_an_address check (state = 'pending' or address is not null),
  constraint last_error_has_at_most_2000_characters check (length(last_error) <= 2000)
);
comment on table public.mailboxes is 'Mailboxes that are connected to a workspace. Members see them; '
'they change through '
  'functions.';
comment on column public.mailboxes.id is 'time-ordered UUID';
comment on column public.mailboxes.workspace_id is 'the workspace that gets its email';
comment on column public.mailboxes.provider is 'gmail, imap or graph (Microsoft 365)';
comment on column public.mailboxes.address is 'its address, lower case; null until the provider has named it';
comment on column public.mailboxes.state is
'pending: not connected yet; backfilling: new email is fetched, and older email follows; live: everything is there; '
'reconnect_needed: the provider rejects our key, its owner has to connect again; paused: nothing is fetched';
comment on column public.mailboxes.since_days is 'how many days before the connection its older email begins';
comment on column public.mailboxes.last_synced_at is 'when all new email was last there';
comment on column public.mailboxes.last_error is 'why the latest round did not end well; null when it did';
comment on column public.mailboxes.created_at is 'when the row was written';
comment on column public.mailboxes.updated_at is 'when it last changed';

alter table public.mailboxes enable row level security;
revoke all on public.mailboxes from anon, authenticated, service_role;
grant select on public.mailboxes to authenticated, service_role;
drop policy if exists "members read the mailboxes of their workspaces" on public.mailboxes;
create policy "members read the mailboxes of their workspaces" on public.mailboxes
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads mailboxes" on public.mailboxes;
create policy "service role reads mailboxes" on public.mailboxes for select to service_role using (true);

create table if not exists nightshift.mailbox_sync (
  mailbox_id uuid primary key references public.mailboxes (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  secret_id uuid,
  cursor jsonb,
  old_cursor jsonb,
  backfill_since timestamptz,
  caught_up_at timestamptz,
  next_sync_at timestamptz,
  served_at timestamptz,
  run_id uuid,
  lease_token uuid,
  lease_expires_at timestamptz,
  failures integer not null default 0,
  token_expires_at timestamptz,
  reconnects integer not null default 0,
  constraint lease_has_token_run_and_end check (num_nonnulls(run_id, lease_token, lease_expires_at) in (0, 3)),
  constraint failures_are_not_negative check (failures >= 0 and reconnects >= 0),
  constraint only_a_mailbox_with_a_secret_is_due check (next_sync_at is null or secret_id is not null),
  constraint cursor_has_at_most_16_kb check (
    octet_length(cursor::text) <= 16384 and octet_length(old_cursor::text) <= 16384)
);
create index if not exists mailbox_sync_due_idx on nightshift.mailbox_sync (workspace_id, next_sync_at)
where next_sync_at is not null;
create index if not exists mailbox_sync_run_idx on nightshift.mailbox_sync (run_id) where run_id is not null;
alter table nightshift.mailbox_sync enable row level security;
revoke all on nightshift.mailbox_sync from public;
comment on table nightshift.mailbox_sync is 'How far each mailbox is, when it is due, and who works on it.';
comment on column nightshift.mailbox_sync.mailbox_id is 'the mailbox';
comment on column nightshift.mailbox_sync.workspace_id is 'its workspace';
comment on column nightshift.mailbox_sync.secret_id is 'its secret in Vault: tokens or a password; goes with the row';
comment on column nightshift.mailbox_sync.cursor is 'the place from which new email is listed; the provider''s own';
comment on column nightshift.mailbox_sync.old_cursor is 'the place from which older email is listed; null: the newest';
comment on column nightshift.mailbox_sync.backfill_since is
'older email is fetched back to this time; null when nothing is left to fetch';
comment on column nightshift.mailbox_sync.caught_up_at is 'the last good time: no new email was left';
comment on column nightshift.mailbox_sync.next_sync_at is
'not before; null: not at all, as it is pending, paused or has to be connected again';
comment on column nightshift.mailbox_sync.served_at is 'when it was last claimed; mailboxes of a workspace take turns';
comment on column nightshift.mailbox_sync.run_id is 'run that holds the lease: id of its system row';
comment on column nightshift.mailbox_sync.lease_token is 'proof of the claim; its secret and its stores need it';
comment on column nightshift.mailbox_sync.lease_expires_at is 'end of the right to work';
comment on column nightshift.mailbox_sync.failures is 'rounds in a row that failed; each makes the next wait longer';
comment on column nightshift.mailbox_sync.token_expires_at is
'when the provider lets the connection end by itself, as far as it says';
comment on column nightshift.mailbox_sync.reconnects is 'how often the provider has ended the '
'connection; names the alert';

create table if not exists nightshift.mailbox_turns (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  last_served_at timestamptz
);
create index if not exists mailbox_turns_next_idx
on nightshift.mailbox_turns (last_served_at nulls first, workspace_id);
alter table nightshift.mailbox_turns enable row level security;
revoke all on nightshift.mailbox_turns from public;
comment on table nightshift.mailbox_turns is 'Workspaces with mailboxes, in the order in which they are served.';
comment on column nightshift.mailbox_turns.workspace_id is 'the workspace';
comment on column nightshift.mailbox_turns.last_served_at is 'when a mailbox of it was last claimed; null: next';

create table if not exists nightshift.mailbox_messages (
  mailbox_id uuid not null references public.mailboxes (id) on delete cascade,
  ref_hash bytea not null,
  email_id uuid references public.client_emails (id) on delete cascade,
  thread_hash bytea,
  constraint a_message_is_known_once_in_its_mailbox primary key (mailbox_id, ref_hash)
);
create index if not exists mailbox_messages_thread_idx on nightshift.mailbox_messages (mailbox_id, thread_hash)
where thread_hash is not null;
create index if not exists mailbox_messages_email_idx on nightshift.mailbox_messages (email_id);
alter table nightshift.mailbox_messages enable row level security;
revoke all on nightshift.mailbox_messages from public;
comment on table nightshift.mailbox_messages is
'Messages of a mailbox that need not be fetched again, and the emails that they are stored as.';
comment on column nightshift.mailbox_messages.mailbox_id is 'the mailbox';
comment on column nightshift.mailbox_messages.ref_hash is 'the first 16 bytes of the SHA-256 of the provider''s id';
comment on column nightshift.mailbox_messages.email_id is 'the email; null: it cannot be read';
comment on column nightshift.mailbox_messages.thread_hash is 'the same of the provider''s id of the conversation';

create table if not exists nightshift.oauth_states (
  state_hash bytea primary key,
  mailbox_id uuid not null references public.mailboxes (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  pkce_verifier text not null,
  redirect_url text,
  expires_at timestamptz not null,
  used_at timestamptz,
  code_hash bytea unique,
  address text,
  secret_id uuid,
  token_expires_at timestamptz,
  constraint hashes_are_sha256 check (octet_length(state_hash) = 32 and octet_length(code_hash) = 32),
  constraint verifier_has_43_to_128_characters check (pkce_verifier ~ '^[A-Za-z0-9._~-]{43,128}$'),
  constraint redirect_url_has_at_most_2000_characters check (length(redirect_url) <= 2000)
);
create index if not exists oauth_states_expiry_idx on nightshift.oauth_states (expires_at);
create index if not exists oauth_states_mailbox_idx on nightshift.oauth_states (mailbox_id);
create index if not exists oauth_states_workspace_idx on nightshift.oauth_states (workspace_id);
create index if not exists oauth_states_user_idx on nightshift.oauth_states (user_id);
alter table nightshift.oauth_states enable row level security;
revoke all on nightshift.oauth_states from public;
comment on table nightshift.oauth_states is
'Connections on their way: from the link to the provider until the user who asked for it confirms. Ten minutes.';
comment on column nightshift.oauth_states.state_hash is 'SHA-256 of the state in the link; the state '
'itself is not kept';
comment on column nightshift.oauth_states.mailbox_id is 'the mailbox to connect';
comment on column nightshift.oauth_states.workspace_id is 'its workspace';
comment on column nightshift.oauth_states.user_id is 'who asked for it, and alone may confirm it';
comment on column nightshift.oauth_states.pkce_verifier is 'proves to the provider that the code was meant for us';
comment on column nightshift.oauth_states.redirect_url is 'where the browser goes in the end; null: a page of text';
comment on column nightshift.oauth_states.expires_at is 'end of the ten minutes';
comment on column nightshift.oauth_states.used_at is 'when the provider sent the browser back; the state works once';
comment on column nightshift.oauth_states.code_hash is 'SHA-256 of the one-time code for the confirmation';
comment on column nightshift.oauth_states.address is 'address that the provider named';
comment on column nightshift.oauth_states.secret_id is 'tokens in Vault until the confirmation; they go with the row';
comment on column nightshift.oauth_states.token_expires_at is 'when the provider lets the connection end by itself';

create or replace function nightshift.drop_secret() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if old.secret_id is not null and (tg_op = 'DELETE' or new.secret_id is distinct from old.secret_id) then
    delete from vault.secrets s where s.id = old.secret_id
      -- A confirmed secret moves from one row to another.
      and not exists (select from nightshift.mailbox_sync m where m.secret_id = s.id);
  end if;
  return null;
end
$$;
comment on function nightshift.drop_secret() is 'A row that goes, or gets another secret, takes its '
'secret out of Vault.';
revoke all on function nightshift.drop_secret() from public;
create or replace trigger drop_secret
after delete or update of secret_id on nightshift.mailbox_sync
for each row execute function nightshift.drop_secret();
create or replace trigger drop_secret
after delete or update of secret_id on nightshift.oauth_states
for each row execute function nightshift.drop_secret();

create or replace function nightshift.hash_id(p_text text) returns bytea
language sql immutable set search_path = ''
as $$ select substr(sha256(convert_to(p_text, 'UTF8')), 1, 16) $$;
comment on function nightshift.hash_id(text) is 'The first 16 bytes of the SHA-256 of an id of somebody else''s.';
revoke all on function nightshift.hash_id(text) from public, anon, authenticated, service_role;

-- 20261122001782_connect_mailbox.sql

-- Connecting a mailbox: who may, how the provider's word comes back, and who has to confirm it.
--
-- The link to the provider may be opened by anybody, also by somebody who was tricked into it. So nothing is
-- fetched before the user who asked for the link hands in a code that only the browser gets which came back.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.require_mailbox(p_mailbox_id uuid) returns public.mailboxes
language plpgsql set search_path = ''
as $$
declare
  v_mailbox public.mailboxes;
begin
  select m.* into v_mailbox
  from public.mailboxes m
  where m.id = p_mailbox_id and nightshift.can_manage(m.workspace_id)
  for no key update;
  if not found then
    raise exception 'mailbox_not_found: there is no mailbox % that you may change.', p_mailbox_id
      using errcode = 'PT404';
  end if;
  return v_mailbox;
end
$$;
comment on function nightshift.require_mailbox(uuid) is
'The mailbox, locked, if the caller manages its workspace. Error: PT404 mailbox_not_found.';
revoke all on function nightshift.require_mailbox(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_mailbox(p_mailbox public.mailboxes) returns jsonb
language sql stable set search_path = ''
as $$
  select to_jsonb(p_mailbox) || jsonb_build_object(
    'token_expires_at', (select s.token_expires_at from nightshift.mailbox_sync s where s.mailbox_id = p_mailbox.id))
$$;
comment on function nightshift.describe_mailbox(public.mailboxes) is 'A mailbox as the functions answer it.';
revoke all on function nightshift.describe_mailbox(public.mailboxes) from public, anon, authenticated, service_role;

create or replace function public.create_mailbox(
  p_workspace_id uuid, p_provider text, p_address text default null, p_since_days integer default 30
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_pending_for constant interval := interval '1 day';
  v_mailbox public.mailboxes;
begin
  if not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins of the workspace connect mailboxes.'
      using errcode = 'PT403';
  end if;
  -- Two requests at the same time are counted one after the other.
  perform from public.workspaces w where w.id = p_workspace_id for no key update;
  -- A connection that nobody has finished does not keep its place.
  delete from public.mailboxes m
  where m.workspace_id = p_workspace_id and m.state = 'pending' and m.created_at < clock_timestamp() - c_pending_for;
  perform nightshift.require_room('mailboxes', p_workspace_id, count(*), 'mailboxes')
  from public.mailboxes m
  where m.workspace_id = p_workspace_id;
  insert into public.mailboxes (workspace_id, provider, address, since_days)
  values (p_workspace_id, p_provider, lower(btrim(p_address)), p_since_days)
  returning * into v_mailbox;
  insert into nightshift.mailbox_sync (mailbox_id, workspace_id) values (v_mailbox.id, p_workspace_id);
  insert into nightshift.mailbox_turns (workspace_id) values (p_workspace_id) on conflict do nothing;
  return nightshift.describe_mailbox(v_mailbox);
exception
  when unique_violation then
    raise exception 'mailbox_exists: the workspace has a mailbox % already.', lower(btrim(p_address))
      using errcode = 'PT409';
  when check_violation or not_null_violation then
    raise exception 'mailbox_invalid: a mailbox has a provider (gmail, imap or graph), an address such as '
      'ada@example.com, and 0 to 3650 days of older email.' using errcode = 'PT400';
end
$$;
comment on function public.create_mailbox(uuid, text, text, integer) is
'Makes a pending mailbox, from which nothing is fetched before it is connected. For owners, admins and the service '
'role. Errors: PT403 workspace_not_managed, PT403 quota_exceeded, PT409 mailbox_exists, PT400 mailbox_invalid.';
revoke all on function public.create_mailbox(uuid, text, text, integer) from public, anon, authenticated, service_role;
grant execute on function public.create_mailbox(uuid, text, text, integer) to authenticated, service_role;

create or replace function public.begin_authorization(
  p_mailbox_id uuid, p_state_hash text, p_pkce_verifier text, p_redirect_url text default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_minutes constant interval := interval '10 minutes';
  v_mailbox public.mailboxes := nightshift.require_mailbox(p_mailbox_id);
begin
  if (select auth.uid()) is null then
    raise exception 'sign_in_required: a signed-in user connects a mailbox, and the same user confirms it.'
      using errcode = 'PT401';
  end if;
  if v_mailbox.provider = 'imap' then
    raise exception 'mailbox_invalid: an IMAP mailbox is connected by its password.' using errcode = 'PT400';
  end if;
  -- The latest link counts, and an earlier one ends.
  delete from nightshift.oauth_states s where s.mailbox_id = p_mailbox_id or s.expires_at <= clock_timestamp();
  insert into nightshift.oauth_states
    (state_hash, mailbox_id, workspace_id, user_id, pkce_verifier, redirect_url, expires_at)
  values (decode(p_state_hash, 'hex'), p_mailbox_id, v_mailbox.workspace_id, (select auth.uid()), p_pkce_verifier,
    p_redirect_url, clock_timestamp() + c_minutes);
  return nightshift.describe_mailbox(v_mailbox);
exception
  when check_violation or unique_violation or data_exception then
    raise exception 'mailbox_invalid: the state is a SHA-256, the verifier has 43 to 128 characters, and the page '
      'at most 2000.' using errcode = 'PT400';
end
$$;
comment on function public.begin_authorization(uuid, text, text, text) is
'Notes the link to the provider that the caller gets: the SHA-256 of its state (hexadecimal), the PKCE verifier and '
'where the browser goes in the end. For 10 minutes. Errors: PT404 mailbox_not_found, PT401 sign_in_required, PT400 '
'mailbox_invalid.';
revoke all on function public.begin_authorization(uuid, text, text, text)
from public, anon, authenticated, service_role;
grant execute on function public.begin_authorization(uuid, text, text, text) to authenticated, service_role;

create or replace function public.take_oauth_state(p_state_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_state nightshift.oauth_states;
begin
  perform nightshift.require_service();
  update nightshift.oauth_states s
  set used_at = clock_timestamp()
  where s.state_hash = decode(p_state_hash, 'hex') and s.used_at is null and s.expires_at > clock_timestamp()
  returning s.* into v_state;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  return jsonb_build_object('outcome', 'taken', 'pkce_verifier', v_state.pkce_verifier,
    'redirect_url', v_state.redirect_url,
    'provider', (select m.provider from public.mailboxes m where m.id = v_state.mailbox_id));
end
$$;
comment on function public.take_oauth_state(text) is
'What a state (its SHA-256, hexadecimal) was made for: {outcome: taken, provider, pkce_verifier, redirect_url}; once, '
'and within 10 minutes. Otherwise {outcome: unknown}.';
revoke all on function public.take_oauth_state(text) from public, anon, authenticated, service_role;
grant execute on function public.take_oauth_state(text) to service_role;

create or replace function public.keep_authorization(
  p_state_hash text, p_address text, p_secret jsonb, p_code_hash text, p_token_expires_at timestamptz default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_state nightshift.oauth_states;
  v_mailbox public.mailboxes;
begin
  perform nightshift.require_service();
  select s.* into v_state
  from nightshift.oauth_states s
  where s.state_hash = decode(p_state_hash, 'hex') and s.used_at is not null and s.code_hash is null
    and s.expires_at > clock_timestamp()
  for update;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  select m.* into strict v_mailbox from public.mailboxes m where m.id = v_state.mailbox_id;
  if v_mailbox.address <> lower(p_address) then
    delete from nightshift.oauth_states s where s.state_hash = v_state.state_hash;
    return jsonb_build_object('outcome', 'other_account', 'address', v_mailbox.address);
  elsif exists (
    select from public.mailboxes m
    where m.workspace_id = v_state.workspace_id and m.address = lower(p_address) and m.id <> v_mailbox.id)
  then
    delete from nightshift.oauth_states s where s.state_hash = v_state.state_hash;
    return jsonb_build_object('outcome', 'exists', 'address', lower(p_address));
  end if;
  update nightshift.oauth_states s
  set code_hash = decode(p_code_hash, 'hex'), address = lower(p_address), token_expires_at = p_token_expires_at,
    secret_id = vault.create_secret(p_secret::text, 'nightshift_mailbox_' || gen_random_uuid(),
      'Key to a mailbox that waits for its confirmation')
  where s.state_hash = v_state.state_hash;
  return jsonb_build_object('outcome', 'kept', 'mailbox_id', v_mailbox.id);
end
$$;
comment on function public.keep_authorization(text, text, jsonb, text, timestamptz) is
'Puts the tokens that a provider gave for a taken state into Vault until the user confirms with the code of this '
'SHA-256. Outcome: kept; unknown; other_account (the mailbox has another address); exists (the workspace has this '
'address already).';
revoke all on function public.keep_authorization(text, text, jsonb, text, timestamptz)
from public, anon, authenticated, service_role;
grant execute on function public.keep_authorization(text, text, jsonb, text, timestamptz) to service_role;

create or replace function nightshift.start_mailbox(
  p_mailbox_id uuid, p_address text, p_secret_id uuid, p_token_expires_at timestamptz, p_now timestamptz
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_mailbox public.mailboxes;
  v_is_first constant boolean := not exists (select from nightshift.mailbox_sync s where s.secret_id is not null);
begin
  update nightshift.mailbox_sync s
  set secret_id = p_secret_id, token_expires_at = p_token_expires_at, failures = 0, next_sync_at = p_now,
    run_id = null, lease_token = null, lease_expires_at = null,
    -- Connected again, it goes on where it was.
    backfill_since = case when s.cursor is not null then s.backfill_since
      else (select p_now - make_interval(days => m.since_days) from public.mailboxes m where m.id = s.mailbox_id) end
  where s.mailbox_id = p_mailbox_id;
  update public.mailboxes m
  set address = p_address, last_error = null, updated_at = p_now,
    state = case when exists (select from nightshift.mailbox_sync s
      where s.mailbox_id = m.id and s.cursor is not null and s.backfill_since is null) then 'live' else
        'backfilling' end
  where m.id = p_mailbox_id
  returning m.* into strict v_mailbox;
  if v_is_first then
    update public.task_schedules s set enabled = true where s.name = 'email-sync' and not s.enabled;
  end if;
  perform nightshift.note_mailbox_recovery(v_mailbox, p_now);
  return nightshift.describe_mailbox(v_mailbox);
end
$$;
comment on function nightshift.start_mailbox(uuid, text, uuid, timestamptz, timestamptz) is
'A mailbox is connected: it has its secret and is due. The first one of the project starts the schedule email-sync.';
revoke all on function nightshift.start_mailbox(uuid, text, uuid, timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.confirm_mailbox(p_code text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_now constant timestamptz := clock_timestamp();
  v_state nightshift.oauth_states;
  v_mailbox jsonb;
begin
  select s.* into v_state
  from nightshift.oauth_states s
  where s.code_hash = sha256(convert_to(p_code, 'UTF8'))
  for update;
  if not found or v_state.secret_id is null then
    return jsonb_build_object('outcome', 'unknown');
  elsif v_state.expires_at <= v_now or v_state.user_id is distinct from (select auth.uid())
    or not nightshift.can_manage(v_state.workspace_id)
  then
    -- Somebody else came back from the provider than asked for the link: the tokens are theirs and go at once.
    delete from nightshift.oauth_states s where s.state_hash = v_state.state_hash;
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform from public.mailboxes m where m.id = v_state.mailbox_id for no key update;
  if exists (select from public.mailboxes m where m.workspace_id = v_state.workspace_id
    and m.address = v_state.address and m.id <> v_state.mailbox_id)
  then
    delete from nightshift.oauth_states s where s.state_hash = v_state.state_hash;
    return jsonb_build_object('outcome', 'exists', 'address', v_state.address);
  end if;
  v_mailbox := nightshift.start_mailbox(
    v_state.mailbox_id, v_state.address, v_state.secret_id, v_state.token_expires_at, v_now);
  -- The secret stays, as it is that of the mailbox now.
  delete from nightshift.oauth_states s where s.state_hash = v_state.state_hash;
  return jsonb_build_object('outcome', 'confirmed', 'mailbox', v_mailbox);
end
$$;
comment on function public.confirm_mailbox(text) is
'Connects the mailbox that a one-time code stands for. Only the user who asked for the link can; the code of anybody '
'else is void, and the tokens behind it are gone. Outcome: confirmed with mailbox; unknown; exists with address.';
revoke all on function public.confirm_mailbox(text) from public, anon, authenticated, service_role;
grant execute on function public.confirm_mailbox(text) to authenticated;

create or replace function public.connect_with_password(p_mailbox_id uuid, p_secret jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_mailbox public.mailboxes;
begin
  perform nightshift.require_service();
  select m.* into v_mailbox from public.mailboxes m where m.id = p_mailbox_id and m.provider = 'imap'
    for no key update;
  if not found or v_mailbox.address is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  return jsonb_build_object('outcome', 'connected', 'mailbox', nightshift.start_mailbox(p_mailbox_id,
    v_mailbox.address, vault.create_secret(p_secret::text, 'nightshift_mailbox_' || gen_random_uuid(),
      'Key to a mailbox'), null, clock_timestamp()));
end
$$;
comment on function public.connect_with_password(uuid, jsonb) is
'Connects an IMAP mailbox whose login has just worked: its password goes to Vault. Outcome: connected with mailbox, or '
'unknown.';
revoke all on function public.connect_with_password(uuid, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.connect_with_password(uuid, jsonb) to service_role;

-- 20261122001784_change_mailboxes.sql

-- Changing mailboxes: pause, resume, fetch again, remove. For owners and admins.
--
-- Locks: rows only. Time: milliseconds; removing emails takes a second for some thousands.

create or replace function nightshift.note_mailbox_recovery(p_mailbox public.mailboxes, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
begin
  if exists (
    select from nightshift.alert_events e
    where e.source = 'mailbox ' || p_mailbox.id and e.event = 'failed')
  then
    perform nightshift.note_alert_event('recovered', coalesce(p_mailbox.address, 'A mailbox'),
      'mailbox ' || p_mailbox.id,
      p_mailbox.id || ' connected ' || p_now, p_mailbox.workspace_id,
      format('The mailbox %s is connected again.', p_mailbox.address),
      jsonb_build_object('mailbox_id', p_mailbox.id), 100, p_now);
  end if;
end
$$;
comment on function nightshift.note_mailbox_recovery(public.mailboxes, timestamptz) is
'Tells those who heard that a mailbox had to be connected again that it is.';
revoke all on function nightshift.note_mailbox_recovery(public.mailboxes, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.list_mailboxes(p_workspace_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(nightshift.describe_mailbox(m) order by m.created_at, m.id), '[]')
  from public.mailboxes m
  where m.workspace_id = p_workspace_id
    and ((select auth.role()) = 'service_role' or m.workspace_id in (select nightshift.my_workspaces()))
$$;
comment on function public.list_mailboxes(uuid) is
'The mailboxes of a workspace, for its members and the service role; none for anybody else.';
revoke all on function public.list_mailboxes(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_mailboxes(uuid) to authenticated, service_role;

create or replace function public.get_mailbox(p_mailbox_id uuid) returns jsonb
language sql security definer set search_path = ''
as $$ select nightshift.describe_mailbox(nightshift.require_mailbox(p_mailbox_id)) $$;
comment on function public.get_mailbox(uuid) is
'A mailbox that the caller may change: for owners, admins and the service role. Error: PT404 mailbox_not_found.';
revoke all on function public.get_mailbox(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_mailbox(uuid) to authenticated, service_role;

create or replace function nightshift.set_mailbox_state(
  p_mailbox public.mailboxes, p_is_paused boolean, p_now timestamptz
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_mailbox public.mailboxes;
begin
  update nightshift.mailbox_sync s
  set next_sync_at = case when p_is_paused or s.secret_id is null then null else p_now end,
    failures = 0, run_id = null, lease_token = null, lease_expires_at = null
  where s.mailbox_id = p_mailbox.id;
  update public.mailboxes m
  set updated_at = p_now, state = case
      when p_is_paused then 'paused'
      when exists (select from nightshift.mailbox_sync s
        where s.mailbox_id = m.id and s.cursor is not null and s.backfill_since is null) then 'live'
      else 'backfilling'
    end
  where m.id = p_mailbox.id
  returning m.* into strict v_mailbox;
  return nightshift.describe_mailbox(v_mailbox);
end
$$;
comment on function nightshift.set_mailbox_state(public.mailboxes, boolean, timestamptz) is
'Part of change_mailbox: pauses a mailbox, or makes it due at once. Who works on it loses the lease.';
revoke all on function nightshift.set_mailbox_state(public.mailboxes, boolean, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.change_mailbox(p_mailbox_id uuid, p_change text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_now constant timestamptz := clock_timestamp();
  v_mailbox constant public.mailboxes := nightshift.require_mailbox(p_mailbox_id);
begin
  if p_change not in ('pause', 'resume', 'resync') or p_change is null then
    raise exception 'mailbox_invalid: a change is pause, resume or resync.' using errcode = 'PT400';
  elsif v_mailbox.state in ('pending', 'reconnect_needed') then
    raise exception 'mailbox_not_connected: the mailbox is not connected. Connect it, then try again.'
      using errcode = 'PT409';
  end if;
  if p_change = 'resync' then
    update nightshift.mailbox_sync s
    set cursor = null, old_cursor = null, backfill_since = v_now - make_interval(days => v_mailbox.since_days)
    where s.mailbox_id = p_mailbox_id;
    -- Also what could not be read before is fetched again.
    delete from nightshift.mailbox_messages k where k.mailbox_id = p_mailbox_id and k.email_id is null;
  elsif (p_change = 'pause') = (v_mailbox.state = 'paused') then
    return nightshift.describe_mailbox(v_mailbox);
  end if;
  return nightshift.set_mailbox_state(v_mailbox, p_change = 'pause', v_now);
end
$$;
comment on function public.change_mailbox(uuid, text) is
'Changes a mailbox: pause, resume, or resync (its email of the last since_days is listed again; nothing is stored '
'twice). Asking again changes nothing. For owners, admins and the service role. Errors: PT404 mailbox_not_found, PT409 '
'mailbox_not_connected, PT400 mailbox_invalid.';
revoke all on function public.change_mailbox(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.change_mailbox(uuid, text) to authenticated, service_role;

create or replace function public.remove_mailbox(p_mailbox_id uuid, p_erase_emails boolean default false) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_most constant integer := 5000;
  v_mailbox constant public.mailboxes := nightshift.require_mailbox(p_mailbox_id);
  v_erased integer := 0;
begin
  if p_erase_emails then
    perform nightshift.set_mailbox_state(v_mailbox, true, clock_timestamp())
    where v_mailbox.state not in ('pending', 'paused');
    delete from public.client_emails e
    where e.id in (
      select k.email_id
      from nightshift.mailbox_messages k
      where k.mailbox_id = p_mailbox_id and k.email_id is not null
        -- What another mailbox has too stays.
        and not exists (
          select from nightshift.mailbox_messages o where o.email_id = k.email_id and o.mailbox_id <> p_mailbox_id)
      limit c_most);
    get diagnostics v_erased = row_count;
    if v_erased = c_most then
      return jsonb_build_object('outcome', 'more', 'emails_erased', v_erased);
    end if;
  end if;
  delete from public.mailboxes m where m.id = p_mailbox_id;
  return jsonb_build_object('outcome', 'removed', 'emails_erased', v_erased);
end
$$;
comment on function public.remove_mailbox(uuid, boolean) is
'Disconnects a mailbox and deletes its key from Vault. p_erase_emails: also its emails that no other '
'mailbox has, up to '
'5000 at a time; with outcome more the mailbox is paused, and the caller asks again. Otherwise outcome removed. For '
'owners, admins and the service role. Error: PT404 mailbox_not_found.';
revoke all on function public.remove_mailbox(uuid, boolean) from public, anon, authenticated, service_role;
grant execute on function public.remove_mailbox(uuid, boolean) to authenticated, service_role;

-- 20261122001786_email_answers.sql

-- Answers: which email of ours answered which email that came in.
--
-- A reply names what it replies to (In-Reply-To, References). It may be stored before the email that it
-- answers, as older email is fetched newest first, so both sides are looked at whenever an email is stored.
-- Locks: public.client_emails exclusively for milliseconds; writers wait half a second for it at most.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create table if not exists public.email_answers (
  email_id uuid primary key references public.client_emails (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  answered_by uuid not null references public.client_emails (id) on delete cascade,
  answered_at timestamptz not null,
  constraint an_email_does_not_answer_itself check (email_id <> answered_by)
);
create index if not exists email_answers_workspace_idx on public.email_answers (workspace_id, answered_at);
create index if not exists email_answers_answer_idx on public.email_answers (answered_by);
comment on table public.email_answers is 'Emails that came in and were answered, each with its first answer.';
comment on column public.email_answers.email_id is 'the email that came in';
comment on column public.email_answers.workspace_id is 'its workspace';
comment on column public.email_answers.answered_by is 'the outbound email that answered it first';
comment on column public.email_answers.answered_at is 'when that was sent';
alter table public.email_answers enable row level security;
revoke all on public.email_answers from anon, authenticated, service_role;
grant select on public.email_answers to authenticated, service_role;
drop policy if exists "members read the answers of their workspaces" on public.email_answers;
create policy "members read the answers of their workspaces" on public.email_answers
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads answers" on public.email_answers;
create policy "service role reads answers" on public.email_answers for select to service_role using (true);

create table if not exists nightshift.email_references (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  message_id text not null,
  email_id uuid not null references public.client_emails (id) on delete cascade,
  constraint a_reply_names_a_message_once primary key (workspace_id, message_id, email_id),
  constraint message_id_has_at_most_998_bytes check (octet_length(message_id) <= 998)
);
create index if not exists email_references_email_idx on nightshift.email_references (email_id);
alter table nightshift.email_references enable row level security;
revoke all on nightshift.email_references from public;
comment on table nightshift.email_references is 'Which messages our outbound emails reply to.';
comment on column nightshift.email_references.workspace_id is 'the workspace of the outbound email';
comment on column nightshift.email_references.message_id is 'the Message-ID that it names, without angle brackets';
comment on column nightshift.email_references.email_id is 'the outbound email';

create or replace function nightshift.note_references(p_email_ids uuid[], p_more jsonb default '{}') returns void
language sql set search_path = ''
as $$
  insert into nightshift.email_references (workspace_id, message_id, email_id)
  select distinct e.workspace_id, named.id, e.id
  from public.client_emails e
  join public.workspaces w on w.id = e.workspace_id -- an adopted table may lack the foreign key
  cross join lateral (
    select btrim(t.id, '<>') as id
    from regexp_split_to_table(left(e.headers ->> 'in-reply-to', 2000), '[\s,]+') as t (id)
    union
    select t.id from jsonb_array_elements_text(p_more -> e.id::text) as t (id)
  ) as named
  where e.id = any (p_email_ids) and e.direction = 'outbound' and octet_length(named.id) between 1 and 998
  on conflict do nothing
$$;
comment on function nightshift.note_references(uuid[], jsonb) is
'Notes what outbound emails reply to: by In-Reply-To, and by the Message-IDs in p_more {email id: [ids]}.';
revoke all on function nightshift.note_references(uuid[], jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_answers(p_answers jsonb) returns void
language sql set search_path = ''
as $$
  insert into public.email_answers as k (email_id, workspace_id, answered_by, answered_at)
  select distinct on (a.email_id) a.email_id, a.workspace_id, a.answered_by, a.answered_at
  from jsonb_to_recordset(p_answers)
    as a (email_id uuid, workspace_id uuid, answered_by uuid, answered_at timestamptz)
  where a.email_id <> a.answered_by
  order by a.email_id, a.answered_at, a.answered_by
  on conflict (email_id) do update set answered_by = excluded.answered_by, answered_at = excluded.answered_at
  where (excluded.answered_at, excluded.answered_by) < (k.answered_at, k.answered_by)
$$;
comment on function nightshift.keep_answers(jsonb) is
'Stores [{email_id, workspace_id, answered_by, answered_at}]. Of several answers the first is kept, in whatever order '
'they are found.';
revoke all on function nightshift.keep_answers(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.is_addressed_to(p_answer public.client_emails, p_email public.client_emails)
returns boolean
language sql immutable set search_path = ''
as $$
  with recipients as (
    select lower(btrim(t.address)) as address
    from unnest(coalesce(p_answer.to_emails, '{}') || coalesce(p_answer.cc_emails, '{}')) as t (address)
  )
  select not exists (select from recipients)
    or exists (select from recipients r where r.address = lower(btrim(p_email.from_email)))
    or exists (
      select
      from regexp_matches(lower(left(p_email.headers ->> 'reply-to', 1000)), '[^\s<>,;"]+@[^\s<>,;"]+', 'g') as f (a)
      join recipients r on r.address = f.a[1])
$$;
comment on function nightshift.is_addressed_to(public.client_emails, public.client_emails) is
'Whether an outbound email goes to who wrote another one: to its sender or its Reply-To. Also when it names nobody.';
revoke all on function nightshift.is_addressed_to(public.client_emails, public.client_emails)
  from public, anon, authenticated, service_role;

create or replace function nightshift.note_answers(p_email_ids uuid[]) returns void
language sql set search_path = ''
as $$
  with pairs as ( -- from the side of the answer
    select q.id as email_id, q.workspace_id, a.id as answered_by, a.received_at as answered_at
    from nightshift.email_references r
    join public.client_emails a on a.id = r.email_id
    join public.client_emails q on q.workspace_id = r.workspace_id and q.provider_message_id = r.message_id
    -- Who knows a Message-ID can make us name it: what we tell them answers nobody else.
    where r.email_id = any (p_email_ids) and q.direction = 'inbound' and nightshift.is_addressed_to(a, q)
    union
    -- and from the side of the email that came in. Of different emails that share a Message-ID, see ingest_email, the
    -- first to be stored is answered: another one may be forged, and is better looked at once too often.
    select q.id, q.workspace_id, a.id, a.received_at
    from public.client_emails q
    join nightshift.email_references r on r.workspace_id = q.workspace_id
      and r.message_id = q.provider_message_id
    join public.client_emails a on a.id = r.email_id
    where q.id = any (p_email_ids) and q.direction = 'inbound' and nightshift.is_addressed_to(a, q)
  )
  select nightshift.keep_answers(jsonb_agg(to_jsonb(p))) from pairs p having count(*) > 0
$$;
comment on function nightshift.note_answers(uuid[]) is
'Finds what these emails answer, or are answered by. Only an outbound email answers, and only who gets it.';
revoke all on function nightshift.note_answers(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.find_answers() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_ids constant uuid[] := array(select e.id from new_emails e);
begin
  perform nightshift.note_references(v_ids);
  perform nightshift.note_answers(v_ids);
  return null;
end
$$;
comment on function nightshift.find_answers() is 'Notes which emails new ones answer, or are answered by.';
revoke all on function nightshift.find_answers() from public;

create or replace trigger find_answers
after insert on public.client_emails
referencing new table as new_emails
for each statement execute function nightshift.find_answers();

-- 20261122001790_claim_mailboxes.sql

-- Claiming mailboxes: which are due, who works on them, and with which key.
--
-- Workspaces take turns, and so do the mailboxes of a workspace, so a large mailbox delays the others by one
-- round at most.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.holds_mailbox_run(p_run_id uuid, p_run_token uuid, p_now timestamptz)
returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select
    from nightshift.run_leases l
    where l.run_id = p_run_id and l.token = p_run_token and l.expires_at > p_now)
$$;
comment on function nightshift.holds_mailbox_run(uuid, uuid, timestamptz) is
'Whether this is the run''s latest holder, and its lease has not ended.';
revoke all on function nightshift.holds_mailbox_run(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.next_mailbox(p_workspace_id uuid, p_now timestamptz) returns uuid
language sql set search_path = ''
as $$
  select s.mailbox_id
  from nightshift.mailbox_sync s
  where s.workspace_id = p_workspace_id and s.next_sync_at <= p_now
    and (s.lease_expires_at is null or s.lease_expires_at <= p_now)
  order by s.served_at nulls first, s.next_sync_at, s.mailbox_id
  limit 1
  for no key update skip locked
$$;
comment on function nightshift.next_mailbox(uuid, timestamptz) is
'The mailbox of a workspace that is due and has waited longest; null when there is none.';
revoke all on function nightshift.next_mailbox(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.claim_mailboxes(
  p_run_id uuid, p_limit integer, p_lease_seconds integer, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_workspace_id uuid;
  v_mailbox_id uuid;
  v_claimed uuid[] := array[]::uuid[];
begin
  if (p_limit between 1 and 50 and p_lease_seconds between 1 and 3600) is not true then
    raise exception 'claim_out_of_range: 1 to 50 mailboxes, 1 to 3600 s.' using errcode = 'PT400';
  end if;
  for v_workspace_id in
    select t.workspace_id
    from nightshift.mailbox_turns t
    where exists (
      select from nightshift.mailbox_sync s
      where s.workspace_id = t.workspace_id and s.next_sync_at <= p_now
        and (s.lease_expires_at is null or s.lease_expires_at <= p_now))
    order by t.last_served_at nulls first, t.workspace_id
  loop
    -- Somebody is deleting the workspace, and we wait for nobody.
    perform from public.workspaces w where w.id = v_workspace_id for key share skip locked;
    continue when not found;
    v_mailbox_id := nightshift.next_mailbox(v_workspace_id, p_now);
    continue when v_mailbox_id is null;
    update nightshift.mailbox_sync s
    set run_id = p_run_id, lease_token = gen_random_uuid(), served_at = p_now,
      lease_expires_at = p_now + make_interval(secs => p_lease_seconds)
    where s.mailbox_id = v_mailbox_id;
    update nightshift.mailbox_turns t set last_served_at = p_now where t.workspace_id = v_workspace_id;
    v_claimed := v_claimed || v_mailbox_id;
    exit when cardinality(v_claimed) >= p_limit;
  end loop;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'mailbox_id', m.id, 'workspace_id', m.workspace_id, 'provider', m.provider, 'address', m.address,
      'lease_token', s.lease_token, 'cursor', s.cursor, 'old_cursor', s.old_cursor,
      'backfill_since', s.backfill_since, 'caught_up_at', s.caught_up_at)
      order by array_position(v_claimed, m.id)), '[]')
    from nightshift.mailbox_sync s
    join public.mailboxes m on m.id = s.mailbox_id
    where s.mailbox_id = any (v_claimed));
end
$$;
comment on function nightshift.claim_mailboxes(uuid, integer, integer, timestamptz) is
'Leases up to p_limit (1 to 50) due mailboxes to a run, one of each workspace, by whose turn it is. Returns '
'[{mailbox_id, workspace_id, provider, address, lease_token, cursor, old_cursor, backfill_since, caught_up_at}]. '
'Error: PT400 claim_out_of_range.';
revoke all on function nightshift.claim_mailboxes(uuid, integer, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.claim_mailboxes(
  p_run_id uuid, p_run_token uuid, p_limit integer, p_lease_seconds integer
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  if not nightshift.beat_mailbox_run(p_run_id, p_run_token, p_lease_seconds, clock_timestamp()) then
    return jsonb_build_object('outcome', 'superseded', 'mailboxes', jsonb '[]');
  end if;
  return jsonb_build_object('outcome', 'claimed',
    'mailboxes', nightshift.claim_mailboxes(p_run_id, p_limit, p_lease_seconds));
end
$$;
comment on function public.claim_mailboxes(uuid, uuid, integer, integer) is
'See nightshift.claim_mailboxes; only for the holder of the run: anyone else gets outcome superseded.';
revoke all on function public.claim_mailboxes(uuid, uuid, integer, integer)
from public, anon, authenticated, service_role;
grant execute on function public.claim_mailboxes(uuid, uuid, integer, integer) to service_role;

create or replace function nightshift.beat_mailbox_run(
  p_run_id uuid, p_run_token uuid, p_lease_seconds integer, p_now timestamptz
) returns boolean
language plpgsql set search_path = ''
as $$
begin
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + make_interval(secs => p_lease_seconds))
  where l.run_id = p_run_id and l.token = p_run_token;
  if not found then
    return false;
  end if;
  with free as ( -- whose row is locked goes with its workspace, or is being stored to, which moves its lease on too
    select s.mailbox_id
    from nightshift.mailbox_sync s
    where s.run_id = p_run_id and s.lease_expires_at > p_now
    order by s.mailbox_id
    for no key update skip locked
  )
  update nightshift.mailbox_sync s
  set lease_expires_at = greatest(s.lease_expires_at, p_now + make_interval(secs => p_lease_seconds))
  from free f
  where s.mailbox_id = f.mailbox_id;
  return true;
end
$$;
comment on function nightshift.beat_mailbox_run(uuid, uuid, integer, timestamptz) is
'Heartbeat: extends the lease of a run and of its mailboxes. False when another holder has taken over or the run has '
'ended.';
revoke all on function nightshift.beat_mailbox_run(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.beat_mailbox_run(p_run_id uuid, p_run_token uuid, p_lease_seconds integer)
returns boolean
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.beat_mailbox_run(p_run_id, p_run_token, p_lease_seconds, clock_timestamp());
$$;
comment on function public.beat_mailbox_run(uuid, uuid, integer) is 'See nightshift.beat_mailbox_run.';
revoke all on function public.beat_mailbox_run(uuid, uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.beat_mailbox_run(uuid, uuid, integer) to service_role;

create or replace function nightshift.hold_mailbox(p_mailbox_id uuid, p_lease_token uuid, p_now timestamptz)
returns nightshift.mailbox_sync
language sql set search_path = ''
as $$
  select s.*
  from nightshift.mailbox_sync s
  where s.mailbox_id = p_mailbox_id and s.lease_token = p_lease_token and s.lease_expires_at > p_now
  for no key update
$$;
comment on function nightshift.hold_mailbox(uuid, uuid, timestamptz) is
'The row of a mailbox, kept until the end of the transaction, if the caller has its lease; else null.';
revoke all on function nightshift.hold_mailbox(uuid, uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.read_mailbox_secret(
  p_mailbox_id uuid, p_lease_token uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce((
    select jsonb_build_object('outcome', 'read', 'secret', coalesce(v.decrypted_secret::jsonb, '{}'))
    from nightshift.mailbox_sync s
    left join vault.decrypted_secrets v on v.id = s.secret_id
    where s.mailbox_id = p_mailbox_id and s.lease_token = p_lease_token and s.lease_expires_at > p_now
  ), '{"outcome": "lost"}')
$$;
comment on function nightshift.read_mailbox_secret(uuid, uuid, timestamptz) is
'The key to a mailbox, only while the mailbox is leased to the caller: {outcome: read, secret}; the secret is {} when '
'Vault no longer has it, so that its owner is asked to connect again. Otherwise {outcome: lost}.';
revoke all on function nightshift.read_mailbox_secret(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.read_mailbox_secret(p_mailbox_id uuid, p_lease_token uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.read_mailbox_secret(p_mailbox_id, p_lease_token);
$$;
comment on function public.read_mailbox_secret(uuid, uuid) is 'See nightshift.read_mailbox_secret.';
revoke all on function public.read_mailbox_secret(uuid, uuid) from public, anon, authenticated, service_role;
grant execute on function public.read_mailbox_secret(uuid, uuid) to service_role;

create or replace function nightshift.save_mailbox_secret(
  p_mailbox_id uuid, p_lease_token uuid, p_secret jsonb, p_now timestamptz default clock_timestamp()
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_held constant nightshift.mailbox_sync := nightshift.hold_mailbox(p_mailbox_id, p_lease_token, p_now);
begin
  if v_held.secret_id is null then
    return false;
  end if;
  perform vault.update_secret(v_held.secret_id, p_secret::text);
  return true;
end
$$;
comment on function nightshift.save_mailbox_secret(uuid, uuid, jsonb, timestamptz) is
'Replaces the key to a mailbox that is leased to the caller, as providers renew tokens. False when it is not.';
revoke all on function nightshift.save_mailbox_secret(uuid, uuid, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.save_mailbox_secret(p_mailbox_id uuid, p_lease_token uuid, p_secret jsonb)
returns boolean
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.save_mailbox_secret(p_mailbox_id, p_lease_token, p_secret);
$$;
comment on function public.save_mailbox_secret(uuid, uuid, jsonb) is 'See nightshift.save_mailbox_secret.';
revoke all on function public.save_mailbox_secret(uuid, uuid, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.save_mailbox_secret(uuid, uuid, jsonb) to service_role;

-- 20261122001792_store_mailbox_emails.sql

-- Storing what was fetched from mailboxes: each email once, its place in the mailbox afterwards.
--
-- The place moves on in the same transaction as the last emails before it, so a run that is killed anywhere
-- fetches some emails again and leaves none out.
-- Locks: rows only. Time: milliseconds an email.

create or replace function nightshift.find_copy(p_email public.client_emails) returns public.client_emails
language plpgsql stable set search_path = ''
as $$
declare
  v_copy public.client_emails;
begin
  -- Sent by one of our mailboxes and received by another it is one email, which we sent.
  select e.* into v_copy
  from public.client_emails e
  where e.workspace_id = p_email.workspace_id and e.provider_message_id = p_email.provider_message_id
    and nightshift.is_same_email(e, jsonb_populate_record(p_email, jsonb_build_object('direction', e.direction)));
  return v_copy;
end
$$;
comment on function nightshift.find_copy(public.client_emails) is
'The stored email that says the same under the same Message-ID, whichever direction each copy has.';
revoke all on function nightshift.find_copy(public.client_emails) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_synced_email(p_workspace_id uuid, p_email jsonb, out outcome text,
  out email_id uuid)
language plpgsql set search_path = ''
as $$
declare
  v_email constant public.client_emails := nightshift.read_email(p_workspace_id, p_email);
  v_copy public.client_emails := nightshift.find_copy(v_email);
  v_stored jsonb;
begin
  if v_copy.id is null then
    v_stored := public.ingest_email(p_workspace_id, p_email);
    outcome := v_stored ->> 'outcome';
    email_id := (v_stored ->> 'email_id')::uuid;
    if outcome = 'created' then
      perform nightshift.count_intake(p_workspace_id, 'synced_email', 1, pg_column_size(v_email));
    end if;
    return;
  end if;
  outcome := 'duplicate';
  email_id := v_copy.id;
  if v_email.direction = 'outbound' and v_copy.direction = 'inbound' and not v_copy.intelligence_analyzed then
    update public.client_emails e set direction = 'outbound' where e.id = v_copy.id;
    delete from nightshift.email_queue q where q.email_id = v_copy.id;
  end if;
end
$$;
comment on function nightshift.keep_synced_email(uuid, jsonb) is
'Stores one email of a mailbox, unless its workspace has it. Outcome as of ingest_email. Error: PT429 '
'daily_quota_exceeded.';
revoke all on function nightshift.keep_synced_email(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.store_synced_emails(p_held nightshift.mailbox_sync, p_emails jsonb)
returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_item record;
  v_outcome text;
  v_email_id uuid;
  v_more jsonb := jsonb '{}';
  v_created integer := 0;
  v_known integer := 0;
  v_unreadable integer := 0;
  v_detail text;
begin
  for v_item in
    select i.*
    from jsonb_to_recordset(p_emails)
      as i (ref_id text, thread_id text, email jsonb, reply_ids jsonb)
  loop
    begin
      v_outcome := null;
      v_email_id := null;
      begin
        if jsonb_typeof(v_item.email) = 'object' then
          select k.outcome, k.email_id into v_outcome, v_email_id
          from nightshift.keep_synced_email(p_held.workspace_id, v_item.email) k;
        end if;
      exception when integrity_constraint_violation or data_exception or program_limit_exceeded then
        null; -- The table refuses what this email says. It is not fetched again, and stops no other.
      end;
      if v_outcome is distinct from 'created' then -- It cost as much to fetch as a new email.
        perform nightshift.count_intake(p_held.workspace_id, 'synced_email', 1, 0);
      end if;
      insert into nightshift.mailbox_messages (mailbox_id, ref_hash, email_id, thread_hash)
      values (p_held.mailbox_id, nightshift.hash_id(v_item.ref_id), v_email_id,
        nightshift.hash_id(v_item.thread_id))
      on conflict on constraint a_message_is_known_once_in_its_mailbox
      do update set email_id = excluded.email_id, thread_hash = excluded.thread_hash;
      if v_email_id is not null then
        v_more := v_more || jsonb_build_object(v_email_id, coalesce(v_item.reply_ids, '[]'));
      end if;
      v_created := v_created + (v_outcome is not distinct from 'created')::integer;
      v_known := v_known + (v_outcome is not distinct from 'duplicate')::integer;
      v_unreadable := v_unreadable + (v_email_id is null)::integer;
    exception when sqlstate 'PT429' then
      v_detail := regexp_replace(sqlerrm, '^\w+: ', '');
      exit;
    end;
  end loop;
  perform nightshift.note_synced_answers(p_held.mailbox_id, v_more);
  return jsonb_build_object('outcome', case when v_detail is null then 'stored' else 'daily_quota_exceeded' end,
    'detail', v_detail, 'created', v_created, 'known', v_known, 'unreadable', v_unreadable);
end
$$;
comment on function nightshift.store_synced_emails(nightshift.mailbox_sync, jsonb) is
'Part of store_mailbox_emails: stores emails one by one; one that the table refuses stops no other.';
revoke all on function nightshift.store_synced_emails(nightshift.mailbox_sync, jsonb)
  from public, anon, authenticated, service_role;

create or replace function nightshift.note_synced_answers(p_mailbox_id uuid, p_reply_ids jsonb) returns void
language plpgsql set search_path = ''
as $$
declare
  v_ids constant uuid[] := array(select k.id::uuid from jsonb_object_keys(p_reply_ids) as k (id));
begin
  perform nightshift.note_references(v_ids, p_reply_ids);
  perform nightshift.note_answers(v_ids);
  -- A reply that names nothing answers what its conversation got before, by the word of the provider.
  perform nightshift.keep_answers(jsonb_agg(jsonb_build_object('email_id', q.id, 'workspace_id', q.workspace_id,
    'answered_by', a.id, 'answered_at', a.received_at)))
  from (
    select distinct k.thread_hash
    from nightshift.mailbox_messages k
    where k.mailbox_id = p_mailbox_id and k.email_id = any (v_ids) and k.thread_hash is not null
  ) t
  join nightshift.mailbox_messages ka on ka.mailbox_id = p_mailbox_id and ka.thread_hash = t.thread_hash
  join public.client_emails a on a.id = ka.email_id and a.direction = 'outbound'
  join nightshift.mailbox_messages kq on kq.mailbox_id = p_mailbox_id and kq.thread_hash = t.thread_hash
  join public.client_emails q on q.id = kq.email_id and q.direction = 'inbound' and q.received_at <= a.received_at
  where not exists (select from nightshift.email_references r where r.email_id = a.id)
    and nightshift.is_addressed_to(a, q)
  having count(*) > 0;
end
$$;
comment on function nightshift.note_synced_answers(uuid, jsonb) is
'Part of store_mailbox_emails: which emails these answer, by Message-IDs {email id: [ids]} or by their conversation.';
revoke all on function nightshift.note_synced_answers(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.move_on(p_held nightshift.mailbox_sync, p_progress jsonb, p_now timestamptz)
returns void
language plpgsql set search_path = ''
as $$
declare
  v_sync nightshift.mailbox_sync;
begin
  update nightshift.mailbox_sync s
  set cursor = case when p_progress ? 'cursor' then nullif(p_progress -> 'cursor', 'null') else s.cursor end,
    old_cursor = case when p_progress ? 'old_cursor' then nullif(p_progress -> 'old_cursor', 'null')
      else s.old_cursor end,
    backfill_since = case when p_progress ? 'backfill_since' then (p_progress ->> 'backfill_since')::timestamptz
      else s.backfill_since end,
    caught_up_at = case when (p_progress ->> 'is_caught_up')::boolean then p_now else s.caught_up_at end
  where s.mailbox_id = p_held.mailbox_id
  returning s.* into v_sync;
  update public.mailboxes m
  set last_synced_at = v_sync.caught_up_at, updated_at = p_now,
    state = case when v_sync.cursor is not null and v_sync.backfill_since is null then 'live' else 'backfilling' end
  where m.id = p_held.mailbox_id and m.state in ('backfilling', 'live');
end
$$;
comment on function nightshift.move_on(nightshift.mailbox_sync, jsonb, timestamptz) is
'Part of store_mailbox_emails: keeps the place in a mailbox. p_progress: what changes of cursor, old_cursor, '
'backfill_since; is_caught_up.';
revoke all on function nightshift.move_on(nightshift.mailbox_sync, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_mailbox_emails(
  p_mailbox_id uuid, p_lease_token uuid, p_emails jsonb, p_progress jsonb default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_held nightshift.mailbox_sync;
  v_stored jsonb;
begin
  if jsonb_array_length(p_emails) > 20 then
    raise exception 'emails_out_of_range: at most 20 emails at once.' using errcode = 'PT400';
  end if;
  -- A workspace that is being deleted makes nobody wait.
  perform from public.workspaces w
  where w.id = (select m.workspace_id from public.mailboxes m where m.id = p_mailbox_id)
  for key share skip locked;
  if found then
    v_held := nightshift.hold_mailbox(p_mailbox_id, p_lease_token, p_now);
  end if;
  if v_held.mailbox_id is null then
    return jsonb_build_object('outcome', 'lost', 'created', 0, 'known', 0, 'unreadable', 0);
  end if;
  v_stored := nightshift.store_synced_emails(v_held, p_emails);
  if v_stored ->> 'outcome' = 'stored' and p_progress is not null then
    perform nightshift.move_on(v_held, p_progress, p_now);
  end if;
  if (v_stored ->> 'created')::integer > 0 then
    perform nightshift.count_synced(v_held.run_id, v_held.workspace_id, (v_stored ->> 'created')::integer, null, p_now);
  end if;
  return v_stored;
end
$$;
comment on function nightshift.store_mailbox_emails(uuid, uuid, jsonb, jsonb, timestamptz) is
'Stores up to 20 emails [{ref_id, thread_id, email, reply_ids}] of a mailbox that is leased to the caller, and then '
'its place: p_progress, see move_on. An email that is null cannot be read and is not asked for again. Outcome: '
'stored; lost (nothing is stored); daily_quota_exceeded with detail (the place stays). With created, known, '
'unreadable. Error: PT400 emails_out_of_range.';
revoke all on function nightshift.store_mailbox_emails(uuid, uuid, jsonb, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.store_mailbox_emails(
  p_mailbox_id uuid, p_lease_token uuid, p_emails jsonb, p_progress jsonb default null
) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.store_mailbox_emails(p_mailbox_id, p_lease_token, p_emails, p_progress);
$$;
comment on function public.store_mailbox_emails(uuid, uuid, jsonb, jsonb) is 'See nightshift.store_mailbox_emails.';
revoke all on function public.store_mailbox_emails(uuid, uuid, jsonb, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.store_mailbox_emails(uuid, uuid, jsonb, jsonb) to service_role;

create or replace function public.list_new_messages(p_mailbox_id uuid, p_ref_ids text[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select coalesce(jsonb_agg(r.id order by r.position), '[]')
  from unnest(p_ref_ids) with ordinality as r (id, position)
  where not exists (
    select from nightshift.mailbox_messages k
    where k.mailbox_id = p_mailbox_id and k.ref_hash = nightshift.hash_id(r.id));
$$;
comment on function public.list_new_messages(uuid, text[]) is
'Those of the provider''s ids of messages that are not stored yet: the others need not be fetched.';
revoke all on function public.list_new_messages(uuid, text[]) from public, anon, authenticated, service_role;
grant execute on function public.list_new_messages(uuid, text[]) to service_role;

-- 20261122001794_mailbox_runs.sql

-- Runs of email-sync: how a mailbox is given back, and how a run ends and goes on.
--
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.count_synced(
  p_run_id uuid, p_workspace_id uuid, p_emails integer, p_message text, p_now timestamptz
) returns void
language sql set search_path = ''
as $$
  insert into nightshift.run_workspaces as w (run_id, workspace_id, processed, message, started_at)
  values (p_run_id, p_workspace_id, p_emails, p_message, p_now)
  on conflict on constraint one_row_for_each_workspace_of_a_run
  do update set processed = w.processed + excluded.processed, needs_copy = true,
    message = left(concat_ws(' ', w.message, excluded.message), 2000)
  where w.status = 'running'
$$;
comment on function nightshift.count_synced(uuid, uuid, integer, text, timestamptz) is
'Adds new emails, and what went wrong with a mailbox, to the row of a workspace. A workspace in which nothing changed '
'has none.';
revoke all on function nightshift.count_synced(uuid, uuid, integer, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.note_lost_mailbox(p_mailbox public.mailboxes, p_number integer,
  p_now timestamptz) returns void
language sql set search_path = ''
as $$
  select nightshift.note_alert_event('failed', coalesce(p_mailbox.address, 'A mailbox'), 'mailbox ' || p_mailbox.id,
    format('%s reconnect %s', p_mailbox.id, p_number), p_mailbox.workspace_id,
    format('The mailbox %s has to be connected again: %s', p_mailbox.address, p_mailbox.last_error),
    jsonb_build_object('mailbox_id', p_mailbox.id, 'provider', p_mailbox.provider), 100, p_now);
$$;
comment on function nightshift.note_lost_mailbox(public.mailboxes, integer, timestamptz) is
'The one alert about a mailbox whose key its provider rejects.';
revoke all on function nightshift.note_lost_mailbox(public.mailboxes, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.settle_mailbox(
  p_mailbox_id uuid, p_lease_token uuid, p_result jsonb, p_now timestamptz default clock_timestamp()
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  c_poll_seconds constant integer := 270;
  c_first_seconds constant integer := 60;
  c_most_seconds constant integer := 21600;
  v_outcome constant text := p_result ->> 'outcome';
  v_is_error constant boolean := v_outcome in ('back_off', 'reconnect_needed', 'temporary');
  v_held nightshift.mailbox_sync := nightshift.hold_mailbox(p_mailbox_id, p_lease_token, p_now);
  v_mailbox public.mailboxes;
begin
  if v_held.mailbox_id is null then
    return false;
  elsif v_outcome is null or v_outcome not in ('done', 'more', 'back_off', 'reconnect_needed', 'temporary') then
    raise exception 'mailbox_invalid: a result is done, more, back_off, reconnect_needed or temporary.'
      using errcode = 'PT400';
  end if;
  update nightshift.mailbox_sync s
  set run_id = null, lease_token = null, lease_expires_at = null,
    failures = case when v_is_error then least(s.failures + 1, 1000) else 0 end,
    reconnects = s.reconnects + (v_outcome = 'reconnect_needed')::integer,
    next_sync_at = case v_outcome
      when 'more' then p_now
      when 'done' then p_now + make_interval(secs => c_poll_seconds)
      when 'reconnect_needed' then null
      else p_now + greatest(nightshift.backoff(s.failures + 1, c_first_seconds, c_most_seconds),
        make_interval(secs => least(coalesce((p_result ->> 'retry_after_seconds')::numeric, 0), 86400)::float8))
    end
  where s.mailbox_id = p_mailbox_id;
  update public.mailboxes m
  set last_error = case when v_is_error then left(coalesce(p_result ->> 'error', 'It failed.'), 2000) end,
    updated_at = p_now,
    state = case when v_outcome = 'reconnect_needed' then 'reconnect_needed' else m.state end
  where m.id = p_mailbox_id and (v_is_error or m.last_error is not null)
  returning m.* into v_mailbox;
  if v_is_error then
    perform nightshift.count_synced(v_held.run_id, v_held.workspace_id, 0,
      format('%s: %s', v_mailbox.address, v_mailbox.last_error), p_now);
  end if;
  if v_outcome = 'reconnect_needed' then
    perform nightshift.note_lost_mailbox(v_mailbox, v_held.reconnects + 1, p_now);
  end if;
  return true;
end
$$;
comment on function nightshift.settle_mailbox(uuid, uuid, jsonb, timestamptz) is
'Gives a mailbox back with {outcome, error, retry_after_seconds}: done (next time in five minutes), more '
'(it goes on as '
'soon as it is its turn), back_off or temporary (after 1 minute to 6 hours, and not before the provider said), '
'reconnect_needed (not before its owner has connected it again; one alert). False when the lease is lost. Error: PT400 '
'mailbox_invalid.';
revoke all on function nightshift.settle_mailbox(uuid, uuid, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.settle_mailbox(p_mailbox_id uuid, p_lease_token uuid, p_result jsonb) returns boolean
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.settle_mailbox(p_mailbox_id, p_lease_token, p_result);
$$;
comment on function public.settle_mailbox(uuid, uuid, jsonb) is 'See nightshift.settle_mailbox.';
revoke all on function public.settle_mailbox(uuid, uuid, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.settle_mailbox(uuid, uuid, jsonb) to service_role;

create or replace function nightshift.has_due_mailbox(p_now timestamptz) returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select
    from nightshift.mailbox_sync s
    where s.next_sync_at <= p_now and (s.lease_expires_at is null or s.lease_expires_at <= p_now))
$$;
comment on function nightshift.has_due_mailbox(timestamptz) is 'Whether a mailbox can be claimed now.';
revoke all on function nightshift.has_due_mailbox(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.continue_mailbox_run(p_run_id uuid, p_now timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_number constant integer := nightshift.next_continuation(p_run_id);
  v_dispatch record;
begin
  select d.schedule_id, min(d.slot) as slot into v_dispatch
  from public.task_dispatches d
  join public.task_schedules s on s.id = d.schedule_id and s.enabled
  where d.task_id = p_run_id
  group by d.schedule_id;
  if not found or v_number is null or not nightshift.has_due_mailbox(p_now)
    -- The last run to end goes on, so that their number does not grow.
    or exists (
      select
      from public.autonomous_tasks t
      where t.workspace_id is null and t.task_type = 'email_sync' and t.executed_at > p_now - interval '1 hour'
        and t.status in ('pending', 'running') and t.id <> p_run_id)
  then
    return null;
  end if;
  return nightshift.open_dispatch(v_dispatch.schedule_id, v_dispatch.slot, 'continuation',
    jsonb_build_object('parent_task_id', p_run_id, 'continuation', v_number), p_now => p_now);
end
$$;
comment on function nightshift.continue_mailbox_run(uuid, timestamptz) is
'Dispatches one further run while mailboxes are due, up to 500 in a row. Null when none is needed or allowed.';
revoke all on function nightshift.continue_mailbox_run(uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.finish_mailbox_run(
  p_run_id uuid, p_report jsonb, p_error text, p_now timestamptz default clock_timestamp()
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_workspace_ids constant uuid[] := nightshift.hold_run_workspaces(p_run_id);
begin
  -- What it did not give back may be claimed at once.
  with left_over as (
    select s.mailbox_id from nightshift.mailbox_sync s where s.run_id = p_run_id
    order by s.mailbox_id
    for no key update skip locked
  )
  update nightshift.mailbox_sync s
  set run_id = null, lease_token = null, lease_expires_at = null
  from left_over l
  where s.mailbox_id = l.mailbox_id;
  update nightshift.run_workspaces w
  set status = case when w.message is null then 'completed' when w.processed = 0 then 'failed'
      else 'partial_failure' end,
    message = nullif(w.message, ''), ended_at = p_now, needs_copy = true
  where w.run_id = p_run_id and w.status = 'running' and w.workspace_id = any (v_workspace_ids);
  update public.autonomous_tasks t
  set status = case when p_error is null then 'completed' else 'failed' end,
    output_data = p_report || jsonb_build_object('emails_stored', coalesce((
      select sum(w.processed) from nightshift.run_workspaces w where w.run_id = p_run_id), 0)),
    error_message = left(p_error, 10000), cost_estimate_usd = 0, completed_at = greatest(p_now, t.executed_at)
  where t.id = p_run_id and t.status = 'running';
  delete from nightshift.run_leases l where l.run_id = p_run_id;
  perform nightshift.copy_run(p_run_id);
end
$$;
comment on function nightshift.finish_mailbox_run(uuid, jsonb, text, timestamptz) is
'Ends a run of email-sync with its numbers. A mailbox that failed fails no run; p_error: why the run itself broke off.';
revoke all on function nightshift.finish_mailbox_run(uuid, jsonb, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.finish_mailbox_run(
  p_run_id uuid, p_run_token uuid, p_report jsonb, p_error text default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_now constant timestamptz := clock_timestamp();
begin
  perform nightshift.require_service();
  if not nightshift.holds_mailbox_run(p_run_id, p_run_token, v_now) then
    return jsonb_build_object('outcome', 'superseded');
  end if;
  perform nightshift.finish_mailbox_run(p_run_id, p_report, p_error, v_now);
  return jsonb_build_object('outcome', 'finished',
    'continuation', case when p_error is null then nightshift.continue_mailbox_run(p_run_id, v_now) end);
end
$$;
comment on function public.finish_mailbox_run(uuid, uuid, jsonb, text) is
'See nightshift.finish_mailbox_run; only for the holder of the run. While mailboxes are due a further '
'run is dispatched.';
revoke all on function public.finish_mailbox_run(uuid, uuid, jsonb, text) from public, anon,
  authenticated, service_role;
grant execute on function public.finish_mailbox_run(uuid, uuid, jsonb, text) to service_role;

-- 20261122001800_functions_api.sql

-- Functions API: what the Edge Functions may ask of the database. Service role only.
--
-- Thin functions in public, because PostgREST does not expose the schema behind them. Each returns one
-- jsonb document, never a set, because PostgREST silently cuts sets at 1,000 rows. Each checks its caller.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.content_hash(p_email public.client_emails, p_has_texts boolean default true)
returns text
language sql immutable set search_path = ''
as $$
  select encode(sha256(convert_to(jsonb_build_array(lower(p_email.from_email), p_email.subject, p_email.direction,
    case when p_has_texts then p_email.body_text end, case when p_has_texts then p_email.body_html end)::text, 'UTF8')),
      'hex')
$$;
comment on function nightshift.content_hash(public.client_emails, boolean) is
'SHA-256 of what an email says: sender, subject, direction and texts. A message that is delivered twice has the '
'same, whatever its way.';
revoke all on function nightshift.content_hash(public.client_emails, boolean) from public;

create or replace function nightshift.is_same_email(p_stored public.client_emails, p_email public.client_emails)
returns boolean
language sql immutable set search_path = ''
as $$
  -- A table that was adopted has emails without texts and headers. Of these only the rest can be compared.
  select nightshift.content_hash(p_stored, known.has_texts) = nightshift.content_hash(p_email, known.has_texts)
  from (select num_nonnulls(p_stored.body_text, p_stored.body_html, p_stored.headers) > 0) as known (has_texts)
$$;
comment on function nightshift.is_same_email(public.client_emails, public.client_emails) is
'Whether two emails with the same message id say the same.';
revoke all on function nightshift.is_same_email(public.client_emails, public.client_emails) from public;

create or replace function nightshift.read_email(p_workspace_id uuid, p_email jsonb) returns public.client_emails
language plpgsql stable set search_path = ''
as $$
declare
  -- The unique index cannot hold longer ids.
  c_most_id_bytes constant integer := 998;
  v_email public.client_emails := jsonb_populate_record(null::public.client_emails, p_email);
begin
  v_email.workspace_id := p_workspace_id;
  v_email.to_emails := coalesce(v_email.to_emails, '{}');
  v_email.direction := coalesce(v_email.direction, 'inbound');
  -- A Date header can say anything. A time that nobody can have sent an email at is replaced by now.
  if (v_email.received_at >= '1970-01-01Z' and v_email.received_at < '2100-01-01Z') is not true then
    v_email.received_at := clock_timestamp();
  end if;
  if octet_length(v_email.provider_message_id) > c_most_id_bytes then
    v_email.provider_message_id := 'sha256:' || encode(sha256(convert_to(v_email.provider_message_id, 'UTF8')), 'hex');
  end if;
  return v_email;
end
$$;
comment on function nightshift.read_email(uuid, jsonb) is
'A row of client_emails from a document, with its workspace and with defaults; not stored.';
revoke all on function nightshift.read_email(uuid, jsonb) from public;

create or replace function nightshift.store_email(p_email public.client_emails) returns uuid
language sql set search_path = ''
as $$
  insert into public.client_emails (
    workspace_id, provider_message_id, provider_thread_id, from_email, from_name, to_emails, cc_emails,
    subject, snippet, body_text, body_html, direction, received_at, headers,
    attachments
  )
  select
    p_email.workspace_id, p_email.provider_message_id, p_email.provider_thread_id, p_email.from_email,
      p_email.from_name,
    p_email.to_emails, p_email.cc_emails, p_email.subject, p_email.snippet, p_email.body_text, p_email.body_html,
    p_email.direction, p_email.received_at, p_email.headers, p_email.attachments
  on conflict (workspace_id, provider_message_id) do nothing
  returning id
$$;
comment on function nightshift.store_email(public.client_emails) is
'Stores an email and returns its id; null when its workspace has an email with this message id already.';
revoke all on function nightshift.store_email(public.client_emails) from public;

create or replace function public.ingest_email(p_workspace_id uuid, p_email jsonb, p_is_counted boolean default false)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_email public.client_emails;
  v_id uuid;
begin
  perform nightshift.require_service();
  perform from public.workspaces w where w.id = p_workspace_id;
  if not found then
    return jsonb_build_object('outcome', 'unknown_workspace', 'email_id', null);
  end if;
  v_email := nightshift.read_email(p_workspace_id, p_email);
  if nightshift.is_erased(p_workspace_id, v_email.from_email) then
    return jsonb_build_object('outcome', 'erased', 'email_id', null);
  end if;
  v_id := nightshift.store_email(v_email);
  if v_id is null then
    select e.id into v_id
    from public.client_emails e
    where e.workspace_id = p_workspace_id and e.provider_message_id = v_email.provider_message_id
      and nightshift.is_same_email(e, v_email);
    if found then
      return jsonb_build_object('outcome', 'duplicate', 'email_id', v_id);
    end if;
    -- Another email with the same message id is kept too, under an id that follows from its content.
    v_email.provider_message_id := v_email.provider_message_id || '#' || left(nightshift.content_hash(v_email), 16);
    v_id := nightshift.store_email(v_email);
    if v_id is null then
      select e.id into v_id
      from public.client_emails e
      where e.workspace_id = p_workspace_id and e.provider_message_id = v_email.provider_message_id;
      return jsonb_build_object('outcome', 'duplicate', 'email_id', v_id);
    end if;
  end if;
  if p_is_counted then
    perform nightshift.count_intake(p_workspace_id, 'email', 1, pg_column_size(v_email));
  end if;
  return jsonb_build_object('outcome', 'created', 'email_id', v_id);
exception
  when sqlstate 'PT429' then
    return jsonb_build_object('outcome', 'daily_quota_exceeded', 'email_id', null, 'detail', regexp_replace(sqlerrm,
      '^\w+: ', ''));
end
$$;
comment on function public.ingest_email(uuid, jsonb, boolean) is
'Stores one email (keys: columns of client_emails), unless the workspace has one with the same message id and the '
'same content. An email with a message id that is taken by other content is stored under that id with a suffix. '
'p_is_counted: it counts against the quotas of the workspace, as emails of ingest tokens do. Outcome: created, '
'duplicate, erased (the sender was erased), unknown_workspace or daily_quota_exceeded.';
revoke all on function public.ingest_email(uuid, jsonb, boolean) from public, anon, authenticated, service_role;
grant execute on function public.ingest_email(uuid, jsonb, boolean) to service_role;

create or replace function public.start_run(p_task_id uuid default null, p_input jsonb default '{}',
p_lease_seconds integer default 30)
returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.start_run(p_task_id => p_task_id, p_input => p_input, p_lease_seconds => p_lease_seconds);
$$;
comment on function public.start_run(uuid, jsonb, integer) is 'See nightshift.start_run.';
revoke all on function public.start_run(uuid, jsonb, integer) from public, anon, authenticated, service_role;
grant execute on function public.start_run(uuid, jsonb, integer) to service_role;

create or replace function public.beat_run(p_run_id uuid, p_run_token uuid, p_lease_seconds integer) returns boolean
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.beat_run(p_run_id, p_run_token, p_lease_seconds);
$$;
comment on function public.beat_run(uuid, uuid, integer) is 'See nightshift.beat_run.';
revoke all on function public.beat_run(uuid, uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.beat_run(uuid, uuid, integer) to service_role;

create or replace function public.claim_emails(
  p_run_id uuid,
  p_run_token uuid,
  p_batch_size_per_workspace integer,
  p_max_workspaces integer,
  p_limit integer,
  p_lease_seconds integer,
  p_prices jsonb default '[]'
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  if not nightshift.beat_run(p_run_id, p_run_token, p_lease_seconds) then
    return jsonb_build_object('outcome', 'superseded', 'lease_token', null, 'emails', '[]'::jsonb);
  end if;
  return jsonb_build_object('outcome', 'claimed')
    || nightshift.claim_emails(
      p_run_id, p_batch_size_per_workspace, p_max_workspaces, p_limit, p_lease_seconds, p_prices => p_prices);
end
$$;
comment on function public.claim_emails(uuid, uuid, integer, integer, integer, integer, jsonb) is
'See nightshift.claim_emails; only for the holder of the run: anyone else gets outcome "superseded" and no email.';
revoke all on function public.claim_emails(uuid, uuid, integer, integer, integer, integer, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.claim_emails(uuid, uuid, integer, integer, integer, integer, jsonb) to service_role;

create or replace function public.settle_emails(p_lease_token uuid, p_results jsonb, p_calls jsonb default '[]')
returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.settle_emails(p_lease_token, p_results, p_calls => p_calls);
$$;
comment on function public.settle_emails(uuid, jsonb, jsonb) is 'See nightshift.settle_emails.';
revoke all on function public.settle_emails(uuid, jsonb, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.settle_emails(uuid, jsonb, jsonb) to service_role;

create or replace function public.finish_run(p_run_id uuid, p_run_token uuid, p_error text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_report jsonb;
begin
  perform nightshift.require_service();
  if not nightshift.beat_run(p_run_id, p_run_token) then
    return jsonb_build_object('outcome', 'superseded', 'report', nightshift.report_run(p_run_id));
  end if;
  v_report := nightshift.finish_run(p_run_id, p_error);
  -- A run that broke off with nothing done would do so again at once; the next tick tries.
  if p_error is null or (v_report ->> 'total_emails_processed')::bigint > 0 then
    perform nightshift.continue_run(p_run_id);
  end if;
  return jsonb_build_object('outcome', 'finished', 'report', v_report);
end
$$;
comment on function public.finish_run(uuid, uuid, text) is
'See nightshift.finish_run; only for the holder of the run. Where email is left, a further run is dispatched at once, '
'unless this one broke off with nothing done.';
revoke all on function public.finish_run(uuid, uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.finish_run(uuid, uuid, text) to service_role;

create or replace function nightshift.runner_status(p_schedule text, p_now timestamptz default clock_timestamp())
returns jsonb
language sql stable set search_path = ''
as $$
  with schedule as (
    select s.*,
      case when s.cron_expression is not null then nightshift.latest_slot(s.cron_expression, p_now, s.time_zone) end
        as latest_slot,
      case when s.cron_expression is not null then nightshift.next_slot(s.cron_expression, p_now, s.time_zone) end
        as next_slot
    from public.task_schedules s
    where s.name = p_schedule
  ), latest_tick as (
    select d.slot, t.status
    from schedule s
    join public.task_dispatches d on d.schedule_id = s.id and d.kind = 'tick'
    left join public.autonomous_tasks t on t.id = d.task_id
    order by d.slot desc
    limit 1
  ), latest_runs as (
    select t.id, t.status, t.triggered_by, t.executed_at, t.duration_ms, t.error_message,
      (t.output_data ->> 'total_emails_processed')::bigint as emails_processed
    from public.autonomous_tasks t
    join schedule s on s.task_type = t.task_type
    where t.workspace_id is null
    order by t.executed_at desc
    limit 5
  )
  select jsonb_build_object(
    'backlog', (
      select jsonb_build_object(
        'waiting', count(*) filter (where q.failed_at is null),
        'failed', count(*) filter (where q.failed_at is not null),
        'oldest_received_at', min(q.received_at) filter (where q.failed_at is null))
      from nightshift.email_queue q),
    'enabled', (select s.enabled from schedule s),
    'latest_slot', (select s.latest_slot from schedule s),
    'latest_tick', (select to_jsonb(l) from latest_tick l),
    'next_slot', (select s.next_slot from schedule s),
    'seconds_late', (
      select case when l.slot is null or l.slot >= s.latest_slot then 0
        else round(extract(epoch from p_now - s.latest_slot)) end
      from schedule s left join latest_tick l on true),
    'latest_runs', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from latest_runs r)
  )
$$;
comment on function nightshift.runner_status(text, timestamptz) is
'How a scheduled runner is doing: backlog, latest and next slot, seconds since a slot that no tick came for (0: on '
'time, or never ticked yet), the latest 5 runs.';
revoke all on function nightshift.runner_status(text, timestamptz) from public;

create or replace function public.runner_status(p_schedule text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.runner_status(p_schedule);
$$;
comment on function public.runner_status(text) is 'See nightshift.runner_status.';
revoke all on function public.runner_status(text) from public, anon, authenticated, service_role;
grant execute on function public.runner_status(text) to service_role;

create or replace function public.health(p_schedule text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.health(p_schedule) || jsonb_build_object('version', nightshift.version());
$$;
comment on function public.health(text) is 'See nightshift.health; with the release that is installed as version.';
revoke all on function public.health(text) from public, anon, authenticated, service_role;
grant execute on function public.health(text) to service_role;

-- 20261122001810_contacts.sql

-- Contacts: who writes to a workspace, or is written to, with every fact and the email that says it.
--
-- An existing public.contacts with an id, a workspace and a unique address in it is adopted: columns that are
-- missing are added, and its rights and policies stay as they are.
-- Locks: public.contacts exclusively for milliseconds; writers wait half a second for it at most.
-- New columns have no default that would rewrite the table.

do $$
begin
  if to_regclass('public.contacts') is null then
    create table public.contacts (
      id uuid primary key default nightshift.time_ordered_uuid(),
      workspace_id uuid not null references public.workspaces (id) on delete cascade,
      email text not null,
      name text,
      company text,
      job_title text,
      phone text,
      status text not null default 'contact',
      kind text not null default 'person',
      ai_score numeric(5, 2),
      first_seen_at timestamptz,
      last_interaction timestamptz,
      tags text[] not null default '{}',
      created_at timestamptz not null default now(),
      constraint contacts_email_is_unique_in_workspace unique (workspace_id, email),
      constraint email_has_3_to_320_characters check (length(email) >= 3 and length(email) <= 320),
      constraint email_is_in_lower_case check (email = lower(email)),
      constraint texts_have_up_to_200_characters check (
        length(name) <= 200 and length(company) <= 200 and length(job_title) <= 200 and length(phone) <= 200),
      constraint status_is_known check (status in ('prospect', 'lead', 'customer', 'contact')),
      constraint kind_is_known check (kind in ('person', 'role')),
      constraint ai_score_is_from_0_to_100 check (ai_score >= 0 and ai_score <= 100),
      constraint tags_are_up_to_50_of_200_characters check (
        cardinality(tags) <= 50 and length(array_to_string(tags, '')) <= 50 * 200)
    ) with (fillfactor = 85); -- Room for the score, which changes often, without new entries in indexes.
    alter table public.contacts enable row level security;
    revoke all on public.contacts from anon, authenticated, service_role;
    grant select, update (status, tags) on public.contacts to authenticated;
    grant select, insert, update, delete on public.contacts to service_role;
    create policy "members read the contacts of their workspaces" on public.contacts
      for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
    create policy "writers label the contacts of their workspaces" on public.contacts
      for update to authenticated using (workspace_id in (select nightshift.my_writable_workspaces()));
    create policy "service role manages contacts" on public.contacts
      to service_role using (true) with check (true);
    insert into nightshift.installed_objects (kind, name) values ('table', 'public.contacts');
  end if;
end
$$;

-- A table that was there before must have what enrichment relies on. It gets the columns that are missing.
do $$
declare
  v_problem text;
  v_column record;
begin
  select string_agg(format('"%s" (%s)', needed.name, needed.type), ', ' order by needed.position) into v_problem
  from (values
    (1, 'id', 'uuid', true), (2, 'workspace_id', 'uuid', true), (3, 'email', 'text', true), (4, 'name', 'text', false),
    (5, 'company', 'text', false), (6, 'job_title', 'text', false), (7, 'phone', 'text', false),
    (8, 'status', 'text', false), (9, 'kind', 'text', false), (10, 'first_seen_at', 'timestamptz', false),
    (11, 'last_interaction', 'timestamptz', false), (12, 'tags', 'text[]', false)
  ) as needed (position, name, type, is_required)
  left join pg_catalog.pg_attribute a
    on a.attrelid = 'public.contacts'::regclass and a.attname = needed.name and not a.attisdropped
  where a.atttypid is distinct from needed.type::regtype and (needed.is_required or a.attname is not null);
  if v_problem is null then
    select '"ai_score" (a number)' into v_problem
    from pg_catalog.pg_attribute a
    where a.attrelid = 'public.contacts'::regclass and a.attname = 'ai_score' and not a.attisdropped
      and a.atttypid <> all (array['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']::regtype[]);
  end if;
  if v_problem is not null then
    raise exception 'public.contacts exists, but without %; nothing was changed.', v_problem
      using hint =
        'Nightshift adopts a table of contacts only with these columns and types. Add or change them or rename the '
        'table, then run this migration again.';
  end if;

  select string_agg(format('(%s)', array_to_string(needed.names, ', ')), ' and ' order by cardinality(needed.names))
  into v_problem
  from (values (array['id']), (array['email', 'workspace_id'])) as needed (names)
  where not exists (
    select
    from pg_catalog.pg_index i
    where i.indrelid = 'public.contacts'::regclass and i.indisunique and i.indpred is null and i.indexprs is null
      and i.indisvalid and i.indimmediate
      and needed.names = (
        select array_agg(a.attname::text order by a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      )
  );
  if v_problem is not null then
    raise exception 'public.contacts exists, but nothing makes % unique; nothing was changed.', v_problem
      using hint =
        'Add the unique constraint or primary key, one that is not deferrable, then run this migration again.';
  end if;

  -- Enrichment adds rows with an id, a workspace, an address and what it knows.
  select string_agg(format('"%s"', a.attname), ', ' order by a.attnum) into v_problem
  from pg_catalog.pg_attribute a
  where a.attrelid = 'public.contacts'::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
    and not a.atthasdef and a.attidentity = '' and a.attgenerated = ''
    and a.attname not in ('workspace_id', 'email');
  if v_problem is not null then
    raise exception 'public.contacts exists, but its % must be given for every row; nothing was changed.', v_problem
      using hint = 'Give each a default or allow null, then run this migration again.';
  end if;

  for v_column in
    select *
    from (values
      ('name', 'text'), ('company', 'text'), ('job_title', 'text'), ('phone', 'text'), ('status', 'text'),
      ('kind', 'text'), ('ai_score', 'numeric(5, 2)'), ('first_seen_at', 'timestamptz'),
      ('last_interaction', 'timestamptz'), ('tags', 'text[]')
    ) as wanted (name, type)
    where not exists (
      select
      from pg_catalog.pg_attribute a
      where a.attrelid = 'public.contacts'::regclass and a.attname = wanted.name and not a.attisdropped
    )
  loop
    perform nightshift.lock_briefly('public.contacts', 'access exclusive');
    execute format('alter table public.contacts add column %I %s', v_column.name, v_column.type);
    insert into nightshift.installed_objects (kind, name) values ('column', 'public.contacts.' || v_column.name);
  end loop;
end
$$;

comment on table public.contacts is
'Who writes to a workspace, or is written to. What is shown here comes from contact_facts, each with its evidence.';
comment on column public.contacts.id is 'time-ordered UUID';
comment on column public.contacts.workspace_id is 'the workspace that it belongs to';
comment on column public.contacts.email is 'address in lower case, unique in its workspace';
comment on column public.contacts.name is 'the first of its facts in contact_facts, or null';
comment on column public.contacts.company is
'the first of its facts in contact_facts; the domain of the address when nothing else is known';
comment on column public.contacts.job_title is 'the first of its facts in contact_facts, or null';
comment on column public.contacts.phone is 'the first of its facts in contact_facts, or null';
comment on column public.contacts.status is
'prospect, lead, customer or contact: for members to set, nothing else changes it';
comment on column public.contacts.kind is
'person, or role for an address such as info@ or sales@: these have no facts and no score';
comment on column public.contacts.ai_score is 'the score in lead_scores, 0 to 100; null for a contact without one';
comment on column public.contacts.first_seen_at is 'time of the first email from or to it';
comment on column public.contacts.last_interaction is 'time of the latest email from or to it';
comment on column public.contacts.tags is 'for members to set, nothing else changes them';
do $$
begin
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.contacts') then
    comment on column public.contacts.created_at is 'when the row was written';
  end if;
end
$$;

create or replace function nightshift.contact_fields() returns text[]
language sql immutable parallel safe set search_path = ''
as $$ select array['name', 'company', 'job_title', 'phone'] $$;
comment on function nightshift.contact_fields() is 'The columns of contacts that facts fill.';
revoke all on function nightshift.contact_fields() from public;
grant execute on function nightshift.contact_fields() to service_role;

create or replace function nightshift.is_fact_source(p_source text) returns boolean
language sql immutable parallel safe set search_path = ''
as $$ select p_source in ('user', 'signature', 'header') or p_source ~ '^provider:[a-z0-9][a-z0-9_.-]{0,49}$' $$;
comment on function nightshift.is_fact_source(text) is
'Whether facts may have this source: user, signature, header, or provider:<name> in lower case.';
revoke all on function nightshift.is_fact_source(text) from public;
grant execute on function nightshift.is_fact_source(text) to service_role;

create table if not exists public.contact_facts (
  contact_id uuid not null references public.contacts (id) on delete cascade,
  field text not null,
  value text not null,
  value_key text not null,
  source text not null,
  is_derived boolean not null default false,
  email_id uuid references public.client_emails (id) on delete set null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  times_seen integer not null,
  place smallint not null,
  primary key (contact_id, field, value_key, source),
  constraint field_is_known check (field = any (nightshift.contact_fields())),
  constraint source_is_known check (nightshift.is_fact_source(source)),
  constraint value_has_1_to_200_characters check (length(value) >= 1 and length(value) <= 200),
  constraint value_key_has_1_to_200_characters check (length(value_key) >= 1 and length(value_key) <= 200),
  constraint times_seen_is_positive check (times_seen >= 1),
  constraint first_seen_is_not_after_last_seen check (first_seen_at <= last_seen_at),
  constraint at_most_20_a_field check (place >= 1 and place <= 20)
);
create index if not exists contact_facts_email_idx on public.contact_facts (email_id) where email_id is not null;
comment on table public.contact_facts is
'What is said about a contact, by whom, and where. Facts are claims with evidence: From can be forged, and a '
'signature can say anything. At most 20 for each field.';
comment on column public.contact_facts.contact_id is 'the contact';
comment on column public.contact_facts.field is 'name, company, job_title or phone';
comment on column public.contact_facts.value is 'as written where it was last seen';
comment on column public.contact_facts.value_key is 'by which spellings of one value are counted as the same';
comment on column public.contact_facts.source is
'user, signature (of an email from the contact), header (From, or the address itself), or provider:<name>';
comment on column public.contact_facts.is_derived is
'true for a company that is only the domain of the address';
comment on column public.contact_facts.email_id is
'the latest email that says so; null for facts of users and providers, and until the next run after that email was '
'deleted';
comment on column public.contact_facts.first_seen_at is 'time of the first email that says so, or when it was given';
comment on column public.contact_facts.last_seen_at is 'time of the latest email that says so, or when it was given';
comment on column public.contact_facts.times_seen is 'how many emails say so; 1 for facts of users and providers';
comment on column public.contact_facts.place is
'1 for the shown value: users first, then signatures, providers, headers; within these the latest, then the most seen';

create table if not exists public.contact_emails (
  email_id uuid not null references public.client_emails (id) on delete cascade,
  contact_id uuid not null references public.contacts (id) on delete cascade,
  at timestamptz not null,
  day date not null,
  direction text not null,
  primary key (email_id, contact_id),
  constraint direction_is_known check (direction in ('inbound', 'outbound'))
);
create index if not exists contact_emails_contact_idx on public.contact_emails (contact_id, day, at);
comment on table public.contact_emails is
'Which emails a contact wrote or got. Bulk, automated and list emails are left out.';
comment on column public.contact_emails.email_id is 'the email';
comment on column public.contact_emails.contact_id is
'its sender when it came in, one of its recipients when it was sent';
comment on column public.contact_emails.at is
'received_at of the email, and at most a day after it was stored: a Date header can say anything';
comment on column public.contact_emails.day is 'that day on the clocks of the workspace';
comment on column public.contact_emails.direction is 'inbound or outbound';

create table if not exists public.contact_days (
  contact_id uuid not null references public.contacts (id) on delete cascade,
  day date not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  emails_in integer not null,
  emails_out integer not null,
  requests integer not null,
  questions integer not null,
  complaints integer not null,
  opportunities integer not null,
  meetings integer not null,
  offers integer not null,
  budgets integer not null,
  timelines integer not null,
  decision_makers integer not null,
  positive integer not null,
  negative integer not null,
  primary key (contact_id, day)
);
create index if not exists contact_days_workspace_idx on public.contact_days (workspace_id, day);
comment on table public.contact_days is
'What went on between a workspace and a contact on one day. A day is always counted anew, never added to.';
comment on column public.contact_days.contact_id is 'the contact';
comment on column public.contact_days.day is 'day on the clocks of the workspace';
comment on column public.contact_days.workspace_id is 'its workspace';
comment on column public.contact_days.emails_in is 'emails from the contact';
comment on column public.contact_days.emails_out is 'emails to the contact';
comment on column public.contact_days.requests is 'emails from it with a request or a promise';
comment on column public.contact_days.questions is 'emails from it with a question';
comment on column public.contact_days.complaints is 'emails from it that complain';
comment on column public.contact_days.opportunities is 'emails from it that offer business';
comment on column public.contact_days.meetings is 'emails from it that ask for a meeting';
comment on column public.contact_days.offers is 'emails from it with a proposal';
comment on column public.contact_days.budgets is 'emails from it that mention a budget';
comment on column public.contact_days.timelines is 'emails from it that name a time frame';
comment on column public.contact_days.decision_makers is 'emails from it that say who decides';
comment on column public.contact_days.positive is 'emails from it in a positive tone';
comment on column public.contact_days.negative is 'emails from it in a negative tone';

-- As for client_emails: estimates must not tell one tenant about the contacts of others.
do $$
declare
  v_column record;
begin
  for v_column in
    select a.attrelid::regclass as relation, a.attname as name
    from pg_catalog.pg_attribute a
    where a.attnum > 0 and not a.attisdropped and a.attstattarget is distinct from 0
      and a.attrelid = any (array['public.contact_facts', 'public.contact_emails', 'public.contact_days']::regclass[]
        || array(
          select 'public.contacts'::regclass from nightshift.installed_objects o
          where o.kind = 'table' and o.name = 'public.contacts'))
  loop
    execute format('alter table %s alter column %I set statistics 0', v_column.relation, v_column.name);
  end loop;
end
$$;

do $$
declare
  v_table text;
begin
  foreach v_table in array array['contact_facts', 'contact_emails', 'contact_days'] loop
    execute format('alter table public.%I enable row level security', v_table);
    execute format('revoke all on public.%I from anon, authenticated, service_role', v_table);
    execute format('grant select on public.%I to authenticated', v_table);
    execute format('grant select, insert, update, delete on public.%I to service_role', v_table);
  end loop;
end
$$;
drop policy if exists "members read the facts of contacts that they see" on public.contact_facts;
create policy "members read the facts of contacts that they see" on public.contact_facts
  for select to authenticated
  using (exists (
    select from public.contacts c where c.id = contact_id and c.workspace_id in (select nightshift.my_workspaces())));
drop policy if exists "service role manages facts" on public.contact_facts;
create policy "service role manages facts" on public.contact_facts
  to service_role using (true) with check (true);
drop policy if exists "members read which emails belong to contacts that they see" on public.contact_emails;
create policy "members read which emails belong to contacts that they see" on public.contact_emails
  for select to authenticated
  using (exists (
    select from public.contacts c where c.id = contact_id and c.workspace_id in (select nightshift.my_workspaces())));
drop policy if exists "service role manages emails of contacts" on public.contact_emails;
create policy "service role manages emails of contacts" on public.contact_emails
  to service_role using (true) with check (true);
drop policy if exists "members read the days of contacts of their workspaces" on public.contact_days;
create policy "members read the days of contacts of their workspaces" on public.contact_days
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages days of contacts" on public.contact_days;
create policy "service role manages days of contacts" on public.contact_days
  to service_role using (true) with check (true);

create or replace view public.contact_conflicts with (security_invoker = true) as
select c.workspace_id, c.id as contact_id, c.email, f.field, f.value, f.source, f.place = 1 as is_shown,
  f.times_seen, f.first_seen_at, f.last_seen_at, f.email_id
from public.contacts c
join public.contact_facts f on f.contact_id = c.id
where not f.is_derived and exists (
  select
  from public.contact_facts other
  where other.contact_id = f.contact_id and other.field = f.field and other.value_key <> f.value_key
    and not other.is_derived);
comment on view public.contact_conflicts is
'Facts of one contact that say different things about one field, the shown one included. Runs with the caller''s '
'rights.';
comment on column public.contact_conflicts.workspace_id is 'the workspace';
comment on column public.contact_conflicts.contact_id is 'the contact';
comment on column public.contact_conflicts.email is 'its address';
comment on column public.contact_conflicts.field is 'name, company, job_title or phone';
comment on column public.contact_conflicts.value is 'one of the values';
comment on column public.contact_conflicts.source is 'user, signature, header or provider:<name>';
comment on column public.contact_conflicts.is_shown is 'whether the contact shows it';
comment on column public.contact_conflicts.times_seen is 'how many emails say so';
comment on column public.contact_conflicts.first_seen_at is 'since when';
comment on column public.contact_conflicts.last_seen_at is 'until when';
comment on column public.contact_conflicts.email_id is 'the latest email that says so';
revoke all on public.contact_conflicts from anon, authenticated, service_role;
grant select on public.contact_conflicts to authenticated, service_role;

-- 20261122001812_contact_words.sql

-- Contact words: which addresses are people, which texts can be a fact, and when two of them say the same.
--
-- Whoever writes an email chooses what is in its header and signature. So a value is cleaned, bounded or
-- left out before anything is stored. These are in PL/pgSQL: a function in SQL with a search path of its own is
-- planned at every call, and they are called several times for every email.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.role_names() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array[
    'abuse', 'academy', 'account', 'accounting', 'accounts', 'admin', 'administration', 'advertising', 'agenda',
    'anfrage', 'anfragen', 'angebote', 'ask', 'assistance', 'atendimento', 'auskunft', 'authorization', 'banking',
    'bestellung', 'bestellungen', 'bewerbung', 'billing', 'bookings', 'booking', 'buchhaltung', 'buchung', 'buero',
    'campaigns', 'career', 'careers', 'claims', 'comercial', 'communication', 'communications', 'compras',
    'comptabilite', 'contabilidad', 'contabilita', 'contact', 'contacto', 'contato', 'contatto', 'correo',
    'customer', 'customercare', 'customers', 'customerservice', 'datenschutz', 'desk', 'dev', 'developers', 'dispo',
    'dns', 'editor', 'editorial', 'einkauf', 'enquiries', 'enquiry', 'events', 'facturacion', 'facturas', 'factures',
    'feedback', 'finance', 'finances', 'frontdesk', 'gdpr', 'hallo', 'hello', 'help', 'helpdesk', 'hi', 'hola',
    'hostmaster', 'hr', 'info', 'infos', 'information', 'inquiries', 'inquiry', 'internet', 'invoice', 'invoices',
    'it', 'job', 'jobs', 'kontakt', 'kundenservice', 'kundendienst', 'lager', 'legal', 'logistics', 'logistik',
    'mail', 'mailbox', 'manager', 'marketing', 'media', 'membership', 'news', 'newsletter', 'newsletters', 'office',
    'offers', 'oficina', 'operations', 'ops', 'order', 'orders', 'partner', 'partners', 'payments', 'payroll',
    'personal', 'poststelle', 'pr', 'press', 'presse', 'privacy', 'purchasing', 'reception', 'recepcion',
    'rechnung', 'rechnungen', 'recruiting', 'recruitment', 'redaktion', 'rezeption', 'reservas', 'reservation',
    'reservations', 'rrhh', 'sales', 'secretariat', 'secretary', 'security', 'sekretariat', 'service', 'services',
    'shipping', 'shop', 'staff', 'store', 'subscribe', 'subscriptions', 'suporte', 'support', 'survey', 'team',
    'teams', 'tech', 'technik', 'tickets', 'ticket', 'training', 'vendas', 'ventas', 'vertrieb', 'versand',
    'verwaltung', 'web', 'webinar', 'webinars', 'webmaster', 'website', 'welcome', 'zentrale'
  ]
$$;
comment on function nightshift.role_names() is
'Names before the @ that belong to an office and not to a person.';
revoke all on function nightshift.role_names() from public;

create or replace function nightshift.free_mail_domains() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array[
    '163.com', '126.com', 'aim.com', 'aliyun.com', 'aol.com', 'arcor.de', 'bellsouth.net', 'bigpond.com',
    'bluewin.ch', 'bol.com.br', 'btinternet.com', 'charter.net', 'comcast.net', 'cox.net', 'daum.net', 'duck.com',
    'earthlink.net', 'email.com', 'email.de', 'fastmail.com', 'fastmail.fm', 'free.fr', 'freenet.de', 'gmail.com',
    'gmx.at', 'gmx.ch', 'gmx.com', 'gmx.de', 'gmx.net', 'googlemail.com', 'hanmail.net', 'hey.com', 'home.nl',
    'hotmail.ch', 'hotmail.co.uk', 'hotmail.com', 'hotmail.de', 'hotmail.es', 'hotmail.fr', 'hotmail.it',
    'hushmail.com', 'icloud.com', 'inbox.com', 'inbox.lv', 'interia.pl', 'juno.com', 'kpnmail.nl', 'laposte.net',
    'libero.it', 'list.ru', 'live.co.uk', 'live.com', 'live.de', 'live.fr', 'live.nl', 'mac.com', 'mail.com',
    'mail.de', 'mail.ru', 'mailbox.org', 'me.com', 'msn.com', 'nate.com', 'naver.com', 'net.hr', 'o2.pl',
    'onet.pl', 'optonline.net', 'orange.fr', 'outlook.com', 'outlook.de', 'outlook.es', 'outlook.fr', 'pm.me',
    'posteo.de', 'posteo.net', 'proton.me', 'protonmail.ch', 'protonmail.com', 'qq.com', 'rediffmail.com',
    'rocketmail.com', 'sbcglobal.net', 'seznam.cz', 'sfr.fr', 'shaw.ca', 'sina.com', 'skynet.be', 'sky.com',
    't-online.de', 'talktalk.net', 'telenet.be', 'terra.com.br', 'tiscali.it', 'tuta.com', 'tutanota.com',
    'uol.com.br', 'verizon.net', 'virgilio.it', 'virginmedia.com', 'vodafone.de', 'wanadoo.fr', 'web.de', 'wp.pl',
    'ya.ru', 'yahoo.ca', 'yahoo.co.in', 'yahoo.co.jp', 'yahoo.co.uk', 'yahoo.com', 'yahoo.com.br', 'yahoo.de',
    'yahoo.es', 'yahoo.fr', 'yahoo.in', 'yahoo.it', 'yandex.com', 'yandex.ru', 'ymail.com', 'zoho.com'
  ]
$$;
comment on function nightshift.free_mail_domains() is
'Domains at which everybody can have an address, so that they say nothing about a company.';
revoke all on function nightshift.free_mail_domains() from public;

create or replace function nightshift.clean_line(p_text text, p_most integer) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_line text := p_text;
begin
  if p_text is null or length(p_text) > 4 * p_most then
    return null; -- What is too long is no name, so it is left out, not cut.
  end if;
  if v_line ~ '[^ -~]' then
    -- Without control, invisible and direction characters.
    v_line := regexp_replace(v_line, '[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]', '',
      'g');
    v_line := regexp_replace(v_line, '[[:cntrl:][:space:]\u0080-\u009f\u2028\u2029]+', ' ', 'g');
  elsif strpos(v_line, '  ') > 0 then
    v_line := regexp_replace(v_line, ' +', ' ', 'g');
  end if;
  v_line := btrim(v_line, ' "''');
  return case when length(v_line) between 1 and p_most then v_line end;
end
$$;
comment on function nightshift.clean_line(text, integer) is
'A text as one line of at most p_most characters, without control and invisible characters and quotes around it; null '
'when nothing is left or it is longer.';
revoke all on function nightshift.clean_line(text, integer) from public;

create or replace function nightshift.clean_fact(p_field text, p_value text) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_value constant text := nightshift.clean_line(p_value, case p_field when 'phone' then 40 else 100 end);
begin
  if v_value is null then
    return null;
  elsif p_field = 'phone' then
    return case when v_value ~ '^[-+()./0-9 xXA-Za-z:]+$'
      and length(regexp_replace(v_value, '[^0-9]', '', 'g')) between 6 and 20 then v_value end;
  -- An address, a link, a number or a service in between is no name of anybody.
  elsif v_value !~ '[[:alpha:]]' or v_value ~* '@|://|\mwww\.' then
    return null;
  elsif p_field = 'name' and (v_value ~ '[0-9]{3}|[<>{}|\\]' or v_value ~* '\mvia\M|\mon behalf of\M') then
    return null;
  end if;
  return v_value;
end
$$;
comment on function nightshift.clean_fact(text, text) is
'What can be stored of a value for a field of contacts; null when it can be no such fact: an address as a name, '
'"Ada via Docs", a phone with too few digits, a text of more than 100 characters.';
revoke all on function nightshift.clean_fact(text, text) from public;

create or replace function nightshift.fact_key(p_field text, p_value text) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
begin
  if p_field = 'phone' then
    return regexp_replace(replace(p_value, '(0)', ''), '[^0-9+]', '', 'g');
  end if;
  return coalesce(nullif(btrim(regexp_replace(lower(p_value), '[[:punct:][:space:]]+', ' ', 'g')), ''), lower(p_value));
end
$$;
comment on function nightshift.fact_key(text, text) is
'By what two values of a field are the same: without case and punctuation, of a phone its digits alone.';
revoke all on function nightshift.fact_key(text, text) from public;

create or replace function nightshift.name_words(p_name text) returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(array_agg(distinct w.word), '{}')
  from regexp_split_to_table(lower(left(p_name, 400)), '[^[:alpha:]]+') as w (word)
  where length(w.word) >= 2 and w.word not in ('dr', 'mr', 'mrs', 'ms', 'prof', 'herr', 'frau', 'ing', 'dipl', 'mag')
$$;
comment on function nightshift.name_words(text) is 'The words of a name in lower case, without initials and titles.';
revoke all on function nightshift.name_words(text) from public;

create or replace function nightshift.do_names_agree(p_one text, p_other text) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select words.one <> '{}' and words.other <> '{}' and (words.one <@ words.other or words.other <@ words.one)
  from (select nightshift.name_words(p_one) as one, nightshift.name_words(p_other) as other) words
$$;
comment on function nightshift.do_names_agree(text, text) is
'Whether two names can be of one person: all words of the shorter one are in the other, as of Ada and Ada Lovelace.';
revoke all on function nightshift.do_names_agree(text, text) from public;

create or replace function nightshift.is_own_signature(p_contact jsonb, p_address text, p_from_name text)
returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select case jsonb_array_length(p_contact -> 'emails')
    when 0 then nightshift.do_names_agree(p_contact ->> 'name', p_from_name)
    else exists (
      select from jsonb_array_elements_text(p_contact -> 'emails') as e (address)
      where lower(e.address) = p_address)
  end
$$;
comment on function nightshift.is_own_signature(jsonb, text, text) is
'Whether a signature is of the sender: its address is the sender''s, or it has no address and its name agrees with '
'the header.';
revoke all on function nightshift.is_own_signature(jsonb, text, text) from public;

create or replace function nightshift.clean_address(p_address text) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  c_local_part constant text := '[^\s@<>"(),:;\\[:cntrl:]]{1,64}';
  c_label constant text := '[^\s@<>"(),:;\\[:cntrl:].]{1,63}';
  v_address constant text := lower(btrim(p_address));
begin
  -- In some languages lower case is longer.
  if length(p_address) > 320 or length(v_address) > 320
    or v_address !~ ('^' || c_local_part || '@(' || c_label || '\.)+' || c_label || '$')
    or v_address ~ '[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\[\]]'
    or split_part(v_address, '@', 1) ~ ('^(.*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|nicht[-_.]?antworten|'
      'mailer-?daemon|postmaster|bounces?|notifications?|automated?|undisclosed-recipients)([._+-].*)?$')
  then
    return null;
  end if;
  return v_address;
end
$$;
comment on function nightshift.clean_address(text) is
'An address in lower case; null for what is no address, and for those that nobody reads, such as no-reply@.';
revoke all on function nightshift.clean_address(text) from public;

create or replace function nightshift.is_role_address(p_address text) returns boolean
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_local_part constant text := split_part(split_part(p_address, '@', 1), '+', 1);
  v_first_word constant text := regexp_replace(v_local_part, '[._0-9-].*$', '');
begin
  -- info@, info2@, sales-emea@; but not it.smith@.
  return regexp_replace(v_local_part, '[0-9]+$', '') = any (nightshift.role_names())
    or length(v_first_word) >= 4 and v_first_word = any (nightshift.role_names());
end
$$;
comment on function nightshift.is_role_address(text) is
'Whether an address belongs to an office and not to a person, such as info@ or sales@.';
revoke all on function nightshift.is_role_address(text) from public;

create or replace function nightshift.is_of_domain(p_address text, p_domains jsonb) returns boolean
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_domain text := split_part(p_address, '@', 2);
begin
  while v_domain <> '' loop
    if p_domains ? v_domain then
      return true;
    end if;
    v_domain := substr(v_domain, length(split_part(v_domain, '.', 1)) + 2);
  end loop;
  return false;
end
$$;
comment on function nightshift.is_of_domain(text, jsonb) is
'Whether an address is of one of the domains that are keys of an object, or of their subdomains.';
revoke all on function nightshift.is_of_domain(text, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.key_domains(p_domains text[]) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(jsonb_object_agg(d.name, null), '{}') from unnest(p_domains) as d (name)
$$;
comment on function nightshift.key_domains(text[]) is
'Domains as the keys of an object, in which a thousand are searched as fast as ten: see is_of_domain.';
revoke all on function nightshift.key_domains(text[]) from public, anon, authenticated, service_role;

-- 20261122001814_contact_lists.sql

-- Contact lists: which emails and which days of contacts are due for enrichment, and what emails say.
--
-- Triggers fill the lists once for each statement, for workspaces that ask for contact_enrichment only.
-- Whoever works on an item deletes it in the same transaction, and passes by what is locked. So whoever lists an item
-- that is already there locks it: the worker would otherwise take it before it can see the change.
-- Locks: writers of public.client_emails wait half a second at most. Time: milliseconds. Emails that were
-- there before are read in pieces, from the newest back, when a workspace asks.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create table if not exists nightshift.email_claims (
  email_id uuid not null,
  contact_id uuid not null,
  field text not null,
  source text not null,
  value_key text not null,
  value text not null,
  at timestamptz not null,
  primary key (email_id, contact_id, field, source, value_key),
  constraint claim_goes_with_email_of_contact foreign key (email_id, contact_id)
    references public.contact_emails (email_id, contact_id) on delete cascade
);
create index if not exists email_claims_contact_idx on nightshift.email_claims (contact_id);
alter table nightshift.email_claims enable row level security;
revoke all on nightshift.email_claims from public;
comment on table nightshift.email_claims is
'What each email says about its sender. The emails are the truth that contact_facts are counted from.';
comment on column nightshift.email_claims.email_id is 'the email';
comment on column nightshift.email_claims.contact_id is 'its sender';
comment on column nightshift.email_claims.field is 'name, company, job_title or phone';
comment on column nightshift.email_claims.source is 'signature or header';
comment on column nightshift.email_claims.value_key is 'as in contact_facts';
comment on column nightshift.email_claims.value is 'as written';
comment on column nightshift.email_claims.at is 'time of the email, as in contact_emails';

create table if not exists nightshift.given_facts (
  contact_id uuid not null references public.contacts (id) on delete cascade,
  field text not null,
  source text not null,
  value_key text not null,
  value text not null,
  at timestamptz not null,
  primary key (contact_id, field, source, value_key)
);
alter table nightshift.given_facts enable row level security;
revoke all on nightshift.given_facts from public;
comment on table nightshift.given_facts is 'What users and providers say about contacts.';
comment on column nightshift.given_facts.contact_id is 'the contact';
comment on column nightshift.given_facts.field is 'name, company, job_title or phone';
comment on column nightshift.given_facts.source is 'user or provider:<name>';
comment on column nightshift.given_facts.value_key is 'as in contact_facts';
comment on column nightshift.given_facts.value is 'as given';
comment on column nightshift.given_facts.at is 'when it was last given';

create table if not exists nightshift.due_emails (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  email_id uuid not null,
  primary key (workspace_id, email_id)
);
alter table nightshift.due_emails enable row level security;
revoke all on nightshift.due_emails from public;
comment on table nightshift.due_emails is
'Emails that contact_enrichment has to read: their record was written, they were sent, or one of both changed.';
comment on column nightshift.due_emails.workspace_id is 'the workspace';
comment on column nightshift.due_emails.email_id is 'the email; it may be gone';

create table if not exists nightshift.due_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  contact_id uuid not null,
  day date not null,
  primary key (workspace_id, contact_id, day)
);
alter table nightshift.due_days enable row level security;
revoke all on nightshift.due_days from public;
comment on table nightshift.due_days is
'Days of contacts to count anew, together with the facts of these contacts: their emails changed or are gone.';
comment on column nightshift.due_days.workspace_id is 'the workspace';
comment on column nightshift.due_days.contact_id is 'the contact; it may be gone';
comment on column nightshift.due_days.day is 'the day';

create table if not exists nightshift.due_scores (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  contact_id uuid not null,
  primary key (workspace_id, contact_id)
);
alter table nightshift.due_scores enable row level security;
revoke all on nightshift.due_scores from public;
comment on table nightshift.due_scores is 'Contacts to score anew: their facts or days changed.';
comment on column nightshift.due_scores.workspace_id is 'the workspace';
comment on column nightshift.due_scores.contact_id is 'the contact; it may be gone';

create table if not exists nightshift.contact_turns (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  enriched_at timestamptz,
  scored_at timestamptz,
  read_before timestamptz,
  read_before_id uuid,
  score_after text,
  constraint place_in_emails_has_time_and_id check ((read_before is null) = (read_before_id is null))
);
alter table nightshift.contact_turns enable row level security;
revoke all on nightshift.contact_turns from public;
comment on table nightshift.contact_turns is
'Workspaces that ask for contact_enrichment or lead_scoring_batch: when each was last served, and how far its earlier '
'emails and contacts are.';
comment on column nightshift.contact_turns.workspace_id is 'the workspace';
comment on column nightshift.contact_turns.enriched_at is
'when contact_enrichment last served it; null: never, so it is next';
comment on column nightshift.contact_turns.scored_at is
'when lead_scoring_batch last served it; null: never, so it is next';
comment on column nightshift.contact_turns.read_before is
'emails before this time are still to be read; infinity: all; null: none';
comment on column nightshift.contact_turns.read_before_id is 'of those of exactly this time, the ones before this id';
comment on column nightshift.contact_turns.score_after is
'contacts with addresses after this one are still to be scored, because the workspace or its model is new; null: none';

create or replace function nightshift.list_due_emails() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A record that goes with its email is no work: the email is gone.
  insert into nightshift.due_emails (workspace_id, email_id)
  select r.workspace_id, r.email_id
  from changed_records r
  join public.workspace_settings s on s.workspace_id = r.workspace_id and s.enabled_types @> '{contact_enrichment}'
  where tg_op <> 'DELETE' or exists (select from public.client_emails e where e.id = r.email_id)
  order by r.workspace_id, r.email_id
  on conflict (workspace_id, email_id) do update set email_id = excluded.email_id where false; -- a lock alone
  return null;
end
$$;
comment on function nightshift.list_due_emails() is
'Puts emails whose record was written, changed or deleted on the list, once per statement.';
revoke all on function nightshift.list_due_emails() from public;

create or replace trigger list_due_emails_insert
after insert on public.email_intelligence
referencing new table as changed_records
for each statement execute function nightshift.list_due_emails();
create or replace trigger list_due_emails_update
after update on public.email_intelligence
referencing new table as changed_records
for each statement execute function nightshift.list_due_emails();
create or replace trigger list_due_emails_delete
after delete on public.email_intelligence
referencing old table as changed_records
for each statement execute function nightshift.list_due_emails();

create or replace function nightshift.list_sent_emails() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into nightshift.due_emails (workspace_id, email_id)
  select e.workspace_id, e.id
  from new_emails e
  join public.workspace_settings s on s.workspace_id = e.workspace_id and s.enabled_types @> '{contact_enrichment}'
  where e.direction = 'outbound'
  order by e.workspace_id, e.id
  on conflict (workspace_id, email_id) do update set email_id = excluded.email_id where false;
  return null;
end
$$;
comment on function nightshift.list_sent_emails() is 'Puts new outbound email on the list, once per statement.';
revoke all on function nightshift.list_sent_emails() from public;

create or replace trigger list_sent_emails
after insert on public.client_emails
referencing new table as new_emails
for each statement execute function nightshift.list_sent_emails();

create or replace function nightshift.list_changed_email() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into nightshift.due_emails (workspace_id, email_id)
  select s.workspace_id, new.id
  from public.workspace_settings s
  where s.workspace_id = new.workspace_id and s.enabled_types @> '{contact_enrichment}'
  on conflict (workspace_id, email_id) do update set email_id = excluded.email_id where false;
  return null;
end
$$;
comment on function nightshift.list_changed_email() is
'Puts an email whose sender, recipients or time changed on the list.';
revoke all on function nightshift.list_changed_email() from public;

create or replace trigger list_changed_email
after update of from_email, from_name, to_emails, cc_emails, direction, received_at on public.client_emails
for each row when (
  old.from_email is distinct from new.from_email or old.from_name is distinct from new.from_name
  or old.to_emails is distinct from new.to_emails or old.cc_emails is distinct from new.cc_emails
  or old.direction is distinct from new.direction or old.received_at is distinct from new.received_at)
execute function nightshift.list_changed_email();

create or replace function nightshift.list_due_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into nightshift.due_days (workspace_id, contact_id, day)
  select distinct c.workspace_id, o.contact_id, o.day
  from old_rows o
  join public.contacts c on c.id = o.contact_id
  join public.workspaces w on w.id = c.workspace_id
  order by c.workspace_id, o.contact_id, o.day
  on conflict (workspace_id, contact_id, day) do update set day = excluded.day where false;
  return null;
end
$$;
comment on function nightshift.list_due_days() is
'Puts the days of contacts whose emails are gone on the list, once per statement.';
revoke all on function nightshift.list_due_days() from public;

create or replace trigger list_due_days
after delete on public.contact_emails
referencing old table as old_rows
for each statement execute function nightshift.list_due_days();

create or replace function nightshift.start_contacts() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  c_last_id constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  v_reads constant boolean := new.enabled_types @> '{contact_enrichment}' and (tg_op = 'INSERT'
    or not old.enabled_types @> '{contact_enrichment}' or old.own_domains is distinct from new.own_domains);
  v_scores constant boolean := new.enabled_types @> '{lead_scoring_batch}' and (tg_op = 'INSERT'
    or not old.enabled_types @> '{lead_scoring_batch}');
begin
  if v_reads or v_scores then
    insert into nightshift.contact_turns as t (workspace_id, read_before, read_before_id, score_after)
    values (new.workspace_id, case when v_reads then 'infinity'::timestamptz end, case when v_reads then c_last_id end,
      case when v_scores then '' end)
    on conflict (workspace_id) do update
    set read_before = coalesce(excluded.read_before, t.read_before),
      read_before_id = coalesce(excluded.read_before_id, t.read_before_id),
      score_after = coalesce(excluded.score_after, t.score_after);
  end if;
  return null;
end
$$;
comment on function nightshift.start_contacts() is
'When a workspace asks for contact_enrichment, or changes its own domains, all its emails are read again. When it asks '
'for lead_scoring_batch, all its contacts are scored.';
revoke all on function nightshift.start_contacts() from public;

create or replace trigger start_contacts
after insert or update of enabled_types, own_domains on public.workspace_settings
for each row execute function nightshift.start_contacts();

-- After an undo of this migration, workspaces that ask are there before its triggers.
insert into nightshift.contact_turns (workspace_id, read_before, read_before_id, score_after)
select s.workspace_id, case when a.reads then 'infinity'::timestamptz end,
  case when a.reads then 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid end, case when a.scores then '' end
from public.workspace_settings s
cross join lateral (
  select s.enabled_types @> '{contact_enrichment}', s.enabled_types @> '{lead_scoring_batch}'
) as a (reads, scores)
where a.reads or a.scores
on conflict (workspace_id) do nothing;

-- 20261122001816_enrich.sql

-- Enrich: from emails to contacts, facts and days.
--
-- What is stored follows from the emails that are there, whatever their order: it is counted anew for every
-- contact that an email touches, and written only where it differs.
-- Locks: rows only. Time: below a millisecond an email.

create or replace function nightshift.list_correspondents(p_workspace_id uuid, p_email_ids uuid[])
returns table (email_id uuid, address text, at timestamptz, day date, direction text)
language sql stable set search_path = ''
as $$
  with settings as materialized (
    select nightshift.key_domains(s.own_domains) as own_domains,
      nightshift.zone_of_day(p_workspace_id, '-infinity') as time_zone,
      (select count(*) > 1 from nightshift.workspace_zones z where z.workspace_id = p_workspace_id) as has_moved
    from nightshift.read_settings(p_workspace_id) s
  ), members as materialized (
    select lower(u.email) as address
    from public.workspace_members m
    join auth.users u on u.id = m.user_id
    where m.workspace_id = p_workspace_id and u.email is not null
  ), emails as materialized (
    select e.id, e.direction, e.from_email, coalesce(e.to_emails, '{}') || coalesce(e.cc_emails, '{}') as recipients,
      -- A table that was adopted may say -infinity, from which no days can be counted.
      e.headers, least(coalesce(nullif(e.received_at, '-infinity'), e.created_at, now()),
        coalesce(e.created_at, now()) + interval '1 day') as at
    from unnest(p_email_ids) as given (id)
    join public.client_emails e on e.id = given.id
    where e.workspace_id = p_workspace_id
  ), named as ( -- senders of what a person wrote to us, recipients of what we wrote to at most 50
    select e.id, e.at, e.direction, nightshift.clean_address(e.from_email) as address
    from emails e
    join public.email_intelligence r on r.email_id = e.id
    where e.direction = 'inbound' and not r.is_bulk and not r.is_automated
      and (e.headers ?| array['list-id', 'list-post']) is not true
    union
    select e.id, e.at, e.direction, nightshift.clean_address(recipient.address)
    from emails e
    cross join lateral unnest(e.recipients) as recipient (address)
    where e.direction = 'outbound' and cardinality(e.recipients) <= 50
  )
  select n.id, n.address, n.at, case when s.has_moved then nightshift.day_of(p_workspace_id, n.at)
      else (n.at at time zone s.time_zone)::date end, n.direction
  from named n
  cross join settings s
  where n.address is not null
    and n.address not in (select m.address from members m)
    and not nightshift.is_of_domain(n.address, s.own_domains)
$$;
comment on function nightshift.list_correspondents(uuid, uuid[]) is
'Who becomes a contact by these emails of a workspace: senders and recipients, without bulk, automated and list email, '
'members and the workspace''s own domains.';
revoke all on function nightshift.list_correspondents(uuid, uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.list_claims(p_email_ids uuid[])
returns table (email_id uuid, contact_id uuid, field text, source text, value_key text, value text, at timestamptz)
language sql stable set search_path = ''
as $$
  with senders as materialized (
    select ce.email_id, ce.contact_id, ce.at, e.from_name,
      case when coalesce(r.read_instead, '') not in ('forwarded_email', 'quoted_email')
        and r.contact is not null and nightshift.is_own_signature(r.contact, c.email, e.from_name)
        then r.contact end as signature
    from unnest(p_email_ids) as given (id)
    join public.contact_emails ce on ce.email_id = given.id and ce.direction = 'inbound'
    join public.contacts c on c.id = ce.contact_id
    join public.client_emails e on e.id = ce.email_id
    join public.email_intelligence r on r.email_id = ce.email_id
    where c.kind = 'person' or c.kind is null and not nightshift.is_role_address(c.email)
  ), said as (
    select s.email_id, s.contact_id, s.at, f.field, f.source, nightshift.clean_fact(f.field, f.value) as value
    from senders s
    cross join lateral (
      select 'name' as field, 'header' as source, s.from_name as value
      union all
      select 'name', 'signature', s.signature ->> 'name'
      union all
      select 'company', 'signature', s.signature ->> 'organisation'
      union all
      select 'job_title', 'signature', s.signature ->> 'position'
      union all
      select 'phone', 'signature', p.phone
      from jsonb_array_elements_text(s.signature -> 'phones') with ordinality as p (phone, number)
      where p.number <= 5
    ) f
    where f.value is not null
  )
  select distinct on (s.email_id, s.contact_id, s.field, s.source, k.value_key)
    s.email_id, s.contact_id, s.field, s.source, k.value_key, s.value, s.at
  from said s
  cross join lateral (select nightshift.fact_key(s.field, s.value)) as k (value_key)
  where s.value is not null
  order by s.email_id, s.contact_id, s.field, s.source, k.value_key, s.value collate "C"
$$;
comment on function nightshift.list_claims(uuid[]) is
'What these emails say about their senders, in the header and in a signature of their own.';
revoke all on function nightshift.list_claims(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.connect_emails(p_workspace_id uuid, p_email_ids uuid[]) returns integer
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_wanted jsonb;
  v_added integer;
begin
  perform nightshift.count_by_zone(array[p_workspace_id]);
  select coalesce(jsonb_agg(to_jsonb(l)), '[]') into v_wanted
  from nightshift.list_correspondents(p_workspace_id, p_email_ids) l;
  insert into public.contacts (workspace_id, email, kind)
  select distinct p_workspace_id, w.address,
    case when nightshift.is_role_address(w.address) then 'role' else 'person' end
  from jsonb_to_recordset(v_wanted) as w (address text)
  where not exists (
    select from public.contacts c where c.workspace_id = p_workspace_id and c.email = w.address)
  order by 2
  on conflict (workspace_id, email) do nothing;
  get diagnostics v_added = row_count;

  select coalesce(jsonb_agg(to_jsonb(w) || jsonb_build_object('contact_id', c.id)), '[]') into v_wanted
  from jsonb_to_recordset(v_wanted) as w (email_id uuid, address text, at timestamptz, day date, direction text)
  join public.contacts c on c.workspace_id = p_workspace_id and c.email = w.address;

  -- Read again, and no longer an email of this contact, or one of another day: its claims go with it.
  delete from public.contact_emails ce
  where ce.email_id = any (p_email_ids) and (ce.email_id, ce.contact_id, ce.day) not in (
    select w.email_id, w.contact_id, w.day
    from jsonb_to_recordset(v_wanted) as w (email_id uuid, contact_id uuid, day date));
  insert into public.contact_emails as ce (email_id, contact_id, at, day, direction)
  select w.email_id, w.contact_id, w.at, w.day, w.direction
  from jsonb_to_recordset(v_wanted)
    as w (email_id uuid, contact_id uuid, at timestamptz, day date, direction text)
  order by w.email_id, w.contact_id
  on conflict (email_id, contact_id) do update set at = excluded.at, direction = excluded.direction
  where (ce.at, ce.direction) is distinct from (excluded.at, excluded.direction);

  select coalesce(jsonb_agg(to_jsonb(l)), '[]') into v_wanted from nightshift.list_claims(p_email_ids) l;
  delete from nightshift.email_claims k
  where k.email_id = any (p_email_ids)
    and (k.email_id, k.contact_id, k.field, k.source, k.value_key) not in (
      select w.email_id, w.contact_id, w.field, w.source, w.value_key
      from jsonb_to_recordset(v_wanted)
        as w (email_id uuid, contact_id uuid, field text, source text, value_key text));
  insert into nightshift.email_claims as k (email_id, contact_id, field, source, value_key, value, at)
  select w.email_id, w.contact_id, w.field, w.source, w.value_key, w.value, w.at
  from jsonb_to_recordset(v_wanted) as w (email_id uuid, contact_id uuid, field text, source text, value_key text,
    value text, at timestamptz)
  on conflict (email_id, contact_id, field, source, value_key) do update set value = excluded.value, at = excluded.at
  where (k.value, k.at) is distinct from (excluded.value, excluded.at);

  insert into nightshift.due_days (workspace_id, contact_id, day)
  select distinct p_workspace_id, ce.contact_id, ce.day
  from public.contact_emails ce
  where ce.email_id = any (p_email_ids)
  order by ce.contact_id, ce.day
  on conflict do nothing; -- Needs no lock: only the worker, who calls this, takes days from the list.
  return v_added;
end
$$;
comment on function nightshift.connect_emails(uuid, uuid[]) is
'Notes for some emails of a workspace whose they are and what they say, adds contacts that are new, and puts the days '
'that this touches on the list. Returns how many contacts it added.';
revoke all on function nightshift.connect_emails(uuid, uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.list_facts(p_contact_ids uuid[])
returns table (contact_id uuid, field text, value text, value_key text, source text, is_derived boolean, email_id uuid,
  first_seen_at timestamptz, last_seen_at timestamptz, times_seen integer, place smallint)
language sql stable set search_path = ''
as $$
  with claims as (
    select k.contact_id, k.field, (array_agg(k.value order by k.at desc, k.value collate "C"))[1] as value, k.value_key,
      k.source, false as is_derived,
      (array_agg(k.email_id order by k.at desc, k.value collate "C", k.email_id))[1] as email_id,
      min(k.at) as first_seen_at, max(k.at) as last_seen_at, count(*)::integer as times_seen
    from unnest(p_contact_ids) as given (id)
    join nightshift.email_claims k on k.contact_id = given.id
    group by k.contact_id, k.field, k.source, k.value_key
    union all
    select g.contact_id, g.field, g.value, g.value_key, g.source, false, null, g.at, g.at, 1
    from unnest(p_contact_ids) as given (id)
    join nightshift.given_facts g on g.contact_id = given.id
    union all -- the domain of the address, as long as there are emails
    select c.id, 'company', d.domain, d.domain, 'header', true, latest.email_id, earliest.at, latest.at, total.emails
    from unnest(p_contact_ids) as given (id)
    join public.contacts c on c.id = given.id
      and (c.kind = 'person' or c.kind is null and not nightshift.is_role_address(c.email))
    cross join lateral (select split_part(c.email, '@', 2)) as d (domain)
    cross join lateral (
      select ce.at, ce.email_id from public.contact_emails ce
      where ce.contact_id = c.id order by ce.day desc, ce.at desc, ce.email_id limit 1) latest
    cross join lateral (
      select ce.at from public.contact_emails ce where ce.contact_id = c.id order by ce.day, ce.at limit 1) earliest
    cross join lateral (
      select sum(cd.emails_in + cd.emails_out)::integer as emails
      from public.contact_days cd where cd.contact_id = c.id) total
    where length(d.domain) <= 200 and d.domain <> all (nightshift.free_mail_domains()) and total.emails > 0
  ), placed as (
    select k.*, row_number() over (
      partition by k.contact_id, k.field
      order by case k.source when 'user' then 1 when 'signature' then 2 when 'header' then 4 else 3 end,
        k.last_seen_at desc, k.times_seen desc, k.value_key collate "C", k.source collate "C") as place
    from claims k
  )
  select p.contact_id, p.field, p.value, p.value_key, p.source, p.is_derived, p.email_id, p.first_seen_at,
    p.last_seen_at, p.times_seen, p.place::smallint
  from placed p
  where p.place <= 20
$$;
comment on function nightshift.list_facts(uuid[]) is
'What contact_facts should have for these contacts, counted from their emails and what was given: at most 20 a field.';
revoke all on function nightshift.list_facts(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.write_facts(p_contact_ids uuid[]) returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_wanted constant jsonb := (
    select coalesce(jsonb_agg(to_jsonb(l)), '[]') from nightshift.list_facts(p_contact_ids) l);
  v_removed uuid[];
  v_written uuid[];
begin
  with removed as (
    delete from public.contact_facts f
    where f.contact_id = any (p_contact_ids) and (f.contact_id, f.field, f.value_key, f.source) not in (
      select w.contact_id, w.field, w.value_key, w.source
      from jsonb_to_recordset(v_wanted) as w (contact_id uuid, field text, value_key text, source text))
    returning f.contact_id
  )
  select coalesce(array_agg(distinct r.contact_id), '{}') into v_removed from removed r;
  with written as (
    insert into public.contact_facts as f (contact_id, field, value, value_key, source, is_derived, email_id,
      first_seen_at, last_seen_at, times_seen, place)
    select w.contact_id, w.field, w.value, w.value_key, w.source, w.is_derived, w.email_id, w.first_seen_at,
      w.last_seen_at, w.times_seen, w.place
    from jsonb_populate_recordset(null::public.contact_facts, v_wanted) w
    order by w.contact_id, w.field, w.value_key, w.source
    on conflict (contact_id, field, value_key, source) do update
    set value = excluded.value, is_derived = excluded.is_derived, email_id = excluded.email_id,
      first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at, times_seen = excluded.times_seen,
      place = excluded.place
    where (f.value, f.is_derived, f.email_id, f.first_seen_at, f.last_seen_at, f.times_seen, f.place)
      is distinct from (excluded.value, excluded.is_derived, excluded.email_id, excluded.first_seen_at,
        excluded.last_seen_at, excluded.times_seen, excluded.place)
    returning f.contact_id
  )
  select coalesce(array_agg(distinct w.contact_id), '{}') into v_written from written w;
  return array(select unnest(v_removed) union select unnest(v_written));
end
$$;
comment on function nightshift.write_facts(uuid[]) is
'Makes contact_facts of these contacts what list_facts() says. Returns the contacts in which something differed.';
revoke all on function nightshift.write_facts(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_own_values(p_contact_ids uuid[]) returns void
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  -- A shown value was one of the facts. Whatever else is in the row somebody wrote there by hand.
  with written as materialized (
    select c.id, v.field, v.value
    from unnest(p_contact_ids) as given (id)
    join public.contacts c on c.id = given.id
    cross join lateral (values
      ('name', c.name), ('company', c.company), ('job_title', c.job_title), ('phone', c.phone)
    ) as v (field, value)
    where v.value is not null and not exists (
      select from public.contact_facts f where f.contact_id = c.id and f.field = v.field and f.value = v.value)
  )
  insert into nightshift.given_facts (contact_id, field, source, value_key, value, at)
  select w.id, w.field, 'user', k.value_key, k.value, clock_timestamp()
  from written w
  cross join lateral (
    select x.value, nightshift.fact_key(w.field, x.value) as value_key
    from (select nightshift.clean_fact(w.field, w.value) as value) x
  ) k
  where k.value is not null and not exists (
    select from public.contact_facts f
    where f.contact_id = w.id and f.field = w.field and f.value_key = k.value_key)
  on conflict do nothing;
end
$$;
comment on function nightshift.keep_own_values(uuid[]) is
'Keeps what was written into contacts by hand, or before Nightshift, as facts of a user, so that it stays the shown '
'value.';
revoke all on function nightshift.keep_own_values(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.pick_value(p_field text, p_current text, p_fact text) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
begin
  if p_current is null or p_current = p_fact or nightshift.clean_fact(p_field, p_current) is not null then
    return p_fact;
  end if;
  return p_current;
end
$$;
comment on function nightshift.pick_value(text, text, text) is
'The value that a contact shows: its first fact. What can be no fact, such as a name of 300 characters, somebody wrote '
'there by hand, and it stays.';
revoke all on function nightshift.pick_value(text, text, text) from public, anon, authenticated, service_role;

create or replace function nightshift.show_facts(p_contact_ids uuid[]) returns integer
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_shown integer;
begin
  with shown as materialized (
    select c.id, nightshift.pick_value('name', c.name, f.name) as name,
      nightshift.pick_value('company', c.company, f.company) as company,
      nightshift.pick_value('job_title', c.job_title, f.job_title) as job_title,
      nightshift.pick_value('phone', c.phone, f.phone) as phone,
      -- A table that was adopted may know contacts from elsewhere.
      coalesce(earliest.at, case when a.is_adopted then c.first_seen_at end) as first_seen_at,
      coalesce(latest.at, case when a.is_adopted then c.last_interaction end) as last_interaction
    from unnest(p_contact_ids) as given (id)
    join public.contacts c on c.id = given.id
    cross join (
      select not exists (
        select from nightshift.installed_objects o where o.kind = 'table' and o.name = 'public.contacts') as is_adopted
    ) a
    cross join lateral (
      select max(k.value) filter (where k.field = 'name') as name,
        max(k.value) filter (where k.field = 'company') as company,
        max(k.value) filter (where k.field = 'job_title') as job_title,
        max(k.value) filter (where k.field = 'phone') as phone
      from public.contact_facts k
      where k.contact_id = c.id and k.place = 1
    ) f
    left join lateral (
      select ce.at from public.contact_emails ce where ce.contact_id = c.id order by ce.day, ce.at limit 1
    ) earliest on true
    left join lateral (
      select ce.at from public.contact_emails ce where ce.contact_id = c.id order by ce.day desc, ce.at desc limit 1
    ) latest on true
  )
  update public.contacts c
  set name = s.name, company = s.company, job_title = s.job_title, phone = s.phone, first_seen_at = s.first_seen_at,
    last_interaction = s.last_interaction
  from shown s
  where c.id = s.id
    and (c.name, c.company, c.job_title, c.phone, c.first_seen_at, c.last_interaction)
      is distinct from (s.name, s.company, s.job_title, s.phone, s.first_seen_at, s.last_interaction);
  get diagnostics v_shown = row_count;
  return v_shown;
end
$$;
comment on function nightshift.show_facts(uuid[]) is
'Shows in contacts the first fact of each field, and the times of its first and latest email. Returns how many '
'contacts changed.';
revoke all on function nightshift.show_facts(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.count_days(p_workspace_id uuid, p_contact_ids uuid[], p_days date[])
returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_changed uuid[];
begin
  with counted as materialized (
    select ce.contact_id, ce.day, p_workspace_id as workspace_id,
      count(*) filter (where ce.direction = 'inbound')::integer as emails_in,
      count(*) filter (where ce.direction = 'outbound')::integer as emails_out,
      count(*) filter (where r.action_items <> '{}')::integer as requests,
      count(*) filter (where r.questions_asked <> '{}')::integer as questions,
      count(*) filter (where 'complaint' = any (r.secondary_intents || r.primary_intent))::integer as complaints,
      count(*) filter (where r.business_opportunity is not null)::integer as opportunities,
      count(*) filter (where 'meeting_request' = any (r.secondary_intents || r.primary_intent))::integer as meetings,
      count(*) filter (where 'proposal' = any (r.secondary_intents || r.primary_intent))::integer as offers,
      count(*) filter (where r.budget_mentioned)::integer as budgets,
      count(*) filter (where r.timeline_mentioned)::integer as timelines,
      count(*) filter (where r.decision_maker)::integer as decision_makers,
      count(*) filter (where r.sentiment = 'positive')::integer as positive,
      count(*) filter (where r.sentiment = 'negative')::integer as negative
    from unnest(p_contact_ids, p_days) as given (contact_id, day)
    join public.contact_emails ce on ce.contact_id = given.contact_id and ce.day = given.day
    left join public.email_intelligence r on r.email_id = ce.email_id and ce.direction = 'inbound'
    group by ce.contact_id, ce.day
  ), emptied as (
    delete from public.contact_days d
    using unnest(p_contact_ids, p_days) as given (contact_id, day)
    where d.contact_id = given.contact_id and d.day = given.day
      and not exists (select from counted c where c.contact_id = d.contact_id and c.day = d.day)
    returning d.contact_id
  ), written as (
    insert into public.contact_days as d (contact_id, day, workspace_id, emails_in, emails_out, requests, questions,
      complaints, opportunities, meetings, offers, budgets, timelines, decision_makers, positive, negative)
    select c.contact_id, c.day, c.workspace_id, c.emails_in, c.emails_out, c.requests, c.questions, c.complaints,
      c.opportunities, c.meetings, c.offers, c.budgets, c.timelines, c.decision_makers, c.positive, c.negative
    from counted c
    order by c.contact_id, c.day
    on conflict (contact_id, day) do update
    set emails_in = excluded.emails_in, emails_out = excluded.emails_out, requests = excluded.requests,
      questions = excluded.questions, complaints = excluded.complaints, opportunities = excluded.opportunities,
      meetings = excluded.meetings, offers = excluded.offers, budgets = excluded.budgets,
      timelines = excluded.timelines, decision_makers = excluded.decision_makers, positive = excluded.positive,
      negative = excluded.negative
    where d.* is distinct from excluded.*
    returning d.contact_id
  )
  select array(select e.contact_id from emptied e union select w.contact_id from written w) into v_changed;
  return v_changed;
end
$$;
comment on function nightshift.count_days(uuid, uuid[], date[]) is
'Counts these days of these contacts anew, each day with the contact at the same place of the other list. Returns the '
'contacts in which something differed.';
revoke all on function nightshift.count_days(uuid, uuid[], date[]) from public, anon, authenticated, service_role;

create or replace function nightshift.refresh_contacts(p_workspace_id uuid, p_contact_ids uuid[], p_days date[])
returns integer
language plpgsql set search_path = ''
as $$
declare
  v_contact_ids uuid[];
  v_changed uuid[];
begin
  -- Whoever adds facts meanwhile waits here, and we for them.
  select coalesce(array_agg(c.id), '{}') into v_contact_ids
  from (
    select c.id
    from public.contacts c
    where c.id = any (p_contact_ids) and c.workspace_id = p_workspace_id
    order by c.id
    for no key update
  ) c;
  v_changed := nightshift.count_days(p_workspace_id, g.contact_ids, g.days)
  from (
    select coalesce(array_agg(x.contact_id), '{}') as contact_ids, coalesce(array_agg(x.day), '{}') as days
    from unnest(p_contact_ids, p_days) as x (contact_id, day)
    where x.contact_id = any (v_contact_ids) and x.day is not null
  ) g;
  perform nightshift.keep_own_values(v_contact_ids);
  v_changed := array(select unnest(v_changed) union select unnest(nightshift.write_facts(v_contact_ids)));
  perform nightshift.show_facts(v_contact_ids);
  perform nightshift.drop_empty_contacts(v_contact_ids);
  if nightshift.has_type(p_workspace_id, 'lead_scoring_batch') then
    insert into nightshift.due_scores (workspace_id, contact_id)
    select p_workspace_id, c.id from unnest(v_changed) as c (id) order by c.id
    on conflict (workspace_id, contact_id) do update set contact_id = excluded.contact_id where false; -- a lock alone
  end if;
  return cardinality(v_changed);
end
$$;
comment on function nightshift.refresh_contacts(uuid, uuid[], date[]) is
'Counts days, facts and shown values of contacts of a workspace anew; days may be null. What is left without emails '
'and facts goes. Returns how many contacts changed, and puts them on the list of those to score.';
revoke all on function nightshift.refresh_contacts(uuid, uuid[], date[]) from public, anon, authenticated, service_role;

-- 20261122001817_contact_enrichment.sql

-- Contact enrichment: what the database worker calls for the task type contact_enrichment.
--
-- Locks: rows only. Time: about 1 s a chunk.

insert into nightshift.database_types (task_type) values ('contact_enrichment') on conflict do nothing;

create or replace function nightshift.drop_empty_contacts(p_contact_ids uuid[]) returns integer
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_dropped integer;
  v_bare_ids uuid[];
begin
  -- A table that was adopted keeps its rows.
  if not exists (select from nightshift.installed_objects o where o.kind = 'table' and o.name = 'public.contacts') then
    return 0;
  end if;
  -- Whoever adds an outcome holds the contact, and is waited for before the next statement looks for outcomes.
  v_bare_ids := array(
    select c.id from public.contacts c
    where c.id = any (p_contact_ids)
      and not exists (select from public.contact_emails ce where ce.contact_id = c.id)
    order by c.id
    for update);
  if v_bare_ids = '{}' then
    return 0;
  end if;
  delete from public.contacts c
  where c.id = any (v_bare_ids) and c.status = 'contact' and c.tags = '{}'
    and not nightshift.is_on_hold(c.workspace_id) -- which would make all of the work fail
    and not exists (select from nightshift.given_facts g where g.contact_id = c.id)
    and not exists (select from public.contact_outcomes o where o.contact_id = c.id);
  get diagnostics v_dropped = row_count;
  return v_dropped;
end
$$;
comment on function nightshift.drop_empty_contacts(uuid[]) is
'Deletes those of these contacts that nothing is left of: no email, no fact of a user or provider, no outcome, status '
'or tag; none in a workspace under a legal hold. Returns how many.';
revoke all on function nightshift.drop_empty_contacts(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.take_contact_turn(p_workspace_id uuid) returns boolean
language plpgsql set search_path = ''
as $$
begin
  perform from nightshift.contact_turns t where t.workspace_id = p_workspace_id for no key update skip locked;
  return found or not exists (select from nightshift.contact_turns t where t.workspace_id = p_workspace_id);
end
$$;
comment on function nightshift.take_contact_turn(uuid) is
'Takes the turn of a workspace until commit: whoever changes its settings or its scoring model waits for that. False '
'while somebody is changing one of them, who then has all of it read or scored again.';
revoke all on function nightshift.take_contact_turn(uuid) from public, anon, authenticated, service_role;

-- The lists below are read in the order of their index and as far as the limit. To sort one would read all of it each
-- time.
create or replace function nightshift.take_earlier_emails(p_workspace_id uuid, p_limit integer) returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
declare
  v_turn nightshift.contact_turns;
  v_ids uuid[];
  v_last record;
begin
  select t.* into v_turn from nightshift.contact_turns t
  where t.workspace_id = p_workspace_id and t.read_before is not null;
  if not found then
    return '{}'::uuid[];
  end if;
  select array_agg(e.id order by e.received_at desc, e.id desc) into v_ids
  from (
    select e.id, e.received_at
    from public.client_emails e
    where e.workspace_id = p_workspace_id and (e.received_at, e.id) < (v_turn.read_before, v_turn.read_before_id)
    order by e.received_at desc, e.id desc
    limit p_limit
  ) e;
  select e.received_at, e.id into v_last
  from public.client_emails e where e.id = v_ids[cardinality(v_ids)];
  update nightshift.contact_turns t
  set read_before = case when cardinality(v_ids) = p_limit then v_last.received_at end,
    read_before_id = case when cardinality(v_ids) = p_limit then v_last.id end
  where t.workspace_id = p_workspace_id;
  return coalesce(v_ids, '{}');
end
$$;
comment on function nightshift.take_earlier_emails(uuid, integer) is
'The next p_limit emails that were there when the workspace asked for enrichment, from the newest back.';
revoke all on function nightshift.take_earlier_emails(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.list_emails_of_members(p_workspace_id uuid, p_limit integer) returns integer
language sql set search_path = ''
as $$
  with listed as (
    insert into nightshift.due_emails (workspace_id, email_id)
    select p_workspace_id, ce.email_id
    from public.workspace_members m
    join auth.users u on u.id = m.user_id
    join public.contacts c on c.workspace_id = p_workspace_id and c.email = lower(u.email)
    join public.contact_emails ce on ce.contact_id = c.id
    where m.workspace_id = p_workspace_id
    limit p_limit
    on conflict do nothing -- Needs no lock: only the worker, who calls this, takes emails from the list.
    returning 1
  )
  select count(*)::integer from listed
$$;
comment on function nightshift.list_emails_of_members(uuid, integer) is
'Puts up to p_limit emails of contacts who have become members on the list: read again, they make no contact. Returns '
'how many it added.';
revoke all on function nightshift.list_emails_of_members(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.take_due_emails(p_workspace_id uuid, p_limit integer) returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
declare
  v_ids uuid[];
begin
  with taken as (
    delete from nightshift.due_emails d
    where d.ctid = any (array(
      select l.ctid from nightshift.due_emails l
      where l.workspace_id = p_workspace_id order by l.email_id limit p_limit for update skip locked))
    returning d.email_id
  )
  select coalesce(array_agg(t.email_id order by t.email_id), '{}') into v_ids from taken t;
  return v_ids;
end
$$;
comment on function nightshift.take_due_emails(uuid, integer) is
'Takes up to p_limit emails of a workspace from the list of those to read.';
revoke all on function nightshift.take_due_emails(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.take_due_days(
  p_workspace_id uuid, p_limit integer, out contact_ids uuid[], out days date[]
)
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
begin
  with taken as (
    delete from nightshift.due_days d
    where d.ctid = any (array(
      select l.ctid from nightshift.due_days l
      where l.workspace_id = p_workspace_id order by l.contact_id, l.day limit p_limit for update skip locked))
    returning d.contact_id, d.day
  )
  select coalesce(array_agg(t.contact_id), '{}'), coalesce(array_agg(t.day), '{}') into contact_ids, days from taken t;
end
$$;
comment on function nightshift.take_due_days(uuid, integer) is
'Takes up to p_limit days of contacts of a workspace from the list of those to count: each day with the contact at the '
'same place of the other list.';
revoke all on function nightshift.take_due_days(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.enrich_piece(p_workspace_id uuid, p_limit integer, p_now timestamptz)
returns jsonb
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_email_ids uuid[];
  v_contact_ids uuid[];
  v_days date[];
  v_added integer := 0;
  v_changed integer := 0;
  v_listed integer;
begin
  if not nightshift.take_contact_turn(p_workspace_id) then
    return null;
  end if;
  v_email_ids := nightshift.take_due_emails(p_workspace_id, p_limit);
  if v_email_ids = '{}' then
    v_email_ids := nightshift.take_earlier_emails(p_workspace_id, p_limit);
  end if;
  if v_email_ids <> '{}' then
    v_added := nightshift.connect_emails(p_workspace_id, v_email_ids);
  end if;
  select t.contact_ids, t.days into v_contact_ids, v_days from nightshift.take_due_days(p_workspace_id, 4 * p_limit) t;
  if v_contact_ids <> '{}' then
    v_changed := nightshift.refresh_contacts(p_workspace_id, v_contact_ids, v_days);
  end if;
  v_listed := nightshift.list_emails_of_members(p_workspace_id, p_limit);
  -- Later than that of the workspace before, which may have the same p_now.
  update nightshift.contact_turns t
  set enriched_at = p_now + (clock_timestamp() - now())
  where t.workspace_id = p_workspace_id;
  return case
    when v_changed > 0 then jsonb_build_object('emails_read', cardinality(v_email_ids), 'contacts_added', v_added,
      'contacts_changed', v_changed)
    when v_email_ids <> '{}' or v_contact_ids <> '{}' or v_listed > 0 then '{}'
  end;
end
$$;
comment on function nightshift.enrich_piece(uuid, integer, timestamptz) is
'Reads up to p_limit emails of a workspace and refreshes the contacts that they touch. Returns {emails_read, '
'contacts_added, contacts_changed}, {} when no contact changed, or null when nothing was free to be taken.';
revoke all on function nightshift.enrich_piece(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_workspaces_to_enrich(
  p_run_id uuid, p_workspace_id uuid, p_limit integer, p_now timestamptz
) returns uuid[]
language sql stable set search_path = '' set enable_seqscan = off
as $$
  select coalesce(array_agg(due.workspace_id order by due.enriched_at nulls first, due.workspace_id), '{}')
  from (
    select s.workspace_id, t.enriched_at
    from public.workspace_settings s
    left join nightshift.contact_turns t on t.workspace_id = s.workspace_id
    where s.enabled_types @> '{contact_enrichment}'
      and (p_workspace_id is null or s.workspace_id = p_workspace_id)
      and (t.read_before is not null
        -- Not `exists`: of that the planner may make one reading of a whole list.
        or (select true from nightshift.due_emails d where d.workspace_id = s.workspace_id limit 1)
        or (select true from nightshift.due_days d where d.workspace_id = s.workspace_id limit 1))
      and not exists (
        select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = s.workspace_id)
    order by t.enriched_at nulls first, s.workspace_id
    limit p_limit
  ) due
$$;
comment on function nightshift.list_workspaces_to_enrich(uuid, uuid, integer, timestamptz) is
'Workspaces with emails or days on the lists of contact_enrichment, the one that waits longest first, without those '
'that failed in this run. With p_workspace_id this one at most. Makes no use of the time, which scoring takes.';
revoke all on function nightshift.list_workspaces_to_enrich(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.contact_enrichment_due(
  p_run_id uuid, p_limit integer, p_now timestamptz default clock_timestamp()
) returns setof uuid
language sql stable security definer set search_path = ''
as $$ select unnest(nightshift.list_workspaces_to_enrich(p_run_id, null, p_limit, p_now)) $$;
comment on function nightshift.contact_enrichment_due(uuid, integer, timestamptz) is
'For the database worker: workspaces in which contact_enrichment has work.';
revoke all on function nightshift.contact_enrichment_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.serve_contacts(
  p_run_id uuid, p_workspace_id uuid, p_list text, p_piece text, p_limit integer, p_now timestamptz
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_workspaces constant integer := 100;
  v_until constant timestamptz := clock_timestamp() + interval '0.6 seconds';
  v_workspace_ids uuid[];
  v_workspace_id uuid;
  v_held uuid[] := '{}'::uuid[];
  v_counts jsonb;
  v_touched jsonb := '[]'::jsonb;
begin
  loop
    execute format('select nightshift.%I($1, $2, $3, $4)', p_list) into v_workspace_ids
    using p_run_id, p_workspace_id, c_workspaces + cardinality(v_held), p_now;
    v_workspace_ids := array(
      select w.id from unnest(v_workspace_ids) with ordinality as w (id, place)
      where w.id <> all (v_held) order by w.place);
    exit when v_workspace_ids = '{}' or clock_timestamp() > v_until;
    foreach v_workspace_id in array v_workspace_ids loop
      execute format('select nightshift.%I($1, $2, $3)', p_piece) into v_counts
      using v_workspace_id, p_limit, p_now;
      if v_counts is null then
        -- Somebody holds what is due in it, so that it waits for the next run.
        v_held := v_held || v_workspace_id;
      elsif v_counts <> '{}' then
        v_touched := v_touched || jsonb_build_object('workspace_id', v_workspace_id, 'counts', v_counts);
      end if;
      exit when clock_timestamp() > v_until;
    end loop;
  end loop;
  return jsonb_build_object('done', v_workspace_ids = '{}', 'touched', v_touched);
end
$$;
comment on function nightshift.serve_contacts(uuid, uuid, text, text, integer, timestamptz) is
'Part of contact_enrichment_chunk and lead_scoring_batch_chunk: calls p_piece for the workspaces that p_list says, in '
'turn, for about a second. What somebody holds is left for later. Returns {done, touched: [{workspace_id, counts}]}.';
revoke all on function nightshift.serve_contacts(uuid, uuid, text, text, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.contact_enrichment_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language sql security definer set search_path = ''
as $$
  -- Each email may have 50 recipients.
  select nightshift.serve_contacts(p_run_id, p_workspace_id, 'list_workspaces_to_enrich', 'enrich_piece', 250, p_now)
$$;
comment on function nightshift.contact_enrichment_chunk(uuid, uuid, timestamptz) is
'For the database worker: about a second of contact_enrichment, workspaces in turn, or p_workspace_id alone. Returns '
'{done, touched: [{workspace_id, counts: {emails_read, contacts_added, contacts_changed}}]}.';
revoke all on function nightshift.contact_enrichment_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

-- 20261122001818_contact_facts_api.sql

-- Contact facts from outside: what users and providers know about contacts.
--
-- Members say what they know as "user". A provider, such as an agent of one's own that asks a company register,
-- speaks with the service role. Nobody can speak as "signature" or "header": those come from emails alone.
-- Locks: rows only. Time: about a millisecond a fact.

create or replace function nightshift.check_fact_rights(p_workspace_id uuid, p_source text) returns void
language plpgsql stable set search_path = ''
as $$
begin
  if p_source is distinct from 'user'
    and (p_source like 'provider:%' and nightshift.is_fact_source(p_source)) is not true
  then
    raise exception 'fact_source_invalid: the source of facts is user, or provider:<name> in lower case.'
      using errcode = 'PT400';
  end if;
  if (select auth.uid()) is null then
    perform nightshift.require_service();
  elsif p_source <> 'user' then
    raise exception 'fact_source_invalid: only the service role adds facts of a provider.' using errcode = 'PT403';
  elsif p_workspace_id is null or p_workspace_id not in (select nightshift.my_writable_workspaces()) then
    raise exception 'workspace_not_writable: only owners, admins and members of a workspace add facts to it.'
      using errcode = 'PT403';
  end if;
end
$$;
comment on function nightshift.check_fact_rights(uuid, text) is
'Part of add_contact_facts. Errors: PT400 or PT403 fact_source_invalid, PT403 workspace_not_writable, 42501 '
'service_only.';
revoke all on function nightshift.check_fact_rights(uuid, text) from public, anon, authenticated, service_role;

create or replace function nightshift.read_facts(p_facts jsonb)
returns table (number integer, address text, field text, value text, value_key text, is_removal boolean, problem text)
language plpgsql stable set search_path = ''
as $$
begin
  if jsonb_typeof(p_facts) is distinct from 'array' or jsonb_array_length(p_facts) > 1000 then
    raise exception 'facts_invalid: pass a list of up to 1000 facts, such as '
      '[{"email": "ada@example.com", "field": "company", "value": "Example Ltd"}].' using errcode = 'PT400';
  end if;
  return query
  select (f.position - 1)::integer, f.address, f.field, f.value, nightshift.fact_key(f.field, f.value), f.is_removal,
    case
      when f.address is null then 'email is not an address of a person'
      when f.field is null then 'field is not name, company, job_title or phone'
      when f.value is null and not f.is_removal then 'value cannot be a ' || f.field
    end
  from (
    select p.position, nightshift.clean_address(p.item ->> 'email') as address, known.field,
      nightshift.clean_fact(known.field,
        case when jsonb_typeof(p.item -> 'value') = 'string' then p.item ->> 'value' end) as value,
      (jsonb_typeof(p.item -> 'value') = 'null') is true as is_removal
    from jsonb_array_elements(p_facts) with ordinality as p (item, position)
    left join unnest(nightshift.contact_fields()) as known (field) on known.field = p.item ->> 'field'
  ) f;
end
$$;
comment on function nightshift.read_facts(jsonb) is
'The facts of a call of add_contact_facts, cleaned, each with what is wrong with it or null. Error: PT400 '
'facts_invalid.';
revoke all on function nightshift.read_facts(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.give_facts(p_workspace_id uuid, p_source text, p_facts jsonb, p_now timestamptz)
returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_contact_ids uuid[];
begin
  insert into public.contacts (workspace_id, email, kind)
  select distinct p_workspace_id, f.address,
    case when nightshift.is_role_address(f.address) then 'role' else 'person' end
  from jsonb_to_recordset(p_facts) as f (address text, is_removal boolean)
  where not f.is_removal
  order by 2
  on conflict (workspace_id, email) do nothing;
  select coalesce(array_agg(l.id), '{}') into v_contact_ids
  from (
    select c.id from public.contacts c
    where c.workspace_id = p_workspace_id and c.email in (
      select f.address from jsonb_to_recordset(p_facts) as f (address text))
    order by c.id
    for no key update
  ) l;

  delete from nightshift.given_facts g
  using jsonb_to_recordset(p_facts) as f (address text, field text, is_removal boolean), public.contacts c
  where f.is_removal and c.workspace_id = p_workspace_id and c.email = f.address and g.contact_id = c.id
    and g.field = f.field and g.source = p_source;
  insert into nightshift.given_facts as g (contact_id, field, source, value_key, value, at)
  select distinct on (c.id, f.field, f.value_key) c.id, f.field, p_source, f.value_key, f.value,
    -- The last one of a list is the latest.
    p_now + make_interval(secs => f.number / 1000000.0)
  from jsonb_to_recordset(p_facts) as f (number integer, address text, field text, value text, value_key text)
  join public.contacts c on c.workspace_id = p_workspace_id and c.email = f.address
  where f.value is not null
  order by c.id, f.field, f.value_key, f.number desc
  on conflict (contact_id, field, source, value_key) do update set value = excluded.value, at = excluded.at;
  -- Of one source the latest 20 of a field.
  delete from nightshift.given_facts g
  using (
    select k.contact_id, k.field, k.value_key,
      row_number() over (partition by k.contact_id, k.field order by k.at desc, k.value_key) as place
    from nightshift.given_facts k
    where k.contact_id = any (v_contact_ids) and k.source = p_source
  ) older
  where older.place > 20 and g.contact_id = older.contact_id and g.field = older.field and g.source = p_source
    and g.value_key = older.value_key;
  return v_contact_ids;
end
$$;
comment on function nightshift.give_facts(uuid, text, jsonb, timestamptz) is
'Part of add_contact_facts: stores facts of one source and returns their contacts. A removal takes back what this '
'source said about the field.';
revoke all on function nightshift.give_facts(uuid, text, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.add_contact_facts(p_workspace_id uuid, p_source text, p_facts jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_read jsonb;
  v_accepted jsonb;
  v_contact_ids uuid[];
begin
  perform nightshift.check_fact_rights(p_workspace_id, p_source);
  if not exists (select from public.workspaces w where w.id = p_workspace_id) then
    raise exception 'facts_invalid: there is no workspace %.', p_workspace_id using errcode = 'PT400';
  end if;
  select coalesce(jsonb_agg(to_jsonb(r)), '[]') into v_read from nightshift.read_facts(p_facts) r;
  v_accepted := jsonb_path_query_array(v_read, '$[*] ? (@.problem == null)');
  if p_source = 'user' and (select auth.uid()) is not null then
    perform nightshift.count_intake(p_workspace_id, 'fact', jsonb_array_length(v_accepted), pg_column_size(v_accepted));
  end if;
  v_contact_ids := nightshift.give_facts(p_workspace_id, p_source, v_accepted, clock_timestamp());
  perform nightshift.refresh_contacts(p_workspace_id, v_contact_ids, array_fill(null::date,
    array[cardinality(v_contact_ids)]));
  return jsonb_build_object('accepted', jsonb_array_length(v_accepted), 'rejected', (
    select coalesce(jsonb_agg(jsonb_build_object('index', r.number, 'problem', r.problem) order by r.number), '[]')
    from jsonb_to_recordset(v_read) as r (number integer, problem text)
    where r.problem is not null));
end
$$;
comment on function public.add_contact_facts(uuid, text, jsonb) is
'Adds up to 1000 facts [{email, field, value}] to the contacts of a workspace, which it adds too. Source: user, for '
'owners, admins and members of the workspace; or provider:<name>, for the service role. A value of null takes back '
'what this source said. Returns {accepted, rejected: [{index, problem}]}. Example: select add_contact_facts(''…'', '
'''user'', ''[{"email": "ada@example.com", "field": "company", "value": "Example Ltd"}]''). Errors: PT400 '
'facts_invalid, PT400 or PT403 fact_source_invalid, PT403 workspace_not_writable, PT429 daily_quota_exceeded.';
revoke all on function public.add_contact_facts(uuid, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.add_contact_facts(uuid, text, jsonb) to authenticated, service_role;

-- 20261122001820_scoring_models.sql

-- Scoring models: how the parts of a lead score are weighed, and how deals ended.
--
-- Owners and admins write here. Weights change by hand only; calibration tells how well they do.
-- Locks: none on existing tables. Time: milliseconds.

create or replace function nightshift.are_title_words(p_words text[]) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(bool_and(w.word is not null and length(w.word) <= 50 and w.word = lower(w.word)
    and w.word ~ '^[[:alnum:]]+( [[:alnum:]]+)*$'), true)
  from unnest(p_words) as w (word)
$$;
comment on function nightshift.are_title_words(text[]) is
'Whether each is one or several words in lower case, of letters and digits, at most 50 characters.';
revoke all on function nightshift.are_title_words(text[]) from public;
grant execute on function nightshift.are_title_words(text[]) to authenticated, service_role;

-- It begins anew after two billion: whoever changes a model for weeks must not keep others from changing theirs.
create sequence if not exists nightshift.scoring_model_versions as integer cycle;
revoke all on sequence nightshift.scoring_model_versions from public, anon, authenticated, service_role;

create table if not exists public.scoring_models (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  version integer not null,
  engagement numeric not null default 0.30,
  behavior numeric not null default 0.20,
  demographic numeric not null default 0.20,
  recency numeric not null default 0.15,
  intelligence numeric not null default 0.15,
  title_words text[] not null default '{}',
  wanted_domains text[] not null default '{}',
  updated_at timestamptz not null default now(),
  constraint one_model_for_each_workspace unique nulls not distinct (workspace_id),
  constraint weights_are_not_negative check (
    least(engagement, behavior, demographic, recency, intelligence) >= 0),
  -- Also of zeros: each point of each reason would have as many.
  constraint weights_have_up_to_4_digits check (
    greatest(scale(engagement), scale(behavior), scale(demographic), scale(recency), scale(intelligence)) <= 4),
  constraint weights_sum_to_1 check (engagement + behavior + demographic + recency + intelligence = 1),
  constraint title_words_are_up_to_200_words check (
    cardinality(title_words) <= 200 and nightshift.are_title_words(title_words)),
  constraint wanted_domains_are_up_to_1000_domains check (
    cardinality(wanted_domains) <= 1000 and nightshift.are_domains(wanted_domains))
);
-- Owners and admins write the columns of the constraints.
grant execute on function nightshift.are_domains(text[]) to authenticated;
comment on table public.scoring_models is
'How the five parts of a lead score are weighed. A workspace without a row follows the row without a workspace.';
comment on column public.scoring_models.id is 'time-ordered UUID';
comment on column public.scoring_models.workspace_id is 'the workspace; null: the default of the project';
comment on column public.scoring_models.version is
'a new number after every change; lead_scores say by which they were made';
comment on column public.scoring_models.engagement is 'weight of emails and answers, 0 to 1';
comment on column public.scoring_models.behavior is 'weight of what the contact asks for, 0 to 1';
comment on column public.scoring_models.demographic is 'weight of title, company and domain, 0 to 1';
comment on column public.scoring_models.recency is 'weight of the latest email, 0 to 1';
comment on column public.scoring_models.intelligence is
'weight of opportunities, decisions, tone and complaints, 0 to 1';
comment on column public.scoring_models.title_words is
'words of job titles that you want to talk to, in lower case, such as director';
comment on column public.scoring_models.wanted_domains is
'domains that you want to talk to, in lower case; subdomains count too';
comment on column public.scoring_models.updated_at is 'when it last changed';

create or replace function nightshift.number_model() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.version := nextval('nightshift.scoring_model_versions');
  new.updated_at := now();
  return new;
end
$$;
comment on function nightshift.number_model() is 'Gives a changed scoring model a version of its own.';
revoke all on function nightshift.number_model() from public;
create or replace trigger number_model
before insert or update on public.scoring_models
for each row execute function nightshift.number_model();

create or replace function nightshift.restart_scoring() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update nightshift.contact_turns t
  set score_after = ''
  where case when tg_op = 'DELETE' then old.workspace_id else new.workspace_id end is null
    or t.workspace_id = case when tg_op = 'DELETE' then old.workspace_id else new.workspace_id end;
  return null;
end
$$;
comment on function nightshift.restart_scoring() is
'After a change of a scoring model all contacts of its workspace are scored anew, of the default those of all.';
revoke all on function nightshift.restart_scoring() from public;
create or replace trigger restart_scoring
after insert or update or delete on public.scoring_models
for each row execute function nightshift.restart_scoring();

insert into public.scoring_models (workspace_id, title_words)
values (null, array[
  'ceo', 'cfo', 'cio', 'cmo', 'coo', 'cto', 'cro', 'chief', 'president', 'vp', 'vice president', 'director', 'head',
  'founder', 'co founder', 'owner', 'partner', 'principal', 'managing director', 'general manager', 'geschäftsführer',
  'geschäftsführerin', 'inhaber', 'inhaberin', 'leiter', 'leiterin', 'leitung', 'prokurist', 'prokuristin', 'vorstand',
  'gérant', 'directeur', 'directrice', 'fondateur', 'fondatrice', 'gerente', 'directora', 'fundador', 'fundadora',
  'titolare', 'amministratore', 'direttore', 'direttrice', 'diretor', 'diretora', 'eigenaar', 'directeurin'])
on conflict do nothing;

alter table public.scoring_models enable row level security;
revoke all on public.scoring_models from anon, authenticated, service_role;
grant select, insert (workspace_id, engagement, behavior, demographic, recency, intelligence, title_words,
  wanted_domains), update (engagement, behavior, demographic, recency, intelligence, title_words, wanted_domains),
  delete on public.scoring_models to authenticated;
grant select, insert, update, delete on public.scoring_models to service_role;
drop policy if exists "members read the model of their workspaces and the default" on public.scoring_models;
create policy "members read the model of their workspaces and the default" on public.scoring_models
  for select to authenticated
  using (workspace_id is null or workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "managers add the model of their workspaces" on public.scoring_models;
create policy "managers add the model of their workspaces" on public.scoring_models
  for insert to authenticated with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers change the model of their workspaces" on public.scoring_models;
create policy "managers change the model of their workspaces" on public.scoring_models
  for update to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers delete the model of their workspaces" on public.scoring_models;
create policy "managers delete the model of their workspaces" on public.scoring_models
  for delete to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "service role manages models" on public.scoring_models;
create policy "service role manages models" on public.scoring_models
  to service_role using (true) with check (true);

create table if not exists public.contact_outcomes (
  contact_id uuid primary key references public.contacts (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  outcome text not null,
  day date not null,
  constraint outcome_is_known check (outcome in ('won', 'lost')),
  constraint day_is_from_2000_to_2099 check (day >= '2000-01-01' and day <= '2099-12-31')
);
create index if not exists contact_outcomes_workspace_idx on public.contact_outcomes (workspace_id);
comment on table public.contact_outcomes is
'How the business with a contact ended, for calibration: scores are compared with what came of them.';
comment on column public.contact_outcomes.contact_id is 'the contact';
comment on column public.contact_outcomes.workspace_id is 'its workspace; filled in when it is left out';
comment on column public.contact_outcomes.outcome is 'won or lost';
comment on column public.contact_outcomes.day is 'day on which it was known; the score before that day counts';

create or replace function nightshift.place_outcome() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A contact of another workspace is as unknown as none: the policy rejects both alike.
  select c.workspace_id into new.workspace_id from public.contacts c where c.id = new.contact_id;
  return new;
end
$$;
comment on function nightshift.place_outcome() is 'The workspace of an outcome is that of its contact.';
revoke all on function nightshift.place_outcome() from public;
create or replace trigger place_outcome
before insert or update on public.contact_outcomes
for each row execute function nightshift.place_outcome();

alter table public.contact_outcomes enable row level security;
revoke all on public.contact_outcomes from anon, authenticated, service_role;
grant select, insert (contact_id, outcome, day), update (outcome, day), delete on public.contact_outcomes
  to authenticated;
grant select, insert, update, delete on public.contact_outcomes to service_role;
drop policy if exists "members read the outcomes of their workspaces" on public.contact_outcomes;
create policy "members read the outcomes of their workspaces" on public.contact_outcomes
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "managers add outcomes to their workspaces" on public.contact_outcomes;
create policy "managers add outcomes to their workspaces" on public.contact_outcomes
  for insert to authenticated with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers change the outcomes of their workspaces" on public.contact_outcomes;
create policy "managers change the outcomes of their workspaces" on public.contact_outcomes
  for update to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "managers delete the outcomes of their workspaces" on public.contact_outcomes;
create policy "managers delete the outcomes of their workspaces" on public.contact_outcomes
  for delete to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "service role manages outcomes" on public.contact_outcomes;
create policy "service role manages outcomes" on public.contact_outcomes
  to service_role using (true) with check (true);

-- 20261122001822_lead_scores.sql

-- Lead scores: whom to answer first, and why.
--
-- A score follows from the days and facts of a contact, the model and the day. Each reason has a number and
-- points, and the points sum to the score.
-- Locks: writers of public.contacts wait half a second at most. Time: milliseconds.

-- After an undo of this migration, contacts that were scored are there without a score.
do $$
begin
  if to_regclass('public.lead_scores') is null then
    update nightshift.contact_turns t
    set score_after = ''
    from public.workspace_settings s
    where s.workspace_id = t.workspace_id and s.enabled_types @> '{lead_scoring_batch}';
  end if;
end
$$;

-- A score goes with its contact, which goes with its workspace. A foreign key to the workspace besides would cost a
-- twentieth of the time of scoring each.
create table if not exists public.lead_scores (
  contact_id uuid primary key references public.contacts (id) on delete cascade,
  workspace_id uuid not null,
  score numeric not null,
  engagement smallint not null,
  behavior smallint not null,
  demographic smallint not null,
  recency smallint not null,
  intelligence smallint not null,
  reasons jsonb not null,
  coverage numeric(4, 3) not null,
  model_version integer not null,
  rescore_on date,
  scored_at timestamptz not null,
  constraint score_is_from_0_to_100_with_4_digits check (score >= 0 and score <= 100 and score = round(score, 4)),
  constraint parts_are_from_0_to_100 check (
    least(engagement, behavior, demographic, recency, intelligence) >= 0
    and greatest(engagement, behavior, demographic, recency, intelligence) <= 100),
  constraint coverage_is_a_share check (coverage >= 0 and coverage <= 1),
  constraint reasons_are_a_list check (jsonb_typeof(reasons) = 'array')
);
-- Without contact_id: equal scores are then added in one place, and not all over the index.
create index if not exists lead_scores_best_idx on public.lead_scores (workspace_id, score desc);
create index if not exists lead_scores_due_idx on public.lead_scores (workspace_id, rescore_on)
where rescore_on is not null;
comment on table public.lead_scores is
'Whom to answer first: a score from 0 to 100 for each contact that is a person, with its reasons.';
comment on column public.lead_scores.contact_id is 'the contact';
comment on column public.lead_scores.workspace_id is 'its workspace';
comment on column public.lead_scores.score is '0 to 100: the five parts, weighed by the model';
comment on column public.lead_scores.engagement is '0 to 100: emails from it in 30 and 90 days, and our emails to it';
comment on column public.lead_scores.behavior is
'0 to 100: meetings that it asks for, proposals, budgets and time frames in 90 days';
comment on column public.lead_scores.demographic is '0 to 100: job title, company and wanted domain';
comment on column public.lead_scores.recency is '0 to 100: days since the latest email from or to it';
comment on column public.lead_scores.intelligence is
'0 to 100: opportunities, decision makers, tone and complaints in 90 days';
comment on column public.lead_scores.reasons is
'[{code, number, points}]: what was counted, how much of it, and its share of the score. The points sum to the score';
comment on column public.lead_scores.coverage is
'0 to 1: for how much of the weight something is known. What is unknown counts 0';
comment on column public.lead_scores.model_version is 'version of the scoring model';
comment on column public.lead_scores.rescore_on is
'first day on which the score can change without a new email; null: never';
comment on column public.lead_scores.scored_at is 'when it last changed';

-- History goes with the contact too, by a trigger below: another foreign key would cost a tenth of the time of scoring.
-- Whoever writes history holds a lock on the score, and a deletion of the contact waits for it.
create table if not exists public.lead_score_history (
  contact_id uuid not null,
  day date not null,
  workspace_id uuid not null,
  score numeric not null,
  primary key (contact_id, day),
  constraint score_is_from_0_to_100_with_4_digits check (score >= 0 and score <= 100 and score = round(score, 4))
);
create index if not exists lead_score_history_workspace_idx on public.lead_score_history (workspace_id, day);
comment on table public.lead_score_history is
'Scores over time: the first, and one for each day on which a score had changed by 5 or more since the one before.';
comment on column public.lead_score_history.contact_id is 'the contact';
comment on column public.lead_score_history.day is 'day on the clocks of the workspace';
comment on column public.lead_score_history.workspace_id is 'its workspace';
comment on column public.lead_score_history.score is 'the score on that day';

create or replace function nightshift.drop_score_history() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'TRUNCATE' then
    truncate public.lead_score_history;
  else
    delete from public.lead_score_history h where h.contact_id = old.id;
  end if;
  return null;
end
$$;
comment on function nightshift.drop_score_history() is 'The score history of a contact goes with it.';
revoke all on function nightshift.drop_score_history() from public;
select nightshift.lock_briefly('public.contacts', 'share row exclusive');
-- After the trigger of the foreign key of lead_scores, by name, so that it has waited for whoever scores the contact.
create or replace trigger drop_score_history
after delete on public.contacts
for each row execute function nightshift.drop_score_history();
create or replace trigger drop_all_score_history
after truncate on public.contacts
for each statement execute function nightshift.drop_score_history();

do $$
declare
  v_column record;
begin
  -- As for client_emails: estimates must not tell one tenant about the contacts of others.
  for v_column in
    select a.attrelid::regclass as relation, a.attname as name
    from pg_catalog.pg_attribute a
    where a.attnum > 0 and not a.attisdropped and a.attstattarget is distinct from 0 and a.attrelid = any (
      array['public.lead_scores', 'public.lead_score_history', 'public.contact_outcomes']::regclass[])
  loop
    execute format('alter table %s alter column %I set statistics 0', v_column.relation, v_column.name);
  end loop;
end
$$;

alter table public.lead_scores enable row level security;
revoke all on public.lead_scores from anon, authenticated, service_role;
grant select on public.lead_scores to authenticated;
grant select, insert, update, delete on public.lead_scores to service_role;
drop policy if exists "members read the scores of their workspaces" on public.lead_scores;
create policy "members read the scores of their workspaces" on public.lead_scores
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages scores" on public.lead_scores;
create policy "service role manages scores" on public.lead_scores
  to service_role using (true) with check (true);
alter table public.lead_score_history enable row level security;
revoke all on public.lead_score_history from anon, authenticated, service_role;
grant select on public.lead_score_history to authenticated;
grant select, insert, update, delete on public.lead_score_history to service_role;
drop policy if exists "members read the score history of their workspaces" on public.lead_score_history;
create policy "members read the score history of their workspaces" on public.lead_score_history
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages score history" on public.lead_score_history;
create policy "service role manages score history" on public.lead_score_history
  to service_role using (true) with check (true);

create or replace function nightshift.find_model(p_workspace_id uuid) returns public.scoring_models
language sql stable set search_path = ''
as $$
  select m.*
  from public.scoring_models m
  where m.workspace_id = p_workspace_id or m.workspace_id is null
  order by m.workspace_id nulls last
  limit 1
$$;
comment on function nightshift.find_model(uuid) is 'The scoring model of a workspace, else the default.';
revoke all on function nightshift.find_model(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.read_signals(
  p_workspace_id uuid, p_contact_ids uuid[], p_day date, p_model public.scoring_models
) returns table (contact_id uuid, in_30 bigint, in_90 bigint, out_90 bigint, meetings bigint,
  offers bigint, budgets bigint, timelines bigint, opportunities bigint, decisions bigint, tone bigint,
  complaints bigint,
  latest_day date, next_day date, title text, has_company boolean, has_domain boolean, is_wanted_domain boolean,
  row_place tid, shown_score numeric)
language sql stable set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off
  set enable_mergejoin = off
as $$
  select c.id, coalesce(w.in_30, 0), coalesce(w.in_90, 0), coalesce(w.out_90, 0),
    coalesce(w.meetings, 0), coalesce(w.offers, 0), coalesce(w.budgets, 0), coalesce(w.timelines, 0),
    coalesce(w.opportunities, 0), coalesce(w.decisions, 0), coalesce(w.tone, 0), coalesce(w.complaints, 0),
    coalesce(w.latest_day, earlier.day), least(w.next_day, later.day), f.title, coalesce(f.has_company, false),
    coalesce(f.has_domain, false),
    p_model.wanted_domains <> '{}'
      and nightshift.is_of_domain(c.email, (select nightshift.key_domains(p_model.wanted_domains))),
    c.ctid, c.ai_score
  from unnest(p_contact_ids) as given (id)
  join public.contacts c
    on c.id = given.id and c.workspace_id = p_workspace_id and c.kind is distinct from 'role'
  cross join lateral (
    select sum(d.emails_in) filter (where d.day > p_day - 30) as in_30, sum(d.emails_in) as in_90,
      sum(d.emails_out) as out_90, sum(d.meetings) as meetings, sum(d.offers) as offers, sum(d.budgets) as budgets,
      sum(d.timelines) as timelines, sum(d.opportunities) as opportunities, sum(d.decision_makers) as decisions,
      sum(d.positive - d.negative) as tone, sum(d.complaints) as complaints, max(d.day) as latest_day,
      -- The day on which this day leaves the next window.
      min(case when d.day > p_day - 30 then d.day + 30 else d.day + 90 end) as next_day
    from public.contact_days d
    where d.contact_id = c.id and d.day > p_day - 90 and d.day <= p_day
  ) w
  left join lateral (
    select d.day from public.contact_days d
    where w.latest_day is null and d.contact_id = c.id and d.day <= p_day order by d.day desc limit 1
  ) earlier on true
  left join lateral ( -- of an email that is up to a day ahead of us; most workspaces have none
    select d.day from public.contact_days d
    where (select exists (select from public.contact_days a where a.workspace_id = p_workspace_id and a.day > p_day))
      and d.contact_id = c.id and d.day > p_day
    order by d.day limit 1
  ) later on true
  cross join lateral (
    select max(k.value) filter (where k.field = 'job_title') as title,
      bool_or(not k.is_derived) filter (where k.field = 'company') as has_company,
      bool_or(k.is_derived) filter (where k.field = 'company') as has_domain
    from public.contact_facts k
    where k.contact_id = c.id and k.place = 1
  ) f
$$;
comment on function nightshift.read_signals(uuid, uuid[], date, public.scoring_models) is
'What a score counts of these contacts on a day: emails in the last 30 and 90 days, that day included, what they asked '
'for, tone (positive less negative emails), the latest day, the first later day on which one of these changes, and '
'where the row of the contact is, with the score that it shows.';
revoke all on function nightshift.read_signals(uuid, uuid[], date, public.scoring_models)
  from public, anon, authenticated, service_role;

create or replace function nightshift.group_signals(
  p_workspace_id uuid, p_contact_ids uuid[], p_day date, p_model public.scoring_models
) returns table (contact_ids uuid[], rescore_days date[], row_places tid[], shown_scores numeric[], is_known boolean,
  recency integer, in_30 bigint, in_90 bigint, out_90 bigint, meetings bigint, offers bigint, budgets bigint,
  timelines bigint, opportunities bigint, decisions bigint, tone bigint, complaints bigint, has_title boolean,
  is_wanted_title boolean, has_company boolean, has_domain boolean, is_wanted_domain boolean)
-- What was read is joined and grouped by hashes, whatever those who call this do without.
language sql stable set search_path = '' set enable_hashjoin = on set enable_sort = off
as $$
  with signals as materialized (
    select * from nightshift.read_signals(p_workspace_id, p_contact_ids, p_day, p_model)
  ), titles as materialized ( -- each once: to match one takes as long as all else that is done here
    select d.title, lower(d.title) ~ (
      -- Words are letters, digits and spaces, see scoring_models. Null, which matches nothing, without words.
      '\m(?:' || nullif(replace(array_to_string(p_model.title_words, '|'), ' ', '[^[:alnum:]]+'), '') || ')\M'
    ) as is_wanted
    from (select distinct s.title from signals s where s.title is not null) d
  )
  select array_agg(s.contact_id), array_agg(least(s.next_day, case
      when r.recency = 100 then s.latest_day + 8 when r.recency = 80 then s.latest_day + 31
      when r.recency = 50 then s.latest_day + 91 when r.recency = 20 then s.latest_day + 181
    end)), array_agg(s.row_place), array_agg(s.shown_score), s.latest_day is not null, r.recency, s.in_30, s.in_90,
    s.out_90, s.meetings, s.offers, s.budgets, s.timelines, s.opportunities, s.decisions, s.tone, s.complaints,
    s.title is not null, coalesce(t.is_wanted, false), s.has_company, s.has_domain, s.is_wanted_domain
  from signals s
  left join titles t on t.title = s.title
  cross join lateral (
    select case when p_day - s.latest_day <= 7 then 100 when p_day - s.latest_day <= 30 then 80
      when p_day - s.latest_day <= 90 then 50 when p_day - s.latest_day <= 180 then 20 else 0 end as recency
  ) r
  group by 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22
$$;
comment on function nightshift.group_signals(uuid, uuid[], date, public.scoring_models) is
'Contacts of which a score counts the same, so that it is computed once for all of them: many have few emails, or none '
'of late. The other lists have at the place of each contact the first later day on which something of it changes, '
'where its row is, and the score that it shows.';
revoke all on function nightshift.group_signals(uuid, uuid[], date, public.scoring_models)
  from public, anon, authenticated, service_role;

create or replace function nightshift.compute_scores(p_workspace_id uuid, p_contact_ids uuid[], p_day date)
returns table (contact_id uuid, score numeric, engagement integer, behavior integer, demographic integer,
  recency integer, intelligence integer, reasons jsonb, coverage numeric, model_version integer, rescore_on date,
  row_place tid, shown_score numeric)
language sql stable set search_path = ''
as $$
  -- Whole points within each part, each growing with its number and ever more slowly: a further good sign never
  -- lowers a score. Weights are decimal numbers, so that points are exact. Reasons are numbers and our own words only;
  -- to read them as one JSON text takes half as long as to build them from objects.
  with computed as materialized (
    select s.contact_ids, s.rescore_days, s.row_places, s.shown_scores, s.recency, p.engagement, p.behavior,
      p.demographic, p.intelligence,
      m.engagement * p.engagement + m.behavior * p.behavior + m.demographic * p.demographic
        + m.recency * s.recency + m.intelligence * p.intelligence as score,
      ('[' || concat_ws(',',
        case when s.in_30 > 0 then '{"code": "emails_in_30_days", "number": ' || s.in_30
          || ', "points": ' || m.engagement * v.emails_30 || '}' end,
        case when s.in_90 > 0 then '{"code": "emails_in_90_days", "number": ' || s.in_90
          || ', "points": ' || m.engagement * v.emails_90 || '}' end,
        case when s.out_90 > 0 then '{"code": "our_emails_in_90_days", "number": ' || s.out_90
          || ', "points": ' || m.engagement * v.answers || '}' end,
        case when s.meetings > 0 then '{"code": "meetings_asked_for", "number": ' || s.meetings
          || ', "points": ' || m.behavior * v.meetings || '}' end,
        case when s.offers > 0 then '{"code": "proposals", "number": ' || s.offers
          || ', "points": ' || m.behavior * v.offers || '}' end,
        case when s.budgets > 0 then '{"code": "budgets", "number": ' || s.budgets
          || ', "points": ' || m.behavior * v.budgets || '}' end,
        case when s.timelines > 0 then '{"code": "time_frames", "number": ' || s.timelines
          || ', "points": ' || m.behavior * v.timelines || '}' end,
        case when v.title > 0 then '{"code": "' || case when s.is_wanted_title then 'wanted_title' else 'known_title'
          end || '", "number": 1, "points": ' || m.demographic * v.title || '}' end,
        case when v.company > 0 then '{"code": "' || case when s.has_company then 'known_company' else 'company_domain'
          end || '", "number": 1, "points": ' || m.demographic * v.company || '}' end,
        case when v.domain > 0 then '{"code": "wanted_domain", "number": 1, "points": ' || m.demographic * v.domain
          || '}' end,
        case when s.recency > 0 then '{"code": "latest_email_within_days", "number": ' || case s.recency
          when 100 then 7 when 80 then 30 when 50 then 90 else 180 end || ', "points": ' || m.recency * s.recency
          || '}' end,
        case when s.opportunities > 0 then '{"code": "opportunities", "number": ' || s.opportunities
          || ', "points": ' || m.intelligence * v.opportunities || '}' end,
        case when s.decisions > 0 then '{"code": "decision_makers", "number": ' || s.decisions
          || ', "points": ' || m.intelligence * v.decisions || '}' end,
        case when s.in_90 > 0 then '{"code": "tone", "number": ' || s.tone
          || ', "points": ' || m.intelligence * v.tone || '}' end,
        case when s.in_90 > 0 then '{"code": "complaints", "number": ' || s.complaints
          || ', "points": ' || m.intelligence * v.calm || '}' end
      ) || ']')::jsonb as reasons,
      case when s.is_known then m.engagement + m.recency else 0 end
        + case when s.in_90 = 0 then 0 else m.behavior + m.intelligence end
        + m.demographic * (s.has_title::integer + s.has_company::integer) / 2.0 as coverage,
      m.version
    from nightshift.find_model(p_workspace_id) m
    cross join lateral nightshift.group_signals(p_workspace_id, p_contact_ids, p_day, m) s
    cross join lateral (
      select 50 * s.in_30 / (s.in_30 + 2) as emails_30, 20 * s.in_90 / (s.in_90 + 4) as emails_90,
        30 * s.out_90 / (s.out_90 + 2) as answers,
        35 * 2 * s.meetings / (2 * s.meetings + 1) as meetings, 25 * 2 * s.offers / (2 * s.offers + 1) as offers,
        20 * 2 * s.budgets / (2 * s.budgets + 1) as budgets, 20 * 2 * s.timelines / (2 * s.timelines + 1) as timelines,
        case when s.is_wanted_title then 50 when s.has_title then 15 else 0 end as title,
        case when s.has_company then 20 when s.has_domain then 10 else 0 end as company,
        case when s.is_wanted_domain then 30 else 0 end as domain,
        40 * 2 * s.opportunities / (2 * s.opportunities + 1) as opportunities,
        case when s.decisions > 0 then 30 else 0 end as decisions,
        case when s.in_90 > 0 then least(20, greatest(0, 10 + 5 * s.tone)) else 0 end as tone,
        case when s.in_90 > 0 and s.complaints = 0 then 10 else 0 end as calm
      offset 0 -- once each
    ) v
    cross join lateral (
      select (v.emails_30 + v.emails_90 + v.answers)::integer as engagement,
        (v.meetings + v.offers + v.budgets + v.timelines)::integer as behavior,
        v.title + v.company + v.domain as demographic,
        (v.opportunities + v.decisions + v.tone + v.calm)::integer as intelligence
      offset 0
    ) p
  )
  select t.contact_id, c.score, c.engagement, c.behavior, c.demographic, c.recency, c.intelligence, c.reasons,
    c.coverage, c.version, t.rescore_on, t.row_place, t.shown_score
  from computed c
  cross join lateral unnest(c.contact_ids, c.rescore_days, c.row_places, c.shown_scores)
    as t (contact_id, rescore_on, row_place, shown_score)
  order by t.contact_id -- as everybody locks them
$$;
comment on function nightshift.compute_scores(uuid, uuid[], date) is
'What lead_scores should have for these contacts of a workspace on a day: the five parts, 0 to 100 each, with reasons, '
'coverage, and the first later day on which something of it can change. Besides, where the row of the contact is, and '
'the score that it shows.';
revoke all on function nightshift.compute_scores(uuid, uuid[], date) from public, anon, authenticated, service_role;

-- 20261122001824_lead_scoring_batch.sql

-- Lead scoring: what the database worker calls for the task type lead_scoring_batch.
--
-- It scores contacts whose facts or days changed, and those whose windows end today. So what is stored is always
-- what counting everything anew would give.
-- Locks: rows only. Time: about 1 s a chunk.

insert into nightshift.database_types (task_type) values ('lead_scoring_batch') on conflict do nothing;

create or replace function nightshift.write_scores(p_workspace_id uuid, p_contact_ids uuid[], p_day date)
returns integer
language plpgsql set search_path = '' set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  v_changed integer;
  v_all_shown boolean;
begin
  with computed as materialized (
    select c.*, case when h.day = p_day then h.score end as score_today,
      case when h.day = p_day then (
        select b.score from public.lead_score_history b
        where b.contact_id = c.contact_id and b.day < p_day order by b.day desc limit 1
      ) else h.score end as score_before
    from nightshift.compute_scores(p_workspace_id, p_contact_ids, p_day) c
    left join lateral (
      select k.day, k.score from public.lead_score_history k
      where k.contact_id = c.contact_id and k.day <= p_day order by k.day desc limit 1
    ) h on true
  ), written as (
    insert into public.lead_scores as s (contact_id, workspace_id, score, engagement, behavior, demographic, recency,
      intelligence, reasons, coverage, model_version, rescore_on, scored_at)
    select c.contact_id, p_workspace_id, c.score, c.engagement, c.behavior, c.demographic, c.recency, c.intelligence,
      c.reasons, c.coverage, c.model_version, c.rescore_on, clock_timestamp()
    from computed c
    on conflict (contact_id) do update
    set score = excluded.score, engagement = excluded.engagement, behavior = excluded.behavior,
      demographic = excluded.demographic, recency = excluded.recency, intelligence = excluded.intelligence,
      reasons = excluded.reasons, coverage = excluded.coverage, model_version = excluded.model_version,
      rescore_on = excluded.rescore_on, scored_at = excluded.scored_at
    where (s.score, s.engagement, s.behavior, s.demographic, s.recency, s.intelligence, s.reasons, s.coverage,
        s.model_version, s.rescore_on)
      is distinct from (excluded.score, excluded.engagement, excluded.behavior, excluded.demographic, excluded.recency,
        excluded.intelligence, excluded.reasons, excluded.coverage, excluded.model_version, excluded.rescore_on)
    returning s.contact_id
  ), noted as (
    insert into public.lead_score_history (contact_id, day, workspace_id, score)
    select c.contact_id, p_day, p_workspace_id, c.score
    from computed c
    where c.score_today is null and (c.score_before is null or abs(c.score - c.score_before) >= 5)
  ), corrected as ( -- to find these rows by a join, the planner may read those of all workspaces
    insert into public.lead_score_history as h (contact_id, day, workspace_id, score)
    select c.contact_id, p_day, p_workspace_id, c.score
    from computed c
    where c.score_today <> c.score and (c.score_before is null or abs(c.score - c.score_before) >= 5)
    on conflict (contact_id, day) do update set score = excluded.score
  ), forgotten as ( -- earlier on this day it had changed by more
    delete from public.lead_score_history h
    where h.day = p_day and h.contact_id = any (array(
      select c.contact_id from computed c
      where c.score_today is not null and abs(c.score - c.score_before) < 5))
  ), unshown as materialized (
    select c.contact_id, c.row_place, round(c.score, 2) as score
    from computed c where c.shown_score is distinct from round(c.score, 2)
  ), shown as ( -- where each row was just read, as looking it up again takes a twentieth of the time of all this
    update public.contacts k
    set ai_score = u.score
    from unshown u
    where k.ctid = u.row_place and k.id = u.contact_id
    returning k.id
  )
  select (select count(*) from written), (select count(*) from shown) = (select count(*) from unshown)
  into v_changed, v_all_shown;
  if not v_all_shown then
    -- Somebody changed or deleted one meanwhile, so that its row is elsewhere or gone.
    update public.contacts k
    set ai_score = round(s.score, 2)
    from unnest(p_contact_ids) as given (id)
    join public.lead_scores s on s.contact_id = given.id
    where k.id = given.id and k.ai_score is distinct from round(s.score, 2);
  end if;
  return v_changed;
end
$$;
comment on function nightshift.write_scores(uuid, uuid[], date) is
'Makes scores, history and ai_score of these contacts of a workspace what they should be on a day. Returns how many '
'scores changed.';
revoke all on function nightshift.write_scores(uuid, uuid[], date) from public, anon, authenticated, service_role;

create or replace function nightshift.take_contacts_to_score(p_workspace_id uuid, p_day date, p_limit integer)
returns uuid[]
-- Each list is read in the order of its index and as far as the limit. To sort it would read all of it each time.
language plpgsql set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
declare
  v_ids uuid[];
  v_again uuid[];
  v_unscored uuid[];
  v_score_after text;
  v_last_email text;
begin
  select t.score_after into v_score_after from nightshift.contact_turns t where t.workspace_id = p_workspace_id;
  with taken as (
    delete from nightshift.due_scores d
    where d.ctid = any (array(
      select l.ctid from nightshift.due_scores l
      where l.workspace_id = p_workspace_id order by l.contact_id limit p_limit for update skip locked))
    returning d.contact_id
  )
  select coalesce(array_agg(t.contact_id), '{}') into v_ids from taken t;
  v_again := array(
    select s.contact_id from public.lead_scores s
    where s.workspace_id = p_workspace_id and s.rescore_on <= p_day
    order by s.rescore_on
    limit p_limit - cardinality(v_ids));
  v_ids := v_ids || v_again;
  if cardinality(v_again) > 0 then
    -- A contact that became a role, or moved to another workspace, is not scored: its old score would be due for ever.
    with unscorable as (
      delete from public.lead_scores s
      where s.contact_id = any (v_again) and not exists (
        select from public.contacts c
        where c.id = s.contact_id and c.workspace_id = p_workspace_id and c.kind is distinct from 'role')
      returning s.contact_id
    )
    update public.contacts c set ai_score = null from unscorable u where c.id = u.contact_id;
  end if;
  if cardinality(v_ids) < p_limit and v_score_after is not null then
    -- The place is not joined: each contact of the workspace would be compared with it, from the first one on.
    select coalesce(array_agg(c.id), '{}'), max(c.email) into v_unscored, v_last_email
    from (
      select c.id, c.email from public.contacts c
      where c.workspace_id = p_workspace_id and c.email > v_score_after
      order by c.email
      limit p_limit - cardinality(v_ids)
    ) c;
    update nightshift.contact_turns t
    set score_after = case when cardinality(v_unscored) = p_limit - cardinality(v_ids) then v_last_email end
    where t.workspace_id = p_workspace_id;
  end if;
  return coalesce((select array_agg(distinct i.id) from unnest(v_ids || v_unscored) as i (id)), '{}');
end
$$;
comment on function nightshift.take_contacts_to_score(uuid, date, integer) is
'Up to p_limit contacts of a workspace that are due: touched, with a window that ends by this day, or not scored since '
'the workspace or its model was new.';
revoke all on function nightshift.take_contacts_to_score(uuid, date, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.score_piece(p_workspace_id uuid, p_limit integer, p_now timestamptz)
returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_day constant date := nightshift.day_of(p_workspace_id, p_now);
  v_contact_ids uuid[];
  v_changed integer;
begin
  if not nightshift.take_contact_turn(p_workspace_id) then
    return null;
  end if;
  v_contact_ids := nightshift.take_contacts_to_score(p_workspace_id, v_day, p_limit);
  v_changed := nightshift.write_scores(p_workspace_id, v_contact_ids, v_day);
  -- The time is later than that of the workspace before, the day is the same for the whole chunk.
  update nightshift.contact_turns t
  set scored_at = p_now + (clock_timestamp() - now())
  where t.workspace_id = p_workspace_id;
  return case
    when v_changed > 0 then
      jsonb_build_object('contacts_scored', cardinality(v_contact_ids), 'scores_changed', v_changed)
    when v_contact_ids <> '{}' then '{}'
  end;
end
$$;
comment on function nightshift.score_piece(uuid, integer, timestamptz) is
'Scores up to p_limit contacts of a workspace that are due. Returns {contacts_scored, scores_changed}, {} when no '
'score changed, or null when nothing was free to be taken.';
revoke all on function nightshift.score_piece(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_workspaces_to_score(
  p_run_id uuid, p_workspace_id uuid, p_limit integer, p_now timestamptz
) returns uuid[]
language sql stable set search_path = '' set enable_seqscan = off
as $$
  select coalesce(array_agg(due.workspace_id order by due.scored_at nulls first, due.workspace_id), '{}')
  from (
    select s.workspace_id, t.scored_at
    from public.workspace_settings s
    left join nightshift.contact_turns t on t.workspace_id = s.workspace_id
    left join lateral (
      select l.rescore_on from public.lead_scores l
      where l.workspace_id = s.workspace_id and l.rescore_on is not null order by l.rescore_on limit 1
    ) first on true
    where s.enabled_types @> '{lead_scoring_batch}'
      and (p_workspace_id is null or s.workspace_id = p_workspace_id)
      and (t.score_after is not null
        -- Not `exists`: of that the planner may make one reading of the whole list.
        or (select true from nightshift.due_scores d where d.workspace_id = s.workspace_id limit 1)
        -- Days of any zone are at most one from those of UTC. To tell the day exactly costs more.
        or case when first.rescore_on <= (p_now at time zone 'utc')::date - 1 then true
          when first.rescore_on <= (p_now at time zone 'utc')::date + 1
            then first.rescore_on <= nightshift.day_of(s.workspace_id, p_now) end)
      and not exists (
        select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = s.workspace_id)
    order by t.scored_at nulls first, s.workspace_id
    limit p_limit
  ) due
$$;
comment on function nightshift.list_workspaces_to_score(uuid, uuid, integer, timestamptz) is
'Workspaces with contacts to score, the one that waits longest first, without those that failed in this run. With '
'p_workspace_id this one at most.';
revoke all on function nightshift.list_workspaces_to_score(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.lead_scoring_batch_due(
  p_run_id uuid, p_limit integer, p_now timestamptz default clock_timestamp()
) returns setof uuid
language sql stable security definer set search_path = ''
as $$ select unnest(nightshift.list_workspaces_to_score(p_run_id, null, p_limit, p_now)) $$;
comment on function nightshift.lead_scoring_batch_due(uuid, integer, timestamptz) is
'For the database worker: workspaces in which lead_scoring_batch has work.';
revoke all on function nightshift.lead_scoring_batch_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.lead_scoring_batch_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language sql security definer set search_path = ''
as $$
  -- Larger pieces cost less for each contact. One of 5000 takes about a quarter of a second.
  select nightshift.serve_contacts(p_run_id, p_workspace_id, 'list_workspaces_to_score', 'score_piece', 5000, p_now)
$$;
comment on function nightshift.lead_scoring_batch_chunk(uuid, uuid, timestamptz) is
'For the database worker: about a second of lead_scoring_batch, workspaces in turn, or p_workspace_id alone. Returns '
'{done, touched: [{workspace_id, counts: {contacts_scored, scores_changed}}]}.';
revoke all on function nightshift.lead_scoring_batch_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

-- 20261122001826_score_calibration.sql

-- Score calibration: how well scores told what came of contacts.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.score_fifths(p_scores numeric[], p_won boolean[]) returns jsonb
language sql immutable set search_path = ''
as $$
  -- The interval is Wilson's, at 95 %.
  select coalesce(jsonb_agg(jsonb_build_object('fifth', g.fifth, 'from_score', g.low, 'to_score', g.high,
    'outcomes', g.n, 'won', g.won, 'share_won', round(g.won / g.n, 3),
    'share_at_least', round(greatest(0, (g.won / g.n + 1.9208 / g.n - g.half) / (1 + 3.8416 / g.n)), 3),
    'share_at_most', round(least(1, (g.won / g.n + 1.9208 / g.n + g.half) / (1 + 3.8416 / g.n)), 3)
  ) order by g.fifth), '[]')
  from (
    select f.fifth, min(f.score) as low, max(f.score) as high, count(*)::numeric as n,
      count(*) filter (where f.won)::numeric as won,
      1.96 * sqrt((count(*) filter (where f.won)::numeric / count(*)) * (1 - count(*) filter (where f.won)::numeric
        / count(*)) / count(*) + 0.9604 / (count(*)::numeric ^ 2)) as half
    from (
      select s.score, s.won, ntile(5) over (order by s.score, s.won, s.position) as fifth
      from unnest(p_scores, p_won) with ordinality as s (score, won, position)
    ) f
    group by f.fifth
  ) g
$$;
comment on function nightshift.score_fifths(numeric[], boolean[]) is
'Outcomes in five groups of the same size by their scores, each with the share won and its 95 % interval.';
revoke all on function nightshift.score_fifths(numeric[], boolean[]) from public;

create or replace function nightshift.score_auc(p_scores numeric[], p_won boolean[]) returns numeric
language sql immutable set search_path = ''
as $$
  -- By ranks, the same rank for equal scores.
  select round((sum(r.place) filter (where r.won) - r.total_won * (r.total_won + 1) / 2.0)
    / nullif(r.total_won * (r.total - r.total_won), 0), 4)
  from (
    select s.won, rank() over (order by s.score) + (count(*) over (partition by s.score) - 1) / 2.0 as place,
      count(*) over () as total, count(*) filter (where s.won) over () as total_won
    from unnest(p_scores, p_won) as s (score, won)
  ) r
  group by r.total, r.total_won
$$;
comment on function nightshift.score_auc(numeric[], boolean[]) is
'How often a contact that was won had a higher score than one that was lost, equal scores counting half: 0.5 is '
'chance, 1 is perfect. Null without one of both.';
revoke all on function nightshift.score_auc(numeric[], boolean[]) from public;

create or replace function public.get_score_calibration(p_workspace_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_least_outcomes constant integer := 30;
  c_least_of_a_kind constant integer := 10;
  v_scores numeric[];
  v_won boolean[];
  v_outcomes integer;
  v_unscored integer;
begin
  if (select auth.uid()) is null then
    perform nightshift.require_service();
  elsif p_workspace_id is null or p_workspace_id not in (select nightshift.my_workspaces()) then
    raise exception 'workspace_not_visible: only members of a workspace see how well its scores do.'
      using errcode = 'PT403';
  end if;
  select coalesce(array_agg(h.score) filter (where h.score is not null), '{}'),
    coalesce(array_agg(o.outcome = 'won') filter (where h.score is not null), '{}'),
    count(*) filter (where h.score is null)
  into v_scores, v_won, v_unscored
  from public.contact_outcomes o
  left join lateral (
    select h.score
    from public.lead_score_history h
    where h.contact_id = o.contact_id and h.day < o.day
    order by h.day desc
    limit 1
  ) h on true
  where o.workspace_id = p_workspace_id;
  v_outcomes := cardinality(v_scores);
  return jsonb_build_object(
    'outcomes', v_outcomes,
    'won', cardinality(array_positions(v_won, true)),
    'lost', cardinality(array_positions(v_won, false)),
    'without_earlier_score', v_unscored)
    || case when v_outcomes < c_least_outcomes or cardinality(array_positions(v_won, true)) < c_least_of_a_kind
        or cardinality(array_positions(v_won, false)) < c_least_of_a_kind
      then jsonb_build_object('verdict', 'too few', 'needs',
        format('%s outcomes with a score before them, %s of each kind', c_least_outcomes, c_least_of_a_kind))
      else jsonb_build_object('verdict', 'measured', 'auc', nightshift.score_auc(v_scores, v_won),
        'fifths', nightshift.score_fifths(v_scores, v_won))
    end;
end
$$;
comment on function public.get_score_calibration(uuid) is
'How well the scores of a workspace told what came of its contacts, by the score in lead_score_history before the day '
'of each outcome. Returns {outcomes, won, lost, without_earlier_score, verdict}, and with at least 30 outcomes and 10 '
'of each kind (verdict measured, else too few) auc and fifths [{fifth, from_score, to_score, outcomes, won, share_won, '
'share_at_least, share_at_most}]. For members and the service role. Example: select get_score_calibration(''…''). '
'Error: PT403 workspace_not_visible.';
revoke all on function public.get_score_calibration(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_score_calibration(uuid) to authenticated, service_role;

-- 20261122001830_daily_metrics.sql

-- Daily metrics: what happened in a workspace on each of its days.
--
-- A day is always counted whole, from what is in the tables, so late, repeated and deleted data need no rule of their
-- own. Everything that changes a day leaves a mark; the rollup takes the marks and counts their days again.
-- Locks: public.client_emails and public.autonomous_tasks for milliseconds; writers wait half a second at most.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');
select nightshift.lock_briefly('public.autonomous_tasks', 'share row exclusive');

create or replace function nightshift.day_types() returns text[]
language sql immutable parallel safe set search_path = ''
as $$ select array['daily_analytics_rollup', 'weekly_report_generation', 'monthly_summary'] $$;
comment on function nightshift.day_types() is 'The task types that need days: a workspace that asks for one has its '
  'days counted.';
revoke all on function nightshift.day_types() from public, anon, authenticated, service_role;

create or replace function nightshift.answer_steps() returns integer[]
language sql immutable parallel safe set search_path = ''
as $$ select array[5, 15, 30, 60, 120, 240, 480, 1440, 2880, 10080] $$;
comment on function nightshift.answer_steps() is
'Upper bounds in minutes of the steps of answer_minutes. The last step has no bound: more than a week.';
revoke all on function nightshift.answer_steps() from public, anon, authenticated, service_role;

create table if not exists public.daily_metrics (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  day date not null,
  time_zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  emails_in bigint not null,
  emails_out bigint not null,
  emails_bulk bigint not null,
  emails_read bigint not null,
  by_intent jsonb not null,
  by_urgency jsonb not null,
  by_sentiment jsonb not null,
  needing_reply bigint not null,
  answered bigint,
  answer_minutes bigint[],
  contacts_new bigint,
  contacts_active bigint,
  tasks jsonb not null,
  calls bigint not null,
  cost_usd numeric(16, 8) not null,
  is_partial boolean not null,
  computed_at timestamptz not null,
  constraint one_row_for_each_day primary key (workspace_id, day),
  constraint a_day_does_not_end_before_it_begins check (ends_at >= starts_at),
  constraint answer_minutes_has_11_steps check (cardinality(answer_minutes) = 11)
);
comment on table public.daily_metrics is
'What happened on each day of a workspace, by its own clocks. Counts are exact and add up over days. A day on which '
'nothing happened has no row.';
comment on column public.daily_metrics.workspace_id is 'the workspace';
comment on column public.daily_metrics.day is 'the day';
comment on column public.daily_metrics.time_zone is 'whose clocks decided which day it is';
comment on column public.daily_metrics.starts_at is 'when the day began';
comment on column public.daily_metrics.ends_at is 'when it ended: when the next one began';
comment on column public.daily_metrics.emails_in is 'emails received';
comment on column public.daily_metrics.emails_out is 'emails sent';
comment on column public.daily_metrics.emails_bulk is 'of the emails received, those to many people';
comment on column public.daily_metrics.emails_read is 'of the emails received, those with intelligence';
comment on column public.daily_metrics.by_intent is 'emails received by primary_intent, {intent: count}';
comment on column public.daily_metrics.by_urgency is 'emails received by urgency_level, {level: count}';
comment on column public.daily_metrics.by_sentiment is 'emails received by sentiment, {sentiment: count}';
comment on column public.daily_metrics.needing_reply is 'emails received that need a reply';
comment on column public.daily_metrics.answered is
'of these, those that have been answered, whenever that was; null while no sent email of the workspace is known';
comment on column public.daily_metrics.answer_minutes is
'the answered ones by minutes to the answer, in 11 steps: up to 5, 15, 30, 60, 120, 240, 480, 1440, 2880, 10080, '
'and more; null as answered';
comment on column public.daily_metrics.contacts_new is
'contacts whose first day it was; null where the workspace does not ask for contact_enrichment';
comment on column public.daily_metrics.contacts_active is
'contacts who wrote or were written to; of several days, ask contact_days; null as contacts_new';
comment on column public.daily_metrics.tasks is
'tasks started, {type: {status: count, duration_ms: their sum, timed: how many have one}}';
comment on column public.daily_metrics.calls is 'calls of model providers';
comment on column public.daily_metrics.cost_usd is 'what these cost, in US dollars';
comment on column public.daily_metrics.is_partial is
'whether the day had not ended, or the workspace did not exist yet when it began';
comment on column public.daily_metrics.computed_at is 'when anything in this row last changed';

alter table public.daily_metrics enable row level security;
revoke all on public.daily_metrics from anon, authenticated, service_role;
grant select on public.daily_metrics to authenticated, service_role;
drop policy if exists "members read the days of their workspaces" on public.daily_metrics;
create policy "members read the days of their workspaces" on public.daily_metrics
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads days" on public.daily_metrics;
create policy "service role reads days" on public.daily_metrics for select to service_role using (true);

-- A mark is only ever inserted and deleted, never updated: whoever writes an email waits for nobody.
create table if not exists nightshift.day_marks (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  at timestamptz,
  day date,
  constraint a_mark_has_an_instant_or_a_day check (num_nonnulls(at, day) = 1)
);
create index if not exists day_marks_workspace_idx on nightshift.day_marks (workspace_id);
alter table nightshift.day_marks enable row level security;
revoke all on nightshift.day_marks from public, anon, authenticated, service_role;
comment on table nightshift.day_marks is 'What has changed since the rollup last looked: the days of these instants.';
comment on column nightshift.day_marks.id is 'in the order of insertion';
comment on column nightshift.day_marks.workspace_id is 'the workspace';
comment on column nightshift.day_marks.at is
'in steps of 15 minutes; -infinity: all days of the workspace; null with a day';
comment on column nightshift.day_marks.day is 'the day itself; null with an instant';

create table if not exists nightshift.due_metric_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  day date not null,
  due_at timestamptz not null,
  constraint a_day_is_due_once primary key (workspace_id, day)
);
create index if not exists due_metric_days_time_idx on nightshift.due_metric_days (workspace_id, due_at);
alter table nightshift.due_metric_days enable row level security;
revoke all on nightshift.due_metric_days from public, anon, authenticated, service_role;
comment on table nightshift.due_metric_days is 'Days that have to be counted. Only the rollup writes it.';
comment on column nightshift.due_metric_days.workspace_id is 'the workspace';
comment on column nightshift.due_metric_days.day is 'the day';
comment on column nightshift.due_metric_days.due_at is
'not before; a day that was counted before its end is due at its end';

create table if not exists nightshift.day_turns (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  turn_at timestamptz,
  last_served_at timestamptz,
  knows_sent boolean not null default false,
  kept_until timestamptz not null default '-infinity'
);
create index if not exists day_turns_next_idx on nightshift.day_turns (turn_at, last_served_at nulls first)
  where turn_at is not null;
alter table nightshift.day_turns enable row level security;
revoke all on nightshift.day_turns from public, anon, authenticated, service_role;
comment on table nightshift.day_turns is 'Whose days are counted next. Only the rollup writes it.';
comment on column nightshift.day_turns.workspace_id is 'the workspace';
comment on column nightshift.day_turns.turn_at is
'since when it waits for its turn, or when its next day is due; null: no day of it is due';
comment on column nightshift.day_turns.last_served_at is
'when days of it were last counted; null: never, so it is next';
comment on column nightshift.day_turns.knows_sent is 'whether sent emails of it have been seen';
comment on column nightshift.day_turns.kept_until is
'days that began before this are not counted again if they were counted: what they were counted from was cleaned up';

create or replace function nightshift.counts_days(p_types text[]) returns boolean
language sql immutable parallel safe set search_path = ''
as $$ select coalesce(p_types && nightshift.day_types(), false) $$;
comment on function nightshift.counts_days(text[]) is 'Whether enabled_types ask for days.';
revoke all on function nightshift.counts_days(text[]) from public, anon, authenticated, service_role;

create or replace function nightshift.mark_days(
  p_workspace_ids uuid[], p_ats timestamptz[], p_days date[] default null
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_asking constant uuid[] := array(
    select s.workspace_id
    from public.workspace_settings s
    where s.workspace_id = any (p_workspace_ids) and nightshift.counts_days(s.enabled_types));
begin
  if v_asking = '{}' then
    return;
  end if;
  -- Nobody waits for the deletion of a workspace: its days go with it.
  with held as (
    select w.id from public.workspaces w where w.id = any (v_asking) for key share skip locked
  )
  insert into nightshift.day_marks (workspace_id, at, day)
  select distinct m.workspace_id,
    case when isfinite(m.at) then date_bin('15 minutes', m.at, '2000-01-01Z') else m.at end, m.day
  from unnest(p_workspace_ids, p_ats, p_days) as m (workspace_id, at, day)
  join held h on h.id = m.workspace_id
  -- A table that was adopted may have emails of any time. Days are of 1970 to 2099.
  where num_nonnulls(m.at, m.day) = 1
    and (m.at >= '1970-01-01Z' and m.at < '2100-01-01Z' or m.at = '-infinity' or m.day is not null);
end
$$;
comment on function nightshift.mark_days(uuid[], timestamptz[], date[]) is
'Says that days of these workspaces have to be counted again: those of the instants, -infinity for all, or in '
'their place these days themselves. Workspaces that ask for no days are left out.';
revoke all on function nightshift.mark_days(uuid[], timestamptz[], date[])
  from public, anon, authenticated, service_role;

-- 20261122001832_day_marks.sql

-- Day marks: whatever changes a day of a workspace says so, once for each statement.
--
-- A workspace that asks for no days costs its writers one look. Its marks would be dropped anyway, see mark_days.
-- Emails count on the day on which they were received, tasks on the day on which they started, calls of providers on
-- the day on which they were saved.
-- Locks: the tables with the triggers for milliseconds; writers wait half a second at most. An index on emails is
-- made where the table is ours or small.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');
select nightshift.lock_briefly('public.autonomous_tasks', 'share row exclusive');

-- After an undo of this migration, workspaces that ask are there before its triggers, which have missed what happened.
do $$
begin
  if to_regprocedure('nightshift.mark_all_days()') is null then
    perform nightshift.mark_days(array_agg(s.workspace_id), array_agg('-infinity'::timestamptz))
    from public.workspace_settings s
    where nightshift.counts_days(s.enabled_types);
  end if;
end
$$;

create or replace function nightshift.has_day_index() returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select
    from pg_catalog.pg_index i
    where i.indrelid = to_regclass('public.client_emails') and i.indisvalid and i.indpred is null
      and array['workspace_id', 'received_at'] = array(
        select a.attname::text
        from generate_series(0, 1) as k (n)
        join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[k.n]
        order by k.n))
$$;
comment on function nightshift.has_day_index() is
'Whether emails of a workspace can be found by the time at which they were received.';
revoke all on function nightshift.has_day_index() from public, anon, authenticated, service_role;

do $$
declare
  c_most_pages constant integer := 10000; -- 80 MB: the index of more would keep writers waiting
begin
  if not nightshift.has_day_index() then
    if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails')
      or pg_catalog.pg_relation_size('public.client_emails') <= c_most_pages * 8192::bigint
    then
      create index if not exists client_emails_received_idx on public.client_emails (workspace_id, received_at);
    else
      raise warning 'public.client_emails is large and has no index for the daily numbers; nothing was changed.'
        using hint = 'Before you let a workspace ask for them, run: create index concurrently '
          'client_emails_received_idx on public.client_emails (workspace_id, received_at);';
    end if;
  end if;
end
$$;

create or replace function nightshift.keep_days(p_workspace_ids uuid[], p_ats timestamptz[]) returns void
language sql set search_path = ''
as $$
  insert into nightshift.day_turns as t (workspace_id, kept_until)
  select k.workspace_id, max(k.at)
  from unnest(p_workspace_ids, p_ats) as k (workspace_id, at)
  join public.workspaces w on w.id = k.workspace_id
  where k.at is not null
  group by k.workspace_id
  order by k.workspace_id
  on conflict (workspace_id) do update set kept_until = greatest(t.kept_until, excluded.kept_until)
$$;
comment on function nightshift.keep_days(uuid[], timestamptz[]) is
'Keeps the numbers of days that are older than what was cleaned up.';
revoke all on function nightshift.keep_days(uuid[], timestamptz[]) from public, anon, authenticated, service_role;

create or replace function nightshift.mark_gone_days(p_workspace_ids uuid[], p_ats timestamptz[]) returns void
language plpgsql set search_path = ''
as $$
begin
  -- Cleanup sets this for the length of its transaction: what happened on a day does not change by being cleaned up.
  if coalesce(current_setting('nightshift.keeps_days', true), '') = 'on' then
    perform nightshift.keep_days(p_workspace_ids, p_ats);
  else
    perform nightshift.mark_days(p_workspace_ids, p_ats);
  end if;
end
$$;
comment on function nightshift.mark_gone_days(uuid[], timestamptz[]) is
'Marks the days of rows that were deleted, or keeps the numbers of these days while nightshift.keeps_days is on.';
revoke all on function nightshift.mark_gone_days(uuid[], timestamptz[])
  from public, anon, authenticated, service_role;

-- Replaced by the migration fold_task_hours, whose notes of tasks mark their days as well.
do $$
begin
  if to_regprocedure('nightshift.mark_noted_days()') is null then
    create function nightshift.mark_noted_days() returns integer
    language plpgsql set search_path = ''
    as $nothing$
    begin
      return 0;
    end
    $nothing$;
  end if;
end
$$;
comment on function nightshift.mark_noted_days() is
'Marks the days of tasks that are noted in task_hour_changes, for 0.3 s. Returns how many notes there were, 0 without '
'that table; null while somebody else folds them in.';
revoke all on function nightshift.mark_noted_days() from public, anon, authenticated, service_role;

create or replace function nightshift.mark_email_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform nightshift.mark_days(array_agg(n.workspace_id), array_agg(n.received_at))
    from new_rows n
    join public.workspace_settings s on s.workspace_id = n.workspace_id and s.enabled_types && nightshift.day_types()
    having count(*) > 0;
  elsif tg_op = 'DELETE' then
    perform nightshift.mark_gone_days(array_agg(o.workspace_id), array_agg(o.received_at)) from old_rows o;
  else
    perform nightshift.mark_days(array_agg(c.workspace_id), array_agg(c.received_at))
    from new_rows n
    join old_rows o on o.id = n.id
    cross join lateral (values (o.workspace_id, o.received_at), (n.workspace_id, n.received_at)) as c
      (workspace_id, received_at)
    where (n.workspace_id, n.received_at, n.direction) is distinct from (o.workspace_id, o.received_at, o.direction);
  end if;
  return null;
end
$$;
comment on function nightshift.mark_email_days() is 'Marks the days of emails that came, changed or went.';
revoke all on function nightshift.mark_email_days() from public;

create or replace function nightshift.mark_record_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and tg_level = 'ROW' then
    perform nightshift.mark_days(array_agg(e.workspace_id), array_agg(e.received_at))
    from public.client_emails e where e.id = old.email_id;
  elsif tg_op = 'DELETE' then
    perform nightshift.mark_days(array_agg(e.workspace_id), array_agg(e.received_at))
    from old_rows o join public.client_emails e on e.id = o.email_id;
  else
    perform nightshift.mark_days(array_agg(e.workspace_id), array_agg(e.received_at))
    from new_rows n
    join public.client_emails e on e.id = n.email_id
    join public.workspace_settings s on s.workspace_id = e.workspace_id and s.enabled_types && nightshift.day_types()
    having count(*) > 0;
  end if;
  return null;
end
$$;
comment on function nightshift.mark_record_days() is
'Marks the days of emails whose intelligence or answer was written, changed or deleted.';
revoke all on function nightshift.mark_record_days() from public;

create or replace function nightshift.mark_contact_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- The next day of the contact, too: it may have become the first, or be it no more.
  if tg_op = 'DELETE' then
    perform nightshift.mark_days(array_agg(old.workspace_id), null, array_agg(d.day))
    from (
      select old.day
      union all
      (select c.day from public.contact_days c where c.contact_id = old.contact_id and c.day > old.day
        order by c.day limit 1)
    ) d;
  else
    perform nightshift.mark_days(array_agg(n.workspace_id), null, array_agg(d.day))
    from new_rows n
    cross join lateral (
      select n.day
      union all
      (select c.day from public.contact_days c where c.contact_id = n.contact_id and c.day > n.day
        order by c.day limit 1)
    ) d;
  end if;
  return null;
end
$$;
comment on function nightshift.mark_contact_days() is 'Marks the days on which contacts were active.';
revoke all on function nightshift.mark_contact_days() from public;

create or replace function nightshift.mark_task_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform nightshift.mark_days(array_agg(n.workspace_id), array_agg(n.executed_at))
    from new_rows n where n.workspace_id is not null;
  elsif tg_op = 'DELETE' then
    perform nightshift.mark_gone_days(array_agg(o.workspace_id), array_agg(o.executed_at))
    from old_rows o where o.workspace_id is not null;
  else
    perform nightshift.mark_days(array_agg(n.workspace_id), array_agg(c.at))
    from new_rows n
    join old_rows o on o.id = n.id
    cross join lateral (values (o.executed_at), (n.executed_at)) as c (at)
    where n.workspace_id is not null
      and (n.executed_at, n.status, n.duration_ms) is distinct from (o.executed_at, o.status, o.duration_ms);
  end if;
  return null;
end
$$;
comment on function nightshift.mark_task_days() is 'Marks the days of tasks of workspaces that came, changed or went.';
revoke all on function nightshift.mark_task_days() from public;

create or replace function nightshift.mark_usage_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    perform nightshift.mark_gone_days(array_agg(o.workspace_id), array_agg(o.created_at))
    from old_rows o where o.workspace_id is not null;
  else
    perform nightshift.mark_days(array_agg(n.workspace_id), array_agg(n.created_at))
    from new_rows n
    join public.workspace_settings s on s.workspace_id = n.workspace_id and s.enabled_types && nightshift.day_types()
    having count(*) > 0;
  end if;
  return null;
end
$$;
comment on function nightshift.mark_usage_days() is 'Marks the days of calls of model providers.';
revoke all on function nightshift.mark_usage_days() from public;

do $$
declare
  v_table record;
begin
  for v_table in
    select * from (values
      ('public.client_emails', 'mark_email_days'), ('public.email_intelligence', 'mark_record_days'),
      ('public.autonomous_tasks', 'mark_task_days'), ('public.ai_usage', 'mark_usage_days'),
      ('public.email_answers', 'mark_record_days'), ('public.contact_days', 'mark_contact_days')
    ) as t (name, marker)
  loop
    -- Only a trigger of one event can see the changed rows. What goes with another row was marked with that one.
    execute format('create or replace trigger mark_days_of_new after insert on %s
      referencing new table as new_rows for each statement execute function nightshift.%I()',
      v_table.name, v_table.marker);
    execute format('create or replace trigger mark_days_of_changed after update on %s
      referencing old table as old_rows new table as new_rows for each statement execute function nightshift.%I()',
      v_table.name, v_table.marker);
    if v_table.name in ('public.email_answers', 'public.contact_days') then
      -- These go with another row too, and its deletion must not cost a call for each row that has none.
      execute format('create or replace trigger mark_days_of_old after delete on %s
        for each row execute function nightshift.%I()', v_table.name, v_table.marker);
    else
      execute format('create or replace trigger mark_days_of_old after delete on %s
        referencing old table as old_rows for each statement when (pg_catalog.pg_trigger_depth() = 0)
        execute function nightshift.%I()', v_table.name, v_table.marker);
    end if;
  end loop;
end
$$;

create or replace function nightshift.mark_all_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.mark_days(array[new.workspace_id], array['-infinity'::timestamptz]);
  return null;
end
$$;
comment on function nightshift.mark_all_days() is
'Marks all days of a workspace that asks for its days, and when it asks for other types.';
revoke all on function nightshift.mark_all_days() from public;
create or replace trigger mark_all_days_of_new
after insert on public.workspace_settings for each row execute function nightshift.mark_all_days();
create or replace trigger mark_all_days_of_changed
after update of enabled_types on public.workspace_settings
for each row when (new.enabled_types is distinct from old.enabled_types)
execute function nightshift.mark_all_days();

create or replace function nightshift.mark_moved_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_zone constant nightshift.workspace_zones := case tg_op when 'DELETE' then old else new end;
begin
  -- The zone of today never changes, so only days that are not over can look different now.
  perform nightshift.mark_days(array[v_zone.workspace_id], array['-infinity'::timestamptz])
  where isfinite(v_zone.from_day) and exists (
    select from public.daily_metrics m where m.workspace_id = v_zone.workspace_id and m.day >= v_zone.from_day);
  return null;
end
$$;
comment on function nightshift.mark_moved_days() is
'Marks all days of a workspace when a changed zone, or a change that is taken back, moves counted ones.';
revoke all on function nightshift.mark_moved_days() from public;
create or replace trigger mark_moved_days
after insert or delete on nightshift.workspace_zones for each row execute function nightshift.mark_moved_days();

-- 20261122001833_measure_days.sql

-- Measuring days: what the emails, tasks, calls and contacts of ranges of time add up to.
--
-- Each range is read by the index of its table, also when there are thousands of ranges.
-- Locks: none. Time: about 0.1 ms a day.

create or replace function nightshift.list_day_ranges(p_workspace_ids uuid[], p_days date[])
returns table (workspace_id uuid, day date, time_zone text, starts_at timestamptz, ends_at timestamptz)
language sql stable set search_path = ''
as $$
  with single as ( -- nearly every workspace has had one zone only
    select z.workspace_id, min(z.time_zone) as time_zone
    from nightshift.workspace_zones z
    where z.workspace_id = any (p_workspace_ids)
    group by z.workspace_id
    having bool_and(not isfinite(z.from_day))
  )
  select w.workspace_id, w.day, coalesce(s.time_zone, nightshift.zone_of_day(w.workspace_id, w.day)),
    case when s.time_zone is null then nightshift.day_start(w.workspace_id, w.day)
      else nightshift.midnight(w.day, s.time_zone) end,
    case when s.time_zone is null then nightshift.day_start(w.workspace_id, w.day + 1)
      else nightshift.midnight(w.day + 1, s.time_zone) end
  from unnest(p_workspace_ids, p_days) as w (workspace_id, day)
  left join single s on s.workspace_id = w.workspace_id
$$;
comment on function nightshift.list_day_ranges(uuid[], date[]) is
'From when to when these days of these workspaces last, and by which clocks.';
revoke all on function nightshift.list_day_ranges(uuid[], date[]) from public, anon, authenticated, service_role;

create or replace function nightshift.sum_emails(p_workspace_ids uuid[], p_starts timestamptz[], p_ends timestamptz[])
returns table (
  place bigint, emails_in bigint, emails_out bigint, emails_bulk bigint, emails_read bigint, by_intent jsonb,
  by_urgency jsonb, by_sentiment jsonb, needing_reply bigint, answered bigint, answer_minutes bigint[]
)
language sql stable set search_path = ''
as $$
  with emails as materialized (
    select r.place, e.direction = 'inbound' as is_in, i.primary_intent, i.urgency_level, i.sentiment, i.is_bulk,
      i.needs_reply,
      case when i.needs_reply and a.answered_at is not null then width_bucket(
        ceil(extract(epoch from greatest(a.answered_at, e.received_at) - e.received_at) / 60) - 0.5,
        nightshift.answer_steps()::numeric[]) end as step
    from unnest(p_workspace_ids, p_starts, p_ends) with ordinality as r (workspace_id, starts_at, ends_at, place)
    cross join lateral ( -- each range by the index, also when there are thousands
      select o.* from public.client_emails o
      where o.workspace_id = r.workspace_id and o.received_at >= r.starts_at and o.received_at < r.ends_at
      offset 0
    ) e
    left join lateral (
      select o.* from public.email_intelligence o where o.email_id = e.id and e.direction = 'inbound' offset 0
    ) i on true
    left join lateral (
      select o.answered_at from public.email_answers o where o.email_id = e.id and i.needs_reply offset 0
    ) a on true
  ), counted as (
    select e.place, grouping(e.primary_intent, e.urgency_level, e.sentiment, e.step) as kind,
      coalesce(e.primary_intent, e.urgency_level, e.sentiment) as word, e.step,
      count(*) as total, count(*) filter (where e.is_in) as emails_in,
      count(*) filter (where e.is_in and e.is_bulk) as emails_bulk,
      count(*) filter (where e.is_in and e.primary_intent is not null) as emails_read,
      count(*) filter (where e.is_in and e.needs_reply) as needing_reply
    from emails e
    group by grouping sets (
      (e.place), (e.place, e.primary_intent), (e.place, e.urgency_level), (e.place, e.sentiment), (e.place, e.step))
  )
  select c.place, max(c.emails_in) filter (where c.kind = 15),
    max(c.total - c.emails_in) filter (where c.kind = 15), max(c.emails_bulk) filter (where c.kind = 15),
    max(c.emails_read) filter (where c.kind = 15),
    coalesce(jsonb_object_agg(c.word, c.total) filter (where c.kind = 7 and c.word is not null), '{}'),
    coalesce(jsonb_object_agg(c.word, c.total) filter (where c.kind = 11 and c.word is not null), '{}'),
    coalesce(jsonb_object_agg(c.word, c.total) filter (where c.kind = 13 and c.word is not null), '{}'),
    max(c.needing_reply) filter (where c.kind = 15),
    coalesce(sum(c.total) filter (where c.kind = 14 and c.step is not null), 0)::bigint,
    array(
      select coalesce(max(s.total), 0)
      from generate_series(0, 10) as k (n)
      left join unnest(array_agg(c.step) filter (where c.kind = 14), array_agg(c.total) filter (where c.kind = 14))
        as s (step, total) on s.step = k.n
      group by k.n
      order by k.n)
  from counted c
  group by c.place
$$;
comment on function nightshift.sum_emails(uuid[], timestamptz[], timestamptz[]) is
'Part of measure_days: what the emails of ranges of time add up to, by the place of the range. Ranges without emails '
'are left out.';
revoke all on function nightshift.sum_emails(uuid[], timestamptz[], timestamptz[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.sum_tasks(p_workspace_ids uuid[], p_starts timestamptz[], p_ends timestamptz[])
returns table (place bigint, tasks jsonb)
language sql stable set search_path = ''
as $$
  with counted as (
    select r.place, t.task_type, t.status, count(*) as total, coalesce(sum(t.duration_ms), 0) as duration_ms,
      count(t.duration_ms) as timed
    from unnest(p_workspace_ids, p_starts, p_ends) with ordinality as r (workspace_id, starts_at, ends_at, place)
    cross join lateral (
      select o.task_type, o.status, o.duration_ms from public.autonomous_tasks o
      where o.workspace_id = r.workspace_id and o.executed_at >= r.starts_at and o.executed_at < r.ends_at
      offset 0
    ) t
    group by r.place, t.task_type, t.status
  ), types as (
    select c.place, c.task_type, jsonb_object_agg(c.status, c.total)
      || jsonb_build_object('duration_ms', sum(c.duration_ms), 'timed', sum(c.timed)) as counts
    from counted c
    group by c.place, c.task_type
  )
  select t.place, jsonb_object_agg(t.task_type, t.counts) from types t group by t.place
$$;
comment on function nightshift.sum_tasks(uuid[], timestamptz[], timestamptz[]) is
'Part of measure_days: the tasks that started in ranges of time, by the place of the range.';
revoke all on function nightshift.sum_tasks(uuid[], timestamptz[], timestamptz[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.sum_calls(p_workspace_ids uuid[], p_starts timestamptz[], p_ends timestamptz[])
returns table (place bigint, calls bigint, cost_usd numeric)
language sql stable set search_path = ''
as $$
  select r.place, u.calls, u.cost_usd
  from unnest(p_workspace_ids, p_starts, p_ends) with ordinality as r (workspace_id, starts_at, ends_at, place)
  cross join lateral (
    select count(*) as calls, sum(o.cost_usd) as cost_usd from public.ai_usage o
    where o.workspace_id = r.workspace_id and o.created_at >= r.starts_at and o.created_at < r.ends_at
  ) u
  where u.calls > 0
$$;
comment on function nightshift.sum_calls(uuid[], timestamptz[], timestamptz[]) is
'Part of measure_days: the calls of providers in ranges of time, by the place of the range.';
revoke all on function nightshift.sum_calls(uuid[], timestamptz[], timestamptz[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.sum_contacts(p_workspace_ids uuid[], p_days date[])
returns table (place bigint, contacts_new bigint, contacts_active bigint)
language sql stable set search_path = ''
as $$
  select w.place, count(*) filter (where not exists (
      select from public.contact_days p where p.contact_id = c.contact_id and p.day < c.day)), count(*)
  from unnest(p_workspace_ids, p_days) with ordinality as w (workspace_id, day, place)
  cross join lateral (
    select o.contact_id, o.day from public.contact_days o
    where o.workspace_id = w.workspace_id and o.day = w.day
    offset 0
  ) c
  group by w.place
$$;
comment on function nightshift.sum_contacts(uuid[], date[]) is
'Part of measure_days: contacts who were active on days, and those of them who were new, by the place of the day.';
revoke all on function nightshift.sum_contacts(uuid[], date[]) from public, anon, authenticated, service_role;

create or replace function nightshift.measure_days(p_workspace_ids uuid[], p_days date[], p_now timestamptz)
returns setof public.daily_metrics
language plpgsql stable set search_path = ''
as $$
declare
  v_starts timestamptz[];
  v_ends timestamptz[];
  v_zones text[];
begin
  select array_agg(r.time_zone order by w.place), array_agg(r.starts_at order by w.place),
    array_agg(r.ends_at order by w.place)
  into v_zones, v_starts, v_ends
  from unnest(p_workspace_ids, p_days) with ordinality as w (workspace_id, day, place)
  join nightshift.list_day_ranges(p_workspace_ids, p_days) r on r.workspace_id = w.workspace_id and r.day = w.day;
  return query
  with emails as materialized (
    select m.* from nightshift.sum_emails(p_workspace_ids, v_starts, v_ends) m
  )
  select d.workspace_id, d.day, d.time_zone, d.starts_at, d.ends_at, coalesce(e.emails_in, 0),
    coalesce(e.emails_out, 0), coalesce(e.emails_bulk, 0), coalesce(e.emails_read, 0), coalesce(e.by_intent, '{}'),
    coalesce(e.by_urgency, '{}'), coalesce(e.by_sentiment, '{}'), coalesce(e.needing_reply, 0),
    case when t.knows_sent or s.is_seen then coalesce(e.answered, 0) end,
    case when t.knows_sent or s.is_seen then coalesce(e.answer_minutes, array_fill(0::bigint, array[11])) end,
    case when f.has_contacts then coalesce(n.contacts_new, 0) end,
    case when f.has_contacts then coalesce(n.contacts_active, 0) end, coalesce(k.tasks, '{}'), coalesce(c.calls, 0),
    coalesce(c.cost_usd, 0)::numeric(16, 8),
    d.ends_at > p_now or coalesce((to_jsonb(w) ->> 'created_at')::timestamptz > d.starts_at, false), p_now
  from unnest(p_workspace_ids, p_days, v_zones, v_starts, v_ends) with ordinality
    as d (workspace_id, day, time_zone, starts_at, ends_at, place)
  join public.workspaces w on w.id = d.workspace_id
  left join nightshift.day_turns t on t.workspace_id = d.workspace_id
  left join emails e on e.place = d.place
  left join (
    select p_workspace_ids[o.place] as workspace_id, bool_or(o.emails_out > 0) as is_seen from emails o group by 1
  ) s on s.workspace_id = d.workspace_id
  left join nightshift.sum_tasks(p_workspace_ids, v_starts, v_ends) k on k.place = d.place
  left join nightshift.sum_calls(p_workspace_ids, v_starts, v_ends) c on c.place = d.place
  left join nightshift.sum_contacts(p_workspace_ids, p_days) n on n.place = d.place
  left join (
    select o.workspace_id, o.enabled_types @> '{contact_enrichment}' as has_contacts
    from public.workspace_settings o where o.workspace_id = any (p_workspace_ids)
  ) f on f.workspace_id = d.workspace_id
  where e.place is not null or k.place is not null or c.place is not null
    or (f.has_contacts and n.contacts_active > 0);
end
$$;
comment on function nightshift.measure_days(uuid[], date[], timestamptz) is
'Counts days of workspaces, each pair of the two lists once. Days on which nothing happened are left out.';
revoke all on function nightshift.measure_days(uuid[], date[], timestamptz)
  from public, anon, authenticated, service_role;

-- 20261122001834_due_days.sql

-- Due days: which days have to be counted, from the marks that changes left.
--
-- Locks: rows of its own tables only. Time: milliseconds.

create or replace function nightshift.note_due_days(
  p_workspace_ids uuid[], p_days date[], p_due_at timestamptz[], p_now timestamptz
) returns void
language sql set search_path = ''
as $$
  insert into nightshift.due_metric_days as d (workspace_id, day, due_at)
  select n.workspace_id, n.day, min(n.due_at)
  from unnest(p_workspace_ids, p_days, p_due_at) as n (workspace_id, day, due_at)
  group by n.workspace_id, n.day
  on conflict (workspace_id, day) do update set due_at = excluded.due_at where d.due_at > excluded.due_at;
  insert into nightshift.day_turns as t (workspace_id, turn_at)
  select n.workspace_id, greatest(min(n.due_at), p_now)
  from unnest(p_workspace_ids, p_due_at) as n (workspace_id, due_at)
  group by n.workspace_id
  on conflict (workspace_id) do update
  set turn_at = excluded.turn_at where t.turn_at is null or t.turn_at > excluded.turn_at
$$;
comment on function nightshift.note_due_days(uuid[], date[], timestamptz[], timestamptz) is
'Says that days have to be counted, each not before its time.';
revoke all on function nightshift.note_due_days(uuid[], date[], timestamptz[], timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_all_days(p_workspace_ids uuid[], p_now timestamptz)
returns table (workspace_id uuid, day date)
language sql stable set search_path = ''
as $$
  select w.id, g.day::date
  from unnest(p_workspace_ids) as w (id)
  cross join lateral (
    select min(b.at) as first_at, max(b.at) as last_at
    from (
      -- A table that was adopted may have emails of any time.
      (select e.received_at as at from public.client_emails e
        where e.workspace_id = w.id and e.received_at >= '1970-01-01Z' order by e.received_at limit 1)
      union all
      (select e.received_at from public.client_emails e
        where e.workspace_id = w.id and e.received_at < '2100-01-01Z' order by e.received_at desc limit 1)
      union all
      (select t.executed_at from public.autonomous_tasks t
        where t.workspace_id = w.id order by t.executed_at limit 1)
      union all
      (select t.executed_at from public.autonomous_tasks t
        where t.workspace_id = w.id order by t.executed_at desc limit 1)
      union all
      (select u.created_at from public.ai_usage u where u.workspace_id = w.id order by u.created_at limit 1)
      union all
      select p_now
    ) b
  ) s
  cross join lateral (
    select min(b.day) as first_day, max(b.day) as last_day
    from (
      select nightshift.day_of(w.id, s.first_at) as day
      union all
      select nightshift.day_of(w.id, s.last_at)
      union all
      (select m.day from public.daily_metrics m where m.workspace_id = w.id order by m.day limit 1)
      union all
      (select m.day from public.daily_metrics m where m.workspace_id = w.id order by m.day desc limit 1)
    ) b
  ) d
  cross join lateral generate_series(d.first_day::timestamp, d.last_day::timestamp, interval '1 day') as g (day)
$$;
comment on function nightshift.list_all_days(uuid[], timestamptz) is
'Every day of these workspaces, of each from its first email (from 1970 to 2099), task or call to its last, or today.';
revoke all on function nightshift.list_all_days(uuid[], timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.take_day_marks(
  p_run_id uuid, p_workspace_id uuid, p_limit integer, p_now timestamptz
) returns integer
language plpgsql set search_path = ''
as $$
declare
  -- Marks are rounded down to this.
  c_step constant interval := interval '15 minutes' - interval '1 microsecond';
  v_marks nightshift.day_marks[];
begin
  with taken as (
    delete from nightshift.day_marks d
    where d.id = any (array(
      select m.id from nightshift.day_marks m
      where (p_workspace_id is null or m.workspace_id = p_workspace_id) and not exists (
        select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = m.workspace_id)
      order by m.id
      limit p_limit
      for update skip locked))
    returning d.*
  )
  select array_agg((t.id, t.workspace_id, t.at, t.day)::nightshift.day_marks) into v_marks from taken t;
  if v_marks is null then
    return 0;
  end if;
  perform nightshift.count_by_zone(array_agg(distinct m.workspace_id)) from unnest(v_marks) m;
  perform nightshift.note_due_days(
    array_agg(d.workspace_id), array_agg(d.day), array_agg('-infinity'::timestamptz), p_now)
  from (
    select m.workspace_id, m.day from unnest(v_marks) m where m.day is not null
    union
    select l.workspace_id, l.day
    from nightshift.list_all_days(array(
      select distinct m.workspace_id from unnest(v_marks) m where m.at = '-infinity'), p_now) l
    union
    select m.workspace_id, case when z.is_constant then nightshift.local_day(b.at, z.time_zone)
      else nightshift.day_of(m.workspace_id, b.at) end
    from (select distinct o.workspace_id, o.at from unnest(v_marks) o where isfinite(o.at)) m
    cross join lateral (select bool_and(not isfinite(w.from_day)) as is_constant, min(w.time_zone) as time_zone
      from nightshift.workspace_zones w where w.workspace_id = m.workspace_id) z
    cross join lateral (values (m.at), (m.at + c_step)) as b (at)
  ) d;
  return cardinality(v_marks);
end
$$;
comment on function nightshift.take_day_marks(uuid, uuid, integer, timestamptz) is
'Takes up to p_limit marks, of one workspace or of all but those that failed in the run, and notes their days as due. '
'Returns how many.';
revoke all on function nightshift.take_day_marks(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

-- 20261122001836_count_days.sql

-- Counting days: the work of daily_analytics_rollup.
--
-- A chunk takes marks, notes their days as due, and counts due days, workspace after workspace in turns. The same
-- data always give the same bytes: a row is written only when something in it has changed.
-- Locks: rows of its own tables only. Time: below 1 s a chunk.

create or replace function nightshift.write_days(p_workspace_ids uuid[], p_days date[], p_now timestamptz)
returns setof uuid
language plpgsql set search_path = ''
as $$
declare
  v_counted public.daily_metrics[];
  v_changed uuid[];
  v_first_sent uuid[];
begin
  select array_agg(d.workspace_id), array_agg(d.day) into p_workspace_ids, p_days
  from unnest(p_workspace_ids, p_days) as d (workspace_id, day)
  where not exists (
    select
    from nightshift.day_turns t
    join public.daily_metrics m on m.workspace_id = t.workspace_id
    where t.workspace_id = d.workspace_id and m.day = d.day and m.starts_at < t.kept_until);
  select array_agg(m) into v_counted from nightshift.measure_days(p_workspace_ids, p_days, p_now) m;
  with counted as materialized (
    select m.* from unnest(v_counted) m
  ), written as (
    insert into public.daily_metrics as o
    select c.* from counted c
    on conflict (workspace_id, day) do update
    set (time_zone, starts_at, ends_at, emails_in, emails_out, emails_bulk, emails_read, by_intent, by_urgency,
      by_sentiment, needing_reply, answered, answer_minutes, contacts_new, contacts_active, tasks, calls, cost_usd,
      is_partial, computed_at) = (excluded.time_zone, excluded.starts_at, excluded.ends_at, excluded.emails_in,
      excluded.emails_out, excluded.emails_bulk, excluded.emails_read, excluded.by_intent, excluded.by_urgency,
      excluded.by_sentiment, excluded.needing_reply, excluded.answered, excluded.answer_minutes,
      excluded.contacts_new, excluded.contacts_active, excluded.tasks, excluded.calls, excluded.cost_usd,
      excluded.is_partial, excluded.computed_at)
    where (to_jsonb(o) - 'computed_at') is distinct from (to_jsonb(excluded) - 'computed_at')
    returning o.workspace_id
  ), emptied as (
    delete from public.daily_metrics o
    using unnest(p_workspace_ids, p_days) as d (workspace_id, day)
    where o.workspace_id = d.workspace_id and o.day = d.day and not exists (
      select from counted c where c.workspace_id = o.workspace_id and c.day = o.day)
    returning o.workspace_id
  )
  select array(select w.workspace_id from written w union all select m.workspace_id from emptied m) into v_changed;
  perform nightshift.note_due_days(
    array_agg(m.workspace_id), array_agg(m.day), array_agg(m.ends_at), p_now)
  from unnest(v_counted) m where m.ends_at > p_now;
  -- The first sent email that is seen: from now on it is known what has no answer, on all days.
  with first_sent as (
    update nightshift.day_turns t set knows_sent = true
    where not t.knows_sent and t.workspace_id in (select m.workspace_id from unnest(v_counted) m where m.emails_out > 0)
    returning t.workspace_id
  )
  select array_agg(f.workspace_id) into v_first_sent from first_sent f;
  perform nightshift.mark_days(array_agg(f.id), array_agg('-infinity'::timestamptz))
  from unnest(v_first_sent) as f (id);
  return query select unnest(v_changed);
end
$$;
comment on function nightshift.write_days(uuid[], date[], timestamptz) is
'Counts days and writes the rows that have changed. A day whose emails or tasks were cleaned up keeps its row. Returns '
'the workspace of each changed row.';
revoke all on function nightshift.write_days(uuid[], date[], timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.serve_due_days(
  p_run_id uuid, p_workspace_id uuid, p_workspaces integer, p_days integer, p_now timestamptz
) returns table (workspace_id uuid, counted integer, changed integer)
language plpgsql set search_path = ''
as $$
declare
  v_turns uuid[];
  v_workspace_ids uuid[];
  v_days date[];
  v_changed uuid[];
begin
  select array_agg(n.workspace_id) into v_turns
  from (
    select t.workspace_id
    from nightshift.day_turns t
    where t.turn_at <= p_now and (p_workspace_id is null or t.workspace_id = p_workspace_id) and not exists (
      select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = t.workspace_id)
    order by t.turn_at, t.last_served_at nulls first
    limit p_workspaces
    for update skip locked
  ) n;
  if v_turns is null then
    return;
  end if;
  with taken as (
    delete from nightshift.due_metric_days d
    using unnest(v_turns) as t (workspace_id)
    cross join lateral (
      select o.day from nightshift.due_metric_days o where o.workspace_id = t.workspace_id and o.due_at <= p_now
      order by o.due_at, o.day desc limit greatest(1, p_days / cardinality(v_turns))
    ) due
    where d.workspace_id = t.workspace_id and d.day = due.day
    returning d.workspace_id, d.day
  )
  select array_agg(t.workspace_id), array_agg(t.day) into v_workspace_ids, v_days from taken t;
  v_changed := array(select nightshift.write_days(v_workspace_ids, v_days, p_now) where v_days is not null);
  update nightshift.day_turns t
  set last_served_at = p_now,
    turn_at = ( -- null when no day is due
      select greatest(d.due_at, p_now) from nightshift.due_metric_days d
      where d.workspace_id = t.workspace_id order by d.due_at limit 1)
  where t.workspace_id = any (v_turns);
  return query
  select t.id, (select count(*)::integer from unnest(v_workspace_ids) as w (id) where w.id = t.id),
    (select count(*)::integer from unnest(v_changed) as w (id) where w.id = t.id)
  from unnest(v_turns) as t (id);
end
$$;
comment on function nightshift.serve_due_days(uuid, uuid, integer, integer, timestamptz) is
'Counts up to p_days due days of up to p_workspaces workspaces whose turn it is. Returns those workspaces, with how '
'many days were counted and how many rows changed.';
revoke all on function nightshift.serve_due_days(uuid, uuid, integer, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.daily_analytics_rollup_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_most_time constant interval := interval '0.6 seconds';
  v_started_at constant timestamptz := clock_timestamp();
  v_touched jsonb := jsonb_build_object();
  v_is_marked boolean;
  v_marks integer;
  v_served integer;
begin
  if not nightshift.has_day_index() then
    raise exception 'day_index_missing: public.client_emails has no index on (workspace_id, received_at), without '
      'which each day would read the whole table.'
      using hint = 'Run: create index concurrently client_emails_received_idx on public.client_emails '
        '(workspace_id, received_at);';
  end if;
  -- What reconcile is folding in at this moment is marked by the next chunk.
  v_is_marked := nightshift.mark_noted_days() is not null;
  loop
    v_marks := nightshift.take_day_marks(p_run_id, p_workspace_id, 1000, p_now);
    select count(*), v_touched || coalesce(jsonb_object_agg(s.workspace_id,
        coalesce((v_touched ->> s.workspace_id::text)::integer, 0) + s.changed) filter (where s.changed > 0), '{}')
    into v_served, v_touched
    from nightshift.serve_due_days(p_run_id, p_workspace_id, 200, 400, p_now) s;
    exit when (v_marks = 0 and v_served = 0) or clock_timestamp() > v_started_at + c_most_time;
  end loop;
  return jsonb_build_object('done', v_is_marked and v_marks = 0 and v_served = 0, 'touched', (
    select coalesce(jsonb_agg(jsonb_build_object('workspace_id', t.key,
      'counts', jsonb_build_object('days', t.value))), '[]')
    from jsonb_each(v_touched) t));
end
$$;
comment on function nightshift.daily_analytics_rollup_chunk(uuid, uuid, timestamptz) is
'Counts due days for about 0.6 s: {done, touched: [{workspace_id, counts: {days}}]}. Error: day_index_missing.';
revoke all on function nightshift.daily_analytics_rollup_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.daily_analytics_rollup_due(p_run_id uuid, p_limit integer, p_now timestamptz)
returns setof uuid
language sql stable set search_path = ''
as $$
  select d.workspace_id
  from (
    select m.workspace_id from nightshift.day_marks m
    union
    select t.workspace_id from nightshift.day_turns t where t.turn_at <= p_now
  ) d
  where not exists (
    select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = d.workspace_id)
  order by d.workspace_id
  limit p_limit
$$;
comment on function nightshift.daily_analytics_rollup_due(uuid, integer, timestamptz) is
'Workspaces with days to count, without those that failed in the run.';
revoke all on function nightshift.daily_analytics_rollup_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.rebuild_metrics(p_workspace_id uuid, p_from date, p_to date) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  c_most_days constant integer := 3660;
begin
  if not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins have days of a workspace counted again.'
      using errcode = 'PT403';
  end if;
  if (p_from between '1970-01-01' and '2099-12-31' and p_to between p_from and '2099-12-31'
    and p_to - p_from < c_most_days) is not true
  then
    raise exception 'days_invalid: pass a first and a last day, at most % days from 1970 to 2099.', c_most_days
      using errcode = 'PT400';
  end if;
  -- Days that wait already get no further mark: the marks of all workspaces are one queue. A mark that the rollup is
  -- taking is passed by, as its day may be counted as it was before; the others are held until commit.
  perform nightshift.mark_days(array_agg(p_workspace_id), null, array_agg(d.day))
  from (
    with waiting as materialized (
      select m.day from nightshift.day_marks m
      where m.workspace_id = p_workspace_id and m.day is not null
      for key share skip locked
    )
    select g.day::date from generate_series(p_from::timestamp, p_to::timestamp, interval '1 day') as g (day)
    except
    select w.day from waiting w
  ) d;
  return p_to - p_from + 1;
end
$$;
comment on function public.rebuild_metrics(uuid, date, date) is
'Has days of a workspace counted again by the next run of daily_analytics_rollup, at most 3660 at once. Returns how '
'many. For owners, admins and the service role. Days are counted again by themselves when anything in them changes, so '
'this is needed after a repair of the tables only. Errors: PT403 workspace_not_managed, PT400 days_invalid.';
revoke all on function public.rebuild_metrics(uuid, date, date) from public, anon, authenticated, service_role;
grant execute on function public.rebuild_metrics(uuid, date, date) to authenticated, service_role;

insert into nightshift.database_types (task_type) values ('daily_analytics_rollup') on conflict (task_type) do nothing;

-- 20261122001840_workspace_reports.sql

-- Reports: what changed in a week or a month of a workspace, what became of every slot of a night, and who gets them.
--
-- A report is a row. Data that come later make a new version of the row, which is not sent again.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists public.workspace_reports (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  kind text not null,
  period_start timestamptz not null,
  period_end timestamptz not null,
  time_zone text not null,
  numbers jsonb not null,
  version integer not null default 1,
  is_partial boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint one_report_for_each_period unique nulls not distinct (workspace_id, kind, period_start),
  constraint kind_is_known check (kind in ('weekly', 'monthly', 'night')),
  constraint only_the_project_has_nights check ((kind = 'night') = (workspace_id is null)),
  constraint period_does_not_end_before_it_begins check (period_end >= period_start),
  constraint version_is_positive check (version >= 1),
  constraint numbers_have_at_most_256_kb check (pg_column_size(numbers) <= 262144)
);
create index if not exists workspace_reports_latest_idx on public.workspace_reports (workspace_id, period_start desc);
comment on table public.workspace_reports is
'Reports of workspaces by week and month, and of the project by night. public.get_report renders one.';
comment on column public.workspace_reports.id is 'time-ordered UUID';
comment on column public.workspace_reports.workspace_id is 'the workspace; null: the project';
comment on column public.workspace_reports.kind is 'weekly, monthly or night';
comment on column public.workspace_reports.period_start is 'when its period began';
comment on column public.workspace_reports.period_end is 'when it ended';
comment on column public.workspace_reports.time_zone is 'whose clocks decided that';
comment on column public.workspace_reports.numbers is
'{title, subtitle, sections: [{title, query, rows}], left_out, first_day, last_day}; each section names its query';
comment on column public.workspace_reports.version is 'counts how often later data changed it, from 1';
comment on column public.workspace_reports.is_partial is 'whether a day of the period is partial, or has not been seen';
comment on column public.workspace_reports.created_at is 'when it was written first';
comment on column public.workspace_reports.updated_at is 'when this version was written';

alter table public.workspace_reports enable row level security;
revoke all on public.workspace_reports from anon, authenticated, service_role;
grant select on public.workspace_reports to authenticated, service_role;
drop policy if exists "members read the reports of their workspaces" on public.workspace_reports;
create policy "members read the reports of their workspaces" on public.workspace_reports
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads reports" on public.workspace_reports;
create policy "service role reads reports" on public.workspace_reports for select to service_role using (true);

create table if not exists nightshift.report_turns (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind text not null,
  next_at timestamptz not null,
  constraint one_turn_for_each_kind primary key (workspace_id, kind),
  constraint kind_is_known check (kind in ('weekly', 'monthly'))
);
create index if not exists report_turns_next_idx on nightshift.report_turns (kind, next_at);
alter table nightshift.report_turns enable row level security;
revoke all on nightshift.report_turns from public, anon, authenticated, service_role;
comment on table nightshift.report_turns is 'When the next report of a workspace is due.';
comment on column nightshift.report_turns.workspace_id is 'the workspace';
comment on column nightshift.report_turns.kind is 'weekly or monthly';
comment on column nightshift.report_turns.next_at is 'when; -infinity: it is not known yet';

create table if not exists nightshift.stale_reports (
  report_id uuid primary key references public.workspace_reports (id) on delete cascade,
  noted_at timestamptz not null default now()
);
alter table nightshift.stale_reports enable row level security;
revoke all on nightshift.stale_reports from public, anon, authenticated, service_role;
comment on table nightshift.stale_reports is 'Reports of which a day has changed since they were written.';
comment on column nightshift.stale_reports.report_id is 'the report';
comment on column nightshift.stale_reports.noted_at is 'since when';

create or replace function nightshift.plan_reports() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from nightshift.report_turns t
  where t.workspace_id = new.workspace_id and not case t.kind
    when 'weekly' then new.enabled_types @> '{weekly_report_generation}'
    else new.enabled_types @> '{monthly_summary}' end;
  insert into nightshift.report_turns (workspace_id, kind, next_at)
  select new.workspace_id, k.kind, '-infinity'
  from (values ('weekly', 'weekly_report_generation'), ('monthly', 'monthly_summary')) as k (kind, task_type)
  where k.task_type = any (new.enabled_types)
  on conflict (workspace_id, kind) do update set next_at = excluded.next_at;
  return null;
end
$$;
comment on function nightshift.plan_reports() is
'Plans the reports that a workspace asks for. A changed zone, hour or week counts from the next report on.';
revoke all on function nightshift.plan_reports() from public;
create or replace trigger plan_reports
after insert or update on public.workspace_settings for each row execute function nightshift.plan_reports();

create or replace function nightshift.note_stale_reports() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A report also shows the period before, which is never longer than the report's own by more than three days.
  insert into nightshift.stale_reports (report_id)
  select distinct r.id
  from changed_days c
  join public.workspace_reports r on r.workspace_id = c.workspace_id and r.kind in ('weekly', 'monthly')
    and r.period_start > c.starts_at - interval '40 days' and c.starts_at < r.period_end
    and c.starts_at >= r.period_start - (r.period_end - r.period_start) - interval '4 days'
  order by r.id
  -- Locked, so that nobody takes the note who does not see the change.
  on conflict (report_id) do update set report_id = excluded.report_id where false;
  return null;
end
$$;
comment on function nightshift.note_stale_reports() is 'Notes the reports that a counted day belongs to.';
revoke all on function nightshift.note_stale_reports() from public;
create or replace trigger note_stale_reports_of_new
after insert on public.daily_metrics referencing new table as changed_days
for each statement execute function nightshift.note_stale_reports();
create or replace trigger note_stale_reports_of_changed
after update on public.daily_metrics referencing new table as changed_days
for each statement execute function nightshift.note_stale_reports();
create or replace trigger note_stale_reports_of_old
after delete on public.daily_metrics referencing old table as changed_days
for each statement when (pg_catalog.pg_trigger_depth() = 0) execute function nightshift.note_stale_reports();

-- After an undo of this migration, workspaces that ask are there before its trigger.
insert into nightshift.report_turns (workspace_id, kind, next_at)
select s.workspace_id, k.kind, '-infinity'
from public.workspace_settings s
join (values ('weekly', 'weekly_report_generation'), ('monthly', 'monthly_summary')) as k (kind, task_type)
  on k.task_type = any (s.enabled_types)
on conflict (workspace_id, kind) do nothing;

-- 20261122001842_report_numbers.sql

-- Report numbers: what a report says, each section with the query behind it.
--
-- Numbers of a period are sums of its days and nothing else, so that everybody can add them up. Lists, such as emails
-- without an answer, are as they were when the report was written.
-- Locks: none. Time: about a millisecond a report.

create or replace function nightshift.sum_days(p_workspace_ids uuid[], p_first_days date[], p_last_days date[])
returns table (place bigint, sums jsonb)
language sql stable set search_path = ''
as $$
  select p.place, d.sums
  from unnest(p_workspace_ids, p_first_days, p_last_days) with ordinality
    as p (workspace_id, first_day, last_day, place)
  cross join lateral ( -- each period by the index, also when there are hundreds
    select jsonb_build_object('days', count(*), 'emails_in', coalesce(sum(m.emails_in), 0),
      'emails_out', coalesce(sum(m.emails_out), 0), 'emails_bulk', coalesce(sum(m.emails_bulk), 0),
      'emails_read', coalesce(sum(m.emails_read), 0), 'needing_reply', coalesce(sum(m.needing_reply), 0),
      'answered', sum(m.answered), 'contacts_new', sum(m.contacts_new),
      'complaints', coalesce(sum((m.by_intent ->> 'complaint')::bigint), 0),
      'urgent', coalesce(sum(coalesce((m.by_urgency ->> 'high')::bigint, 0)
        + coalesce((m.by_urgency ->> 'critical')::bigint, 0)), 0),
      'negative', coalesce(sum((m.by_sentiment ->> 'negative')::bigint), 0),
      'tasks_completed', coalesce(sum(t.completed), 0), 'tasks_failed', coalesce(sum(t.failed), 0),
      'calls', coalesce(sum(m.calls), 0), 'cost_usd', coalesce(sum(m.cost_usd), 0),
      'is_partial', coalesce(bool_or(m.is_partial), false)) as sums
    from public.daily_metrics m
    cross join lateral (
      select sum((k.value ->> 'completed')::bigint) as completed,
        sum(coalesce((k.value ->> 'failed')::bigint, 0) + coalesce((k.value ->> 'partial_failure')::bigint, 0))
          as failed
      from jsonb_each(m.tasks) k
    ) t
    where m.workspace_id = p.workspace_id and m.day between p.first_day and p.last_day
  ) d
$$;
comment on function nightshift.sum_days(uuid[], date[], date[]) is
'What the days of periods add up to, by the place of the period.';
revoke all on function nightshift.sum_days(uuid[], date[], date[]) from public, anon, authenticated, service_role;

create or replace function nightshift.report_section(p_title text, p_query text, variadic p_rows jsonb[]) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select jsonb_build_object('title', p_title, 'query', p_query, 'rows', coalesce((
    select jsonb_agg(r.item order by r.place) from unnest(p_rows) with ordinality as r (item, place)
    where r.item is not null), '[]'))
$$;
comment on function nightshift.report_section(text, text, jsonb[]) is
'A section of a report, without rows that are null.';
revoke all on function nightshift.report_section(text, text, jsonb[]) from public, anon, authenticated, service_role;

create or replace function nightshift.sum_sections(p_workspace_ids uuid[], p_first_days date[], p_last_days date[],
  p_days_before integer[]) returns table (place bigint, is_partial boolean, sections jsonb)
language sql stable set search_path = ''
as $$
  with lines (section, title, query, line, label, field, unit) as materialized (
    values (1, 'Emails', 'select sum(emails_in), sum(emails_out), … ', 1, 'Received', 'emails_in', null),
      (1, null, null, 2, 'Read by the analyzer', 'emails_read', null),
      (1, null, null, 3, 'To many people', 'emails_bulk', null),
      (1, null, null, 4, 'Sent', 'emails_out', null),
      (2, 'What they ask for', 'select sum(needing_reply), by_intent, … ', 1, 'Need a reply', 'needing_reply', null),
      (2, null, null, 2, 'Of these, answered', 'answered', null),
      (2, null, null, 3, 'Urgent', 'urgent', null),
      (2, null, null, 4, 'Complaints', 'complaints', null),
      (2, null, null, 5, 'In a negative tone', 'negative', null),
      (3, 'New contacts', 'select sum(contacts_new) ', 1, 'New', 'contacts_new', null),
      (4, 'Tasks', 'select tasks ', 1, 'Completed', 'tasks_completed', null),
      (4, null, null, 2, 'Failed', 'tasks_failed', null),
      (5, 'Calls of models', 'select sum(calls), sum(cost_usd) ', 1, 'Calls', 'calls', null),
      (5, null, null, 2, 'Cost', 'cost_usd', 'usd')
  ), periods as materialized (
    select p.place, n.sums as now, case when b.sums -> 'days' <> '0' then b.sums end as before,
      format('from daily_metrics where day between ''%s'' and ''%s''', p.first_day, p.last_day) as days
    from unnest(p_first_days, p_last_days) with ordinality as p (first_day, last_day, place)
    join nightshift.sum_days(p_workspace_ids, p_first_days, p_last_days) n on n.place = p.place
    join nightshift.sum_days(p_workspace_ids, array(
        select d.first_day - d.days_before
        from unnest(p_first_days, p_days_before) with ordinality as d (first_day, days_before, place) order by d.place
      ), array(
        select d.first_day - 1 from unnest(p_first_days) with ordinality as d (first_day, place) order by d.place
      )) b on b.place = p.place
  ), sections as ( -- rows without a number of the period are left out
    select p.place, l.section, jsonb_build_object('title', max(l.title), 'query', max(l.query || p.days),
      'rows', coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('label', l.label, 'value', p.now -> l.field,
        'before', p.before -> l.field, 'unit', l.unit)) order by l.line)
        filter (where jsonb_typeof(p.now -> l.field) = 'number'), '[]')) as item
    from periods p
    cross join lines l
    group by p.place, l.section
  )
  select p.place, (p.now -> 'is_partial')::boolean, s.items
  from periods p
  join (
    select o.place, jsonb_agg(o.item order by o.section) as items from sections o group by o.place
  ) s on s.place = p.place
$$;
comment on function nightshift.sum_sections(uuid[], date[], date[], integer[]) is
'Part of reports: the sections that are sums of days, against the p_days_before days before, by the place of the '
'period.';
revoke all on function nightshift.sum_sections(uuid[], date[], date[], integer[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_sections(p_workspace_id uuid, p_first_day date, p_last_day date,
  p_now timestamptz) returns jsonb
language plpgsql stable set search_path = '' -- without report_section, which costs as much as its lists
as $$
declare
  c_most constant integer := 5;
begin
  return jsonb_build_array(
    jsonb_build_object('title', 'Waiting for an answer',
      'query', 'the queue of emails that need an answer, the most urgent first', 'rows', array(
        select jsonb_build_object('label', coalesce(nullif(left(e.subject, 120), ''), '(no subject)'), 'detail',
          concat_ws(', ', left(e.from_email, 100), 'since ' || to_char(q.received_at at time zone 'UTC', 'YYYY-MM-DD')))
        from nightshift.answer_queue q
        join public.client_emails e on e.id = q.email_id
        where q.workspace_id = p_workspace_id and q.state = 'open' and q.urgency <= 1
        order by q.urgency, q.due_on, q.received_at, q.email_id
        limit c_most)),
    jsonb_build_object('title', 'Scores that moved', 'query', format(
      'select * from lead_score_history where day between ''%s'' and ''%s''', p_first_day, p_last_day), 'rows', array(
        select jsonb_build_object('label', coalesce(c.name, c.email), 'value', s.score, 'before', s.before)
        from (
          select distinct on (h.contact_id) h.contact_id, h.score, (
            select b.score from public.lead_score_history b
            where b.contact_id = h.contact_id and b.day < p_first_day order by b.day desc limit 1) as before
          from public.lead_score_history h
          where h.workspace_id = p_workspace_id and h.day between p_first_day and p_last_day
          order by h.contact_id, h.day desc
        ) s
        join public.contacts c on c.id = s.contact_id
        order by abs(s.score - coalesce(s.before, 0)) desc, c.email
        limit c_most)),
    jsonb_build_object('title', 'Budget', 'query', 'select get_budget_status(…)', 'rows', array(
      select jsonb_build_object('label', format('Spent of the limit of the %s', b.period), 'value', b.spent_usd,
        'unit', 'usd', 'detail', 'limit ' || nightshift.show_value(b.limit_usd, 'usd'))
      from nightshift.list_budgets(p_now, p_workspace_id) b
      where b.workspace_id = p_workspace_id
      order by b.period)));
end
$$;
comment on function nightshift.list_sections(uuid, date, date, timestamptz) is
'Part of a report: the sections that show how things are when it is written.';
revoke all on function nightshift.list_sections(uuid, date, date, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.join_sections(p_report jsonb, p_sections jsonb) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select p_report || jsonb_build_object(
    'sections', coalesce(jsonb_agg(s.item order by s.place) filter (where s.has_data), '[]'))
    || case when bool_or(not s.has_data) then jsonb_build_object('left_out',
      jsonb_agg(s.item -> 'title' order by s.place) filter (where not s.has_data)) else '{}' end
  from (
    select e.item, e.place, e.item ? 'always' or e.item @? '$.rows[*] ? (!exists(@.value)
      || @.value.type() == "number" && @.value != 0 || @.before.type() == "number" && @.before != 0)' as has_data
    from jsonb_array_elements(p_sections) with ordinality as e (item, place)
    offset 0
  ) s
$$;
comment on function nightshift.join_sections(jsonb, jsonb) is
'A report with those of the sections that say anything but zeros or are always shown, and the titles of the others in '
'left_out.';
revoke all on function nightshift.join_sections(jsonb, jsonb) from public, anon, authenticated, service_role;

-- 20261122001844_render_reports.sql

-- Rendering reports: one pure function makes the text, the Slack blocks and the HTML of a report.
--
-- Labels and details of rows were written by strangers (subjects, names). Each channel gets them escaped. The HTML is
-- made of tables with inline styles: no script, no image, and nothing that an email program would have to fetch.
-- Locks: none. Time: below a millisecond a report.

create or replace function nightshift.show_value(p_value numeric, p_unit text) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select case when p_value is null then '–'
    when p_unit = 'usd' then '$' || case when p_value = round(p_value, 2) then to_char(p_value, 'FM999,999,999,990.00')
      else rtrim(to_char(p_value, 'FM999,999,999,990.00000000'), '0') end
    when p_unit = 'minutes' then to_char(p_value, 'FM999,999,999,990') || ' min'
    when p_value <> round(p_value) then to_char(p_value, 'FM999,999,999,990.0')
    else to_char(p_value, 'FM999,999,999,999,990') end
$$;
comment on function nightshift.show_value(numeric, text) is 'A number for people. p_unit: usd, minutes, or null.';
revoke all on function nightshift.show_value(numeric, text) from public, anon, authenticated, service_role;

create or replace function nightshift.show_change(p_value numeric, p_before numeric, p_unit text) returns text
language sql immutable parallel safe set search_path = ''
as $$
  -- Of a small number, a percentage says more than is known.
  select case when p_before is null then ''
    else 'before: ' || nightshift.show_value(p_before, p_unit) || case when p_before >= 10 and p_value is not null
      then ' (' || to_char(round(100 * (p_value - p_before) / p_before), 'FMSG999,999,990') || ' %)' else '' end end
$$;
comment on function nightshift.show_change(numeric, numeric, text) is
'The number of the period before, and the change in percent where that number is 10 or more.';
revoke all on function nightshift.show_change(numeric, numeric, text) from public, anon, authenticated, service_role;

create or replace function nightshift.list_report_rows(p_report jsonb)
returns table (section bigint, title text, query text, place bigint, label text, detail text, shown text, change text,
  share integer)
language sql immutable parallel safe set search_path = ''
as $$
  select s.place, nightshift.plain_line(s.item ->> 'title', 100), s.item ->> 'query', r.place,
    nightshift.plain_line(r.item ->> 'label', 200), nightshift.plain_line(r.item ->> 'detail', 200),
    case when r.item ? 'value' then nightshift.show_value((r.item ->> 'value')::numeric, r.item ->> 'unit') else '' end,
    nightshift.show_change((r.item ->> 'value')::numeric, (r.item ->> 'before')::numeric, r.item ->> 'unit'),
    case when not r.item ? 'unit' and r.item ? 'value' then round(100 * greatest((r.item ->> 'value')::numeric, 0)
      / nullif(max(case when not r.item ? 'unit' then (r.item ->> 'value')::numeric end) over (partition by s.place), 0)
      )::integer end
  from jsonb_array_elements(p_report -> 'sections') with ordinality as s (item, place)
  cross join lateral jsonb_array_elements(s.item -> 'rows') with ordinality as r (item, place)
$$;
comment on function nightshift.list_report_rows(jsonb) is
'Part of render_report: the rows of a report, each on one line. share: length of its bar in percent.';
revoke all on function nightshift.list_report_rows(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.report_text(p_report jsonb) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select concat_ws(E'\n\n', nightshift.plain_line(p_report ->> 'title', 200),
    nightshift.plain_line(p_report ->> 'subtitle', 300), (
      select string_agg(t.text, E'\n\n' order by t.section)
      from (
        select r.section, upper(min(r.title)) || E'\n' || string_agg(
          '  ' || rpad(concat_ws(' · ', r.label, nullif(r.detail, '')), 44) || ' ' || lpad(r.shown, 12)
            || case when r.change = '' then '' else '   ' || r.change end, E'\n' order by r.place)
          || E'\n  from: ' || min(r.query) as text
        from nightshift.list_report_rows(p_report) r
        group by r.section
      ) t),
    (select 'Left out, because there is no data: ' || string_agg(l.name, ', ' order by l.position) || '.'
     from jsonb_array_elements_text(p_report -> 'left_out') with ordinality as l (name, position))) || E'\n'
$$;
comment on function nightshift.report_text(jsonb) is 'Part of render_report: plain text.';
revoke all on function nightshift.report_text(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.report_html(p_report jsonb) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>' || h.title || '</title></head>'
    '<body style="margin:0;padding:0;background:#f3f4f6">'
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f4f6"><tr>'
    '<td align="center" style="padding:24px 8px"><table role="presentation" width="640" cellpadding="0" '
    'cellspacing="0" style="width:640px;max-width:100%;background:#ffffff;border:1px solid #e5e7eb;border-radius:8px;'
    'font-family:Arial,Helvetica,sans-serif;color:#111827"><tr><td style="padding:24px 28px 4px">'
    '<h1 style="margin:0;font-size:22px;line-height:28px">' || h.title || '</h1>'
    '<p style="margin:6px 0 0;font-size:14px;line-height:20px;color:#4b5563">' || h.subtitle || '</p></td></tr>'
    || coalesce((select string_agg(t.html, '' order by t.section) from (
      select r.section, '<tr><td style="padding:18px 28px 0"><h2 style="margin:0 0 6px;font-size:15px;'
        'line-height:20px">' || nightshift.escape_for_html(min(r.title)) || '</h2>'
        '<table width="100%" cellpadding="0" cellspacing="0" '
        'style="font-size:14px;line-height:20px;border-collapse:collapse">' || string_agg(
          '<tr><td style="padding:5px 8px 5px 0;border-top:1px solid #f3f4f6">' || nightshift.escape_for_html(r.label)
          || coalesce('<br><span style="color:#6b7280;font-size:12px">'
            || nightshift.escape_for_html(nullif(r.detail, '')) || '</span>', '')
          || '</td><td width="120" style="padding:5px 8px;border-top:1px solid #f3f4f6">'
          || case when r.share > 0 then '<table width="' || r.share || '%" cellpadding="0" cellspacing="0"><tr>'
            '<td height="8" bgcolor="#4f46e5" style="height:8px;line-height:8px;font-size:1px;background:#4f46e5;'
            'border-radius:4px">&nbsp;</td></tr></table>' else '&nbsp;' end
          || '</td><td align="right" width="110" style="padding:5px 0;border-top:1px solid #f3f4f6;'
          'white-space:nowrap"><strong>'
          || nightshift.escape_for_html(r.shown) || '</strong>'
          || case when r.change = '' then '' else '<br><span style="color:#6b7280;font-size:12px">'
            || nightshift.escape_for_html(r.change) || '</span>' end || '</td></tr>', '' order by r.place)
        || '</table><p style="margin:4px 0 0;font-size:11px;line-height:15px;color:#9ca3af">from: '
        || nightshift.escape_for_html(min(r.query)) || '</p></td></tr>' as html
      from nightshift.list_report_rows(p_report) r
      group by r.section
    ) t), '')
    || '<tr><td style="padding:18px 28px 24px;font-size:12px;line-height:17px;color:#6b7280">'
    || coalesce((
      select 'Left out, because there is no data: '
        || nightshift.escape_for_html(string_agg(l.name, ', ' order by l.position)) || '.'
      from jsonb_array_elements_text(p_report -> 'left_out') with ordinality as l (name, position)), '&nbsp;')
    || '</td></tr></table></td></tr></table></body></html>'
  from (
    select nightshift.escape_for_html(nightshift.plain_line(p_report ->> 'title', 200)) as title,
      coalesce(nightshift.escape_for_html(nightshift.plain_line(p_report ->> 'subtitle', 300)), '') as subtitle
  ) h
$$;
comment on function nightshift.report_html(jsonb) is
'Part of render_report: HTML for an email program, made of tables, with bars, without script, image or remote content.';
revoke all on function nightshift.report_html(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.report_slack(p_report jsonb) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select jsonb_build_object(
    'text', nightshift.escape_for_slack(nightshift.plain_line(p_report ->> 'title', 200)),
    'blocks', jsonb_build_array(
      jsonb_build_object('type', 'header', 'text', jsonb_build_object('type', 'plain_text',
        'text', left(nightshift.plain_line(p_report ->> 'title', 200), 150))),
      jsonb_build_object('type', 'section', 'text', jsonb_build_object('type', 'mrkdwn', 'text',
        coalesce(nullif(nightshift.escape_for_slack(nightshift.plain_line(p_report ->> 'subtitle', 300)), ''), ' '))))
    || coalesce((
      select jsonb_agg(jsonb_build_object('type', 'section', 'text', jsonb_build_object('type', 'mrkdwn',
        'text', left(t.text, 2900))) order by t.section)
      from (
        select r.section, '*' || nightshift.escape_for_slack(min(r.title)) || '*' || E'\n' || string_agg(
          nightshift.escape_for_slack(concat_ws(' · ', r.label, nullif(r.detail, ''), nullif(r.shown, ''),
            nullif(r.change, ''))), E'\n' order by r.place) as text
        from nightshift.list_report_rows(p_report) r
        group by r.section
      ) t), '[]'))
$$;
comment on function nightshift.report_slack(jsonb) is
'Part of render_report: a message for an incoming webhook of Slack.';
revoke all on function nightshift.report_slack(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.render_report(p_report jsonb) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select jsonb_build_object('subject', left(nightshift.plain_line(p_report ->> 'title', 200), 200),
    'text', nightshift.report_text(p_report), 'html', nightshift.report_html(p_report),
    'slack', nightshift.report_slack(p_report))
$$;
comment on function nightshift.render_report(jsonb) is
'{subject, text, html, slack} of the numbers of a report: {title, subtitle, sections: [{title, query, rows: [{label, '
'detail, value, unit, before}]}], left_out: [titles]}. The same numbers always give the same bytes.';
revoke all on function nightshift.render_report(jsonb) from public, anon, authenticated, service_role;

-- 20261122001846_write_reports.sql

-- Writing reports: the work of weekly_report_generation and monthly_summary, and the provable night of the project.
--
-- A report is due at report_hour by the clocks of its workspace, on the first day after its period. Days that are due
-- are counted first. The latest period is written; one that was missed is not made up for. No day is in two weekly
-- reports: when week_starts_on changes, the next one begins where the last one ended and is shorter.
-- Locks: rows of its own tables only. Time: below 1 s a chunk.

create or replace function nightshift.find_period(
  p_workspace_id uuid, p_kind text, p_now timestamptz,
  out first_day date, out last_day date, out days_before integer, out due_at timestamptz, out next_at timestamptz,
  out time_zone text
)
-- By the index, also when the plan was made before the first report was written.
language plpgsql stable set search_path = '' set enable_seqscan = off
as $$
declare
  v_settings constant public.workspace_settings := nightshift.read_settings(p_workspace_id);
  v_today constant date := nightshift.day_of(p_workspace_id, p_now);
  v_latest date;
  v_next date;
begin
  time_zone := nightshift.zone_of_day(p_workspace_id, v_today);
  if p_kind = 'weekly' then
    last_day := v_today - (extract(isodow from v_today)::integer - v_settings.week_starts_on + 7) % 7 - 1;
    select (r.numbers ->> 'last_day')::date into v_latest
    from public.workspace_reports r
    where r.workspace_id = p_workspace_id and r.kind = 'weekly'
    order by r.period_start desc
    limit 1;
    first_day := greatest(last_day - 6, v_latest + 1);
    days_before := last_day - first_day + 1;
    v_next := last_day + 8;
  else
    last_day := date_trunc('month', v_today::timestamp)::date - 1;
    first_day := date_trunc('month', last_day::timestamp)::date;
    days_before := first_day - (first_day - interval '1 month')::date;
    v_next := (last_day + 1 + interval '1 month')::date;
  end if;
  due_at := (last_day + 1 + make_interval(hours => v_settings.report_hour)) at time zone time_zone;
  next_at := case when p_now < due_at and first_day <= last_day then due_at
    else (v_next + make_interval(hours => v_settings.report_hour)) at time zone time_zone end;
  if first_day > last_day then -- All of it has been reported: the week began on another day then.
    due_at := 'infinity';
  end if;
end
$$;
comment on function nightshift.find_period(uuid, text, timestamptz) is
'The latest whole week or month of a workspace, without days of the weekly report before; when its report is due, '
'infinity when no day is left; and when to look next.';
revoke all on function nightshift.find_period(uuid, text, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_workspace_reports(p_workspace_ids uuid[], p_kind text,
  p_first_days date[], p_last_days date[], p_days_before integer[], p_lists jsonb[])
returns table (place bigint, starts_at timestamptz, ends_at timestamptz, numbers jsonb)
language sql stable set search_path = ''
as $$
  with given as materialized (
    select g.place, g.first_day, g.last_day, g.days_before, g.lists, d.starts_at,
      nightshift.day_start(g.workspace_id, g.last_day + 1) as ends_at, s.sections,
      nightshift.plain_line(coalesce(to_jsonb(w) ->> 'name', 'your workspace'), 100) as name,
      s.is_partial or coalesce((to_jsonb(w) ->> 'created_at')::timestamptz > d.starts_at, false) as is_partial
    from unnest(p_workspace_ids, p_first_days, p_last_days, p_days_before, p_lists) with ordinality
      as g (workspace_id, first_day, last_day, days_before, lists, place)
    join nightshift.sum_sections(p_workspace_ids, p_first_days, p_last_days, p_days_before) s on s.place = g.place
    join public.workspaces w on w.id = g.workspace_id
    cross join lateral (select nightshift.day_start(g.workspace_id, g.first_day) as starts_at offset 0) d
  )
  select g.place, g.starts_at, g.ends_at, nightshift.join_sections(jsonb_build_object(
    'title', format('%s: %s', g.name, case p_kind when 'weekly'
      then format('week of %s', g.first_day) else to_char(g.first_day, 'FMMonth YYYY') end),
    'subtitle', format('%s to %s', g.first_day, g.last_day)
      || case when p_kind = 'weekly' and g.last_day - g.first_day < 6
        then '. This week is short: the report before it has its other days.' else '' end
      || case when g.is_partial then '. This period is partial: not all of its days were seen whole.' else '' end,
    'first_day', g.first_day, 'last_day', g.last_day, 'days_before', g.days_before, 'is_partial', g.is_partial,
    'lists', g.lists), g.sections || g.lists)
  from given g
$$;
comment on function nightshift.describe_workspace_reports(uuid[], text, date[], date[], integer[], jsonb[]) is
'The numbers of reports of workspaces, by their places in the lists. p_lists: the sections that are not sums of days.';
revoke all on function nightshift.describe_workspace_reports(uuid[], text, date[], date[], integer[], jsonb[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_report(
  p_workspace_id uuid, p_kind text, p_start timestamptz, p_end timestamptz, p_time_zone text, p_numbers jsonb,
  p_now timestamptz
) returns uuid
language plpgsql set search_path = ''
as $$
declare
  v_id uuid;
begin
  insert into public.workspace_reports
    (workspace_id, kind, period_start, period_end, time_zone, numbers, is_partial, created_at, updated_at)
  values (p_workspace_id, p_kind, p_start, p_end, p_time_zone, p_numbers,
    coalesce((p_numbers ->> 'is_partial')::boolean, false), p_now, p_now)
  on conflict do nothing
  returning id into v_id;
  -- In the same transaction, so a report that is there has its deliveries, each once.
  insert into nightshift.report_deliveries (report_id, subscription_id, next_attempt_at)
  select v_id, s.id, p_now
  from nightshift.report_subscriptions s
  where v_id is not null and s.enabled and s.kind = p_kind and s.workspace_id is not distinct from p_workspace_id
  on conflict do nothing;
  return v_id;
end
$$;
comment on function nightshift.store_report(uuid, text, timestamptz, timestamptz, text, jsonb, timestamptz) is
'Stores a report and its deliveries. Null when the period has its report already.';
revoke all on function nightshift.store_report(uuid, text, timestamptz, timestamptz, text, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.write_due_reports(p_workspace_ids uuid[], p_kind text, p_now timestamptz)
returns setof uuid
language plpgsql set search_path = ''
as $$
declare
  v_ids uuid[];
  v_first_days date[];
  v_last_days date[];
  v_days_before integer[];
  v_zones text[];
  v_lists jsonb[];
begin
  with periods as materialized (
    select w.id, f.*
    from unnest(p_workspace_ids) as w (id)
    cross join lateral nightshift.find_period(w.id, p_kind, p_now) f
  ), planned as (
    update nightshift.report_turns t set next_at = p.next_at
    from periods p
    where t.workspace_id = p.id and t.kind = p_kind
  )
  select array_agg(p.id order by p.id), array_agg(p.first_day order by p.id), array_agg(p.last_day order by p.id),
    array_agg(p.days_before order by p.id), array_agg(p.time_zone order by p.id),
    array_agg(nightshift.list_sections(p.id, p.first_day, p.last_day, p_now) order by p.id)
  into v_ids, v_first_days, v_last_days, v_days_before, v_zones, v_lists
  from periods p
  where p_now >= p.due_at;
  return query
  with written as (
    insert into public.workspace_reports
      (workspace_id, kind, period_start, period_end, time_zone, numbers, is_partial, created_at, updated_at)
    select v_ids[d.place], p_kind, d.starts_at, d.ends_at, v_zones[d.place], d.numbers,
      coalesce((d.numbers ->> 'is_partial')::boolean, false), p_now, p_now
    from nightshift.describe_workspace_reports(v_ids, p_kind, v_first_days, v_last_days, v_days_before, v_lists) d
    on conflict do nothing
    returning id, workspace_id
  ), planned as ( -- in the same statement, so a report that is there has its deliveries, each once
    insert into nightshift.report_deliveries (report_id, subscription_id, next_attempt_at)
    select w.id, s.id, p_now
    from written w
    join nightshift.report_subscriptions s on s.workspace_id = w.workspace_id and s.kind = p_kind and s.enabled
    on conflict do nothing
  )
  select w.workspace_id from written w;
end
$$;
comment on function nightshift.write_due_reports(uuid[], text, timestamptz) is
'Writes the report of the latest period of each workspace that is due, and plans the next. Returns the workspaces that '
'got one.';
revoke all on function nightshift.write_due_reports(uuid[], text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.renew_reports(p_report_ids uuid[], p_now timestamptz) returns setof uuid
language plpgsql set search_path = ''
as $$
declare
  v_reports public.workspace_reports[];
begin
  v_reports := array(
    select r from public.workspace_reports r where r.id = any (p_report_ids) order by r.id for no key update);
  delete from nightshift.stale_reports s where s.report_id = any (p_report_ids);
  return query
  with groups as ( -- those of one chunk are of one kind
    select o.kind, array_agg(o.id order by o.id) as ids, array_agg(o.workspace_id order by o.id) as workspace_ids,
      array_agg((o.numbers ->> 'first_day')::date order by o.id) as first_days,
      array_agg((o.numbers ->> 'last_day')::date order by o.id) as last_days,
      array_agg((o.numbers ->> 'days_before')::integer order by o.id) as days_before,
      array_agg(o.numbers -> 'lists' order by o.id) as lists
    from unnest(v_reports) o
    group by o.kind
  )
  update public.workspace_reports r
  set numbers = d.numbers, is_partial = (d.numbers -> 'is_partial')::boolean, version = r.version + 1,
    updated_at = p_now
  from groups g
  cross join lateral nightshift.describe_workspace_reports(g.workspace_ids, g.kind, g.first_days, g.last_days,
    g.days_before, g.lists) d
  where r.id = g.ids[d.place] and r.numbers <> d.numbers
  returning r.workspace_id;
end
$$;
comment on function nightshift.renew_reports(uuid[], timestamptz) is
'Adds up the days of reports again. A row whose numbers have changed gets the next version, which is not sent again. '
'Returns the workspace of each.';
revoke all on function nightshift.renew_reports(uuid[], timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.list_due_reports(p_run_id uuid, p_workspace_id uuid, p_kind text, p_limit integer,
  p_now timestamptz) returns table (workspace_id uuid, report_id uuid)
language sql stable set search_path = ''
as $$
  (select t.workspace_id, null::uuid
  from nightshift.report_turns t
  where t.kind = p_kind and t.next_at <= p_now and (p_workspace_id is null or t.workspace_id = p_workspace_id)
    and not exists (
      select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = t.workspace_id)
  order by t.next_at
  limit p_limit)
  union all
  (select r.workspace_id, r.id
  from nightshift.stale_reports s
  join public.workspace_reports r on r.id = s.report_id
  where r.kind = p_kind and (p_workspace_id is null or r.workspace_id = p_workspace_id) and not exists (
    select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = r.workspace_id)
  limit p_limit)
$$;
comment on function nightshift.list_due_reports(uuid, uuid, text, integer, timestamptz) is
'Workspaces whose turn for a report has come, and reports of which a day has changed.';
revoke all on function nightshift.list_due_reports(uuid, uuid, text, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.write_reports(
  p_run_id uuid, p_workspace_id uuid, p_kind text, p_now timestamptz
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_most_time constant interval := interval '0.6 seconds';
  c_most_reports constant integer := 100;
  v_started_at constant timestamptz := clock_timestamp();
  v_days constant jsonb := nightshift.daily_analytics_rollup_chunk(p_run_id, p_workspace_id, p_now);
  v_due uuid[];
  v_free uuid[];
  v_held uuid[] := '{}'::uuid[];
  v_stale uuid[];
  v_written uuid[] := array[]::uuid[];
  v_is_done boolean := (v_days -> 'done')::boolean;
begin
  if v_is_done then
    loop
      select array_agg(d.workspace_id) filter (where d.report_id is null and d.workspace_id <> all (v_held)),
        array_agg(d.report_id) filter (where d.report_id is not null)
      into v_due, v_stale
      from nightshift.list_due_reports(p_run_id, p_workspace_id, p_kind, c_most_reports + cardinality(v_held), p_now) d;
      v_is_done := v_due is null and v_stale is null;
      exit when v_is_done;
      -- A workspace whose settings somebody is changing waits for the next run.
      v_free := array(
        select t.workspace_id from nightshift.report_turns t
        where t.workspace_id = any (v_due) and t.kind = p_kind
        for no key update skip locked);
      v_held := v_held || array(select unnest(v_due) except select unnest(v_free));
      v_written := v_written
        || array(select nightshift.write_due_reports(v_free, p_kind, p_now) where v_free <> '{}')
        || array(select nightshift.renew_reports(v_stale, p_now) where v_stale is not null);
      exit when clock_timestamp() > v_started_at + c_most_time;
    end loop;
  end if;
  return jsonb_build_object('done', v_is_done, 'touched', (
    select coalesce(jsonb_agg(jsonb_build_object('workspace_id', w.id, 'counts',
      jsonb_build_object('reports', w.reports))), '[]')
    from (select u.id, count(*) as reports from unnest(v_written) as u (id) group by u.id) w));
end
$$;
comment on function nightshift.write_reports(uuid, uuid, text, timestamptz) is
'A chunk of weekly_report_generation or monthly_summary: counts days that are due, then writes reports, for about 1 s.';
revoke all on function nightshift.write_reports(uuid, uuid, text, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.weekly_report_generation_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  if p_workspace_id is null then
    perform nightshift.write_due_night(p_now);
  end if;
  return nightshift.write_reports(p_run_id, p_workspace_id, 'weekly', p_now);
end
$$;
comment on function nightshift.weekly_report_generation_chunk(uuid, uuid, timestamptz) is
'Writes due weekly reports, and that of the night of the project: {done, touched: [{workspace_id, counts: '
'{reports}}]}.';
revoke all on function nightshift.weekly_report_generation_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.monthly_summary_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language sql security definer set search_path = ''
as $$ select nightshift.write_reports(p_run_id, p_workspace_id, 'monthly', p_now) $$;
comment on function nightshift.monthly_summary_chunk(uuid, uuid, timestamptz) is
'Writes due monthly reports: {done, touched: [{workspace_id, counts: {reports}}]}.';
revoke all on function nightshift.monthly_summary_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.weekly_report_generation_due(p_run_id uuid, p_limit integer, p_now timestamptz)
returns setof uuid
language sql stable set search_path = ''
as $$
  select d.workspace_id from nightshift.list_due_reports(p_run_id, null, 'weekly', p_limit, p_now) d
  union
  select d.id from nightshift.daily_analytics_rollup_due(p_run_id, p_limit, p_now) as d (id)
$$;
comment on function nightshift.weekly_report_generation_due(uuid, integer, timestamptz) is
'Workspaces with a weekly report or days to do, without those that failed in the run.';
revoke all on function nightshift.weekly_report_generation_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.monthly_summary_due(p_run_id uuid, p_limit integer, p_now timestamptz)
returns setof uuid
language sql stable set search_path = ''
as $$
  select d.workspace_id from nightshift.list_due_reports(p_run_id, null, 'monthly', p_limit, p_now) d
  union
  select d.id from nightshift.daily_analytics_rollup_due(p_run_id, p_limit, p_now) as d (id)
$$;
comment on function nightshift.monthly_summary_due(uuid, integer, timestamptz) is
'Workspaces with a monthly report or days to do, without those that failed in the run.';
revoke all on function nightshift.monthly_summary_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

insert into nightshift.database_types (task_type)
values ('weekly_report_generation'), ('monthly_summary')
on conflict (task_type) do nothing;

-- 20261122001848_nights.sql

-- Nights: what became of every slot of the project, what was read and waits, and what it cost, in one row.
--
-- A slot is expected when the cron expression of an enabled schedule says so and the schedule was on by then. It is
-- accounted for when a dispatch of it is there, whatever its verdict: lost ones are told as lost, none are left out.
-- No text of emails. Locks: none. Time: milliseconds.

create or replace function nightshift.count_slots(p_from timestamptz, p_to timestamptz)
returns table (schedule text, expected bigint, accounted bigint, went_well bigint, failed bigint, other bigint)
language sql stable set search_path = ''
as $$
  with slots as (
    select s.id, s.name, c.slot
    from public.task_schedules s
    cross join lateral nightshift.cron_slots(s.cron_expression, greatest(p_from, s.active_since), p_to, s.time_zone)
      as c (slot)
    where s.enabled and s.cron_expression is not null and c.slot >= greatest(p_from, s.active_since)
      and c.slot < least(p_to, now() - interval '1 minute') -- one of this minute may be dispatched any moment
    union -- and those that were dispatched while the schedule was on, before somebody changed it
    select s.id, s.name, d.slot
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id
    where d.slot >= p_from and d.slot < p_to and d.kind in ('tick', 'missed')
  ), told as (
    select l.name, l.slot, d.verdict, t.status
    from slots l
    left join lateral (
      select o.verdict, o.task_id from public.task_dispatches o
      where o.schedule_id = l.id and o.slot = l.slot and o.kind in ('tick', 'missed', 'retry')
      order by o.seq desc, o.dispatched_at desc
      limit 1
    ) d on true
    left join public.autonomous_tasks t on t.id = d.task_id
  )
  select t.name, count(*), count(t.verdict),
    count(*) filter (where t.status = 'completed'),
    count(*) filter (where t.status in ('failed', 'partial_failure')),
    count(*) filter (where t.verdict is not null
      and coalesce(t.status, '') not in ('completed', 'failed', 'partial_failure'))
  from told t
  group by t.name
$$;
comment on function nightshift.count_slots(timestamptz, timestamptz) is
'For each enabled schedule: slots that were expected in a period, those of them with a dispatch, and how these ended.';
revoke all on function nightshift.count_slots(timestamptz, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.value_row(p_label text, p_value numeric, p_unit text default null,
  p_detail text default null) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object('label', p_label, 'value', p_value, 'unit', p_unit, 'detail', p_detail))
$$;
comment on function nightshift.value_row(text, numeric, text, text) is 'A row of a report without a period before.';
revoke all on function nightshift.value_row(text, numeric, text, text) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_night(p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_slots record;
  v_emails record;
  v_times constant text := format('between ''%s'' and ''%s''', to_char(p_from at time zone 'UTC', 'YYYY-MM-DD HH24:MI'),
    to_char(p_to at time zone 'UTC', 'YYYY-MM-DD HH24:MI'));
begin
  select coalesce(sum(c.expected), 0) as expected, coalesce(sum(c.accounted), 0) as accounted,
    coalesce(sum(c.went_well), 0) as went_well, coalesce(sum(c.failed), 0) as failed, coalesce(sum(c.other), 0) as other
  into v_slots from nightshift.count_slots(p_from, p_to) c;
  select coalesce(sum(w.processed), 0) as read, coalesce(sum(w.failed), 0) as failed,
    count(distinct w.workspace_id) as workspaces
  into v_emails
  from (
    select distinct d.task_id from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id and s.task_type = 'continuous_intelligence_update'
    where d.slot >= p_from - interval '1 day' and d.slot < p_to and d.dispatched_at >= p_from and d.dispatched_at < p_to
  ) r
  join nightshift.run_workspaces w on w.run_id = r.task_id;
  return nightshift.join_sections(jsonb_build_object(
    'title', case when v_slots.expected = v_slots.accounted
      then format('A provable night: %s of %s scheduled times accounted for', v_slots.accounted, v_slots.expected)
      else format('%s of %s scheduled times are not accounted for', v_slots.expected - v_slots.accounted,
        v_slots.expected) end,
    'subtitle', format('%s to %s, UTC', to_char(p_from at time zone 'UTC', 'YYYY-MM-DD HH24:MI'),
      to_char(p_to at time zone 'UTC', 'YYYY-MM-DD HH24:MI')),
    'is_partial', false),
  jsonb_build_array(
    nightshift.report_section('Scheduled times', 'select * from task_timeline where expected_at ' || v_times,
      nightshift.value_row('Expected', v_slots.expected), nightshift.value_row('Accounted for', v_slots.accounted),
      nightshift.value_row('Completed', v_slots.went_well), nightshift.value_row('Failed', v_slots.failed),
      nightshift.value_row('Skipped, missed or under way', v_slots.other)) || '{"always": true}',
    nightshift.report_section('Schedules that failed or have times unaccounted for',
      'select * from task_timeline where expected_at ' || v_times, variadic array(
        select nightshift.value_row(c.schedule, c.failed + c.expected - c.accounted, null,
          format('%s expected, %s failed, %s unaccounted for', c.expected, c.failed, c.expected - c.accounted))
        from nightshift.count_slots(p_from, p_to) c
        where c.failed > 0 or c.accounted < c.expected
        order by c.failed + c.expected - c.accounted desc, c.schedule
        limit 10)),
    nightshift.report_section('Emails', 'runs of the night, and select count(*) of the email queue',
      nightshift.value_row('Read', v_emails.read), nightshift.value_row('Not read, tried again', v_emails.failed),
      nightshift.value_row('Workspaces', v_emails.workspaces),
      nightshift.value_row('Waiting', (select count(*) from nightshift.email_queue q where q.failed_at is null)))
      || '{"always": true}',
    nightshift.report_section('Money', 'select sum(cost_usd) from ai_usage where created_at ' || v_times,
      nightshift.value_row('Spent', (select coalesce(sum(u.cost_usd), 0) from public.ai_usage u
        where u.created_at >= p_from and u.created_at < p_to), 'usd'),
      nightshift.value_row('Reserved and not yet settled', (select coalesce(sum(r.usd), 0)
        from nightshift.budget_reservations r where r.booked_at is null), 'usd')) || '{"always": true}',
    nightshift.report_section('Cost by workspace', 'select workspace_id, sum(cost_usd) from ai_usage where created_at '
      || v_times, variadic array(
        select nightshift.value_row(coalesce(to_jsonb(w) ->> 'name', w.id::text), u.usd, 'usd')
        from (
          select a.workspace_id, sum(a.cost_usd) as usd from public.ai_usage a
          where a.created_at >= p_from and a.created_at < p_to group by a.workspace_id
        ) u
        join public.workspaces w on w.id = u.workspace_id
        order by u.usd desc, w.id
        limit 10)),
    nightshift.report_section('Budgets nearly spent', 'select get_budget_status(…)', variadic array(
      select nightshift.value_row(coalesce(to_jsonb(w) ->> 'name', 'the project') || ', by ' || b.period, b.spent_usd,
        'usd', 'limit ' || nightshift.show_value(b.limit_usd, 'usd'))
      from nightshift.list_budgets(p_to, p_is_for_all => true) b
      left join public.workspaces w on w.id = b.workspace_id
      where b.limit_usd > 0 and b.spent_usd * 100 >= b.limit_usd * b.warn_percent
      order by b.spent_usd / b.limit_usd desc
      limit 10)),
    nightshift.report_section('Slowest runs, in seconds', 'select * from task_timeline where expected_at ' || v_times,
      variadic array(
        select nightshift.value_row(s.name, round(max(t.duration_ms) / 1000.0, 1))
        from public.task_dispatches d
        join public.task_schedules s on s.id = d.schedule_id
        join public.autonomous_tasks t on t.id = d.task_id
        where d.slot >= p_from and d.slot < p_to and t.duration_ms is not null
        group by s.name
        order by max(t.duration_ms) desc, s.name
        limit 5))));
end
$$;
comment on function nightshift.describe_night(timestamptz, timestamptz) is
'The numbers of a night: every slot expected, every one accounted for, emails read and waiting, money reserved and '
'spent.';
revoke all on function nightshift.describe_night(timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.write_due_night(p_now timestamptz) returns uuid
language sql set search_path = ''
as $$
  -- From 7 to 7 o'clock, UTC. The title says whether everything is accounted for, so it is read in a list, too.
  select nightshift.store_report(null, 'night', n.ends_at - interval '1 day', n.ends_at, 'UTC',
    nightshift.describe_night(n.ends_at - interval '1 day', n.ends_at), p_now)
  from (
    select date_trunc('day', (p_now at time zone 'UTC') - interval '7 hours') at time zone 'UTC' + interval '7 hours'
      as ends_at
  ) n
  where not exists (
    select from public.workspace_reports r
    where r.workspace_id is null and r.kind = 'night' and r.period_start = n.ends_at - interval '1 day')
$$;
comment on function nightshift.write_due_night(timestamptz) is
'Writes the report of the latest night, 7 to 7 o''clock UTC, once. Returns its id, or null when it is there.';
revoke all on function nightshift.write_due_night(timestamptz) from public, anon, authenticated, service_role;

create or replace function public.report_night(p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  if not nightshift.is_range(p_from, p_to, interval '31 days') then
    raise exception 'period_invalid: pass a beginning and a later end, at most 31 days apart.' using errcode = 'PT400';
  end if;
  return nightshift.render_report(nightshift.describe_night(p_from, p_to));
end
$$;
comment on function public.report_night(timestamptz, timestamptz) is
'For the operator: the report of any period of up to 31 days, as {subject, text, html, slack}; nothing is stored. '
'Error: PT400 period_invalid.';
revoke all on function public.report_night(timestamptz, timestamptz) from public, anon, authenticated, service_role;
grant execute on function public.report_night(timestamptz, timestamptz) to service_role;

create or replace function public.get_report(p_report_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_report public.workspace_reports;
begin
  select r.* into v_report from public.workspace_reports r
  where r.id = p_report_id and ((select auth.role()) = 'service_role'
    or r.workspace_id in (select nightshift.my_workspaces()));
  if v_report.id is null then
    raise exception 'report_not_found: there is no such report that you may see.' using errcode = 'PT404';
  end if;
  return nightshift.render_report(v_report.numbers) || jsonb_build_object('version', v_report.version);
end
$$;
comment on function public.get_report(uuid) is
'A report as {subject, text, html, slack, version}. Members read those of their workspaces, the service role all. '
'Error: PT404 report_not_found.';
revoke all on function public.get_report(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_report(uuid) to authenticated, service_role;

-- 20261122001850_report_deliveries.sql

-- Report deliveries: reports go to Slack, to webhooks and by email, each once.
--
-- The destination is in Vault: the URL of a Slack webhook is a secret, and so are addresses. The database posts to
-- Slack and webhooks itself, as it does alerts. The key of the email provider would be readable in the queue of
-- pg_net, so the function send-alert sends emails. The id of the delivery is
-- the key by which a receiver can tell a repetition.
-- Locks: rows only. Time: milliseconds.

create table if not exists nightshift.report_subscriptions (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  kind text not null,
  channel text not null,
  secret_id uuid not null,
  enabled boolean not null default true,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint kind_is_known check (kind in ('weekly', 'monthly', 'night')),
  constraint only_the_project_has_nights check ((kind = 'night') = (workspace_id is null)),
  constraint channel_is_known check (channel in ('webhook', 'slack', 'email'))
);
create index if not exists report_subscriptions_workspace_idx on nightshift.report_subscriptions (workspace_id, kind);
alter table nightshift.report_subscriptions enable row level security;
revoke all on nightshift.report_subscriptions from public, anon, authenticated, service_role;
comment on table nightshift.report_subscriptions is 'Who gets which reports, and where.';
comment on column nightshift.report_subscriptions.id is 'primary key';
comment on column nightshift.report_subscriptions.workspace_id is 'the workspace; null: the project';
comment on column nightshift.report_subscriptions.kind is 'weekly, monthly or night';
comment on column nightshift.report_subscriptions.channel is 'webhook, slack or email';
comment on column nightshift.report_subscriptions.secret_id is 'the destination: id of its secret in Vault';
comment on column nightshift.report_subscriptions.enabled is 'false: nothing is delivered';
comment on column nightshift.report_subscriptions.created_by is
'who subscribed; null: the service role, whose emails go to anybody, while those of members go to members';
comment on column nightshift.report_subscriptions.created_at is 'since when';

create table if not exists nightshift.report_deliveries (
  id uuid primary key default gen_random_uuid(),
  report_id uuid not null references public.workspace_reports (id) on delete cascade,
  subscription_id uuid not null references nightshift.report_subscriptions (id) on delete cascade,
  state text not null default 'waiting',
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  request_id bigint,
  sent_at timestamptz,
  delivered_at timestamptz,
  last_error text,
  constraint each_subscription_gets_a_report_once unique (report_id, subscription_id),
  constraint state_is_known check (state in ('waiting', 'sent', 'delivered', 'failed')),
  constraint a_request_is_awaited_while_sent check ((state = 'sent') = (request_id is not null))
);
create index if not exists report_deliveries_due_idx on nightshift.report_deliveries (next_attempt_at)
  where state = 'waiting';
create index if not exists report_deliveries_sent_idx on nightshift.report_deliveries (sent_at) where state = 'sent';
create index if not exists report_deliveries_subscription_idx on nightshift.report_deliveries (subscription_id);
alter table nightshift.report_deliveries enable row level security;
revoke all on nightshift.report_deliveries from public, anon, authenticated, service_role;
comment on table nightshift.report_deliveries is 'Reports on their way, one row for each subscription.';
comment on column nightshift.report_deliveries.id is 'sent as webhook-id, and to the email provider as Idempotency-Key';
comment on column nightshift.report_deliveries.report_id is 'the report';
comment on column nightshift.report_deliveries.subscription_id is 'the subscription';
comment on column nightshift.report_deliveries.state is 'waiting, sent (no answer yet), delivered, or failed for good';
comment on column nightshift.report_deliveries.attempts is 'how often it was posted, at most 5';
comment on column nightshift.report_deliveries.next_attempt_at is 'when it is posted next';
comment on column nightshift.report_deliveries.request_id is 'id of the pg_net request';
comment on column nightshift.report_deliveries.sent_at is 'when that was made';
comment on column nightshift.report_deliveries.delivered_at is 'when it was answered with 2xx';
comment on column nightshift.report_deliveries.last_error is 'why the latest attempt did not arrive';

create or replace function nightshift.forget_destination() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from vault.secrets s where s.id = old.secret_id;
  return null;
end
$$;
comment on function nightshift.forget_destination() is 'Deletes the destination of a subscription from Vault with it.';
revoke all on function nightshift.forget_destination() from public;
create or replace trigger forget_destination
after delete on nightshift.report_subscriptions for each row execute function nightshift.forget_destination();

create or replace function nightshift.is_members_address(p_workspace_id uuid, p_address text) returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select
    from public.workspace_members m
    join auth.users u on u.id = m.user_id
    where m.workspace_id = p_workspace_id and lower(u.email) = lower(p_address)
      and to_jsonb(u) ->> 'email_confirmed_at' is not null)
$$;
comment on function nightshift.is_members_address(uuid, text) is
'Whether an email address is the confirmed one of a member of a workspace.';
revoke all on function nightshift.is_members_address(uuid, text) from public, anon, authenticated, service_role;

create or replace function nightshift.check_destination(p_workspace_id uuid, p_channel text, p_destination text)
returns void
language plpgsql stable set search_path = ''
as $$
begin
  if p_channel in ('slack', 'webhook') then
    if length(p_destination) > 2000 or p_destination !~ '^https?://\S+$'
      or not nightshift.is_alert_address(p_destination)
    then
      raise exception 'destination_invalid: pass the public URL of the webhook.' using errcode = 'PT400';
    end if;
  elsif p_destination !~ '^[^@\s,;<>]{1,64}@[^@\s,;<>]{1,255}$' then
    raise exception 'destination_invalid: pass one email address.' using errcode = 'PT400';
  elsif (select auth.role()) <> 'service_role' and not nightshift.is_members_address(p_workspace_id, p_destination) then
    -- Otherwise anybody could have emails sent to a stranger.
    raise exception 'destination_invalid: reports go by email to members of the workspace, at a confirmed address.'
      using errcode = 'PT400';
  end if;
end
$$;
comment on function nightshift.check_destination(uuid, text, text) is
'Refuses what is no public URL, and email addresses of people who are no members. Error: PT400 destination_invalid.';
revoke all on function nightshift.check_destination(uuid, text, text) from public, anon, authenticated, service_role;

create or replace function public.subscribe_to_reports(
  p_workspace_id uuid, p_kind text, p_channel text, p_destination text
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  c_most constant integer := 20;
  v_id uuid;
begin
  if (case when p_workspace_id is null then (select auth.role()) = 'service_role'
    else nightshift.can_manage(p_workspace_id) end) is not true
  then
    raise exception 'workspace_not_managed: only owners and admins subscribe to reports of a workspace.'
      using errcode = 'PT403';
  end if;
  if (p_channel in ('webhook', 'slack', 'email') and (p_kind in ('weekly', 'monthly') and p_workspace_id is not null
    or p_kind = 'night' and p_workspace_id is null)) is not true
  then
    raise exception 'subscription_invalid: the kind is weekly or monthly, without a workspace night; the channel is '
      'webhook, slack or email.' using errcode = 'PT400';
  end if;
  perform nightshift.check_destination(p_workspace_id, p_channel, coalesce(p_destination, ''));
  perform from public.workspaces w where w.id = p_workspace_id for no key update;
  if (select count(*) from nightshift.report_subscriptions s where s.workspace_id = p_workspace_id) >= c_most then
    raise exception 'quota_exceeded: a workspace has at most % subscriptions to reports.', c_most
      using errcode = 'PT403';
  end if;
  v_id := gen_random_uuid();
  insert into nightshift.report_subscriptions (id, workspace_id, kind, channel, secret_id, created_by)
  values (v_id, p_workspace_id, p_kind, p_channel, vault.create_secret(p_destination, 'nightshift_report_' || v_id,
    'where reports go'), (select auth.uid()));
  return v_id;
end
$$;
comment on function public.subscribe_to_reports(uuid, text, text, text) is
'Has reports of a kind (weekly, monthly; without a workspace night) delivered: to a webhook or Slack by its URL, or by '
'email to a member. The destination goes to Vault. Returns the id of the subscription. For owners, admins and the '
'service role. Errors: PT403 workspace_not_managed, quota_exceeded, PT400 subscription_invalid, destination_invalid.';
revoke all on function public.subscribe_to_reports(uuid, text, text, text)
  from public, anon, authenticated, service_role;
grant execute on function public.subscribe_to_reports(uuid, text, text, text) to authenticated, service_role;

create or replace function public.list_report_subscriptions(p_workspace_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  if (case when p_workspace_id is null then (select auth.role()) = 'service_role'
    else nightshift.can_manage(p_workspace_id) end) is not true
  then
    raise exception 'workspace_not_managed: only owners and admins see who gets the reports of a workspace.'
      using errcode = 'PT403';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'channel', s.channel,
      'created_at', s.created_at, 'last_state', d.state, 'last_error', d.last_error) order by s.created_at, s.id), '[]')
    from nightshift.report_subscriptions s
    left join lateral (
      select o.state, o.last_error from nightshift.report_deliveries o where o.subscription_id = s.id
      order by o.sent_at desc nulls first limit 1
    ) d on true
    where s.workspace_id is not distinct from p_workspace_id);
end
$$;
comment on function public.list_report_subscriptions(uuid) is
'Subscriptions to reports of a workspace, or with null of the project, without their destinations: [{id, kind, '
'channel, created_at, last_state, last_error}]. Error: PT403 workspace_not_managed.';
revoke all on function public.list_report_subscriptions(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_report_subscriptions(uuid) to authenticated, service_role;

create or replace function public.unsubscribe_from_reports(p_subscription_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  delete from nightshift.report_subscriptions s
  where s.id = p_subscription_id and case when s.workspace_id is null then (select auth.role()) = 'service_role'
    else nightshift.can_manage(s.workspace_id) end;
  if not found then
    raise exception 'subscription_not_found: there is no such subscription that you may end.' using errcode = 'PT404';
  end if;
end
$$;
comment on function public.unsubscribe_from_reports(uuid) is
'Ends a subscription and deletes its destination from Vault. Error: PT404 subscription_not_found.';
revoke all on function public.unsubscribe_from_reports(uuid) from public, anon, authenticated, service_role;
grant execute on function public.unsubscribe_from_reports(uuid) to authenticated, service_role;

-- 20261122001852_send_reports.sql

-- Sending reports: part of reconcile, which posts what is due and reads the answers to what was posted.
--
-- A delivery that is under way is never posted a second time, whoever asks. One without an answer is posted again under
-- the same id, 5 times at most.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.read_report_answers(p_now timestamptz) returns void
language sql set search_path = ''
as $$
  with awaited as (
    select d.id, r.status_code, r.created, r.error_msg, r.id is not null as is_answered,
      nightshift.was_redirected(r.status_code, r.headers) as is_redirected,
      r.status_code between 200 and 299 and not nightshift.was_redirected(r.status_code, r.headers) as is_delivered
    from nightshift.report_deliveries d
    left join nightshift.list_answers(
      (select min(o.sent_at) from nightshift.report_deliveries o where o.state = 'sent')) r
      on r.id = d.request_id and r.created >= d.sent_at
    where d.state = 'sent' and (r.id is not null or d.sent_at <= p_now - interval '1 minute')
    for no key update of d skip locked
  )
  update nightshift.report_deliveries d
  set state = case when w.is_delivered then 'delivered' when d.attempts >= 5 then 'failed' else 'waiting' end,
    delivered_at = case when w.is_delivered then w.created end,
    last_error = case
      when w.is_delivered then null
      when not w.is_answered then 'no answer was recorded'
      when w.is_redirected then format('HTTP %s: it was redirected, which loses the report. Use the final URL.',
        w.status_code)
      else coalesce(nightshift.plain_line(w.error_msg, 500), 'HTTP ' || w.status_code, 'no reason was recorded') end,
    next_attempt_at = case when w.is_delivered or d.attempts >= 5 then null
      else p_now + nightshift.backoff(d.attempts, 60, 3600) end,
    request_id = null
  from awaited w
  where d.id = w.id
$$;
comment on function nightshift.read_report_answers(timestamptz) is
'Part of send_reports: notes which reports were delivered, and when the others are posted again.';
revoke all on function nightshift.read_report_answers(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.report_body(
  p_delivery_id uuid, p_report public.workspace_reports, p_channel text
) returns jsonb
language sql immutable set search_path = ''
as $$
  select case p_channel
    when 'slack' then nightshift.report_slack(p_report.numbers)
    -- The email itself is written where it is sent.
    when 'email' then jsonb_build_object('delivery_id', p_delivery_id)
    else jsonb_build_object('type', 'report.' || p_report.kind, 'timestamp', p_report.created_at,
      'data', jsonb_strip_nulls(jsonb_build_object('report_id', p_report.id, 'workspace_id', p_report.workspace_id,
        'period_start', p_report.period_start, 'period_end', p_report.period_end, 'is_partial', p_report.is_partial,
        'numbers', p_report.numbers - 'lists', 'text', nightshift.report_text(p_report.numbers)))) end
$$;
comment on function nightshift.report_body(uuid, public.workspace_reports, text) is
'What is posted for a report: {type, timestamp, data} to a webhook, a message to Slack, an id to send-alert.';
revoke all on function nightshift.report_body(uuid, public.workspace_reports, text)
  from public, anon, authenticated, service_role;

create or replace function nightshift.send_report(p_delivery_id uuid, p_secret text, p_now timestamptz) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_report public.workspace_reports;
  v_channel text;
  v_url text;
  v_is_stranger boolean;
  v_problem text;
  v_body jsonb;
begin
  -- Who has left the workspace gets no more of its reports.
  select s.channel, v.decrypted_secret, s.channel = 'email' and s.created_by is not null
    and not nightshift.is_members_address(s.workspace_id, v.decrypted_secret)
  into v_channel, v_url, v_is_stranger
  from nightshift.report_deliveries d
  join nightshift.report_subscriptions s on s.id = d.subscription_id
  left join vault.decrypted_secrets v on v.id = s.secret_id
  where d.id = p_delivery_id;
  select r.* into strict v_report
  from public.workspace_reports r join nightshift.report_deliveries d on d.report_id = r.id where d.id = p_delivery_id;
  if v_url is null then
    v_problem := 'Vault has no destination for this subscription any more.';
  elsif v_is_stranger then
    v_problem := 'the address is of no member of the workspace any more, so it was not sent';
  elsif v_channel = 'email' then
    v_url := rtrim(nightshift.read_secret('project_url'), '/') || '/functions/v1/send-alert/reports';
    v_problem := case when v_url is null then 'Vault has no project_url, so the function send-alert cannot be called.'
      when nightshift.read_secret('report_email_key') is null or nightshift.read_secret('report_email_from') is null
        then 'Vault has no report_email_key or report_email_from, so no email can be sent.' end;
  elsif not nightshift.is_alert_address(v_url) then
    v_problem := 'the address is private, so it was not posted';
  end if;
  if v_problem is not null then
    raise exception '%', v_problem;
  end if;
  v_body := nightshift.report_body(p_delivery_id, v_report, v_channel);
  update nightshift.report_deliveries d
  set state = 'sent', attempts = d.attempts + 1, next_attempt_at = null, sent_at = p_now,
    request_id = net.http_post(url => v_url, body => v_body,
      headers => nightshift.signed_headers(p_delivery_id::text, v_body::text,
        nightshift.target_key(case v_channel when 'email' then 'send-alert' else v_url end, p_secret), p_now),
      timeout_milliseconds => case v_channel when 'email' then 9000 else 5000 end)
  where d.id = p_delivery_id;
  return true;
end
$$;
comment on function nightshift.send_report(uuid, text, timestamptz) is
'Part of send_reports: posts one delivery. Errors say why it cannot be posted, without words of a secret.';
revoke all on function nightshift.send_report(uuid, text, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.send_reports(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_most constant integer := 200;
  v_secret text;
  v_id uuid;
  v_sent integer := 0;
begin
  perform nightshift.read_report_answers(p_now);
  v_secret := nightshift.read_secret('cron_secret');
  if v_secret is null then
    return 0;
  end if;
  for v_id in
    select d.id
    from nightshift.report_deliveries d
    join nightshift.report_subscriptions s on s.id = d.subscription_id
    where d.state = 'waiting' and d.next_attempt_at <= p_now and s.enabled
    order by d.next_attempt_at
    limit c_most
    for update of d skip locked
  loop
    begin
      v_sent := v_sent + nightshift.send_report(v_id, v_secret, p_now)::integer;
    exception when others then
      update nightshift.report_deliveries d
      set attempts = d.attempts + 1, last_error = nightshift.plain_line(sqlerrm, 500),
        state = case when d.attempts >= 4 then 'failed' else 'waiting' end,
        next_attempt_at = case when d.attempts < 4 then p_now + nightshift.backoff(d.attempts + 1, 60, 3600) end
      where d.id = v_id;
    end;
  end loop;
  return v_sent;
end
$$;
comment on function nightshift.send_reports(timestamptz) is
'A step of reconcile: posts due reports, signed, up to 200 at once, and reads the answers to earlier ones. Returns how '
'many were posted.';
revoke all on function nightshift.send_reports(timestamptz) from public, anon, authenticated, service_role;

create or replace function public.open_report_email(p_delivery_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_numbers jsonb;
  v_to text;
  v_key constant text := nightshift.read_secret('report_email_key');
  v_from constant text := nightshift.read_secret('report_email_from');
  v_rendered jsonb;
begin
  perform nightshift.require_service();
  -- Only while its request is under way: whoever holds an old id gets nothing.
  select r.numbers, v.decrypted_secret into v_numbers, v_to
  from nightshift.report_deliveries d
  join public.workspace_reports r on r.id = d.report_id
  join nightshift.report_subscriptions s on s.id = d.subscription_id and s.enabled and s.channel = 'email'
  join vault.decrypted_secrets v on v.id = s.secret_id
  where d.id = p_delivery_id and d.state = 'sent'
    and (s.created_by is null or nightshift.is_members_address(s.workspace_id, v.decrypted_secret));
  if v_numbers is null or v_to is null or coalesce(btrim(v_key), '') = '' or coalesce(btrim(v_from), '') = '' then
    return jsonb_build_object('outcome', 'not_due');
  end if;
  v_rendered := nightshift.render_report(v_numbers);
  return jsonb_build_object('outcome', 'due', 'api_key', btrim(v_key), 'email', jsonb_build_object(
    'from', btrim(v_from), 'to', jsonb_build_array(v_to), 'subject', v_rendered -> 'subject',
    'text', v_rendered -> 'text', 'html', v_rendered -> 'html'));
end
$$;
comment on function public.open_report_email(uuid) is
'For the function send-alert: {outcome: due, api_key, email} of a delivery whose request is under way, otherwise '
'{outcome: not_due}.';
revoke all on function public.open_report_email(uuid) from public, anon, authenticated, service_role;
grant execute on function public.open_report_email(uuid) to service_role;

-- 20261122001860_task_hours.sql

-- Task hours: how many tasks started in each hour, how long they took and what they cost, for each workspace.
--
-- Each statement that changes the log appends what it changed, so nobody waits for a row of sums. Reconcile folds
-- these changes into the sums. Readers add both, so the sums are exact at every commit. The same changes say which days
-- have to be counted again, so a statement leaves one note and not two.
-- Locks: public.autonomous_tasks for milliseconds; writers wait half a second at most.

select nightshift.lock_briefly('public.autonomous_tasks', 'share row exclusive');

create or replace function nightshift.duration_bounds() returns integer[]
language sql immutable parallel safe set search_path = ''
as $$
  select array_agg(b.bound order by b.bound)
  from (
    select distinct least(round(power(2::double precision, k.step / 2.0)), 2147483647)::integer as bound
    from generate_series(0, 62) as k (step)
  ) b
$$;
comment on function nightshift.duration_bounds() is
'Lower bounds of the classes of duration in milliseconds: half powers of two, so a class knows a duration to a fifth.';
revoke all on function nightshift.duration_bounds() from public, anon, authenticated, service_role;

create or replace function nightshift.class_duration(p_class integer) returns integer
language sql immutable parallel safe set search_path = ''
as $$
  select case when p_class = 0 then 0 else round(sqrt(b.bounds[p_class]::numeric
    * least(coalesce(b.bounds[p_class + 1], b.bounds[p_class]), 2147483647)))::integer end
  from (select nightshift.duration_bounds() as bounds) b
$$;
comment on function nightshift.class_duration(integer) is
'The duration in milliseconds that a class of duration stands for: the middle of its bounds.';
revoke all on function nightshift.class_duration(integer) from public, anon, authenticated, service_role;

create table if not exists nightshift.task_hours (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  hour timestamptz not null,
  task_type text not null,
  status text not null,
  duration_class smallint not null,
  tasks bigint not null,
  duration_ms bigint not null,
  cost_usd numeric not null,
  constraint one_sum_for_each_hour primary key (workspace_id, hour, task_type, status, duration_class)
);
alter table nightshift.task_hours enable row level security;
revoke all on nightshift.task_hours from public, anon, authenticated, service_role;
comment on table nightshift.task_hours is
'Tasks of workspaces by the hour in which they started. Only reconcile writes it. Add task_hour_changes.';
comment on column nightshift.task_hours.workspace_id is 'the workspace';
comment on column nightshift.task_hours.hour is 'start of the hour, UTC';
comment on column nightshift.task_hours.task_type is 'type of the tasks';
comment on column nightshift.task_hours.status is 'status of the tasks';
comment on column nightshift.task_hours.duration_class is
'place of their duration among nightshift.duration_bounds(), 0 below the first; -1: they have not ended';
comment on column nightshift.task_hours.tasks is 'how many tasks';
comment on column nightshift.task_hours.duration_ms is 'milliseconds that they took in all';
comment on column nightshift.task_hours.cost_usd is 'US dollars that they cost in all';

-- The same by day, so that a long range reads few rows.
create table if not exists nightshift.task_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  day timestamptz not null,
  task_type text not null,
  status text not null,
  duration_class smallint not null,
  tasks bigint not null,
  duration_ms bigint not null,
  cost_usd numeric not null,
  constraint one_sum_for_each_day_of_tasks primary key (workspace_id, day, task_type, status, duration_class)
);
alter table nightshift.task_days enable row level security;
revoke all on nightshift.task_days from public, anon, authenticated, service_role;
comment on table nightshift.task_days is
'Tasks of workspaces by the day in which they started. Only reconcile writes it. Add task_hour_changes.';
comment on column nightshift.task_days.workspace_id is 'the workspace';
comment on column nightshift.task_days.day is 'start of the day, UTC';
comment on column nightshift.task_days.task_type is 'as in task_hours';
comment on column nightshift.task_days.status is 'as in task_hours';
comment on column nightshift.task_days.duration_class is 'as in task_hours';
comment on column nightshift.task_days.tasks is 'how many tasks';
comment on column nightshift.task_days.duration_ms is 'milliseconds that they took in all';
comment on column nightshift.task_days.cost_usd is 'US dollars that they cost in all';

-- Without a foreign key: its check would let whoever changes a task wait for the deletion of the workspace. Without an
-- index, which each task would pay for. Reads look at all rows, which are those of about a minute.
create table if not exists nightshift.task_hour_changes (
  workspace_id uuid not null,
  at timestamptz not null,
  duration_class smallint not null,
  marks_day boolean not null,
  tasks bigint not null,
  duration_ms bigint not null,
  task_type text not null,
  status text not null,
  cost_usd numeric not null
);
alter table nightshift.task_hour_changes replica identity full;
alter table nightshift.task_hour_changes enable row level security;
revoke all on nightshift.task_hour_changes from public, anon, authenticated, service_role;
comment on table nightshift.task_hour_changes is
'What changes of the log add to task_hours, or take from them. Rows are inserted, and deleted when they are folded in.';
comment on column nightshift.task_hour_changes.workspace_id is 'the workspace';
comment on column nightshift.task_hour_changes.at is
'when the task started; of several tasks, the start of their 15 minutes or of their hour';
comment on column nightshift.task_hour_changes.duration_class is 'as in task_hours';
comment on column nightshift.task_hour_changes.marks_day is
'whether its day has to be counted again; false where a deletion marked that day itself';
comment on column nightshift.task_hour_changes.tasks is 'tasks to add';
comment on column nightshift.task_hour_changes.duration_ms is 'milliseconds to add';
comment on column nightshift.task_hour_changes.task_type is 'as in task_hours';
comment on column nightshift.task_hour_changes.status is 'as in task_hours';
comment on column nightshift.task_hour_changes.cost_usd is 'US dollars to add';

create or replace view nightshift.task_hours_now with (security_invoker = true) as
select h.workspace_id, h.hour, h.task_type, h.status, h.duration_class, h.tasks, h.duration_ms, h.cost_usd
from nightshift.task_hours h
union all
select c.workspace_id, date_bin('1 hour', c.at, '2000-01-01Z'), c.task_type, c.status, c.duration_class, c.tasks,
  c.duration_ms, c.cost_usd
from nightshift.task_hour_changes c;
revoke all on nightshift.task_hours_now from public, anon, authenticated, service_role;
comment on view nightshift.task_hours_now is
'The sums of task_hours and what has changed since: add up the rows of an hour.';
comment on column nightshift.task_hours_now.workspace_id is 'the workspace';
comment on column nightshift.task_hours_now.hour is 'as in task_hours';
comment on column nightshift.task_hours_now.task_type is 'as in task_hours';
comment on column nightshift.task_hours_now.status is 'as in task_hours';
comment on column nightshift.task_hours_now.duration_class is 'as in task_hours';
comment on column nightshift.task_hours_now.tasks is 'tasks, below zero where some are gone';
comment on column nightshift.task_hours_now.duration_ms is 'milliseconds';
comment on column nightshift.task_hours_now.cost_usd is 'US dollars';

create or replace view nightshift.task_days_now with (security_invoker = true) as
select d.workspace_id, d.day, d.task_type, d.status, d.duration_class, d.tasks, d.duration_ms, d.cost_usd
from nightshift.task_days d
union all
-- A part of a day is a row of that day.
select c.workspace_id, c.at, c.task_type, c.status, c.duration_class, c.tasks, c.duration_ms, c.cost_usd
from nightshift.task_hour_changes c;
revoke all on nightshift.task_days_now from public, anon, authenticated, service_role;
comment on view nightshift.task_days_now is
'The sums of task_days and what has changed since: add up the rows of a day. A range begins and ends with a day.';
comment on column nightshift.task_days_now.workspace_id is 'the workspace';
comment on column nightshift.task_days_now.day is 'start of the day or, of a change, a time of it, UTC';
comment on column nightshift.task_days_now.task_type is 'as in task_hours';
comment on column nightshift.task_days_now.status is 'as in task_hours';
comment on column nightshift.task_days_now.duration_class is 'as in task_hours';
comment on column nightshift.task_days_now.tasks is 'tasks, below zero where some are gone';
comment on column nightshift.task_days_now.duration_ms is 'milliseconds';
comment on column nightshift.task_days_now.cost_usd is 'US dollars';

create or replace function nightshift.sum_changes_of(p_xmin xid) returns void
language sql set search_path = ''
as $$
  with taken as (
    delete from nightshift.task_hour_changes c where c.xmin = p_xmin returning c.*
  )
  insert into nightshift.task_hour_changes
    (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
  select t.workspace_id, date_bin('15 minutes', t.at, '2000-01-01Z'), t.task_type, t.status, t.duration_class,
    t.marks_day, sum(t.tasks), sum(t.duration_ms), sum(t.cost_usd)
  from taken t
  group by 1, 2, 3, 4, 5, 6
  having sum(t.tasks) <> 0 or sum(t.duration_ms) <> 0 or sum(t.cost_usd) <> 0
$$;
comment on function nightshift.sum_changes_of(xid) is
'Sums up the changes that a transaction or savepoint has appended, called by itself, so that an import leaves few.';
revoke all on function nightshift.sum_changes_of(xid) from public, anon, authenticated, service_role;

-- A function for each event, as PL/pgSQL prepares each condition anew in every transaction.
create or replace function nightshift.note_hours_of_new() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_noted bigint;
  v_xmin xid;
begin
  -- A row for each task: summing up one task costs more than its row.
  insert into nightshift.task_hour_changes
    (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
  select n.workspace_id, n.executed_at, n.task_type, n.status,
    coalesce(width_bucket(n.duration_ms, nightshift.duration_bounds()), -1), true, 1, coalesce(n.duration_ms, 0),
    coalesce(n.cost_estimate_usd, 0)
  from new_rows n
  where n.workspace_id is not null;
  get diagnostics v_noted = row_count;
  if v_noted > 1000 then
    -- A row of nothing tells which rows are our own: a savepoint has an id that no function returns.
    insert into nightshift.task_hour_changes as c
      (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
    select n.workspace_id, n.executed_at, n.task_type, n.status, -1, true, 0, 0, 0
    from new_rows n
    where n.workspace_id is not null
    limit 1
    returning c.xmin into v_xmin;
    perform nightshift.sum_changes_of(v_xmin);
  end if;
  return null;
end
$$;
comment on function nightshift.note_hours_of_new() is 'Appends what new tasks add to the hours and days of tasks.';
revoke all on function nightshift.note_hours_of_new() from public;

create or replace function nightshift.note_hours_of_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A step of 15 minutes is of one day in every time zone of this century.
  insert into nightshift.task_hour_changes
    (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
  select c.workspace_id, date_bin('15 minutes', c.executed_at, '2000-01-01Z'), c.task_type, c.status,
    coalesce(width_bucket(c.duration_ms, nightshift.duration_bounds()), -1), true, sum(c.tasks),
    coalesce(sum(c.tasks * c.duration_ms), 0), coalesce(sum(c.tasks * c.cost_estimate_usd), 0)
  from (
    select n.workspace_id, n.executed_at, n.task_type, n.status, n.duration_ms, n.cost_estimate_usd, 1 as tasks
    from new_rows n
    union all
    select o.workspace_id, o.executed_at, o.task_type, o.status, o.duration_ms, o.cost_estimate_usd, -1
    from old_rows o
  ) c
  where c.workspace_id is not null
  group by 1, 2, 3, 4, 5
  having sum(c.tasks) <> 0 or sum(c.tasks * c.duration_ms) <> 0 or sum(c.tasks * c.cost_estimate_usd) <> 0;
  return null;
end
$$;
comment on function nightshift.note_hours_of_changed() is
'Appends what changed tasks add to the hours and days of tasks, and what they take from them.';
revoke all on function nightshift.note_hours_of_changed() from public;

create or replace function nightshift.note_hours_of_old() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into nightshift.task_hour_changes
    (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
  select o.workspace_id, date_bin('1 hour', o.executed_at, '2000-01-01Z'), o.task_type, o.status,
    coalesce(width_bucket(o.duration_ms, nightshift.duration_bounds()), -1), false, -count(*),
    -coalesce(sum(o.duration_ms), 0), -coalesce(sum(o.cost_estimate_usd), 0)
  from old_rows o
  where o.workspace_id is not null
  group by 1, 2, 3, 4, 5;
  return null;
end
$$;
comment on function nightshift.note_hours_of_old() is 'Appends what deleted tasks take from the hours of tasks.';
revoke all on function nightshift.note_hours_of_old() from public;

create or replace trigger note_hours_of_new after insert on public.autonomous_tasks
referencing new table as new_rows for each statement execute function nightshift.note_hours_of_new();
create or replace trigger note_hours_of_changed after update on public.autonomous_tasks
referencing old table as old_rows new table as new_rows for each statement
execute function nightshift.note_hours_of_changed();
-- The sums of a workspace go with it, so what is deleted with the workspace is not counted one by one.
create or replace trigger note_hours_of_old after delete on public.autonomous_tasks
referencing old table as old_rows for each statement when (pg_catalog.pg_trigger_depth() = 0)
execute function nightshift.note_hours_of_old();

-- These changes mark the days too, when they are folded in. Only deletions still mark theirs at once.
drop trigger if exists mark_days_of_new on public.autonomous_tasks;
drop trigger if exists mark_days_of_changed on public.autonomous_tasks;

create or replace function nightshift.forget_task_hours() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'TRUNCATE' then
    -- They cannot be truncated here: with the workspaces they already are, by the same statement.
    delete from nightshift.task_hours h where h.workspace_id is not null;
    delete from nightshift.task_days d where d.workspace_id is not null;
    delete from nightshift.task_hour_changes c where c.workspace_id is not null;
  else
    delete from nightshift.task_hour_changes c where c.workspace_id = old.id;
  end if;
  return null;
end
$$;
comment on function nightshift.forget_task_hours() is
'Deletes the changes of a workspace that is deleted, and all sums when the log is emptied.';
revoke all on function nightshift.forget_task_hours() from public;
create or replace trigger forget_task_hours after delete on public.workspaces
for each row execute function nightshift.forget_task_hours();
create or replace trigger forget_all_task_hours after truncate on public.autonomous_tasks
for each statement execute function nightshift.forget_task_hours();

-- 20261122001861_fold_task_hours.sql

-- Fold task hours: brings the changes of hours into their sums, and counts the tasks from before.
--
-- Locks: rows only. Time: milliseconds; applied first to a large log, reconcile counts the rest hour by hour.

create table if not exists nightshift.task_hour_adoption (
  is_only_row boolean primary key default true,
  counted_from timestamptz not null default 'infinity',
  finished_at timestamptz,
  constraint there_is_one_row check (is_only_row)
);
alter table nightshift.task_hour_adoption enable row level security;
revoke all on nightshift.task_hour_adoption from public, anon, authenticated, service_role;
comment on table nightshift.task_hour_adoption is
'How far the tasks that were there before task_hours are counted, latest first.';
comment on column nightshift.task_hour_adoption.is_only_row is 'always true';
comment on column nightshift.task_hour_adoption.counted_from is 'the sums are right from this hour on';
comment on column nightshift.task_hour_adoption.finished_at is 'when all were counted; null while some are left';

create or replace function nightshift.counted_from() returns timestamptz
language sql stable set search_path = ''
as $$
  select coalesce((select a.counted_from from nightshift.task_hour_adoption a where a.finished_at is null), '-infinity')
$$;
comment on function nightshift.counted_from() is
'From when on task_hours is right: -infinity, unless tasks of before are still being counted.';
revoke all on function nightshift.counted_from() from public, anon, authenticated, service_role;

create or replace function nightshift.correct_task_hours(p_from timestamptz, p_to timestamptz) returns bigint
language sql set search_path = ''
as $$
  -- One statement, one snapshot: what is committed meanwhile appends its own change, before or after.
  with counted as (
    select t.workspace_id, date_bin('1 hour', t.executed_at, '2000-01-01Z') as hour, t.task_type, t.status,
      coalesce(width_bucket(t.duration_ms, nightshift.duration_bounds()), -1) as duration_class, count(*) as tasks,
      coalesce(sum(t.duration_ms), 0) as duration_ms, coalesce(sum(t.cost_estimate_usd), 0) as cost_usd
    from public.autonomous_tasks t
    where t.executed_at >= p_from and t.executed_at < p_to and t.workspace_id is not null
    group by 1, 2, 3, 4, 5
    union all
    select s.workspace_id, s.hour, s.task_type, s.status, s.duration_class, -s.tasks, -s.duration_ms, -s.cost_usd
    from nightshift.task_hours_now s
    where s.hour >= p_from and s.hour < p_to
  ), corrected as (
    insert into nightshift.task_hour_changes
      (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
    select c.workspace_id, c.hour, c.task_type, c.status, c.duration_class, false, sum(c.tasks), sum(c.duration_ms),
      sum(c.cost_usd)
    from counted c
    group by 1, 2, 3, 4, 5
    having sum(c.tasks) <> 0 or sum(c.duration_ms) <> 0 or sum(c.cost_usd) <> 0
    returning 1
  )
  select count(*) from corrected
$$;
comment on function nightshift.correct_task_hours(timestamptz, timestamptz) is
'Counts the hours from p_from until before p_to again and appends what their sums lack. Both are full hours. Returns '
'how many sums were wrong.';
revoke all on function nightshift.correct_task_hours(timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.count_earlier_hours(p_now timestamptz default clock_timestamp(),
  p_most_time interval default '0.3 seconds')
returns integer
language plpgsql set search_path = ''
as $$
declare
  v_started_at constant timestamptz := clock_timestamp();
  v_until timestamptz;
  v_from timestamptz;
  v_hours integer := 0;
begin
  select a.counted_from into v_until from nightshift.task_hour_adoption a where a.finished_at is null
  for update skip locked;
  if not found then
    return 0;
  end if;
  loop
    select date_bin('1 hour', max(t.executed_at), '2000-01-01Z') into v_from
    from public.autonomous_tasks t where t.executed_at < v_until;
    exit when v_from is null or clock_timestamp() > v_started_at + p_most_time;
    perform nightshift.correct_task_hours(v_from, v_from + interval '1 hour');
    v_until := v_from;
    v_hours := v_hours + 1;
  end loop;
  update nightshift.task_hour_adoption a
  set counted_from = v_until, finished_at = case when v_from is null then p_now end
  where a.is_only_row;
  return v_hours;
end
$$;
comment on function nightshift.count_earlier_hours(timestamptz, interval) is
'Counts tasks that were there before task_hours for p_most_time, hour by hour, latest first. Returns how many hours.';
revoke all on function nightshift.count_earlier_hours(timestamptz, interval)
  from public, anon, authenticated, service_role;

create or replace function nightshift.fold_changes(p_limit integer) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_rows tid[];
  v_held uuid[];
  v_hours timestamptz[];
  v_marked uuid[];
  v_marked_ats timestamptz[];
  v_folded integer;
begin
  -- Reconcile and the rollup fold, and only one at a time, so that neither waits for a sum of the other.
  perform from nightshift.task_hour_adoption a where a.is_only_row for update skip locked;
  if not found then
    return 0;
  end if;
  v_rows := array(select c.ctid from nightshift.task_hour_changes c limit p_limit);
  -- A workspace that somebody is deleting is passed over. What is left of one that is gone is dropped.
  v_held := array(
    select w.id
    from public.workspaces w
    where w.id in (select c.workspace_id from nightshift.task_hour_changes c where c.ctid = any (v_rows))
    order by w.id
    for key share skip locked);
  with taken as (
    delete from nightshift.task_hour_changes c
    where c.ctid = any (v_rows) and (c.workspace_id = any (v_held)
      or not exists (select from public.workspaces w where w.id = c.workspace_id))
    returning c.*
  ), folded as (
    insert into nightshift.task_hours as h
      (workspace_id, hour, task_type, status, duration_class, tasks, duration_ms, cost_usd)
    select t.workspace_id, date_bin('1 hour', t.at, '2000-01-01Z'), t.task_type, t.status, t.duration_class,
      sum(t.tasks), sum(t.duration_ms), sum(t.cost_usd)
    from taken t
    where t.workspace_id = any (v_held)
    group by 1, 2, 3, 4, 5
    on conflict on constraint one_sum_for_each_hour do update
    set tasks = h.tasks + excluded.tasks, duration_ms = h.duration_ms + excluded.duration_ms,
      cost_usd = h.cost_usd + excluded.cost_usd
  ), folded_days as (
    insert into nightshift.task_days as d
      (workspace_id, day, task_type, status, duration_class, tasks, duration_ms, cost_usd)
    select t.workspace_id, date_bin('24 hours', t.at, '2000-01-01Z'), t.task_type, t.status, t.duration_class,
      sum(t.tasks), sum(t.duration_ms), sum(t.cost_usd)
    from taken t
    where t.workspace_id = any (v_held)
    group by 1, 2, 3, 4, 5
    on conflict on constraint one_sum_for_each_day_of_tasks do update
    set tasks = d.tasks + excluded.tasks, duration_ms = d.duration_ms + excluded.duration_ms,
      cost_usd = d.cost_usd + excluded.cost_usd
  )
  select count(*), array_agg(distinct date_bin('1 hour', t.at, '2000-01-01Z')),
    array_agg(t.workspace_id) filter (where t.marks_day and (t.tasks <> 0 or t.duration_ms <> 0)),
    array_agg(t.at) filter (where t.marks_day and (t.tasks <> 0 or t.duration_ms <> 0))
  into v_folded, v_hours, v_marked, v_marked_ats
  from taken t;
  perform nightshift.mark_days(v_marked, v_marked_ats);
  -- What is not there any more, such as the running tasks of an hour in which all have ended.
  delete from nightshift.task_hours h
  where h.workspace_id = any (v_held) and h.hour = any (v_hours)
    and h.tasks = 0 and h.duration_ms = 0 and h.cost_usd = 0;
  return v_folded;
end
$$;
comment on function nightshift.fold_changes(integer) is
'Part of fold_task_hours: brings up to p_limit changes into the sums, and marks their days. Returns how many.';
revoke all on function nightshift.fold_changes(integer) from public, anon, authenticated, service_role;

create or replace function nightshift.fold_changes_until(p_until timestamptz) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_at_once constant integer := 5000;
  v_folded integer;
  v_sum integer := 0;
begin
  loop
    v_folded := nightshift.fold_changes(c_at_once);
    v_sum := v_sum + v_folded;
    exit when v_folded < c_at_once or clock_timestamp() > p_until;
  end loop;
  return v_sum;
end
$$;
comment on function nightshift.fold_changes_until(timestamptz) is
'Part of fold_task_hours and mark_noted_days: brings changes into the sums until none is left, or until a time. '
'Returns how many.';
revoke all on function nightshift.fold_changes_until(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.mark_noted_days() returns integer
language plpgsql set search_path = '' set lock_timeout = '0.2s'
as $$
declare
  c_until constant timestamptz := clock_timestamp() + interval '0.3 seconds';
begin
  begin
    perform from nightshift.task_hour_adoption a where a.is_only_row for update;
  exception when lock_not_available then
    return null;
  end;
  return nightshift.fold_changes_until(c_until);
end
$$;
comment on function nightshift.mark_noted_days() is
'Marks the days of tasks that are noted in task_hour_changes, for 0.3 s. Returns how many notes there were, 0 without '
'that table; null while somebody else folds them in.';
revoke all on function nightshift.mark_noted_days() from public, anon, authenticated, service_role;

create or replace function nightshift.fold_task_hours(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_until constant timestamptz := clock_timestamp() + interval '1 second';
  v_folded integer;
begin
  perform nightshift.count_earlier_hours(p_now);
  v_folded := nightshift.fold_changes_until(c_until);
  return v_folded + nightshift.fold_model_days();
end
$$;
comment on function nightshift.fold_task_hours(timestamptz) is
'A step of reconcile: brings changes of the hours of tasks, for about a second, and of the days of models into their '
'sums. Returns how many.';
revoke all on function nightshift.fold_task_hours(timestamptz) from public, anon, authenticated, service_role;

-- A small log is counted at once, a large one goes on with the next reconcile.
insert into nightshift.task_hour_adoption default values on conflict do nothing;
select nightshift.count_earlier_hours();

-- 20261122001862_model_days.sql

-- Model days: what the calls of each model cost a workspace on each day.
--
-- The ledger is summed as the log is, see task_hours: statements append what they change, reconcile folds it in,
-- readers add both.
-- Locks: public.ai_usage until its calls are counted, a second for each million.

select nightshift.lock_briefly('public.ai_usage', 'share row exclusive');

create table if not exists nightshift.model_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  day date not null,
  model text not null,
  calls bigint not null,
  failed bigint not null,
  tokens_in bigint not null,
  tokens_out bigint not null,
  usd numeric not null,
  constraint one_sum_for_each_model_of_a_day primary key (workspace_id, day, model)
);
alter table nightshift.model_days enable row level security;
revoke all on nightshift.model_days from public, anon, authenticated, service_role;
comment on table nightshift.model_days is
'Calls of providers by day and model. Only reconcile writes it. Add model_day_changes.';
comment on column nightshift.model_days.workspace_id is 'the workspace';
comment on column nightshift.model_days.day is 'day on which the calls were saved, UTC';
comment on column nightshift.model_days.model is 'the provider''s name of the model';
comment on column nightshift.model_days.calls is 'how many calls';
comment on column nightshift.model_days.failed is 'calls without a usable answer';
comment on column nightshift.model_days.tokens_in is 'tokens sent, as far as they are known';
comment on column nightshift.model_days.tokens_out is 'tokens of the answers, as far as they are known';
comment on column nightshift.model_days.usd is 'US dollars';

-- Without a foreign key: its check would let whoever enters a call wait for the deletion of the workspace.
create table if not exists nightshift.model_day_changes (
  workspace_id uuid not null,
  day date not null,
  id bigint not null generated always as identity,
  model text not null,
  calls bigint not null,
  failed bigint not null,
  tokens_in bigint not null,
  tokens_out bigint not null,
  usd numeric not null,
  constraint one_row_for_each_change_of_a_day primary key (workspace_id, day, id)
);
alter table nightshift.model_day_changes enable row level security;
revoke all on nightshift.model_day_changes from public, anon, authenticated, service_role;
comment on table nightshift.model_day_changes is
'What changes of the ledger add to model_days, or take from them.';
comment on column nightshift.model_day_changes.workspace_id is 'the workspace';
comment on column nightshift.model_day_changes.day is 'as in model_days';
comment on column nightshift.model_day_changes.id is 'in the order of insertion';
comment on column nightshift.model_day_changes.model is 'as in model_days';
comment on column nightshift.model_day_changes.calls is 'calls to add';
comment on column nightshift.model_day_changes.failed is 'failed calls to add';
comment on column nightshift.model_day_changes.tokens_in is 'tokens sent, to add';
comment on column nightshift.model_day_changes.tokens_out is 'tokens of answers, to add';
comment on column nightshift.model_day_changes.usd is 'US dollars to add';

create or replace view nightshift.model_days_now with (security_invoker = true) as
select m.workspace_id, m.day, m.model, m.calls, m.failed, m.tokens_in, m.tokens_out, m.usd
from nightshift.model_days m
union all
select c.workspace_id, c.day, c.model, c.calls, c.failed, c.tokens_in, c.tokens_out, c.usd
from nightshift.model_day_changes c;
revoke all on nightshift.model_days_now from public, anon, authenticated, service_role;
comment on view nightshift.model_days_now is
'The sums of model_days and what has changed since: add up the rows of a day.';
comment on column nightshift.model_days_now.workspace_id is 'the workspace';
comment on column nightshift.model_days_now.day is 'as in model_days';
comment on column nightshift.model_days_now.model is 'as in model_days';
comment on column nightshift.model_days_now.calls is 'calls, below zero where some are gone';
comment on column nightshift.model_days_now.failed is 'as in model_days';
comment on column nightshift.model_days_now.tokens_in is 'as in model_days';
comment on column nightshift.model_days_now.tokens_out is 'as in model_days';
comment on column nightshift.model_days_now.usd is 'US dollars';

create or replace function nightshift.note_model_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' then
    insert into nightshift.model_day_changes (workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd)
    select o.workspace_id, (o.created_at at time zone 'utc')::date, o.model, -count(*),
      -count(*) filter (where o.outcome <> 'ok'), -coalesce(sum(o.tokens_in), 0),
      -coalesce(sum(o.tokens_out), 0), -sum(o.cost_usd)
    from old_rows o
    where o.workspace_id is not null
    group by 1, 2, 3;
  end if;
  if tg_op <> 'DELETE' then
    insert into nightshift.model_day_changes (workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd)
    select n.workspace_id, (n.created_at at time zone 'utc')::date, n.model, count(*),
      count(*) filter (where n.outcome <> 'ok'), coalesce(sum(n.tokens_in), 0),
      coalesce(sum(n.tokens_out), 0), sum(n.cost_usd)
    from new_rows n
    where n.workspace_id is not null
    group by 1, 2, 3;
  end if;
  return null;
end
$$;
comment on function nightshift.note_model_days() is 'Appends what a statement changes about the days of models.';
revoke all on function nightshift.note_model_days() from public;

create or replace trigger note_days_of_new after insert on public.ai_usage
referencing new table as new_rows for each statement execute function nightshift.note_model_days();
-- When a workspace is deleted, its calls stay in the ledger without it, and its sums go with it.
create or replace trigger note_days_of_changed after update on public.ai_usage
referencing old table as old_rows new table as new_rows for each statement when (pg_catalog.pg_trigger_depth() = 0)
execute function nightshift.note_model_days();
create or replace trigger note_days_of_old after delete on public.ai_usage
referencing old table as old_rows for each statement when (pg_catalog.pg_trigger_depth() = 0)
execute function nightshift.note_model_days();

create or replace function nightshift.forget_model_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'TRUNCATE' then
    -- They cannot be truncated here: with the workspaces they already are, by the same statement.
    delete from nightshift.model_days m where m.workspace_id is not null;
    delete from nightshift.model_day_changes c where c.workspace_id is not null;
  else
    delete from nightshift.model_day_changes c where c.workspace_id = old.id;
  end if;
  return null;
end
$$;
comment on function nightshift.forget_model_days() is
'Deletes the changes of a workspace that is deleted, and all sums when the ledger is emptied.';
revoke all on function nightshift.forget_model_days() from public;
create or replace trigger forget_model_days after delete on public.workspaces
for each row execute function nightshift.forget_model_days();
create or replace trigger forget_all_model_days after truncate on public.ai_usage
for each statement execute function nightshift.forget_model_days();

create or replace function nightshift.fold_model_days(p_limit integer default 5000) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_rows tid[] := array(select c.ctid from nightshift.model_day_changes c limit p_limit);
  v_held uuid[];
  v_folded integer;
begin
  v_held := array(
    select w.id
    from public.workspaces w
    where w.id in (select c.workspace_id from nightshift.model_day_changes c where c.ctid = any (v_rows))
    order by w.id
    for key share skip locked);
  with taken as (
    delete from nightshift.model_day_changes c
    where c.ctid = any (v_rows) and (c.workspace_id = any (v_held)
      or not exists (select from public.workspaces w where w.id = c.workspace_id))
    returning c.*
  ), folded as (
    insert into nightshift.model_days as m (workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd)
    select t.workspace_id, t.day, t.model, sum(t.calls), sum(t.failed), sum(t.tokens_in), sum(t.tokens_out), sum(t.usd)
    from taken t
    where t.workspace_id = any (v_held)
    group by 1, 2, 3
    on conflict on constraint one_sum_for_each_model_of_a_day do update
    set calls = m.calls + excluded.calls, failed = m.failed + excluded.failed,
      tokens_in = m.tokens_in + excluded.tokens_in, tokens_out = m.tokens_out + excluded.tokens_out,
      usd = m.usd + excluded.usd
  )
  select count(*) into v_folded from taken;
  return v_folded;
end
$$;
comment on function nightshift.fold_model_days(integer) is
'Part of fold_task_hours: brings up to p_limit changes into the sums of models. Returns how many.';
revoke all on function nightshift.fold_model_days(integer) from public, anon, authenticated, service_role;

-- The calls from before, less what is counted already: run again, it appends nothing.
with counted as (
  select u.workspace_id, (u.created_at at time zone 'utc')::date as day, u.model, count(*) as calls,
    count(*) filter (where u.outcome <> 'ok') as failed, coalesce(sum(u.tokens_in), 0) as tokens_in,
    coalesce(sum(u.tokens_out), 0) as tokens_out, sum(u.cost_usd) as usd
  from public.ai_usage u
  where u.workspace_id is not null
  group by 1, 2, 3
  union all
  select s.workspace_id, s.day, s.model, -s.calls, -s.failed, -s.tokens_in, -s.tokens_out, -s.usd
  from nightshift.model_days_now s
)
insert into nightshift.model_day_changes (workspace_id, day, model, calls, failed, tokens_in, tokens_out, usd)
select c.workspace_id, c.day, c.model, sum(c.calls), sum(c.failed), sum(c.tokens_in), sum(c.tokens_out), sum(c.usd)
from counted c
group by 1, 2, 3
having sum(c.calls) <> 0 or sum(c.usd) <> 0;

-- 20261122001863_task_sums.sql

-- Task sums: what the tasks of a workspace did in a range of time, for its members.
--
-- Membership is checked first, then sums of hours are added up, so the answer takes the same time however many
-- tasks there are. It counts no request, and answers a stranger as if there were nothing.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.take_fitting(p_items jsonb, p_bytes integer) returns jsonb
language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_agg(f.item order by f.nth), '[]')
  from (
    select i.item, i.nth, sum(octet_length(i.item::text) + 2) over (order by i.nth) as bytes
    from jsonb_array_elements(p_items) with ordinality as i (item, nth)
  ) f
  where f.bytes <= p_bytes
$$;
comment on function nightshift.take_fitting(jsonb, integer) is
'The first items of an array that fit into so many bytes of JSON, so that a document stays below 64 kB.';
revoke all on function nightshift.take_fitting(jsonb, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.read_task_sums(p_workspace_id uuid, p_from timestamptz, p_to timestamptz,
  p_is_by_day boolean)
returns table (at timestamptz, task_type text, status text, duration_class smallint, tasks bigint, cost_usd numeric)
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan
as $$
begin
  if p_is_by_day then
    return query
    select date_bin('24 hours', d.day, '2000-01-01Z'), d.task_type, d.status, d.duration_class, d.tasks, d.cost_usd
    from nightshift.task_days_now d
    where d.workspace_id = p_workspace_id and d.day >= p_from and d.day < p_to;
  else
    return query
    select h.hour, h.task_type, h.status, h.duration_class, h.tasks, h.cost_usd
    from nightshift.task_hours_now h
    where h.workspace_id = p_workspace_id and h.hour >= p_from and h.hour < p_to;
  end if;
end
$$;
comment on function nightshift.read_task_sums(uuid, timestamptz, timestamptz, boolean) is
'Sums of the tasks of a workspace by hour, or by day, to be added up. p_from is the start of an hour or day.';
revoke all on function nightshift.read_task_sums(uuid, timestamptz, timestamptz, boolean)
  from public, anon, authenticated, service_role;

create or replace function nightshift.describe_sums(p_workspace_id uuid, p_from timestamptz, p_to timestamptz,
  p_task_type text, p_is_by_day boolean, out buckets jsonb, out types jsonb)
language sql stable set search_path = ''
as $$
  with found as materialized (
    select r.* from nightshift.read_task_sums(p_workspace_id, p_from, p_to, p_is_by_day) r
  ), cells as (
    select f.at, f.status, sum(f.tasks) as tasks, sum(f.cost_usd) as cost_usd
    from found f
    where p_task_type is null or f.task_type = p_task_type
    group by 1, 2
  ), bucketed as (
    select c.at, jsonb_object_agg(c.status, c.tasks) filter (where c.tasks <> 0) as statuses,
      sum(c.cost_usd) as cost_usd
    from cells c
    group by 1
  ), ranked as ( -- durations of each type, in their order
    select f.task_type, f.duration_class, sum(sum(f.tasks)) over upward as up_to, sum(sum(f.tasks)) over whole as of
    from found f
    where f.duration_class >= 0
    group by 1, 2
    window upward as (partition by f.task_type order by f.duration_class), whole as (partition by f.task_type)
  ), typical as (
    select r.task_type, min(r.duration_class) filter (where r.up_to >= 0.5 * r.of) as median,
      min(r.duration_class) filter (where r.up_to >= 0.95 * r.of) as p95
    from ranked r
    group by 1
  ), typed as (
    select f.task_type, sum(f.tasks) as tasks, sum(f.tasks) filter (where f.status = 'completed') as completed,
      sum(f.tasks) filter (where f.status in ('failed', 'partial_failure')) as failed, sum(f.cost_usd) as cost_usd
    from found f
    group by 1
  )
  select (
    select coalesce(jsonb_agg(jsonb_build_object('at', to_jsonb(b.at), 'statuses', b.statuses, 'cost_usd', b.cost_usd)
      order by b.at), '[]')
    from bucketed b where b.statuses is not null
  ), (
    select coalesce(jsonb_agg(jsonb_build_object('task_type', d.task_type, 'tasks', d.tasks,
        'completed', coalesce(d.completed, 0), 'failed', coalesce(d.failed, 0), 'cost_usd', d.cost_usd,
        'median_ms', nightshift.class_duration(t.median), 'p95_ms', nightshift.class_duration(t.p95))
      order by d.tasks desc, d.task_type), '[]')
    from typed d
    left join typical t on t.task_type = d.task_type
    where d.tasks > 0)
$$;
comment on function nightshift.describe_sums(uuid, timestamptz, timestamptz, text, boolean) is
'Tasks by hour or day and status, [{at, statuses: {status: tasks}, cost_usd}], and by type, [{task_type, tasks, '
'completed, failed, cost_usd, median_ms, p95_ms}]. Durations are known to a fifth, and null where none has ended.';
revoke all on function nightshift.describe_sums(uuid, timestamptz, timestamptz, text, boolean)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_unfinished(p_workspace_id uuid, p_limit integer) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('task_id', u.id, 'task_type', u.task_type, 'status', u.status,
    'agent_name', u.agent_name, 'since', to_jsonb(u.executed_at)) order by u.executed_at, u.id), '[]')
  from (
    select t.id, t.task_type, t.status, left(t.agent_name, 100) as agent_name, t.executed_at
    from public.autonomous_tasks t
    where t.workspace_id = p_workspace_id and t.status in ('pending', 'running')
    order by t.executed_at, t.id
    limit p_limit
  ) u
$$;
comment on function nightshift.list_unfinished(uuid, integer) is
'Tasks of a workspace that have not ended, the oldest first.';
revoke all on function nightshift.list_unfinished(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.group_failures(p_workspace_id uuid, p_from timestamptz, p_to timestamptz,
  p_looked_at integer, p_limit integer)
returns jsonb
language sql stable set search_path = ''
as $$
  with latest as materialized (
    select t.id, t.task_type, t.executed_at, left(t.error_message, 160) as message
    from public.autonomous_tasks t
    where t.workspace_id = p_workspace_id and t.executed_at >= p_from and t.executed_at < p_to
      and t.status in ('failed', 'partial_failure')
    order by t.executed_at desc, t.id
    limit p_looked_at
  ), grouped as ( -- the same words with other numbers are the same failure
    select l.task_type, regexp_replace(l.message, '[0-9][0-9a-fA-F-]*', '#', 'g') as words, count(*) as tasks,
      (array_agg(l.id order by l.executed_at desc, l.id))[1] as task_id, max(l.executed_at) as latest_at,
      (array_agg(l.message order by l.executed_at desc, l.id))[1] as message
    from latest l
    group by 1, 2
    order by 3 desc, 5 desc, 4
    limit p_limit
  )
  select coalesce(jsonb_agg(jsonb_build_object('task_type', g.task_type, 'message', g.message, 'tasks', g.tasks,
    'task_id', g.task_id, 'latest_at', to_jsonb(g.latest_at)) order by g.tasks desc, g.latest_at desc, g.task_id), '[]')
  from grouped g
$$;
comment on function nightshift.group_failures(uuid, timestamptz, timestamptz, integer, integer) is
'Failures of a workspace by type and message, most first, among the latest p_looked_at. Numbers and ids in a message '
'make no difference.';
revoke all on function nightshift.group_failures(uuid, timestamptz, timestamptz, integer, integer)
  from public, anon, authenticated, service_role;

create or replace function public.get_task_sums(p_workspace_id uuid,
  p_from timestamptz default now() - interval '24 hours', p_to timestamptz default now(),
  p_task_type text default null)
returns jsonb
-- Planned for the range at hand.
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  c_longest constant interval := interval '190 days';
  c_most_hours constant interval := interval '190 hours';
  c_failures_looked_at constant integer := 500;
  v_width constant interval := case when nightshift.is_range(p_from, p_to, c_most_hours) then interval '1 hour'
    else interval '24 hours' end;
  v_from constant timestamptz := date_bin(v_width, p_from, '2000-01-01Z');
  v_sums record;
begin
  if not nightshift.is_range(p_from, p_to, c_longest) then
    raise exception 'range_invalid: p_to must be after p_from, and at most 190 days.' using errcode = 'PT400';
  elsif (p_workspace_id in (select nightshift.my_workspaces())) is not true then
    return null;
  end if;
  v_sums := nightshift.describe_sums(p_workspace_id, v_from, p_to, p_task_type, v_width > '1 hour');
  return jsonb_build_object('as_of', to_jsonb(now()), 'from', to_jsonb(v_from), 'to', to_jsonb(p_to),
    'width', case v_width when '1 hour' then 'hour' else 'day' end,
    'counted_from', case when nightshift.counted_from() > v_from then to_jsonb(nightshift.counted_from()) end,
    'buckets', v_sums.buckets, 'types', v_sums.types,
    'unfinished', nightshift.list_unfinished(p_workspace_id, 10),
    'failures', nightshift.take_fitting(
      nightshift.group_failures(p_workspace_id, v_from, p_to, c_failures_looked_at, 10), 16384),
    'failures_looked_at', c_failures_looked_at);
end
$$;
comment on function public.get_task_sums(uuid, timestamptz, timestamptz, text) is
'Tasks of a workspace by hour, or in more than 190 hours by day (UTC), and by type; the oldest unfinished ones; '
'failures by message among the latest failures_looked_at: {as_of, from, to, width, counted_from, buckets, types, '
'unfinished, failures, failures_looked_at}. Sums are exact. counted_from: the time from which they are, while an older '
'log is still being counted; else null. Hours and days are whole. Buckets are of one type with p_task_type. At most '
'190 days. '
'For members; null for a stranger. Error: PT400 range_invalid.';
revoke all on function public.get_task_sums(uuid, timestamptz, timestamptz, text)
  from public, anon, authenticated, service_role;
grant execute on function public.get_task_sums(uuid, timestamptz, timestamptz, text) to authenticated;

-- 20261122001864_task_list.sql

-- Task list: a page of the tasks of a workspace, with filters, that never takes long.
--
-- The log is read in pieces, latest first, along the index of the workspace. Filters by type and status jump to
-- hours that hold such tasks, see task_hours. After 300 ms the search stops and says how far it has looked.
-- Locks: none. Time: milliseconds, at most about 300.

create or replace function nightshift.find_task_hour(p_workspace_id uuid, p_types text[], p_statuses text[],
  p_before timestamptz)
returns timestamptz
language sql stable set search_path = ''
as $$
  -- An hour that holds none any more may come up until its changes are folded in. That costs a look.
  select max(l.hour)
  from (
    (select h.hour from nightshift.task_hours h
    where h.workspace_id = p_workspace_id and h.hour < p_before and h.tasks > 0
      and (p_types is null or h.task_type = any (p_types)) and (p_statuses is null or h.status = any (p_statuses))
    order by h.hour desc limit 1)
    union all
    select date_bin('1 hour', max(c.at), '2000-01-01Z') from nightshift.task_hour_changes c
    where c.workspace_id = p_workspace_id and date_bin('1 hour', c.at, '2000-01-01Z') < p_before and c.tasks > 0
      and (p_types is null or c.task_type = any (p_types)) and (p_statuses is null or c.status = any (p_statuses))
  ) l
$$;
comment on function nightshift.find_task_hour(uuid, text[], text[], timestamptz) is
'The latest hour that begins before p_before and may hold tasks of these types and statuses; null: no hour does.';
revoke all on function nightshift.find_task_hour(uuid, text[], text[], timestamptz)
  from public, anon, authenticated, service_role;

do $$
begin
  if to_regtype('nightshift.task_filter') is null then
    create type nightshift.task_filter as (types text[], statuses text[], agent text, trigger text, words text,
      task_id uuid, first_at timestamptz, before_at timestamptz);
  end if;
end
$$;
comment on type nightshift.task_filter is
'The filter of list_tasks as it is searched by: null where anything will do; words in lower case; first_at and '
'before_at are infinite at an open end.';
revoke all on type nightshift.task_filter from public;

create or replace function nightshift.read_task_filter(p_filter jsonb) returns nightshift.task_filter
language plpgsql stable set search_path = ''
as $$
declare
  v_filter nightshift.task_filter;
  c_keys constant text[] :=
    array['task_type', 'status', 'agent_name', 'triggered_by', 'error_text', 'id', 'from', 'to'];
begin
  if jsonb_typeof(p_filter) is distinct from 'object' or p_filter - c_keys <> '{}' then
    raise exception 'filter_invalid: a filter is an object of %.', array_to_string(c_keys, ', ')
      using errcode = 'PT400';
  end if;
  v_filter.types := string_to_array(p_filter ->> 'task_type', ',');
  v_filter.statuses := string_to_array(p_filter ->> 'status', ',');
  v_filter.agent := p_filter ->> 'agent_name';
  v_filter.trigger := p_filter ->> 'triggered_by';
  v_filter.words := lower(nullif(btrim(p_filter ->> 'error_text'), ''));
  v_filter.first_at := coalesce(nightshift.read_time(p_filter ->> 'from'), '-infinity');
  v_filter.before_at := coalesce(nightshift.read_time(p_filter ->> 'to'), 'infinity');
  if p_filter ->> 'id' ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$' then
    v_filter.task_id := (p_filter ->> 'id')::uuid;
  end if;
  if (p_filter ->> 'id' is not null) <> (v_filter.task_id is not null)
    or (p_filter ->> 'from' is not null) <> (v_filter.first_at > '-infinity')
    or (p_filter ->> 'to' is not null) <> (v_filter.before_at < 'infinity')
  then
    raise exception 'filter_invalid: id is a UUID, from and to are times.' using errcode = 'PT400';
  end if;
  return v_filter;
end
$$;
comment on function nightshift.read_task_filter(jsonb) is 'The filter of list_tasks. Error: PT400 filter_invalid.';
revoke all on function nightshift.read_task_filter(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_tasks(p_workspace_id uuid, p_filter nightshift.task_filter,
  p_from timestamptz, p_at timestamptz, p_id uuid, p_limit integer, out ids uuid[], out last_at timestamptz,
  out last_id uuid)
language plpgsql stable set search_path = ''
as $$
declare
  -- Executed with the values at hand, so that each condition which is null falls away before it is planned.
  c_piece constant text := $query$
    with piece as materialized (
      select t.id, t.executed_at, t.task_type, t.status, t.agent_name, t.triggered_by, t.error_message
      from public.autonomous_tasks t
      where t.workspace_id = $1 and t.executed_at >= $2 and t.executed_at <= $3 and (t.executed_at, t.id) < ($3, $4)
        and ($6 is null or t.id = $6) %s
      order by t.executed_at desc, t.id desc
      limit $5
    ), last as (
      select p.executed_at, p.id from piece p order by p.executed_at, p.id limit 1
    )
    select array(
        select p.id from piece p
        where ($7 is null or p.task_type = any ($7)) and ($8 is null or p.status = any ($8))
          and ($9 is null or p.agent_name = $9) and ($10 is null or p.triggered_by = $10)
          and ($11 is null or (p.error_message is not null and strpos(lower(p.error_message), $11) > 0))
        order by p.executed_at desc, p.id desc),
      case when (select count(*) from piece) = $5 then (select l.executed_at from last l) end,
      (select l.id from last l)
  $query$;
begin
  execute format(c_piece, case
    when p_filter.statuses <@ array['failed', 'partial_failure']
      then 'and t.status in (''failed'', ''partial_failure'')'
    when p_filter.statuses <@ array['pending', 'running'] then 'and t.status in (''pending'', ''running'')'
    when p_filter.words is not null then 'and t.error_message is not null' else '' end)
  into ids, last_at, last_id
  using p_workspace_id, p_from, p_at, p_id, p_limit, p_filter.task_id, p_filter.types, p_filter.statuses,
    p_filter.agent, p_filter.trigger, p_filter.words;
end
$$;
comment on function nightshift.look_at_tasks(uuid, nightshift.task_filter, timestamptz, timestamptz, uuid, integer)
is
'Part of search_tasks: looks at up to p_limit tasks from p_from on that come after (p_at, p_id) in a list, and returns '
'those that match, and the last one that it looked at; last_at is null when there are no more.';
revoke all on function nightshift.look_at_tasks(uuid, nightshift.task_filter, timestamptz, timestamptz, uuid, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.search_tasks(p_workspace_id uuid, p_filter nightshift.task_filter,
  p_at timestamptz, p_id uuid, p_wanted integer, p_most_time interval, out ids uuid[], out looked_until timestamptz,
  out looked_id uuid)
language plpgsql stable set search_path = ''
as $$
declare
  c_first_id constant uuid := uuid '00000000-0000-0000-0000-000000000000';
  v_stop_at constant timestamptz := clock_timestamp() + p_most_time;
  v_counted_from constant timestamptz := nightshift.counted_from();
  -- Failed and unfinished tasks have an index of their own, which passes over all others.
  v_jumps boolean := (p_filter.types is not null or p_filter.statuses is not null)
    and (p_filter.statuses <@ array['failed', 'partial_failure']
      or p_filter.statuses <@ array['pending', 'running']) is not true;
  v_from timestamptz := p_filter.first_at;
  v_hour timestamptz;
  v_size integer := case when v_jumps or p_filter.agent is not null or p_filter.trigger is not null
    or p_filter.words is not null then 4 * p_wanted else p_wanted end;
  v_piece record;
begin
  ids := array[]::uuid[];
  looked_until := p_at;
  looked_id := p_id;
  loop
    if v_jumps and (v_hour is null or looked_until <= v_hour) then
      v_hour := nightshift.find_task_hour(p_workspace_id, p_filter.types, p_filter.statuses,
        case when looked_id = c_first_id then looked_until else looked_until + interval '1 microsecond' end);
      if v_hour is null or v_hour < v_counted_from then
        -- What is not counted yet has to be looked at.
        exit when v_counted_from <= v_from;
        v_jumps := false;
        v_hour := null;
        looked_until := least(looked_until, v_counted_from);
      elsif v_hour + interval '1 hour' <= looked_until then
        looked_until := v_hour + interval '1 hour';
        looked_id := c_first_id;
      end if;
      exit when v_hour + interval '1 hour' <= v_from;
    end if;
    v_piece := nightshift.look_at_tasks(p_workspace_id, p_filter, greatest(v_from, v_hour), looked_until, looked_id,
      v_size);
    ids := ids || v_piece.ids;
    if cardinality(ids) >= p_wanted then
      return;
    elsif v_piece.last_at is not null then
      looked_until := v_piece.last_at;
      looked_id := v_piece.last_id;
      v_size := least(2 * v_size, 4000);
    elsif v_jumps and v_hour > v_from then
      looked_until := v_hour;
      looked_id := c_first_id;
    else
      exit;
    end if;
    if clock_timestamp() > v_stop_at then
      return;
    end if;
  end loop;
  looked_until := null;
end
$$;
comment on function nightshift.search_tasks(uuid, nightshift.task_filter, timestamptz, uuid, integer, interval) is
'Part of list_tasks: ids of up to p_wanted matching tasks and some more, latest first, that come after (p_at, p_id). '
'After p_most_time it stops; then (looked_until, looked_id) is how far it looked. looked_until is null when all was '
'looked at.';
revoke all on function nightshift.search_tasks(uuid, nightshift.task_filter, timestamptz, uuid, integer, interval)
  from public, anon, authenticated, service_role;

create or replace function nightshift.describe_listed_task(p_task_id uuid, p_may_write boolean) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('id', t.id, 'task_type', t.task_type, 'status', t.status,
    'agent_name', left(t.agent_name, 100), 'triggered_by', t.triggered_by, 'executed_at', to_jsonb(t.executed_at),
    'completed_at', to_jsonb(t.completed_at), 'duration_ms', t.duration_ms, 'cost_usd', t.cost_estimate_usd,
    'message', left(t.error_message, 160), 'is_runner', nightshift.is_runner_row(t.id),
    -- Of what agents elsewhere did. A job of an agent of ours is retried one by one, see get_task_story.
    'can_retry', p_may_write and t.status in ('failed', 'partial_failure', 'cancelled')
      and not nightshift.is_runner_row(t.id) and not exists (select from nightshift.jobs j where j.task_id = t.id))
  from public.autonomous_tasks t
  where t.id = p_task_id
$$;
comment on function nightshift.describe_listed_task(uuid, boolean) is
'A task as a list shows it, with whether its reader, who may write or not, can retry it together with others.';
revoke all on function nightshift.describe_listed_task(uuid, boolean) from public, anon, authenticated, service_role;

create or replace function public.list_tasks(p_workspace_id uuid, p_filter jsonb default '{}',
  p_after jsonb default null)
returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_page constant integer := 50;
  c_most_bytes constant integer := 61440;
  c_most_time constant interval := interval '300 milliseconds';
  v_filter nightshift.task_filter;
  v_found record;
  v_tasks jsonb := jsonb '[]';
  v_shown integer := 0;
  v_next jsonb;
  v_stopped jsonb;
begin
  v_filter := nightshift.read_task_filter(coalesce(p_filter, '{}'));
  if p_after is not null and (nightshift.read_time(p_after ->> 'executed_at') is null
    or coalesce(p_after ->> 'id', '') !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$')
  then
    raise exception 'filter_invalid: p_after is the next of the page before.' using errcode = 'PT400';
  elsif p_workspace_id in (select nightshift.my_workspaces()) then
    v_found := nightshift.search_tasks(p_workspace_id, v_filter,
      coalesce(nightshift.read_time(p_after ->> 'executed_at'), v_filter.before_at),
      coalesce((p_after ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000'), c_page + 1, c_most_time);
    select jsonb_agg(nightshift.describe_listed_task(u.id,
      p_workspace_id in (select nightshift.my_writable_workspaces())) order by u.nth) into v_tasks
    from unnest(v_found.ids[:c_page]) with ordinality as u (id, nth);
    v_tasks := nightshift.take_fitting(coalesce(v_tasks, '[]'), c_most_bytes);
    v_shown := jsonb_array_length(v_tasks);
    v_next := case
      when cardinality(v_found.ids) > v_shown then
        jsonb_build_object('executed_at', v_tasks -> -1 -> 'executed_at', 'id', v_tasks -> -1 -> 'id')
      when v_found.looked_until is not null then
        jsonb_build_object('executed_at', to_jsonb(v_found.looked_until), 'id', v_found.looked_id) end;
    if cardinality(v_found.ids) <= v_shown then
      v_stopped := to_jsonb(v_found.looked_until);
    end if;
  end if;
  return jsonb_build_object('as_of', to_jsonb(now()), 'tasks', v_tasks, 'next', v_next, 'looked_until', v_stopped);
end
$$;
comment on function public.list_tasks(uuid, jsonb, jsonb) is
'A page of up to 50 tasks of a workspace, latest start first: {as_of, tasks, next, looked_until}. p_filter: task_type '
'and status (each one or more, with commas), agent_name, triggered_by, error_text (part of the message), id, from, to '
'(times). next: there are more; pass it as p_after. looked_until: the search stopped after 300 ms and has looked at '
'tasks down to this time; next goes on from there. For members; a stranger gets no tasks. Error: PT400 filter_invalid.';
revoke all on function public.list_tasks(uuid, jsonb, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.list_tasks(uuid, jsonb, jsonb) to authenticated;

-- 20261122001865_task_story.sql

-- Task story: what a task did, why it failed, and what a member can do about it.
--
-- Membership is checked first, then all is read by index. Parts are cut so that the document stays below 64 kB.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.describe_chain(p_task_id uuid, p_workspace_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  with recursive linked as (
    select r.retry_of, r.task_id from nightshift.task_retries r where r.workspace_id = p_workspace_id
      and r.retry_of = p_task_id
    union all
    select j.task_id, j.retried_as from nightshift.jobs j where j.workspace_id = p_workspace_id
      and j.task_id = p_task_id and j.retried_as is not null
  ), earlier as ( -- who retries whom is also in the input, which the retry copies
    select p_task_id as id, 0 as step
    union all
    select before.id, e.step - 1
    from earlier e
    join public.autonomous_tasks t on t.id = e.id and t.workspace_id = p_workspace_id
    cross join lateral (
      select o.id from public.autonomous_tasks o
      where t.input_data ->> 'retry_of' ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
        and o.id = (t.input_data ->> 'retry_of')::uuid and o.workspace_id = p_workspace_id
    ) before
    where e.step > -10
  ), chain as (
    select e.id, e.step from earlier e
    union
    select l.task_id, 1 from linked l
  )
  select coalesce(jsonb_agg(jsonb_build_object('task_id', t.id, 'status', t.status, 'at', to_jsonb(t.executed_at),
    'is_this', c.step = 0) order by c.step), '[]')
  from chain c
  join public.autonomous_tasks t on t.id = c.id and t.workspace_id = p_workspace_id
$$;
comment on function nightshift.describe_chain(uuid, uuid) is
'A task with up to 10 tasks that it retries, and the one that retries it: [{task_id, status, at, is_this}].';
revoke all on function nightshift.describe_chain(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_task_slot(p_task public.autonomous_tasks, p_run_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('schedule', s.name, 'slot', to_jsonb(f.slot))
  from (
    (select d.schedule_id, d.slot from public.task_dispatches d where d.task_id = p_run_id
    order by d.dispatched_at, d.id limit 1)
    union all
    select j.schedule_id, j.slot from nightshift.jobs j where j.task_id = p_task.id and j.slot is not null
    limit 1
  ) f
  join public.task_schedules s on s.id = f.schedule_id
  where f.slot is not null and s.cron_expression is not null
$$;
comment on function nightshift.describe_task_slot(public.autonomous_tasks, uuid) is
'The schedule and the scheduled time that a task came from; null without one.';
revoke all on function nightshift.describe_task_slot(public.autonomous_tasks, uuid)
  from public, anon, authenticated, service_role;

create or replace function nightshift.describe_task_job(p_task_id uuid, p_workspace_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('agent', s.name, 'state', j.state, 'attempt', j.attempt, 'max_attempts', j.max_attempts,
    'last_error', left(j.last_error, 1000), 'run_at', to_jsonb(j.run_at), 'created_at', to_jsonb(j.created_at),
    'cancel_requested_at', to_jsonb(j.cancel_requested_at), 'before', case when j.state = 'ready' then (
      select count(*) from (
        select from nightshift.jobs o
        where o.schedule_id = j.schedule_id and o.lane = j.lane and o.state = 'ready'
          and (-o.priority, o.run_at, o.seq) < (-j.priority, j.run_at, j.seq)
        limit 1000) b) end)
  from nightshift.jobs j
  join public.task_schedules s on s.id = j.schedule_id
  where j.task_id = p_task_id and j.workspace_id = p_workspace_id
$$;
comment on function nightshift.describe_task_job(uuid, uuid) is
'The job of a task: its agent, attempts, and how many jobs of its workspace are before it (up to 1000); null without '
'one.';
revoke all on function nightshift.describe_task_job(uuid, uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_task_work(p_task public.autonomous_tasks, p_run_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'steps', nightshift.take_fitting((
      select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'position', s.position,
        'finished_at', to_jsonb(s.finished_at)) order by s.position), '[]')
      from (select t.* from nightshift.task_steps t where t.task_id = p_task.id order by t.position limit 100) s),
      8192),
    'lines', nightshift.take_fitting((
      select coalesce(jsonb_agg(jsonb_build_object('at', to_jsonb(l.at), 'message', left(l.message, 400))
        order by l.seq), '[]')
      from nightshift.task_lines l
      where l.task_id = p_task.id and l.workspace_id = p_task.workspace_id), 14336),
    'calls', nightshift.take_fitting((
      select coalesce(jsonb_agg(jsonb_build_object('at', to_jsonb(u.created_at), 'model', left(u.model, 100),
        'outcome', u.outcome, 'tokens_in', u.tokens_in, 'tokens_out', u.tokens_out, 'usd', u.cost_usd,
        'emails', u.emails) order by u.created_at, u.id), '[]')
      from (select u.* from public.ai_usage u where u.task_id = p_task.id and u.workspace_id = p_task.workspace_id
        order by u.created_at, u.id limit 40) u), 8192),
    'emails', nightshift.take_fitting((
      select coalesce(jsonb_agg(jsonb_build_object('email_id', e.email_id, 'subject', left(e.subject, 100),
        'from_email', left(e.from_email, 100), 'intent', e.primary_intent, 'urgency', e.urgency_level,
        'needs_reply', e.needs_reply) order by e.extracted_at, e.email_id), '[]')
      from (
        select i.email_id, i.extracted_at, i.primary_intent, i.urgency_level, i.needs_reply, c.subject, c.from_email
        from public.email_intelligence i
        join public.client_emails c on c.id = i.email_id
        where i.run_id = p_run_id and i.workspace_id = p_task.workspace_id
        order by i.extracted_at, i.email_id
        limit 40
      ) e), 10240))
$$;
comment on function nightshift.describe_task_work(public.autonomous_tasks, uuid) is
'What a task did: {steps, lines, calls, emails}, each with its first items.';
revoke all on function nightshift.describe_task_work(public.autonomous_tasks, uuid)
  from public, anon, authenticated, service_role;

create or replace function nightshift.describe_acts(p_task public.autonomous_tasks, p_kind text, p_role text)
returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_writes constant boolean := p_role in ('owner', 'admin', 'member');
  v_has_failed constant boolean := p_task.status in ('failed', 'partial_failure', 'cancelled');
  v_is_open constant boolean := p_task.status in ('pending', 'running');
  v_admitted boolean := v_writes;
begin
  if p_kind = 'job' and v_writes then
    select a.outcome = 'ok' into v_admitted
    from nightshift.admit_to_job(p_task.id, jsonb_build_object('outcome', 'admitted', 'kind', 'user',
      'id', auth.uid(), 'workspace_ids', jsonb_build_array(p_task.workspace_id))) a;
  end if;
  return jsonb_build_object(
    'retry', p_kind <> 'runner' and v_has_failed and v_admitted,
    'cancel', p_kind <> 'runner' and v_is_open and v_admitted,
    'requeue', p_kind = 'runner' and p_role in ('owner', 'admin'));
end
$$;
comment on function nightshift.describe_acts(public.autonomous_tasks, text, text) is
'What a member with this role can do with a task: {retry, cancel, requeue}. Nobody retries or cancels a row of the '
'runner, as the emails wait in the queue.';
revoke all on function nightshift.describe_acts(public.autonomous_tasks, text, text)
  from public, anon, authenticated, service_role;

create or replace function nightshift.show_document(p_document jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  -- As text, because not every reader keeps large numbers exact.
  select jsonb_build_object('bytes', coalesce(octet_length(p_document::text), 0),
    'text', case when octet_length(p_document::text) <= 6144 then jsonb_pretty(p_document) end)
$$;
comment on function nightshift.show_document(jsonb) is
'A document of at most 6 kB as text, and its size in bytes. A larger one is left out, see get_task_document.';
revoke all on function nightshift.show_document(jsonb) from public, anon, authenticated, service_role;

create or replace function public.get_task_story(p_task_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_most_failed constant integer := 1000;
  v_task public.autonomous_tasks;
  v_role text;
  v_run_id uuid;
  v_job jsonb;
  v_kind text;
begin
  select t.* into v_task
  from public.autonomous_tasks t
  where t.id = p_task_id and t.workspace_id in (select nightshift.my_workspaces());
  if not found then
    return null;
  end if;
  select m.role into v_role
  from public.workspace_members m where m.workspace_id = v_task.workspace_id and m.user_id = auth.uid();
  select w.run_id into v_run_id from nightshift.run_workspaces w where w.task_id = p_task_id;
  v_job := nightshift.describe_task_job(p_task_id, v_task.workspace_id);
  v_kind := case when v_run_id is not null then 'runner' when v_job is not null then 'job' else 'external' end;
  return jsonb_build_object('as_of', to_jsonb(now()), 'workspace_id', v_task.workspace_id, 'kind', v_kind,
    'task', jsonb_build_object('id', v_task.id, 'task_type', v_task.task_type, 'status', v_task.status,
      'agent_name', v_task.agent_name, 'triggered_by', v_task.triggered_by,
      'created_at', to_jsonb(v_task.created_at), 'executed_at', to_jsonb(v_task.executed_at),
      'completed_at', to_jsonb(v_task.completed_at), 'updated_at', to_jsonb(v_task.updated_at),
      'duration_ms', v_task.duration_ms, 'cost_usd', v_task.cost_estimate_usd,
      'message', left(v_task.error_message, 1000), 'is_message_cut', length(v_task.error_message) > 1000),
    'why', left(nightshift.why_task(p_task_id, array[v_task.workspace_id]), 1200),
    'input', nightshift.show_document(v_task.input_data), 'output', nightshift.show_document(v_task.output_data),
    'job', v_job, 'slot', nightshift.describe_task_slot(v_task, v_run_id),
    'chain', nightshift.describe_chain(p_task_id, v_task.workspace_id),
    'acts', nightshift.describe_acts(v_task, v_kind, v_role),
    'failed_emails', case when v_kind = 'runner' then (
      select count(*) from (
        select from nightshift.email_queue q
        where q.workspace_id = v_task.workspace_id and (q.failed_at is null) = false limit c_most_failed) f) end)
    || nightshift.describe_task_work(v_task, v_run_id);
end
$$;
comment on function public.get_task_story(uuid) is
'A task with all that is known of it: {as_of, workspace_id, kind, task, why, input, output, job, slot, chain, acts, '
'failed_emails, steps, lines, calls, emails}. kind: runner (a run of ours wrote it), job (an agent of ours does it) or '
'external. why: one sentence. acts: what the caller can do. An input or output of more than 6 kB is left out, see '
'get_task_document. Null for a stranger.';
revoke all on function public.get_task_story(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_task_story(uuid) to authenticated;

create or replace function public.get_task_document(p_task_id uuid, p_part text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select to_jsonb(jsonb_pretty(case p_part when 'input' then t.input_data when 'output' then t.output_data end))
  from public.autonomous_tasks t
  where t.id = p_task_id and t.workspace_id in (select nightshift.my_workspaces())
$$;
comment on function public.get_task_document(uuid, text) is
'The input or output (p_part) of a task as one text, which keeps large numbers exact, however long it is. Null for a '
'stranger.';
revoke all on function public.get_task_document(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.get_task_document(uuid, text) to authenticated;

-- 20261122001866_spending_reads.sql

-- Spending reads: what a workspace spent on what, and what stops when.
--
-- Membership is checked first, then sums are added up, so the answer takes the same time however many calls there are.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.list_type_costs(p_workspace_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language sql stable set search_path = ''
as $$
  with daily as (
    select date_bin('24 hours', d.day, '2000-01-01Z') as day, d.task_type, sum(d.cost_usd) as usd,
      sum(d.tasks) as tasks
    from nightshift.task_days_now d
    where d.workspace_id = p_workspace_id and d.day >= p_from and d.day < p_to
    group by 1, 2
  )
  select jsonb_build_object(
    'days', (select coalesce(jsonb_agg(jsonb_build_object('day', d.day::date, 'usd', d.usd, 'types', d.types)
        order by d.day), '[]')
      from (select l.day, sum(l.usd) as usd, jsonb_object_agg(l.task_type, l.usd) filter (where l.usd > 0) as types
        from daily l group by l.day) d),
    'types', (select coalesce(jsonb_agg(jsonb_build_object('task_type', t.task_type, 'usd', t.usd, 'tasks', t.tasks)
        order by t.usd desc, t.task_type), '[]')
      from (select l.task_type, sum(l.usd) as usd, sum(l.tasks) as tasks from daily l group by l.task_type
        having sum(l.usd) > 0) t))
$$;
comment on function nightshift.list_type_costs(uuid, timestamptz, timestamptz) is
'What tasks cost by day (UTC) and by type: {days: [{day, usd, types}], types: [{task_type, usd, tasks}]}.';
revoke all on function nightshift.list_type_costs(uuid, timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_model_costs(p_workspace_id uuid, p_from date, p_limit integer) returns jsonb
language sql stable set search_path = ''
as $$
  with daily as (
    select m.day, m.model, sum(m.calls) as calls, sum(m.failed) as failed, sum(m.tokens_in) as tokens_in,
      sum(m.tokens_out) as tokens_out, sum(m.usd) as usd
    from nightshift.model_days_now m
    where m.workspace_id = p_workspace_id and m.day >= p_from
    group by 1, 2
    having sum(m.calls) <> 0
  )
  select jsonb_build_object(
    'days', (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'usd', d.usd, 'calls', d.calls)
        order by d.day), '[]')
      from (select l.day, sum(l.usd) as usd, sum(l.calls) as calls from daily l group by l.day) d),
    'models', (select coalesce(jsonb_agg(jsonb_build_object('model', left(m.model, 100), 'usd', m.usd,
        'calls', m.calls, 'failed', m.failed, 'tokens_in', m.tokens_in, 'tokens_out', m.tokens_out)
        order by m.usd desc, m.model), '[]')
      from (select l.model, sum(l.usd) as usd, sum(l.calls) as calls, sum(l.failed) as failed,
          sum(l.tokens_in) as tokens_in, sum(l.tokens_out) as tokens_out
        from daily l group by l.model order by sum(l.usd) desc, l.model limit p_limit) m))
$$;
comment on function nightshift.list_model_costs(uuid, date, integer) is
'What calls of providers cost by day (UTC) and by model: {days: [{day, usd, calls}], models: [{model, usd, calls, '
'failed, tokens_in, tokens_out}]}, the dearest first.';
revoke all on function nightshift.list_model_costs(uuid, date, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.foresee_budgets(p_workspace_id uuid, p_now timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  -- The pace is that of the period so far, at least of an hour.
  select coalesce(jsonb_agg(jsonb_build_object('period', b.period, 'period_start', b.period_start,
      'period_ends_at', to_jsonb(p.ends_at), 'limit_usd', b.limit_usd, 'spent_usd', b.spent_usd,
      'reserved_usd', b.reserved_usd, 'warn_percent', b.warn_percent, 'paused', b.paused,
      'ends_at', case
        when b.paused then null
        when b.spent_usd + b.reserved_usd >= b.limit_usd then to_jsonb(p_now)
        when b.spent_usd > 0 and e.at < p.ends_at then to_jsonb(e.at) end)
    order by b.period), '[]')
  from nightshift.list_budgets(p_now, p_workspace_id) b
  cross join lateral (
    select b.period_start::timestamp at time zone 'utc' as starts_at,
      (b.period_start + case b.period when 'day' then interval '1 day' else interval '1 month' end)
        at time zone 'utc' as ends_at
  ) p
  cross join lateral (
    select p_now + greatest(p_now - p.starts_at, interval '1 hour') * least(
      (b.limit_usd - b.spent_usd - b.reserved_usd) / nullif(b.spent_usd, 0), 1000)::double precision as at
  ) e
  where b.workspace_id = p_workspace_id
$$;
comment on function nightshift.foresee_budgets(uuid, timestamptz) is
'The limits of a workspace with what is spent and set aside, and ends_at: when they are used up at the pace of the '
'period so far; now where they are, null where the period ends before.';
revoke all on function nightshift.foresee_budgets(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.count_waiting_for_money(p_workspace_id uuid, p_most integer, p_now timestamptz)
returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('message', n.message, 'since', to_jsonb(n.noted_at), 'emails', (
    select count(*) from (
      select from nightshift.email_queue q
      where q.workspace_id = p_workspace_id and q.failed_at is null limit p_most) e))
  from (
    select n.message, n.noted_at
    from nightshift.spending_notices n
    where n.workspace_id = p_workspace_id and n.reason not like 'near%'
      and n.period_start in ((p_now at time zone 'utc')::date, date_trunc('month', p_now at time zone 'utc')::date)
      -- A notice of before the latest run that read with money speaks of what is over.
      and not exists (
        select from public.ai_usage u
        where u.workspace_id = p_workspace_id and u.created_at > n.noted_at and u.outcome = 'ok')
    order by n.noted_at desc
    limit 1
  ) n
$$;
comment on function nightshift.count_waiting_for_money(uuid, integer, timestamptz) is
'Why nothing is spent at present, since when, and how many emails wait; null where nothing waits for money.';
revoke all on function nightshift.count_waiting_for_money(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.get_spending(p_workspace_id uuid, p_days integer default 30) returns jsonb
-- Planned for the range at hand.
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  c_most_days constant integer := 180;
  c_most_waiting constant integer := 1000;
  c_most_models constant integer := 20;
  v_now constant timestamptz := now();
  v_first_day date;
  v_role text;
begin
  if (p_days between 1 and c_most_days) is not true then
    raise exception 'range_invalid: p_days must be from 1 to %.', c_most_days using errcode = 'PT400';
  end if;
  select m.role into v_role
  from public.workspace_members m where m.workspace_id = p_workspace_id and m.user_id = auth.uid();
  if v_role is null then
    return null;
  end if;
  v_first_day := (v_now at time zone 'utc')::date - (p_days - 1);
  return jsonb_build_object('as_of', to_jsonb(v_now), 'role', v_role, 'first_day', v_first_day,
    'counted_from', case when nightshift.counted_from() > v_first_day::timestamp at time zone 'utc'
      then to_jsonb(nightshift.counted_from()) end,
    'tasks', nightshift.list_type_costs(p_workspace_id, v_first_day::timestamp at time zone 'utc', 'infinity'),
    'calls', nightshift.list_model_costs(p_workspace_id, v_first_day, c_most_models),
    'budgets', nightshift.foresee_budgets(p_workspace_id, v_now),
    'brake', (select jsonb_build_object('at', to_jsonb(k.braked_at), 'by', k.braked_by)
      from nightshift.spending_brakes k where k.workspace_id = p_workspace_id),
    'waiting', nightshift.count_waiting_for_money(p_workspace_id, c_most_waiting, v_now));
end
$$;
comment on function public.get_spending(uuid, integer) is
'What a workspace spent in the last p_days days (1 to 180, UTC): {as_of, role, first_day, counted_from, tasks, calls, '
'budgets, brake, waiting}. tasks: by day and type, as the log has it, so with what external agents report; calls: by '
'day and model, as the ledger has it; budgets: with what is set aside, and when they end at this pace; brake: since '
'when spending is stopped; waiting: emails that wait for money, and why. For members; null for a stranger. Error: '
'PT400 range_invalid.';
revoke all on function public.get_spending(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.get_spending(uuid, integer) to authenticated;

-- 20261122001867_dashboard_acts.sql

-- Dashboard acts: what members do about tasks, emails and money that need a person.
--
-- Locks: rows only. Time: milliseconds.

create or replace function public.retry_tasks(p_task_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_most_tasks constant integer := 100;
  v_caller jsonb;
  v_id uuid;
  v_result jsonb;
  v_results jsonb := jsonb '[]';
begin
  if (cardinality(p_task_ids) between 1 and c_most_tasks) is not true then
    raise exception 'ids_invalid: pass 1 to % ids.', c_most_tasks using errcode = 'PT400';
  end if;
  v_caller := public.admit_caller('tasks');
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  for v_id in select distinct u.id from unnest(p_task_ids) as u (id) where u.id is not null order by u.id loop
    v_result := nightshift.retry_task(v_id, v_caller);
    v_results := v_results || jsonb_build_object('id', v_id, 'outcome', v_result -> 'outcome',
      'retry_id', v_result #> '{task,id}', 'status', v_result -> 'status');
  end loop;
  return jsonb_build_object('outcome', 'ok', 'results', v_results);
end
$$;
comment on function public.retry_tasks(uuid[]) is
'Retries up to 100 tasks that failed, failed in part or were cancelled, as retry_task does one; it counts as one '
'request. Outcomes: ok with results [{id, outcome, retry_id, status}], in the order of the ids and each with an '
'outcome of retry_task; and those of admit_caller. Error: PT400 ids_invalid.';
revoke all on function public.retry_tasks(uuid[]) from public, anon, authenticated, service_role;
grant execute on function public.retry_tasks(uuid[]) to authenticated;

create or replace function nightshift.require_manager(p_workspace_id uuid) returns void
language plpgsql stable set search_path = ''
as $$
begin
  if p_workspace_id in (select nightshift.my_managed_workspaces()) then
    return;
  elsif p_workspace_id in (select nightshift.my_workspaces()) then
    raise exception 'forbidden: only owners and admins do this.' using errcode = 'PT403';
  end if;
  raise exception 'workspace_not_found: no workspace of yours has this id.' using errcode = 'PT404';
end
$$;
comment on function nightshift.require_manager(uuid) is
'Nothing for an owner or admin of the workspace. Errors: PT403 forbidden for other members, PT404 workspace_not_found '
'for a stranger.';
revoke all on function nightshift.require_manager(uuid) from public, anon, authenticated, service_role;

create or replace function public.requeue_failed_emails(p_workspace_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_manager(p_workspace_id);
  return jsonb_build_object('requeued', nightshift.requeue_failed_emails(p_workspace_id));
end
$$;
comment on function public.requeue_failed_emails(uuid) is
'Gives the emails of a workspace that were given up another five attempts: {requeued}. The next run reads them. For '
'owners and admins. Errors: PT403 forbidden, PT404 workspace_not_found.';
revoke all on function public.requeue_failed_emails(uuid) from public, anon, authenticated, service_role;
grant execute on function public.requeue_failed_emails(uuid) to authenticated;

create or replace function public.brake_spending(p_workspace_id uuid, p_is_braked boolean default true) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_manager(p_workspace_id);
  if p_is_braked then
    insert into nightshift.spending_brakes (workspace_id, braked_by) values (p_workspace_id, auth.uid())
    on conflict (workspace_id) do nothing;
  else
    delete from nightshift.spending_brakes k where k.workspace_id = p_workspace_id;
    if found then
      -- What the workspace was passed over for is over.
      perform nightshift.mark_workspaces_due(array[p_workspace_id], '-infinity');
    end if;
  end if;
  return nightshift.foresee_budgets(p_workspace_id, clock_timestamp());
end
$$;
comment on function public.brake_spending(uuid, boolean) is
'Stops the spending of a workspace: no model is called from the next claim on, and emails that need one wait. With '
'p_is_braked false it goes on. It changes no limit. Returns the budgets as get_spending does. For owners and admins. '
'Errors: PT403 forbidden, PT404 workspace_not_found.';
revoke all on function public.brake_spending(uuid, boolean) from public, anon, authenticated, service_role;
grant execute on function public.brake_spending(uuid, boolean) to authenticated;

-- 20261122001870_retention_rules.sql

-- Retention rules, legal holds and erased addresses: what is kept for how long, what must stay, and who is forgotten.
--
-- Without rules nothing of the user's goes. Our own ledgers are pruned by reconcile and are no subject of rules.
-- Locks: writers of public.client_emails wait half a second at most. Time: milliseconds.

create table if not exists public.retention_rules (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  what text not null,
  task_type text,
  keep_days integer not null,
  created_at timestamptz not null default now(),
  constraint what_is_known check (what in ('mail_html', 'mail', 'tasks', 'contacts')),
  constraint keep_days_is_from_1_to_3650 check (keep_days between 1 and 3650),
  constraint task_type_is_known check (task_type = any (nightshift.task_types())),
  constraint only_tasks_have_a_task_type check (task_type is null or what = 'tasks'),
  constraint one_rule_for_each_thing unique nulls not distinct (workspace_id, what, task_type)
);
alter table public.retention_rules enable row level security;
comment on table public.retention_rules is
'What data_cleanup deletes, and after how many days. A rule of the workspace counts before one of the project, and one '
'for a task type before one for all. Without rules nothing is deleted.';
comment on column public.retention_rules.id is 'time-ordered UUID';
comment on column public.retention_rules.workspace_id is 'the workspace; null: the project, for whoever has no rule';
comment on column public.retention_rules.what is
'`mail_html`: the HTML of emails; `mail`: whole emails with all that was read in them; `contacts`: contacts without '
'any interaction; `tasks`: ended rows of the task log';
comment on column public.retention_rules.task_type is 'tasks: only those of this type; null: of all types';
comment on column public.retention_rules.keep_days is 'how long it is kept, 1 to 3650 days';
comment on column public.retention_rules.created_at is 'when the row was written';

create table if not exists public.legal_holds (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  reason text not null,
  created_at timestamptz not null default now(),
  released_at timestamptz,
  constraint reason_has_1_to_1000_characters check (length(reason) between 1 and 1000)
);
create index if not exists legal_holds_workspace_idx on public.legal_holds (workspace_id);
alter table public.legal_holds enable row level security;
comment on table public.legal_holds is
'Workspaces that keep everything: data_cleanup skips them, nobody is erased, and neither they nor their emails, '
'records, contacts and tasks can be deleted. Only the service role writes it. A hold ends with released_at; one that '
'holds cannot be deleted.';
comment on column public.legal_holds.id is 'time-ordered UUID';
comment on column public.legal_holds.workspace_id is 'the workspace';
comment on column public.legal_holds.reason is 'why, 1 to 1000 characters';
comment on column public.legal_holds.created_at is 'since when';
comment on column public.legal_holds.released_at is 'until when; null: it holds';

revoke all on public.retention_rules, public.legal_holds from anon, authenticated, service_role;
grant select, insert, update, delete on public.retention_rules to authenticated, service_role;
grant select on public.legal_holds to authenticated;
grant select, insert, update, delete on public.legal_holds to service_role;
drop policy if exists "members read the rules of their workspaces" on public.retention_rules;
create policy "members read the rules of their workspaces" on public.retention_rules
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "owners and admins add rules" on public.retention_rules;
create policy "owners and admins add rules" on public.retention_rules
  for insert to authenticated with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "owners and admins change rules" on public.retention_rules;
create policy "owners and admins change rules" on public.retention_rules
  for update to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()))
  with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "owners and admins remove rules" on public.retention_rules;
create policy "owners and admins remove rules" on public.retention_rules
  for delete to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "service role manages rules" on public.retention_rules;
create policy "service role manages rules" on public.retention_rules
  to service_role using (true) with check (true);
drop policy if exists "members read the holds of their workspaces" on public.legal_holds;
create policy "members read the holds of their workspaces" on public.legal_holds
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages holds" on public.legal_holds;
create policy "service role manages holds" on public.legal_holds to service_role using (true) with check (true);

create or replace function nightshift.is_on_hold(p_workspace_id uuid) returns boolean
language sql stable set search_path = ''
as $$
  select exists (select from public.legal_holds h where h.workspace_id = p_workspace_id and h.released_at is null)
$$;
comment on function nightshift.is_on_hold(uuid) is 'Whether nothing may be deleted in a workspace.';
revoke all on function nightshift.is_on_hold(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_held() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.legal_holds h
    where h.released_at is null and h.workspace_id in (select g.workspace_id from gone g)
  ) then
    raise exception 'workspace_on_hold: a legal hold keeps everything in this workspace.' using errcode = 'PT409',
      hint = 'It ends when released_at of its rows in legal_holds is set.';
  end if;
  return null;
end
$$;
comment on function nightshift.keep_held() is
'Rejects deleting rows of a workspace under a legal hold, for everybody. Error: PT409 workspace_on_hold.';
revoke all on function nightshift.keep_held() from public, anon, authenticated, service_role;

create or replace function nightshift.keep_hold() returns trigger
language plpgsql set search_path = ''
as $$
begin
  raise exception 'workspace_on_hold: a legal hold keeps this workspace and everything in it.' using errcode = 'PT409',
    hint = 'It ends when released_at of its rows in legal_holds is set.';
end
$$;
comment on function nightshift.keep_hold() is
'Rejects deleting a hold that was not released, and with it the deletion of its workspace, which would take the hold '
'along. Error: PT409 workspace_on_hold.';
revoke all on function nightshift.keep_hold() from public, anon, authenticated, service_role;
create or replace trigger keep_hold
before delete on public.legal_holds
for each row when (old.released_at is null) execute function nightshift.keep_hold();

create or replace function nightshift.is_service() returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  perform nightshift.require_service();
  return true;
exception when insufficient_privilege then
  return false;
end
$$;
comment on function nightshift.is_service() is
'Whether the caller is the service role or the owner of the database, as in the SQL editor.';
revoke all on function nightshift.is_service() from public, anon, authenticated, service_role;

create or replace function nightshift.start_cleanup() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- With the first rule of all. Whoever pauses the schedule later keeps it paused.
  if not exists (select from public.retention_rules r where r.id not in (select a.id from added a)) then
    update public.task_schedules s set enabled = true
    where s.task_type = 'data_cleanup' and s.target = 'database' and not s.enabled;
  end if;
  return null;
end
$$;
comment on function nightshift.start_cleanup() is 'Switches the schedule of data_cleanup on with the first rule.';
revoke all on function nightshift.start_cleanup() from public, anon, authenticated, service_role;
create or replace trigger start_cleanup
after insert on public.retention_rules referencing new table as added
for each statement execute function nightshift.start_cleanup();

create table if not exists nightshift.erased_addresses (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  address_hash text not null,
  erased_at timestamptz not null default now(),
  constraint an_address_is_erased_once primary key (workspace_id, address_hash),
  constraint address_hash_is_a_digest check (address_hash ~ '^[0-9a-f]{64}$')
);
alter table nightshift.erased_addresses enable row level security;
revoke all on nightshift.erased_addresses from public, anon, authenticated, service_role;
comment on table nightshift.erased_addresses is
'Whose email a workspace takes no more. The address itself is in no table: only its HMAC with a key that is in Vault.';
comment on column nightshift.erased_addresses.workspace_id is 'the workspace';
comment on column nightshift.erased_addresses.address_hash is
'HMAC-SHA-256 of the address in lower case, with the secret nightshift_erasure_key of Vault, hexadecimal';
comment on column nightshift.erased_addresses.erased_at is 'when';

create or replace function nightshift.read_erasure_key() returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_key constant text := nightshift.read_secret('nightshift_erasure_key');
begin
  if v_key is null then
    raise exception 'erasure_key_missing: Vault has no nightshift_erasure_key, so it is unknown whose email was erased.'
      using errcode = 'PT409', hint = 'Set it to the value that it had, or delete the rows of '
        'nightshift.erased_addresses if these people may come back.';
  end if;
  return v_key;
end
$$;
comment on function nightshift.read_erasure_key() is
'The key by which erased addresses are known. Error: PT409 erasure_key_missing.';
revoke all on function nightshift.read_erasure_key() from public, anon, authenticated, service_role;

create or replace function nightshift.hash_address(p_address text) returns text
language sql stable set search_path = ''
as $$
  select encode(nightshift.hmac_sha256(lower(btrim(p_address)), nightshift.read_erasure_key()), 'hex')
$$;
comment on function nightshift.hash_address(text) is
'The HMAC of an address, as erased_addresses has it. Error: PT409 erasure_key_missing.';
revoke all on function nightshift.hash_address(text) from public, anon, authenticated, service_role;

create or replace function nightshift.is_erased(p_workspace_id uuid, p_address text) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  if p_address is null
    or not exists (select from nightshift.erased_addresses e where e.workspace_id = p_workspace_id)
  then
    return false;
  end if;
  return exists (
    select from nightshift.erased_addresses e
    where e.workspace_id = p_workspace_id and e.address_hash = nightshift.hash_address(p_address));
end
$$;
comment on function nightshift.is_erased(uuid, text) is
'Whether a person was erased in a workspace. Error: PT409 erasure_key_missing.';
revoke all on function nightshift.is_erased(uuid, text) from public, anon, authenticated, service_role;

create or replace function nightshift.without_erased(p_workspace_id uuid, p_addresses text[]) returns text[]
language sql stable set search_path = ''
as $$
  select coalesce(array_agg(a.address order by a.place)
    filter (where not nightshift.is_erased(p_workspace_id, a.address)), '{}')
  from unnest(p_addresses) with ordinality as a (address, place)
$$;
comment on function nightshift.without_erased(uuid, text[]) is 'Addresses without those of people who were erased.';
revoke all on function nightshift.without_erased(uuid, text[]) from public, anon, authenticated, service_role;

create or replace function nightshift.list_erased(p_workspace_id uuid, p_addresses text[]) returns text[]
language plpgsql stable set search_path = ''
as $$
declare
  v_key constant text := nightshift.read_erasure_key();
begin
  return array(
    select distinct a.address
    from unnest(p_addresses) as a (address)
    join nightshift.erased_addresses e on e.workspace_id = p_workspace_id
      and e.address_hash = encode(nightshift.hmac_sha256(lower(btrim(a.address)), v_key), 'hex'));
end
$$;
comment on function nightshift.list_erased(uuid, text[]) is
'Those of some addresses that are of people who were erased. Error: PT409 erasure_key_missing.';
revoke all on function nightshift.list_erased(uuid, text[]) from public, anon, authenticated, service_role;

create or replace function nightshift.find_addresses(p_document jsonb) returns text[]
language sql immutable set search_path = ''
as $$
  select array(
    select distinct lower(m.found[1])
    from regexp_matches(regexp_replace(p_document::text, '\\(?:[bfnrt]|u[0-9a-f]{4})', ' ', 'g'),
      '([[:alnum:]._%+-]{1,64}@[[:alnum:]-]+(?:\.[[:alnum:]-]+)*)', 'g') as m (found))
$$;
comment on function nightshift.find_addresses(jsonb) is 'What looks like an email address in the text of a document.';
revoke all on function nightshift.find_addresses(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_erased_out() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_erased text[];
begin
  if not exists (select from nightshift.erased_addresses e where e.workspace_id = new.workspace_id) then
    return new;
  elsif nightshift.is_erased(new.workspace_id, new.from_email) then
    return null;
  end if;
  -- Others may go on writing to them. Whoever was erased is in no recipients and no headers here any more.
  v_erased := nightshift.list_erased(new.workspace_id,
    new.to_emails || coalesce(new.cc_emails, '{}') || nightshift.find_addresses(new.headers));
  if v_erased <> '{}' then
    new.headers := nightshift.redact_document(new.headers, v_erased);
    new.to_emails := nightshift.without_erased(new.workspace_id, new.to_emails);
    new.cc_emails := case when new.cc_emails is not null
      then nightshift.without_erased(new.workspace_id, new.cc_emails) end;
  end if;
  return new;
end
$$;
comment on function nightshift.keep_erased_out() is
'Stores no email from a person who was erased, however it comes, and takes them out of the recipients and headers of '
'others.';
revoke all on function nightshift.keep_erased_out() from public, anon, authenticated, service_role;

create or replace function nightshift.keep_erased_contacts_out() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  return case when nightshift.is_erased(new.workspace_id, new.email) then null else new end;
end
$$;
comment on function nightshift.keep_erased_contacts_out() is 'Makes no contact of a person who was erased.';
revoke all on function nightshift.keep_erased_contacts_out() from public, anon, authenticated, service_role;

create or replace function nightshift.address_pattern(p_address text) returns text
language sql immutable set search_path = ''
as $$
  -- As a whole: bob@example.com is not in jim.bob@example.com, nor in bob@example.com.au. In the text of a document a
  -- line break is written \n, and that n is no part of the address.
  select '(?:(?<![[:alnum:]._%+-])|(?<=\\[bfnrt])|(?<=\\u[0-9a-f]{4}))'
    || regexp_replace(lower(btrim(p_address)), '([][\\.^$*+?(){}|/-])', '\\\1', 'g')
    || '(?![[:alnum:]-]|\.[[:alnum:]])'
$$;
comment on function nightshift.address_pattern(text) is
'A regular expression for an address as a whole, to be compared without regard to case.';
revoke all on function nightshift.address_pattern(text) from public, anon, authenticated, service_role;

create or replace function nightshift.redact_document(p_document jsonb, p_addresses text[]) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  v_text text := p_document::text;
  v_address text;
begin
  foreach v_address in array p_addresses loop
    v_text := regexp_replace(v_text, nightshift.address_pattern(v_address), '[erased]', 'gi');
  end loop;
  return v_text::jsonb;
end
$$;
comment on function nightshift.redact_document(jsonb, text[]) is 'A document without some addresses.';
revoke all on function nightshift.redact_document(jsonb, text[]) from public, anon, authenticated, service_role;

create or replace function nightshift.contact_age() returns text
language sql stable set search_path = ''
as $$
  -- A table that was there before need not say when a row was written.
  select case when exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('public.contacts') and a.attname = 'created_at' and not a.attisdropped
      and a.atttypid = 'timestamptz'::regtype)
    then 'coalesce(c.last_interaction, c.created_at)' else 'c.last_interaction' end
$$;
comment on function nightshift.contact_age() is
'The expression by which a contact c is old: its latest email, or else when its row was written, where that is known.';
revoke all on function nightshift.contact_age() from public, anon, authenticated, service_role;

do $$
declare
  c_most_pages constant integer := 10000; -- 80 MB: the index of more would keep writers waiting
begin
  -- A large table that was there before gets its index by hand, as the daily numbers say.
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails') then
    create index if not exists client_emails_received_idx on public.client_emails (workspace_id, received_at);
  end if;
  -- By the age of what still has HTML, so that a run over nothing reads nothing.
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails')
    or pg_catalog.pg_relation_size('public.client_emails') <= c_most_pages * 8192::bigint
  then
    create index if not exists client_emails_html_idx
      on public.client_emails (workspace_id, (greatest(received_at, created_at)), id) where body_html is not null;
  else
    raise warning 'public.client_emails is large and has no index of emails with HTML.'
      using hint = 'Before you add a rule for mail_html, run: create index concurrently client_emails_html_idx on '
        'public.client_emails (workspace_id, (greatest(received_at, created_at)), id) where body_html is not null;';
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.contacts')
    or pg_catalog.pg_relation_size('public.contacts') <= c_most_pages * 8192::bigint
  then
    execute format('create index if not exists contacts_age_idx on public.contacts (workspace_id, (%s), id)',
      replace(nightshift.contact_age(), 'c.', ''));
  else
    raise warning 'public.contacts is large and has no index by age.'
      using hint = format('Before you add a rule for contacts, run: create index concurrently contacts_age_idx on '
        'public.contacts (workspace_id, (%s), id);', replace(nightshift.contact_age(), 'c.', ''));
  end if;
end
$$;

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');
select nightshift.lock_briefly('public.autonomous_tasks', 'share row exclusive');
create or replace trigger keep_erased_out
before insert on public.client_emails
for each row execute function nightshift.keep_erased_out();
create or replace trigger keep_erased_contacts_out
before insert on public.contacts
for each row execute function nightshift.keep_erased_contacts_out();
create or replace trigger keep_held
after delete on public.client_emails referencing old table as gone
for each statement execute function nightshift.keep_held();
create or replace trigger keep_held
after delete on public.contacts referencing old table as gone
for each statement execute function nightshift.keep_held();
-- What goes with its email was looked at there, and must not cost a call for each row.
create or replace trigger keep_held
after delete on public.email_intelligence referencing old table as gone
for each statement when (pg_catalog.pg_trigger_depth() = 0) execute function nightshift.keep_held();
create or replace trigger keep_held
after delete on public.autonomous_tasks referencing old table as gone
for each statement execute function nightshift.keep_held();

-- 20261122001872_erase_person.sql

-- Erasure: forgets one person in one workspace, in every table of ours that has text.
--
-- Tables are found in the catalog, so one that is added later is searched as well. What is somebody's own setting (a
-- mailbox, an invitation, an alert rule) is not touched, but told. A dry run is the real run, undone.
-- Locks: rows of the workspace. Time: about a second for each 10,000 emails, as their texts are searched.

create or replace function nightshift.list_text_tables() returns table (relation regclass, columns text[])
language sql stable set search_path = ''
as $$
  select c.oid::regclass, array_agg(a.attname::text order by a.attnum) filter (
    where a.attgenerated = '' and a.attidentity = '' and (
      t.typcategory = 'S' or t.oid in ('json'::regtype, 'jsonb'::regtype)
      or (t.typcategory = 'A' and e.typcategory = 'S')))
  from pg_catalog.pg_class c
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relkind in ('r', 'p') and (c.relnamespace = 'nightshift'::regnamespace
    or c.relnamespace = 'public'::regnamespace and (c.relname in ('autonomous_tasks', 'client_emails', 'contacts')
      or c.relname::text = any (nightshift.list_public_names())))
  group by c.oid
  having bool_or(a.attname = 'workspace_id')
$$;
comment on function nightshift.list_text_tables() is
'Our tables with rows of workspaces, each with its columns that hold text.';
revoke all on function nightshift.list_text_tables() from public, anon, authenticated, service_role;

create or replace function nightshift.is_own_setting(p_relation regclass) returns boolean
language sql stable set search_path = ''
as $$
  select c.relname in ('mailboxes', 'invitations', 'alert_rules', 'ingest_tokens', 'report_subscriptions',
    'workspace_settings', 'retention_rules', 'legal_holds', 'erased_addresses')
  from pg_catalog.pg_class c
  where c.oid = p_relation
$$;
comment on function nightshift.is_own_setting(regclass) is
'Whether rows of a table are what somebody has set up, so that an erasure tells of them and changes none.';
revoke all on function nightshift.is_own_setting(regclass) from public, anon, authenticated, service_role;

create or replace function nightshift.redact_table(p_relation regclass, p_columns text[], p_workspace_id uuid,
  p_address text) returns bigint
language plpgsql set search_path = ''
as $$
declare
  c_found constant text := 't.workspace_id = $1 and strpos(lower(t::text), $2) > 0 and t::text ~* $3';
  v_pattern constant text := nightshift.address_pattern(p_address);
  v_count bigint;
  v_changes text;
  v_place tid;
begin
  if nightshift.is_own_setting(p_relation) or cardinality(p_columns) is null then
    execute format('select count(*) from %s t where %s', p_relation, c_found) into v_count
    using p_workspace_id, p_address, v_pattern;
    return v_count;
  end if;
  v_changes := (
    select string_agg(format('%1$I = case when t.%1$I::text ~* $3 '
      'then regexp_replace(t.%1$I::text, $3, ''[erased]'', ''gi'')::%2$s else t.%1$I end', a.attname,
      format_type(a.atttypid, a.atttypmod)), ', ')
    from pg_catalog.pg_attribute a
    where a.attrelid = p_relation and a.attname::text = any (p_columns));
  begin
    execute format('update %s t set %s where %s', p_relation, v_changes, c_found)
    using p_workspace_id, p_address, v_pattern;
    get diagnostics v_count = row_count;
    return v_count;
  exception when others then
    v_count := 0;
  end;
  -- Some row may not change, such as the end of a task: it goes as a whole, and the others are changed.
  for v_place in execute format('select t.ctid from %s t where %s', p_relation, c_found)
    using p_workspace_id, p_address, v_pattern
  loop
    v_count := v_count + 1;
    begin
      execute format('update %s t set %s where t.ctid = $1', p_relation, replace(v_changes, '$3', '$2'))
      using v_place, v_pattern;
    exception when others then
      execute format('delete from %s t where t.ctid = $1', p_relation) using v_place;
    end;
  end loop;
  return v_count;
end
$$;
comment on function nightshift.redact_table(regclass, text[], uuid, text) is
'Part of erase_person: takes an address out of the rows of a workspace, or counts the rows of own settings. Rows that '
'may not change are deleted. Returns how many rows.';
revoke all on function nightshift.redact_table(regclass, text[], uuid, text)
  from public, anon, authenticated, service_role;

create or replace function nightshift.erase_emails(p_workspace_id uuid, p_address text,
  out contacts bigint, out emails bigint, out recipients bigint, out facts bigint)
language plpgsql set search_path = ''
as $$
begin
  delete from public.contacts c where c.workspace_id = p_workspace_id and c.email = p_address;
  get diagnostics contacts = row_count;
  delete from public.client_emails e where e.workspace_id = p_workspace_id and lower(btrim(e.from_email)) = p_address;
  get diagnostics emails = row_count;
  update public.client_emails e
  set to_emails = array(select t.a from unnest(e.to_emails) with ordinality as t (a, n)
      where lower(btrim(t.a)) <> p_address order by t.n),
    cc_emails = case when e.cc_emails is not null then array(
      select t.a from unnest(e.cc_emails) with ordinality as t (a, n) where lower(btrim(t.a)) <> p_address
      order by t.n) end,
    headers = nightshift.redact_document(e.headers, array[p_address])
  where e.workspace_id = p_workspace_id and (
    exists (select from unnest(e.to_emails || coalesce(e.cc_emails, '{}')) as t (a) where lower(btrim(t.a)) = p_address)
    or e.headers::text ~* nightshift.address_pattern(p_address));
  get diagnostics recipients = row_count;
  delete from public.contact_facts f
  using public.contacts c
  where c.id = f.contact_id and c.workspace_id = p_workspace_id and f.value ~* nightshift.address_pattern(p_address);
  get diagnostics facts = row_count;
  delete from nightshift.task_steps s
  using public.autonomous_tasks t
  where t.id = s.task_id and t.workspace_id = p_workspace_id and s::text ~* nightshift.address_pattern(p_address);
end
$$;
comment on function nightshift.erase_emails(uuid, text) is
'Part of erase_person: the contact with its facts and scores, the emails from the address, and the recipients of '
'others.';
revoke all on function nightshift.erase_emails(uuid, text) from public, anon, authenticated, service_role;

create or replace function nightshift.erase_all(p_workspace_id uuid, p_address text) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_erased record;
  v_table record;
  v_count bigint;
  v_rows jsonb := jsonb '{}';
  v_kept jsonb := jsonb '{}';
begin
  select * into v_erased from nightshift.erase_emails(p_workspace_id, p_address);
  for v_table in
    select l.* from nightshift.list_text_tables() l
    where l.relation not in ('public.client_emails'::regclass, 'public.email_intelligence'::regclass)
    order by l.relation::text
  loop
    v_count := nightshift.redact_table(v_table.relation, v_table.columns, p_workspace_id, p_address);
    continue when v_count = 0;
    if nightshift.is_own_setting(v_table.relation) then
      v_kept := v_kept || jsonb_build_object(v_table.relation::text, v_count);
    else
      v_rows := v_rows || jsonb_build_object(v_table.relation::text, v_count);
    end if;
  end loop;
  return jsonb_build_object('contacts', v_erased.contacts, 'emails', v_erased.emails,
    'recipients', v_erased.recipients, 'facts', v_erased.facts, 'rows', v_rows, 'kept', v_kept,
    'still_mentioned_in', (
      select coalesce(jsonb_agg(e.id order by e.id), '[]')
      from public.client_emails e
      left join public.email_intelligence i on i.email_id = e.id
      where e.workspace_id = p_workspace_id
        and concat_ws(' ', e::text, i::text) ~* nightshift.address_pattern(p_address)));
end
$$;
comment on function nightshift.erase_all(uuid, text) is 'Part of erase_person: does it, and counts.';
revoke all on function nightshift.erase_all(uuid, text) from public, anon, authenticated, service_role;

create or replace function public.erase_person(p_workspace_id uuid, p_address text, p_dry_run boolean default true)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_address constant text := lower(btrim(p_address));
  v_report jsonb;
begin
  if not (nightshift.can_manage(p_workspace_id, 'owner') or nightshift.is_service()) then
    raise exception 'workspace_not_managed: only owners of the workspace and the service role erase a person.'
      using errcode = 'PT403';
  elsif (v_address ~ '^[^@\s]{1,64}@[^@\s]{1,255}$') is not true then
    raise exception 'address_invalid: pass one email address, such as ada@example.com.' using errcode = 'PT400';
  elsif nightshift.is_on_hold(p_workspace_id) then
    raise exception 'workspace_on_hold: a legal hold keeps everything in this workspace.' using errcode = 'PT409',
      hint = 'It ends when released_at of its rows in legal_holds is set.';
  end if;
  begin
    v_report := nightshift.erase_all(p_workspace_id, v_address) || jsonb_build_object('dry_run', p_dry_run);
    if p_dry_run is not false then
      raise exception 'dry run' using errcode = 'UNDO0';
    end if;
  exception when sqlstate 'UNDO0' then
    return v_report;
  end;
  if nightshift.read_secret('nightshift_erasure_key') is null
    and not exists (select from nightshift.erased_addresses)
  then
    perform vault.create_secret(replace(gen_random_uuid()::text || gen_random_uuid(), '-', ''),
      'nightshift_erasure_key', 'Keeps people out who were erased. Never change it.');
  end if;
  insert into nightshift.erased_addresses (workspace_id, address_hash)
  values (p_workspace_id, nightshift.hash_address(v_address))
  on conflict (workspace_id, address_hash) do nothing;
  return v_report;
end
$$;
comment on function public.erase_person(uuid, text, boolean) is
'Forgets a person in a workspace: contact, facts, scores, emails from the address, and the address in all other rows. '
'Their email is not stored again. For owners and the service role. p_dry_run, true unless said otherwise, only counts. '
'Returns {contacts, emails, recipients, facts, rows: {table: n}, kept: {table: n} (own settings such as mailboxes), '
'still_mentioned_in: [ids of emails of others that mention the address], dry_run}. Example: select '
'erase_person(''…'', ''ada@example.com'', false); Errors: PT403 workspace_not_managed, PT400 address_invalid, PT409 '
'workspace_on_hold, erasure_key_missing.';
revoke all on function public.erase_person(uuid, text, boolean) from public, anon, authenticated, service_role;
grant execute on function public.erase_person(uuid, text, boolean) to authenticated, service_role;

-- 20261122001874_data_cleanup.sql

-- Data cleanup: deletes what retention rules say, oldest first, in small statements with a commit after each.
--
-- A run first writes down what it will look at: one row for each rule and workspace. Each chunk deletes up to 1,000
-- rows of one of them, skipping those that somebody holds. Statements that take long get fewer rows. A run that was
-- killed goes on with what is left, and a hold that is set meanwhile stops the next chunk.
-- Locks: rows only. Time: up to 0.1 s a statement.

create table if not exists nightshift.cleanup_work (
  id uuid primary key default nightshift.time_ordered_uuid(),
  run_id uuid not null,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  what text not null,
  task_type text,
  keep_days integer not null,
  cutoff timestamptz not null,
  other_types text[] not null default '{}',
  batch integer not null default 100,
  after_at timestamptz not null default '-infinity',
  after_id uuid not null default '00000000-0000-0000-0000-000000000000',
  rows bigint not null default 0,
  bytes bigint not null default 0,
  oldest_left timestamptz,
  is_held boolean not null default false,
  is_done boolean not null default false,
  served_at timestamptz
);
create index if not exists cleanup_work_open_idx on nightshift.cleanup_work (run_id, served_at nulls first)
  where not is_done;
create index if not exists cleanup_work_run_idx on nightshift.cleanup_work (run_id, id);
create index if not exists cleanup_work_workspace_idx on nightshift.cleanup_work (workspace_id);
alter table nightshift.cleanup_work enable row level security;
revoke all on nightshift.cleanup_work from public, anon, authenticated, service_role;
comment on table nightshift.cleanup_work is
'What a run of data_cleanup looks at: a row for each rule and workspace. The rows of the runs before are deleted by '
'the next run.';
comment on column nightshift.cleanup_work.id is 'time-ordered UUID';
comment on column nightshift.cleanup_work.run_id is 'the run: id of its system row';
comment on column nightshift.cleanup_work.workspace_id is 'the workspace; null: system rows of the log';
comment on column nightshift.cleanup_work.what is 'as in retention_rules';
comment on column nightshift.cleanup_work.task_type is 'tasks: only those of this type; null: of all but other_types';
comment on column nightshift.cleanup_work.keep_days is 'as the rule says';
comment on column nightshift.cleanup_work.cutoff is 'what is older goes';
comment on column nightshift.cleanup_work.other_types is 'task types with a rule of their own';
comment on column nightshift.cleanup_work.batch is 'how many rows the next statement takes, 10 to 1000';
comment on column nightshift.cleanup_work.after_at is 'everything up to this time has been looked at';
comment on column nightshift.cleanup_work.after_id is 'and of this time, everything up to this id';
comment on column nightshift.cleanup_work.rows is 'how many went, or with dry_run would go';
comment on column nightshift.cleanup_work.bytes is 'about how many bytes these had';
comment on column nightshift.cleanup_work.oldest_left is 'the oldest that was left; null: none';
comment on column nightshift.cleanup_work.is_held is 'whether a legal hold kept it';
comment on column nightshift.cleanup_work.is_done is 'whether nothing is left to do';
comment on column nightshift.cleanup_work.served_at is 'when it last had its turn';

create or replace function nightshift.list_rules(p_workspace_id uuid, p_now timestamptz)
returns table (workspace_id uuid, what text, task_type text, keep_days integer, cutoff timestamptz, other_types text[],
  from_at timestamptz)
language sql stable set search_path = ''
as $$
  with lanes as (
    select w.id as workspace_id from public.workspaces w where p_workspace_id is null or w.id = p_workspace_id
    union all
    select null where p_workspace_id is null
  ), candidates as ( -- the own rule before that of the project
    select distinct on (l.workspace_id, r.what, r.task_type) l.workspace_id, r.what, r.task_type, r.keep_days,
      r.workspace_id is not null as is_own
    from public.retention_rules r
    join lanes l on r.workspace_id is null or r.workspace_id = l.workspace_id
    where l.workspace_id is not null or (r.workspace_id is null and r.what = 'tasks')
    order by l.workspace_id, r.what, r.task_type, r.workspace_id is null
  )
  select c.workspace_id, c.what, c.task_type, c.keep_days, p_now - make_interval(days => c.keep_days),
    case when c.what = 'tasks' and c.task_type is null then array(
      select o.task_type from candidates o
      where o.workspace_id is not distinct from c.workspace_id and o.what = 'tasks' and o.task_type is not null
        and (o.is_own or not c.is_own))
    else '{}' end,
    -- What goes as a whole need not lose its HTML before.
    coalesce((
      select p_now - make_interval(days => o.keep_days)
      from candidates o
      where c.what = 'mail_html' and o.what = 'mail' and o.workspace_id = c.workspace_id), '-infinity')
  from candidates c
  -- A workspace that says how long tasks stay means all types, also those that the project has a rule for.
  where c.what <> 'tasks' or c.task_type is null or c.is_own or not exists (
    select from candidates o
    where o.workspace_id is not distinct from c.workspace_id and o.what = 'tasks' and o.task_type is null and o.is_own)
$$;
comment on function nightshift.list_rules(uuid, timestamptz) is
'The rules that hold, for one workspace or for all, and for system rows (workspace_id null) those of the project.';
revoke all on function nightshift.list_rules(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.cleanup_query(p_what text) returns text
language sql stable set search_path = ''
as $$
  -- $1 the work, $2 how many. Each is read in the order of its index, from where the last statement ended.
  select case p_what
    when 'mail' then
      'select e.id, e.received_at as at, coalesce(pg_column_size(e.body_text), 0)
         + coalesce(pg_column_size(e.body_html), 0) + coalesce(pg_column_size(e.headers), 0) + 200 as bytes
       from public.client_emails e
       where e.workspace_id = $1.workspace_id and e.received_at >= $1.after_at
         and (e.received_at, e.id) > ($1.after_at, $1.after_id)
         and e.received_at < $1.cutoff and e.created_at < $1.cutoff
       order by e.received_at, e.id limit $2'
    when 'mail_html' then
      replace('select e.id, <age> as at, pg_column_size(e.body_html) as bytes
       from public.client_emails e
       where e.workspace_id = $1.workspace_id and <age> >= $1.after_at and (<age>, e.id) > ($1.after_at, $1.after_id)
         and <age> < $1.cutoff and e.received_at < $1.cutoff and e.created_at < $1.cutoff and e.body_html is not null
       order by <age>, e.id limit $2', '<age>', 'greatest(e.received_at, e.created_at)')
    when 'contacts' then
      replace('select c.id, <age> as at, pg_column_size(c) as bytes
       from public.contacts c
       where c.workspace_id = $1.workspace_id and <age> < $1.cutoff and (<age>, c.id) > ($1.after_at, $1.after_id)
       order by <age>, c.id limit $2', '<age>', nightshift.contact_age())
    when 'tasks' then
      'select t.id, t.executed_at as at, pg_column_size(t) as bytes
       from public.autonomous_tasks t
       where t.workspace_id is not distinct from $1.workspace_id
         and t.executed_at >= $1.after_at and (t.executed_at, t.id) > ($1.after_at, $1.after_id)
         and t.executed_at < $1.cutoff and t.completed_at < $1.cutoff
         and (t.task_type = $1.task_type or $1.task_type is null) and t.task_type <> all ($1.other_types)
       order by t.executed_at, t.id limit $2'
  end
$$;
comment on function nightshift.cleanup_query(text) is 'Part of clean_up: what is next to go, for each kind.';
revoke all on function nightshift.cleanup_query(text) from public, anon, authenticated, service_role;

create or replace function nightshift.clean_up(
  p_work nightshift.cleanup_work, p_is_dry_run boolean, out rows bigint, out bytes bigint, out at timestamptz,
  out id uuid, out seen bigint
)
language plpgsql set search_path = ''
as $$
declare
  v_query text := nightshift.cleanup_query(p_work.what);
  v_table constant text := case p_work.what when 'contacts' then 'public.contacts'
    when 'tasks' then 'public.autonomous_tasks' else 'public.client_emails' end;
begin
  if p_work.what = 'tasks' and p_work.workspace_id is null then
    -- By the index of the age: there is none for system rows of all types.
    v_query := replace(v_query, 't.workspace_id is not distinct from $1.workspace_id', 't.workspace_id is null');
  else
    v_query := replace(v_query, 'is not distinct from $1.workspace_id', '= $1.workspace_id');
  end if;
  if p_is_dry_run then
    execute format('with next as materialized (%s) select count(*), coalesce(sum(n.bytes), 0), count(*), '
      'max(n.at), (array_agg(n.id order by n.at desc, n.id desc))[1] from next n', v_query)
    into rows, bytes, seen, at, id using p_work, p_work.batch;
    return;
  end if;
  -- What happened on a day does not change by being cleaned up: see mark_gone_days.
  perform set_config('nightshift.keeps_days', 'on', true);
  execute format('with next as materialized (%s), free as (
      select f.id from %s f where f.id in (select n.id from next n) for update skip locked
    ), gone as (
      %s where d.id in (select f.id from free f) returning d.id
    )
    select count(*) filter (where g.id is not null), coalesce(sum(n.bytes) filter (where g.id is not null), 0),
      count(*), max(n.at), (array_agg(n.id order by n.at desc, n.id desc))[1]
    from next n left join gone g on g.id = n.id', v_query, v_table,
    case p_work.what when 'mail_html' then 'update public.client_emails d set body_html = null'
      else format('delete from %s d', v_table) end)
  into rows, bytes, seen, at, id using p_work, p_work.batch;
  perform set_config('nightshift.keeps_days', 'off', true);
end
$$;
comment on function nightshift.clean_up(nightshift.cleanup_work, boolean) is
'Part of data_cleanup: the next statement of some work. Returns how many rows and bytes went, how many it looked at, '
'and the last of these.';
revoke all on function nightshift.clean_up(nightshift.cleanup_work, boolean)
  from public, anon, authenticated, service_role;

create or replace function nightshift.find_oldest_left(p_work nightshift.cleanup_work) returns timestamptz
language plpgsql set search_path = ''
as $$
begin
  p_work.after_at := greatest(p_work.after_at, p_work.cutoff - interval '1 microsecond');
  p_work.cutoff := 'infinity';
  p_work.batch := 1;
  return (nightshift.clean_up(p_work, true)).at;
end
$$;
comment on function nightshift.find_oldest_left(nightshift.cleanup_work) is
'Part of data_cleanup: the oldest that is young enough to stay.';
revoke all on function nightshift.find_oldest_left(nightshift.cleanup_work)
  from public, anon, authenticated, service_role;

create or replace function nightshift.plan_cleanup(p_run_id uuid, p_now timestamptz) returns void
language sql set search_path = ''
as $$
  delete from nightshift.cleanup_work w
  where w.run_id <> p_run_id and not exists (select from nightshift.database_runs r where r.run_id = w.run_id);
  insert into nightshift.cleanup_work (run_id, workspace_id, what, task_type, keep_days, cutoff, other_types, after_at,
    is_held, is_done)
  select p_run_id, r.workspace_id, r.what, r.task_type, r.keep_days, r.cutoff, r.other_types, r.from_at, h.is_held,
    h.is_held
  from nightshift.list_rules((nightshift.run_payload(p_run_id) ->> 'workspace_id')::uuid, p_now) r
  cross join lateral (select coalesce(nightshift.is_on_hold(r.workspace_id), false)) as h (is_held)
$$;
comment on function nightshift.plan_cleanup(uuid, timestamptz) is
'Part of data_cleanup: writes down what a run will look at.';
revoke all on function nightshift.plan_cleanup(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.serve_cleanup(
  p_work nightshift.cleanup_work, p_is_dry_run boolean, p_now timestamptz
) returns bigint
language plpgsql set search_path = ''
as $$
declare
  c_slow_ms constant numeric := 60;
  c_fast_ms constant numeric := 25;
  v_started_at constant timestamptz := clock_timestamp();
  v_ms numeric;
  v_step record;
begin
  if p_work.workspace_id is not null and nightshift.is_on_hold(p_work.workspace_id) then
    update nightshift.cleanup_work w set is_held = true, is_done = true where w.id = p_work.id;
    return 0;
  end if;
  select * into v_step from nightshift.clean_up(p_work, p_is_dry_run);
  v_ms := 1000 * extract(epoch from clock_timestamp() - v_started_at);
  update nightshift.cleanup_work w
  set rows = w.rows + v_step.rows, bytes = w.bytes + v_step.bytes, served_at = p_now,
    after_at = coalesce(v_step.at, w.after_at), after_id = coalesce(v_step.id, w.after_id),
    oldest_left = case
      when v_step.rows < v_step.seen then least(w.oldest_left, v_step.at)
      when v_step.seen < p_work.batch then coalesce(w.oldest_left, nightshift.find_oldest_left(p_work))
      else w.oldest_left end,
    is_done = v_step.seen < p_work.batch,
    batch = case when v_ms > 2 * c_slow_ms then greatest(10, w.batch / 4)
      when v_ms > c_slow_ms then greatest(10, w.batch / 2)
      when v_ms < c_fast_ms then least(1000, w.batch * 2) else w.batch end
  where w.id = p_work.id;
  return v_step.rows;
end
$$;
comment on function nightshift.serve_cleanup(nightshift.cleanup_work, boolean, timestamptz) is
'Part of data_cleanup: one statement of some work, unless a hold keeps it. Returns how many rows went.';
revoke all on function nightshift.serve_cleanup(nightshift.cleanup_work, boolean, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.report_cleanup(p_run_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'dry_run', coalesce((nightshift.run_payload(p_run_id) -> 'dry_run')::boolean, false),
    'rows', coalesce(sum(w.rows), 0), 'bytes', coalesce(sum(w.bytes), 0),
    'held', count(distinct w.workspace_id) filter (where w.is_held),
    'rules', coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('workspace_id', w.workspace_id, 'what', w.what,
      'task_type', w.task_type, 'keep_days', w.keep_days, 'rows', w.rows, 'bytes', w.bytes,
      'oldest_left', w.oldest_left, 'held', case when w.is_held then true end)) order by w.rows desc, w.id)
      filter (where w.place <= 200), '[]'))
  from (
    select c.*, row_number() over (order by c.is_held desc, c.rows desc, c.id) as place
    from nightshift.cleanup_work c
    where c.run_id = p_run_id
  ) w
$$;
comment on function nightshift.report_cleanup(uuid) is
'The output of a run of data_cleanup: {dry_run, rows, bytes, held: workspaces under hold, rules: [{workspace_id, what, '
'task_type, keep_days, rows, bytes, oldest_left, held}]}, up to 200 rules.';
revoke all on function nightshift.report_cleanup(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.data_cleanup_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_most_rows constant bigint := 1000000;
  v_is_dry_run constant boolean := coalesce((nightshift.run_payload(p_run_id) -> 'dry_run')::boolean, false);
  v_until constant timestamptz := clock_timestamp() + interval '500 milliseconds';
  v_work nightshift.cleanup_work;
  v_rows bigint := 0;
  v_is_done boolean;
begin
  if not exists (select from nightshift.cleanup_work w where w.run_id = p_run_id) then
    perform nightshift.plan_cleanup(p_run_id, p_now);
  end if;
  loop
    select w.* into v_work
    from nightshift.cleanup_work w
    where w.run_id = p_run_id and not w.is_done and (p_workspace_id is null or w.workspace_id = p_workspace_id)
      and not exists (
        select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = w.workspace_id)
    order by w.served_at nulls first, w.id
    limit 1;
    exit when v_work.id is null;
    v_rows := nightshift.serve_cleanup(v_work, v_is_dry_run, clock_timestamp());
    -- One statement that deletes, then a commit. What deletes nothing is passed over.
    exit when v_rows > 0 or clock_timestamp() > v_until;
  end loop;
  v_is_done := v_work.id is null or (
    select sum(w.rows) >= c_most_rows from nightshift.cleanup_work w where w.run_id = p_run_id);
  return jsonb_build_object(
    'done', v_is_done,
    'touched', case when v_rows > 0 and v_work.workspace_id is not null and not v_is_dry_run
      then jsonb_build_array(jsonb_build_object('workspace_id', v_work.workspace_id,
        'counts', jsonb_build_object(v_work.what, v_rows)))
      else '[]' end,
    'output', case when v_is_done then nightshift.report_cleanup(p_run_id) else '{}' end);
end
$$;
comment on function nightshift.data_cleanup_chunk(uuid, uuid, timestamptz) is
'The work of data_cleanup: one statement that deletes up to 1,000 rows, of what was served longest ago. A run deletes '
'a million rows at most.';
revoke all on function nightshift.data_cleanup_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.data_cleanup_due(p_run_id uuid, p_limit integer, p_now timestamptz)
  returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select distinct w.workspace_id
  from nightshift.cleanup_work w
  where w.run_id = p_run_id and not w.is_done and w.workspace_id is not null and p_now is not null and not exists (
    select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = w.workspace_id)
  limit p_limit
$$;
comment on function nightshift.data_cleanup_due(uuid, integer, timestamptz) is
'Workspaces in which a run of data_cleanup has something left to do.';
revoke all on function nightshift.data_cleanup_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

insert into nightshift.database_types (task_type, payload)
values ('data_cleanup', '{"dry_run": "boolean", "workspace_id": "uuid"}')
on conflict (task_type) do update set payload = excluded.payload;

create or replace function public.preview_cleanup(p_workspace_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_rule record;
  v_work nightshift.cleanup_work;
  v_rules jsonb := jsonb '[]';
  v_found record;
begin
  if not (nightshift.can_manage(p_workspace_id) or nightshift.is_service()) then
    raise exception 'workspace_not_managed: only owners and admins preview what is deleted.' using errcode = 'PT403';
  end if;
  for v_rule in select r.* from nightshift.list_rules(p_workspace_id, clock_timestamp()) r order by r.what, r.task_type
  loop
    v_work.workspace_id := p_workspace_id;
    v_work.what := v_rule.what;
    v_work.task_type := v_rule.task_type;
    v_work.cutoff := v_rule.cutoff;
    v_work.other_types := v_rule.other_types;
    v_work.batch := 1000000;
    v_work.after_at := v_rule.from_at;
    v_work.after_id := '00000000-0000-0000-0000-000000000000';
    select * into v_found from nightshift.clean_up(v_work, true);
    v_rules := v_rules || jsonb_strip_nulls(jsonb_build_object('what', v_rule.what, 'task_type', v_rule.task_type,
      'keep_days', v_rule.keep_days, 'rows', v_found.rows, 'bytes', v_found.bytes));
  end loop;
  return jsonb_build_object('workspace_id', p_workspace_id, 'held', nightshift.is_on_hold(p_workspace_id),
    'rules', v_rules);
end
$$;
comment on function public.preview_cleanup(uuid) is
'What the next data_cleanup would delete in a workspace: {held, rules: [{what, task_type, keep_days, rows, bytes}]}. '
'For owners, admins and the service role. Example: select preview_cleanup(''…''); Error: PT403 workspace_not_managed.';
revoke all on function public.preview_cleanup(uuid) from public, anon, authenticated, service_role;
grant execute on function public.preview_cleanup(uuid) to authenticated, service_role;

-- 20261122001880_why.sql

-- Why: one sentence from our own rows on why something did or did not happen.
--
-- Each question has a function. All take the workspaces that the caller may see, null for the operator, and answer
-- about what is elsewhere as if it were not there.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.tell_time(p_at timestamptz) returns text
language sql stable set search_path = ''
as $$ select to_char(p_at at time zone 'utc', 'YYYY-MM-DD HH24:MI "UTC"') $$;
comment on function nightshift.tell_time(timestamptz) is 'A time for a sentence, in UTC to the minute.';
revoke all on function nightshift.tell_time(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.why_slot(
  p_schedule public.task_schedules, p_at timestamptz, p_for_operator boolean
) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_slot timestamptz;
  v_dispatch public.task_dispatches;
  v_task public.autonomous_tasks;
begin
  if p_schedule.cron_expression is null then
    return format('"%s" runs on demand and has no scheduled times.', p_schedule.name);
  end if;
  v_slot := nightshift.latest_slot(p_schedule.cron_expression, p_at, p_schedule.time_zone);
  if v_slot is null or v_slot < date_trunc('minute', p_at) then
    return format('"%s" had no scheduled time at %s: the one before was %s, the next is %s.', p_schedule.name,
      nightshift.tell_time(p_at), coalesce(nightshift.tell_time(v_slot), 'more than 31 days ago'),
      nightshift.tell_time(nightshift.next_slot(p_schedule.cron_expression, p_at, p_schedule.time_zone)));
  end if;
  select d.* into v_dispatch from public.task_dispatches d
  where d.schedule_id = p_schedule.id and d.slot = v_slot and d.kind in ('tick', 'missed')
  order by d.dispatched_at limit 1;
  if v_dispatch.id is null then
    return format('"%s" did not run at %s: %s', p_schedule.name, nightshift.tell_time(v_slot), case
      when p_schedule.active_since > v_slot then format('nothing was expected before %s, when it was made, resumed or '
        'changed.', nightshift.tell_time(p_schedule.active_since))
      when not p_schedule.enabled then 'it is paused.'
      when nightshift.job_state(p_schedule) = 'switched_off' then 'its pg_cron job is switched off.'
      when v_slot > clock_timestamp() then 'that time has not come.'
      when v_slot < clock_timestamp() - interval '90 days' then 'it is too long ago to be known.'
      else 'no tick of pg_cron has come for it, and reconcile has not made up for it.' end);
  end if;
  select t.* into v_task from public.autonomous_tasks t where t.id = v_dispatch.task_id;
  return format('"%s" at %s: %s', p_schedule.name, nightshift.tell_time(v_slot), case
    when v_task.status = 'completed' then format('it ran, and completed at %s.',
      nightshift.tell_time(v_task.completed_at))
    when v_task.status = 'running' then format('it is running since %s.', nightshift.tell_time(v_task.executed_at))
    when v_task.status = 'pending' and v_dispatch.verdict in ('sent', 'accepted')
      then 'it was sent and has not started.'
    when v_dispatch.verdict = 'skipped' then coalesce(case when p_for_operator then v_dispatch.detail end,
      'it was skipped, because the task of another scheduled time was unfinished.')
    when v_dispatch.verdict = 'missed' then coalesce(case when p_for_operator then v_dispatch.detail end,
      'it was missed, because no tick came, and was not made up for.')
    else coalesce(case when p_for_operator then coalesce(v_task.error_message, v_dispatch.detail) end,
      format('it ended as %s.', replace(coalesce(v_task.status, v_dispatch.verdict), '_', ' '))) end);
end
$$;
comment on function nightshift.why_slot(public.task_schedules, timestamptz, boolean) is
'Part of why: what became of a scheduled time, or why there was none.';
revoke all on function nightshift.why_slot(public.task_schedules, timestamptz, boolean)
  from public, anon, authenticated, service_role;

create or replace function nightshift.why_time(p_ref text, p_for_operator boolean) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_at constant timestamptz := nightshift.read_time(btrim(substring(p_ref from '\d{4}-\d{2}-\d{2}.*$')));
  v_name constant text := nullif(btrim(regexp_replace(p_ref, '\d{4}-\d{2}-\d{2}.*$', '')), '');
  v_answer text;
begin
  if v_at is null then
    raise exception 'question_invalid: a time is such as 2026-03-01T03:00:00Z, with the name of a schedule before it '
      'or without.' using errcode = 'PT400';
  end if;
  if v_name is not null then
    select nightshift.why_slot(s, v_at, p_for_operator) into v_answer
    from public.task_schedules s where s.name = v_name;
    return coalesce(v_answer, format('There is no schedule "%s".', v_name));
  end if;
  -- Those with a scheduled time in that minute, the ones that did not go well first.
  select string_agg(w.answer, ' ' order by w.went_well, w.name) into v_answer
  from (
    select s.name, a.answer, a.answer like '%completed at%' as went_well
    from public.task_schedules s
    cross join lateral (select nightshift.why_slot(s, v_at, p_for_operator)) as a (answer)
    where s.enabled and s.cron_expression is not null
      and nightshift.latest_slot(s.cron_expression, v_at, s.time_zone) >= date_trunc('minute', v_at)
    order by 3, 1
    limit 3
  ) w;
  return coalesce(v_answer, format('No schedule that is switched on has a scheduled time at %s.',
    nightshift.tell_time(v_at)));
end
$$;
comment on function nightshift.why_time(text, boolean) is
'Part of why: a time, or the name of a schedule and a time. Error: PT400 question_invalid.';
revoke all on function nightshift.why_time(text, boolean) from public, anon, authenticated, service_role;

create or replace function nightshift.why_email(p_email_id uuid, p_workspace_ids uuid[]) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_email public.client_emails;
  v_queued nightshift.email_queue;
  v_notice text;
  v_before bigint;
begin
  select e.* into v_email from public.client_emails e
  where e.id = p_email_id and (p_workspace_ids is null or e.workspace_id = any (p_workspace_ids));
  if v_email.id is null then
    return 'There is no such email.';
  elsif v_email.intelligence_analyzed then
    return format('It was read at %s.', nightshift.tell_time(v_email.analyzed_at));
  elsif v_email.direction = 'outbound' then
    return 'It was sent by you, and only emails that come in are read.';
  end if;
  select q.* into v_queued from nightshift.email_queue q where q.email_id = p_email_id;
  select n.message into v_notice
  from nightshift.spending_notices n
  where n.workspace_id = v_email.workspace_id and n.reason not like 'near%'
    and n.period_start in ((clock_timestamp() at time zone 'utc')::date,
      date_trunc('month', clock_timestamp() at time zone 'utc')::date)
  order by n.noted_at desc limit 1;
  select count(*) into v_before
  from (select from nightshift.email_queue q where q.workspace_id = v_email.workspace_id and (q.failed_at is null)
    and q.received_at < v_queued.received_at limit 10000) b;
  return case
    when v_queued.email_id is null then 'It is not in the queue yet: reconcile puts earlier emails into it bit by bit.'
    when v_queued.failed_at is not null then format('It was given up at %s after %s attempts%s.',
      nightshift.tell_time(v_queued.failed_at), v_queued.attempts,
      case when p_workspace_ids is null then ': ' || coalesce(v_queued.last_error, 'no reason is known') else '' end)
    when v_queued.lease_expires_at > clock_timestamp() then format('It is being read now, until %s at the latest.',
      nightshift.tell_time(v_queued.lease_expires_at))
    when v_queued.next_attempt_at > clock_timestamp() then format('Attempt %s failed%s, and the next is not before %s.',
      v_queued.attempts, case when p_workspace_ids is null then ': ' || coalesce(v_queued.last_error, '') else '' end,
      nightshift.tell_time(v_queued.next_attempt_at))
    when v_notice is not null then format('It waits, as do all emails of its workspace: %s', v_notice)
    when not exists (select from public.task_schedules s where s.name = 'continuous-intelligence' and s.enabled)
      then 'It waits, because the schedule continuous-intelligence is paused.'
    else format('It waits for its turn: %s emails of its workspace are before it, and the next run is at %s.', v_before,
      (select nightshift.tell_time(nightshift.next_slot(s.cron_expression, clock_timestamp(), s.time_zone))
       from public.task_schedules s where s.name = 'continuous-intelligence')) end;
end
$$;
comment on function nightshift.why_email(uuid, uuid[]) is 'Part of why: why an email is unread, or when it was read.';
revoke all on function nightshift.why_email(uuid, uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.why_job(p_job nightshift.jobs, p_for_operator boolean) returns text
language sql stable set search_path = ''
as $$
  select case
    when p_job.state = 'ended' then format('It ended as %s at %s%s.', p_job.outcome,
      nightshift.tell_time(p_job.ended_at), coalesce(' with: ' || p_job.last_error, ''))
    when p_job.state = 'running' then format('It is running in attempt %s of %s.', p_job.attempt, p_job.max_attempts)
    when a.enabled is not true then format('It waits, because its agent "%s" is paused.', a.name)
    when p_job.run_at > clock_timestamp() then format('It waits until %s%s.', nightshift.tell_time(p_job.run_at),
      case when p_job.attempt > 0 then format(', because attempt %s failed%s', p_job.attempt,
        coalesce(': ' || p_job.last_error, '')) else ', as was asked' end)
    when a.max_concurrency <= r.in_all then format('It waits, because %s jobs of "%s" run, which is the most.',
      r.in_all, a.name)
    when a.max_concurrency_per_workspace <= r.in_lane then format(
      'It waits, because %s jobs of its workspace run at "%s", which is the most.', r.in_lane, a.name)
    else format('It waits for its turn: %s jobs of its workspace are before it at "%s".', b.before, a.name)
  end || case when p_for_operator and p_job.deaths > 0
    then format(' %s runs in a row died with it.', p_job.deaths) else '' end
  from (values (1)) as one (row)
  left join public.task_schedules a on a.id = p_job.schedule_id
  cross join lateral (
    select count(*) as in_all, count(*) filter (where j.lane = p_job.lane) as in_lane
    from nightshift.jobs j where j.schedule_id = p_job.schedule_id and j.state = 'running'
  ) r
  cross join lateral (
    select count(*) as before from (
      select from nightshift.jobs j
      where j.schedule_id = p_job.schedule_id and j.lane = p_job.lane and j.state = 'ready'
        and (-j.priority, j.run_at, j.seq) < (-p_job.priority, p_job.run_at, p_job.seq)
      limit 10000) k
  ) b
$$;
comment on function nightshift.why_job(nightshift.jobs, boolean) is 'Part of why: why a job waits, or how it ended.';
revoke all on function nightshift.why_job(nightshift.jobs, boolean) from public, anon, authenticated, service_role;

create or replace function nightshift.why_task(p_task_id uuid, p_workspace_ids uuid[],
  p_task_types jsonb default null)
returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_task public.autonomous_tasks;
  v_job nightshift.jobs;
  v_dispatch public.task_dispatches;
begin
  select t.* into v_task from public.autonomous_tasks t
  where t.id = p_task_id and (p_workspace_ids is null or t.workspace_id = any (p_workspace_ids))
    and (p_task_types is null or p_task_types ? t.task_type);
  if v_task.id is null then
    return 'There is no such task.';
  end if;
  select j.* into v_job from nightshift.jobs j where j.task_id = p_task_id;
  if v_job.task_id is not null then
    return nightshift.why_job(v_job, p_workspace_ids is null);
  end if;
  select d.* into v_dispatch from public.task_dispatches d
  where d.task_id = p_task_id and p_workspace_ids is null
  order by d.dispatched_at desc, d.id desc limit 1;
  return case
    when v_task.status = 'completed' then format('It completed at %s.', nightshift.tell_time(v_task.completed_at))
    when v_task.status in ('failed', 'partial_failure', 'cancelled') then format('It %s at %s: %s',
      case v_task.status when 'failed' then 'failed' when 'cancelled' then 'was cancelled' else 'failed in part' end,
      nightshift.tell_time(v_task.completed_at),
      coalesce(v_task.error_message, v_dispatch.detail, 'whoever ended it gave no reason.'))
    when v_task.status = 'running' then format('It is running since %s.', nightshift.tell_time(v_task.executed_at))
    when v_dispatch.retry_at is not null then format('It waits for another attempt at %s: %s',
      nightshift.tell_time(v_dispatch.retry_at), v_dispatch.detail)
    when v_dispatch.id is not null and v_dispatch.detail is not null then format('It has not started: %s',
      v_dispatch.detail)
    else format('It has not started since %s.', nightshift.tell_time(v_task.executed_at)) end;
end
$$;
comment on function nightshift.why_task(uuid, uuid[], jsonb) is
'Part of why: why a task failed, was cancelled or rejected, or has not started.';
revoke all on function nightshift.why_task(uuid, uuid[], jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.why(p_what text, p_ref text, p_workspace_ids uuid[] default null,
  p_task_types jsonb default null)
returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_is_id constant boolean := p_ref ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$';
begin
  if p_what is null or p_what not in ('time', 'email', 'task', 'job') then
    raise exception 'question_invalid: ask about a time, an email, a task or a job.' using errcode = 'PT400';
  elsif p_what <> 'time' and v_is_id is not true then
    raise exception 'question_invalid: the id of the % is a UUID.', p_what using errcode = 'PT400';
  end if;
  return case p_what
    -- Schedules are the project's. Members see their times as in the timeline, strangers nothing.
    when 'time' then case when p_workspace_ids = '{}' then 'There is no such schedule.'
      else nightshift.why_time(p_ref, p_workspace_ids is null) end
    -- Reading emails is one of the task types.
    when 'email' then nightshift.why_email(p_ref::uuid, case
      when p_task_types is null or p_task_types ? 'continuous_intelligence_update' then p_workspace_ids else '{}' end)
    else nightshift.why_task(p_ref::uuid, p_workspace_ids, p_task_types)
  end;
end
$$;
comment on function nightshift.why(text, text, uuid[], jsonb) is
'One sentence from our own rows: why did nothing run at a time (time, with "name time" or a time alone), why is an '
'email unread (email, id), why did a task fail or was it rejected (task, id), why does a job wait (job, id). '
'p_workspace_ids and p_task_types (a list): what the caller may see; null: everything. Example: select '
'nightshift.why(''time'', ''2026-03-01T03:00Z''); Error: PT400 question_invalid.';
revoke all on function nightshift.why(text, text, uuid[], jsonb) from public, anon, authenticated, service_role;

create or replace function public.why(p_what text, p_ref text, p_token_hash text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_caller constant jsonb := public.admit_caller('tasks', p_token_hash);
begin
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  return jsonb_build_object('outcome', 'ok', 'why', nightshift.why(p_what, p_ref, case
    when v_caller ->> 'kind' = 'token' then array[(v_caller ->> 'workspace_id')::uuid]
    when nightshift.is_service() then null
    else array(select nightshift.my_workspaces()) end, nullif(v_caller -> 'task_types', 'null')));
exception
  when sqlstate 'PT400' then
    return jsonb_build_object('outcome', 'question_invalid', 'detail', regexp_replace(sqlerrm, '^\w+: ', ''));
end
$$;
comment on function public.why(text, text, text) is
'Why something did or did not happen, in one sentence. p_what: time, email, task or job; p_ref: its id, or a time with '
'or without the name of a schedule before it. Members learn about their own workspaces, tokens about their task types. '
'Outcomes: ok with why; question_invalid with detail; those of admit_caller. Example: select why(''email'', ''…'').';
revoke all on function public.why(text, text, text) from public, anon, authenticated, service_role;
grant execute on function public.why(text, text, text) to authenticated, service_role;

-- 20261122001888_mailbox_health.sql

-- Mailbox health: the health checks of mailboxes and their tokens.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.look_at_mailboxes(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with oldest as (
    select round(extract(epoch from p_now - min(s.next_sync_at)) / 3600, 2) as hours
    from nightshift.mailbox_sync s
    join public.mailboxes m on m.id = s.mailbox_id and m.state in ('backfilling', 'live')
    where s.next_sync_at <= p_now
  )
  select '', nightshift.judge_value(coalesce(o.hours, 0), 1, 6), coalesce(o.hours, 0),
    case when o.hours >= 6 then 6 else 1 end,
    case when o.hours is null then 'No mailbox waits.'
      else format('The oldest waiting mailbox is due for %s hours.', o.hours) end
  from oldest o
$$;
comment on function nightshift.look_at_mailboxes(timestamptz) is
'Health check: hours since the oldest mailbox was due. Degraded from 1 on, critical from 6 on.';
revoke all on function nightshift.look_at_mailboxes(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_tokens(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with tokens as (
    select count(*) filter (where m.state = 'reconnect_needed' or s.token_expires_at <= p_now) as ended,
      count(*) filter (where m.state <> 'reconnect_needed' and s.token_expires_at > p_now
        and s.token_expires_at <= p_now + interval '3 days') as near
    from public.mailboxes m
    left join nightshift.mailbox_sync s on s.mailbox_id = m.id
    where m.state in ('backfilling', 'live', 'reconnect_needed')
  )
  select '', case when t.ended > 0 then 'critical' when t.near > 0 then 'degraded' else 'ok' end, t.ended + t.near, 1,
    format('The access to %s mailboxes has expired or was rejected, and that to %s expires within 3 days. '
      'Their owners must connect them again.', t.ended, t.near)
  from tokens t
$$;
comment on function nightshift.look_at_tokens(timestamptz) is
'Health check: mailboxes whose access expires within 3 days (degraded), or has expired or was rejected (critical).';
revoke all on function nightshift.look_at_tokens(timestamptz) from public, anon, authenticated, service_role;

insert into nightshift.health_sources (name) values ('mailboxes'), ('tokens') on conflict (name) do nothing;

-- 20261122001890_answer_queue.sql

-- Answer queue: which emails wait for an answer, in the order in which to answer them.
--
-- Settling a record writes the row, so the order is in an index: urgency, then the earliest date to come
-- that the email names, then the oldest email. An outbound email that answers one ends its wait.
-- Locks: the new table only. Time: milliseconds; applied first, it reads the records of before.

create table if not exists nightshift.answer_queue (
  email_id uuid primary key references public.client_emails (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  urgency smallint not null,
  due_on date not null default 'infinity',
  received_at timestamptz not null,
  state text not null default 'open',
  snoozed_until timestamptz,
  changed_by uuid,
  changed_at timestamptz,
  constraint urgency_is_from_0_to_3 check (urgency between 0 and 3),
  constraint state_is_known check (state in ('open', 'snoozed', 'answered', 'not_needed')),
  constraint a_snoozed_email_has_a_time check ((state = 'snoozed') = (snoozed_until is not null))
);
create index if not exists answer_queue_open_idx
  on nightshift.answer_queue (workspace_id, urgency, due_on, received_at, email_id) where state = 'open';
create index if not exists answer_queue_snoozed_idx
  on nightshift.answer_queue (workspace_id, snoozed_until, email_id) where state = 'snoozed';
create index if not exists answer_queue_ended_idx
  on nightshift.answer_queue (workspace_id, changed_at desc, email_id) where state in ('answered', 'not_needed');
alter table nightshift.answer_queue enable row level security;
revoke all on nightshift.answer_queue from public;
comment on table nightshift.answer_queue is
'Emails that need an answer, or needed one. Written as records are, and by people.';
comment on column nightshift.answer_queue.email_id is 'the email';
comment on column nightshift.answer_queue.workspace_id is 'its workspace';
comment on column nightshift.answer_queue.urgency is '0 critical, 1 high, 2 medium, 3 low';
comment on column nightshift.answer_queue.due_on is
'earliest date from the day of the email on that it names; infinity without one';
comment on column nightshift.answer_queue.received_at is 'when the email came in';
comment on column nightshift.answer_queue.state is
'open; snoozed: open again at snoozed_until; answered; not_needed: somebody said so';
comment on column nightshift.answer_queue.snoozed_until is 'when a snoozed email is open again';
comment on column nightshift.answer_queue.changed_by is
'the member who changed the state last; null: an email of ours did';
comment on column nightshift.answer_queue.changed_at is 'when that was';

create or replace function nightshift.urgency_rank(p_level text) returns smallint
language sql immutable set search_path = ''
as $$
  select (array_position(array['critical', 'high', 'medium', 'low'], p_level) - 1)::smallint
$$;
comment on function nightshift.urgency_rank(text) is '0 for critical to 3 for low.';
revoke all on function nightshift.urgency_rank(text) from public;

create or replace function nightshift.first_date_to_come(p_dates jsonb, p_received_at timestamptz) returns date
language sql immutable set search_path = ''
as $$
  -- Values are ISO 8601: a date, a local date-time, or start/end. A day that does not exist is no date.
  select min(day.value)
  from jsonb_array_elements(p_dates) as fact (document)
  cross join lateral (
    select case
      when fact.document ->> 'value' ~ '^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])'
        and substring(fact.document ->> 'value' from 9 for 2)::integer <= extract(day from (
          substring(fact.document ->> 'value' from 1 for 7) || '-01')::date + interval '1 month' - interval '1 day')
      then left(fact.document ->> 'value', 10)::date
    end as value
  ) as day
  where day.value >= (p_received_at at time zone 'UTC')::date
$$;
comment on function nightshift.first_date_to_come(jsonb, timestamptz) is
'The earliest day among the dates of a record that is not before the day (UTC) of the email; null without one.';
revoke all on function nightshift.first_date_to_come(jsonb, timestamptz) from public;

create or replace function nightshift.queue_for_answer(p_email_ids uuid[]) returns void
language sql set search_path = ''
as $$
  insert into nightshift.answer_queue as q (email_id, workspace_id, urgency, due_on, received_at, state, changed_at)
  select i.email_id, i.workspace_id, nightshift.urgency_rank(i.urgency_level),
    coalesce(nightshift.first_date_to_come(i.dates, e.received_at), 'infinity'), e.received_at,
    case when a.email_id is null then 'open' else 'answered' end, a.answered_at
  from public.email_intelligence i
  join public.client_emails e on e.id = i.email_id
  left join public.email_answers a on a.email_id = i.email_id
  where i.email_id = any (p_email_ids) and i.needs_reply
  on conflict (email_id) do update
    set urgency = excluded.urgency, due_on = excluded.due_on, received_at = excluded.received_at
$$;
comment on function nightshift.queue_for_answer(uuid[]) is
'Puts the emails that need a reply into the queue, by their records. What people said of an email stays.';
revoke all on function nightshift.queue_for_answer(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_answer_queue() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.queue_for_answer(array(select r.email_id from new_records r where r.needs_reply));
  -- An email that was read again and needs no reply leaves, unless somebody has decided about it.
  if tg_op = 'UPDATE' then
    delete from nightshift.answer_queue q
    using new_records r
    where q.email_id = r.email_id and not r.needs_reply and q.state = 'open' and q.changed_by is null;
  end if;
  return null;
end
$$;
comment on function nightshift.keep_answer_queue() is 'Queues emails for an answer as their records are written.';
revoke all on function nightshift.keep_answer_queue() from public;

create or replace trigger queue_for_answer
after insert on public.email_intelligence
referencing new table as new_records
for each statement execute function nightshift.keep_answer_queue();
create or replace trigger queue_again_for_answer
after update on public.email_intelligence
referencing new table as new_records
for each statement execute function nightshift.keep_answer_queue();

create or replace function nightshift.end_wait_for_answer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update nightshift.answer_queue q
  set state = 'answered', snoozed_until = null, changed_by = null, changed_at = a.answered_at
  from new_answers a
  where q.email_id = a.email_id and q.state in ('open', 'snoozed');
  return null;
end
$$;
comment on function nightshift.end_wait_for_answer() is 'Marks emails as answered when an email of ours answers them.';
revoke all on function nightshift.end_wait_for_answer() from public;

create or replace trigger end_wait_for_answer
after insert on public.email_answers
referencing new table as new_answers
for each statement execute function nightshift.end_wait_for_answer();

-- Records from before this migration.
select nightshift.queue_for_answer(array(
  select i.email_id
  from public.email_intelligence i
  where i.needs_reply and not exists (select from nightshift.answer_queue q where q.email_id = i.email_id)
));

-- 20261122001892_answers_for_people.sql

-- Answers for people: what to answer first, an email with its facts, and saying that one is done.
--
-- The functions check membership first and then read by index, so that row level security compares no rows.
-- A stranger gets the same as if there were nothing. They count no requests and return one document of at
-- most 64 kB, so a dashboard may ask often, also by GET.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.describe_due(p_dates jsonb, p_due_on date) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object('on', p_due_on, 'text', d.text, 'item', d.item)
  from (select p_due_on) as due (day)
  left join lateral (
    select f.fact ->> 'text' as text, f.position - 1 as item
    from jsonb_array_elements(p_dates) with ordinality as f (fact, position)
    where f.fact ->> 'value' like due.day::text || '%'
    order by f.position
    limit 1
  ) as d on true
  where due.day < 'infinity'
$$;
comment on function nightshift.describe_due(jsonb, date) is
'The day by which something is due, how the email writes it, and which of its dates that is, counted from 0; null '
'without one.';
revoke all on function nightshift.describe_due(jsonb, date) from public;

create or replace function nightshift.describe_urgency(p_reasons text[], p_evidence jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_agg(jsonb_build_object('reason', r.reason, 'text', w.text, 'item', r.position - 1)
    order by r.position)
  from unnest(p_reasons[:3]) with ordinality as r (reason, position)
  left join lateral (
    select left(e.fact ->> 'text', 60) as text
    from jsonb_array_elements(p_evidence) as e (fact)
    where e.fact ->> 'field' = 'urgency_reasons' and (e.fact ->> 'item')::integer = r.position - 1
    limit 1
  ) as w on true
$$;
comment on function nightshift.describe_urgency(text[], jsonb) is
'Up to 3 reasons of the urgency of an email, each with the words that it follows from and its place among the reasons, '
'counted from 0. A reason without words follows from the whole text. Null without reasons.';
revoke all on function nightshift.describe_urgency(text[], jsonb) from public;

create or replace function nightshift.describe_answer(p_email_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'email_id', e.id, 'from_email', e.from_email, 'from_name', e.from_name, 'subject', left(e.subject, 200),
    'direction', e.direction, 'to_email', e.to_emails[1],
    'received_at', to_jsonb(e.received_at), 'state', q.state, 'snoozed_until', to_jsonb(q.snoozed_until),
    'changed_at', to_jsonb(q.changed_at), 'changed_by', q.changed_by,
    -- Null: it has been read.
    'reading', case when w.failed_at is not null then 'given_up' when w.lease_token is not null then 'under_way'
      when w.email_id is not null then 'waiting' end,
    'summary', i.summary, 'intent', i.primary_intent, 'urgency', i.urgency_level,
    -- Why it has its place: each reason is a fact with evidence, see get_email.
    'urgency_reasons', to_jsonb(i.urgency_reasons[:5]),
    'urgency_words', nightshift.describe_urgency(i.urgency_reasons, i.evidence),
    'due', nightshift.describe_due(i.dates, q.due_on),
    'money', (select jsonb_agg(left(m.fact ->> 'text', 60))
      from jsonb_array_elements(i.money) with ordinality as m (fact, position) where m.position <= 2),
    'asks', left(coalesce(i.action_items[1], i.questions_asked[1]), 200),
    'confidence', i.confidence_score, 'degraded', i.degraded)
  from public.client_emails e
  left join nightshift.answer_queue q on q.email_id = e.id
  left join public.email_intelligence i on i.email_id = e.id
  left join nightshift.email_queue w on w.email_id = e.id
  where e.id = p_email_id
$$;
comment on function nightshift.describe_answer(uuid) is
'An email as lists show it: whether it has been read, whether it waits for an answer, and why it has its place in the '
'order. State is null where it needs no answer.';
revoke all on function nightshift.describe_answer(uuid) from public;

create or replace function nightshift.list_open_answers(
  p_workspace_id uuid, p_after nightshift.answer_queue, p_limit integer, p_now timestamptz
) returns uuid[]
language sql stable set search_path = ''
as $$
  select array(
    select u.email_id
    from (
      (select q.*
      from nightshift.answer_queue q
      where q.workspace_id = p_workspace_id and q.state = 'open'
        and (p_after.email_id is null or (q.urgency, q.due_on, q.received_at, q.email_id)
          > (p_after.urgency, p_after.due_on, p_after.received_at, p_after.email_id))
      order by q.urgency, q.due_on, q.received_at, q.email_id
      limit p_limit)
      union all
      -- Those whose time has come; few, as a person has put each aside.
      select q.*
      from nightshift.answer_queue q
      where q.workspace_id = p_workspace_id and q.state = 'snoozed' and q.snoozed_until <= p_now
        and (p_after.email_id is null or (q.urgency, q.due_on, q.received_at, q.email_id)
          > (p_after.urgency, p_after.due_on, p_after.received_at, p_after.email_id))
    ) u
    order by u.urgency, u.due_on, u.received_at, u.email_id
    limit p_limit)
$$;
comment on function nightshift.list_open_answers(uuid, nightshift.answer_queue, integer, timestamptz) is
'Emails of a workspace that wait for an answer now, what to answer first at the top; those behind p_after.';
revoke all on function nightshift.list_open_answers(uuid, nightshift.answer_queue, integer, timestamptz) from public;

create or replace function nightshift.list_other_answers(
  p_workspace_id uuid, p_state text, p_after nightshift.answer_queue, p_limit integer, p_now timestamptz
) returns uuid[]
language sql stable set search_path = ''
as $$
  select case when p_state = 'snoozed' then array(
    select q.email_id
    from nightshift.answer_queue q
    where q.workspace_id = p_workspace_id and q.state = 'snoozed' and q.snoozed_until > p_now
      and (p_after.email_id is null or (q.snoozed_until, q.email_id) > (p_after.snoozed_until, p_after.email_id))
    order by q.snoozed_until, q.email_id
    limit p_limit)
  else array(
    select q.email_id
    from nightshift.answer_queue q
    where q.workspace_id = p_workspace_id and q.state in ('answered', 'not_needed')
      and (p_after.email_id is null or q.changed_at < p_after.changed_at
        or q.changed_at = p_after.changed_at and q.email_id > p_after.email_id)
    order by q.changed_at desc, q.email_id
    limit p_limit)
  end
$$;
comment on function nightshift.list_other_answers(uuid, text, nightshift.answer_queue, integer, timestamptz) is
'Emails that are put aside (p_state snoozed; next at the top), or done (latest at the top); those behind p_after.';
revoke all on function nightshift.list_other_answers(uuid, text, nightshift.answer_queue, integer, timestamptz)
  from public;

create or replace function nightshift.list_all_emails(p_workspace_id uuid, p_after uuid, p_limit integer)
returns uuid[]
language sql stable set search_path = ''
as $$
  with place as (
    select a.received_at, a.id from public.client_emails a where a.id = p_after and a.workspace_id = p_workspace_id
  )
  select array(
    select u.id
    from (
      -- In the order of the index on the time, which does not have the id: all of the last time come along.
      select e.id, e.received_at
      from public.client_emails e
      where e.workspace_id = p_workspace_id
        and e.received_at <= coalesce((select p.received_at from place p), '2100-01-01Z')
        and (e.received_at, e.id) < (coalesce((select p.received_at from place p), '2100-01-01Z'),
          coalesce((select p.id from place p), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by e.received_at desc
      fetch first (p_limit) rows with ties
    ) u
    order by u.received_at desc, u.id desc
    limit p_limit)
$$;
comment on function nightshift.list_all_emails(uuid, uuid, integer) is
'Emails of a workspace, the latest at the top; those behind p_after.';
revoke all on function nightshift.list_all_emails(uuid, uuid, integer) from public;

create or replace function nightshift.list_unread_emails(p_workspace_id uuid, p_after uuid, p_limit integer)
returns uuid[]
language sql stable set search_path = ''
as $$
  with place as (
    select (a.failed_at is null) as waits, a.received_at, a.email_id
    from nightshift.email_queue a
    where a.email_id = p_after and a.workspace_id = p_workspace_id
  )
  select array(
    select q.email_id
    from nightshift.email_queue q
    where q.workspace_id = p_workspace_id
      and ((q.failed_at is null), q.received_at, q.email_id) > (coalesce((select p.waits from place p), false),
        coalesce((select p.received_at from place p), '-infinity'),
        coalesce((select p.email_id from place p), '00000000-0000-0000-0000-000000000000'))
    order by (q.failed_at is null), q.received_at, q.email_id
    limit p_limit)
$$;
comment on function nightshift.list_unread_emails(uuid, uuid, integer) is
'Emails of a workspace that have not been read yet: those given up, then those that wait in their order; those behind '
'p_after.';
revoke all on function nightshift.list_unread_emails(uuid, uuid, integer) from public;

create or replace function public.list_answers(p_workspace_id uuid, p_state text default 'open',
  p_after uuid default null, p_limit integer default 50)
returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_states constant text[] := array['open', 'snoozed', 'done', 'all', 'unread'];
  v_now timestamptz := now();
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 50);
  v_after nightshift.answer_queue;
  v_ids uuid[] := array[]::uuid[];
begin
  if coalesce(p_state, '') <> all (c_states) then
    raise exception 'answer_state_invalid: pass open, snoozed, done, all or unread.' using errcode = 'PT400';
  end if;
  if p_workspace_id in (select nightshift.my_workspaces()) then
    select q.* into v_after
    from nightshift.answer_queue q where q.email_id = p_after and q.workspace_id = p_workspace_id;
    v_ids := case p_state
      when 'open' then nightshift.list_open_answers(p_workspace_id, v_after, v_limit + 1, v_now)
      when 'all' then nightshift.list_all_emails(p_workspace_id, p_after, v_limit + 1)
      when 'unread' then nightshift.list_unread_emails(p_workspace_id, p_after, v_limit + 1)
      else nightshift.list_other_answers(p_workspace_id, p_state, v_after, v_limit + 1, v_now) end;
  end if;
  return jsonb_build_object('as_of', to_jsonb(v_now), 'answers', (
      select coalesce(jsonb_agg(nightshift.describe_answer(u.id) order by u.position), '[]')
      from unnest(v_ids[:v_limit]) with ordinality as u (id, position)),
    'next', cardinality(v_ids) > v_limit);
end
$$;
comment on function public.list_answers(uuid, text, uuid, integer) is
'Up to 50 emails of a workspace in the order in which to answer them (p_state open), put aside (snoozed), answered '
'and not needed (done), every email, the latest first (all), or those that have not been read yet (unread), as {as_of, '
'answers, next}. next: whether there are more; pass the last email_id as p_after. For members. Error: PT400 '
'answer_state_invalid.';
revoke all on function public.list_answers(uuid, text, uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.list_answers(uuid, text, uuid, integer) to authenticated;

create or replace function public.get_email(p_email_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  -- With the facts it stays below 64 kB.
  c_most_characters constant integer := 12000;
  v_email public.client_emails;
  v_record public.email_intelligence;
  v_queued nightshift.answer_queue;
  v_text text;
begin
  select e.* into v_email
  from public.client_emails e
  where e.id = p_email_id and e.workspace_id in (select nightshift.my_workspaces());
  if not found then
    return null;
  end if;
  select i.* into v_record from public.email_intelligence i where i.email_id = p_email_id;
  select q.* into v_queued from nightshift.answer_queue q where q.email_id = p_email_id;
  v_text := coalesce(v_record.analyzed_text, v_email.body_text, '');
  return jsonb_build_object('email_id', v_email.id, 'workspace_id', v_email.workspace_id,
    'from_email', v_email.from_email, 'from_name', v_email.from_name, 'to_emails', to_jsonb(v_email.to_emails[:20]),
    'cc_emails', to_jsonb(v_email.cc_emails[:20]), 'subject', v_email.subject, 'direction', v_email.direction,
    'received_at', to_jsonb(v_email.received_at), 'attachments', coalesce(v_email.attachments, '[]'),
    'text', left(v_text, c_most_characters), 'is_cut', length(v_text) > c_most_characters,
    'is_read', v_email.intelligence_analyzed,
    'record', case when v_record.email_id is not null then to_jsonb(v_record)
      - '{email_id,workspace_id,analyzed_text,evidence}'::text[] end,
    -- Places count characters of the text from 0, or of the subject.
    'evidence', coalesce(v_record.evidence, '[]'),
    'answer', case when v_queued.email_id is not null then jsonb_build_object('state', v_queued.state,
      'snoozed_until', to_jsonb(v_queued.snoozed_until), 'changed_by', v_queued.changed_by,
      'changed_at', to_jsonb(v_queued.changed_at), 'due', nightshift.describe_due(v_record.dates, v_queued.due_on)) end,
    'answered_by', (select a.answered_by from public.email_answers a where a.email_id = p_email_id));
end
$$;
comment on function public.get_email(uuid) is
'An email with its text, what was read in it, and where: {…, text, record, evidence, answer}. HTML is not in it. Null '
'for an email of nobody''s workspace of yours.';
revoke all on function public.get_email(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_email(uuid) to authenticated;

create or replace function public.change_answer(p_email_id uuid, p_state text, p_snoozed_until timestamptz default null)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_states constant text[] := array['open', 'snoozed', 'answered', 'not_needed'];
  v_now timestamptz := clock_timestamp();
  v_queued nightshift.answer_queue;
begin
  if coalesce(p_state, '') <> all (c_states) then
    raise exception 'answer_state_invalid: pass open, snoozed, answered or not_needed.' using errcode = 'PT400';
  end if;
  if (p_state = 'snoozed') <> (p_snoozed_until is not null)
    or p_snoozed_until not between v_now and v_now + interval '366 days' then
    raise exception 'snooze_invalid: pass a time within the next 366 days with snoozed, and with nothing else.'
      using errcode = 'PT400';
  end if;
  update nightshift.answer_queue q
  set state = p_state, snoozed_until = p_snoozed_until, changed_by = auth.uid(), changed_at = v_now
  where q.email_id = p_email_id and q.workspace_id in (select nightshift.my_writable_workspaces())
  returning q.* into v_queued;
  if not found then
    raise exception 'email_not_found: no email that waits for an answer in a workspace of yours has this id; viewers '
      'change nothing.' using errcode = 'PT404';
  end if;
  return nightshift.describe_answer(v_queued.email_id);
end
$$;
comment on function public.change_answer(uuid, text, timestamptz) is
'Says of an email that waits for an answer that it is answered, needs none (not_needed), is put aside until a time '
'(snoozed), or waits again (open). Returns it as list_answers does. For members, admins and owners. Errors: PT400 '
'answer_state_invalid, PT400 snooze_invalid, PT404 email_not_found.';
revoke all on function public.change_answer(uuid, text, timestamptz) from public, anon, authenticated, service_role;
grant execute on function public.change_answer(uuid, text, timestamptz) to authenticated;

-- 20261122001894_slot_reads.sql

-- Slot reads: what became of each scheduled time, for the members of a workspace.
--
-- A slot is told to every member, also one that was missed or had nothing to do for the workspace. Of the
-- work members see what was done for their workspace; totals and messages of the system row speak of other
-- workspaces and are left out. Membership is checked first, then all is read by index.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.slot_state(p_kind text, p_verdict text, p_status text, p_retries bigint,
  p_seconds_late numeric)
returns text
language sql immutable set search_path = ''
as $$
  select case
    when p_kind = 'missed' and p_verdict = 'missed' then 'missed'
    -- Cancelled: another slot was unfinished, or a budget let nothing be done.
    when p_verdict = 'skipped' or p_status = 'cancelled' then 'skipped'
    when p_status = 'failed' then 'failed'
    when p_status = 'partial_failure' then 'partial'
    when p_status = 'completed' and p_retries > 0 then 'retried'
    when p_status = 'completed' and p_seconds_late > 10 then 'late'
    when p_status = 'completed' then 'on_time'
    when p_verdict in ('sent', 'accepted') then 'running'
    else 'failed'
  end
$$;
comment on function nightshift.slot_state(text, text, text, bigint, numeric) is
'What became of a slot: on_time, late (by more than 10 s), retried, partial, failed, missed, skipped or running. From '
'the kind and verdict of its first dispatch, the status of its system row, its retries, and how late the work began.';
revoke all on function nightshift.slot_state(text, text, text, bigint, numeric) from public;

create or replace function nightshift.list_slots(p_workspace_id uuid, p_schedule_id uuid, p_from timestamptz,
  p_to timestamptz)
returns table (slot timestamptz, state text, seconds_late numeric, emails bigint, failed bigint)
language sql stable set search_path = ''
as $$
  select f.slot, nightshift.slot_state(f.kind, f.verdict, t.status, more.retries, late.seconds), late.seconds,
    ours.emails, ours.failed
  from public.task_dispatches f
  left join public.autonomous_tasks t on t.id = f.task_id
  cross join lateral (
    select count(*) filter (where d.kind = 'retry') as retries
    from public.task_dispatches d
    where d.schedule_id = f.schedule_id and d.slot = f.slot
  ) as more
  cross join lateral (
    select round(extract(epoch from coalesce(t.executed_at, f.dispatched_at) - f.slot), 3) as seconds
  ) as late
  left join lateral (
    select sum(w.processed) as emails, sum(w.failed) as failed
    from public.task_dispatches d
    join nightshift.run_workspaces w on w.run_id = d.task_id and w.workspace_id = p_workspace_id
    where d.schedule_id = f.schedule_id and d.slot = f.slot and d.kind <> 'retry'
  ) as ours on true
  where f.schedule_id = p_schedule_id and f.slot >= p_from and f.slot < p_to and f.kind in ('tick', 'missed')
$$;
comment on function nightshift.list_slots(uuid, uuid, timestamptz, timestamptz) is
'The slots of a schedule from p_from until before p_to, each with what became of it and what was done for a workspace.';
revoke all on function nightshift.list_slots(uuid, uuid, timestamptz, timestamptz) from public;

create or replace function nightshift.describe_slots(p_workspace_id uuid, p_schedule public.task_schedules,
  p_from timestamptz, p_to timestamptz)
returns jsonb
language sql stable set search_path = ''
as $$
  with found as materialized (
    select l.* from nightshift.list_slots(p_workspace_id, p_schedule.id, p_from, p_to) l
  ), size as ( -- at most 200 cells
    select case when count(*) <= 200 then null
      when count(distinct date_trunc('hour', f.slot)) <= 200 then 'hour' else 'day' end as unit
    from found f
  ), cells as (
    select coalesce(date_trunc(s.unit, f.slot, 'UTC'), f.slot) as at, count(*) as slots,
      min(array_position(array['failed', 'missed', 'partial', 'running', 'late', 'retried', 'skipped', 'on_time'],
        f.state)) as worst,
      max(f.seconds_late) as seconds_late, sum(f.emails) as emails, sum(f.failed) as failed
    from found f
    cross join size s
    group by 1
  )
  select jsonb_build_object('schedule', p_schedule.name, 'task_type', p_schedule.task_type,
    'cron_expression', p_schedule.cron_expression, 'time_zone', p_schedule.time_zone, 'enabled', p_schedule.enabled,
    'cell', (select coalesce(s.unit, 'slot') from size s),
    'late', (select jsonb_build_object(
        'median', percentile_disc(0.5) within group (order by f.seconds_late),
        'p95', percentile_disc(0.95) within group (order by f.seconds_late), 'worst', max(f.seconds_late))
      from found f where f.state <> 'missed'),
    'slots', coalesce((select jsonb_agg(jsonb_build_object('at', to_jsonb(c.at), 'slots', c.slots, 'state',
        (array['failed', 'missed', 'partial', 'running', 'late', 'retried', 'skipped', 'on_time'])[c.worst],
        'seconds_late', c.seconds_late, 'emails', coalesce(c.emails, 0), 'failed', coalesce(c.failed, 0))
      order by c.at) from cells c), '[]'),
    'next', case when p_schedule.enabled then (
      select coalesce(jsonb_agg(to_jsonb(n.slot) order by n.slot), '[]')
      from (select s.slot from nightshift.cron_slots(p_schedule.cron_expression, now(), now() + interval '8 days',
        p_schedule.time_zone) as s (slot) limit 3) n) else '[]' end)
$$;
comment on function nightshift.describe_slots(uuid, public.task_schedules, timestamptz, timestamptz) is
'A schedule with its slots as cells: each slot, or where there are more than 200 each hour or day with its worst.';
revoke all on function nightshift.describe_slots(uuid, public.task_schedules, timestamptz, timestamptz) from public;

create or replace function public.get_slots(p_workspace_id uuid, p_from timestamptz default now() - interval '24 hours',
  p_to timestamptz default now(), p_schedule text default null)
returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_longest constant interval := interval '31 days';
  c_most_schedules constant integer := 20;
begin
  if not nightshift.is_range(p_from, p_to, c_longest) then
    raise exception 'range_invalid: p_to must be after p_from, and at most 31 days.' using errcode = 'PT400';
  end if;
  return jsonb_build_object('as_of', to_jsonb(now()), 'from', to_jsonb(p_from), 'to', to_jsonb(p_to), 'schedules', (
    select coalesce(jsonb_agg(nightshift.describe_slots(p_workspace_id, s, p_from, p_to) order by s.name), '[]')
    from (
      select s.*
      from public.task_schedules s
      where p_workspace_id in (select nightshift.my_workspaces()) and s.cron_expression is not null
        and (p_schedule is null or s.name = p_schedule)
      order by s.enabled desc, s.name
      limit c_most_schedules
    ) s));
end
$$;
comment on function public.get_slots(uuid, timestamptz, timestamptz, text) is
'What became of the slots of up to 20 schedules, as {as_of, from, to, schedules: [{schedule, …, cell, late, slots, '
'next}]}, with what was done for a workspace. At most 31 days. For members. Error: PT400 range_invalid.';
revoke all on function public.get_slots(uuid, timestamptz, timestamptz, text)
  from public, anon, authenticated, service_role;
grant execute on function public.get_slots(uuid, timestamptz, timestamptz, text) to authenticated;

create or replace function nightshift.describe_attempt(p_dispatch public.task_dispatches, p_workspace_id uuid)
returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('kind', p_dispatch.kind, 'seq', p_dispatch.seq,
    'cron_started_at', to_jsonb(p_dispatch.cron_started_at), 'cron_ended_at', to_jsonb(p_dispatch.cron_ended_at),
    'cron_status', p_dispatch.cron_status, 'dispatched_at', to_jsonb(p_dispatch.dispatched_at),
    'responded_at', to_jsonb(p_dispatch.responded_at),
    'http_status', p_dispatch.http_status, 'verdict', p_dispatch.verdict,
    'retry_at', to_jsonb(p_dispatch.retry_at),
    'run_status', t.status, 'run_started_at', to_jsonb(t.executed_at), 'run_ended_at', to_jsonb(t.completed_at),
    'ours', case when w.run_id is not null then jsonb_build_object('task_id', w.task_id, 'status', w.status,
      'processed', w.processed, 'failed', w.failed, 'counts', w.counts, 'cost_usd', w.cost_usd, 'message', w.message,
      'started_at', to_jsonb(w.started_at), 'ended_at', to_jsonb(w.ended_at)) end)
  from (select p_dispatch.task_id) as d (task_id)
  left join public.autonomous_tasks t on t.id = d.task_id
  left join nightshift.run_workspaces w on w.run_id = d.task_id and w.workspace_id = p_workspace_id
$$;
comment on function nightshift.describe_attempt(public.task_dispatches, uuid) is
'A dispatch with the times of its way from pg_cron to the end of the work, and what its run did for a workspace. Its '
'detail is left out, as it may speak of the target and of other workspaces.';
revoke all on function nightshift.describe_attempt(public.task_dispatches, uuid) from public;

create or replace function public.get_slot_story(p_workspace_id uuid, p_schedule text, p_slot timestamptz) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_most_attempts constant integer := 40;
  c_most_emails constant integer := 50;
  v_schedule public.task_schedules;
  v_runs uuid[];
begin
  select s.* into v_schedule
  from public.task_schedules s
  where s.name = p_schedule and p_workspace_id in (select nightshift.my_workspaces());
  -- No slot is further away, and a minute after the last time there is would be none.
  if not found or (p_slot between '2000-01-01Z' and '2100-01-01Z') is not true then
    return null;
  end if;
  v_runs := array(
    select distinct d.task_id
    from public.task_dispatches d
    where d.schedule_id = v_schedule.id and d.slot = p_slot and d.task_id is not null);
  return jsonb_build_object('as_of', to_jsonb(now()), 'schedule', v_schedule.name, 'task_type', v_schedule.task_type,
    'slot', to_jsonb(p_slot), 'state', (
      select l.state from nightshift.list_slots(p_workspace_id, v_schedule.id, p_slot, p_slot + interval '1 minute') l
      where l.slot = p_slot),
    'attempts', (
      select coalesce(jsonb_agg(nightshift.describe_attempt(d, p_workspace_id) order by d.dispatched_at, d.id), '[]')
      from (select d.* from public.task_dispatches d where d.schedule_id = v_schedule.id and d.slot = p_slot
        order by d.dispatched_at, d.id limit c_most_attempts) d),
    'emails', (
      select coalesce(jsonb_agg(to_jsonb(e) order by e.extracted_at, e.email_id), '[]')
      from (
        select i.email_id, i.extracted_at, left(c.subject, 200) as subject, c.from_email, i.primary_intent as intent,
          i.urgency_level as urgency, i.needs_reply
        from public.email_intelligence i
        join public.client_emails c on c.id = i.email_id
        where i.run_id = any (v_runs) and i.workspace_id = p_workspace_id
        order by i.extracted_at, i.email_id
        limit c_most_emails
      ) e),
    'previous', to_jsonb((select max(d.slot) from public.task_dispatches d
      where d.schedule_id = v_schedule.id and d.kind in ('tick', 'missed') and d.slot < p_slot)),
    'next', to_jsonb((select min(d.slot) from public.task_dispatches d
      where d.schedule_id = v_schedule.id and d.kind in ('tick', 'missed') and d.slot > p_slot)));
end
$$;
comment on function public.get_slot_story(uuid, text, timestamptz) is
'The story of a slot: its attempts from the scheduled time to the end of the work, each with what was done for a '
'workspace, and up to 50 emails that were read. Null for a stranger, an unknown schedule, and a time before 2000 or '
'after 2099.';
revoke all on function public.get_slot_story(uuid, text, timestamptz) from public, anon, authenticated, service_role;
grant execute on function public.get_slot_story(uuid, text, timestamptz) to authenticated;

-- 20261122001895_pulse_marks.sql

-- Pulse marks: short texts that change when something of a workspace has changed, so that a page asks again only for
-- what moved.
--
-- A mark is made from the counts of the pulse and from the latest rows. A change of an old row that no count shows
-- does not move it; pages ask again after a minute anyway.
-- Locks: none. Time: a millisecond.

create or replace function nightshift.pulse_marks(p_workspace_id uuid, p_pulse jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return jsonb_build_object(
    'tasks', md5(concat(p_pulse -> 'tasks', (
      select string_agg(concat(t.id, t.status, t.completed_at), ',' order by t.executed_at desc, t.id)
      from (select a.id, a.status, a.completed_at, a.executed_at from public.autonomous_tasks a
        where a.workspace_id = p_workspace_id order by a.executed_at desc limit 50) t))),
    'slots', md5(concat(p_pulse -> 'slots', (
      select string_agg(concat(d.id, d.verdict, d.responded_at, t.status), ',' order by d.dispatched_at desc, d.id)
      from (select e.* from public.task_dispatches e order by e.slot desc, e.dispatched_at desc limit 20) d
      left join public.autonomous_tasks t on t.id = d.task_id))),
    'emails', md5(concat(p_pulse -> 'emails', (
      select max(i.extracted_at) from public.email_intelligence i where i.workspace_id = p_workspace_id), (
      select max(q.changed_at) from nightshift.answer_queue q
      where q.workspace_id = p_workspace_id and q.state in ('answered', 'not_needed')))),
    'money', md5(concat(p_pulse -> 'budgets', (
      select max(u.created_at) from public.ai_usage u where u.workspace_id = p_workspace_id))));
end
$$;
comment on function nightshift.pulse_marks(uuid, jsonb) is
'Texts {tasks, slots, emails, money} that change when something of the kind has changed in a workspace. p_pulse has '
'the counts of get_pulse.';
revoke all on function nightshift.pulse_marks(uuid, jsonb) from public;

create or replace function nightshift.is_active(p_workspace_id uuid, p_now timestamptz) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  -- Tasks that hang for longer are no reason to ask every few seconds.
  return exists (
    select from public.autonomous_tasks t
    where t.workspace_id = p_workspace_id and t.status in ('pending', 'running')
      and t.executed_at between p_now - interval '15 minutes' and p_now)
  or exists (
    select from public.autonomous_tasks t
    where t.workspace_id is null and t.status in ('pending', 'running')
      and t.executed_at between p_now - interval '15 minutes' and p_now);
end
$$;
comment on function nightshift.is_active(uuid, timestamptz) is
'Whether a task of a workspace, or a run, that began within 15 minutes is unfinished.';
revoke all on function nightshift.is_active(uuid, timestamptz) from public;

-- 20261122001896_pulse.sql

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

-- 20261122001897_operators.sql

-- Operators: who runs the project from the dashboard, and the journal of what they did.
--
-- An operator is a user account, named in the SQL editor or by `deno task deploy --operator EMAIL`. The right
-- belongs to the account and not to its address, so nobody gets it by signing up with somebody's address or by
-- changing their own to it. It is independent of workspaces and opens nobody's emails or tasks.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.operators (
  user_id uuid primary key references auth.users (id) on delete cascade,
  created_at timestamptz not null default now()
);
alter table nightshift.operators enable row level security;
revoke all on nightshift.operators from public, anon, authenticated, service_role;
comment on table nightshift.operators is
'Accounts that run the project: they start, pause and change schedules and set budgets. Add one with '
'nightshift.add_operator.';
comment on column nightshift.operators.user_id is 'the account';
comment on column nightshift.operators.created_at is 'since when';

create table if not exists nightshift.operator_actions (
  id uuid primary key default nightshift.time_ordered_uuid(),
  acted_at timestamptz not null default clock_timestamp(),
  user_id uuid,
  email text,
  act text not null,
  subject text,
  before jsonb,
  after jsonb,
  constraint act_is_known check (act in (
    'operator_added', 'operator_removed', 'schedule_run', 'schedule_changed', 'budget_set', 'all_paused')),
  constraint subject_has_at_most_400_characters check (length(subject) <= 400),
  constraint before_and_after_have_at_most_16_kb check (
    coalesce(pg_column_size(before), 0) <= 16384 and coalesce(pg_column_size(after), 0) <= 16384)
);
alter table nightshift.operator_actions enable row level security;
revoke all on nightshift.operator_actions from public, anon, authenticated, service_role;
comment on table nightshift.operator_actions is
'The journal: what operators did, written in the same transaction as the act, and who became one. Kept for 400 days.';
comment on column nightshift.operator_actions.id is 'time-ordered UUID';
comment on column nightshift.operator_actions.acted_at is 'when';
comment on column nightshift.operator_actions.user_id is 'who; null: the SQL editor or deploy';
comment on column nightshift.operator_actions.email is 'the address of that account at the time';
comment on column nightshift.operator_actions.act is
'operator_added, operator_removed, schedule_run, schedule_changed, budget_set or all_paused';
comment on column nightshift.operator_actions.subject is
'the schedule, the account or the workspace that it was done to; null: the whole project';
comment on column nightshift.operator_actions.before is 'what was there before, as far as it changed';
comment on column nightshift.operator_actions.after is 'what is there now';

create or replace function nightshift.is_usable_account(p_account jsonb) returns boolean
language sql stable set search_path = ''
as $$
  -- A token outlives a ban, so it is looked at here.
  select p_account ->> 'email_confirmed_at' is not null and p_account ->> 'deleted_at' is null
    and coalesce((p_account ->> 'banned_until')::timestamptz <= clock_timestamp(), true)
$$;
comment on function nightshift.is_usable_account(jsonb) is
'Whether an account, a row of auth.users as a document because not every auth schema has all columns, has a confirmed '
'address and is neither banned nor deleted.';
revoke all on function nightshift.is_usable_account(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.is_project_operator() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select
    from nightshift.operators o
    join auth.users u on u.id = o.user_id
    where o.user_id = (select auth.uid()) and nightshift.is_usable_account(to_jsonb(u)))
$$;
comment on function nightshift.is_project_operator() is
'Whether the signed-in user is an operator, with a usable account.';
revoke all on function nightshift.is_project_operator() from public, anon, authenticated, service_role;

create or replace function nightshift.require_operator() returns void
language plpgsql stable set search_path = ''
as $$
begin
  if not nightshift.is_project_operator() then
    raise exception 'operator_required: only operators of the project may do this.' using errcode = 'PT403';
  end if;
end
$$;
comment on function nightshift.require_operator() is
'Refuses everybody who is no operator. Error: PT403 operator_required.';
revoke all on function nightshift.require_operator() from public, anon, authenticated, service_role;

create or replace function nightshift.note_action(p_act text, p_subject text, p_before jsonb, p_after jsonb)
returns void
language sql set search_path = ''
as $$
  insert into nightshift.operator_actions (user_id, email, act, subject, before, after)
  select (select auth.uid()), (select u.email from auth.users u where u.id = (select auth.uid())), p_act,
    left(p_subject, 400), p_before, p_after
$$;
comment on function nightshift.note_action(text, text, jsonb, jsonb) is
'Writes down in the journal what the signed-in operator does.';
revoke all on function nightshift.note_action(text, text, jsonb, jsonb)
from public, anon, authenticated, service_role;

create or replace function nightshift.note_operators() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' then
    perform nightshift.note_action('operator_removed', coalesce(
      (select u.email from auth.users u where u.id = old.user_id), old.user_id::text), null, null);
  end if;
  if tg_op <> 'DELETE' then
    perform nightshift.note_action('operator_added', coalesce(
      (select u.email from auth.users u where u.id = new.user_id), new.user_id::text), null, null);
  end if;
  return null;
end
$$;
comment on function nightshift.note_operators() is
'Writes down who becomes an operator and who ceases to be one, whichever way the row changes.';
revoke all on function nightshift.note_operators() from public, anon, authenticated, service_role;

create or replace trigger note_operators
after insert or update of user_id or delete on nightshift.operators
for each row execute function nightshift.note_operators();

create or replace function nightshift.add_operator(p_email text) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  -- With the rules of C only A to Z have a lower case: no other letter may turn into one of them.
  v_email constant text := lower(btrim(p_email) collate "C");
  v_accounts uuid[];
  v_confirmed uuid[];
begin
  select array_agg(u.id order by u.id),
    array_agg(u.id order by u.id) filter (where nightshift.is_usable_account(to_jsonb(u)))
  into v_accounts, v_confirmed
  from auth.users u
  where lower(u.email::text collate "C") = v_email;
  if v_accounts is null then
    raise exception 'operator_account_missing: nobody has signed up as %.', v_email
      using errcode = 'PT404', hint = 'Let the person sign up and confirm the address, then run this again.';
  elsif v_confirmed is null then
    raise exception 'operator_account_unconfirmed: an account for % exists, but its address is not confirmed, or it is '
      'banned. Anybody can have made it.', v_email
      using errcode = 'PT409', hint =
        'Delete the account if it is not theirs. Let the person sign up and confirm the address, then run this again.';
  elsif cardinality(v_confirmed) > 1 then
    raise exception 'operator_account_ambiguous: % accounts have the address %.', cardinality(v_confirmed), v_email
      using errcode = 'PT409', hint =
        'Choose one: insert into nightshift.operators (user_id) values (''…''); their ids are in auth.users.';
  end if;
  insert into nightshift.operators (user_id) values (v_confirmed[1]) on conflict do nothing;
  return (
    select jsonb_build_object('user_id', u.id, 'email', u.email, 'signed_up_at', to_jsonb(u) -> 'created_at',
      'confirmed_at', to_jsonb(u) -> 'email_confirmed_at', 'is_new', o.created_at = now())
    from nightshift.operators o
    join auth.users u on u.id = o.user_id
    where o.user_id = v_confirmed[1]);
end
$$;
comment on function nightshift.add_operator(text) is
'Makes the account with this confirmed email address an operator and returns {user_id, email, signed_up_at, '
'confirmed_at, is_new}. For the SQL editor and deploy; to remove one: delete from nightshift.operators where user_id = '
'''…''. Errors: PT404 operator_account_missing, PT409 operator_account_unconfirmed, operator_account_ambiguous.';
revoke all on function nightshift.add_operator(text) from public, anon, authenticated, service_role;

create or replace function public.is_project_operator() returns boolean
language sql stable security definer set search_path = ''
as $$ select nightshift.is_project_operator() $$;
comment on function public.is_project_operator() is 'Whether the signed-in user is an operator of the project.';
revoke all on function public.is_project_operator() from public, anon, authenticated, service_role;
grant execute on function public.is_project_operator() to authenticated;

-- 20261122001898_schedule_and_member_reads.sql

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

-- 20261122001899_operator_acts.sql

-- Operator acts: how the project is, and what operators may do from the dashboard.
--
-- Every function asks first whether the caller is an operator. Every act writes its line of the journal in the same
-- transaction, and an act that changes nothing writes none. Targets and payloads of schedules stay out of reach, so
-- that a stolen session sends no signed request elsewhere. Of workspaces operators see the name and the budget.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.project_name() returns text
language plpgsql stable set search_path = ''
as $$
begin
  -- Of a hosted project its ref, else the host.
  return coalesce(
    replace(substring(nightshift.read_secret('project_url') from '^https?://([^/:]+)'), '.supabase.co', ''),
    'nightshift');
exception when others then
  -- Vault that cannot be decrypted must not keep anybody from stopping everything.
  return 'nightshift';
end
$$;
comment on function nightshift.project_name() is
'What an operator types to stop everything: the ref of a hosted project, or the host of its URL.';
revoke all on function nightshift.project_name() from public, anon, authenticated, service_role;

create or replace function nightshift.describe_backlog() returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'emails', (select count(*) from (select from nightshift.email_queue q where q.failed_at is null limit 10000) w),
    'failed_emails',
      (select count(*) from (select from nightshift.email_queue q where q.failed_at is not null limit 10000) f),
    'oldest_email_at', (select to_jsonb(min(o.received_at))
      from nightshift.workspace_turns t
      cross join lateral (select q.received_at from nightshift.email_queue q
        where q.workspace_id = t.workspace_id and (q.failed_at is null) = true
        order by q.received_at limit 1) o),
    'waiting_jobs', (select count(*) from (select from nightshift.jobs j
      where j.state in ('ready', 'later') limit 10000) r),
    'running_jobs', (select count(*) from (select from nightshift.jobs j where j.state = 'running' limit 10000) r),
    'database_runs', (select count(*) from nightshift.database_runs d where not d.is_done))
$$;
comment on function nightshift.describe_backlog() is
'What waits in the project: emails, jobs and runs of the database. Counts end at 10000.';
revoke all on function nightshift.describe_backlog() from public, anon, authenticated, service_role;

create or replace function nightshift.describe_system_rows() returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('task_id', l.id, 'task_type', l.task_type, 'target', l.agent_name,
    'schedule', left(l.input_data ->> 'schedule', 63), 'slot', left(l.input_data ->> 'slot', 40),
    'triggered_by', l.triggered_by, 'status', l.status, 'at', to_jsonb(l.executed_at),
    'ended_at', to_jsonb(l.completed_at), 'emails', l.output_data -> 'total_emails_processed',
    'message', left(l.error_message, 240)) order by l.executed_at desc, l.id), '[]')
  from (
    -- From the latest dispatches, because the log has no index over all types that fits. Attempts share a row.
    select t.*
    from public.autonomous_tasks t
    where t.workspace_id is null and t.id in (
      select d.task_id from public.task_dispatches d
      where d.task_id is not null
      order by d.slot desc, d.dispatched_at desc
      limit 40)
    order by t.executed_at desc, t.id
    limit 12
  ) l
$$;
comment on function nightshift.describe_system_rows() is
'The latest 12 system rows, latest first: what ran for all workspaces, with its total and its error.';
revoke all on function nightshift.describe_system_rows() from public, anon, authenticated, service_role;

create or replace function nightshift.describe_alerts(p_most integer) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('event', l.event, 'rule', left(r.name, 100), 'format', r.format,
    'at', to_jsonb(l.created_at),
    'workspace_id', l.workspace_id,
    -- What a workspace is told about its own jobs is nobody else's business.
    'subject', case when l.workspace_id is null then left(l.subject, 100) end,
    'message', case when l.workspace_id is null then left(l.message, 240) end,
    'delivered_at', to_jsonb(l.delivered_at), 'attempts', l.attempts, 'next_attempt_at', to_jsonb(l.next_attempt_at),
    'delivery', case when l.delivered_at is not null then 'delivered'
      when l.next_attempt_at is not null or (l.sent_at is not null and l.attempts < 5) then 'under_way'
      else 'given_up' end,
    'last_error', case when l.workspace_id is null then left(l.last_error, 160) end) order by l.created_at desc, l.id),
    '[]')
  from (select a.* from nightshift.alerts a order by a.id desc limit p_most) l
  join nightshift.alert_rules r on r.id = l.rule_id
$$;
comment on function nightshift.describe_alerts(integer) is
'The latest alerts with their delivery: delivered, under_way or given_up. Of those about a workspace without words.';
revoke all on function nightshift.describe_alerts(integer) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_budgets(p_now timestamptz, p_most integer) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('workspace_id', b.workspace_id, 'workspace_name', w.name,
    'daily_usd', b.daily_usd, 'monthly_usd', b.monthly_usd, 'paused', b.paused, 'share_percent', b.share_percent,
    'warn_percent', b.warn_percent,
    'spent', (select coalesce(jsonb_object_agg(l.period, jsonb_build_object(
        'spent_usd', l.spent_usd, 'reserved_usd', l.reserved_usd)), '{}')
      from nightshift.list_budgets(p_now, b.workspace_id) l
      where l.workspace_id is not distinct from b.workspace_id))
    order by b.workspace_id nulls first), '[]')
  from (select c.* from public.workspace_budgets c order by c.workspace_id nulls first limit p_most) b
  left join lateral (select left(to_jsonb(named) ->> 'name', 100) as name from public.workspaces named
    where named.id = b.workspace_id) w on true
$$;
comment on function nightshift.describe_budgets(timestamptz, integer) is
'The budgets of the project and of workspaces, with what is spent and set aside in each period.';
revoke all on function nightshift.describe_budgets(timestamptz, integer)
from public, anon, authenticated, service_role;

create or replace function nightshift.describe_actions(p_most integer) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('at', to_jsonb(a.acted_at), 'who', left(a.email, 254),
    'act', a.act, 'subject', left(a.subject, 100),
    'before', case when pg_column_size(a.before) <= 512 then a.before end,
    'after', case when pg_column_size(a.after) <= 512 then a.after end) order by a.id desc), '[]')
  from (select o.* from nightshift.operator_actions o order by o.id desc limit p_most) a
$$;
comment on function nightshift.describe_actions(integer) is
'The latest lines of the journal, latest first. Documents over 512 bytes are left out.';
revoke all on function nightshift.describe_actions(integer) from public, anon, authenticated, service_role;

create or replace function public.get_project_state() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_now constant timestamptz := now();
begin
  if not nightshift.is_project_operator() then
    return null;
  end if;
  return jsonb_build_object('as_of', to_jsonb(v_now), 'project', nightshift.project_name(),
    'health', nightshift.health('continuous-intelligence', v_now) - 'checked_at',
    'problems', (
      select coalesce(jsonb_agg(jsonb_build_object('since', to_jsonb(p.since), 'message', left(p.message, 300))), '[]')
      from (select l.* from nightshift.list_problems(v_now) l limit 10) p),
    'schedules', (
      select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'task_type', s.task_type,
          'cron_expression', s.cron_expression, 'time_zone', s.time_zone, 'enabled', s.enabled,
          'missed_policy', s.missed_policy,
          'next', case when s.enabled then to_jsonb(nightshift.next_slots(s.cron_expression, v_now, 3, s.time_zone))
            else '[]' end) order by s.name), '[]')
      from (select c.* from public.task_schedules c order by c.enabled desc, c.name limit 50) s),
    'backlog', nightshift.describe_backlog(),
    'system_rows', nightshift.describe_system_rows(),
    'alerts', nightshift.describe_alerts(12),
    'budgets', nightshift.describe_budgets(v_now, 30),
    'journal', nightshift.describe_actions(20));
end
$$;
comment on function public.get_project_state() is
'How the project is, for operators: {as_of, project, health, problems, schedules, backlog, system_rows, alerts, '
'budgets, journal}. It has nothing of emails and tasks of workspaces. Null for everybody else.';
revoke all on function public.get_project_state() from public, anon, authenticated, service_role;
grant execute on function public.get_project_state() to authenticated;

create or replace function public.preview_schedule(p_expression text, p_time_zone text default 'UTC') returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_longest constant integer := 200;
begin
  perform nightshift.require_operator();
  if coalesce(length(p_expression), 0) not between 1 and c_longest then
    raise exception 'schedule_change_invalid: an expression has 1 to % characters.', c_longest using errcode = 'PT400';
  end if;
  return to_jsonb(nightshift.next_slots(nightshift.trim_expression(p_expression), now(), 3,
    nightshift.check_time_zone(p_time_zone)));
end
$$;
comment on function public.preview_schedule(text, text) is
'The next three times that a cron expression means, before it is saved. For operators. Errors: PT403 '
'operator_required, PT400 schedule_change_invalid, PT422 cron_expression_invalid, time_zone_unknown.';
revoke all on function public.preview_schedule(text, text) from public, anon, authenticated, service_role;
grant execute on function public.preview_schedule(text, text) to authenticated;

create or replace function nightshift.lock_schedule(p_schedule text) returns public.task_schedules
language plpgsql set search_path = ''
as $$
declare
  v_schedule public.task_schedules;
begin
  perform nightshift.require_operator();
  select s.* into v_schedule from public.task_schedules s where s.name = p_schedule for no key update;
  if v_schedule.id is null then
    raise exception 'schedule_not_found: there is no schedule "%".', left(p_schedule, 63) using errcode = 'PT404';
  end if;
  return v_schedule;
end
$$;
comment on function nightshift.lock_schedule(text) is
'Part of the acts of operators: the schedule, locked so that two acts come one after the other. Errors: PT403 '
'operator_required, PT404 schedule_not_found.';
revoke all on function nightshift.lock_schedule(text) from public, anon, authenticated, service_role;

create or replace function public.run_schedule(p_schedule text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_pause constant interval := interval '1 minute';
  v_schedule constant public.task_schedules := nightshift.lock_schedule(p_schedule);
  v_answer jsonb;
begin
  -- Pressed twice it runs once.
  select jsonb_build_object('outcome', 'already_running', 'slot', to_jsonb(d.slot), 'task_id', d.task_id) into v_answer
  from public.task_dispatches d
  join public.autonomous_tasks t on t.id = d.task_id
  where d.schedule_id = v_schedule.id and d.kind = 'manual' and t.status in ('pending', 'running')
    and d.slot >= clock_timestamp() - 2 * c_pause and d.dispatched_at > clock_timestamp() - c_pause
  order by d.dispatched_at desc
  limit 1;
  if v_answer is null then
    v_answer := nightshift.run_now(v_schedule.name);
    perform nightshift.note_action('schedule_run', v_schedule.name, null, v_answer);
  end if;
  return v_answer;
end
$$;
comment on function public.run_schedule(text) is
'Starts a schedule at once, beside its scheduled times, and returns {outcome, slot, task_id}. outcome: dispatched, '
'not_configured, not_sent, or already_running when it was started less than a minute ago and has not ended. For '
'operators. Errors: PT403 operator_required, PT404 schedule_not_found.';
revoke all on function public.run_schedule(text) from public, anon, authenticated, service_role;
grant execute on function public.run_schedule(text) to authenticated;

create or replace function public.change_schedule(p_schedule text, p_change jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_old constant public.task_schedules := nightshift.lock_schedule(p_schedule);
  v_new public.task_schedules;
begin
  if jsonb_typeof(p_change) is distinct from 'object' or p_change = '{}' or pg_column_size(p_change) > 2048
    or p_change - array['enabled', 'cron_expression', 'time_zone'] <> '{}'
    or coalesce(jsonb_typeof(p_change -> 'enabled'), 'boolean') <> 'boolean'
    or coalesce(jsonb_typeof(p_change -> 'cron_expression'), 'string') <> 'string'
    or coalesce(jsonb_typeof(p_change -> 'time_zone'), 'string') <> 'string'
    or (v_old.cron_expression is null and p_change ?| array['cron_expression', 'time_zone'])
  then
    raise exception 'schedule_change_invalid: a change has enabled (true or false), and for a schedule with scheduled '
      'times cron_expression and time_zone.' using errcode = 'PT400';
  end if;
  update public.task_schedules s
  set enabled = coalesce((p_change ->> 'enabled')::boolean, s.enabled),
    cron_expression = coalesce(p_change ->> 'cron_expression', s.cron_expression),
    time_zone = coalesce(p_change ->> 'time_zone', s.time_zone)
  where s.id = v_old.id
    and (coalesce((p_change ->> 'enabled')::boolean, s.enabled),
      nightshift.trim_expression(coalesce(p_change ->> 'cron_expression', s.cron_expression)),
      coalesce(p_change ->> 'time_zone', s.time_zone))
    is distinct from (s.enabled, s.cron_expression, s.time_zone)
  returning s.* into v_new;
  if v_new.id is null then
    v_new := v_old;
  else
    perform nightshift.note_action('schedule_changed', v_old.name,
      jsonb_build_object('enabled', v_old.enabled, 'cron_expression', v_old.cron_expression, 'time_zone',
        v_old.time_zone),
      jsonb_build_object('enabled', v_new.enabled, 'cron_expression', v_new.cron_expression, 'time_zone',
        v_new.time_zone));
  end if;
  return nightshift.describe_schedule(v_new, now());
end
$$;
comment on function public.change_schedule(text, jsonb) is
'Pauses or resumes a schedule, or changes its expression and time zone: p_change has enabled, cron_expression, '
'time_zone or several of them. Returns the schedule. For operators. Errors: PT403 operator_required, PT404 '
'schedule_not_found, PT400 schedule_change_invalid, PT422 cron_expression_invalid, time_zone_unknown, PT409 '
'cron_job_exists.';
revoke all on function public.change_schedule(text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.change_schedule(text, jsonb) to authenticated;

create or replace function public.set_budget(p_workspace_id uuid, p_daily_usd numeric, p_monthly_usd numeric,
  p_paused boolean default false)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_old public.workspace_budgets;
  v_new public.workspace_budgets;
begin
  perform nightshift.require_operator();
  if p_workspace_id is not null and not exists (select from public.workspaces w where w.id = p_workspace_id) then
    raise exception 'workspace_not_found: there is no workspace %.', p_workspace_id using errcode = 'PT404';
  end if;
  select b.* into v_old
  from public.workspace_budgets b where b.workspace_id is not distinct from p_workspace_id for update;
  insert into public.workspace_budgets as b (workspace_id, daily_usd, monthly_usd, paused)
  values (p_workspace_id, p_daily_usd, p_monthly_usd, coalesce(p_paused, false))
  on conflict on constraint one_budget_for_each_workspace do update
  set daily_usd = excluded.daily_usd, monthly_usd = excluded.monthly_usd, paused = excluded.paused
  where (b.daily_usd, b.monthly_usd, b.paused)
    is distinct from (excluded.daily_usd, excluded.monthly_usd, excluded.paused)
  returning b.* into v_new;
  if v_new.id is null then
    v_new := v_old;
  else
    perform nightshift.note_action('budget_set', p_workspace_id::text,
      case when v_old.id is not null then jsonb_build_object('daily_usd', v_old.daily_usd, 'monthly_usd',
        v_old.monthly_usd, 'paused', v_old.paused) end,
      jsonb_build_object('daily_usd', v_new.daily_usd, 'monthly_usd', v_new.monthly_usd, 'paused', v_new.paused));
  end if;
  return jsonb_build_object('workspace_id', v_new.workspace_id, 'daily_usd', v_new.daily_usd, 'monthly_usd',
    v_new.monthly_usd, 'paused', v_new.paused);
exception
  when check_violation then
    raise exception 'budget_invalid: a budget has a limit by day, by month or both, each from 0 to less than a billion '
      'US dollars.' using errcode = 'PT400';
end
$$;
comment on function public.set_budget(uuid, numeric, numeric, boolean) is
'Sets the budget of a workspace, or with null of the project: US dollars by day and by month (null: no such limit), '
'and whether spending is paused. Returns {workspace_id, daily_usd, monthly_usd, paused}. For operators. Errors: PT403 '
'operator_required, PT404 workspace_not_found, PT400 budget_invalid.';
revoke all on function public.set_budget(uuid, numeric, numeric, boolean)
from public, anon, authenticated, service_role;
grant execute on function public.set_budget(uuid, numeric, numeric, boolean) to authenticated;

create or replace function public.pause_all() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  -- So that the journal never stops the kill switch.
  c_most_names constant integer := 100;
  v_names text[];
  v_count integer;
begin
  perform nightshift.require_operator();
  v_names := array(select s.name from public.task_schedules s where s.enabled order by s.name limit c_most_names);
  v_count := nightshift.pause_all();
  if v_count > 0 then
    perform nightshift.note_action('all_paused', null, jsonb_build_object('enabled', to_jsonb(v_names)),
      jsonb_build_object('paused', v_count));
  end if;
  return jsonb_build_object('paused', v_count);
end
$$;
comment on function public.pause_all() is
'The kill switch: pauses every schedule and returns {paused: how many}. Runs that are working end by themselves. For '
'operators. Error: PT403 operator_required.';
revoke all on function public.pause_all() from public, anon, authenticated, service_role;
grant execute on function public.pause_all() to authenticated;

-- 20261122001900_built_in_schedules.sql

-- Built-in schedules: continuous intelligence every 30 minutes, reconciliation and the database worker every minute.
--
-- Running this again changes nothing: an existing schedule keeps its settings, an existing job stays.
-- Locks: none. Time: milliseconds.

insert into public.task_schedules (name, task_type, cron_expression, target, payload, max_parallel_runs)
values (
  'continuous-intelligence', 'continuous_intelligence_update', '*/30 * * * *', 'continuous-intelligence',
  '{"batchSizePerWorkspace": 10, "maxWorkspaces": 50}', 4
)
on conflict (name) do nothing;

-- Starts by itself when the first mailbox is connected. Its runs share the mailboxes, so they may overlap.
insert into public.task_schedules (name, task_type, cron_expression, target, enabled, overlap_policy, missed_policy)
values ('email-sync', 'email_sync', '*/5 * * * *', 'email-sync', false, 'allow', 'skip')
on conflict (name) do nothing;

-- Off: switch them on when a workspace asks for these types in its settings.
insert into public.task_schedules (name, task_type, cron_expression, target, enabled, missed_policy)
values
  ('contact-enrichment', 'contact_enrichment', '10,40 * * * *', 'database', false, 'skip'),
  ('lead-scoring-batch', 'lead_scoring_batch', '15,45 * * * *', 'database', false, 'skip'),
  ('daily-analytics-rollup', 'daily_analytics_rollup', '5 * * * *', 'database', false, 'skip'),
  ('weekly-report-generation', 'weekly_report_generation', '20 * * * *', 'database', false, 'skip'),
  ('monthly-summary', 'monthly_summary', '25 * * * *', 'database', false, 'skip')
on conflict (name) do nothing;

-- Starts by itself with the first retention rule.
insert into public.task_schedules (name, task_type, cron_expression, target, enabled, missed_policy)
values ('data-cleanup', 'data_cleanup', '20 2 * * *', 'database', false, 'run_once')
on conflict (name) do nothing;

insert into public.task_schedules (name, task_type, cron_expression, target, missed_policy)
values ('system-health-check', 'system_health_check', '*/5 * * * *', 'database', 'skip')
on conflict (name) do nothing;

create or replace function nightshift.list_missing_jobs() returns table (name text, cron_expression text, command text)
language sql stable set search_path = ''
as $$
  select expected.name, expected.cron_expression, expected.command
  from (
    select s.name, nightshift.pg_cron_expression(s.cron_expression, s.time_zone, clock_timestamp()) as cron_expression,
      format('select nightshift.dispatch(%L)', s.name) as command
    from public.task_schedules s
    where s.enabled and s.cron_expression is not null
    union all
    select 'nightshift-reconcile', '* * * * *', 'select nightshift.reconcile()'
    union all
    select 'nightshift-work', '* * * * *', 'call nightshift.work()'
  ) as expected
  where not exists ( -- one that is switched off is there; one of another server, out of a backup, never runs
    select from cron.job j
    where j.jobname = expected.name and j.command = expected.command and j.username = current_user
      and j.nodeport = current_setting('port')::integer
  )
$$;
comment on function nightshift.list_missing_jobs() is
'Enabled schedules without a pg_cron job, and reconciliation and the database worker if they have none: a restored '
'backup has no jobs. '
'cron_expression: that of the job, in UTC.';
revoke all on function nightshift.list_missing_jobs() from public, anon, authenticated, service_role;

create or replace function nightshift.restore_jobs() returns integer
language plpgsql set search_path = ''
as $$
declare
  v_missing record;
  v_count integer := 0;
begin
  for v_missing in select m.* from nightshift.list_missing_jobs() m order by m.name loop
    if exists (
      select from cron.job j
      where j.jobname = v_missing.name and j.username = current_user and j.command not like 'select nightshift.%'
        and j.command not like 'call nightshift.%'
    ) then
      raise exception 'cron_job_exists: there is a pg_cron job "%" that is not ours; name the schedule otherwise.',
        v_missing.name
        using errcode = 'PT409', hint = format('See it with: select * from cron.job where jobname = %L.',
          v_missing.name);
    end if;
    -- A named cron.schedule keeps the server of a job that is there, so that one goes first.
    perform cron.unschedule(j.jobid) from cron.job j where j.jobname = v_missing.name and j.username = current_user;
    perform nightshift.write_cron_job(s, clock_timestamp()) from public.task_schedules s where s.name = v_missing.name;
    if not found then
      perform cron.schedule(v_missing.name, v_missing.cron_expression, v_missing.command);
    end if;
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function nightshift.restore_jobs() is
'Makes the pg_cron jobs that list_missing_jobs() finds. Returns how many. Error: PT409 cron_job_exists.';
revoke all on function nightshift.restore_jobs() from public, anon, authenticated, service_role;

select nightshift.restore_jobs();

-- 20261122001990_release.sql

-- Release: the version of everything that comes before. `version` in deno.json is the same.
-- Locks: none. Time: milliseconds.

select nightshift.record_version('0.1.0-rc.1');

-- 20261122002000_rights.sql

-- Rights: what the roles of the API may do with our objects, recorded when all of them are there.
--
-- A backup that is restored into another project loses rights: pg_dump writes no revoke from anon and
-- authenticated, so that project's default privileges can open what was closed. Reconcile compares and
-- raises an alert, `deno task deploy` compares and repairs. What is expected is kept in the body of a
-- function, because a backup without data has it too.
-- This must remain the last migration: a later one that changes rights ends with record_rights().
-- Locks: none. Time: milliseconds.

create or replace function nightshift.list_rights() returns table (object text, rights text[])
language sql stable set search_path = ''
as $$
  with own_names as (
    select unnest(nightshift.list_public_names()
      || array['autonomous_tasks', 'get_autonomous_task_summary', 'update_autonomous_tasks_updated_at']) as name
    union all
    select substr(o.name, length('public.') + 1) from nightshift.installed_objects o where o.kind = 'table'
  ), own_relations as (
    select c.oid, c.relowner, c.relacl, case c.relkind when 'S' then 'sequence' else 'table' end as kind
    from pg_catalog.pg_class c
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and (c.relnamespace = 'nightshift'::regnamespace
      or c.relnamespace = 'public'::regnamespace and c.relname::text in (select n.name from own_names n))
  ), own_objects as ( -- each with its rights, or what no entry stands for
    select 'schema nightshift' as object, n.nspowner as owner, null::text as column_name,
      coalesce(n.nspacl, acldefault('n', n.nspowner)) as acl
    from pg_catalog.pg_namespace n
    where n.nspname = 'nightshift'
    union all
    select 'routine ' || p.oid::regprocedure, p.proowner, null, coalesce(p.proacl, acldefault('f', p.proowner))
    from pg_catalog.pg_proc p
    where p.pronamespace = 'nightshift'::regnamespace
      or p.pronamespace = 'public'::regnamespace and p.proname::text in (select n.name from own_names n)
    union all
    select r.kind || ' ' || r.oid::regclass, r.relowner, null,
      coalesce(r.relacl, acldefault(case r.kind when 'table' then 'r' else 's' end::"char", r.relowner))
    from own_relations r
    union all
    select r.kind || ' ' || r.oid::regclass, r.relowner, a.attname::text, a.attacl
    from own_relations r
    join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
      and a.attacl is not null
  )
  select o.object, coalesce(array_agg(g.entry order by g.entry) filter (where g.entry is not null), '{}')
  from own_objects o
  left join lateral (
    select e.privilege_type || case when o.column_name is null then '' else format(' (%I)', o.column_name) end
      || ' for ' || coalesce(r.rolname::text, 'public') as entry
    from aclexplode(o.acl) e
    left join pg_catalog.pg_roles r on r.oid = e.grantee
    where e.grantee <> o.owner and (e.grantee = 0 or r.rolname in ('anon', 'authenticated', 'service_role'))
  ) g on true
  group by o.object
$$;
comment on function nightshift.list_rights() is
'What public, anon, authenticated and service_role may do with each object of ours now, such as {EXECUTE for '
'service_role}.';
revoke all on function nightshift.list_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.record_rights() returns void
language plpgsql set search_path = ''
as $$
declare
  v_rights constant jsonb := (select jsonb_object_agg(l.object, to_jsonb(l.rights)) from nightshift.list_rights() l);
begin
  execute format(
    'create or replace function nightshift.expected_rights() returns jsonb '
    'language sql immutable set search_path = '''' as %L', format('select %L::jsonb', v_rights));
end
$$;
comment on function nightshift.record_rights() is 'Makes the present rights the expected ones. The last migration '
  'calls it.';
revoke all on function nightshift.record_rights() from public, anon, authenticated, service_role;

-- The first call makes expected_rights(), the one at the end records what the whole database has.
select nightshift.record_rights();
comment on function nightshift.expected_rights() is 'What list_rights() gave when record_rights() was last called.';
revoke all on function nightshift.expected_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.compare_rights() returns table (object text, entry text, is_missing boolean)
language sql stable set search_path = ''
as $$
  with expected as (
    select e.key as object, array(select jsonb_array_elements_text(e.value)) as rights
    from jsonb_each(nightshift.expected_rights()) e
  )
  select l.object, u.entry, not u.entry = any (l.rights)
  from nightshift.list_rights() l
  join expected x on x.object = l.object
  cross join lateral (
    select unnest(l.rights) except select unnest(x.rights)
    union all
    (select unnest(x.rights) except select unnest(l.rights))
  ) u (entry)
$$;
comment on function nightshift.compare_rights() is
'Rights that differ from the expected ones: too many, or missing. Objects that nobody recorded are left out.';
revoke all on function nightshift.compare_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.restore_rights() returns integer
language plpgsql set search_path = ''
as $$
declare
  v_pass text;
  v_difference record;
  v_count integer := 0;
begin
  -- A right to a table that is revoked takes those to its columns along, so what is missing comes afterwards.
  foreach v_pass in array array['revoke', 'grant'] loop
    for v_difference in
      select c.object, split_part(c.entry, ' for ', 1) as privilege, split_part(c.entry, ' for ', 2) as role
      from nightshift.compare_rights() c
      where c.is_missing = (v_pass = 'grant')
    loop
      execute format('%s %s on %s %s %s', v_pass, v_difference.privilege, v_difference.object,
        case v_pass when 'revoke' then 'from' else 'to' end, v_difference.role);
      v_count := v_count + 1;
    end loop;
  end loop;
  return v_count;
end
$$;
comment on function nightshift.restore_rights() is
'Makes the rights the expected ones again, after a restored backup for example. Returns how many were granted or '
'revoked.';
revoke all on function nightshift.restore_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.require_rights() returns void
language plpgsql stable set search_path = ''
as $$
declare
  v_opened text;
  v_count integer;
begin
  select string_agg(format('%s on %s', c.entry, c.object), ', ' order by c.is_missing, c.object)
      filter (where c.place <= 5),
    count(*)
  into v_opened, v_count
  from (
    select d.*, row_number() over (order by d.is_missing, d.object, d.entry) as place
    from (
      select r.object, r.is_missing, case when r.is_missing then 'missing ' else '' end || r.entry as entry
      from nightshift.compare_rights() r
    ) d
  ) c;
  if v_count > 0 then
    raise exception 'rights_differ: % rights are not the expected ones: %. Correct them: select '
      'nightshift.restore_rights();',
      v_count, v_opened
      using hint = 'Restored backups lose rights. If the change is wanted: select nightshift.record_rights();';
  end if;
end
$$;
comment on function nightshift.require_rights() is 'Fails when rights differ from the expected ones. Error: '
  'rights_differ.';
revoke all on function nightshift.require_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.check_rights(p_now timestamptz default clock_timestamp()) returns integer
language sql stable set search_path = ''
as $$
  select nightshift.require_rights();
  select 0;
$$;
comment on function nightshift.check_rights(timestamptz) is
'A step of reconcile, which reports its error. Takes the time as every step does, and makes no use of it.';
revoke all on function nightshift.check_rights(timestamptz) from public, anon, authenticated, service_role;

select nightshift.record_rights();

select line as "Expected Output"
from (values
  (1, '✅ Migration 043 Complete!'),
  (2, '📊 autonomous_tasks table: CREATED'),
  (3, '📊 Indexes created: ' || (
    select count(*) from pg_catalog.pg_indexes where schemaname = 'public' and tablename = 'autonomous_tasks')),
  (4, '📊 RLS policies created: ' || (
    select count(*) from pg_catalog.pg_policies where schemaname = 'public' and tablename = 'autonomous_tasks')),
  (5, '📊 Helper function: ' || case
    when to_regprocedure('public.get_autonomous_task_summary(uuid, text, integer)') is not null then 'CREATED'
    else 'MISSING' end),
  (6, '✨ SUCCESS: Autonomous tasks infrastructure ready!')
) as report (position, line)
order by position;
