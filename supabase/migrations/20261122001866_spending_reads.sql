-- Spending reads: what a workspace spent on what, and what stops when.
--
-- Membership is checked first, then sums are added up, so the answer takes the same time however many calls there are.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.list_type_costs(p_workspace_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language sql stable set search_path = ''
as $$
  with daily as (
    select date_bin('24 hours', d.day, '2000-01-01Z') as day, d.task_type, sum(d.cost_usd) as usd,
      sum(d.tasks) as tasks
    from nightshift.task_days_now d
    where d.workspace_id = p_workspace_id and d.day >= p_from and d.day < p_to
    group by 1, 2
  )
  select jsonb_build_object(
    'days', (select coalesce(jsonb_agg(jsonb_build_object('day', d.day::date, 'usd', d.usd, 'types', d.types)
        order by d.day), '[]')
      from (select l.day, sum(l.usd) as usd, jsonb_object_agg(l.task_type, l.usd) filter (where l.usd > 0) as types
        from daily l group by l.day) d),
    'types', (select coalesce(jsonb_agg(jsonb_build_object('task_type', t.task_type, 'usd', t.usd, 'tasks', t.tasks)
        order by t.usd desc, t.task_type), '[]')
      from (select l.task_type, sum(l.usd) as usd, sum(l.tasks) as tasks from daily l group by l.task_type
        having sum(l.usd) > 0) t))
$$;
comment on function nightshift.list_type_costs(uuid, timestamptz, timestamptz) is
'What tasks cost by day (UTC) and by type: {days: [{day, usd, types}], types: [{task_type, usd, tasks}]}.';
revoke all on function nightshift.list_type_costs(uuid, timestamptz, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_model_costs(p_workspace_id uuid, p_from date, p_limit integer) returns jsonb
language sql stable set search_path = ''
as $$
  with daily as (
    select m.day, m.model, sum(m.calls) as calls, sum(m.failed) as failed, sum(m.tokens_in) as tokens_in,
      sum(m.tokens_out) as tokens_out, sum(m.usd) as usd
    from nightshift.model_days_now m
    where m.workspace_id = p_workspace_id and m.day >= p_from
    group by 1, 2
    having sum(m.calls) <> 0
  )
  select jsonb_build_object(
    'days', (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'usd', d.usd, 'calls', d.calls)
        order by d.day), '[]')
      from (select l.day, sum(l.usd) as usd, sum(l.calls) as calls from daily l group by l.day) d),
    'models', (select coalesce(jsonb_agg(jsonb_build_object('model', left(m.model, 100), 'usd', m.usd,
        'calls', m.calls, 'failed', m.failed, 'tokens_in', m.tokens_in, 'tokens_out', m.tokens_out)
        order by m.usd desc, m.model), '[]')
      from (select l.model, sum(l.usd) as usd, sum(l.calls) as calls, sum(l.failed) as failed,
          sum(l.tokens_in) as tokens_in, sum(l.tokens_out) as tokens_out
        from daily l group by l.model order by sum(l.usd) desc, l.model limit p_limit) m))
$$;
comment on function nightshift.list_model_costs(uuid, date, integer) is
'What calls of providers cost by day (UTC) and by model: {days: [{day, usd, calls}], models: [{model, usd, calls, '
'failed, tokens_in, tokens_out}]}, the dearest first.';
revoke all on function nightshift.list_model_costs(uuid, date, integer)
  from public, anon, authenticated, service_role;

