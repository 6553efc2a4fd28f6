-- Undoes task quotas: tasks are not counted any more.

do $$
begin
  if to_regclass('public.autonomous_tasks') is not null then
    drop trigger if exists count_changed_tasks on public.autonomous_tasks;
    drop trigger if exists count_new_tasks on public.autonomous_tasks;
  end if;
end
$$;
drop function if exists nightshift.count_tasks();
