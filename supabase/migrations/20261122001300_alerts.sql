-- Alerts: who is told when something needs a person, and what is worth telling, once.
--
-- Locks: none. Time: milliseconds.

create table if not exists nightshift.alert_rules (
  id uuid primary key default nightshift.time_ordered_uuid(),
  name text not null unique,
  events text[] not null default
    '{failed,missed,stalled,late,stuck,broken,unhealthy,near_budget,over_budget,alert,recovered}',
  webhook_url text,
  format text not null default 'json',
  cool_down interval not null default interval '1 hour',
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  secret_name text,
  email_from text,
  email_to text[],
  after_in_a_row integer not null default 1,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  hears_workspaces boolean not null default true,
  constraint events_are_known check (
    cardinality(events) > 0
    and events <@ array['failed', 'missed', 'stalled', 'late', 'stuck', 'broken', 'unhealthy', 'near_budget',
      'over_budget', 'alert', 'recovered']),
  constraint webhook_url_is_a_url check (webhook_url ~ '^https?://\S+$'),
  constraint format_is_known check (format in ('json', 'slack', 'discord', 'email')),
  constraint cool_down_is_up_to_7_days check (cool_down between interval '0' and interval '7 days'),
  constraint secret_name_begins_with_alert check (secret_name ~ '^alert_[a-z0-9_]{1,60}$'),
  constraint after_in_a_row_from_1_to_100 check (after_in_a_row between 1 and 100),
  constraint channel_has_its_address check (case format
    when 'json' then webhook_url is not null and email_to is null
    when 'email' then webhook_url is null and secret_name is not null and email_from is not null
      and email_to is not null
    else (webhook_url is null) <> (secret_name is null) and email_to is null end),
  constraint email_addresses_are_addresses check (
    email_from ~ '^([^<>\r\n]{1,200} )?<?[^@<>\s]{1,64}@[^@<>\s]{1,255}>?$'
    and cardinality(email_to) between 1 and 50 and array_position(email_to, null) is null
    and array_to_string(email_to, ' ') ~ '^[^@\s]{1,64}@[^@\s]{1,255}( [^@\s]{1,64}@[^@\s]{1,255})*$')
);
create index if not exists alert_rules_workspace_idx on nightshift.alert_rules (workspace_id);
alter table nightshift.alert_rules enable row level security;
comment on table nightshift.alert_rules is 'Who gets which alerts, over which channel, and how often at most.';
comment on column nightshift.alert_rules.id is 'time-ordered UUID';
comment on column nightshift.alert_rules.name is 'unique name';
comment on column nightshift.alert_rules.events is
'failed: a system task or a watched job ended badly, after its last attempt, or emails wait because their analyzer '
'lacks a key, a price or a budget; missed: no tick came, or a watched job did not report; stalled: a run died; late: a '
'slot has no dispatch; stuck: three ticks in a row were skipped; broken: the machinery itself does not work; '
'unhealthy: the health check found something in two looks; '
'near_budget: warn_percent of a limit is spent; over_budget: a limit stopped spending; alert: an agent asked for it; '
'recovered: what this rule was told about works again';
comment on column nightshift.alert_rules.webhook_url is 'where it is posted. Slack and Discord: leave it empty and put '
  'the URL into Vault';
comment on column nightshift.alert_rules.format is 'json: a generic webhook, {type, timestamp, data}, signed; slack; '
  'discord; email: through Resend';
comment on column nightshift.alert_rules.cool_down is 'after an alert, the same event of the same schedule, job or '
  'agent is silent for this long';
comment on column nightshift.alert_rules.enabled is 'false: silent';
comment on column nightshift.alert_rules.created_at is 'when the row was written';
comment on column nightshift.alert_rules.secret_name is
'name of a secret in Vault, alert_…: for slack and discord the webhook''s URL, for email the API key of Resend, for '
'json a signing key whsec_…; without one, json is signed with nightshift.signing_secret(webhook_url)';
comment on column nightshift.alert_rules.email_from is 'email: the sender, at a domain that Resend has verified';
comment on column nightshift.alert_rules.email_to is 'email: up to 50 recipients';
comment on column nightshift.alert_rules.after_in_a_row is
'told when failed, stalled, missed or late has happened this often in a row, 1 to 100';
comment on column nightshift.alert_rules.workspace_id is 'hears only of this workspace; null: of the project';
comment on column nightshift.alert_rules.hears_workspaces is
'whether a rule of the project also hears of the watched jobs and agents of all workspaces';

