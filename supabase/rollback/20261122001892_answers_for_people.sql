-- Undoes reading and changing answers.

drop function if exists public.change_answer(uuid, text, timestamptz);
drop function if exists public.get_email(uuid);
drop function if exists public.list_answers(uuid, text, uuid, integer);
drop function if exists nightshift.list_unread_emails(uuid, uuid, integer);
drop function if exists nightshift.list_all_emails(uuid, uuid, integer);
drop function if exists nightshift.list_other_answers(uuid, text, nightshift.answer_queue, integer, timestamptz);
drop function if exists nightshift.list_open_answers(uuid, nightshift.answer_queue, integer, timestamptz);
drop function if exists nightshift.describe_answer(uuid);
drop function if exists nightshift.describe_urgency(text[], jsonb);
drop function if exists nightshift.describe_due(jsonb, date);
