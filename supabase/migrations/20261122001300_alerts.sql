-- Alerts: who is told when something needs a person, once, and with another try if nobody listens.
--
-- Locks: none. Time: milliseconds.

create table if not exists nightshift.alert_rules (
  id uuid primary key default nightshift.time_ordered_uuid(),
  name text not null unique,
  events text[] not null default '{failed,missed,stalled,late,near_budget,over_budget}',
  webhook_url text not null,
  format text not null default 'json',
  cool_down interval not null default interval '1 hour',
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  constraint events_are_known check (
    cardinality(events) > 0 and events <@ array['failed', 'missed', 'stalled', 'late', 'near_budget', 'over_budget']),
  constraint webhook_url_is_a_url check (webhook_url ~ '^https?://\S+$'),
  constraint format_is_known check (format in ('json', 'slack')),
  constraint cool_down_is_up_to_7_days check (cool_down between interval '0' and interval '7 days')
);
alter table nightshift.alert_rules enable row level security;
comment on table nightshift.alert_rules is 'Who is told of what, and how often at most.';
comment on column nightshift.alert_rules.id is 'time-ordered UUID';
comment on column nightshift.alert_rules.name is 'unique name';
comment on column nightshift.alert_rules.events is
'failed: a system task ended badly, after its last attempt, or mail waits as its analyzer lacks a key, a price or a budget; missed: no tick came; stalled: a run died; late: a slot has no dispatch; near_budget: warn_percent of a limit is spent; over_budget: a limit stopped spending';
comment on column nightshift.alert_rules.webhook_url is 'where it is posted, signed with cron_secret';
comment on column nightshift.alert_rules.format is 'json: {type, timestamp, data}; slack: {text}';
comment on column nightshift.alert_rules.cool_down is 'after an alert the same event of the same schedule is silent for this long';
comment on column nightshift.alert_rules.enabled is 'false: silent';
comment on column nightshift.alert_rules.created_at is 'when the row was written';

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
comment on table nightshift.alerts is 'What was told to whom. Nothing is ever alerted about this table.';
comment on column nightshift.alerts.id is 'time-ordered UUID, sent as webhook-id';
comment on column nightshift.alerts.rule_id is 'the rule';
comment on column nightshift.alerts.event is 'failed, missed, stalled, late, near_budget or over_budget';
comment on column nightshift.alerts.subject is 'name of the schedule, of the agent or of the budget: what cools down';
comment on column nightshift.alerts.occurrence is 'what exactly happened (a task, a slot): is alerted once';
comment on column nightshift.alerts.message is 'one sentence for a person';
comment on column nightshift.alerts.data is 'ids and numbers for a program; no tenant data';
comment on column nightshift.alerts.created_at is 'when it was raised';
comment on column nightshift.alerts.attempts is 'how often it was posted, at most 5';
comment on column nightshift.alerts.next_attempt_at is 'when it is posted next; null: answer awaited, delivered or given up';
comment on column nightshift.alerts.request_id is 'id of the latest pg_net request';
comment on column nightshift.alerts.sent_at is 'when that was made';
comment on column nightshift.alerts.delivered_at is 'when it was answered 2xx';
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
        where r.cool_down > interval '0' and a.rule_id = r.id and a.event = p_event and a.subject = p_subject and a.created_at > p_at - r.cool_down)
    on conflict do nothing
    returning 1
  )
  select count(*)::integer from raised
$$;
comment on function nightshift.raise_alert(text, text, text, text, jsonb, timestamptz, timestamptz) is
'Queues an alert for every rule that wants the event, unless it happened (p_at) while the rule cools down: then it is never told. Returns how many.';
revoke all on function nightshift.raise_alert(text, text, text, text, jsonb, timestamptz, timestamptz) from public;

