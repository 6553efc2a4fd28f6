-- Test: members see what became of every scheduled time, and of the work only what was done for them.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/asking.psql
\ir ../_helpers/schedules.psql
select plan(15);

-- A slot at 12:00 plus p_n half hours: its first dispatch, its system row, and what its run did for both workspaces.
create function pg_temp.slot(p_n integer, p_kind text, p_verdict text, p_status text, p_late numeric default 1,
  p_retries integer default 0) returns void
language plpgsql as $$
declare
  v_slot timestamptz := '2026-03-01 12:00Z'::timestamptz + p_n * interval '30 minutes';
  v_schedule uuid := (select s.id from public.task_schedules s where s.name = 'half-hourly');
  v_task uuid := gen_random_uuid();
begin
  insert into public.autonomous_tasks (id, task_type, status, executed_at, error_message)
  values (v_task, 'email_sync', p_status, v_slot + make_interval(secs => p_late), 'Words about theirs.');
  insert into public.task_dispatches (schedule_id, slot, kind, seq, task_id, dispatched_at, verdict, detail)
  select v_schedule, v_slot, case when n = 0 then p_kind else 'retry' end, n, v_task, v_slot + make_interval(secs => n),
    case when n = 0 then p_verdict else 'accepted' end, 'Words of the request.'
  from generate_series(0, p_retries) as n;
  if p_status in ('completed', 'partial_failure') then
    insert into nightshift.run_workspaces (run_id, workspace_id, status, processed, failed, started_at, ended_at, message)
    select v_task, w.id, 'completed', case w.name when 'Ours' then 3 else 500 end, 1, v_slot, v_slot, w.name
    from public.workspaces w where w.name in ('Ours', 'Theirs');
  end if;
end
$$;
select pg_temp.slot(0, 'tick', 'accepted', 'completed') \g /dev/null
select pg_temp.slot(1, 'tick', 'accepted', 'completed', 64) \g /dev/null
select pg_temp.slot(2, 'tick', 'timed_out', 'completed', 40, 1) \g /dev/null
select pg_temp.slot(3, 'tick', 'accepted', 'partial_failure') \g /dev/null
select pg_temp.slot(4, 'tick', 'accepted', 'failed') \g /dev/null
select pg_temp.slot(5, 'missed', 'missed', 'cancelled') \g /dev/null
select pg_temp.slot(6, 'tick', 'skipped', 'cancelled') \g /dev/null
select pg_temp.slot(7, 'tick', 'accepted', 'cancelled') \g /dev/null
select pg_temp.slot(8, 'tick', 'accepted', 'running') \g /dev/null
select pg_temp.slot(9, 'tick', 'unreachable', 'pending') \g /dev/null
select pg_temp.slot(10, 'missed', 'accepted', 'completed', 3600) \g /dev/null

create function pg_temp.slots(p_persona text, p_from text default '2026-03-01 12:00Z', p_to text default '2026-03-01 18:00Z')
returns jsonb
language sql as $$
  select pg_temp.ask(p_persona, format('public.get_slots(%L, %L, %L, %L)', 'a0000000-0000-4000-8000-000000000001', p_from,
    p_to, 'half-hourly')) #> '{schedules,0}'
$$;
create function pg_temp.story(p_persona text, p_slot text) returns jsonb
language sql as $$
  select pg_temp.ask(p_persona, format('public.get_slot_story(%L, %L, %L)', 'a0000000-0000-4000-8000-000000000001',
    'half-hourly', p_slot))
$$;

select is((select string_agg(c.one ->> 'state', ' ' order by c.n)
  from jsonb_array_elements(pg_temp.slots('viewer') -> 'slots') with ordinality as c (one, n)),
  'on_time late retried partial failed missed skipped skipped running failed late',
  'a viewer sees what became of each slot');
select is((select sum((c.one ->> 'emails')::integer) from jsonb_array_elements(pg_temp.slots('viewer') -> 'slots') as c (one)),
  15::bigint, 'and what was done for the own workspace, each run once');
select is(pg_temp.slots('viewer') ->> 'cell', 'slot', 'a cell is a slot');
select is(jsonb_array_length(pg_temp.slots('viewer') -> 'next'), 3, 'the next three slots are told');
select is((pg_temp.slots('viewer') #>> '{late,worst}')::numeric, 3600::numeric, 'and how late the latest was');
select is(pg_temp.slots('stranger'), null, 'a stranger sees no schedule');
select is(pg_temp.slots('other_owner'), null, 'nor does the owner of another workspace, of ours');

-- Every minute for a day.
update public.task_schedules s set cron_expression = '* * * * *' where s.name = 'half-hourly';
insert into public.task_dispatches (schedule_id, slot, kind, seq, dispatched_at, verdict)
select s.id, m.at, 'tick', 0, m.at, case when extract(hour from m.at) = 3 and extract(minute from m.at) = 7 then 'missed'
  else 'accepted' end
from public.task_schedules s
cross join generate_series('2026-02-01 00:00Z'::timestamptz, '2026-02-01 23:59Z', '1 minute') as m (at)
where s.name = 'half-hourly';
select is((select array[s.document ->> 'cell', jsonb_array_length(s.document -> 'slots')::text,
    s.document #>> '{slots,3,state}', s.document #>> '{slots,3,slots}']
  from (select pg_temp.slots('viewer', '2026-02-01 00:00Z', '2026-02-02 00:00Z') as document) s),
  array['hour', '24', 'failed', '60'], 'where slots come every minute, a cell is an hour and shows its worst');
select is(pg_temp.attempt('member', $$select public.get_slots($1, now() - interval '32 days', now())$$),
  'PT400 range_invalid', 'a range is bounded');
select is(pg_temp.attempt('anon', 'select public.get_slots($1)'), '42501', 'nobody asks without signing in');

select is((select array[s.document ->> 'state', jsonb_array_length(s.document -> 'attempts')::text,
    s.document #>> '{attempts,0,verdict}', s.document #>> '{attempts,1,kind}', s.document #>> '{attempts,0,ours,processed}']
  from (select pg_temp.story('viewer', '2026-03-01 13:00Z') as document) s),
  array['retried', '2', 'timed_out', 'retry', '3'], 'the story of a slot has its attempts');
select is((select array[s.document ->> 'previous', s.document ->> 'next']
  from (select pg_temp.story('viewer', '2026-03-01 13:00Z') as document) s),
  array['2026-03-01T12:30:00+00:00', '2026-03-01T13:30:00+00:00'], 'and leads to the slots beside it');
-- A number by itself: an id may have the same digits.
select doesnt_match(pg_temp.story('viewer', '2026-03-01 13:30Z')::text, ': 500\M', 'it tells nothing of what was done for others');
select unalike(pg_temp.story('viewer', '2026-03-01 14:00Z')::text, '%Words %',
  'nor what the system row says of them');
select is(pg_temp.story('stranger', '2026-03-01 13:00Z'), null, 'a stranger gets no story');

select * from finish();
rollback;
