-- Test: a lease is the right to settle until a time; afterwards it changes nothing.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(16);

select pg_temp.receive(:'ours', 'mail', 2, '2026-03-01 08:00Z') \g /dev/null
create temp table claims (who text primary key, run_id uuid, answer jsonb);
insert into claims (who, run_id) values
  ('slow', pg_temp.start_run('2026-03-01 12:00Z')), ('next', pg_temp.start_run('2026-03-01 12:00Z'));
create function pg_temp.claim(p_who text, p_now text) returns text
language sql as $$
  update claims c set answer = nightshift.claim_emails(c.run_id, 10, 50, 50, 30, p_now::timestamptz) where c.who = p_who;
  select pg_temp.names(c.answer) from claims c where c.who = p_who
$$;
create function pg_temp.settle_as(p_who text, p_now text) returns jsonb
language sql as $$ select pg_temp.settle(c.answer, p_now::timestamptz) from claims c where c.who = p_who $$;

-- Until the lease ends

select is(pg_temp.claim('slow', '2026-03-01 12:00:00Z'), 'mail-1 mail-2', 'a run claims both emails for 30 seconds');
select is(pg_temp.claim('next', '2026-03-01 12:00:29.999Z'), '', 'until then another run gets none of them');
select is(pg_temp.claim('next', '2026-03-01 12:00:30Z'), 'mail-1 mail-2', 'then it gets them');
select is((pg_temp.queued('mail-1')).attempts, 2, 'as their second attempt');

-- The slow run comes back

create temp view state as
select (select jsonb_agg(to_jsonb(q) order by q.email_id) from nightshift.email_queue q) as queue,
  (select jsonb_agg(to_jsonb(e) order by e.id) from public.client_emails e) as mail,
  (select jsonb_agg(to_jsonb(t) order by t.id) from public.autonomous_tasks t) as tasks,
  (select count(*) from public.email_intelligence) as records;
create temp table before as table state;

select is(
  pg_temp.settle_as('slow', '2026-03-01 12:00:31Z'), '{"processed": 0, "failed": 0, "stale": 2}'::jsonb,
  'a run whose lease moved on settles nothing and is told so');
select results_eq('table state', 'table before', 'queue, email, records and tasks are what they were');
select is(
  nightshift.settle_emails(gen_random_uuid(), jsonb_build_array(jsonb_build_object('email_id', (pg_temp.queued('mail-1')).email_id,
    'model', 'test-1', 'record', pg_temp.record())), '2026-03-01 12:00:31Z'),
  '{"processed": 0, "failed": 0, "stale": 1}'::jsonb, 'a token that nobody was given settles nothing');
select is(
  nightshift.settle_emails((select (answer ->> 'lease_token')::uuid from claims where who = 'next'),
    jsonb_build_array(jsonb_build_object('email_id', gen_random_uuid(), 'error', 'gone')), '2026-03-01 12:00:31Z'),
  '{"processed": 0, "failed": 0, "stale": 1}'::jsonb, 'an email that is gone is stale');
select is(
  nightshift.settle_emails((select (answer ->> 'lease_token')::uuid from claims where who = 'next'), '[]', '2026-03-01 12:00:31Z'),
  '{"processed": 0, "failed": 0, "stale": 0}'::jsonb, 'nothing to settle is no error');
select is(
  pg_temp.settle_as('next', '2026-03-01 12:01:00Z'), '{"processed": 0, "failed": 0, "stale": 2}'::jsonb,
  'at its very end a lease is over, even if nobody took the email');
select results_eq('table state', 'table before', 'and again nothing changed');

-- The run that holds the lease

select is(
  pg_temp.settle_as('next', '2026-03-01 12:00:59.999Z'), '{"processed": 2, "failed": 0, "stale": 0}'::jsonb,
  'a moment earlier it settles');
select is(
  pg_temp.settle_as('next', '2026-03-01 12:00:59.999Z'), '{"processed": 0, "failed": 0, "stale": 2}'::jsonb,
  'settling again changes nothing');
select is((select count(*) from public.email_intelligence), 2::bigint, 'each email has one record');
select results_eq(
  $$ select c.who, t.output_data
     from claims c join public.autonomous_tasks t on t.input_data ->> 'run_id' = c.run_id::text order by c.who $$,
  $$ values ('next'::text, '{"emails_processed": 2, "emails_failed": 0}'::jsonb),
    ('slow', '{"emails_processed": 0, "emails_failed": 0}') $$,
  'and is counted for the run that settled it');
select is(pg_temp.claim('slow', '2026-03-01 13:00Z'), '', 'nothing is left to claim');

select * from finish();
rollback;
