-- Claim: how emails get from the queue to a run, fairly, under a lease, and within their budget.
--
-- It works on sets and never waits for a row that somebody else holds: a workspace that is being deleted
-- is passed over. While some workspace has its emails read by a paid model, claims take turns.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.postpone_turn(p_workspace_id uuid) returns void
language plpgsql set search_path = ''
as $$
begin
  -- Whoever holds the row is about to add or claim emails. Then it stays as it is.
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
'Moves due_at of a workspace to the time when one of its emails can be claimed again, or to null when none waits.';
revoke all on function nightshift.postpone_turn(uuid) from public;

create or replace function nightshift.check_claim(
  p_run_id uuid,
  p_batch_size_per_workspace integer,
  p_max_workspaces integer,
  p_limit integer,
  p_lease_seconds integer
) returns void
language plpgsql stable set search_path = ''
as $$
begin
  if (p_batch_size_per_workspace between 1 and 100 and p_max_workspaces between 1 and 500
    and p_limit between 1 and 200 and p_lease_seconds between 1 and 3600) is not true
  then
    raise exception 'claim_out_of_range: 1 to 100 emails a workspace, 1 to 500 workspaces, 1 to 200 emails, 1 to 3600 '
      's.'
      using errcode = 'PT400';
  elsif not exists (
    select from public.autonomous_tasks t where t.id = p_run_id and t.workspace_id is null and t.status = 'running'
  ) then
    raise exception 'run_not_running: there is no running run %.', p_run_id using errcode = 'PT409';
  end if;
end
$$;
comment on function nightshift.check_claim(uuid, integer, integer, integer, integer) is
'Part of claim_emails. Errors: PT400 claim_out_of_range, PT409 run_not_running.';
revoke all on function nightshift.check_claim(uuid, integer, integer, integer, integer) from public;

create or replace function nightshift.give_up_exhausted(p_workspace_id uuid, p_now timestamptz) returns void
language sql set search_path = ''
as $$
  with exhausted as (
    select q.email_id
    from nightshift.email_queue q
    where q.workspace_id = p_workspace_id and q.failed_at is null and q.attempts >= 5
      and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
    for update skip locked
  )
  update nightshift.email_queue q
  set failed_at = p_now, run_id = null, lease_token = null, lease_expires_at = null,
    last_error = coalesce(q.last_error, 'Given up after 5 runs that ended without a result.')
  from exhausted
  where q.email_id = exhausted.email_id
$$;
comment on function nightshift.give_up_exhausted(uuid, timestamptz) is
'Part of claim_emails: gives up emails that nobody saved a result for in five attempts, as they may be what ended '
'their runs.';
revoke all on function nightshift.give_up_exhausted(uuid, timestamptz) from public;

create or replace function nightshift.admit_workspace(
  p_workspace_id uuid,
  p_spends boolean,
  p_prices jsonb,
  p_now timestamptz,
  out decision text,
  out analyzer text,
  out model text,
  out on_failure text,
  out emails integer,
  out usd_per_email numeric,
  out stop jsonb
)
language plpgsql set search_path = ''
as $$
declare
  v_choice public.analyzer_choices;
  v_admitted record;
begin
  if p_spends then
    v_choice := nightshift.find_choice(p_workspace_id);
  end if;
  if v_choice.id is null or v_choice.analyzer = 'rules' then
    decision := 'free';
    return;
  end if;
  -- Without a waiting email there is nothing to stop, and nobody to tell.
  if not exists (
    select
    from nightshift.email_queue q
    where q.workspace_id = p_workspace_id and q.failed_at is null and q.next_attempt_at <= p_now
      and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
  ) then
    decision := 'nothing_waits';
    emails := 0;
    return;
  end if;
  select a.* into v_admitted from nightshift.admit_mail(p_workspace_id, v_choice, p_prices, p_now) a;
  if v_admitted.mails = 0 then
    decision := 'stopped';
    stop := jsonb_build_object('workspace_id', p_workspace_id, 'reason', v_admitted.reason,
      'period_start', v_admitted.period_start, 'message', v_admitted.message);
    return;
  end if;
  decision := 'paid';
  analyzer := v_choice.analyzer;
  model := v_choice.model;
  on_failure := v_choice.on_failure;
  emails := v_admitted.mails;
  usd_per_email := v_admitted.usd_per_mail;
end
$$;
comment on function nightshift.admit_workspace(uuid, boolean, jsonb, timestamptz) is
'Part of claim_emails, when p_spends within the lock of nightshift.budgets: free (the rules read), paid (up to emails '
'of them, each for at most usd_per_email), nothing_waits, or stopped (with the reason).';
revoke all on function nightshift.admit_workspace(uuid, boolean, jsonb, timestamptz) from public;

