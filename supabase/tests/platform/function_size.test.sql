-- Test: no function of ours has a body of more than 80 lines.
begin;
select plan(2);

create temp view bodies as
select p.oid::regprocedure::text as signature, cardinality(string_to_array(btrim(p.prosrc, E'\n'), E'\n')) as lines
from pg_catalog.pg_proc p
join pg_catalog.pg_language l on l.oid = p.prolang and l.lanname in ('plpgsql', 'sql')
where p.pronamespace in ('public'::regnamespace, 'nightshift'::regnamespace)
  -- The rights that reconcile compares with are data.
  and p.proname <> 'expected_rights'
  and not exists (
    select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e');

select cmp_ok((select count(*) from bodies), '>', 100::bigint, 'there are functions to measure');
select is_empty('select b.signature, b.lines from bodies b where b.lines > 80', 'every body has at most 80 lines');

select * from finish();
rollback;
