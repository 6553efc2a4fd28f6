-- Versions: which release of Nightshift is installed, since when, and by which way.
--
-- Each release has a migration of its own that records it, as the last one before rights. /health compares the
-- latest with the release of the functions.
-- Locks: none. Time: milliseconds.

create table if not exists nightshift.installed (
  version text primary key,
  way text not null,
  installed_at timestamptz not null default clock_timestamp(),
  constraint version_is_semantic check (version ~ '^\d{1,5}\.\d{1,5}\.\d{1,5}(-rc\.\d{1,5})?$'),
  constraint way_is_known check (way in ('migrations', 'pasted file'))
);
alter table nightshift.installed enable row level security;

comment on table nightshift.installed is
'Releases of Nightshift that were installed here, one row each. The latest is the present one.';
comment on column nightshift.installed.version is 'semantic version, such as 0.1.0 or 0.1.0-rc.1';
comment on column nightshift.installed.way is
'migrations: one after the other, by the Supabase CLI or deno task deploy; pasted file: a file of dist as one query';
comment on column nightshift.installed.installed_at is 'when the release came, first if it was installed twice';

create or replace function nightshift.version() returns text
language sql stable set search_path = ''
as $$
  select i.version from nightshift.installed i order by i.installed_at desc, i.version desc limit 1
$$;
comment on function nightshift.version() is 'The release that is installed; null before the first was recorded.';
revoke all on function nightshift.version() from public, anon, authenticated, service_role;

create or replace function nightshift.record_version(p_version text) returns void
language sql set search_path = ''
as $$
  -- A file of dist is one query and begins with these words. They are in two pieces here, because the function is in
  -- that file, too.
  insert into nightshift.installed (version, way)
  values (p_version, case
    when strpos(coalesce(current_query(), ''), 'Generated from ' || 'supabase/migrations by') > 0 then 'pasted file'
    else 'migrations' end)
  on conflict (version) do nothing
$$;
comment on function nightshift.record_version(text) is
'Notes that a release was installed. The migration of a release calls it; twice is as once.';
revoke all on function nightshift.record_version(text) from public, anon, authenticated, service_role;