create or replace function nightshift.lease_batch(
  p_run_id uuid,
  p_workspace_id uuid,
  p_lease_token uuid,
  p_lease_expires_at timestamptz,
  p_limit integer,
  p_is_first boolean,
  p_now timestamptz,
  out email_ids uuid[],
  out is_alone boolean
)
-- Without bitmaps the oldest emails come straight from the index, however long a backlog is.
language plpgsql set search_path = '' set enable_bitmapscan = off
as $$
declare
  c_suspect_attempts constant integer := 2;
begin
  with next_emails as ( -- oldest first, passing over what others hold
    select q.email_id, q.attempts >= c_suspect_attempts and q.last_error is null as is_suspect, q.received_at
    from nightshift.email_queue q
    where q.workspace_id = p_workspace_id and q.failed_at is null and q.attempts < 5
      and q.next_attempt_at <= p_now and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
    order by q.received_at, q.email_id
    limit p_limit
    for update skip locked
  ), chosen as ( -- two runners have died with a suspect, so it is claimed alone
    select n.email_id
    from next_emails n
    where not exists (select from next_emails s where s.is_suspect)
      or (p_is_first and n.email_id = (
        select s.email_id from next_emails s where s.is_suspect order by s.received_at, s.email_id limit 1))
  ), leased as (
    update nightshift.email_queue q
    set attempts = q.attempts + 1, run_id = p_run_id, lease_token = p_lease_token, lease_expires_at = p_lease_expires_at
    from chosen
    where q.email_id = chosen.email_id
    returning q.email_id, q.attempts > c_suspect_attempts and q.last_error is null as is_suspect
  )
  select array_agg(l.email_id), coalesce(bool_or(l.is_suspect), false) into email_ids, is_alone from leased l;
end
$$;
comment on function nightshift.lease_batch(uuid, uuid, uuid, timestamptz, integer, boolean, timestamptz) is
'Part of claim_emails: leases the oldest waiting emails of one workspace. is_alone: it is one that two runners died '
'with, so nothing else may be claimed beside it.';
revoke all on function nightshift.lease_batch(uuid, uuid, uuid, timestamptz, integer, boolean, timestamptz) from public;

