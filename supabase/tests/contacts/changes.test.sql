-- Test: contacts follow their emails when these change or go, and a second run changes nothing.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/contacts.psql
select plan(17);
select pg_temp.ask_for('{contact_enrichment,lead_scoring_batch}') \g /dev/null
select pg_temp.came('1', 'ada@keelby.example', 'Ada Lovelace', '2026-03-01 10:00Z',
  '{"contact": {"name": "Ada Lovelace", "position": "Director"}, "primary_intent": "complaint"}') \g /dev/null
select pg_temp.came('2', 'ada@keelby.example', 'Ada King', '2026-03-02 10:00Z') \g /dev/null
select pg_temp.came('3', 'bob@x.example', 'Bob', '2026-03-02 10:00Z') \g /dev/null
select pg_temp.enrich() \g /dev/null
select pg_temp.score('2026-03-03 10:00Z') \g /dev/null

-- Twice

-- ctid and xmin: not even the same values are written again.
create function pg_temp.versions() returns text
language sql as $$
  select string_agg(v.version, ',' order by v.version)
  from (
    select concat_ws('/', 'c', c.ctid, c.xmin) as version from public.contacts c
    union all select concat_ws('/', 'f', f.ctid, f.xmin) from public.contact_facts f
    union all select concat_ws('/', 'e', e.ctid, e.xmin) from public.contact_emails e
    union all select concat_ws('/', 'd', d.ctid, d.xmin) from public.contact_days d
    union all select concat_ws('/', 'k', k.ctid, k.xmin) from nightshift.email_claims k
    union all select concat_ws('/', 's', s.ctid, s.xmin) from public.lead_scores s
    union all select concat_ws('/', 'h', h.ctid, h.xmin) from public.lead_score_history h
  ) v
$$;
create temp table before as select pg_temp.versions() as versions;
insert into nightshift.due_emails (workspace_id, email_id) select e.workspace_id, e.id from public.client_emails e;
select is(pg_temp.enrich(), 0, 'emails that are read again touch no workspace');
select is(pg_temp.versions(), (select b.versions from before b), 'and no row');
insert into nightshift.due_scores (workspace_id, contact_id) select c.workspace_id, c.id from public.contacts c;
select is(pg_temp.score('2026-03-03 11:00Z'), 0, 'contacts that are scored again neither');
select is(pg_temp.versions(), (select b.versions from before b), 'no row at all');

-- An email is read anew

delete from public.email_intelligence i using public.client_emails e where e.id = i.email_id and e.provider_message_id = '2';
select pg_temp.enrich() \g /dev/null
select is_empty($$ select from public.contact_facts f where f.value = 'Ada King' $$, 'an email that is unread again says nothing');
select pg_temp.store_record(e.id, e.workspace_id, '{"questions_asked": []}')
from public.client_emails e where e.provider_message_id = '2' \g /dev/null
select pg_temp.enrich() \g /dev/null
select is((select count(*) from public.contact_facts f where f.value = 'Ada King'), 1::bigint, 'read again, it says so again');
update public.email_intelligence i set is_bulk = true from public.client_emails e where e.id = i.email_id and e.provider_message_id = '3';
select pg_temp.enrich() \g /dev/null
select is((pg_temp.contact('bob@x.example')).id, null, 'who only sent what turns out to be bulk is no contact any more');
select is_empty($$ select from public.lead_scores s left join public.contacts c on c.id = s.contact_id where c.id is null $$, 'and has no score');
select is_empty($$ select from public.lead_score_history h left join public.contacts c on c.id = h.contact_id where c.id is null $$, 'nor a history of scores');

-- An email is corrected

update public.client_emails e set received_at = '2026-03-05 10:00Z', from_name = 'Ada Byron' where e.provider_message_id = '2';
select pg_temp.enrich() \g /dev/null
select set_eq(
  $$ select d.day from public.contact_days d $$, $$ values ('2026-03-01'::date), ('2026-03-05') $$, 'another time moves the day');
select is((select f.value from public.contact_facts f where f.field = 'name' and f.source = 'header' order by f.place limit 1),
  'Ada Byron', 'another name is another fact');

-- An email is deleted

select pg_temp.portrait() as alone \gset
select pg_temp.came('4', 'ada@keelby.example', 'The Countess', '2026-03-09 10:00Z', '{"contact": {"name": "The Countess", "organisation": "Castle Ltd"}}') \g /dev/null
select pg_temp.sent('5', '{ada@keelby.example,new@x.example}', '2026-03-10 10:00Z') \g /dev/null
select pg_temp.enrich() \g /dev/null
select is((pg_temp.contact('ada@keelby.example')).company, 'Castle Ltd', 'a further email adds facts');
delete from public.client_emails e where e.provider_message_id in ('4', '5');
select pg_temp.enrich() \g /dev/null
select is(pg_temp.portrait(), :'alone', 'deleting it takes back its facts, its days and the contact that it alone made');
select is(pg_temp.enrich(), 0, 'then nothing is left to do');

-- What people set keeps a contact

select pg_temp.came('kept' || n, 'kept' || n || '@x.example', 'Kept', '2026-03-09 10:00Z') from generate_series(1, 5) as n \g /dev/null
select pg_temp.enrich() \g /dev/null
update public.contacts c set status = 'customer' where c.email = 'kept1@x.example';
update public.contacts c set tags = '{vip}' where c.email = 'kept2@x.example';
insert into public.contact_outcomes (contact_id, outcome, day) values ((pg_temp.contact('kept3@x.example')).id, 'won', '2026-03-10');
select public.add_contact_facts(:'ours', 'user', '[{"email": "kept4@x.example", "field": "name", "value": "Kept"}]') \g /dev/null
delete from public.client_emails e where e.provider_message_id like 'kept%';
select pg_temp.enrich() \g /dev/null
select set_eq(
  $$ select c.email from public.contacts c where c.email like 'kept%' $$,
  $$ values ('kept1@x.example'), ('kept2@x.example'), ('kept3@x.example'), ('kept4@x.example') $$,
  'a status, a tag, an outcome or a fact of a user keeps a contact whose emails are gone');
select is((select count(*) from public.contact_days d join public.contacts c on c.id = d.contact_id where c.email like 'kept%'), 0::bigint,
  'without its days');

-- All contacts go

truncate public.contacts cascade;
select is_empty('select from public.lead_score_history', 'contacts that are truncated leave no history of scores');

select * from finish();
rollback;
