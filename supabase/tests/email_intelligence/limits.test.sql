-- Test: a record of intelligence holds known words and true ranges, one record for an email.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql

select pg_temp.receive(:'ours', 'mail', 1, '2026-03-01 08:00Z') \g /dev/null
create temp table attempts (what text, change jsonb, outcome text);
insert into attempts
select 'the intent ' || i, jsonb_build_object('primary_intent', i), 'stored'
from unnest(array[
  'meeting_request', 'question', 'proposal', 'complaint', 'feedback', 'support_request', 'sales_inquiry', 'partnership',
  'introduction', 'follow_up', 'information_sharing', 'other'
]) as i
union all
select 'the sentiment ' || s, jsonb_build_object('sentiment', s), 'stored' from unnest(array['positive', 'neutral', 'negative']) as s
union all
select 'the urgency ' || u, jsonb_build_object('urgency_level', u), 'stored' from unnest(array['low', 'medium', 'high', 'critical']) as u
union all
select 'no ' || k, jsonb_build_object(k, null),
  case when k in ('business_opportunity', 'contact', 'summary', 'automated_kind', 'language', 'analyzed_text') then 'stored'
    else 'not null ' || k end
from jsonb_object_keys(pg_temp.empty_record()) as k
union all
select l.most || ' ' || l.name, jsonb_build_object(l.name, array_fill('x'::text, array[l.most])), l.outcome
from (values
  ('entities_mentioned', 21, 'at_most_20_entities_mentioned'), ('pain_points', 11, 'at_most_10_pain_points'),
  ('questions_asked', 11, 'at_most_10_questions_asked'), ('action_items', 11, 'at_most_10_action_items'),
  ('urgency_reasons', 21, 'at_most_20_urgency_reasons'), ('urgency_reasons', 20, 'stored')
) as l (name, most, outcome)
union all
select 'a kind of automated mail: ' || k, jsonb_build_object('is_automated', true, 'automated_kind', k), 'stored'
from unnest(array['bounce', 'out_of_office', 'notification']) as k
union all
select 'the analyzer ' || a, jsonb_build_object('analyzer', a), 'stored' from unnest(array['rules', 'anthropic', 'openai-compatible']) as a;
insert into attempts values
  ('an unknown intent', '{"primary_intent": "spam"}', 'primary_intent_is_known'),
  ('an unknown second intent', '{"secondary_intents": ["question", "spam"]}', 'secondary_intents_are_known'),
  ('an unknown sentiment', '{"sentiment": "mixed"}', 'sentiment_is_known'),
  ('an unknown urgency', '{"urgency_level": "urgent"}', 'urgency_level_is_known'),
  ('five topics', '{"key_topics": ["a", "b", "c", "d", "e"]}', 'stored'),
  ('six topics', '{"key_topics": ["a", "b", "c", "d", "e", "f"]}', 'at_most_5_key_topics'),
  ('no findings at all', '{"secondary_intents": [], "key_topics": [], "entities_mentioned": [], "pain_points": [],
    "questions_asked": [], "action_items": []}', 'stored'),
  ('a confidence of 0', '{"confidence_score": 0}', 'stored'),
  ('a confidence of 100', '{"confidence_score": 100}', 'stored'),
  ('a confidence of 101', '{"confidence_score": 101}', 'confidence_score_is_a_percentage'),
  ('a confidence of -1', '{"confidence_score": -1}', 'confidence_score_is_a_percentage'),
  ('dates that are no list', '{"dates": {"text": "May 4", "value": null}}', 'dates_are_up_to_20_texts_with_values'),
  ('a date without a value', '{"dates": [{"text": "May 4"}]}', 'dates_are_up_to_20_texts_with_values'),
  ('a date whose value is a number', '{"dates": [{"text": "May 4", "value": 4}]}', 'dates_are_up_to_20_texts_with_values'),
  ('21 dates', jsonb_build_object('dates', array_fill('{"text": "May 4", "value": null}'::jsonb, array[21])),
    'dates_are_up_to_20_texts_with_values'),
  ('a sum whose amount is a text', '{"money": [{"text": "5 EUR", "amount": "5", "currency": "EUR"}]}', 'money_is_up_to_20_texts_with_amounts'),
  ('a sum in dollars by sign', '{"money": [{"text": "$5", "amount": 5, "currency": "$"}]}', 'money_is_up_to_20_texts_with_amounts'),
  ('21 sums', jsonb_build_object('money', array_fill('{"text": "$5", "amount": 5, "currency": null}'::jsonb, array[21])),
    'money_is_up_to_20_texts_with_amounts'),
  ('an empty contact', '{"contact": {"name": null, "organisation": null, "position": null, "phones": [], "emails": [], "urls": []}}', 'stored'),
  ('a contact without lists', '{"contact": {"name": null, "organisation": null, "position": null}}', 'contact_has_three_texts_and_three_lists'),
  ('a contact that is a text', '{"contact": "Ana"}', 'contact_has_three_texts_and_three_lists'),
  ('a contact with a number for a name', '{"contact": {"name": 1, "organisation": null, "position": null, "phones": [], "emails": [], "urls": []}}',
    'contact_has_three_texts_and_three_lists'),
  ('a summary of 280 characters', jsonb_build_object('summary', repeat('x', 280)), 'stored'),
  ('a summary of 281 characters', jsonb_build_object('summary', repeat('x', 281)), 'summary_is_one_line_of_up_to_280_characters'),
  ('a summary of two lines', jsonb_build_object('summary', E'one\ntwo'), 'summary_is_one_line_of_up_to_280_characters'),
  ('an empty summary', '{"summary": ""}', 'summary_is_one_line_of_up_to_280_characters'),
  ('automated mail of no kind', '{"is_automated": true}', 'automated_mail_has_a_kind'),
  ('a kind of mail that is not automated', '{"automated_kind": "bounce"}', 'automated_mail_has_a_kind'),
  ('an unknown kind of automated mail', '{"is_automated": true, "automated_kind": "robot"}', 'automated_kind_is_known'),
  ('a language in words', '{"language": "English"}', 'language_is_a_code'),
  ('evidence that is no list', '{"evidence": {}}', 'evidence_is_a_list_of_up_to_200'),
  ('201 places of evidence', jsonb_build_object('evidence', array_fill('{}'::jsonb, array[201])), 'evidence_is_a_list_of_up_to_200'),
  ('a text of 65,536 characters', jsonb_build_object('analyzed_text', repeat('ü', 65536)), 'stored'),
  ('a text of 65,537 characters', jsonb_build_object('analyzed_text', repeat('x', 65537)), 'analyzed_text_has_1_to_65536_characters'),
  ('an unknown analyzer', '{"analyzer": "oracle"}', 'analyzer_is_known'),
  ('version 0', '{"analyzer_version": 0}', 'analyzer_version_is_positive');

