-- Nights: what became of every slot of the project, what was read and waits, and what it cost, in one row.
--
-- A slot is expected when the cron expression of an enabled schedule says so and the schedule was on by then. It is
-- accounted for when a dispatch of it is there, whatever its verdict: lost ones are told as lost, none are left out.
-- No text of emails. Locks: none. Time: milliseconds.

create or replace function nightshift.count_slots(p_from timestamptz, p_to timestamptz)
returns table (schedule text, expected bigint, accounted bigint, went_well bigint, failed bigint, other bigint)
language sql stable set search_path = ''
as $$
  with slots as (
    select s.id, s.name, c.slot
    from public.task_schedules s
    cross join lateral nightshift.cron_slots(s.cron_expression, greatest(p_from, s.active_since), p_to, s.time_zone)
      as c (slot)
    where s.enabled and s.cron_expression is not null and c.slot >= greatest(p_from, s.active_since)
      and c.slot < least(p_to, now() - interval '1 minute') -- one of this minute may be dispatched any moment
    union -- and those that were dispatched while the schedule was on, before somebody changed it
    select s.id, s.name, d.slot
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id
    where d.slot >= p_from and d.slot < p_to and d.kind in ('tick', 'missed')
  ), told as (
    select l.name, l.slot, d.verdict, t.status
    from slots l
    left join lateral (
      select o.verdict, o.task_id from public.task_dispatches o
      where o.schedule_id = l.id and o.slot = l.slot and o.kind in ('tick', 'missed', 'retry')
      order by o.seq desc, o.dispatched_at desc
      limit 1
    ) d on true
    left join public.autonomous_tasks t on t.id = d.task_id
  )
  select t.name, count(*), count(t.verdict),
    count(*) filter (where t.status = 'completed'),
    count(*) filter (where t.status in ('failed', 'partial_failure')),
    count(*) filter (where t.verdict is not null
      and coalesce(t.status, '') not in ('completed', 'failed', 'partial_failure'))
  from told t
  group by t.name
$$;
comment on function nightshift.count_slots(timestamptz, timestamptz) is
'For each enabled schedule: slots that were expected in a period, those of them with a dispatch, and how these ended.';
revoke all on function nightshift.count_slots(timestamptz, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.value_row(p_label text, p_value numeric, p_unit text default null,
  p_detail text default null) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object('label', p_label, 'value', p_value, 'unit', p_unit, 'detail', p_detail))
$$;
comment on function nightshift.value_row(text, numeric, text, text) is 'A row of a report without a period before.';
revoke all on function nightshift.value_row(text, numeric, text, text) from public, anon, authenticated, service_role;

