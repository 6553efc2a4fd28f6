-- Test: which minutes a cron expression means in UTC, and which expressions are rejected.
--
-- The expected slots are written by hand after pg_cron's rules. March 2026 begins on a Sunday.
begin;

create temp table slots (expression text, from_at text, to_at text, expected text[]);
insert into slots values
  -- Minutes and hours
  ('* * * * *', '03-01 10:00', '03-01 10:02', '{03-01 10:00,03-01 10:01,03-01 10:02}'),
  ('*/30 * * * *', '03-01 10:00', '03-01 11:59', '{03-01 10:00,03-01 10:30,03-01 11:00,03-01 11:30}'),
  ('*/40 * * * *', '03-01 10:00', '03-01 11:59', '{03-01 10:00,03-01 10:40,03-01 11:00,03-01 11:40}'),
  ('5-20/7 * * * *', '03-01 10:00', '03-01 10:59', '{03-01 10:05,03-01 10:12,03-01 10:19}'),
  ('0,59,30,30 10 * * *', '03-01 00:00', '03-01 23:59', '{03-01 10:00,03-01 10:30,03-01 10:59}'),
  ('0 22-23,0 * * *', '03-01 00:00', '03-01 23:59', '{03-01 00:00,03-01 22:00,03-01 23:00}'),
  ('07 09 * * *', '03-01 00:00', '03-02 23:59', '{03-01 09:07,03-02 09:07}'),
  ('15 */12 * * *', '03-01 00:00', '03-01 23:59', '{03-01 00:15,03-01 12:15}'),
  ('  0   12	* * *  ', '03-01 00:00', '03-01 23:59', '{03-01 12:00}'),
  (E'\t\n0 12 * * *\n\t', '03-01 00:00', '03-01 23:59', '{03-01 12:00}'),
  -- Both ends belong to the window
  ('0 * * * *', '03-01 10:00', '03-01 11:00', '{03-01 10:00,03-01 11:00}'),
  ('0 * * * *', '03-01 10:01', '03-01 10:59', '{}'),
  -- Days of the month and months
  ('0 0 1,15 * *', '03-01 00:00', '03-31 23:59', '{03-01 00:00,03-15 00:00}'),
  ('0 0 31 * *', '04-01 00:00', '04-30 23:59', '{}'),
  ('0 0 31 2 *', '02-01 00:00', '02-28 23:59', '{}'),
  ('0 0 28-31 2 *', '02-01 00:00', '03-03 23:59', '{02-28 00:00}'),
  ('0 0 1 jan-MAR/2 *', '03-01 00:00', '03-31 23:59', '{03-01 00:00}'),
  ('0 0 1 feb *', '03-01 00:00', '03-31 23:59', '{}'),
  -- Days of the week: 0 and 7 are Sunday
  ('0 0 * * 0', '03-01 00:00', '03-08 23:59', '{03-01 00:00,03-08 00:00}'),
  ('0 0 * * 7', '03-01 00:00', '03-08 23:59', '{03-01 00:00,03-08 00:00}'),
  ('0 0 * * SUN', '03-01 00:00', '03-08 23:59', '{03-01 00:00,03-08 00:00}'),
  ('0 0 * * 5-7', '03-01 00:00', '03-08 23:59', '{03-01 00:00,03-06 00:00,03-07 00:00,03-08 00:00}'),
  ('0 9 * * mon-fri', '03-01 00:00', '03-08 23:59',
    '{03-02 09:00,03-03 09:00,03-04 09:00,03-05 09:00,03-06 09:00}'),
  ('0 9 * * tue,4', '03-01 00:00', '03-08 23:59', '{03-03 09:00,03-05 09:00}'),
  -- Both day fields set: either will do
  ('0 0 13 * 5', '03-01 00:00', '03-14 23:59', '{03-06 00:00,03-13 00:00}'),
  ('0 0 2 * 1-2', '03-01 00:00', '03-07 23:59', '{03-02 00:00,03-03 00:00}'),
  -- A day field that begins with a star counts as star: both must match
  ('0 0 */2 * 0', '03-01 00:00', '03-31 23:59', '{03-01 00:00,03-15 00:00,03-29 00:00}'),
  ('0 0 13 * */5', '03-01 00:00', '03-31 23:59', '{03-13 00:00}'),
  ('0 0 1 * */5', '03-01 00:00', '03-31 23:59', '{03-01 00:00}'),
  ('0 0 2 * *', '03-01 00:00', '03-31 23:59', '{03-02 00:00}'),
  -- UTC knows no change of clocks
  ('30 1-3 29 3 *', '03-29 00:00', '03-29 23:59', '{03-29 01:30,03-29 02:30,03-29 03:30}');

