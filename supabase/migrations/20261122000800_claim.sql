-- Claim: how mail gets from the queue to a runner, fairly, under a lease, and within its budget.
--
-- It works on sets and never waits for a row that another runner holds. Where some workspace has its
-- mail read for money, claims take turns.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.claim_emails(
  p_run_id uuid,
  p_batch_size_per_workspace integer default 10,
  p_max_workspaces integer default 50,
  p_limit integer default 50,
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp(),
  p_prices jsonb default '[]'
) returns jsonb
-- Without bitmaps the oldest mail comes straight from the index, however long a backlog is.
language plpgsql set search_path = '' set enable_bitmapscan = off
as $$
declare
  c_suspect_attempts constant integer := 2;
  -- Characters; twice what the analyzers read of a text. A function has 256 MB, and mail may come from anywhere.
  c_most_subject constant integer := 2000;
  c_most_text constant integer := 131072;
  c_most_html constant integer := 262144;
  -- Stops are written when the loop is over; so many take about a second.
  c_most_stops constant integer := 2000;
  v_alone boolean;
  v_lease_token uuid := gen_random_uuid();
  v_lease_expires_at timestamptz := p_now + make_interval(secs => p_lease_seconds);
  v_touched uuid[];
  v_claimed uuid[] := array[]::uuid[];
  v_batch uuid[];
  v_turn record;
  v_spends boolean := exists (select from public.analyzer_choices c where c.analyzer <> 'rules');
  v_default public.analyzer_choices;
  v_choice public.analyzer_choices;
  v_choices jsonb := jsonb '{}';
  v_admitted record;
  v_stops jsonb[] := array[]::jsonb[];
  v_most integer;
