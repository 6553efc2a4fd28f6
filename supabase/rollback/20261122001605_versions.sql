-- Undoes the record of releases.

drop function if exists nightshift.record_version(text);
drop function if exists nightshift.version();
drop table if exists nightshift.installed;
