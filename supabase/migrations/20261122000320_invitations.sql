-- Invitations: nobody becomes a member of a workspace without agreeing to it.
--
-- An owner or admin invites an email address. The user who has confirmed that address accepts or declines.
-- Nothing tells the inviter whether the address belongs to a user.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.invitations (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  email text not null,
  role text not null,
  invited_by uuid references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  constraint one_open_invitation_for_each_address unique (workspace_id, email),
  constraint email_is_an_address check (email ~ '^[^@\s]{1,64}@[^@\s]{1,255}$' and email = lower(email)),
  constraint role_is_known check (role in ('owner', 'admin', 'member', 'viewer'))
);
create index if not exists invitations_email_idx on nightshift.invitations (email);
create index if not exists invitations_inviter_idx on nightshift.invitations (invited_by);
alter table nightshift.invitations enable row level security;
revoke all on nightshift.invitations from public;
comment on table nightshift.invitations is
'Open invitations. The row is deleted when the invitation is accepted, declined or withdrawn.';
comment on column nightshift.invitations.id is 'primary key';
comment on column nightshift.invitations.workspace_id is 'the workspace to belong to';
comment on column nightshift.invitations.email is 'address of the invited person, in lower case';
comment on column nightshift.invitations.role is 'role that the person will have';
comment on column nightshift.invitations.invited_by is 'the user who invites; null: the service role';
comment on column nightshift.invitations.created_at is 'since when';
comment on column nightshift.invitations.expires_at is 'until when it can be accepted';

create or replace function nightshift.my_confirmed_email() returns text
language sql stable security definer set search_path = ''
as $$
  -- Read from the document, because not every auth schema has the column.
  select lower(u.email)
  from auth.users u
  where u.id = (select auth.uid()) and to_jsonb(u) ->> 'email_confirmed_at' is not null
$$;
comment on function nightshift.my_confirmed_email() is
'The confirmed email address of the signed-in user, in lower case; null without one.';
revoke all on function nightshift.my_confirmed_email() from public;

create or replace function nightshift.can_manage(p_workspace_id uuid, p_role text default 'member') returns boolean
language sql stable set search_path = ''
as $$
  select coalesce((select auth.role()) = 'service_role'
    or p_workspace_id in (select nightshift.my_managed_workspaces(p_as_owner => p_role = 'owner')), false)
$$;
comment on function nightshift.can_manage(uuid, text) is
'Whether the caller of the API may manage a workspace, and the members of a role in it: its owners all, its admins '
'all but owners, the service role all.';
revoke all on function nightshift.can_manage(uuid, text) from public;

create or replace function public.invite_member(p_workspace_id uuid, p_email text, p_role text default 'member')
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_invitation nightshift.invitations;
begin
  if not nightshift.can_manage(p_workspace_id, p_role) then
    raise exception 'workspace_not_managed: only owners and admins invite members, and only owners invite owners.'
      using errcode = 'PT403';
  end if;
  -- Two invitations at the same time are counted one after the other.
  perform from public.workspaces w where w.id = p_workspace_id for no key update;
  delete from nightshift.invitations i where i.workspace_id = p_workspace_id and i.expires_at <= now();
  perform nightshift.require_room('open_invitations', p_workspace_id, count(*), 'open invitations')
  from nightshift.invitations i
  where i.workspace_id = p_workspace_id and i.email <> lower(btrim(p_email));
  insert into nightshift.invitations as i (workspace_id, email, role, invited_by)
  values (p_workspace_id, lower(btrim(p_email)), p_role, (select auth.uid()))
  on conflict (workspace_id, email) do update
  set role = excluded.role, invited_by = excluded.invited_by, created_at = excluded.created_at,
    expires_at = excluded.expires_at
  returning i.* into v_invitation;
  return jsonb_build_object('id', v_invitation.id, 'expires_at', v_invitation.expires_at);
exception
  when check_violation or not_null_violation or foreign_key_violation then
    raise exception
      'invitation_invalid: an invitation needs a workspace, an email address and a role: owner, admin, member or '
      'viewer.'
      using errcode = 'PT400';
