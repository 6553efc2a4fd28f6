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
