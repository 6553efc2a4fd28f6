-- Erasure: forgets one person in one workspace, in every table of ours that has text.
--
-- Tables are found in the catalog, so one that is added later is searched as well. What is somebody's own setting (a
-- mailbox, an invitation, an alert rule) is not touched, but told. A dry run is the real run, undone.
-- Locks: rows of the workspace. Time: about a second for each 10,000 emails, as their texts are searched.

create or replace function nightshift.list_text_tables() returns table (relation regclass, columns text[])
language sql stable set search_path = ''
as $$
  select c.oid::regclass, array_agg(a.attname::text order by a.attnum) filter (
    where a.attgenerated = '' and a.attidentity = '' and (
      t.typcategory = 'S' or t.oid in ('json'::regtype, 'jsonb'::regtype)
      or (t.typcategory = 'A' and e.typcategory = 'S')))
  from pg_catalog.pg_class c
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relkind in ('r', 'p') and (c.relnamespace = 'nightshift'::regnamespace
    or c.relnamespace = 'public'::regnamespace and (c.relname in ('autonomous_tasks', 'client_emails', 'contacts')
      or c.relname::text = any (nightshift.list_public_names())))
  group by c.oid
  having bool_or(a.attname = 'workspace_id')
$$;
comment on function nightshift.list_text_tables() is
'Our tables with rows of workspaces, each with its columns that hold text.';
revoke all on function nightshift.list_text_tables() from public, anon, authenticated, service_role;

create or replace function nightshift.is_own_setting(p_relation regclass) returns boolean
language sql stable set search_path = ''
as $$
  select c.relname in ('mailboxes', 'invitations', 'alert_rules', 'ingest_tokens', 'report_subscriptions',
    'workspace_settings', 'retention_rules', 'legal_holds', 'erased_addresses')
  from pg_catalog.pg_class c
  where c.oid = p_relation
$$;
comment on function nightshift.is_own_setting(regclass) is
'Whether rows of a table are what somebody has set up, so that an erasure tells of them and changes none.';
revoke all on function nightshift.is_own_setting(regclass) from public, anon, authenticated, service_role;

create or replace function nightshift.redact_table(p_relation regclass, p_columns text[], p_workspace_id uuid,
  p_address text) returns bigint
language plpgsql set search_path = ''
as $$
declare
  c_found constant text := 't.workspace_id = $1 and strpos(lower(t::text), $2) > 0 and t::text ~* $3';
  v_pattern constant text := nightshift.address_pattern(p_address);
  v_count bigint;
  v_changes text;
  v_place tid;
begin
  if nightshift.is_own_setting(p_relation) or cardinality(p_columns) is null then
    execute format('select count(*) from %s t where %s', p_relation, c_found) into v_count
    using p_workspace_id, p_address, v_pattern;
    return v_count;
  end if;
  v_changes := (
    select string_agg(format('%1$I = case when t.%1$I::text ~* $3 '
      'then regexp_replace(t.%1$I::text, $3, ''[erased]'', ''gi'')::%2$s else t.%1$I end', a.attname,
      format_type(a.atttypid, a.atttypmod)), ', ')
    from pg_catalog.pg_attribute a
    where a.attrelid = p_relation and a.attname::text = any (p_columns));
  begin
    execute format('update %s t set %s where %s', p_relation, v_changes, c_found)
    using p_workspace_id, p_address, v_pattern;
    get diagnostics v_count = row_count;
    return v_count;
  exception when others then
    v_count := 0;
  end;
  -- Some row may not change, such as the end of a task: it goes as a whole, and the others are changed.
  for v_place in execute format('select t.ctid from %s t where %s', p_relation, c_found)
    using p_workspace_id, p_address, v_pattern
  loop
    v_count := v_count + 1;
    begin
      execute format('update %s t set %s where t.ctid = $1', p_relation, replace(v_changes, '$3', '$2'))
      using v_place, v_pattern;
    exception when others then
      execute format('delete from %s t where t.ctid = $1', p_relation) using v_place;
    end;
  end loop;
  return v_count;
end
$$;
comment on function nightshift.redact_table(regclass, text[], uuid, text) is
'Part of erase_person: takes an address out of the rows of a workspace, or counts the rows of own settings. Rows that '
'may not change are deleted. Returns how many rows.';
revoke all on function nightshift.redact_table(regclass, text[], uuid, text)
  from public, anon, authenticated, service_role;

create or replace function nightshift.erase_emails(p_workspace_id uuid, p_address text,
  out contacts bigint, out emails bigint, out recipients bigint, out facts bigint)
