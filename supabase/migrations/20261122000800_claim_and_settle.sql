-- Claim and settle: the only two ways in which mail moves through the queue.
--
-- Claiming hands out leases, fairly; settling writes results and ends the leases in one transaction.
-- Both work on sets and never wait for a row that another runner holds.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.claim_emails(
  p_run_id uuid,
  p_batch_size_per_workspace integer default 10,
  p_max_workspaces integer default 50,
  p_limit integer default 50,
  p_lease_seconds integer default 30,
  p_now timestamptz default clock_timestamp()
) returns jsonb
-- Without bitmaps the oldest mail comes straight from the index, however long a backlog is.
language plpgsql set search_path = '' set enable_bitmapscan = off
as $$
declare
  c_suspect_attempts constant integer := 2;
  v_alone boolean;
  v_lease_token uuid := gen_random_uuid();
  v_lease_expires_at timestamptz := p_now + make_interval(secs => p_lease_seconds);
  v_touched uuid[];
  v_claimed uuid[] := array[]::uuid[];
  v_batch uuid[];
  v_turn record;
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

  select coalesce(array_agg(t.workspace_id), array[]::uuid[]) into v_touched
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

    with next_mail as ( -- oldest first, passing over what others hold
      select q.email_id, q.attempts >= c_suspect_attempts and q.last_error is null as is_suspect,
        q.received_at
      from nightshift.email_queue q
      where q.workspace_id = v_turn.workspace_id and q.failed_at is null and q.attempts < 5
        and q.next_attempt_at <= p_now and (q.lease_expires_at is null or q.lease_expires_at <= p_now)
      order by q.received_at, q.email_id
      limit least(p_batch_size_per_workspace, p_limit - cardinality(v_claimed))
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

  return jsonb_build_object(
    'lease_token', v_lease_token,
    'lease_expires_at', v_lease_expires_at,
    'emails', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'email_id', e.id,
        'workspace_id', e.workspace_id,
        'from_email', e.from_email,
        'from_name', e.from_name,
        'subject', coalesce(e.subject, ''),
        'body_text', e.body_text,
        'body_html', case when e.body_text is null then e.body_html end,
        'headers', coalesce(e.headers, '{}'),
        'received_at', e.received_at
      ) order by e.received_at, e.id), '[]')
      from public.client_emails e
      where e.id = any (v_claimed)
    )
  );
end
$$;
comment on function nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz) is
'Leases up to p_limit (1 to 200) waiting mails to a run: workspaces by last_served_at, at most p_max_workspaces (1 to 500) of them in the whole run, the oldest p_batch_size_per_workspace (1 to 100) mails of each. Returns {lease_token, lease_expires_at, emails}; no emails means nothing can be claimed now. Errors: PT400 claim_out_of_range, PT409 run_not_running.';
revoke all on function nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz) from public;

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
    )
    where t.workspace_id = p_workspace_id;
  end if;
end
$$;
comment on function nightshift.postpone_turn(uuid) is
'Moves due_at of a workspace to the time when mail of it can be claimed again, or to null.';
revoke all on function nightshift.postpone_turn(uuid) from public;

create or replace function nightshift.backoff(p_attempt integer, p_first_seconds integer, p_most_seconds integer) returns interval
language sql volatile set search_path = ''
as $$
  select make_interval(secs =>
    least(p_first_seconds * 2 ^ least(p_attempt - 1, 20), p_most_seconds) * (0.75 + random() / 2))
$$;
comment on function nightshift.backoff(integer, integer, integer) is
'How long to wait after attempt p_attempt (from 1): doubling from the first up to the most seconds, a quarter more or less.';
revoke all on function nightshift.backoff(integer, integer, integer) from public;

