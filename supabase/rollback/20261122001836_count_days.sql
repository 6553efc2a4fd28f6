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
drop function if exists nightshift.write_days(uuid[], date[], timestamptz);
