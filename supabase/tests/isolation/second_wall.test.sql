-- Test: a function of the service refuses everybody else, even with execute granted by mistake.
begin;
\ir ../_helpers/acting.psql

-- Everything of public that the service role may call and signed-in users may not.
create temp view doors as
select p.oid, p.oid::regprocedure::text as signature, format('select %I.%I(%s)', n.nspname, p.proname, (
  select string_agg('null::' || format_type(a.type, null), ', ' order by a.position)
  from unnest(p.proargtypes) with ordinality as a (type, position)
)) as call
from pg_catalog.pg_proc p
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where n.nspname = 'public' and p.prokind = 'f'
  and has_function_privilege('service_role', p.oid, 'execute')
  and not has_function_privilege('authenticated', p.oid, 'execute');
create temp table opened as select * from doors;

select plan((select 3 * count(*) + 9 from opened)::integer);
select cmp_ok((select count(*)::integer from opened), '>=', 10, 'there are functions for the service alone');

-- What a restore does where default privileges grant execute to everybody.
do $$
declare
  v_function text;
begin
  for v_function in select o.signature from opened o loop
    execute format('grant execute on function %s to anon, authenticated', v_function);
  end loop;
end
$$;

select is(pg_temp.attempt(c.persona, o.call), '42501', format('%s: granted to everybody, it refuses %s', o.signature, c.persona))
from opened o
cross join (values ('anon'), ('stranger'), ('owner')) as c (persona)
order by o.signature, c.persona;

-- Who counts as the service

create function pg_temp.door() returns void
language sql security definer set search_path = '' as $$ select nightshift.require_service() $$;
grant execute on function pg_temp.door() to public;
create function pg_temp.call_with_role(p_role text) returns text
language plpgsql as $$
declare
  v_outcome text := 'called';
begin
  perform set_config('role', p_role, true);
  begin
    perform pg_temp.door();
  exception when others then
    v_outcome := sqlstate;
  end;
  perform set_config('role', 'none', true);
  return v_outcome;
end
$$;
create role nightshift_probe nologin;
grant nightshift_probe to postgres;

select is(pg_temp.call_with_role(r.name), r.outcome, format('%s gets the answer: %s', r.name, r.outcome))
from (values
  ('anon', '42501'), ('authenticated', '42501'), ('authenticator', '42501'), ('nightshift_probe', '42501'),
  ('service_role', 'called'), ('postgres', 'called'), ('none', 'called')
) as r (name, outcome);
select throws_like(
  $$ set local role anon; select pg_temp.door() $$, 'service_only:%', 'the message says who may call');

select * from finish();
rollback;
