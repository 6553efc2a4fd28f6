-- Test: what a rule for alerts may look like.
begin;

create temp table attempts (what text, columns text, outcome text);
insert into attempts values
  ('a rule with a name and a URL', '{}', 'stored'),
  ('a rule for Slack', '{"format": "slack"}', 'stored'),
  ('another format', '{"format": "xml"}', 'format_is_known'),
  ('no event', '{"events": []}', 'events_are_known'),
  ('an unknown event', '{"events": ["failed", "bored"]}', 'events_are_known'),
  ('every event', '{"events": ["failed", "missed", "stalled", "late", "over_budget"]}', 'stored'),
  ('a URL without a scheme', '{"webhook_url": "alerts.example.com"}', 'webhook_url_is_a_url'),
  ('a URL with a line break', '{"webhook_url": "https://alerts.example.com/\n"}', 'webhook_url_is_a_url'),
  ('a cool-down of 7 days', '{"cool_down": "7 days"}', 'stored'),
  ('a longer one', '{"cool_down": "8 days"}', 'cool_down_is_up_to_7_days'),
  ('a negative one', '{"cool_down": "-1 s"}', 'cool_down_is_up_to_7_days'),
  ('a name that is taken', '{"name": "taken"}', 'alert_rules_name_key');
insert into nightshift.alert_rules (name, webhook_url) values ('taken', 'https://alerts.example.com');

create function pg_temp.write_rule(p_columns jsonb) returns text
language plpgsql as $$
declare
  v_constraint text;
begin
  insert into nightshift.alert_rules (name, webhook_url, format, cool_down, events)
  select r.name, r.webhook_url, r.format, r.cool_down, r.events
  from jsonb_populate_record(null::nightshift.alert_rules, '{
    "name": "new", "webhook_url": "https://alerts.example.com", "format": "json", "cool_down": "1 hour", "events": ["failed"]
  }'::jsonb || p_columns) as r;
  raise exception using errcode = 'UNDO0';
exception
  when sqlstate 'UNDO0' then
    return 'stored';
  when integrity_constraint_violation then
    get stacked diagnostics v_constraint = constraint_name;
    return v_constraint;
end
$$;

select plan(count(*)::integer) from attempts;
select is(
  pg_temp.write_rule(a.columns::jsonb), a.outcome,
  a.what || case when a.outcome = 'stored' then ' is stored' else ' is refused by ' || a.outcome end)
from attempts a;

select * from finish();
rollback;
