-- Reconcile, first part: what became of every request, and what follows from it.
--
-- pg_cron reports a commit, pg_net an answer or nothing, the function its own rows. These steps put the
-- three together: our own rows win, then the answer, then the clock.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.copy_cron_facts(p_now timestamptz default clock_timestamp()) returns integer
language sql set search_path = ''
as $$
  with copied as (
    update public.task_dispatches d
    set cron_run_id = c.runid, cron_status = c.status
    from public.task_schedules s, cron.job j, cron.job_run_details c
    where d.kind = 'tick' and d.dispatched_at > p_now - interval '1 hour'
      and (d.cron_status is null or d.cron_status in ('starting', 'running'))
      and s.id = d.schedule_id and j.jobname = s.name and c.jobid = j.jobid
      and d.dispatched_at between c.start_time - interval '1 second' and coalesce(c.end_time, p_now) + interval '1 second'
    returning 1
  )
  select count(*)::integer from copied
$$;
comment on function nightshift.copy_cron_facts(timestamptz) is
'Copies what pg_cron says of the ticks of the last hour; its table is visible to its owner only and is pruned. Returns how many.';
revoke all on function nightshift.copy_cron_facts(timestamptz) from public;

create or replace function nightshift.judge_response(p_response net._http_response, out verdict text, out detail text)
language plpgsql immutable set search_path = ''
as $$
declare
  v_code text := (select h.value from jsonb_each_text(p_response.headers) h where lower(h.key) = 'sb-error-code' limit 1);
  v_status text := 'The function answered ' || p_response.status_code || coalesce(' (' || v_code || ')', '');
begin
  case
    when p_response.timed_out then
      verdict := 'timed_out';
      detail := 'No answer in time: ' || coalesce(p_response.error_msg, 'timeout') || '.';
    when p_response.status_code is null then
      verdict := 'unreachable';
      detail := 'The function could not be reached: ' || coalesce(p_response.error_msg, 'no reason given')
        || '. Check project_url in Vault and that the function is deployed.';
    when p_response.status_code between 200 and 299 then
      verdict := 'accepted';
    when p_response.status_code = 546 or v_code in ('WORKER_LIMIT', 'WORKER_RESOURCE_LIMIT') then
      verdict := 'resource_limit';
      detail := v_status || ': it ran out of CPU or memory. Lower RUN_MAX_EMAILS if this repeats.';
    when p_response.status_code in (408, 425, 429) or p_response.status_code >= 500 then
      verdict := 'server_error';
      detail := v_status || '. Its log says why.';
    else
      verdict := 'refused';
      detail := v_status || case p_response.status_code
        when 401 then ': cron_secret in Vault and CRON_SECRET of the functions differ. Set both to the same value.'
        when 404 then ': there is no such function. Deploy it, or correct the target of the schedule.'
        else '. This will not change by itself: look at its log.'
      end;
  end case;
end
$$;
comment on function nightshift.judge_response(net._http_response) is
'What a recorded answer means: accepted, or timed_out, unreachable, resource_limit, server_error (worth another try), refused (not), with a sentence.';
revoke all on function nightshift.judge_response(net._http_response) from public;

