-- Test: who may add facts about contacts, under which name, and how many.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/contacts.psql
select plan(26);

create function pg_temp.add_facts(p_persona text, p_source text, p_workspace text default '$1') returns text
language sql as $$
  select pg_temp.attempt(p_persona, format('select public.add_contact_facts(%s, %L,
    ''[{"email": "ada@example.com", "field": "name", "value": "Ada"}]'')', p_workspace, p_source))
$$;
select is(pg_temp.add_facts(p.persona, p.source), p.outcome, format('%s as %s: %s', p.persona, p.source, p.outcome))
from (values
  ('anon', 'user', '42501'), ('stranger', 'user', 'PT403 workspace_not_writable'), ('viewer', 'user', 'PT403 workspace_not_writable'),
  ('member', 'user', '1'), ('owner', 'user', '1'), ('other_owner', 'user', 'PT403 workspace_not_writable'), ('service_role', 'user', '1'),
  ('owner', 'provider:x', 'PT403 fact_source_invalid'), ('service_role', 'provider:x', '1'),
  ('owner', 'signature', 'PT400 fact_source_invalid'), ('owner', 'header', 'PT400 fact_source_invalid'),
  ('service_role', 'signature', 'PT400 fact_source_invalid'), ('service_role', 'provider:', 'PT400 fact_source_invalid'),
  ('service_role', 'provider:X y', 'PT400 fact_source_invalid')
) as p (persona, source, outcome);
select is(pg_temp.add_facts('owner', 'user', '$2'), 'PT403 workspace_not_writable', 'nobody adds facts to another workspace');
select is(pg_temp.add_facts('service_role', 'user', 'gen_random_uuid()'), 'PT400 facts_invalid', 'nor to one that is none');

-- What is wrong with a fact

select is(
  public.add_contact_facts(:'ours', 'user', '[{"email": "ada@example.com", "field": "name", "value": "Ada"}, {"email": "Ada", "field": "name", "value": "Ada"},
    {"email": "ada@example.com", "field": "ai_score", "value": "100"}, {"email": "ada@example.com", "field": "phone", "value": "call me"},
    {"email": "ada@example.com", "field": "name", "value": 7}, {"email": "ada@example.com", "field": "name"}, "x", null]'),
  '{"accepted": 1, "rejected": [{"index": 1, "problem": "email is not an address of a person"},
    {"index": 2, "problem": "field is not name, company, job_title or phone"}, {"index": 3, "problem": "value cannot be a phone"},
    {"index": 4, "problem": "value cannot be a name"}, {"index": 5, "problem": "value cannot be a name"},
    {"index": 6, "problem": "email is not an address of a person"}, {"index": 7, "problem": "email is not an address of a person"}]}'::jsonb,
  'good facts are added, each other one is told');
select is((pg_temp.contact('ada@example.com')).name, 'Ada', 'at once, also in a workspace that did not ask for enrichment');
select throws_like(format('select public.add_contact_facts(%L, ''user'', %L)', :'ours', doc.facts), 'facts_invalid:%', doc.what || ' is no list of facts')
from (values ('{}', 'an object'), (null, 'null'), ((select jsonb_agg('{}'::jsonb)::text from generate_series(1, 1001)), 'a list of 1001')) as doc (facts, what);

-- How many

select public.add_contact_facts(:'ours', 'user', (
  select jsonb_agg(jsonb_build_object('email', 'ada@example.com', 'field', 'name', 'value', 'Name ' || chr(65 + n % 26) || chr(65 + n / 26)))
  from generate_series(0, 99) as n)) \g /dev/null
select is((select count(*) from nightshift.given_facts g), 20::bigint, 'of a hundred names twenty are kept');
select is((pg_temp.contact('ada@example.com')).name, 'Name VD', 'and the last one is shown');
insert into nightshift.quotas (workspace_id, name, most) values (:'ours', 'facts_per_day', 2);
select is(pg_temp.attempt('member', $$ select public.add_contact_facts($1, 'user', '[{"email": "a@x.example", "field": "name", "value": "A"}, {"email": "b@x.example", "field": "name", "value": "B"}, {"email": "c@x.example", "field": "name", "value": "C"}]') $$),
  'PT429 daily_quota_exceeded', 'a member adds as many facts a day as the quota allows');
select is(pg_temp.attempt('member', $$ insert into public.contacts (workspace_id, email) values ($1, 'x@x.example') $$), '42501', 'and no contact by hand');

-- Taken back

select public.add_contact_facts(:'ours', 'user', '[{"email": "ada@example.com", "field": "name", "value": null}, {"email": "nobody@x.example", "field": "name", "value": null}]') \g /dev/null
select is_empty($$ select from public.contacts c where c.email in ('ada@example.com', 'nobody@x.example') $$,
  'a contact of which nothing is left goes, and taking back adds none');

select * from finish();
rollback;
