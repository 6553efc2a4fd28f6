-- Admission: how much may be spent now, how many emails may be handed to a provider, and what is reported when that
-- is nothing.
--
-- Claims that may spend take turns by one advisory lock, before they lock any row: each sees what all
-- earlier ones have set aside, and no two can wait for each other.
-- Locks: rows. Time: milliseconds.

create or replace function nightshift.find_room(
  p_workspace_id uuid,
  p_usd numeric,
  p_words text[],
  p_now timestamptz,
  out left_usd numeric,
  out reason text,
  out period_start date,
  out message text
)
language plpgsql set search_path = ''
as $$
declare
  v_limit record;
  v_scope text;
begin
  left_usd := 0;
  period_start := (p_now at time zone 'utc')::date;
  select b.*, greatest(b.limit_usd - b.spent_usd - b.reserved_usd, 0) as left_usd into v_limit
  from nightshift.list_budgets(p_now, p_workspace_id) b
  order by b.paused desc, b.limit_usd - b.spent_usd - b.reserved_usd
  limit 1;
  if not found then
    reason := 'no_budget';
    message := format('%s: %s. Set one in workspace_budgets. Without a limit nothing is spent.', p_words[1],
      case when p_workspace_id is null then 'the project has no budget'
        else 'neither this workspace nor the project has a budget' end);
    return;
  end if;
  v_scope := case when v_limit.workspace_id is null then 'project' else 'workspace' end;
  if v_limit.paused then
    reason := v_scope || '_paused';
    message := format('%s: the budget of the %s is paused. %s until %s.', p_words[1], v_scope, p_words[3], case
      when v_scope = 'workspace' and exists (
        select from nightshift.spending_brakes k where k.workspace_id = p_workspace_id)
      then 'an owner or admin releases the brake, see brake_spending' else 'paused is false in workspace_budgets' end);
    return;
  end if;
  left_usd := v_limit.left_usd;
  if left_usd < p_usd then
    reason := v_scope || '_budget_of_' || v_limit.period;
    period_start := v_limit.period_start;
    -- Members read this, and the spending of the project is not for them to know.
    message := format('%s: of the %s budget of the %s %swhich leaves less than the %s USD that %s. %s until %s 00:00 '
      'UTC, or until the limit in workspace_budgets is raised.',
      p_words[1], case v_limit.period when 'day' then 'daily' else 'monthly' end, v_scope,
      case v_scope when 'project' then 'too much is spent or set aside, ' else format(
        '(%s USD) %s USD are spent and %s USD set aside, ',
        v_limit.limit_usd, trim_scale(v_limit.spent_usd), trim_scale(v_limit.reserved_usd)) end,
      trim_scale(p_usd), p_words[2], p_words[3],
      (v_limit.period_start + case v_limit.period when 'day' then interval '1 day' else interval '1 month' end)::date);
  end if;
end
$$;
comment on function nightshift.find_room(uuid, numeric, text[], timestamptz) is
'What the budgets of a workspace and of the project still allow to be spent now; of the project alone where '
'p_workspace_id is null. Where that is less than p_usd, it comes with a reason (no_budget, workspace_ or '
'project_paused, workspace_ or project_budget_of_day or _month), the period that it holds for and a sentence, made '
'with p_words: what does not happen, who asks for the money, who waits. Call it only within the lock of '
'nightshift.budgets.';
revoke all on function nightshift.find_room(uuid, numeric, text[], timestamptz) from public;

create or replace function nightshift.admit_mail(
  p_workspace_id uuid,
  p_choice public.analyzer_choices,
  p_prices jsonb,
  p_now timestamptz,
  out mails integer,
  out usd_per_mail numeric,
  out reason text,
  out period_start date,
  out message text
)
language plpgsql set search_path = ''
as $$
declare
  c_most_mails constant integer := 200;
  -- What nobody reports becomes one row of the ledger, which holds four digits before the point.
  c_most_usd constant numeric := 9999;
  v_price record;
  v_room record;