create or replace function nightshift.judge_dispatches(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_grace constant interval := interval '30 seconds';
  v_judged integer;
begin
  with answered as ( -- after a crash request ids start again: an answer belongs to the latest request of its id
    select d.id, r.status_code, r.created, j.verdict, j.detail
    from public.task_dispatches d
    join net._http_response r on r.id = d.request_id and r.created >= d.dispatched_at
    cross join lateral nightshift.judge_response(r) j
    where d.verdict = 'sent' and not exists (
      select from public.task_dispatches later
      where later.request_id = r.id and later.dispatched_at > d.dispatched_at and later.dispatched_at <= r.created)
  ), unanswered as (
    select d.id, null::integer as status_code, null::timestamptz as created, 'lost' as verdict,
      'No answer was recorded: the request or its answer was lost, because the database or pg_net was restarted, or pg_net does not work.' as detail
    from public.task_dispatches d
    where d.verdict = 'sent'
      and d.dispatched_at + make_interval(secs => coalesce(d.timeout_ms, 5000) / 1000.0) + c_grace <= p_now
      and not exists (select from answered a where a.id = d.id)
  ), facts as (
    select * from answered
    union all
    select * from unanswered
  ), judged as ( -- a task that runs or ran was reached, whatever pg_net says, unless its run had stalled before
    update public.task_dispatches d
    set http_status = f.status_code, responded_at = f.created,
      verdict = case when was_reached then 'accepted' else f.verdict end,
      detail = case when was_reached and f.verdict <> 'accepted' then 'Its task was seen to run. ' || f.detail else f.detail end
    from facts f
    join public.task_dispatches judged_now on judged_now.id = f.id
    join public.autonomous_tasks t on t.id = judged_now.task_id
    left join nightshift.run_leases l on l.run_id = t.id
    cross join lateral (
      select t.status not in ('pending', 'cancelled') and l.expires_at <= judged_now.dispatched_at is not true
    ) as reached (was_reached)
    where d.id = f.id
    returning 1
  )
  select count(*) into v_judged from judged;

  -- Answered, and yet nobody took the task on.
  update public.task_dispatches d
  set verdict = 'ignored',
    detail = 'The function answered ' || d.http_status || ' but did not start its task. An agent must mark its task, for example with withTask.'
  from public.autonomous_tasks t
  where t.id = d.task_id and t.status = 'pending' and d.verdict = 'accepted' and d.responded_at + c_grace * 2 <= p_now;
  return v_judged;
end
$$;
comment on function nightshift.judge_dispatches(timestamptz) is
'Gives every dispatch that still waits its verdict, from the answer, from its task, or from the clock (timeout and 30 s of grace). Returns how many.';
revoke all on function nightshift.judge_dispatches(timestamptz) from public;

create or replace function nightshift.judge_runs(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_longest_silence constant interval := interval '6 hours';
  v_run record;
  v_stalled integer := 0;
begin
  for v_run in
    select l.run_id, l.expires_at, t.status, d.id as dispatch_id, d.verdict
    from nightshift.run_leases l
    join public.autonomous_tasks t on t.id = l.run_id
    left join lateral (
      select latest.id, latest.verdict
      from public.task_dispatches latest
      where latest.task_id = l.run_id
      order by latest.id desc
      limit 1
    ) d on true
    where l.expires_at <= p_now
    for update of l skip locked
  loop
    if v_run.status <> 'running' then
      -- Somebody cancelled it: only its mail and the rows of its workspaces are left to see to.
      perform nightshift.finish_run(v_run.run_id, 'The run was ended before all e-mails that it had taken were analysed.', p_now);
    elsif v_run.dispatch_id is null then
      -- A direct call: nobody is asked again, but its mail goes on.
      perform nightshift.fail_task(v_run.run_id,
        'The run stopped without a word; its mail goes on in another run. The log of the function may say why.', p_now);
      perform nightshift.continue_run(v_run.run_id, p_now);
      v_stalled := v_stalled + 1;
    elsif v_run.verdict = 'accepted' then -- anything else is under way already
      update public.task_dispatches d
      set verdict = 'stalled',
        detail = 'The run started but stopped without a word: its lease ended at ' || to_char(v_run.expires_at at time zone 'utc', 'HH24:MI:SS') || ' UTC.'
      where d.id = v_run.dispatch_id;
      v_stalled := v_stalled + 1;
    end if;
  end loop;

  -- Marked as running without a lease, so nothing but the clock can tell; it must not block its schedule.
  for v_run in
    select t.id as run_id
    from public.autonomous_tasks t
    where t.status = 'running' and t.executed_at <= p_now - c_longest_silence and t.updated_at <= p_now - c_longest_silence
      and exists (select from public.task_dispatches d where d.task_id = t.id)
      and not exists (select from nightshift.run_leases l where l.run_id = t.id)
  loop
    perform nightshift.fail_task(v_run.run_id,
      'No sign of life for 6 hours, and no lease: an agent that marks its task by itself must also end it.', p_now);
    v_stalled := v_stalled + 1;
  end loop;
  return v_stalled;
end
$$;
comment on function nightshift.judge_runs(timestamptz) is
'Finds runs whose lease has ended: dispatched ones become stalled, direct ones are ended and their mail goes on; and dispatched tasks that run without a lease and were silent for 6 hours. Returns how many.';
revoke all on function nightshift.judge_runs(timestamptz) from public;

create or replace function nightshift.retry_dispatches(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_dispatch record;
  v_retry_id uuid;
  v_retried integer := 0;
begin
  -- What failed since: another try is planned, or the task ends here.
  for v_dispatch in
    select d.id, d.task_id, d.verdict, d.detail, s.max_attempts,
      (select count(*) from public.task_dispatches a where a.task_id = d.task_id) as attempts
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id
    join public.autonomous_tasks t on t.id = d.task_id and t.status in ('pending', 'running')
    where d.verdict in ('refused', 'server_error', 'resource_limit', 'timed_out', 'unreachable', 'lost', 'ignored', 'stalled')
      and d.retry_at is null
      and not exists (select from public.task_dispatches later where later.task_id = d.task_id and later.id > d.id)
    for update of d skip locked
  loop
    if v_dispatch.verdict in ('refused', 'ignored') or v_dispatch.attempts >= v_dispatch.max_attempts then
      perform nightshift.fail_task(v_dispatch.task_id,
        v_dispatch.detail || case when v_dispatch.attempts > 1 then format(' Given up after %s attempts.', v_dispatch.attempts) else '' end,
        p_now);
    else
      update public.task_dispatches d
      set retry_at = p_now + case
          -- A stalled run has already waited for its lease to end.
          when v_dispatch.verdict = 'stalled' and v_dispatch.attempts = 1 then interval '0'
          else nightshift.backoff(v_dispatch.attempts::integer, 30, 900)
        end
      where d.id = v_dispatch.id;
    end if;
  end loop;

  for v_dispatch in
    select d.id, d.schedule_id, d.slot, d.task_id
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id and s.enabled
    where d.retry_at <= p_now
    for update of d skip locked
  loop
    update public.task_dispatches d set retry_at = null where d.id = v_dispatch.id;
    continue when not exists (
      select from public.autonomous_tasks t where t.id = v_dispatch.task_id and t.status in ('pending', 'running'));
    insert into public.task_dispatches (schedule_id, slot, kind, seq, task_id, dispatched_at)
    select v_dispatch.schedule_id, v_dispatch.slot, 'retry', coalesce(max(r.seq) + 1, 0), v_dispatch.task_id, p_now
    from public.task_dispatches r
    where r.schedule_id = v_dispatch.schedule_id and r.slot = v_dispatch.slot and r.kind = 'retry'
    returning id into v_retry_id;
    perform nightshift.send_dispatch(v_retry_id, p_now);
    v_retried := v_retried + 1;
  end loop;
  return v_retried;
end
$$;
comment on function nightshift.retry_dispatches(timestamptz) is
'Plans and sends further attempts: what is worth one, after 30 s to 15 min, up to max_attempts of the schedule; the rest ends its task with a sentence. Returns how many were sent.';
revoke all on function nightshift.retry_dispatches(timestamptz) from public;
