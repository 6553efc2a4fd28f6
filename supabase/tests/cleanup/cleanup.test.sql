-- Test: data_cleanup deletes what rules say and nothing else, as its dry run says, and stops at a hold.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/worker.psql
set local client_min_messages = error;
select plan(37);

delete from public.task_schedules s where s.name <> 'data-cleanup';
\set third 70000000-0000-4000-8000-000000000003
insert into public.workspaces (id, name) values (:'third', 'Third');
insert into public.client_emails (workspace_id, provider_message_id, from_email, body_text, body_html, received_at, created_at)
select w.id, 'mail-' || n, 'a@example.com', 'Text.', '<p>Text.</p>', timestamptz '2026-03-01 12:00Z' - n * interval '1 day', timestamptz '2026-03-01 12:00Z' - n * interval '1 day'
from public.workspaces w, generate_series(1, 100) as n where w.id in (:'ours', :'theirs', :'third');
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at, completed_at)
select w.id, k.task_type, 'completed', timestamptz '2026-03-01 12:00Z' - n * interval '1 day', timestamptz '2026-03-01 12:00Z' - n * interval '1 day'
from (values (:'ours'::uuid), (:'theirs'), (null)) as w (id), (values ('email_sync'), ('data_cleanup')) as k (task_type), generate_series(1, 50) as n;

create function pg_temp.count_emails(p_workspace_id uuid, p_what text default 'mail') returns bigint
language sql as $$ select count(*) from public.client_emails e where e.workspace_id = p_workspace_id and (p_what = 'mail' or e.body_html is not null) $$;
create function pg_temp.count_tasks(p_workspace_id uuid, p_task_type text) returns bigint
language sql as $$ select count(*) from public.autonomous_tasks t where t.workspace_id is not distinct from p_workspace_id and t.task_type = p_task_type and t.executed_at < '2026-03-01' $$;
create function pg_temp.clean(p_payload jsonb default '{}', p_at timestamptz default '2026-03-01 02:20Z', p_steps integer default 1000) returns jsonb
language plpgsql as $$
begin
  update public.task_schedules s set payload = p_payload where s.name = 'data-cleanup';
  perform nightshift.run_now('data-cleanup', p_at);
  perform pg_temp.work(p_at + interval '5 seconds', p_steps);
  return (select t.output_data from public.autonomous_tasks t where t.workspace_id is null and t.input_data ->> 'schedule' = 'data-cleanup' order by t.executed_at desc, t.id desc limit 1);
end
$$;

-- Without rules

select is((select s.enabled from public.task_schedules s where s.name = 'data-cleanup'), false, 'the schedule is off as long as nobody has a rule');
select is(pg_temp.clean() - array['timestamp', 'success'],
  '{"dry_run": false, "rows": 0, "bytes": 0, "held": 0, "rules": [], "counts": {}, "workspaces_processed": 0, "workspaces_failed": 0}'::jsonb, 'without rules nothing is looked at');
select is(pg_temp.count_emails(:'ours'), 100::bigint, 'and nothing goes');

-- Rules

