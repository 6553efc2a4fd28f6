-- Storing what was fetched from mailboxes: each email once, its place in the mailbox afterwards.
--
-- The place moves on in the same transaction as the last emails before it, so a run that is killed anywhere
-- fetches some emails again and leaves none out.
-- Locks: rows only. Time: milliseconds an email.

create or replace function nightshift.find_copy(p_email public.client_emails) returns public.client_emails
language plpgsql stable set search_path = ''
as $$
declare
  v_copy public.client_emails;
begin
  -- Sent by one of our mailboxes and received by another it is one email, which we sent.
  select e.* into v_copy
  from public.client_emails e
  where e.workspace_id = p_email.workspace_id and e.provider_message_id = p_email.provider_message_id
    and nightshift.is_same_email(e, jsonb_populate_record(p_email, jsonb_build_object('direction', e.direction)));
  return v_copy;
end
$$;
comment on function nightshift.find_copy(public.client_emails) is
'The stored email that says the same under the same Message-ID, whichever direction each copy has.';
revoke all on function nightshift.find_copy(public.client_emails) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_synced_email(p_workspace_id uuid, p_email jsonb, out outcome text,
  out email_id uuid)
language plpgsql set search_path = ''
as $$
declare
  v_email constant public.client_emails := nightshift.read_email(p_workspace_id, p_email);
  v_copy public.client_emails := nightshift.find_copy(v_email);
  v_stored jsonb;
begin
  if v_copy.id is null then
    v_stored := public.ingest_email(p_workspace_id, p_email);
    outcome := v_stored ->> 'outcome';
    email_id := (v_stored ->> 'email_id')::uuid;
    if outcome = 'created' then
      perform nightshift.count_intake(p_workspace_id, 'synced_email', 1, pg_column_size(v_email));
    end if;
    return;
  end if;
  outcome := 'duplicate';
  email_id := v_copy.id;
  if v_email.direction = 'outbound' and v_copy.direction = 'inbound' and not v_copy.intelligence_analyzed then
    update public.client_emails e set direction = 'outbound' where e.id = v_copy.id;
    delete from nightshift.email_queue q where q.email_id = v_copy.id;
  end if;
