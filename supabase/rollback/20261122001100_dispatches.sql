-- Undoes dispatches; their story is lost.

drop policy if exists "members see the schedules behind their tasks" on public.task_schedules;
drop table if exists public.task_dispatches;
drop function if exists nightshift.refer_to_tasks(regclass, text, text);
