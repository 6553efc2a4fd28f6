-- Test: what a run claimed and had no time to read goes back as if nobody had claimed it.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(11);

select pg_temp.receive(:'ours', 'read', 1, '2026-03-01 08:00Z') \g /dev/null
select pg_temp.receive(:'ours', 'left', 2, '2026-03-01 09:00Z') \g /dev/null
create temp table run as select pg_temp.start_run('2026-03-01 12:00Z') as id;
create temp table claim as
select nightshift.claim_emails((select id from run), 10, 50, 50, 30, '2026-03-01 12:00Z') as answer;

-- The run saves one email and says that it did not read the others.

select pg_temp.settle(
  jsonb_set(answer, '{emails}', (
    select jsonb_agg(e) from jsonb_array_elements(answer -> 'emails') e
    where e ->> 'received_at' < '2026-03-01T09:00')),
  '2026-03-01 12:00:10Z') from claim \g /dev/null
select is(
  nightshift.settle_emails((answer ->> 'lease_token')::uuid, (
    select jsonb_agg(jsonb_build_object('email_id', e -> 'email_id', 'is_unread', true))
    from jsonb_array_elements(answer -> 'emails') e
    where e ->> 'received_at' >= '2026-03-01T09:00'), '2026-03-01 12:00:11Z'),
  '{"processed": 0, "failed": 0, "stale": 0}'::jsonb, 'they are neither processed nor failed nor stale')
from claim;
select is((pg_temp.queued('left-1')).attempts, 0, 'it was no attempt');
select is((pg_temp.queued('left-1')).lease_token, null, 'nobody holds it');
select is((pg_temp.queued('left-1')).last_error, null, 'nothing went wrong');

select nightshift.finish_run((select id from run), null, '2026-03-01 12:00:12Z') \g /dev/null
select is(
  (select status from public.autonomous_tasks where id = (select id from run)), 'completed',
  'the run is completed');
select results_eq(
  format('select status, error_message, output_data from public.autonomous_tasks where input_data ->> ''run_id'' = %L',
    (select id from run)),
  $$ values ('completed'::text, null::text, '{"emails_processed": 1, "emails_failed": 0}'::jsonb) $$,
  'and so is the task row of the workspace, with what was read');

-- The next run gets them at once.

update run set id = pg_temp.start_run('2026-03-01 12:00:13Z') where id is not null;
update claim set answer = nightshift.claim_emails((select id from run), 10, 50, 50, 30, '2026-03-01 12:00:13Z')
where answer is not null;
select is((select jsonb_array_length(answer -> 'emails') from claim), 2, 'the next run claims them');
select is((select answer -> 'emails' -> 0 ->> 'attempt' from claim), '1', 'as a first attempt');

-- A workspace of which nothing was read has had no turn.

select pg_temp.settle(answer, '2026-03-01 12:00:14Z') from claim \g /dev/null
select pg_temp.receive(:'ours', 'more', 3, '2026-03-01 10:00Z') \g /dev/null
select pg_temp.receive(:'theirs', 'other', 3, '2026-03-01 11:00Z') \g /dev/null
-- Claims of one workspace and reads the first p_read of its emails.
create function pg_temp.read_some(p_read integer, p_limit integer, p_now timestamptz) returns text
language plpgsql as $$
declare
  v_claim jsonb := nightshift.claim_emails(pg_temp.start_run(p_now), 10, 1, p_limit, 30, p_now);
begin
  perform nightshift.settle_emails((v_claim ->> 'lease_token')::uuid, (
    select jsonb_agg(jsonb_build_object('email_id', e.value -> 'email_id') || case when e.position <= p_read
      then jsonb_build_object('model', 'test-1', 'record', pg_temp.record()) else '{"is_unread": true}' end)
    from jsonb_array_elements(v_claim -> 'emails') with ordinality as e (value, position)), p_now);
  return pg_temp.names(v_claim);
end
$$;
select is(
  pg_temp.read_some(0, 2, '2026-03-01 12:01Z'), 'other-1 other-2', 'a workspace that was never served is claimed first');
select is(
  pg_temp.read_some(1, 2, '2026-03-01 12:02Z'), 'other-1 other-2',
  'and again after nothing of it was read, before one that waits longer');
select is(
  pg_temp.read_some(1, 1, '2026-03-01 12:03Z'), 'more-1', 'one of its emails read is a turn, so the other one comes next');

select * from finish();
rollback;
