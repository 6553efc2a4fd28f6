-- Test: members see what runs when, how punctually, and who belongs to their workspace.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/asking.psql
\ir ../_helpers/schedules.psql
select plan(44);

create function pg_temp.schedules(p_persona text) returns jsonb
language sql as $$ select pg_temp.ask(p_persona, 'public.list_schedules(''a0000000-0000-4000-8000-000000000001'')') $$;
create function pg_temp.members(p_persona text) returns jsonb
language sql as $$ select pg_temp.ask(p_persona, 'public.list_members(''a0000000-0000-4000-8000-000000000001'')') $$;
create function pg_temp.schedule(p_name text) returns jsonb
language sql as $$
  select s.one from jsonb_array_elements(pg_temp.schedules('viewer') -> 'schedules') as s (one) where s.one ->> 'name' = p_name
$$;

-- Slots: 1, 2, 3 and 64 seconds late, one missed, one of last month.
insert into public.task_dispatches (schedule_id, slot, kind, dispatched_at, verdict)
select s.id, d.slot, d.kind, d.slot + make_interval(secs => d.late), d.verdict
from public.task_schedules s
cross join (values
  (now() - interval '5 hours', 'tick', 1, 'accepted'), (now() - interval '4 hours', 'tick', 2, 'accepted'),
  (now() - interval '3 hours', 'tick', 3, 'accepted'), (now() - interval '2 hours', 'missed', 64, 'accepted'),
  (now() - interval '1 hour', 'missed', 600, 'missed'), (now() - interval '8 days', 'tick', 999, 'accepted')
) as d (slot, kind, late, verdict)
where s.name = 'half-hourly';
insert into public.task_schedules (name, task_type, target, enqueue_policy) values ('scan', 'email_sync', 'scan', 'members');
-- The yearly one comes in ten months: once within a year, whatever the date is.
insert into public.task_schedules (name, task_type, target, cron_expression) values ('leap', 'email_sync', 'scan', '0 3 29 2 *'),
  ('yearly', 'email_sync', 'scan', to_char(date_trunc('month', now() at time zone 'utc') + interval '10 months', '"0 3 1" FMMM "*"'));
insert into nightshift.jobs (task_id, schedule_id, workspace_id, run_at, state, max_attempts)
select gen_random_uuid(), s.id, w.id, now(), j.state, 3
from public.task_schedules s, public.workspaces w, (values ('ready'), ('later')) as j (state)
where s.name = 'scan' and (w.name = 'Ours' or j.state = 'ready');
insert into public.job_watches (workspace_id, agent_name, expected_every, grace)
values (:'ours', 'backup', '1 hour', '10 minutes'), (:'theirs', 'CANARY', '1 hour', '10 minutes');

select is(pg_temp.schedules(p.persona), null, p.persona || ' gets no schedules')
from unnest(array['stranger', 'other_owner']) as p (persona);
select is(pg_temp.attempt('anon', 'select public.list_schedules($1)'), '42501', 'nobody asks without signing in');
select is(pg_temp.schedule('half-hourly') -> 'late',
  '{"slots": 5, "missed": 1, "median": 2.000, "p95": 64.000, "worst": 64.000}', 'lateness is that of 7 days, without what did not run');
select is(jsonb_array_length(pg_temp.schedule('half-hourly') -> 'next'), 3, 'the next three times are told');
select is(jsonb_array_length(pg_temp.schedule('yearly') -> 'next'), 1, 'of a rare one those of a year');
update public.task_schedules s set enabled = false where s.name = 'half-hourly';
select is(pg_temp.schedule('half-hourly') -> 'next', '[]', 'of a paused one none');
select is(pg_temp.schedule('half-hourly') ->> 'missed_policy', 'run_once', 'policies are there');
select is((select array_agg(k.key) from jsonb_object_keys(pg_temp.schedule('half-hourly')) as k (key) where k.key in ('target', 'payload')),
  null, 'target and payload are not');
select is((select array[a.one ->> 'waiting', a.one ->> 'running'] from jsonb_array_elements(pg_temp.schedules('viewer') -> 'agents') as a (one)
  where a.one ->> 'name' = 'scan'), array['2', '0'], 'an agent has the jobs of the workspace');
select is((select (w.one ->> 'deadline')::timestamptz - (w.one ->> 'expected_at')::timestamptz
    from jsonb_array_elements(pg_temp.schedules('viewer') -> 'watches') as w (one) where w.one ->> 'agent_name' = 'backup'),
  interval '10 minutes', 'a watched job has its deadline');
