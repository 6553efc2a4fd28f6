-- Reconcile: the one function that pg_cron runs every minute, and what it removes.
--
-- Each step has a subtransaction of its own, and within it each item. So one that fails stops no other, and
-- leaves its error in reconcile_steps.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.prune_cron_runs(p_now timestamptz) returns integer
language sql set search_path = ''
as $$
  -- A run without an end was broken off, and one without a start never began: the runs after it tell its age.
  with pruned as (
    delete from cron.job_run_details c
    where c.runid in (
      select o.runid
      from cron.job_run_details o
      where coalesce(o.end_time, o.start_time) < p_now - interval '7 days'
        or (o.end_time is null and o.start_time is null and o.runid < (
          select max(l.runid) from cron.job_run_details l where l.start_time < p_now - interval '7 days'))
      limit 1000)
    returning 1
  )
  select count(*)::integer from pruned
$$;
comment on function nightshift.prune_cron_runs(timestamptz) is
  'Part of prune: up to 1000 run details of pg_cron that are older than 7 days.';
revoke all on function nightshift.prune_cron_runs(timestamptz) from public;

create or replace function nightshift.prune_rows(p_relation regclass, p_age_column name, p_order_column name,
  p_before timestamptz, p_limit integer)
returns integer
language plpgsql set search_path = ''
as $$
declare
  v_pruned integer;
begin
  -- The oldest come first in this order, so the others need not be looked at. What goes with a workspace that is
  -- being deleted is passed over.
  execute format(
    'delete from %1$s d where d.ctid = any (array(
      select k.ctid from %1$s k where k.ctid = any (array(
        select o.ctid from (select t.ctid, t.%2$I as age from %1$s t order by t.%3$I limit $2) o where o.age <= $1))
      for update skip locked))',
    p_relation, p_age_column, p_order_column) using p_before, p_limit;
  get diagnostics v_pruned = row_count;
  return v_pruned;
end
$$;
comment on function nightshift.prune_rows(regclass, name, name, timestamptz, integer) is
'Part of prune: deletes rows of a table that are older than a time, looking at the first p_limit rows in the order of '
'a column that has an index.';
revoke all on function nightshift.prune_rows(regclass, name, name, timestamptz, integer) from public;

