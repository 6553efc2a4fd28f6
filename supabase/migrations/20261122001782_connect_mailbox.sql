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
