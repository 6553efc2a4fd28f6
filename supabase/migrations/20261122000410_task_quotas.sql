-- Task quotas: counts the tasks that users and ingest tokens log, and refuses what is beyond the quota of the day.
--
-- Rows of the runner and of the service role itself are not counted, so no tenant's lock on a counter is in their way.
-- Locks: brief exclusive lock on public.autonomous_tasks. Time: milliseconds.

create or replace function nightshift.count_tasks() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform nightshift.count_intake(w.workspace_id, 'task', case tg_op when 'INSERT' then w.items else 0 end, w.bytes)
  from (
    select n.workspace_id, count(*) as items, sum(pg_column_size(n)) as bytes
    from new_tasks n
    where n.workspace_id is not null
    group by n.workspace_id
    order by n.workspace_id
  ) w;
  return null;
end
$$;
comment on function nightshift.count_tasks() is
'Counts the tasks of a statement, and the bytes that it wrote, against the quotas of their workspaces. Error: PT429 '
'daily_quota_exceeded.';
revoke all on function nightshift.count_tasks() from public;

-- nightshift.caller_kind is set for the length of a transaction by public.admit_caller.
create or replace trigger count_new_tasks
after insert on public.autonomous_tasks
referencing new table as new_tasks
for each statement when (current_user = 'authenticated'
  or current_setting('nightshift.caller_kind', true) in ('user', 'token'))
execute function nightshift.count_tasks();
create or replace trigger count_changed_tasks
after update on public.autonomous_tasks
referencing new table as new_tasks
for each statement when (current_user = 'authenticated'
  or current_setting('nightshift.caller_kind', true) in ('user', 'token'))
execute function nightshift.count_tasks();