create temp table refused (expression text);
insert into refused values
  (''), (' '), ('*'), ('* * * *'), ('* * * * * *'), ('0 0 0 * * * 2026'), ('@daily'), ('@reboot'), ('30 seconds'),
  ('60 * * * *'), ('-1 * * * *'), ('* 24 * * *'), ('* * 0 * *'), ('* * 32 * *'), ('* * * 0 *'), ('* * * 13 *'), ('* * * * 8'),
  -- A step that is longer than its field would mean something else than it says.
  ('*/90 * * * *'), ('*/60 * * * *'), ('0 */36 * * *'), ('0 0 */32 * *'), ('0 0 1 */13 *'), ('0 0 * * */8'),
  ('*/0 * * * *'), ('5/15 * * * *'), ('*/ * * * *'), ('/5 * * * *'), ('*/-5 * * * *'), ('*/1.5 * * * *'), ('1-5/0 * * * *'),
  ('5-1 * * * *'), ('1- * * * *'), ('-5 * * * *'), ('1-2-3 * * * *'), ('*-5 * * * *'), ('1,,2 * * * *'), ('1, * * * *'), (', * * * *'),
  ('** * * * *'), ('*5 * * * *'), ('5* * * * *'), ('a * * * *'), ('0x1 * * * *'), ('1e1 * * * *'), ('007 * * * *'), ('٣ * * * *'),
  ('0 0 $ * *'), ('0 0 L * *'), ('0 0 ? * *'), ('0 0 15W * *'), ('0 0 * * 5L'), ('0 0 * * 1#2'), ('0 0 H * *'),
  ('0 0 31 2 x'), ('0 0 * * sat-sun'), ('0 0 * * monday'), ('0 0 * * mo'), ('0 0 * jane *'), ('0 0 mon * *'), ('mon 0 * * *'),
  ('0 0 * mon *'), ('0 0 * * jan'), ('* * * * *;'), ('* * * * * -- x'), (repeat('1,', 5000) || '1 * * * x'),
  (repeat('1,', 500) || '1 * * * *');

create function pg_temp.message_of(p_statement text) returns text
language plpgsql as $$
begin
  execute p_statement;
  return null;
exception when others then
  return sqlerrm;
end
$$;

select plan((select 2 * count(*) from slots)::integer + (select 2 * count(*) from refused)::integer + 27);

-- Slots

select is(
  array(
    select to_char(s at time zone 'utc', 'MM-DD HH24:MI')
    from nightshift.cron_slots(e.expression, ('2026-' || e.from_at || 'Z')::timestamptz, ('2026-' || e.to_at || 'Z')::timestamptz) as s
  ), e.expected, format('"%s" from %s to %s', e.expression, e.from_at, e.to_at))
from slots e;
select lives_ok(
  format('select cron.schedule(%L, %L, ''select 1'')', 'probe', e.expression), format('pg_cron takes "%s" too', e.expression))
from slots e;
set local timezone = 'Australia/Lord_Howe';
select is(
  (select array_agg(s) from nightshift.cron_slots('30 10 * * *', '2026-03-01 00:00Z', '2026-03-01 23:59Z') as s),
  array['2026-03-01 10:30Z'::timestamptz], 'the time zone of the session makes no difference');
reset timezone;
select is(
  array(select s from nightshift.cron_slots('0 0 29 2 *', '2028-02-15Z', '2028-03-10Z') as s),
  array['2028-02-29 00:00Z'::timestamptz], 'a leap day is found in a leap year');
select is(
  (select count(*) from nightshift.cron_slots('* * * * *', '2026-03-01 00:00Z', '2026-03-31 23:59Z')), 44640::bigint,
  'a month of every minute has 44640 slots');

