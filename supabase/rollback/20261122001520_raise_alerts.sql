-- Undoes raising alerts.

drop function if exists nightshift.raise_alerts(timestamptz);
drop function if exists nightshift.list_alert_events(timestamptz);
