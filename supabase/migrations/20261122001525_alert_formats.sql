-- Alert formats: what is sent for an alert, to each channel.
--
-- What an error message contains was written by strangers, and so is the name of a watched job. It is
-- escaped for the channel that it goes to: nobody is mentioned, and no link has another text.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.escape_for_slack(p_text text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$
  -- Without these three there is no link with another text, no mention and no channel.
  select replace(replace(replace(p_text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
$$;
comment on function nightshift.escape_for_slack(text) is
'A text that Slack shows as it is, without links and mentions.';
revoke all on function nightshift.escape_for_slack(text) from public;

create or replace function nightshift.escape_for_discord(p_text text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$
  -- Every sign that Markdown or a mention can begin with. Discord shows a sign after a backslash as it is.
  select regexp_replace(p_text, '([\\*_~`|>#\[\]()<@:+-])', '\\\1', 'g')
$$;
comment on function nightshift.escape_for_discord(text) is
'A text that Discord shows as it is, without Markdown, links with another text and mentions.';
revoke all on function nightshift.escape_for_discord(text) from public;

create or replace function nightshift.escape_for_html(p_text text) returns text
language sql immutable strict parallel safe set search_path = ''
as $$
  select replace(replace(replace(replace(replace(p_text,
    '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;')
$$;
comment on function nightshift.escape_for_html(text) is 'A text that a browser shows as it is, also in an attribute.';
revoke all on function nightshift.escape_for_html(text) from public;

create or replace function nightshift.task_link(p_data jsonb) returns text
language sql stable set search_path = ''
as $$
  select case when d.url ~ '^https?://[^\s<>"''|()]+$' and length(d.url) <= 1000
      and p_data ->> 'task_id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then rtrim(d.url, '/') || '/#/tasks/' || (p_data ->> 'task_id') end
  from (select nightshift.read_secret('dashboard_url')) as d (url)
$$;
comment on function nightshift.task_link(jsonb) is
'The page of the dashboard about the task of an alert. Null without a task, or while Vault has no dashboard_url.';
revoke all on function nightshift.task_link(jsonb) from public;

create or replace function nightshift.alert_title(p_alert nightshift.alerts) returns text
language sql stable set search_path = ''
as $$
  select format('Nightshift: %s %s', nightshift.plain_line(p_alert.subject, 200), p_alert.event) || coalesce((
    select ' in ' || nightshift.plain_line(to_jsonb(w) ->> 'name', 200)
    from public.workspaces w
    where w.id = p_alert.workspace_id and to_jsonb(w) ->> 'name' <> ''), '')
$$;
comment on function nightshift.alert_title(nightshift.alerts) is
'Who has done what, on one line: Nightshift: nightly-backup missed in Acme.';
revoke all on function nightshift.alert_title(nightshift.alerts) from public;

create or replace function nightshift.alert_email(p_alert nightshift.alerts, p_rule nightshift.alert_rules)
returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'from', p_rule.email_from,
    'to', p_rule.email_to,
    'subject', left(p.title, 200),
    'text', concat_ws(E'\n\n', p.title || '.', p.message, p.link),
    'html', concat('<p><strong>', nightshift.escape_for_html(p.title), '.</strong></p><p>',
      nightshift.escape_for_html(p.message), '</p>',
      '<p><a href="' || nightshift.escape_for_html(p.link) || '">Open the task</a></p>'))
  from (
    select nightshift.alert_title(p_alert) as title, nightshift.plain_line(p_alert.message, 2000) as message,
      nightshift.task_link(p_alert.data) as link
  ) p
$$;
comment on function nightshift.alert_email(nightshift.alerts, nightshift.alert_rules) is
'The email about an alert, as Resend takes it: {from, to, subject, text, html}.';
revoke all on function nightshift.alert_email(nightshift.alerts, nightshift.alert_rules) from public;

create or replace function nightshift.alert_body(p_alert nightshift.alerts, p_format text) returns jsonb
language sql stable set search_path = ''
as $$
  select case p_format
    when 'slack' then jsonb_build_object('text', nightshift.escape_for_slack(p.text)
      || coalesce(E'\n<' || nightshift.escape_for_slack(p.link) || '|Open the task>', ''))
    when 'discord' then jsonb_build_object(
      -- 2000 characters are the most that Discord takes.
      'content', left(nightshift.escape_for_discord(p.text), 1900 - coalesce(length(p.link), 0))
        || coalesce(E'\n' || p.link, ''),
      'allowed_mentions', '{"parse": []}'::jsonb,
      -- No preview of what a text may link to.
      'flags', 4)
    -- The email itself is written where it is sent.
    when 'email' then jsonb_build_object('alert_id', p_alert.id)
    else jsonb_build_object(
      'type', 'task.' || p_alert.event,
      'timestamp', p_alert.created_at,
      'data', p_alert.data || jsonb_build_object('subject', p_alert.subject, 'message', p_alert.message)
        || jsonb_strip_nulls(jsonb_build_object('workspace_id', p_alert.workspace_id, 'url', p.link)))
  end
  from (
    select nightshift.alert_title(p_alert) || '. ' || nightshift.plain_line(p_alert.message, 2000) as text,
      nightshift.task_link(p_alert.data) as link
  ) p
$$;
comment on function nightshift.alert_body(nightshift.alerts, text) is
'What is posted for an alert, in the format json, slack, discord or email. For email it is the id of the alert, which '
'the function send-alert gets.';
revoke all on function nightshift.alert_body(nightshift.alerts, text) from public;
