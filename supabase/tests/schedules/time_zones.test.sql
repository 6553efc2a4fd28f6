-- Test: which minutes a cron expression means where clocks change.
--
-- Every expected slot is in UTC and written by hand. The change itself is above each group.
begin;

create temp table slots (zone text, expression text, from_at timestamptz, to_at timestamptz, expected text[]);
insert into slots values
  -- Berlin skips from 02:00 to 03:00 at 01:00 UTC on March 29
  ('Europe/Berlin', '30 2 * * *', '2026-03-28Z', '2026-03-30 23:59Z', '{03-28 01:30,03-29 01:00,03-30 00:30}'),
  ('Europe/Berlin', '0,30 2 * * *', '2026-03-29Z', '2026-03-29 23:59Z', '{03-29 01:00}'),
  ('Europe/Berlin', '*/10 2 * * *', '2026-03-29Z', '2026-03-29 23:59Z', '{03-29 01:00}'),
  ('Europe/Berlin', '* 2 29 3 *', '2026-03-28Z', '2026-03-30Z', '{03-29 01:00}'),
  ('Europe/Berlin', '30 1-3 * * *', '2026-03-29Z', '2026-03-29 12:00Z', '{03-29 00:30,03-29 01:00,03-29 01:30}'),
  ('Europe/Berlin', '0 2,3 * * *', '2026-03-29Z', '2026-03-29 12:00Z', '{03-29 01:00}'),
  ('Europe/Berlin', '30 2 * * sun', '2026-03-28Z', '2026-03-30 12:00Z', '{03-29 01:00}'),
  ('Europe/Berlin', '30 2 * * mon', '2026-03-28Z', '2026-03-30 12:00Z', '{03-30 00:30}'),
  ('Europe/Berlin', '30 2 * * *', '2026-03-29 01:00Z', '2026-03-29 01:00Z', '{03-29 01:00}'),
  ('Europe/Berlin', '30 2 * * *', '2026-03-29 01:01Z', '2026-03-29 23:00Z', '{}'),
  ('Europe/Berlin', '0 * * * *', '2026-03-28 23:30Z', '2026-03-29 03:30Z', '{03-29 00:00,03-29 01:00,03-29 02:00,03-29 03:00}'),
  ('Europe/Berlin', '30 */2 * * *', '2026-03-28 23:00Z', '2026-03-29 05:00Z', '{03-28 23:30,03-29 02:30,03-29 04:30}'),
  -- Berlin comes from 03:00 back to 02:00 at 01:00 UTC on October 25
  ('Europe/Berlin', '30 2 * * *', '2026-10-24Z', '2026-10-26 23:59Z', '{10-24 00:30,10-25 00:30,10-26 01:30}'),
  ('Europe/Berlin', '*/20 2 * * *', '2026-10-25Z', '2026-10-25 23:59Z', '{10-25 00:00,10-25 00:20,10-25 00:40}'),
  ('Europe/Berlin', '0 2,3 * * *', '2026-10-25Z', '2026-10-25 23:59Z', '{10-25 00:00,10-25 02:00}'),
  ('Europe/Berlin', '30 1,2 * * *', '2026-10-24 12:00Z', '2026-10-25 12:00Z', '{10-24 23:30,10-25 00:30}'),
  ('Europe/Berlin', '0 0-23 * * *', '2026-10-24 22:30Z', '2026-10-25 03:00Z', '{10-24 23:00,10-25 00:00,10-25 02:00,10-25 03:00}'),
  ('Europe/Berlin', '30 2 * * *', '2026-10-25 00:31Z', '2026-10-26 01:29Z', '{}'),
  ('Europe/Berlin', '0 * * * *', '2026-10-24 23:00Z', '2026-10-25 03:00Z', '{10-24 23:00,10-25 00:00,10-25 01:00,10-25 02:00,10-25 03:00}'),
  ('Europe/Berlin', '30 */2 * * *', '2026-10-24 22:00Z', '2026-10-25 03:59Z', '{10-24 22:30,10-25 00:30,10-25 01:30,10-25 03:30}'),
  -- Lord Howe skips from 02:00 to 02:30 at 15:30 UTC on October 3, and comes from 02:00 back to 01:30 at 15:00 UTC on April 4
  ('Australia/Lord_Howe', '15 2 * * *', '2026-10-02Z', '2026-10-04 23:59Z', '{10-02 15:45,10-03 15:30,10-04 15:15}'),
  ('Australia/Lord_Howe', '15,30 2 * * *', '2026-10-03Z', '2026-10-03 23:59Z', '{10-03 15:30}'),
  ('Australia/Lord_Howe', '0 * * * *', '2026-10-03 14:00Z', '2026-10-03 17:00Z', '{10-03 14:30,10-03 16:00,10-03 17:00}'),
  ('Australia/Lord_Howe', '45 1 * * *', '2026-04-03Z', '2026-04-05 23:59Z', '{04-03 14:45,04-04 14:45,04-05 15:15}'),
  ('Australia/Lord_Howe', '45 * * * *', '2026-04-04 13:00Z', '2026-04-04 17:00Z', '{04-04 13:45,04-04 14:45,04-04 15:15,04-04 16:15}'),
  -- Kathmandu is always 5:45 ahead
  ('Asia/Kathmandu', '0 6 * * *', '2026-03-01Z', '2026-03-02 23:59Z', '{03-01 00:15,03-02 00:15}'),
  ('Asia/Kathmandu', '30 0 1 * *', '2026-02-01Z', '2026-03-30 23:59Z', '{02-28 18:45}'),
  ('Asia/Kathmandu', '50 5 * * mon', '2026-03-01Z', '2026-03-07 23:59Z', '{03-02 00:05}'),
  ('Asia/Kathmandu', '40 5 * * mon', '2026-03-01Z', '2026-03-07 23:59Z', '{03-01 23:55}'),
  -- Troll skips from 01:00 to 03:00 at 01:00 UTC on March 29, and comes from 03:00 back to 01:00 at 01:00 UTC on October 25
  ('Antarctica/Troll', '30 1 * * *', '2026-03-28Z', '2026-03-29 23:59Z', '{03-28 01:30,03-29 01:00,03-29 23:30}'),
  ('Antarctica/Troll', '30 1,2 * * *', '2026-03-29Z', '2026-03-29 12:00Z', '{03-29 01:00}'),
  ('Antarctica/Troll', '30 1,2 * * *', '2026-10-24 12:00Z', '2026-10-25 12:00Z', '{10-24 23:30,10-25 00:30}'),
  ('Antarctica/Troll', '30 * * * *', '2026-10-24 23:00Z', '2026-10-25 03:00Z', '{10-24 23:30,10-25 00:30,10-25 01:30,10-25 02:30}'),
  -- Apia skipped Friday, December 30, 2011, at 10:00 UTC
  ('Pacific/Apia', '30 2 * * *', '2011-12-29Z', '2011-12-31Z', '{12-29 12:30,12-30 10:00,12-30 12:30}'),
  ('Pacific/Apia', '0 9 30 12 *', '2011-12-28Z', '2012-01-02Z', '{12-30 10:00}'),
  ('Pacific/Apia', '0 9 * * fri', '2011-12-26Z', '2012-01-02Z', '{12-30 10:00}'),
  ('Pacific/Apia', '0 0 30,31 12 *', '2011-12-28Z', '2012-01-02Z', '{12-30 10:00}'),
  ('Pacific/Apia', '0 */6 * * *', '2011-12-30Z', '2011-12-31Z', '{12-30 04:00,12-30 10:00,12-30 16:00,12-30 22:00}'),
  -- Kwajalein skipped August 21, 1993, at 12:00 UTC
  ('Pacific/Kwajalein', '0 8 * * *', '1993-08-20Z', '1993-08-23Z', '{08-20 20:00,08-21 12:00,08-21 20:00,08-22 20:00}'),
  -- São Paulo skipped its midnight at 03:00 UTC on November 4, 2018, and came from midnight back to 23:00 at 02:00 UTC on February 17, 2019
  ('America/Sao_Paulo', '0 0 * * *', '2018-11-03Z', '2018-11-05 12:00Z', '{11-03 03:00,11-04 03:00,11-05 02:00}'),
  ('America/Sao_Paulo', '0 0 4 11 *', '2018-11-01Z', '2018-11-05 12:00Z', '{11-04 03:00}'),
  ('America/Sao_Paulo', '59 23 * * *', '2019-02-15 12:00Z', '2019-02-18 12:00Z', '{02-16 01:59,02-17 01:59,02-18 02:59}'),
  ('America/Sao_Paulo', '0 0 17 2 *', '2019-02-15 12:00Z', '2019-02-18 12:00Z', '{02-17 03:00}'),
  -- Casablanca goes from 03:00 back to 02:00 when Ramadan comes, at 02:00 UTC on February 15, and back at 02:00 UTC on March 22
  ('Africa/Casablanca', '30 2 * * *', '2026-02-14Z', '2026-02-16 12:00Z', '{02-14 01:30,02-15 01:30,02-16 02:30}'),
  ('Africa/Casablanca', '30 2 * * *', '2026-03-21Z', '2026-03-23 12:00Z', '{03-21 02:30,03-22 02:00,03-23 01:30}'),
  -- Zones without a change
  ('Etc/UTC', '30 2 * * *', '2026-03-29Z', '2026-03-29 23:59Z', '{03-29 02:30}'),
  ('Etc/GMT+12', '30 2 1 * *', '2026-03-01Z', '2026-03-02 23:59Z', '{03-01 14:30}'),
  ('Pacific/Kiritimati', '30 2 1 * *', '2026-02-01Z', '2026-03-02 23:59Z', '{02-28 12:30}'),
  (null, '30 2 * * *', '2026-03-29Z', '2026-03-29 23:59Z', '{03-29 02:30}');

