-- Test: emails that a run had no time for do not lose an attempt; those of a run that broke off do.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(4);

select pg_temp.receive(:'ours', 'mail', 1, '2026-03-01 08:00Z') \g /dev/null
create function pg_temp.try(p_now timestamptz, p_error text) returns integer
language plpgsql as $$
declare
  v_run_id uuid := pg_temp.start_run(p_now);
begin
  perform nightshift.claim_emails(v_run_id, 10, 50, 50, 30, p_now);
  perform nightshift.finish_run(v_run_id, p_error, p_now);
  return (pg_temp.queued('mail-1')).attempts;
end
$$;

select is(pg_temp.try('2026-03-01 12:00Z', null), 0, 'a run that ends in order without a result has not tried the email');
select is(pg_temp.try('2026-03-01 12:01Z', 'It broke off.'), 1, 'a run that broke off may have broken off because of it');
select is(pg_temp.try('2026-03-01 12:02Z', null), 1, 'the attempts of before stay');
select is((pg_temp.queued('mail-1')).lease_token, null::uuid, 'and the email waits for the next run');

select * from finish();
rollback;
