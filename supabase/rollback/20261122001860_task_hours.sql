-- Undoes task hours. The log stays.

do $$
begin
  if to_regclass('public.autonomous_tasks') is not null then
    drop trigger if exists note_hours_of_new on public.autonomous_tasks;
    drop trigger if exists note_hours_of_changed on public.autonomous_tasks;
    drop trigger if exists note_hours_of_old on public.autonomous_tasks;
    drop trigger if exists forget_all_task_hours on public.autonomous_tasks;
    if to_regprocedure('nightshift.mark_task_days()') is not null then
      create or replace trigger mark_days_of_new after insert on public.autonomous_tasks
      referencing new table as new_rows for each statement execute function nightshift.mark_task_days();
      create or replace trigger mark_days_of_changed after update on public.autonomous_tasks
      referencing old table as old_rows new table as new_rows for each statement
      execute function nightshift.mark_task_days();
    end if;
  end if;
end
$$;
do $$
begin
  -- Without fold_task_hours, nothing counts them. With it, all are counted again once this migration is back.
  if to_regclass('nightshift.task_hour_adoption') is not null then
    update nightshift.task_hour_adoption a set counted_from = default, finished_at = default where a.is_only_row;
  end if;
end
$$;
drop trigger if exists forget_task_hours on public.workspaces;
drop function if exists nightshift.forget_task_hours();
drop function if exists nightshift.note_hours_of_old();
drop function if exists nightshift.note_hours_of_changed();
drop function if exists nightshift.note_hours_of_new();
drop function if exists nightshift.sum_changes_of(xid);
drop view if exists nightshift.task_days_now;
drop view if exists nightshift.task_hours_now;
drop table if exists nightshift.task_hour_changes;
drop table if exists nightshift.task_days;
drop table if exists nightshift.task_hours;
drop function if exists nightshift.class_duration(integer);
drop function if exists nightshift.duration_bounds();
