-- Undoes alerts. Rules and sent alerts are lost.

drop function if exists nightshift.raise_alert(text, text, text, text, jsonb, timestamptz, timestamptz);
drop table if exists nightshift.alerts;
drop table if exists nightshift.alert_rules;
