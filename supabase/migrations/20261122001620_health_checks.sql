-- Health checks: is anything broken that nobody reported, and since when?
--
-- Every five minutes the database worker takes a look. Each theme registers its own checks by one row in
-- health_sources, so this file knows none of the later ones. A state counts after two looks, one alert holds all
-- changes of a look, recovery is told, and a state that stays critical is told again once a day.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.health_sources (
  name text primary key,
  constraint name_is_an_identifier check (name ~ '^[a-z][a-z0-9_]{0,40}$')
);
alter table nightshift.health_sources enable row level security;
revoke all on nightshift.health_sources from public, anon, authenticated, service_role;
comment on table nightshift.health_sources is
'The health checks. Each is a function nightshift.look_at_<name>(timestamptz), which returns one row for each subject: '
'subject, status (ok, degraded, critical or unknown), value, limit_value, explanation.';
comment on column nightshift.health_sources.name is 'the check; its function is nightshift.look_at_<name>';

create table if not exists nightshift.health_checks (
  check_name text not null,
  subject text not null,
  status text not null,
  value numeric,
  "limit" numeric,
  explanation text not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  previous_status text,
  told_status text not null default 'ok',
  told_at timestamptz,
  constraint one_row_for_each_subject_of_a_check primary key (check_name, subject),
  constraint status_is_known check (status in ('ok', 'degraded', 'critical', 'unknown')),
  constraint told_status_is_known check (told_status in ('ok', 'degraded', 'critical'))
);
alter table nightshift.health_checks enable row level security;
revoke all on nightshift.health_checks from public, anon, authenticated, service_role;
comment on table nightshift.health_checks is
'What the latest look of the health check found, and what was told about it.';
comment on column nightshift.health_checks.check_name is 'the check';
comment on column nightshift.health_checks.subject is 'what was looked at, such as the name of a schedule';
comment on column nightshift.health_checks.status is
'ok, degraded, critical, or unknown: there was nothing to judge, or no right to look';
comment on column nightshift.health_checks.value is 'what was measured, in the unit that the explanation names';
comment on column nightshift.health_checks."limit" is 'where the status begins, or the next worse one where it is ok';
comment on column nightshift.health_checks.explanation is 'one sentence for the operator';
comment on column nightshift.health_checks.since is 'the look that found this status first';
comment on column nightshift.health_checks.seen_at is 'the latest look';
comment on column nightshift.health_checks.previous_status is 'the status of the look before; null at the first look';
comment on column nightshift.health_checks.told_status is 'the status that operators were told last';
comment on column nightshift.health_checks.told_at is 'when they were told; null: never';

create or replace function nightshift.judge_value(p_value numeric, p_degraded numeric, p_critical numeric)
  returns text
language sql immutable set search_path = ''
as $$
  select case when p_value is null then 'unknown' when p_value >= p_critical then 'critical'
    when p_value >= p_degraded then 'degraded' else 'ok' end
$$;
comment on function nightshift.judge_value(numeric, numeric, numeric) is
'ok, degraded or critical, by two limits. Unknown without a value.';
revoke all on function nightshift.judge_value(numeric, numeric, numeric) from public, anon, authenticated, service_role;

