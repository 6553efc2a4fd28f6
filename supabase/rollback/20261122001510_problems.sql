-- Undoes problems.

drop function if exists nightshift.list_problems(timestamptz, uuid);
drop function if exists nightshift.find_cron_problems(timestamptz);
drop function if exists nightshift.find_vault_problem();
