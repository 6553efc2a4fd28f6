-- Undoes cron expressions.

drop function if exists nightshift.check_time_zone(text);
drop function if exists nightshift.next_slot(text, timestamptz, text);
drop function if exists nightshift.latest_slot(text, timestamptz, text);
drop function if exists nightshift.cron_matches(text, timestamptz, text);
drop function if exists nightshift.cron_slots(text, timestamptz, timestamptz, text);
drop function if exists nightshift.zone_slots(text, timestamptz, timestamptz, text);
drop function if exists nightshift.zone_offsets(text, timestamptz, timestamptz);
drop function if exists nightshift.local_slots(text, timestamp, timestamp);
drop function if exists nightshift.trim_expression(text);
drop function if exists nightshift.cron_field_values(text, integer, integer, text[]);
