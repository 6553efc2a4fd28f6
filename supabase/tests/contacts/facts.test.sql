-- Test: what counts as a fact, which one is shown, and what hostile input comes to.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/contacts.psql
select plan(21);
select pg_temp.ask_for('{contact_enrichment}') \g /dev/null

create function pg_temp.facts(p_email text, p_field text) returns text
language sql as $$
  select string_agg(f.value || ' (' || f.source || ')', ', ' order by f.place)
  from public.contact_facts f
  where f.contact_id = (pg_temp.contact(p_email)).id and f.field = p_field
$$;

-- Signatures

select pg_temp.came('1', 'ada@keelby.example', 'Ada Lovelace', '2026-03-01 10:00Z', '{"contact": {"name": "Ada", "position":
  "Director", "organisation": "Keelby Ltd", "phones": ["+44 (0)113 496 0187", "0113 496 0187"]}}') \g /dev/null
select pg_temp.came('2', 'bob@x.example', 'Bob', '2026-03-01 10:00Z', '{"contact": {"name": "Carol Danvers", "organisation": "Other Ltd"}}') \g /dev/null
select pg_temp.came('3', 'cy@x.example', 'Cy', '2026-03-01 10:00Z',
  '{"contact": {"name": "Cy", "organisation": "Wrong Ltd", "emails": ["somebody@else.example"]}}') \g /dev/null
select pg_temp.came('4', 'dee@x.example', null, '2026-03-01 10:00Z',
  '{"contact": {"name": "Somebody", "organisation": "Right Ltd", "emails": ["Dee@X.example"]}}') \g /dev/null
select pg_temp.came('5', 'eli@x.example', 'Eli', '2026-03-01 10:00Z',
  '{"read_instead": "forwarded_email", "contact": {"name": "Eli", "organisation": "Forwarded Ltd"}}') \g /dev/null
select pg_temp.enrich() \g /dev/null
select is(pg_temp.facts('ada@keelby.example', 'company'), 'Keelby Ltd (signature), keelby.example (header)',
  'a signature without address counts when its name agrees with the header');
select is((pg_temp.contact('ada@keelby.example')).job_title, 'Director', 'its title is shown');
select is((pg_temp.contact('ada@keelby.example')).name, 'Ada', 'its name comes before that of the header');
select is(pg_temp.facts('ada@keelby.example', 'phone'), '+44 (0)113 496 0187 (signature), 0113 496 0187 (signature)', 'it has phones');
select is(pg_temp.facts('bob@x.example', 'company'), 'x.example (header)', 'one of another name does not count');
select is(pg_temp.facts('cy@x.example', 'company'), 'x.example (header)', 'nor one with another address');
select is(pg_temp.facts('dee@x.example', 'company'), 'Right Ltd (signature), x.example (header)', 'one with the address of the sender does');
select is(pg_temp.facts('eli@x.example', 'company'), 'x.example (header)', 'nobody signs what was forwarded');

-- The latest, then the most seen

select pg_temp.came('6', 'ada@keelby.example', 'Ada King', '2026-03-03 10:00Z') \g /dev/null
select pg_temp.came('7', 'ada@keelby.example', 'ada  LOVELACE', '2026-03-02 10:00Z') \g /dev/null
select pg_temp.enrich() \g /dev/null
select is(pg_temp.facts('ada@keelby.example', 'name'), 'Ada (signature), Ada King (header), ada LOVELACE (header)',
  'within a source the latest is first, and spellings of one value are one');
select is((select f.times_seen from public.contact_facts f where f.value = 'ada LOVELACE'), 2, 'seen twice');
select set_eq(
  $$ select k.value, k.is_shown from public.contact_conflicts k where k.field = 'name' and k.email = 'ada@keelby.example' $$,
  $$ values ('Ada', true), ('Ada King', false), ('ada LOVELACE', false) $$, 'the others stay visible as conflicts');
select is_empty($$ select from public.contact_conflicts k where k.field = 'company' $$, 'a domain contradicts nobody');

-- Users and providers

select public.add_contact_facts(:'ours', 'provider:register', '[{"email": "ada@keelby.example", "field": "company", "value": "Keelby Access Limited"},
  {"email": "dee@x.example", "field": "name", "value": "Dee Reg"}]') \g /dev/null
select is(pg_temp.facts('ada@keelby.example', 'company'), 'Keelby Ltd (signature), Keelby Access Limited (provider:register), keelby.example (header)',
  'a provider comes after the signature and before the header');
select public.add_contact_facts(:'ours', 'user', '[{"email": "ada@keelby.example", "field": "company", "value": "Keelby!"}]') \g /dev/null
select is((pg_temp.contact('ada@keelby.example')).company, 'Keelby!', 'a user comes first');
select pg_temp.came('8', 'ada@keelby.example', 'Ada', '2026-04-01 10:00Z', '{"contact": {"name": "Ada", "organisation": "Newer Ltd"}}') \g /dev/null
select pg_temp.enrich() \g /dev/null
select is((pg_temp.contact('ada@keelby.example')).company, 'Keelby!', 'also before a later signature');
select public.add_contact_facts(:'ours', 'user', '[{"email": "ada@keelby.example", "field": "company", "value": null}]') \g /dev/null
select is((pg_temp.contact('ada@keelby.example')).company, 'Newer Ltd', 'until the user takes it back');
update public.contacts c set phone = '030 1234567' where c.email = 'ada@keelby.example';
select pg_temp.came('9', 'ada@keelby.example', 'Ada', '2026-04-02 10:00Z') \g /dev/null
select pg_temp.enrich() \g /dev/null
select is(left(pg_temp.facts('ada@keelby.example', 'phone'), 18), '030 1234567 (user)', 'what was written into the row by hand is a fact of a user');

-- Hostile input

select pg_temp.came('h' || n, 'mallory@x.example', h.name, '2026-03-01 10:00Z')
from (values (1, 'ada@keelby.example'), (2, 'Ada via Docs'), (3, 'https://evil.example'), (4, repeat('x', 300)), (5, '   '),
  (6, 'call 0900123456 now'), (7, e'Mal\u0007lory\u202e \u200b Mall')) as h (n, name) \g /dev/null
select pg_temp.enrich() \g /dev/null
select is(pg_temp.facts('mallory@x.example', 'name'), 'Mal lory Mall (header)',
  'addresses, services, links and endless names are left out, control and direction characters cut');
select pg_temp.came('flood' || n, 'flood@x.example', 'Flood No ' || chr(65 + n / 26) || chr(65 + n % 26), '2026-03-01 10:00Z'::timestamptz + n * interval '1 minute')
from generate_series(0, 99) as n \g /dev/null
select pg_temp.enrich() \g /dev/null
select is((select count(*) from public.contact_facts f where f.contact_id = (pg_temp.contact('flood@x.example')).id and f.field = 'name'),
  20::bigint, 'of a hundred names of one sender twenty are kept');
select is((pg_temp.contact('flood@x.example')).name, 'Flood No DV', 'and the latest is shown');
select throws_ok(
  $$ update public.contact_facts f set place = 21 where f.place = 20 $$, '23514', null, 'the table takes no more');

select * from finish();
rollback;
