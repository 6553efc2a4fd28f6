-- Retention rules, legal holds and erased addresses: what is kept for how long, what must stay, and who is forgotten.
--
-- Without rules nothing of the user's goes. Our own ledgers are pruned by reconcile and are no subject of rules.
-- Locks: writers of public.client_emails wait half a second at most. Time: milliseconds.

create table if not exists public.retention_rules (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  what text not null,
  task_type text,
  keep_days integer not null,
  created_at timestamptz not null default now(),
  constraint what_is_known check (what in ('mail_html', 'mail', 'tasks', 'contacts')),
  constraint keep_days_is_from_1_to_3650 check (keep_days between 1 and 3650),
  constraint task_type_is_known check (task_type = any (nightshift.task_types())),
  constraint only_tasks_have_a_task_type check (task_type is null or what = 'tasks'),
  constraint one_rule_for_each_thing unique nulls not distinct (workspace_id, what, task_type)
);
alter table public.retention_rules enable row level security;
comment on table public.retention_rules is
'What data_cleanup deletes, and after how many days. A rule of the workspace counts before one of the project, and one '
'for a task type before one for all. Without rules nothing is deleted.';
comment on column public.retention_rules.id is 'time-ordered UUID';
comment on column public.retention_rules.workspace_id is 'the workspace; null: the project, for whoever has no rule';
comment on column public.retention_rules.what is
'`mail_html`: the HTML of emails; `mail`: whole emails with all that was read in them; `contacts`: contacts without '
'any interaction; `tasks`: ended rows of the task log';
comment on column public.retention_rules.task_type is 'tasks: only those of this type; null: of all types';
comment on column public.retention_rules.keep_days is 'how long it is kept, 1 to 3650 days';
comment on column public.retention_rules.created_at is 'when the row was written';

create table if not exists public.legal_holds (
  id uuid primary key default nightshift.time_ordered_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  reason text not null,
  created_at timestamptz not null default now(),
  released_at timestamptz,
  constraint reason_has_1_to_1000_characters check (length(reason) between 1 and 1000)
);
create index if not exists legal_holds_workspace_idx on public.legal_holds (workspace_id);
alter table public.legal_holds enable row level security;
comment on table public.legal_holds is
'Workspaces that keep everything: data_cleanup skips them, nobody is erased, and neither they nor their emails, '
'records, contacts and tasks can be deleted. Only the service role writes it. A hold ends with released_at; one that '
'holds cannot be deleted.';
comment on column public.legal_holds.id is 'time-ordered UUID';
comment on column public.legal_holds.workspace_id is 'the workspace';
comment on column public.legal_holds.reason is 'why, 1 to 1000 characters';
comment on column public.legal_holds.created_at is 'since when';
comment on column public.legal_holds.released_at is 'until when; null: it holds';

revoke all on public.retention_rules, public.legal_holds from anon, authenticated, service_role;
grant select, insert, update, delete on public.retention_rules to authenticated, service_role;
grant select on public.legal_holds to authenticated;
grant select, insert, update, delete on public.legal_holds to service_role;
drop policy if exists "members read the rules of their workspaces" on public.retention_rules;
create policy "members read the rules of their workspaces" on public.retention_rules
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "owners and admins add rules" on public.retention_rules;
create policy "owners and admins add rules" on public.retention_rules
  for insert to authenticated with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "owners and admins change rules" on public.retention_rules;
