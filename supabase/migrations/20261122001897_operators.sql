-- Operators: who runs the project from the dashboard, and the journal of what they did.
--
-- An operator is a user account, named in the SQL editor or by `deno task deploy --operator EMAIL`. The right
-- belongs to the account and not to its address, so nobody gets it by signing up with somebody's address or by
-- changing their own to it. It is independent of workspaces and opens nobody's emails or tasks.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.operators (
  user_id uuid primary key references auth.users (id) on delete cascade,
  created_at timestamptz not null default now()
);
alter table nightshift.operators enable row level security;
revoke all on nightshift.operators from public, anon, authenticated, service_role;
comment on table nightshift.operators is
'Accounts that run the project: they start, pause and change schedules and set budgets. Add one with '
'nightshift.add_operator.';
comment on column nightshift.operators.user_id is 'the account';
comment on column nightshift.operators.created_at is 'since when';

create table if not exists nightshift.operator_actions (
  id uuid primary key default nightshift.time_ordered_uuid(),
  acted_at timestamptz not null default clock_timestamp(),
  user_id uuid,
  email text,
  act text not null,
  subject text,
  before jsonb,
  after jsonb,
  constraint act_is_known check (act in (
    'operator_added', 'operator_removed', 'schedule_run', 'schedule_changed', 'budget_set', 'all_paused')),
  constraint subject_has_at_most_400_characters check (length(subject) <= 400),
  constraint before_and_after_have_at_most_16_kb check (
    coalesce(pg_column_size(before), 0) <= 16384 and coalesce(pg_column_size(after), 0) <= 16384)
);
alter table nightshift.operator_actions enable row level security;
revoke all on nightshift.operator_actions from public, anon, authenticated, service_role;
comment on table nightshift.operator_actions is
'The journal: what operators did, written in the same transaction as the act, and who became one. Kept for 400 days.';
comment on column nightshift.operator_actions.id is 'time-ordered UUID';
comment on column nightshift.operator_actions.acted_at is 'when';
comment on column nightshift.operator_actions.user_id is 'who; null: the SQL editor or deploy';
comment on column nightshift.operator_actions.email is 'the address of that account at the time';
comment on column nightshift.operator_actions.act is
'operator_added, operator_removed, schedule_run, schedule_changed, budget_set or all_paused';
comment on column nightshift.operator_actions.subject is
'the schedule, the account or the workspace that it was done to; null: the whole project';
comment on column nightshift.operator_actions.before is 'what was there before, as far as it changed';
comment on column nightshift.operator_actions.after is 'what is there now';

create or replace function nightshift.is_usable_account(p_account jsonb) returns boolean
language sql stable set search_path = ''
as $$
  -- A token outlives a ban, so it is looked at here.
  select p_account ->> 'email_confirmed_at' is not null and p_account ->> 'deleted_at' is null
    and coalesce((p_account ->> 'banned_until')::timestamptz <= clock_timestamp(), true)
$$;
comment on function nightshift.is_usable_account(jsonb) is
'Whether an account, a row of auth.users as a document because not every auth schema has all columns, has a confirmed '
'address and is neither banned nor deleted.';
revoke all on function nightshift.is_usable_account(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.is_project_operator() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select
    from nightshift.operators o
    join auth.users u on u.id = o.user_id
    where o.user_id = (select auth.uid()) and nightshift.is_usable_account(to_jsonb(u)))
$$;
comment on function nightshift.is_project_operator() is
'Whether the signed-in user is an operator, with a usable account.';
revoke all on function nightshift.is_project_operator() from public, anon, authenticated, service_role;

create or replace function nightshift.require_operator() returns void
language plpgsql stable set search_path = ''
as $$
begin
  if not nightshift.is_project_operator() then
    raise exception 'operator_required: only operators of the project may do this.' using errcode = 'PT403';
  end if;
end
$$;
comment on function nightshift.require_operator() is
'Refuses everybody who is no operator. Error: PT403 operator_required.';
revoke all on function nightshift.require_operator() from public, anon, authenticated, service_role;

