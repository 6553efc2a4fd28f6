-- Alerts: who is told when something needs a person, and what is worth telling, once.
--
-- Locks: none. Time: milliseconds.

create table if not exists nightshift.alert_rules (
  id uuid primary key default nightshift.time_ordered_uuid(),
  name text not null unique,
  events text[] not null default '{failed,missed,stalled,late,stuck,broken,near_budget,over_budget}',
  webhook_url text not null,
  format text not null default 'json',
  cool_down interval not null default interval '1 hour',
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  constraint events_are_known check (
    cardinality(events) > 0
    and events <@ array['failed', 'missed', 'stalled', 'late', 'stuck', 'broken', 'near_budget', 'over_budget']),
  constraint webhook_url_is_a_url check (webhook_url ~ '^https?://\S+$'),
  constraint format_is_known check (format in ('json', 'slack')),
  constraint cool_down_is_up_to_7_days check (cool_down between interval '0' and interval '7 days')
);
alter table nightshift.alert_rules enable row level security;
comment on table nightshift.alert_rules is 'Who gets which alerts, and how often at most.';
comment on column nightshift.alert_rules.id is 'time-ordered UUID';
comment on column nightshift.alert_rules.name is 'unique name';
comment on column nightshift.alert_rules.events is
'failed: a system task ended badly, after its last attempt, or emails wait because their analyzer lacks a key, a price '
'or a budget; missed: no tick came; stalled: a run died; late: a slot has no dispatch; stuck: three ticks in a row '
'were skipped; broken: the machinery itself does not work; near_budget: warn_percent of a limit is spent; '
'over_budget: a limit stopped spending';
comment on column nightshift.alert_rules.webhook_url is 'where it is posted, signed with nightshift.signing_secret of '
  'this URL';
comment on column nightshift.alert_rules.format is 'json: {type, timestamp, data}; slack: {text}';
comment on column nightshift.alert_rules.cool_down is 'after an alert, the same event of the same schedule is silent '
  'for this long';
comment on column nightshift.alert_rules.enabled is 'false: silent';
comment on column nightshift.alert_rules.created_at is 'when the row was written';

create or replace trigger check_alert_address
before insert or update of webhook_url on nightshift.alert_rules
for each row when (new.webhook_url ~ '^https?://\S+$')
execute function nightshift.check_alert_address();

create table if not exists nightshift.alerts (
  id uuid primary key default nightshift.time_ordered_uuid(),
  rule_id uuid not null references nightshift.alert_rules (id) on delete cascade,
  event text not null,
  subject text not null,
  occurrence text not null,
  message text not null,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamptz default now(),
  request_id bigint,
  sent_at timestamptz,
  delivered_at timestamptz,
  last_error text,
  constraint alerts_are_raised_once unique (rule_id, event, occurrence)
);
create index if not exists alerts_due_idx on nightshift.alerts (next_attempt_at) where next_attempt_at is not null;
create index if not exists alerts_cool_down_idx on nightshift.alerts (rule_id, event, subject, created_at desc);
alter table nightshift.alerts enable row level security;
comment on table nightshift.alerts is 'Alerts and their delivery. Nothing is ever alerted about this table.';
comment on column nightshift.alerts.id is 'time-ordered UUID, sent as webhook-id';
comment on column nightshift.alerts.rule_id is 'the rule';
comment on column nightshift.alerts.event is 'one of the events of alert_rules';
comment on column nightshift.alerts.subject is 'name of the schedule, agent, budget or part of the machinery: what '
  'cools down';
comment on column nightshift.alerts.occurrence is 'what exactly happened (a task, a slot). It is alerted once';
comment on column nightshift.alerts.message is 'one sentence for a person';
comment on column nightshift.alerts.data is 'ids and numbers for a program; no tenant data';
comment on column nightshift.alerts.created_at is 'when it was raised';
comment on column nightshift.alerts.attempts is 'how often it was posted, at most 5';
comment on column nightshift.alerts.next_attempt_at is 'when it is posted next. Null: waiting for an answer, delivered '
  'or given up';
comment on column nightshift.alerts.request_id is 'id of the latest pg_net request';
comment on column nightshift.alerts.sent_at is 'when that request was made';
comment on column nightshift.alerts.delivered_at is 'when it was answered with 2xx';
comment on column nightshift.alerts.last_error is 'why the latest attempt did not arrive';

create or replace function nightshift.raise_alert(
  p_event text, p_subject text, p_occurrence text, p_message text, p_data jsonb, p_at timestamptz, p_now timestamptz
) returns integer
language sql set search_path = ''
as $$
  with raised as (
    insert into nightshift.alerts (rule_id, event, subject, occurrence, message, data, created_at, next_attempt_at)
    select r.id, p_event, p_subject, p_occurrence, left(p_message, 2000), p_data, p_now, p_now
    from nightshift.alert_rules r
    where r.enabled and p_event = any (r.events)
      and not exists ( -- told already, before this happened or since
        select from nightshift.alerts a
        where r.cool_down > interval '0' and a.rule_id = r.id and a.event = p_event and a.subject = p_subject
          and a.created_at > p_at - r.cool_down)
    on conflict do nothing
    returning 1
  )
  select count(*)::integer from raised
$$;
comment on function nightshift.raise_alert(text, text, text, text, jsonb, timestamptz, timestamptz) is
'Queues an alert for every rule that wants the event, unless it happened (p_at) while the rule cools down. Then nobody '
'is told, also later. Returns how many.';
revoke all on function nightshift.raise_alert(text, text, text, text, jsonb, timestamptz, timestamptz) from public;