create or replace function nightshift.raise_alerts(p_now timestamptz default clock_timestamp()) returns integer
language sql set search_path = ''
as $$
  with events as (
    select 'failed' as event, coalesce(t.input_data ->> 'schedule', t.agent_name, t.task_type) as subject,
      t.id::text as occurrence, t.status || ': ' || coalesce(t.error_message, 'no message') as message,
      jsonb_build_object('task_id', t.id, 'task_type', t.task_type, 'status', t.status, 'slot', t.input_data -> 'slot') as data,
      coalesce(t.completed_at, t.executed_at) as happened_at
    from public.autonomous_tasks t
    where t.workspace_id is null and t.status in ('failed', 'partial_failure') and t.executed_at > p_now - interval '1 day'
    union all
    select case when d.verdict = 'stalled' then 'stalled' else 'missed' end, s.name, d.id::text,
      coalesce(d.detail, 'A tick was missed and is made up for.'),
      jsonb_build_object('schedule', s.name, 'slot', d.slot, 'task_id', d.task_id, 'verdict', d.verdict),
      d.dispatched_at
    from public.task_dispatches d
    join public.task_schedules s on s.id = d.schedule_id
    where (d.verdict = 'stalled' or d.kind = 'missed') and d.dispatched_at > p_now - interval '1 day'
    union all
    select 'late', s.name, s.latest_slot::text,
      format('The tick of %s UTC has not come yet.', to_char(s.latest_slot at time zone 'utc', 'YYYY-MM-DD HH24:MI')),
      jsonb_build_object('schedule', s.name, 'slot', s.latest_slot), s.latest_slot
    from (
      select late.id, late.name, late.active_since, nightshift.latest_slot(late.cron_expression, p_now) as latest_slot
      from public.task_schedules late where late.enabled
    ) s
    where s.latest_slot > s.active_since and s.latest_slot <= p_now - interval '2 minutes' and not exists (
      select from public.task_dispatches d where d.schedule_id = s.id and d.slot = s.latest_slot)
    union all
    select n.event, n.subject, n.subject || ' ' || n.period_start, n.message,
      jsonb_build_object('workspace_id', n.workspace_id, 'reason', n.reason, 'period_start', n.period_start), n.noted_at
    from nightshift.spending_notices n
    where n.event is not null and n.noted_at > p_now - interval '1 day'
  )
  select coalesce(sum(nightshift.raise_alert(e.event, e.subject, e.occurrence, e.message, e.data, e.happened_at, p_now)), 0)::integer
  from events e
  where exists (select from nightshift.alert_rules r where r.enabled)
$$;
comment on function nightshift.raise_alerts(timestamptz) is
'Queues alerts for what went wrong in the last day and was not alerted yet. Returns how many.';
revoke all on function nightshift.raise_alerts(timestamptz) from public;

create or replace function nightshift.send_alerts(p_now timestamptz default clock_timestamp()) returns integer
language plpgsql set search_path = ''
as $$
declare
  c_most_attempts constant integer := 5;
  c_timeout_ms constant integer := 5000;
  v_secret text := nightshift.read_secret('cron_secret');
  v_alert record;
  v_body jsonb;
  v_sent integer := 0;
begin
  -- Answers to the latest attempts; none after a minute counts as one that failed.
  update nightshift.alerts a
  set delivered_at = case when r.status_code between 200 and 299 then r.created end,
    last_error = case when r.status_code between 200 and 299 then null
      when r.id is null then 'no answer was recorded'
      else coalesce(r.error_msg, 'HTTP ' || r.status_code) end,
    next_attempt_at = case
      when r.status_code between 200 and 299 or a.attempts >= c_most_attempts then null
      else p_now + nightshift.backoff(a.attempts, 60, 3600) end,
    request_id = null
  from nightshift.alerts awaited
  left join net._http_response r on r.id = awaited.request_id and r.created >= awaited.sent_at
  where a.id = awaited.id and awaited.request_id is not null
    and (r.id is not null or awaited.sent_at <= p_now - interval '1 minute');

  if v_secret is null then
    return 0;
  end if;
  for v_alert in
    select a.*, r.webhook_url, r.format
    from nightshift.alerts a
    join nightshift.alert_rules r on r.id = a.rule_id
    where a.next_attempt_at <= p_now and r.enabled
    order by a.next_attempt_at
    limit 20
    for update of a skip locked
  loop
    v_body := case v_alert.format
      when 'slack' then jsonb_build_object('text', format('Nightshift: %s %s. %s', v_alert.subject, v_alert.event, v_alert.message))
      else jsonb_build_object(
        'type', 'task.' || v_alert.event,
        'timestamp', v_alert.created_at,
        'data', v_alert.data || jsonb_build_object('subject', v_alert.subject, 'message', v_alert.message))
    end;
    update nightshift.alerts a
    set attempts = a.attempts + 1, next_attempt_at = null, sent_at = p_now,
      request_id = net.http_post(
        url => v_alert.webhook_url,
        body => v_body,
        headers => nightshift.signed_headers(v_alert.id::text, v_body::text, v_secret, p_now),
        timeout_milliseconds => c_timeout_ms)
    where a.id = v_alert.id;
    v_sent := v_sent + 1;
  end loop;
  return v_sent;
end
$$;
comment on function nightshift.send_alerts(timestamptz) is
'Posts due alerts, signed, up to 20 at once, and reads the answers to earlier ones: 5 attempts, 1 to 60 minutes apart. Returns how many were posted.';
revoke all on function nightshift.send_alerts(timestamptz) from public;
