-- Undoes the folding of task hours. Days that are noted are marked first, as nobody would do it later.

do $$
begin
  if to_regclass('nightshift.task_hour_changes') is not null
    and to_regprocedure('nightshift.mark_noted_days()') is not null
  then
    perform nightshift.mark_days(array_agg(c.workspace_id), array_agg(c.at))
    from nightshift.task_hour_changes c where c.marks_day;
    create or replace function nightshift.mark_noted_days() returns integer
    language plpgsql set search_path = ''
    as $nothing$
    begin
      return 0;
    end
    $nothing$;
  end if;
end
$$;
drop function if exists nightshift.fold_task_hours(timestamptz);
drop function if exists nightshift.fold_changes_until(timestamptz);
drop function if exists nightshift.fold_changes(integer);
drop function if exists nightshift.count_earlier_hours(timestamptz, interval);
drop function if exists nightshift.correct_task_hours(timestamptz, timestamptz);
drop function if exists nightshift.counted_from();
drop table if exists nightshift.task_hour_adoption;
