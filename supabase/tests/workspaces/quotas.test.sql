-- Test: everything that a user or an external system can create has a quota, and the refusal names it.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
select plan(27);

-- Workspaces

select is(
  (select array_agg(pg_temp.attempt('stranger', 'select public.create_workspace(''More'')', true) order by n) from generate_series(1, 11) as n),
  array_fill('1'::text, array[10]) || 'PT403 quota_exceeded'::text, 'a user owns at most 10 workspaces');
select throws_like(
  $$ select nightshift.require_room('workspaces_per_user', null, 10, 'workspaces that you own') $$,
  'quota_exceeded: there are 10 workspaces that you own, and 10 is the most (quota workspaces_per_user).', 'the refusal names the quota');
select is(pg_temp.attempt('owner', 'select public.create_workspace(''More'')'), '1', 'other users are not affected');

-- Tasks, by hand

create function pg_temp.log(p_count integer, p_bytes integer default 0) returns text
language sql as $$
  select format('insert into public.autonomous_tasks (workspace_id, task_type, output_data)
    select $1, ''email_sync'', pg_temp.random_document(%s) from generate_series(1, %s)', p_bytes, p_count)
$$;
create function pg_temp.random_document(p_bytes integer) returns jsonb
language sql as $$ select to_jsonb(string_agg(md5(random()::text), '')) from generate_series(1, p_bytes / 32) $$;
insert into nightshift.quotas (workspace_id, name, most) values (:'ours', 'tasks_per_day', 5), (:'ours', 'task_bytes_per_day', 100000);

select is(pg_temp.attempt('member', pg_temp.log(3), true), '3', 'three tasks of five');
select is(pg_temp.attempt('member', pg_temp.log(3), true), 'PT429 daily_quota_exceeded', 'three more are one too many');
select is((select count(*) from public.autonomous_tasks), 3::bigint, 'and none of them is stored');
select is(pg_temp.attempt('owner', pg_temp.log(1, 120000), true), 'PT429 daily_quota_exceeded', 'one of 120 kB is too large for the day');
select is(pg_temp.attempt('owner', pg_temp.log(1, 60000), true), '1', 'one of 60 kB is not');
select is(
  pg_temp.attempt('owner', 'update public.autonomous_tasks set output_data = pg_temp.random_document(60000) where workspace_id = $1', true),
  'PT429 daily_quota_exceeded', 'what an update writes is counted too');
select is(pg_temp.attempt('owner', 'update public.autonomous_tasks set agent_name = ''x'' where workspace_id = $1 and output_data is null', true), '3',
  'a small update has room');
select is(pg_temp.attempt('other_owner', replace(pg_temp.log(20), '$1', '$2')), '20', 'other workspaces have the default quota');
select is(pg_temp.attempt('service_role', pg_temp.log(20)), '20', 'the service role is not counted');

-- Tasks, by tokens

create function pg_temp.log_by(p_as text, p_count integer) returns text[]
language sql as $$
  select array_agg(r ->> 'outcome') from jsonb_array_elements(pg_temp.ask(p_as, format('public.log_tasks(%L, null, $1)',
    (select jsonb_agg('{"task_type": "email_sync", "workspace_id": "a0000000-0000-4000-8000-000000000001"}'::jsonb) from generate_series(1, p_count))
  )) -> 'results') r
$$;
select is(pg_temp.log_by('ours', 2), '{created,daily_quota_exceeded}', 'a token fills the same quota, and the refused task says so');
select is(pg_temp.log_by('member', 1), '{daily_quota_exceeded}', 'so does a user who logs over HTTP');
select is(pg_temp.log_by('service_role', 3), '{created,created,created}', 'the service is not counted over HTTP either');
select is(pg_temp.ask('ours, ping', 'public.ping_task(''success'', $1)') ->> 'outcome', 'daily_quota_exceeded', 'pings are counted');
create temp table failed as
with made as (
  insert into public.autonomous_tasks (workspace_id, task_type, status) values (:'ours', 'email_sync', 'failed') returning id
)
select id from made;
select is(
  (select pg_temp.ask('ours', format('public.retry_task(%L, $1)', id)) ->> 'outcome' from failed), 'daily_quota_exceeded', 'retries are counted');
select is(
  (select pg_temp.ask('member', format('public.retry_task(%L)', id)) ->> 'outcome' from failed), 'daily_quota_exceeded', 'also those of a user');
select is(
  (select pg_temp.ask('service_role', format('public.retry_task(%L)', id)) ->> 'outcome' from failed), 'ok', 'but not those of the service');
select is(
  (select d.items from nightshift.intake_days d where d.workspace_id = :'ours' and d.kind = 'task'), 5::bigint,
  'what was refused is not counted');

-- The next day

update nightshift.intake_days d set day = d.day - 1 where d.workspace_id = :'ours';
insert into nightshift.intake_days (workspace_id, kind, day, items, bytes)
values (:'ours', 'task', (now() at time zone 'utc')::date - 8, 1, 1);
select is(pg_temp.attempt('member', pg_temp.log(3), true), '3', 'the next day there is room again');
select is(
  (select count(*) from nightshift.intake_days d where d.workspace_id = :'ours' and d.kind = 'task'), 2::bigint,
  'days older than a week are forgotten');

-- Emails

insert into nightshift.quotas (workspace_id, name, most) values (:'ours', 'emails_per_day', 2), (:'ours', 'email_bytes_per_day', 100000);
create function pg_temp.send(p_id text, p_bytes integer default 32, p_is_counted boolean default true) returns text
language sql as $$
  select pg_temp.ask('service_role', format('public.ingest_email(%L, %L, %L)', 'a0000000-0000-4000-8000-000000000001',
    jsonb_build_object('provider_message_id', p_id, 'body_text', pg_temp.random_document(p_bytes)), p_is_counted)) ->> 'outcome'
$$;
select is(pg_temp.send('one@example.com'), 'created', 'a first email of an ingest token');
select is(pg_temp.send('large@example.com', 120000), 'daily_quota_exceeded', 'one of 120 kB is too large for the day');
select is(pg_temp.send('two@example.com'), 'created', 'a second one');
select is(pg_temp.send('three@example.com'), 'daily_quota_exceeded', 'the third is one too many');
select is(pg_temp.send('four@example.com', 32, false), 'created', 'emails of the service itself are not counted');

select * from finish();
rollback;
