-- Counting days: the work of daily_analytics_rollup.
--
-- A chunk takes marks, notes their days as due, and counts due days, workspace after workspace in turns. The same
-- data always give the same bytes: a row is written only when something in it has changed.
-- Locks: rows of its own tables only. Time: below 1 s a chunk.

create or replace function nightshift.list_day_ranges(p_workspace_ids uuid[], p_days date[])
returns table (workspace_id uuid, day date, time_zone text, starts_at timestamptz, ends_at timestamptz)
language sql stable set search_path = ''
as $$
  with single as ( -- nearly every workspace has had one zone only
    select z.workspace_id, min(z.time_zone) as time_zone
    from nightshift.workspace_zones z
    where z.workspace_id = any (p_workspace_ids)
    group by z.workspace_id
    having bool_and(not isfinite(z.from_day))
  )
  select w.workspace_id, w.day, coalesce(s.time_zone, nightshift.zone_of_day(w.workspace_id, w.day)),
    case when s.time_zone is null then nightshift.day_start(w.workspace_id, w.day)
      else nightshift.midnight(w.day, s.time_zone) end,
    case when s.time_zone is null then nightshift.day_start(w.workspace_id, w.day + 1)
      else nightshift.midnight(w.day + 1, s.time_zone) end
  from unnest(p_workspace_ids, p_days) as w (workspace_id, day)
  left join single s on s.workspace_id = w.workspace_id
$$;
comment on function nightshift.list_day_ranges(uuid[], date[]) is
'From when to when these days of these workspaces last, and by which clocks.';
revoke all on function nightshift.list_day_ranges(uuid[], date[]) from public, anon, authenticated, service_role;

create or replace function nightshift.sum_emails(p_workspace_ids uuid[], p_starts timestamptz[], p_ends timestamptz[])
returns table (
  place bigint, emails_in bigint, emails_out bigint, emails_bulk bigint, emails_read bigint, by_intent jsonb,
  by_urgency jsonb, by_sentiment jsonb, needing_reply bigint, answered bigint, answer_minutes bigint[]
)
language sql stable set search_path = ''
as $$
  with emails as materialized (
    select r.place, e.direction = 'inbound' as is_in, i.primary_intent, i.urgency_level, i.sentiment, i.is_bulk,
      i.needs_reply,
      case when i.needs_reply and a.answered_at is not null then width_bucket(
        ceil(extract(epoch from greatest(a.answered_at, e.received_at) - e.received_at) / 60) - 0.5,
        nightshift.answer_steps()::numeric[]) end as step
    from unnest(p_workspace_ids, p_starts, p_ends) with ordinality as r (workspace_id, starts_at, ends_at, place)
    cross join lateral ( -- each range by the index, also when there are thousands
      select o.* from public.client_emails o
      where o.workspace_id = r.workspace_id and o.received_at >= r.starts_at and o.received_at < r.ends_at
      offset 0
    ) e
    left join lateral (
      select o.* from public.email_intelligence o where o.email_id = e.id and e.direction = 'inbound' offset 0
    ) i on true
    left join lateral (
      select o.answered_at from public.email_answers o where o.email_id = e.id and i.needs_reply offset 0
    ) a on true
  ), counted as (
    select e.place, grouping(e.primary_intent, e.urgency_level, e.sentiment, e.step) as kind,
      coalesce(e.primary_intent, e.urgency_level, e.sentiment) as word, e.step,
      count(*) as total, count(*) filter (where e.is_in) as emails_in,
      count(*) filter (where e.is_in and e.is_bulk) as emails_bulk,
      count(*) filter (where e.is_in and e.primary_intent is not null) as emails_read,
      count(*) filter (where e.is_in and e.needs_reply) as needing_reply
    from emails e
    group by grouping sets (
      (e.place), (e.place, e.primary_intent), (e.place, e.urgency_level), (e.place, e.sentiment), (e.place, e.step))
  )
  select c.place, max(c.emails_in) filter (where c.kind = 15),
    max(c.total - c.emails_in) filter (where c.kind = 15), max(c.emails_bulk) filter (where c.kind = 15),
    max(c.emails_read) filter (where c.kind = 15),
    coalesce(jsonb_object_agg(c.word, c.total) filter (where c.kind = 7 and c.word is not null), '{}'),
    coalesce(jsonb_object_agg(c.word, c.total) filter (where c.kind = 11 and c.word is not null), '{}'),
    coalesce(jsonb_object_agg(c.word, c.total) filter (where c.kind = 13 and c.word is not null), '{}'),
    max(c.needing_reply) filter (where c.kind = 15),
    coalesce(sum(c.total) filter (where c.kind = 14 and c.step is not null), 0)::bigint,
    array(
      select coalesce(max(s.total), 0)
      from generate_series(0, 10) as k (n)
      left join unnest(array_agg(c.step) filter (where c.kind = 14), array_agg(c.total) filter (where c.kind = 14))
        as s (step, total) on s.step = k.n
      group by k.n
      order by k.n)
  from counted c
  group by c.place