create or replace trigger check_alert_address
before insert or update of webhook_url on nightshift.alert_rules
for each row when (new.webhook_url ~ '^https?://\S+$')
execute function nightshift.check_alert_address();

create table if not exists nightshift.alert_events (
  id uuid primary key default nightshift.time_ordered_uuid(),
  event text not null,
  subject text not null,
  source text not null,
  occurrence text not null,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  message text not null,
  data jsonb not null default '{}',
  in_a_row integer not null default 1,
  happened_at timestamptz not null,
  constraint alert_events_happen_once unique (event, occurrence)
);
create index if not exists alert_events_time_idx on nightshift.alert_events (happened_at);
create index if not exists alert_events_source_idx on nightshift.alert_events (source, happened_at);
create index if not exists alert_events_workspace_idx on nightshift.alert_events (workspace_id, happened_at);
alter table nightshift.alert_events enable row level security;
revoke all on nightshift.alert_events from public;
comment on table nightshift.alert_events is
'What is worth an alert and is in no other table: watched jobs, and what agents ask for. Only machinery writes it.';
comment on column nightshift.alert_events.id is 'time-ordered UUID';
comment on column nightshift.alert_events.event is 'one of the events of alert_rules';
comment on column nightshift.alert_events.subject is 'what people call the job or agent';
comment on column nightshift.alert_events.source is 'what is meant by that name: what cools down and recovers';
comment on column nightshift.alert_events.occurrence is 'what exactly happened. It is alerted once';
comment on column nightshift.alert_events.workspace_id is 'the workspace; null: the project';
comment on column nightshift.alert_events.message is 'one sentence for a person';
comment on column nightshift.alert_events.data is 'ids and numbers for a program';
comment on column nightshift.alert_events.in_a_row is 'how often it has happened in a row by now';
comment on column nightshift.alert_events.happened_at is 'when, the latest time when it has happened again';

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
  source text,
  workspace_id uuid references public.workspaces (id) on delete cascade,
  happened_at timestamptz,
  constraint alerts_are_raised_once unique (rule_id, event, occurrence)
);
create index if not exists alerts_due_idx on nightshift.alerts (next_attempt_at) where next_attempt_at is not null;
create index if not exists alerts_cool_down_idx on nightshift.alerts (rule_id, event, subject, created_at desc);
create index if not exists alerts_occurrence_idx on nightshift.alerts (event, occurrence);
create index if not exists alerts_workspace_idx on nightshift.alerts (workspace_id, created_at);
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
comment on column nightshift.alerts.source is 'what is meant by the subject where names are not unique';
comment on column nightshift.alerts.workspace_id is 'the workspace that it is about; null: the project';
comment on column nightshift.alerts.happened_at is 'when it happened, as far as is known';

create or replace function nightshift.note_alert_event(
  p_event text, p_subject text, p_source text, p_occurrence text, p_workspace_id uuid, p_message text, p_data jsonb,
  p_in_a_row integer, p_at timestamptz
) returns boolean
language plpgsql set search_path = ''
as $$
begin
  if p_workspace_id is not null and p_event <> 'recovered'
    and nightshift.find_quota('alerts_per_day', p_workspace_id) <= (
      select count(*)
      from nightshift.alert_events e
      where e.workspace_id = p_workspace_id and e.happened_at > p_at - interval '1 day' and e.event <> 'recovered'
        and (e.event, e.occurrence) <> (p_event, p_occurrence))
  then
    return false;
  end if;
  insert into nightshift.alert_events as e
    (event, subject, source, occurrence, workspace_id, message, data, in_a_row, happened_at)
  values (p_event, left(p_subject, 200), p_source, p_occurrence, p_workspace_id, left(p_message, 2000), p_data,
    p_in_a_row, p_at)
  on conflict (event, occurrence) do update set in_a_row = excluded.in_a_row, happened_at = excluded.happened_at,
    message = excluded.message;
  return true;
