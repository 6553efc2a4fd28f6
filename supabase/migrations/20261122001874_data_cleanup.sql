-- Data cleanup: deletes what retention rules say, oldest first, in small statements with a commit after each.
--
-- A run first writes down what it will look at: one row for each rule and workspace. Each chunk deletes up to 1,000
-- rows of one of them, skipping those that somebody holds. Statements that take long get fewer rows. A run that was
-- killed goes on with what is left, and a hold that is set meanwhile stops the next chunk.
-- Locks: rows only. Time: up to 0.1 s a statement.

create table if not exists nightshift.cleanup_work (
  id uuid primary key default nightshift.time_ordered_uuid(),
  run_id uuid not null,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  what text not null,
  task_type text,
  keep_days integer not null,
  cutoff timestamptz not null,
  other_types text[] not null default '{}',
  batch integer not null default 100,
  after_at timestamptz not null default '-infinity',
  after_id uuid not null default '00000000-0000-0000-0000-000000000000',
  rows bigint not null default 0,
  bytes bigint not null default 0,
  oldest_left timestamptz,
  is_held boolean not null default false,
  is_done boolean not null default false,
  served_at timestamptz
);
create index if not exists cleanup_work_open_idx on nightshift.cleanup_work (run_id, served_at nulls first)
  where not is_done;
create index if not exists cleanup_work_run_idx on nightshift.cleanup_work (run_id, id);
create index if not exists cleanup_work_workspace_idx on nightshift.cleanup_work (workspace_id);
alter table nightshift.cleanup_work enable row level security;
revoke all on nightshift.cleanup_work from public, anon, authenticated, service_role;
comment on table nightshift.cleanup_work is
'What a run of data_cleanup looks at: a row for each rule and workspace. The rows of the runs before are deleted by '
'the next run.';
comment on column nightshift.cleanup_work.id is 'time-ordered UUID';
comment on column nightshift.cleanup_work.run_id is 'the run: id of its system row';
comment on column nightshift.cleanup_work.workspace_id is 'the workspace; null: system rows of the log';
comment on column nightshift.cleanup_work.what is 'as in retention_rules';
comment on column nightshift.cleanup_work.task_type is 'tasks: only those of this type; null: of all but other_types';
comment on column nightshift.cleanup_work.keep_days is 'as the rule says';
comment on column nightshift.cleanup_work.cutoff is 'what is older goes';
comment on column nightshift.cleanup_work.other_types is 'task types with a rule of their own';
comment on column nightshift.cleanup_work.batch is 'how many rows the next statement takes, 10 to 1000';
comment on column nightshift.cleanup_work.after_at is 'everything up to this time has been looked at';
comment on column nightshift.cleanup_work.after_id is 'and of this time, everything up to this id';
comment on column nightshift.cleanup_work.rows is 'how many went, or with dry_run would go';
comment on column nightshift.cleanup_work.bytes is 'about how many bytes these had';
comment on column nightshift.cleanup_work.oldest_left is 'the oldest that was left; null: none';
comment on column nightshift.cleanup_work.is_held is 'whether a legal hold kept it';
comment on column nightshift.cleanup_work.is_done is 'whether nothing is left to do';
comment on column nightshift.cleanup_work.served_at is 'when it last had its turn';

create or replace function nightshift.list_rules(p_workspace_id uuid, p_now timestamptz)
returns table (workspace_id uuid, what text, task_type text, keep_days integer, cutoff timestamptz, other_types text[],
  from_at timestamptz)