select unalike(pg_temp.schedules('owner')::text, '%CANARY%', 'those of others are not there');

insert into public.task_schedules (name, task_type, cron_expression, target)
select rpad('a-' || n, 63, 'x'), 'email_sync', '0 3 29 2 *', 'sync' from generate_series(1, 60) as n;
insert into nightshift.quotas values (:'ours', 'job_watches', 200);
insert into public.job_watches (workspace_id, agent_name, expected_every)
select :'ours', repeat('ü', 195) || n, '1 hour' from generate_series(1, 100) as n;
select cmp_ok(octet_length(pg_temp.schedules('viewer')::text), '<', 65536, 'the document has at most 64 kB');

-- Members

select is(pg_temp.members(p.persona), null, p.persona || ' sees no members')
from unnest(array['stranger', 'other_owner']) as p (persona);
select is((select array_agg((m.one ->> 'role') || ' ' || coalesce(m.one ->> 'email', '-'))
    from jsonb_array_elements(pg_temp.members(p.persona) -> 'members') as m (one)), p.expected,
  p.persona || ' sees the members ' || p.how)
from (values
  ('owner', array['owner owner@example.com', 'admin admin@example.com', 'member member@example.com', 'viewer viewer@example.com'], 'with addresses'),
  ('admin', array['owner owner@example.com', 'admin admin@example.com', 'member member@example.com', 'viewer viewer@example.com'], 'with addresses'),
  ('member', array['owner -', 'admin -', 'member member@example.com', 'viewer -'], 'and the own address'),
  ('viewer', array['owner -', 'admin -', 'member -', 'viewer viewer@example.com'], 'and the own address')
) as p (persona, expected, how);
select is(pg_temp.members('admin') - array['members', 'as_of'],
  jsonb_build_object('role', 'admin', 'user_id', pg_temp.user_of('admin'), 'owners', 1, 'count', 4), 'and what they are themselves');

select is(pg_temp.attempt(p.persona, format('select public.add_member($1, ''new@example.com'', %L)', p.role)), p.expected,
  format('%s adds somebody as %s: %s', p.persona, p.role, p.expected))
from (values ('owner', 'owner', '1'), ('admin', 'member', '1'), ('admin', 'owner', 'PT403 workspace_not_managed'),
  ('member', 'viewer', 'PT403 workspace_not_managed'), ('other_owner', 'member', 'PT403 workspace_not_managed')) as p (persona, role, expected);
select is(pg_temp.ask('owner', $$public.add_member('a0000000-0000-4000-8000-000000000001', ' Viewer@example.com')$$) - 'user_id',
  '{"outcome": "is_member"}', 'who belongs to it already is not invited');
select is(pg_temp.ask('owner', $$public.add_member('a0000000-0000-4000-8000-000000000001', 'stranger@example.com')$$) ->> 'outcome', 'invited',
  'who has an account is invited');
select is(pg_temp.ask('owner', $$public.add_member('a0000000-0000-4000-8000-000000000001', 'nobody@example.com')$$) ->> 'outcome', 'invited',
  'as is who has none, so nothing tells them apart');

-- Changing and removing. Undone after each.
select is(pg_temp.attempt(c.persona, format('select public.change_member($1, %L, %L)', pg_temp.user_of(c.whom), c.role)), c.expected,
  format('%s makes %s %s: %s', c.persona, c.whom, coalesce(c.role, 'nobody'), c.expected))
from (values ('owner', 'viewer', 'owner', '1'), ('owner', 'admin', null, '1'), ('admin', 'member', 'viewer', '1'),
  ('admin', 'viewer', null, '1'), ('admin', 'member', 'owner', 'PT403 workspace_not_managed'),
  ('admin', 'owner', 'viewer', 'PT403 workspace_not_managed'), ('admin', 'owner', null, 'PT403 workspace_not_managed'),
  ('member', 'viewer', 'admin', 'PT403 workspace_not_managed'), ('member', 'member', 'owner', 'PT403 workspace_not_managed'),
  ('viewer', 'viewer', null, '1'), ('other_owner', 'viewer', null, 'PT403 workspace_not_managed'),
  ('stranger', 'viewer', 'viewer', 'PT403 workspace_not_managed'), ('owner', 'stranger', 'viewer', 'PT403 workspace_not_managed'),
  ('owner', 'owner', null, 'PT409 workspace_needs_owner'), ('owner', 'owner', 'viewer', 'PT409 workspace_needs_owner'),
  ('owner', 'viewer', 'king', 'PT400 member_role_invalid')) as c (persona, whom, role, expected);

select * from finish();
rollback;
