-- Undoes alerts; rules and what was told are lost.

drop function if exists nightshift.send_alerts(timestamptz);
drop function if exists nightshift.raise_alerts(timestamptz);
drop function if exists nightshift.raise_alert(text, text, text, text, jsonb, timestamptz, timestamptz);
drop table if exists nightshift.alerts;
drop table if exists nightshift.alert_rules;
