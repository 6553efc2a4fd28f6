-- Undoes the first chapter: extensions that it created go, then the schema of the machinery.

do $$
declare
  v_extension text;
begin
  for v_extension in select name from nightshift.installed_objects where kind = 'extension' loop
    execute format('drop extension if exists %I', v_extension);
  end loop;
end
$$;

drop table nightshift.installed_objects;
drop schema nightshift;
