-- Undoes dispatches; their story is lost.

drop policy if exists "members see the schedules behind their tasks" on public.task_schedules;
drop table if exists public.task_dispatches;
drop trigger if exists forget_task on public.autonomous_tasks;
drop function if exists nightshift.forget_task();
