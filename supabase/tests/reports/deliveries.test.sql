-- Test: who subscribes gets a report once, and its destination is seen by nobody.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/days.psql
select plan(33);
update auth.users set email_confirmed_at = now() where email = 'member@example.com';
delete from vault.secrets where name in ('cron_secret', 'project_url', 'report_email_key', 'report_email_from');
select vault.create_secret('a cron secret', 'cron_secret') \g /dev/null
select vault.create_secret('https://example.supabase.co', 'project_url') \g /dev/null

-- Subscribing

select is(pg_temp.attempt(s.persona, format('select public.subscribe_to_reports(%s, %L, %L, %L)', s.workspace, s.kind, s.channel, s.destination)),
  s.expected, s.what || ': ' || s.expected)
from (values
  ('an admin and a webhook', 'admin', '$1', 'weekly', 'webhook', 'https://hooks.example.com/r', '1'),
  ('a member', 'member', '$1', 'weekly', 'webhook', 'https://hooks.example.com/r', 'PT403 workspace_not_managed'),
  ('another owner', 'other_owner', '$1', 'weekly', 'webhook', 'https://hooks.example.com/r', 'PT403 workspace_not_managed'),
  ('a private address', 'owner', '$1', 'weekly', 'slack', 'http://10.0.0.1/x', 'PT400 destination_invalid'),
  ('no URL', 'owner', '$1', 'weekly', 'slack', 'hooks', 'PT400 destination_invalid'),
  ('the confirmed address of a member', 'owner', '$1', 'monthly', 'email', 'member@example.com', '1'),
  ('an address that is not confirmed', 'owner', '$1', 'monthly', 'email', 'viewer@example.com', 'PT400 destination_invalid'),
  ('a stranger''s address', 'owner', '$1', 'monthly', 'email', 'stranger@example.com', 'PT400 destination_invalid'),
  ('any address by the service role', 'service_role', '$1', 'monthly', 'email', 'stranger@example.com', '1'),
  ('the night by an owner', 'owner', 'null', 'night', 'slack', 'https://hooks.example.com/r', 'PT403 workspace_not_managed'),
  ('the night by the operator', 'service_role', 'null', 'night', 'slack', 'https://hooks.example.com/r', '1'),
  ('the night of a workspace', 'service_role', '$1', 'night', 'slack', 'https://hooks.example.com/r', 'PT400 subscription_invalid'),
  ('another channel', 'owner', '$1', 'weekly', 'fax', '1', 'PT400 subscription_invalid')
) as s (what, persona, workspace, kind, channel, destination, expected);

select pg_temp.attempt('owner', $$ select public.subscribe_to_reports($1, 'weekly', 'webhook', 'https://hooks.example.com/r') $$, true) \g /dev/null
select pg_temp.attempt('owner', $$ select public.subscribe_to_reports($1, 'weekly', 'slack', 'https://slack.example.com/secret') $$, true) \g /dev/null
select pg_temp.attempt('owner', $$ select public.subscribe_to_reports($1, 'weekly', 'email', 'member@example.com') $$, true) \g /dev/null
select ok((select bool_and(s::text !~ 'example') from nightshift.report_subscriptions s), 'a row does not say where reports go');
select is(pg_temp.attempt('owner', 'select from jsonb_array_elements(public.list_report_subscriptions($1)) e where e::text !~ ''example'''), '3',
  'an owner sees three subscriptions, without their destinations');

-- Delivering

