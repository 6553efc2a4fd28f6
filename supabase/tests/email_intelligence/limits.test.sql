-- Test: a record of intelligence holds known words and true ranges, one record for a mail.
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
select 'no ' || k, jsonb_build_object(k, null), 'not null ' || k
from jsonb_object_keys(pg_temp.record()) as k
where k <> 'business_opportunity';
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
  ('a confidence of -1', '{"confidence_score": -1}', 'confidence_score_is_a_percentage');

-- Settles the mail with a changed record; answers stored, or the constraint that refused it. Undone.
create function pg_temp.store_record(p_change jsonb) returns text
language plpgsql as $$
declare
  v_now timestamptz := '2026-03-01 12:00Z';
  v_claim jsonb;
  v_answer jsonb;
  v_constraint text;
  v_column text;
begin
  v_claim := nightshift.claim_emails(pg_temp.start_run(v_now), p_now => v_now);
  v_answer := nightshift.settle_emails((v_claim ->> 'lease_token')::uuid, jsonb_build_array(jsonb_build_object(
    'email_id', v_claim -> 'emails' -> 0 -> 'email_id', 'model', 'test-1', 'record', pg_temp.record() || p_change)), v_now);
  raise exception using errcode = 'UNDO0', message = case v_answer ->> 'processed' when '1' then 'stored' else v_answer::text end;
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
  '23505', null, 'a mail has one record');

select * from finish();
rollback;
