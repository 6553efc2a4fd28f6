-- Undoes the rendering of reports.

drop function if exists nightshift.render_report(jsonb);
drop function if exists nightshift.report_slack(jsonb);
drop function if exists nightshift.report_html(jsonb);
drop function if exists nightshift.report_text(jsonb);
drop function if exists nightshift.list_report_rows(jsonb);
drop function if exists nightshift.show_change(numeric, numeric, text);
drop function if exists nightshift.show_value(numeric, text);
