-- Email queue: which email waits, who holds the right to work on it, and whose turn is next.
--
-- Claim state lives apart from the email, so that members never see leases and claims never scan
-- analyzed email. A row goes when its email is done; one that failed for good stays until requeued.
-- Locks: writers of public.client_emails wait half a second at most. Time: milliseconds; emails that were
-- there before are queued afterwards, in pieces.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create table if not exists nightshift.email_queue (
  email_id uuid primary key references public.client_emails (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  received_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default '-infinity',
  run_id uuid,
  lease_token uuid,
  lease_expires_at timestamptz,
  last_error text,
  failed_at timestamptz,
  constraint attempts_is_not_negative check (attempts >= 0),
  constraint lease_has_token_run_and_end check (num_nonnulls(run_id, lease_token, lease_expires_at) in (0, 3)),
  constraint failed_mail_has_no_lease check (failed_at is null or lease_token is null)
);
create index if not exists email_queue_claim_idx
on nightshift.email_queue (workspace_id, (failed_at is null), received_at, email_id);
create index if not exists email_queue_lease_idx
on nightshift.email_queue (lease_token) where lease_token is not null;
create index if not exists email_queue_run_idx
on nightshift.email_queue (run_id) where run_id is not null;
create index if not exists email_queue_exhausted_idx
on nightshift.email_queue (workspace_id) where failed_at is null and attempts >= 5;
alter table nightshift.email_queue enable row level security;

comment on table nightshift.email_queue is 'Email that waits for analysis, with its lease.';
comment on column nightshift.email_queue.email_id is 'the email';
comment on column nightshift.email_queue.workspace_id is 'its workspace';
comment on column nightshift.email_queue.received_at is 'copied from the email: oldest first';
comment on column nightshift.email_queue.attempts is 'how often it was claimed';
comment on column nightshift.email_queue.next_attempt_at is 'not before; moves on after a failed attempt';
comment on column nightshift.email_queue.run_id is 'run that holds the lease: id of its system row in autonomous_tasks';
comment on column nightshift.email_queue.lease_token is 'proof of the claim; settling needs it';
comment on column nightshift.email_queue.lease_expires_at is 'end of the right to work';
comment on column nightshift.email_queue.last_error is 'what the latest failed attempt said';
comment on column nightshift.email_queue.failed_at is 'when it was given up; null while it may be tried';

create table if not exists nightshift.workspace_turns (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  last_served_at timestamptz,
  due_at timestamptz
);
create index if not exists workspace_turns_next_idx
on nightshift.workspace_turns (last_served_at nulls first, workspace_id) where due_at is not null;
alter table nightshift.workspace_turns enable row level security;

comment on table nightshift.workspace_turns is 'Whose turn is next: workspaces are served in the order of '
  'last_served_at.';
comment on column nightshift.workspace_turns.workspace_id is 'the workspace';
comment on column nightshift.workspace_turns.last_served_at is
'when emails of it were last claimed; null: never, so it is next; see first_place';
comment on column nightshift.workspace_turns.due_at is
'not before this time is there anything to claim; null: nothing waits. Never later than the truth, so a claim may find '
'nothing.';

create or replace function nightshift.first_place(p_workspace_id uuid, p_workspace_ids uuid[]) returns timestamptz
language sql stable set search_path = ''
as $$
  select coalesce((
    select t.last_served_at + interval '1 microsecond'
    from nightshift.workspace_turns t
    where t.due_at is not null
    order by t.last_served_at desc nulls last
    limit 1), now())
  where exists (
    select
    from public.workspace_members own
    join public.workspace_members other
      on other.user_id = own.user_id and other.role = 'owner' and other.workspace_id <> own.workspace_id
    where own.workspace_id = p_workspace_id and own.role = 'owner' and (
      (other.workspace_id = any (p_workspace_ids) and other.workspace_id < own.workspace_id)
      or exists (select from nightshift.workspace_turns t where t.workspace_id = other.workspace_id)))
$$;
comment on function nightshift.first_place(uuid, uuid[]) is
'Where a new workspace queues, as last_served_at: first (null), or behind everybody when its owner has another '
'workspace already. So a user with many workspaces is not served before everybody else.';
revoke all on function nightshift.first_place(uuid, uuid[]) from public;

create or replace function nightshift.mark_workspaces_due(p_workspace_ids uuid[], p_due_at timestamptz) returns void
language plpgsql set search_path = ''
as $$
begin
  insert into nightshift.workspace_turns (workspace_id, due_at, last_served_at)
  select distinct w.id, p_due_at, nightshift.first_place(w.id, p_workspace_ids)
  from unnest(p_workspace_ids) as w (id)
  where not exists (select from nightshift.workspace_turns t where t.workspace_id = w.id)
  order by w.id
  on conflict (workspace_id) do nothing;

  -- Held until commit: postpone_turn cannot see this email yet, so it must keep off. A stronger lock
  -- would also keep claims from writing last_served_at, and the workspace would be served again and again.
  perform from nightshift.workspace_turns t
  where t.workspace_id = any (p_workspace_ids)
  order by t.workspace_id
  for key share;

  with later as (
    select t.workspace_id
    from nightshift.workspace_turns t
    where t.workspace_id = any (p_workspace_ids) and (t.due_at is null or t.due_at > p_due_at)
    order by t.workspace_id
    for no key update
  )
  update nightshift.workspace_turns t
  set due_at = p_due_at
  from later
  where t.workspace_id = later.workspace_id;
end
$$;
comment on function nightshift.mark_workspaces_due(uuid[], timestamptz) is
'Says that email of these workspaces can be claimed from p_due_at on.';
revoke all on function nightshift.mark_workspaces_due(uuid[], timestamptz) from public;

create or replace function nightshift.enqueue_emails() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_workspace_ids uuid[];
begin
  with queued as (
    insert into nightshift.email_queue (email_id, workspace_id, received_at)
    select e.id, e.workspace_id, coalesce(e.received_at, e.created_at, now())
    from new_emails e
    join public.workspaces w on w.id = e.workspace_id -- an adopted table may lack the foreign key
    where e.direction = 'inbound' and e.intelligence_analyzed is not true
    on conflict (email_id) do nothing
    returning workspace_id
  )
  select array_agg(distinct queued.workspace_id) into v_workspace_ids from queued;
  if v_workspace_ids is not null then
    perform nightshift.mark_workspaces_due(v_workspace_ids, '-infinity');
  end if;
  return null;
end
$$;
comment on function nightshift.enqueue_emails() is 'Puts new inbound email into the queue, once per statement.';
revoke all on function nightshift.enqueue_emails() from public;

create or replace trigger enqueue_emails
after insert on public.client_emails
referencing new table as new_emails
for each statement execute function nightshift.enqueue_emails();

-- Emails that were there before this migration: reconcile queues them in pieces, in the order of their
-- ids, because a million at once would keep writers waiting. New ones are queued by the trigger.

create table if not exists nightshift.email_adoption (
  is_only_row boolean primary key default true,
  queued_until uuid not null default '00000000-0000-0000-0000-000000000000',
  finished_at timestamptz,
  constraint there_is_one_row check (is_only_row)
);
alter table nightshift.email_adoption enable row level security;
comment on table nightshift.email_adoption is 'How far the emails that were there before Nightshift are queued.';
comment on column nightshift.email_adoption.is_only_row is 'always true';
comment on column nightshift.email_adoption.queued_until is 'id of the last email that was looked at';
comment on column nightshift.email_adoption.finished_at is 'when the last one was queued; null while some are left';

create or replace function nightshift.queue_emails_after(p_email_id uuid, p_limit integer)
returns table (last_id uuid, queued integer)
language plpgsql set search_path = ''
as $$
declare
  v_workspace_ids uuid[];
begin
  with looked_at as materialized (
    select e.id, e.workspace_id, coalesce(e.received_at, e.created_at, now()) as received_at,
      e.direction = 'inbound' and e.intelligence_analyzed is not true
        and exists (select from public.workspaces w where w.id = e.workspace_id) as waits
    from public.client_emails e
    where e.id > p_email_id
    order by e.id
    limit p_limit
  ), queued_now as (
    insert into nightshift.email_queue (email_id, workspace_id, received_at)
    select l.id, l.workspace_id, l.received_at from looked_at l where l.waits
    on conflict (email_id) do nothing
    returning workspace_id
  )
  select (select l.id from looked_at l order by l.id desc limit 1),
    (select array_agg(distinct q.workspace_id) from queued_now q), (select count(*) from queued_now)
  into last_id, v_workspace_ids, queued;
  if v_workspace_ids is not null then
    perform nightshift.mark_workspaces_due(v_workspace_ids, '-infinity');
  end if;
  return next;
end
$$;
comment on function nightshift.queue_emails_after(uuid, integer) is
'Queues those of the p_limit emails after an id that wait for analysis. Returns the last id that it looked at, null if '
'none, and how many it queued.';
revoke all on function nightshift.queue_emails_after(uuid, integer) from public, anon, authenticated, service_role;

create or replace function nightshift.queue_earlier_emails(
  p_now timestamptz default clock_timestamp(), p_limit integer default 2000, p_most_time interval default '0.5 seconds'
) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_started_at constant timestamptz := clock_timestamp();
  v_after uuid;
  v_piece record;
  v_count integer := 0;
begin
  select a.queued_until into v_after from nightshift.email_adoption a where a.finished_at is null
    for update skip locked;
  if not found then
    return 0;
  end if;
  loop
    select q.last_id, q.queued into v_piece from nightshift.queue_emails_after(v_after, p_limit) q;
    v_after := coalesce(v_piece.last_id, v_after);
    v_count := v_count + v_piece.queued;
    exit when v_piece.last_id is null or clock_timestamp() > v_started_at + p_most_time;
  end loop;
  update nightshift.email_adoption a
  set queued_until = v_after, finished_at = case when v_piece.last_id is null then p_now end
  where a.is_only_row;
  return v_count;
end
$$;
comment on function nightshift.queue_earlier_emails(timestamptz, integer, interval) is
'Queues emails that were there before Nightshift, if they wait for analysis, for p_most_time, p_limit at a time. '
'Returns how many.';
revoke all on function nightshift.queue_earlier_emails(timestamptz, integer, interval)
  from public, anon, authenticated, service_role;

-- A small mailbox is queued at once, a large one goes on with the next reconcile. Writers wait meanwhile.
insert into nightshift.email_adoption default values on conflict do nothing;
select nightshift.queue_earlier_emails(p_limit => 500, p_most_time => '0.1 seconds');
