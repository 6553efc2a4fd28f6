-- Report deliveries: reports go to Slack, to webhooks and by email, each once.
--
-- The destination is in Vault: the URL of a Slack webhook is a secret, and so are addresses. The database posts to
-- Slack and webhooks itself, as it does alerts. The key of the email provider would be readable in the queue of
-- pg_net, so the function send-alert sends emails. The id of the delivery is
-- the key by which a receiver can tell a repetition.
-- Locks: rows only. Time: milliseconds.

create table if not exists nightshift.report_subscriptions (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid references public.workspaces (id) on delete cascade,
  kind text not null,
  channel text not null,
  secret_id uuid not null,
  enabled boolean not null default true,
  created_by uuid,
  created_at timestamptz not null default now(),
  constraint kind_is_known check (kind in ('weekly', 'monthly', 'night')),
  constraint only_the_project_has_nights check ((kind = 'night') = (workspace_id is null)),
  constraint channel_is_known check (channel in ('webhook', 'slack', 'email'))
);
create index if not exists report_subscriptions_workspace_idx on nightshift.report_subscriptions (workspace_id, kind);
alter table nightshift.report_subscriptions enable row level security;
revoke all on nightshift.report_subscriptions from public, anon, authenticated, service_role;
comment on table nightshift.report_subscriptions is 'Who gets which reports, and where.';
comment on column nightshift.report_subscriptions.id is 'primary key';
comment on column nightshift.report_subscriptions.workspace_id is 'the workspace; null: the project';
comment on column nightshift.report_subscriptions.kind is 'weekly, monthly or night';
comment on column nightshift.report_subscriptions.channel is 'webhook, slack or email';
comment on column nightshift.report_subscriptions.secret_id is 'the destination: id of its secret in Vault';
comment on column nightshift.report_subscriptions.enabled is 'false: nothing is delivered';
comment on column nightshift.report_subscriptions.created_by is
'who subscribed; null: the service role, whose emails go to anybody, while those of members go to members';
comment on column nightshift.report_subscriptions.created_at is 'since when';

create table if not exists nightshift.report_deliveries (
  id uuid primary key default gen_random_uuid(),
  report_id uuid not null references public.workspace_reports (id) on delete cascade,
  subscription_id uuid not null references nightshift.report_subscriptions (id) on delete cascade,
  state text not null default 'waiting',
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  request_id bigint,
  sent_at timestamptz,
  delivered_at timestamptz,
  last_error text,
  constraint each_subscription_gets_a_report_once unique (report_id, subscription_id),
  constraint state_is_known check (state in ('waiting', 'sent', 'delivered', 'failed')),
  constraint a_request_is_awaited_while_sent check ((state = 'sent') = (request_id is not null))
);
create index if not exists report_deliveries_due_idx on nightshift.report_deliveries (next_attempt_at)
  where state = 'waiting';
create index if not exists report_deliveries_sent_idx on nightshift.report_deliveries (sent_at) where state = 'sent';
create index if not exists report_deliveries_subscription_idx on nightshift.report_deliveries (subscription_id);
alter table nightshift.report_deliveries enable row level security;
revoke all on nightshift.report_deliveries from public, anon, authenticated, service_role;
comment on table nightshift.report_deliveries is 'Reports on their way, one row for each subscription.';
comment on column nightshift.report_deliveries.id is 'sent as webhook-id, and to the email provider as Idempotency-Key';
comment on column nightshift.report_deliveries.report_id is 'the report';
comment on column nightshift.report_deliveries.subscription_id is 'the subscription';
comment on column nightshift.report_deliveries.state is 'waiting, sent (no answer yet), delivered, or failed for good';
comment on column nightshift.report_deliveries.attempts is 'how often it was posted, at most 5';
comment on column nightshift.report_deliveries.next_attempt_at is 'when it is posted next';
comment on column nightshift.report_deliveries.request_id is 'id of the pg_net request';
comment on column nightshift.report_deliveries.sent_at is 'when that was made';
comment on column nightshift.report_deliveries.delivered_at is 'when it was answered with 2xx';
comment on column nightshift.report_deliveries.last_error is 'why the latest attempt did not arrive';

create or replace function nightshift.forget_destination() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from vault.secrets s where s.id = old.secret_id;
  return null;
end
$$;
comment on function nightshift.forget_destination() is 'Deletes the destination of a subscription from Vault with it.';
revoke all on function nightshift.forget_destination() from public;
create or replace trigger forget_destination
after delete on nightshift.report_subscriptions for each row execute function nightshift.forget_destination();

create or replace function nightshift.is_members_address(p_workspace_id uuid, p_address text) returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select
    from public.workspace_members m
    join auth.users u on u.id = m.user_id
    where m.workspace_id = p_workspace_id and lower(u.email) = lower(p_address)
      and to_jsonb(u) ->> 'email_confirmed_at' is not null)
$$;
comment on function nightshift.is_members_address(uuid, text) is
'Whether an email address is the confirmed one of a member of a workspace.';
revoke all on function nightshift.is_members_address(uuid, text) from public, anon, authenticated, service_role;

