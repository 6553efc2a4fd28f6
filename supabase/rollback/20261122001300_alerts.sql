-- Undoes alerts. Rules and sent alerts are lost.

drop function if exists nightshift.raise_alert(
  text, text, text, text, jsonb, timestamptz, timestamptz, text, uuid, integer);
drop function if exists nightshift.is_silent(nightshift.alert_rules, text, text, text, text, timestamptz);
drop function if exists nightshift.note_alert_event(
  text, text, text, text, uuid, text, jsonb, integer, timestamptz);
drop table if exists nightshift.alerts;
drop table if exists nightshift.alert_events;
drop table if exists nightshift.alert_rules;
