-- Undoes idempotency: a request that is sent again is answered by the row as it is now.

drop function if exists public.remember_answer(jsonb, jsonb, text, text);
drop function if exists public.admit_request(jsonb, uuid[], text, text, text);
drop table if exists nightshift.idempotent_answers;
