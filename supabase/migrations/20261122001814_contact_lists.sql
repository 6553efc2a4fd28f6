-- Contact lists: which emails and which days of contacts are due for enrichment, and what emails say.
--
-- Triggers fill the lists once for each statement, for workspaces that ask for contact_enrichment only.
-- Whoever works on an item deletes it in the same transaction, and passes by what is locked. So whoever lists an item
-- that is already there locks it: the worker would otherwise take it before it can see the change.
-- Locks: writers of public.client_emails wait half a second at most. Time: milliseconds. Emails that were
-- there before are read in pieces, from the newest back, when a workspace asks.

select nightshift.lock_briefly('public.client_emails', 'share row exclusive');

create table if not exists nightshift.email_claims (
  email_id uuid not null,
  contact_id uuid not null,
  field text not null,
  source text not null,
  value_key text not null,
  value text not null,
  at timestamptz not null,
  primary key (email_id, contact_id, field, source, value_key),
  constraint claim_goes_with_email_of_contact foreign key (email_id, contact_id)
    references public.contact_emails (email_id, contact_id) on delete cascade
);
create index if not exists email_claims_contact_idx on nightshift.email_claims (contact_id);
alter table nightshift.email_claims enable row level security;
revoke all on nightshift.email_claims from public;
comment on table nightshift.email_claims is
'What each email says about its sender. The emails are the truth that contact_facts are counted from.';
comment on column nightshift.email_claims.email_id is 'the email';
comment on column nightshift.email_claims.contact_id is 'its sender';
comment on column nightshift.email_claims.field is 'name, company, job_title or phone';
comment on column nightshift.email_claims.source is 'signature or header';
comment on column nightshift.email_claims.value_key is 'as in contact_facts';
comment on column nightshift.email_claims.value is 'as written';
comment on column nightshift.email_claims.at is 'time of the email, as in contact_emails';

create table if not exists nightshift.given_facts (
  contact_id uuid not null references public.contacts (id) on delete cascade,
  field text not null,
  source text not null,
  value_key text not null,
  value text not null,
  at timestamptz not null,
  primary key (contact_id, field, source, value_key)
);
alter table nightshift.given_facts enable row level security;
revoke all on nightshift.given_facts from public;
comment on table nightshift.given_facts is 'What users and providers say about contacts.';
comment on column nightshift.given_facts.contact_id is 'the contact';
comment on column nightshift.given_facts.field is 'name, company, job_title or phone';
comment on column nightshift.given_facts.source is 'user or provider:<name>';
comment on column nightshift.given_facts.value_key is 'as in contact_facts';
comment on column nightshift.given_facts.value is 'as given';
comment on column nightshift.given_facts.at is 'when it was last given';

create table if not exists nightshift.due_emails (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  email_id uuid not null,
  primary key (workspace_id, email_id)
);
alter table nightshift.due_emails enable row level security;
revoke all on nightshift.due_emails from public;
comment on table nightshift.due_emails is
'Emails that contact_enrichment has to read: their record was written, they were sent, or one of both changed.';
comment on column nightshift.due_emails.workspace_id is 'the workspace';
comment on column nightshift.due_emails.email_id is 'the email; it may be gone';

create table if not exists nightshift.due_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  contact_id uuid not null,
  day date not null,
  primary key (workspace_id, contact_id, day)
);
alter table nightshift.due_days enable row level security;
revoke all on nightshift.due_days from public;
comment on table nightshift.due_days is
'Days of contacts to count anew, together with the facts of these contacts: their emails changed or are gone.';
comment on column nightshift.due_days.workspace_id is 'the workspace';
comment on column nightshift.due_days.contact_id is 'the contact; it may be gone';
comment on column nightshift.due_days.day is 'the day';

create table if not exists nightshift.due_scores (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  contact_id uuid not null,
  primary key (workspace_id, contact_id)
);
alter table nightshift.due_scores enable row level security;
revoke all on nightshift.due_scores from public;
comment on table nightshift.due_scores is 'Contacts to score anew: their facts or days changed.';
comment on column nightshift.due_scores.workspace_id is 'the workspace';
comment on column nightshift.due_scores.contact_id is 'the contact; it may be gone';

create table if not exists nightshift.contact_turns (
  workspace_id uuid primary key references public.workspaces (id) on delete cascade,
  enriched_at timestamptz,
  scored_at timestamptz,
  read_before timestamptz,
  read_before_id uuid,
  score_after text,
  constraint place_in_emails_has_time_and_id check ((read_before is null) = (read_before_id is null))
);
alter table nightshift.contact_turns enable row level security;
revoke all on nightshift.contact_turns from public;
comment on table nightshift.contact_turns is
'Workspaces that ask for contact_enrichment or lead_scoring_batch: when each was last served, and how far its earlier '
'emails and contacts are.';
comment on column nightshift.contact_turns.workspace_id is 'the workspace';
comment on column nightshift.contact_turns.enriched_at is
'when contact_enrichment last served it; null: never, so it is next';
comment on column nightshift.contact_turns.scored_at is
'when lead_scoring_batch last served it; null: never, so it is next';
comment on column nightshift.contact_turns.read_before is
'emails before this time are still to be read; infinity: all; null: none';
comment on column nightshift.contact_turns.read_before_id is 'of those of exactly this time, the ones before this id';
comment on column nightshift.contact_turns.score_after is
'contacts with addresses after this one are still to be scored, because the workspace or its model is new; null: none';