create or replace function nightshift.settle_emails(
  p_lease_token uuid,
  p_results jsonb,
  p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_max_attempts constant integer := 5;
  v_summary jsonb;
  v_released_in uuid[];
  v_retry_at timestamptz;
begin
  with held as ( -- mail that this lease still covers, with what became of it
    select q.email_id, q.workspace_id, q.run_id, r.record, r.model, r.error
    from (
      select distinct on (told.email_id) told.*
      from jsonb_to_recordset(p_results) as told (email_id uuid, record jsonb, model text, error text)
      order by told.email_id
    ) r
    join nightshift.email_queue q on q.email_id = r.email_id
    where q.lease_token = p_lease_token and q.lease_expires_at > p_now
    for update of q
  ), stored as (
    insert into public.email_intelligence (
      email_id, workspace_id, primary_intent, secondary_intents, sentiment, urgency_level, key_topics,
      entities_mentioned, pain_points, questions_asked, action_items, business_opportunity,
      budget_mentioned, timeline_mentioned, decision_maker, confidence_score, extraction_model, extracted_at
    )
    select
      h.email_id, h.workspace_id, i.primary_intent, i.secondary_intents, i.sentiment, i.urgency_level, i.key_topics,
      i.entities_mentioned, i.pain_points, i.questions_asked, i.action_items, i.business_opportunity,
      i.budget_mentioned, i.timeline_mentioned, i.decision_maker, i.confidence_score, h.model, p_now
    from held h
    cross join jsonb_populate_record(null::public.email_intelligence, h.record) i
    where h.record is not null
    on conflict (email_id) do nothing
    returning email_id
  ), marked as (
    update public.client_emails e
    set intelligence_analyzed = true, analyzed_at = p_now
    from held h
    where e.id = h.email_id and h.record is not null
  ), done as (
    delete from nightshift.email_queue q
    using held h
    where q.email_id = h.email_id and h.record is not null
  ), released as ( -- doubling from one minute to one hour, a quarter more or less
    update nightshift.email_queue q
    set run_id = null, lease_token = null, lease_expires_at = null,
      last_error = left(coalesce(h.error, 'The analyzer gave no answer.'), 2000),
      next_attempt_at = p_now + nightshift.backoff(q.attempts, 60, 3600),
      failed_at = case when q.attempts >= c_max_attempts then p_now end
    from held h
    where q.email_id = h.email_id and h.record is null
    returning q.workspace_id, q.next_attempt_at
  ), per_workspace as (
    select h.workspace_id, h.run_id, count(h.record) as processed, count(*) - count(h.record) as failed
    from held h
    group by h.workspace_id, h.run_id
  ), counted as ( -- the rows of the workspaces hold the run's numbers as it goes
    update public.autonomous_tasks t
    set output_data = jsonb_build_object(
      'emails_processed', nightshift.count_in(t.output_data, 'emails_processed') + w.processed,
      'emails_failed', nightshift.count_in(t.output_data, 'emails_failed') + w.failed)
    from per_workspace w
    where t.workspace_id = w.workspace_id and t.input_data ->> 'run_id' = w.run_id::text and t.status = 'running'
  )
  select jsonb_build_object(
    'processed', coalesce(sum(w.processed), 0),
    'failed', coalesce(sum(w.failed), 0),
    'stale', jsonb_array_length(p_results) - coalesce(sum(w.processed + w.failed), 0)
  ), (select array_agg(distinct r.workspace_id) from released r), (select min(r.next_attempt_at) from released r)
  into v_summary, v_released_in, v_retry_at
  from per_workspace w;

  -- A turn that was postponed to the end of this lease comes as soon as mail may be tried again.
  if v_released_in is not null then
    perform nightshift.mark_workspaces_due(v_released_in, v_retry_at);
  end if;
  return v_summary;
end
$$;
comment on function nightshift.settle_emails(uuid, jsonb, timestamptz) is
'Writes the results [{email_id, record, model} or {email_id, error}] of mails held under a lease and ends their leases, all or nothing. A mail whose lease has ended or moved on is left alone and counted as stale. Failed mail is tried again after 1 to 60 minutes, 5 attempts in all. Returns {processed, failed, stale}.';
revoke all on function nightshift.settle_emails(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.requeue_failed_emails(p_workspace_id uuid) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_requeued integer;
begin
  update nightshift.email_queue q
  set failed_at = null, attempts = 0, next_attempt_at = '-infinity', last_error = null
  where q.workspace_id = p_workspace_id and q.failed_at is not null;
  get diagnostics v_requeued = row_count;
  if v_requeued > 0 then
    perform nightshift.mark_workspaces_due(array[p_workspace_id], '-infinity');
  end if;
  return v_requeued;
end
$$;
comment on function nightshift.requeue_failed_emails(uuid) is
'Gives mail of a workspace that was given up another five attempts. Returns how many mails.';
revoke all on function nightshift.requeue_failed_emails(uuid) from public;
