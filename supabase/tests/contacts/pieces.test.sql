-- Test: a piece of enrichment or scoring reads its part of a list, however long the list is.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/contacts.psql
select plan(9);
select pg_temp.ask_for('{contact_enrichment,lead_scoring_batch}') \g /dev/null

-- Without statistics, as estimates must not tell one tenant about others.
insert into public.contacts (workspace_id, email) select :'ours', 'p' || g || '@x.example' from generate_series(1, 3000) g;
insert into public.client_emails (workspace_id, provider_message_id, from_email, received_at)
select :'ours', g::text, 'a@x.example', '2026-01-01Z'::timestamptz + g * interval '1 minute' from generate_series(1, 3000) g;
insert into nightshift.due_scores (workspace_id, contact_id) select c.workspace_id, c.id from public.contacts c;
insert into nightshift.due_emails (workspace_id, email_id) select e.workspace_id, e.id from public.client_emails e on conflict do nothing;
insert into nightshift.due_days (workspace_id, contact_id, day) select c.workspace_id, c.id, '2026-01-01' from public.contacts c;

-- How many rows of a table a statement looks at in five pieces. What is deleted meanwhile is looked at again.
create function pg_temp.rows_seen(p_table regclass) returns bigint
language sql as $$
  select sum(pg_stat_get_xact_tuples_returned(r.id))::bigint
  from (select p_table::oid as id union all select i.indexrelid from pg_index i where i.indrelid = p_table) r
$$;
create function pg_temp.rows_read(p_table regclass, p_statement text) returns bigint
language plpgsql as $$
declare
  v_before constant bigint := pg_temp.rows_seen(p_table);
begin
  for n in 1..5 loop
    execute p_statement;
  end loop;
  return pg_temp.rows_seen(p_table) - v_before;
end
$$;

select cmp_ok(pg_temp.rows_read('public.contacts', 'select max(c.name) from public.contacts c'), '>=', 15000::bigint, 'reading all is seen');
select cmp_ok(pg_temp.rows_read('public.contacts', format('set local enable_seqscan = off; select max(c.name) from public.contacts c where c.workspace_id = %L', :'ours')), '>=', 15000::bigint, 'also by an index');
set local enable_seqscan = on;
select cmp_ok(pg_temp.rows_read('nightshift.due_scores', format('select nightshift.take_contacts_to_score(%L, ''2026-03-01'', 100)', :'ours')), '<=', 2000::bigint, 'contacts whose facts changed');
select is((select count(*) from nightshift.due_scores), 2500::bigint, 'which are taken');
delete from nightshift.due_scores;
select cmp_ok(pg_temp.rows_read('public.contacts', format('select nightshift.take_contacts_to_score(%L, ''2026-03-01'', 100)', :'ours')), '<=', 2000::bigint, 'contacts of a workspace that is new');
select is((select t.score_after from nightshift.contact_turns t), (select c.email from public.contacts c order by c.email offset 499 limit 1), 'each piece goes on behind the last contact');
select cmp_ok(pg_temp.rows_read('nightshift.due_emails', format('select nightshift.take_due_emails(%L, 100)', :'ours')), '<=', 2000::bigint, 'emails that changed');
select cmp_ok(pg_temp.rows_read('nightshift.due_days', format('select nightshift.take_due_days(%L, 100)', :'ours')), '<=', 2000::bigint, 'days to count');
select cmp_ok(pg_temp.rows_read('public.client_emails', format('select nightshift.take_earlier_emails(%L, 100)', :'ours')), '<=', 2000::bigint, 'emails that were there before');

select * from finish();
rollback;
