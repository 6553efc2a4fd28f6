-- Undoes dispatch.

drop function if exists nightshift.continue_run(uuid, timestamptz);
drop function if exists nightshift.run_now(text, timestamptz);
drop function if exists nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz);
drop function if exists nightshift.dispatch(text, timestamptz);
drop function if exists nightshift.unfinished_task(uuid, timestamptz);
drop function if exists nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz);
drop function if exists nightshift.send_dispatch(uuid, timestamptz);
drop function if exists nightshift.read_secret(text);
drop function if exists nightshift.signed_headers(text, text, text, timestamptz);
drop function if exists nightshift.hmac_sha256(text, text);
