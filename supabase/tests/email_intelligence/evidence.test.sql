-- Test: every fact of a record is in the email where its evidence says, whoever writes it.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql

create function pg_temp.problem(p_change jsonb, p_subject text default null, p_body text default null) returns text
language sql as $$
  select nightshift.find_evidence_problem(
    jsonb_populate_record(null::public.email_intelligence, pg_temp.record() || p_change), p_subject,
    coalesce(p_body, pg_temp.record() ->> 'analyzed_text'))
$$;
-- The record with one key of its first place of evidence changed.
create function pg_temp.changed_place(p_change jsonb) returns jsonb
language sql as $$
  select jsonb_build_object('evidence', jsonb_set(pg_temp.record() -> 'evidence', '{0}', pg_temp.record() #> '{evidence,0}' || p_change))
$$;
create function pg_temp.place(p_field text, p_item integer, p_source text, p_start integer, p_text text) returns jsonb
language sql as $$
  select jsonb_build_object('field', p_field, 'item', p_item, 'source', p_source, 'start', p_start, 'end', p_start + length(p_text), 'text', p_text)
$$;

create temp table cases (what text, change jsonb, subject text, body text, problem text);
insert into cases values
  ('the record as it is', '{}', null, null, null),
  ('nothing found, nothing shown', pg_temp.empty_record(), null, '', null),
  ('words that stand elsewhere', pg_temp.changed_place('{"start": 1, "end": 12}'), null, null,
    'evidence 1 (pain_points 0): its words are not at 1 to 12 of body_text.'),
  ('words behind the end', pg_temp.changed_place('{"start": 90, "end": 101}'), null, null,
    'evidence 1 (pain_points 0): its words are not at 90 to 101 of body_text.'),
  ('a place before the beginning', pg_temp.changed_place('{"start": -5}'), null, null,
    'evidence 1 (pain_points 0): its words are not at -5 to 11 of body_text.'),
  ('no words', pg_temp.changed_place('{"end": 0, "text": ""}'), null, null,
    'evidence 1 (pain_points 0): its words are not at 0 to 0 of body_text.'),
  ('another source', pg_temp.changed_place('{"source": "subject"}'), 'Delivery', null,
    'evidence 1 (pain_points 0): its words are not at 0 to 11 of subject.'),
  ('an unknown source', pg_temp.changed_place('{"source": "body_html"}'), null, null,
    'evidence 1 (pain_points 0): its words are not at 0 to 11 of body_html.'),
  ('no source', pg_temp.changed_place('{"source": null, "start": 36, "end": 47, "text": "Example Ltd"}'), 'Example Ltd', null,
    'evidence 1 (pain_points 0): its words are not at 36 to 47 of .'),
  ('a place beyond all numbers', pg_temp.changed_place('{"start": 2147483636, "end": 2147483647}'), null, null,
    'evidence 1 (pain_points 0): its words are not at 2147483636 to 2147483647 of body_text.'),
  ('more words than the place is long', pg_temp.changed_place('{"end": 5}'), null, null,
    'evidence 1 (pain_points 0): its words are not at 0 to 5 of body_text.'),
  ('words of the mail that are not the fact', pg_temp.changed_place('{"end": 5, "text": "It is"}'), null, null,
    'evidence 1 (pain_points 0): its words are not the fact.'),
  ('a fact that is not there', pg_temp.changed_place('{"item": 1}'), null, null, 'evidence 1 (pain_points 1): the record has no such fact.'),
  ('a fact counted from the end', pg_temp.changed_place('{"item": -1}'), null, null, 'evidence 1 (pain_points -1): the record has no such fact.'),
  ('a list as a whole', pg_temp.changed_place('{"item": null}'), null, null, 'evidence 1 (pain_points): the record has no such fact.'),
  ('an unknown field', pg_temp.changed_place('{"field": "sentiment"}'), null, null, 'evidence 1 (sentiment 0): the record has no such fact.'),
  ('a flag that is not raised', pg_temp.changed_place('{"field": "decision_maker", "item": null}'), null, null,
    'evidence 1 (decision_maker): the record has no such fact.'),
  ('one place twice and another fact without', pg_temp.record() || jsonb_build_object('pain_points', '{It is late.,When?}'::text[],
    'evidence', (pg_temp.record() -> 'evidence') || (pg_temp.record() #> '{evidence,0}')), null, null, '1 of 7 facts have no evidence.'),
  ('a mail that says something else', '{}', null, 'Hello.', 'evidence 1 (pain_points 0): its words are not at 0 to 11 of body_text.'),
  ('characters of four bytes, counted as one each', pg_temp.empty_record() || jsonb_build_object('questions_asked', array['When? 🙂'],
    'evidence', jsonb_build_array(pg_temp.place('questions_asked', 0, 'body_text', 2, 'When? 🙂'))), null, '🙂 When? 🙂', null),
  ('facts of the subject', pg_temp.empty_record() || jsonb_build_object('entities_mentioned', array['Example Ltd'],
    'evidence', jsonb_build_array(pg_temp.place('entities_mentioned', 0, 'subject', 5, 'Example Ltd'))), 'From Example Ltd', null, null),
  ('places in any order, in each other and in both texts', pg_temp.empty_record() || jsonb_build_object(
    'entities_mentioned', array['Ltd', 'Example Ltd', 'Ana', 'Ana B', 'Example Ltd'],
    'evidence', jsonb_build_array(
      pg_temp.place('entities_mentioned', 0, 'body_text', 21, 'Ltd'), pg_temp.place('entities_mentioned', 1, 'body_text', 13, 'Example Ltd'),
      pg_temp.place('entities_mentioned', 2, 'subject', 4, 'Ana'), pg_temp.place('entities_mentioned', 3, 'body_text', 4, 'Ana B'),
      pg_temp.place('entities_mentioned', 4, 'subject', 12, 'Example Ltd'))), 'Of: Ana, of Example Ltd', 'Dr. Ana B of Example Ltd', null),
  ('the reasons of urgency without words', pg_temp.empty_record() || '{"urgency_reasons": ["old"]}', null, '', null),
  ('flags, sums and a contact', pg_temp.empty_record() || jsonb_build_object(
    'budget_mentioned', true, 'decision_maker', true, 'business_opportunity', 'We buy for 5 EUR.',
    'money', jsonb '[{"text": "5 EUR", "amount": 5, "currency": "EUR"}]',
    'contact', jsonb '{"name": "Ana", "organisation": null, "position": null, "phones": ["+1 555 0100"], "emails": [], "urls": []}',
    'evidence', jsonb_build_array(
      pg_temp.place('business_opportunity', null, 'body_text', 0, 'We buy for 5 EUR.'), pg_temp.place('budget_mentioned', null, 'body_text', 11, '5 EUR'),
      pg_temp.place('decision_maker', null, 'body_text', 0, 'We buy'), pg_temp.place('money', 0, 'body_text', 11, '5 EUR'),
      pg_temp.place('contact.name', null, 'body_text', 18, 'Ana'), pg_temp.place('contact.phones', 0, 'body_text', 22, '+1 555 0100'))),
    null, 'We buy for 5 EUR. Ana +1 555 0100', null);
insert into cases
select 'no evidence of ' || f.field,
  pg_temp.empty_record() || jsonb_build_object(f.field, f.value), null, '', '1 of 1 facts have no evidence.'
from (values
  ('entities_mentioned', '["x"]'::jsonb), ('pain_points', '["x"]'), ('questions_asked', '["x"]'), ('action_items', '["x"]'),
  ('business_opportunity', '"x"'), ('budget_mentioned', 'true'), ('timeline_mentioned', 'true'), ('decision_maker', 'true'),
  ('dates', '[{"text": "x", "value": null}]'), ('money', '[{"text": "x", "amount": 1, "currency": null}]'),
  ('contact', '{"name": "x", "organisation": null, "position": null, "phones": [], "emails": [], "urls": []}'),
  ('contact', '{"name": null, "organisation": "x", "position": null, "phones": [], "emails": [], "urls": []}'),
  ('contact', '{"name": null, "organisation": null, "position": "x", "phones": [], "emails": [], "urls": []}'),
  ('contact', '{"name": null, "organisation": null, "position": null, "phones": ["x"], "emails": [], "urls": []}'),
  ('contact', '{"name": null, "organisation": null, "position": null, "phones": [], "emails": ["x"], "urls": []}'),
  ('contact', '{"name": null, "organisation": null, "position": null, "phones": [], "emails": [], "urls": ["x"]}')
) as f (field, value);

select plan((select count(*) + 10 from cases)::integer);
select is(
  pg_temp.problem(c.change, c.subject, c.body), c.problem, c.what || case when c.problem is null then ' holds' else ' is found out' end)
from cases c;

-- The table itself refuses, whoever writes

select pg_temp.receive(:'ours', 'mail', 2, '2026-03-01 08:00Z') \g /dev/null
update public.client_emails e set body_text = pg_temp.record() ->> 'analyzed_text' where e.provider_message_id = 'mail-1';
create function pg_temp.write(p_name text, p_change jsonb) returns void
language sql as $$
  insert into public.email_intelligence
  select r.*
  from public.client_emails e
  cross join jsonb_populate_record(null::public.email_intelligence, pg_temp.record() || jsonb_build_object(
    'id', gen_random_uuid(), 'email_id', e.id, 'workspace_id', e.workspace_id, 'extraction_model', 'test-1', 'extracted_at', now())
    || p_change) as r
  where e.provider_message_id = p_name
$$;
set local role service_role;
select throws_ok(
  $$ select pg_temp.write('mail-2', '{"analyzed_text": null}') $$, '23514',
  'evidence_not_true: evidence 1 (pain_points 0): its words are not at 0 to 11 of body_text.',
  'the service role cannot write facts that the email does not hold');
select lives_ok($$ select pg_temp.write('mail-1', '{"analyzed_text": null}') $$, 'facts of the mail''s own text it can');
select lives_ok($$ select pg_temp.write('mail-2', '{}') $$, 'and facts of the text that was read instead');
select throws_ok(
  $$ update public.email_intelligence i set pain_points = '{It is early.}' where i.extraction_model = 'test-1' $$, '23514', null,
  'nor can a fact be changed afterwards');
select throws_ok(
  $$ update public.email_intelligence i set analyzed_text = 'Nothing.' where i.extraction_model = 'test-1' $$, '23514', null,
  'nor the text under it');
select lives_ok(
  $$ update public.email_intelligence i set sentiment = 'neutral' where i.extraction_model = 'test-1' $$, 'what is no fact can');

-- Nor does the email change under its facts

select throws_ok(
  $$ update public.client_emails e set body_text = 'Nothing.' where e.provider_message_id = 'mail-1' $$, '23514', null,
  'the text of an email cannot be taken away from under its facts');
select lives_ok(
  $$ update public.client_emails e set body_text = e.body_text || ' Bye.' where e.provider_message_id = 'mail-1' $$, 'what leaves them in place is fine');
select lives_ok(
  $$ update public.client_emails e set body_text = 'Nothing.' where e.provider_message_id = 'mail-2' $$,
  'so is an email whose record holds the text that was read');
delete from public.email_intelligence i where i.extraction_model = 'test-1';
select lives_ok(
  $$ update public.client_emails e set body_text = 'Nothing.' where e.provider_message_id = 'mail-1' $$, 'and one without a record');

select * from finish();
rollback;