select plan((select 2 * count(*) from slots)::integer + 21);

select is(
  array(
    select to_char(s at time zone 'utc', 'MM-DD HH24:MI')
    from nightshift.cron_slots(e.expression, e.from_at, e.to_at, e.zone) as s
  ), e.expected, format('"%s" in %s from %s', e.expression, e.zone, e.from_at))
from slots e;
-- The same in windows of 5 hours: no slot depends on the window that is asked for.
select is(
  array(
    select to_char(s at time zone 'utc', 'MM-DD HH24:MI')
    from generate_series(e.from_at, e.to_at, interval '5 hours') as w
    cross join lateral nightshift.cron_slots(
      e.expression, w, least(w + interval '5 hours' - interval '1 second', e.to_at), e.zone) as s
    order by s
  ), e.expected, format('in windows of 5 hours, "%s" in %s from %s', e.expression, e.zone, e.from_at))
from slots e;

-- Whole years

select is(
  (select count(*) from nightshift.cron_slots('30 2 * * *', '2026-01-01Z', '2026-12-31 23:59Z', z.zone)), 365::bigint,
  format('a year of 02:30 in %s has 365 runs', z.zone))
from unnest('{Europe/Berlin,Australia/Lord_Howe,Asia/Kathmandu,Antarctica/Troll,Africa/Casablanca}'::text[]) as z (zone);
select is(
  (select count(*) from nightshift.cron_slots('0 * * * *', '2026-01-01Z', '2026-12-31 23:59Z', 'Europe/Berlin')), 8760::bigint,
  'a year of every hour in Berlin has 8760 runs');
