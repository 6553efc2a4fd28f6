-- Quotas: how much a user or an external system can create, so that no stranger can fill the database.
--
-- The runner and the service role are the project itself and are not counted.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.quotas (
  workspace_id uuid references public.workspaces (id) on delete cascade,
  name text not null,
  most bigint not null,
  constraint one_quota_for_each_name unique nulls not distinct (workspace_id, name),
  constraint quota_name_is_known check (name in (
    'workspaces_per_user', 'members', 'open_invitations', 'ingest_tokens',
    'tasks_per_day', 'task_bytes_per_day', 'emails_per_day', 'email_bytes_per_day', 'job_watches', 'alerts_per_day',
    'mailboxes', 'synced_emails_per_day', 'synced_email_bytes_per_day',
    'facts_per_day', 'fact_bytes_per_day')),
  constraint most_is_not_negative check (most >= 0)
);
alter table nightshift.quotas replica identity full;
alter table nightshift.quotas enable row level security;
revoke all on nightshift.quotas from public;
comment on table nightshift.quotas is
'How much may be created. Change a row to change the default; add a row with a workspace to give it another quota. '
'Days are UTC.';
comment on column nightshift.quotas.workspace_id is 'the workspace; null: the default';
comment on column nightshift.quotas.name is 'what is limited; bytes as the database stores them, compressed';
comment on column nightshift.quotas.most is 'the most there may be';

insert into nightshift.quotas (workspace_id, name, most)
values
  (null, 'workspaces_per_user', 10), (null, 'members', 1000), (null, 'open_invitations', 100), (null, 'ingest_tokens',
    100),
  (null, 'tasks_per_day', 20000), (null, 'task_bytes_per_day', 20971520),
  (null, 'emails_per_day', 5000), (null, 'email_bytes_per_day', 52428800),
  (null, 'job_watches', 50), (null, 'alerts_per_day', 100),
  (null, 'mailboxes', 20), (null, 'synced_emails_per_day', 100000), (null, 'synced_email_bytes_per_day', 1073741824),
  (null, 'facts_per_day', 5000), (null, 'fact_bytes_per_day', 5242880)
on conflict do nothing;

create table if not exists nightshift.intake_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  kind text not null,
  day date not null,
  items bigint not null,
  bytes bigint not null,
  primary key (workspace_id, kind, day),
  constraint kind_is_known check (kind in ('task', 'email', 'synced_email', 'fact'))
);
alter table nightshift.intake_days enable row level security;
revoke all on nightshift.intake_days from public;
comment on table nightshift.intake_days is
'What users and external systems have created in a workspace on one day (UTC).';
comment on column nightshift.intake_days.workspace_id is 'the workspace';
comment on column nightshift.intake_days.kind is
'task, email, synced_email for what mailboxes bring in, or fact for what members say about contacts';
comment on column nightshift.intake_days.day is 'day, UTC';
comment on column nightshift.intake_days.items is 'rows created';
comment on column nightshift.intake_days.bytes is 'bytes written, as the database stores them';

create or replace function nightshift.find_quota(p_name text, p_workspace_id uuid default null) returns bigint
language sql stable set search_path = ''
as $$
  select q.most
  from nightshift.quotas q
  where q.name = p_name and (q.workspace_id = p_workspace_id or q.workspace_id is null)
  order by q.workspace_id nulls last
  limit 1
$$;
comment on function nightshift.find_quota(text, uuid) is
'The quota of a workspace, or the default. Null, when an operator has removed it, means that nothing is limited.';
revoke all on function nightshift.find_quota(text, uuid) from public;

create or replace function nightshift.require_room(p_name text, p_workspace_id uuid, p_count bigint, p_what text)
returns void
language plpgsql set search_path = ''
as $$
declare
  v_most bigint := nightshift.find_quota(p_name, p_workspace_id);
begin
  if p_count >= v_most then
    raise exception 'quota_exceeded: there are % %, and % is the most (quota %).', p_count, p_what, v_most, p_name
      using errcode = 'PT403';
  end if;
end
$$;
comment on function nightshift.require_room(text, uuid, bigint, text) is
'Refuses one more of something of which p_count exist already. Error: PT403 quota_exceeded.';
revoke all on function nightshift.require_room(text, uuid, bigint, text) from public;

create or replace function nightshift.count_intake(p_workspace_id uuid, p_kind text, p_items bigint, p_bytes bigint)
returns void
language plpgsql set search_path = ''
as $$
declare
  c_kept_days constant integer := 7;
  v_today constant date := (now() at time zone 'utc')::date;
  v_most_items bigint := nightshift.find_quota(p_kind || 's_per_day', p_workspace_id);
  v_most_bytes bigint := nightshift.find_quota(p_kind || '_bytes_per_day', p_workspace_id);
  v_day nightshift.intake_days;
begin
  insert into nightshift.intake_days as d (workspace_id, kind, day, items, bytes)
  values (p_workspace_id, p_kind, v_today, p_items, p_bytes)
  on conflict (workspace_id, kind, day) do update set items = d.items + excluded.items, bytes = d.bytes + excluded.bytes
  returning d.* into v_day;
  if v_day.items > v_most_items then
    raise exception 'daily_quota_exceeded: a workspace may create % %s in a day (UTC), and this would make %.',
      v_most_items, p_kind, v_day.items using errcode = 'PT429';
  elsif v_day.bytes > v_most_bytes then
    raise exception
      'daily_quota_exceeded: a workspace may store % bytes of %s data in a day (UTC), and this would make %.',
      v_most_bytes, p_kind, v_day.bytes using errcode = 'PT429';
  end if;
  if v_day.items = p_items then
    delete from nightshift.intake_days d
    where d.workspace_id = p_workspace_id and d.kind = p_kind and d.day < v_today - c_kept_days;
  end if;
end
$$;
comment on function nightshift.count_intake(uuid, text, bigint, bigint) is
'Counts what a user or an external system creates in a workspace (p_kind task, email, synced_email or fact) '
'and refuses what is beyond '
'the quota of the day. Error: PT429 daily_quota_exceeded.';
revoke all on function nightshift.count_intake(uuid, text, bigint, bigint) from public;
