-- Undoes cron expressions.

drop function if exists nightshift.next_slot(text, timestamptz);
drop function if exists nightshift.latest_slot(text, timestamptz);
drop function if exists nightshift.cron_matches(text, timestamptz);
drop function if exists nightshift.cron_slots(text, timestamptz, timestamptz);
drop function if exists nightshift.trim_expression(text);
drop function if exists nightshift.cron_field_values(text, integer, integer, text[]);
