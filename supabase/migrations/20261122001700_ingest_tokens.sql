-- Ingest tokens: keys of external systems, each for one workspace.
--
-- A token is shown once, by the function that makes it. Only its SHA-256 is kept. It works as long as the
-- user who made it is an owner or admin of the workspace.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.ingest_tokens (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  name text not null,
  token_hash text not null,
  scopes text[] not null,
  task_types text[],
  requests_per_minute integer not null,
  created_by uuid references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint token_hash_is_unique unique (token_hash),
  constraint token_hash_is_a_sha256 check (token_hash ~ '^[0-9a-f]{64}$'),
  constraint token_name_has_1_to_200_characters check (length(btrim(name)) between 1 and 200),
  constraint scopes_are_known check (cardinality(scopes) > 0 and scopes <@ array['tasks', 'mail', 'ping']),
  constraint task_types_are_known check (cardinality(task_types) > 0 and task_types <@ nightshift.task_types()),
  constraint a_ping_token_has_one_task_type check (
    'ping' <> all (scopes) or (task_types is not null and cardinality(task_types) = 1)),
  constraint expires_at_is_in_this_century check (expires_at >= '2000-01-01Z' and expires_at < '2100-01-01Z'),
  constraint requests_per_minute_from_1_to_60000 check (requests_per_minute between 1 and 60000)
);
create index if not exists ingest_tokens_workspace_idx on nightshift.ingest_tokens (workspace_id, created_at);
create index if not exists ingest_tokens_maker_idx on nightshift.ingest_tokens (created_by);

comment on table nightshift.ingest_tokens is
'Keys of external systems. Each belongs to one workspace and reaches nothing else.';
comment on column nightshift.ingest_tokens.id is 'names the token in logs and lists';
comment on column nightshift.ingest_tokens.workspace_id is 'the one workspace it reaches';
comment on column nightshift.ingest_tokens.name is 'what people call it; the agent name of its pings';
comment on column nightshift.ingest_tokens.token_hash is
'SHA-256 of the token, hexadecimal; the token itself is not kept';
comment on column nightshift.ingest_tokens.scopes is
'tasks: the task API; `mail`: inbound-email; ping: the pings';
comment on column nightshift.ingest_tokens.task_types is
'the task types it reaches; null for all. A ping token has exactly one';
comment on column nightshift.ingest_tokens.requests_per_minute is 'its own rate limit';
comment on column nightshift.ingest_tokens.created_by is
'the user who made it: it works while they are an owner or admin, and goes with them; null: the service role';
comment on column nightshift.ingest_tokens.created_at is 'since when';
comment on column nightshift.ingest_tokens.expires_at is 'until when it works; null: until it is revoked';
comment on column nightshift.ingest_tokens.last_used_at is 'when it was last used, to the minute';
comment on column nightshift.ingest_tokens.revoked_at is 'since when it does not work';

alter table nightshift.ingest_tokens enable row level security;
revoke all on nightshift.ingest_tokens from public;

create or replace function nightshift.has_ended(p_token nightshift.ingest_tokens, p_now timestamptz) returns boolean
language sql immutable set search_path = ''
as $$ select p_token.revoked_at is not null or coalesce(p_token.expires_at <= p_now, false) $$;
comment on function nightshift.has_ended(nightshift.ingest_tokens, timestamptz) is
'Whether an ingest token was revoked or has expired, and so never works again.';
revoke all on function nightshift.has_ended(nightshift.ingest_tokens, timestamptz) from public;

create or replace function nightshift.is_live_token(p_token nightshift.ingest_tokens, p_now timestamptz) returns boolean
language sql stable set search_path = ''
as $$
  select p_token.id is not null and not nightshift.has_ended(p_token, p_now)
    and (p_token.created_by is null or exists (
      select from public.workspace_members m
      where m.workspace_id = p_token.workspace_id and m.user_id = p_token.created_by and m.role in ('owner', 'admin')))
$$;
comment on function nightshift.is_live_token(nightshift.ingest_tokens, timestamptz) is
'Whether an ingest token works: not revoked, not expired, and its maker may still manage the workspace.';
revoke all on function nightshift.is_live_token(nightshift.ingest_tokens, timestamptz) from public;

