-- Test: one pass of reconcile does all its steps, and a broken one keeps none of the others from its work.
begin;
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
select plan(9);

select pg_temp.dispatch_and_answer('2026-03-01 12:00Z', 500) \g /dev/null
select is(
  nightshift.reconcile('2026-03-01 12:00:05Z'),
  '{"copy_cron_facts": 0, "judge_dispatches": 1, "judge_runs": 0, "retry_dispatches": 0, "judge_slots": 0, "judge_jobs": 0, "mend_clock": 0, "copy_waiting_rows": 0, "judge_watches": 0, "judge_budgets": 0, "raise_alerts": 0,
    "send_alerts": 0, "send_reports": 0, "fold_task_hours": 0, "prune": 0, "queue_earlier_emails": 0, "check_rights": 0, "wake_agents": 0}'::jsonb, 'it tells how much each step did');
select is(nightshift.reconcile('2026-03-01 12:00:50Z') -> 'retry_dispatches', '1'::jsonb, 'the next pass goes on from there');
select is(nightshift.reconcile('2026-03-01 12:00:51Z') -> 'judge_dispatches', '0'::jsonb, 'a pass with nothing to do does nothing');

-- A broken step

create or replace function nightshift.judge_runs(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$ begin raise exception 'It is broken.'; end $$;
select pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 12:00Z')).request_id, '2026-03-01 12:00:52Z', 401) \g /dev/null
set local client_min_messages = error;
create temp table report as select nightshift.reconcile('2026-03-01 12:00:53Z') as steps;
reset client_min_messages;
select is((select steps ->> 'judge_runs' from report), 'It is broken.', 'a broken step says how');
select is((select steps -> 'judge_dispatches' from report), '1'::jsonb, 'the steps before it are done');
select is((select status from pg_temp.task_of('2026-03-01 12:00Z') limit 1), 'failed', 'and so are those after it');

-- Everybody who spends waits for the sums of the day, so they are taken last

insert into nightshift.budget_reservations (lease_token, run_id, analyzer, model, usd_per_mail, email_ids, created_at)
values (gen_random_uuid(), gen_random_uuid(), 'anthropic', 'model-1', 1, array[gen_random_uuid()], '2026-03-01 12:00Z');
create or replace function nightshift.prune(p_now timestamptz default clock_timestamp()) returns integer
language sql set search_path = ''
as $$ select count(*)::integer from nightshift.spend_days $$;
select is(
  nightshift.reconcile('2026-03-01 12:02Z') @> '{"prune": 0, "judge_budgets": 1}', true, 'what a dead run may have spent is booked after all other steps');

-- Without something to work on

select is(nightshift.reconcile() ->> 'outcome', null, 'by its own clock it works as well');
set local client_min_messages = warning;
drop table public.autonomous_tasks cascade;
select is(nightshift.reconcile(), '{"outcome": "not_installed"}'::jsonb, 'without the log it says so and throws nothing at cron');

select * from finish();
rollback;
