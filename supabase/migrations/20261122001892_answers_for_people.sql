-- Answers for people: what to answer first, an email with its facts, and saying that one is done.
--
-- The functions check membership first and then read by index, so that row level security compares no rows.
-- A stranger gets the same as if there were nothing. They count no requests and return one document of at
-- most 64 kB, so a dashboard may ask often, also by GET.
-- Locks: rows only. Time: milliseconds.

create or replace function nightshift.describe_due(p_dates jsonb, p_due_on date) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object('on', p_due_on, 'text', d.text, 'item', d.item)
  from (select p_due_on) as due (day)
  left join lateral (
    select f.fact ->> 'text' as text, f.position - 1 as item
    from jsonb_array_elements(p_dates) with ordinality as f (fact, position)
    where f.fact ->> 'value' like due.day::text || '%'
    order by f.position
    limit 1
  ) as d on true
  where due.day < 'infinity'
$$;
comment on function nightshift.describe_due(jsonb, date) is
'The day by which something is due, how the email writes it, and which of its dates that is, counted from 0; null '
'without one.';
revoke all on function nightshift.describe_due(jsonb, date) from public;

create or replace function nightshift.describe_urgency(p_reasons text[], p_evidence jsonb) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_agg(jsonb_build_object('reason', r.reason, 'text', w.text, 'item', r.position - 1)
    order by r.position)
  from unnest(p_reasons[:3]) with ordinality as r (reason, position)
  left join lateral (
    select left(e.fact ->> 'text', 60) as text
    from jsonb_array_elements(p_evidence) as e (fact)
    where e.fact ->> 'field' = 'urgency_reasons' and (e.fact ->> 'item')::integer = r.position - 1
    limit 1
  ) as w on true
$$;
comment on function nightshift.describe_urgency(text[], jsonb) is
'Up to 3 reasons of the urgency of an email, each with the words that it follows from and its place among the reasons, '
'counted from 0. A reason without words follows from the whole text. Null without reasons.';
revoke all on function nightshift.describe_urgency(text[], jsonb) from public;

create or replace function nightshift.describe_answer(p_email_id uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'email_id', e.id, 'from_email', e.from_email, 'from_name', e.from_name, 'subject', left(e.subject, 200),
    'direction', e.direction, 'to_email', e.to_emails[1],
    'received_at', to_jsonb(e.received_at), 'state', q.state, 'snoozed_until', to_jsonb(q.snoozed_until),
    'changed_at', to_jsonb(q.changed_at), 'changed_by', q.changed_by,
    -- Null: it has been read.
    'reading', case when w.failed_at is not null then 'given_up' when w.lease_token is not null then 'under_way'
      when w.email_id is not null then 'waiting' end,
    'summary', i.summary, 'intent', i.primary_intent, 'urgency', i.urgency_level,
    -- Why it has its place: each reason is a fact with evidence, see get_email.
    'urgency_reasons', to_jsonb(i.urgency_reasons[:5]),
    'urgency_words', nightshift.describe_urgency(i.urgency_reasons, i.evidence),
    'due', nightshift.describe_due(i.dates, q.due_on),
    'money', (select jsonb_agg(left(m.fact ->> 'text', 60))
      from jsonb_array_elements(i.money) with ordinality as m (fact, position) where m.position <= 2),
    'asks', left(coalesce(i.action_items[1], i.questions_asked[1]), 200),
    'confidence', i.confidence_score, 'degraded', i.degraded)
  from public.client_emails e
  left join nightshift.answer_queue q on q.email_id = e.id
  left join public.email_intelligence i on i.email_id = e.id
  left join nightshift.email_queue w on w.email_id = e.id
  where e.id = p_email_id
$$;
comment on function nightshift.describe_answer(uuid) is
'An email as lists show it: whether it has been read, whether it waits for an answer, and why it has its place in the '
'order. State is null where it needs no answer.';
revoke all on function nightshift.describe_answer(uuid) from public;

