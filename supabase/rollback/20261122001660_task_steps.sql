-- Undoes task steps: attempts start from the beginning again.

drop function if exists public.save_step(uuid, uuid, uuid, jsonb);
drop function if exists nightshift.find_step_problem(uuid, text, integer, jsonb);
do $$
begin
  if to_regclass('nightshift.jobs') is not null then
    drop trigger if exists forget_steps on nightshift.jobs;
  end if;
end
$$;
drop function if exists nightshift.forget_steps();
drop table if exists nightshift.task_steps;
