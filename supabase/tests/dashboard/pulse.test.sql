-- Test: the pulse counts what waits and what failed in the own workspace, and nothing of others.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/asking.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/schedules.psql
select plan(14);

create function pg_temp.pulse(p_persona text, p_workspace_id uuid default 'a0000000-0000-4000-8000-000000000001')
returns jsonb
language sql as $$
  select pg_temp.ask(p_persona, format('public.get_pulse(%L)', p_workspace_id))
$$;

select pg_temp.receive(:'ours', 'our', 4, now() - interval '1 hour') \g /dev/null
select pg_temp.receive(:'theirs', 'their', 9, now() - interval '1 hour') \g /dev/null
update nightshift.email_queue q set failed_at = now() from public.client_emails e
where e.id = q.email_id and e.provider_message_id in ('our-1', 'their-1');
insert into nightshift.answer_queue (email_id, workspace_id, urgency, received_at, state, snoozed_until)
select e.id, e.workspace_id, t.urgency, e.received_at, t.state, t.until
from (values ('our-1', 0, 'open', null::timestamptz), ('our-2', 3, 'open', null),
  ('our-3', 1, 'snoozed', now() - interval '1 minute'), ('our-4', 1, 'snoozed', now() + interval '1 hour'),
  ('their-1', 0, 'open', null)) as t (name, urgency, state, until)
join public.client_emails e on e.provider_message_id = t.name;
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, error_message)
select w.id, 'email_sync', t.status, t.at, 'Words.'
from public.workspaces w
cross join (values ('failed', now() - interval '1 hour'), ('failed', now() - interval '25 hours'),
  ('partial_failure', now() - interval '2 hours'), ('running', now()), ('completed', now())) as t (status, at)
where w.name = 'Ours' or w.name = 'Theirs' and t.status = 'failed';
insert into public.task_dispatches (schedule_id, slot, kind, seq, dispatched_at, verdict)
select s.id, now() - n * interval '1 hour' - interval '1 minute', 'tick', 0, now(), case n when 1 then 'lost' else 'sent' end
from public.task_schedules s
cross join generate_series(1, 30) as n
where s.name = 'half-hourly';

select is(pg_temp.pulse('viewer') -> 'emails', '{"to_read": 3, "failed": 1, "to_answer": 3, "urgent": 1}',
  'a viewer sees what waits in the workspace');
select is((pg_temp.pulse('viewer') -> 'tasks') - 'failures', '{"unfinished": 1, "failed": 2}',
  'and what is unfinished, and failed within 24 hours');
select is(jsonb_array_length(pg_temp.pulse('viewer') #> '{tasks,failures}'), 2, 'with the latest failures');
select is(pg_temp.pulse('viewer') -> 'slots', '{"failed": 1, "running": 22}', 'the slots of 24 hours are counted');
select is(pg_temp.pulse('admin') ->> 'role', 'admin', 'it says what the caller is');
select is(array[pg_temp.pulse('stranger'), pg_temp.pulse('owner', :'theirs')], array[null, null]::jsonb[],
  'a stranger gets nothing');

-- Marks.
create function pg_temp.moved(p_act text) returns text
language plpgsql as $$
declare
  v_before jsonb := pg_temp.pulse('viewer') -> 'marks';
  v_after jsonb;
begin
  execute p_act;
  v_after := pg_temp.pulse('viewer') -> 'marks';
  return (select string_agg(k.name, ',' order by k.name) from jsonb_object_keys(v_before) as k (name)
    where v_before ->> k.name is distinct from v_after ->> k.name);
end
$$;

select is(pg_temp.moved('select 1'), null, 'no mark moves when nothing has changed');
select is(pg_temp.moved($$
  update public.autonomous_tasks set status = 'completed', completed_at = now()
  where status = 'running' and workspace_id = 'a0000000-0000-4000-8000-000000000001'
$$), 'tasks', 'the end of a task moves the mark of tasks');
select is(pg_temp.moved($$
  insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at)
  select w.id, 'email_sync', 'completed', now() from public.workspaces w where w.name = 'Theirs'
$$), null, 'a task of another workspace moves nothing');
select is(pg_temp.moved($$
  update public.task_dispatches set verdict = 'accepted', responded_at = now()
  where slot = (select max(slot) from public.task_dispatches)
$$), 'slots', 'an answer to a request moves the mark of slots');
select is(pg_temp.moved($$
  update nightshift.answer_queue set state = 'answered', changed_at = now() where urgency = 3
$$), 'emails', 'an answered email moves the mark of emails');
select is(pg_temp.moved($$
  update nightshift.answer_queue set state = 'not_needed', changed_at = now() + interval '1 second' where urgency = 3
$$), 'emails', 'as does one that now needs none, which no count shows');
select is(pg_temp.pulse('viewer') ->> 'is_active', 'false', 'nothing runs');
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at)
values (:'ours', 'email_sync', 'running', now());
select is(pg_temp.pulse('viewer') ->> 'is_active', 'true', 'until a task begins');

select * from finish();
rollback;
