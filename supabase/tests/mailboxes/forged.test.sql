-- Test: who knows a Message-ID or the id of a conversation marks nobody's email as answered, and reaches no other
-- workspace.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mailboxes.psql
select plan(17);

create function pg_temp.answers_to(p_id text) returns text
language sql as $$
  select coalesce(string_agg(a.provider_message_id, ' '), 'none')
  from public.email_answers k join public.client_emails a on a.id = k.answered_by
  where k.email_id = (pg_temp.row_of(p_id)).id
$$;
select is(pg_temp.claim(5, :'now') || ' ' || pg_temp.claim(5, '2026-03-01 08:00:01Z'), 'ada eve bob', 'mailboxes at work');
select is(pg_temp.store('ada', pg_temp.mail('carol', '{"from_email": "carol@example.org"}', 'talk')), 'stored 1 0 0', 'Carol asks');

-- Another sender names her Message-ID as theirs, or gets into her conversation.
select is(pg_temp.store('ada', pg_temp.mail('re-dave', '{"direction": "outbound", "to_emails": ["dave@example.org"],
  "headers": {"in-reply-to": "<carol@example.com>"}}', p_replies => '["carol@example.com"]')), 'stored 1 0 0', 'we answer somebody else who uses her id');
select is(pg_temp.answers_to('carol'), 'none', 'which is no answer to Carol');
select is(pg_temp.store('ada', pg_temp.mail('dave', '{"from_email": "dave@example.org"}', 'talk')
  || pg_temp.mail('ours', '{"direction": "outbound", "to_emails": ["dave@example.org"], "received_at": "2026-02-22T08:00:00Z"}', 'talk')),
  'stored 2 0 0', 'somebody gets into her conversation, and we tell them something there');
select is(array[pg_temp.answers_to('carol'), pg_temp.answers_to('dave')], array['none', 'ours@example.com'], 'which answers them alone');
select is(pg_temp.store('ada', pg_temp.mail('posing', '{"from_email": "dave@example.org", "headers": {"in-reply-to": "<carol@example.com>"}}',
  p_replies => '["carol@example.com"]')), 'stored 1 0 0', 'an email that came in');
select is(pg_temp.answers_to('carol'), 'none', 'answers nothing, whatever it names');

-- Another workspace uses the same ids.
select is(pg_temp.store('eve', pg_temp.mail('theirs', '{"direction": "outbound", "to_emails": ["carol@example.org"]}', 'talk', '["carol@example.com"]')),
  'stored 1 0 0', 'another workspace answers the same Message-ID in the same conversation');
select is(pg_temp.answers_to('carol'), 'none', 'which changes nothing here');
select is((select count(*) from nightshift.email_references r where r.workspace_id = :'theirs' and r.message_id = 'carol@example.com'), 1::bigint, 'though it was noted there');
select is(pg_temp.store('eve', pg_temp.mail('carol', '{"from_email": "carol@example.org", "direction": "outbound"}')), 'stored 1 0 0', 'another workspace has sent an email of the same id');
select is((pg_temp.row_of('carol')).direction, 'inbound', 'ours stays what it is');

-- The right answers.
select is(pg_temp.store('ada', pg_temp.mail('re-carol', '{"direction": "outbound", "to_emails": ["bob@example.org"], "cc_emails": ["Carol@Example.org"]}',
  p_replies => '["carol@example.com"]')), 'stored 1 0 0', 'an answer that Carol gets, too');
select is(pg_temp.answers_to('carol'), 're-carol@example.com', 'is one');
select is(pg_temp.store('bob', pg_temp.mail('ticket', '{"from_email": "noreply@desk.example", "headers": {"reply-to": "\"Desk, 7\" <Ticket+7@desk.example>, x@y.example"}}')
  || pg_temp.mail('re-ticket', '{"direction": "outbound", "to_emails": ["ticket+7@desk.example"]}', p_replies => '["ticket@example.com"]')), 'stored 2 0 0', 'an answer to where somebody wants it');
select is(pg_temp.answers_to('ticket'), 're-ticket@example.com', 'is one');
select * from finish();
rollback;
