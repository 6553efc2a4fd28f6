-- Test: a record that the table refuses fails its own email, at once and for good, and no other.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(16);

select pg_temp.receive(:'ours', 'mail', 10, '2026-03-01 08:00Z') \g /dev/null
create temp table run as select pg_temp.start_run('2026-03-01 12:00Z') as id;
create temp table claim as
select nightshift.claim_emails((select id from run), 10, 50, 50, 30, '2026-03-01 12:00Z') as answer;

-- Settles the claim, the records of p_names changed; undone unless p_keep.
create function pg_temp.settle_with(p_change jsonb, p_names text, p_keep boolean default false) returns jsonb
language plpgsql as $$
declare
  v_answer jsonb;
begin
  select nightshift.settle_emails((c.answer ->> 'lease_token')::uuid, (
    select jsonb_agg(jsonb_build_object('email_id', e.id, 'model', 'test-1',
      'record', pg_temp.record() || case when e.provider_message_id ~ p_names then p_change else '{}' end))
    from jsonb_array_elements(c.answer -> 'emails') as m (email)
    join public.client_emails e on e.id = (m.email ->> 'email_id')::uuid
  ), '2026-03-01 12:00:10Z') into v_answer
  from claim c;
  v_answer := v_answer || jsonb_build_object('error', (
    select min(q.last_error) from nightshift.email_queue q where q.failed_at is not null));
  if not p_keep then
    raise exception using errcode = 'UNDO0', message = v_answer;
  end if;
  return v_answer;
exception when sqlstate 'UNDO0' then
  return sqlerrm::jsonb;
end
$$;

select is(
  pg_temp.settle_with(bad.change, '^mail-3$'),
  jsonb_build_object('processed', 9, 'failed', 1, 'stale', 0, 'error', 'The record was rejected: ' || bad.why),
  'one of ten with ' || bad.what || ' fails alone')
from (values
  ('an unknown word', '{"sentiment": "furious"}'::jsonb, 'it breaks sentiment_is_known.'),
  ('a value missing', '{"needs_reply": null}', 'a value is missing or of another type.'),
  ('a number that is none', '{"confidence_score": "high"}', 'a value is missing or of another type.'),
  ('too many topics', '{"key_topics": ["a", "b", "c", "d", "e", "f"]}', 'it breaks at_most_5_key_topics.'),
  ('an invented fact', '{"business_opportunity": "We buy a million."}', 'evidence_not_true: 1 of 7 facts have no evidence.'),
  ('offsets that are texts', '{"evidence": [{"field": "pain_points", "item": 0, "source": "body_text", "start": "x"}]}',
    'a value is missing or of another type.')
) as bad (what, change, why);
select is(
  pg_temp.settle_with('{"sentiment": "furious"}', '.') - 'error', '{"processed": 0, "failed": 10, "stale": 0}'::jsonb,
  'ten bad records fail ten emails, not the run');

select is(
  pg_temp.settle_with('{"sentiment": "furious"}', '^mail-(3|7)$', p_keep => true) - 'error',
  '{"processed": 8, "failed": 2, "stale": 0}'::jsonb, 'two of ten fail');
select is((select count(*) from public.email_intelligence), 8::bigint, 'the others have their records');
select is((select count(*) from public.client_emails where intelligence_analyzed), 8::bigint, 'and are marked as analysed');
select set_eq(
  'select e.provider_message_id, q.attempts, num_nonnulls(q.lease_token) as leases, q.failed_at, q.last_error from nightshift.email_queue q
   join public.client_emails e on e.id = q.email_id',
  $$ values ('mail-3', 1, 0, '2026-03-01 12:00:10Z'::timestamptz, 'The record was rejected: it breaks sentiment_is_known.'::text),
    ('mail-7', 1, 0, '2026-03-01 12:00:10Z', 'The record was rejected: it breaks sentiment_is_known.') $$, 'the two were given up at once, and their rows say why, without words of the email');
select is(
  (select output_data from public.autonomous_tasks where workspace_id = :'ours'),
  '{"emails_processed": 8, "emails_failed": 2}'::jsonb, 'the workspace''s row counts both');

-- Failures that an analyzer knows to be final

select pg_temp.receive(:'theirs', 'final', 1, '2026-03-01 08:00Z'), pg_temp.receive(:'theirs', 'passing', 1, '2026-03-01 08:00Z') \g /dev/null
update claim set answer = nightshift.claim_emails((select id from run), 10, 50, 50, 30, '2026-03-01 12:01Z') where answer is not null;
select is(
  (select nightshift.settle_emails((answer ->> 'lease_token')::uuid, jsonb_build_array(
    jsonb_build_object('email_id', (pg_temp.queued('final-1')).email_id, 'error', 'The model refuses it.', 'is_retryable', false),
    jsonb_build_object('email_id', (pg_temp.queued('passing-1')).email_id, 'error', 'Too many requests.', 'is_retryable', true)
  ), '2026-03-01 12:01:01Z') from claim), '{"processed": 0, "failed": 2, "stale": 0}'::jsonb, 'failures of both kinds are settled');
select is((pg_temp.queued('final-1')).failed_at, '2026-03-01 12:01:01Z'::timestamptz, 'what would fail again is given up at once');
select is((pg_temp.queued('passing-1')).failed_at, null, 'what may pass is not');
select is(nightshift.requeue_failed_emails(:'theirs'), 1, 'an email given up at once can be requeued as any other');

select * from finish();
rollback;
