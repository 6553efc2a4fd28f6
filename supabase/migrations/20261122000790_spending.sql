-- Spending: what becomes of money that was set aside.
--
-- Settling replaces it by what was spent and needs no turn; what nobody settles is booked in full.
-- Locks: rows. Time: milliseconds.

create or replace function nightshift.settle_spending(
  p_lease_token uuid,
  p_email_ids uuid[],
  p_calls jsonb,
  p_now timestamptz default clock_timestamp()
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_changes jsonb := jsonb '[]';
  v_paid jsonb;
  v_task_ids uuid[];
begin
  if p_calls = '[]' and not exists (
    select from nightshift.budget_reservations r where r.lease_token = p_lease_token
  ) then
    return;
  end if;

  -- Calls that end a booked reservation count on the day for which it was booked, where its money was set aside.
  with called as (
    select distinct on (c.call_id) c.*
    from jsonb_to_recordset(p_calls) as c (
      call_id uuid, workspace_id uuid, analyzer text, model text, tokens_in integer, tokens_out integer,
      tokens_cached integer, cost_usd numeric, price_id text, outcome text, duration_ms integer, emails integer)
    order by c.call_id
  ), entered as (
    insert into public.ai_usage (
      id, workspace_id, run_id, task_id, analyzer, model, tokens_in, tokens_out, tokens_cached, cost_usd, price_id,
      outcome, duration_ms, emails, created_at)
    select c.call_id, w.id, r.run_id, t.id, c.analyzer, c.model, c.tokens_in, c.tokens_out, c.tokens_cached, c.cost_usd,
      c.price_id, c.outcome, c.duration_ms, c.emails, coalesce(r.booked_at, p_now)
    from called c
    left join public.workspaces w on w.id = c.workspace_id
    left join nightshift.budget_reservations r on r.lease_token = p_lease_token and r.workspace_id = c.workspace_id
    left join lateral nightshift.find_run_task(r.run_id, r.workspace_id) as t (id) on true
    on conflict (id) do nothing
    returning workspace_id, task_id, created_at, cost_usd
  )
  select jsonb_agg(jsonb_build_object('workspace_id', e.workspace_id, 'at', e.created_at, 'usd', e.cost_usd)), array_agg(e.task_id)
  into v_paid, v_task_ids
  from entered e;
  v_changes := v_changes || coalesce(v_paid, '[]');

  -- What is set aside for settled mail goes back; of a booked reservation its row in the ledger shrinks.
  with kept as (
    select r.id, r.booked_at, r.usd_per_mail, cardinality(r.email_ids) as held,
      array(select i.id from unnest(r.email_ids) as i (id) where i.id <> all (p_email_ids)) as email_ids
    from nightshift.budget_reservations r
    where r.lease_token = p_lease_token
  ), closed as (
    delete from nightshift.budget_reservations r using kept k where r.id = k.id and cardinality(k.email_ids) = 0
  ), reduced as (
    update nightshift.budget_reservations r set email_ids = k.email_ids
    from kept k
    where r.id = k.id and cardinality(k.email_ids) between 1 and k.held - 1
  ), shrunk as (
    update public.ai_usage u
    set cost_usd = k.usd_per_mail * cardinality(k.email_ids), emails = cardinality(k.email_ids)
    from kept k
    where u.id = k.id and k.booked_at is not null and cardinality(k.email_ids) between 1 and k.held - 1
    returning u.id
  ), removed as (
    delete from public.ai_usage u using kept k where u.id = k.id and k.booked_at is not null and cardinality(k.email_ids) = 0
    returning u.id
  )
  select jsonb_agg(jsonb_build_object('workspace_id', u.workspace_id, 'at', k.booked_at,
      'usd', -k.usd_per_mail * (k.held - cardinality(k.email_ids)))), v_task_ids || array_agg(u.task_id)
  into v_paid, v_task_ids
  from kept k
  join public.ai_usage u on u.id = k.id
  where k.booked_at is not null and cardinality(k.email_ids) < k.held;
  v_changes := v_changes || coalesce(v_paid, '[]');

  perform nightshift.sum_task_costs(v_task_ids);
  perform nightshift.count_spending(v_changes);
end
$$;
comment on function nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz) is
'Enters calls [{call_id, workspace_id, analyzer, model, tokens_in, tokens_out, tokens_cached, cost_usd, price_id, outcome, duration_ms, emails}] into the ledger, each id once, and gives back what was set aside for the mails of the lease, whose reservations the caller has locked. The mails may be anybody''s by now: the money is spent.';
revoke all on function nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz) from public;

create or replace function nightshift.judge_budgets(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_task_ids uuid[];
  v_changes jsonb;
  v_booked integer;
  v_warned integer;
begin
  insert into nightshift.spending_notices (workspace_id, reason, period_start, event, subject, message, noted_at)
  select b.workspace_id, 'near_budget_of_' || b.period, b.period_start, 'near_budget',
    coalesce('workspace ' || b.workspace_id, 'the project') || ': near_budget_of_' || b.period,
    format('Of the budget of the %s %s of %s USD are spent (%s %%). At 100 %% mail waits.',
      b.period, trim_scale(b.spent_usd), b.limit_usd, floor(100 * b.spent_usd / b.limit_usd)), p_now
  from nightshift.list_budgets(p_now, p_is_for_all => true) b
  where b.limit_usd > 0 and b.spent_usd >= b.limit_usd * b.warn_percent / 100
  on conflict on constraint noted_once_in_a_period do nothing;
  get diagnostics v_warned = row_count;

  -- Last, as everybody who spends waits for the sums of the day.
  with dead as ( -- nobody holds its mail any more, and nobody has told what became of the calls
    select r.*
    from nightshift.budget_reservations r
    where r.booked_at is null and not exists (
      select from nightshift.email_queue q where q.lease_token = r.lease_token and q.lease_expires_at > p_now)
    order by r.id
    for update skip locked
  ), booked as (
    update nightshift.budget_reservations r set booked_at = p_now from dead where r.id = dead.id
  ), entered as (
    insert into public.ai_usage (id, workspace_id, run_id, task_id, analyzer, model, cost_usd, price_id, outcome, emails, created_at)
    select d.id, d.workspace_id, d.run_id, t.id, d.analyzer, d.model, d.usd_per_mail * cardinality(d.email_ids), 'reserved',
      'unknown', cardinality(d.email_ids), p_now
    from dead d
    left join lateral nightshift.find_run_task(d.run_id, d.workspace_id) as t (id) on true
    returning workspace_id, task_id, cost_usd
  )
  select count(*), array_agg(e.task_id), jsonb_agg(jsonb_build_object('workspace_id', e.workspace_id, 'at', p_now, 'usd', e.cost_usd))
  into v_booked, v_task_ids, v_changes
  from entered e;
  if v_booked > 0 then
    perform nightshift.sum_task_costs(v_task_ids);
    perform nightshift.count_spending(v_changes);
  end if;
  return v_booked + v_warned;
end
$$;
comment on function nightshift.judge_budgets(timestamptz) is
'Notes budgets that near their end, once in a period, and books what was set aside for mail whose lease ended unsettled as spent, outcome unknown. Returns how many of both. It is the last step of reconcile, so what it notes is told by the next.';
revoke all on function nightshift.judge_budgets(timestamptz) from public;
