-- Undoes raising alerts.

drop function if exists nightshift.raise_alerts(timestamptz);
drop function if exists nightshift.list_untold_events(timestamptz);
drop function if exists nightshift.raise_event(nightshift.alert_events, boolean, timestamptz);
drop function if exists nightshift.list_alert_events(timestamptz);
drop function if exists nightshift.count_in_a_row(text, text, jsonb, timestamptz);
drop function if exists nightshift.list_recoveries(timestamptz);
drop function if exists nightshift.first_success(text, text, timestamptz);
