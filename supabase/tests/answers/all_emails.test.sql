-- Test: people find every email of their workspace, and those that have not been read yet, page by page.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(9);

create function pg_temp.listed(p_persona text, p_state text, p_after text default null, p_limit integer default 50)
returns text
language plpgsql as $$
declare
  v_after uuid := (select e.id from public.client_emails e where e.provider_message_id = p_after);
  v_answer jsonb;
begin
  perform set_config('request.jwt.claims',
    jsonb_build_object('role', 'authenticated', 'sub', pg_temp.user_of(p_persona))::text, true);
  set local role authenticated;
  v_answer := public.list_answers('a0000000-0000-4000-8000-000000000001', p_state, v_after, p_limit);
  reset role;
  return (select coalesce(string_agg(e.provider_message_id, ' ' order by a.position), '')
    from jsonb_array_elements(v_answer -> 'answers') with ordinality as a (one, position)
    join public.client_emails e on e.id = (a.one ->> 'email_id')::uuid)
    || case when (v_answer ->> 'next')::boolean then ' …' else '' end;
end
$$;

select pg_temp.receive(:'ours', 'mail', 5, '2026-11-10 08:00Z');
select pg_temp.receive(:'theirs', 'theirs', 1, '2026-11-10 08:02Z');
-- Two came in at the same time: their ids tell them apart.
update public.client_emails set received_at = '2026-11-10 08:03Z' where provider_message_id = 'mail-5';
-- The queue has the time at which the email came in.
update nightshift.email_queue q set received_at = e.received_at
from public.client_emails e where e.id = q.email_id and e.provider_message_id = 'mail-5';
-- One is read, one was given up, one is in the hands of a run.
update public.client_emails set intelligence_analyzed = true, analyzed_at = now() where provider_message_id = 'mail-1';
insert into public.email_intelligence
select (jsonb_populate_record(null::public.email_intelligence, pg_temp.record() || jsonb_build_object(
  'id', gen_random_uuid(), 'email_id', e.id, 'workspace_id', e.workspace_id, 'extraction_model', 'test',
  'extracted_at', now(), 'urgency_reasons', '["asks_when", "reads_as_urgent"]'::jsonb))).*
from public.client_emails e where e.provider_message_id = 'mail-1';
delete from nightshift.email_queue q using public.client_emails e
where e.id = q.email_id and e.provider_message_id = 'mail-1';
update nightshift.email_queue q set failed_at = now(), attempts = 5
from public.client_emails e where e.id = q.email_id and e.provider_message_id = 'mail-3';
update nightshift.email_queue q set run_id = gen_random_uuid(), lease_token = gen_random_uuid(), lease_expires_at = now()
from public.client_emails e where e.id = q.email_id and e.provider_message_id = 'mail-2';

-- The two of the same time, the later id first.
create temp table pair as
select string_agg(e.provider_message_id, ' ' order by e.id desc) as names,
  (array_agg(e.provider_message_id order by e.id desc))[1] as first, (array_agg(e.provider_message_id order by e.id))[1] as last
from public.client_emails e where e.provider_message_id in ('mail-4', 'mail-5');

select is(pg_temp.listed('viewer', 'all'), (select names from pair) || ' mail-3 mail-2 mail-1',
  'every email is there, the latest first');
select is(pg_temp.listed('viewer', 'all', (select first from pair), 2), (select last from pair) || ' mail-3 …',
  'the next page begins behind the last email, also between two of the same time');
select is(pg_temp.listed('viewer', 'all', 'theirs-1'), (select names from pair) || ' mail-3 mail-2 mail-1',
  'the email of another workspace is no place to begin');
select is(pg_temp.listed('viewer', 'unread'), 'mail-3 mail-2 ' || (select last || ' ' || first from pair),
  'emails that are not read yet: those given up, then those that wait, the oldest first');
select is(pg_temp.listed('viewer', 'unread', 'mail-3', 1), 'mail-2 …', 'a page of them begins behind the last one');
select is(array[pg_temp.listed('stranger', 'all'), pg_temp.listed('other_owner', 'unread')], array['', ''],
  'nobody else sees any');

select is((select jsonb_object_agg(e.provider_message_id, nightshift.describe_answer(e.id) -> 'reading')
  from public.client_emails e where e.provider_message_id in ('mail-1', 'mail-2', 'mail-3', 'mail-4')),
  '{"mail-1": null, "mail-2": "under_way", "mail-3": "given_up", "mail-4": "waiting"}',
  'each email tells whether it has been read');
select is((select nightshift.describe_answer(e.id) -> 'urgency_words'
  from public.client_emails e where e.provider_message_id = 'mail-1'),
  '[{"reason": "asks_when", "text": "When?", "item": 0}, {"reason": "reads_as_urgent", "text": null, "item": 1}]',
  'each reason of its urgency has the words that it follows from, if it has any');
select is((select pg_temp.attempt(p.persona, $$select public.list_answers('a0000000-0000-4000-8000-000000000001', 'read')$$)
  from personas p where p.persona = 'viewer'), 'PT400 answer_state_invalid', 'there is no other list');

select * from finish();
rollback;
