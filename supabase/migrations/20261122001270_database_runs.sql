-- Database runs: runs of schedules whose target is "database", so no request is sent for them.
--
-- A tick makes the dispatch and the pending system row as always, and puts the run on the list below. The database
-- worker (migration work) takes it from there. Runs of the worker have the same leases, retries, timeline and alerts
-- as all others.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.database_types (
  task_type text primary key,
  payload jsonb not null default '{}',
  constraint task_type_is_known check (task_type = any (nightshift.task_types())),
  constraint payload_names_types check (
    jsonb_typeof(payload) = 'object'
    and not jsonb_path_exists(payload, '$.* ? (!(@ == "boolean" || @ == "integer" || @ == "text" || @ == "uuid"
      || @ == "date"))'))
);
alter table nightshift.database_types enable row level security;
revoke all on nightshift.database_types from public, anon, authenticated, service_role;
comment on table nightshift.database_types is
'Task types that the database does itself. The worker calls nightshift.<task_type>_chunk and '
'nightshift.<task_type>_due of these types, and no other function.';
comment on column nightshift.database_types.task_type is 'the task type';
comment on column nightshift.database_types.payload is
'the fields that a payload of it may have, each with its type: boolean, integer, text, uuid or date';

create table if not exists nightshift.database_runs (
  run_id uuid primary key,
  task_type text not null,
  token uuid,
  held_by uuid,
  served_at timestamptz,
  apart uuid[] not null default '{}',
  raised integer not null default 0,
  is_done boolean not null default false,
  output jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint output_is_an_object check (jsonb_typeof(output) = 'object')
);
alter table nightshift.database_runs enable row level security;
revoke all on nightshift.database_runs from public, anon, authenticated, service_role;
comment on table nightshift.database_runs is
'Runs that wait for the database worker or are under way in it. The row is deleted when the run ends.';
comment on column nightshift.database_runs.run_id is 'the run: id of its system row';
comment on column nightshift.database_runs.task_type is 'its task type';
comment on column nightshift.database_runs.token is 'its lease, see run_leases; null before the first';
comment on column nightshift.database_runs.held_by is
'the call of work() that works on it. Null: none does, so the next one may';
comment on column nightshift.database_runs.served_at is 'when it last had its turn; null: never, so it is next';
comment on column nightshift.database_runs.apart is
'workspaces that are done one at a time, because a chunk of all of them raised an error';
comment on column nightshift.database_runs.raised is 'how often a chunk of all workspaces raised an error';
comment on column nightshift.database_runs.is_done is 'whether only its rows in the log are left to be ended';
comment on column nightshift.database_runs.output is 'what its chunks want to be in the output of the system row';
comment on column nightshift.database_runs.created_at is 'when it was dispatched';

create table if not exists nightshift.run_failures (
  run_id uuid not null,
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  error text not null,
  failed_at timestamptz not null,
  constraint a_workspace_fails_once_a_run primary key (run_id, workspace_id)
);
create index if not exists run_failures_workspace_idx on nightshift.run_failures (workspace_id);
alter table nightshift.run_failures enable row level security;
revoke all on nightshift.run_failures from public, anon, authenticated, service_role;
comment on table nightshift.run_failures is
'Workspaces whose chunk raised an error in a run of the database worker. The run leaves them out from then on.';
comment on column nightshift.run_failures.run_id is 'the run: id of its system row';
comment on column nightshift.run_failures.workspace_id is 'the workspace';
comment on column nightshift.run_failures.error is 'the error, for the operator';
comment on column nightshift.run_failures.failed_at is 'when it was raised';