-- Inserts a changed record; answers stored, or the constraint that rejected it. Undone.
create function pg_temp.store_record(p_change jsonb) returns text
language plpgsql as $$
declare
  v_constraint text;
  v_column text;
begin
  insert into public.email_intelligence
  select r.*
  from public.client_emails e
  cross join jsonb_populate_record(null::public.email_intelligence, pg_temp.empty_record() || jsonb_build_object(
    'id', gen_random_uuid(), 'email_id', e.id, 'workspace_id', e.workspace_id, 'extraction_model', 'test-1', 'extracted_at', now())
    || p_change) as r;
  raise exception using errcode = 'UNDO0', message = 'stored';
exception
  when sqlstate 'UNDO0' then
    return sqlerrm;
  when integrity_constraint_violation then
    get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
    return coalesce(nullif(v_constraint, ''), 'not null ' || v_column);
end
$$;

select plan((select count(*) + 1 from attempts)::integer);
select is(
  pg_temp.store_record(a.change), a.outcome,
  a.what || case when a.outcome = 'stored' then ' is stored' else ' is refused by ' || a.outcome end)
from attempts a;

insert into public.email_intelligence
select r.*
from public.client_emails e
cross join jsonb_populate_record(null::public.email_intelligence, pg_temp.record() || jsonb_build_object(
  'id', gen_random_uuid(), 'email_id', e.id, 'workspace_id', e.workspace_id, 'extraction_model', 'test-1', 'extracted_at', now())) as r;
select throws_ok(
  'insert into public.email_intelligence select (jsonb_populate_record(i, jsonb_build_object(''id'', gen_random_uuid()))).*
   from public.email_intelligence i',
  '23505', null, 'an email has one record');

select * from finish();
rollback;
