-- Undoes the answer queue. What people said about emails is lost.

drop trigger if exists end_wait_for_answer on public.email_answers;
drop trigger if exists queue_again_for_answer on public.email_intelligence;
drop trigger if exists queue_for_answer on public.email_intelligence;
drop function if exists nightshift.end_wait_for_answer();
drop function if exists nightshift.keep_answer_queue();
drop function if exists nightshift.queue_for_answer(uuid[]);
drop function if exists nightshift.first_date_to_come(jsonb, timestamptz);
drop function if exists nightshift.urgency_rank(text);
drop table if exists nightshift.answer_queue;
