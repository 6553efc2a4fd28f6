-- Undoes the formats of alerts.

drop function if exists nightshift.alert_body(nightshift.alerts, text);
drop function if exists nightshift.alert_email(nightshift.alerts, nightshift.alert_rules);
drop function if exists nightshift.alert_title(nightshift.alerts);
drop function if exists nightshift.task_link(jsonb);
drop function if exists nightshift.escape_for_html(text);
drop function if exists nightshift.escape_for_discord(text);
drop function if exists nightshift.escape_for_slack(text);
