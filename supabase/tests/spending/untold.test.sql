-- Test: what a provider does not report, or reports as something that is no count, is booked as the most.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql

select pg_temp.set_budget(:'ours', 5) \g /dev/null
select pg_temp.receive(:'ours', 'our', 40, '2026-03-01 08:00Z') \g /dev/null
create temp table claim as select pg_temp.claim('2026-03-01 12:00Z', 40) as answer;

-- 0.10 USD are set aside for each email. Each call is about one email and told 0.01 USD.
create temp table calls (number integer generated always as identity, what text, changes jsonb, usd numeric, outcome text);
insert into calls (what, changes, usd, outcome) values
  ('everything is reported', '{}', 0.01, 'ok'),
  ('no tokens of the answer', '{"tokens_out": null}', 0.10, 'ok'),
  ('no tokens that were sent', '{"tokens_in": null}', 0.10, 'ok'),
  ('negative tokens', '{"tokens_out": -5}', 0.10, 'ok'),
  ('tokens as text', '{"tokens_in": "1000"}', 0.10, 'ok'),
  ('more tokens than can be counted', '{"tokens_in": 1e12}', 0.10, 'ok'),
  ('no cost', '{"cost_usd": null}', 0.10, 'ok'),
  ('a negative cost', '{"cost_usd": -1}', 0.10, 'ok'),
  ('a cost as text', '{"cost_usd": "0.01"}', 0.10, 'ok'),
  ('a cost above what the ledger holds', '{"cost_usd": 1e12}', 9999, 'ok'),
  ('more cost than was set aside, without tokens', '{"cost_usd": 0.3, "tokens_out": null}', 0.30, 'ok'),
  ('two emails and no tokens', '{"emails": 2, "tokens_out": null}', 0.20, 'ok'),
  ('an invalid answer without tokens', '{"outcome": "invalid", "tokens_out": null}', 0.10, 'invalid'),
  ('a call that failed, which costs what is told', '{"outcome": "retryable", "tokens_in": null, "tokens_out": null, "cost_usd": 0}', 0, 'retryable'),
  ('an outcome that is none', '{"outcome": "great"}', 0.01, 'unknown'),
  ('no price', '{"price_id": null}', 0.01, 'ok'),
  ('a negative duration', '{"duration_ms": -1}', 0.01, 'ok');
select plan((select count(*) + 3 from calls)::integer);

select is(
  (select pg_temp.settle_calls(answer, '2026-03-01 12:00:10Z', (
    select jsonb_agg(pg_temp.call(c.number, 0.01) || c.changes) from calls c)) from claim) ->> 'processed',
  '40', 'no call, whatever it reports, keeps the results from being saved');
select is(
  (select array[trim_scale(u.cost_usd)::text, u.outcome] from public.ai_usage u
   where u.id = (pg_temp.call(c.number, 0) ->> 'call_id')::uuid),
  array[trim_scale(c.usd)::text, c.outcome], format('%s: %s USD, %s', c.what, c.usd, c.outcome))
from calls c;
select is(pg_temp.spent(), array[10000.44, 10000.44], 'the day adds up');
select is(pg_temp.set_aside(), 0::numeric, 'and nothing is set aside any more');

select * from finish();
rollback;
