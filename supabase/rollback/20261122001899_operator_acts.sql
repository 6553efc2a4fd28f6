-- Undoes the acts of operators.

drop function if exists public.pause_all();
drop function if exists public.set_budget(uuid, numeric, numeric, boolean);
drop function if exists public.change_schedule(text, jsonb);
drop function if exists public.run_schedule(text);
drop function if exists nightshift.lock_schedule(text);
drop function if exists public.preview_schedule(text, text);
drop function if exists public.get_project_state();
drop function if exists nightshift.describe_actions(integer);
drop function if exists nightshift.describe_budgets(timestamptz, integer);
drop function if exists nightshift.describe_alerts(integer);
drop function if exists nightshift.describe_system_rows();
drop function if exists nightshift.describe_backlog();
drop function if exists nightshift.project_name();
