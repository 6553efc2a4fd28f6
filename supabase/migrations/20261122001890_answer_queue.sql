-- Answer queue: which emails wait for an answer, in the order in which to answer them.
--
-- Settling a record writes the row, so the order is in an index: urgency, then the earliest date to come
-- that the email names, then the oldest email. An outbound email that answers one ends its wait.
-- Locks: the new table only. Time: milliseconds; applied first, it reads the records of before.

create table if not exists nightshift.answer_queue (
  email_id uuid primary key references public.client_emails (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  urgency smallint not null,
  due_on date not null default 'infinity',
  received_at timestamptz not null,
  state text not null default 'open',
  snoozed_until timestamptz,
  changed_by uuid,
  changed_at timestamptz,
  constraint urgency_is_from_0_to_3 check (urgency between 0 and 3),
  constraint state_is_known check (state in ('open', 'snoozed', 'answered', 'not_needed')),
  constraint a_snoozed_email_has_a_time check ((state = 'snoozed') = (snoozed_until is not null))
);
create index if not exists answer_queue_open_idx
  on nightshift.answer_queue (workspace_id, urgency, due_on, received_at, email_id) where state = 'open';
create index if not exists answer_queue_snoozed_idx
  on nightshift.answer_queue (workspace_id, snoozed_until, email_id) where state = 'snoozed';
create index if not exists answer_queue_ended_idx
  on nightshift.answer_queue (workspace_id, changed_at desc, email_id) where state in ('answered', 'not_needed');
alter table nightshift.answer_queue enable row level security;
revoke all on nightshift.answer_queue from public;
comment on table nightshift.answer_queue is
'Emails that need an answer, or needed one. Written as records are, and by people.';
comment on column nightshift.answer_queue.email_id is 'the email';
comment on column nightshift.answer_queue.workspace_id is 'its workspace';
comment on column nightshift.answer_queue.urgency is '0 critical, 1 high, 2 medium, 3 low';
comment on column nightshift.answer_queue.due_on is
'earliest date from the day of the email on that it names; infinity without one';
comment on column nightshift.answer_queue.received_at is 'when the email came in';
comment on column nightshift.answer_queue.state is
'open; snoozed: open again at snoozed_until; answered; not_needed: somebody said so';
comment on column nightshift.answer_queue.snoozed_until is 'when a snoozed email is open again';
comment on column nightshift.answer_queue.changed_by is
'the member who changed the state last; null: an email of ours did';
comment on column nightshift.answer_queue.changed_at is 'when that was';

create or replace function nightshift.urgency_rank(p_level text) returns smallint
language sql immutable set search_path = ''
as $$
  select (array_position(array['critical', 'high', 'medium', 'low'], p_level) - 1)::smallint
$$;
comment on function nightshift.urgency_rank(text) is '0 for critical to 3 for low.';
revoke all on function nightshift.urgency_rank(text) from public;

create or replace function nightshift.first_date_to_come(p_dates jsonb, p_received_at timestamptz) returns date
language sql immutable set search_path = ''
as $$
  -- Values are ISO 8601: a date, a local date-time, or start/end. A day that does not exist is no date.
  select min(day.value)
  from jsonb_array_elements(p_dates) as fact (document)
  cross join lateral (
    select case
      when fact.document ->> 'value' ~ '^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])'
        and substring(fact.document ->> 'value' from 9 for 2)::integer <= extract(day from (
          substring(fact.document ->> 'value' from 1 for 7) || '-01')::date + interval '1 month' - interval '1 day')
      then left(fact.document ->> 'value', 10)::date
    end as value
  ) as day
  where day.value >= (p_received_at at time zone 'UTC')::date
$$;
comment on function nightshift.first_date_to_come(jsonb, timestamptz) is
'The earliest day among the dates of a record that is not before the day (UTC) of the email; null without one.';
revoke all on function nightshift.first_date_to_come(jsonb, timestamptz) from public;

create or replace function nightshift.queue_for_answer(p_email_ids uuid[]) returns void
language sql set search_path = ''
as $$
  insert into nightshift.answer_queue as q (email_id, workspace_id, urgency, due_on, received_at, state, changed_at)
  select i.email_id, i.workspace_id, nightshift.urgency_rank(i.urgency_level),
    coalesce(nightshift.first_date_to_come(i.dates, e.received_at), 'infinity'), e.received_at,
    case when a.email_id is null then 'open' else 'answered' end, a.answered_at
  from public.email_intelligence i
  join public.client_emails e on e.id = i.email_id
  left join public.email_answers a on a.email_id = i.email_id
  where i.email_id = any (p_email_ids) and i.needs_reply
  on conflict (email_id) do update
    set urgency = excluded.urgency, due_on = excluded.due_on, received_at = excluded.received_at
$$;
comment on function nightshift.queue_for_answer(uuid[]) is
'Puts the emails that need a reply into the queue, by their records. What people said of an email stays.';
revoke all on function nightshift.queue_for_answer(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_answer_queue() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.queue_for_answer(array(select r.email_id from new_records r where r.needs_reply));
  -- An email that was read again and needs no reply leaves, unless somebody has decided about it.
  if tg_op = 'UPDATE' then
    delete from nightshift.answer_queue q
    using new_records r
    where q.email_id = r.email_id and not r.needs_reply and q.state = 'open' and q.changed_by is null;
  end if;
  return null;
end
$$;
comment on function nightshift.keep_answer_queue() is 'Queues emails for an answer as their records are written.';
revoke all on function nightshift.keep_answer_queue() from public;

create or replace trigger queue_for_answer
after insert on public.email_intelligence
referencing new table as new_records
for each statement execute function nightshift.keep_answer_queue();
create or replace trigger queue_again_for_answer
after update on public.email_intelligence
referencing new table as new_records
for each statement execute function nightshift.keep_answer_queue();

create or replace function nightshift.end_wait_for_answer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update nightshift.answer_queue q
  set state = 'answered', snoozed_until = null, changed_by = null, changed_at = a.answered_at
  from new_answers a
  where q.email_id = a.email_id and q.state in ('open', 'snoozed');
  return null;
end
$$;
comment on function nightshift.end_wait_for_answer() is 'Marks emails as answered when an email of ours answers them.';
revoke all on function nightshift.end_wait_for_answer() from public;

create or replace trigger end_wait_for_answer
after insert on public.email_answers
referencing new table as new_answers
for each statement execute function nightshift.end_wait_for_answer();

-- Records from before this migration.
select nightshift.queue_for_answer(array(
  select i.email_id
  from public.email_intelligence i
  where i.needs_reply and not exists (select from nightshift.answer_queue q where q.email_id = i.email_id)
));
