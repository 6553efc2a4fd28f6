-- Undoes operators. Who is one, and the journal of what they did, are lost.

drop function if exists public.is_project_operator();
drop function if exists nightshift.add_operator(text);
drop table if exists nightshift.operators;
drop function if exists nightshift.note_operators();
drop function if exists nightshift.note_action(text, text, jsonb, jsonb);
drop function if exists nightshift.require_operator();
drop function if exists nightshift.is_project_operator();
drop table if exists nightshift.operator_actions;
drop function if exists nightshift.is_usable_account(jsonb);
