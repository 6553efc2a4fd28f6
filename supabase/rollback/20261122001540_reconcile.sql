-- Undoes reconcile: nothing is retried, made up for or alerted any more.

drop function if exists nightshift.reconcile(timestamptz);
drop function if exists nightshift.run_step(text, timestamptz);
drop function if exists nightshift.mend_clock(timestamptz);
drop function if exists nightshift.prune(timestamptz);
drop function if exists nightshift.prune_rows(regclass, name, name, timestamptz, integer);
drop function if exists nightshift.prune_cron_runs(timestamptz);
