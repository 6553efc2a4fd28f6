-- Task hours: how many tasks started in each hour, how long they took and what they cost, for each workspace.
--
-- Each statement that changes the log appends what it changed, so nobody waits for a row of sums. Reconcile folds
-- these changes into the sums. Readers add both, so the sums are exact at every commit. The same changes say which days
-- have to be counted again, so a statement leaves one note and not two.
-- Locks: public.autonomous_tasks for milliseconds; writers wait half a second at most.

select nightshift.lock_briefly('public.autonomous_tasks', 'share row exclusive');

create or replace function nightshift.duration_bounds() returns integer[]
language sql immutable parallel safe set search_path = ''
as $$
  select array_agg(b.bound order by b.bound)
  from (
    select distinct least(round(power(2::double precision, k.step / 2.0)), 2147483647)::integer as bound
    from generate_series(0, 62) as k (step)
  ) b
$$;
comment on function nightshift.duration_bounds() is
'Lower bounds of the classes of duration in milliseconds: half powers of two, so a class knows a duration to a fifth.';
revoke all on function nightshift.duration_bounds() from public, anon, authenticated, service_role;

create or replace function nightshift.class_duration(p_class integer) returns integer
language sql immutable parallel safe set search_path = ''
as $$
  select case when p_class = 0 then 0 else round(sqrt(b.bounds[p_class]::numeric
    * least(coalesce(b.bounds[p_class + 1], b.bounds[p_class]), 2147483647)))::integer end
  from (select nightshift.duration_bounds() as bounds) b
$$;
comment on function nightshift.class_duration(integer) is
'The duration in milliseconds that a class of duration stands for: the middle of its bounds.';
revoke all on function nightshift.class_duration(integer) from public, anon, authenticated, service_role;

create table if not exists nightshift.task_hours (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  hour timestamptz not null,
  task_type text not null,
  status text not null,
  duration_class smallint not null,
  tasks bigint not null,
  duration_ms bigint not null,
  cost_usd numeric not null,
  constraint one_sum_for_each_hour primary key (workspace_id, hour, task_type, status, duration_class)
);
alter table nightshift.task_hours enable row level security;
revoke all on nightshift.task_hours from public, anon, authenticated, service_role;
comment on table nightshift.task_hours is
'Tasks of workspaces by the hour in which they started. Only reconcile writes it. Add task_hour_changes.';
comment on column nightshift.task_hours.workspace_id is 'the workspace';
comment on column nightshift.task_hours.hour is 'start of the hour, UTC';
comment on column nightshift.task_hours.task_type is 'type of the tasks';
comment on column nightshift.task_hours.status is 'status of the tasks';
comment on column nightshift.task_hours.duration_class is
'place of their duration among nightshift.duration_bounds(), 0 below the first; -1: they have not ended';
comment on column nightshift.task_hours.tasks is 'how many tasks';
comment on column nightshift.task_hours.duration_ms is 'milliseconds that they took in all';
comment on column nightshift.task_hours.cost_usd is 'US dollars that they cost in all';

-- The same by day, so that a long range reads few rows.
create table if not exists nightshift.task_days (
  workspace_id uuid not null references public.workspaces (id) on delete cascade,
  day timestamptz not null,
  task_type text not null,
  status text not null,
  duration_class smallint not null,
  tasks bigint not null,
  duration_ms bigint not null,
  cost_usd numeric not null,
  constraint one_sum_for_each_day_of_tasks primary key (workspace_id, day, task_type, status, duration_class)
);
alter table nightshift.task_days enable row level security;
revoke all on nightshift.task_days from public, anon, authenticated, service_role;
comment on table nightshift.task_days is
'Tasks of workspaces by the day in which they started. Only reconcile writes it. Add task_hour_changes.';
comment on column nightshift.task_days.workspace_id is 'the workspace';
comment on column nightshift.task_days.day is 'start of the day, UTC';
comment on column nightshift.task_days.task_type is 'as in task_hours';
comment on column nightshift.task_days.status is 'as in task_hours';
comment on column nightshift.task_days.duration_class is 'as in task_hours';
comment on column nightshift.task_days.tasks is 'how many tasks';
comment on column nightshift.task_days.duration_ms is 'milliseconds that they took in all';
comment on column nightshift.task_days.cost_usd is 'US dollars that they cost in all';

