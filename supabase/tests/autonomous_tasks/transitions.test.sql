-- Test: which status may follow which: all 36 pairs.
begin;
select plan(37);

create temp table expectations (old_status text, new_status text, outcome text);
insert into expectations
select e.old_status, n.new_status, n.outcome
from (values
  --                    pending          running          completed        failed           partial_failure  cancelled
  ('pending',         array['kept',     'moved',         'invalid',       'moved',         'invalid',       'moved']),
  ('running',         array['invalid',  'kept',          'moved',         'moved',         'moved',         'moved']),
  ('completed',       array['finished', 'finished',      'kept',          'finished',      'finished',      'finished']),
  ('failed',          array['finished', 'finished',      'finished',      'kept',          'finished',      'finished']),
  ('partial_failure', array['finished', 'finished',      'finished',      'finished',      'kept',          'finished']),
  ('cancelled',       array['finished', 'finished',      'finished',      'finished',      'finished',      'kept'])
) as e (old_status, outcomes)
cross join lateral unnest(
  array['pending', 'running', 'completed', 'failed', 'partial_failure', 'cancelled'], e.outcomes
) as n (new_status, outcome);

create function pg_temp.move(p_old_status text, p_new_status text) returns text
language plpgsql as $$
declare
  v_id uuid;
  v_status text;
begin
  insert into public.autonomous_tasks (task_type, status) values ('email_sync', p_old_status) returning id into v_id;
  update public.autonomous_tasks t set status = p_new_status where t.id = v_id returning status into v_status;
  return case
    when v_status = p_old_status then 'kept'
    when v_status = p_new_status then 'moved'
    else 'became ' || v_status
  end;
exception
  when sqlstate 'PT409' then
    return case split_part(sqlerrm, ':', 1)
      when 'task_already_finished' then 'finished'
      when 'task_transition_invalid' then 'invalid'
      else sqlerrm
    end;
end
$$;

select is((select count(*) from expectations), 36::bigint, 'every pair has an expectation');
select is(
  pg_temp.move(e.old_status, e.new_status), e.outcome,
  format('%s → %s: %s', e.old_status, e.new_status, case e.outcome
    when 'moved' then 'moves'
    when 'kept' then 'changes nothing'
    when 'finished' then 'is refused, the task has finished'
    else 'is refused, the step does not exist'
  end))
from expectations e;

select * from finish();
rollback;