create or replace function nightshift.describe_night(p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  v_slots record;
  v_emails record;
  v_times constant text := format('between ''%s'' and ''%s''', to_char(p_from at time zone 'UTC', 'YYYY-MM-DD HH24:MI'),
    to_char(p_to at time zone 'UTC', 'YYYY-MM-DD HH24:MI'));
begin
  select coalesce(sum(c.expected), 0) as expected, coalesce(sum(c.accounted), 0) as accounted,
    coalesce(sum(c.went_well), 0) as went_well, coalesce(sum(c.failed), 0) as failed, coalesce(sum(c.other), 0) as other
  into v_slots from nightshift.count_slots(p_from, p_to) c;
  select coalesce(sum(w.processed), 0) as read, coalesce(sum(w.failed), 0) as failed,
    count(distinct w.workspace_id) as workspaces
  into v_emails
  from (
    select distinct d.task_id from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id and s.task_type = 'continuous_intelligence_update'
    where d.slot >= p_from - interval '1 day' and d.slot < p_to and d.dispatched_at >= p_from and d.dispatched_at < p_to
  ) r
  join nightshift.run_workspaces w on w.run_id = r.task_id;
  return nightshift.join_sections(jsonb_build_object(
    'title', case when v_slots.expected = v_slots.accounted
      then format('A provable night: %s of %s scheduled times accounted for', v_slots.accounted, v_slots.expected)
      else format('%s of %s scheduled times are not accounted for', v_slots.expected - v_slots.accounted,
        v_slots.expected) end,
    'subtitle', format('%s to %s, UTC', to_char(p_from at time zone 'UTC', 'YYYY-MM-DD HH24:MI'),
      to_char(p_to at time zone 'UTC', 'YYYY-MM-DD HH24:MI')),
    'is_partial', false),
  jsonb_build_array(
    nightshift.report_section('Scheduled times', 'select * from task_timeline where expected_at ' || v_times,
      nightshift.value_row('Expected', v_slots.expected), nightshift.value_row('Accounted for', v_slots.accounted),
      nightshift.value_row('Completed', v_slots.went_well), nightshift.value_row('Failed', v_slots.failed),
      nightshift.value_row('Skipped, missed or under way', v_slots.other)) || '{"always": true}',
    nightshift.report_section('Schedules that failed or have times unaccounted for',
      'select * from task_timeline where expected_at ' || v_times, variadic array(
        select nightshift.value_row(c.schedule, c.failed + c.expected - c.accounted, null,
          format('%s expected, %s failed, %s unaccounted for', c.expected, c.failed, c.expected - c.accounted))
        from nightshift.count_slots(p_from, p_to) c
        where c.failed > 0 or c.accounted < c.expected
        order by c.failed + c.expected - c.accounted desc, c.schedule
        limit 10)),
    nightshift.report_section('Emails', 'runs of the night, and select count(*) of the email queue',
      nightshift.value_row('Read', v_emails.read), nightshift.value_row('Not read, tried again', v_emails.failed),
      nightshift.value_row('Workspaces', v_emails.workspaces),
      nightshift.value_row('Waiting', (select count(*) from nightshift.email_queue q where q.failed_at is null)))
      || '{"always": true}',
    nightshift.report_section('Money', 'select sum(cost_usd) from ai_usage where created_at ' || v_times,
      nightshift.value_row('Spent', (select coalesce(sum(u.cost_usd), 0) from public.ai_usage u
        where u.created_at >= p_from and u.created_at < p_to), 'usd'),
      nightshift.value_row('Reserved and not yet settled', (select coalesce(sum(r.usd), 0)
        from nightshift.budget_reservations r where r.booked_at is null), 'usd')) || '{"always": true}',
    nightshift.report_section('Cost by workspace', 'select workspace_id, sum(cost_usd) from ai_usage where created_at '
      || v_times, variadic array(
        select nightshift.value_row(coalesce(to_jsonb(w) ->> 'name', w.id::text), u.usd, 'usd')
        from (
          select a.workspace_id, sum(a.cost_usd) as usd from public.ai_usage a
          where a.created_at >= p_from and a.created_at < p_to group by a.workspace_id
        ) u
        join public.workspaces w on w.id = u.workspace_id
        order by u.usd desc, w.id
        limit 10)),
    nightshift.report_section('Budgets nearly spent', 'select get_budget_status(…)', variadic array(
      select nightshift.value_row(coalesce(to_jsonb(w) ->> 'name', 'the project') || ', by ' || b.period, b.spent_usd,
        'usd', 'limit ' || nightshift.show_value(b.limit_usd, 'usd'))
      from nightshift.list_budgets(p_to, p_is_for_all => true) b
      left join public.workspaces w on w.id = b.workspace_id
      where b.limit_usd > 0 and b.spent_usd * 100 >= b.limit_usd * b.warn_percent
      order by b.spent_usd / b.limit_usd desc
      limit 10)),
    nightshift.report_section('Slowest runs, in seconds', 'select * from task_timeline where expected_at ' || v_times,
      variadic array(
        select nightshift.value_row(s.name, round(max(t.duration_ms) / 1000.0, 1))
        from public.task_dispatches d
        join public.task_schedules s on s.id = d.schedule_id
        join public.autonomous_tasks t on t.id = d.task_id
        where d.slot >= p_from and d.slot < p_to and t.duration_ms is not null
        group by s.name
        order by max(t.duration_ms) desc, s.name
        limit 5))));
end
$$;
comment on function nightshift.describe_night(timestamptz, timestamptz) is
'The numbers of a night: every slot expected, every one accounted for, emails read and waiting, money reserved and '
'spent.';
revoke all on function nightshift.describe_night(timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.write_due_night(p_now timestamptz) returns uuid
language sql set search_path = ''
as $$
  -- From 7 to 7 o'clock, UTC. The title says whether everything is accounted for, so it is read in a list, too.
  select nightshift.store_report(null, 'night', n.ends_at - interval '1 day', n.ends_at, 'UTC',
    nightshift.describe_night(n.ends_at - interval '1 day', n.ends_at), p_now)
  from (
    select date_trunc('day', (p_now at time zone 'UTC') - interval '7 hours') at time zone 'UTC' + interval '7 hours'
      as ends_at
  ) n
  where not exists (
    select from public.workspace_reports r
    where r.workspace_id is null and r.kind = 'night' and r.period_start = n.ends_at - interval '1 day')
$$;
comment on function nightshift.write_due_night(timestamptz) is
'Writes the report of the latest night, 7 to 7 o''clock UTC, once. Returns its id, or null when it is there.';
revoke all on function nightshift.write_due_night(timestamptz) from public, anon, authenticated, service_role;

create or replace function public.report_night(p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform nightshift.require_service();
  if not nightshift.is_range(p_from, p_to, interval '31 days') then
    raise exception 'period_invalid: pass a beginning and a later end, at most 31 days apart.' using errcode = 'PT400';
  end if;
  return nightshift.render_report(nightshift.describe_night(p_from, p_to));
end
$$;
comment on function public.report_night(timestamptz, timestamptz) is
'For the operator: the report of any period of up to 31 days, as {subject, text, html, slack}; nothing is stored. '
'Error: PT400 period_invalid.';
revoke all on function public.report_night(timestamptz, timestamptz) from public, anon, authenticated, service_role;
grant execute on function public.report_night(timestamptz, timestamptz) to service_role;

create or replace function public.get_report(p_report_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_report public.workspace_reports;
begin
  select r.* into v_report from public.workspace_reports r
  where r.id = p_report_id and ((select auth.role()) = 'service_role'
    or r.workspace_id in (select nightshift.my_workspaces()));
  if v_report.id is null then
    raise exception 'report_not_found: there is no such report that you may see.' using errcode = 'PT404';
  end if;
  return nightshift.render_report(v_report.numbers) || jsonb_build_object('version', v_report.version);
end
$$;
comment on function public.get_report(uuid) is
'A report as {subject, text, html, slack, version}. Members read those of their workspaces, the service role all. '
'Error: PT404 report_not_found.';
revoke all on function public.get_report(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_report(uuid) to authenticated, service_role;
