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