create or replace function nightshift.list_open_answers(
  p_workspace_id uuid, p_after nightshift.answer_queue, p_limit integer, p_now timestamptz
) returns uuid[]
language sql stable set search_path = ''
as $$
  select array(
    select u.email_id
    from (
      (select q.*
      from nightshift.answer_queue q
      where q.workspace_id = p_workspace_id and q.state = 'open'
        and (p_after.email_id is null or (q.urgency, q.due_on, q.received_at, q.email_id)
          > (p_after.urgency, p_after.due_on, p_after.received_at, p_after.email_id))
      order by q.urgency, q.due_on, q.received_at, q.email_id
      limit p_limit)
      union all
      -- Those whose time has come; few, as a person has put each aside.
      select q.*
      from nightshift.answer_queue q
      where q.workspace_id = p_workspace_id and q.state = 'snoozed' and q.snoozed_until <= p_now
        and (p_after.email_id is null or (q.urgency, q.due_on, q.received_at, q.email_id)
          > (p_after.urgency, p_after.due_on, p_after.received_at, p_after.email_id))
    ) u
    order by u.urgency, u.due_on, u.received_at, u.email_id
    limit p_limit)
$$;
comment on function nightshift.list_open_answers(uuid, nightshift.answer_queue, integer, timestamptz) is
'Emails of a workspace that wait for an answer now, what to answer first at the top; those behind p_after.';
revoke all on function nightshift.list_open_answers(uuid, nightshift.answer_queue, integer, timestamptz) from public;

create or replace function nightshift.list_other_answers(
  p_workspace_id uuid, p_state text, p_after nightshift.answer_queue, p_limit integer, p_now timestamptz
) returns uuid[]
language sql stable set search_path = ''
as $$
  select case when p_state = 'snoozed' then array(
    select q.email_id
    from nightshift.answer_queue q
    where q.workspace_id = p_workspace_id and q.state = 'snoozed' and q.snoozed_until > p_now
      and (p_after.email_id is null or (q.snoozed_until, q.email_id) > (p_after.snoozed_until, p_after.email_id))
    order by q.snoozed_until, q.email_id
    limit p_limit)
  else array(
    select q.email_id
    from nightshift.answer_queue q
    where q.workspace_id = p_workspace_id and q.state in ('answered', 'not_needed')
      and (p_after.email_id is null or q.changed_at < p_after.changed_at
        or q.changed_at = p_after.changed_at and q.email_id > p_after.email_id)
    order by q.changed_at desc, q.email_id
    limit p_limit)
  end
$$;
comment on function nightshift.list_other_answers(uuid, text, nightshift.answer_queue, integer, timestamptz) is
'Emails that are put aside (p_state snoozed; next at the top), or done (latest at the top); those behind p_after.';
revoke all on function nightshift.list_other_answers(uuid, text, nightshift.answer_queue, integer, timestamptz)
  from public;

