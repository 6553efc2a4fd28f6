-- Spending: what becomes of money that was set aside.
--
-- When results are saved, it is replaced by what was spent. What nobody reports is booked in full. What tasks set
-- aside is booked here, too, when their run has ended; the migration job_spending has the rest.
-- Locks: rows. Time: milliseconds.

create or replace function nightshift.read_count(p_value jsonb) returns integer
language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'number' then
    case when p_value::numeric >= 0 and p_value::numeric <= 2147483647 then p_value::numeric::integer end
  end
$$;
comment on function nightshift.read_count(jsonb) is 'A count that somebody reported, or null when it is not a count.';
revoke all on function nightshift.read_count(jsonb) from public;

create or replace function nightshift.read_calls(p_lease_token uuid, p_calls jsonb)
returns setof public.ai_usage
language sql stable set search_path = ''
as $$
  with called as (
    select distinct on (c.call_id) c.*, r.run_id, r.usd_per_mail, r.booked_at,
      coalesce(nightshift.read_count(c.emails), 1) as emails_read
    from jsonb_to_recordset(p_calls) as c (
      call_id uuid, workspace_id uuid, analyzer text, model text, tokens_in jsonb, tokens_out jsonb,
        tokens_cached jsonb,
      cost_usd jsonb, price_id text, outcome text, duration_ms jsonb, emails jsonb)
    left join nightshift.budget_reservations r on r.lease_token = p_lease_token and r.workspace_id = c.workspace_id
      and r.task_id is null
    where c.call_id is not null
    order by c.call_id
  ), judged as ( -- the ledger holds four digits before the point
    select c.*, least(coalesce(c.usd_per_mail, 0) * greatest(c.emails_read, 1), 9999) as most_usd,
      case when jsonb_typeof(c.cost_usd) = 'number' then
        case when c.cost_usd::numeric >= 0 then least(c.cost_usd::numeric, 9999) end
      end as told_usd,
      -- An answer about emails costs money for what went in and what came out. Without one of the two its cost is
      -- unknown.
      c.outcome in ('retryable', 'permanent') or c.emails_read = 0
        or (nightshift.read_count(c.tokens_in) is not null
          and nightshift.read_count(c.tokens_out) is not null) as is_told
    from called c
  )
  select j.call_id, w.id, j.run_id, null::uuid, coalesce(j.analyzer, 'openai-compatible'), coalesce(j.model, 'unknown'),
    nightshift.read_count(j.tokens_in), nightshift.read_count(j.tokens_out), nightshift.read_count(j.tokens_cached),
    round(case when j.told_usd is null then j.most_usd when j.is_told then j.told_usd
      else greatest(j.told_usd, j.most_usd) end, 8),
    coalesce(j.price_id, 'unknown'),
    case when j.outcome in ('ok', 'invalid', 'retryable', 'permanent') then j.outcome else 'unknown' end,
    nightshift.read_count(j.duration_ms), j.emails_read, j.booked_at
  from judged j
  left join public.workspaces w on w.id = j.workspace_id
$$;
comment on function nightshift.read_calls(uuid, jsonb) is
'Calls as rows of ai_usage, with created_at of a booked reservation. What a provider did not report, or reported as '
'something that is no count, costs the most that was set aside for the call: never less than what is known.';
revoke all on function nightshift.read_calls(uuid, jsonb) from public;

create or replace function nightshift.enter_calls(
  p_lease_token uuid,
  p_calls jsonb,
  p_now timestamptz,
  out changes jsonb,
  out task_ids uuid[]
)
language plpgsql set search_path = ''
as $$
begin
  -- Calls that end a booked reservation count on the day for which it was booked, where its money was set aside.
  with entered as (
    insert into public.ai_usage (
      id, workspace_id, run_id, task_id, analyzer, model, tokens_in, tokens_out, tokens_cached, cost_usd, price_id,
      outcome, duration_ms, emails, created_at)
    select c.id, c.workspace_id, c.run_id, nightshift.find_run_task(c.run_id, c.workspace_id), c.analyzer, c.model,
      c.tokens_in, c.tokens_out, c.tokens_cached, c.cost_usd, c.price_id, c.outcome, c.duration_ms, c.emails,
      coalesce(c.created_at, p_now)
    from nightshift.read_calls(p_lease_token, p_calls) c
    on conflict (id) do nothing
    returning workspace_id, task_id, created_at, cost_usd
  )
  select
    coalesce(jsonb_agg(jsonb_build_object('workspace_id', e.workspace_id, 'at', e.created_at, 'usd', e.cost_usd)),
      '[]'),
    coalesce(array_agg(e.task_id), '{}')
  into changes, task_ids
  from entered e;
