-- Undoes the looks of the task engine.

drop function if exists nightshift.look_at_task_types(timestamptz);
drop function if exists nightshift.look_at_schedules(timestamptz);
drop function if exists nightshift.look_at_waiting_emails(timestamptz);
drop function if exists nightshift.look_at_requests(timestamptz);
drop function if exists nightshift.look_at_leases(timestamptz);
drop function if exists nightshift.look_at_dead_rows(timestamptz);
drop function if exists nightshift.look_at_transactions(timestamptz);
drop function if exists nightshift.look_at_budgets(timestamptz);
drop function if exists nightshift.look_at_setup(timestamptz);
drop function if exists nightshift.id_time(uuid);
do $$
begin
  if to_regclass('nightshift.health_sources') is not null then
    delete from nightshift.health_sources s
    where s.name in ('task_types', 'schedules', 'waiting_emails', 'requests', 'leases', 'dead_rows', 'transactions',
      'budgets', 'setup');
  end if;
end
$$;
