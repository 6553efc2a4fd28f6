-- Undoes health checks; what they found is lost.

drop function if exists nightshift.find_late_look(timestamptz);
drop function if exists nightshift.system_health_check_due(uuid, integer, timestamptz);
drop function if exists nightshift.system_health_check_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.name_check(text, text);
drop function if exists nightshift.tell_changes(uuid, timestamptz);
drop function if exists nightshift.state_that_counts(nightshift.health_checks);
drop function if exists nightshift.take_look(timestamptz);
drop function if exists nightshift.note_look(text, timestamptz);
drop function if exists nightshift.judge_value(numeric, numeric, numeric);
do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types d where d.task_type = 'system_health_check';
  end if;
end
$$;
drop table if exists nightshift.health_checks;
drop table if exists nightshift.health_sources;
