-- Test: what a ping tells is kept, at the start and at the end.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/task_api.psql
select plan(6);

create function pg_temp.ping(p_event text, p_report text default '{}') returns jsonb
language sql as $$ select pg_temp.ask('ours, ping', format('public.ping_task(%L, $1, %L)', p_event, p_report)) $$;

select is(
  pg_temp.ping('start', '{"output_data": {"host": "nas"}}') #> '{task,output_data}', '{"host": "nas"}', 'what the start tells is kept');
create temp table ended as
select pg_temp.ping('fail', '{"output_data": {"exit_code": 3}, "error_message": "disk full", "cost_estimate_usd": 0.5}') as answer;
select is(
  (select answer -> 'task' ->> 'status' || ' ' || (answer #>> '{task,error_message}') from ended), 'failed disk full',
  'a failure has the message that came with it');
select is(
  (select answer #> '{task,output_data}' from ended), '{"host": "nas", "exit_code": 3}', 'what the end tells is added to the start');
select is((select answer #> '{task,cost_estimate_usd}' from ended), '0.5', 'a cost is kept');
select is(
  pg_temp.ping('fail') #>> '{task,error_message}', 'The job reported that it failed.', 'a failure without a message gets one');

create temp table started as
select pg_temp.ping('start', jsonb_build_object('output_data', jsonb_build_object('start', repeat('s', 150000)))::text) as answer;
select is(
  pg_temp.ping('success', jsonb_build_object('output_data', jsonb_build_object('end', repeat('e', 150000)))::text) #>> '{task,output_data}',
  jsonb_build_object('end', repeat('e', 150000))::text,
  'what the end tells is kept alone when a row cannot hold it beside the start');

select * from finish();
rollback;
