-- Undoes the task sums.

drop function if exists public.get_task_sums(uuid, timestamptz, timestamptz, text);
drop function if exists nightshift.group_failures(uuid, timestamptz, timestamptz, integer, integer);
drop function if exists nightshift.list_unfinished(uuid, integer);
drop function if exists nightshift.sum_types(uuid, timestamptz, timestamptz);
drop function if exists nightshift.sum_buckets(uuid, timestamptz, timestamptz, text, interval);
drop function if exists nightshift.take_fitting(jsonb, integer);
