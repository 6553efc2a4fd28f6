-- Undoes the task story.

drop function if exists public.get_task_document(uuid, text);
drop function if exists public.get_task_story(uuid);
drop function if exists nightshift.show_document(jsonb);
drop function if exists nightshift.describe_acts(public.autonomous_tasks, text, text);
drop function if exists nightshift.describe_task_work(public.autonomous_tasks, uuid);
drop function if exists nightshift.describe_task_job(uuid, uuid);
drop function if exists nightshift.describe_task_slot(public.autonomous_tasks, uuid);
drop function if exists nightshift.describe_chain(uuid, uuid);