create or replace function public.create_ingest_token(
  p_workspace_id uuid,
  p_name text,
  p_scopes text[] default '{tasks}',
  p_task_types text[] default null,
  p_requests_per_minute integer default 600,
  p_expires_at timestamptz default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_kept_ended constant integer := 100;
  v_token text := 'nst_' || encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex');
  v_id uuid;
begin
  if not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins of the workspace manage its ingest tokens.'
      using errcode = 'PT403';
  end if;
  -- Two requests at the same time are counted one after the other.
  perform from public.workspaces w where w.id = p_workspace_id for no key update;
  perform nightshift.require_room('ingest_tokens', p_workspace_id, count(*), 'ingest tokens')
  from nightshift.ingest_tokens t
  where t.workspace_id = p_workspace_id and not nightshift.has_ended(t, clock_timestamp());
  -- Whoever makes tokens and revokes them again fills no table: the latest that ended are kept.
  delete from nightshift.ingest_tokens t
  where t.id in (
    select e.id from nightshift.ingest_tokens e
    where e.workspace_id = p_workspace_id and nightshift.has_ended(e, clock_timestamp())
    order by e.created_at desc, e.id
    offset c_kept_ended);
  insert into nightshift.ingest_tokens
    (workspace_id, name, token_hash, scopes, task_types, requests_per_minute, expires_at, created_by)
  values (p_workspace_id, btrim(p_name), encode(sha256(convert_to(v_token, 'UTF8')), 'hex'), p_scopes, p_task_types,
    p_requests_per_minute, p_expires_at, (select auth.uid()))
  returning id into v_id;
  return jsonb_build_object('id', v_id, 'token', v_token);
exception
  when check_violation or not_null_violation then
    raise exception
      'ingest_token_invalid: a token needs a name of 1 to 200 characters, scopes out of tasks, mail and ping, known '
      'task types (exactly one for ping), 1 to 60000 requests a minute, and an end before 2100 if it has one.'
      using errcode = 'PT400';
  when foreign_key_violation then
    raise exception 'ingest_token_invalid: there is no workspace %.', p_workspace_id using errcode = 'PT400';
end
$$;
comment on function public.create_ingest_token(uuid, text, text[], text[], integer, timestamptz) is
'Makes an ingest token and returns {id, token}; the token (nst_ and 64 hexadecimal digits, 244 random bits) is shown '
'this once. It works until p_expires_at, if given, and as long as its maker may manage the workspace. For owners, '
'admins and the service role. Of tokens that have ended the latest 100 stay in the list. Errors: PT403 '
'workspace_not_managed, PT403 quota_exceeded, PT400 ingest_token_invalid.';
revoke all on function public.create_ingest_token(uuid, text, text[], text[], integer, timestamptz)
from public, anon, authenticated, service_role;
grant execute on function public.create_ingest_token(uuid, text, text[], text[], integer, timestamptz)
to authenticated, service_role;

create or replace function public.list_ingest_tokens(p_workspace_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  if not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins of the workspace manage its ingest tokens.'
      using errcode = 'PT403';
  end if;
  return (
    select coalesce(jsonb_agg(
      to_jsonb(t) - 'token_hash' || jsonb_build_object('is_live', nightshift.is_live_token(t, clock_timestamp()))
      order by t.created_at, t.id), '[]')
    from nightshift.ingest_tokens t
    where t.workspace_id = p_workspace_id
  );
end
$$;
comment on function public.list_ingest_tokens(uuid) is
'The ingest tokens of a workspace, oldest first, ended ones too, without token and hash; is_live says whether it '
'works. For owners, admins and the service role. Error: PT403 workspace_not_managed.';
revoke all on function public.list_ingest_tokens(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_ingest_tokens(uuid) to authenticated, service_role;

create or replace function public.revoke_ingest_token(p_token_id uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update nightshift.ingest_tokens t
  set revoked_at = clock_timestamp()
  where t.id = p_token_id and t.revoked_at is null and nightshift.can_manage(t.workspace_id);
  return found;
end
$$;
comment on function public.revoke_ingest_token(uuid) is
'Revokes an ingest token at once. False when there is none that the caller manages, or it was revoked before.';
revoke all on function public.revoke_ingest_token(uuid) from public, anon, authenticated, service_role;
grant execute on function public.revoke_ingest_token(uuid) to authenticated, service_role;
