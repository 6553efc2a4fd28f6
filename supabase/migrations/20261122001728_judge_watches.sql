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
