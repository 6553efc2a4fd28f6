-- Test: emails of mailboxes are stored once, in turns, under leases; what fails fails alone.
begin;
\ir ../_helpers/acting.psql
select plan(45);
\ir ../_helpers/mailboxes.psql

-- Turns.
select is(pg_temp.claim(5, :'now'), 'ada eve', 'one mailbox of each workspace');
select is(pg_temp.claim(5, '2026-03-01 08:00:01Z'), 'bob', 'then the next of a workspace that has more');
select is(pg_temp.claim(5, '2026-03-01 08:00:02Z'), 'none', 'what somebody works on is not claimed');
select is(pg_temp.settle(n, '{"outcome": "more"}', '2026-03-01 08:00:05Z'), true, 'the mailbox of ' || n || ' is given back with work left')
from unnest(array['ada', 'bob', 'eve']) n;
select is(pg_temp.settle('ada', '{"outcome": "more"}', :'now'), false, 'once');
select is(pg_temp.claim(1, '2026-03-01 08:00:06Z'), 'eve', 'the workspace that has waited longer comes first');
select is(pg_temp.claim(1, '2026-03-01 08:00:07Z'), 'ada', 'then the other, with the mailbox that has waited longer');
select is(pg_temp.claim(1, '2026-03-01 08:00:08Z'), 'bob', 'then its other one');

-- Each email once.
select is(pg_temp.store('ada', pg_temp.mail('one')), 'stored 1 0 0', 'an email is stored');
select is(pg_temp.store('ada', pg_temp.mail('one')), 'stored 0 1 0', 'once');
select is(pg_temp.store('bob', pg_temp.mail('one')), 'stored 0 1 0', 'also when another mailbox of the workspace got it');
select is(pg_temp.store('eve', pg_temp.mail('one')), 'stored 1 0 0', 'another workspace has its own');
select is(
  public.list_new_messages(b.id, array['two', 'one']), '["two"]', 'what is known is not fetched again') from boxes b where b.name = 'ada';
select is(pg_temp.store('ada', pg_temp.mail('bad', '{"direction": "sideways"}') || pg_temp.mail('two')), 'stored 1 0 1', 'an email that the table refuses stops no other');
select is(pg_temp.store('ada', '[{"ref_id": "three", "email": null}]'), 'stored 0 0 1', 'one that cannot be read is passed over');
select is(
  public.list_new_messages(b.id, array['bad', 'three', 'four']), '["four"]', 'neither is asked for again') from boxes b where b.name = 'ada';
select is((select d.items from nightshift.intake_days d where d.workspace_id = :'ours' and d.kind = 'synced_email'), 6::bigint,
  'what cannot be stored, or is there already, counts as well: it was fetched');

-- Sent email.
select is(pg_temp.store('ada', pg_temp.mail('sent', '{"direction": "outbound", "headers": {"in-reply-to": "<one@example.com>"}}')), 'stored 1 0 0', 'a reply is stored');
select is((select count(*) from nightshift.email_queue q where q.email_id = (pg_temp.row_of('sent')).id), 0::bigint, 'and not analyzed');
select is((select a.answered_by from public.email_answers a where a.email_id = (pg_temp.row_of('one')).id), (pg_temp.row_of('sent')).id, 'it answers what it replies to');
select is(pg_temp.store('ada', pg_temp.mail('early', '{"direction": "outbound"}', p_replies => '["later@example.com"]')), 'stored 1 0 0', 'a reply to an email that is not there yet');
select is(pg_temp.store('ada', pg_temp.mail('later')), 'stored 1 0 0', 'which comes afterwards');
select is((select a.answered_by from public.email_answers a where a.email_id = (pg_temp.row_of('later')).id), (pg_temp.row_of('early')).id, 'is answered, too');
select is(pg_temp.store('ada', pg_temp.mail('asked', '{}', 'talk') || pg_temp.mail('told', '{"direction": "outbound", "received_at": "2026-02-21T08:00:00Z"}', 'talk')), 'stored 2 0 0', 'a reply that names nothing');
select is((select a.answered_by from public.email_answers a where a.email_id = (pg_temp.row_of('asked')).id), (pg_temp.row_of('told')).id, 'answers the conversation');
select is(pg_temp.store('bob', pg_temp.mail('inside')), 'stored 1 0 0', 'email of a colleague');
select is(pg_temp.store('ada', pg_temp.mail('inside', '{"direction": "outbound"}')), 'stored 0 1 0', 'that we sent ourselves, is one email');
select is((pg_temp.row_of('inside')).direction, 'outbound', 'which we sent');
select is((select count(*) from nightshift.email_queue q where q.email_id = (pg_temp.row_of('inside')).id), 0::bigint, 'and do not analyze');

