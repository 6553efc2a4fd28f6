-- Report numbers: what a report says, each section with the query behind it.
--
-- Numbers of a period are sums of its days and nothing else, so that everybody can add them up. Lists, such as emails
-- without an answer, are as they were when the report was written.
-- Locks: none. Time: about a millisecond a report.

create or replace function nightshift.sum_days(p_workspace_ids uuid[], p_first_days date[], p_last_days date[])
returns table (place bigint, sums jsonb)
language sql stable set search_path = ''
as $$
  select p.place, d.sums
  from unnest(p_workspace_ids, p_first_days, p_last_days) with ordinality
    as p (workspace_id, first_day, last_day, place)
  cross join lateral ( -- each period by the index, also when there are hundreds
    select jsonb_build_object('days', count(*), 'emails_in', coalesce(sum(m.emails_in), 0),
      'emails_out', coalesce(sum(m.emails_out), 0), 'emails_bulk', coalesce(sum(m.emails_bulk), 0),
      'emails_read', coalesce(sum(m.emails_read), 0), 'needing_reply', coalesce(sum(m.needing_reply), 0),
      'answered', sum(m.answered), 'contacts_new', sum(m.contacts_new),
      'complaints', coalesce(sum((m.by_intent ->> 'complaint')::bigint), 0),
      'urgent', coalesce(sum(coalesce((m.by_urgency ->> 'high')::bigint, 0)
        + coalesce((m.by_urgency ->> 'critical')::bigint, 0)), 0),
      'negative', coalesce(sum((m.by_sentiment ->> 'negative')::bigint), 0),
      'tasks_completed', coalesce(sum(t.completed), 0), 'tasks_failed', coalesce(sum(t.failed), 0),
      'calls', coalesce(sum(m.calls), 0), 'cost_usd', coalesce(sum(m.cost_usd), 0),
      'is_partial', coalesce(bool_or(m.is_partial), false)) as sums
    from public.daily_metrics m
    cross join lateral (
      select sum((k.value ->> 'completed')::bigint) as completed,
        sum(coalesce((k.value ->> 'failed')::bigint, 0) + coalesce((k.value ->> 'partial_failure')::bigint, 0))
          as failed
      from jsonb_each(m.tasks) k
    ) t
    where m.workspace_id = p.workspace_id and m.day between p.first_day and p.last_day
  ) d
$$;
comment on function nightshift.sum_days(uuid[], date[], date[]) is
'What the days of periods add up to, by the place of the period.';
revoke all on function nightshift.sum_days(uuid[], date[], date[]) from public, anon, authenticated, service_role;

create or replace function nightshift.report_section(p_title text, p_query text, variadic p_rows jsonb[]) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select jsonb_build_object('title', p_title, 'query', p_query, 'rows', coalesce((
    select jsonb_agg(r.item order by r.place) from unnest(p_rows) with ordinality as r (item, place)
    where r.item is not null), '[]'))
$$;
comment on function nightshift.report_section(text, text, jsonb[]) is
'A section of a report, without rows that are null.';
revoke all on function nightshift.report_section(text, text, jsonb[]) from public, anon, authenticated, service_role;

create or replace function nightshift.sum_sections(p_workspace_ids uuid[], p_first_days date[], p_last_days date[],
  p_days_before integer[]) returns table (place bigint, is_partial boolean, sections jsonb)
language sql stable set search_path = ''
as $$
  with lines (section, title, query, line, label, field, unit) as materialized (
    values (1, 'Emails', 'select sum(emails_in), sum(emails_out), … ', 1, 'Received', 'emails_in', null),
      (1, null, null, 2, 'Read by the analyzer', 'emails_read', null),
      (1, null, null, 3, 'To many people', 'emails_bulk', null),
      (1, null, null, 4, 'Sent', 'emails_out', null),
      (2, 'What they ask for', 'select sum(needing_reply), by_intent, … ', 1, 'Need a reply', 'needing_reply', null),
      (2, null, null, 2, 'Of these, answered', 'answered', null),
      (2, null, null, 3, 'Urgent', 'urgent', null),
      (2, null, null, 4, 'Complaints', 'complaints', null),
      (2, null, null, 5, 'In a negative tone', 'negative', null),
      (3, 'New contacts', 'select sum(contacts_new) ', 1, 'New', 'contacts_new', null),
      (4, 'Tasks', 'select tasks ', 1, 'Completed', 'tasks_completed', null),
      (4, null, null, 2, 'Failed', 'tasks_failed', null),
      (5, 'Calls of models', 'select sum(calls), sum(cost_usd) ', 1, 'Calls', 'calls', null),
      (5, null, null, 2, 'Cost', 'cost_usd', 'usd')
  ), periods as materialized (
    select p.place, n.sums as now, case when b.sums -> 'days' <> '0' then b.sums end as before,
      format('from daily_metrics where day between ''%s'' and ''%s''', p.first_day, p.last_day) as days
    from unnest(p_first_days, p_last_days) with ordinality as p (first_day, last_day, place)
    join nightshift.sum_days(p_workspace_ids, p_first_days, p_last_days) n on n.place = p.place
    join nightshift.sum_days(p_workspace_ids, array(
        select d.first_day - d.days_before
        from unnest(p_first_days, p_days_before) with ordinality as d (first_day, days_before, place) order by d.place
      ), array(
        select d.first_day - 1 from unnest(p_first_days) with ordinality as d (first_day, place) order by d.place
      )) b on b.place = p.place
  ), sections as ( -- rows without a number of the period are left out
    select p.place, l.section, jsonb_build_object('title', max(l.title), 'query', max(l.query || p.days),
      'rows', coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('label', l.label, 'value', p.now -> l.field,
        'before', p.before -> l.field, 'unit', l.unit)) order by l.line)
        filter (where jsonb_typeof(p.now -> l.field) = 'number'), '[]')) as item
    from periods p
    cross join lines l
    group by p.place, l.section
  )
  select p.place, (p.now -> 'is_partial')::boolean, s.items
  from periods p
  join (
    select o.place, jsonb_agg(o.item order by o.section) as items from sections o group by o.place
  ) s on s.place = p.place
