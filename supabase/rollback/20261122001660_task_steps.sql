-- Undoes task steps: attempts start from the beginning again.

drop function if exists public.save_step(uuid, uuid, uuid, jsonb);
drop function if exists nightshift.find_step_problem(uuid, text, integer, jsonb);
drop table if exists nightshift.task_steps;
