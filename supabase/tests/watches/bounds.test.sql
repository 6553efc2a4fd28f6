-- Test: what members may write into a watch is bounded, and a watch reaches nothing of another workspace.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
\ir ../_helpers/watches.psql

create temp table attempts (what text, columns text, outcome text);
insert into attempts values
  ('a name alone', '{"agent_name": "x"}', '23514'),
  ('no name and no token', '{"max_runtime": "1 hour"}', '23514'),
  ('an empty name', '{"agent_name": " ", "max_runtime": "1 hour"}', '23514'),
  ('a name of 200 characters', jsonb_build_object('agent_name', repeat('n', 200), 'max_runtime', '1 hour')::text, '1'),
  ('a longer one', jsonb_build_object('agent_name', repeat('n', 201), 'max_runtime', '1 hour')::text, '23514'),
  ('an unknown task type', '{"agent_name": "x", "max_runtime": "1 hour", "task_type": "nonsense"}', '23514'),
  ('both kinds of expectation', '{"agent_name": "x", "expected_every": "1 hour", "cron_expression": "0 * * * *"}', '23514'),
  ('every minute', '{"agent_name": "x", "expected_every": "1 minute"}', '1'),
  ('every 59 seconds', '{"agent_name": "x", "expected_every": "59 seconds"}', '23514'),
  ('every 366 days', '{"agent_name": "x", "expected_every": "366 days"}', '1'),
  ('every 10 years', '{"agent_name": "x", "expected_every": "10 years"}', '23514'),
  ('an interval that goes back in February', '{"agent_name": "x", "expected_every": "1 month -29 days"}', '1'),
  ('an interval that is negative in parts', '{"agent_name": "x", "expected_every": "1 month -30 days"}', '23514'),
  ('the longest interval there is', '{"agent_name": "x", "expected_every": "178000000 years"}', '23514 PT400 watch_interval_invalid'),
  ('a negative grace', '{"agent_name": "x", "max_runtime": "1 hour", "grace": "-1 second"}', '23514'),
  ('a grace of 32 days', '{"agent_name": "x", "max_runtime": "1 hour", "grace": "32 days"}', '23514'),
  ('a runtime of 32 days', '{"agent_name": "x", "max_runtime": "32 days"}', '23514'),
  ('a tolerance of 0', '{"agent_name": "x", "max_runtime": "1 hour", "after_in_a_row": 0}', '23514'),
  ('a cool-down of 8 days', '{"agent_name": "x", "max_runtime": "1 hour", "cool_down": "8 days"}', '23514'),
  ('no cron expression', '{"agent_name": "x", "cron_expression": "every day"}', 'PT422 cron_expression_invalid'),
  ('a cron expression of a megabyte', jsonb_build_object('agent_name', 'x', 'cron_expression', repeat('0,', 500000) || '0 * * * *')::text, '23514'),
  ('an unknown time zone', '{"agent_name": "x", "max_runtime": "1 hour", "time_zone": "Mars/Olympus"}', 'PT422 time_zone_unknown'),
  ('a time zone of a megabyte', jsonb_build_object('agent_name', 'x', 'max_runtime', '1 hour', 'time_zone', repeat('z', 1000000))::text, '23514'),
  ('an id of one''s own', '{"agent_name": "x", "max_runtime": "1 hour", "id": "e0000000-0000-4000-8000-000000000001"}', '42501');

select plan((select count(*) from attempts)::integer + 14);

select matches(
  a.outcome, '(^| )' || pg_temp.attempt('owner', format('insert into public.job_watches (workspace_id, %s) values ($1, %s)',
    (select string_agg(quote_ident(c.key), ', ' order by c.key) from jsonb_each_text(a.columns::jsonb) c),
    (select string_agg(quote_nullable(c.value), ', ' order by c.key) from jsonb_each_text(a.columns::jsonb) c))) || '( |$)',
  format('%s: %s', a.what, a.outcome))
from attempts a;

select is(pg_temp.watch('{"agent_name": "month", "expected_every": "1 month"}', '2026-02-01 00:00Z'), '1', 'a month');
select is((select w.expected_every from public.job_watches w), interval '720 hours', 'is thirty days of 24 hours, in February too');
select is(pg_temp.watch('{"agent_name": "month", "max_runtime": "1 hour"}', '2026-02-01 00:00Z'), '23505', 'each job has one watch');
select is(pg_temp.watch('{"agent_name": "x", "max_runtime": "1 hour"}', '2026-02-01 00:00Z', p), '42501', p || ' may write none')
from unnest(array['stranger', 'viewer', 'member', 'other_owner', 'anon']) as p;

-- Foreign tokens and quotas

create function pg_temp.watch_token(p_persona text, p_token text) returns text
language sql as $$
  select pg_temp.attempt(p_persona, format('insert into public.job_watches (workspace_id, token_id, max_runtime) values (%s, %L, ''1 hour'')',
    case p_persona when 'other_owner' then '$2' else '$1' end,
    (select t.id from nightshift.ingest_tokens t join pg_temp.tokens n on n.hash = t.token_hash where n.name = p_token)))
$$;
select is(pg_temp.watch_token('owner', 'ours, ping'), '1', 'a token of the workspace can be watched');
select is(pg_temp.watch_token('other_owner', 'ours, ping'), 'PT400 watch_token_unknown', 'one of another workspace cannot');
select is(pg_temp.watch_token('owner', 'theirs'), 'PT400 watch_token_unknown', 'in neither direction');
insert into nightshift.quotas (workspace_id, name, most) values (:'ours', 'job_watches', 2);
select is(pg_temp.watch('{"agent_name": "second", "max_runtime": "1 hour"}', '2026-02-01 00:00Z'), '1', 'a second watch of two');
select is(pg_temp.watch('{"agent_name": "third", "max_runtime": "1 hour"}', '2026-02-01 00:00Z'), 'PT403 quota_exceeded', 'a third is too many');
select is(
  pg_temp.watch('{"agent_name": "third", "max_runtime": "1 hour"}', '2026-02-01 00:00Z', 'other_owner'), '42501',
  'which nobody of another workspace learns');

select * from finish();
rollback;
