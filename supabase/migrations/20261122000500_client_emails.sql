-- Client e-mails: what came in, and what was read out of it.
--
-- An existing public.client_emails with the columns listed below is adopted: what is missing for the
-- text of the mail is added, its rows wait for analysis as soon as the queue's chapter has run, its
-- rights and policies stay the owner's business.
-- Locks: brief exclusive lock on public.client_emails. Time: milliseconds; new columns have no default
-- that would rewrite the table.

do $$
declare
  v_missing text;
  v_column record;
begin
  if to_regclass('public.client_emails') is null then
    create table public.client_emails (
      id uuid primary key default nightshift.time_ordered_uuid(),
      workspace_id uuid not null references public.workspaces (id) on delete cascade,
      provider_message_id text not null,
      provider_thread_id text,
      from_email text,
      from_name text,
      to_emails text[] not null default '{}',
      cc_emails text[],
      subject text,
      snippet text,
      body_text text,
      body_html text,
      headers jsonb,
      direction text not null default 'inbound',
      received_at timestamptz not null default now(),
      intelligence_analyzed boolean not null default false,
      analyzed_at timestamptz,
      created_at timestamptz not null default now(),
      constraint client_emails_message_is_unique_in_workspace unique (workspace_id, provider_message_id),
      constraint direction_is_known check (direction in ('inbound', 'outbound'))
    );
    alter table public.client_emails enable row level security;
    revoke all on public.client_emails from anon, authenticated, service_role;
    grant select on public.client_emails to authenticated;
    grant select, insert, update, delete on public.client_emails to service_role;
    create policy "members read the mail of their workspaces" on public.client_emails
      for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
    create policy "service role manages mail" on public.client_emails
      to service_role using (true) with check (true);
    insert into nightshift.installed_objects (kind, name) values ('table', 'public.client_emails');
    return;
  end if;

  select string_agg(format('"%s" (%s)', needed.name, needed.type), ', ') into v_missing
  from (values
    ('id', 'uuid'), ('workspace_id', 'uuid'), ('provider_message_id', 'text'), ('from_email', 'text'),
    ('to_emails', 'text[]'), ('subject', 'text'), ('snippet', 'text'), ('direction', 'text'),
    ('received_at', 'timestamptz'), ('intelligence_analyzed', 'boolean'), ('analyzed_at', 'timestamptz'),
    ('created_at', 'timestamptz')
  ) as needed (name, type)
  where not exists (
    select
    from pg_catalog.pg_attribute a
    where a.attrelid = 'public.client_emails'::regclass and a.attname = needed.name
      and a.atttypid = needed.type::regtype and not a.attisdropped
  );
  if v_missing is not null then
    raise exception 'public.client_emails exists, but without %; nothing was changed.', v_missing
      using hint = 'Nightshift adopts a table of mail only with these columns. Add them or rename the table, then run this migration again.';
  end if;

  -- Without the first nothing can refer to a mail, without the second a mail could come in twice.
  select string_agg(format('(%s)', array_to_string(needed.names, ', ')), ' and ') into v_missing
  from (values (array['id']), (array['provider_message_id', 'workspace_id'])) as needed (names)
  where not exists (
    select
    from pg_catalog.pg_index i
    where i.indrelid = 'public.client_emails'::regclass and i.indisunique and i.indpred is null and i.indexprs is null
      and needed.names = (
        select array_agg(a.attname::text order by a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      )
  );
  if v_missing is not null then
    raise exception 'public.client_emails exists, but nothing makes % unique; nothing was changed.', v_missing
      using hint = 'Add the unique constraint or primary key, then run this migration again.';
  end if;

  for v_column in
    select *
    from (values
      ('provider_thread_id', 'text'), ('from_name', 'text'), ('cc_emails', 'text[]'), ('body_text', 'text'),
      ('body_html', 'text'), ('headers', 'jsonb')
    ) as wanted (name, type)
    where not exists (
      select
      from pg_catalog.pg_attribute a
      where a.attrelid = 'public.client_emails'::regclass and a.attname = wanted.name and not a.attisdropped
    )
  loop
    execute format('alter table public.client_emails add column %I %s', v_column.name, v_column.type);
    insert into nightshift.installed_objects (kind, name) values ('column', 'public.client_emails.' || v_column.name);
  end loop;
end
$$;

comment on table public.client_emails is 'Mail of the workspaces, as received. Inbound mail is analysed once.';
comment on column public.client_emails.id is 'time-ordered UUID';
comment on column public.client_emails.workspace_id is 'whose mail it is';
comment on column public.client_emails.provider_message_id is 'Message-ID without angle brackets; unique in its workspace';
comment on column public.client_emails.from_email is 'sender''s address';
comment on column public.client_emails.to_emails is 'recipients'' addresses';
comment on column public.client_emails.subject is 'subject line, decoded';
comment on column public.client_emails.snippet is 'beginning of the text, for lists';
comment on column public.client_emails.direction is 'inbound or outbound; only inbound mail is analysed';
comment on column public.client_emails.received_at is 'when it was sent, by its Date header, else when it came in';
comment on column public.client_emails.intelligence_analyzed is 'true once its intelligence is stored';
comment on column public.client_emails.analyzed_at is 'when that was';
comment on column public.client_emails.created_at is 'when the row was written';
comment on column public.client_emails.from_name is 'sender''s display name';
comment on column public.client_emails.cc_emails is 'addresses in copy';
comment on column public.client_emails.body_text is 'plain text; derived from the HTML where there was none';
comment on column public.client_emails.body_html is 'HTML as sent';
comment on column public.client_emails.provider_thread_id is 'Message-ID of the first mail of the thread, where known';
comment on column public.client_emails.headers is 'selected header fields, names in lower case';

create table if not exists public.email_intelligence (
  id uuid primary key default nightshift.time_ordered_uuid(),
  email_id uuid not null unique references public.client_emails (id) on delete cascade,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  primary_intent text not null,
  secondary_intents text[] not null default '{}',
  sentiment text not null,
  urgency_level text not null,
  key_topics text[] not null default '{}',
  entities_mentioned text[] not null default '{}',
  pain_points text[] not null default '{}',
  questions_asked text[] not null default '{}',
  action_items text[] not null default '{}',
  business_opportunity text,
  budget_mentioned boolean not null,
  timeline_mentioned boolean not null,
  decision_maker boolean not null,
  confidence_score integer not null,
  extraction_model text not null,
  extracted_at timestamptz not null default now(),
  constraint primary_intent_is_known check (primary_intent in (
    'meeting_request', 'question', 'proposal', 'complaint', 'feedback', 'support_request',
    'sales_inquiry', 'partnership', 'introduction', 'follow_up', 'information_sharing', 'other'
  )),
  constraint secondary_intents_are_known check (secondary_intents <@ array[
    'meeting_request', 'question', 'proposal', 'complaint', 'feedback', 'support_request',
    'sales_inquiry', 'partnership', 'introduction', 'follow_up', 'information_sharing', 'other'
  ]),
  constraint sentiment_is_known check (sentiment in ('positive', 'neutral', 'negative')),
  constraint urgency_level_is_known check (urgency_level in ('low', 'medium', 'high', 'critical')),
  constraint at_most_5_key_topics check (cardinality(key_topics) <= 5),
  constraint confidence_score_is_a_percentage check (confidence_score between 0 and 100)
);
create index if not exists email_intelligence_workspace_idx
on public.email_intelligence (workspace_id, extracted_at desc);

comment on table public.email_intelligence is 'What was read out of an e-mail: one record each, 14 data points.';
comment on column public.email_intelligence.id is 'time-ordered UUID';
comment on column public.email_intelligence.email_id is 'the e-mail';
comment on column public.email_intelligence.workspace_id is 'its workspace';
comment on column public.email_intelligence.primary_intent is 'what the sender wants most, one of 12';
comment on column public.email_intelligence.secondary_intents is 'what else';
comment on column public.email_intelligence.sentiment is 'positive, neutral or negative';
comment on column public.email_intelligence.urgency_level is 'low, medium, high or critical';
comment on column public.email_intelligence.key_topics is 'at most five';
comment on column public.email_intelligence.entities_mentioned is 'people, organisations, addresses, as written';
comment on column public.email_intelligence.pain_points is 'sentences that tell of a problem';
comment on column public.email_intelligence.questions_asked is 'questions, as written';
comment on column public.email_intelligence.action_items is 'requests and promises, as written';
comment on column public.email_intelligence.business_opportunity is 'the sentence that offers business; null where there is none';
comment on column public.email_intelligence.budget_mentioned is 'whether money to spend is mentioned';
comment on column public.email_intelligence.timeline_mentioned is 'whether a date or deadline is mentioned';
comment on column public.email_intelligence.decision_maker is 'whether the sender decides';
comment on column public.email_intelligence.confidence_score is '0 to 100, how strong the cues of the intent are';
comment on column public.email_intelligence.extraction_model is 'analyzer and version, or the model';
comment on column public.email_intelligence.extracted_at is 'when it was stored';

alter table public.email_intelligence enable row level security;
revoke all on public.email_intelligence from anon, authenticated, service_role;
grant select on public.email_intelligence to authenticated;
grant select, insert, update, delete on public.email_intelligence to service_role;
drop policy if exists "members read the intelligence of their workspaces" on public.email_intelligence;
create policy "members read the intelligence of their workspaces" on public.email_intelligence
  for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
drop policy if exists "service role manages intelligence" on public.email_intelligence;
create policy "service role manages intelligence" on public.email_intelligence
  to service_role using (true) with check (true);
