-- Client e-mails: what came in.
--
-- An existing public.client_emails is adopted: missing columns are added, its rows wait for analysis
-- as soon as the queue's chapter has run.
-- Locks: brief exclusive lock on public.client_emails. Time: milliseconds; new columns have no default
-- that would rewrite the table.

do $$
begin
  if to_regclass('public.client_emails') is null then
    create table public.client_emails (
      id uuid primary key default nightshift.time_ordered_uuid(),
      workspace_id uuid not null references public.workspaces (id) on delete cascade,
      provider_message_id text not null,
      from_email text,
      to_emails text[] not null default '{}',
      subject text,
      snippet text,
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
  end if;
end
$$;

alter table public.client_emails add column if not exists from_name text;
alter table public.client_emails add column if not exists cc_emails text[];
alter table public.client_emails add column if not exists body_text text;
alter table public.client_emails add column if not exists body_html text;
alter table public.client_emails add column if not exists provider_thread_id text;
alter table public.client_emails add column if not exists headers jsonb;

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
