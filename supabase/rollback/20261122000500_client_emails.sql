-- Undoes client e-mails. An adopted public.client_emails stays, with the columns that were added to it;
-- one of ours goes with its mail.

do $$
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  elsif exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails') then
    drop table if exists public.client_emails;
    delete from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails';
  end if;
end
$$;