create or replace function nightshift.list_due_emails() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A record that goes with its email is no work: the email is gone.
  insert into nightshift.due_emails (workspace_id, email_id)
  select r.workspace_id, r.email_id
  from changed_records r
  join public.workspace_settings s on s.workspace_id = r.workspace_id and s.enabled_types @> '{contact_enrichment}'
  where tg_op <> 'DELETE' or exists (select from public.client_emails e where e.id = r.email_id)
  order by r.workspace_id, r.email_id
  on conflict (workspace_id, email_id) do update set email_id = excluded.email_id where false; -- a lock alone
  return null;
end
$$;
comment on function nightshift.list_due_emails() is
'Puts emails whose record was written, changed or deleted on the list, once per statement.';
revoke all on function nightshift.list_due_emails() from public;

create or replace trigger list_due_emails_insert
after insert on public.email_intelligence
referencing new table as changed_records
for each statement execute function nightshift.list_due_emails();
create or replace trigger list_due_emails_update
after update on public.email_intelligence
referencing new table as changed_records
for each statement execute function nightshift.list_due_emails();
create or replace trigger list_due_emails_delete
after delete on public.email_intelligence
referencing old table as changed_records
for each statement execute function nightshift.list_due_emails();

create or replace function nightshift.list_sent_emails() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into nightshift.due_emails (workspace_id, email_id)
  select e.workspace_id, e.id
  from new_emails e
  join public.workspace_settings s on s.workspace_id = e.workspace_id and s.enabled_types @> '{contact_enrichment}'
  where e.direction = 'outbound'
  order by e.workspace_id, e.id
  on conflict (workspace_id, email_id) do update set email_id = excluded.email_id where false;
  return null;
end
$$;
comment on function nightshift.list_sent_emails() is 'Puts new outbound email on the list, once per statement.';
revoke all on function nightshift.list_sent_emails() from public;

create or replace trigger list_sent_emails
after insert on public.client_emails
referencing new table as new_emails
for each statement execute function nightshift.list_sent_emails();

create or replace function nightshift.list_changed_email() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into nightshift.due_emails (workspace_id, email_id)
  select s.workspace_id, new.id
  from public.workspace_settings s
  where s.workspace_id = new.workspace_id and s.enabled_types @> '{contact_enrichment}'
  on conflict (workspace_id, email_id) do update set email_id = excluded.email_id where false;
  return null;
end
$$;
comment on function nightshift.list_changed_email() is
'Puts an email whose sender, recipients or time changed on the list.';
revoke all on function nightshift.list_changed_email() from public;

create or replace trigger list_changed_email
after update of from_email, from_name, to_emails, cc_emails, direction, received_at on public.client_emails
for each row when (
  old.from_email is distinct from new.from_email or old.from_name is distinct from new.from_name
  or old.to_emails is distinct from new.to_emails or old.cc_emails is distinct from new.cc_emails
  or old.direction is distinct from new.direction or old.received_at is distinct from new.received_at)
execute function nightshift.list_changed_email();

create or replace function nightshift.list_due_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into nightshift.due_days (workspace_id, contact_id, day)
  select distinct c.workspace_id, o.contact_id, o.day
  from old_rows o
  join public.contacts c on c.id = o.contact_id
  join public.workspaces w on w.id = c.workspace_id
  order by c.workspace_id, o.contact_id, o.day
  on conflict (workspace_id, contact_id, day) do update set day = excluded.day where false;
  return null;
end
$$;
comment on function nightshift.list_due_days() is
'Puts the days of contacts whose emails are gone on the list, once per statement.';
revoke all on function nightshift.list_due_days() from public;

create or replace trigger list_due_days
after delete on public.contact_emails
referencing old table as old_rows
for each statement execute function nightshift.list_due_days();

create or replace function nightshift.start_contacts() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  c_last_id constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  v_reads constant boolean := new.enabled_types @> '{contact_enrichment}' and (tg_op = 'INSERT'
    or not old.enabled_types @> '{contact_enrichment}' or old.own_domains is distinct from new.own_domains);
  v_scores constant boolean := new.enabled_types @> '{lead_scoring_batch}' and (tg_op = 'INSERT'
    or not old.enabled_types @> '{lead_scoring_batch}');
begin
  if v_reads or v_scores then
    insert into nightshift.contact_turns as t (workspace_id, read_before, read_before_id, score_after)
    values (new.workspace_id, case when v_reads then 'infinity'::timestamptz end, case when v_reads then c_last_id end,
      case when v_scores then '' end)
    on conflict (workspace_id) do update
    set read_before = coalesce(excluded.read_before, t.read_before),
      read_before_id = coalesce(excluded.read_before_id, t.read_before_id),
      score_after = coalesce(excluded.score_after, t.score_after);
  end if;
  return null;
end
$$;
comment on function nightshift.start_contacts() is
'When a workspace asks for contact_enrichment, or changes its own domains, all its emails are read again. When it asks '
'for lead_scoring_batch, all its contacts are scored.';
revoke all on function nightshift.start_contacts() from public;

create or replace trigger start_contacts
after insert or update of enabled_types, own_domains on public.workspace_settings
for each row execute function nightshift.start_contacts();

-- After an undo of this migration, workspaces that ask are there before its triggers.
insert into nightshift.contact_turns (workspace_id, read_before, read_before_id, score_after)
select s.workspace_id, case when a.reads then 'infinity'::timestamptz end,
  case when a.reads then 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid end, case when a.scores then '' end
from public.workspace_settings s
cross join lateral (
  select s.enabled_types @> '{contact_enrichment}', s.enabled_types @> '{lead_scoring_batch}'
) as a (reads, scores)
where a.reads or a.scores
on conflict (workspace_id) do nothing;
