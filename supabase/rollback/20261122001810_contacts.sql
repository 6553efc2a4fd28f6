-- Undoes contacts. An adopted public.contacts stays as it was before, without the columns that were added to it;
-- one of ours goes with its contacts.

drop view if exists public.contact_conflicts;
drop table if exists public.contact_days;
drop table if exists public.contact_emails;
drop table if exists public.contact_facts;
do $$
declare
  v_column text;
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  elsif exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.contacts') then
    drop table if exists public.contacts;
    delete from nightshift.installed_objects where kind = 'table' and name = 'public.contacts';
  end if;
  for v_column in
    delete from nightshift.installed_objects
    where kind = 'column' and name like 'public.contacts.%'
    returning split_part(name, '.', 3)
  loop
    execute format('alter table if exists public.contacts drop column if exists %I', v_column);
  end loop;
end
$$;
drop function if exists nightshift.is_fact_source(text);
drop function if exists nightshift.contact_fields();