create or replace function nightshift.note_action(p_act text, p_subject text, p_before jsonb, p_after jsonb)
returns void
language sql set search_path = ''
as $$
  insert into nightshift.operator_actions (user_id, email, act, subject, before, after)
  select (select auth.uid()), (select u.email from auth.users u where u.id = (select auth.uid())), p_act,
    left(p_subject, 400), p_before, p_after
$$;
comment on function nightshift.note_action(text, text, jsonb, jsonb) is
'Writes down in the journal what the signed-in operator does.';
revoke all on function nightshift.note_action(text, text, jsonb, jsonb)
from public, anon, authenticated, service_role;

create or replace function nightshift.note_operators() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' then
    perform nightshift.note_action('operator_removed', coalesce(
      (select u.email from auth.users u where u.id = old.user_id), old.user_id::text), null, null);
  end if;
  if tg_op <> 'DELETE' then
    perform nightshift.note_action('operator_added', coalesce(
      (select u.email from auth.users u where u.id = new.user_id), new.user_id::text), null, null);
  end if;
  return null;
end
$$;
comment on function nightshift.note_operators() is
'Writes down who becomes an operator and who ceases to be one, whichever way the row changes.';
revoke all on function nightshift.note_operators() from public, anon, authenticated, service_role;

create or replace trigger note_operators
after insert or update of user_id or delete on nightshift.operators
for each row execute function nightshift.note_operators();

create or replace function nightshift.add_operator(p_email text) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  -- With the rules of C only A to Z have a lower case: no other letter may turn into one of them.
  v_email constant text := lower(btrim(p_email) collate "C");
  v_accounts uuid[];
  v_confirmed uuid[];
begin
  select array_agg(u.id order by u.id),
    array_agg(u.id order by u.id) filter (where nightshift.is_usable_account(to_jsonb(u)))
  into v_accounts, v_confirmed
  from auth.users u
  where lower(u.email::text collate "C") = v_email;
  if v_accounts is null then
    raise exception 'operator_account_missing: nobody has signed up as %.', v_email
      using errcode = 'PT404', hint = 'Let the person sign up and confirm the address, then run this again.';
  elsif v_confirmed is null then
    raise exception 'operator_account_unconfirmed: an account for % exists, but its address is not confirmed, or it is '
      'banned. Anybody can have made it.', v_email
      using errcode = 'PT409', hint =
        'Delete the account if it is not theirs. Let the person sign up and confirm the address, then run this again.';
  elsif cardinality(v_confirmed) > 1 then
    raise exception 'operator_account_ambiguous: % accounts have the address %.', cardinality(v_confirmed), v_email
      using errcode = 'PT409', hint =
        'Choose one: insert into nightshift.operators (user_id) values (''…''); their ids are in auth.users.';
  end if;
  insert into nightshift.operators (user_id) values (v_confirmed[1]) on conflict do nothing;
  return (
    select jsonb_build_object('user_id', u.id, 'email', u.email, 'signed_up_at', to_jsonb(u) -> 'created_at',
      'confirmed_at', to_jsonb(u) -> 'email_confirmed_at', 'is_new', o.created_at = now())
    from nightshift.operators o
    join auth.users u on u.id = o.user_id
    where o.user_id = v_confirmed[1]);
end
$$;
comment on function nightshift.add_operator(text) is
'Makes the account with this confirmed email address an operator and returns {user_id, email, signed_up_at, '
'confirmed_at, is_new}. For the SQL editor and deploy; to remove one: delete from nightshift.operators where user_id = '
'''…''. Errors: PT404 operator_account_missing, PT409 operator_account_unconfirmed, operator_account_ambiguous.';
revoke all on function nightshift.add_operator(text) from public, anon, authenticated, service_role;

create or replace function public.is_project_operator() returns boolean
language sql stable security definer set search_path = ''
as $$ select nightshift.is_project_operator() $$;
comment on function public.is_project_operator() is 'Whether the signed-in user is an operator of the project.';
revoke all on function public.is_project_operator() from public, anon, authenticated, service_role;
grant execute on function public.is_project_operator() to authenticated;
