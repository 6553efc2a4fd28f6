-- Undoes the folding of task hours. Days that are noted are marked first, as nobody would do it later.

do $$
begin
  if to_regprocedure('nightshift.fold_changes(integer)') is not null
    and to_regprocedure('nightshift.mark_days(uuid[], timestamptz[], date[])') is not null
  then
    perform nightshift.mark_days(array_agg(c.workspace_id), array_agg(c.at))
    from nightshift.task_hour_changes c where c.marks_day;
  end if;
end
$$;
create or replace function nightshift.mark_noted_days() returns integer
language plpgsql set search_path = ''
as $$
begin
  return 0;
end
$$;

drop function if exists nightshift.fold_task_hours(timestamptz);
drop function if exists nightshift.fold_changes(integer);
drop function if exists nightshift.count_earlier_hours(timestamptz, interval);
drop function if exists nightshift.correct_task_hours(timestamptz, timestamptz);
drop function if exists nightshift.counted_from();
drop table if exists nightshift.task_hour_adoption;
