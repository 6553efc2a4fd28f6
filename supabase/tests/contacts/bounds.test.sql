-- Test: what a sender, a new member or a table of before can bring, and how much of it is done at once.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/contacts.psql
select plan(11);
alter table public.client_emails drop constraint received_at_is_from_1970_to_2099; -- an adopted table has none
select pg_temp.ask_for('{contact_enrichment,lead_scoring_batch}') \g /dev/null

-- Times

select pg_temp.came('1', 'ada@x.example', 'Ada', '-infinity') \g /dev/null
select pg_temp.came('2', 'bob@x.example', 'Bob', '0001-01-01') \g /dev/null
select pg_temp.came('3', 'cy@x.example', 'Cy', 'infinity') \g /dev/null
select pg_temp.enrich() \g /dev/null
select lives_ok($$ select pg_temp.score(now()) $$, 'contacts with emails of any time are scored');
select is((pg_temp.contact('ada@x.example')).first_seen_at, (select e.created_at from public.client_emails e where e.provider_message_id = '1'),
  'an email of no time is of the time at which it was stored');
select is((select count(*) from public.lead_scores), 3::bigint, 'all of them');

-- Addresses

select is(nightshift.clean_address('ada@' || repeat('a.', 157) || 'de'), 'ada@' || repeat('a.', 157) || 'de', 'an address of 320 characters is one');
select is(nightshift.clean_address('ada@' || repeat('a.', 158) || 'de'), null, 'a longer one is none');

-- Domains

select is(
  (select string_agg(nightshift.is_of_domain(a.address, nightshift.key_domains('{x.example,a_b.example,%.org}'))::text, ' ' order by a.position)
   from unnest('{ada@x.example,ada@s.t.x.example,ada@xx.example,ada@a_b.example,ada@axb.example,ada@y.org,ada@example}'::text[]) with ordinality
     as a (address, position)),
  'true true false true false false false', 'an address is of its domain and of those above it, letter by letter');
update public.workspace_settings s set own_domains = '{a_b.example}' where s.workspace_id = :'ours';
select pg_temp.came('4', 'dee@s.a_b.example', 'Dee', '2026-03-01') \g /dev/null
select pg_temp.came('5', 'eve@s.axb.example', 'Eve', '2026-03-01') \g /dev/null
select pg_temp.enrich() \g /dev/null
select set_eq($$ select c.email from public.contacts c where c.email like '%b.example' $$, $$ values ('eve@s.axb.example'::text) $$,
  'only colleagues are left out');
insert into public.scoring_models (workspace_id, wanted_domains) values (:'ours', '{axb.example,x_example.example}');
select pg_temp.score(now()) \g /dev/null
select set_eq($$ select c.email from public.lead_scores s join public.contacts c on c.id = s.contact_id where s.reasons @> '[{"code": "wanted_domain"}]' $$,
  $$ values ('eve@s.axb.example'::text) $$, 'a subdomain of a wanted domain is wanted');

-- Members

select pg_temp.came('of a member ' || n, 'new@x.example', 'New', '2026-03-01') from generate_series(1, 30) as n \g /dev/null
select pg_temp.enrich() \g /dev/null
insert into auth.users (id, email) values ('e0000000-0000-4000-8000-00000000000e', 'new@x.example');
insert into public.workspace_members (workspace_id, user_id, role) values (:'ours', 'e0000000-0000-4000-8000-00000000000e', 'member');
select is(nightshift.enrich_piece(:'ours', 10, now()), '{}'::jsonb, 'a piece that finds a new member is followed by another');
select is((select count(*) from nightshift.due_emails), 10::bigint, 'it lists a piece of the emails of the member');
select pg_temp.enrich() \g /dev/null
select is((pg_temp.contact('new@x.example')).id, null, 'in the end all of them are read, and the member is no contact');

select * from finish();
rollback;