begin
  mails := 0;
  period_start := (p_now at time zone 'utc')::date;
  select p.usd_per_mail, p.problem into v_price
  from jsonb_to_recordset(p_prices) as p (analyzer text, model text, usd_per_mail numeric, problem text)
  where p.analyzer = p_choice.analyzer and p.model = p_choice.model
  order by p.usd_per_mail desc nulls first
  limit 1;
  if not found or v_price.problem = 'not_configured' then
    reason := 'not_configured';
    message := format('Emails are not read: %s is chosen for this workspace, but the function continuous-intelligence '
      'has no key for it. Set the key (supabase secrets set), or choose another analyzer in analyzer_choices.',
      p_choice.analyzer);
    return;
  elsif v_price.problem is not null
    or (v_price.usd_per_mail >= 0 and v_price.usd_per_mail <= 1000) is not true
  then
    reason := 'unknown_price';
    message := format('Emails are not read: nobody knows what %s costs. Put its price into model_prices, or choose '
      'another model in analyzer_choices.', p_choice.model);
    return;
  end if;
  usd_per_mail := ceil(v_price.usd_per_mail * 1e8) / 1e8;

  select r.* into v_room
  from nightshift.find_room(p_workspace_id, usd_per_mail,
    array['Emails are not read', 'an email may cost', 'They wait'], p_now) r;
  if v_room.reason is not null then
    reason := v_room.reason;
    period_start := v_room.period_start;
    message := v_room.message;
    return;
  end if;
  mails := case when usd_per_mail = 0 then c_most_mails
    else least(floor(least(v_room.left_usd, c_most_usd) / usd_per_mail), c_most_mails) end;
end
$$;
comment on function nightshift.admit_mail(uuid, public.analyzer_choices, jsonb, timestamptz) is
'How many emails of a workspace (0 to 200) may be handed to its analyzer now, and the most that each may cost. 0 '
'comes with a reason (not_configured, unknown_price, or one of find_room), the period that it holds for and a '
'sentence. Call it only within the lock of '
'nightshift.budgets.';
revoke all on function nightshift.admit_mail(uuid, public.analyzer_choices, jsonb, timestamptz) from public;

create or replace function nightshift.note_stops(p_stops jsonb[], p_now timestamptz)
returns table (workspace_id uuid, reason text, message text)
language sql set search_path = ''
as $$
  -- What was reported in this period already is not reported again.
  insert into nightshift.spending_notices as n (workspace_id, reason, period_start, event, subject, message, noted_at)
  select s.workspace_id, s.reason, s.period_start,
    case when s.reason ~ '_budget_of_' then 'over_budget' when s.reason !~ '_paused' then 'failed' end,
    case when s.reason like 'project%' or s.workspace_id is null then 'the project: ' || s.reason
      else format('workspace %s: %s', s.workspace_id, s.reason) end,
    s.message, p_now
  from jsonb_to_recordset(to_jsonb(p_stops)) as s (workspace_id uuid, reason text, period_start date, message text)
  on conflict on constraint noted_once_in_a_period do nothing
  returning n.workspace_id, n.reason, n.message
$$;
comment on function nightshift.note_stops(jsonb[], timestamptz) is
'Notes that nothing is spent, for each of [{workspace_id, reason, period_start, message}], once in the period. '
'Returns those that were not noted before. Call it only within the lock of nightshift.budgets.';
revoke all on function nightshift.note_stops(jsonb[], timestamptz) from public;

create or replace function nightshift.pass_over(p_run_id uuid, p_stops jsonb[], p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  c_look_again_after constant interval := interval '5 minutes';
  v_workspace_ids uuid[] := array(select (s.stop ->> 'workspace_id')::uuid from unnest(p_stops) as s (stop));
begin
  -- Whoever holds the row is about to add emails, or to raise a limit. Then it stays as it is.
  update nightshift.workspace_turns t
  set due_at = p_now + c_look_again_after
  from (
    select locked.workspace_id
    from nightshift.workspace_turns locked
    where locked.workspace_id = any (v_workspace_ids)
    for update skip locked
  ) free
  where t.workspace_id = free.workspace_id;

  update nightshift.run_leases l
  set passed_over = array(select unnest(l.passed_over) union select unnest(v_workspace_ids))
  where l.run_id = p_run_id;

  insert into public.autonomous_tasks (
    workspace_id, task_type, status, input_data, error_message, executed_at, completed_at, triggered_by, agent_name)
  select n.workspace_id, root.task_type,
    case when n.reason ~ '(_budget_of_|_paused$)' then 'cancelled' else 'failed' end,
    jsonb_build_object('passed_over_by', p_run_id, 'reason', n.reason), n.message, p_now, p_now,
    root.triggered_by, root.agent_name
  from nightshift.note_stops(p_stops, p_now) n
  join public.autonomous_tasks root on root.id = p_run_id;
end
$$;
comment on function nightshift.pass_over(uuid, jsonb[], timestamptz) is
'Leaves the emails of workspaces alone for 5 minutes, or until a choice, price or budget changes, for each of '
'[{workspace_id, reason, period_start, message}], and writes why into a task row of the workspace, once in the '
'period: cancelled for a limit, failed when the setup lacks something.';
revoke all on function nightshift.pass_over(uuid, jsonb[], timestamptz) from public;
