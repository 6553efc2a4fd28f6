-- Test: a publication of all tables keeps nobody from deleting: every table says how its rows are told apart.
begin;
\ir ../_helpers/acting.psql

create temp view tables as
select c.oid, c.oid::regclass::text as name, c.relreplident, c.relpersistence
from pg_catalog.pg_class c
where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'nightshift'::regnamespace);

select plan((select count(*) + 4 from tables)::integer);
select ok(
  t.relpersistence = 'u' or t.relreplident = 'f' or (t.relreplident = 'i') or (t.relreplident = 'd' and exists (
    select from pg_catalog.pg_index i where i.indrelid = t.oid and i.indisprimary)),
  t.name || ' has a replica identity')
from tables t;

-- As the owner of a database on which somebody has published everything.

do $$
declare
  v_tables text := (select string_agg(t.name, ', ') from pg_temp.tables t where t.relpersistence = 'p');
begin
  execute 'create publication nightshift_probe for table ' || v_tables;
end
$$;
insert into nightshift.spend_days (workspace_id, day, usd) values (:'ours', '2026-01-01', 1), (null, '2026-01-01', 1);
insert into nightshift.spending_notices (workspace_id, reason, period_start, subject, message, noted_at)
values (:'ours', 'no_budget', '2026-01-01', 'example', 'example', '2026-01-01');
select lives_ok($$ update nightshift.spend_days set usd = usd + 1 where day = '2026-01-01' $$, 'spending can be counted');
select lives_ok($$ delete from nightshift.spending_notices where noted_at = '2026-01-01' $$, 'notices can be pruned');
select is(pg_temp.attempt('owner', 'delete from public.workspaces where id = $1', true), '1', 'an owner can delete a workspace');
select lives_ok($$ select nightshift.reconcile() $$, 'and reconcile runs');

select * from finish();
rollback;
