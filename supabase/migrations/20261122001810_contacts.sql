-- Contacts: who writes to a workspace, or is written to, with every fact and the email that says it.
--
-- An existing public.contacts with an id, a workspace and a unique address in it is adopted: columns that are
-- missing are added, and its rights and policies stay as they are.
-- Locks: public.contacts exclusively for milliseconds; writers wait half a second for it at most.
-- New columns have no default that would rewrite the table.

do $$
begin
  if to_regclass('public.contacts') is null then
    create table public.contacts (
      id uuid primary key default nightshift.time_ordered_uuid(),
      workspace_id uuid not null references public.workspaces (id) on delete cascade,
      email text not null,
      name text,
      company text,
      job_title text,
      phone text,
      status text not null default 'contact',
      kind text not null default 'person',
      ai_score numeric(5, 2),
      first_seen_at timestamptz,
      last_interaction timestamptz,
      tags text[] not null default '{}',
      created_at timestamptz not null default now(),
      constraint contacts_email_is_unique_in_workspace unique (workspace_id, email),
      constraint email_has_3_to_320_characters check (length(email) >= 3 and length(email) <= 320),
      constraint email_is_in_lower_case check (email = lower(email)),
      constraint texts_have_up_to_200_characters check (
        length(name) <= 200 and length(company) <= 200 and length(job_title) <= 200 and length(phone) <= 200),
      constraint status_is_known check (status in ('prospect', 'lead', 'customer', 'contact')),
      constraint kind_is_known check (kind in ('person', 'role')),
      constraint ai_score_is_from_0_to_100 check (ai_score >= 0 and ai_score <= 100),
      constraint tags_are_up_to_50_of_200_characters check (
        cardinality(tags) <= 50 and length(array_to_string(tags, '')) <= 50 * 200)
    ) with (fillfactor = 85); -- Room for the score, which changes often, without new entries in indexes.
    alter table public.contacts enable row level security;
    revoke all on public.contacts from anon, authenticated, service_role;
    grant select, update (status, tags) on public.contacts to authenticated;
    grant select, insert, update, delete on public.contacts to service_role;
    create policy "members read the contacts of their workspaces" on public.contacts
      for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
    create policy "writers label the contacts of their workspaces" on public.contacts
      for update to authenticated using (workspace_id in (select nightshift.my_writable_workspaces()));
    create policy "service role manages contacts" on public.contacts
      to service_role using (true) with check (true);
    insert into nightshift.installed_objects (kind, name) values ('table', 'public.contacts');
  end if;
end
$$;

-- A table that was there before must have what enrichment relies on. It gets the columns that are missing.
do $$
declare
  v_problem text;
  v_column record;
