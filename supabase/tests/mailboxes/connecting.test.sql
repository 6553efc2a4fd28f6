-- Test: a mailbox is connected by the user who asked for the link, and its key lies in Vault alone.
begin;
\ir ../_helpers/acting.psql
select plan(38);

create function pg_temp.ask(p_persona text, p_call text) returns jsonb
language plpgsql as $$
declare
  v_as pg_temp.personas;
  v_answer jsonb;
begin
  select * into strict v_as from pg_temp.personas p where p.persona = p_persona;
  begin
    perform set_config('request.jwt.claims',
      jsonb_strip_nulls(jsonb_build_object('role', v_as.role_name, 'sub', v_as.user_id))::text, true);
    perform set_config('role', v_as.role_name, true);
    execute 'select to_jsonb(' || p_call || ')' into v_answer;
  exception when others then
    v_answer := to_jsonb(split_part(sqlerrm, ':', 1));
  end;
  perform set_config('role', 'none', true);
  perform set_config('request.jwt.claims', '', true);
  return v_answer;
end
$$;
create function pg_temp.sha(p_text text) returns text
language sql as $$ select encode(sha256(convert_to(p_text, 'UTF8')), 'hex') $$;
create function pg_temp.begin(p_persona text, p_mailbox_id uuid, p_state text) returns jsonb
language sql as $$
  select pg_temp.ask(p_persona, format('public.begin_authorization(%L, %L, %L, null)', p_mailbox_id, pg_temp.sha(p_state), repeat('v', 43)))
$$;
create function pg_temp.take(p_state text) returns jsonb
language sql as $$ select pg_temp.ask('service_role', format('public.take_oauth_state(%L)', pg_temp.sha(p_state))) $$;
create function pg_temp.keep(p_state text, p_address text, p_code text) returns text
language sql as $$
  select pg_temp.ask('service_role', format('public.keep_authorization(%L, %L, %L, %L)', pg_temp.sha(p_state), p_address,
    jsonb_build_object('refresh_token', 'token-' || p_code), pg_temp.sha(p_code))) ->> 'outcome'
