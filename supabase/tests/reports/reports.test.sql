-- Test: a report is the sum of its days against the period before, once, and later data make another version of it.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/days.psql
select plan(31);
update public.workspaces set created_at = '2026-01-01', name = 'Acme <b>' where id = :'ours';
select vault.create_secret('a cron secret', 'cron_secret') \g /dev/null

-- A value of a report by its label, and the one of the period before.
create function pg_temp.shown(p_label text) returns text
language sql as $$
  select concat_ws(' before ', r ->> 'value', r ->> 'before')
  from public.workspace_reports w
  cross join lateral jsonb_array_elements(w.numbers -> 'sections') s
  cross join lateral jsonb_array_elements(s -> 'rows') r
  where w.kind = 'weekly' and r ->> 'label' = p_label
$$;

-- Two weeks: Monday the 2nd to Sunday the 15th of March 2026.
insert into public.workspace_settings (workspace_id, time_zone, enabled_types)
values (:'ours', 'Europe/Berlin', '{weekly_report_generation}');
select pg_temp.receive_one(:'ours', 'w1-' || n, '2026-03-02 10:00Z'::timestamptz + make_interval(hours => n * 12), 'question')
from generate_series(0, 11) as n \g /dev/null
select pg_temp.receive_one(:'ours', 'w2-' || n, '2026-03-09 10:00Z'::timestamptz + make_interval(hours => n * 9),
  case when n < 3 then 'complaint' else 'question' end, n < 4)
from generate_series(0, 17) as n \g /dev/null
update public.client_emails set subject = '<script>alert(1)</script> & more' where provider_message_id = 'w2-0';
update public.email_intelligence set urgency_level = 'critical'
where email_id = (select id from public.client_emails where provider_message_id = 'w2-0');

-- When

select pg_temp.write_weekly('2026-03-16 05:59Z') \g /dev/null
select is((select count(*) from public.workspace_reports where kind = 'weekly'), 0::bigint, 'before 7 in Berlin the report is not due');
select is(pg_temp.write_weekly('2026-03-16 06:05Z') -> 'touched' -> 0 ->> 'workspace_id', :'ours', 'at 7 it is, for our workspace');
select results_eq(
  $$ select workspace_id, period_start, period_end, time_zone, version, is_partial from public.workspace_reports where kind = 'weekly' $$,
  $$ values ('a0000000-0000-4000-8000-000000000001'::uuid, '2026-03-08 23:00Z'::timestamptz, '2026-03-15 23:00Z'::timestamptz,
    'Europe/Berlin'::text, 1, false) $$, 'of the week that has ended, by the clocks of the workspace');
select pg_temp.write_weekly('2026-03-16 06:05Z') \g /dev/null
select pg_temp.write_weekly('2026-03-17 06:05Z') \g /dev/null
select is((select count(*) from public.workspace_reports where kind = 'weekly'), 1::bigint, 'two ticks write one report');

-- What

select is(pg_temp.shown('Received'), '18 before 12', 'emails of the week, and of the week before');
select is(pg_temp.shown('Received'), (
  select sum(m.emails_in) filter (where m.day >= '2026-03-09') || ' before ' || sum(m.emails_in) filter (where m.day < '2026-03-09')
  from public.daily_metrics m where m.day between '2026-03-02' and '2026-03-15'), 'a report equals the sum of its days');
select is(pg_temp.shown('Complaints'), '3 before 0', 'complaints');
select is(pg_temp.shown('Need a reply'), '4 before 0', 'emails that need a reply');
select is(pg_temp.shown('Of these, answered'), null, 'answers are left out where no sent email is known');
select ok((select numbers -> 'left_out' @> '["New contacts", "Scores that moved", "Calls of models", "Tasks"]' from public.workspace_reports
  where kind = 'weekly'), 'sections without data are left out and named');
select ok((select bool_and(s ->> 'query' <> '') from public.workspace_reports w, jsonb_array_elements(w.numbers -> 'sections') s),
  'each section names the query behind it');