select is(
  (select count(*) from nightshift.cron_slots('* * * * *', '2026-03-15Z', '2026-04-14 23:59Z', 'Europe/Berlin')), 44640::bigint,
  '31 days of every minute have 44640 slots, also when an hour is skipped');
set local timezone = 'America/New_York';
select is(
  array(select s from nightshift.cron_slots('30 2 * * *', '2026-10-25Z', '2026-10-26 23:59Z', 'Europe/Berlin') as s),
  '{2026-10-25 00:30Z,2026-10-26 01:30Z}'::timestamptz[], 'the time zone of the session makes no difference');
reset timezone;

-- The latest and the next slot

select is(
  nightshift.latest_slot('30 2 * * *', '2026-03-29 01:20Z', 'Europe/Berlin'), '2026-03-29 01:00Z'::timestamptz,
  'the latest slot is the one that took the place of the skipped time');
select is(
  nightshift.next_slot('30 2 * * *', '2026-10-25 00:30Z', 'Europe/Berlin'), '2026-10-26 01:30Z'::timestamptz,
  'the next slot is not the repetition');
select is(nightshift.cron_matches('30 2 * * *', '2026-10-25 01:30Z', 'Europe/Berlin'), false, 'which does not match either');

-- Names

select is(nightshift.check_time_zone('europe/BERLIN'), 'Europe/Berlin', 'a name is spelled as PostgreSQL does');
select throws_ok(
  format('select nightshift.check_time_zone(%L)', n.name), 'PT422', null, format('%s is not a zone', coalesce(n.name, 'null')))
from (values (null), (''), ('Mars/Olympus'), ('CEST'), ('UTC+3'), ('Europe/Berlin''; drop table x; --')) as n (name);
select throws_like(
  format('select nightshift.cron_slots(''* * * * *'', now(), now(), %L)', n.name), 'time_zone_unknown: PostgreSQL knows no %',
  format('slots in "%s" are refused in words', n.name))
from (values (''), ('Mars/Olympus'), ('Europe/Berlin''; drop table x; --')) as n (name);

select * from finish();
rollback;