-- Without a foreign key: its check would let whoever changes a task wait for the deletion of the workspace. Without an
-- index, which each task would pay for. Reads look at all rows, which are those of about a minute.
create table if not exists nightshift.task_hour_changes (
  workspace_id uuid not null,
  at timestamptz not null,
  duration_class smallint not null,
  marks_day boolean not null,
  tasks bigint not null,
  duration_ms bigint not null,
  task_type text not null,
  status text not null,
  cost_usd numeric not null
);
alter table nightshift.task_hour_changes replica identity full;
alter table nightshift.task_hour_changes enable row level security;
revoke all on nightshift.task_hour_changes from public, anon, authenticated, service_role;
comment on table nightshift.task_hour_changes is
'What changes of the log add to task_hours, or take from them. Rows are inserted, and deleted when they are folded in.';
comment on column nightshift.task_hour_changes.workspace_id is 'the workspace';
comment on column nightshift.task_hour_changes.at is
'when the task started; of several tasks, the start of their 15 minutes or of their hour';
comment on column nightshift.task_hour_changes.duration_class is 'as in task_hours';
comment on column nightshift.task_hour_changes.marks_day is
'whether its day has to be counted again; false where a deletion marked that day itself';
comment on column nightshift.task_hour_changes.tasks is 'tasks to add';
comment on column nightshift.task_hour_changes.duration_ms is 'milliseconds to add';
comment on column nightshift.task_hour_changes.task_type is 'as in task_hours';
comment on column nightshift.task_hour_changes.status is 'as in task_hours';
comment on column nightshift.task_hour_changes.cost_usd is 'US dollars to add';

create or replace view nightshift.task_hours_now with (security_invoker = true) as
select h.workspace_id, h.hour, h.task_type, h.status, h.duration_class, h.tasks, h.duration_ms, h.cost_usd
from nightshift.task_hours h
union all
select c.workspace_id, date_bin('1 hour', c.at, '2000-01-01Z'), c.task_type, c.status, c.duration_class, c.tasks,
  c.duration_ms, c.cost_usd
from nightshift.task_hour_changes c;
revoke all on nightshift.task_hours_now from public, anon, authenticated, service_role;
comment on view nightshift.task_hours_now is
'The sums of task_hours and what has changed since: add up the rows of an hour.';
comment on column nightshift.task_hours_now.workspace_id is 'the workspace';
comment on column nightshift.task_hours_now.hour is 'as in task_hours';
comment on column nightshift.task_hours_now.task_type is 'as in task_hours';
comment on column nightshift.task_hours_now.status is 'as in task_hours';
comment on column nightshift.task_hours_now.duration_class is 'as in task_hours';
comment on column nightshift.task_hours_now.tasks is 'tasks, below zero where some are gone';
comment on column nightshift.task_hours_now.duration_ms is 'milliseconds';
comment on column nightshift.task_hours_now.cost_usd is 'US dollars';

create or replace view nightshift.task_days_now with (security_invoker = true) as
select d.workspace_id, d.day, d.task_type, d.status, d.duration_class, d.tasks, d.duration_ms, d.cost_usd
from nightshift.task_days d
union all
-- A part of a day is a row of that day.
select c.workspace_id, c.at, c.task_type, c.status, c.duration_class, c.tasks, c.duration_ms, c.cost_usd
from nightshift.task_hour_changes c;
revoke all on nightshift.task_days_now from public, anon, authenticated, service_role;
comment on view nightshift.task_days_now is
'The sums of task_days and what has changed since: add up the rows of a day. A range begins and ends with a day.';
comment on column nightshift.task_days_now.workspace_id is 'the workspace';
comment on column nightshift.task_days_now.day is 'start of the day or, of a change, a time of it, UTC';
comment on column nightshift.task_days_now.task_type is 'as in task_hours';
comment on column nightshift.task_days_now.status is 'as in task_hours';
comment on column nightshift.task_days_now.duration_class is 'as in task_hours';
comment on column nightshift.task_days_now.tasks is 'tasks, below zero where some are gone';
comment on column nightshift.task_days_now.duration_ms is 'milliseconds';
comment on column nightshift.task_days_now.cost_usd is 'US dollars';