language sql stable set search_path = ''
as $$
  with lanes as (
    select w.id as workspace_id from public.workspaces w where p_workspace_id is null or w.id = p_workspace_id
    union all
    select null where p_workspace_id is null
  ), candidates as ( -- the own rule before that of the project
    select distinct on (l.workspace_id, r.what, r.task_type) l.workspace_id, r.what, r.task_type, r.keep_days,
      r.workspace_id is not null as is_own
    from public.retention_rules r
    join lanes l on r.workspace_id is null or r.workspace_id = l.workspace_id
    where l.workspace_id is not null or (r.workspace_id is null and r.what = 'tasks')
    order by l.workspace_id, r.what, r.task_type, r.workspace_id is null
  )
  select c.workspace_id, c.what, c.task_type, c.keep_days, p_now - make_interval(days => c.keep_days),
    case when c.what = 'tasks' and c.task_type is null then array(
      select o.task_type from candidates o
      where o.workspace_id is not distinct from c.workspace_id and o.what = 'tasks' and o.task_type is not null
        and (o.is_own or not c.is_own))
    else '{}' end,
    -- What goes as a whole need not lose its HTML before.
    coalesce((
      select p_now - make_interval(days => o.keep_days)
      from candidates o
      where c.what = 'mail_html' and o.what = 'mail' and o.workspace_id = c.workspace_id), '-infinity')
  from candidates c
  -- A workspace that says how long tasks stay means all types, also those that the project has a rule for.
  where c.what <> 'tasks' or c.task_type is null or c.is_own or not exists (
    select from candidates o
    where o.workspace_id is not distinct from c.workspace_id and o.what = 'tasks' and o.task_type is null and o.is_own)
