-- Test: operators run, pause and change schedules, set budgets and stop everything; nobody else does.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/asking.psql
\ir ../_helpers/schedules.psql

insert into personas values ('operator', 'authenticated', 'c0000000-0000-4000-8000-000000000009');
insert into auth.users (id, email, email_confirmed_at) select p.user_id, 'operator@example.com', now()
from personas p where p.persona = 'operator';
select nightshift.add_operator('operator@example.com') \g /dev/null
delete from nightshift.operator_actions where true;

create temp table acts (act text, call text);
insert into acts values
  ('run', $$public.run_schedule('half-hourly')$$),
  ('pause', $$public.change_schedule('half-hourly', '{"enabled": false}')$$),
  ('change', $$public.change_schedule('half-hourly', '{"cron_expression": "0 * * * *"}')$$),
  ('preview', $$public.preview_schedule('0 * * * *')$$),
  ('budget', 'public.set_budget(null, 5, null)'),
  ('budget of a workspace', 'public.set_budget($1, 5, 50, true)'),
  ('stop', 'public.pause_all()');
create temp view cells as
select a.act, a.call, p.persona, case p.persona when 'operator' then '1' when 'anon' then '42501'
  when 'service_role' then '42501' else 'PT403 operator_required' end as expected
from acts a, personas p;
select plan((select count(*) + 31 from cells)::integer);

select is(pg_temp.attempt(c.persona, 'select ' || c.call), c.expected, format('%s, %s: %s', c.act, c.persona, c.expected))
from cells c order by c.act, c.persona;

create function pg_temp.act(p_call text) returns jsonb
language sql as $$
  select pg_temp.ask('operator', p_call)
$$;
create function pg_temp.error_of(p_call text) returns text
language sql as $$ select pg_temp.attempt('operator', 'select ' || p_call) $$;
create function pg_temp.lines() returns bigint language sql as $$ select count(*) from nightshift.operator_actions $$;

select is(pg_temp.lines(), 0::bigint, 'an act that is refused or undone leaves no line in the journal');

-- Running

select is(pg_temp.act($$public.run_schedule('half-hourly')$$) ->> 'outcome', 'dispatched', 'a schedule is run at once');
select is(pg_temp.act($$public.run_schedule('half-hourly')$$) ->> 'outcome', 'already_running', 'pressed twice it runs once');
select is((select count(*) from net.http_request_queue), 1::bigint, 'by one request');
select results_eq('select act, email, subject, after ->> ''outcome'' from nightshift.operator_actions',
  $$ values ('schedule_run', 'operator@example.com', 'half-hourly', 'dispatched') $$, 'and has one line in the journal');
update public.autonomous_tasks t set status = 'failed', error_message = 'x' where t.workspace_id is null and t.status = 'pending';
select is(pg_temp.act($$public.run_schedule('half-hourly')$$) ->> 'outcome', 'dispatched', 'when it has ended it runs again');
select is(pg_temp.error_of($$public.run_schedule('nightly')$$), 'PT404 schedule_not_found', 'one that is not there does not');
delete from nightshift.operator_actions where true;

-- Changing

select is((pg_temp.act($$public.change_schedule('half-hourly', '{"enabled": false}')$$)) -> 'enabled', 'false', 'it is paused');
select is_empty($$select from cron.job where jobname = 'half-hourly'$$, 'without a pg_cron job');
select is((pg_temp.act($$public.change_schedule('half-hourly', '{"enabled": false}')$$)) -> 'next', '[]', 'paused again it is the same');
select is(pg_temp.lines(), 1::bigint, 'what changes nothing has no line');
select is(jsonb_array_length(pg_temp.act(
    $$public.change_schedule('half-hourly', '{"enabled": true, "cron_expression": " 15  3 * * * ", "time_zone": "Europe/Berlin"}')$$) -> 'next'),
  3, 'resumed with another expression and zone it tells its next three times');
select results_eq(
  $$select a.before ->> 'enabled', a.before ->> 'cron_expression', a.after ->> 'enabled', a.after ->> 'cron_expression', a.after ->> 'time_zone'
    from nightshift.operator_actions a order by a.id desc limit 1$$,
  $$ values ('false', '*/30 * * * *', 'true', '15 3 * * *', 'Europe/Berlin') $$, 'the journal has it as it was and as it is');
select is(pg_temp.error_of(format('public.change_schedule(''half-hourly'', %L)', bad.change)), 'PT400 schedule_change_invalid',
  'refused: ' || coalesce(bad.change, 'null'))
from (values ('{}'), (null), ('[]'), ('{"target": "https://thief.example"}'), ('{"enabled": true, "payload": {}}'),
  ('{"enabled": "yes"}'), ('{"cron_expression": null}')) as bad (change);
select is(pg_temp.error_of($$public.change_schedule('half-hourly', '{"cron_expression": "61 * * * *"}')$$),
  'PT422 cron_expression_invalid', 'an expression that means nothing is refused');
insert into public.task_schedules (name, task_type, target) values ('on-demand', 'email_sync', 'sync');
select is(pg_temp.error_of($$public.change_schedule('on-demand', '{"cron_expression": "* * * * *"}')$$),
  'PT400 schedule_change_invalid', 'what runs on demand gets no scheduled times');
-- The first of a month that comes in ten months: once within a year, whatever the date is.
select date_trunc('month', now() at time zone 'utc') + interval '10 months' as in_ten_months \gset
select is((select array_agg(p.slot::timestamptz at time zone 'utc')
    from jsonb_array_elements_text(pg_temp.act(format('public.preview_schedule(%L)',
      to_char(:'in_ten_months'::timestamp, '"0 0 1" FMMM "*"')))) as p (slot)),
  array[:'in_ten_months'::timestamp], 'a preview looks ahead for a year');

-- Budgets

delete from nightshift.operator_actions where true;
select is(pg_temp.act('public.set_budget(null, 5, 100)') - 'workspace_id', '{"daily_usd": 5, "monthly_usd": 100, "paused": false}',
  'the project gets a budget');
select is(pg_temp.act('public.set_budget(null, 5, 100)') -> 'daily_usd', '5', 'the same again');
select is(pg_temp.act('public.set_budget(null, 4, null, true)') -> 'paused', 'true', 'is less, and paused');
select bag_eq('select a.before ->> ''daily_usd'' as old, a.after ->> ''daily_usd'' as new from nightshift.operator_actions a',
  $$ values (null, '5'), ('5', '4') $$, 'two acts changed something, and the journal has both with old and new');
select is(pg_temp.error_of('public.set_budget(gen_random_uuid(), 5, 5)'), 'PT404 workspace_not_found',
  'a workspace that is not there gets none');
select is(pg_temp.error_of(format('public.set_budget(%s)', bad.arguments)), 'PT400 budget_invalid', 'refused: ' || bad.arguments)
from (values ('null, null, null'), ('$1, -1, null'), ('$1, ''NaN'', null')) as bad (arguments);

select * from finish();
rollback;