create or replace function nightshift.list_all_emails(p_workspace_id uuid, p_after uuid, p_limit integer)
returns uuid[]
language sql stable set search_path = ''
as $$
  with place as (
    select a.received_at, a.id from public.client_emails a where a.id = p_after and a.workspace_id = p_workspace_id
  )
  select array(
    select u.id
    from (
      -- In the order of the index on the time, which does not have the id: all of the last time come along.
      select e.id, e.received_at
      from public.client_emails e
      where e.workspace_id = p_workspace_id
        and e.received_at <= coalesce((select p.received_at from place p), '2100-01-01Z')
        and (e.received_at, e.id) < (coalesce((select p.received_at from place p), '2100-01-01Z'),
          coalesce((select p.id from place p), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by e.received_at desc
      fetch first (p_limit) rows with ties
    ) u
    order by u.received_at desc, u.id desc
    limit p_limit)
$$;
comment on function nightshift.list_all_emails(uuid, uuid, integer) is
'Emails of a workspace, the latest at the top; those behind p_after.';
revoke all on function nightshift.list_all_emails(uuid, uuid, integer) from public;

create or replace function nightshift.list_unread_emails(p_workspace_id uuid, p_after uuid, p_limit integer)
returns uuid[]
language sql stable set search_path = ''
as $$
  with place as (
    select (a.failed_at is null) as waits, a.received_at, a.email_id
    from nightshift.email_queue a
    where a.email_id = p_after and a.workspace_id = p_workspace_id
  )
  select array(
    select q.email_id
    from nightshift.email_queue q
    where q.workspace_id = p_workspace_id
      and ((q.failed_at is null), q.received_at, q.email_id) > (coalesce((select p.waits from place p), false),
        coalesce((select p.received_at from place p), '-infinity'),
        coalesce((select p.email_id from place p), '00000000-0000-0000-0000-000000000000'))
    order by (q.failed_at is null), q.received_at, q.email_id
    limit p_limit)
$$;
comment on function nightshift.list_unread_emails(uuid, uuid, integer) is
'Emails of a workspace that have not been read yet: those given up, then those that wait in their order; those behind '
'p_after.';
revoke all on function nightshift.list_unread_emails(uuid, uuid, integer) from public;

create or replace function public.list_answers(p_workspace_id uuid, p_state text default 'open',
  p_after uuid default null, p_limit integer default 50)
returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  c_states constant text[] := array['open', 'snoozed', 'done', 'all', 'unread'];
  v_now timestamptz := now();
  v_limit integer := least(greatest(coalesce(p_limit, 50), 1), 50);
  v_after nightshift.answer_queue;
  v_ids uuid[] := array[]::uuid[];
begin
  if coalesce(p_state, '') <> all (c_states) then
    raise exception 'answer_state_invalid: pass open, snoozed, done, all or unread.' using errcode = 'PT400';
  end if;
  if p_workspace_id in (select nightshift.my_workspaces()) then
    select q.* into v_after
    from nightshift.answer_queue q where q.email_id = p_after and q.workspace_id = p_workspace_id;
    v_ids := case p_state
      when 'open' then nightshift.list_open_answers(p_workspace_id, v_after, v_limit + 1, v_now)
      when 'all' then nightshift.list_all_emails(p_workspace_id, p_after, v_limit + 1)
      when 'unread' then nightshift.list_unread_emails(p_workspace_id, p_after, v_limit + 1)
      else nightshift.list_other_answers(p_workspace_id, p_state, v_after, v_limit + 1, v_now) end;
  end if;
  return jsonb_build_object('as_of', to_jsonb(v_now), 'answers', (
      select coalesce(jsonb_agg(nightshift.describe_answer(u.id) order by u.position), '[]')
      from unnest(v_ids[:v_limit]) with ordinality as u (id, position)),
    'next', cardinality(v_ids) > v_limit);
end
$$;
comment on function public.list_answers(uuid, text, uuid, integer) is
'Up to 50 emails of a workspace in the order in which to answer them (p_state open), put aside (snoozed), answered '
'and not needed (done), every email, the latest first (all), or those that have not been read yet (unread), as {as_of, '
'answers, next}. next: whether there are more; pass the last email_id as p_after. For members. Error: PT400 '
'answer_state_invalid.';
revoke all on function public.list_answers(uuid, text, uuid, integer) from public, anon, authenticated, service_role;
grant execute on function public.list_answers(uuid, text, uuid, integer) to authenticated;

create or replace function public.get_email(p_email_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  -- With the facts it stays below 64 kB.
  c_most_characters constant integer := 12000;
  v_email public.client_emails;
  v_record public.email_intelligence;
  v_queued nightshift.answer_queue;
  v_text text;
begin
  select e.* into v_email
  from public.client_emails e
  where e.id = p_email_id and e.workspace_id in (select nightshift.my_workspaces());
  if not found then
    return null;
  end if;
  select i.* into v_record from public.email_intelligence i where i.email_id = p_email_id;
  select q.* into v_queued from nightshift.answer_queue q where q.email_id = p_email_id;
  v_text := coalesce(v_record.analyzed_text, v_email.body_text, '');
  return jsonb_build_object('email_id', v_email.id, 'workspace_id', v_email.workspace_id,
    'from_email', v_email.from_email, 'from_name', v_email.from_name, 'to_emails', to_jsonb(v_email.to_emails[:20]),
    'cc_emails', to_jsonb(v_email.cc_emails[:20]), 'subject', v_email.subject, 'direction', v_email.direction,
    'received_at', to_jsonb(v_email.received_at), 'attachments', coalesce(v_email.attachments, '[]'),
    'text', left(v_text, c_most_characters), 'is_cut', length(v_text) > c_most_characters,
    'is_read', v_email.intelligence_analyzed,
    'record', case when v_record.email_id is not null then to_jsonb(v_record)
      - '{email_id,workspace_id,analyzed_text,evidence}'::text[] end,
    -- Places count characters of the text from 0, or of the subject.
    'evidence', coalesce(v_record.evidence, '[]'),
    'answer', case when v_queued.email_id is not null then jsonb_build_object('state', v_queued.state,
      'snoozed_until', to_jsonb(v_queued.snoozed_until), 'changed_by', v_queued.changed_by,
      'changed_at', to_jsonb(v_queued.changed_at), 'due', nightshift.describe_due(v_record.dates, v_queued.due_on)) end,
    'answered_by', (select a.answered_by from public.email_answers a where a.email_id = p_email_id));
end
$$;
comment on function public.get_email(uuid) is
'An email with its text, what was read in it, and where: {…, text, record, evidence, answer}. HTML is not in it. Null '
'for an email of nobody''s workspace of yours.';
revoke all on function public.get_email(uuid) from public, anon, authenticated, service_role;
grant execute on function public.get_email(uuid) to authenticated;

create or replace function public.change_answer(p_email_id uuid, p_state text, p_snoozed_until timestamptz default null)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  c_states constant text[] := array['open', 'snoozed', 'answered', 'not_needed'];
  v_now timestamptz := clock_timestamp();
  v_queued nightshift.answer_queue;
begin
  if coalesce(p_state, '') <> all (c_states) then
    raise exception 'answer_state_invalid: pass open, snoozed, answered or not_needed.' using errcode = 'PT400';
  end if;
  if (p_state = 'snoozed') <> (p_snoozed_until is not null)
    or p_snoozed_until not between v_now and v_now + interval '366 days' then
    raise exception 'snooze_invalid: pass a time within the next 366 days with snoozed, and with nothing else.'
      using errcode = 'PT400';
  end if;
  update nightshift.answer_queue q
  set state = p_state, snoozed_until = p_snoozed_until, changed_by = auth.uid(), changed_at = v_now
  where q.email_id = p_email_id and q.workspace_id in (select nightshift.my_writable_workspaces())
  returning q.* into v_queued;
  if not found then
    raise exception 'email_not_found: no email that waits for an answer in a workspace of yours has this id; viewers '
      'change nothing.' using errcode = 'PT404';
  end if;
  return nightshift.describe_answer(v_queued.email_id);
end
$$;
comment on function public.change_answer(uuid, text, timestamptz) is
'Says of an email that waits for an answer that it is answered, needs none (not_needed), is put aside until a time '
'(snoozed), or waits again (open). Returns it as list_answers does. For members, admins and owners. Errors: PT400 '
'answer_state_invalid, PT400 snooze_invalid, PT404 email_not_found.';
revoke all on function public.change_answer(uuid, text, timestamptz) from public, anon, authenticated, service_role;
grant execute on function public.change_answer(uuid, text, timestamptz) to authenticated;
