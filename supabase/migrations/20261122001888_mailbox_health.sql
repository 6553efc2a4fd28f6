-- Mailbox health: the health checks of mailboxes and their tokens.
--
-- Locks: none. Time: milliseconds.

create or replace function nightshift.look_at_mailboxes(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with oldest as (
    select round(extract(epoch from p_now - min(s.next_sync_at)) / 3600, 2) as hours
    from nightshift.mailbox_sync s
    join public.mailboxes m on m.id = s.mailbox_id and m.state in ('backfilling', 'live')
    where s.next_sync_at <= p_now
  )
  select '', nightshift.judge_value(coalesce(o.hours, 0), 1, 6), coalesce(o.hours, 0),
    case when o.hours >= 6 then 6 else 1 end,
    case when o.hours is null then 'No mailbox waits.'
      else format('The oldest waiting mailbox is due for %s hours.', o.hours) end
  from oldest o
$$;
comment on function nightshift.look_at_mailboxes(timestamptz) is
'Health check: hours since the oldest mailbox was due. Degraded from 1 on, critical from 6 on.';
revoke all on function nightshift.look_at_mailboxes(timestamptz) from public, anon, authenticated, service_role;

create or replace function nightshift.look_at_tokens(p_now timestamptz)
returns table (subject text, status text, value numeric, limit_value numeric, explanation text)
language sql stable set search_path = ''
as $$
  with tokens as (
    select count(*) filter (where m.state = 'reconnect_needed' or s.token_expires_at <= p_now) as ended,
      count(*) filter (where m.state <> 'reconnect_needed' and s.token_expires_at > p_now
        and s.token_expires_at <= p_now + interval '3 days') as near
    from public.mailboxes m
    left join nightshift.mailbox_sync s on s.mailbox_id = m.id
    where m.state in ('backfilling', 'live', 'reconnect_needed')
  )
  select '', case when t.ended > 0 then 'critical' when t.near > 0 then 'degraded' else 'ok' end, t.ended + t.near, 1,
    format('The access to %s mailboxes has expired or was rejected, and that to %s expires within 3 days. '
      'Their owners must connect them again.', t.ended, t.near)
  from tokens t
$$;
comment on function nightshift.look_at_tokens(timestamptz) is
'Health check: mailboxes whose access expires within 3 days (degraded), or has expired or was rejected (critical).';
revoke all on function nightshift.look_at_tokens(timestamptz) from public, anon, authenticated, service_role;

insert into nightshift.health_sources (name) values ('mailboxes'), ('tokens') on conflict (name) do nothing;