end
$$;
comment on function nightshift.enter_calls(uuid, jsonb, timestamptz) is
'Part of settle_spending: enters calls into the ledger, each id once. Returns what that adds to the days, and the '
'task rows that it concerns.';
revoke all on function nightshift.enter_calls(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.give_back(
  p_lease_token uuid,
  p_email_ids uuid[],
  out changes jsonb,
  out task_ids uuid[]
)
language plpgsql set search_path = ''
as $$
begin
  -- Of a booked reservation, the row in the ledger shrinks.
  with kept as (
    select r.id, r.booked_at, r.usd_per_mail, cardinality(r.email_ids) as held,
      array(select i.id from unnest(r.email_ids) as i (id) where i.id <> all (p_email_ids)) as email_ids
    from nightshift.budget_reservations r
    where r.lease_token = p_lease_token and r.task_id is null
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
    delete from public.ai_usage u
    using kept k
    where u.id = k.id and k.booked_at is not null and cardinality(k.email_ids) = 0
    returning u.id
  )
  select
    coalesce(jsonb_agg(jsonb_build_object('workspace_id', u.workspace_id, 'at', k.booked_at,
      'usd', -k.usd_per_mail * (k.held - cardinality(k.email_ids)))), '[]'),
    coalesce(array_agg(u.task_id), '{}')
  into changes, task_ids
  from kept k
  join public.ai_usage u on u.id = k.id
  where k.booked_at is not null and cardinality(k.email_ids) < k.held;
end
$$;
comment on function nightshift.give_back(uuid, uuid[]) is
'Part of settle_spending: gives back what is set aside for emails that have a result. Returns what that takes from '
'the days, and the task rows that it concerns.';
revoke all on function nightshift.give_back(uuid, uuid[]) from public;

create or replace function nightshift.settle_spending(
  p_lease_token uuid,
  p_email_ids uuid[],
  p_calls jsonb,
  p_now timestamptz default clock_timestamp()
) returns void
language plpgsql set search_path = ''
as $$
declare
  v_entered record;
  v_returned record;
begin
  if p_calls = '[]' and not exists (
    select from nightshift.budget_reservations r where r.lease_token = p_lease_token and r.task_id is null
  ) then
    return;
  end if;
  select * into v_entered from nightshift.enter_calls(p_lease_token, p_calls, p_now);
  select * into v_returned from nightshift.give_back(p_lease_token, p_email_ids);
  perform nightshift.sum_task_costs(v_entered.task_ids || v_returned.task_ids);
  perform nightshift.count_spending(v_entered.changes || v_returned.changes);
end
$$;
comment on function nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz) is
'Enters calls [{call_id, workspace_id, analyzer, model, tokens_in, tokens_out, tokens_cached, cost_usd, price_id, '
'outcome, duration_ms, emails}] into the ledger, each id once, and gives back what was set aside for the emails of '
'the lease, whose reservations the caller has locked. The emails may be held by another run by now: the money is '
'spent.';
revoke all on function nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz) from public;

create or replace function nightshift.add_task_cost(p_task_id uuid, p_usd numeric) returns void
language sql set search_path = ''
as $$
  update public.autonomous_tasks t
  set cost_estimate_usd = least(coalesce(t.cost_estimate_usd, 0) + p_usd, 999999999)
  where t.id = p_task_id and p_usd <> 0
$$;
comment on function nightshift.add_task_cost(uuid, numeric) is
'Adds to the cost of a task what its work has spent, also after it has ended; below zero takes back. So the cost of a '
'task is what the ledger says of it, and what its work returned besides.';
revoke all on function nightshift.add_task_cost(uuid, numeric) from public;

create or replace function nightshift.book_task_spending(p_reservation_id uuid, p_now timestamptz) returns jsonb
-- Whoever holds the row of the task waits for the next pass.
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_dead nightshift.budget_reservations;
begin
  -- A workspace that somebody is deleting is passed over, so that nobody waits for its owner.
  perform
  from public.workspaces w
  where w.id = (select r.workspace_id from nightshift.budget_reservations r where r.id = p_reservation_id)
  for key share skip locked;
  if not found and exists (
    select from nightshift.budget_reservations r where r.id = p_reservation_id and r.workspace_id is not null)
  then
    return jsonb '[]';
  end if;
  update nightshift.budget_reservations r set booked_at = p_now
  where r.id = p_reservation_id and r.booked_at is null
  returning r.* into v_dead;
  if not found then
    return jsonb '[]';
  end if;
  insert into public.ai_usage
    (id, workspace_id, run_id, task_id, analyzer, model, cost_usd, price_id, outcome, emails, created_at)
  values (v_dead.id, v_dead.workspace_id, v_dead.run_id, v_dead.task_id, v_dead.analyzer, v_dead.model, v_dead.usd,
    'reserved', 'unknown', 0, p_now)
  on conflict (id) do nothing;
  if not found then
    -- The work has reported it while its workspace was being deleted.
    return jsonb '[]';
  end if;
  perform nightshift.add_task_cost(v_dead.task_id, v_dead.usd);
  return jsonb_build_array(jsonb_build_object('workspace_id', v_dead.workspace_id, 'at', p_now, 'usd', v_dead.usd));
