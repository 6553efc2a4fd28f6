-- Undoes the writing of reports: those that are written stay.

do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types d where d.task_type in ('weekly_report_generation', 'monthly_summary');
  end if;
end
$$;
drop function if exists nightshift.monthly_summary_due(uuid, integer, timestamptz);
drop function if exists nightshift.weekly_report_generation_due(uuid, integer, timestamptz);
drop function if exists nightshift.monthly_summary_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.weekly_report_generation_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.write_reports(uuid, uuid, text, timestamptz);
drop function if exists nightshift.list_due_reports(uuid, uuid, text, integer, timestamptz);
drop function if exists nightshift.renew_reports(uuid[], timestamptz);
drop function if exists nightshift.write_due_reports(uuid[], text, timestamptz);
drop function if exists nightshift.store_report(uuid, text, timestamptz, timestamptz, text, jsonb, timestamptz);
drop function if exists nightshift.describe_workspace_reports(uuid[], text, date[], date[], integer[], jsonb[]);
drop function if exists nightshift.find_period(uuid, text, timestamptz);
