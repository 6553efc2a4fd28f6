-- Counting days: the work of daily_analytics_rollup.
--
-- A chunk takes marks, notes their days as due, and counts due days, workspace after workspace in turns. The same
-- data always give the same bytes: a row is written only when something in it has changed.
-- Locks: rows of its own tables only. Time: below 1 s a chunk.

create or replace function nightshift.write_days(p_workspace_ids uuid[], p_days date[], p_now timestamptz)
returns setof uuid
language plpgsql set search_path = ''
as $$
declare
  v_counted public.daily_metrics[];
  v_changed uuid[];
  v_first_sent uuid[];
begin
  select array_agg(d.workspace_id), array_agg(d.day) into p_workspace_ids, p_days
  from unnest(p_workspace_ids, p_days) as d (workspace_id, day)
  where not exists (
    select
    from nightshift.day_turns t
    join public.daily_metrics m on m.workspace_id = t.workspace_id
    where t.workspace_id = d.workspace_id and m.day = d.day and m.starts_at < t.kept_until);
  select array_agg(m) into v_counted from nightshift.measure_days(p_workspace_ids, p_days, p_now) m;
  with counted as materialized (
    select m.* from unnest(v_counted) m
  ), written as (
    insert into public.daily_metrics as o
    select c.* from counted c
    on conflict (workspace_id, day) do update
    set (time_zone, starts_at, ends_at, emails_in, emails_out, emails_bulk, emails_read, by_intent, by_urgency,
      by_sentiment, needing_reply, answered, answer_minutes, contacts_new, contacts_active, tasks, calls, cost_usd,
      is_partial, computed_at) = (excluded.time_zone, excluded.starts_at, excluded.ends_at, excluded.emails_in,
      excluded.emails_out, excluded.emails_bulk, excluded.emails_read, excluded.by_intent, excluded.by_urgency,
      excluded.by_sentiment, excluded.needing_reply, excluded.answered, excluded.answer_minutes,
      excluded.contacts_new, excluded.contacts_active, excluded.tasks, excluded.calls, excluded.cost_usd,
      excluded.is_partial, excluded.computed_at)
    where (to_jsonb(o) - 'computed_at') is distinct from (to_jsonb(excluded) - 'computed_at')
    returning o.workspace_id
  ), emptied as (
    delete from public.daily_metrics o
    using unnest(p_workspace_ids, p_days) as d (workspace_id, day)
    where o.workspace_id = d.workspace_id and o.day = d.day and not exists (
      select from counted c where c.workspace_id = o.workspace_id and c.day = o.day)
    returning o.workspace_id
  )
  select array(select w.workspace_id from written w union all select m.workspace_id from emptied m) into v_changed;
  perform nightshift.note_due_days(
    array_agg(m.workspace_id), array_agg(m.day), array_agg(m.ends_at), p_now)
  from unnest(v_counted) m where m.ends_at > p_now;
  -- The first sent email that is seen: from now on it is known what has no answer, on all days.
  with first_sent as (
    update nightshift.day_turns t set knows_sent = true
    where not t.knows_sent and t.workspace_id in (select m.workspace_id from unnest(v_counted) m where m.emails_out > 0)
    returning t.workspace_id
  )
  select array_agg(f.workspace_id) into v_first_sent from first_sent f;
  perform nightshift.mark_days(array_agg(f.id), array_agg('-infinity'::timestamptz))
  from unnest(v_first_sent) as f (id);
  return query select unnest(v_changed);
