-- Undoes retention rules, holds and the list of erased people, whose email may come back from then on.

do $$
begin
  if to_regclass('public.client_emails') is not null then
    drop trigger if exists keep_erased_out on public.client_emails;
    drop trigger if exists keep_held on public.client_emails;
  end if;
  if to_regclass('public.email_intelligence') is not null then
    drop trigger if exists keep_held on public.email_intelligence;
  end if;
  if to_regclass('public.autonomous_tasks') is not null then
    drop trigger if exists keep_held on public.autonomous_tasks;
  end if;
  if to_regclass('public.contacts') is not null then
    drop trigger if exists keep_erased_contacts_out on public.contacts;
    drop trigger if exists keep_held on public.contacts;
  end if;
end
$$;
drop function if exists nightshift.keep_erased_out();
drop function if exists nightshift.keep_erased_contacts_out();
drop function if exists nightshift.keep_held();
drop index if exists public.contacts_age_idx;
drop index if exists public.client_emails_html_idx;
drop function if exists nightshift.contact_age();
drop function if exists nightshift.list_erased(uuid, text[]);
drop function if exists nightshift.find_addresses(jsonb);
drop function if exists nightshift.redact_document(jsonb, text[]);
drop function if exists nightshift.address_pattern(text);
drop function if exists nightshift.without_erased(uuid, text[]);
drop function if exists nightshift.is_erased(uuid, text);
drop function if exists nightshift.hash_address(text);
drop function if exists nightshift.read_erasure_key();
drop table if exists nightshift.erased_addresses;
drop function if exists nightshift.is_on_hold(uuid);
drop table if exists public.legal_holds;
drop function if exists nightshift.keep_hold();
drop table if exists public.retention_rules;
drop function if exists nightshift.start_cleanup();
drop function if exists nightshift.is_service();