language plpgsql set search_path = ''
as $$
begin
  delete from public.contacts c where c.workspace_id = p_workspace_id and c.email = p_address;
  get diagnostics contacts = row_count;
  delete from public.client_emails e where e.workspace_id = p_workspace_id and lower(btrim(e.from_email)) = p_address;
  get diagnostics emails = row_count;
  update public.client_emails e
  set to_emails = array(select t.a from unnest(e.to_emails) with ordinality as t (a, n)
      where lower(btrim(t.a)) <> p_address order by t.n),
    cc_emails = case when e.cc_emails is not null then array(
      select t.a from unnest(e.cc_emails) with ordinality as t (a, n) where lower(btrim(t.a)) <> p_address
      order by t.n) end,
    headers = nightshift.redact_document(e.headers, array[p_address])
  where e.workspace_id = p_workspace_id and (
    exists (select from unnest(e.to_emails || coalesce(e.cc_emails, '{}')) as t (a) where lower(btrim(t.a)) = p_address)
    or e.headers::text ~* nightshift.address_pattern(p_address));
  get diagnostics recipients = row_count;
  delete from public.contact_facts f
  using public.contacts c
  where c.id = f.contact_id and c.workspace_id = p_workspace_id and f.value ~* nightshift.address_pattern(p_address);
  get diagnostics facts = row_count;
  delete from nightshift.task_steps s
  using public.autonomous_tasks t
  where t.id = s.task_id and t.workspace_id = p_workspace_id and s::text ~* nightshift.address_pattern(p_address);
end
$$;
comment on function nightshift.erase_emails(uuid, text) is
'Part of erase_person: the contact with its facts and scores, the emails from the address, and the recipients of '
'others.';
revoke all on function nightshift.erase_emails(uuid, text) from public, anon, authenticated, service_role;

create or replace function nightshift.erase_all(p_workspace_id uuid, p_address text) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_erased record;
  v_table record;
  v_count bigint;
  v_rows jsonb := jsonb '{}';
  v_kept jsonb := jsonb '{}';
begin
  select * into v_erased from nightshift.erase_emails(p_workspace_id, p_address);
  for v_table in
    select l.* from nightshift.list_text_tables() l
    where l.relation not in ('public.client_emails'::regclass, 'public.email_intelligence'::regclass)
    order by l.relation::text
  loop
    v_count := nightshift.redact_table(v_table.relation, v_table.columns, p_workspace_id, p_address);
    continue when v_count = 0;
    if nightshift.is_own_setting(v_table.relation) then
      v_kept := v_kept || jsonb_build_object(v_table.relation::text, v_count);
    else
      v_rows := v_rows || jsonb_build_object(v_table.relation::text, v_count);
    end if;
  end loop;
  return jsonb_build_object('contacts', v_erased.contacts, 'emails', v_erased.emails,
    'recipients', v_erased.recipients, 'facts', v_erased.facts, 'rows', v_rows, 'kept', v_kept,
    'still_mentioned_in', (
      select coalesce(jsonb_agg(e.id order by e.id), '[]')
      from public.client_emails e
      left join public.email_intelligence i on i.email_id = e.id
      where e.workspace_id = p_workspace_id
        and concat_ws(' ', e::text, i::text) ~* nightshift.address_pattern(p_address)));
end
$$;
comment on function nightshift.erase_all(uuid, text) is 'Part of erase_person: does it, and counts.';
revoke all on function nightshift.erase_all(uuid, text) from public, anon, authenticated, service_role;

create or replace function public.erase_person(p_workspace_id uuid, p_address text, p_dry_run boolean default true)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_address constant text := lower(btrim(p_address));
  v_report jsonb;
begin
  if not (nightshift.can_manage(p_workspace_id, 'owner') or nightshift.is_service()) then
    raise exception 'workspace_not_managed: only owners of the workspace and the service role erase a person.'
      using errcode = 'PT403';
  elsif (v_address ~ '^[^@\s]{1,64}@[^@\s]{1,255}$') is not true then
    raise exception 'address_invalid: pass one email address, such as ada@example.com.' using errcode = 'PT400';
  elsif nightshift.is_on_hold(p_workspace_id) then
    raise exception 'workspace_on_hold: a legal hold keeps everything in this workspace.' using errcode = 'PT409',
      hint = 'It ends when released_at of its rows in legal_holds is set.';
  end if;
  begin
    v_report := nightshift.erase_all(p_workspace_id, v_address) || jsonb_build_object('dry_run', p_dry_run);
    if p_dry_run is not false then
      raise exception 'dry run' using errcode = 'UNDO0';
    end if;
  exception when sqlstate 'UNDO0' then
    return v_report;
  end;
  if nightshift.read_secret('nightshift_erasure_key') is null
    and not exists (select from nightshift.erased_addresses)
  then
    perform vault.create_secret(replace(gen_random_uuid()::text || gen_random_uuid(), '-', ''),
      'nightshift_erasure_key', 'Keeps people out who were erased. Never change it.');
  end if;
  insert into nightshift.erased_addresses (workspace_id, address_hash)
  values (p_workspace_id, nightshift.hash_address(v_address))
  on conflict (workspace_id, address_hash) do nothing;
  return v_report;
end
$$;
comment on function public.erase_person(uuid, text, boolean) is
'Forgets a person in a workspace: contact, facts, scores, emails from the address, and the address in all other rows. '
'Their email is not stored again. For owners and the service role. p_dry_run, true unless said otherwise, only counts. '
'Returns {contacts, emails, recipients, facts, rows: {table: n}, kept: {table: n} (own settings such as mailboxes), '
'still_mentioned_in: [ids of emails of others that mention the address], dry_run}. Example: select '
'erase_person(''…'', ''ada@example.com'', false); Errors: PT403 workspace_not_managed, PT400 address_invalid, PT409 '
'workspace_on_hold, erasure_key_missing.';
revoke all on function public.erase_person(uuid, text, boolean) from public, anon, authenticated, service_role;
grant execute on function public.erase_person(uuid, text, boolean) to authenticated, service_role;