insert into public.retention_rules (workspace_id, what, keep_days) values (:'ours', 'mail', 60), (:'ours', 'mail_html', 30), (:'theirs', 'mail', 10);
select is((select s.enabled from public.task_schedules s where s.name = 'data-cleanup'), true, 'the first rule switches the schedule on');
insert into public.legal_holds (workspace_id, reason) values (:'theirs', 'A lawsuit.');
select is(pg_temp.attempt('owner', $$ select public.preview_cleanup($1) $$), '1', 'an owner may preview');
select is(pg_temp.attempt('member', $$ select public.preview_cleanup($1) $$), 'PT403 workspace_not_managed', 'a member may not');
create temp table dry as select pg_temp.clean('{"dry_run": true}') as report;
select is(pg_temp.count_emails(:'ours') + pg_temp.count_emails(:'ours', 'mail_html'), 200::bigint, 'a dry run deletes nothing');
create temp table real as select pg_temp.clean() as report;
select is((select report -> 'rules' from real), (select report -> 'rules' from dry), 'and says exactly what the real run does');
select is(pg_temp.count_emails(:'ours'), 60::bigint, 'emails go after their days');
select is(pg_temp.count_emails(:'ours', 'mail_html'), 30::bigint, 'and their HTML after its days');
select is((select count(*) from public.client_emails e where e.workspace_id = :'ours' and e.body_text is null), 0::bigint, 'never the text alone');
select is(pg_temp.count_emails(:'theirs'), 100::bigint, 'a workspace under hold keeps everything');
select is((select report -> 'held' from real), '1'::jsonb, 'and the run says so');
select is(pg_temp.count_emails(:'third'), 100::bigint, 'so does one without rules');
select is((select e ->> 'oldest_left' from real, jsonb_array_elements(report -> 'rules') e where e ->> 'what' = 'mail' and e ->> 'held' is null),
  '2025-12-31T12:00:00+00:00', 'the report says what the oldest is that is left');
select is((select t.output_data from public.autonomous_tasks t where t.workspace_id = :'ours' and t.input_data ? 'run_id'),
  '{"mail": 40, "mail_html": 30}'::jsonb, 'and the workspace has its row');

-- The log

insert into public.retention_rules (workspace_id, what, task_type, keep_days) values (null, 'tasks', null, 40), (null, 'tasks', 'email_sync', 20), (:'ours', 'tasks', null, 10);
update public.legal_holds set released_at = now() where true;
update public.retention_rules set keep_days = 3650 where what in ('mail', 'mail_html');
select pg_temp.clean() \g /dev/null
select is(pg_temp.count_tasks(:'ours', 'email_sync') || ' ' || pg_temp.count_tasks(:'ours', 'data_cleanup'), '10 10', 'a rule of the workspace counts before those of the project');
select is(pg_temp.count_tasks(:'theirs', 'email_sync') || ' ' || pg_temp.count_tasks(:'theirs', 'data_cleanup'), '20 40', 'one for a type before one for all');
select is(pg_temp.count_tasks(null, 'email_sync') || ' ' || pg_temp.count_tasks(null, 'data_cleanup'), '20 40', 'and system rows go by the rules of the project');
insert into public.autonomous_tasks (workspace_id, task_type, status, executed_at) values (:'ours', 'email_sync', 'running', '2025-01-01Z');
select pg_temp.clean() \g /dev/null
select is((select count(*) from public.autonomous_tasks t where t.status = 'running'), 1::bigint, 'what has not ended stays');

-- A payload for one workspace

update public.retention_rules set keep_days = 20 where what = 'mail';
select pg_temp.clean(format('{"workspace_id": "%s"}', :'theirs')::jsonb) \g /dev/null
select is(pg_temp.count_emails(:'theirs') || ' ' || pg_temp.count_emails(:'ours'), '20 60', 'a payload may name the one workspace');

-- Killed in the middle, and a hold set meanwhile

update public.retention_rules set keep_days = 1 where what = 'mail';
create function pg_temp.small_batches() returns trigger language plpgsql as $$ begin new.batch := 10; return new; end $$;
create trigger small before insert on nightshift.cleanup_work for each row execute function pg_temp.small_batches();
update public.task_schedules s set payload = '{}' where s.name = 'data-cleanup';
select nightshift.run_now('data-cleanup', '2026-03-02 02:20Z') \g /dev/null
do $$
begin
  for v_step in 1 .. 8 loop
    perform nightshift.work_on('d0000000-0000-4000-8000-00000000000d', 'infinity', '2026-03-02 02:20:05Z');
  end loop;