begin
  if (p_batch_size_per_workspace between 1 and 100 and p_max_workspaces between 1 and 500
    and p_limit between 1 and 200 and p_lease_seconds between 1 and 3600) is not true
  then
    raise exception 'claim_out_of_range: 1 to 100 mails a workspace, 1 to 500 workspaces, 1 to 200 mails, 1 to 3600 s.'
      using errcode = 'PT400';
  end if;

  if not exists (
    select from public.autonomous_tasks t where t.id = p_run_id and t.workspace_id is null and t.status = 'running'
  ) then
    raise exception 'run_not_running: there is no running run %.', p_run_id using errcode = 'PT409';
  end if;

  if v_spends then
    perform pg_advisory_xact_lock(hashtext('nightshift.budgets'));
    select c.* into v_default from public.analyzer_choices c where c.workspace_id is null;
  end if;

  select coalesce(array_agg(distinct t.workspace_id), array[]::uuid[]) into v_touched
  from public.autonomous_tasks t
  where t.input_data ->> 'run_id' = p_run_id::text and t.workspace_id is not null;

  for v_turn in
    select t.workspace_id
    from nightshift.workspace_turns t
    where t.due_at <= p_now
      and (cardinality(v_touched) < p_max_workspaces or t.workspace_id = any (v_touched))
    order by t.last_served_at nulls first, t.workspace_id
  loop
    -- From here on only workspaces that the run has touched; the next claim looks at those alone.
    exit when cardinality(v_touched) >= p_max_workspaces and v_turn.workspace_id <> all (v_touched);

    -- A mail that nobody settled in five attempts may be what ended their runs: it is given up here.
    with exhausted as (
      select q.email_id
      from nightshift.email_queue q
      where q.workspace_id = v_turn.workspace_id and q.failed_at is null and q.attempts >= 5
        and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
      for update skip locked
    )
    update nightshift.email_queue q
    set failed_at = p_now, run_id = null, lease_token = null, lease_expires_at = null,
      last_error = coalesce(q.last_error, 'Given up after 5 runs that ended without a result.')
    from exhausted
    where q.email_id = exhausted.email_id;

    v_most := null;
    if v_spends then
      select c.* into v_choice from public.analyzer_choices c where c.workspace_id = v_turn.workspace_id;
      if not found then
        v_choice := v_default;
      end if;
      if v_choice.analyzer <> 'rules' then
        -- Where no mail waits none is stopped, and nobody is told so.
        if not exists (
          select
          from nightshift.email_queue q
          where q.workspace_id = v_turn.workspace_id and q.failed_at is null and q.next_attempt_at <= p_now
            and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
        ) then
          perform nightshift.postpone_turn(v_turn.workspace_id);
          continue;
        end if;
        select a.* into v_admitted from nightshift.admit_mail(v_turn.workspace_id, v_choice, p_prices, p_now) a;
        if v_admitted.mails = 0 then
          v_stops := array_append(v_stops, jsonb_build_object(
            'workspace_id', v_turn.workspace_id, 'reason', v_admitted.reason,
            'period_start', v_admitted.period_start, 'message', v_admitted.message));
          exit when cardinality(v_stops) >= c_most_stops;
          continue;
        end if;
        v_most := v_admitted.mails;
      end if;
    end if;

    with next_mail as ( -- oldest first, passing over what others hold
      select q.email_id, q.attempts >= c_suspect_attempts and q.last_error is null as is_suspect,
        q.received_at
      from nightshift.email_queue q
      where q.workspace_id = v_turn.workspace_id and q.failed_at is null and q.attempts < 5
        and q.next_attempt_at <= p_now and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
      order by q.received_at, q.email_id
      limit least(p_batch_size_per_workspace, p_limit - cardinality(v_claimed), v_most)
      for update skip locked
    ), chosen as ( -- two runners have died with a suspect, so it travels alone
      select n.email_id
      from next_mail n
      where not exists (select from next_mail s where s.is_suspect)
        or (cardinality(v_claimed) = 0
          and n.email_id = (select s.email_id from next_mail s where s.is_suspect order by s.received_at, s.email_id limit 1))
    ), leased as (
      update nightshift.email_queue q
      set attempts = q.attempts + 1, run_id = p_run_id,
        lease_token = v_lease_token, lease_expires_at = v_lease_expires_at
      from chosen
      where q.email_id = chosen.email_id
      returning q.email_id, q.attempts > c_suspect_attempts and q.last_error is null as is_suspect
    )
    select array_agg(leased.email_id), coalesce(bool_or(leased.is_suspect), false) into v_batch, v_alone from leased;

    if v_batch is null then
      perform nightshift.postpone_turn(v_turn.workspace_id);
      continue;
    end if;
    v_claimed := v_claimed || v_batch;
    if v_most is not null then
      insert into nightshift.budget_reservations
        (lease_token, workspace_id, run_id, analyzer, model, usd_per_mail, email_ids, created_at)
      values (v_lease_token, v_turn.workspace_id, p_run_id, v_choice.analyzer, v_choice.model, v_admitted.usd_per_mail, v_batch, p_now);
      v_choices := v_choices || jsonb_build_object(v_turn.workspace_id, jsonb_build_object(
        'analyzer', v_choice.analyzer, 'model', v_choice.model, 'on_failure', v_choice.on_failure));
    end if;
    if v_turn.workspace_id <> all (v_touched) then
      v_touched := v_touched || v_turn.workspace_id;
      insert into public.autonomous_tasks
        (workspace_id, task_type, status, input_data, output_data, executed_at, triggered_by, agent_name)
      select v_turn.workspace_id, root.task_type, 'running', jsonb_build_object('run_id', root.id),
        '{"emails_processed": 0, "emails_failed": 0}', p_now, root.triggered_by, root.agent_name
      from public.autonomous_tasks root
      where root.id = p_run_id;
    end if;
    update nightshift.workspace_turns t
    set last_served_at = p_now
    where t.workspace_id = (
      select locked.workspace_id from nightshift.workspace_turns locked
      where locked.workspace_id = v_turn.workspace_id for no key update skip locked
    );
    exit when v_alone or cardinality(v_claimed) >= p_limit;
  end loop;
  if cardinality(v_stops) > 0 then
    perform nightshift.pass_over(p_run_id, v_stops, p_now);
  end if;

  return jsonb_build_object(
    'lease_token', v_lease_token,
    'lease_expires_at', v_lease_expires_at,
    'choices', v_choices,
    'emails', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'email_id', e.id,
        'workspace_id', e.workspace_id,
        'from_email', e.from_email,
        'from_name', e.from_name,
        'subject', left(coalesce(e.subject, ''), c_most_subject),
        'body_text', left(e.body_text, c_most_text),
        'body_html', case when e.body_text is null then left(e.body_html, c_most_html) end,
        'headers', coalesce(e.headers, '{}'),
        'received_at', e.received_at,
        'attempt', q.attempts
      ) order by e.received_at, e.id), '[]')
      from public.client_emails e
      join nightshift.email_queue q on q.email_id = e.id
      where e.id = any (v_claimed)
    )
  );
end
$$;
comment on function nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb) is
'Leases up to p_limit (1 to 200) waiting mails to a run: workspaces by last_served_at, at most p_max_workspaces (1 to 500) of them in the whole run, the oldest p_batch_size_per_workspace (1 to 100) mails of each. Mail that a provider is to read is handed out as far as a budget covers it: p_prices [{analyzer, model, usd_per_mail} or {analyzer, model, problem: not_configured or unknown_price}] says the most that one may cost. Returns {lease_token, lease_expires_at, choices, emails}: choices {workspace_id: {analyzer, model, on_failure}} of workspaces whose mail a provider reads, attempt of each mail from 1; no emails means nothing can be claimed now. Errors: PT400 claim_out_of_range, PT409 run_not_running.';
revoke all on function nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb) from public;

create or replace function nightshift.postpone_turn(p_workspace_id uuid) returns void
language plpgsql set search_path = ''
as $$
begin
  -- Whoever holds the row is about to add or take mail; then it stays as it is.
  perform from nightshift.workspace_turns t where t.workspace_id = p_workspace_id for update skip locked;
  if found then
    update nightshift.workspace_turns t
    set due_at = (
      select min(greatest(q.next_attempt_at, q.lease_expires_at))
      from nightshift.email_queue q
      where q.workspace_id = p_workspace_id and q.failed_at is null
      having count(*) > 0
    )
    where t.workspace_id = p_workspace_id;
  end if;
end
$$;
comment on function nightshift.postpone_turn(uuid) is
'Moves due_at of a workspace to the time when mail of it can be claimed again, or to null where none waits.';
revoke all on function nightshift.postpone_turn(uuid) from public;
