-- Rights: what the roles of the API may do with our objects, recorded when all of them are there.
--
-- A backup that is restored into another project loses rights: pg_dump writes no revoke from anon and
-- authenticated, so that project's default privileges can open what was closed. Reconcile compares and
-- raises an alert, `deno task deploy` compares and repairs. What is expected is kept in the body of a
-- function, because a backup without data has it too.
-- This must remain the last migration: a later one that changes rights ends with record_rights().
-- Locks: none. Time: milliseconds.

create or replace function nightshift.list_rights() returns table (object text, rights text[])
language sql stable set search_path = ''
as $$
  with own_names as (
    select unnest(nightshift.list_public_names()
      || array['autonomous_tasks', 'get_autonomous_task_summary', 'update_autonomous_tasks_updated_at']) as name
    union all
    select substr(o.name, length('public.') + 1) from nightshift.installed_objects o where o.kind = 'table'
  ), own_relations as (
    select c.oid, c.relowner, c.relacl, case c.relkind when 'S' then 'sequence' else 'table' end as kind
    from pg_catalog.pg_class c
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and (c.relnamespace = 'nightshift'::regnamespace
      or c.relnamespace = 'public'::regnamespace and c.relname::text in (select n.name from own_names n))
  ), own_objects as ( -- each with its rights, or what no entry stands for
    select 'schema nightshift' as object, n.nspowner as owner, null::text as column_name,
      coalesce(n.nspacl, acldefault('n', n.nspowner)) as acl
    from pg_catalog.pg_namespace n
    where n.nspname = 'nightshift'
    union all
    select 'routine ' || p.oid::regprocedure, p.proowner, null, coalesce(p.proacl, acldefault('f', p.proowner))
    from pg_catalog.pg_proc p
    where p.pronamespace = 'nightshift'::regnamespace
      or p.pronamespace = 'public'::regnamespace and p.proname::text in (select n.name from own_names n)
    union all
    select r.kind || ' ' || r.oid::regclass, r.relowner, null,
      coalesce(r.relacl, acldefault(case r.kind when 'table' then 'r' else 's' end::"char", r.relowner))
    from own_relations r
    union all
    select r.kind || ' ' || r.oid::regclass, r.relowner, a.attname::text, a.attacl
    from own_relations r
    join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
      and a.attacl is not null
  )
  select o.object, coalesce(array_agg(g.entry order by g.entry) filter (where g.entry is not null), '{}')
  from own_objects o
  left join lateral (
    select e.privilege_type || case when o.column_name is null then '' else format(' (%I)', o.column_name) end
      || ' for ' || coalesce(r.rolname::text, 'public') as entry
    from aclexplode(o.acl) e
    left join pg_catalog.pg_roles r on r.oid = e.grantee
    where e.grantee <> o.owner and (e.grantee = 0 or r.rolname in ('anon', 'authenticated', 'service_role'))
  ) g on true
  group by o.object
$$;
comment on function nightshift.list_rights() is
'What public, anon, authenticated and service_role may do with each object of ours now, such as {EXECUTE for '
'service_role}.';
revoke all on function nightshift.list_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.record_rights() returns void
language plpgsql set search_path = ''
as $$
declare
  v_rights constant jsonb := (select jsonb_object_agg(l.object, to_jsonb(l.rights)) from nightshift.list_rights() l);
begin
  execute format(
    'create or replace function nightshift.expected_rights() returns jsonb '
    'language sql immutable set search_path = '''' as %L', format('select %L::jsonb', v_rights));
end
$$;
comment on function nightshift.record_rights() is 'Makes the present rights the expected ones. The last migration '
  'calls it.';
revoke all on function nightshift.record_rights() from public, anon, authenticated, service_role;

-- The first call makes expected_rights(), the one at the end records what the whole database has.
select nightshift.record_rights();
comment on function nightshift.expected_rights() is 'What list_rights() gave when record_rights() was last called.';
revoke all on function nightshift.expected_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.compare_rights() returns table (object text, entry text, is_missing boolean)
language sql stable set search_path = ''
as $$
  with expected as (
    select e.key as object, array(select jsonb_array_elements_text(e.value)) as rights
    from jsonb_each(nightshift.expected_rights()) e
  )
  select l.object, u.entry, not u.entry = any (l.rights)
  from nightshift.list_rights() l
  join expected x on x.object = l.object
  cross join lateral (
    select unnest(l.rights) except select unnest(x.rights)
    union all
    (select unnest(x.rights) except select unnest(l.rights))
  ) u (entry)
$$;
comment on function nightshift.compare_rights() is
'Rights that differ from the expected ones: too many, or missing. Objects that nobody recorded are left out.';
revoke all on function nightshift.compare_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.restore_rights() returns integer
language plpgsql set search_path = ''
as $$
declare
  v_pass text;
  v_difference record;
  v_count integer := 0;
begin
  -- A right to a table that is revoked takes those to its columns along, so what is missing comes afterwards.
  foreach v_pass in array array['revoke', 'grant'] loop
    for v_difference in
      select c.object, split_part(c.entry, ' for ', 1) as privilege, split_part(c.entry, ' for ', 2) as role
      from nightshift.compare_rights() c
      where c.is_missing = (v_pass = 'grant')
    loop
      execute format('%s %s on %s %s %s', v_pass, v_difference.privilege, v_difference.object,
        case v_pass when 'revoke' then 'from' else 'to' end, v_difference.role);
      v_count := v_count + 1;
    end loop;
  end loop;
  return v_count;
end
$$;
comment on function nightshift.restore_rights() is
'Makes the rights the expected ones again, after a restored backup for example. Returns how many were granted or '
'revoked.';
revoke all on function nightshift.restore_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.require_rights() returns void
language plpgsql stable set search_path = ''
as $$
declare
  v_opened text;
  v_count integer;
begin
  select string_agg(format('%s on %s', c.entry, c.object), ', ' order by c.is_missing, c.object)
      filter (where c.place <= 5),
    count(*)
  into v_opened, v_count
  from (
    select d.*, row_number() over (order by d.is_missing, d.object, d.entry) as place
    from (
      select r.object, r.is_missing, case when r.is_missing then 'missing ' else '' end || r.entry as entry
      from nightshift.compare_rights() r
    ) d
  ) c;
  if v_count > 0 then
    raise exception 'rights_differ: % rights are not the expected ones: %. Correct them: select '
      'nightshift.restore_rights();',
      v_count, v_opened
      using hint = 'Restored backups lose rights. If the change is wanted: select nightshift.record_rights();';
  end if;
end
$$;
comment on function nightshift.require_rights() is 'Fails when rights differ from the expected ones. Error: '
  'rights_differ.';
revoke all on function nightshift.require_rights() from public, anon, authenticated, service_role;

create or replace function nightshift.check_rights(p_now timestamptz default clock_timestamp()) returns integer
language sql stable set search_path = ''
as $$
  select nightshift.require_rights();
  select 0;
$$;
comment on function nightshift.check_rights(timestamptz) is
'A step of reconcile, which reports its error. Takes the time as every step does, and makes no use of it.';
revoke all on function nightshift.check_rights(timestamptz) from public, anon, authenticated, service_role;

select nightshift.record_rights();
