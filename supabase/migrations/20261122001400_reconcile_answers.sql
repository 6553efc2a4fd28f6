-- Reconcile, first part: what became of every request.
--
-- pg_cron reports a commit, pg_net an answer or nothing, and the function its own rows. These steps put the
-- three together: our own rows win, then the answer, then the clock. No object of ours depends on a type of
-- an extension, so that one of them may be dropped and created again.
-- Locks: rows only. Time: milliseconds.

create table if not exists nightshift.reconcile_steps (
  step text primary key,
  ran_at timestamptz not null,
  error text,
  error_item text,
  error_at timestamptz,
  failing_since timestamptz
);
alter table nightshift.reconcile_steps enable row level security;
comment on table nightshift.reconcile_steps is 'When each step of reconcile ran, and the latest error of each.';
comment on column nightshift.reconcile_steps.step is 'the step, or reconcile for a whole pass';
comment on column nightshift.reconcile_steps.ran_at is 'when it last ran';
comment on column nightshift.reconcile_steps.error is 'its latest error, also of one item';
comment on column nightshift.reconcile_steps.error_item is 'what it was about; null when the step itself failed';
comment on column nightshift.reconcile_steps.error_at is 'when that was';
comment on column nightshift.reconcile_steps.failing_since is
  'since when every pass has had an error; null while the latest had none';

create or replace function nightshift.note_problem(p_step text, p_item text, p_error text, p_now timestamptz)
  returns void
language plpgsql set search_path = ''
as $$
begin
  raise warning 'nightshift.%: %, item %', p_step, p_error, p_item;
  insert into nightshift.reconcile_steps as s (step, ran_at, error, error_item, error_at, failing_since)
  values (p_step, p_now, left(p_error, 2000), left(p_item, 200), p_now, p_now)
  on conflict (step) do update
  set error = excluded.error, error_item = excluded.error_item, error_at = excluded.error_at,
    failing_since = coalesce(s.failing_since, excluded.failing_since);
end
$$;
comment on function nightshift.note_problem(text, text, text, timestamptz) is
'Keeps the latest error of a step of reconcile, and since when it fails.';
revoke all on function nightshift.note_problem(text, text, text, timestamptz) from public;

create or replace function nightshift.plain_line(p_text text, p_length integer) returns text
language sql immutable parallel safe set search_path = ''
as $$ select left(btrim(regexp_replace(p_text, '[[:cntrl:][:space:]]+', ' ', 'g')), p_length) $$;
comment on function nightshift.plain_line(text, integer) is
'A text from elsewhere as one line without control characters, cut to a length.';
revoke all on function nightshift.plain_line(text, integer) from public;

create or replace function nightshift.copy_cron_facts(p_now timestamptz default clock_timestamp()) returns integer
language sql set search_path = ''
as $$
  with copied as (
    update public.task_dispatches d
    set cron_run_id = c.runid, cron_status = c.status, cron_started_at = c.start_time, cron_ended_at = c.end_time
    from public.task_schedules s, cron.job j, cron.job_run_details c
    where d.kind = 'tick' and d.dispatched_at > p_now - interval '1 hour'
      and (d.cron_status is null or d.cron_status in ('starting', 'running'))
      and s.id = d.schedule_id and j.jobname = s.name and c.jobid = j.jobid
      and d.dispatched_at between c.start_time - interval '1 second'
        and coalesce(c.end_time, p_now) + interval '1 second'
    returning 1
  )
  select count(*)::integer from copied
$$;
comment on function nightshift.copy_cron_facts(timestamptz) is
'Copies what pg_cron recorded about the ticks of the last hour, as its table is visible to its owner only and is '
'pruned. Returns how many.';
revoke all on function nightshift.copy_cron_facts(timestamptz) from public;

create or replace function nightshift.list_answers(p_since timestamptz)
returns table (id bigint, status_code integer, headers jsonb, timed_out boolean, error_msg text, created timestamptz)
language plpgsql stable set search_path = ''
as $$
begin
  return query
  select r.id, r.status_code, r.headers, r.timed_out, r.error_msg, r.created
  from net._http_response r
  where r.created >= p_since;
