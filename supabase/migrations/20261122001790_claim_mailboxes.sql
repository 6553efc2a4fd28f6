-- Claiming mailboxes: which are due, who works on them, and with which key.
--
-- Workspaces take turns, and so do the mailboxes of a workspace, so a large mailbox delays the others by one
-- round at most.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.holds_mailbox_run(p_run_id uuid, p_run_token uuid, p_now timestamptz)
returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select
    from nightshift.run_leases l
    where l.run_id = p_run_id and l.token = p_run_token and l.expires_at > p_now)
$$;
comment on function nightshift.holds_mailbox_run(uuid, uuid, timestamptz) is
'Whether this is the run''s latest holder, and its lease has not ended.';
revoke all on function nightshift.holds_mailbox_run(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.next_mailbox(p_workspace_id uuid, p_now timestamptz) returns uuid
language sql set search_path = ''
as $$
  select s.mailbox_id
  from nightshift.mailbox_sync s
  where s.workspace_id = p_workspace_id and s.next_sync_at <= p_now
    and (s.lease_expires_at is null or s.lease_expires_at <= p_now)
  order by s.served_at nulls first, s.next_sync_at, s.mailbox_id
  limit 1
  for no key update skip locked
$$;
comment on function nightshift.next_mailbox(uuid, timestamptz) is
'The mailbox of a workspace that is due and has waited longest; null when there is none.';
revoke all on function nightshift.next_mailbox(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.claim_mailboxes(
  p_run_id uuid, p_limit integer, p_lease_seconds integer, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_workspace_id uuid;
  v_mailbox_id uuid;
  v_claimed uuid[] := array[]::uuid[];
begin
  if (p_limit between 1 and 50 and p_lease_seconds between 1 and 3600) is not true then
    raise exception 'claim_out_of_range: 1 to 50 mailboxes, 1 to 3600 s.' using errcode = 'PT400';
  end if;
  for v_workspace_id in
    select t.workspace_id
    from nightshift.mailbox_turns t
    where exists (
      select from nightshift.mailbox_sync s
      where s.workspace_id = t.workspace_id and s.next_sync_at <= p_now
        and (s.lease_expires_at is null or s.lease_expires_at <= p_now))
    order by t.last_served_at nulls first, t.workspace_id
  loop
    -- Somebody is deleting the workspace, and we wait for nobody.
    perform from public.workspaces w where w.id = v_workspace_id for key share skip locked;
    continue when not found;
    v_mailbox_id := nightshift.next_mailbox(v_workspace_id, p_now);
    continue when v_mailbox_id is null;
    update nightshift.mailbox_sync s
    set run_id = p_run_id, lease_token = gen_random_uuid(), served_at = p_now,
      lease_expires_at = p_now + make_interval(secs => p_lease_seconds)
    where s.mailbox_id = v_mailbox_id;
    update nightshift.mailbox_turns t set last_served_at = p_now where t.workspace_id = v_workspace_id;
    v_claimed := v_claimed || v_mailbox_id;
    exit when cardinality(v_claimed) >= p_limit;
  end loop;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'mailbox_id', m.id, 'workspace_id', m.workspace_id, 'provider', m.provider, 'address', m.address,
      'lease_token', s.lease_token, 'cursor', s.cursor, 'old_cursor', s.old_cursor,
      'backfill_since', s.backfill_since, 'caught_up_at', s.caught_up_at)
      order by array_position(v_claimed, m.id)), '[]')
    from nightshift.mailbox_sync s
    join public.mailboxes m on m.id = s.mailbox_id
    where s.mailbox_id = any (v_claimed));
