-- Test: a night expects every slot, accounts for every one, and says what was read and what it cost.
begin;
\ir ../_helpers/acting.psql
select plan(10);
update public.task_schedules set enabled = false where true;
insert into public.task_schedules (name, task_type, cron_expression, target) values ('half-hourly', 'continuous_intelligence_update', '*/30 * * * *', 'example');
update public.task_schedules set active_since = '2026-01-01' where name = 'half-hourly';

-- Every slot of a night from 7 to 7 has a dispatch, and one of them failed.
create temp table slots as
select nightshift.time_ordered_uuid() as task_id, s.id as schedule_id, g.at as slot
from public.task_schedules s
cross join generate_series('2026-03-01 07:00Z'::timestamptz, '2026-03-02 06:30Z', interval '30 minutes') as g (at)
where s.name = 'half-hourly';
insert into public.autonomous_tasks (id, task_type, status, executed_at, completed_at, duration_ms)
select task_id, 'continuous_intelligence_update', case slot when '2026-03-01 09:00Z' then 'failed' else 'completed' end, slot, slot + interval '4 seconds', 4000
from slots;
insert into public.task_dispatches (schedule_id, slot, kind, task_id, dispatched_at, verdict)
select schedule_id, slot, 'tick', task_id, slot, 'accepted' from slots;
insert into nightshift.run_workspaces (run_id, workspace_id, status, processed, failed, started_at, ended_at)
select task_id, :'ours', 'completed', 3, 1, slot, slot from slots where slot < '2026-03-01 08:00Z';
insert into public.ai_usage (id, workspace_id, analyzer, model, cost_usd, price_id, outcome, emails, created_at)
values (gen_random_uuid(), :'ours', 'anthropic', 'example', 0.25, 'example', 'ok', 1, '2026-03-01 08:00Z');
insert into nightshift.budget_reservations (lease_token, workspace_id, run_id, analyzer, model, usd_per_mail, email_ids, created_at)
values (gen_random_uuid(), :'ours', gen_random_uuid(), 'anthropic', 'example', 0.5, array[gen_random_uuid()], now());
insert into public.client_emails (workspace_id, provider_message_id, subject) values (:'ours', 'waiting', 'a secret subject');

select ok(nightshift.write_due_night('2026-03-02 07:20Z') is not null, 'after 7 o''clock the night has its report');
select is(nightshift.write_due_night('2026-03-02 08:20Z'), null, 'once');
create temp view shown as
select r ->> 'label' as label, r ->> 'value' as value
from public.workspace_reports w, jsonb_array_elements(w.numbers -> 'sections') s, jsonb_array_elements(s -> 'rows') r
where w.kind = 'night';
select is((select numbers ->> 'title' from public.workspace_reports), 'A provable night: 48 of 48 scheduled times accounted for',
  'every slot was expected, and every one is accounted for');
select results_eq(
  $$ select label, value from shown where label in ('Expected', 'Completed', 'Failed', 'Read', 'Not read, tried again', 'Waiting', 'Spent', 'Reserved and not yet settled') order by label $$,
  $$ values ('Completed'::text, '47'::text), ('Expected', '48'), ('Failed', '1'), ('Not read, tried again', '2'), ('Read', '6'),
    ('Reserved and not yet settled', '0.50000000'), ('Spent', '0.25000000'), ('Waiting', '1') $$,
  'how they ended, what was read and waits, what was spent and is reserved');
select is((select value from shown where label = 'half-hourly' limit 1), '1', 'the schedule with a failed run is named');
select ok((select numbers::text not like '%secret subject%' from public.workspace_reports), 'no text of an email is in it');

delete from public.task_dispatches where slot = '2026-03-01 12:00Z';
select is(nightshift.describe_night('2026-03-01 07:00Z', '2026-03-02 07:00Z') ->> 'title', '1 of 48 scheduled times are not accounted for',
  'a slot without a dispatch is told');
update public.task_schedules set active_since = '2026-03-01 13:00Z' where name = 'half-hourly';
select is(nightshift.describe_night('2026-03-01 07:00Z', '2026-03-02 07:00Z') ->> 'title', 'A provable night: 47 of 47 scheduled times accounted for',
  'before a schedule was on, nothing is expected of it but what was dispatched');
insert into public.task_schedules (name, task_type, cron_expression, target) values ('minutely', 'continuous_intelligence_update', '* * * * *', 'example');
update public.task_schedules set active_since = date_trunc('minute', now()) - interval '1 minute' where name = 'minutely';
select is((select expected from nightshift.count_slots(now() - interval '5 minutes', now()) where schedule = 'minutely'), 1::bigint,
  'the slot of this minute is not expected to have a dispatch yet');
select is(pg_temp.attempt('service_role', 'select public.report_night(''2026-03-01'', ''2026-05-01'')'), 'PT400 period_invalid',
  'a night of two months is rejected');

select * from finish();
rollback;
