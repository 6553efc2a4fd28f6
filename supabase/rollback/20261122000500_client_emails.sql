-- Undoes client emails. An adopted public.client_emails stays as it was before, without the columns that
-- were added to it; one of ours goes with its email.

do $$
declare
  v_column text;
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  elsif exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails') then
    drop table if exists public.client_emails;
    delete from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails';
  end if;
  for v_column in
    delete from nightshift.installed_objects
    where kind = 'column' and name like 'public.client\_emails.%'
    returning split_part(name, '.', 3)
  loop
    execute format('alter table if exists public.client_emails drop column if exists %I', v_column);
  end loop;
end
$$;
