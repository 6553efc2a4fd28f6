-- Test: which email waits for analysis, and which never does.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(11);

insert into public.client_emails (workspace_id, provider_message_id, direction, received_at, intelligence_analyzed) values
  (:'ours', 'inbound', 'inbound', '2026-03-01 10:00Z', false),
  (:'ours', 'outbound', 'outbound', '2026-03-01 10:00Z', false),
  (:'ours', 'analysed', 'inbound', '2026-03-01 10:00Z', true),
  (:'theirs', 'sent', 'outbound', '2026-03-01 10:00Z', false);

select is((pg_temp.queued('inbound')).received_at, '2026-03-01 10:00Z'::timestamptz, 'inbound email waits, by the time it was received');
select is((pg_temp.queued('inbound')).workspace_id, :'ours'::uuid, 'in the line of its workspace');
select is((pg_temp.queued('inbound')).attempts, 0, 'never tried yet');
select is((pg_temp.queued('outbound')).email_id, null, 'outbound email never waits');
select is((pg_temp.queued('analysed')).email_id, null, 'email that came in analysed never waits');
select is(
  (select due_at from nightshift.workspace_turns where workspace_id = :'ours'), '-infinity'::timestamptz,
  'a workspace with waiting email is due');
select is_empty(
  format('select from nightshift.workspace_turns where workspace_id = %L', :'theirs'),
  'a workspace with outbound email only has no turn');

-- Email that comes in twice

select throws_ok(
  format($$ insert into public.client_emails (workspace_id, provider_message_id) values (%L, 'inbound') $$, :'ours'),
  '23505', null, 'a message id is stored once in a workspace');
select lives_ok(
  format($$ insert into public.client_emails (workspace_id, provider_message_id) values (%L, 'inbound') $$, :'theirs'),
  'the same message id in another workspace is another email');

-- Email that goes

delete from public.client_emails e where e.provider_message_id = 'inbound' and e.workspace_id = :'ours';
select is_empty(
  format('select from nightshift.email_queue where workspace_id = %L', :'ours'), 'email that is deleted waits no more');
select is(
  pg_temp.names(nightshift.claim_emails(pg_temp.start_run(now()))), 'inbound',
  'and the workspace whose email went gets nothing, the other its own');

select * from finish();
rollback;
