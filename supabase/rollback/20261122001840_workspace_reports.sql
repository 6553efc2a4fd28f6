-- Undoes reports: they are lost, and with them what is planned.

do $$
begin
  if to_regclass('public.workspace_settings') is not null then
    drop trigger if exists plan_reports on public.workspace_settings;
  end if;
  if to_regclass('public.daily_metrics') is not null then
    drop trigger if exists note_stale_reports_of_new on public.daily_metrics;
    drop trigger if exists note_stale_reports_of_changed on public.daily_metrics;
    drop trigger if exists note_stale_reports_of_old on public.daily_metrics;
  end if;
end
$$;
drop function if exists nightshift.note_stale_reports();
drop function if exists nightshift.plan_reports();
drop table if exists nightshift.stale_reports;
drop table if exists nightshift.report_turns;
drop table if exists public.workspace_reports;
