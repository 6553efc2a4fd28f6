-- Undoes the folding of task hours.

drop function if exists nightshift.fold_task_hours(timestamptz);
drop function if exists nightshift.fold_changes(integer);
drop function if exists nightshift.count_earlier_hours(timestamptz, interval);
drop function if exists nightshift.correct_task_hours(timestamptz, timestamptz);
drop function if exists nightshift.counted_from();
drop table if exists nightshift.task_hour_adoption;
