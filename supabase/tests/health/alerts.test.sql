-- Test: a lasting failure is told once and once a day, a flapping one never, and all changes of a look in one alert.
begin;
\ir ../_helpers/health.psql
set local client_min_messages = error;
select plan(22);

delete from nightshift.health_sources where true;
delete from nightshift.health_checks where true;
delete from nightshift.alert_rules where true;
insert into nightshift.alert_rules (name, webhook_url) values ('ops', 'https://alerts.example.com/hook');
create table nightshift.probe_states (subject text primary key, status text not null);
create function nightshift.look_at_probe(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$ select s.subject, s.status, 1, 2, 'It says so.' from nightshift.probe_states s where p_now is not null $$;
insert into nightshift.health_sources (name) values ('probe');

create function pg_temp.set_state(p_subject text, p_status text) returns void
language sql as $$
  insert into nightshift.probe_states values (p_subject, p_status) on conflict (subject) do update set status = excluded.status
$$;
create function pg_temp.told() returns bigint language sql as $$ select count(*) from nightshift.alerts $$;

-- A day of lasting failure, by looks every five minutes

select pg_temp.set_state('a', 'ok') \g /dev/null
select pg_temp.look('2026-03-01 23:50Z') \g /dev/null
select pg_temp.set_state('a', 'critical') \g /dev/null
do $$
begin
  for v_look in 0 .. 288 loop
    perform pg_temp.look(timestamptz '2026-03-02 00:00Z' + v_look * interval '5 minutes');
  end loop;
end
$$;
select is(pg_temp.told(), 2::bigint, 'a day of lasting failure makes two alerts');
select results_eq('select event, created_at from nightshift.alerts order by created_at',
  $$ values ('unhealthy', '2026-03-02 00:05Z'::timestamptz), ('unhealthy', '2026-03-02 23:55Z') $$, 'one after the second look, and a reminder');
select is((select message from nightshift.alerts order by created_at limit 1), 'probe "a": critical. It says so.', 'that say what it is');
select is((select since from nightshift.health_checks), '2026-03-02 00:00Z'::timestamptz, 'and since when is kept');
select pg_temp.set_state('a', 'ok') \g /dev/null
select is(pg_temp.look('2026-03-03 00:10Z'), null, 'one good look is no recovery');
select is(pg_temp.look('2026-03-03 00:15Z'), 'recovered', 'the second is');
select is(pg_temp.look('2026-03-03 00:20Z'), null, 'and it is told once');
select is((select message from nightshift.alerts where event = 'recovered'), 'probe "a": ok again. It says so.', 'in words');

-- Flapping

delete from nightshift.alerts where true;
delete from nightshift.alert_events where true;
do $$
begin
  for v_look in 0 .. 287 loop
    perform pg_temp.set_state('a', case when v_look % 2 = 0 then 'critical' else 'ok' end);
    perform pg_temp.look(timestamptz '2026-03-03 01:00Z' + v_look * interval '5 minutes');
  end loop;
end
$$;
select is(pg_temp.told(), 0::bigint, 'a check that flaps for a day is never told');
select pg_temp.set_state('a', 'critical'), pg_temp.look('2026-03-04 01:00Z'), pg_temp.set_state('a', 'degraded') \g /dev/null
select is(pg_temp.look('2026-03-04 01:05Z'), 'unhealthy', 'one that is not well in two looks, whichever way, is');
select is((select told_status from nightshift.health_checks), 'degraded', 'as degraded');
select is(pg_temp.look('2026-03-04 01:10Z'), null, 'once');

-- All changes of a look

delete from nightshift.alerts where true;
delete from nightshift.alert_events where true;
select pg_temp.set_state('a', 'ok'), pg_temp.set_state('b', 'critical'), pg_temp.set_state('c', 'degraded'), pg_temp.look('2026-03-04 02:00Z'), pg_temp.look('2026-03-04 02:05Z') \g /dev/null
select results_eq('select event, message from nightshift.alerts',
  $$ values ('unhealthy', 'probe "b": critical. It says so. probe "c": degraded. It says so. probe "a": ok again. It says so.') $$,
  'all changes of a look are one alert');
select pg_temp.set_state('d', 'critical'), pg_temp.look('2026-03-04 02:10Z'), pg_temp.look('2026-03-04 02:15Z') \g /dev/null
select is(pg_temp.told(), 2::bigint, 'another change ten minutes later is told too, whatever the cool-down says');
select pg_temp.set_state('d', 'ok'), pg_temp.look('2026-03-04 02:20Z'), pg_temp.look('2026-03-04 02:25Z') \g /dev/null
select pg_temp.set_state('c', 'ok'), pg_temp.look('2026-03-04 02:30Z'), pg_temp.look('2026-03-04 02:35Z') \g /dev/null
select is((select count(*) from nightshift.alerts where event = 'recovered'), 2::bigint, 'and so is each recovery');
update nightshift.alert_events e set happened_at = e.happened_at - interval '2 days' where true;
insert into nightshift.alert_rules (name, webhook_url) values ('late', 'https://alerts.example.com/late');
delete from nightshift.probe_states where subject = 'b';
select pg_temp.look('2026-03-04 02:40Z') \g /dev/null
select is(pg_temp.look('2026-03-04 02:45Z'), 'recovered', 'what is not looked at any more is told as well');
select is((select count(*) from nightshift.alerts a join nightshift.alert_rules r on r.id = a.rule_id where r.name = 'late'), 0::bigint,
  'but not to those who never heard of it');
select pg_temp.look('2026-03-04 02:50Z') \g /dev/null
select is_empty($$ select from nightshift.health_checks where subject = 'b' $$, 'and then it is gone');

-- Unknown

create or replace function nightshift.look_at_probe(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language plpgsql stable set search_path = ''
as $$ begin perform 1 / (extract(epoch from p_now) * 0)::integer; end $$;
select pg_temp.look('2026-03-04 03:00Z'), pg_temp.look('2026-03-04 03:05Z') \g /dev/null
select is((select bool_and(status = 'unknown') from nightshift.health_checks), true, 'a check that raises an error is unknown');
select is((select count(*) from nightshift.alerts where created_at >= '2026-03-04 03:00Z'), 0::bigint, 'which alarms nobody');

-- From outside

select is(nightshift.system_health('2026-03-04 03:05Z') ->> 'status', 'pass', 'and does not fail the whole');
select is(nightshift.system_health('2026-03-04 03:05Z') -> 'checks' -> 'probe:age' -> 0 ->> 'state', 'unknown', 'which says so');

select * from finish();
rollback;
