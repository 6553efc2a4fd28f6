-- Undoes the record of rights; the rights themselves stay.

drop function if exists nightshift.check_rights(timestamptz);
drop function if exists nightshift.require_rights();
drop function if exists nightshift.restore_rights();
drop function if exists nightshift.compare_rights();
drop function if exists nightshift.expected_rights();
drop function if exists nightshift.record_rights();
drop function if exists nightshift.list_rights();
