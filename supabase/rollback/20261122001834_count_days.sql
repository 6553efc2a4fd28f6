-- Undoes the counting of days: what is counted stays, nothing is counted any more.

do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types d where d.task_type = 'daily_analytics_rollup';
  end if;
end
$$;
drop function if exists public.rebuild_metrics(uuid, date, date);
drop function if exists nightshift.daily_analytics_rollup_due(uuid, integer, timestamptz);
drop function if exists nightshift.daily_analytics_rollup_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.serve_due_days(uuid, uuid, integer, integer, timestamptz);
drop function if exists nightshift.take_day_marks(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.list_all_days(uuid[], timestamptz);
drop function if exists nightshift.write_days(uuid[], date[], timestamptz);
drop function if exists nightshift.note_due_days(uuid[], date[], timestamptz[], timestamptz);
drop function if exists nightshift.measure_days(uuid[], date[], timestamptz);
drop function if exists nightshift.sum_contacts(uuid[], date[]);
drop function if exists nightshift.sum_calls(uuid[], timestamptz[], timestamptz[]);
drop function if exists nightshift.sum_tasks(uuid[], timestamptz[], timestamptz[]);
drop function if exists nightshift.sum_emails(uuid[], timestamptz[], timestamptz[]);
drop function if exists nightshift.list_day_ranges(uuid[], date[]);