create or replace function nightshift.run_payload(p_run_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select t.input_data - array['schedule', 'slot']
  from public.autonomous_tasks t
  where t.id = p_run_id and t.workspace_id is null
$$;
comment on function nightshift.run_payload(uuid) is
'The payload of a run: that of its schedule. Null when there is no such run.';
revoke all on function nightshift.run_payload(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.check_payload(p_task_type text, p_payload jsonb) returns void
language plpgsql stable set search_path = ''
as $$
declare
  v_fields constant jsonb := (select d.payload from nightshift.database_types d where d.task_type = p_task_type);
  v_field record;
begin
  for v_field in
    select f.*, case f.type
      when 'boolean' then f.json_type = 'boolean'
      when 'integer' then f.json_type = 'number' and f.text ~ '^-?[0-9]{1,9}$'
      when 'uuid' then f.json_type = 'string' and f.text ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
      when 'date' then f.json_type = 'string' and f.text ~ '^20[0-9]{2}-[0-9]{2}-[0-9]{2}$'
        and nightshift.read_time(f.text) is not null
      else f.json_type = 'string'
    end as is_valid
    from (
      select left(p.key, 100) as name, v_fields ->> p.key as type, jsonb_typeof(p.value) as json_type,
        p.value #>> '{}' as text
      from jsonb_each(coalesce(p_payload, '{}')) p
    ) f
    where f.json_type <> 'null'
    order by f.name
  loop
    if v_field.type is null then
      raise exception 'payload_invalid: /%: % takes no such field.', v_field.name, p_task_type using errcode = 'PT422';
    elsif not v_field.is_valid then
      raise exception 'payload_invalid: /%: this is not %.', v_field.name,
        case v_field.type when 'integer' then 'a whole number of at most 9 digits' when 'uuid' then 'a UUID'
          when 'date' then 'a date such as 2026-03-01' when 'boolean' then 'true or false' else 'a text' end
        using errcode = 'PT422';
    end if;
  end loop;
end
$$;
comment on function nightshift.check_payload(text, jsonb) is
'Checks a payload by the fields of its type in database_types. A null counts as left out. Error: PT422 '
'payload_invalid, with a JSON pointer.';
revoke all on function nightshift.check_payload(text, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.queue_database_run(p_dispatch_id uuid, p_task_id uuid, p_now timestamptz)
  returns void
language plpgsql set search_path = ''
as $$
declare
  -- How long the worker may take to come. After that the dispatch counts as lost, and is made again.
  c_longest_wait_ms constant integer := 600000;
begin
  insert into nightshift.database_runs as r (run_id, task_type, created_at)
  select t.id, t.task_type, p_now
  from public.autonomous_tasks t
  where t.id = p_task_id
  on conflict (run_id) do update set held_by = null;
  update public.task_dispatches d set timeout_ms = c_longest_wait_ms where d.id = p_dispatch_id;
end
$$;
comment on function nightshift.queue_database_run(uuid, uuid, timestamptz) is
'Part of send_dispatch: puts the run of a dispatch on the list of the database worker, also when it is tried again.';
revoke all on function nightshift.queue_database_run(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.end_database_workspaces(p_run_id uuid, p_limit integer, p_now timestamptz)
  returns integer
language plpgsql set search_path = ''
as $$
declare
  v_workspace_ids uuid[];
begin
  -- Whoever deletes a workspace meanwhile is not waited for: its rows go with it.
  select coalesce(array_agg(k.id), '{}') into v_workspace_ids
  from (
    select w.id
    from public.workspaces w
    where w.id = any (array(
      select r.workspace_id from nightshift.run_workspaces r where r.run_id = p_run_id and r.status = 'running'
        order by r.workspace_id limit p_limit))
    order by w.id
    for key share skip locked
  ) k;
  update nightshift.run_workspaces r
  set status = 'completed', ended_at = greatest(p_now, r.started_at), needs_copy = true
  where r.run_id = p_run_id and r.status = 'running' and r.workspace_id = any (v_workspace_ids);
  begin
    perform nightshift.copy_task_rows(p_run_id, v_workspace_ids);
  exception when others then
    raise debug 'Task rows of run % wait for reconcile: % (%)', p_run_id, sqlerrm, sqlstate;
  end;
  return cardinality(v_workspace_ids);
end
$$;
comment on function nightshift.end_database_workspaces(uuid, integer, timestamptz) is
'Ends up to p_limit workspaces of a run that went well, with their task rows. Returns how many.';
revoke all on function nightshift.end_database_workspaces(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.report_database_run(p_run_id uuid, p_now timestamptz) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce((select r.output from nightshift.database_runs r where r.run_id = p_run_id), '{}')
    || jsonb_build_object(
      'workspaces_processed', (
        select count(*) from nightshift.run_workspaces w where w.run_id = p_run_id and w.status <> 'failed'),
      'workspaces_failed', (select count(*) from nightshift.run_failures f where f.run_id = p_run_id),
      'counts', coalesce((
        select jsonb_object_agg(s.name, s.total)
        from (
          select c.key as name, sum(c.value::numeric) as total
          from nightshift.run_workspaces w
          cross join lateral jsonb_each_text(w.counts) c
          where w.run_id = p_run_id
          group by c.key
        ) s), '{}'),
      'timestamp', to_char(p_now at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
$$;
comment on function nightshift.report_database_run(uuid, timestamptz) is
'The output of a run of the database worker: {workspaces_processed, workspaces_failed, counts: {name: total}, '
'timestamp} and what its chunks added.';
revoke all on function nightshift.report_database_run(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.finish_database_run(p_run_id uuid, p_error text, p_now timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  v_report constant jsonb := nightshift.report_database_run(p_run_id, p_now);
  v_failed constant integer := (v_report ->> 'workspaces_failed')::integer;
  v_went_well constant integer := (v_report ->> 'workspaces_processed')::integer;
begin
  perform nightshift.finish_task(p_run_id, v_report || jsonb_build_object('success', p_error is null and v_failed = 0),
    coalesce(p_error, case when v_failed > 0 then (
      select format('%s of %s workspaces failed. The latest, %s, with: %s', v_failed, v_failed + v_went_well,
        f.workspace_id, f.error)
      from nightshift.run_failures f
      where f.run_id = p_run_id
      order by f.failed_at desc
      limit 1) end),
    0, p_now, p_is_partial => v_went_well > 0);
  delete from nightshift.run_failures f where f.run_id = p_run_id;
  delete from nightshift.database_runs r where r.run_id = p_run_id;
  perform nightshift.copy_run(p_run_id);
end
$$;
comment on function nightshift.finish_database_run(uuid, text, timestamptz) is
'Ends a run of the database worker: completed, failed, or partial_failure when some workspaces went well. p_error: why '
'the run itself broke off. Its workspaces that are still marked as running are ended by the next reconcile.';
revoke all on function nightshift.finish_database_run(uuid, text, timestamptz)
  from public, anon, authenticated, service_role;
