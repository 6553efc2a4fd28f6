-- Mailboxes: whose email is fetched, from where, and how far.
--
-- Members see public.mailboxes. Places in a mailbox, leases and what a connection needs on its way lie in
-- the machinery, and the keys to a mailbox lie in Vault: a row has the id of its secret, and takes the
-- secret along when it goes.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists public.mailboxes (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  provider text not null,
  address text,
  state text not null default 'pending',
  since_days integer not null default 30,
  last_synced_at timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint an_address_is_connected_once_in_its_workspace unique (workspace_id, address),
  constraint provider_is_known check (provider in ('gmail', 'imap', 'graph')),
  constraint address_is_an_address_in_lower_case check (
    address = lower(address) and length(address) <= 320 and address ~ '^[^@\s]+@[^@\s]+$'),
  constraint state_is_known check (state in ('pending', 'backfilling', 'live', 'reconnect_needed', 'paused')),
  constraint since_days_is_from_0_to_3650 check (since_days between 0 and 3650),
  constraint a_connected_mailbox_has_an_address check (state = 'pending' or address is not null),
  constraint last_error_has_at_most_2000_characters check (length(last_error) <= 2000)
);
comment on table public.mailboxes is 'Mailboxes that are connected to a workspace. Members see them; '
'they change through '
  'functions.';
comment on column public.mailboxes.id is 'time-ordered UUID';
comment on column public.mailboxes.workspace_id is 'the workspace that gets its email';
comment on column public.mailboxes.provider is 'gmail, imap or graph (Microsoft 365)';
comment on column public.mailboxes.address is 'its address, lower case; null until the provider has named it';
comment on column public.mailboxes.state is
'pending: not connected yet; backfilling: new email is fetched, and older email follows; live: everything is there; '
'reconnect_needed: the provider rejects our key, its owner has to connect again; paused: nothing is fetched';
comment on column public.mailboxes.since_days is 'how many days before the connection its older email begins';
comment on column public.mailboxes.last_synced_at is 'when all new email was last there';
comment on column public.mailboxes.last_error is 'why the latest round did not end well; null when it did';
comment on column public.mailboxes.created_at is 'when the row was written';
comment on column public.mailboxes.updated_at is 'when it last changed';

alter table public.mailboxes enable row level security;
revoke all on public.mailboxes from anon, authenticated, service_role;
grant select on public.mailboxes to authenticated, service_role;
drop policy if exists "members read the mailboxes of their workspaces" on public.mailboxes;
create policy "members read the mailboxes of their workspaces" on public.mailboxes
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads mailboxes" on public.mailboxes;
create policy "service role reads mailboxes" on public.mailboxes for select to service_role using (true);

