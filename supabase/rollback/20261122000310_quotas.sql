-- Undoes quotas: nothing is counted any more.

drop function if exists nightshift.count_intake(uuid, text, bigint, bigint);
drop function if exists nightshift.require_room(text, uuid, bigint, text);
drop function if exists nightshift.find_quota(text, uuid);
drop table if exists nightshift.intake_days;
drop table if exists nightshift.quotas;
