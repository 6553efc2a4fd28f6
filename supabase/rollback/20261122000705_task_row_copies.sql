-- Undoes the copies for members.

drop function if exists nightshift.copy_run(uuid);
drop function if exists nightshift.copy_task_rows(uuid, uuid[]);
drop function if exists nightshift.hold_run_workspaces(uuid);
