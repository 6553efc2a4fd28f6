-- Undoes workspace days: which zone counted when is lost.

do $$
begin
  if to_regclass('public.workspace_settings') is not null then
    drop trigger if exists keep_zone on public.workspace_settings;
  end if;
end
$$;
drop function if exists nightshift.keep_zone();
drop function if exists nightshift.change_zone(uuid, text, timestamptz);
drop function if exists nightshift.count_by_zone(uuid[]);
drop function if exists nightshift.day_of(uuid, timestamptz);
drop function if exists nightshift.day_start(uuid, date);
drop function if exists nightshift.local_day(timestamptz, text);
drop function if exists nightshift.only_zone(uuid);
drop function if exists nightshift.zone_of_day(uuid, date);
drop function if exists nightshift.midnight(date, text);
drop function if exists nightshift.is_range(timestamptz, timestamptz, interval);
drop table if exists nightshift.workspace_zones;
