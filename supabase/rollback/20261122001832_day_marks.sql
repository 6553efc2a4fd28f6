-- Undoes day marks: changes of a day are not noticed any more.

do $$
declare
  v_table text;
begin
  foreach v_table in array array['public.client_emails', 'public.email_intelligence', 'public.autonomous_tasks',
    'public.ai_usage', 'public.email_answers', 'public.contact_days']
  loop
    if to_regclass(v_table) is not null then
      execute format('drop trigger if exists mark_days_of_new on %s', v_table);
      execute format('drop trigger if exists mark_days_of_changed on %s', v_table);
      execute format('drop trigger if exists mark_days_of_old on %s', v_table);
    end if;
  end loop;
  if to_regclass('public.workspace_settings') is not null then
    drop trigger if exists mark_all_days_of_new on public.workspace_settings;
    drop trigger if exists mark_all_days_of_changed on public.workspace_settings;
  end if;
  if to_regclass('nightshift.workspace_zones') is not null then
    drop trigger if exists mark_moved_days on nightshift.workspace_zones;
  end if;
end
$$;
drop function if exists nightshift.mark_moved_days();
drop function if exists nightshift.mark_all_days();
drop function if exists nightshift.mark_noted_days();
drop function if exists nightshift.mark_usage_days();
drop function if exists nightshift.mark_contact_days();
drop function if exists nightshift.mark_task_days();
drop function if exists nightshift.mark_record_days();
drop function if exists nightshift.mark_email_days();
drop function if exists nightshift.mark_gone_days(uuid[], timestamptz[]);
drop function if exists nightshift.keep_days(uuid[], timestamptz[]);
drop index if exists public.client_emails_received_idx;
drop function if exists nightshift.has_day_index();
