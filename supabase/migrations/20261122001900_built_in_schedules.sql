-- Built-in schedules: continuous intelligence every 30 minutes, reconciliation and the database worker every minute.
--
-- Running this again changes nothing: an existing schedule keeps its settings, an existing job stays.
-- Locks: none. Time: milliseconds.

insert into public.task_schedules (name, task_type, cron_expression, target, payload, max_parallel_runs)
values (
  'continuous-intelligence', 'continuous_intelligence_update', '*/30 * * * *', 'continuous-intelligence',
  '{"batchSizePerWorkspace": 10, "maxWorkspaces": 50}', 4
)
on conflict (name) do nothing;

-- Starts by itself when the first mailbox is connected. Its runs share the mailboxes, so they may overlap.
insert into public.task_schedules (name, task_type, cron_expression, target, enabled, overlap_policy, missed_policy)
values ('email-sync', 'email_sync', '*/5 * * * *', 'email-sync', false, 'allow', 'skip')
on conflict (name) do nothing;

-- Off: switch them on when a workspace asks for these types in its settings.
insert into public.task_schedules (name, task_type, cron_expression, target, enabled, missed_policy)
values
  ('contact-enrichment', 'contact_enrichment', '10,40 * * * *', 'database', false, 'skip'),
  ('lead-scoring-batch', 'lead_scoring_batch', '15,45 * * * *', 'database', false, 'skip'),
  ('daily-analytics-rollup', 'daily_analytics_rollup', '5 * * * *', 'database', false, 'skip'),
  ('weekly-report-generation', 'weekly_report_generation', '20 * * * *', 'database', false, 'skip'),
  ('monthly-summary', 'monthly_summary', '25 * * * *', 'database', false, 'skip')
on conflict (name) do nothing;

-- Starts by itself with the first retention rule.
insert into public.task_schedules (name, task_type, cron_expression, target, enabled, missed_policy)
values ('data-cleanup', 'data_cleanup', '20 2 * * *', 'database', false, 'run_once')
on conflict (name) do nothing;

insert into public.task_schedules (name, task_type, cron_expression, target, missed_policy)
values ('system-health-check', 'system_health_check', '*/5 * * * *', 'database', 'skip')
on conflict (name) do nothing;

create or replace function nightshift.list_missing_jobs() returns table (name text, cron_expression text, command text)
language sql stable set search_path = ''
as $$
  select expected.name, expected.cron_expression, expected.command
  from (
    select s.name, nightshift.pg_cron_expression(s.cron_expression, s.time_zone, clock_timestamp()) as cron_expression,
      format('select nightshift.dispatch(%L)', s.name) as command
    from public.task_schedules s
    where s.enabled and s.cron_expression is not null
    union all
    select 'nightshift-reconcile', '* * * * *', 'select nightshift.reconcile()'
    union all
    select 'nightshift-work', '* * * * *', 'call nightshift.work()'
  ) as expected
  where not exists ( -- one that is switched off is there; one of another server, out of a backup, never runs
    select from cron.job j
    where j.jobname = expected.name and j.command = expected.command and j.username = current_user
      and j.nodeport = current_setting('port')::integer
  )
$$;
comment on function nightshift.list_missing_jobs() is
'Enabled schedules without a pg_cron job, and reconciliation and the database worker if they have none: a restored '
'backup has no jobs. '
'cron_expression: that of the job, in UTC.';
revoke all on function nightshift.list_missing_jobs() from public, anon, authenticated, service_role;

create or replace function nightshift.restore_jobs() returns integer
language plpgsql set search_path = ''
as $$
declare
  v_missing record;
  v_count integer := 0;
begin
  for v_missing in select m.* from nightshift.list_missing_jobs() m order by m.name loop
    if exists (
      select from cron.job j
      where j.jobname = v_missing.name and j.username = current_user and j.command not like 'select nightshift.%'
        and j.command not like 'call nightshift.%'
    ) then
      raise exception 'cron_job_exists: there is a pg_cron job "%" that is not ours; name the schedule otherwise.',
        v_missing.name
        using errcode = 'PT409', hint = format('See it with: select * from cron.job where jobname = %L.',
          v_missing.name);
    end if;
    -- A named cron.schedule keeps the server of a job that is there, so that one goes first.
    perform cron.unschedule(j.jobid) from cron.job j where j.jobname = v_missing.name and j.username = current_user;
    perform nightshift.write_cron_job(s, clock_timestamp()) from public.task_schedules s where s.name = v_missing.name;
    if not found then
      perform cron.schedule(v_missing.name, v_missing.cron_expression, v_missing.command);
    end if;
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function nightshift.restore_jobs() is
'Makes the pg_cron jobs that list_missing_jobs() finds. Returns how many. Error: PT409 cron_job_exists.';
revoke all on function nightshift.restore_jobs() from public, anon, authenticated, service_role;

select nightshift.restore_jobs();
