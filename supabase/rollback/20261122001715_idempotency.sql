-- Undoes idempotency: a request that is sent again is answered by the row as it is now.

drop function if exists public.remember_answer(jsonb, jsonb, text, text);
drop function if exists public.admit_request(jsonb, text, text, text);
drop function if exists nightshift.find_answer(text, text, jsonb);
drop function if exists nightshift.prepare_task(jsonb, jsonb, uuid);
drop function if exists nightshift.read_task(jsonb);
drop function if exists nightshift.secret_uuid(text);
drop table if exists nightshift.database_secrets;
drop table if exists nightshift.idempotent_answers;