$$;
create function pg_temp.confirm(p_persona text, p_code text) returns text
language sql as $$ select coalesce(a ->> 'outcome', a #>> '{}') from pg_temp.ask(p_persona, format('public.confirm_mailbox(%L)', p_code)) a $$;
create function pg_temp.secrets() returns text
language sql as $$ select string_agg(s.decrypted_secret::jsonb ->> 'refresh_token', ' ' order by s.decrypted_secret) from vault.decrypted_secrets s where s.name like 'nightshift_mailbox_%' $$;

-- Who may.
select is(pg_temp.ask(p, $$public.create_mailbox('a0000000-0000-4000-8000-000000000001', 'gmail')$$), '"workspace_not_managed"', p || ' connects no mailbox')
from unnest(array['stranger', 'viewer', 'member', 'other_owner']) p;
create temp table made as
select pg_temp.ask('admin', $$public.create_mailbox('a0000000-0000-4000-8000-000000000001', 'gmail')$$) as mailbox;
select mailbox ->> 'id' as mailbox_id from made \gset
select is((select mailbox ->> 'state' from made), 'pending', 'an admin makes a pending one');
select is(pg_temp.begin('other_owner', :'mailbox_id', 's'), '"mailbox_not_found"', 'the owner of another workspace gets no link for it');
select is(pg_temp.begin('viewer', :'mailbox_id', 's'), '"mailbox_not_found"', 'nor does a viewer');
select is(pg_temp.begin('service_role', :'mailbox_id', 's'), '"sign_in_required"', 'nor does the service role, which is nobody who could confirm');
select is((select count(*) from nightshift.mailbox_sync s where s.next_sync_at is not null), 0::bigint, 'nothing is due before it is connected');
select is(pg_temp.ask('admin', format('public.begin_authorization(%L, %L, %L, %L)', :'mailbox_id', pg_temp.sha('s'),
  repeat('v', 43), 'https://' || repeat('x', 2000))), '"mailbox_invalid"', 'a page is no store for long texts');

-- A state works once and for ten minutes.
select is(pg_temp.begin('admin', :'mailbox_id', 'first') ->> 'id', :'mailbox_id', 'an admin asks for a link');
select is(pg_temp.take('another') ->> 'outcome', 'unknown', 'a state that nobody made');
select is(pg_temp.take('first') ->> 'pkce_verifier', repeat('v', 43), 'the state that the browser brings back');
select is(pg_temp.take('first') ->> 'outcome', 'unknown', 'works once');
select is(pg_temp.begin('admin', :'mailbox_id', 'late') ->> 'id', :'mailbox_id', 'another link');
update nightshift.oauth_states s set expires_at = clock_timestamp() where true;
select is(pg_temp.take('late') ->> 'outcome', 'unknown', 'does not work when its time is over');
-- The same user confirms.
select clock_timestamp() as before \gset
select is(pg_temp.begin('admin', :'mailbox_id', 'second') ->> 'id', :'mailbox_id', 'a link');
select is((select array_agg(s.expires_at between :'before'::timestamptz + interval '10 minutes' and clock_timestamp() + interval '10 minutes') from nightshift.oauth_states s), array[true], 'is the only one, and holds for ten minutes');
select is(pg_temp.keep('second', 'ada@example.com', 'stolen'), 'unknown', 'tokens for a state that did not come back are not kept');
select is(pg_temp.take('second') ->> 'outcome', 'taken', 'it comes back');
select is(pg_temp.keep('second', 'Ada@Example.com', 'stolen'), 'kept', 'and the tokens go to Vault');
select is(pg_temp.secrets(), 'token-stolen', 'where they are');
select is(pg_temp.confirm('owner', 'stolen'), 'unknown', 'another owner of the same workspace cannot confirm');
select is(pg_temp.secrets(), null, 'and the tokens of whoever came back are gone');
select is(pg_temp.confirm('admin', 'stolen'), 'unknown', 'and the code is void');
select pg_temp.begin('admin', :'mailbox_id', 'third'), pg_temp.take('third'), pg_temp.keep('third', 'ada@example.com', 'code') \g /dev/null
select is((select m.state from public.mailboxes m where m.id = :'mailbox_id'), 'pending', 'nothing is connected before the confirmation');
select is(pg_temp.confirm('admin', 'code'), 'confirmed', 'who asked for the link confirms');
select is((select m.state || ' ' || m.address from public.mailboxes m where m.id = :'mailbox_id'), 'backfilling ada@example.com', 'then email is fetched');
select is(pg_temp.confirm('admin', 'code'), 'unknown', 'a code works once');
select ok((select s.enabled from public.task_schedules s where s.name = 'email-sync'), 'the first mailbox starts the schedule');

-- The key is nowhere else, and goes with the mailbox.
select is(pg_temp.secrets(), 'token-code', 'its key is in Vault');
select is(
  pg_temp.ask('service_role', format('public.read_mailbox_secret(%L, %L)', :'mailbox_id', gen_random_uuid())), '{"outcome": "lost"}', 'and read by nobody without the lease');
select is(pg_temp.ask('owner', format('public.read_mailbox_secret(%L, %L)', :'mailbox_id', gen_random_uuid())) #>> '{}', 'permission denied for function read_mailbox_secret', 'an owner cannot ask for it');
select is(pg_temp.ask('viewer', format('public.remove_mailbox(%L)', :'mailbox_id')), '"mailbox_not_found"', 'a viewer removes nothing');
select is(pg_temp.ask('viewer', format('public.list_mailboxes(%L)', :'ours')) #>> '{0,address}', 'ada@example.com', 'but sees it');
select is(pg_temp.ask('other_owner', format('public.list_mailboxes(%L)', :'ours')), '[]', 'which nobody outside does');
select is(pg_temp.ask('owner', format('public.remove_mailbox(%L)', :'mailbox_id')) ->> 'outcome', 'removed', 'an owner removes it');
select is(pg_temp.secrets(), null, 'and its key leaves Vault');
select * from finish();
rollback;
