-- Test: settling writes records, flags, counts and the queue at once.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(15);

select pg_temp.receive(:'ours', 'good', 2, '2026-03-01 08:00Z') \g /dev/null
select pg_temp.receive(:'ours', 'bad', 1, '2026-03-01 09:00Z') \g /dev/null
select pg_temp.receive(:'theirs', 'their', 1, '2026-03-01 09:00Z') \g /dev/null
create temp table run as select pg_temp.start_run('2026-03-01 12:00Z') as id;
create temp table claim as
select nightshift.claim_emails((select id from run), 10, 50, 50, 30, '2026-03-01 12:00Z') as answer;

-- One settlement with good and bad

select is(
  (select pg_temp.settle(answer, '2026-03-01 12:00:10Z', '^bad') from claim),
  '{"processed": 3, "failed": 1, "stale": 0}'::jsonb, 'the answer counts both');
select results_eq(
  $$
  select e.provider_message_id, i.workspace_id = e.workspace_id, i.primary_intent, i.secondary_intents, i.sentiment,
    i.urgency_level, i.key_topics, i.entities_mentioned, i.pain_points, i.questions_asked, i.action_items,
    i.business_opportunity, i.budget_mentioned, i.timeline_mentioned, i.decision_maker, i.confidence_score,
    i.extraction_model, i.extracted_at
  from public.email_intelligence i
  join public.client_emails e on e.id = i.email_id
  where e.provider_message_id = 'good-1'
  $$,
  $$
  values ('good-1'::text, true, 'complaint'::text, '{question}'::text[], 'negative'::text, 'high'::text, '{delivery}'::text[],
    '{Example Ltd}'::text[], '{It is late.}'::text[], '{When?}'::text[], '{Call back.}'::text[], null::text,
    false, true, false, 85, 'test-1'::text, '2026-03-01 12:00:10Z'::timestamptz)
  $$, 'a record holds all 14 data points, its model and its time');
select set_eq(
  'select e.provider_message_id from public.client_emails e where e.intelligence_analyzed',
  $$ values ('good-1'), ('good-2'), ('their-1') $$, 'analysed email says so');
select set_eq(
  'select e.analyzed_at from public.client_emails e where e.intelligence_analyzed',
  $$ values ('2026-03-01 12:00:10Z'::timestamptz) $$, 'and since when');
select is((select count(*) from public.email_intelligence), 3::bigint, 'failed email has no record, not even an empty one');
select is((select analyzed_at from public.client_emails where provider_message_id = 'bad-1'), null, 'and is not analysed');
select set_eq(
  'select e.provider_message_id from nightshift.email_queue q join public.client_emails e on e.id = q.email_id',
  $$ values ('bad-1') $$, 'only failed email still waits');
select is((pg_temp.queued('bad-1')).lease_token, null, 'without a lease');
select is((pg_temp.queued('bad-1')).last_error, 'The model is on holiday.', 'with what went wrong');
select set_eq(
  format('select workspace_id, output_data from public.autonomous_tasks where input_data ->> ''run_id'' = %L', (select id from run)),
  format($$ values (%L::uuid, '{"emails_processed": 2, "emails_failed": 1}'::jsonb),
    (%L, '{"emails_processed": 1, "emails_failed": 0}') $$, :'ours', :'theirs'),
  'each workspace''s row holds that workspace''s numbers only');

-- Several settlements of one run add up

select pg_temp.receive(:'ours', 'more', 3, '2026-03-01 10:00Z') \g /dev/null
update claim set answer = nightshift.claim_emails((select id from run), 10, 50, 50, 30, '2026-03-01 12:00:20Z')
where answer is not null;
select is(
  (select pg_temp.settle(answer, '2026-03-01 12:00:21Z') from claim),
  '{"processed": 3, "failed": 0, "stale": 0}'::jsonb, 'a second settlement settles what was claimed since');
select is(
  (select output_data from public.autonomous_tasks where workspace_id = :'ours'),
  '{"emails_processed": 5, "emails_failed": 1}'::jsonb, 'the workspace''s row adds up');

-- An analyzer that says nothing, or too much

select pg_temp.receive(:'theirs', 'odd', 1, '2026-03-01 10:00Z') \g /dev/null
update claim set answer = nightshift.claim_emails((select id from run), 10, 50, 50, 30, '2026-03-01 12:00:30Z')
where answer is not null;
select is(
  (select nightshift.settle_emails((answer ->> 'lease_token')::uuid,
    jsonb_build_array(jsonb_build_object('email_id', answer -> 'emails' -> 0 -> 'email_id')), '2026-03-01 12:00:31Z') from claim),
  '{"processed": 0, "failed": 1, "stale": 0}'::jsonb, 'a result without record and error counts as failed');
select is((pg_temp.queued('odd-1')).last_error, 'The analyzer gave no answer.', 'and says so');
update claim set answer = nightshift.claim_emails((select id from run), 10, 50, 50, 30, '2026-03-01 12:10Z')
where answer is not null;
select nightshift.settle_emails((answer ->> 'lease_token')::uuid,
  jsonb_build_array(jsonb_build_object('email_id', (pg_temp.queued('odd-1')).email_id, 'error', repeat('x', 5000))),
  '2026-03-01 12:10:01Z')
from claim \g /dev/null
select is(length((pg_temp.queued('odd-1')).last_error), 2000, 'of an endless error 2000 letters are kept');

select * from finish();
rollback;
