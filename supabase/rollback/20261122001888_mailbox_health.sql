-- Undoes the health checks of mailboxes.

drop function if exists nightshift.look_at_tokens(timestamptz);
drop function if exists nightshift.look_at_mailboxes(timestamptz);
do $$
begin
  if to_regclass('nightshift.health_sources') is not null then
    delete from nightshift.health_sources s where s.name in ('mailboxes', 'tokens');
  end if;
end
$$;