end
$$;
comment on function nightshift.keep_synced_email(uuid, jsonb) is
'Stores one email of a mailbox, unless its workspace has it. Outcome as of ingest_email. Error: PT429 '
'daily_quota_exceeded.';
revoke all on function nightshift.keep_synced_email(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.store_synced_emails(p_held nightshift.mailbox_sync, p_emails jsonb)
returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_item record;
  v_outcome text;
  v_email_id uuid;
  v_more jsonb := jsonb '{}';
  v_created integer := 0;
  v_known integer := 0;
  v_unreadable integer := 0;
  v_detail text;
begin
  for v_item in
    select i.*
    from jsonb_to_recordset(p_emails)
      as i (ref_id text, thread_id text, email jsonb, reply_ids jsonb)
  loop
    begin
      v_outcome := null;
      v_email_id := null;
      begin
        if jsonb_typeof(v_item.email) = 'object' then
          select k.outcome, k.email_id into v_outcome, v_email_id
          from nightshift.keep_synced_email(p_held.workspace_id, v_item.email) k;
        end if;
      exception when integrity_constraint_violation or data_exception or program_limit_exceeded then
        null; -- The table refuses what this email says. It is not fetched again, and stops no other.
      end;
      if v_outcome is distinct from 'created' then -- It cost as much to fetch as a new email.
        perform nightshift.count_intake(p_held.workspace_id, 'synced_email', 1, 0);
      end if;
      insert into nightshift.mailbox_messages (mailbox_id, ref_hash, email_id, thread_hash)
      values (p_held.mailbox_id, nightshift.hash_id(v_item.ref_id), v_email_id,
        nightshift.hash_id(v_item.thread_id))
      on conflict on constraint a_message_is_known_once_in_its_mailbox
      do update set email_id = excluded.email_id, thread_hash = excluded.thread_hash;
      if v_email_id is not null then
        v_more := v_more || jsonb_build_object(v_email_id, coalesce(v_item.reply_ids, '[]'));
      end if;
      v_created := v_created + (v_outcome is not distinct from 'created')::integer;
      v_known := v_known + (v_outcome is not distinct from 'duplicate')::integer;
      v_unreadable := v_unreadable + (v_email_id is null)::integer;
    exception when sqlstate 'PT429' then
      v_detail := regexp_replace(sqlerrm, '^\w+: ', '');
      exit;
    end;
  end loop;
  perform nightshift.note_synced_answers(p_held.mailbox_id, v_more);
  return jsonb_build_object('outcome', case when v_detail is null then 'stored' else 'daily_quota_exceeded' end,
    'detail', v_detail, 'created', v_created, 'known', v_known, 'unreadable', v_unreadable);
end
$$;
comment on function nightshift.store_synced_emails(nightshift.mailbox_sync, jsonb) is
'Part of store_mailbox_emails: stores emails one by one; one that the table refuses stops no other.';
revoke all on function nightshift.store_synced_emails(nightshift.mailbox_sync, jsonb)
  from public, anon, authenticated, service_role;

create or replace function nightshift.note_synced_answers(p_mailbox_id uuid, p_reply_ids jsonb) returns void
language plpgsql set search_path = ''
as $$
declare
  v_ids constant uuid[] := array(select k.id::uuid from jsonb_object_keys(p_reply_ids) as k (id));
begin
  perform nightshift.note_references(v_ids, p_reply_ids);
  perform nightshift.note_answers(v_ids);
  -- A reply that names nothing answers what its conversation got before, by the word of the provider.
  perform nightshift.keep_answers(jsonb_agg(jsonb_build_object('email_id', q.id, 'workspace_id', q.workspace_id,
    'answered_by', a.id, 'answered_at', a.received_at)))
  from (
    select distinct k.thread_hash
    from nightshift.mailbox_messages k
    where k.mailbox_id = p_mailbox_id and k.email_id = any (v_ids) and k.thread_hash is not null
  ) t
  join nightshift.mailbox_messages ka on ka.mailbox_id = p_mailbox_id and ka.thread_hash = t.thread_hash
  join public.client_emails a on a.id = ka.email_id and a.direction = 'outbound'
  join nightshift.mailbox_messages kq on kq.mailbox_id = p_mailbox_id and kq.thread_hash = t.thread_hash
  join public.client_emails q on q.id = kq.email_id and q.direction = 'inbound' and q.received_at <= a.received_at
  where not exists (select from nightshift.email_references r where r.email_id = a.id)
    and nightshift.is_addressed_to(a, q)
  having count(*) > 0;
end
$$;
comment on function nightshift.note_synced_answers(uuid, jsonb) is
'Part of store_mailbox_emails: which emails these answer, by Message-IDs {email id: [ids]} or by their conversation.';
revoke all on function nightshift.note_synced_answers(uuid, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.move_on(p_held nightshift.mailbox_sync, p_progress jsonb, p_now timestamptz)
returns void
language plpgsql set search_path = ''
as $$
declare
  v_sync nightshift.mailbox_sync;
begin
  update nightshift.mailbox_sync s
  set cursor = case when p_progress ? 'cursor' then nullif(p_progress -> 'cursor', 'null') else s.cursor end,
    old_cursor = case when p_progress ? 'old_cursor' then nullif(p_progress -> 'old_cursor', 'null')
      else s.old_cursor end,
    backfill_since = case when p_progress ? 'backfill_since' then (p_progress ->> 'backfill_since')::timestamptz
      else s.backfill_since end,
    caught_up_at = case when (p_progress ->> 'is_caught_up')::boolean then p_now else s.caught_up_at end
  where s.mailbox_id = p_held.mailbox_id
  returning s.* into v_sync;
  update public.mailboxes m
  set last_synced_at = v_sync.caught_up_at, updated_at = p_now,
    state = case when v_sync.cursor is not null and v_sync.backfill_since is null then 'live' else 'backfilling' end
  where m.id = p_held.mailbox_id and m.state in ('backfilling', 'live');
end
$$;
comment on function nightshift.move_on(nightshift.mailbox_sync, jsonb, timestamptz) is
'Part of store_mailbox_emails: keeps the place in a mailbox. p_progress: what changes of cursor, old_cursor, '
'backfill_since; is_caught_up.';
revoke all on function nightshift.move_on(nightshift.mailbox_sync, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.store_mailbox_emails(
  p_mailbox_id uuid, p_lease_token uuid, p_emails jsonb, p_progress jsonb default null,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_held nightshift.mailbox_sync;
  v_stored jsonb;
begin
  if jsonb_array_length(p_emails) > 20 then
    raise exception 'emails_out_of_range: at most 20 emails at once.' using errcode = 'PT400';
  end if;
  -- A workspace that is being deleted makes nobody wait.
  perform from public.workspaces w
  where w.id = (select m.workspace_id from public.mailboxes m where m.id = p_mailbox_id)
  for key share skip locked;
  if found then
    v_held := nightshift.hold_mailbox(p_mailbox_id, p_lease_token, p_now);
  end if;
  if v_held.mailbox_id is null then
    return jsonb_build_object('outcome', 'lost', 'created', 0, 'known', 0, 'unreadable', 0);
  end if;
  v_stored := nightshift.store_synced_emails(v_held, p_emails);
  if v_stored ->> 'outcome' = 'stored' and p_progress is not null then
    perform nightshift.move_on(v_held, p_progress, p_now);
  end if;
  if (v_stored ->> 'created')::integer > 0 then
    perform nightshift.count_synced(v_held.run_id, v_held.workspace_id, (v_stored ->> 'created')::integer, null, p_now);
  end if;
  return v_stored;
end
$$;
comment on function nightshift.store_mailbox_emails(uuid, uuid, jsonb, jsonb, timestamptz) is
'Stores up to 20 emails [{ref_id, thread_id, email, reply_ids}] of a mailbox that is leased to the caller, and then '
'its place: p_progress, see move_on. An email that is null cannot be read and is not asked for again. Outcome: '
'stored; lost (nothing is stored); daily_quota_exceeded with detail (the place stays). With created, known, '
'unreadable. Error: PT400 emails_out_of_range.';
revoke all on function nightshift.store_mailbox_emails(uuid, uuid, jsonb, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.store_mailbox_emails(
  p_mailbox_id uuid, p_lease_token uuid, p_emails jsonb, p_progress jsonb default null
) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.store_mailbox_emails(p_mailbox_id, p_lease_token, p_emails, p_progress);
$$;
comment on function public.store_mailbox_emails(uuid, uuid, jsonb, jsonb) is 'See nightshift.store_mailbox_emails.';
revoke all on function public.store_mailbox_emails(uuid, uuid, jsonb, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.store_mailbox_emails(uuid, uuid, jsonb, jsonb) to service_role;

create or replace function public.list_new_messages(p_mailbox_id uuid, p_ref_ids text[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select coalesce(jsonb_agg(r.id order by r.position), '[]')
  from unnest(p_ref_ids) with ordinality as r (id, position)
  where not exists (
    select from nightshift.mailbox_messages k
    where k.mailbox_id = p_mailbox_id and k.ref_hash = nightshift.hash_id(r.id));
$$;
comment on function public.list_new_messages(uuid, text[]) is
'Those of the provider''s ids of messages that are not stored yet: the others need not be fetched.';
revoke all on function public.list_new_messages(uuid, text[]) from public, anon, authenticated, service_role;
grant execute on function public.list_new_messages(uuid, text[]) to service_role;