create or replace function nightshift.note_batch(p_run_id uuid, p_workspace_id uuid, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
begin
  insert into nightshift.run_workspaces (run_id, workspace_id, started_at)
  values (p_run_id, p_workspace_id, p_now)
  on conflict on constraint one_row_for_each_workspace_of_a_run do nothing;
  update nightshift.workspace_turns t
  set last_served_at = p_now
  where t.workspace_id = (
    select locked.workspace_id from nightshift.workspace_turns locked
    where locked.workspace_id = p_workspace_id for no key update skip locked
  );
end
$$;
comment on function nightshift.note_batch(uuid, uuid, timestamptz) is
'Part of claim_emails: notes that a run has touched a workspace, and that the workspace was served.';
revoke all on function nightshift.note_batch(uuid, uuid, timestamptz) from public;

create or replace function nightshift.describe_emails(p_email_ids uuid[]) returns jsonb
language sql stable set search_path = ''
as $$
  -- Characters: twice what the analyzers read of a text. A function has 256 MB, and emails may come from anywhere.
  select coalesce(jsonb_agg(jsonb_build_object(
    'email_id', e.id,
    'workspace_id', e.workspace_id,
    'from_email', e.from_email,
    'from_name', e.from_name,
    'subject', left(coalesce(e.subject, ''), 2000),
    'body_text', left(e.body_text, 131072),
    'body_html', case when e.body_text is null then left(e.body_html, 262144) end,
    'headers', coalesce(e.headers, '{}'),
    'received_at', e.received_at,
    'attempt', q.attempts
  ) order by e.received_at, e.id), '[]')
  from public.client_emails e
  join nightshift.email_queue q on q.email_id = e.id
  where e.id = any (p_email_ids)
$$;
comment on function nightshift.describe_emails(uuid[]) is
'Part of claim_emails: what an analyzer gets of each email, oldest first, cut to what it reads.';
revoke all on function nightshift.describe_emails(uuid[]) from public;

create or replace function nightshift.claim_emails(
  p_run_id uuid,
  p_batch_size_per_workspace integer default 10,
  p_max_workspaces integer default 50,
  p_limit integer default 50,
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp(),
  p_prices jsonb default '[]'
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  -- Stops are written when the loop is over. So many take about a second.
  c_most_stops constant integer := 2000;
  v_lease_token uuid := gen_random_uuid();
  v_lease_expires_at timestamptz := p_now + make_interval(secs => p_lease_seconds);
  v_touched uuid[];
  v_claimed uuid[] := array[]::uuid[];
  v_workspace_id uuid;
  v_spends boolean := exists (select from public.analyzer_choices c where c.analyzer <> 'rules');
  v_admitted record;
  v_batch record;
  v_choices jsonb := jsonb '{}';
  v_stops jsonb[] := array[]::jsonb[];
begin
  perform nightshift.check_claim(p_run_id, p_batch_size_per_workspace, p_max_workspaces, p_limit, p_lease_seconds);
  if v_spends then
    perform pg_advisory_xact_lock(hashtext('nightshift.budgets'));
  end if;
  v_touched := array(select w.workspace_id from nightshift.run_workspaces w where w.run_id = p_run_id);

  for v_workspace_id in
    select t.workspace_id
    from nightshift.workspace_turns t
    where t.due_at <= p_now and (cardinality(v_touched) < p_max_workspaces or t.workspace_id = any (v_touched))
    order by t.last_served_at nulls first, t.workspace_id
  loop
    -- From here on only workspaces that the run has touched. The next claim looks at those alone.
    exit when cardinality(v_touched) >= p_max_workspaces and v_workspace_id <> all (v_touched);
    -- Somebody is deleting the others, and we wait for nobody.
    perform from public.workspaces w where w.id = v_workspace_id for key share skip locked;
    continue when not found;

    perform nightshift.give_up_exhausted(v_workspace_id, p_now);
    select a.* into v_admitted from nightshift.admit_workspace(v_workspace_id, v_spends, p_prices, p_now) a;
    if v_admitted.decision = 'stopped' then
      v_stops := array_append(v_stops, v_admitted.stop);
      exit when cardinality(v_stops) >= c_most_stops;
      continue;
    end if;
    select b.* into v_batch
    from nightshift.lease_batch(p_run_id, v_workspace_id, v_lease_token, v_lease_expires_at,
      least(p_batch_size_per_workspace, p_limit - cardinality(v_claimed), v_admitted.emails),
      cardinality(v_claimed) = 0, p_now) b;
    if v_batch.email_ids is null then
      perform nightshift.postpone_turn(v_workspace_id);
      continue;
    end if;

    v_claimed := v_claimed || v_batch.email_ids;
    if v_admitted.decision = 'paid' then
      insert into nightshift.budget_reservations
        (lease_token, workspace_id, run_id, analyzer, model, usd_per_mail, email_ids, created_at)
      values (v_lease_token, v_workspace_id, p_run_id, v_admitted.analyzer, v_admitted.model,
        v_admitted.usd_per_email, v_batch.email_ids, p_now);
      v_choices := v_choices || jsonb_build_object(v_workspace_id, jsonb_build_object(
        'analyzer', v_admitted.analyzer, 'model', v_admitted.model,
        'on_failure', v_admitted.on_failure));
    end if;
    if v_workspace_id <> all (v_touched) then
      v_touched := v_touched || v_workspace_id;
    end if;
    perform nightshift.note_batch(p_run_id, v_workspace_id, p_now);
    exit when v_batch.is_alone or cardinality(v_claimed) >= p_limit;
  end loop;
  if cardinality(v_stops) > 0 then
    perform nightshift.pass_over(p_run_id, v_stops, p_now);
  end if;
  perform nightshift.copy_run(p_run_id);

  return jsonb_build_object('lease_token', v_lease_token, 'lease_expires_at', v_lease_expires_at,
    'choices', v_choices, 'emails', nightshift.describe_emails(v_claimed));
end
$$;
comment on function nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb) is
'Leases up to p_limit (1 to 200) waiting emails to a run: workspaces by last_served_at, at most p_max_workspaces (1 to '
'500) of them in the whole run, the oldest p_batch_size_per_workspace (1 to 100) emails of each. Emails that a paid '
'model reads are handed out as far as a budget covers them: p_prices [{analyzer, model, usd_per_mail} or {analyzer, '
'model, problem: not_configured or unknown_price}] gives the most that one may cost. Returns {lease_token, '
'lease_expires_at, choices, emails}: choices {workspace_id: {analyzer, model, on_failure}} of workspaces whose emails '
'a model reads, attempt of each email from 1. No emails means that nothing can be claimed now. Errors: PT400 '
'claim_out_of_range, PT409 run_not_running.';
revoke all on function nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb)
  from public;