create or replace function nightshift.note_look(p_name text, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
begin
  execute format($f$
    insert into nightshift.health_checks as h
      (check_name, subject, status, value, "limit", explanation, since, seen_at)
    select distinct on (l.subject) $2, left(l.subject, 200), l.status, l.value, l.limit_value,
      left(l.explanation, 1000), $1, $1
    from nightshift.%I($1) l
    order by l.subject
    on conflict (check_name, subject) do update
    set previous_status = h.status, status = excluded.status, value = excluded.value, "limit" = excluded."limit",
      explanation = excluded.explanation, seen_at = excluded.seen_at,
      since = case when h.status = excluded.status then h.since else excluded.since end
  $f$, 'look_at_' || p_name) using p_now, p_name;
end
$$;
comment on function nightshift.note_look(text, timestamptz) is 'Part of take_look: one check.';
revoke all on function nightshift.note_look(text, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.take_look(p_now timestamptz default clock_timestamp()) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_name text;
begin
  for v_name in select s.name from nightshift.health_sources s order by s.name loop
    begin
      perform nightshift.note_look(v_name, p_now);
    exception when others then
      raise warning 'nightshift.look_at_%: % (%)', v_name, sqlerrm, sqlstate;
      -- What cannot be looked at is unknown: it neither frightens nor calms anybody.
      insert into nightshift.health_checks as h (check_name, subject, status, explanation, since, seen_at)
      values (v_name, v_name, 'unknown', format('This could not be looked at (database error %s).', sqlstate), p_now,
        p_now)
      on conflict (check_name, subject) do nothing;
      update nightshift.health_checks h
      set previous_status = h.status, status = 'unknown', value = null, seen_at = p_now,
        explanation = format('This could not be looked at (database error %s).', sqlstate),
        since = case when h.status = 'unknown' then h.since else p_now end
      where h.check_name = v_name and h.seen_at < p_now;
    end;
  end loop;
  -- What is there no more, such as a schedule that was deleted or paused, goes when that has been told.
  delete from nightshift.health_checks h where h.seen_at < p_now and h.told_status = 'ok';
  update nightshift.health_checks h
  set previous_status = h.status, status = 'ok', value = null, explanation = 'It is not looked at any more.',
    seen_at = p_now, since = case when h.status = 'ok' then h.since else p_now end
  where h.seen_at < p_now;
  return (
    select jsonb_build_object('checks', count(*), 'ok', count(*) filter (where h.status = 'ok'),
      'degraded', count(*) filter (where h.status = 'degraded'),
      'critical', count(*) filter (where h.status = 'critical'),
      'unknown', count(*) filter (where h.status = 'unknown'))
    from nightshift.health_checks h);
end
$$;
comment on function nightshift.take_look(timestamptz) is
'Looks at everything and writes health_checks. A check that raises an error is unknown and stops no other. Returns how '
'many have which status.';
revoke all on function nightshift.take_look(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.state_that_counts(p_check nightshift.health_checks) returns text
language sql immutable set search_path = ''
as $$
  select case
    when p_check.status = 'unknown' then p_check.told_status
    when p_check.status = p_check.previous_status then p_check.status
    -- Twice not well, whichever way: that is enough to be told for the first time.
    when p_check.told_status = 'ok' and p_check.status in ('degraded', 'critical')
      and p_check.previous_status in ('degraded', 'critical') then 'degraded'
    else p_check.told_status
  end
$$;
comment on function nightshift.state_that_counts(nightshift.health_checks) is
'The status that two looks in a row agree on, otherwise the one that was told before.';
revoke all on function nightshift.state_that_counts(nightshift.health_checks)
  from public, anon, authenticated, service_role;

create or replace function nightshift.tell_changes(p_run_id uuid, p_now timestamptz) returns text
language plpgsql set search_path = ''
as $$
declare
  -- A look that comes some minutes early must not skip a day.
  c_remind_after constant interval := interval '23 hours 50 minutes';
  c_most_named constant integer := 10;
  v_told record;
begin
  with changed as (
    update nightshift.health_checks h
    set told_status = nightshift.state_that_counts(h), told_at = p_now
    where nightshift.state_that_counts(h) <> h.told_status
      or (h.told_status = 'critical' and h.status = 'critical' and h.told_at <= p_now - c_remind_after)
    returning h.check_name, h.subject, h.told_status, h.explanation, h.since, h.value, h."limit"
  ), placed as (
    select c.*, row_number() over (
        order by array_position(array['critical', 'degraded', 'ok'], c.told_status), c.check_name, c.subject) as place
    from changed c
  )
  select bool_or(p.told_status <> 'ok') as is_unhealthy, count(*) as changes,
    string_agg(format('%s: %s. %s', nightshift.name_check(p.check_name, p.subject),
      case p.told_status when 'ok' then 'ok again' else p.told_status end, p.explanation), ' ' order by p.place)
      filter (where p.place <= c_most_named) as message,
    jsonb_agg(jsonb_build_object('check', p.check_name, 'subject', p.subject, 'status', p.told_status,
      'value', p.value, 'limit', p."limit", 'since', p.since) order by p.place)
      filter (where p.place <= c_most_named) as changes_told
  into v_told
  from placed p;
  if v_told.changes = 0 then
    return null;
  end if;
  perform nightshift.note_alert_event(
    case when v_told.is_unhealthy then 'unhealthy' else 'recovered' end, 'system health', 'system_health_check',
    format('health %s', p_now), null,
    v_told.message || case when v_told.changes > c_most_named
      then format(' And %s more: see get_system_health().', v_told.changes - c_most_named) else '' end,
    jsonb_build_object('task_id', p_run_id, 'task_type', 'system_health_check', 'changes', v_told.changes_told),
    100, p_now);
  return case when v_told.is_unhealthy then 'unhealthy' else 'recovered' end;
end
$$;
comment on function nightshift.tell_changes(uuid, timestamptz) is
'Notes one alert event for all changes that count since the last look, and for what has been critical for another day. '
'Returns its event, unhealthy or recovered, or null.';
revoke all on function nightshift.tell_changes(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.name_check(p_check_name text, p_subject text) returns text
language sql immutable set search_path = ''
as $$ select replace(p_check_name, '_', ' ') || case when p_subject = '' then '' else format(' "%s"', p_subject) end $$;
comment on function nightshift.name_check(text, text) is 'A check and its subject in words.';
revoke all on function nightshift.name_check(text, text) from public, anon, authenticated, service_role;

create or replace function nightshift.system_health_check_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_output jsonb;
begin
  if p_workspace_id is null then
    v_output := nightshift.take_look(p_now);
    v_output := v_output || jsonb_build_object('told', nightshift.tell_changes(p_run_id, p_now));
  end if;
  return jsonb_build_object('done', true, 'touched', '[]'::jsonb, 'output', coalesce(v_output, '{}'));
end
$$;
comment on function nightshift.system_health_check_chunk(uuid, uuid, timestamptz) is
'The work of system_health_check: one look at everything. It has no part for a single workspace.';
revoke all on function nightshift.system_health_check_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.system_health_check_due(p_run_id uuid, p_limit integer, p_now timestamptz)
  returns setof uuid
language sql stable security definer set search_path = ''
as $$ select null::uuid where false and p_run_id is null and p_limit is null and p_now is null $$;
comment on function nightshift.system_health_check_due(uuid, integer, timestamptz) is
'No workspaces: the health check is the project''s.';
revoke all on function nightshift.system_health_check_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

insert into nightshift.database_types (task_type) values ('system_health_check') on conflict (task_type) do nothing;

create or replace function nightshift.find_late_look(p_now timestamptz) returns text
language plpgsql stable set search_path = ''
as $$
begin
  return (
    select format('The system health check, which runs as "%s", has not looked since %s.', s.name,
      coalesce(to_char(l.seen_at at time zone 'utc', 'YYYY-MM-DD HH24:MI "UTC"'), 'it was switched on'))
    from public.task_schedules s
    cross join lateral (
      select p_now - (t.latest - nightshift.slots_back(s.cron_expression, t.latest, 3, s.time_zone)) as at
      from (select nightshift.latest_slot(s.cron_expression, p_now, s.time_zone) offset 0) as t (latest)
      offset 0 -- once
    ) third
    cross join lateral (
      select max(h.seen_at) as seen_at from nightshift.health_checks h where h.seen_at <= p_now + interval '1 minute'
    ) l
    where s.task_type = 'system_health_check' and s.target = 'database' and s.enabled and s.cron_expression is not null
      and third.at > s.active_since and coalesce(l.seen_at, '-infinity') < third.at
      and nightshift.job_state(s) <> 'switched_off'
    limit 1
  );
end
$$;
comment on function nightshift.find_late_look(timestamptz) is
'Whether the latest look of the health check is older than three intervals of its schedule, in a sentence. Null while '
'it is not, and while the schedule is paused.';
revoke all on function nightshift.find_late_look(timestamptz) from public, anon, authenticated, service_role;