$$;
comment on function nightshift.sum_emails(uuid[], timestamptz[], timestamptz[]) is
'Part of measure_days: what the emails of ranges of time add up to, by the place of the range. Ranges without emails '
'are left out.';
revoke all on function nightshift.sum_emails(uuid[], timestamptz[], timestamptz[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.sum_tasks(p_workspace_ids uuid[], p_starts timestamptz[], p_ends timestamptz[])
returns table (place bigint, tasks jsonb)
language sql stable set search_path = ''
as $$
  with counted as (
    select r.place, t.task_type, t.status, count(*) as total, coalesce(sum(t.duration_ms), 0) as duration_ms,
      count(t.duration_ms) as timed
    from unnest(p_workspace_ids, p_starts, p_ends) with ordinality as r (workspace_id, starts_at, ends_at, place)
    cross join lateral (
      select o.task_type, o.status, o.duration_ms from public.autonomous_tasks o
      where o.workspace_id = r.workspace_id and o.executed_at >= r.starts_at and o.executed_at < r.ends_at
      offset 0
    ) t
    group by r.place, t.task_type, t.status
  ), types as (
    select c.place, c.task_type, jsonb_object_agg(c.status, c.total)
      || jsonb_build_object('duration_ms', sum(c.duration_ms), 'timed', sum(c.timed)) as counts
    from counted c
    group by c.place, c.task_type
  )
  select t.place, jsonb_object_agg(t.task_type, t.counts) from types t group by t.place
$$;
comment on function nightshift.sum_tasks(uuid[], timestamptz[], timestamptz[]) is
'Part of measure_days: the tasks that started in ranges of time, by the place of the range.';
revoke all on function nightshift.sum_tasks(uuid[], timestamptz[], timestamptz[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.sum_calls(p_workspace_ids uuid[], p_starts timestamptz[], p_ends timestamptz[])
returns table (place bigint, calls bigint, cost_usd numeric)
language sql stable set search_path = ''
as $$
  select r.place, u.calls, u.cost_usd
  from unnest(p_workspace_ids, p_starts, p_ends) with ordinality as r (workspace_id, starts_at, ends_at, place)
  cross join lateral (
    select count(*) as calls, sum(o.cost_usd) as cost_usd from public.ai_usage o
    where o.workspace_id = r.workspace_id and o.created_at >= r.starts_at and o.created_at < r.ends_at
  ) u
  where u.calls > 0
$$;
comment on function nightshift.sum_calls(uuid[], timestamptz[], timestamptz[]) is
'Part of measure_days: the calls of providers in ranges of time, by the place of the range.';
revoke all on function nightshift.sum_calls(uuid[], timestamptz[], timestamptz[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.sum_contacts(p_workspace_ids uuid[], p_days date[])
returns table (place bigint, contacts_new bigint, contacts_active bigint)
language sql stable set search_path = ''
as $$
  select w.place, count(*) filter (where not exists (
      select from public.contact_days p where p.contact_id = c.contact_id and p.day < c.day)), count(*)
  from unnest(p_workspace_ids, p_days) with ordinality as w (workspace_id, day, place)
  cross join lateral (
    select o.contact_id, o.day from public.contact_days o
    where o.workspace_id = w.workspace_id and o.day = w.day
    offset 0
  ) c
  group by w.place
$$;
comment on function nightshift.sum_contacts(uuid[], date[]) is
'Part of measure_days: contacts who were active on days, and those of them who were new, by the place of the day.';
revoke all on function nightshift.sum_contacts(uuid[], date[]) from public, anon, authenticated, service_role;

create or replace function nightshift.measure_days(p_workspace_ids uuid[], p_days date[], p_now timestamptz)
returns setof public.daily_metrics
language plpgsql stable set search_path = ''
as $$
declare
  v_starts timestamptz[];
  v_ends timestamptz[];
  v_zones text[];
begin
  select array_agg(r.time_zone order by w.place), array_agg(r.starts_at order by w.place),
    array_agg(r.ends_at order by w.place)
  into v_zones, v_starts, v_ends
  from unnest(p_workspace_ids, p_days) with ordinality as w (workspace_id, day, place)
  join nightshift.list_day_ranges(p_workspace_ids, p_days) r on r.workspace_id = w.workspace_id and r.day = w.day;
  return query
  with emails as materialized (
    select m.* from nightshift.sum_emails(p_workspace_ids, v_starts, v_ends) m
  )
  select d.workspace_id, d.day, d.time_zone, d.starts_at, d.ends_at, coalesce(e.emails_in, 0),
    coalesce(e.emails_out, 0), coalesce(e.emails_bulk, 0), coalesce(e.emails_read, 0), coalesce(e.by_intent, '{}'),
    coalesce(e.by_urgency, '{}'), coalesce(e.by_sentiment, '{}'), coalesce(e.needing_reply, 0),
    case when t.knows_sent or s.is_seen then coalesce(e.answered, 0) end,
    case when t.knows_sent or s.is_seen then coalesce(e.answer_minutes, array_fill(0::bigint, array[11])) end,
    case when f.has_contacts then coalesce(n.contacts_new, 0) end,
    case when f.has_contacts then coalesce(n.contacts_active, 0) end, coalesce(k.tasks, '{}'), coalesce(c.calls, 0),
    coalesce(c.cost_usd, 0)::numeric(16, 8),
    d.ends_at > p_now or coalesce((to_jsonb(w) ->> 'created_at')::timestamptz > d.starts_at, false), p_now
  from unnest(p_workspace_ids, p_days, v_zones, v_starts, v_ends) with ordinality
    as d (workspace_id, day, time_zone, starts_at, ends_at, place)
  join public.workspaces w on w.id = d.workspace_id
  left join nightshift.day_turns t on t.workspace_id = d.workspace_id
  left join emails e on e.place = d.place
  left join (
    select p_workspace_ids[o.place] as workspace_id, bool_or(o.emails_out > 0) as is_seen from emails o group by 1
  ) s on s.workspace_id = d.workspace_id
  left join nightshift.sum_tasks(p_workspace_ids, v_starts, v_ends) k on k.place = d.place
  left join nightshift.sum_calls(p_workspace_ids, v_starts, v_ends) c on c.place = d.place
  left join nightshift.sum_contacts(p_workspace_ids, p_days) n on n.place = d.place
  left join (
    select o.workspace_id, o.enabled_types @> '{contact_enrichment}' as has_contacts
    from public.workspace_settings o where o.workspace_id = any (p_workspace_ids)
  ) f on f.workspace_id = d.workspace_id
  where e.place is not null or k.place is not null or c.place is not null
    or (f.has_contacts and n.contacts_active > 0);
end
$$;
comment on function nightshift.measure_days(uuid[], date[], timestamptz) is
'Counts days of workspaces, each pair of the two lists once. Days on which nothing happened are left out.';
revoke all on function nightshift.measure_days(uuid[], date[], timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.note_due_days(
  p_workspace_ids uuid[], p_days date[], p_due_at timestamptz[], p_now timestamptz
) returns void
language sql set search_path = ''
as $$
  insert into nightshift.due_metric_days as d (workspace_id, day, due_at)
  select n.workspace_id, n.day, min(n.due_at)
  from unnest(p_workspace_ids, p_days, p_due_at) as n (workspace_id, day, due_at)
  group by n.workspace_id, n.day
  on conflict (workspace_id, day) do update set due_at = excluded.due_at where d.due_at > excluded.due_at;
  insert into nightshift.day_turns as t (workspace_id, turn_at)
  select n.workspace_id, greatest(min(n.due_at), p_now)
  from unnest(p_workspace_ids, p_due_at) as n (workspace_id, due_at)
  group by n.workspace_id
  on conflict (workspace_id) do update
  set turn_at = excluded.turn_at where t.turn_at is null or t.turn_at > excluded.turn_at
$$;
comment on function nightshift.note_due_days(uuid[], date[], timestamptz[], timestamptz) is
'Says that days have to be counted, each not before its time.';
revoke all on function nightshift.note_due_days(uuid[], date[], timestamptz[], timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_all_days(p_workspace_ids uuid[], p_now timestamptz)
returns table (workspace_id uuid, day date)
language sql stable set search_path = ''
as $$
  select w.id, g.day::date
  from unnest(p_workspace_ids) as w (id)
  cross join lateral (
    select min(b.at) as first_at, max(b.at) as last_at
    from (
      (select e.received_at as at from public.client_emails e
        where e.workspace_id = w.id and e.received_at > '-infinity' order by e.received_at limit 1)
      union all
      (select e.received_at from public.client_emails e
        where e.workspace_id = w.id and e.received_at < 'infinity' order by e.received_at desc limit 1)
      union all
      (select t.executed_at from public.autonomous_tasks t
        where t.workspace_id = w.id order by t.executed_at limit 1)
      union all
      (select t.executed_at from public.autonomous_tasks t
        where t.workspace_id = w.id order by t.executed_at desc limit 1)
      union all
      (select u.created_at from public.ai_usage u where u.workspace_id = w.id order by u.created_at limit 1)
      union all
      select p_now
    ) b
  ) s
  cross join lateral (
    select min(b.day) as first_day, max(b.day) as last_day
    from (
      select nightshift.day_of(w.id, s.first_at) as day
      union all
      select nightshift.day_of(w.id, s.last_at)
      union all
      (select m.day from public.daily_metrics m where m.workspace_id = w.id order by m.day limit 1)
      union all
      (select m.day from public.daily_metrics m where m.workspace_id = w.id order by m.day desc limit 1)
    ) b
  ) d
  cross join lateral generate_series(d.first_day::timestamp, d.last_day::timestamp, interval '1 day') as g (day)
$$;
comment on function nightshift.list_all_days(uuid[], timestamptz) is
'Every day of these workspaces, of each from its first email, task or call to its last, or today.';
revoke all on function nightshift.list_all_days(uuid[], timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.take_day_marks(
  p_run_id uuid, p_workspace_id uuid, p_limit integer, p_now timestamptz
) returns integer
language plpgsql set search_path = ''
as $$
declare
  -- Marks are rounded down to this.
  c_step constant interval := interval '15 minutes' - interval '1 microsecond';
  v_marks nightshift.day_marks[];
begin
  with taken as (
    delete from nightshift.day_marks d
    where d.id = any (array(
      select m.id from nightshift.day_marks m
      where (p_workspace_id is null or m.workspace_id = p_workspace_id) and not exists (
        select from nightshift.run_failures f where f.run_id = p_run_id and f.workspace_id = m.workspace_id)
      order by m.id
      limit p_limit
      for update skip locked))
    returning d.*
  )
  select array_agg((t.id, t.workspace_id, t.at, t.day)::nightshift.day_marks) into v_marks from taken t;
  if v_marks is null then
    return 0;
  end if;
  perform nightshift.count_by_zone(array_agg(distinct m.workspace_id)) from unnest(v_marks) m;
  perform nightshift.note_due_days(
    array_agg(d.workspace_id), array_agg(d.day), array_agg('-infinity'::timestamptz), p_now)
  from (
    select m.workspace_id, m.day from unnest(v_marks) m where m.day is not null
    union
    select l.workspace_id, l.day
    from nightshift.list_all_days(array(
      select distinct m.workspace_id from unnest(v_marks) m where m.at = '-infinity'), p_now) l
    union
    select m.workspace_id, case when z.is_constant then nightshift.local_day(b.at, z.time_zone)
      else nightshift.day_of(m.workspace_id, b.at) end
    from (select distinct o.workspace_id, o.at from unnest(v_marks) o where isfinite(o.at)) m
    cross join lateral (select bool_and(not isfinite(w.from_day)) as is_constant, min(w.time_zone) as time_zone
      from nightshift.workspace_zones w where w.workspace_id = m.workspace_id) z
    cross join lateral (values (m.at), (m.at + c_step)) as b (at)
  ) d;
  return cardinality(v_marks);
end
$$;
comment on function nightshift.take_day_marks(uuid, uuid, integer, timestamptz) is
'Takes up to p_limit marks, of one workspace or of all but those that failed in the run, and notes their days as due. '
'Returns how many.';
revoke all on function nightshift.take_day_marks(uuid, uuid, integer, timestamptz)
  from public, anon, authenticated, service_role;

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
  v_marks integer;
  v_served integer;
begin
  if not nightshift.has_day_index() then
    raise exception 'day_index_missing: public.client_emails has no index on (workspace_id, received_at), without '
      'which each day would read the whole table.'
      using hint = 'Run: create index concurrently client_emails_received_idx on public.client_emails '
        '(workspace_id, received_at);';
  end if;
  loop
    v_marks := nightshift.take_day_marks(p_run_id, p_workspace_id, 1000, p_now);
    select count(*), v_touched || coalesce(jsonb_object_agg(s.workspace_id,
        coalesce((v_touched ->> s.workspace_id::text)::integer, 0) + s.changed) filter (where s.changed > 0), '{}')
    into v_served, v_touched
    from nightshift.serve_due_days(p_run_id, p_workspace_id, 200, 400, p_now) s;
    exit when (v_marks = 0 and v_served = 0) or clock_timestamp() > v_started_at + c_most_time;
  end loop;
  return jsonb_build_object('done', v_marks = 0 and v_served = 0, 'touched', (
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
  if not nightshift.can_manage(p_workspace_id, 'member') then
    raise exception 'workspace_not_managed: only owners and admins have days of a workspace counted again.'
      using errcode = 'PT403';
  end if;
  if (p_from between '1970-01-01' and '2099-12-31' and p_to between p_from and '2099-12-31'
    and p_to - p_from < c_most_days) is not true
  then
    raise exception 'days_invalid: pass a first and a last day, at most % days from 1970 to 2099.', c_most_days
      using errcode = 'PT400';
  end if;
  perform nightshift.mark_days(array_agg(p_workspace_id), null, array_agg(d.day::date))
  from generate_series(p_from::timestamp, p_to::timestamp, interval '1 day') as d (day);
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
