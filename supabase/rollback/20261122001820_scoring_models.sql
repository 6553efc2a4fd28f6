-- Undoes scoring models and outcomes; what was set there is lost.

drop table if exists public.contact_outcomes;
drop function if exists nightshift.place_outcome();
drop table if exists public.scoring_models;
drop function if exists nightshift.restart_scoring();
drop function if exists nightshift.number_model();
drop sequence if exists nightshift.scoring_model_versions;
drop function if exists nightshift.are_title_words(text[]);