create policy "owners and admins change rules" on public.retention_rules
  for update to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()))
  with check (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "owners and admins remove rules" on public.retention_rules;
create policy "owners and admins remove rules" on public.retention_rules
  for delete to authenticated using (workspace_id in (select nightshift.my_managed_workspaces()));
drop policy if exists "service role manages rules" on public.retention_rules;
create policy "service role manages rules" on public.retention_rules
  to service_role using (true) with check (true);
drop policy if exists "members read the holds of their workspaces" on public.legal_holds;
create policy "members read the holds of their workspaces" on public.legal_holds
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages holds" on public.legal_holds;
create policy "service role manages holds" on public.legal_holds to service_role using (true) with check (true);

create or replace function nightshift.is_on_hold(p_workspace_id uuid) returns boolean
language sql stable set search_path = ''
as $$
  select exists (select from public.legal_holds h where h.workspace_id = p_workspace_id and h.released_at is null)
$$;
comment on function nightshift.is_on_hold(uuid) is 'Whether nothing may be deleted in a workspace.';
revoke all on function nightshift.is_on_hold(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_held() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (
    select from public.legal_holds h
    where h.released_at is null and h.workspace_id in (select g.workspace_id from gone g)
  ) then
    raise exception 'workspace_on_hold: a legal hold keeps everything in this workspace.' using errcode = 'PT409',
      hint = 'It ends when released_at of its rows in legal_holds is set.';
  end if;
  return null;
end
$$;
comment on function nightshift.keep_held() is
'Rejects deleting rows of a workspace under a legal hold, for everybody. Error: PT409 workspace_on_hold.';
revoke all on function nightshift.keep_held() from public, anon, authenticated, service_role;

create or replace function nightshift.keep_hold() returns trigger
language plpgsql set search_path = ''
as $$
begin
  raise exception 'workspace_on_hold: a legal hold keeps this workspace and everything in it.' using errcode = 'PT409',
    hint = 'It ends when released_at of its rows in legal_holds is set.';
end
$$;
comment on function nightshift.keep_hold() is
'Rejects deleting a hold that was not released, and with it the deletion of its workspace, which would take the hold '
'along. Error: PT409 workspace_on_hold.';
revoke all on function nightshift.keep_hold() from public, anon, authenticated, service_role;
create or replace trigger keep_hold
before delete on public.legal_holds
for each row when (old.released_at is null) execute function nightshift.keep_hold();

create or replace function nightshift.is_service() returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  perform nightshift.require_service();
  return true;
exception when insufficient_privilege then
  return false;
end
$$;
comment on function nightshift.is_service() is
'Whether the caller is the service role or the owner of the database, as in the SQL editor.';
revoke all on function nightshift.is_service() from public, anon, authenticated, service_role;

create or replace function nightshift.start_cleanup() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- With the first rule of all. Whoever pauses the schedule later keeps it paused.
  if not exists (select from public.retention_rules r where r.id not in (select a.id from added a)) then
    update public.task_schedules s set enabled = true
    where s.task_type = 'data_cleanup' and s.target = 'database' and not s.enabled;
  end if;
  return null;
end
$$;
comment on function nightshift.start_cleanup() is 'Switches the schedule of data_cleanup on with the first rule.';
revoke all on function nightshift.start_cleanup() from public, anon, authenticated, service_role;
create or replace trigger start_cleanup
after insert on public.retention_rules referencing new table as added
for each statement execute function nightshift.start_cleanup();

create table if not exists nightshift.erased_addresses (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  address_hash text not null,
  erased_at timestamptz not null default now(),
  constraint an_address_is_erased_once primary key (workspace_id, address_hash),
  constraint address_hash_is_a_digest check (address_hash ~ '^[0-9a-f]{64}$')
);
alter table nightshift.erased_addresses enable row level security;
revoke all on nightshift.erased_addresses from public, anon, authenticated, service_role;
comment on table nightshift.erased_addresses is
'Whose email a workspace takes no more. The address itself is in no table: only its HMAC with a key that is in Vault.';
comment on column nightshift.erased_addresses.workspace_id is 'the workspace';
comment on column nightshift.erased_addresses.address_hash is
'HMAC-SHA-256 of the address in lower case, with the secret nightshift_erasure_key of Vault, hexadecimal';
comment on column nightshift.erased_addresses.erased_at is 'when';

create or replace function nightshift.read_erasure_key() returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_key constant text := nightshift.read_secret('nightshift_erasure_key');
begin
  if v_key is null then
    raise exception 'erasure_key_missing: Vault has no nightshift_erasure_key, so it is unknown whose email was erased.'
      using errcode = 'PT409', hint = 'Set it to the value that it had, or delete the rows of '
        'nightshift.erased_addresses if these people may come back.';
  end if;
  return v_key;
end
$$;
comment on function nightshift.read_erasure_key() is
'The key by which erased addresses are known. Error: PT409 erasure_key_missing.';
revoke all on function nightshift.read_erasure_key() from public, anon, authenticated, service_role;

create or replace function nightshift.hash_address(p_address text) returns text
language sql stable set search_path = ''
as $$
  select encode(nightshift.hmac_sha256(lower(btrim(p_address)), nightshift.read_erasure_key()), 'hex')
$$;
comment on function nightshift.hash_address(text) is
'The HMAC of an address, as erased_addresses has it. Error: PT409 erasure_key_missing.';
revoke all on function nightshift.hash_address(text) from public, anon, authenticated, service_role;

create or replace function nightshift.is_erased(p_workspace_id uuid, p_address text) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  if p_address is null
    or not exists (select from nightshift.erased_addresses e where e.workspace_id = p_workspace_id)
  then
    return false;
  end if;
  return exists (
    select from nightshift.erased_addresses e
    where e.workspace_id = p_workspace_id and e.address_hash = nightshift.hash_address(p_address));
end
$$;
comment on function nightshift.is_erased(uuid, text) is
'Whether a person was erased in a workspace. Error: PT409 erasure_key_missing.';
revoke all on function nightshift.is_erased(uuid, text) from public, anon, authenticated, service_role;

create or replace function nightshift.without_erased(p_workspace_id uuid, p_addresses text[]) returns text[]
language sql stable set search_path = ''
as $$
  select coalesce(array_agg(a.address order by a.place)
    filter (where not nightshift.is_erased(p_workspace_id, a.address)), '{}')
  from unnest(p_addresses) with ordinality as a (address, place)
$$;
comment on function nightshift.without_erased(uuid, text[]) is 'Addresses without those of people who were erased.';
revoke all on function nightshift.without_erased(uuid, text[]) from public, anon, authenticated, service_role;

create or replace function nightshift.list_erased(p_workspace_id uuid, p_addresses text[]) returns text[]
language plpgsql stable set search_path = ''
as $$
declare
  v_key constant text := nightshift.read_erasure_key();
begin
  return array(
    select distinct a.address
    from unnest(p_addresses) as a (address)
    join nightshift.erased_addresses e on e.workspace_id = p_workspace_id
      and e.address_hash = encode(nightshift.hmac_sha256(lower(btrim(a.address)), v_key), 'hex'));
end
$$;
comment on function nightshift.list_erased(uuid, text[]) is
'Those of some addresses that are of people who were erased. Error: PT409 erasure_key_missing.';
revoke all on function nightshift.list_erased(uuid, text[]) from public, anon, authenticated, service_role;

create or replace function nightshift.find_addresses(p_document jsonb) returns text[]
language sql immutable set search_path = ''
as $$
  select array(
    select distinct lower(m.found[1])
    from regexp_matches(regexp_replace(p_document::text, '\\(?:[bfnrt]|u[0-9a-f]{4})', ' ', 'g'),
      '([[:alnum:]._%+-]{1,64}@[[:alnum:]-]+(?:\.[[:alnum:]-]+)*)', 'g') as m (found))
$$;
comment on function nightshift.find_addresses(jsonb) is 'What looks like an email address in the text of a document.';
revoke all on function nightshift.find_addresses(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_erased_out() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_erased text[];
begin
  if not exists (select from nightshift.erased_addresses e where e.workspace_id = new.workspace_id) then
    return new;
  elsif nightshift.is_erased(new.workspace_id, new.from_email) then
    return null;
  end if;
  -- Others may go on writing to them. Whoever was erased is in no recipients and no headers here any more.
  v_erased := nightshift.list_erased(new.workspace_id,
    new.to_emails || coalesce(new.cc_emails, '{}') || nightshift.find_addresses(new.headers));
  if v_erased <> '{}' then
    new.headers := nightshift.redact_document(new.headers, v_erased);
    new.to_emails := nightshift.without_erased(new.workspace_id, new.to_emails);
    new.cc_emails := case when new.cc_emails is not null
      then nightshift.without_erased(new.workspace_id, new.cc_emails) end;
  end if;
  return new;
end
$$;
comment on function nightshift.keep_erased_out() is
'Stores no email from a person who was erased, however it comes, and takes them out of the recipients and headers of '
'others.';
revoke all on function nightshift.keep_erased_out() from public, anon, authenticated, service_role;

create or replace function nightshift.keep_erased_contacts_out() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  return case when nightshift.is_erased(new.workspace_id, new.email) then null else new end;
end
$$;
comment on function nightshift.keep_erased_contacts_out() is 'Makes no contact of a person who was erased.';
revoke all on function nightshift.keep_erased_contacts_out() from public, anon, authenticated, service_role;

create or replace function nightshift.address_pattern(p_address text) returns text
language sql immutable set search_path = ''
as $$
  -- As a whole: bob@example.com is not in jim.bob@example.com, nor in bob@example.com.au. In the text of a document a
  -- line break is written \n, and that n is no part of the address.
  select '(?:(?<![[:alnum:]._%+-])|(?<=\\[bfnrt])|(?<=\\u[0-9a-f]{4}))'
    || regexp_replace(lower(btrim(p_address)), '([][\\.^$*+?(){}|/-])', '\\\1', 'g')
    || '(?![[:alnum:]-]|\.[[:alnum:]])'
$$;
comment on function nightshift.address_pattern(text) is
'A regular expression for an address as a whole, to be compared without regard to case.';
revoke all on function nightshift.address_pattern(text) from public, anon, authenticated, service_role;

create or replace function nightshift.redact_document(p_document jsonb, p_addresses text[]) returns jsonb
language plpgsql immutable set search_path = ''
as $$
declare
  v_text text := p_document::text;
  v_address text;
begin
  foreach v_address in array p_addresses loop
    v_text := regexp_replace(v_text, nightshift.address_pattern(v_address), '[erased]', 'gi');
  end loop;
  return v_text::jsonb;
end
$$;
comment on function nightshift.redact_document(jsonb, text[]) is 'A document without some addresses.';
revoke all on function nightshift.redact_document(jsonb, text[]) from public, anon, authenticated, service_role;

create or replace function nightshift.contact_age() returns text
language sql stable set search_path = ''
as $$
  -- A table that was there before need not say when a row was written.
  select case when exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('public.contacts') and a.attname = 'created_at' and not a.attisdropped
      and a.atttypid = 'timestamptz'::regtype)
    then 'coalesce(c.last_interaction, c.created_at)' else 'c.last_interaction' end
$$;
comment on function nightshift.contact_age() is
'The expression by which a contact c is old: its latest email, or else when its row was written, where that is known.';
revoke all on function nightshift.contact_age() from public, anon, authenticated, service_role;

do $$
declare
  c_most_pages constant integer := 10000; -- 80 MB: the index of more would keep writers waiting
begin
  -- A large table that was there before gets its index by hand, as the daily numbers say.
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails') then
    create index if not exists client_emails_received_idx on public.client_emails (workspace_id, received_at);
  end if;
  -- By the age of what still has HTML, so that a run over nothing reads nothing.
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails')
    or pg_catalog.pg_relation_size('public.client_emails') <= c_most_pages * 8192::bigint
  then
    create index if not exists client_emails_html_idx
      on public.client_emails (workspace_id, (greatest(received_at, created_at)), id) where body_html is not null;
  else
    raise warning 'public.client_emails is large and has no index of emails with HTML.'
      using hint = 'Before you add a rule for mail_html, run: create index concurrently client_emails_html_idx on '
        'public.client_emails (workspace_id, (greatest(received_at, created_at)), id) where body_html is not null;';
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.contacts')
    or pg_catalog.pg_relation_size('public.contacts') <= c_most_pages * 8192::bigint
  then
    execute format('create index if not exists contacts_age_idx on public.contacts (workspace_id, (%s), id)',
      replace(nightshift.contact_age(), 'c.', ''));
  else
    raise warning 'public.contacts is large and has no index by age.'
      using hint = format('Before you add a rule for contacts, run: create index concurrently contacts_age_idx on '
        'public.contacts (workspace_id, (%s), id);', replace(nightshift.contact_age(), 'c.', ''));
  end if;
end
$$;

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');
select nightshift.lock_briefly('public.autonomous_tasks', 'share row exclusive');
create or replace trigger keep_erased_out
before insert on public.client_emails
for each row execute function nightshift.keep_erased_out();
create or replace trigger keep_erased_contacts_out
before insert on public.contacts
for each row execute function nightshift.keep_erased_contacts_out();
create or replace trigger keep_held
after delete on public.client_emails referencing old table as gone
for each statement execute function nightshift.keep_held();
create or replace trigger keep_held
after delete on public.contacts referencing old table as gone
for each statement execute function nightshift.keep_held();
-- What goes with its email was looked at there, and must not cost a call for each row.
create or replace trigger keep_held
after delete on public.email_intelligence referencing old table as gone
for each statement when (pg_catalog.pg_trigger_depth() = 0) execute function nightshift.keep_held();
create or replace trigger keep_held
after delete on public.autonomous_tasks referencing old table as gone
for each statement execute function nightshift.keep_held();