insert into public.workspace_settings (workspace_id, enabled_types) values (:'ours', '{weekly_report_generation}');
select pg_temp.receive_one(:'ours', 'one', '2026-03-10 10:00Z', 'question') \g /dev/null
create temp view deliveries as
select s.channel, d.* from nightshift.report_deliveries d join nightshift.report_subscriptions s on s.id = d.subscription_id where s.kind = 'weekly';
select pg_temp.write_weekly('2026-03-16 07:05Z') \g /dev/null
select pg_temp.write_weekly('2026-03-16 08:05Z') \g /dev/null
select is((select count(*) from deliveries), 3::bigint, 'two ticks make one delivery for each subscription');
select is(nightshift.send_reports('2026-03-16 08:06Z'), 2, 'the webhook and Slack are posted');
select is(nightshift.send_reports('2026-03-16 08:06Z'), 0, 'and what is under way is not posted again');
select results_eq('select channel, state, attempts from deliveries order by channel',
  $$ values ('email'::text, 'waiting'::text, 1), ('slack', 'sent', 1), ('webhook', 'sent', 1) $$, 'each has its state');
select matches((select last_error from deliveries where channel = 'email'), '^Vault has no report_email_key', 'an email that cannot be sent says why');
select is((select count(*) from net.http_request_queue q where q.url = 'https://slack.example.com/secret'), 1::bigint, 'Slack is posted to its URL');
create temp view posted as
select convert_from(q.body, 'UTF8')::jsonb as body, q.headers from net.http_request_queue q where q.url = 'https://hooks.example.com/r';
select is((select body ->> 'type' from posted), 'report.weekly', 'the webhook gets the report');
select ok((select body -> 'data' -> 'numbers' ? 'sections' and body -> 'data' ->> 'text' like '%Received%' from posted), 'as numbers and as text');
select is((select headers ->> 'webhook-id' from posted), (select id::text from deliveries where channel = 'webhook'), 'signed, under the id of the delivery');

-- Email

select vault.create_secret('re_key', 'report_email_key') \g /dev/null
select vault.create_secret('Nightshift <reports@example.com>', 'report_email_from') \g /dev/null
select is(public.open_report_email(id) ->> 'outcome', 'not_due', 'an email that is not under way is opened by nobody') from deliveries where channel = 'email';
select nightshift.send_reports('2026-03-16 09:30Z') \g /dev/null
select is((select convert_from(q.body, 'UTF8')::jsonb from net.http_request_queue q where q.url = 'https://example.supabase.co/functions/v1/send-alert/reports'),
  (select jsonb_build_object('delivery_id', id) from deliveries where channel = 'email'), 'the function gets an id, and no key and no address');
select is((select public.open_report_email(id) -> 'email' ->> 'to' from deliveries where channel = 'email'), '["member@example.com"]', 'and opens the email with it');
select ok((select public.open_report_email(id) -> 'email' ->> 'html' like '<!doctype html>%' from deliveries where channel = 'email'), 'in HTML and in text');

savepoint before_leaving;
delete from public.workspace_members m where m.workspace_id = :'ours' and m.user_id = pg_temp.user_of('member');
select is((select public.open_report_email(id) ->> 'outcome' from deliveries where channel = 'email'), 'not_due', 'unless the member has left the workspace');
update nightshift.report_deliveries d set state = 'waiting', request_id = null, next_attempt_at = '2026-03-16 09:30Z' where d.id = (select id from deliveries where channel = 'email');
select nightshift.send_reports('2026-03-16 09:31Z') \g /dev/null
select matches((select last_error from deliveries where channel = 'email'), 'of no member', 'to whom nothing is sent any more');
rollback to before_leaving;

-- Later versions and the end

select pg_temp.receive_one(:'ours', 'late', '2026-03-11 10:00Z', 'question') \g /dev/null
select pg_temp.write_weekly('2026-03-17 08:05Z') \g /dev/null
select results_eq('select (select max(version) from public.workspace_reports), count(*) from deliveries', 'values (2, 3::bigint)', 'version 2 is not sent again');
select pg_temp.attempt('owner', $$ select public.unsubscribe_from_reports((e ->> 'id')::uuid) from jsonb_array_elements(public.list_report_subscriptions($1)) e $$, true) \g /dev/null
select is((select count(*) from vault.secrets where name like 'nightshift\_report\_%'), 0::bigint, 'the destination goes with the subscription');
select is((select count(*) from nightshift.report_deliveries), 0::bigint, 'and its deliveries');

select * from finish();
rollback;
