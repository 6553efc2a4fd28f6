-- Test: how much of an email is handed out, wherever it came from.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
select plan(3);

insert into public.client_emails (workspace_id, provider_message_id, received_at, subject, body_text, body_html) values
  (:'ours', 'text', '2026-03-01 10:00Z', repeat('s', 1000000), repeat('t', 3000000), repeat('h', 3000000)),
  (:'ours', 'html', '2026-03-01 10:01Z', 'Short', null, repeat('h', 3000000));

create temporary table handed_out as
select mail.* from jsonb_to_recordset(nightshift.claim_emails(pg_temp.start_run(now())) -> 'emails')
  as mail (subject text, body_text text, body_html text);

select results_eq(
  $$ select length(subject), length(body_text), length(body_html) from handed_out where body_text is not null $$,
  $$ values (2000, 131072, null::integer) $$, 'of a text its beginning, and its HTML is not needed');
select results_eq(
  $$ select subject, length(body_html) from handed_out where body_text is null $$,
  $$ values ('Short'::text, 262144) $$, 'of HTML without a text its beginning');
select is(
  (select max(length(e.body_text)) from public.client_emails e where e.workspace_id = :'ours'), 3000000,
  'what is stored stays as it is');

select * from finish();
rollback;
