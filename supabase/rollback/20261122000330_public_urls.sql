-- Undoes public URLs.

drop function if exists nightshift.check_alert_address();
drop function if exists nightshift.is_alert_address(text);
drop function if exists nightshift.is_public_url(text);
drop function if exists nightshift.is_private_ip(inet);
