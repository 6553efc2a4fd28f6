-- Rate limits and admission: one place that says who a caller is, and whether they may ask now: users and
-- ingest tokens in the task API, ingest tokens in inbound-email.
--
-- The counters are in the database, because no isolate of a function sees the requests of the others. The
-- table is unlogged: after a crash everybody starts at zero.
-- Locks: none on existing tables. Time: milliseconds.

create unlogged table if not exists nightshift.rate_counters (
  subject text primary key,
  paid_until timestamptz not null
);
comment on table nightshift.rate_counters is
'One row for each token, user and workspace that has asked: a leaky bucket of one minute (the generic cell rate '
'algorithm).';
comment on column nightshift.rate_counters.subject is 'token, user or workspace, with its id';
comment on column nightshift.rate_counters.paid_until is
'the time up to which the requests so far have used the minutes; a request is rejected when it is more than a minute '
'from now';
alter table nightshift.rate_counters enable row level security;
revoke all on nightshift.rate_counters from public;

create or replace function nightshift.take_request(
  p_subject text,
  p_requests_per_minute integer,
  p_now timestamptz default clock_timestamp()
) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_window constant interval := interval '1 minute';
  v_share constant interval := c_window / p_requests_per_minute;
  v_paid_until timestamptz;
begin
  insert into nightshift.rate_counters as c (subject, paid_until)
  values (p_subject, p_now + v_share)
  on conflict (subject) do update set paid_until = greatest(c.paid_until, p_now) + v_share
    where greatest(c.paid_until, p_now) + v_share <= p_now + c_window
  returning c.paid_until into v_paid_until;
  if found then
    return 0;
  end if;
  select c.paid_until into v_paid_until from nightshift.rate_counters c where c.subject = p_subject;
  return greatest(1, ceil(extract(epoch from v_paid_until + v_share - p_now - c_window)))::integer;
end
$$;
comment on function nightshift.take_request(text, integer, timestamptz) is
'Counts one request of a subject. 0 when it may go on, otherwise the seconds until it may; rejected requests cost '
'nothing.';
revoke all on function nightshift.take_request(text, integer, timestamptz) from public;

create or replace function public.admit_caller(
  p_scope text,
  p_token_hash text default null,
  p_workspace_ids uuid[] default '{}'
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_user_requests_per_minute constant integer := 600;
  c_workspace_requests_per_minute constant integer := 6000;
  c_now constant timestamptz := clock_timestamp();
  v_user_id uuid := auth.uid();
  v_token nightshift.ingest_tokens;
  v_workspace_id uuid;
  v_wait integer;
begin
  perform set_config('nightshift.caller_kind', case when coalesce(auth.role(), 'none') <> 'service_role' then 'user'
    when p_token_hash is not null then 'token' else 'service' end, true);
  perform set_config('nightshift.token_id', '', true);
  -- Only our functions hold the service role. What anybody else says about a token is ignored.
  if coalesce(auth.role(), 'none') <> 'service_role' then
    if v_user_id is null then
      return jsonb_build_object('outcome', 'unauthorized');
    end if;
    v_wait := nightshift.take_request('user ' || v_user_id, c_user_requests_per_minute, c_now);
    -- Only members use up the requests of a workspace.
    for v_workspace_id in
      select m.workspace_id from public.workspace_members m
      where v_wait = 0 and m.user_id = v_user_id and m.workspace_id = any (p_workspace_ids)
      order by m.workspace_id
    loop
      v_wait := greatest(v_wait,
        nightshift.take_request('workspace ' || v_workspace_id, c_workspace_requests_per_minute, c_now));
    end loop;
    return case when v_wait > 0
      then jsonb_build_object('outcome', 'rate_limited', 'retry_after_seconds', v_wait)
      else jsonb_build_object('outcome', 'admitted', 'kind', 'user', 'id', v_user_id, 'workspace_ids', (
        select coalesce(jsonb_agg(m.workspace_id), '[]')
        from public.workspace_members m
        where m.user_id = v_user_id)) end;
  end if;

  if p_token_hash is null then
    return jsonb_build_object('outcome', 'admitted', 'kind', 'service', 'id', 'service');
  end if;
  select * into v_token from nightshift.ingest_tokens t where t.token_hash = p_token_hash;
  if not nightshift.is_live_token(v_token, c_now) then
    return jsonb_build_object('outcome', 'unauthorized');
  elsif p_scope <> all (v_token.scopes) then
    return jsonb_build_object('outcome', 'forbidden');
  end if;
  v_wait := nightshift.take_request('token ' || v_token.id, v_token.requests_per_minute, c_now);
  if v_wait = 0 then
    v_wait := nightshift.take_request('workspace ' || v_token.workspace_id, c_workspace_requests_per_minute, c_now);
  end if;
  if v_wait > 0 then
    return jsonb_build_object('outcome', 'rate_limited', 'retry_after_seconds', v_wait);
  end if;
  -- A watch may count only what this token reports.
  perform set_config('nightshift.token_id', v_token.id::text, true);
  if v_token.last_used_at is null or v_token.last_used_at < c_now - interval '1 minute' then
    update nightshift.ingest_tokens t set last_used_at = c_now where t.id = v_token.id;
  end if;
  return jsonb_build_object('outcome', 'admitted', 'kind', 'token', 'id', v_token.id, 'name', v_token.name,
    'workspace_id', v_token.workspace_id, 'task_types', to_jsonb(v_token.task_types));
end
$$;
comment on function public.admit_caller(text, text, uuid[]) is
'Who asks for what the scope (tasks, email, ping) allows, and whether now: {outcome, kind, id}, for a token with '
'{workspace_id, task_types, name}. Outcomes: admitted, unauthorized (no user, or a token that is unknown, revoked, '
'expired or whose maker may not manage the workspace any more), forbidden (the token lacks the scope), rate_limited '
'(with retry_after_seconds). Limits a minute: the token''s own, 600 a user, 6000 a workspace; none for the service '
'role itself, which is the project. For the rest of the transaction, what users and tokens write counts against the '
'quotas of the workspace.';
revoke all on function public.admit_caller(text, text, uuid[]) from public, anon, authenticated, service_role;
grant execute on function public.admit_caller(text, text, uuid[]) to authenticated, service_role;
