-- Reconcile, the part about jobs: jobs whose run is gone, jobs that nobody is coming for, and jobs that ended long ago.
--
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.give_back_orphans(p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_run record;
begin
  -- Somebody held their workspaces when their run ended.
  for v_run in
    select distinct j.run_id, j.schedule_id
    from nightshift.jobs j
    where j.state = 'running' and not exists (select from nightshift.run_leases l where l.run_id = j.run_id)
  loop
    begin
      perform nightshift.give_back_jobs(v_run.run_id, v_run.schedule_id,
        'The run ended without a result for this job. The log of the function may say why.', p_now);
    exception when others then
      perform nightshift.note_problem('wake_agents', v_run.run_id::text, sqlerrm, p_now);
    end;
  end loop;
end
$$;
comment on function nightshift.give_back_orphans(timestamptz) is
'Part of wake_agents: lets jobs go on that are held by a run that has ended.';
revoke all on function nightshift.give_back_orphans(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.prune_jobs(p_now timestamptz) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_most_jobs constant integer := 10000;
  v_pruned integer;
begin
  -- The oldest ends come straight from the index. What goes with a workspace that is being deleted is passed over.
  with old as (
    select j.task_id
    from nightshift.jobs j
    where j.state = 'ended' and j.ended_at <= p_now - interval '24 hours'
      and (j.outcome = 'completed' or j.ended_at <= p_now - interval '30 days')
    order by j.ended_at
    limit c_most_jobs
    for update skip locked
  )
  delete from nightshift.jobs j using old o where j.task_id = o.task_id;
  get diagnostics v_pruned = row_count;
  return v_pruned;
end
$$;
comment on function nightshift.prune_jobs(timestamptz) is
'Part of wake_agents: deletes jobs that were completed 24 hours ago, and those that failed or were cancelled 30 days '
'ago, up to 10,000 at once. Their rows in the log stay.';
revoke all on function nightshift.prune_jobs(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.wake_agents(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  v_agent public.task_schedules;
  v_woken integer := 0;
begin
  perform nightshift.give_back_orphans(p_now);
  for v_agent in
    select s.* from public.task_schedules s
    where s.enabled and exists (
      select from nightshift.job_turns t where t.schedule_id = s.id and (t.is_waiting or t.due_at <= p_now))
    order by s.id
  loop
    begin
      if nightshift.has_claimable_jobs(v_agent, p_now)
        and nightshift.wake_agent(v_agent, p_now) in ('dispatched', 'not_configured', 'not_sent')
      then
        v_woken := v_woken + 1;
      end if;
    exception when others then
      perform nightshift.note_problem('wake_agents', v_agent.name, sqlerrm, p_now);
    end;
  end loop;
  perform nightshift.prune_jobs(p_now);
  perform nightshift.prune_lines(p_now);
  return v_woken;
end
$$;
comment on function nightshift.wake_agents(timestamptz) is
'Sends for a run of each agent whose jobs are due while none is open. Removes jobs that ended long ago, and lines of '
'tasks that are gone. Returns how many wake-ups were sent.';
revoke all on function nightshift.wake_agents(timestamptz) from public, anon, authenticated, service_role;
