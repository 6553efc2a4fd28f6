-- Test: emails that need an answer wait in the order in which to answer them, until one of ours answers.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(17);

-- An email with a record: its urgency, the dates that it names, and whether it needs a reply.
create function pg_temp.read(p_name text, p_urgency text, p_at timestamptz, p_dates jsonb default '[]',
  p_needs_reply boolean default true, p_workspace_id uuid default 'a0000000-0000-4000-8000-000000000001')
returns uuid
language plpgsql as $$
declare
  v_id uuid;
begin
  insert into public.client_emails (workspace_id, provider_message_id, subject, received_at)
  values (p_workspace_id, p_name, p_name, p_at) returning id into v_id;
  insert into public.email_intelligence
  select (jsonb_populate_record(null::public.email_intelligence, pg_temp.empty_record() || jsonb_build_object(
    'id', gen_random_uuid(), 'email_id', v_id, 'workspace_id', p_workspace_id, 'urgency_level', p_urgency,
    'dates', p_dates, 'needs_reply', p_needs_reply, 'extraction_model', 'test', 'extracted_at', now()))).*;
  return v_id;
end
$$;
-- Evidence of dates is asked for elsewhere.
alter table public.email_intelligence disable trigger check_evidence;

create function pg_temp.listed(p_persona text, p_state text default 'open', p_after uuid default null,
  p_limit integer default 50) returns text
language plpgsql as $$
declare
  v_answer jsonb;
begin
  perform set_config('request.jwt.claims',
    jsonb_build_object('role', 'authenticated', 'sub', pg_temp.user_of(p_persona))::text, true);
  set local role authenticated;
  v_answer := public.list_answers('a0000000-0000-4000-8000-000000000001', p_state, p_after, p_limit);
  reset role;
  return (select coalesce(string_agg(a.one ->> 'subject', ' ' order by a.position), '')
    from jsonb_array_elements(v_answer -> 'answers') with ordinality as a (one, position))
    || case when (v_answer ->> 'next')::boolean then ' …' else '' end;
end
$$;

select pg_temp.read('low-old', 'low', '2026-11-01 08:00Z');
select pg_temp.read('high-late', 'high', '2026-11-10 08:00Z', '[{"text": "in May", "value": "2027-05-01"}]');
select pg_temp.read('high-soon', 'high', '2026-11-11 08:00Z',
  '[{"text": "yesterday", "value": "2026-11-10"}, {"text": "by Friday", "value": "2026-11-13T12:00"}]');
select pg_temp.read('high-undated', 'high', '2026-11-01 09:00Z', '[{"text": "soon", "value": null}]');
select pg_temp.read('critical', 'critical', '2026-11-12 08:00Z');
select pg_temp.read('no-reply', 'critical', '2026-11-12 08:00Z', '[]', false);
select pg_temp.read('theirs', 'critical', '2026-11-12 08:00Z', '[]', true, :'theirs');
select pg_temp.read('odd-date', 'medium', '2026-11-12 08:00Z',
  '[{"text": "30 February", "value": "2027-02-30"}, {"text": "x", "value": "infinity"}]');

select is(pg_temp.listed('viewer'), 'critical high-soon high-late high-undated odd-date low-old',
  'urgency comes first, then the earliest date to come, then the oldest email');
select is(pg_temp.listed('viewer', p_limit => 2), 'critical high-soon …', 'a page tells that there are more');
select is(pg_temp.listed('viewer', p_after => (select id from public.client_emails where subject = 'high-soon')),
  'high-late high-undated odd-date low-old', 'the next page begins behind the last email');
select is(pg_temp.listed('stranger'), '', 'a stranger sees nothing');
select is(pg_temp.listed('other_owner'), '', 'nor does the owner of another workspace');
select is(pg_temp.listed('owner', p_after => (select id from public.client_emails where subject = 'theirs')),
  'critical high-soon high-late high-undated odd-date low-old', 'the email of another workspace is no place to begin');

