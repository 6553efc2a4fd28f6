-- Test: each check becomes true when something breaks and false again when it is mended, with one alert each way.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/health.psql
\ir ../_helpers/schedules.psql
\ir ../_helpers/answers.psql
set local client_min_messages = error;
delete from public.task_schedules s where s.name not in ('half-hourly', 'system-health-check');
update public.task_schedules s set active_since = '2026-03-01 11:45Z' where s.name = 'half-hourly';
update public.task_schedules s set active_since = '2026-03-01 11:45Z', enabled = false where s.name = 'system-health-check';
insert into nightshift.alert_rules (name, webhook_url, cool_down) values ('ops', 'https://alerts.example.com/hook', '1 hour');

-- All runs of a half hour go well, one after the other.
create function pg_temp.run(p_slot text, p_status text default 'completed') returns void
language plpgsql as $$
begin
  update public.autonomous_tasks t set status = 'cancelled' where t.workspace_id is null and t.status = 'pending';
  perform pg_temp.dispatch_and_answer(p_slot, 202);
  delete from net.http_request_queue where true;
  perform nightshift.judge_dispatches(p_slot::timestamptz + interval '10 seconds');
  update public.autonomous_tasks t set status = 'running', executed_at = p_slot::timestamptz + interval '1 second'
  where t.workspace_id is null and t.status = 'pending';
  update public.autonomous_tasks t set status = p_status, completed_at = p_slot::timestamptz + interval '9 seconds'
  where t.workspace_id is null and t.status = 'running';
end
$$;
create function pg_temp.log_ends(p_statuses text[], p_from text) returns void
language sql as $$
  insert into public.autonomous_tasks (task_type, status, executed_at, completed_at)
  select 'email_sync', s.status, p_from::timestamptz + s.n * interval '1 second', p_from::timestamptz + s.n * interval '1 second'
  from unnest(p_statuses) with ordinality as s (status, n)
$$;

create function pg_temp.connect(p_next_sync_at timestamptz, p_token_expires_at timestamptz) returns void
language sql as $$
  with added as (
    insert into public.mailboxes (workspace_id, provider, address, state)
    values ('a0000000-0000-4000-8000-000000000001', 'gmail', 'us@ours.example', 'live') returning id, workspace_id
  )
  insert into nightshift.mailbox_sync (mailbox_id, workspace_id, secret_id, next_sync_at, token_expires_at)
  select a.id, a.workspace_id, gen_random_uuid(), p_next_sync_at, p_token_expires_at from added a
  on conflict (mailbox_id) do update set secret_id = excluded.secret_id, next_sync_at = excluded.next_sync_at, token_expires_at = excluded.token_expires_at
$$;

-- name, check, what breaks it, when it is looked at for the first time, the status, what mends it.
create temp table states (n serial, name text, check_name text, subject text, breaks text, at text, status text, mends text,
  mended_at text);
