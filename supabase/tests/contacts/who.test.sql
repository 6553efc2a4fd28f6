-- Test: who becomes a contact, and who does not.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/contacts.psql
select plan(15);
select pg_temp.ask_for('{contact_enrichment}') \g /dev/null

select pg_temp.came('1', 'Ada@Keelby.example', 'Ada Lovelace', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.came('2', 'news@shop.example', 'Shop', '2026-03-01 10:00Z', '{"is_bulk": true}') \g /dev/null
select pg_temp.came('3', 'bot@ci.example', 'CI', '2026-03-01 10:00Z', '{"is_automated": true, "automated_kind": "notification"}') \g /dev/null
select pg_temp.came('4', 'lister@list.example', 'Lister', '2026-03-01 10:00Z', '{}', '{"list-id": "<l.example>"}') \g /dev/null
select pg_temp.came('5', 'colleague@ours.example', 'Colleague', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.came('6', 'colleague@mail.ours.example', 'Colleague', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.came('7', 'member@example.com', 'Member', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.came('8', 'no-reply@keelby.example', 'Keelby', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.came('9', 'no address', 'Nobody', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.came('10', 'info@keelby.example', 'Keelby', '2026-03-01 10:00Z',
  '{"contact": {"name": "Keelby Info", "organisation": "Keelby Ltd", "emails": ["info@keelby.example"]}}') \g /dev/null
select pg_temp.came('11', 'sales-emea2@keelby.example', 'Sales', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.came('12', 'it.smith@keelby.example', 'It Smith', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.sent('13', '{bob@gmail.com,ada@keelby.example,us@ours.example}', '2026-03-02 10:00Z') \g /dev/null
select pg_temp.sent('14', array(select 'many' || n || '@x.example' from generate_series(1, 51) as n), '2026-03-02 10:00Z') \g /dev/null
insert into public.client_emails (workspace_id, provider_message_id, from_email, to_emails)
values (:'ours', '15', 'eve@x.example', '{copied@x.example}');
select pg_temp.enrich() \g /dev/null

select set_eq(
  'select c.email, c.kind from public.contacts c',
  $$ values ('ada@keelby.example', 'person'), ('info@keelby.example', 'role'), ('sales-emea2@keelby.example', 'role'),
    ('it.smith@keelby.example', 'person'), ('bob@gmail.com', 'person') $$,
  'people who write to us and to whom we write are contacts; no bulk, automated or list email, own domain, member, no-reply, mass email or unread email');
select is((select count(*) from public.contact_facts f join public.contacts c on c.id = f.contact_id where c.kind = 'role'),
  0::bigint, 'an address of an office has no facts');
select is((pg_temp.contact('ada@keelby.example')).name, 'Ada Lovelace', 'a name comes from the header');
select is((pg_temp.contact('ada@keelby.example')).company, 'keelby.example', 'without anything else, the domain stands for a company');
select is((select f.is_derived from public.contact_facts f where f.value = 'keelby.example' limit 1), true, 'and is marked');
select is((pg_temp.contact('bob@gmail.com')).company, null, 'but not the domain of a free mail provider');
select results_eq(
  $$ select c.first_seen_at, c.last_interaction from pg_temp.contact('ada@keelby.example') c $$,
  $$ values ('2026-03-01 10:00Z'::timestamptz, '2026-03-02 10:00Z'::timestamptz) $$, 'first and latest email count both ways');
select results_eq(
  $$ select d.day, d.emails_in, d.emails_out from public.contact_days d where d.contact_id = (pg_temp.contact('ada@keelby.example')).id order by 1 $$,
  $$ values ('2026-03-01'::date, 1, 0), ('2026-03-02', 0, 1) $$, 'and each day');

-- Nothing without being asked

select pg_temp.came('theirs', 'zoe@x.example', 'Zoe', '2026-03-01 10:00Z', '{}', null, :'theirs') \g /dev/null
select pg_temp.enrich() \g /dev/null
select is((select count(*) from public.contacts c where c.workspace_id = :'theirs'), 0::bigint, 'a workspace that did not ask has no contacts');
select is((select count(*) from nightshift.due_emails), 0::bigint, 'and nothing on the list');
select pg_temp.ask_for('{contact_enrichment}', :'theirs') \g /dev/null
select pg_temp.enrich() \g /dev/null
select is((select count(*) from public.contacts c where c.workspace_id = :'theirs'), 1::bigint, 'when it asks, its earlier emails are read');

-- Times that nobody can have

select pg_temp.came('future', 'late@x.example', 'Late', '2099-12-31 10:00Z') \g /dev/null
select pg_temp.enrich() \g /dev/null
select ok((pg_temp.contact('late@x.example')).last_interaction < now() + interval '2 days', 'a Date header of 2099 does not keep a contact young');

-- Somebody becomes a member, a domain becomes ours

insert into auth.users (id, email) values ('c0000000-0000-4000-8000-00000000000f', 'Ada@keelby.example');
insert into public.workspace_members (workspace_id, user_id, role) values (:'ours', 'c0000000-0000-4000-8000-00000000000f', 'viewer');
select pg_temp.came('16', 'bob@gmail.com', 'Bob', '2026-03-03 10:00Z') \g /dev/null
select pg_temp.enrich() \g /dev/null
select is((pg_temp.contact('ada@keelby.example')).id, null, 'who becomes a member is no contact any more');
update public.workspace_settings s set own_domains = '{ours.example,keelby.example}' where s.workspace_id = :'ours';
select pg_temp.enrich() \g /dev/null
select set_eq($$ select c.email from public.contacts c where c.workspace_id = 'a0000000-0000-4000-8000-000000000001' $$,
  $$ values ('bob@gmail.com'), ('late@x.example') $$, 'nor who writes from a domain that became ours');
select is(pg_temp.enrich(), 0, 'then nothing is left to do');

select * from finish();
rollback;
