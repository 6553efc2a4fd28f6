-- Task lines: what a task said while it ran, for whoever sees the task.
--
-- Lines go with their workspace and do not reference the log, so that writing one waits for nobody.
-- Locks: none on existing tables. Time: milliseconds.

create table if not exists nightshift.task_lines (
  task_id uuid not null,
  seq bigint not null generated always as identity,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  at timestamptz not null,
  message text not null,
  fields jsonb,
  left_out bigint not null default 0,
  bytes integer not null,
  constraint one_line_for_each_number primary key (task_id, seq),
  constraint line_has_1_to_2000_characters check (length(message) between 1 and 2000),
  constraint line_is_of_this_century check (at >= '2000-01-01Z' and at < '2100-01-01Z'),
  constraint fields_are_an_object_of_at_most_8_kb check (
    jsonb_typeof(fields) = 'object' and pg_column_size(fields) <= 8192 and nightshift.is_bounded_document(fields)),
  constraint left_out_is_not_negative check (left_out >= 0)
);
create index if not exists task_lines_workspace_idx on nightshift.task_lines (workspace_id);
alter table nightshift.task_lines enable row level security;
revoke all on nightshift.task_lines from public, anon, authenticated, service_role;

comment on table nightshift.task_lines is 'What tasks said while they ran: at most 200 lines and 64 kB for each.';
comment on column nightshift.task_lines.task_id is 'the task';
comment on column nightshift.task_lines.seq is 'order of the lines of a task';
comment on column nightshift.task_lines.workspace_id is 'workspace of the task; null for a system row';
comment on column nightshift.task_lines.at is 'when it was said';
comment on column nightshift.task_lines.message is 'what was said';
comment on column nightshift.task_lines.fields is 'values beside it, an object';
comment on column nightshift.task_lines.left_out is
'how many lines this one stands for, because they did not fit; else 0';
comment on column nightshift.task_lines.bytes is 'size of message and fields';

create or replace function nightshift.cut_lines(p_task_ids uuid[]) returns void
language sql set search_path = ''
as $$
  with sized as (
    -- Counted from both ends. Nothing behind the line that stands for others belongs to the beginning.
    select l.task_id, l.seq, l.left_out,
      count(*) over task as lines, sum(l.bytes) over task as bytes,
      row_number() over beginning as nth, sum(l.bytes) over beginning as bytes_to_here,
      sum(l.left_out) over beginning as left_out_to_here,
      row_number() over ending as nth_last, sum(l.bytes) over ending as bytes_from_here
    from nightshift.task_lines l
    where l.task_id = any (p_task_ids)
    window task as (partition by l.task_id),
      beginning as (partition by l.task_id order by l.seq),
      ending as (partition by l.task_id order by l.seq desc)
  ), middle as (
    -- What is between the first 50 lines and the last 120, of tasks that said too much.
    select s.task_id, s.seq, max(s.seq) over task as last_seq,
      sum(greatest(s.left_out, 1)) over task as left_out
    from sized s
    where (s.lines > 200 or s.bytes > 65536)
      and not (s.nth <= 50 and s.bytes_to_here <= 16384 and s.left_out_to_here = 0)
      and not (s.nth_last <= 120 and s.bytes_from_here <= 40960)
    window task as (partition by s.task_id)
  ), dropped as (
    delete from nightshift.task_lines l
    using middle m
    where l.task_id = m.task_id and l.seq = m.seq and m.seq < m.last_seq
  )
  update nightshift.task_lines l
  set left_out = m.left_out, fields = null, message = said.message, bytes = octet_length(said.message)
  from middle m
  cross join lateral (select format('%s lines were left out here.', m.left_out) as message) as said
  where l.task_id = m.task_id and l.seq = m.seq and m.seq = m.last_seq
$$;
comment on function nightshift.cut_lines(uuid[]) is
'Leaves out the oldest lines of the middle of tasks that have more than 200 lines or 64 kB; one line says how many.';
revoke all on function nightshift.cut_lines(uuid[]) from public;

create or replace function nightshift.store_lines(p_lines jsonb, p_now timestamptz default clock_timestamp())
  returns void