create or replace function nightshift.prune(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_rule record;
  v_pruned integer := nightshift.prune_cron_runs(p_now);
begin
  for v_rule in
    select *
    from (values
      ('public.task_dispatches', 'dispatched_at', 'id', interval '90 days', 1000),
      ('nightshift.run_workspaces', 'started_at', 'run_id', interval '90 days', 10000),
      ('nightshift.task_retries', 'retried_at', 'retried_at', interval '90 days', 1000),
      ('nightshift.alerts', 'created_at', 'id', interval '30 days', 1000),
      ('nightshift.alert_events', 'happened_at', 'happened_at', interval '30 days', 1000),
      ('nightshift.watch_reports', 'reported_at', 'id', interval '7 days', 10000),
      ('nightshift.closed_runs', 'closed_at', 'closed_at', interval '90 days', 1000),
      ('nightshift.ping_runs', 'started_at', 'started_at', interval '90 days', 1000),
      ('nightshift.rate_counters', 'paid_until', 'paid_until', interval '1 hour', 1000),
      -- One for each request with a key, so of these more may come in a minute.
      ('nightshift.idempotent_answers', 'expires_at', 'expires_at', interval '0', 10000),
      -- With the tokens of connections that nobody has confirmed.
      ('nightshift.oauth_states', 'expires_at', 'expires_at', interval '0', 1000),
      ('public.ai_usage', 'created_at', 'created_at', interval '400 days', 1000),
      ('nightshift.spend_days', 'day', 'day', interval '400 days', 1000),
      ('nightshift.spending_notices', 'noted_at', 'noted_at', interval '90 days', 1000),
      -- Booked, and nobody settles a claim of last week.
      ('nightshift.budget_reservations', 'booked_at', 'booked_at', interval '7 days', 1000),
      ('nightshift.operator_actions', 'acted_at', 'id', interval '400 days', 1000)
    ) as r (relation, age_column, order_column, age, most)
  loop
    begin
      v_pruned := v_pruned + nightshift.prune_rows(
        v_rule.relation, v_rule.age_column, v_rule.order_column, p_now - v_rule.age, v_rule.most);
    exception when others then
      perform nightshift.note_problem('prune', v_rule.relation, sqlerrm, p_now);
    end;
  end loop;
  return v_pruned;
end
$$;
comment on function nightshift.prune(timestamptz) is
'Deletes, up to 1000 of a kind at once, run details of pg_cron after 7 days, alerts after 30, dispatches, runs, '
'notices of spending and unfinished pings after 90, the ledger of AI usage, its sums by day and the journal of '
'operators after 400, counters of rate limits an hour after their last request and, up to 10000, answers to requests '
'with an Idempotency-Key when they have expired. The log itself is never pruned. Returns how many.';
revoke all on function nightshift.prune(timestamptz) from public;

create or replace function nightshift.mend_clock(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_ahead_until timestamptz := (select s.ran_at from nightshift.reconcile_steps s where s.step = 'reconcile');
  v_mended integer;
  v_sum integer := 0;
begin
  if v_ahead_until <= p_now + interval '1 minute' is not false then
    return 0;
  end if;
  -- The clock was ahead and is right again. What it has put off by more than it ever does comes now.
  update nightshift.run_leases l set expires_at = p_now + interval
    '1 minute' where l.expires_at > p_now + interval '1 hour';
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  -- Rows that go with a workspace that is being deleted are locked until then, and need no mending.
  with free as (
    select q.email_id from nightshift.email_queue q where q.lease_expires_at > p_now + interval '1 hour'
    order by q.email_id for no key update skip locked
  )
  update nightshift.email_queue q set lease_expires_at = p_now + interval '1 minute'
  from free f where q.email_id = f.email_id;
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  with free as (
    select q.email_id from nightshift.email_queue q where q.next_attempt_at > p_now + interval '75 minutes'
    order by q.email_id for no key update skip locked
  )
  update nightshift.email_queue q set next_attempt_at = p_now from free f where q.email_id = f.email_id;
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  with free as (
    select t.workspace_id from nightshift.workspace_turns t where t.due_at > p_now
    order by t.workspace_id for no key update skip locked
  )
  update nightshift.workspace_turns t set due_at = p_now from free f where t.workspace_id = f.workspace_id;
  update public.task_dispatches d
  set dispatched_at = p_now, detail = concat_ws(' ', d.detail, 'It was sent while the clock of the database was ahead.')
  where d.verdict = 'sent' and d.dispatched_at > p_now + interval '1 minute';
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  update public.task_dispatches d set retry_at = p_now where d.retry_at > p_now + interval '20 minutes';
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  update nightshift.agent_wakes w set sent_at = p_now where w.sent_at > p_now + interval '1 minute';
  get diagnostics v_mended = row_count;
  v_sum := v_sum + v_mended;
  update nightshift.alerts a set next_attempt_at = p_now where a.next_attempt_at > p_now + interval '75 minutes';
  get diagnostics v_mended = row_count;
  return v_sum + v_mended;
end
$$;
comment on function nightshift.mend_clock(timestamptz) is
'When the previous pass of reconcile lies in the future, the clock was ahead: leases, waits and requests that it has '
'set far into the future are brought back. Returns how many.';
revoke all on function nightshift.mend_clock(timestamptz) from public;

create or replace function nightshift.run_step(p_step text, p_now timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_count integer;
  v_outcome jsonb;
begin
  begin
    execute format('select nightshift.%I($1)', p_step) into v_count using p_now;
    v_outcome := to_jsonb(v_count);
  exception when others then
    perform nightshift.note_problem(p_step, null, sqlerrm, p_now);
    v_outcome := to_jsonb(sqlerrm);
  end;
  insert into nightshift.reconcile_steps as s (step, ran_at) values (p_step, p_now)
  on conflict (step) do update
  set ran_at = excluded.ran_at, failing_since = case when s.error_at = excluded.ran_at then s.failing_since end;
  return v_outcome;
end
$$;
comment on function nightshift.run_step(text, timestamptz) is
'Part of reconcile: runs one step and notes when, and whether it failed. Returns its count, or its error.';
revoke all on function nightshift.run_step(text, timestamptz) from public;

create or replace function nightshift.reconcile(p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_step text;
  v_report jsonb := jsonb_build_object();
begin
  if to_regclass('public.autonomous_tasks') is null then
    return jsonb_build_object('outcome', 'not_installed');
  elsif not pg_catalog.pg_try_advisory_xact_lock(hashtext('nightshift.reconcile')) then
    return jsonb_build_object('outcome', 'already_running');
  end if;
  -- Budgets come last, as everybody who spends waits for the sums of the day.
  foreach v_step in array array[
    'mend_clock', 'copy_cron_facts', 'judge_dispatches', 'judge_runs', 'retry_dispatches', 'judge_jobs', 'judge_slots',
    'wake_agents', 'copy_waiting_rows', 'queue_earlier_emails', 'check_rights', 'judge_watches', 'raise_alerts',
    'send_alerts', 'send_reports', 'fold_task_hours', 'prune', 'judge_budgets'
  ] loop
    v_report := v_report || jsonb_build_object(v_step, nightshift.run_step(v_step, p_now));
  end loop;
  insert into nightshift.reconcile_steps (step, ran_at) values ('reconcile', p_now)
  on conflict (step) do update set ran_at = excluded.ran_at;
  return v_report;
end
$$;
comment on function nightshift.reconcile(timestamptz) is
'Makes dispatches, runs and slots agree with what happened. Called every minute by pg_cron. Returns a count for each '
'step, or its error.';
revoke all on function nightshift.reconcile(timestamptz) from public;