create or replace function nightshift.sum_changes_of(p_xmin xid) returns void
language sql set search_path = ''
as $$
  with taken as (
    delete from nightshift.task_hour_changes c where c.xmin = p_xmin returning c.*
  )
  insert into nightshift.task_hour_changes
    (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
  select t.workspace_id, date_bin('15 minutes', t.at, '2000-01-01Z'), t.task_type, t.status, t.duration_class,
    t.marks_day, sum(t.tasks), sum(t.duration_ms), sum(t.cost_usd)
  from taken t
  group by 1, 2, 3, 4, 5, 6
  having sum(t.tasks) <> 0 or sum(t.duration_ms) <> 0 or sum(t.cost_usd) <> 0
$$;
comment on function nightshift.sum_changes_of(xid) is
'Sums up the changes that a transaction or savepoint has appended, called by itself, so that an import leaves few.';
revoke all on function nightshift.sum_changes_of(xid) from public, anon, authenticated, service_role;

-- A function for each event, as PL/pgSQL prepares each condition anew in every transaction.
create or replace function nightshift.note_hours_of_new() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_noted bigint;
  v_xmin xid;
begin
  -- A row for each task: summing up one task costs more than its row.
  insert into nightshift.task_hour_changes
    (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
  select n.workspace_id, n.executed_at, n.task_type, n.status,
    coalesce(width_bucket(n.duration_ms, nightshift.duration_bounds()), -1), true, 1, coalesce(n.duration_ms, 0),
    coalesce(n.cost_estimate_usd, 0)
  from new_rows n
  where n.workspace_id is not null;
  get diagnostics v_noted = row_count;
  if v_noted > 1000 then
    -- A row of nothing tells which rows are our own: a savepoint has an id that no function returns.
    insert into nightshift.task_hour_changes as c
      (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
    select n.workspace_id, n.executed_at, n.task_type, n.status, -1, true, 0, 0, 0
    from new_rows n
    where n.workspace_id is not null
    limit 1
    returning c.xmin into v_xmin;
    perform nightshift.sum_changes_of(v_xmin);
  end if;
  return null;
end
$$;
comment on function nightshift.note_hours_of_new() is 'Appends what new tasks add to the hours and days of tasks.';
revoke all on function nightshift.note_hours_of_new() from public;

create or replace function nightshift.note_hours_of_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A step of 15 minutes is of one day in every time zone of this century.
  insert into nightshift.task_hour_changes
    (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
  select c.workspace_id, date_bin('15 minutes', c.executed_at, '2000-01-01Z'), c.task_type, c.status,
    coalesce(width_bucket(c.duration_ms, nightshift.duration_bounds()), -1), true, sum(c.tasks),
    coalesce(sum(c.tasks * c.duration_ms), 0), coalesce(sum(c.tasks * c.cost_estimate_usd), 0)
  from (
    select n.workspace_id, n.executed_at, n.task_type, n.status, n.duration_ms, n.cost_estimate_usd, 1 as tasks
    from new_rows n
    union all
    select o.workspace_id, o.executed_at, o.task_type, o.status, o.duration_ms, o.cost_estimate_usd, -1
    from old_rows o
  ) c
  where c.workspace_id is not null
  group by 1, 2, 3, 4, 5
  having sum(c.tasks) <> 0 or sum(c.tasks * c.duration_ms) <> 0 or sum(c.tasks * c.cost_estimate_usd) <> 0;
  return null;
end
$$;
comment on function nightshift.note_hours_of_changed() is
'Appends what changed tasks add to the hours and days of tasks, and what they take from them.';
revoke all on function nightshift.note_hours_of_changed() from public;

create or replace function nightshift.note_hours_of_old() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into nightshift.task_hour_changes
    (workspace_id, at, task_type, status, duration_class, marks_day, tasks, duration_ms, cost_usd)
  select o.workspace_id, date_bin('1 hour', o.executed_at, '2000-01-01Z'), o.task_type, o.status,
    coalesce(width_bucket(o.duration_ms, nightshift.duration_bounds()), -1), false, -count(*),
    -coalesce(sum(o.duration_ms), 0), -coalesce(sum(o.cost_estimate_usd), 0)
  from old_rows o
  where o.workspace_id is not null
  group by 1, 2, 3, 4, 5;
  return null;
end
$$;
comment on function nightshift.note_hours_of_old() is 'Appends what deleted tasks take from the hours of tasks.';
revoke all on function nightshift.note_hours_of_old() from public;

create or replace trigger note_hours_of_new after insert on public.autonomous_tasks
referencing new table as new_rows for each statement execute function nightshift.note_hours_of_new();
create or replace trigger note_hours_of_changed after update on public.autonomous_tasks
referencing old table as old_rows new table as new_rows for each statement
execute function nightshift.note_hours_of_changed();
-- The sums of a workspace go with it, so what is deleted with the workspace is not counted one by one.
create or replace trigger note_hours_of_old after delete on public.autonomous_tasks
referencing old table as old_rows for each statement when (pg_catalog.pg_trigger_depth() = 0)
execute function nightshift.note_hours_of_old();

-- These changes mark the days too, when they are folded in. Only deletions still mark theirs at once.
drop trigger if exists mark_days_of_new on public.autonomous_tasks;
drop trigger if exists mark_days_of_changed on public.autonomous_tasks;

create or replace function nightshift.forget_task_hours() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'TRUNCATE' then
    -- They cannot be truncated here: with the workspaces they already are, by the same statement.
    delete from nightshift.task_hours h where h.workspace_id is not null;
    delete from nightshift.task_days d where d.workspace_id is not null;
    delete from nightshift.task_hour_changes c where c.workspace_id is not null;
  else
    delete from nightshift.task_hour_changes c where c.workspace_id = old.id;
  end if;
  return null;
end
$$;
comment on function nightshift.forget_task_hours() is
'Deletes the changes of a workspace that is deleted, and all sums when the log is emptied.';
revoke all on function nightshift.forget_task_hours() from public;
create or replace trigger forget_task_hours after delete on public.workspaces
for each row execute function nightshift.forget_task_hours();
create or replace trigger forget_all_task_hours after truncate on public.autonomous_tasks
for each statement execute function nightshift.forget_task_hours();
