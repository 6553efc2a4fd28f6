-- Test: email that two runners died with travels alone, so that only the poison is given up.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(21);

-- Ten minutes a round; a runner claims and dies.
create function pg_temp.claim_at(p_round integer) returns jsonb
language sql as $$
  select nightshift.claim_emails(pg_temp.start_run(t.now), 10, 50, 50, 30, t.now)
  from (select timestamptz '2026-03-01 12:00Z' + p_round * interval '10 minutes') as t (now)
$$;
create temp table claims (round integer primary key, answer jsonb, names text);
create function pg_temp.claim_and_die(p_round integer) returns text
language sql as $$ select pg_temp.names(pg_temp.claim_at(p_round)) $$;
create function pg_temp.claim_and_settle(p_round integer, p_failing text default '^$') returns text
language plpgsql as $$
declare
  v_claim jsonb := pg_temp.claim_at(p_round);
begin
  perform pg_temp.settle(v_claim, timestamptz '2026-03-01 12:00:01Z' + p_round * interval '10 minutes', p_failing);
  return pg_temp.names(v_claim);
end
$$;

select pg_temp.receive(:'ours', 'mail', 2, '2026-03-01 08:00Z') \g /dev/null
select pg_temp.receive(:'ours', 'poison', 1, '2026-03-01 08:30Z') \g /dev/null
select is(pg_temp.claim_and_die(1), 'mail-1 mail-2 poison-1', 'the first runner takes all and dies');
select is(pg_temp.claim_and_die(2), 'mail-1 mail-2 poison-1', 'so does the second');

-- From now on each of the three is a suspect

select pg_temp.receive(:'ours', 'fresh', 1, '2026-03-01 07:00Z') \g /dev/null
select pg_temp.receive(:'theirs', 'their', 1, '2026-03-01 08:00Z') \g /dev/null
insert into claims select 3, a.answer, pg_temp.names(a.answer) from (select pg_temp.claim_at(3) as answer) a;
select is((select names from claims where round = 3), 'their-1', 'the third begins with a workspace that was not served yet');
select is(
  pg_temp.settle((select answer from claims where round = 3), '2026-03-01 12:30:01Z') -> 'processed', '1'::jsonb, 'whose email it settles');
select is(pg_temp.claim_and_settle(4), 'mail-1', 'then the oldest suspect travels alone, before email that nobody died with');
select is(pg_temp.claim_and_settle(5), 'mail-2', 'it was innocent, and so is the next');
select is(pg_temp.claim_and_die(6), 'poison-1', 'the last one takes its runner down, alone');
select is((pg_temp.queued('fresh-1')).attempts, 0, 'with nobody else');

-- Another suspect of another workspace does not join

select pg_temp.receive(:'theirs', 'bad', 1, '2026-03-01 08:00Z') \g /dev/null
update nightshift.email_queue q set attempts = 2 where q.email_id = (pg_temp.queued('bad-1')).email_id;
select is(pg_temp.claim_and_settle(7), 'bad-1', 'a suspect of another workspace travels alone too');

-- After five deaths it is given up

select is(pg_temp.claim_and_die(8), 'poison-1', 'the poison takes its fourth runner');
select is(pg_temp.claim_and_die(9), 'poison-1', 'and its fifth');
select is(pg_temp.claim_and_settle(10), 'fresh-1', 'then the way is free for the others');
select results_eq(
  $$ select attempts, failed_at, last_error from pg_temp.queued('poison-1') $$,
  $$ values (5, '2026-03-01 13:40Z'::timestamptz, 'Given up after 5 runs that ended without a result.'::text) $$,
  'and the poison is given up in words');
select results_eq(
  $$ select provider_message_id from public.client_emails where not intelligence_analyzed $$, $$ values ('poison-1'::text) $$,
  'all email but the poison is analysed');

-- A suspect takes nobody along, not even from a workspace without any

select pg_temp.receive(:'theirs', 'worse', 1, '2026-03-01 08:00Z'), pg_temp.receive(:'ours', 'plain', 1, '2026-03-01 08:00Z') \g /dev/null
update nightshift.email_queue q set attempts = 2 where q.email_id = (pg_temp.queued('worse-1')).email_id;
select is(pg_temp.claim_and_settle(11), 'worse-1', 'a claim that begins with a suspect ends with it');
select is(pg_temp.claim_and_settle(12), 'plain-1', 'the next claim goes on with the others');

-- Email that an analyzer rejected is no suspect

select pg_temp.receive(:'ours', 'hard', 3, '2026-03-02 08:00Z') \g /dev/null
select is(pg_temp.claim_and_settle(1 + n * 12, '^hard'), 'hard-1 hard-2 hard-3', format('attempt %s fails for all three', n))
from generate_series(12, 14) as n;

-- Requeued

select is(nightshift.requeue_failed_emails(:'ours'), 1, 'what was given up can be requeued');
select is((pg_temp.queued('poison-1')).attempts, 0, 'with all its attempts');

select * from finish();
rollback;