exception when undefined_table or invalid_schema_name or insufficient_privilege then
  -- Without pg_net there are no answers, and the clock decides. list_problems says that it is missing.
  return;
end
$$;
comment on function nightshift.list_answers(timestamptz) is
'The answers that pg_net recorded since a time, none where pg_net is missing.';
revoke all on function nightshift.list_answers(timestamptz) from public;

create or replace function nightshift.judge_response(
  p_status_code integer,
  p_headers jsonb,
  p_timed_out boolean,
  p_error text,
  out verdict text,
  out detail text
)
language plpgsql immutable set search_path = ''
as $$
declare
  -- Whoever answers writes these: one short line is enough to classify them.
  v_error text := coalesce(nightshift.plain_line(p_error, 500), 'no reason given');
  v_code text := (
    select nightshift.plain_line(h.value, 50)
    from jsonb_each_text(case when jsonb_typeof(p_headers) = 'object' then p_headers else '{}' end) h
    where lower(h.key) = 'sb-error-code'
    limit 1);
  v_status text := concat('The function answered ', p_status_code, case when v_code <> ''
    then format(' (%s)', v_code) end);
begin
  case
    when p_timed_out then
      verdict := 'timed_out';
      detail := format('No answer in time: %s.', coalesce(nightshift.plain_line(p_error, 500), 'timeout'));
    when p_status_code is null then
      verdict := 'unreachable';
      detail := format('The function could not be reached: %s. Check project_url in Vault and that the function is '
        'deployed.', v_error);
    when p_status_code between 200 and 299 then
      verdict := 'accepted';
    when p_status_code = 546 or v_code in ('WORKER_LIMIT', 'WORKER_RESOURCE_LIMIT') then
      verdict := 'resource_limit';
      detail := v_status || ': it ran out of CPU or memory. Lower RUN_MAX_EMAILS if this repeats.';
    when p_status_code in (408, 425, 429) or p_status_code >= 500 then
      verdict := 'server_error';
      detail := v_status || '. Its log says why.';
    else
      verdict := 'refused';
      detail := v_status || case p_status_code
        when 401 then ': cron_secret in Vault and CRON_SECRET of the functions differ. Set both to the same value.'
        when 404 then ': there is no such function. Deploy it, or correct the target of the schedule.'
        else '. This will not change by itself: look at its log.'
      end;
  end case;
end
$$;
comment on function nightshift.judge_response(integer, jsonb, boolean, text) is
'What a recorded answer means: accepted, or timed_out, unreachable, resource_limit, server_error (worth another try), '
'`refused` (not), with a sentence.';
revoke all on function nightshift.judge_response(integer, jsonb, boolean, text) from public;

create or replace function nightshift.list_open_requests(p_now timestamptz)
returns table (dispatch_id uuid, is_answered boolean, status_code integer, headers jsonb, timed_out boolean,
  error_msg text, created timestamptz)
language sql stable set search_path = ''
as $$
  with waiting as (
    select d.* from public.task_dispatches d where d.verdict = 'sent' order by d.dispatched_at limit 1000
  ), answers as materialized (
    select * from nightshift.list_answers((select min(w.dispatched_at) from waiting w))
  ), answered as ( -- after a crash request ids start again: an answer belongs to the latest request of its id
    select w.id, true, r.status_code, r.headers, r.timed_out, r.error_msg, r.created
    from waiting w
    join answers r on r.id = w.request_id and r.created >= w.dispatched_at
    where not exists (
      select from public.task_dispatches later
      where later.request_id = r.id and later.dispatched_at > w.dispatched_at and later.dispatched_at <= r.created)
  )
  select * from answered
  union all
  select w.id, false, null, null, null, null, null
  from waiting w
  where w.dispatched_at + make_interval(secs => coalesce(w.timeout_ms, 5000) / 1000.0) + interval '30 seconds' <= p_now
    and not exists (select from answered a where a.id = w.id)
$$;
comment on function nightshift.list_open_requests(timestamptz) is
'Requests without a verdict that have an answer now, or that had none within their timeout and 30 s of grace: up to '
'1000 at once.';
revoke all on function nightshift.list_open_requests(timestamptz) from public;

