-- Test: how the database worker gets enrichment and scoring done: turns, failures, rows of the log.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/chunks.psql
\ir ../_helpers/contacts.psql
\ir ../_helpers/worker.psql
select plan(12);
select pg_temp.ask_for('{contact_enrichment,lead_scoring_batch}') \g /dev/null
select pg_temp.came('1', 'ada@x.example', 'Ada', '2026-03-01 10:00Z') \g /dev/null
select pg_temp.ask_for('{contact_enrichment}', :'theirs') \g /dev/null
select pg_temp.came('2', 'bob@x.example', 'Bob', '2026-03-01 10:00Z', '{}', null, :'theirs') \g /dev/null

select set_eq($$ select w from nightshift.contact_enrichment_due(gen_random_uuid(), 10) w $$, format('values (%L::uuid), (%L)', :'ours', :'theirs'), 'both have work');
select pg_temp.do_chunks('contact_enrichment_chunk', gen_random_uuid(), :'theirs') as chunk \gset
select is(:'chunk'::jsonb, format('{"done": true, "touched": [{"workspace_id": "%s", "counts": {"emails_read": 1, "contacts_added": 1, "contacts_changed": 1}}]}', :'theirs')::jsonb,
  'its chunks for one workspace do that one, and count');
select set_eq($$ select w from nightshift.contact_enrichment_due(gen_random_uuid(), 10) w $$, format('values (%L::uuid)', :'ours'), 'the other one still has work');
insert into nightshift.run_failures (run_id, workspace_id, error, failed_at) values (:'ours', :'ours', 'x', now());
select is(nightshift.contact_enrichment_chunk(:'ours', null), '{"done": true, "touched": []}'::jsonb, 'a workspace that failed in a run is left out of it');
select is_empty(format('select from nightshift.contact_enrichment_due(%L, 10)', :'ours'), 'and not due');

-- By the worker

update public.task_schedules s set enabled = true where s.name in ('contact-enrichment', 'lead-scoring-batch');
select nightshift.dispatch('contact-enrichment', '2026-03-01 12:10:01Z') \g /dev/null
select pg_temp.work('2026-03-01 12:10:02Z') \g /dev/null
select results_eq(
  $$ select t.workspace_id is null, t.status, t.output_data -> 'counts' ->> 'contacts_added' from public.autonomous_tasks t where t.task_type = 'contact_enrichment' order by 1 $$,
  $$ values (false, 'completed'::text, null::text), (true, 'completed', '1') $$, 'the system row counts, and the workspace in which something changed has a row');
select is((select t.workspace_id from public.autonomous_tasks t where t.task_type = 'contact_enrichment' and t.workspace_id is not null), :'ours'::uuid, 'no other one');
select nightshift.dispatch('lead-scoring-batch', '2026-03-01 12:15:01Z') \g /dev/null
select pg_temp.work('2026-03-01 12:15:02Z') \g /dev/null
select is((select t.status from public.autonomous_tasks t where t.task_type = 'lead_scoring_batch' and t.workspace_id is null), 'completed', 'scoring runs the same way');
select results_eq(
  $$ select c.workspace_id, s.contact_id is not null from public.contacts c left join public.lead_scores s on s.contact_id = c.id order by 1 $$,
  format('values (%L::uuid, true), (%L, false)', :'ours', :'theirs'), 'only contacts of workspaces that asked are scored');

-- Whose turn it is

insert into public.workspaces (id, name) values ('d0000000-0000-4000-8000-000000000003', 'Large');
select pg_temp.ask_for('{contact_enrichment}', 'd0000000-0000-4000-8000-000000000003') \g /dev/null
insert into nightshift.due_emails (workspace_id, email_id) select 'd0000000-0000-4000-8000-000000000003', gen_random_uuid() from generate_series(1, 2000);
select pg_temp.came('3', 'cy@x.example', 'Cy', '2026-03-01 10:00Z') \g /dev/null
update nightshift.contact_turns t set enriched_at = '2026-01-01' where t.workspace_id = 'd0000000-0000-4000-8000-000000000003';
select is((nightshift.list_workspaces_to_enrich(gen_random_uuid(), null, 10, now()))[1], 'd0000000-0000-4000-8000-000000000003'::uuid, 'the workspace that was served longest ago comes first');
select nightshift.enrich_piece('d0000000-0000-4000-8000-000000000003', 500, now()) \g /dev/null
select is((nightshift.list_workspaces_to_enrich(gen_random_uuid(), null, 10, now()))[1], :'ours'::uuid, 'after one piece it is the turn of the next');
select is((select count(*) from nightshift.due_emails d where d.workspace_id = 'd0000000-0000-4000-8000-000000000003'), 1500::bigint, 'the rest waits');

select * from finish();
rollback;