$$;
comment on function nightshift.list_rules(uuid, timestamptz) is
'The rules that hold, for one workspace or for all, and for system rows (workspace_id null) those of the project.';
revoke all on function nightshift.list_rules(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.cleanup_query(p_what text) returns text
language sql stable set search_path = ''
as $$
  -- $1 the work, $2 how many. Each is read in the order of its index, from where the last statement ended.
  select case p_what
    when 'mail' then
      'select e.id, e.received_at as at, coalesce(pg_column_size(e.body_text), 0)
         + coalesce(pg_column_size(e.body_html), 0) + coalesce(pg_column_size(e.headers), 0) + 200 as bytes
       from public.client_emails e
       where e.workspace_id = $1.workspace_id and e.received_at >= $1.after_at
         and (e.received_at, e.id) > ($1.after_at, $1.after_id)
         and e.received_at < $1.cutoff and e.created_at < $1.cutoff
       order by e.received_at, e.id limit $2'
    when 'mail_html' then
      replace('select e.id, <age> as at, pg_column_size(e.body_html) as bytes
       from public.client_emails e
       where e.workspace_id = $1.workspace_id and <age> >= $1.after_at and (<age>, e.id) > ($1.after_at, $1.after_id)
         and <age> < $1.cutoff and e.received_at < $1.cutoff and e.created_at < $1.cutoff and e.body_html is not null
       order by <age>, e.id limit $2', '<age>', 'greatest(e.received_at, e.created_at)')
    when 'contacts' then
      replace('select c.id, <age> as at, pg_column_size(c) as bytes
       from public.contacts c
       where c.workspace_id = $1.workspace_id and <age> < $1.cutoff and (<age>, c.id) > ($1.after_at, $1.after_id)
       order by <age>, c.id limit $2', '<age>', nightshift.contact_age())
    when 'tasks' then
      'select t.id, t.executed_at as at, pg_column_size(t) as bytes
       from public.autonomous_tasks t
       where t.workspace_id is not distinct from $1.workspace_id
         and t.executed_at >= $1.after_at and (t.executed_at, t.id) > ($1.after_at, $1.after_id)
         and t.executed_at < $1.cutoff and t.completed_at < $1.cutoff
         and (t.task_type = $1.task_type or $1.task_type is null) and t.task_type <> all ($1.other_types)
       order by t.executed_at, t.id limit $2'
  end
$$;
comment on function nightshift.cleanup_query(text) is 'Part of clean_up: what is next to go, for each kind.';
revoke all on function nightshift.cleanup_query(text) from public, anon, authenticated, service_role;

create or replace function nightshift.clean_up(
  p_work nightshift.cleanup_work, p_is_dry_run boolean, out rows bigint, out bytes bigint, out at timestamptz,
  out id uuid, out seen bigint
)
language plpgsql set search_path = ''
as $$
declare
  v_query text := nightshift.cleanup_query(p_work.what);
  v_table constant text := case p_work.what when 'contacts' then 'public.contacts'
    when 'tasks' then 'public.autonomous_tasks' else 'public.client_emails' end;
begin
  if p_work.what = 'tasks' and p_work.workspace_id is null then
    -- By the index of the age: there is none for system rows of all types.
    v_query := replace(v_query, 't.workspace_id is not distinct from $1.workspace_id', 't.workspace_id is null');
  else
    v_query := replace(v_query, 'is not distinct from $1.workspace_id', '= $1.workspace_id');
  end if;
  if p_is_dry_run then
    execute format('with next as materialized (%s) select count(*), coalesce(sum(n.bytes), 0), count(*), '
      'max(n.at), (array_agg(n.id order by n.at desc, n.id desc))[1] from next n', v_query)
    into rows, bytes, seen, at, id using p_work, p_work.batch;
    return;
  end if;
  -- What happened on a day does not change by being cleaned up: see mark_gone_days.
  perform set_config('nightshift.keeps_days', 'on', true);
  execute format('with next as materialized (%s), free as (
      select f.id from %s f where f.id in (select n.id from next n) for update skip locked
    ), gone as (
      %s where d.id in (select f.id from free f) returning d.id
    )
    select count(*) filter (where g.id is not null), coalesce(sum(n.bytes) filter (where g.id is not null), 0),
      count(*), max(n.at), (array_agg(n.id order by n.at desc, n.id desc))[1]
    from next n left join gone g on g.id = n.id', v_query, v_table,
    case p_work.what when 'mail_html' then 'update public.client_emails d set body_html = null'
      else format('delete from %s d', v_table) end)
  into rows, bytes, seen, at, id using p_work, p_work.batch;
  perform set_config('nightshift.keeps_days', 'off', true);
end
$$;
comment on function nightshift.clean_up(nightshift.cleanup_work, boolean) is
'Part of data_cleanup: the next statement of some work. Returns how many rows and bytes went, how many it looked at, '
'and the last of these.';
revoke all on function nightshift.clean_up(nightshift.cleanup_work, boolean)
  from public, anon, authenticated, service_role;

create or replace function nightshift.find_oldest_left(p_work nightshift.cleanup_work) returns timestamptz
language plpgsql set search_path = ''
as $$
begin
  p_work.after_at := greatest(p_work.after_at, p_work.cutoff - interval '1 microsecond');
  p_work.cutoff := 'infinity';
  p_work.batch := 1;
  return (nightshift.clean_up(p_work, true)).at;
end
$$;
comment on function nightshift.find_oldest_left(nightshift.cleanup_work) is
'Part of data_cleanup: the oldest that is young enough to stay.';
revoke all on function nightshift.find_oldest_left(nightshift.cleanup_work)
  from public, anon, authenticated, service_role;

create or replace function nightshift.plan_cleanup(p_run_id uuid, p_now timestamptz) returns void
language sql set search_path = ''
as $$
  delete from nightshift.cleanup_work w
  where w.run_id <> p_run_id and not exists (select from nightshift.database_runs r where r.run_id = w.run_id);
  insert into nightshift.cleanup_work (run_id, workspace_id, what, task_type, keep_days, cutoff, other_types, after_at,
    is_held, is_done)
  select p_run_id, r.workspace_id, r.what, r.task_type, r.keep_days, r.cutoff, r.other_types, r.from_at, h.is_held,
    h.is_held
  from nightshift.list_rules((nightshift.run_payload(p_run_id) ->> 'workspace_id')::uuid, p_now) r
  cross join lateral (select coalesce(nightshift.is_on_hold(r.workspace_id), false)) as h (is_held)
$$;
comment on function nightshift.plan_cleanup(uuid, timestamptz) is
'Part of data_cleanup: writes down what a run will look at.';
revoke all on function nightshift.plan_cleanup(uuid, timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.serve_cleanup(
  p_work nightshift.cleanup_work, p_is_dry_run boolean, p_now timestamptz
) returns bigint
language plpgsql set search_path = ''
as $$
declare
  c_slow_ms constant numeric := 60;
  c_fast_ms constant numeric := 25;
  v_started_at constant timestamptz := clock_timestamp();
  v_ms numeric;
  v_step record;
begin
  if p_work.workspace_id is not null and nightshift.is_on_hold(p_work.workspace_id) then
    update nightshift.cleanup_work w set is_held = true, is_done = true where w.id = p_work.id;
    return 0;
  end if;
  select * into v_step from nightshift.clean_up(p_work, p_is_dry_run);
  v_ms := 1000 * extract(epoch from clock_timestamp() - v_started_at);
  update nightshift.cleanup_work w
  set rows = w.rows + v_step.rows, bytes = w.bytes + v_step.bytes, served_at = p_now,
    after_at = coalesce(v_step.at, w.after_at), after_id = coalesce(v_step.id, w.after_id),
    oldest_left = case
      when v_step.rows < v_step.seen then least(w.oldest_left, v_step.at)
      when v_step.seen < p_work.batch then coalesce(w.oldest_left, nightshift.find_oldest_left(p_work))
      else w.oldest_left end,
    is_done = v_step.seen < p_work.batch,
    batch = case when v_ms > 2 * c_slow_ms then greatest(10, w.batch / 4)
      when v_ms > c_slow_ms then greatest(10, w.batch / 2)
      when v_ms < c_fast_ms then least(1000, w.batch * 2) else w.batch end
  where w.id = p_work.id;
  return v_step.rows;
end
$$;
comment on function nightshift.serve_cleanup(nightshift.cleanup_work, boolean, timestamptz) is
'Part of data_cleanup: one statement of some work, unless a hold keeps it. Returns how many rows went.';
revoke all on function nightshift.serve_cleanup(nightshift.cleanup_work, boolean, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.report_cleanup(p_run_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'dry_run', coalesce((nightshift.run_payload(p_run_id) -> 'dry_run')::boolean, false),
    'rows', coalesce(sum(w.rows), 0), 'bytes', coalesce(sum(w.bytes), 0),
    'held', count(distinct w.workspace_id) filter (where w.is_held),
    'rules', coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('workspace_id', w.workspace_id, 'what', w.what,
      'task_type', w.task_type, 'keep_days', w.keep_days, 'rows', w.rows, 'bytes', w.bytes,
      'oldest_left', w.oldest_left, 'held', case when w.is_held then true end)) order by w.rows desc, w.id)
      filter (where w.place <= 200), '[]'))
  from (
    select c.*, row_number() over (order by c.is_held desc, c.rows desc, c.id) as place
    from nightshift.cleanup_work c
    where c.run_id = p_run_id
  ) w
$$;
comment on function nightshift.report_cleanup(uuid) is
'The output of a run of data_cleanup: {dry_run, rows, bytes, held: workspaces under hold, rules: [{workspace_id, what, '
'task_type, keep_days, rows, bytes, oldest_left, held}]}, up to 200 rules.';
revoke all on function nightshift.report_cleanup(uuid) from public, anon, authenticated, service_role;

create or replace function nightshift.data_cleanup_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_most_rows constant bigint := 1000000;
  v_is_dry_run constant boolean := coalesce((nightshift.run_payload(p_run_id) -> 'dry_run')::boolean, false);
  v_until constant timestamptz := clock_timestamp() + interval '500 milliseconds';
  v_work nightshift.cleanup_work;
  v_rows bigint := 0;
  v_is_done boolean;
begin
  if not exists (select from nightshift.cleanup_work w where w.run_id = p_run_id) then
    perform nightshift.plan_cleanup(p_run_id, p_now);
  end if;
  loop
    select w.* into v_work
    from nightshift.cleanup_work w
    where w.run_id = p_run_id and not w.is_done and (p_workspace_id is null or w.workspace_id = p_workspace_id)
      and not exists (
        select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = w.workspace_id)
    order by w.served_at nulls first, w.id
    limit 1;
    exit when v_work.id is null;
    v_rows := nightshift.serve_cleanup(v_work, v_is_dry_run, clock_timestamp());
    -- One statement that deletes, then a commit. What deletes nothing is passed over.
    exit when v_rows > 0 or clock_timestamp() > v_until;
  end loop;
  v_is_done := v_work.id is null or (
    select sum(w.rows) >= c_most_rows from nightshift.cleanup_work w where w.run_id = p_run_id);
  return jsonb_build_object(
    'done', v_is_done,
    'touched', case when v_rows > 0 and v_work.workspace_id is not null and not v_is_dry_run
      then jsonb_build_array(jsonb_build_object('workspace_id', v_work.workspace_id,
        'counts', jsonb_build_object(v_work.what, v_rows)))
      else '[]' end,
    'output', case when v_is_done then nightshift.report_cleanup(p_run_id) else '{}' end);
end
$$;
comment on function nightshift.data_cleanup_chunk(uuid, uuid, timestamptz) is
'The work of data_cleanup: one statement that deletes up to 1,000 rows, of what was served longest ago. A run deletes '
'a million rows at most.';
revoke all on function nightshift.data_cleanup_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.data_cleanup_due(p_run_id uuid, p_limit integer, p_now timestamptz)
  returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select distinct w.workspace_id
  from nightshift.cleanup_work w
  where w.run_id = p_run_id and not w.is_done and w.workspace_id is not null and p_now is not null and not exists (
    select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = w.workspace_id)
  limit p_limit
$$;
comment on function nightshift.data_cleanup_due(uuid, integer, timestamptz) is
'Workspaces in which a run of data_cleanup has something left to do.';
revoke all on function nightshift.data_cleanup_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

insert into nightshift.database_types (task_type, payload)
values ('data_cleanup', '{"dry_run": "boolean", "workspace_id": "uuid"}')
on conflict (task_type) do update set payload = excluded.payload;

create or replace function public.preview_cleanup(p_workspace_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_rule record;
  v_work nightshift.cleanup_work;
  v_rules jsonb := jsonb '[]';
  v_found record;
begin
  if not (nightshift.can_manage(p_workspace_id) or nightshift.is_service()) then
    raise exception 'workspace_not_managed: only owners and admins preview what is deleted.' using errcode = 'PT403';
  end if;
  for v_rule in select r.* from nightshift.list_rules(p_workspace_id, clock_timestamp()) r order by r.what, r.task_type
  loop
    v_work.workspace_id := p_workspace_id;
    v_work.what := v_rule.what;
    v_work.task_type := v_rule.task_type;
    v_work.cutoff := v_rule.cutoff;
    v_work.other_types := v_rule.other_types;
    v_work.batch := 1000000;
    v_work.after_at := v_rule.from_at;
    v_work.after_id := '00000000-0000-0000-0000-000000000000';
    select * into v_found from nightshift.clean_up(v_work, true);
    v_rules := v_rules || jsonb_strip_nulls(jsonb_build_object('what', v_rule.what, 'task_type', v_rule.task_type,
      'keep_days', v_rule.keep_days, 'rows', v_found.rows, 'bytes', v_found.bytes));
  end loop;
  return jsonb_build_object('workspace_id', p_workspace_id, 'held', nightshift.is_on_hold(p_workspace_id),
    'rules', v_rules);
end
$$;
comment on function public.preview_cleanup(uuid) is
'What the next data_cleanup would delete in a workspace: {held, rules: [{what, task_type, keep_days, rows, bytes}]}. '
'For owners, admins and the service role. Example: select preview_cleanup(''…''); Error: PT403 workspace_not_managed.';
revoke all on function public.preview_cleanup(uuid) from public, anon, authenticated, service_role;
grant execute on function public.preview_cleanup(uuid) to authenticated, service_role;
