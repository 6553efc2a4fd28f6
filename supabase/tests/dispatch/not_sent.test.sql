-- Test: a tick that cannot be sent says why, and throws nothing at cron.
begin;
\ir ../_helpers/schedules.psql
select plan(17);

-- Vault lacks something

create function pg_temp.dispatch_without(p_secrets text[], p_now text) returns text
language plpgsql as $$
declare
  v_outcome text;
begin
  delete from vault.secrets s where s.name = any (p_secrets);
  v_outcome := pg_temp.dispatch(p_now);
  perform vault.create_secret('https://project.example.com', 'project_url')
  where not exists (select from vault.secrets s where s.name = 'project_url');
  perform vault.create_secret('the cron secret', 'cron_secret')
  where not exists (select from vault.secrets s where s.name = 'cron_secret');
  return v_outcome;
end
$$;
create temp table expectations (missing text[], at text, words text);
insert into expectations values
  ('{cron_secret}', '2026-03-01 12:00Z', 'not configured: Vault lacks cron_secret.%'),
  ('{project_url}', '2026-03-01 12:30Z', 'not configured: Vault lacks project_url.%'),
  ('{project_url,cron_secret}', '2026-03-01 13:00Z', 'not configured: Vault lacks project_url and cron_secret.%');
select is(
  pg_temp.dispatch_without(e.missing, e.at), 'not_configured', format('without %s the outcome is not_configured', e.missing))
from expectations e;
select is((pg_temp.task_of(e.at)).status, 'failed', format('without %s the task failed', e.missing)) from expectations e;
select alike((pg_temp.task_of(e.at)).error_message, e.words, format('without %s it says so', e.missing)) from expectations e;
select alike(
  (pg_temp.task_of(e.at)).error_message, '%select vault.create_secret(''<value>'', ''<name>'')%',
  format('without %s it says what to do', e.missing))
from expectations e;
select is_empty('select from net.http_request_queue', 'no request was queued');
select is(pg_temp.dispatch('2026-03-01 13:30Z'), 'dispatched', 'once Vault is filled, the next slot is sent');

-- A schedule with a URL needs no project

update public.task_schedules s set target = 'https://agent.example.com/hook', overlap_policy = 'allow' where s.name = 'half-hourly';
select is(
  pg_temp.dispatch_without('{project_url}', '2026-03-01 14:00Z'), 'dispatched', 'a target that is a URL needs no project_url');

-- Disabled

update public.task_schedules s set enabled = false where s.name = 'half-hourly';
select is(nightshift.dispatch('half-hourly', '2026-03-01 15:00Z'), '{"outcome": "disabled"}'::jsonb, 'a disabled schedule does nothing');

-- The log was dropped by its rollback

update public.task_schedules s set enabled = true where s.name = 'half-hourly';
set local client_min_messages = warning;
drop table public.autonomous_tasks cascade;
select is(
  nightshift.dispatch('half-hourly', '2026-03-01 15:30Z'), '{"outcome": "not_installed"}'::jsonb,
  'without the table of tasks the outcome is not_installed');

select * from finish();
rollback;