end
$$;
comment on function nightshift.claim_mailboxes(uuid, integer, integer, timestamptz) is
'Leases up to p_limit (1 to 50) due mailboxes to a run, one of each workspace, by whose turn it is. Returns '
'[{mailbox_id, workspace_id, provider, address, lease_token, cursor, old_cursor, backfill_since, caught_up_at}]. '
'Error: PT400 claim_out_of_range.';
revoke all on function nightshift.claim_mailboxes(uuid, integer, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.claim_mailboxes(
  p_run_id uuid, p_run_token uuid, p_limit integer, p_lease_seconds integer
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  if not nightshift.beat_mailbox_run(p_run_id, p_run_token, p_lease_seconds, clock_timestamp()) then
    return jsonb_build_object('outcome', 'superseded', 'mailboxes', jsonb '[]');
  end if;
  return jsonb_build_object('outcome', 'claimed',
    'mailboxes', nightshift.claim_mailboxes(p_run_id, p_limit, p_lease_seconds));
end
$$;
comment on function public.claim_mailboxes(uuid, uuid, integer, integer) is
'See nightshift.claim_mailboxes; only for the holder of the run: anyone else gets outcome superseded.';
revoke all on function public.claim_mailboxes(uuid, uuid, integer, integer)
from public, anon, authenticated, service_role;
grant execute on function public.claim_mailboxes(uuid, uuid, integer, integer) to service_role;

create or replace function nightshift.beat_mailbox_run(
  p_run_id uuid, p_run_token uuid, p_lease_seconds integer, p_now timestamptz
) returns boolean
language plpgsql set search_path = ''
as $$
begin
  update nightshift.run_leases l
  set expires_at = greatest(l.expires_at, p_now + make_interval(secs => p_lease_seconds))
  where l.run_id = p_run_id and l.token = p_run_token;
  if not found then
    return false;
  end if;
  with free as ( -- whose row is locked goes with its workspace, or is being stored to, which moves its lease on too
    select s.mailbox_id
    from nightshift.mailbox_sync s
    where s.run_id = p_run_id and s.lease_expires_at > p_now
    order by s.mailbox_id
    for no key update skip locked
  )
  update nightshift.mailbox_sync s
  set lease_expires_at = greatest(s.lease_expires_at, p_now + make_interval(secs => p_lease_seconds))
  from free f
  where s.mailbox_id = f.mailbox_id;
  return true;
end
$$;
comment on function nightshift.beat_mailbox_run(uuid, uuid, integer, timestamptz) is
'Heartbeat: extends the lease of a run and of its mailboxes. False when another holder has taken over or the run has '
'ended.';
revoke all on function nightshift.beat_mailbox_run(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.beat_mailbox_run(p_run_id uuid, p_run_token uuid, p_lease_seconds integer)
returns boolean
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.beat_mailbox_run(p_run_id, p_run_token, p_lease_seconds, clock_timestamp());
$$;
comment on function public.beat_mailbox_run(uuid, uuid, integer) is 'See nightshift.beat_mailbox_run.';
revoke all on function public.beat_mailbox_run(uuid, uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.beat_mailbox_run(uuid, uuid, integer) to service_role;

create or replace function nightshift.hold_mailbox(p_mailbox_id uuid, p_lease_token uuid, p_now timestamptz)
returns nightshift.mailbox_sync
language sql set search_path = ''
as $$
  select s.*
  from nightshift.mailbox_sync s
  where s.mailbox_id = p_mailbox_id and s.lease_token = p_lease_token and s.lease_expires_at > p_now
  for no key update
$$;
comment on function nightshift.hold_mailbox(uuid, uuid, timestamptz) is
'The row of a mailbox, kept until the end of the transaction, if the caller has its lease; else null.';
revoke all on function nightshift.hold_mailbox(uuid, uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.read_mailbox_secret(
  p_mailbox_id uuid, p_lease_token uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce((
    select jsonb_build_object('outcome', 'read', 'secret', coalesce(v.decrypted_secret::jsonb, '{}'))
    from nightshift.mailbox_sync s
    left join vault.decrypted_secrets v on v.id = s.secret_id
    where s.mailbox_id = p_mailbox_id and s.lease_token = p_lease_token and s.lease_expires_at > p_now
  ), '{"outcome": "lost"}')
$$;
comment on function nightshift.read_mailbox_secret(uuid, uuid, timestamptz) is
'The key to a mailbox, only while the mailbox is leased to the caller: {outcome: read, secret}; the secret is {} when '
'Vault no longer has it, so that its owner is asked to connect again. Otherwise {outcome: lost}.';
revoke all on function nightshift.read_mailbox_secret(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.read_mailbox_secret(p_mailbox_id uuid, p_lease_token uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.read_mailbox_secret(p_mailbox_id, p_lease_token);
$$;
comment on function public.read_mailbox_secret(uuid, uuid) is 'See nightshift.read_mailbox_secret.';
revoke all on function public.read_mailbox_secret(uuid, uuid) from public, anon, authenticated, service_role;
grant execute on function public.read_mailbox_secret(uuid, uuid) to service_role;

create or replace function nightshift.save_mailbox_secret(
  p_mailbox_id uuid, p_lease_token uuid, p_secret jsonb, p_now timestamptz default clock_timestamp()
) returns boolean
language plpgsql set search_path = ''
as $$
declare
  v_held constant nightshift.mailbox_sync := nightshift.hold_mailbox(p_mailbox_id, p_lease_token, p_now);
begin
  if v_held.secret_id is null then
    return false;
  end if;
  perform vault.update_secret(v_held.secret_id, p_secret::text);
  return true;
end
$$;
comment on function nightshift.save_mailbox_secret(uuid, uuid, jsonb, timestamptz) is
'Replaces the key to a mailbox that is leased to the caller, as providers renew tokens. False when it is not.';
revoke all on function nightshift.save_mailbox_secret(uuid, uuid, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.save_mailbox_secret(p_mailbox_id uuid, p_lease_token uuid, p_secret jsonb)
returns boolean
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.save_mailbox_secret(p_mailbox_id, p_lease_token, p_secret);
$$;
comment on function public.save_mailbox_secret(uuid, uuid, jsonb) is 'See nightshift.save_mailbox_secret.';
revoke all on function public.save_mailbox_secret(uuid, uuid, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.save_mailbox_secret(uuid, uuid, jsonb) to service_role;
