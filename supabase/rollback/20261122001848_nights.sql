-- Undoes the report of the night.

drop function if exists public.get_report(uuid);
drop function if exists public.report_night(timestamptz, timestamptz);
drop function if exists nightshift.write_due_night(timestamptz);
drop function if exists nightshift.describe_night(timestamptz, timestamptz);
drop function if exists nightshift.value_row(text, numeric, text, text);
drop function if exists nightshift.count_slots(timestamptz, timestamptz);
