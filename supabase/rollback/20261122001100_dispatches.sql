-- Undoes dispatches. What became of each request is lost.

drop policy if exists "members see the schedules" on public.task_schedules;
drop table if exists public.task_dispatches;
drop trigger if exists forget_task on public.autonomous_tasks;
drop function if exists nightshift.forget_task();
