-- Undoes the measuring of days.

drop function if exists nightshift.measure_days(uuid[], date[], timestamptz);
drop function if exists nightshift.sum_contacts(uuid[], date[]);
drop function if exists nightshift.sum_calls(uuid[], timestamptz[], timestamptz[]);
drop function if exists nightshift.sum_tasks(uuid[], timestamptz[], timestamptz[]);
drop function if exists nightshift.sum_emails(uuid[], timestamptz[], timestamptz[]);
drop function if exists nightshift.list_day_ranges(uuid[], date[]);
