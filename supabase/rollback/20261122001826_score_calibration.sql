-- Undoes the calibration of scores.

drop function if exists public.get_score_calibration(uuid);
drop function if exists nightshift.score_auc(numeric[], boolean[]);
drop function if exists nightshift.score_fifths(numeric[], boolean[]);