create or replace function nightshift.judge_dispatch(
  p_dispatch_id uuid, p_is_answered boolean, p_status_code integer, p_headers jsonb, p_timed_out boolean, p_error text,
    p_at timestamptz
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_verdict text := 'lost';
  v_detail text := 'No answer was recorded: the request or its answer was lost, because the database or pg_net was '
    'restarted, '
    'or pg_net does not work.';
begin
  if p_is_answered then
    select j.verdict, j.detail into v_verdict, v_detail
    from nightshift.judge_response(p_status_code, p_headers, p_timed_out, p_error) j;
  elsif exists (
    select from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id and s.target = 'database'
    where d.id = p_dispatch_id and d.request_id is null
  ) then
    v_detail := 'The database worker did not start it: its pg_cron job nightshift-work is missing, switched off or '
      'failing.';
  end if;
  -- A task that runs or ran was reached, whatever pg_net says, unless its run had stalled before.
  update public.task_dispatches d
  set http_status = p_status_code, responded_at = p_at,
    verdict = case when was_reached then 'accepted' else v_verdict end,
    detail = case when was_reached and v_verdict <> 'accepted' then concat_ws(' ',
      'Its task was seen to run.', v_detail) else v_detail end
  from public.task_dispatches judged
  left join public.autonomous_tasks t on t.id = judged.task_id
  left join nightshift.run_leases l on l.run_id = t.id
  cross join lateral (
    select (t.status not in ('pending', 'cancelled') and l.expires_at <= judged.dispatched_at is not true) is true
  ) as reached (was_reached)
  where judged.id = p_dispatch_id and d.id = judged.id;
end
$$;
comment on function nightshift.judge_dispatch(uuid, boolean, integer, jsonb, boolean, text, timestamptz) is
'Part of judge_dispatches: gives one dispatch its verdict.';
revoke all on function nightshift.judge_dispatch(uuid, boolean, integer, jsonb, boolean, text, timestamptz) from public;

create or replace function nightshift.open_system_tasks(p_now timestamptz)
returns table (id uuid, status text, executed_at timestamptz, updated_at timestamptz)
language sql stable set search_path = ''
as $$
  -- By the index of system rows of each type, as tenants may have any number of unfinished tasks.
  select t.id, t.status, t.executed_at, t.updated_at
  from (select distinct s.task_type from public.task_schedules s) k
  cross join lateral (
    select o.id, o.status, o.executed_at, o.updated_at
    from public.autonomous_tasks o
    where o.workspace_id is null and o.task_type = k.task_type and o.executed_at > p_now - interval '7 days'
      and o.status in ('pending', 'running')
  ) t
$$;
comment on function nightshift.open_system_tasks(timestamptz) is 'System rows of the last 7 days that have not ended.';
revoke all on function nightshift.open_system_tasks(timestamptz) from public;

create or replace function nightshift.judge_dispatches(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_fact record;
  v_judged integer := 0;
begin
  for v_fact in select * from nightshift.list_open_requests(p_now) loop
    begin
      perform nightshift.judge_dispatch(v_fact.dispatch_id, v_fact.is_answered, v_fact.status_code, v_fact.headers,
        v_fact.timed_out, v_fact.error_msg, v_fact.created);
      v_judged := v_judged + 1;
    exception when others then
      perform nightshift.note_problem('judge_dispatches', v_fact.dispatch_id::text, sqlerrm, p_now);
    end;
  end loop;

  -- Answered, and yet nobody took the task on.
  update public.task_dispatches d
  set verdict = 'ignored',
    detail = format(
      'The function answered %s but did not start its task. An agent must mark its task, for example with withTask.',
        d.http_status)
  from nightshift.open_system_tasks(p_now) t
  where t.status = 'pending' and t.id = d.task_id
    and d.verdict = 'accepted' and d.responded_at + interval '60 seconds' <= p_now;
  return v_judged;
end
$$;
comment on function nightshift.judge_dispatches(timestamptz) is
'Gives every dispatch that still waits its verdict, from the answer, from its task, or from the clock (timeout and 30 '
's of grace). Returns how many.';
revoke all on function nightshift.judge_dispatches(timestamptz) from public;
