-- Test: claims hand out the oldest email of the workspace that waited longest, within every limit.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(25);

\set t '2026-03-01 12:00:00+00'

-- Oldest first, whatever order it came in

select pg_temp.receive(:'ours', 'new', 2, '2026-03-01 11:00Z') \g /dev/null
select pg_temp.receive(:'ours', 'old', 2, '2026-03-01 09:00Z') \g /dev/null
create temp table run as select pg_temp.start_run(:'t') as id;
create temp table claim as
select nightshift.claim_emails((select id from run), 3, 50, 50, 30, :'t') as answer;
select is((select pg_temp.names(answer) from claim), 'old-1 old-2 new-1', 'a workspace gets its oldest emails, up to the batch');
select is((pg_temp.queued('old-1')).attempts, 1, 'a claim counts as an attempt');
select is((pg_temp.queued('old-1')).run_id, (select id from run), 'the email knows its run');
select is(
  (pg_temp.queued('old-1')).lease_token, (select (answer ->> 'lease_token')::uuid from claim), 'and its lease');
select is(
  (pg_temp.queued('old-1')).lease_expires_at, :'t'::timestamptz + interval '30 seconds', 'which ends after the lease seconds');
select is((pg_temp.queued('new-2')).lease_token, null, 'email that was not claimed has no lease');
select results_eq(
  format($$ select status, output_data, executed_at, input_data from public.autonomous_tasks where workspace_id = %L $$, :'ours'),
  format($$ values ('running'::text, '{"emails_processed": 0, "emails_failed": 0}'::jsonb, %L::timestamptz,
    jsonb_build_object('run_id', %L::text)) $$, :'t', (select id from run)),
  'the workspace has a running row that knows its run');
select is(
  (select array_agg(k order by k) from claim, jsonb_object_keys(answer -> 'emails' -> 0) as k),
  '{attempt,body_html,body_text,email_id,from_email,from_name,headers,received_at,subject,workspace_id}'::text[],
  'a claimed email holds what an analyzer needs');
select is(
  (select answer -> 'emails' -> 0 ->> 'subject' from claim), '', 'an email without a subject has an empty one');

-- A second claim passes over what is held

select is(
  pg_temp.names(nightshift.claim_emails((select id from run), 3, 50, 50, 30, :'t')), 'new-2',
  'a second claim gets what is left');
select is(
  (select count(*) from public.autonomous_tasks where workspace_id = :'ours'), 1::bigint,
  'a workspace has one row in a run, however many claims');
select is(
  nightshift.claim_emails((select id from run), 3, 50, 50, 30, :'t') -> 'emails', '[]'::jsonb, 'a third finds nothing');
select is(
  (select due_at from nightshift.workspace_turns where workspace_id = :'ours'),
  :'t'::timestamptz + interval '30 seconds', 'the workspace is due again when the leases end');

-- Bodies: HTML travels only where there is no text

delete from public.client_emails e where e.provider_message_id <> '';
insert into public.client_emails (workspace_id, provider_message_id, body_text, body_html) values
  (:'theirs', 'both', 'text', '<p>html</p>'), (:'theirs', 'html', null, '<p>html</p>');
create temp table bodies as
select e ->> 'body_text' as body_text, e ->> 'body_html' as body_html
from jsonb_array_elements(nightshift.claim_emails(pg_temp.start_run(now()), 10, 50, 50, 30, now()) -> 'emails') as e;
select set_eq(
  'select body_text, body_html from bodies', $$ values ('text'::text, null::text), (null, '<p>html</p>') $$,
  'HTML is handed out only where there is no text');

-- The limits: emails of a workspace, workspaces of a run, emails of a claim

delete from public.client_emails e where e.provider_message_id <> '';
insert into public.workspaces (id, name)
select format('e0000000-0000-4000-8000-0000000000%s', lpad(n::text, 2, '0'))::uuid, 'w' || n from generate_series(1, 6) as n;
select pg_temp.receive(w.id, w.name, 4, '2026-03-01 08:00Z')
from public.workspaces w where w.name like 'w_' \g /dev/null
create temp table limited as select pg_temp.start_run(:'t') as run_id;
create function pg_temp.claimed(p_batch integer, p_workspaces integer, p_limit integer) returns text
language sql as $$
  select count(*) || ' of ' || count(distinct c.email ->> 'workspace_id')
  from jsonb_array_elements(
    nightshift.claim_emails((select run_id from limited), p_batch, p_workspaces, p_limit, 30, '2026-03-01 12:00:00Z') -> 'emails'
  ) as c (email)
$$;
select is(pg_temp.claimed(2, 3, 50), '6 of 3', 'two emails of each of three workspaces');
select is(pg_temp.claimed(2, 3, 50), '6 of 3', 'again, of the same three: the limit on workspaces is the run''s');
select is(pg_temp.claimed(2, 3, 50), '0 of 0', 'then the run has no more, though three workspaces wait');
update limited set run_id = pg_temp.start_run('2026-03-01 12:00:00Z') where run_id is not null;
select is(pg_temp.claimed(4, 50, 5), '5 of 2', 'another run gets the others, five emails at most');
select is(pg_temp.claimed(4, 50, 200), '7 of 2', 'and then the rest');

-- Arguments out of range

select throws_ok(
  format('select nightshift.claim_emails(gen_random_uuid(), %s)', a.arguments), 'PT400',
  'claim_out_of_range: 1 to 100 emails a workspace, 1 to 500 workspaces, 1 to 200 emails, 1 to 3600 s.',
  a.arguments || ' is refused')
from (values
  ('0'), ('101'), ('10, 501'), ('10, 50, 201'), ('10, 50, 50, 0'), ('10, 50, 50, null')
) as a (arguments);

select * from finish();
rollback;
