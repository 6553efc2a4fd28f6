-- Pulse marks: short texts that change when something of a workspace has changed, so that a page asks again only for
-- what moved.
--
-- A mark is made from the counts of the pulse and from the latest rows. A change of an old row that no count shows
-- does not move it; pages ask again after a minute anyway.
-- Locks: none. Time: a millisecond.

create or replace function nightshift.pulse_marks(p_workspace_id uuid, p_pulse jsonb) returns jsonb
language plpgsql stable set search_path = ''
as $$
begin
  return jsonb_build_object(
    'tasks', md5(concat(p_pulse -> 'tasks', (
      select string_agg(concat(t.id, t.status, t.completed_at), ',' order by t.executed_at desc, t.id)
      from (select a.id, a.status, a.completed_at, a.executed_at from public.autonomous_tasks a
        where a.workspace_id = p_workspace_id order by a.executed_at desc limit 50) t))),
    'slots', md5(concat(p_pulse -> 'slots', (
      select string_agg(concat(d.id, d.verdict, d.responded_at, t.status), ',' order by d.dispatched_at desc, d.id)
      from (select e.* from public.task_dispatches e order by e.slot desc, e.dispatched_at desc limit 20) d
      left join public.autonomous_tasks t on t.id = d.task_id))),
    'emails', md5(concat(p_pulse -> 'emails', (
      select max(i.extracted_at) from public.email_intelligence i where i.workspace_id = p_workspace_id), (
      select max(q.changed_at) from nightshift.answer_queue q
      where q.workspace_id = p_workspace_id and q.state in ('answered', 'not_needed')))),
    'money', md5(concat(p_pulse -> 'budgets', (
      select max(u.created_at) from public.ai_usage u where u.workspace_id = p_workspace_id))));
end
$$;
comment on function nightshift.pulse_marks(uuid, jsonb) is
'Texts {tasks, slots, emails, money} that change when something of the kind has changed in a workspace. p_pulse has '
'the counts of get_pulse.';
revoke all on function nightshift.pulse_marks(uuid, jsonb) from public;

create or replace function nightshift.is_active(p_workspace_id uuid, p_now timestamptz) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  -- Tasks that hang for longer are no reason to ask every few seconds.
  return exists (
    select from public.autonomous_tasks t
    where t.workspace_id = p_workspace_id and t.status in ('pending', 'running')
      and t.executed_at between p_now - interval '15 minutes' and p_now)
  or exists (
    select from public.autonomous_tasks t
    where t.workspace_id is null and t.status in ('pending', 'running')
      and t.executed_at between p_now - interval '15 minutes' and p_now);
end
$$;
comment on function nightshift.is_active(uuid, timestamptz) is
'Whether a task of a workspace, or a run, that began within 15 minutes is unfinished.';
revoke all on function nightshift.is_active(uuid, timestamptz) from public;