end
$$;
comment on function nightshift.note_alert_event(
  text, text, text, text, uuid, text, jsonb, integer, timestamptz) is
'Notes what is worth an alert. Reconcile raises it. The same occurrence again updates how often it has happened in a '
'row. False when the workspace has used up its quota alerts_per_day.';
revoke all on function nightshift.note_alert_event(
  text, text, text, text, uuid, text, jsonb, integer, timestamptz) from public;

create or replace function nightshift.is_silent(
  p_rule nightshift.alert_rules, p_event text, p_subject text, p_source text, p_message text, p_at timestamptz
) returns boolean
language sql stable set search_path = ''
as $$
  select case
    -- The health check tells each change once by itself. Whoever was not told of any is not told of its end.
    when p_source = 'system_health_check' then p_event = 'recovered' and not exists (
      select from nightshift.alerts a where a.rule_id = p_rule.id and a.event = 'unhealthy' and a.source = p_source)
    -- Told only to those who were told what was wrong, and once.
    when p_event = 'recovered' then coalesce((
      select a.event = 'recovered' or (p_source is null and coalesce(a.happened_at, a.created_at) >= p_at)
      from nightshift.alerts a
      where a.rule_id = p_rule.id and a.subject = p_subject and a.source is not distinct from p_source
        and a.event not in ('alert', 'near_budget', 'over_budget')
      order by a.created_at desc, a.id desc
      limit 1), true)
    else p_rule.cool_down > interval '0' and exists ( -- told already, before this happened or since
      select from nightshift.alerts a
      where a.rule_id = p_rule.id and a.event = p_event and a.subject = p_subject
        and a.source is not distinct from p_source
        and a.created_at > p_at - p_rule.cool_down
        -- An agent may say two different things.
        and (p_event <> 'alert' or a.message = p_message))
  end
$$;
comment on function nightshift.is_silent(nightshift.alert_rules, text, text, text, text, timestamptz) is
'Part of raise_alert: whether a rule is not told, because it cools down, or was not told what has recovered.';
revoke all on function nightshift.is_silent(nightshift.alert_rules, text, text, text, text, timestamptz) from public;

create or replace function nightshift.raise_alert(
  p_event text, p_subject text, p_occurrence text, p_message text, p_data jsonb, p_at timestamptz, p_now timestamptz,
  p_source text default null, p_workspace_id uuid default null, p_in_a_row integer default 100
) returns integer
language sql set search_path = ''
as $$
  with raised as (
    insert into nightshift.alerts
      (rule_id, event, subject, occurrence, message, data, created_at, next_attempt_at, source, workspace_id,
        happened_at)
    select r.id, p_event, p_subject, p_occurrence, left(p_message, 2000), p_data, p_now, p_now, p_source,
      p_workspace_id, p_at
    from nightshift.alert_rules r
    where r.enabled and p_event = any (r.events) and p_in_a_row >= r.after_in_a_row
      and (r.workspace_id = p_workspace_id or (r.workspace_id is null
        and (r.hears_workspaces or p_workspace_id is null)))
      and not nightshift.is_silent(r, p_event, p_subject, p_source, left(p_message, 2000), p_at)
    on conflict do nothing
    returning 1
  )
  select count(*)::integer from raised
$$;
comment on function nightshift.raise_alert(
  text, text, text, text, jsonb, timestamptz, timestamptz, text, uuid, integer) is
'Queues an alert for every rule that wants the event, unless it happened (p_at) while the rule cools down, or less '
'often in a row than the rule tolerates. p_source: what is meant by p_subject where names are not unique. Returns how '
'many.';
revoke all on function nightshift.raise_alert(
  text, text, text, text, jsonb, timestamptz, timestamptz, text, uuid, integer) from public;
