-- Undoes schedules and dispatches; their rows are lost.

drop table if exists public.task_dispatches;
drop table if exists public.task_schedules;
