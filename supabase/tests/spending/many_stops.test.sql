-- Test: thousands of workspaces whose email may not be read hold nobody up.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/mail.psql
\ir ../_helpers/spending.psql
select plan(6);

insert into public.analyzer_choices (analyzer, model) values ('anthropic', 'model-1');
insert into public.workspaces (name) select 'Workspace ' || n from generate_series(1, 2100) as n;
insert into public.analyzer_admissions (workspace_id) select w.id from public.workspaces w;
insert into public.client_emails (workspace_id, provider_message_id, received_at)
select w.id, 'mail-1', '2026-03-01 08:00Z' from public.workspaces w where w.name like 'Workspace %';
analyze public.workspaces, public.client_emails, public.analyzer_admissions, nightshift.email_queue, nightshift.workspace_turns;
create temp view waiting as select from nightshift.workspace_turns t where t.due_at = '2026-03-01 12:05Z';

select is(pg_temp.count_claimed('2026-03-01 12:00Z'), 0, 'without a budget no email is handed out');
select is((select count(*) from waiting), 2000::bigint, 'one claim looks at 2000 workspaces that must wait, and no more');
select is(pg_temp.count_claimed('2026-03-01 12:00Z'), 0, 'the next goes on from there');
select is((select count(*) from waiting), 2100::bigint, 'until all have been looked at');
select is((select count(*) from stops), 2100::bigint, 'and each has a row that says why');
select nightshift.finish_run((select id from run), null, '2026-03-01 12:00:01Z') \g /dev/null
select is(
  (select t.error_message from public.autonomous_tasks t join run using (id)),
  'Emails wait for a budget, a price or a key in 2100 of the workspaces that were due. Their task rows say what to do.', 'the run tells how many they were');

select * from finish();
rollback;