create or replace function nightshift.check_destination(p_workspace_id uuid, p_channel text, p_destination text)
returns void
language plpgsql stable set search_path = ''
as $$
begin
  if p_channel in ('slack', 'webhook') then
    if length(p_destination) > 2000 or p_destination !~ '^https?://\S+$'
      or not nightshift.is_alert_address(p_destination)
    then
      raise exception 'destination_invalid: pass the public URL of the webhook.' using errcode = 'PT400';
    end if;
  elsif p_destination !~ '^[^@\s,;<>]{1,64}@[^@\s,;<>]{1,255}$' then
    raise exception 'destination_invalid: pass one email address.' using errcode = 'PT400';
  elsif (select auth.role()) <> 'service_role' and not nightshift.is_members_address(p_workspace_id, p_destination) then
    -- Otherwise anybody could have emails sent to a stranger.
    raise exception 'destination_invalid: reports go by email to members of the workspace, at a confirmed address.'
      using errcode = 'PT400';
  end if;
end
$$;
comment on function nightshift.check_destination(uuid, text, text) is
'Refuses what is no public URL, and email addresses of people who are no members. Error: PT400 destination_invalid.';
revoke all on function nightshift.check_destination(uuid, text, text) from public, anon, authenticated, service_role;

create or replace function public.subscribe_to_reports(
  p_workspace_id uuid, p_kind text, p_channel text, p_destination text
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  c_most constant integer := 20;
  v_id uuid;
begin
  if (case when p_workspace_id is null then (select auth.role()) = 'service_role'
    else nightshift.can_manage(p_workspace_id) end) is not true
  then
    raise exception 'workspace_not_managed: only owners and admins subscribe to reports of a workspace.'
      using errcode = 'PT403';
  end if;
  if (p_channel in ('webhook', 'slack', 'email') and (p_kind in ('weekly', 'monthly') and p_workspace_id is not null
    or p_kind = 'night' and p_workspace_id is null)) is not true
  then
    raise exception 'subscription_invalid: the kind is weekly or monthly, without a workspace night; the channel is '
      'webhook, slack or email.' using errcode = 'PT400';
  end if;
  perform nightshift.check_destination(p_workspace_id, p_channel, coalesce(p_destination, ''));
  perform from public.workspaces w where w.id = p_workspace_id for no key update;
  if (select count(*) from nightshift.report_subscriptions s where s.workspace_id = p_workspace_id) >= c_most then
    raise exception 'quota_exceeded: a workspace has at most % subscriptions to reports.', c_most
      using errcode = 'PT403';
  end if;
  v_id := gen_random_uuid();
  insert into nightshift.report_subscriptions (id, workspace_id, kind, channel, secret_id, created_by)
  values (v_id, p_workspace_id, p_kind, p_channel, vault.create_secret(p_destination, 'nightshift_report_' || v_id,
    'where reports go'), (select auth.uid()));
  return v_id;
end
$$;
comment on function public.subscribe_to_reports(uuid, text, text, text) is
'Has reports of a kind (weekly, monthly; without a workspace night) delivered: to a webhook or Slack by its URL, or by '
'email to a member. The destination goes to Vault. Returns the id of the subscription. For owners, admins and the '
'service role. Errors: PT403 workspace_not_managed, quota_exceeded, PT400 subscription_invalid, destination_invalid.';
revoke all on function public.subscribe_to_reports(uuid, text, text, text)
  from public, anon, authenticated, service_role;
grant execute on function public.subscribe_to_reports(uuid, text, text, text) to authenticated, service_role;

create or replace function public.list_report_subscriptions(p_workspace_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  if (case when p_workspace_id is null then (select auth.role()) = 'service_role'
    else nightshift.can_manage(p_workspace_id) end) is not true
  then
    raise exception 'workspace_not_managed: only owners and admins see who gets the reports of a workspace.'
      using errcode = 'PT403';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'channel', s.channel,
      'created_at', s.created_at, 'last_state', d.state, 'last_error', d.last_error) order by s.created_at, s.id), '[]')
    from nightshift.report_subscriptions s
    left join lateral (
      select o.state, o.last_error from nightshift.report_deliveries o where o.subscription_id = s.id
      order by o.sent_at desc nulls first limit 1
    ) d on true
    where s.workspace_id is not distinct from p_workspace_id);
end
$$;
comment on function public.list_report_subscriptions(uuid) is
'Subscriptions to reports of a workspace, or with null of the project, without their destinations: [{id, kind, '
'channel, created_at, last_state, last_error}]. Error: PT403 workspace_not_managed.';
revoke all on function public.list_report_subscriptions(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_report_subscriptions(uuid) to authenticated, service_role;

create or replace function public.unsubscribe_from_reports(p_subscription_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  delete from nightshift.report_subscriptions s
  where s.id = p_subscription_id and case when s.workspace_id is null then (select auth.role()) = 'service_role'
    else nightshift.can_manage(s.workspace_id) end;
  if not found then
    raise exception 'subscription_not_found: there is no such subscription that you may end.' using errcode = 'PT404';
  end if;
end
$$;
comment on function public.unsubscribe_from_reports(uuid) is
'Ends a subscription and deletes its destination from Vault. Error: PT404 subscription_not_found.';
revoke all on function public.unsubscribe_from_reports(uuid) from public, anon, authenticated, service_role;
grant execute on function public.unsubscribe_from_reports(uuid) to authenticated, service_role;
