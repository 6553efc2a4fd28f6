-- Undoes the pulse's marks.

drop function if exists nightshift.is_active(uuid, timestamptz);
drop function if exists nightshift.pulse_marks(uuid, jsonb);
