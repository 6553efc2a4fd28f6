-- Undoes deliveries of reports: subscriptions and their destinations in Vault are lost.

do $$
begin
  if to_regclass('nightshift.report_subscriptions') is not null then
    delete from nightshift.report_subscriptions s where s.id is not null;
  end if;
end
$$;
drop function if exists public.unsubscribe_from_reports(uuid);
drop function if exists public.list_report_subscriptions(uuid);
drop function if exists public.subscribe_to_reports(uuid, text, text, text);
drop function if exists nightshift.check_destination(uuid, text, text);
drop function if exists nightshift.is_members_address(uuid, text);
drop table if exists nightshift.report_deliveries;
drop table if exists nightshift.report_subscriptions;
drop function if exists nightshift.forget_destination();