end
$$;
select cmp_ok(pg_temp.count_emails(:'theirs') + pg_temp.count_emails(:'ours'), '<', 80::bigint, 'a run under way has deleted some');
select cmp_ok(pg_temp.count_emails(:'theirs') + pg_temp.count_emails(:'ours'), '>', 40::bigint, 'and not all');
insert into public.legal_holds (workspace_id, reason) values (:'ours', 'A lawsuit.');
create temp table held as select pg_temp.count_emails(:'ours') as emails;
select nightshift.reconcile('2026-03-02 02:25Z') \g /dev/null
select pg_temp.work('2026-03-02 02:25:10Z') \g /dev/null
select is(pg_temp.count_emails(:'ours'), (select emails from held), 'a hold set meanwhile stops the next chunk');
select is(pg_temp.count_emails(:'theirs'), 0::bigint, 'and the run that was killed goes on elsewhere');
select is((select sum((t.output_data -> 'mail')::integer) from public.autonomous_tasks t where t.workspace_id = :'theirs' and t.executed_at > '2026-03-02'),
  20::bigint, 'with nothing counted twice');
select cmp_ok((select count(*) from nightshift.cleanup_work w where w.is_held and w.workspace_id = :'ours'), '>=', 1::bigint, 'and what was left of the held workspace says so');

-- Contacts

insert into public.contacts (workspace_id, email, last_interaction, created_at)
select :'third', 'c' || n || '@example.com', case when n % 2 = 0 then timestamptz '2026-03-01 12:00Z' - n * interval '1 day' end, timestamptz '2026-03-01 12:00Z' - n * interval '1 day'
from generate_series(1, 3000) as n;
insert into public.retention_rules (workspace_id, what, keep_days) values (:'third', 'contacts', 100);
select pg_temp.clean('{}', '2026-03-02 12:20Z') \g /dev/null
select is((select count(*) from public.contacts c where c.workspace_id = :'third'), 98::bigint, 'contacts go after their days, with or without an email');
set local enable_sort = off;
create function pg_temp.plan_of(p_query text) returns text language plpgsql as $$
declare
  v_line text;
  v_lines text := '';
begin
  for v_line in execute 'explain ' || p_query loop
    v_lines := v_lines || v_line || E'\n';
  end loop;
  return v_lines;
end
$$;
create function pg_temp.plan_of_cleanup(p_what text) returns text
language sql as $$
  select pg_temp.plan_of(replace(replace(replace(replace(replace(nightshift.cleanup_query(p_what),
    '$1.workspace_id', '''70000000-0000-4000-8000-000000000003''::uuid'), '$1.cutoff', 'timestamptz ''2026-01-01'''),
    '$1.after_at', 'timestamptz ''2019-01-01'''), '$1.after_id', '''00000000-0000-0000-0000-000000000000''::uuid'), '$2', '250'))
$$;
select doesnt_match(pg_temp.plan_of_cleanup('contacts'), 'Sort|Seq Scan', 'in the order of an index');
select doesnt_match(pg_temp.plan_of_cleanup('mail_html'), 'Sort|Seq Scan', 'and so does HTML');
select matches(pg_temp.plan_of_cleanup('mail_html'), 'using client_emails_html_idx', 'of one that has only emails with HTML, so that a second run reads nothing');
set local enable_sort = on;

-- Bounds

select throws_like($$ insert into public.retention_rules (what, keep_days) values ('mail', 0) $$, '%keep_days_is_from_1_to_3650%', 'a rule keeps a day at least');
select throws_like($$ insert into public.retention_rules (what, keep_days) values ('mail', 3651) $$, '%keep_days_is_from_1_to_3650%', 'and ten years at most');
select throws_like($$ insert into public.retention_rules (what, keep_days) values ('text', 10) $$, '%what_is_known%', 'the text alone is never dropped');
select throws_like($$ insert into public.retention_rules (what, task_type, keep_days) values ('mail', 'email_sync', 10) $$, '%only_tasks_have_a_task_type%', 'and only tasks have a type');
select throws_like($$ insert into public.retention_rules (what, keep_days) values ('tasks', 10) $$, '%one_rule_for_each_thing%', 'one thing has one rule');
select is((pg_temp.clean('{"dry-run": true}', '2026-03-03 02:20Z') is null), true, 'an unknown field of the payload deletes nothing');

select * from finish();
rollback;