-- Rejected

select throws_ok(
  format('select nightshift.cron_slots(%L, now(), now())', r.expression), 'PT422', null,
  format('%s is refused', left(coalesce('"' || r.expression || '"', 'null'), 40)))
from refused r;
select throws_like(
  format('select nightshift.latest_slot(%L, now())', r.expression), 'cron_expression_invalid: %',
  format('%s is refused in words', left(coalesce('"' || r.expression || '"', 'null'), 40)))
from refused r;
select throws_ok(
  format('select nightshift.cron_slots(%L, now(), now())', e.expression), 'PT422',
  format('cron_expression_invalid: "%s" cannot be read. %s.', e.expression, e.reason), e.reason)
from (values
  ('7 7 7', 'It needs five fields: minute, hour, day of month, month, day of week'),
  ('30 25 * * *', 'Its hour is "25", and 0 to 23 is allowed'),
  ('0 0 1 13 *', 'Its month is "13", and 1 to 12 is allowed'),
  ('0 0 * * 8', 'Its day of week is "8", and 0 to 7 is allowed')) as e (expression, reason);
select throws_ok(
  $$ select nightshift.cron_slots('* * * * *', '2026-03-01Z', '2027-03-03Z') $$, 'PT422',
  'cron_window_too_long: slots are listed for at most 366 days at once.', 'a window of 367 days is refused');
select ok(
  length(message) < 250, 'a huge expression is not repeated in the error')
from pg_temp.message_of(format('select nightshift.cron_slots(%L, now(), now())', repeat('1,', 500000))) as message;

-- Nothing asked, nothing meant: an agent without an expression runs on demand.

select is_empty($$ select nightshift.cron_slots(null, '2026-03-01Z', '2026-04-01Z') $$, 'no expression has no slots');
select is(nightshift.cron_matches(null, now()), false, 'it matches no minute');
select is(coalesce(nightshift.latest_slot(null, now()), nightshift.next_slot(null, now())), null, 'and has neither a latest nor a next slot');

-- Does a minute match

select is(
  nightshift.cron_matches(m.expression, ('2026-' || m.at || 'Z')::timestamptz), m.expected,
  format('"%s" %s %s', m.expression, case when m.expected then 'means' else 'does not mean' end, m.at))
from (values
  ('*/30 * * * *', '03-01 10:30:00', true), ('*/30 * * * *', '03-01 10:30:59.999', true),
  ('*/30 * * * *', '03-01 10:31:00', false), ('0 0 31 2 *', '03-03 00:00:00', false)
) as m (expression, at, expected);

-- The latest and the next slot

select is(
  nightshift.latest_slot(l.expression, ('2026-' || l.at || 'Z')::timestamptz), ('2026-' || l.expected || 'Z')::timestamptz,
  format('the latest slot of "%s" at %s is %s', l.expression, l.at, l.expected))
from (values
  ('*/30 * * * *', '03-01 10:30:00', '03-01 10:30'), ('*/30 * * * *', '03-01 10:29:59.9', '03-01 10:00'),
  ('0 6 * * *', '03-02 05:59', '03-01 06:00'), ('0 6 1 * *', '03-31 12:00', '03-01 06:00'), ('0 0 31 2 *', '03-03 00:00', null)
) as l (expression, at, expected);
select is(
  nightshift.next_slot(l.expression, ('2026-' || l.at || 'Z')::timestamptz), ('2026-' || l.expected || 'Z')::timestamptz,
  format('the next slot of "%s" after %s is %s', l.expression, l.at, l.expected))
from (values
  ('*/30 * * * *', '03-01 10:30:00', '03-01 11:00'), ('*/30 * * * *', '03-01 10:29:59.9', '03-01 10:30'),
  ('0 6 * * *', '03-01 06:00', '03-02 06:00'), ('0 6 1 * *', '03-02 12:00', '04-01 06:00'), ('0 0 31 2 *', '03-03 00:00', null)
) as l (expression, at, expected);
select is(
  nightshift.next_slot('59 23 31 12 *', '2026-12-31 23:59Z'), null, 'a slot more than 31 days away is not looked for');

select * from finish();
rollback;
