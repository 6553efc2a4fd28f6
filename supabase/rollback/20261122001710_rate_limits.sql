-- Undoes rate limits and admission: the task-logging API answers 500 from here on.

drop function if exists public.admit_caller(text, text, uuid[]);
drop function if exists nightshift.take_request(text, integer, timestamptz);
drop table if exists nightshift.rate_counters;
