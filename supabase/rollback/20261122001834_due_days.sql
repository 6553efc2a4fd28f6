-- Undoes the list of due days: nothing is noted any more.

drop function if exists nightshift.take_day_marks(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.list_all_days(uuid[], timestamptz);
drop function if exists nightshift.note_due_days(uuid[], date[], timestamptz[], timestamptz);
