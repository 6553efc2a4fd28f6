-- Undoes the first part of reconcile.

drop function if exists nightshift.judge_dispatches(timestamptz);
drop function if exists nightshift.open_system_tasks(timestamptz);
drop function if exists nightshift.judge_dispatch(uuid, boolean, integer, jsonb, boolean, text, timestamptz);
drop function if exists nightshift.list_open_requests(timestamptz);
drop function if exists nightshift.judge_response(integer, jsonb, boolean, text);
drop function if exists nightshift.list_answers(timestamptz);
drop function if exists nightshift.copy_cron_facts(timestamptz);
drop function if exists nightshift.plain_line(text, integer);
drop function if exists nightshift.note_problem(text, text, text, timestamptz);
drop table if exists nightshift.reconcile_steps;
