-- Release: the version of everything that comes before. `version` in deno.json is the same.
-- Locks: none. Time: milliseconds.

select nightshift.record_version('0.1.0-rc.1');
