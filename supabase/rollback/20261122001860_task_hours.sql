-- Undoes task hours. The log stays.

do $$
begin
  if to_regclass('public.autonomous_tasks') is not null then
    drop trigger if exists note_hours_of_new on public.autonomous_tasks;
    drop trigger if exists note_hours_of_changed on public.autonomous_tasks;
    drop trigger if exists note_hours_of_old on public.autonomous_tasks;
    drop trigger if exists forget_all_task_hours on public.autonomous_tasks;
  end if;
end
$$;
drop trigger if exists forget_task_hours on public.workspaces;
drop function if exists nightshift.forget_task_hours();
drop function if exists nightshift.note_task_hours();
drop view if exists nightshift.task_days_now;
drop view if exists nightshift.task_hours_now;
drop table if exists nightshift.task_hour_changes;
drop table if exists nightshift.task_days;
drop table if exists nightshift.task_hours;
drop function if exists nightshift.class_duration(integer);
drop function if exists nightshift.duration_bounds();
