-- Test: a runner with the service role does its whole job through the functions of public.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(24);

set local role service_role;
create temp table answers (step text primary key, answer jsonb);

-- Email in

insert into answers select 'created', public.ingest_email(:'ours', '{
  "provider_message_id": "one@example.com", "from_email": "ana@example.com", "from_name": "Ana", "subject": "Hello",
  "to_emails": ["team@example.org"], "body_text": "When?", "received_at": "2026-03-01T10:00:00Z", "headers": {"x": "y"}}');
select is(answer ->> 'outcome', 'created', 'a new mail is created') from answers where step = 'created';
select results_eq(
  $$ select workspace_id::text, provider_message_id, from_email, from_name, subject, to_emails, body_text, direction, received_at,
      intelligence_analyzed, headers
     from public.client_emails e join answers a on a.step = 'created' and e.id = (a.answer ->> 'email_id')::uuid $$,
  format($$ values (%L::text, 'one@example.com'::text, 'ana@example.com'::text, 'Ana'::text, 'Hello'::text,
    '{team@example.org}'::text[], 'When?'::text, 'inbound'::text, '2026-03-01 10:00Z'::timestamptz, false, '{"x": "y"}'::jsonb) $$,
    :'ours'), 'with what was sent');
select is(
  public.ingest_email(:'ours', '{"provider_message_id": "one@example.com", "from_email": "Ana@example.com", "subject": "Hello",
    "to_emails": ["other@example.org"], "body_text": "When?", "received_at": "2026-03-01T11:00:00Z", "headers": {"received": "later"}}'),
  jsonb_build_object('outcome', 'duplicate', 'email_id', (select answer -> 'email_id' from answers where step = 'created')),
  'the same message again, by another way, returns the email that is there');
select is((select subject from public.client_emails), 'Hello', 'and leaves it as it was');
select is(
  public.ingest_email(:'theirs', '{"provider_message_id": "one@example.com"}') ->> 'outcome', 'created',
  'another workspace may have the same message id');
select is(
  public.ingest_email('d0000000-0000-4000-8000-000000000009', '{"provider_message_id": "one@example.com"}'),
  '{"outcome": "unknown_workspace", "email_id": null}'::jsonb, 'an unknown workspace is told as such');
select is(
  public.ingest_email(:'ours', format('{"provider_message_id": "two@example.com", "workspace_id": "%s", "intelligence_analyzed": true,
    "id": "d0000000-0000-4000-8000-000000000009"}', :'theirs')::jsonb) ->> 'outcome', 'created', 'keys that are not the sender''s to set');
select results_eq(
  $$ select workspace_id::text, intelligence_analyzed, id <> 'd0000000-0000-4000-8000-000000000009'
     from public.client_emails where provider_message_id = 'two@example.com' $$,
  format($$ values (%L::text, false, true) $$, :'ours'), 'are ignored');
select is(
  public.ingest_email(:'ours', '{"provider_message_id": "sent@example.com", "direction": "outbound"}') ->> 'outcome', 'created',
  'outbound email is stored');
select throws_ok(
  format('select public.ingest_email(%L, ''{"subject": "x"}'')', :'ours'), '23502', null, 'an email without a message id is refused');

-- A run

insert into answers select 'run', public.start_run();
insert into answers
select 'claim', public.claim_emails((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, 10, 50, 50, 30) from answers where step = 'run';
select is(
  public.beat_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid, 30), true, 'the run may beat')
from answers where step = 'run';
select is(jsonb_array_length(answer -> 'emails'), 3, 'the run claims the inbound email of both workspaces')
from answers where step = 'claim';
select throws_ok(
  'select from nightshift.email_queue', '42501', null, 'without being able to look into the queue');
insert into answers
select 'settle', public.settle_emails((answer ->> 'lease_token')::uuid, (
  select jsonb_agg(jsonb_build_object('email_id', m.email -> 'email_id', 'model', 'test-1', 'record', pg_temp.record()))
  from jsonb_array_elements(answer -> 'emails') as m (email)))
from answers where step = 'claim';
select is(answer, '{"processed": 3, "failed": 0, "stale": 0}'::jsonb, 'it settles them') from answers where step = 'settle';
insert into answers
select 'finish', public.finish_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid) from answers where step = 'run';
select is(
  (answer -> 'report') - 'results' - 'timestamp',
  '{"success": true, "workspaces_processed": 2, "total_emails_processed": 3, "total_emails_failed": 0}'::jsonb,
  'and finishes with a report')
from answers where step = 'finish';
select is((select count(*) from public.email_intelligence), 3::bigint, 'the records are there');

-- Somebody without the lease of the run

insert into answers select 'second run', public.start_run();
select is(
  public.beat_run((answer ->> 'run_id')::uuid, gen_random_uuid(), 30), false, 'another token may not beat')
from answers where step = 'second run';
select is(
  public.claim_emails((answer ->> 'run_id')::uuid, gen_random_uuid(), 10, 50, 50, 30),
  '{"outcome": "superseded", "lease_token": null, "emails": []}'::jsonb, 'claims nothing and is told so')
from answers where step = 'second run';
select is(
  public.finish_run((answer ->> 'run_id')::uuid, gen_random_uuid()) ->> 'outcome', 'superseded', 'and finishes nothing')
from answers where step = 'second run';
select is(t.status, 'running', 'so that the run goes on')
from answers a
join public.autonomous_tasks t on t.id = (a.answer ->> 'run_id')::uuid
where a.step = 'second run';
select is(
  public.finish_run((answer ->> 'run_id')::uuid, (answer ->> 'run_token')::uuid) ->> 'outcome', 'finished', 'until its holder ends it')
from answers where step = 'second run';

-- Status

select is(
  public.runner_status('continuous-intelligence') -> 'backlog',
  '{"waiting": 0, "failed": 0, "oldest_received_at": null}'::jsonb, 'the status shows no backlog');
select is(
  public.runner_status('continuous-intelligence') -> 'latest_runs' -> 0 ->> 'id',
  (select answer ->> 'run_id' from answers where step = 'second run'), 'and the latest run');
select is(
  public.runner_status('no-such-schedule') -> 'next_slot', 'null'::jsonb, 'an unknown schedule has no next slot');

select * from finish();
rollback;