$$;
comment on function nightshift.sum_sections(uuid[], date[], date[], integer[]) is
'Part of reports: the sections that are sums of days, against the p_days_before days before, by the place of the '
'period.';
revoke all on function nightshift.sum_sections(uuid[], date[], date[], integer[])
  from public, anon, authenticated, service_role;

create or replace function nightshift.list_sections(p_workspace_id uuid, p_first_day date, p_last_day date,
  p_now timestamptz) returns jsonb
language plpgsql stable set search_path = '' -- without report_section, which costs as much as its lists
as $$
declare
  c_most constant integer := 5;
begin
  return jsonb_build_array(
    jsonb_build_object('title', 'Waiting for an answer',
      'query', 'the queue of emails that need an answer, the most urgent first', 'rows', array(
        select jsonb_build_object('label', coalesce(nullif(left(e.subject, 120), ''), '(no subject)'), 'detail',
          concat_ws(', ', left(e.from_email, 100), 'since ' || to_char(q.received_at at time zone 'UTC', 'YYYY-MM-DD')))
        from nightshift.answer_queue q
        join public.client_emails e on e.id = q.email_id
        where q.workspace_id = p_workspace_id and q.state = 'open' and q.urgency <= 1
        order by q.urgency, q.due_on, q.received_at, q.email_id
        limit c_most)),
    jsonb_build_object('title', 'Scores that moved', 'query', format(
      'select * from lead_score_history where day between ''%s'' and ''%s''', p_first_day, p_last_day), 'rows', array(
        select jsonb_build_object('label', coalesce(c.name, c.email), 'value', s.score, 'before', s.before)
        from (
          select distinct on (h.contact_id) h.contact_id, h.score, (
            select b.score from public.lead_score_history b
            where b.contact_id = h.contact_id and b.day < p_first_day order by b.day desc limit 1) as before
          from public.lead_score_history h
          where h.workspace_id = p_workspace_id and h.day between p_first_day and p_last_day
          order by h.contact_id, h.day desc
        ) s
        join public.contacts c on c.id = s.contact_id
        order by abs(s.score - coalesce(s.before, 0)) desc, c.email
        limit c_most)),
    jsonb_build_object('title', 'Budget', 'query', 'select get_budget_status(…)', 'rows', array(
      select jsonb_build_object('label', format('Spent of the limit of the %s', b.period), 'value', b.spent_usd,
        'unit', 'usd', 'detail', 'limit ' || nightshift.show_value(b.limit_usd, 'usd'))
      from nightshift.list_budgets(p_now, p_workspace_id) b
      where b.workspace_id = p_workspace_id
      order by b.period)));
end
$$;
comment on function nightshift.list_sections(uuid, date, date, timestamptz) is
'Part of a report: the sections that show how things are when it is written.';
revoke all on function nightshift.list_sections(uuid, date, date, timestamptz)
  from public, anon, authenticated, service_role;

create or replace function nightshift.join_sections(p_report jsonb, p_sections jsonb) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select p_report || jsonb_build_object(
    'sections', coalesce(jsonb_agg(s.item order by s.place) filter (where s.has_data), '[]'))
    || case when bool_or(not s.has_data) then jsonb_build_object('left_out',
      jsonb_agg(s.item -> 'title' order by s.place) filter (where not s.has_data)) else '{}' end
  from (
    select e.item, e.place, e.item ? 'always' or e.item @? '$.rows[*] ? (!exists(@.value)
      || @.value.type() == "number" && @.value != 0 || @.before.type() == "number" && @.before != 0)' as has_data
    from jsonb_array_elements(p_sections) with ordinality as e (item, place)
    offset 0
  ) s
$$;
comment on function nightshift.join_sections(jsonb, jsonb) is
'A report with those of the sections that say anything but zeros or are always shown, and the titles of the others in '
'left_out.';
revoke all on function nightshift.join_sections(jsonb, jsonb) from public, anon, authenticated, service_role;
