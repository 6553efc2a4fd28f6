-- Answers: which email of ours answered which email that came in.
--
-- A reply names what it replies to (In-Reply-To, References). It may be stored before the email that it
-- answers, as older email is fetched newest first, so both sides are looked at whenever an email is stored.
-- Locks: public.client_emails exclusively for milliseconds; writers wait half a second for it at most.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create table if not exists public.email_answers (
  email_id uuid primary key references public.client_emails (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  answered_by uuid not null references public.client_emails (id) on delete cascade,
  answered_at timestamptz not null,
  constraint an_email_does_not_answer_itself check (email_id <> answered_by)
);
create index if not exists email_answers_workspace_idx on public.email_answers (workspace_id, answered_at);
create index if not exists email_answers_answer_idx on public.email_answers (answered_by);
comment on table public.email_answers is 'Emails that came in and were answered, each with its first answer.';
comment on column public.email_answers.email_id is 'the email that came in';
comment on column public.email_answers.workspace_id is 'its workspace';
comment on column public.email_answers.answered_by is 'the outbound email that answered it first';
comment on column public.email_answers.answered_at is 'when that was sent';
alter table public.email_answers enable row level security;
revoke all on public.email_answers from anon, authenticated, service_role;
grant select on public.email_answers to authenticated, service_role;
drop policy if exists "members read the answers of their workspaces" on public.email_answers;
create policy "members read the answers of their workspaces" on public.email_answers
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role reads answers" on public.email_answers;
create policy "service role reads answers" on public.email_answers for select to service_role using (true);

create table if not exists nightshift.email_references (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  message_id text not null,
  email_id uuid not null references public.client_emails (id) on delete cascade,
  constraint a_reply_names_a_message_once primary key (workspace_id, message_id, email_id),
  constraint message_id_has_at_most_998_bytes check (octet_length(message_id) <= 998)
);
create index if not exists email_references_email_idx on nightshift.email_references (email_id);
alter table nightshift.email_references enable row level security;
revoke all on nightshift.email_references from public;
comment on table nightshift.email_references is 'Which messages our outbound emails reply to.';
comment on column nightshift.email_references.workspace_id is 'the workspace of the outbound email';
comment on column nightshift.email_references.message_id is 'the Message-ID that it names, without angle brackets';
comment on column nightshift.email_references.email_id is 'the outbound email';

create or replace function nightshift.note_references(p_email_ids uuid[], p_more jsonb default '{}') returns void
language sql set search_path = ''
as $$
  insert into nightshift.email_references (workspace_id, message_id, email_id)
  select distinct e.workspace_id, named.id, e.id
  from public.client_emails e
  join public.workspaces w on w.id = e.workspace_id -- an adopted table may lack the foreign key
  cross join lateral (
    select btrim(t.id, '<>') as id
    from regexp_split_to_table(left(e.headers ->> 'in-reply-to', 2000), '[\s,]+') as t (id)
    union
    select t.id from jsonb_array_elements_text(p_more -> e.id::text) as t (id)
  ) as named
  where e.id = any (p_email_ids) and e.direction = 'outbound' and octet_length(named.id) between 1 and 998
  on conflict do nothing
$$;
comment on function nightshift.note_references(uuid[], jsonb) is
'Notes what outbound emails reply to: by In-Reply-To, and by the Message-IDs in p_more {email id: [ids]}.';
revoke all on function nightshift.note_references(uuid[], jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.keep_answers(p_answers jsonb) returns void
language sql set search_path = ''
as $$
  insert into public.email_answers as k (email_id, workspace_id, answered_by, answered_at)
  select distinct on (a.email_id) a.email_id, a.workspace_id, a.answered_by, a.answered_at
  from jsonb_to_recordset(p_answers)
    as a (email_id uuid, workspace_id uuid, answered_by uuid, answered_at timestamptz)
  where a.email_id <> a.answered_by
  order by a.email_id, a.answered_at, a.answered_by
  on conflict (email_id) do update set answered_by = excluded.answered_by, answered_at = excluded.answered_at
  where (excluded.answered_at, excluded.answered_by) < (k.answered_at, k.answered_by)
$$;
comment on function nightshift.keep_answers(jsonb) is
'Stores [{email_id, workspace_id, answered_by, answered_at}]. Of several answers the first is kept, in whatever order '
'they are found.';
revoke all on function nightshift.keep_answers(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.is_addressed_to(p_answer public.client_emails, p_email public.client_emails)
returns boolean
language sql immutable set search_path = ''
as $$
  with recipients as (
    select lower(btrim(t.address)) as address
    from unnest(coalesce(p_answer.to_emails, '{}') || coalesce(p_answer.cc_emails, '{}')) as t (address)
  )
  select not exists (select from recipients)
    or exists (select from recipients r where r.address = lower(btrim(p_email.from_email)))
    or exists (
      select
      from regexp_matches(lower(left(p_email.headers ->> 'reply-to', 1000)), '[^\s<>,;"]+@[^\s<>,;"]+', 'g') as f (a)
      join recipients r on r.address = f.a[1])
$$;
comment on function nightshift.is_addressed_to(public.client_emails, public.client_emails) is
'Whether an outbound email goes to who wrote another one: to its sender or its Reply-To. Also when it names nobody.';
revoke all on function nightshift.is_addressed_to(public.client_emails, public.client_emails)
  from public, anon, authenticated, service_role;

create or replace function nightshift.note_answers(p_email_ids uuid[]) returns void
language sql set search_path = ''
as $$
  with pairs as ( -- from the side of the answer
    select q.id as email_id, q.workspace_id, a.id as answered_by, a.received_at as answered_at
    from nightshift.email_references r
    join public.client_emails a on a.id = r.email_id
    join public.client_emails q on q.workspace_id = r.workspace_id and q.provider_message_id = r.message_id
    -- Who knows a Message-ID can make us name it: what we tell them answers nobody else.
    where r.email_id = any (p_email_ids) and q.direction = 'inbound' and nightshift.is_addressed_to(a, q)
    union
    -- and from the side of the email that came in. Of different emails that share a Message-ID, see ingest_email, the
    -- first to be stored is answered: another one may be forged, and is better looked at once too often.
    select q.id, q.workspace_id, a.id, a.received_at
    from public.client_emails q
    join nightshift.email_references r on r.workspace_id = q.workspace_id
      and r.message_id = q.provider_message_id
    join public.client_emails a on a.id = r.email_id
    where q.id = any (p_email_ids) and q.direction = 'inbound' and nightshift.is_addressed_to(a, q)
  )
  select nightshift.keep_answers(jsonb_agg(to_jsonb(p))) from pairs p having count(*) > 0
$$;
comment on function nightshift.note_answers(uuid[]) is
'Finds what these emails answer, or are answered by. Only an outbound email answers, and only who gets it.';
revoke all on function nightshift.note_answers(uuid[]) from public, anon, authenticated, service_role;

create or replace function nightshift.find_answers() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_ids constant uuid[] := array(select e.id from new_emails e);
begin
  perform nightshift.note_references(v_ids);
  perform nightshift.note_answers(v_ids);
  return null;
end
$$;
comment on function nightshift.find_answers() is 'Notes which emails new ones answer, or are answered by.';
revoke all on function nightshift.find_answers() from public;

create or replace trigger find_answers
after insert on public.client_emails
referencing new table as new_emails
for each statement execute function nightshift.find_answers();
