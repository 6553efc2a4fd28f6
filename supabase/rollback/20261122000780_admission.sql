-- Undoes admission.

drop function if exists nightshift.pass_over(uuid, jsonb[], timestamptz);
drop function if exists nightshift.note_stops(jsonb[], timestamptz);
drop function if exists nightshift.admit_mail(uuid, public.analyzer_choices, jsonb, timestamptz);
drop function if exists nightshift.find_room(uuid, numeric, text[], timestamptz);
