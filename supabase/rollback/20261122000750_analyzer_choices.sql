-- Undoes analyzer choices; who reads which email is lost, and the prices of the project's own.

drop function if exists nightshift.find_choice(uuid);
drop table if exists public.analyzer_admissions;
drop function if exists public.read_analyzer_setup();
drop table if exists public.model_prices;
drop table if exists public.analyzer_choices;
