-- Which release is installed, since when, and by which way.
begin;
set local search_path = public, extensions;
select plan(9);

select is((select count(*) from nightshift.installed), 1::bigint, 'one release was installed');
select is((select way from nightshift.installed), 'migrations', 'by its migrations');
select is(public.health('continuous-intelligence') ->> 'version', nightshift.version(), 'health names it');

select nightshift.record_version('9.0.0-rc.1');
select is(nightshift.version(), '9.0.0-rc.1', 'the latest release is the present one');

select nightshift.record_version('9.0.0') /* Generated from supabase/migrations by a command */;
select is((select way from nightshift.installed where version = '9.0.0'), 'pasted file',
  'a file that was pasted is told from migrations');
update nightshift.installed set installed_at = '2026-01-02 03:04Z' where version = '9.0.0';
select nightshift.record_version('9.0.0');
select is((select (way, installed_at)::text from nightshift.installed where version = '9.0.0'),
  ('pasted file'::text, timestamptz '2026-01-02 03:04Z')::text, 'installed again, a release keeps its first day');
select throws_like($$ select nightshift.record_version('the newest') $$, '%version_is_semantic%', 'a version is semantic');

delete from nightshift.installed;
select is(nightshift.version(), null, 'without a record the version is unknown');
select ok(public.health('continuous-intelligence') ? 'version', 'and health says so');

select * from finish();
rollback;