-- How it looks

create temp table rendered as
select nightshift.render_report(numbers) as r from public.workspace_reports where kind = 'weekly';
select ok((select r ->> 'html' like '%&lt;script&gt;alert(1)&lt;/script&gt; &amp; more%' and r ->> 'html' not like '%<script%' from rendered),
  'a subject with a script stays text in HTML');
select ok((select r ->> 'html' !~* '<(img|link|iframe|object|style|svg)|https?://|src=|url\(' from rendered),
  'the HTML has no image and nothing to fetch');
select ok((select r ->> 'subject' = 'Acme <b>: week of 2026-03-09' and r ->> 'html' like '%<h1%>Acme &lt;b&gt;: week%' from rendered),
  'the name of a workspace stays text too');
select ok((select (r -> 'slack')::text like '%&lt;script&gt;alert(1)&lt;/script&gt; &amp; more%' from rendered),
  'and so do both in Slack, without a mention or a link');
select ok((select r ->> 'text' like '%Received%18   before: 12 (+50 \%)%' from rendered), 'the text shows the change in percent');
select ok((select r ->> 'text' like '%Complaints%3   before: 0' || E'\n' || '%' from rendered), 'but not from a number below 10');
select is(nightshift.show_change(20, 9, null), 'before: 9', 'as 9 is');
select is(nightshift.show_change(5, 10, null), 'before: 10 (-50 %)', 'and 10 is not');
select is((select r from rendered), (select nightshift.render_report(numbers) from public.workspace_reports where kind = 'weekly'),
  'rendered twice, it is the same');

-- Later data

select pg_temp.receive_one(:'ours', 'late', '2026-03-12 10:00Z', 'question') \g /dev/null
select pg_temp.write_weekly('2026-03-22 06:05Z') \g /dev/null
select results_eq($$ select version, pg_temp.shown('Received') from public.workspace_reports where kind = 'weekly' $$,
  $$ values (2, '19 before 12'::text) $$, 'an email ten days late makes version 2');
select ok((select numbers::text like '%<script>%' from public.workspace_reports where kind = 'weekly'),
  'with the lists as they were');
select pg_temp.write_weekly('2026-03-22 07:05Z') \g /dev/null
select is((select version from public.workspace_reports where kind = 'weekly'), 2, 'and no version without a change');

-- First periods and months

insert into public.workspace_settings (workspace_id, enabled_types) values (:'theirs', '{monthly_summary}');
update public.workspaces set created_at = '2026-03-10' where id = :'theirs';
select pg_temp.receive_one(:'theirs', 'one', '2026-03-20 10:00Z', 'question') \g /dev/null
select pg_temp.do_chunks('monthly_summary_chunk', 'd0000000-0000-4000-8000-000000000001', null, '2026-04-01 07:05Z') \g /dev/null
select results_eq(
  $$ select period_start, period_end, is_partial, numbers ->> 'subtitle' like '%This period is partial%' from public.workspace_reports where kind = 'monthly' $$,
  $$ values ('2026-03-01Z'::timestamptz, '2026-04-01Z'::timestamptz, true, true) $$, 'the first month of a workspace says that it is partial');
select is((select count(*) from public.workspace_reports where kind = 'weekly'), 1::bigint, 'and a month writes no week');

-- Who

select is(pg_temp.attempt(p.persona, 'select public.get_report((select id from public.workspace_reports where kind = ''weekly''))'),
  p.expected, format('%s reads the report of ours: %s', p.persona, p.expected))
from (values ('viewer', '1'), ('other_owner', 'PT404 report_not_found'), ('anon', '42501'), ('service_role', '1')) as p (persona, expected);
select is(pg_temp.attempt('owner', 'select from public.workspace_reports where kind = ''night'''), '0', 'no member sees the nights of the project');
select is(pg_temp.attempt('owner', 'select public.report_night(now() - interval ''1 day'', now())'), '42501', 'nor asks for one');

select * from finish();
rollback;
