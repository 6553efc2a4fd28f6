-- Job spending: what the work of a task may spend, and what it has spent.
--
-- One mechanism with emails: the same budgets, the same ledger, the same lock. What the work asks for is set aside
-- before it calls anybody, and replaced by what it reports. What it never reports counts as spent, see
-- nightshift.judge_budgets.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.check_spending(p_analyzer text, p_model text, p_usd numeric) returns void
language plpgsql stable set search_path = ''
as $$
declare
  c_most_usd constant numeric := 1000;
  v_analyzers constant text[] := nightshift.analyzers();
begin
  if (p_usd >= 0 and p_usd <= c_most_usd) is not true then
    raise exception 'spending_invalid: usd must be an amount from 0 to % US dollars, and it is %.',
      c_most_usd, coalesce(p_usd::text, 'missing') using errcode = 'PT400';
  elsif (p_analyzer = any (v_analyzers)) is not true then
    raise exception 'spending_invalid: analyzer must be one of %, and it is %.',
      array_to_string(v_analyzers, ', '), coalesce(quote_literal(left(p_analyzer, 100)), 'missing')
      using errcode = 'PT400';
  elsif (length(p_model) between 1 and 200) is not true then
    raise exception 'spending_invalid: model must have 1 to 200 characters.' using errcode = 'PT400';
  end if;
end
$$;
comment on function nightshift.check_spending(text, text, numeric) is
'Part of reserve_task_spending. Error: PT400 spending_invalid.';
revoke all on function nightshift.check_spending(text, text, numeric) from public;

create or replace function nightshift.find_spender(
  p_run_id uuid,
  p_run_token uuid,
  p_task_id uuid,
  p_now timestamptz,
  out workspace_id uuid,
  out problem text
)
language plpgsql set search_path = ''
as $$
declare
  v_job record;
begin
  select j.workspace_id, j.cancel_requested_at into v_job
  from nightshift.jobs j
  join nightshift.run_leases l on l.run_id = j.run_id and l.token = p_run_token and l.expires_at > p_now
  where j.task_id = p_task_id and j.run_id = p_run_id and j.state = 'running';
  if not found then
    problem := 'Nothing is spent: this run does not hold the task any more. Stop the work.';
    return;
  elsif v_job.cancel_requested_at is not null then
    problem := 'Nothing is spent: the task is being cancelled. Stop the work.';
    return;
  end if;
  workspace_id := v_job.workspace_id;
  -- Somebody may be deleting the workspace, and we wait for nobody.
  perform from public.workspaces w where w.id = v_job.workspace_id for key share skip locked;
  if not found and v_job.workspace_id is not null then
    problem := 'Nothing is spent: the workspace is being deleted. Stop the work.';
  end if;
end
$$;
comment on function nightshift.find_spender(uuid, uuid, uuid, timestamptz) is
'Part of reserve_task_spending: the workspace whose money the task of a run spends, null for the project''s; or a '
'sentence that says why it spends nothing.';
revoke all on function nightshift.find_spender(uuid, uuid, uuid, timestamptz) from public;

