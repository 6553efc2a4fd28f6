-- Undoes data cleanup.

drop function if exists public.preview_cleanup(uuid);
drop function if exists nightshift.data_cleanup_due(uuid, integer, timestamptz);
drop function if exists nightshift.data_cleanup_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.report_cleanup(uuid);
drop function if exists nightshift.serve_cleanup(nightshift.cleanup_work, boolean, timestamptz);
drop function if exists nightshift.plan_cleanup(uuid, timestamptz);
drop function if exists nightshift.find_oldest_left(nightshift.cleanup_work);
drop function if exists nightshift.clean_up(nightshift.cleanup_work, boolean);
drop function if exists nightshift.cleanup_query(text);
drop function if exists nightshift.list_rules(uuid, timestamptz);
drop table if exists nightshift.cleanup_work;
do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types d where d.task_type = 'data_cleanup';
  end if;
end
$$;
