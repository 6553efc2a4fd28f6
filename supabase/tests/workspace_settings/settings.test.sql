-- Test: owners and admins change the settings of a workspace, in bounds, and nobody else does.
begin;
\ir ../_helpers/acting.psql
select plan(29);

-- By persona

select is(
  pg_temp.attempt(p.persona, 'select public.set_workspace_settings($1, ''{"report_hour": 8}'')'), p.expected,
  format('%s changes the settings of our workspace: %s', p.persona, p.expected))
from (values
  ('anon', '42501'), ('stranger', 'PT403 workspace_not_managed'), ('viewer', 'PT403 workspace_not_managed'),
  ('member', 'PT403 workspace_not_managed'), ('admin', '1'), ('owner', '1'),
  ('other_owner', 'PT403 workspace_not_managed'), ('service_role', '1')
) as p (persona, expected);

-- What is kept

select is((nightshift.read_settings(:'ours')).time_zone, 'UTC', 'a workspace without a row has the default zone');
select is((nightshift.read_settings(:'ours')).enabled_types, '{}', 'and asks for no type');
select is(
  pg_temp.attempt('owner', $$ select public.set_workspace_settings($1,
    '{"time_zone": "europe/berlin", "own_domains": ["example.com"], "enabled_types": ["daily_analytics_rollup"]}') $$, true),
  '1', 'the owner sets a zone, a domain and a type');
select is(
  pg_temp.attempt('admin', $$ select public.set_workspace_settings($1, '{"week_starts_on": 7}') $$, true), '1',
  'and an admin later the first day of the week');
select results_eq(
  $$ select time_zone, week_starts_on::integer, report_hour::integer, own_domains, enabled_types from public.workspace_settings $$,
  $$ values ('Europe/Berlin', 7, 7, '{example.com}'::text[], '{daily_analytics_rollup}'::text[]) $$,
  'what was not named stays, and the zone is spelled as PostgreSQL spells it');
select ok(nightshift.has_type(:'ours', 'daily_analytics_rollup'), 'our workspace asks for the type');
select ok(not nightshift.has_type(:'theirs', 'daily_analytics_rollup'), 'theirs does not');
select results_eq(
  $$ select nightshift.list_workspaces_with('daily_analytics_rollup') $$, array[:'ours'::uuid],
  'only our workspace is listed as asking for it');

-- What is rejected

select is(
  pg_temp.attempt('owner', format('select public.set_workspace_settings($1, %L)', r.changes)), r.expected, r.what || ' is rejected')
from (values
  ('a zone that PostgreSQL does not know', '{"time_zone": "Europe/Atlantis"}', 'PT422 time_zone_unknown'),
  ('an abbreviation, which never changes its clocks,', '{"time_zone": "CEST"}', 'PT422 time_zone_unknown'),
  ('no zone', '{"time_zone": null}', 'PT400 settings_invalid'),
  ('an eighth day of the week', '{"week_starts_on": 8}', 'PT400 settings_invalid'),
  ('an hour 24', '{"report_hour": 24}', 'PT400 settings_invalid'),
  ('a word for an hour', '{"report_hour": "noon"}', 'PT400 settings_invalid'),
  ('an address for a domain', '{"own_domains": ["ada@example.com"]}', 'PT400 settings_invalid'),
  ('a domain in capitals', '{"own_domains": ["Example.com"]}', 'PT400 settings_invalid'),
  ('a type that does not run in the database', '{"enabled_types": ["email_sync"]}', 'PT400 settings_invalid'),
  ('an unknown setting', '{"report_minute": 5}', 'PT400 settings_invalid'),
  ('a list', '[]', 'PT400 settings_invalid'),
  ('nothing', null, 'PT400 settings_invalid')
) as r (what, changes, expected);
select throws_like(
  $$ insert into public.workspace_settings (workspace_id, time_zone) values ('b0000000-0000-4000-8000-000000000002', 'Mars/Base') $$,
  'time_zone_unknown: %', 'a row written directly is checked too');

select * from finish();
rollback;