-- The place, and how a round ends.
select is(pg_temp.store('ada', '[]', '{"cursor": {"at": 7}, "backfill_since": null, "is_caught_up": true}'), 'stored 0 0 0', 'the place is kept');
select is((select m.state || ' ' || m.last_synced_at from public.mailboxes m join boxes b using (id) where b.name = 'ada'), 'live 2026-03-01 08:00:10+00', 'and everything is there');
select is(pg_temp.store('ada', pg_temp.mail('late'), '{"cursor": {"at": 8}}', '2026-03-01 09:30Z'), 'lost 0 0 0', 'who has lost the lease stores nothing');
select is(pg_temp.settle('ada', '{"outcome": "done"}', '2026-03-01 08:00:20Z'), true, 'it is given back');
select is(pg_temp.settle('bob', '{"outcome": "back_off", "error": "Too fast.", "retry_after_seconds": 900}', '2026-03-01 08:00:20Z'), true, 'one that has to wait');
select is(pg_temp.claim(5, '2026-03-01 08:06Z'), 'eve ada', 'waits alone');
select is(pg_temp.settle('ada', '{"outcome": "reconnect_needed", "error": "Access was revoked."}', '2026-03-01 08:06Z'), true, 'a key that is rejected');
select is(pg_temp.claim(5, '2026-03-05Z'), 'bob eve', 'is not tried again, while the others go on');
select is((select string_agg(e.message, ' ') from nightshift.alert_events e), 'The mailbox ada@example.com has to be connected again: Access was revoked.', 'and told once');
delete from vault.secrets s where s.name = 'eve@example.com';
select is(nightshift.read_mailbox_secret(s.mailbox_id, s.lease_token, '2026-03-05Z'), '{"outcome": "read", "secret": {}}',
  'a key that somebody deleted from Vault is told from a lease that is lost')
from nightshift.mailbox_sync s join boxes b on b.id = s.mailbox_id where b.name = 'eve';
select nightshift.finish_mailbox_run(:'run', '{"mailboxes": 3}', null, '2026-03-05 00:01Z') \g /dev/null
select is((select t.status || ' ' || (t.output_data ->> 'emails_stored') from public.autonomous_tasks t where t.id = :'run'), 'completed 9', 'the run is completed with its numbers');
select is(
  (select string_agg(t.status || ' ' || (t.output_data ->> 'emails_processed'), ', ' order by t.status) from public.autonomous_tasks t where t.workspace_id is not null), 'completed 1, partial_failure 8', 'each workspace has its row');

-- A Message-ID can be forged. Of several emails that have it, the first to be stored is the one that is answered.
create function pg_temp.ingest(p_id text, p_more jsonb) returns uuid
language sql as $$
  select (public.ingest_email('a0000000-0000-4000-8000-000000000001', pg_temp.mail(p_id, p_more) -> 0 -> 'email') ->> 'email_id')::uuid
$$;
create temp table forged as
select pg_temp.ingest('real', '{}') as real, pg_temp.ingest('real', '{"body_text": "Forged before the answer."}') as before,
  pg_temp.ingest('reply', '{"direction": "outbound", "headers": {"in-reply-to": "<real@example.com>"}}') as reply,
  pg_temp.ingest('real', '{"body_text": "Forged after it."}') as after;
select is((select count(distinct id) from forged cross join lateral unnest(array[real, before, reply, after]) as id), 4::bigint, 'four emails');
select is((select array_agg(a.email_id) from public.email_answers a join forged on a.answered_by = reply), (select array[real] from forged),
  'one is answered, whether the others came before the answer or after it');
select * from finish();
rollback;