begin
  select string_agg(format('"%s" (%s)', needed.name, needed.type), ', ' order by needed.position) into v_problem
  from (values
    (1, 'id', 'uuid', true), (2, 'workspace_id', 'uuid', true), (3, 'email', 'text', true), (4, 'name', 'text', false),
    (5, 'company', 'text', false), (6, 'job_title', 'text', false), (7, 'phone', 'text', false),
    (8, 'status', 'text', false), (9, 'kind', 'text', false), (10, 'first_seen_at', 'timestamptz', false),
    (11, 'last_interaction', 'timestamptz', false), (12, 'tags', 'text[]', false)
  ) as needed (position, name, type, is_required)
  left join pg_catalog.pg_attribute a
    on a.attrelid = 'public.contacts'::regclass and a.attname = needed.name and not a.attisdropped
  where a.atttypid is distinct from needed.type::regtype and (needed.is_required or a.attname is not null);
  if v_problem is null then
    select '"ai_score" (a number)' into v_problem
    from pg_catalog.pg_attribute a
    where a.attrelid = 'public.contacts'::regclass and a.attname = 'ai_score' and not a.attisdropped
      and a.atttypid <> all (array['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']::regtype[]);
  end if;
  if v_problem is not null then
    raise exception 'public.contacts exists, but without %; nothing was changed.', v_problem
      using hint =
        'Nightshift adopts a table of contacts only with these columns and types. Add or change them or rename the '
        'table, then run this migration again.';
  end if;

  select string_agg(format('(%s)', array_to_string(needed.names, ', ')), ' and ' order by cardinality(needed.names))
  into v_problem
  from (values (array['id']), (array['email', 'workspace_id'])) as needed (names)
  where not exists (
    select
    from pg_catalog.pg_index i
    where i.indrelid = 'public.contacts'::regclass and i.indisunique and i.indpred is null and i.indexprs is null
      and i.indisvalid and i.indimmediate
      and needed.names = (
        select array_agg(a.attname::text order by a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      )
  );
  if v_problem is not null then
    raise exception 'public.contacts exists, but nothing makes % unique; nothing was changed.', v_problem
      using hint =
        'Add the unique constraint or primary key, one that is not deferrable, then run this migration again.';
  end if;

  -- Enrichment adds rows with an id, a workspace, an address and what it knows.
  select string_agg(format('"%s"', a.attname), ', ' order by a.attnum) into v_problem
  from pg_catalog.pg_attribute a
  where a.attrelid = 'public.contacts'::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
    and not a.atthasdef and a.attidentity = '' and a.attgenerated = ''
    and a.attname not in ('workspace_id', 'email');
  if v_problem is not null then
    raise exception 'public.contacts exists, but its % must be given for every row; nothing was changed.', v_problem
      using hint = 'Give each a default or allow null, then run this migration again.';
  end if;

  for v_column in
    select *
    from (values
      ('name', 'text'), ('company', 'text'), ('job_title', 'text'), ('phone', 'text'), ('status', 'text'),
      ('kind', 'text'), ('ai_score', 'numeric(5, 2)'), ('first_seen_at', 'timestamptz'),
      ('last_interaction', 'timestamptz'), ('tags', 'text[]')
    ) as wanted (name, type)
    where not exists (
      select
      from pg_catalog.pg_attribute a
      where a.attrelid = 'public.contacts'::regclass and a.attname = wanted.name and not a.attisdropped
    )
  loop
    perform nightshift.lock_briefly('public.contacts', 'access exclusive');
    execute format('alter table public.contacts add column %I %s', v_column.name, v_column.type);
    insert into nightshift.installed_objects (kind, name) values ('column', 'public.contacts.' || v_column.name);
  end loop;
end
$$;

comment on table public.contacts is
'Who writes to a workspace, or is written to. What is shown here comes from contact_facts, each with its evidence.';
comment on column public.contacts.id is 'time-ordered UUID';
comment on column public.contacts.workspace_id is 'the workspace that it belongs to';
comment on column public.contacts.email is 'address in lower case, unique in its workspace';
comment on column public.contacts.name is 'the first of its facts in contact_facts, or null';
comment on column public.contacts.company is
'the first of its facts in contact_facts; the domain of the address when nothing else is known';
comment on column public.contacts.job_title is 'the first of its facts in contact_facts, or null';
comment on column public.contacts.phone is 'the first of its facts in contact_facts, or null';
comment on column public.contacts.status is
'prospect, lead, customer or contact: for members to set, nothing else changes it';
comment on column public.contacts.kind is
'person, or role for an address such as info@ or sales@: these have no facts and no score';
comment on column public.contacts.ai_score is 'the score in lead_scores, 0 to 100; null for a contact without one';
comment on column public.contacts.first_seen_at is 'time of the first email from or to it';
comment on column public.contacts.last_interaction is 'time of the latest email from or to it';
comment on column public.contacts.tags is 'for members to set, nothing else changes them';
do $$
begin
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.contacts') then
    comment on column public.contacts.created_at is 'when the row was written';
  end if;
end
$$;

create or replace function nightshift.contact_fields() returns text[]
language sql immutable parallel safe set search_path = ''
as $$ select array['name', 'company', 'job_title', 'phone'] $$;
comment on function nightshift.contact_fields() is 'The columns of contacts that facts fill.';
revoke all on function nightshift.contact_fields() from public;
grant execute on function nightshift.contact_fields() to service_role;

create or replace function nightshift.is_fact_source(p_source text) returns boolean
language sql immutable parallel safe set search_path = ''
as $$ select p_source in ('user', 'signature', 'header') or p_source ~ '^provider:[a-z0-9][a-z0-9_.-]{0,49}$' $$;
comment on function nightshift.is_fact_source(text) is
'Whether facts may have this source: user, signature, header, or provider:<name> in lower case.';
revoke all on function nightshift.is_fact_source(text) from public;
grant execute on function nightshift.is_fact_source(text) to service_role;

create table if not exists public.contact_facts (
  contact_id uuid not null references public.contacts (id) on delete cascade,
  field text not null,
  value text not null,
  value_key text not null,
  source text not null,
  is_derived boolean not null default false,
  email_id uuid references public.client_emails (id) on delete set null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  times_seen integer not null,
  place smallint not null,
  primary key (contact_id, field, value_key, source),
  constraint field_is_known check (field = any (nightshift.contact_fields())),
  constraint source_is_known check (nightshift.is_fact_source(source)),
  constraint value_has_1_to_200_characters check (length(value) >= 1 and length(value) <= 200),
  constraint value_key_has_1_to_200_characters check (length(value_key) >= 1 and length(value_key) <= 200),
  constraint times_seen_is_positive check (times_seen >= 1),
  constraint first_seen_is_not_after_last_seen check (first_seen_at <= last_seen_at),
  constraint at_most_20_a_field check (place >= 1 and place <= 20)
);
create index if not exists contact_facts_email_idx on public.contact_facts (email_id) where email_id is not null;
comment on table public.contact_facts is
'What is said about a contact, by whom, and where. Facts are claims with evidence: From can be forged, and a '
'signature can say anything. At most 20 for each field.';
comment on column public.contact_facts.contact_id is 'the contact';
comment on column public.contact_facts.field is 'name, company, job_title or phone';
comment on column public.contact_facts.value is 'as written where it was last seen';
comment on column public.contact_facts.value_key is 'by which spellings of one value are counted as the same';
comment on column public.contact_facts.source is
'user, signature (of an email from the contact), header (From, or the address itself), or provider:<name>';
comment on column public.contact_facts.is_derived is
'true for a company that is only the domain of the address';
comment on column public.contact_facts.email_id is
'the latest email that says so; null for facts of users and providers, and until the next run after that email was '
'deleted';
comment on column public.contact_facts.first_seen_at is 'time of the first email that says so, or when it was given';
comment on column public.contact_facts.last_seen_at is 'time of the latest email that says so, or when it was given';
comment on column public.contact_facts.times_seen is 'how many emails say so; 1 for facts of users and providers';
comment on column public.contact_facts.place is
'1 for the shown value: users first, then signatures, providers, headers; within these the latest, then the most seen';

create table if not exists public.contact_emails (
  email_id uuid not null references public.client_emails (id) on delete cascade,
  contact_id uuid not null references public.contacts (id) on delete cascade,
  at timestamptz not null,
  day date not null,
  direction text not null,
  primary key (email_id, contact_id),
  constraint direction_is_known check (direction in ('inbound', 'outbound'))
);
create index if not exists contact_emails_contact_idx on public.contact_emails (contact_id, day, at);
comment on table public.contact_emails is
'Which emails a contact wrote or got. Bulk, automated and list emails are left out.';
comment on column public.contact_emails.email_id is 'the email';
comment on column public.contact_emails.contact_id is
'its sender when it came in, one of its recipients when it was sent';
comment on column public.contact_emails.at is
'received_at of the email, and at most a day after it was stored: a Date header can say anything';
comment on column public.contact_emails.day is 'that day on the clocks of the workspace';
comment on column public.contact_emails.direction is 'inbound or outbound';

create table if not exists public.contact_days (
  contact_id uuid not null references public.contacts (id) on delete cascade,
  day date not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  emails_in integer not null,
  emails_out integer not null,
  requests integer not null,
  questions integer not null,
  complaints integer not null,
  opportunities integer not null,
  meetings integer not null,
  offers integer not null,
  budgets integer not null,
  timelines integer not null,
  decision_makers integer not null,
  positive integer not null,
  negative integer not null,
  primary key (contact_id, day)
);
create index if not exists contact_days_workspace_idx on public.contact_days (workspace_id, day);
comment on table public.contact_days is
'What went on between a workspace and a contact on one day. A day is always counted anew, never added to.';
comment on column public.contact_days.contact_id is 'the contact';
comment on column public.contact_days.day is 'day on the clocks of the workspace';
comment on column public.contact_days.workspace_id is 'its workspace';
comment on column public.contact_days.emails_in is 'emails from the contact';
comment on column public.contact_days.emails_out is 'emails to the contact';
comment on column public.contact_days.requests is 'emails from it with a request or a promise';
comment on column public.contact_days.questions is 'emails from it with a question';
comment on column public.contact_days.complaints is 'emails from it that complain';
comment on column public.contact_days.opportunities is 'emails from it that offer business';
comment on column public.contact_days.meetings is 'emails from it that ask for a meeting';
comment on column public.contact_days.offers is 'emails from it with a proposal';
comment on column public.contact_days.budgets is 'emails from it that mention a budget';
comment on column public.contact_days.timelines is 'emails from it that name a time frame';
comment on column public.contact_days.decision_makers is 'emails from it that say who decides';
comment on column public.contact_days.positive is 'emails from it in a positive tone';
comment on column public.contact_days.negative is 'emails from it in a negative tone';

-- As for client_emails: estimates must not tell one tenant about the contacts of others.
do $$
declare
  v_column record;
begin
  for v_column in
    select a.attrelid::regclass as relation, a.attname as name
    from pg_catalog.pg_attribute a
    where a.attnum > 0 and not a.attisdropped and a.attstattarget is distinct from 0
      and a.attrelid = any (array['public.contact_facts', 'public.contact_emails', 'public.contact_days']::regclass[]
        || array(
          select 'public.contacts'::regclass from nightshift.installed_objects o
          where o.kind = 'table' and o.name = 'public.contacts'))
  loop
    execute format('alter table %s alter column %I set statistics 0', v_column.relation, v_column.name);
  end loop;
end
$$;

do $$
declare
  v_table text;
begin
  foreach v_table in array array['contact_facts', 'contact_emails', 'contact_days'] loop
    execute format('alter table public.%I enable row level security', v_table);
    execute format('revoke all on public.%I from anon, authenticated, service_role', v_table);
    execute format('grant select on public.%I to authenticated', v_table);
    execute format('grant select, insert, update, delete on public.%I to service_role', v_table);
  end loop;
end
$$;
drop policy if exists "members read the facts of contacts that they see" on public.contact_facts;
create policy "members read the facts of contacts that they see" on public.contact_facts
  for select to authenticated
  using (exists (
    select from public.contacts c where c.id = contact_id and c.workspace_id in (select nightshift.my_workspaces())));
drop policy if exists "service role manages facts" on public.contact_facts;
create policy "service role manages facts" on public.contact_facts
  to service_role using (true) with check (true);
drop policy if exists "members read which emails belong to contacts that they see" on public.contact_emails;
create policy "members read which emails belong to contacts that they see" on public.contact_emails
  for select to authenticated
  using (exists (
    select from public.contacts c where c.id = contact_id and c.workspace_id in (select nightshift.my_workspaces())));
drop policy if exists "service role manages emails of contacts" on public.contact_emails;
create policy "service role manages emails of contacts" on public.contact_emails
  to service_role using (true) with check (true);
drop policy if exists "members read the days of contacts of their workspaces" on public.contact_days;
create policy "members read the days of contacts of their workspaces" on public.contact_days
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages days of contacts" on public.contact_days;
create policy "service role manages days of contacts" on public.contact_days
  to service_role using (true) with check (true);

create or replace view public.contact_conflicts with (security_invoker = true) as
select c.workspace_id, c.id as contact_id, c.email, f.field, f.value, f.source, f.place = 1 as is_shown,
  f.times_seen, f.first_seen_at, f.last_seen_at, f.email_id
from public.contacts c
join public.contact_facts f on f.contact_id = c.id
where not f.is_derived and exists (
  select
  from public.contact_facts other
  where other.contact_id = f.contact_id and other.field = f.field and other.value_key <> f.value_key
    and not other.is_derived);
comment on view public.contact_conflicts is
'Facts of one contact that say different things about one field, the shown one included. Runs with the caller''s '
'rights.';
comment on column public.contact_conflicts.workspace_id is 'the workspace';
comment on column public.contact_conflicts.contact_id is 'the contact';
comment on column public.contact_conflicts.email is 'its address';
comment on column public.contact_conflicts.field is 'name, company, job_title or phone';
comment on column public.contact_conflicts.value is 'one of the values';
comment on column public.contact_conflicts.source is 'user, signature, header or provider:<name>';
comment on column public.contact_conflicts.is_shown is 'whether the contact shows it';
comment on column public.contact_conflicts.times_seen is 'how many emails say so';
comment on column public.contact_conflicts.first_seen_at is 'since when';
comment on column public.contact_conflicts.last_seen_at is 'until when';
comment on column public.contact_conflicts.email_id is 'the latest email that says so';
revoke all on public.contact_conflicts from anon, authenticated, service_role;
grant select on public.contact_conflicts to authenticated, service_role;
