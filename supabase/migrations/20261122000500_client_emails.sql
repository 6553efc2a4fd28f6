-- Client emails: what came in.
--
-- An existing public.client_emails with the columns listed below is adopted: columns that are missing for the
-- text of the emails are added, its rows wait for analysis as soon as the migration email_queue has run, and
-- its rights and policies stay as they are.
-- Locks: public.client_emails exclusively for milliseconds; writers wait half a second for it at most.
-- New columns have no default that would rewrite the table.

do $$
declare
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
      attachments jsonb,
      direction text not null default 'inbound',
      received_at timestamptz not null default now(),
      intelligence_analyzed boolean not null default false,
      analyzed_at timestamptz,
      created_at timestamptz not null default now(),
      constraint client_emails_message_is_unique_in_workspace unique (workspace_id, provider_message_id),
      constraint direction_is_known check (direction in ('inbound', 'outbound')),
      constraint received_at_is_from_1970_to_2099 check (received_at >= '1970-01-01Z' and received_at < '2100-01-01Z'),
      constraint headers_unfold_to_at_most_1_mb check (nightshift.is_bounded_document(headers)),
      constraint attachments_are_a_bounded_list check (
        nightshift.is_bounded_document(attachments) and jsonb_typeof(attachments) = 'array'
      )
    );
    alter table public.client_emails enable row level security;
    revoke all on public.client_emails from anon, authenticated, service_role;
    grant select on public.client_emails to authenticated;
    grant select, insert, update, delete on public.client_emails to service_role;
    create policy "members read the emails of their workspaces" on public.client_emails
      for select to authenticated using (workspace_id in (select nightshift.my_workspaces()));
    create policy "service role manages emails" on public.client_emails
      to service_role using (true) with check (true);
    -- PostgREST tells a caller the planner's estimate (Prefer: count=planned), and estimates are made from the rows
    -- of all tenants. Without statistics an estimate is the same for every value.
    for v_column in
      select a.attname as name from pg_catalog.pg_attribute a
      where a.attrelid = 'public.client_emails'::regclass and a.attnum > 0 and not a.attisdropped
    loop
      execute format('alter table public.client_emails alter column %I set statistics 0', v_column.name);
    end loop;
    insert into nightshift.installed_objects (kind, name) values ('table', 'public.client_emails');
  end if;
end
$$;

-- A table that was there before must have what the queue relies on. It gets the columns for texts.
do $$
declare
  v_missing text;
  v_column record;
begin
  select string_agg(format('"%s" (%s)', needed.name, needed.type), ', ' order by needed.position) into v_missing
  from (values
    (1, 'id', 'uuid'), (2, 'workspace_id', 'uuid'), (3, 'provider_message_id', 'text'), (4, 'from_email', 'text'),
    (5, 'to_emails', 'text[]'), (6, 'subject', 'text'), (7, 'snippet', 'text'), (8, 'direction', 'text'),
    (9, 'received_at', 'timestamptz'), (10, 'intelligence_analyzed', 'boolean'), (11, 'analyzed_at', 'timestamptz'),
    (12, 'created_at', 'timestamptz')
  ) as needed (position, name, type)
  where not exists (
    select
    from pg_catalog.pg_attribute a
    where a.attrelid = 'public.client_emails'::regclass and a.attname = needed.name
      and a.atttypid = needed.type::regtype and not a.attisdropped
  );
  if v_missing is not null then
    raise exception 'public.client_emails exists, but without %; nothing was changed.', v_missing
      using hint =
        'Nightshift adopts a table of emails only with these columns. Add them or rename the table, then run this '
        'migration again.';
  end if;

  -- Without the first nothing can refer to an email, without the second an email could be stored twice.
  select string_agg(format('(%s)', array_to_string(needed.names, ', ')), ' and ' order by cardinality(needed.names))
  into v_missing
  from (values (array['id']), (array['provider_message_id', 'workspace_id'])) as needed (names)
  where not exists (
    select
    from pg_catalog.pg_index i
    where i.indrelid = 'public.client_emails'::regclass and i.indisunique and i.indpred is null and i.indexprs is null
      and i.indisvalid and i.indimmediate
      and needed.names = (
        select array_agg(a.attname::text order by a.attname)
        from pg_catalog.pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      )
  );
  if v_missing is not null then
    raise exception 'public.client_emails exists, but nothing makes % unique; nothing was changed.', v_missing
      using hint =
        'Add the unique constraint or primary key, one that is not deferrable, then run this migration again.';
  end if;

  for v_column in
    select *
    from (values
      ('provider_thread_id', 'text'), ('from_name', 'text'), ('cc_emails', 'text[]'), ('body_text', 'text'),
      ('body_html', 'text'), ('headers', 'jsonb'), ('attachments', 'jsonb')
    ) as wanted (name, type)
    where not exists (
      select
      from pg_catalog.pg_attribute a
      where a.attrelid = 'public.client_emails'::regclass and a.attname = wanted.name and not a.attisdropped
    )
  loop
    perform nightshift.lock_briefly('public.client_emails', 'access exclusive');
    execute format('alter table public.client_emails add column %I %s', v_column.name, v_column.type);
    insert into nightshift.installed_objects (kind, name) values ('column', 'public.client_emails.' || v_column.name);
  end loop;
end
$$;

comment on table public.client_emails is 'Emails of the workspaces, as received. Inbound emails are analyzed once.';
comment on column public.client_emails.id is 'time-ordered UUID';
comment on column public.client_emails.workspace_id is 'the workspace that it belongs to';
comment on column public.client_emails.provider_message_id is
'Message-ID without angle brackets, with a suffix when different emails share one; unique in its workspace';
comment on column public.client_emails.from_email is 'sender''s address';
comment on column public.client_emails.to_emails is 'recipients'' addresses';
comment on column public.client_emails.subject is 'subject line, decoded';
comment on column public.client_emails.snippet is 'beginning of the text, for lists';
comment on column public.client_emails.direction is 'inbound or outbound; only inbound emails are analyzed';
comment on column public.client_emails.received_at is
'when it was sent, by its Date header in the years 1970 to 2099, else when it came in';
comment on column public.client_emails.intelligence_analyzed is 'true once its intelligence is stored';
comment on column public.client_emails.analyzed_at is 'when that was';
comment on column public.client_emails.created_at is 'when the row was written';
comment on column public.client_emails.from_name is 'sender''s display name';
comment on column public.client_emails.cc_emails is 'addresses in copy';
comment on column public.client_emails.body_text is 'plain text; derived from the HTML when there was none';
comment on column public.client_emails.body_html is 'HTML as sent';
comment on column public.client_emails.provider_thread_id is 'Message-ID of the first email of the thread, if known';
comment on column public.client_emails.headers is 'selected header fields, names in lower case';
comment on column public.client_emails.attachments is
'the files that came with it, at most 50: name, type, size in bytes. Their content is not stored';