end
$$;
comment on function public.invite_member(uuid, text, text) is
'Invites an email address to a workspace and returns {id, expires_at}; the invitation can be accepted for 7 days. '
'Inviting the same address again replaces the invitation. For owners, admins (not as owner) and the service role. '
'Errors: PT403 workspace_not_managed, PT403 quota_exceeded, PT400 invitation_invalid.';
revoke all on function public.invite_member(uuid, text, text) from public, anon, authenticated, service_role;
grant execute on function public.invite_member(uuid, text, text) to authenticated, service_role;

create or replace function public.list_invitations(p_workspace_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  if p_workspace_id is not null and not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins see the invitations of a workspace.'
      using errcode = 'PT403';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', i.id, 'workspace_id', i.workspace_id, 'workspace_name', w.name, 'email', i.email, 'role', i.role,
      'created_at', i.created_at, 'expires_at', i.expires_at) order by i.created_at, i.id), '[]')
    from nightshift.invitations i
    join lateral (select to_jsonb(named) ->> 'name' as name from public.workspaces named
      where named.id = i.workspace_id) w on true
    where i.expires_at > now() and case when p_workspace_id is null
      then i.email = (select nightshift.my_confirmed_email()) else i.workspace_id = p_workspace_id end);
end
$$;
comment on function public.list_invitations(uuid) is
'Without an argument: the open invitations to the confirmed email address of the signed-in user. With a workspace: '
'its open invitations, for its owners, its admins and the service role. Error: PT403 workspace_not_managed.';
revoke all on function public.list_invitations(uuid) from public, anon, authenticated, service_role;
grant execute on function public.list_invitations(uuid) to authenticated, service_role;

create or replace function public.accept_invitation(p_invitation_id uuid) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_invitation nightshift.invitations;
begin
  delete from nightshift.invitations i
  where i.id = p_invitation_id and i.expires_at > now() and i.email = nightshift.my_confirmed_email()
  returning i.* into v_invitation;
  -- Whoever invited may have lost the right to since.
  if v_invitation.id is null or (v_invitation.invited_by is not null and not exists (
    select from public.workspace_members m
    where m.workspace_id = v_invitation.workspace_id and m.user_id = v_invitation.invited_by
      and (m.role = 'owner' or (m.role = 'admin' and v_invitation.role <> 'owner'))))
  then
    raise exception 'invitation_not_found: there is no such open invitation to your confirmed email address.'
      using errcode = 'PT404';
  end if;
  perform from public.workspaces w where w.id = v_invitation.workspace_id for no key update;
  perform nightshift.require_room('members', v_invitation.workspace_id, count(*), 'members')
  from public.workspace_members m where m.workspace_id = v_invitation.workspace_id;
  insert into public.workspace_members (workspace_id, user_id, role)
  values (v_invitation.workspace_id, v_user_id, v_invitation.role)
  on conflict (workspace_id, user_id) do nothing;
  return v_invitation.workspace_id;
end
$$;
comment on function public.accept_invitation(uuid) is
'Makes the signed-in user a member as invited, and returns the workspace. The confirmed email address of the user '
'must be the invited one, and whoever invited must still be allowed to. A member keeps the role that they have. '
'Errors: PT404 invitation_not_found, PT403 quota_exceeded.';
revoke all on function public.accept_invitation(uuid) from public, anon, authenticated, service_role;
grant execute on function public.accept_invitation(uuid) to authenticated;

create or replace function public.end_invitation(p_invitation_id uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  delete from nightshift.invitations i
  where i.id = p_invitation_id
    and (i.email = nightshift.my_confirmed_email() or nightshift.can_manage(i.workspace_id, i.role));
  return found;
end
$$;
comment on function public.end_invitation(uuid) is
'Declines an invitation to your address, or withdraws one of a workspace that you manage. False when there is none.';
revoke all on function public.end_invitation(uuid) from public, anon, authenticated, service_role;
grant execute on function public.end_invitation(uuid) to authenticated, service_role;
