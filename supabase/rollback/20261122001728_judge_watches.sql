-- Undoes judging watches: watches stay, and nobody looks at them.

drop function if exists nightshift.judge_watches(timestamptz);
drop function if exists nightshift.judge_watch(uuid, timestamptz);
drop function if exists nightshift.close_waiting(nightshift.watch_states, timestamptz);
drop function if exists nightshift.next_look(nightshift.watch_states, public.job_watches, timestamptz);
drop function if exists nightshift.judge_deadlines(nightshift.watch_states, public.job_watches, timestamptz);
drop function if exists nightshift.take_report(
  nightshift.watch_states, public.job_watches, nightshift.watch_reports);
drop function if exists nightshift.note_arrival(nightshift.watch_states, public.job_watches, timestamptz);
drop function if exists nightshift.note_success(nightshift.watch_states, public.job_watches, uuid, timestamptz);
drop function if exists nightshift.note_trouble(
  nightshift.watch_states, public.job_watches, text, text, uuid, timestamptz);
drop function if exists nightshift.in_words(interval);
drop function if exists nightshift.utc_minute(timestamptz);
drop function if exists nightshift.watch_name(public.job_watches);
