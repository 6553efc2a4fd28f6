-- Task steps: what the finished steps of a job returned, so that no later attempt does them again.
--
-- A step belongs to its job, goes with it and with its workspace, and is no part of the log.
-- Locks: brief share lock on nightshift.jobs for the trigger. Time: milliseconds.

create table if not exists nightshift.task_steps (
  task_id uuid not null,
  name text not null,
  position integer not null,
  result jsonb not null,
  bytes integer not null,
  finished_at timestamptz not null default clock_timestamp(),
  constraint one_step_for_each_name primary key (task_id, name),
  constraint one_step_for_each_position unique (task_id, position),
  constraint step_name_has_1_to_200_characters check (length(name) between 1 and 200),
  constraint position_is_from_1_to_1000 check (position between 1 and 1000),
  constraint result_has_at_most_256_kb check (pg_column_size(result) <= 262144),
  constraint result_is_bounded check (nightshift.is_bounded_document(result))
);
alter table nightshift.task_steps enable row level security;
revoke all on nightshift.task_steps from public, anon, authenticated, service_role;

comment on table nightshift.task_steps is 'Finished steps of jobs, with what they returned.';
comment on column nightshift.task_steps.task_id is 'the job: id of its task row';
comment on column nightshift.task_steps.name is 'name of the step, unique within the job';
comment on column nightshift.task_steps.position is 'which step it was, from 1, in the order in which they began';
comment on column nightshift.task_steps.result is 'what the step returned';
comment on column nightshift.task_steps.bytes is 'size of the result';
comment on column nightshift.task_steps.finished_at is 'when it was saved';

create or replace function nightshift.forget_steps() returns trigger
language plpgsql security definer set search_path = '' set enable_seqscan = off
as $$
begin
  -- In place of a foreign key, which would look for the steps of each finished job by itself.
  delete from nightshift.task_steps s where s.task_id in (select g.task_id from gone g);
  return null;
end
$$;
comment on function nightshift.forget_steps() is 'Deletes the steps of jobs that are deleted.';
revoke all on function nightshift.forget_steps() from public, anon, authenticated, service_role;

create or replace trigger forget_steps
after delete on nightshift.jobs
referencing old table as gone
for each statement execute function nightshift.forget_steps();

create or replace function nightshift.find_step_problem(
  p_task_id uuid, p_name text, p_position integer, p_result jsonb
) returns text
language plpgsql stable set search_path = ''
as $$
declare
  c_most_bytes constant integer := 262144;
  c_most_bytes_of_a_job constant integer := 8388608;
  c_most_steps constant integer := 1000;
  v_other nightshift.task_steps;
begin
  if length(p_name) not between 1 and 200 then
    return 'The name of a step has 1 to 200 characters.';
  elsif p_position not between 1 and c_most_steps then
    return format('Step "%s" would be step %s. A job has at most %s steps.', p_name, p_position, c_most_steps);
  elsif pg_column_size(p_result) > c_most_bytes then
    return format('The result of step "%s" takes %s bytes. A step keeps at most %s (256 kB).', p_name,
      pg_column_size(p_result), c_most_bytes);
  elsif not nightshift.is_bounded_document(p_result) then
    return format('The result of step "%s" is nested deeper than 32 levels, has a number that is too long, or is '
      'longer than 1 MB.', p_name);
  end if;
  select s.* into v_other from nightshift.task_steps s where s.task_id = p_task_id and s.name = p_name;
  if found then
    return format('The job has a step "%s" already, as step %s. Names of steps are unique.', p_name, v_other.position);
  end if;
  select s.* into v_other from nightshift.task_steps s where s.task_id = p_task_id and s.position = p_position;
  if found then
    return format('Step %s of the job was "%s" before and is "%s" now. The order of steps cannot change.', p_position,
      v_other.name, p_name);
  end if;
  if (select sum(s.bytes) from nightshift.task_steps s where s.task_id = p_task_id)
    > c_most_bytes_of_a_job - pg_column_size(p_result)
  then
    return format('The steps of the job would keep more than 8 MB with step "%s".', p_name);
  end if;
  return null;
end
$$;
comment on function nightshift.find_step_problem(uuid, text, integer, jsonb) is
'Why a step cannot be kept, as a sentence; null when it can.';
revoke all on function nightshift.find_step_problem(uuid, text, integer, jsonb) from public;

create or replace function public.save_step(p_run_id uuid, p_run_token uuid, p_task_id uuid, p_step jsonb)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_name constant text := coalesce(p_step ->> 'name', '');
  v_position constant integer := (p_step ->> 'position')::integer;
  v_result constant jsonb := coalesce(p_step -> 'result', 'null');
  v_problem text;
begin
  perform nightshift.require_service();
  -- The lock holds off whoever claims the job next, so that the next attempt reads this step.
  perform
  from nightshift.jobs j
  join nightshift.run_leases l on l.run_id = j.run_id
  where j.task_id = p_task_id and j.run_id = p_run_id and l.token = p_run_token
  for share of j;
  if not found then
    return jsonb_build_object('outcome', 'lost');
  end if;
  -- The same request again, because its answer did not arrive.
  if exists (
    select
    from nightshift.task_steps s
    where s.task_id = p_task_id and s.name = v_name and s.position = v_position and s.result = v_result)
  then
    return jsonb_build_object('outcome', 'saved');
  end if;
  v_problem := nightshift.find_step_problem(p_task_id, v_name, v_position, v_result);
  if v_problem is not null then
    return jsonb_build_object('outcome', 'rejected', 'message', v_problem);
  end if;
  insert into nightshift.task_steps (task_id, name, position, result, bytes)
  values (p_task_id, v_name, v_position, v_result, pg_column_size(v_result));
  return jsonb_build_object('outcome', 'saved');
end
$$;
comment on function public.save_step(uuid, uuid, uuid, jsonb) is
'Keeps a finished step of a job: {name, position, result}. Outcomes: saved, also for the same request again; lost, '
'when the run does not hold the job any more; rejected with message, for a repeated name, a changed order or a result '
'that cannot be stored.';
revoke all on function public.save_step(uuid, uuid, uuid, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.save_step(uuid, uuid, uuid, jsonb) to service_role;
