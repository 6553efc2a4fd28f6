-- Test: on a hosted project no alert is posted to a private address; on a local stack it may be.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/schedules.psql
select plan(9);

create function pg_temp.add_rule(p_name text, p_url text) returns void
language sql as $$ insert into nightshift.alert_rules (name, webhook_url, events) values (p_name, p_url, '{failed}') $$;

-- project_url is public

select throws_ok(format('select pg_temp.add_rule(''x'', %L)', u.url), 'PT400', null, 'no rule for ' || u.url)
from unnest(array['http://127.0.0.1:9000/hook', 'http://169.254.169.254/', 'http://kong:8000/']) as u (url);
select lives_ok($$ select pg_temp.add_rule('public', 'https://hooks.example.com/x') $$, 'a public address is accepted');
select throws_ok(
  $$ update nightshift.alert_rules set webhook_url = 'http://10.0.0.1/' where name = 'public' $$, 'PT400', null, 'and cannot become a private one');
select is(
  pg_temp.attempt(p.persona, 'insert into nightshift.alert_rules (name, webhook_url) values (''mine'', ''https://example.com'')'), '42501',
  p.persona || ' sets no address at all')
from unnest(array['owner', 'service_role']) as p (persona);

-- A rule from the time when the project was local

delete from vault.secrets s where s.name = 'project_url';
select vault.create_secret('http://127.0.0.1:54321', 'project_url') \g /dev/null
select lives_ok($$ select pg_temp.add_rule('local', 'http://127.0.0.1:9000/hook') $$, 'a local stack posts to this machine');
delete from vault.secrets s where s.name = 'project_url';
select vault.create_secret('https://project.example.com', 'project_url') \g /dev/null
select nightshift.raise_alert('failed', 'example', '1', 'It failed.', '{}', now(), now()) \g /dev/null
select nightshift.send_alerts(now()) \g /dev/null
select results_eq(
  $$ select r.name, a.request_id is not null, a.last_error from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id order by r.name $$,
  $$ values ('local', false, 'the address is private, so it was not posted'::text), ('public', true, null) $$,
  'on the hosted project only the public address gets the alert');

select * from finish();
rollback;