end
$$;
comment on function nightshift.book_task_spending(uuid, timestamptz) is
'Part of judge_budgets: books what was set aside for a task as spent, with the outcome unknown. Returns what that adds '
'to the days.';
revoke all on function nightshift.book_task_spending(uuid, timestamptz) from public;

create or replace function nightshift.book_lost_spending(p_now timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_id uuid;
  v_changes jsonb := jsonb '[]';
begin
  for v_id in
    -- The run has ended or was taken over, or its lease has ended.
    select r.id
    from nightshift.budget_reservations r
    where r.task_id is not null and r.booked_at is null and not exists (
      select from nightshift.run_leases l
      where l.run_id = r.run_id and l.token = r.lease_token and l.expires_at > p_now)
    order by r.id
  loop
    begin
      v_changes := v_changes || nightshift.book_task_spending(v_id, p_now);
    exception when others then
      perform nightshift.note_problem('judge_budgets', v_id::text, sqlerrm, p_now);
    end;
  end loop;
  return v_changes;
end
$$;
comment on function nightshift.book_lost_spending(timestamptz) is
'Part of judge_budgets: books what tasks set aside and whose run is not there any more to tell. Returns what that '
'adds to the days.';
revoke all on function nightshift.book_lost_spending(timestamptz) from public;

create or replace function nightshift.book_lost_emails(p_now timestamptz, out changes jsonb, out task_ids uuid[])
language sql set search_path = ''
as $$
  with dead as ( -- nobody holds its emails any more, and nobody has reported what became of the calls
    select r.*
    from nightshift.budget_reservations r
    where r.task_id is null and r.booked_at is null and not exists (
      select from nightshift.email_queue q where q.lease_token = r.lease_token and q.lease_expires_at > p_now)
    order by r.id
    for update skip locked
  ), booked as (
    update nightshift.budget_reservations r set booked_at = p_now from dead where r.id = dead.id
  ), entered as (
    insert into public.ai_usage
      (id, workspace_id, run_id, task_id, analyzer, model, cost_usd, price_id, outcome, emails, created_at)
    select d.id, d.workspace_id, d.run_id, t.id, d.analyzer, d.model, d.usd, 'reserved', 'unknown',
      cardinality(d.email_ids), p_now
    from dead d
    left join lateral nightshift.find_run_task(d.run_id, d.workspace_id) as t (id) on true
    returning workspace_id, task_id, cost_usd
  )
  select coalesce(jsonb_agg(jsonb_build_object('workspace_id', e.workspace_id, 'at', p_now, 'usd', e.cost_usd)), '[]'),
    coalesce(array_agg(e.task_id), '{}')
  from entered e
$$;
comment on function nightshift.book_lost_emails(timestamptz) is
'Part of judge_budgets: books what was set aside for emails whose lease ended without results as spent. Returns what '
'that adds to the days, and the task rows that it concerns.';
revoke all on function nightshift.book_lost_emails(timestamptz) from public;

create or replace function nightshift.judge_budgets(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_emails record;
  v_changes jsonb;
  v_warned integer;
begin
  with near as materialized (
    select *
    from nightshift.list_budgets(p_now, p_is_for_all => true) l
    where l.limit_usd > 0 and l.spent_usd >= l.limit_usd * l.warn_percent / 100
  ), free as ( -- workspaces that nobody is deleting: a notice for another would wait for its owner
    select k.id
    from public.workspaces k
    where k.id in (select n.workspace_id from near n)
    order by k.id
    for key share skip locked
  )
  insert into nightshift.spending_notices (workspace_id, reason, period_start, event, subject, message, noted_at)
  select b.workspace_id, 'near_budget_of_' || b.period, b.period_start, 'near_budget',
    format('%s: near_budget_of_%s', case when b.workspace_id is null then 'the project'
      else format('workspace %s', b.workspace_id) end, b.period),
    format('Of the budget of the %s %s of %s USD are spent (%s %%). At 100 %% emails wait.',
      b.period, trim_scale(b.spent_usd), b.limit_usd, floor(100 * b.spent_usd / b.limit_usd)), p_now
  from near b
  where b.workspace_id is null or b.workspace_id in (select f.id from free f)
  on conflict on constraint noted_once_in_a_period do nothing;
  get diagnostics v_warned = row_count;

  select b.* into v_emails from nightshift.book_lost_emails(p_now) b;
  perform nightshift.sum_task_costs(v_emails.task_ids);
  v_changes := v_emails.changes || nightshift.book_lost_spending(p_now);
  -- Last, because everybody who spends waits for the sums of the day.
  perform nightshift.count_spending(v_changes);
  return jsonb_array_length(v_changes) + v_warned;
end
$$;
comment on function nightshift.judge_budgets(timestamptz) is
'Notes budgets that are nearly spent, once in a period, and books what was set aside as spent, with the outcome '
'unknown, where the lease of the emails or of the run of the task has ended and nobody has reported. Returns how many '
'of both. It is the last step of reconcile, so the next one raises alerts for what it notes.';
revoke all on function nightshift.judge_budgets(timestamptz) from public;
