-- Test: failed email is tried again, later each time, five times in all, and then given up.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(31);

-- Fails one attempt of all email at p_now; answers how many were tried.
create function pg_temp.fail_all(p_now timestamptz) returns bigint
language plpgsql as $$
declare
  v_claim jsonb := nightshift.claim_emails(pg_temp.start_run(p_now), 100, 50, 200, 30, p_now);
begin
  return pg_temp.settle(v_claim, p_now, '.') -> 'failed';
end
$$;

-- Email that the analyzer refuses: forty of it, to see the spread

select pg_temp.receive(:'ours', 'mail', 40, '2026-03-01 08:00Z') \g /dev/null
select is(pg_temp.fail_all('2026-03-01 12:00Z'), 40::bigint, 'attempt 1 fails');
create temp view waits as
select extract(epoch from q.next_attempt_at - '2026-03-01 12:00Z') as seconds from nightshift.email_queue q;
select cmp_ok((select min(seconds) from waits), '>=', 45.0, 'the next attempt comes no earlier than 45 s');
select cmp_ok((select max(seconds) from waits), '<=', 75.0, 'and no later than 75 s');
select cmp_ok((select count(distinct seconds) from waits), '>', 20::bigint, 'and not for all email at once');
select is(pg_temp.fail_all('2026-03-01 12:00:44Z'), 0::bigint, 'before that nothing is handed out');
select is((pg_temp.queued('mail-1')).attempts, 1, 'and no attempt is counted');

-- Attempts 2 to 5, an hour and a half apart so that all email may be tried

create temp table rounds (attempt integer, failed bigint, shortest numeric, longest numeric, given_up bigint);
do $$
declare
  v_now timestamptz;
begin
  for v_attempt in 2..5 loop
    v_now := timestamptz '2026-03-01 12:00Z' + v_attempt * interval '90 minutes';
    insert into rounds
    select v_attempt, pg_temp.fail_all(v_now);
    update rounds r
    set (shortest, longest, given_up) = (
      select min(extract(epoch from q.next_attempt_at - v_now)), max(extract(epoch from q.next_attempt_at - v_now)),
        count(q.failed_at)
      from nightshift.email_queue q)
    where r.attempt = v_attempt;
  end loop;
end
$$;
select is(r.failed, 40::bigint, format('attempt %s fails', r.attempt)) from rounds r;
select ok(
  r.shortest >= 0.75 * e.seconds and r.longest <= 1.25 * e.seconds,
  format('after attempt %s the next waits %s s, a quarter more or less', r.attempt, e.seconds))
from rounds r
join (values (2, 120), (3, 240), (4, 480)) as e (attempt, seconds) using (attempt);
select is(
  r.given_up, case when r.attempt = 5 then 40 else 0 end::bigint,
  format('after attempt %s %s', r.attempt, case when r.attempt = 5 then 'all are given up' else 'none is given up' end))
from rounds r;

-- Given up

select is((pg_temp.queued('mail-1')).failed_at, '2026-03-01 19:30Z'::timestamptz, 'email given up says when');
select is((pg_temp.queued('mail-1')).last_error, 'The model is on holiday.', 'and why');
select is((pg_temp.queued('mail-1')).lease_token, null, 'and holds no lease');
select is(pg_temp.fail_all('2036-03-01 12:00Z'), 0::bigint, 'it is never handed out again');
select is(
  (select due_at from nightshift.workspace_turns where workspace_id = :'ours'), null, 'its workspace has nothing due');
select is_empty('select from public.client_emails where intelligence_analyzed', 'it never counts as analysed');

-- New email in the same workspace is not held up by it

select pg_temp.receive(:'ours', 'new', 1, '2026-03-02 08:00Z') \g /dev/null
select is(
  pg_temp.names(nightshift.claim_emails(pg_temp.start_run('2026-03-02 12:00Z'), 10, 50, 50, 30, '2026-03-02 12:00Z')),
  'new-1', 'new email beside it is handed out');

-- Poison: email that takes its runner down, so that nobody settles it

create function pg_temp.claim_and_die(p_minute integer) returns text
language sql as $$
  select pg_temp.names(nightshift.claim_emails(pg_temp.start_run(t.now), 10, 50, 50, 30, t.now))
  from (select timestamptz '2026-03-03 12:00Z' + make_interval(mins => p_minute)) as t (now)
$$;
delete from public.client_emails e where e.provider_message_id <> '';
select pg_temp.receive(:'theirs', 'poison', 1, '2026-03-03 08:00Z') \g /dev/null
select is(pg_temp.claim_and_die(n), 'poison-1', format('runner %s takes the poison and dies', n)) from generate_series(1, 5) as n;
select is(pg_temp.claim_and_die(6), '', 'runner 6 is not given it');
select is(
  (pg_temp.queued('poison-1')).last_error, 'Given up after 5 runs that ended without a result.', 'it is given up in words');

select * from finish();
rollback;
