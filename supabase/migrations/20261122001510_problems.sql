-- Problems: what of the machinery itself does not work, for health and for alerts.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.find_vault_problem(out problem text, out message text)
language plpgsql stable set search_path = ''
as $$
declare
  v_missing text;
begin
  v_missing := concat_ws(' and ',
    case when nightshift.read_secret('project_url') is null then 'project_url' end,
    case when nightshift.read_secret('cron_secret') is null then 'cron_secret' end);
  if v_missing <> '' then
    problem := 'secrets';
    message := format('Vault has no %s, so requests cannot be signed and sent.', v_missing);
  end if;
exception when others then
  problem := 'vault';
  message := 'Vault cannot be decrypted, so no request can be signed and sent. '
    'A database that was restored on another server needs its secrets set again.';
end
$$;
comment on function nightshift.find_vault_problem() is
'What keeps requests from being signed: secrets are missing, or vault cannot be read. Null when nothing does.';
revoke all on function nightshift.find_vault_problem() from public;

create or replace function nightshift.find_cron_problems(p_now timestamptz)
returns table (problem text, since timestamptz, message text)
language plpgsql stable set search_path = ''
as $$
begin
  return query
  select 'reconcile_job', date_trunc('day', p_now),
    'The pg_cron job nightshift-reconcile is missing or switched off, so nothing is retried, made up for or alerted. '
    'Run deno task deploy, or switch it on.'
  where not exists (select from cron.job j where j.jobname = 'nightshift-reconcile' and j.active)
  union all
  select 'work_job', date_trunc('day', p_now),
    'The pg_cron job nightshift-work is missing or switched off, so schedules with the target database do not run. '
    'Run deno task deploy, or switch it on.'
  where not exists (select from cron.job j where j.jobname = 'nightshift-work' and j.active)
    and exists (select from public.task_schedules s where s.enabled and s.target = 'database');
exception when undefined_table or invalid_schema_name then
  return query select 'pg_cron', date_trunc('day', p_now),
    'The extension pg_cron is missing, so nothing is started on schedule.';
end
$$;
comment on function nightshift.find_cron_problems(timestamptz) is 'What is wrong with pg_cron and our job in it.';
revoke all on function nightshift.find_cron_problems(timestamptz) from public;

create or replace function nightshift.list_problems(
  p_now timestamptz default clock_timestamp(), p_schedule_id uuid default null
)
returns table (problem text, since timestamptz, message text)
language plpgsql stable set search_path = ''
as $$
begin
  -- Those without a time of their own are told once a day.
  return query
  select 'pg_net', date_trunc('day', p_now), 'The extension pg_net is missing, so no request can be sent.'
  where to_regprocedure('net.http_post(text, jsonb, jsonb, jsonb, integer)') is null
  union all
  select v.problem, date_trunc('day', p_now), v.message
  from nightshift.find_vault_problem() v
  where v.problem is not null
  union all
  select c.* from nightshift.find_cron_problems(p_now) c
  union all
  select 'time_zone', date_trunc('day', p_now),
    format('pg_cron works in the time zone %s, but its jobs are in UTC. Set cron.timezone to GMT.', z.name)
  from nightshift.cron_time_zone() as z (name)
  where z.name not in ('GMT', 'UTC', 'Etc/UTC', 'Etc/GMT')
  union all
  select 'job ' || s.name, date_trunc('day', p_now), format(
    'The schedule "%s" is enabled but has no pg_cron job. '
    'Run deno task deploy to bring it back, or set enabled to false.', s.name)
  from public.task_schedules s
  where s.enabled and s.cron_expression is not null and (p_schedule_id is null or s.id = p_schedule_id)
    and nightshift.job_state(s) = 'missing'
  union all
  select 'clock', date_trunc('hour', max(d.dispatched_at)), format(
    'The clock of the database was ahead: %s dispatches lie in the future. '
    'Their scheduled times are dispatched again.', count(*))
  from public.task_dispatches d
  where d.slot > p_now - interval '1 day' and d.dispatched_at > p_now + interval '1 minute'
  having count(*) > 0
  union all
  select 'reconcile ' || r.step, r.failing_since, format(
    'The step %s of reconcile has failed since %s UTC. Its error is in nightshift.reconcile_steps.', r.step,
    to_char(r.failing_since at time zone 'utc', 'YYYY-MM-DD HH24:MI'))
  from nightshift.reconcile_steps r
  where r.failing_since is not null;
end
$$;
comment on function nightshift.list_problems(timestamptz, uuid) is
'What of the machinery does not work: since when, and what to do, in a sentence without words of an error, as '
'anybody may read it in GET /health. With p_schedule_id only the job of that schedule is looked at.';
revoke all on function nightshift.list_problems(timestamptz, uuid) from public;
