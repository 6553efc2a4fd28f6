-- Undoes the numbers of reports.

drop function if exists nightshift.join_sections(jsonb, jsonb);
drop function if exists nightshift.list_sections(uuid, date, date, timestamptz);
drop function if exists nightshift.sum_sections(uuid[], date[], date[], integer[]);
drop function if exists nightshift.report_section(text, text, jsonb[]);
drop function if exists nightshift.sum_days(uuid[], date[], date[]);
