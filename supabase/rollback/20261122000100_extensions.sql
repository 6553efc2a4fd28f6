-- Undoes the first migration: extensions that it created go, then the schema of the machinery.

do $$
declare
  v_extension text;
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  end if;
  for v_extension in select name from nightshift.installed_objects where kind = 'extension' loop
    execute format('drop extension if exists %I', v_extension);
  end loop;
end
$$;

drop function if exists nightshift.require_service();
drop function if exists nightshift.create_extensions();
drop function if exists nightshift.list_missing_extensions();
drop function if exists nightshift.list_public_names();
drop function if exists nightshift.refuse_taken_names(text[]);
drop function if exists nightshift.find_taken_names(text[]);
drop function if exists nightshift.list_log_names();
drop function if exists nightshift.lock_briefly(text, text, interval);
drop table if exists nightshift.deployed_functions;
drop table if exists nightshift.installed_objects;
drop schema if exists nightshift;
