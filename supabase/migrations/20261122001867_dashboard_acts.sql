-- Dashboard acts: what members do about tasks, emails and money that need a person.
--
-- Locks: rows only. Time: milliseconds.

create or replace function public.retry_tasks(p_task_ids uuid[]) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_most_tasks constant integer := 100;
  v_caller jsonb;
  v_id uuid;
  v_result jsonb;
  v_results jsonb := jsonb '[]';
begin
  if (cardinality(p_task_ids) between 1 and c_most_tasks) is not true then
    raise exception 'ids_invalid: pass 1 to % ids.', c_most_tasks using errcode = 'PT400';
  end if;
  v_caller := public.admit_caller('tasks');
  if v_caller ->> 'outcome' <> 'admitted' then
    return v_caller;
  end if;
  for v_id in select distinct u.id from unnest(p_task_ids) as u (id) where u.id is not null order by u.id loop
    v_result := nightshift.retry_task(v_id, v_caller);
    v_results := v_results || jsonb_build_object('id', v_id, 'outcome', v_result -> 'outcome',
      'retry_id', v_result #> '{task,id}', 'status', v_result -> 'status');
  end loop;
  return jsonb_build_object('outcome', 'ok', 'results', v_results);
end
$$;
comment on function public.retry_tasks(uuid[]) is
'Retries up to 100 tasks that failed, failed in part or were cancelled, as retry_task does one; it counts as one '
'request. Outcomes: ok with results [{id, outcome, retry_id, status}], in the order of the ids and each with an '
'outcome of retry_task; and those of admit_caller. Error: PT400 ids_invalid.';
revoke all on function public.retry_tasks(uuid[]) from public, anon, authenticated, service_role;
grant execute on function public.retry_tasks(uuid[]) to authenticated;

create or replace function nightshift.require_manager(p_workspace_id uuid) returns void
language plpgsql stable set search_path = ''
as $$
begin
  if p_workspace_id in (select nightshift.my_managed_workspaces()) then
    return;
  elsif p_workspace_id in (select nightshift.my_workspaces()) then
    raise exception 'forbidden: only owners and admins do this.' using errcode = 'PT403';
  end if;
  raise exception 'workspace_not_found: no workspace of yours has this id.' using errcode = 'PT404';
end
$$;
comment on function nightshift.require_manager(uuid) is
'Nothing for an owner or admin of the workspace. Errors: PT403 forbidden for other members, PT404 workspace_not_found '
'for a stranger.';
revoke all on function nightshift.require_manager(uuid) from public, anon, authenticated, service_role;

create or replace function public.requeue_failed_emails(p_workspace_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_manager(p_workspace_id);
  return jsonb_build_object('requeued', nightshift.requeue_failed_emails(p_workspace_id));
end
$$;
comment on function public.requeue_failed_emails(uuid) is
'Gives the emails of a workspace that were given up another five attempts: {requeued}. The next run reads them. For '
'owners and admins. Errors: PT403 forbidden, PT404 workspace_not_found.';
revoke all on function public.requeue_failed_emails(uuid) from public, anon, authenticated, service_role;
grant execute on function public.requeue_failed_emails(uuid) to authenticated;

create or replace function public.brake_spending(p_workspace_id uuid, p_is_braked boolean default true) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.require_manager(p_workspace_id);
  if p_is_braked then
    insert into nightshift.spending_brakes (workspace_id, braked_by) values (p_workspace_id, auth.uid())
    on conflict (workspace_id) do nothing;
  else
    delete from nightshift.spending_brakes k where k.workspace_id = p_workspace_id;
    if found then
      -- What the workspace was passed over for is over.
      perform nightshift.mark_workspaces_due(array[p_workspace_id], '-infinity');
    end if;
  end if;
  return nightshift.foresee_budgets(p_workspace_id, clock_timestamp());
end
$$;
comment on function public.brake_spending(uuid, boolean) is
'Stops the spending of a workspace: no model is called from the next claim on, and emails that need one wait. With '
'p_is_braked false it goes on. It changes no limit. Returns the budgets as get_spending does. For owners and admins. '
'Errors: PT403 forbidden, PT404 workspace_not_found.';
revoke all on function public.brake_spending(uuid, boolean) from public, anon, authenticated, service_role;
grant execute on function public.brake_spending(uuid, boolean) to authenticated;
