-- Settle: saves what became of claimed emails and what it cost, and ends their leases, in one transaction.
--
-- It works on sets. Where a row of a tenant is locked or refuses a record, the emails are saved one by
-- one, so that one tenant's row delays or fails nobody else's emails.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.backoff(p_attempt integer, p_first_seconds integer, p_most_seconds integer)
  returns interval
language sql volatile set search_path = ''
as $$
  select make_interval(secs =>
    least(p_first_seconds * 2 ^ least(p_attempt - 1, 20), p_most_seconds) * (0.75 + random() / 2))
$$;
comment on function nightshift.backoff(integer, integer, integer) is
'How long to wait after attempt p_attempt (from 1): doubling from the first up to the most seconds, give or take a '
'quarter.';
revoke all on function nightshift.backoff(integer, integer, integer) from public;

create or replace function nightshift.give_turns_back(p_workspace_ids uuid[]) returns void
language sql set search_path = ''
as $$
  with free as ( -- whoever holds the row is about to claim emails, which is a turn of its own
    select t.workspace_id
    from nightshift.workspace_turns t
    where t.workspace_id = any (p_workspace_ids) and t.last_served_at is not null
    order by t.workspace_id
    for no key update skip locked
  )
  update nightshift.workspace_turns t
  set last_served_at = null
  from free f
  where t.workspace_id = f.workspace_id