language plpgsql set search_path = ''
as $$
begin
  insert into nightshift.task_lines (task_id, workspace_id, at, message, fields, bytes)
  select l.task_id, l.workspace_id, coalesce(l.at, p_now), said.message, said.fields,
    octet_length(said.message) + coalesce(pg_column_size(said.fields), 0)
  from rows from (jsonb_to_recordset(p_lines) as (
    task_id uuid, workspace_id uuid, at timestamptz, message text, fields jsonb)) with ordinality as l (
      task_id, workspace_id, at, message, fields, nth)
  cross join lateral (
    select left(coalesce(nullif(l.message, ''), '(empty)'), 2000) as message,
      case
        when (jsonb_typeof(l.fields) = 'object') is not true then null
        when pg_column_size(l.fields) <= 8192 and nightshift.is_bounded_document(l.fields) then l.fields
        else jsonb_build_object('left_out', format('fields of %s bytes', pg_column_size(l.fields)))
      end as fields
  ) as said
  where l.task_id is not null
  order by l.nth;
  perform nightshift.cut_lines(array(
    select distinct (l.value ->> 'task_id')::uuid from jsonb_array_elements(p_lines) l where l.value ? 'task_id'));
end
$$;
comment on function nightshift.store_lines(jsonb, timestamptz) is
'Adds lines to tasks, in their order: an array of {task_id, workspace_id, at, message, fields}. A message is cut at '
'2,000 characters; fields of more than 8 kB are left out.';
revoke all on function nightshift.store_lines(jsonb, timestamptz) from public;

create or replace function public.log_lines(p_run_id uuid, p_run_token uuid, p_lines jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_workspace_ids uuid[];
  v_held uuid[];
begin
  perform nightshift.require_service();
  if not exists (select from nightshift.run_leases l where l.run_id = p_run_id and l.token = p_run_token) then
    return jsonb_build_object('outcome', 'lost');
  end if;
  v_workspace_ids := array(
    select distinct j.workspace_id
    from jsonb_array_elements(p_lines) l
    join nightshift.jobs j on j.task_id = (l.value ->> 'task_id')::uuid
    where j.run_id = p_run_id and j.workspace_id is not null);
  -- The lines of a workspace that is being deleted go with it, and nobody waits for that.
  v_held := array(
    select w.id from public.workspaces w where w.id = any (v_workspace_ids) order by w.id for key share skip locked);
  perform nightshift.store_lines((
    select coalesce(jsonb_agg(l.value || jsonb_build_object('workspace_id', j.workspace_id) order by l.nth), '[]')
    from jsonb_array_elements(p_lines) with ordinality as l (value, nth)
    join nightshift.jobs j on j.task_id = (l.value ->> 'task_id')::uuid
    where j.run_id = p_run_id and (j.workspace_id is null or j.workspace_id = any (v_held))));
  return jsonb_build_object('outcome', 'saved');
end
$$;
comment on function public.log_lines(uuid, uuid, jsonb) is
'Keeps log lines of the jobs that a run holds: an array of {task_id, at, message, fields}. Lines of other tasks are '
'dropped. Outcomes: saved; lost, when the run has ended or was taken over.';
revoke all on function public.log_lines(uuid, uuid, jsonb)
from public, anon, authenticated, service_role;
grant execute on function public.log_lines(uuid, uuid, jsonb) to service_role;

create or replace function nightshift.prune_lines(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_looked_at constant integer := 2000;
  -- Each call looks at a part of the lines, beginning anywhere. Half of the time it begins at a time, because most ids
  -- of tasks begin with one.
  v_start constant uuid := case when random() < 0.5 then gen_random_uuid() else rpad(lpad(to_hex((
    extract(epoch from p_now - random() * interval '1 year') * 1000)::bigint), 12, '0'), 32, '0')::uuid end;
  v_pruned integer;
begin
  -- The log keeps no reference, so whoever deletes tasks leaves their lines.
  with looked_at as (
    (select l.task_id, l.seq, l.at from nightshift.task_lines l where l.task_id >= v_start
     order by l.task_id, l.seq limit c_looked_at)
    union all
    (select l.task_id, l.seq, l.at from nightshift.task_lines l where l.task_id < v_start
     order by l.task_id, l.seq limit c_looked_at)
  ), orphans as (
    select l.task_id, l.seq
    from looked_at s
    join nightshift.task_lines l on l.task_id = s.task_id and l.seq = s.seq
    where s.at < p_now - interval '1 day'
      and not exists (select from public.autonomous_tasks t where t.id = s.task_id)
    for update of l skip locked
  )
  delete from nightshift.task_lines l using orphans o where l.task_id = o.task_id and l.seq = o.seq;
  get diagnostics v_pruned = row_count;
  return v_pruned;
end
$$;
comment on function nightshift.prune_lines(timestamptz) is
'Part of wake_agents: deletes lines of tasks that are gone, among up to 4,000 lines. Returns how many.';
revoke all on function nightshift.prune_lines(timestamptz) from public;
