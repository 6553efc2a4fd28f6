-- Test: the text of a constraint, read and written again, stays the same, as a dump and restore does it.
--
-- dump_restore_test.ts does so with pg_dump for everything; this needs no client of the server's version.
begin;
select plan(2);

create function pg_temp.reread(p_constraint oid) returns text
language plpgsql
as $$
declare
  v_again text;
begin
  execute (select format('alter table %s add constraint nightshift_reread %s not valid', c.conrelid::regclass, pg_get_constraintdef(c.oid))
    from pg_catalog.pg_constraint c where c.oid = p_constraint);
  select regexp_replace(pg_get_constraintdef(c.oid), ' NOT VALID$', '') into v_again
  from pg_catalog.pg_constraint c where c.conname = 'nightshift_reread';
  execute (select format('alter table %s drop constraint nightshift_reread', c.conrelid::regclass)
    from pg_catalog.pg_constraint c where c.oid = p_constraint);
  return v_again;
end
$$;

create temp table texts as
select c.conrelid::regclass as relation, c.conname, pg_get_constraintdef(c.oid) as text, pg_temp.reread(c.oid) as again
from pg_catalog.pg_constraint c
where c.contype = 'c' and c.conrelid <> 0
  and c.connamespace in ('public'::regnamespace, 'nightshift'::regnamespace);

select cmp_ok((select count(*) from texts), '>', 50::bigint, 'there are checks to compare');
select is_empty('select * from texts where text <> again', 'each is printed as it was written');

select * from finish();
rollback;
