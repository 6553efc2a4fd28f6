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
