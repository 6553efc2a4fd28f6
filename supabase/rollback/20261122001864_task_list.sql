-- Undoes the task list.

drop function if exists public.list_tasks(uuid, jsonb, jsonb);
drop function if exists nightshift.describe_listed_task(uuid, boolean);
drop function if exists nightshift.search_tasks(uuid, nightshift.task_filter, timestamptz, uuid, integer, interval);
drop function if exists nightshift.look_at_tasks(uuid, nightshift.task_filter, timestamptz, timestamptz, uuid, integer);
drop function if exists nightshift.read_task_filter(jsonb);
drop type if exists nightshift.task_filter;
drop function if exists nightshift.find_task_hour(uuid, text[], text[], timestamptz);
