-- Undoes sending alerts.

drop function if exists nightshift.send_alerts(timestamptz);
drop function if exists nightshift.send_alert(nightshift.alerts, text, timestamptz);
drop function if exists nightshift.read_alert_answers(timestamptz);
drop function if exists nightshift.was_redirected(integer, jsonb);
drop function if exists nightshift.alert_body(nightshift.alerts, text);
drop function if exists nightshift.escape_for_slack(text);
