-- Forgets that the release was installed.

do $$
begin
  if to_regclass('nightshift.installed') is not null then
    delete from nightshift.installed where version = '0.1.0-rc.1';
  end if;
end
$$;
