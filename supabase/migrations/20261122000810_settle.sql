-- Settle: writes what became of claimed mail, what it cost, and ends the leases, in one transaction.
--
-- It works on sets and never waits for a row that another runner holds, except for the day's sum.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.backoff(p_attempt integer, p_first_seconds integer, p_most_seconds integer) returns interval
language sql volatile set search_path = ''
as $$
  select make_interval(secs =>
    least(p_first_seconds * 2 ^ least(p_attempt - 1, 20), p_most_seconds) * (0.75 + random() / 2))
$$;
comment on function nightshift.backoff(integer, integer, integer) is
'How long to wait after attempt p_attempt (from 1): doubling from the first up to the most seconds, a quarter more or less.';
revoke all on function nightshift.backoff(integer, integer, integer) from public;

create or replace function nightshift.store_results(p_lease_token uuid, p_results jsonb, p_now timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_max_attempts constant integer := 5;
  v_summary jsonb;
  v_released_in uuid[];
  v_retry_at timestamptz;
begin
  with held as ( -- mail that this lease still covers, with what became of it
    select q.email_id, q.workspace_id, q.run_id, r.record, r.model, r.error, r.is_retryable
    from (
      select distinct on (told.email_id) told.*
      from jsonb_to_recordset(p_results) as told (email_id uuid, record jsonb, model text, error text, is_retryable boolean)
      order by told.email_id
    ) r
    join nightshift.email_queue q on q.email_id = r.email_id
    where q.lease_token = p_lease_token and q.lease_expires_at > p_now
    for update of q
  ), stored as (
    insert into public.email_intelligence (
      email_id, workspace_id, primary_intent, secondary_intents, sentiment, urgency_level, key_topics,
      entities_mentioned, pain_points, questions_asked, action_items, business_opportunity,
      budget_mentioned, timeline_mentioned, decision_maker, confidence_score, urgency_reasons, dates, money, contact,
      summary, needs_reply, is_bulk, is_automated, automated_kind, language, evidence, analyzed_text, analyzer,
      analyzer_version, degraded, extraction_model, extracted_at
    )
    select
      h.email_id, h.workspace_id, i.primary_intent, i.secondary_intents, i.sentiment, i.urgency_level, i.key_topics,
      i.entities_mentioned, i.pain_points, i.questions_asked, i.action_items, i.business_opportunity,
      i.budget_mentioned, i.timeline_mentioned, i.decision_maker, i.confidence_score, i.urgency_reasons, i.dates, i.money, i.contact,
      i.summary, i.needs_reply, i.is_bulk, i.is_automated, i.automated_kind, i.language, i.evidence, i.analyzed_text, i.analyzer,
      i.analyzer_version, i.degraded, h.model, p_now
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
      failed_at = case when q.attempts >= c_max_attempts or h.is_retryable is false then p_now end
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
comment on function nightshift.store_results(uuid, jsonb, timestamptz) is
'Part of settle_emails: writes what became of mails held under a lease, all or nothing. Returns {processed, failed, stale}.';
revoke all on function nightshift.store_results(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.store_results_singly(p_lease_token uuid, p_results jsonb, p_now timestamptz) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_result jsonb;
  v_constraint text;
  v_part jsonb;
  v_sum jsonb := jsonb '{"processed": 0, "failed": 0, "stale": 0}';
begin
  for v_result in select r.value from jsonb_array_elements(p_results) with ordinality as r (value, position) order by r.position loop
    begin
      v_part := nightshift.store_results(p_lease_token, jsonb_build_array(v_result), p_now);
    exception when integrity_constraint_violation or data_exception then
      -- Analysed again it would come out the same, so it is not tried again. No words of the mail are kept.
      get stacked diagnostics v_constraint = constraint_name;
      v_part := nightshift.store_results(p_lease_token, jsonb_build_array(jsonb_build_object(
        'email_id', v_result -> 'email_id',
        'error', 'The record was refused: ' || case
          when sqlerrm like 'evidence_not_true:%' then sqlerrm
          else coalesce('it breaks ' || nullif(v_constraint, '') || '.', 'a value is missing or of another type.')
        end,
        'is_retryable', false)), p_now);
    end;
    v_sum := jsonb_build_object(
      'processed', (v_sum -> 'processed')::integer + (v_part -> 'processed')::integer,
      'failed', (v_sum -> 'failed')::integer + (v_part -> 'failed')::integer,
      'stale', (v_sum -> 'stale')::integer + (v_part -> 'stale')::integer);
  end loop;
  return v_sum;
end
$$;
comment on function nightshift.store_results_singly(uuid, jsonb, timestamptz) is
'Part of settle_emails: writes results one by one, so that a record that the table refuses fails its own mail alone, at once and for good.';
revoke all on function nightshift.store_results_singly(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.settle_emails(
  p_lease_token uuid,
  p_results jsonb,
  p_now timestamptz default clock_timestamp(),
  p_calls jsonb default '[]'
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_summary jsonb;
begin
  -- Before any other row: judge_budgets takes what is set aside first and the rows of tasks afterwards.
  perform from nightshift.budget_reservations r where r.lease_token = p_lease_token order by r.id for update;
  -- And these in one go and its order: store_results would take some, settle_spending more.
  perform
  from public.autonomous_tasks t
  join nightshift.budget_reservations r on t.input_data ->> 'run_id' = r.run_id::text and t.workspace_id = r.workspace_id
  where r.lease_token = p_lease_token
  order by t.id
  for no key update of t;
  begin
    v_summary := nightshift.store_results(p_lease_token, p_results, p_now);
  exception when integrity_constraint_violation or data_exception then
    v_summary := nightshift.store_results_singly(p_lease_token, p_results, p_now);
  end;
  perform nightshift.settle_spending(
    p_lease_token, array(select (r.value ->> 'email_id')::uuid from jsonb_array_elements(p_results) as r (value)), p_calls, p_now);
  return v_summary;
end
$$;
comment on function nightshift.settle_emails(uuid, jsonb, timestamptz, jsonb) is
'Writes the results [{email_id, record, model} or {email_id, error, is_retryable}] of mails held under a lease and ends their leases, in one transaction. A mail whose lease has ended or moved on is left alone and counted as stale; the calls in p_calls count all the same, see settle_spending. Failed mail is tried again after 1 to 60 minutes, 5 attempts in all, unless is_retryable is false or the table refuses its record. Returns {processed, failed, stale}.';
revoke all on function nightshift.settle_emails(uuid, jsonb, timestamptz, jsonb) from public;

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
