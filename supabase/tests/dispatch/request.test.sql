-- Test: the request: where it goes, what it says, and a signature that somebody else can verify.
begin;
\ir ../_helpers/schedules.psql
select plan(16);

-- RFC 2104 by hand, with nothing but PostgreSQL's own sha256.
create function pg_temp.hmac_by_hand(p_message bytea, p_key bytea) returns bytea
language plpgsql as $$
declare
  v_key bytea := case when length(p_key) > 64 then sha256(p_key) else p_key end;
  v_inner bytea := '';
  v_outer bytea := '';
begin
  v_key := v_key || decode(repeat('00', 64 - length(v_key)), 'hex');
  for v_byte in 0..63 loop
    v_inner := v_inner || set_byte('\x00', 0, get_byte(v_key, v_byte) # 54);
    v_outer := v_outer || set_byte('\x00', 0, get_byte(v_key, v_byte) # 92);
  end loop;
  return sha256(v_outer || sha256(v_inner || p_message));
end
$$;

-- The published test cases 2 and 6 of RFC 4231

select is(
  encode(pg_temp.hmac_by_hand('what do ya want for nothing?', 'Jefe'), 'hex'),
  '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'the check itself is right (RFC 4231, case 2)');
select is(
  encode(pg_temp.hmac_by_hand('Test Using Larger Than Block-Size Key - Hash Key First', decode(repeat('aa', 131), 'hex')), 'hex'),
  '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54', 'also with a long key (RFC 4231, case 6)');
select is(
  encode(nightshift.hmac_sha256('what do ya want for nothing?', 'Jefe'), 'hex'),
  '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'nightshift.hmac_sha256 agrees (RFC 4231, case 2)');
select is(
  nightshift.hmac_sha256(m.message, m.secret),
  pg_temp.hmac_by_hand(convert_to(m.message, 'UTF8'), convert_to(m.secret, 'UTF8')), m.what)
from (values
  ('äöü €', 'sécret', 'and beyond ASCII'), ('x', repeat('k', 65), 'and with a key longer than a block'),
  ('', 'k', 'and for an empty message')
) as m (message, secret, what);

-- A request to a function of the project

select pg_temp.dispatch('2026-03-01 12:00:07.9Z') \g /dev/null
create temp view sent as
select q.id, q.method, q.url, q.headers, convert_from(q.body, 'UTF8') as body, q.timeout_milliseconds
from net.http_request_queue q
order by q.id desc
limit 1;

select results_eq(
  'select method::text, url, timeout_milliseconds from sent',
  $$ values ('POST'::text, 'https://project.example.com/functions/v1/email-sync'::text, 7000) $$,
  'it is a POST to the function, with the timeout of the schedule');
select is(
  (select body::jsonb from sent),
  jsonb_build_object('batchSizePerWorkspace', 3, 'task_id', (pg_temp.task_of('2026-03-01 12:00Z')).id),
  'it says the payload and the task, nothing else');
select is(
  (select headers - 'webhook-signature' from sent),
  jsonb_build_object('Content-Type', 'application/json', 'Prefer', 'respond-async',
    'webhook-id', (pg_temp.task_of('2026-03-01 12:00Z')).id,
    'webhook-timestamp', extract(epoch from timestamptz '2026-03-01 12:00:07Z')::bigint::text),
  'its headers name the task and the second, and ask for an answer at once');
select is(
  (select headers ->> 'webhook-signature' from sent),
  (select 'v1,' || encode(pg_temp.hmac_by_hand(
    convert_to((headers ->> 'webhook-id') || '.' || (headers ->> 'webhook-timestamp') || '.' || body, 'UTF8'),
    pg_temp.hmac_by_hand('nightshift target email-sync', 'the cron secret')), 'base64') from sent),
  'its signature is the HMAC of id, second and exactly the bytes of the body, with the key of the function');
select ok(
  (select position('the cron secret' in s.headers::text || s.body || s.url) = 0 from sent s), 'the secret itself does not travel');
select is(
  (select d.request_id from public.task_dispatches d where d.task_id = (pg_temp.task_of('2026-03-01 12:00Z')).id),
  (select id from sent), 'the dispatch knows the id of the request');

-- Other targets

update public.task_schedules s
set target = 'https://agent.example.com/hook?key=1', payload = '{"task_id": "forged", "text": "ä€"}', overlap_policy = 'allow'
where s.name = 'half-hourly';
select pg_temp.dispatch('2026-03-01 12:30Z') \g /dev/null
select is((select url from sent), 'https://agent.example.com/hook?key=1', 'a target that is a URL is used as it is');
select is(
  (select body::jsonb ->> 'task_id' from sent), (pg_temp.task_of('2026-03-01 12:30Z')).id::text,
  'a payload cannot pretend to be another task');
select is(
  (select headers ->> 'webhook-signature' from sent),
  (select 'v1,' || encode(pg_temp.hmac_by_hand(
    convert_to((headers ->> 'webhook-id') || '.' || (headers ->> 'webhook-timestamp') || '.' || body, 'UTF8'),
    pg_temp.hmac_by_hand('nightshift target https://agent.example.com/hook?key=1', 'the cron secret')), 'base64') from sent),
  'a body beyond ASCII is signed as the bytes that travel, with the key of the URL');
select ok(
  (select count(distinct headers ->> 'webhook-signature') = 2
   from net.http_request_queue), 'two requests have two signatures');

select * from finish();
rollback;