insert into states (name, check_name, subject, breaks, at, status, mends) values
  ('fewer than 85 % of the runs complete', 'task_types', 'email_sync',
    $$ select pg_temp.log_ends('{failed,completed,failed,completed,completed,completed,completed,completed}', '2026-03-01 12:01Z') $$, '2026-03-01 12:02Z', 'degraded',
    $$ select pg_temp.log_ends(array_fill('completed'::text, array[10]), '2026-03-01 12:02:10Z') $$),
  ('three runs in a row fail', 'task_types', 'email_sync',
    $$ select pg_temp.log_ends(array_fill('completed'::text, array[17]) || '{failed,failed,failed}'::text[], '2026-03-01 12:01Z') $$, '2026-03-01 12:02Z', 'degraded',
    $$ select pg_temp.log_ends('{completed}', '2026-03-01 12:02:10Z') $$),
  ('five runs in a row fail', 'task_types', 'email_sync',
    $$ select pg_temp.log_ends(array_fill('completed'::text, array[30]) || array_fill('failed'::text, array[5]), '2026-03-01 12:01Z') $$, '2026-03-01 12:02Z', 'critical',
    $$ select pg_temp.log_ends(array_fill('completed'::text, array[10]), '2026-03-01 12:02:10Z') $$),
  ('fewer than 70 % of the runs go well', 'task_types', 'email_sync',
    $$ select pg_temp.log_ends('{failed,completed,failed,completed,failed,completed,completed}', '2026-03-01 12:01Z') $$, '2026-03-01 12:02Z', 'critical',
    $$ select pg_temp.log_ends(array_fill('completed'::text, array[30]), '2026-03-01 12:02:10Z') $$),
  ('no tick comes', 'schedules', 'half-hourly', $$ select 1 $$, '2026-03-01 12:34Z', 'degraded', $$ select pg_temp.run('2026-03-01 12:30Z') $$),
  ('no tick comes for long', 'schedules', 'half-hourly', $$ select 1 $$, '2026-03-01 12:46Z', 'critical', $$ select pg_temp.run('2026-03-01 12:30Z') $$),
  ('a job is unscheduled', 'schedules', 'half-hourly', $$ select cron.unschedule('half-hourly') $$, '2026-03-01 12:02Z', 'degraded',
    $$ update public.task_schedules s set cron_expression = '30 * * * *', enabled = true where s.name = 'half-hourly'; select nightshift.restore_jobs() $$),
  ('an email waits for an hour', 'waiting_emails', '', $$ insert into public.client_emails (id, workspace_id, provider_message_id, received_at)
      values ('d0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'old', '2026-03-01 10:55Z') $$, '2026-03-01 12:02Z', 'degraded',
    $$ delete from public.client_emails where provider_message_id = 'old' $$),
  ('an email waits for six hours', 'waiting_emails', '', $$ insert into public.client_emails (id, workspace_id, provider_message_id, received_at)
      values ('d0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'old', '2026-03-01 05:55Z') $$, '2026-03-01 12:02Z', 'critical',
    $$ delete from public.client_emails where provider_message_id = 'old' $$),
  ('the worker of pg_net stands still', 'requests', '', $$ select pg_temp.dispatch('2026-03-01 12:30Z') $$, '2026-03-01 12:32Z', 'degraded',
    $$ delete from net.http_request_queue where true; select pg_temp.answer((pg_temp.latest_dispatch('2026-03-01 12:30Z')).request_id, '2026-03-01 12:32:05Z', 202);
       select nightshift.judge_dispatches('2026-03-01 12:32:10Z') $$),
  ('pg_net has stood still for long', 'requests', '', $$ select pg_temp.dispatch('2026-03-01 12:30Z'), nightshift.judge_dispatches('2026-03-01 12:31Z') $$, '2026-03-01 12:36Z', 'critical',
    $$ delete from net.http_request_queue where true; select pg_temp.run('2026-03-01 13:00Z') $$),
  ('a lease is left', 'leases', '', $$ select nightshift.start_run(p_now => '2026-03-01 11:55Z') $$, '2026-03-01 12:02Z', 'degraded', $$ select nightshift.judge_runs('2026-03-01 12:02Z') $$),
  ('a lease is left for long', 'leases', '', $$ select nightshift.start_run(p_now => '2026-03-01 11:00Z') $$, '2026-03-01 12:02Z', 'critical', $$ select nightshift.judge_runs('2026-03-01 12:02Z') $$),
  ('the budget of the project is nearly spent', 'budgets', 'project day', $$ insert into public.workspace_budgets (daily_usd) values (10);
       insert into nightshift.spend_days (day, usd) values ('2026-03-01', 9) $$, '2026-03-01 12:02Z', 'degraded', $$ update public.workspace_budgets set daily_usd = 100 where daily_usd = 10 $$),
  ('the budget of the project is spent', 'budgets', 'project day', $$ insert into public.workspace_budgets (daily_usd) values (10);
       insert into nightshift.spend_days (day, usd) values ('2026-03-01', 10) $$, '2026-03-01 12:02Z', 'critical', $$ update public.workspace_budgets set daily_usd = 100 where daily_usd = 10 $$),
  ('Vault lacks a secret', 'setup', 'vault', $$ delete from vault.secrets where name = 'cron_secret' $$, '2026-03-01 12:02Z', 'critical', $$ select vault.create_secret('x', 'cron_secret') $$),
  ('the function refuses the secret', 'setup', 'vault', $$ select pg_temp.dispatch_and_answer('2026-03-01 12:30Z', 401), nightshift.judge_dispatches('2026-03-01 12:30:05Z'); delete from net.http_request_queue where true $$, '2026-03-01 12:31Z', 'degraded',
    $$ select pg_temp.run('2026-03-01 13:00Z') $$),
  ('the function is missing', 'setup', 'functions', $$ select pg_temp.dispatch_and_answer('2026-03-01 12:30Z', 404), nightshift.judge_dispatches('2026-03-01 12:30:05Z'); delete from net.http_request_queue where true $$, '2026-03-01 12:31Z', 'critical',
    $$ select pg_temp.run('2026-03-01 13:00Z') $$),
  ('a mailbox waits for an hour', 'mailboxes', '', $$ select pg_temp.connect('2026-03-01 11:00Z', null) $$, '2026-03-01 12:02Z', 'degraded',
    $$ update nightshift.mailbox_sync set next_sync_at = '2026-03-01 13:00Z' where true $$),
  ('the token of a mailbox expires soon', 'tokens', '', $$ select pg_temp.connect(null, '2026-03-03 12:00Z') $$, '2026-03-01 12:02Z', 'degraded',
    $$ update nightshift.mailbox_sync set token_expires_at = null where true $$),
  ('the token of a mailbox is refused', 'tokens', '', $$ select pg_temp.connect(null, null); update public.mailboxes set state = 'reconnect_needed' where true $$, '2026-03-01 12:02Z', 'critical',
    $$ update public.mailboxes set state = 'live' where true $$),
  ('a deploy broke off', 'setup', 'functions', $$ insert into nightshift.deployed_functions (name) values ('probe') $$, '2026-03-01 12:02Z', 'degraded',
    $$ update nightshift.deployed_functions set files_sha256 = repeat('a', 64) where name = 'probe' $$);

update states s set mended_at = '2026-03-01 13:00Z' where s.mends like '%run(''2026-03-01 13:00Z%';
create function pg_temp.play(p_state states) returns text
language plpgsql as $$
declare
  v_story text;
  v_at constant timestamptz := p_state.at;
  v_mended_at constant timestamptz := coalesce(p_state.mended_at, p_state.at);
begin
  begin
    perform pg_temp.run('2026-03-01 12:00Z');
    perform pg_temp.look('2026-03-01 12:01:00Z');
    perform pg_temp.look('2026-03-01 12:01:30Z');
    execute p_state.breaks;
    perform pg_temp.look(p_state.at::timestamptz);
    v_story := (select h.status from nightshift.health_checks h where (h.check_name, h.subject) = (p_state.check_name, p_state.subject));
    if exists (select from nightshift.alerts a where a.source = 'system_health_check') then
      v_story := v_story || ' (told after one look)';
    end if;
    perform pg_temp.look(v_at + interval '20 seconds');
    perform pg_temp.look(v_at + interval '30 seconds');
    execute p_state.mends;
    perform pg_temp.look(v_mended_at + interval '40 seconds');
    perform pg_temp.look(v_mended_at + interval '50 seconds');
    perform pg_temp.look(v_mended_at + interval '60 seconds');
    v_story := v_story || ', ' || (select h.status from nightshift.health_checks h where (h.check_name, h.subject) = (p_state.check_name, p_state.subject))
      || ': ' || coalesce((select string_agg(a.event || ' ' || left(a.message, position('"' in a.message || '"') - 1), '; ' order by a.created_at)
        from nightshift.alerts a where a.source = 'system_health_check'), 'nothing');
    raise exception 'undo' using errcode = 'NS001';
  exception when sqlstate 'NS001' then
    return v_story;
  end;
end
$$;
select plan((select count(*) from states)::integer);
select matches(pg_temp.play(s),
  format('^%s, ok: unhealthy %s( |:)[^;]*; recovered %s( |:)[^;]*$', s.status, replace(s.check_name, '_', ' '), replace(s.check_name, '_', ' ')),
  format('%s: %s, then ok again, with one alert each way', s.name, s.status))
from states s
order by s.n;

select * from finish();
rollback;
