-- Undoes the expressions of pg_cron jobs.

drop function if exists nightshift.pg_cron_expression(text, text, timestamptz);
drop function if exists nightshift.shift_cron_days(text, integer[]);
drop function if exists nightshift.utc_minutes(text, text, timestamptz);
drop function if exists nightshift.write_cron_field(integer[], integer);
