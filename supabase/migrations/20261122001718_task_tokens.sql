-- Task tokens: with what the receiver of a URL target reports on its task, and on nothing else.
--
-- The token travels in the signed request and follows from cron_secret and the id of the task. So nothing
-- is stored, and the receiver needs neither CRON_SECRET nor a secret key.
-- Locks: none. Time: milliseconds.

create or replace function public.admit_task_token(p_task_id uuid, p_token_hash text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_requests_per_minute constant integer := 600;
  v_token text := nightshift.task_token(p_task_id, nightshift.read_secret('cron_secret'));
  v_wait integer;
begin
  perform nightshift.require_service();
  if p_token_hash is distinct from encode(sha256(convert_to(v_token, 'UTF8')), 'hex') or not exists (
    select
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id
    where d.task_id = p_task_id and s.target ~ '^https?://')
  then
    return jsonb_build_object('outcome', 'unauthorized');
  end if;
  v_wait := nightshift.take_request('task ' || p_task_id, c_requests_per_minute, clock_timestamp());
  return case when v_wait > 0 then jsonb_build_object('outcome', 'rate_limited', 'retry_after_seconds', v_wait)
    else jsonb_build_object('outcome', 'admitted', 'kind', 'task', 'id', p_task_id) end;
end
$$;
comment on function public.admit_task_token(uuid, text) is
'Part of change_task: admits the token that the dispatch of this task has sent to its URL, by its SHA-256. '
'Outcomes: admitted, unauthorized, rate_limited.';
revoke all on function public.admit_task_token(uuid, text) from public, anon, authenticated, service_role;
grant execute on function public.admit_task_token(uuid, text) to service_role;
