-- Contact facts from outside: what users and providers know about contacts.
--
-- Members say what they know as "user". A provider, such as an agent of one's own that asks a company register,
-- speaks with the service role. Nobody can speak as "signature" or "header": those come from emails alone.
-- Locks: rows only. Time: about a millisecond a fact.

create or replace function nightshift.check_fact_rights(p_workspace_id uuid, p_source text) returns void
language plpgsql stable set search_path = ''
as $$
begin
  if p_source is distinct from 'user'
    and (p_source like 'provider:%' and nightshift.is_fact_source(p_source)) is not true
  then
    raise exception 'fact_source_invalid: the source of facts is user, or provider:<name> in lower case.'
      using errcode = 'PT400';
  end if;
  if (select auth.uid()) is null then
    perform nightshift.require_service();
  elsif p_source <> 'user' then
    raise exception 'fact_source_invalid: only the service role adds facts of a provider.' using errcode = 'PT403';
  elsif p_workspace_id is null or p_workspace_id not in (select nightshift.my_writable_workspaces()) then
    raise exception 'workspace_not_writable: only owners, admins and members of a workspace add facts to it.'
      using errcode = 'PT403';
  end if;
end
$$;
comment on function nightshift.check_fact_rights(uuid, text) is
'Part of add_contact_facts. Errors: PT400 or PT403 fact_source_invalid, PT403 workspace_not_writable, 42501 '
'service_only.';
revoke all on function nightshift.check_fact_rights(uuid, text) from public, anon, authenticated, service_role;

create or replace function nightshift.read_facts(p_facts jsonb)
returns table (number integer, address text, field text, value text, value_key text, is_removal boolean, problem text)
language plpgsql stable set search_path = ''
as $$
begin
  if jsonb_typeof(p_facts) is distinct from 'array' or jsonb_array_length(p_facts) > 1000 then
    raise exception 'facts_invalid: pass a list of up to 1000 facts, such as '
      '[{"email": "ada@example.com", "field": "company", "value": "Example Ltd"}].' using errcode = 'PT400';
  end if;
  return query
  select (f.position - 1)::integer, f.address, f.field, f.value, nightshift.fact_key(f.field, f.value), f.is_removal,
    case
      when f.address is null then 'email is not an address of a person'
      when f.field is null then 'field is not name, company, job_title or phone'
      when f.value is null and not f.is_removal then 'value cannot be a ' || f.field
    end
  from (
    select p.position, nightshift.clean_address(p.item ->> 'email') as address, known.field,
      nightshift.clean_fact(known.field,
        case when jsonb_typeof(p.item -> 'value') = 'string' then p.item ->> 'value' end) as value,
      (jsonb_typeof(p.item -> 'value') = 'null') is true as is_removal
    from jsonb_array_elements(p_facts) with ordinality as p (item, position)
    left join unnest(nightshift.contact_fields()) as known (field) on known.field = p.item ->> 'field'
  ) f;