create or replace function nightshift.foresee_budgets(p_workspace_id uuid, p_now timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  -- The pace is that of the period so far, at least of an hour.
  select coalesce(jsonb_agg(jsonb_build_object('period', b.period, 'period_start', b.period_start,
      'period_ends_at', to_jsonb(p.ends_at), 'limit_usd', b.limit_usd, 'spent_usd', b.spent_usd,
      'reserved_usd', b.reserved_usd, 'warn_percent', b.warn_percent, 'paused', b.paused,
      'ends_at', case
        when b.paused then null
        when b.spent_usd + b.reserved_usd >= b.limit_usd then to_jsonb(p_now)
        when b.spent_usd > 0 and e.at < p.ends_at then to_jsonb(e.at) end)
    order by b.period), '[]')
  from nightshift.list_budgets(p_now, p_workspace_id) b
  cross join lateral (
    select b.period_start::timestamp at time zone 'utc' as starts_at,
      (b.period_start + case b.period when 'day' then interval '1 day' else interval '1 month' end)
        at time zone 'utc' as ends_at
  ) p
  cross join lateral (
    select p_now + greatest(p_now - p.starts_at, interval '1 hour') * least(
      (b.limit_usd - b.spent_usd - b.reserved_usd) / nullif(b.spent_usd, 0), 1000)::double precision as at
  ) e
  where b.workspace_id = p_workspace_id
$$;
comment on function nightshift.foresee_budgets(uuid, timestamptz) is
'The limits of a workspace with what is spent and set aside, and ends_at: when they are used up at the pace of the '
'period so far; now where they are, null where the period ends before.';
revoke all on function nightshift.foresee_budgets(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.count_waiting_for_money(p_workspace_id uuid, p_most integer, p_now timestamptz)
returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('message', n.message, 'since', to_jsonb(n.noted_at), 'emails', (
    select count(*) from (
      select from nightshift.email_queue q
      where q.workspace_id = p_workspace_id and q.failed_at is null limit p_most) e))
  from (
    select n.message, n.noted_at
    from nightshift.spending_notices n
    where n.workspace_id = p_workspace_id and n.reason not like 'near%'
      and n.period_start in ((p_now at time zone 'utc')::date, date_trunc('month', p_now at time zone 'utc')::date)
      -- A notice of before the latest run that read with money speaks of what is over.
      and not exists (
        select from public.ai_usage u
        where u.workspace_id = p_workspace_id and u.created_at > n.noted_at and u.outcome = 'ok')
    order by n.noted_at desc
    limit 1
  ) n
$$;
comment on function nightshift.count_waiting_for_money(uuid, integer, timestamptz) is
'Why nothing is spent at present, since when, and how many emails wait; null where nothing waits for money.';
revoke all on function nightshift.count_waiting_for_money(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.get_spending(p_workspace_id uuid, p_days integer default 30) returns jsonb
-- Planned for the range at hand.
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  c_most_days constant integer := 180;
  c_most_waiting constant integer := 1000;
  c_most_models constant integer := 20;
  v_now constant timestamptz := now();
  v_first_day date;
  v_role text;
begin
  if (p_days between 1 and c_most_days) is not true then
    raise exception 'range_invalid: p_days must be from 1 to %.', c_most_days using errcode = 'PT400';
  end if;
  select m.role into v_role
  from public.workspace_members m where m.workspace_id = p_workspace_id and m.user_id = auth.uid();
  if v_role is null then
    return null;
  end if;
  v_first_day := (v_now at time zone 'utc')::date - (p_days - 1);
  return jsonb_build_object('as_of', to_jsonb(v_now), 'role', v_role, 'first_day', v_first_day,
    'counted_from', case when nightshift.counted_from() > v_first_day::timestamp at time zone 'utc'
      then to_jsonb(nightshift.counted_from()) end,
    'tasks', nightshift.list_type_costs(p_workspace_id, v_first_day::timestamp at time zone 'utc', 'infinity'),
    'calls', nightshift.list_model_costs(p_workspace_id, v_first_day, c_most_models),
    'budgets', nightshift.foresee_budgets(p_workspace_id, v_now),
    'brake', (select jsonb_build_object('at', to_jsonb(k.braked_at), 'by', k.braked_by)
      from nightshift.spending_brakes k where k.workspace_id = p_workspace_id),
    'waiting', nightshift.count_waiting_for_money(p_workspace_id, c_most_waiting, v_now));
end
$$;
comment on function public.get_spending(uuid, integer) is
'What a workspace spent in the last p_days days (1 to 180, UTC): {as_of, role, first_day, counted_from, tasks, calls, '
'budgets, brake, waiting}. tasks: by day and type, as the log has it, so with what external agents report; calls: by '
'day and model, as the ledger has it; budgets: with what is set aside, and when they end at this pace; brake: since '
'when spending is stopped; waiting: emails that wait for money, and why. For members; null for a stranger. Error: '
'PT400 range_invalid.';
revoke all on function public.get_spending(uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.get_spending(uuid, integer) to authenticated;
