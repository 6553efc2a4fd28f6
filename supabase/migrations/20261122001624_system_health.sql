-- System health: what the looks found, for whoever asks from outside.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.system_health(p_now timestamptz default clock_timestamp()) returns jsonb
language sql stable set search_path = ''
as $$
  with checks as (
    select h.check_name || ':' || case h.check_name
        when 'task_types' then 'success' when 'budgets' then 'spent' when 'setup' then 'state'
        when 'dead_rows' then 'share' else 'age' end as name,
      jsonb_build_object(
        'componentId', nullif(h.subject, ''), 'componentType', 'system',
        'observedValue', h.value, 'limit', h."limit",
        'status', case h.status when 'ok' then 'pass' when 'critical' then 'fail' else 'warn' end,
        'state', h.status, 'time', h.seen_at, 'since', h.since, 'output', h.explanation) as document,
      h.status, h.subject
    from nightshift.health_checks h
  ), late as (
    select nightshift.find_late_look(p_now) as reason
  ), latest as (
    select max(h.seen_at) as seen_at from nightshift.health_checks h
  )
  select jsonb_strip_nulls(jsonb_build_object(
    'status', case
      when l.reason is not null then 'fail'
      when n.seen_at is null then 'warn'
      when exists (select from checks c where c.status = 'critical') then 'fail'
      when exists (select from checks c where c.status = 'degraded') then 'warn'
      else 'pass' end,
    'version', '1',
    'description', 'health of the Nightshift task engine',
    'time', n.seen_at,
    'output', coalesce(l.reason, case when n.seen_at is null then 'Nobody has looked yet.' end)))
    || jsonb_build_object('checks', coalesce((
      select jsonb_object_agg(g.name, g.documents)
      from (
        select c.name, jsonb_agg(jsonb_strip_nulls(c.document) order by c.subject) as documents
        from checks c
        group by c.name
      ) g), '{}'))
  from late l, latest n
$$;
comment on function nightshift.system_health(timestamptz) is
'What the latest look found, in the shape of the health+json draft. The state unknown is shown as warn and does not '
'change the status of the whole; a look older than three intervals fails.';
revoke all on function nightshift.system_health(timestamptz) from public, anon, authenticated, service_role;

create or replace function public.get_system_health() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.system_health();
$$;
comment on function public.get_system_health() is
'Is anything broken that nobody reported? {status: pass, warn or fail, version, time, output, checks: {name: '
'[{componentId, observedValue, limit, status, state, since, time, output}]}}, as draft-inadarei-api-health-check. For '
'the service role. Example: select get_system_health() -> ''status'';';
revoke all on function public.get_system_health() from public, anon, authenticated, service_role;
grant execute on function public.get_system_health() to service_role;