end
$$;
comment on function nightshift.read_facts(jsonb) is
'The facts of a call of add_contact_facts, cleaned, each with what is wrong with it or null. Error: PT400 '
'facts_invalid.';
revoke all on function nightshift.read_facts(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.give_facts(p_workspace_id uuid, p_source text, p_facts jsonb, p_now timestamptz)
returns uuid[]
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  v_contact_ids uuid[];
begin
  insert into public.contacts (workspace_id, email, kind)
  select distinct p_workspace_id, f.address,
    case when nightshift.is_role_address(f.address) then 'role' else 'person' end
  from jsonb_to_recordset(p_facts) as f (address text, is_removal boolean)
  where not f.is_removal
  order by 2
  on conflict (workspace_id, email) do nothing;
  select coalesce(array_agg(l.id), '{}') into v_contact_ids
  from (
    select c.id from public.contacts c
    where c.workspace_id = p_workspace_id and c.email in (
      select f.address from jsonb_to_recordset(p_facts) as f (address text))
    order by c.id
    for no key update
  ) l;

  delete from nightshift.given_facts g
  using jsonb_to_recordset(p_facts) as f (address text, field text, is_removal boolean), public.contacts c
  where f.is_removal and c.workspace_id = p_workspace_id and c.email = f.address and g.contact_id = c.id
    and g.field = f.field and g.source = p_source;
  insert into nightshift.given_facts as g (contact_id, field, source, value_key, value, at)
  select distinct on (c.id, f.field, f.value_key) c.id, f.field, p_source, f.value_key, f.value,
    -- The last one of a list is the latest.
    p_now + make_interval(secs => f.number / 1000000.0)
  from jsonb_to_recordset(p_facts) as f (number integer, address text, field text, value text, value_key text)
  join public.contacts c on c.workspace_id = p_workspace_id and c.email = f.address
  where f.value is not null
  order by c.id, f.field, f.value_key, f.number desc
  on conflict (contact_id, field, source, value_key) do update set value = excluded.value, at = excluded.at;
  -- Of one source the latest 20 of a field.
  delete from nightshift.given_facts g
  using (
    select k.contact_id, k.field, k.value_key,
      row_number() over (partition by k.contact_id, k.field order by k.at desc, k.value_key) as place
    from nightshift.given_facts k
    where k.contact_id = any (v_contact_ids) and k.source = p_source
  ) older
  where older.place > 20 and g.contact_id = older.contact_id and g.field = older.field and g.source = p_source
    and g.value_key = older.value_key;
  return v_contact_ids;
end
$$;
comment on function nightshift.give_facts(uuid, text, jsonb, timestamptz) is
'Part of add_contact_facts: stores facts of one source and returns their contacts. A removal takes back what this '
'source said about the field.';
revoke all on function nightshift.give_facts(uuid, text, jsonb, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.add_contact_facts(p_workspace_id uuid, p_source text, p_facts jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_read jsonb;
  v_accepted jsonb;
  v_contact_ids uuid[];
begin
  perform nightshift.check_fact_rights(p_workspace_id, p_source);
  if not exists (select from public.workspaces w where w.id = p_workspace_id) then
    raise exception 'facts_invalid: there is no workspace %.', p_workspace_id using errcode = 'PT400';
  end if;
  select coalesce(jsonb_agg(to_jsonb(r)), '[]') into v_read from nightshift.read_facts(p_facts) r;
  v_accepted := jsonb_path_query_array(v_read, '$[*] ? (@.problem == null)');
  if p_source = 'user' and (select auth.uid()) is not null then
    perform nightshift.count_intake(p_workspace_id, 'fact', jsonb_array_length(v_accepted), pg_column_size(v_accepted));
  end if;
  v_contact_ids := nightshift.give_facts(p_workspace_id, p_source, v_accepted, clock_timestamp());
  perform nightshift.refresh_contacts(p_workspace_id, v_contact_ids, array_fill(null::date,
    array[cardinality(v_contact_ids)]));
  return jsonb_build_object('accepted', jsonb_array_length(v_accepted), 'rejected', (
    select coalesce(jsonb_agg(jsonb_build_object('index', r.number, 'problem', r.problem) order by r.number), '[]')
    from jsonb_to_recordset(v_read) as r (number integer, problem text)
    where r.problem is not null));
end
$$;
comment on function public.add_contact_facts(uuid, text, jsonb) is
'Adds up to 1000 facts [{email, field, value}] to the contacts of a workspace, which it adds too. Source: user, for '
'owners, admins and members of the workspace; or provider:<name>, for the service role. A value of null takes back '
'what this source said. Returns {accepted, rejected: [{index, problem}]}. Example: select add_contact_facts(''…'', '
'''user'', ''[{"email": "ada@example.com", "field": "company", "value": "Example Ltd"}]''). Errors: PT400 '
'facts_invalid, PT400 or PT403 fact_source_invalid, PT403 workspace_not_writable, PT429 daily_quota_exceeded.';
revoke all on function public.add_contact_facts(uuid, text, jsonb) from public, anon, authenticated, service_role;
grant execute on function public.add_contact_facts(uuid, text, jsonb) to authenticated, service_role;
