-- Test: two emails with one Message-ID are both kept when they differ; a true repeat is a duplicate.
begin;
\ir ../_helpers/acting.psql
select plan(18);

set local role service_role;
create function pg_temp.send(p_changes text default '{}') returns jsonb
language sql as $$
  select public.ingest_email('a0000000-0000-4000-8000-000000000001', '{"provider_message_id": "m@example.com", "from_email": "ana@example.com",
    "subject": "Hello", "body_text": "When?", "body_html": "<p>When?</p>", "received_at": "2026-03-01T10:00:00Z", "headers": {}}'::jsonb || p_changes::jsonb)
$$;
create temp table sent as select c.number, c.changes, pg_temp.send(c.changes) as answer
from (values (1, '{}'), (2, '{"subject": "Another"}'), (3, '{"body_text": "Now!"}'), (4, '{"body_html": null}'),
  (5, '{"from_email": "bo@example.com"}'), (7, '{"body_text": null, "body_html": null}'), (6, '{"direction": "outbound"}')) as c (number, changes);
select is(
  (select array_agg(answer ->> 'outcome' order by number) from sent), array_fill('created'::text, array[7]), 'emails that differ are all kept');
select is((select count(*) from public.client_emails), 7::bigint, 'each in a row of its own');
select is(
  (select count(*) from public.client_emails e where e.provider_message_id = 'm@example.com'), 1::bigint, 'the first under its message id');
select is(
  (select count(*) from public.client_emails e where e.provider_message_id ~ '^m@example\.com#[0-9a-f]{16}$'), 6::bigint, 'the others with a suffix');
select is(pg_temp.send(s.changes), s.answer || '{"outcome": "duplicate"}', format('number %s again is a duplicate of itself', s.number)) from sent s;
select is((select count(*) from public.client_emails), 7::bigint, 'and stores nothing');

-- What a header can say

create temp table odd as
select t.at, t.is_possible, pg_temp.send(jsonb_build_object('provider_message_id', t.at, 'received_at', t.at)::text) as answer
from (values ('1999-05-04T10:00:00Z', true), ('1969-12-31T23:59:59Z', false), ('2100-01-01T00:00:00Z', false),
  ('294276-12-31T00:00:00Z', false), ('infinity', false)) as t (at, is_possible);
select is(
  case when o.is_possible then e.received_at = o.at::timestamptz else e.received_at between now() and clock_timestamp() end, true,
  format('an email dated %s keeps its time: %s', o.at, o.is_possible))
from odd o
join public.client_emails e on e.id = (o.answer ->> 'email_id')::uuid;
select is(
  (select array_agg(pg_temp.send(jsonb_build_object('provider_message_id',
     (select string_agg(md5(n::text), '') from generate_series(1, 200) as n))::text) ->> 'outcome') from generate_series(1, 2)),
  '{created,duplicate}', 'a message id of 6,400 letters is kept, and known again');

select * from finish();
rollback;
