-- Measuring days: what the emails, tasks, calls and contacts of ranges of time add up to.
--
-- Each range is read by the index of its table, also when there are thousands of ranges.
-- Locks: none. Time: about 0.1 ms a day.

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