create table if not exists nightshift.mailbox_sync (
  mailbox_id uuid primary key references public.mailboxes (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  secret_id uuid,
  cursor jsonb,
  old_cursor jsonb,
  backfill_since timestamptz,
  caught_up_at timestamptz,
  next_sync_at timestamptz,
  served_at timestamptz,
  run_id uuid,
  lease_token uuid,
  lease_expires_at timestamptz,
  failures integer not null default 0,
  token_expires_at timestamptz,
  reconnects integer not null default 0,
  constraint lease_has_token_run_and_end check (num_nonnulls(run_id, lease_token, lease_expires_at) in (0, 3)),
  constraint failures_are_not_negative check (failures >= 0 and reconnects >= 0),
  constraint only_a_mailbox_with_a_secret_is_due check (next_sync_at is null or secret_id is not null),
  constraint cursor_has_at_most_16_kb check (
    octet_length(cursor::text) <= 16384 and octet_length(old_cursor::text) <= 16384)
);
create index if not exists mailbox_sync_due_idx on nightshift.mailbox_sync (workspace_id, next_sync_at)
where next_sync_at is not null;
create index if not exists mailbox_sync_run_idx on nightshift.mailbox_sync (run_id) where run_id is not null;
alter table nightshift.mailbox_sync enable row level security;
revoke all on nightshift.mailbox_sync from public;
comment on table nightshift.mailbox_sync is 'How far each mailbox is, when it is due, and who works on it.';
comment on column nightshift.mailbox_sync.mailbox_id is 'the mailbox';
comment on column nightshift.mailbox_sync.workspace_id is 'its workspace';
comment on column nightshift.mailbox_sync.secret_id is 'its secret in Vault: tokens or a password; goes with the row';
comment on column nightshift.mailbox_sync.cursor is 'the place from which new email is listed; the provider''s own';
comment on column nightshift.mailbox_sync.old_cursor is 'the place from which older email is listed; null: the newest';
comment on column nightshift.mailbox_sync.backfill_since is
'older email is fetched back to this time; null when nothing is left to fetch';
comment on column nightshift.mailbox_sync.caught_up_at is 'the last good time: no new email was left';
comment on column nightshift.mailbox_sync.next_sync_at is
'not before; null: not at all, as it is pending, paused or has to be connected again';
comment on column nightshift.mailbox_sync.served_at is 'when it was last claimed; mailboxes of a workspace take turns';
comment on column nightshift.mailbox_sync.run_id is 'run that holds the lease: id of its system row';
comment on column nightshift.mailbox_sync.lease_token is 'proof of the claim; its secret and its stores need it';
comment on column nightshift.mailbox_sync.lease_expires_at is 'end of the right to work';
comment on column nightshift.mailbox_sync.failures is 'rounds in a row that failed; each makes the next wait longer';
comment on column nightshift.mailbox_sync.token_expires_at is
'when the provider lets the connection end by itself, as far as it says';
comment on column nightshift.mailbox_sync.reconnects is 'how often the provider has ended the '
'connection; names the alert';

create table if not exists nightshift.mailbox_turns (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  last_served_at timestamptz
);
create index if not exists mailbox_turns_next_idx
on nightshift.mailbox_turns (last_served_at nulls first, workspace_id);
alter table nightshift.mailbox_turns enable row level security;
revoke all on nightshift.mailbox_turns from public;
comment on table nightshift.mailbox_turns is 'Workspaces with mailboxes, in the order in which they are served.';
comment on column nightshift.mailbox_turns.workspace_id is 'the workspace';
comment on column nightshift.mailbox_turns.last_served_at is 'when a mailbox of it was last claimed; null: next';

create table if not exists nightshift.mailbox_messages (
  mailbox_id uuid not null references public.mailboxes (id) on delete cascade,
  ref_hash bytea not null,
  email_id uuid references public.client_emails (id) on delete cascade,
  thread_hash bytea,
  constraint a_message_is_known_once_in_its_mailbox primary key (mailbox_id, ref_hash)
);
create index if not exists mailbox_messages_thread_idx on nightshift.mailbox_messages (mailbox_id, thread_hash)
where thread_hash is not null;
create index if not exists mailbox_messages_email_idx on nightshift.mailbox_messages (email_id);
alter table nightshift.mailbox_messages enable row level security;
revoke all on nightshift.mailbox_messages from public;
comment on table nightshift.mailbox_messages is
'Messages of a mailbox that need not be fetched again, and the emails that they are stored as.';
comment on column nightshift.mailbox_messages.mailbox_id is 'the mailbox';
comment on column nightshift.mailbox_messages.ref_hash is 'the first 16 bytes of the SHA-256 of the provider''s id';
comment on column nightshift.mailbox_messages.email_id is 'the email; null: it cannot be read';
comment on column nightshift.mailbox_messages.thread_hash is 'the same of the provider''s id of the conversation';

create table if not exists nightshift.oauth_states (
  state_hash bytea primary key,
  mailbox_id uuid not null references public.mailboxes (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  pkce_verifier text not null,
  redirect_url text,
  expires_at timestamptz not null,
  used_at timestamptz,
  code_hash bytea unique,
  address text,
  secret_id uuid,
  token_expires_at timestamptz,
  constraint hashes_are_sha256 check (octet_length(state_hash) = 32 and octet_length(code_hash) = 32),
  constraint verifier_has_43_to_128_characters check (pkce_verifier ~ '^[A-Za-z0-9._~-]{43,128}$'),
  constraint redirect_url_has_at_most_2000_characters check (length(redirect_url) <= 2000)
);
create index if not exists oauth_states_expiry_idx on nightshift.oauth_states (expires_at);
create index if not exists oauth_states_mailbox_idx on nightshift.oauth_states (mailbox_id);
create index if not exists oauth_states_workspace_idx on nightshift.oauth_states (workspace_id);
create index if not exists oauth_states_user_idx on nightshift.oauth_states (user_id);
alter table nightshift.oauth_states enable row level security;
revoke all on nightshift.oauth_states from public;
comment on table nightshift.oauth_states is
'Connections on their way: from the link to the provider until the user who asked for it confirms. Ten minutes.';
comment on column nightshift.oauth_states.state_hash is 'SHA-256 of the state in the link; the state '
'itself is not kept';
comment on column nightshift.oauth_states.mailbox_id is 'the mailbox to connect';
comment on column nightshift.oauth_states.workspace_id is 'its workspace';
comment on column nightshift.oauth_states.user_id is 'who asked for it, and alone may confirm it';
comment on column nightshift.oauth_states.pkce_verifier is 'proves to the provider that the code was meant for us';
comment on column nightshift.oauth_states.redirect_url is 'where the browser goes in the end; null: a page of text';
comment on column nightshift.oauth_states.expires_at is 'end of the ten minutes';
comment on column nightshift.oauth_states.used_at is 'when the provider sent the browser back; the state works once';
comment on column nightshift.oauth_states.code_hash is 'SHA-256 of the one-time code for the confirmation';
comment on column nightshift.oauth_states.address is 'address that the provider named';
comment on column nightshift.oauth_states.secret_id is 'tokens in Vault until the confirmation; they go with the row';
comment on column nightshift.oauth_states.token_expires_at is 'when the provider lets the connection end by itself';

create or replace function nightshift.drop_secret() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if old.secret_id is not null and (tg_op = 'DELETE' or new.secret_id is distinct from old.secret_id) then
    delete from vault.secrets s where s.id = old.secret_id
      -- A confirmed secret moves from one row to another.
      and not exists (select from nightshift.mailbox_sync m where m.secret_id = s.id);
  end if;
  return null;
end
$$;
comment on function nightshift.drop_secret() is 'A row that goes, or gets another secret, takes its '
'secret out of Vault.';
revoke all on function nightshift.drop_secret() from public;
create or replace trigger drop_secret
after delete or update of secret_id on nightshift.mailbox_sync
for each row execute function nightshift.drop_secret();
create or replace trigger drop_secret
after delete or update of secret_id on nightshift.oauth_states
for each row execute function nightshift.drop_secret();

create or replace function nightshift.hash_id(p_text text) returns bytea
language sql immutable set search_path = ''
as $$ select substr(sha256(convert_to(p_text, 'UTF8')), 1, 16) $$;
comment on function nightshift.hash_id(text) is 'The first 16 bytes of the SHA-256 of an id of somebody else''s.';
revoke all on function nightshift.hash_id(text) from public, anon, authenticated, service_role;
