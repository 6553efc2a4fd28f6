-- Undoes the part of reconcile about jobs.

drop function if exists nightshift.wake_agents(timestamptz);
drop function if exists nightshift.prune_jobs(timestamptz);
drop function if exists nightshift.give_back_orphans(timestamptz);
