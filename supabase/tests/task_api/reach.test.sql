-- Test: who reaches which task by every function of the task-logging API.
--
-- The same calls in the name of everybody: what is not theirs is not there.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql

insert into public.autonomous_tasks (id, workspace_id, task_type, status, input_data, executed_at, cost_estimate_usd) values
  ('00000000-0000-4000-8000-00000000000a', :'ours', 'lead_scoring_batch', 'running', '{"of": "ours"}', now() - interval '1 hour', 1),
  ('00000000-0000-4000-8000-00000000000b', :'theirs', 'lead_scoring_batch', 'running', '{"of": "theirs"}', now() - interval '1 hour', 1);
insert into public.autonomous_tasks (id, workspace_id, task_type, status, error_message, cost_estimate_usd) values
  ('00000000-0000-4000-8000-00000000001a', :'ours', 'lead_scoring_batch', 'failed', 'no', 1),
  ('00000000-0000-4000-8000-00000000001b', :'theirs', 'lead_scoring_batch', 'failed', 'no', 1);

create temp table calls (name text primary key, call text not null);
insert into calls values
  ('get', 'public.get_task(''%1$s0%2$s'', $1) ->> ''outcome'''),
  ('list', 'jsonb_array_length(public.find_tasks(''{"workspace_id": "%3$s"}'', $1) -> ''tasks'')'),
  ('list after a cursor', 'jsonb_array_length(public.find_tasks(
    ''{"after": {"executed_at": "2100-01-01", "id": "%1$s0%2$s"}, "workspace_id": "%3$s"}'', $1) -> ''tasks'')'),
  ('summary', 'coalesce(public.summarize_tasks(''%3$s'', p_token_hash => $1) #>> ''{summary,0,total_executions}'', ''0'')'),
  ('costs', 'public.report_costs(''%3$s'', p_token_hash => $1) #>> ''{costs,total}'''),
  ('log', 'public.log_tasks(''[{"workspace_id": "%3$s", "task_type": "lead_scoring_batch"}]'', null, $1) #>> ''{results,0,outcome}'''),
  ('log with a taken id', 'public.log_tasks(
    ''[{"id": "%1$s0%2$s", "workspace_id": "%3$s", "task_type": "email_sync"}]'', null, $1) #>> ''{results,0,outcome}'''),
  ('complete', 'public.change_task(''%1$s0%2$s'', ''complete'', ''{}'', $1) ->> ''outcome'''),
  ('cancel', 'public.change_task(''%1$s0%2$s'', ''cancel'', ''{}'', $1) ->> ''outcome'''),
  ('retry', 'public.retry_task(''%1$s1%2$s'', $1) ->> ''outcome'''),
  ('why', 'public.why(''task'', ''%1$s1%2$s'', $1) ->> ''why'' ~ ''^It failed''');

-- What each finds, on our tasks and on theirs.
create temp table expectations (name text, personas text[], ours text, theirs text);
insert into expectations values
  ('get', '{viewer,member,admin,owner,ours}', 'ok', 'task_not_found'),
  ('get', '{stranger,"ours, email_sync only"}', 'task_not_found', 'task_not_found'),
  ('get', '{other_owner,theirs}', 'task_not_found', 'ok'),
  ('get', '{revoked}', 'unauthorized', 'unauthorized'),
  ('get', '{"ours, ping"}', 'forbidden', 'forbidden'),
  ('get', '{service_role}', 'ok', 'ok'),
  ('list', '{viewer,member,admin,owner,ours}', '2', '0'),
  ('list', '{stranger,"ours, email_sync only"}', '0', '0'),
  ('list', '{other_owner,theirs}', '0', '2'),
  ('list', '{service_role}', '2', '2'),
  ('list after a cursor', '{viewer,member,ours}', '2', '0'),
  ('list after a cursor', '{stranger}', '0', '0'),
  ('list after a cursor', '{theirs}', '0', '2'),
  ('summary', '{viewer,member,ours}', '2', '0'),
  ('summary', '{stranger,"ours, email_sync only"}', '0', '0'),
  ('summary', '{theirs}', '0', '2'),
  ('costs', '{viewer,member,ours}', '2', '0'),
  ('costs', '{stranger,"ours, email_sync only"}', '0', '0'),
  ('costs', '{theirs}', '0', '2'),
  ('log', '{viewer}', 'forbidden', 'workspace_not_found'),
  ('log', '{stranger}', 'workspace_not_found', 'workspace_not_found'),
  ('log', '{member,admin,owner,ours}', 'created', 'workspace_not_found'),
  ('log', '{"ours, email_sync only"}', 'task_type_forbidden', 'workspace_not_found'),
  ('log', '{service_role}', 'created', 'created'),
  ('log with a taken id', '{member,ours,"ours, email_sync only"}', 'task_id_taken', 'workspace_not_found'),
  ('complete', '{viewer}', 'forbidden', 'task_not_found'),
  ('complete', '{stranger,"ours, email_sync only"}', 'task_not_found', 'task_not_found'),
  ('complete', '{member}', 'ok', 'task_not_found'),
  ('complete', '{ours}', 'ok', 'task_not_found'),
  ('cancel', '{theirs}', 'task_not_found', 'ok'),
  ('cancel', '{ours}', 'task_already_finished', 'task_not_found'),
  ('retry', '{viewer}', 'forbidden', 'task_not_found'),
  ('retry', '{stranger,"ours, email_sync only"}', 'task_not_found', 'task_not_found'),
  ('retry', '{member,ours}', 'ok', 'task_not_found'),
  ('why', '{viewer,member,ours}', 'true', 'false'),
  ('why', '{stranger,"ours, email_sync only"}', 'false', 'false'),
  ('why', '{other_owner,theirs}', 'false', 'true');

select plan((select 2 * sum(cardinality(personas)) + 4 from expectations)::integer);

select is(
  pg_temp.ask(p.persona, 'to_jsonb((' || format(c.call, '00000000-0000-4000-8000-0000000000', w.tail, w.workspace_id) || ')::text)') #>> '{}',
  w.expected, format('%s: %s finds %s in %s', c.name, p.persona, w.expected, w.name))
from (select row_number() over () as position, e.* from expectations e) e
join calls c on c.name = e.name
cross join lateral unnest(e.personas) with ordinality as p (persona, at)
cross join lateral (values
  ('ours', 'a', :'ours', e.ours), ('theirs', 'b', :'theirs', e.theirs)) as w (name, tail, workspace_id, expected)
order by e.position, p.at;

-- Without a workspace in the question

select is(
  pg_temp.ask('ours', 'public.find_tasks(''{"error_text": "NO"}'', $1)') #>> '{tasks,0,id}', '00000000-0000-4000-8000-00000000001a',
  'a token finds by words of the error in its own workspace');
select is(
  jsonb_array_length(pg_temp.ask('ours', 'public.find_tasks(''{"status": ["failed", "partial_failure"]}'', $1)') -> 'tasks'), 1,
  'and its own failures only');
select is(
  pg_temp.ask('ours', 'public.log_tasks(''[{"task_type": "email_sync"}]'', null, $1)') #>> '{results,0,task,workspace_id}', :'ours',
  'what a token logs goes to its workspace');
select is(
  pg_temp.ask('member', 'public.log_tasks(''[{"task_type": "email_sync"}]'', null, $1)') #>> '{results,0,outcome}', 'workspace_missing',
  'a user has to say which');

select * from finish();
rollback;
