-- Stand-in for the extension pg_cron 1.6: tables, row level security, functions and grants as on
-- the hosted platform. Runs as a superuser, only where the extension is absent. A worker outside
-- the database (cron_worker.ts) runs what is due. Five-field schedules only.

create schema cron;
comment on schema cron is 'Local stand-in for pg_cron.';

create sequence cron.jobid_seq;
create table cron.job (
  jobid bigint primary key default nextval('cron.jobid_seq'),
  schedule text not null,
  command text not null,
  nodename text not null default 'localhost',
  nodeport int not null default coalesce(inet_server_port(), 5432),
  database text not null default current_database(),
  username text not null default current_user,
  active boolean not null default true,
  jobname text,
  constraint jobname_username_uniq unique (jobname, username)
);
comment on table cron.job is 'Scheduled commands.';
alter table cron.job enable row level security;
create policy cron_job_policy on cron.job using (username = current_user);

create sequence cron.runid_seq;
create table cron.job_run_details (
  jobid bigint,
  runid bigint primary key default nextval('cron.runid_seq'),
  job_pid integer,
  database text,
  username text,
  command text,
  status text,
  return_message text,
  start_time timestamptz,
  end_time timestamptz
);
comment on table cron.job_run_details is 'Runs of scheduled commands, never pruned by itself.';
alter table cron.job_run_details enable row level security;
create policy cron_job_run_details_policy on cron.job_run_details using (username = current_user);

create function cron._check_schedule(schedule text) returns void
language plpgsql immutable
set search_path = ''
as $$
begin
  if schedule !~ '^\s*([0-9a-zA-Z*,/-]+\s+){4}[0-9a-zA-Z*,/-]+\s*$' then
    raise exception 'invalid schedule: %', schedule
      using hint = 'Use cron format with five fields, e.g. 5 4 * * *.';
  end if;
end
$$;
comment on function cron._check_schedule(text) is 'Raises unless the schedule has five fields.';

-- Writes to cron.job need rights that callers lack; the caller's name is passed, since inside a
-- definer function current_user is the owner. A role can only name roles it is a member of.
create function cron._save_job(
  p_caller name,
  p_job_name text,
  p_schedule text,
  p_command text,
  p_database text,
  p_username text,
  p_active boolean
) returns bigint
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  v_id bigint;
  v_username text := coalesce(p_username, p_caller);
begin
  -- As in pg_cron, a job is its caller's, also within a function that runs with its owner's rights.
  if v_username <> p_caller and not pg_has_role(session_user, v_username, 'member') then
    raise exception 'must be a member of role "%" to schedule a job for it', v_username;
  end if;
  perform cron._check_schedule(p_schedule);
  insert into cron.job (schedule, command, database, username, active, jobname)
  values (
    p_schedule, p_command, coalesce(p_database, current_database()), v_username, p_active,
    p_job_name
  )
  on conflict on constraint jobname_username_uniq do update
    set
      schedule = excluded.schedule,
      command = excluded.command,
      database = excluded.database,
      active = excluded.active
  returning jobid into v_id;
  return v_id;
end
$$;
comment on function cron._save_job(name, text, text, text, text, text, boolean)
  is 'Inserts a job, or updates the one with the same name and user.';

create function cron._delete_job(p_caller name, p_job_id bigint) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  delete from cron.job where jobid = p_job_id and username = p_caller;
  return found;
end
$$;
comment on function cron._delete_job(name, bigint) is 'Deletes a job of the caller.';

create function cron._alter_job(
  p_caller name,
  p_job_id bigint,
  p_schedule text,
  p_command text,
  p_database text,
  p_username text,
  p_active boolean
) returns void
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  if p_username is not null and not pg_has_role(session_user, p_username, 'member') then
    raise exception 'must be a member of role "%" to give it a job', p_username;
  end if;
  if p_schedule is not null then
    perform cron._check_schedule(p_schedule);
  end if;
  update cron.job
  set
    schedule = coalesce(p_schedule, schedule),
    command = coalesce(p_command, command),
    database = coalesce(p_database, database),
    username = coalesce(p_username, username),
    active = coalesce(p_active, active)
  where jobid = p_job_id and username = p_caller and pg_has_role(session_user, p_caller, 'member');
  if not found then
    raise exception 'Job % does not exist or you don''t own it', p_job_id;
  end if;
end
$$;
comment on function cron._alter_job(name, bigint, text, text, text, text, boolean)
  is 'Changes the given parts of a job of the caller.';

create function cron.schedule(schedule text, command text) returns bigint
language sql volatile strict
set search_path = ''
as $$ select cron._save_job(current_user, null, schedule, command, null, null, true) $$;
comment on function cron.schedule(text, text) is 'schedule a pg_cron job';

create function cron.schedule(job_name text, schedule text, command text) returns bigint
language sql volatile
set search_path = ''
as $$ select cron._save_job(current_user, job_name, schedule, command, null, null, true) $$;
comment on function cron.schedule(text, text, text) is 'schedule a pg_cron job';

create function cron.schedule_in_database(
  job_name text,
  schedule text,
  command text,
  database text,
  username text default null,
  active boolean default true
) returns bigint
language sql volatile
set search_path = ''
as $$
  select cron._save_job(current_user, job_name, schedule, command, database, username, active)
$$;
comment on function cron.schedule_in_database(text, text, text, text, text, boolean)
  is 'schedule a pg_cron job';

create function cron.unschedule(job_id bigint) returns boolean
language plpgsql volatile strict
set search_path = ''
as $$
begin
  if not cron._delete_job(current_user, job_id) then
    raise exception 'could not find valid entry for job ''%''', job_id;
  end if;
  return true;
end
$$;
comment on function cron.unschedule(bigint) is 'unschedule a pg_cron job';

create function cron.unschedule(job_name text) returns boolean
language plpgsql volatile strict
set search_path = ''
as $$
declare
  v_id bigint := (select jobid from cron.job where jobname = job_name and username = current_user);
begin
  if v_id is null or not cron._delete_job(current_user, v_id) then
    raise exception 'could not find valid entry for job ''%''', job_name;
  end if;
  return true;
end
$$;
comment on function cron.unschedule(text) is 'unschedule a pg_cron job';

create function cron.alter_job(
  job_id bigint,
  schedule text default null,
  command text default null,
  database text default null,
  username text default null,
  active boolean default null
) returns void
language sql volatile
set search_path = ''
as $$
  select cron._alter_job(current_user, job_id, schedule, command, database, username, active)
$$;
comment on function cron.alter_job(bigint, text, text, text, text, boolean)
  is 'Alter the job identified by job_id. Any option left as NULL will not be modified.';

revoke all on all functions in schema cron from public;
grant select on cron.job to public;
grant select, delete on cron.job_run_details to public;
grant select on sequence cron.jobid_seq, cron.runid_seq to public;
grant usage on schema cron to postgres with grant option;
grant execute on all functions in schema cron to postgres with grant option;
grant all on all tables in schema cron to postgres with grant option;
revoke all on table cron.job from postgres;
grant select on table cron.job to postgres with grant option;
revoke trigger on cron.job_run_details from postgres;