end
$$;
comment on function nightshift.write_days(uuid[], date[], timestamptz) is
'Counts days and writes the rows that have changed. A day whose emails or tasks were cleaned up keeps its row. Returns '
'the workspace of each changed row.';
revoke all on function nightshift.write_days(uuid[], date[], timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.serve_due_days(
  p_run_id uuid, p_workspace_id uuid, p_workspaces integer, p_days integer, p_now timestamptz
) returns table (workspace_id uuid, counted integer, changed integer)
language plpgsql set search_path = ''
as $$
declare
  v_turns uuid[];
  v_workspace_ids uuid[];
  v_days date[];
  v_changed uuid[];
begin
  select array_agg(n.workspace_id) into v_turns
  from (
    select t.workspace_id
    from nightshift.day_turns t
    where t.turn_at <= p_now and (p_workspace_id is null or t.workspace_id = p_workspace_id) and not exists (
      select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = t.workspace_id)
    order by t.turn_at, t.last_served_at nulls first
    limit p_workspaces
    for update skip locked
  ) n;
  if v_turns is null then
    return;
  end if;
  with taken as (
    delete from nightshift.due_metric_days d
    using unnest(v_turns) as t (workspace_id)
    cross join lateral (
      select o.day from nightshift.due_metric_days o where o.workspace_id = t.workspace_id and o.due_at <= p_now
      order by o.due_at, o.day desc limit greatest(1, p_days / cardinality(v_turns))
    ) due
    where d.workspace_id = t.workspace_id and d.day = due.day
    returning d.workspace_id, d.day
  )
  select array_agg(t.workspace_id), array_agg(t.day) into v_workspace_ids, v_days from taken t;
  v_changed := array(select nightshift.write_days(v_workspace_ids, v_days, p_now) where v_days is not null);
  update nightshift.day_turns t
  set last_served_at = p_now,
    turn_at = ( -- null when no day is due
      select greatest(d.due_at, p_now) from nightshift.due_metric_days d
      where d.workspace_id = t.workspace_id order by d.due_at limit 1)
  where t.workspace_id = any (v_turns);
  return query
  select t.id, (select count(*)::integer from unnest(v_workspace_ids) as w (id) where w.id = t.id),
    (select count(*)::integer from unnest(v_changed) as w (id) where w.id = t.id)
  from unnest(v_turns) as t (id);
end
$$;
comment on function nightshift.serve_due_days(uuid, uuid, integer, integer, timestamptz) is
'Counts up to p_days due days of up to p_workspaces workspaces whose turn it is. Returns those workspaces, with how '
'many days were counted and how many rows changed.';
revoke all on function nightshift.serve_due_days(uuid, uuid, integer, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.daily_analytics_rollup_chunk(
  p_run_id uuid, p_workspace_id uuid, p_now timestamptz default clock_timestamp()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_most_time constant interval := interval '0.6 seconds';
  v_started_at constant timestamptz := clock_timestamp();
  v_touched jsonb := jsonb_build_object();
  v_is_marked boolean;
  v_marks integer;
  v_served integer;
begin
  if not nightshift.has_day_index() then
    raise exception 'day_index_missing: public.client_emails has no index on (workspace_id, received_at), without '
      'which each day would read the whole table.'
      using hint = 'Run: create index concurrently client_emails_received_idx on public.client_emails '
        '(workspace_id, received_at);';
  end if;
  -- What reconcile is folding in at this moment is marked by the next chunk.
  v_is_marked := nightshift.mark_noted_days() is not null;
  loop
    v_marks := nightshift.take_day_marks(p_run_id, p_workspace_id, 1000, p_now);
    select count(*), v_touched || coalesce(jsonb_object_agg(s.workspace_id,
        coalesce((v_touched ->> s.workspace_id::text)::integer, 0) + s.changed) filter (where s.changed > 0), '{}')
    into v_served, v_touched
    from nightshift.serve_due_days(p_run_id, p_workspace_id, 200, 400, p_now) s;
    exit when (v_marks = 0 and v_served = 0) or clock_timestamp() > v_started_at + c_most_time;
  end loop;
  return jsonb_build_object('done', v_is_marked and v_marks = 0 and v_served = 0, 'touched', (
    select coalesce(jsonb_agg(jsonb_build_object('workspace_id', t.key,
      'counts', jsonb_build_object('days', t.value))), '[]')
    from jsonb_each(v_touched) t));
end
$$;
comment on function nightshift.daily_analytics_rollup_chunk(uuid, uuid, timestamptz) is
'Counts due days for about 0.6 s: {done, touched: [{workspace_id, counts: {days}}]}. Error: day_index_missing.';
revoke all on function nightshift.daily_analytics_rollup_chunk(uuid, uuid, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.daily_analytics_rollup_due(p_run_id uuid, p_limit integer, p_now timestamptz)
returns setof uuid
language sql stable set search_path = ''
as $$
  select d.workspace_id
  from (
    select m.workspace_id from nightshift.day_marks m
    union
    select t.workspace_id from nightshift.day_turns t where t.turn_at <= p_now
  ) d
  where not exists (
    select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = d.workspace_id)
  order by d.workspace_id
  limit p_limit
$$;
comment on function nightshift.daily_analytics_rollup_due(uuid, integer, timestamptz) is
'Workspaces with days to count, without those that failed in the run.';
revoke all on function nightshift.daily_analytics_rollup_due(uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function public.rebuild_metrics(p_workspace_id uuid, p_from date, p_to date) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  c_most_days constant integer := 3660;
begin
  if not nightshift.can_manage(p_workspace_id) then
    raise exception 'workspace_not_managed: only owners and admins have days of a workspace counted again.'
      using errcode = 'PT403';
  end if;
  if (p_from between '1970-01-01' and '2099-12-31' and p_to between p_from and '2099-12-31'
    and p_to - p_from < c_most_days) is not true
  then
    raise exception 'days_invalid: pass a first and a last day, at most % days from 1970 to 2099.', c_most_days
      using errcode = 'PT400';
  end if;
  -- Days that wait already get no further mark: the marks of all workspaces are one queue. A mark that the rollup is
  -- taking is passed by, as its day may be counted as it was before; the others are held until commit.
  perform nightshift.mark_days(array_agg(p_workspace_id), null, array_agg(d.day))
  from (
    with waiting as materialized (
      select m.day from nightshift.day_marks m
      where m.workspace_id = p_workspace_id and m.day is not null
      for key share skip locked
    )
    select g.day::date from generate_series(p_from::timestamp, p_to::timestamp, interval '1 day') as g (day)
    except
    select w.day from waiting w
  ) d;
  return p_to - p_from + 1;
end
$$;
comment on function public.rebuild_metrics(uuid, date, date) is
'Has days of a workspace counted again by the next run of daily_analytics_rollup, at most 3660 at once. Returns how '
'many. For owners, admins and the service role. Days are counted again by themselves when anything in them changes, so '
'this is needed after a repair of the tables only. Errors: PT403 workspace_not_managed, PT400 days_invalid.';
revoke all on function public.rebuild_metrics(uuid, date, date) from public, anon, authenticated, service_role;
grant execute on function public.rebuild_metrics(uuid, date, date) to authenticated, service_role;

insert into nightshift.database_types (task_type) values ('daily_analytics_rollup') on conflict (task_type) do nothing;