select is((select nightshift.describe_answer(e.id) -> 'due' from public.client_emails e where e.subject = 'high-soon'),
  '{"on": "2026-11-13", "text": "by Friday", "item": 1}', 'the reason for its place is told as the email writes it');

-- What people say.
create temp table ids as select e.subject, e.id from public.client_emails e;
create function pg_temp.change(p_persona text, p_subject text, p_rest text) returns text
language sql as $$
  select pg_temp.attempt(p_persona, format('select public.change_answer(%L, %s)', i.id, p_rest), true)
  from pg_temp.ids i where i.subject = p_subject
$$;
select is(pg_temp.change('member', 'critical', $$'answered'$$), '1', 'a member says that an email is answered');
select is(pg_temp.change('member', 'high-soon', $$'snoozed', now() + interval '1 day'$$), '1', 'and puts one aside');
select is(array[pg_temp.listed('viewer'), pg_temp.listed('viewer', 'done'), pg_temp.listed('viewer', 'snoozed')],
  array['high-late high-undated odd-date low-old', 'critical', 'high-soon'], 'each is where it belongs');
update nightshift.answer_queue q set snoozed_until = now() - interval '1 second'
from ids i where i.id = q.email_id and i.subject = 'high-soon';
select is(pg_temp.listed('viewer'), 'high-soon high-late high-undated odd-date low-old',
  'an email that was put aside is back in its place when its time has come');
select results_eq($$
  select t.persona, pg_temp.change(t.persona, t.subject, t.rest)
  from (values
    ('viewer', 'low-old', '''answered'''), ('stranger', 'low-old', '''answered'''),
    ('other_owner', 'low-old', '''answered'''), ('member', 'theirs', '''answered'''),
    ('member', 'low-old', '''done'''), ('member', 'low-old', '''snoozed'''),
    ('member', 'low-old', '''open'', now() + interval ''1 hour'''),
    ('member', 'low-old', '''snoozed'', now() + interval ''400 days'''), ('anon', 'low-old', '''answered''')
  ) as t (persona, subject, rest)$$,
  $$values ('viewer', 'PT404 email_not_found'), ('stranger', 'PT404 email_not_found'),
    ('other_owner', 'PT404 email_not_found'), ('member', 'PT404 email_not_found'),
    ('member', 'PT400 answer_state_invalid'), ('member', 'PT400 snooze_invalid'),
    ('member', 'PT400 snooze_invalid'), ('member', 'PT400 snooze_invalid'), ('anon', '42501')$$,
  'nobody else changes anything, and what makes no sense is refused');

-- An email of ours answers.
insert into public.client_emails (workspace_id, provider_message_id, subject, direction, headers)
values (:'ours', 'ours-1', 'Re: low-old', 'outbound', '{"in-reply-to": "<low-old>"}');
select is(pg_temp.listed('viewer', 'done'), 'critical low-old', 'an email of ours ends the wait of what it answers');
select is((select q.changed_by from nightshift.answer_queue q join ids i on i.id = q.email_id
  where i.subject = 'low-old'), null::uuid, 'then nobody has said so');

-- Read again.
update public.email_intelligence i set urgency_level = 'critical' from ids where ids.id = i.email_id
  and ids.subject in ('odd-date', 'critical');
select is(array[pg_temp.listed('viewer'), pg_temp.listed('viewer', 'done')],
  array['odd-date high-soon high-late high-undated', 'critical low-old'],
  'a new record changes the place, not what people said');
update public.email_intelligence i set needs_reply = false from ids where ids.id = i.email_id
  and ids.subject in ('odd-date', 'critical');
select is(array[pg_temp.listed('viewer'), pg_temp.listed('viewer', 'done')],
  array['high-soon high-late high-undated', 'critical low-old'],
  'an email that needs no reply after all leaves, unless somebody has decided about it');

-- One email for reading.
select is((select pg_temp.attempt(p.persona, format('select 1 from public.get_email(%L) as g (e) where g.e is not null',
  (select id from ids where subject = 'high-soon'))) from personas p where p.persona = 'stranger'), '0',
  'a stranger gets no email');

select * from finish();
rollback;
