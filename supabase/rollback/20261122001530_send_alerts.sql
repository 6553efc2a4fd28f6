-- Undoes sending alerts.

drop function if exists public.open_alert_email(uuid);
drop function if exists nightshift.send_alerts(timestamptz);
drop function if exists nightshift.send_alert(nightshift.alerts, text, timestamptz);
drop function if exists nightshift.find_channel(nightshift.alert_rules, text);
drop function if exists nightshift.read_alert_answers(timestamptz);
drop function if exists nightshift.was_redirected(integer, jsonb);
