-- Undoes daily metrics: the days are lost, and can be counted again from emails and tasks.

drop function if exists nightshift.mark_days(uuid[], timestamptz[], date[]);
drop function if exists nightshift.counts_days(text[]);
drop table if exists nightshift.day_turns;
drop table if exists nightshift.due_metric_days;
drop table if exists nightshift.day_marks;
drop table if exists public.daily_metrics;
drop function if exists nightshift.answer_steps();
drop function if exists nightshift.day_types();
