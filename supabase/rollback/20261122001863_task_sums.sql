-- Undoes the task sums.

drop function if exists public.get_task_sums(uuid, timestamptz, timestamptz, text);
drop function if exists nightshift.group_failures(uuid, timestamptz, timestamptz, integer, integer);
drop function if exists nightshift.list_unfinished(uuid, integer);
drop function if exists nightshift.describe_sums(uuid, timestamptz, timestamptz, text, boolean);
drop function if exists nightshift.read_task_sums(uuid, timestamptz, timestamptz, boolean);
drop function if exists nightshift.take_fitting(jsonb, integer);