create or replace function nightshift.reserve_task_spending(
  p_run_id uuid,
  p_run_token uuid,
  p_task_id uuid,
  p_analyzer text,
  p_model text,
  p_usd numeric,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_spender record;
  v_room record;
  v_id uuid;
  v_usd numeric;
begin
  perform nightshift.check_spending(p_analyzer, p_model, p_usd);
  v_usd := ceil(p_usd * 1e8) / 1e8;
  -- Everybody who sets money aside takes turns, before any row is locked: each sees what the others have set aside.
  perform pg_advisory_xact_lock(hashtext('nightshift.budgets'));
  select s.* into v_spender from nightshift.find_spender(p_run_id, p_run_token, p_task_id, p_now) s;
  if v_spender.problem is not null then
    return jsonb_build_object('outcome', 'refused', 'reservation_id', null, 'message', v_spender.problem);
  end if;
  select r.* into v_room
  from nightshift.find_room(v_spender.workspace_id, v_usd,
    array['Nothing is spent', 'the task asked for', 'It has to wait'], p_now) r;
  if v_room.reason is not null then
    -- Emails that wait for the same limit are reported for themselves.
    perform nightshift.note_stops(array[jsonb_build_object('workspace_id', v_spender.workspace_id,
      'reason', v_room.reason || '_for_tasks', 'period_start', v_room.period_start, 'message', v_room.message)], p_now);
    return jsonb_build_object('outcome', 'refused', 'reservation_id', null, 'message', v_room.message);
  end if;
  insert into nightshift.budget_reservations
    (lease_token, workspace_id, run_id, analyzer, model, usd_per_mail, email_ids, task_id, created_at)
  values (p_run_token, v_spender.workspace_id, p_run_id, p_analyzer, p_model, v_usd, '{}', p_task_id, p_now)
  returning id into v_id;
  return jsonb_build_object('outcome', 'reserved', 'reservation_id', v_id, 'message', null);
end
$$;
comment on function nightshift.reserve_task_spending(uuid, uuid, uuid, text, text, numeric, timestamptz) is
'Sets aside p_usd (0 to 1000 US dollars) for what a task that the run holds is about to spend: {outcome: reserved, '
'reservation_id}, or {outcome: `refused`, message} when a limit is reached, no budget exists, the budget is paused, or '
'the task is cancelled or not held any more. A task without a workspace spends from the budget of the project alone. '
'Error: PT400 spending_invalid.';
revoke all on function nightshift.reserve_task_spending(uuid, uuid, uuid, text, text, numeric, timestamptz) from public;

create or replace function nightshift.enter_task_spending(
  p_reservation nightshift.budget_reservations,
  p_usd numeric,
  p_is_told boolean,
  p_now timestamptz
) returns jsonb
-- When the task has ended, members may hold its row. They make nobody wait: what is set aside is booked instead.
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
declare
  v_before public.ai_usage;
  v_entry public.ai_usage;
begin
  select u.* into v_before from public.ai_usage u where u.id = p_reservation.id for update;
  insert into public.ai_usage as u (
    id, workspace_id, run_id, task_id, analyzer, model, cost_usd, price_id, outcome, duration_ms, emails, created_at)
  values (p_reservation.id, p_reservation.workspace_id, p_reservation.run_id, p_reservation.task_id,
    p_reservation.analyzer, p_reservation.model, p_usd, case when p_is_told then 'reported' else 'reserved' end,
    case when p_is_told then 'ok' else 'unknown' end,
    least(greatest(extract(epoch from p_now - p_reservation.created_at) * 1000, 0), 2147483647)::integer, 0, p_now)
  -- It was booked meanwhile: on that day it counts.
  on conflict (id) do update
  set cost_usd = excluded.cost_usd, price_id = excluded.price_id, outcome = excluded.outcome,
    duration_ms = excluded.duration_ms
    where p_reservation.booked_at is not null
  returning u.* into v_entry;
  if not found then
    return jsonb '[]';
  end if;
  perform nightshift.add_task_cost(p_reservation.task_id, v_entry.cost_usd - coalesce(v_before.cost_usd, 0));
  return jsonb_build_array(jsonb_build_object('workspace_id', v_entry.workspace_id, 'at', v_entry.created_at,
    'usd', v_entry.cost_usd - coalesce(v_before.cost_usd, 0)));
end
$$;
comment on function nightshift.enter_task_spending(nightshift.budget_reservations, numeric, boolean, timestamptz) is
'Part of settle_task_spending: enters what a task has spent into the ledger and into the cost of the task. Returns '
'what that adds to the days.';
revoke all on function nightshift.enter_task_spending(nightshift.budget_reservations, numeric, boolean, timestamptz)
  from public;

create or replace function nightshift.settle_task_spending(
  p_run_id uuid,
  p_run_token uuid,
  p_reservation_id uuid,
  p_usd numeric,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  -- The ledger holds four digits before the point.
  c_most_usd constant numeric := 9999;
  v_reserved nightshift.budget_reservations;
  v_is_told constant boolean := coalesce(p_usd >= 0 and p_usd <= 1000, false);
  v_told constant numeric := case when p_usd >= 0 and p_usd < 'Infinity' then round(least(p_usd, c_most_usd), 8) end;
begin
  select r.* into v_reserved
  from nightshift.budget_reservations r
  where r.id = p_reservation_id and r.task_id is not null and r.run_id = p_run_id and r.lease_token = p_run_token;
  if found then
    perform from public.workspaces w where w.id = v_reserved.workspace_id for key share skip locked;
    if found or v_reserved.workspace_id is null then
      -- Nobody deletes the workspace, so only a pass of judge_budgets can hold the row.
      select r.* into v_reserved from nightshift.budget_reservations r where r.id = p_reservation_id for update;
      delete from nightshift.budget_reservations r where r.id = p_reservation_id;
    elsif v_reserved.booked_at is null then
      -- What is spent while the workspace is being deleted, the project alone pays. Its rows are not ours to wait for.
      v_reserved.workspace_id := null;
      v_reserved.task_id := null;
    else
      return jsonb_build_object('outcome', 'settled');
    end if;
  end if;
  if v_reserved.id is null then
    return jsonb_build_object('outcome', case when exists (
      select from public.ai_usage u where u.id = p_reservation_id and u.run_id = p_run_id and u.emails = 0)
      then 'settled' else 'unknown' end);
  end if;
  perform nightshift.count_spending(nightshift.enter_task_spending(v_reserved,
    case when v_is_told then v_told else greatest(v_reserved.usd, v_told) end, v_is_told, p_now));
  return case when v_is_told then jsonb_build_object('outcome', 'settled')
    else jsonb_build_object('outcome', 'invalid', 'message', format('usd must be an amount from 0 to 1000 US dollars, '
      'and it is %s. At least what was set aside counts as spent.', coalesce(p_usd::text, 'missing'))) end;
end
$$;
comment on function nightshift.settle_task_spending(uuid, uuid, uuid, numeric, timestamptz) is
'Replaces what was set aside by what was spent, p_usd (0 to 1000 US dollars), also when the run has ended meanwhile: '
'the money is spent. What is more than was set aside counts, too. Outcomes: settled, also when asked again; invalid '
'with a message for an amount that cannot be, then at least what was set aside counts as spent; unknown for what this '
'run has not set aside.';
revoke all on function nightshift.settle_task_spending(uuid, uuid, uuid, numeric, timestamptz) from public;

create or replace function public.reserve_task_spending(
  p_run_id uuid, p_run_token uuid, p_task_id uuid, p_analyzer text, p_model text, p_usd numeric
) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.reserve_task_spending(p_run_id, p_run_token, p_task_id, p_analyzer, p_model, p_usd);
$$;
comment on function public.reserve_task_spending(uuid, uuid, uuid, text, text, numeric) is
'See nightshift.reserve_task_spending.';
revoke all on function public.reserve_task_spending(uuid, uuid, uuid, text, text, numeric)
from public, anon, authenticated, service_role;
grant execute on function public.reserve_task_spending(uuid, uuid, uuid, text, text, numeric) to service_role;

create or replace function public.settle_task_spending(
  p_run_id uuid, p_run_token uuid, p_reservation_id uuid, p_usd numeric
) returns jsonb
language sql security definer set search_path = ''
as $$
  select nightshift.require_service();
  select nightshift.settle_task_spending(p_run_id, p_run_token, p_reservation_id, p_usd);
$$;
comment on function public.settle_task_spending(uuid, uuid, uuid, numeric) is 'See nightshift.settle_task_spending.';
revoke all on function public.settle_task_spending(uuid, uuid, uuid, numeric)
from public, anon, authenticated, service_role;
grant execute on function public.settle_task_spending(uuid, uuid, uuid, numeric) to service_role;