$$;
comment on function nightshift.give_turns_back(uuid[]) is
'Part of settle_emails: workspaces whose emails were claimed and not read come first again. Otherwise those that are '
'always claimed last would never be read.';
revoke all on function nightshift.give_turns_back(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.store_results(p_lease_token uuid, p_results jsonb, p_now timestamptz)
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  c_max_attempts constant integer := 5;
  v_counts jsonb;
  v_released_in uuid[];
  v_retry_at timestamptz;
  v_put_back_in uuid[];
begin
  with held as ( -- emails that this lease still covers, with what became of them
    select q.email_id, q.workspace_id, q.run_id, r.record, r.model, r.error, r.is_retryable,
      coalesce(r.is_unread, false) as is_unread
    from (
      select distinct on (told.email_id) told.*
      from jsonb_to_recordset(p_results)
        as told (email_id uuid, record jsonb, model text, error text, is_retryable boolean, is_unread boolean)
      order by told.email_id
    ) r
    join nightshift.email_queue q on q.email_id = r.email_id
    where q.lease_token = p_lease_token and q.lease_expires_at > p_now
    for update of q
  ), stored as (
    insert into public.email_intelligence
    select i.*
    from held h
    cross join jsonb_populate_record(null::public.email_intelligence, h.record || jsonb_build_object(
      'id', nightshift.time_ordered_uuid(), 'email_id', h.email_id, 'workspace_id', h.workspace_id,
      'extraction_model', h.model, 'extracted_at', p_now, 'run_id', h.run_id)) i
    where h.record is not null
    on conflict (email_id) do nothing
  ), marked as (
    update public.client_emails e
    set intelligence_analyzed = true, analyzed_at = p_now
    from held h
    where e.id = h.email_id and h.record is not null
  ), done as (
    delete from nightshift.email_queue q
    using held h
    where q.email_id = h.email_id and h.record is not null
  ), put_back as ( -- nobody has tried them, so it was no attempt
    update nightshift.email_queue q
    set run_id = null, lease_token = null, lease_expires_at = null, attempts = greatest(q.attempts - 1, 0)
    from held h
    where q.email_id = h.email_id and h.is_unread
    returning q.workspace_id
  ), released as ( -- from one minute to one hour, doubling
    update nightshift.email_queue q
    set run_id = null, lease_token = null, lease_expires_at = null,
      last_error = left(coalesce(h.error, 'The analyzer gave no answer.'), 2000),
      next_attempt_at = p_now + nightshift.backoff(q.attempts, 60, 3600),
      failed_at = case when q.attempts >= c_max_attempts or h.is_retryable is false then p_now end
    from held h
    where q.email_id = h.email_id and h.record is null and not h.is_unread
    returning q.workspace_id, q.next_attempt_at
  ), counted as (
    select h.run_id, h.workspace_id, count(h.record) as processed, count(*) - count(h.record) as failed
    from held h
    where not h.is_unread
    group by h.run_id, h.workspace_id
  )
  select coalesce((select jsonb_agg(to_jsonb(c)) from counted c), '[]'),
    (select array_agg(distinct r.workspace_id) from released r), (select min(r.next_attempt_at) from released r),
    (select array_agg(distinct p.workspace_id) from put_back p)
  into v_counts, v_released_in, v_retry_at, v_put_back_in;

  -- A turn that was postponed to the end of this lease comes as soon as its emails may be tried again.
  if v_released_in is not null then
    perform nightshift.mark_workspaces_due(v_released_in, v_retry_at);
  end if;
  if v_put_back_in is not null then
    perform nightshift.mark_workspaces_due(v_put_back_in, p_now);
    perform nightshift.give_turns_back(array(
      select unnest(v_put_back_in) except
      select c.workspace_id from jsonb_to_recordset(v_counts) as c (workspace_id uuid)));
  end if;
  return v_counts;
end
$$;
comment on function nightshift.store_results(uuid, jsonb, timestamptz) is
'Part of settle_emails: saves what became of emails held under a lease, all or nothing. An unread one can be '
'claimed again at once, and that was no attempt. Returns [{run_id, workspace_id, processed, failed}].';
revoke all on function nightshift.store_results(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.store_results_singly(p_lease_token uuid, p_results jsonb, p_now timestamptz)
  returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_result record;
  v_constraint text;
  v_waited_for uuid[] := array[]::uuid[];
  v_counts jsonb := jsonb '[]';
begin
  for v_result in
    select r.value, q.workspace_id
    from jsonb_array_elements(p_results) with ordinality as r (value, position)
    join nightshift.email_queue q on q.email_id = (r.value ->> 'email_id')::uuid and q.lease_token = p_lease_token
    order by r.position
  loop
    -- One wait for each tenant that holds rows. The rest of its emails keep their leases, and are claimed again.
    continue when v_result.workspace_id = any (v_waited_for);
    begin
      v_counts := v_counts || nightshift.store_results(p_lease_token, jsonb_build_array(v_result.value), p_now);
    exception
      when lock_not_available then
        v_waited_for := v_waited_for || v_result.workspace_id;
        if cardinality(v_waited_for) = 4 then
          -- However many tenants hold rows, the others get their results in half a second.
          perform set_config('lock_timeout', '1ms', true);
        end if;
      when integrity_constraint_violation or data_exception then
        -- Another analysis would give the same record, so it is not tried again. No words of the email are kept.
        get stacked diagnostics v_constraint = constraint_name;
        v_counts := v_counts || nightshift.store_results(p_lease_token, jsonb_build_array(jsonb_build_object(
          'email_id', v_result.value -> 'email_id',
          'error', 'The record was rejected: ' || case
            when sqlerrm like 'evidence_not_true:%' then sqlerrm
            else coalesce('it breaks ' || nullif(v_constraint, '') || '.', 'a value is missing or of another type.')
          end,
          'is_retryable', false)), p_now);
    end;
  end loop;
  return v_counts;
end
$$;
comment on function nightshift.store_results_singly(uuid, jsonb, timestamptz) is
'Part of settle_emails: saves results one by one. A record that the table refuses fails its own email alone, for good. '
'An email whose rows somebody holds keeps its lease. Returns as store_results does.';
revoke all on function nightshift.store_results_singly(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.store_without_waiting(p_lease_token uuid, p_results jsonb, p_now timestamptz)
  returns jsonb
-- A tenant may hold rows of its emails. Whoever waits longer than this gets an error.
language plpgsql set search_path = '' set lock_timeout = '100ms'
as $$
begin
  return nightshift.store_results(p_lease_token, p_results, p_now);
exception when integrity_constraint_violation or data_exception or lock_not_available then
  return nightshift.store_results_singly(p_lease_token, p_results, p_now);
end
$$;
comment on function nightshift.store_without_waiting(uuid, jsonb, timestamptz) is
'Part of settle_emails: saves results all at once, or one by one when a record is rejected or somebody holds a row. '
'Returns as store_results does.';
revoke all on function nightshift.store_without_waiting(uuid, jsonb, timestamptz) from public;

create or replace function nightshift.count_results(p_counts jsonb) returns void
language sql set search_path = ''
as $$
  update nightshift.run_workspaces w
  set processed = w.processed + c.processed, failed = w.failed + c.failed, needs_copy = true
  from (
    select n.run_id, n.workspace_id, sum(n.processed) as processed, sum(n.failed) as failed
    from jsonb_to_recordset(p_counts) as n (run_id uuid, workspace_id uuid, processed bigint, failed bigint)
    group by n.run_id, n.workspace_id
  ) c
  where w.run_id = c.run_id and w.workspace_id = c.workspace_id and w.status = 'running'
$$;
comment on function nightshift.count_results(jsonb) is
'Part of settle_emails: adds what was saved to the numbers of the run.';
revoke all on function nightshift.count_results(jsonb) from public;

create or replace function nightshift.hold_workspaces(p_lease_token uuid, p_calls jsonb) returns uuid[]
language sql set search_path = ''
as $$
  -- The key share lock keeps a workspace from being deleted until we are done. One that is being deleted is left out.
  select coalesce(array_agg(held.id), array[]::uuid[])
  from (
    select w.id
    from public.workspaces w
    where w.id = any (array(
      select q.workspace_id from nightshift.email_queue q where q.lease_token = p_lease_token
      union
      select r.workspace_id from nightshift.budget_reservations r where r.lease_token = p_lease_token
        and r.task_id is null
      union
      select (c.value ->> 'workspace_id')::uuid from jsonb_array_elements(p_calls) as c (value)))
    order by w.id
    for key share skip locked
  ) held
$$;
comment on function nightshift.hold_workspaces(uuid, jsonb) is
'Part of settle_emails: the workspaces of the emails of a lease and of these calls, except those that somebody is '
'deleting.';
revoke all on function nightshift.hold_workspaces(uuid, jsonb) from public;

create or replace function nightshift.settle_emails(
  p_lease_token uuid,
  p_results jsonb,
  p_now timestamptz default clock_timestamp(),
  p_calls jsonb default '[]'
) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  v_held uuid[] := nightshift.hold_workspaces(p_lease_token, p_calls);
  v_results jsonb;
  v_calls jsonb;
  v_counts jsonb;
  v_processed bigint;
  v_failed bigint;
  v_unread bigint := (select count(*) from jsonb_to_recordset(p_results) as r (is_unread boolean) where r.is_unread);
begin
  select coalesce(jsonb_agg(r.value order by r.position), '[]') into v_results
  from jsonb_array_elements(p_results) with ordinality as r (value, position)
  join nightshift.email_queue q on q.lease_token = p_lease_token and q.email_id = (r.value ->> 'email_id')::uuid
  where q.workspace_id = any (v_held);
  -- A call is paid for, also when its workspace is being deleted: then the project alone pays.
  select coalesce(jsonb_agg(case when (c.value ->> 'workspace_id')::uuid = any (v_held) then c.value
    else c.value || '{"workspace_id": null}' end order by c.position), '[]') into v_calls
  from jsonb_array_elements(p_calls) with ordinality as c (value, position);

  -- Before any other row: judge_budgets takes what is set aside first and the workspaces of runs afterwards.
  perform
  from nightshift.budget_reservations r
  where r.lease_token = p_lease_token and r.task_id is null
    and (r.workspace_id is null or r.workspace_id = any (v_held))
  order by r.id
  for update;
  -- And these in one go and one order: parallel settles of a run and judge_budgets meet here.
  perform
  from nightshift.run_workspaces w
  where w.workspace_id = any (v_held) and w.run_id in (
    select q.run_id from nightshift.email_queue q where q.lease_token = p_lease_token
    union
    select b.run_id from nightshift.budget_reservations b where b.lease_token = p_lease_token and b.task_id is null)
  order by w.run_id, w.workspace_id
  for no key update;
  v_counts := nightshift.store_without_waiting(p_lease_token, v_results, p_now);
  perform nightshift.count_results(v_counts);
  perform nightshift.settle_spending(p_lease_token, array(
    select (r.value ->> 'email_id')::uuid from jsonb_array_elements(p_results) as r (value)
    except
    -- What is set aside for a workspace that is being deleted is booked when it is found unsettled.
    select unnest(b.email_ids) from nightshift.budget_reservations b
    where b.lease_token = p_lease_token and b.task_id is null and b.workspace_id <> all (v_held)), v_calls, p_now);
  perform nightshift.copy_run(c.run_id)
  from (select distinct n.run_id from jsonb_to_recordset(v_counts) as n (run_id uuid)) c;

  select coalesce(sum(n.processed), 0), coalesce(sum(n.failed), 0) into v_processed, v_failed
  from jsonb_to_recordset(v_counts) as n (processed bigint, failed bigint);
  return jsonb_build_object('processed', v_processed, 'failed', v_failed,
    'stale', jsonb_array_length(p_results) - v_processed - v_failed - v_unread);
end
$$;
comment on function nightshift.settle_emails(uuid, jsonb, timestamptz, jsonb) is
'Saves the results [{email_id, record, model}, {email_id, error, is_retryable} or {email_id, is_unread}] of emails '
'held under a lease and ends their leases, in one transaction. An email whose lease has ended or moved on, or whose '
'rows somebody holds, is left alone and counted as stale. The calls in p_calls count all the same, see '
'settle_spending. A failed email is tried again after 1 to 60 minutes, 5 attempts in all, unless is_retryable is '
'false or the table refuses its record. Returns {processed, failed, stale}.';
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
'Gives the emails of a workspace that were given up another five attempts. Returns how many.';
revoke all on function nightshift.requeue_failed_emails(uuid) from public;
