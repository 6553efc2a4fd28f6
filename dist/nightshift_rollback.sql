-- Nightshift: undoes nightshift.sql. All its rows are lost.
-- Generated from supabase/rollback by `deno task ok --write`. Do not edit.
-- What was there before stays: adopted tables, extensions, cron jobs and secrets.

select set_config('lock_timeout', '15s', true);

do $$
begin
  if to_regclass('vault.secrets') is not null then
    delete from vault.secrets s
        where s.name in ('cron_secret', 'cron_secret_next', 'project_url')
          and s.description like 'Nightshift: %';
  end if;
end
$$;

do $$
begin
  if to_regclass('nightshift.installed_objects') is not null then
    delete from nightshift.installed_objects o
        where o.kind = 'extension' and (
          o.name = 'pg_cron' and exists (
            select from cron.job j
            where j.command not like 'select nightshift.%'
              and j.command not like 'call nightshift.%')
          or o.name = 'supabase_vault' and exists (select from vault.secrets));
  end if;
end
$$;

-- Undoes the record of rights; the rights themselves stay.

drop function if exists nightshift.check_rights(timestamptz);
drop function if exists nightshift.require_rights();
drop function if exists nightshift.restore_rights();
drop function if exists nightshift.compare_rights();
drop function if exists nightshift.expected_rights();
drop function if exists nightshift.record_rights();
drop function if exists nightshift.list_rights();

-- Forgets that the release was installed.

do $$
begin
  if to_regclass('nightshift.installed') is not null then
    delete from nightshift.installed where version = '0.1.0-rc.1';
  end if;
end
$$;

-- Undoes the built-in schedules: every pg_cron job of ours goes, so nothing ticks any more.

do $$
begin
  if to_regclass('cron.job') is null then
    return;
  end if;
  perform cron.unschedule(j.jobid)
  from cron.job j
  where j.command like 'select nightshift.%' or j.command like 'call nightshift.%';
end
$$;

drop function if exists nightshift.restore_jobs();
drop function if exists nightshift.list_missing_jobs();

-- Undoes the acts of operators.

drop function if exists public.pause_all();
drop function if exists public.set_budget(uuid, numeric, numeric, boolean);
drop function if exists public.change_schedule(text, jsonb);
drop function if exists public.run_schedule(text);
drop function if exists nightshift.lock_schedule(text);
drop function if exists public.preview_schedule(text, text);
drop function if exists public.get_project_state();
drop function if exists nightshift.describe_actions(integer);
drop function if exists nightshift.describe_budgets(timestamptz, integer);
drop function if exists nightshift.describe_alerts(integer);
drop function if exists nightshift.describe_system_rows();
drop function if exists nightshift.describe_backlog();
drop function if exists nightshift.project_name();

-- Undoes the reads of schedules and members.

drop function if exists public.change_member(uuid, uuid, text);
drop function if exists public.add_member(uuid, text, text);
drop function if exists public.list_members(uuid);
drop function if exists public.list_schedules(uuid);
drop function if exists nightshift.describe_watches(uuid, integer);
drop function if exists nightshift.describe_agent(public.task_schedules, uuid);
drop function if exists nightshift.describe_schedule(public.task_schedules, timestamptz);
drop function if exists nightshift.measure_lateness(uuid, timestamptz);
drop function if exists nightshift.next_slots(text, timestamptz, integer, text);

-- Undoes operators. Who is one, and the journal of what they did, are lost.

drop function if exists public.is_project_operator();
drop function if exists nightshift.add_operator(text);
drop table if exists nightshift.operators;
drop function if exists nightshift.note_operators();
drop function if exists nightshift.note_action(text, text, jsonb, jsonb);
drop function if exists nightshift.require_operator();
drop function if exists nightshift.is_project_operator();
drop table if exists nightshift.operator_actions;
drop function if exists nightshift.is_usable_account(jsonb);

-- Undoes the pulse.

drop function if exists public.get_pulse(uuid);
drop function if exists nightshift.count_tasks(uuid, integer, timestamptz);
drop function if exists nightshift.count_waiting(uuid, integer, timestamptz);
drop function if exists nightshift.count_slot_states(uuid, timestamptz, timestamptz);

-- Undoes the pulse's marks.

drop function if exists nightshift.is_active(uuid, timestamptz);
drop function if exists nightshift.pulse_marks(uuid, jsonb);

-- Undoes reading slots.

drop function if exists public.get_slot_story(uuid, text, timestamptz);
drop function if exists nightshift.describe_attempt(public.task_dispatches, uuid);
drop function if exists public.get_slots(uuid, timestamptz, timestamptz, text);
drop function if exists nightshift.describe_slots(uuid, public.task_schedules, timestamptz, timestamptz);
drop function if exists nightshift.list_slots(uuid, uuid, timestamptz, timestamptz);
drop function if exists nightshift.slot_state(text, text, text, bigint, numeric);

-- Undoes reading and changing answers.

drop function if exists public.change_answer(uuid, text, timestamptz);
drop function if exists public.get_email(uuid);
drop function if exists public.list_answers(uuid, text, uuid, integer);
drop function if exists nightshift.list_unread_emails(uuid, uuid, integer);
drop function if exists nightshift.list_all_emails(uuid, uuid, integer);
drop function if exists nightshift.list_other_answers(uuid, text, nightshift.answer_queue, integer, timestamptz);
drop function if exists nightshift.list_open_answers(uuid, nightshift.answer_queue, integer, timestamptz);
drop function if exists nightshift.describe_answer(uuid);
drop function if exists nightshift.describe_urgency(text[], jsonb);
drop function if exists nightshift.describe_due(jsonb, date);

-- Undoes the answer queue. What people said about emails is lost.

drop trigger if exists end_wait_for_answer on public.email_answers;
drop trigger if exists queue_again_for_answer on public.email_intelligence;
drop trigger if exists queue_for_answer on public.email_intelligence;
drop function if exists nightshift.end_wait_for_answer();
drop function if exists nightshift.keep_answer_queue();
drop function if exists nightshift.queue_for_answer(uuid[]);
drop function if exists nightshift.first_date_to_come(jsonb, timestamptz);
drop function if exists nightshift.urgency_rank(text);
drop table if exists nightshift.answer_queue;

-- Undoes the health checks of mailboxes.

drop function if exists nightshift.look_at_tokens(timestamptz);
drop function if exists nightshift.look_at_mailboxes(timestamptz);
do $$
begin
  if to_regclass('nightshift.health_sources') is not null then
    delete from nightshift.health_sources s where s.name in ('mailboxes', 'tokens');
  end if;
end
$$;

-- Undoes why.

drop function if exists public.why(text, text, text);
drop function if exists nightshift.why(text, text, uuid[], jsonb);
drop function if exists nightshift.why_task(uuid, uuid[], jsonb);
drop function if exists nightshift.why_job(nightshift.jobs, boolean);
drop function if exists nightshift.why_email(uuid, uuid[]);
drop function if exists nightshift.why_time(text, boolean);
drop function if exists nightshift.why_slot(public.task_schedules, timestamptz, boolean);
drop function if exists nightshift.tell_time(timestamptz);

-- Undoes data cleanup.

drop function if exists public.preview_cleanup(uuid);
drop function if exists nightshift.data_cleanup_due(uuid, integer, timestamptz);
drop function if exists nightshift.data_cleanup_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.report_cleanup(uuid);
drop function if exists nightshift.serve_cleanup(nightshift.cleanup_work, boolean, timestamptz);
drop function if exists nightshift.plan_cleanup(uuid, timestamptz);
drop function if exists nightshift.find_oldest_left(nightshift.cleanup_work);
drop function if exists nightshift.clean_up(nightshift.cleanup_work, boolean);
drop function if exists nightshift.cleanup_query(text);
drop function if exists nightshift.list_rules(uuid, timestamptz);
drop table if exists nightshift.cleanup_work;
do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types d where d.task_type = 'data_cleanup';
  end if;
end
$$;

-- Undoes erasure; what was erased stays erased.

drop function if exists public.erase_person(uuid, text, boolean);
drop function if exists nightshift.erase_all(uuid, text);
drop function if exists nightshift.erase_emails(uuid, text);
drop function if exists nightshift.redact_table(regclass, text[], uuid, text);
drop function if exists nightshift.is_own_setting(regclass);
drop function if exists nightshift.list_text_tables();

-- Undoes retention rules, holds and the list of erased people, whose email may come back from then on.

do $$
begin
  if to_regclass('public.client_emails') is not null then
    drop trigger if exists keep_erased_out on public.client_emails;
    drop trigger if exists keep_held on public.client_emails;
  end if;
  if to_regclass('public.email_intelligence') is not null then
    drop trigger if exists keep_held on public.email_intelligence;
  end if;
  if to_regclass('public.autonomous_tasks') is not null then
    drop trigger if exists keep_held on public.autonomous_tasks;
  end if;
  if to_regclass('public.contacts') is not null then
    drop trigger if exists keep_erased_contacts_out on public.contacts;
    drop trigger if exists keep_held on public.contacts;
  end if;
end
$$;
drop function if exists nightshift.keep_erased_out();
drop function if exists nightshift.keep_erased_contacts_out();
drop function if exists nightshift.keep_held();
drop index if exists public.contacts_age_idx;
drop index if exists public.client_emails_html_idx;
drop function if exists nightshift.contact_age();
drop function if exists nightshift.list_erased(uuid, text[]);
drop function if exists nightshift.find_addresses(jsonb);
drop function if exists nightshift.redact_document(jsonb, text[]);
drop function if exists nightshift.address_pattern(text);
drop function if exists nightshift.without_erased(uuid, text[]);
drop function if exists nightshift.is_erased(uuid, text);
drop function if exists nightshift.hash_address(text);
drop function if exists nightshift.read_erasure_key();
drop table if exists nightshift.erased_addresses;
drop function if exists nightshift.is_on_hold(uuid);
drop table if exists public.legal_holds;
drop function if exists nightshift.keep_hold();
drop table if exists public.retention_rules;
drop function if exists nightshift.start_cleanup();
drop function if exists nightshift.is_service();

-- Undoes the acts of the dashboard. Brakes that are on stay on.

drop function if exists public.brake_spending(uuid, boolean);
drop function if exists public.requeue_failed_emails(uuid);
drop function if exists nightshift.require_manager(uuid);
drop function if exists public.retry_tasks(uuid[]);

-- Undoes the spending reads.

drop function if exists public.get_spending(uuid, integer);
drop function if exists nightshift.count_waiting_for_money(uuid, integer, timestamptz);
drop function if exists nightshift.foresee_budgets(uuid, timestamptz);
drop function if exists nightshift.list_model_costs(uuid, date, integer);
drop function if exists nightshift.list_type_costs(uuid, timestamptz, timestamptz);

-- Undoes the task story.

drop function if exists public.get_task_document(uuid, text);
drop function if exists public.get_task_story(uuid);
drop function if exists nightshift.show_document(jsonb);
drop function if exists nightshift.describe_acts(public.autonomous_tasks, text, text);
drop function if exists nightshift.describe_task_work(public.autonomous_tasks, uuid);
drop function if exists nightshift.describe_task_job(uuid, uuid);
drop function if exists nightshift.describe_task_slot(public.autonomous_tasks, uuid);
drop function if exists nightshift.describe_chain(uuid, uuid);

-- Undoes the task list.

drop function if exists public.list_tasks(uuid, jsonb, jsonb);
drop function if exists nightshift.describe_listed_task(uuid, boolean);
drop function if exists nightshift.search_tasks(uuid, nightshift.task_filter, timestamptz, uuid, integer, interval);
drop function if exists nightshift.look_at_tasks(uuid, nightshift.task_filter, timestamptz, timestamptz, uuid, integer);
drop function if exists nightshift.read_task_filter(jsonb);
drop type if exists nightshift.task_filter;
drop function if exists nightshift.find_task_hour(uuid, text[], text[], timestamptz);

-- Undoes the task sums.

drop function if exists public.get_task_sums(uuid, timestamptz, timestamptz, text);
drop function if exists nightshift.group_failures(uuid, timestamptz, timestamptz, integer, integer);
drop function if exists nightshift.list_unfinished(uuid, integer);
drop function if exists nightshift.describe_sums(uuid, timestamptz, timestamptz, text, boolean);
drop function if exists nightshift.read_task_sums(uuid, timestamptz, timestamptz, boolean);
drop function if exists nightshift.take_fitting(jsonb, integer);

-- Undoes model days. The ledger stays.

do $$
begin
  if to_regclass('public.ai_usage') is not null then
    drop trigger if exists note_days_of_new on public.ai_usage;
    drop trigger if exists note_days_of_changed on public.ai_usage;
    drop trigger if exists note_days_of_old on public.ai_usage;
    drop trigger if exists forget_all_model_days on public.ai_usage;
  end if;
end
$$;
drop trigger if exists forget_model_days on public.workspaces;
drop function if exists nightshift.fold_model_days(integer);
drop function if exists nightshift.forget_model_days();
drop function if exists nightshift.note_model_days();
drop view if exists nightshift.model_days_now;
drop table if exists nightshift.model_day_changes;
drop table if exists nightshift.model_days;

-- Undoes the folding of task hours. Days that are noted are marked first, as nobody would do it later.

do $$
begin
  if to_regclass('nightshift.task_hour_changes') is not null
    and to_regprocedure('nightshift.mark_noted_days()') is not null
  then
    perform nightshift.mark_days(array_agg(c.workspace_id), array_agg(c.at))
    from nightshift.task_hour_changes c where c.marks_day;
    create or replace function nightshift.mark_noted_days() returns integer
    language plpgsql set search_path = ''
    as $nothing$
    begin
      return 0;
    end
    $nothing$;
  end if;
end
$$;
drop function if exists nightshift.fold_task_hours(timestamptz);
drop function if exists nightshift.fold_changes_until(timestamptz);
drop function if exists nightshift.fold_changes(integer);
drop function if exists nightshift.count_earlier_hours(timestamptz, interval);
drop function if exists nightshift.correct_task_hours(timestamptz, timestamptz);
drop function if exists nightshift.counted_from();
drop table if exists nightshift.task_hour_adoption;

-- Undoes task hours. The log stays.

do $$
begin
  if to_regclass('public.autonomous_tasks') is not null then
    drop trigger if exists note_hours_of_new on public.autonomous_tasks;
    drop trigger if exists note_hours_of_changed on public.autonomous_tasks;
    drop trigger if exists note_hours_of_old on public.autonomous_tasks;
    drop trigger if exists forget_all_task_hours on public.autonomous_tasks;
    if to_regprocedure('nightshift.mark_task_days()') is not null then
      create or replace trigger mark_days_of_new after insert on public.autonomous_tasks
      referencing new table as new_rows for each statement execute function nightshift.mark_task_days();
      create or replace trigger mark_days_of_changed after update on public.autonomous_tasks
      referencing old table as old_rows new table as new_rows for each statement
      execute function nightshift.mark_task_days();
    end if;
  end if;
end
$$;
do $$
begin
  -- Without fold_task_hours, nothing counts them. With it, all are counted again once this migration is back.
  if to_regclass('nightshift.task_hour_adoption') is not null then
    update nightshift.task_hour_adoption a set counted_from = default, finished_at = default where a.is_only_row;
  end if;
end
$$;
drop trigger if exists forget_task_hours on public.workspaces;
drop function if exists nightshift.forget_task_hours();
drop function if exists nightshift.note_hours_of_old();
drop function if exists nightshift.note_hours_of_changed();
drop function if exists nightshift.note_hours_of_new();
drop function if exists nightshift.sum_changes_of(xid);
drop view if exists nightshift.task_days_now;
drop view if exists nightshift.task_hours_now;
drop table if exists nightshift.task_hour_changes;
drop table if exists nightshift.task_days;
drop table if exists nightshift.task_hours;
drop function if exists nightshift.class_duration(integer);
drop function if exists nightshift.duration_bounds();

-- Undoes the sending of reports: what waits is sent no more.

drop function if exists public.open_report_email(uuid);
drop function if exists nightshift.send_reports(timestamptz);
drop function if exists nightshift.send_report(uuid, text, timestamptz);
drop function if exists nightshift.report_body(uuid, public.workspace_reports, text);
drop function if exists nightshift.read_report_answers(timestamptz);

-- Undoes deliveries of reports: subscriptions and their destinations in Vault are lost.

do $$
begin
  if to_regclass('nightshift.report_subscriptions') is not null then
    delete from nightshift.report_subscriptions s where s.id is not null;
  end if;
end
$$;
drop function if exists public.unsubscribe_from_reports(uuid);
drop function if exists public.list_report_subscriptions(uuid);
drop function if exists public.subscribe_to_reports(uuid, text, text, text);
drop function if exists nightshift.check_destination(uuid, text, text);
drop function if exists nightshift.is_members_address(uuid, text);
drop table if exists nightshift.report_deliveries;
drop table if exists nightshift.report_subscriptions;
drop function if exists nightshift.forget_destination();

-- Undoes the report of the night.

drop function if exists public.get_report(uuid);
drop function if exists public.report_night(timestamptz, timestamptz);
drop function if exists nightshift.write_due_night(timestamptz);
drop function if exists nightshift.describe_night(timestamptz, timestamptz);
drop function if exists nightshift.value_row(text, numeric, text, text);
drop function if exists nightshift.count_slots(timestamptz, timestamptz);

-- Undoes the writing of reports: those that are written stay.

do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types d where d.task_type in ('weekly_report_generation', 'monthly_summary');
  end if;
end
$$;
drop function if exists nightshift.monthly_summary_due(uuid, integer, timestamptz);
drop function if exists nightshift.weekly_report_generation_due(uuid, integer, timestamptz);
drop function if exists nightshift.monthly_summary_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.weekly_report_generation_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.write_reports(uuid, uuid, text, timestamptz);
drop function if exists nightshift.list_due_reports(uuid, uuid, text, integer, timestamptz);
drop function if exists nightshift.renew_reports(uuid[], timestamptz);
drop function if exists nightshift.write_due_reports(uuid[], text, timestamptz);
drop function if exists nightshift.store_report(uuid, text, timestamptz, timestamptz, text, jsonb, timestamptz);
drop function if exists nightshift.describe_workspace_reports(uuid[], text, date[], date[], integer[], jsonb[]);
drop function if exists nightshift.find_period(uuid, text, timestamptz);

-- Undoes the rendering of reports.

drop function if exists nightshift.render_report(jsonb);
drop function if exists nightshift.report_slack(jsonb);
drop function if exists nightshift.report_html(jsonb);
drop function if exists nightshift.report_text(jsonb);
drop function if exists nightshift.list_report_rows(jsonb);
drop function if exists nightshift.show_change(numeric, numeric, text);
drop function if exists nightshift.show_value(numeric, text);

-- Undoes the numbers of reports.

drop function if exists nightshift.join_sections(jsonb, jsonb);
drop function if exists nightshift.list_sections(uuid, date, date, timestamptz);
drop function if exists nightshift.sum_sections(uuid[], date[], date[], integer[]);
drop function if exists nightshift.report_section(text, text, jsonb[]);
drop function if exists nightshift.sum_days(uuid[], date[], date[]);

-- Undoes reports: they are lost, and with them what is planned.

do $$
begin
  if to_regclass('public.workspace_settings') is not null then
    drop trigger if exists plan_reports on public.workspace_settings;
  end if;
  if to_regclass('public.daily_metrics') is not null then
    drop trigger if exists note_stale_reports_of_new on public.daily_metrics;
    drop trigger if exists note_stale_reports_of_changed on public.daily_metrics;
    drop trigger if exists note_stale_reports_of_old on public.daily_metrics;
  end if;
end
$$;
drop function if exists nightshift.note_stale_reports();
drop function if exists nightshift.plan_reports();
drop table if exists nightshift.stale_reports;
drop table if exists nightshift.report_turns;
drop table if exists public.workspace_reports;

-- Undoes the counting of days: what is counted stays, nothing is counted any more.

do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types d where d.task_type = 'daily_analytics_rollup';
  end if;
end
$$;
drop function if exists public.rebuild_metrics(uuid, date, date);
drop function if exists nightshift.daily_analytics_rollup_due(uuid, integer, timestamptz);
drop function if exists nightshift.daily_analytics_rollup_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.serve_due_days(uuid, uuid, integer, integer, timestamptz);
drop function if exists nightshift.write_days(uuid[], date[], timestamptz);

-- Undoes the list of due days: nothing is noted any more.

drop function if exists nightshift.take_day_marks(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.list_all_days(uuid[], timestamptz);
drop function if exists nightshift.note_due_days(uuid[], date[], timestamptz[], timestamptz);

-- Undoes the measuring of days.

drop function if exists nightshift.measure_days(uuid[], date[], timestamptz);
drop function if exists nightshift.sum_contacts(uuid[], date[]);
drop function if exists nightshift.sum_calls(uuid[], timestamptz[], timestamptz[]);
drop function if exists nightshift.sum_tasks(uuid[], timestamptz[], timestamptz[]);
drop function if exists nightshift.sum_emails(uuid[], timestamptz[], timestamptz[]);
drop function if exists nightshift.list_day_ranges(uuid[], date[]);

-- Undoes day marks: changes of a day are not noticed any more.

do $$
declare
  v_table text;
begin
  foreach v_table in array array['public.client_emails', 'public.email_intelligence', 'public.autonomous_tasks',
    'public.ai_usage', 'public.email_answers', 'public.contact_days']
  loop
    if to_regclass(v_table) is not null then
      execute format('drop trigger if exists mark_days_of_new on %s', v_table);
      execute format('drop trigger if exists mark_days_of_changed on %s', v_table);
      execute format('drop trigger if exists mark_days_of_old on %s', v_table);
    end if;
  end loop;
  if to_regclass('public.workspace_settings') is not null then
    drop trigger if exists mark_all_days_of_new on public.workspace_settings;
    drop trigger if exists mark_all_days_of_changed on public.workspace_settings;
  end if;
  if to_regclass('nightshift.workspace_zones') is not null then
    drop trigger if exists mark_moved_days on nightshift.workspace_zones;
  end if;
end
$$;
drop function if exists nightshift.mark_moved_days();
drop function if exists nightshift.mark_all_days();
drop function if exists nightshift.mark_noted_days();
drop function if exists nightshift.mark_usage_days();
drop function if exists nightshift.mark_contact_days();
drop function if exists nightshift.mark_task_days();
drop function if exists nightshift.mark_record_days();
drop function if exists nightshift.mark_email_days();
drop function if exists nightshift.mark_gone_days(uuid[], timestamptz[]);
drop function if exists nightshift.keep_days(uuid[], timestamptz[]);
drop index if exists public.client_emails_received_idx;
drop function if exists nightshift.has_day_index();

-- Undoes daily metrics: the days are lost, and can be counted again from emails and tasks.

drop function if exists nightshift.mark_days(uuid[], timestamptz[], date[]);
drop function if exists nightshift.counts_days(text[]);
drop table if exists nightshift.day_turns;
drop table if exists nightshift.due_metric_days;
drop table if exists nightshift.day_marks;
drop table if exists public.daily_metrics;
drop function if exists nightshift.answer_steps();
drop function if exists nightshift.day_types();

-- Undoes the calibration of scores.

drop function if exists public.get_score_calibration(uuid);
drop function if exists nightshift.score_auc(numeric[], boolean[]);
drop function if exists nightshift.score_fifths(numeric[], boolean[]);

-- Undoes the task type lead_scoring_batch of the database worker. The scores stay.

do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types where task_type = 'lead_scoring_batch';
  end if;
end
$$;
drop function if exists nightshift.lead_scoring_batch_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.lead_scoring_batch_due(uuid, integer, timestamptz);
drop function if exists nightshift.list_workspaces_to_score(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.score_piece(uuid, integer, timestamptz);
drop function if exists nightshift.take_contacts_to_score(uuid, date, integer);
drop function if exists nightshift.write_scores(uuid, uuid[], date);

-- Undoes lead scores; they are computed again when the migration runs again, their history is lost.

drop function if exists nightshift.compute_scores(uuid, uuid[], date);
do $$
begin
  if to_regtype('public.scoring_models') is not null then
    drop function if exists nightshift.group_signals(uuid, uuid[], date, public.scoring_models);
    drop function if exists nightshift.read_signals(uuid, uuid[], date, public.scoring_models);
  end if;
end
$$;
drop function if exists nightshift.find_model(uuid);
do $$
begin
  if to_regclass('public.contacts') is not null then
    drop trigger if exists drop_score_history on public.contacts;
    drop trigger if exists drop_all_score_history on public.contacts;
  end if;
end
$$;
drop function if exists nightshift.drop_score_history();
drop table if exists public.lead_score_history;
drop table if exists public.lead_scores;

-- Undoes scoring models and outcomes; what was set there is lost.

drop table if exists public.contact_outcomes;
drop function if exists nightshift.place_outcome();
drop table if exists public.scoring_models;
drop function if exists nightshift.restart_scoring();
drop function if exists nightshift.number_model();
drop sequence if exists nightshift.scoring_model_versions;
drop function if exists nightshift.are_title_words(text[]);

-- Undoes facts of users and providers. Those that were added stay.

drop function if exists public.add_contact_facts(uuid, text, jsonb);
drop function if exists nightshift.give_facts(uuid, text, jsonb, timestamptz);
drop function if exists nightshift.read_facts(jsonb);
drop function if exists nightshift.check_fact_rights(uuid, text);

-- Undoes the task type contact_enrichment of the database worker.

do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types where task_type = 'contact_enrichment';
  end if;
end
$$;
drop function if exists nightshift.contact_enrichment_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.contact_enrichment_due(uuid, integer, timestamptz);
drop function if exists nightshift.serve_contacts(uuid, uuid, text, text, integer, timestamptz);
drop function if exists nightshift.list_workspaces_to_enrich(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.enrich_piece(uuid, integer, timestamptz);
drop function if exists nightshift.list_emails_of_members(uuid, integer);
drop function if exists nightshift.take_due_days(uuid, integer);
drop function if exists nightshift.take_due_emails(uuid, integer);
drop function if exists nightshift.take_earlier_emails(uuid, integer);
drop function if exists nightshift.take_contact_turn(uuid);
drop function if exists nightshift.drop_empty_contacts(uuid[]);

-- Undoes reading contacts from emails. The contacts stay.

drop function if exists nightshift.refresh_contacts(uuid, uuid[], date[]);
drop function if exists nightshift.count_days(uuid, uuid[], date[]);
drop function if exists nightshift.show_facts(uuid[]);
drop function if exists nightshift.pick_value(text, text, text);
drop function if exists nightshift.keep_own_values(uuid[]);
drop function if exists nightshift.write_facts(uuid[]);
drop function if exists nightshift.list_facts(uuid[]);
drop function if exists nightshift.connect_emails(uuid, uuid[]);
drop function if exists nightshift.list_claims(uuid[]);
drop function if exists nightshift.list_correspondents(uuid, uuid[]);

-- Undoes the lists of contact enrichment. What emails say is read again when the migration runs again; what users and
-- providers said is lost.

drop trigger if exists start_contacts on public.workspace_settings;
drop function if exists nightshift.start_contacts();
drop trigger if exists list_due_days on public.contact_emails;
drop function if exists nightshift.list_due_days();
drop trigger if exists list_changed_email on public.client_emails;
drop function if exists nightshift.list_changed_email();
drop trigger if exists list_sent_emails on public.client_emails;
drop function if exists nightshift.list_sent_emails();
drop trigger if exists list_due_emails_delete on public.email_intelligence;
drop trigger if exists list_due_emails_update on public.email_intelligence;
drop trigger if exists list_due_emails_insert on public.email_intelligence;
drop function if exists nightshift.list_due_emails();
drop table if exists nightshift.contact_turns;
drop table if exists nightshift.due_scores;
drop table if exists nightshift.due_days;
drop table if exists nightshift.due_emails;
drop table if exists nightshift.given_facts;
drop table if exists nightshift.email_claims;

-- Undoes the words of contacts.

drop function if exists nightshift.key_domains(text[]);
drop function if exists nightshift.is_of_domain(text, jsonb);
drop function if exists nightshift.is_role_address(text);
drop function if exists nightshift.clean_address(text);
drop function if exists nightshift.is_own_signature(jsonb, text, text);
drop function if exists nightshift.do_names_agree(text, text);
drop function if exists nightshift.name_words(text);
drop function if exists nightshift.fact_key(text, text);
drop function if exists nightshift.clean_fact(text, text);
drop function if exists nightshift.clean_line(text, integer);
drop function if exists nightshift.free_mail_domains();
drop function if exists nightshift.role_names();

-- Undoes contacts. An adopted public.contacts stays as it was before, without the columns that were added to it;
-- one of ours goes with its contacts.

drop view if exists public.contact_conflicts;
drop table if exists public.contact_days;
drop table if exists public.contact_emails;
drop table if exists public.contact_facts;
do $$
declare
  v_column text;
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  elsif exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.contacts') then
    drop table if exists public.contacts;
    delete from nightshift.installed_objects where kind = 'table' and name = 'public.contacts';
  end if;
  for v_column in
    delete from nightshift.installed_objects
    where kind = 'column' and name like 'public.contacts.%'
    returning split_part(name, '.', 3)
  loop
    execute format('alter table if exists public.contacts drop column if exists %I', v_column);
  end loop;
end
$$;
drop function if exists nightshift.is_fact_source(text);
drop function if exists nightshift.contact_fields();

-- Undoes the functions API: the Edge Functions answer 500 from here on.

drop function if exists public.health(text);
drop function if exists public.runner_status(text);
drop function if exists nightshift.runner_status(text, timestamptz);
drop function if exists public.finish_run(uuid, uuid, text);
drop function if exists public.settle_emails(uuid, jsonb, jsonb);
drop function if exists public.claim_emails(uuid, uuid, integer, integer, integer, integer, jsonb);
drop function if exists public.beat_run(uuid, uuid, integer);
drop function if exists public.start_run(uuid, jsonb, integer);
drop function if exists public.ingest_email(uuid, jsonb, boolean);
drop function if exists nightshift.store_email(public.client_emails);
drop function if exists nightshift.read_email(uuid, jsonb);
drop function if exists nightshift.is_same_email(public.client_emails, public.client_emails);
drop function if exists nightshift.content_hash(public.client_emails, boolean);

-- Undoes runs of email-sync: they can neither give mailboxes back nor end.

drop function if exists public.finish_mailbox_run(uuid, uuid, jsonb, text);
drop function if exists nightshift.finish_mailbox_run(uuid, jsonb, text, timestamptz);
drop function if exists nightshift.continue_mailbox_run(uuid, timestamptz);
drop function if exists nightshift.has_due_mailbox(timestamptz);
drop function if exists public.settle_mailbox(uuid, uuid, jsonb);
drop function if exists nightshift.settle_mailbox(uuid, uuid, jsonb, timestamptz);
drop function if exists nightshift.note_lost_mailbox(public.mailboxes, integer, timestamptz);
drop function if exists nightshift.count_synced(uuid, uuid, integer, text, timestamptz);

-- Undoes storing emails of mailboxes: email-sync cannot store any.

drop function if exists public.list_new_messages(uuid, text[]);
drop function if exists public.store_mailbox_emails(uuid, uuid, jsonb, jsonb);
drop function if exists nightshift.store_mailbox_emails(uuid, uuid, jsonb, jsonb, timestamptz);
drop function if exists nightshift.move_on(nightshift.mailbox_sync, jsonb, timestamptz);
drop function if exists nightshift.note_synced_answers(uuid, jsonb);
drop function if exists nightshift.store_synced_emails(nightshift.mailbox_sync, jsonb);
drop function if exists nightshift.keep_synced_email(uuid, jsonb);
drop function if exists nightshift.find_copy(public.client_emails);

-- Undoes claiming mailboxes: email-sync gets no work.

drop function if exists public.save_mailbox_secret(uuid, uuid, jsonb);
drop function if exists public.read_mailbox_secret(uuid, uuid);
drop function if exists nightshift.hold_mailbox(uuid, uuid, timestamptz);
drop function if exists public.beat_mailbox_run(uuid, uuid, integer);
drop function if exists nightshift.beat_mailbox_run(uuid, uuid, integer, timestamptz);
drop function if exists public.claim_mailboxes(uuid, uuid, integer, integer);
drop function if exists nightshift.claim_mailboxes(uuid, integer, integer, timestamptz);
drop function if exists nightshift.next_mailbox(uuid, timestamptz);
drop function if exists nightshift.holds_mailbox_run(uuid, uuid, timestamptz);
drop function if exists nightshift.save_mailbox_secret(uuid, uuid, jsonb, timestamptz);
drop function if exists nightshift.read_mailbox_secret(uuid, uuid, timestamptz);

-- Undoes answers: which email was answered is no longer known.

drop trigger if exists find_answers on public.client_emails;
drop function if exists nightshift.find_answers();
drop function if exists nightshift.note_answers(uuid[]);
drop function if exists nightshift.is_addressed_to(public.client_emails, public.client_emails);
drop function if exists nightshift.keep_answers(jsonb);
drop function if exists nightshift.note_references(uuid[], jsonb);
drop table if exists nightshift.email_references;
drop table if exists public.email_answers;

-- Undoes changing mailboxes: nobody can pause, resume or remove one.

drop function if exists public.remove_mailbox(uuid, boolean);
drop function if exists public.change_mailbox(uuid, text);
drop function if exists nightshift.set_mailbox_state(public.mailboxes, boolean, timestamptz);
drop function if exists public.get_mailbox(uuid);
drop function if exists public.list_mailboxes(uuid);
drop function if exists nightshift.note_mailbox_recovery(public.mailboxes, timestamptz);

-- Undoes connecting mailboxes: nobody can connect one.

drop function if exists public.connect_with_password(uuid, jsonb);
drop function if exists public.confirm_mailbox(text);
drop function if exists nightshift.start_mailbox(uuid, text, uuid, timestamptz, timestamptz);
drop function if exists public.keep_authorization(text, text, jsonb, text, timestamptz);
drop function if exists public.take_oauth_state(text);
drop function if exists public.begin_authorization(uuid, text, text, text);
drop function if exists public.create_mailbox(uuid, text, text, integer);
drop function if exists nightshift.describe_mailbox(public.mailboxes);
drop function if exists nightshift.require_mailbox(uuid);

-- Undoes mailboxes: all connections end, and their keys leave Vault. Emails stay.

do $$
begin
  if to_regclass('nightshift.oauth_states') is not null then
    delete from nightshift.mailbox_sync where secret_id is not null;
    delete from nightshift.oauth_states where secret_id is not null;
  end if;
end
$$;
drop table if exists nightshift.oauth_states;
drop table if exists nightshift.mailbox_messages;
drop table if exists nightshift.mailbox_turns;
drop table if exists nightshift.mailbox_sync;
drop table if exists public.mailboxes;
drop function if exists nightshift.hash_id(text);
drop function if exists nightshift.drop_secret();

-- Undoes how people cancel jobs and do them again. The jobs themselves stay.

drop function if exists public.requeue_jobs(text, uuid, text);
drop function if exists public.retry_job(uuid, text);
drop function if exists nightshift.repeat_job(uuid, jsonb);
drop function if exists public.cancel_job(uuid, text);
drop function if exists nightshift.admit_to_job(uuid, jsonb);

-- Undoes what people see of jobs. The jobs and lines themselves stay.

drop function if exists public.list_lines(uuid, text);
drop function if exists public.list_jobs(jsonb, text);
drop function if exists nightshift.list_job_page(jsonb, uuid[], text[], integer);
drop function if exists public.get_job(uuid, text);
drop function if exists nightshift.describe_job_with_task(uuid, uuid, text);
drop function if exists nightshift.describe_job(nightshift.jobs, text);
drop function if exists nightshift.job_status(nightshift.jobs);
drop function if exists nightshift.describe_lines(uuid, uuid);
drop function if exists nightshift.find_job(uuid, jsonb);

-- Undoes what users, external systems and the HTTP API ask agents to do. The jobs themselves stay.

drop function if exists public.request_jobs(text, jsonb, text, text, text, text);
drop function if exists nightshift.enqueue_allowed_jobs(public.task_schedules, jsonb, jsonb);
drop function if exists nightshift.read_workspace_id(jsonb);
drop function if exists nightshift.admit_to_agent(text, jsonb);
drop function if exists nightshift.may_enqueue(public.task_schedules, jsonb, uuid);

-- Undoes reading watches over HTTP.

drop function if exists public.list_watches(jsonb, text);

-- Undoes reading the task log over HTTP; the log itself stays.

drop function if exists public.list_timeline(jsonb, text);
drop function if exists public.report_costs(uuid, integer, text, text);
drop function if exists public.summarize_tasks(uuid, text, integer, text, text);
drop function if exists public.get_task(uuid, text);
drop function if exists public.find_tasks(jsonb, text);
drop function if exists public.find_runs(uuid);

-- Undoes alerts of agents.

drop function if exists public.alert_from_task(uuid, uuid, uuid, text);

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

-- Undoes the reports of watched jobs. Tasks that were failed stay failed.

drop trigger if exists note_new_tasks on public.autonomous_tasks;
drop trigger if exists note_changed_tasks on public.autonomous_tasks;
drop function if exists public.note_late_end(uuid, text, text);
drop function if exists nightshift.close_silent_task(uuid, uuid, text, timestamptz);
drop function if exists nightshift.note_watched_tasks();
drop table if exists nightshift.closed_runs;
drop table if exists nightshift.watch_reports;

-- Undoes job watches. The watches, and what was known about their jobs, are lost.

drop view if exists public.job_watch_states;
drop table if exists nightshift.watch_states;
drop function if exists nightshift.first_expected(public.job_watches, timestamptz);
drop table if exists public.job_watches;
drop function if exists nightshift.keep_watch_state();
drop function if exists nightshift.check_watch();

-- Undoes pings; the tasks that they logged stay. Which of them were unfinished is forgotten.

drop function if exists public.ping_task(text, text, jsonb);
drop function if exists nightshift.keep_ping_lines(public.autonomous_tasks, jsonb);
drop function if exists nightshift.start_ping_run(nightshift.ping_runs, uuid);
drop function if exists nightshift.take_ping_run(uuid, text, uuid);
drop table if exists nightshift.ping_runs;

-- Undoes writing to the task log over HTTP; the log itself stays.

drop function if exists public.retry_task(uuid, text);
drop function if exists nightshift.retry_task(uuid, jsonb);
drop function if exists nightshift.store_retry(public.autonomous_tasks, boolean);
drop table if exists nightshift.task_retries;
drop function if exists public.change_task(uuid, text, jsonb, text);
drop function if exists public.log_tasks(jsonb, text, text, text, text);
drop function if exists public.store_task(jsonb, jsonb, boolean);
drop function if exists public.advance_task(public.autonomous_tasks, jsonb);
drop function if exists public.is_kept_from_token(uuid);

-- Undoes task tokens: receivers of URL targets need a secret key to report.

drop function if exists public.admit_task_token(uuid, text);

-- Undoes idempotency: a request that is sent again is answered by the row as it is now.

drop function if exists public.remember_answer(jsonb, jsonb, text, text);
drop function if exists public.admit_request(jsonb, text, text, text);
drop function if exists nightshift.find_answer(text, text, jsonb);
drop function if exists nightshift.prepare_task(jsonb, jsonb, uuid);
drop function if exists nightshift.read_task(jsonb);
drop function if exists nightshift.secret_uuid(text);
drop table if exists nightshift.database_secrets;
drop table if exists nightshift.idempotent_answers;

-- Undoes rate limits and admission: the task-logging API answers 500 from here on.

drop function if exists public.admit_caller(text, text, uuid[]);
drop function if exists nightshift.take_request(text, integer, timestamptz);
drop table if exists nightshift.rate_counters;

-- Undoes ingest tokens: every external system loses its access, and all tokens are gone.

drop function if exists public.revoke_ingest_token(uuid);
drop function if exists public.list_ingest_tokens(uuid);
drop function if exists public.create_ingest_token(uuid, text, text[], text[], integer, timestamptz);
drop function if exists nightshift.is_live_token(nightshift.ingest_tokens, timestamptz);
drop function if exists nightshift.has_ended(nightshift.ingest_tokens, timestamptz);
drop table if exists nightshift.ingest_tokens;

-- Undoes job spending: tasks spend nothing any more. What they have spent stays in the ledger.

drop function if exists public.settle_task_spending(uuid, uuid, uuid, numeric);
drop function if exists public.reserve_task_spending(uuid, uuid, uuid, text, text, numeric);
drop function if exists nightshift.settle_task_spending(uuid, uuid, uuid, numeric, timestamptz);
drop function if exists nightshift.enter_task_spending(nightshift.budget_reservations, numeric, boolean, timestamptz);
drop function if exists nightshift.reserve_task_spending(uuid, uuid, uuid, text, text, numeric, timestamptz);
drop function if exists nightshift.find_spender(uuid, uuid, uuid, timestamptz);
drop function if exists nightshift.check_spending(text, text, numeric);

-- Undoes task lines: what tasks said is lost.

drop function if exists nightshift.prune_lines(timestamptz);
drop function if exists public.log_lines(uuid, uuid, jsonb);
drop function if exists nightshift.store_lines(jsonb, timestamptz);
drop function if exists nightshift.cut_lines(uuid[]);
drop table if exists nightshift.task_lines;

-- Undoes task steps: attempts start from the beginning again.

drop function if exists public.save_step(uuid, uuid, uuid, jsonb);
drop function if exists nightshift.find_step_problem(uuid, text, integer, jsonb);
do $$
begin
  if to_regclass('nightshift.jobs') is not null then
    drop trigger if exists forget_steps on nightshift.jobs;
  end if;
end
$$;
drop function if exists nightshift.forget_steps();
drop table if exists nightshift.task_steps;

-- Undoes system health.

drop function if exists public.get_system_health();
drop function if exists nightshift.system_health(timestamptz);

-- Undoes the looks of the task engine.

drop function if exists nightshift.look_at_task_types(timestamptz);
drop function if exists nightshift.look_at_schedules(timestamptz);
drop function if exists nightshift.look_at_waiting_emails(timestamptz);
drop function if exists nightshift.look_at_requests(timestamptz);
drop function if exists nightshift.look_at_leases(timestamptz);
drop function if exists nightshift.look_at_dead_rows(timestamptz);
drop function if exists nightshift.look_at_transactions(timestamptz);
drop function if exists nightshift.look_at_budgets(timestamptz);
drop function if exists nightshift.look_at_setup(timestamptz);
drop function if exists nightshift.id_time(uuid);
do $$
begin
  if to_regclass('nightshift.health_sources') is not null then
    delete from nightshift.health_sources s
    where s.name in ('task_types', 'schedules', 'waiting_emails', 'requests', 'leases', 'dead_rows', 'transactions',
      'budgets', 'setup');
  end if;
end
$$;

-- Undoes health checks; what they found is lost.

drop function if exists nightshift.find_late_look(timestamptz);
drop function if exists nightshift.system_health_check_due(uuid, integer, timestamptz);
drop function if exists nightshift.system_health_check_chunk(uuid, uuid, timestamptz);
drop function if exists nightshift.name_check(text, text);
drop function if exists nightshift.tell_changes(uuid, timestamptz);
drop function if exists nightshift.state_that_counts(nightshift.health_checks);
drop function if exists nightshift.take_look(timestamptz);
drop function if exists nightshift.note_look(text, timestamptz);
drop function if exists nightshift.judge_value(numeric, numeric, numeric);
do $$
begin
  if to_regclass('nightshift.database_types') is not null then
    delete from nightshift.database_types d where d.task_type = 'system_health_check';
  end if;
end
$$;
drop table if exists nightshift.health_checks;
drop table if exists nightshift.health_sources;

-- Undoes health.

drop function if exists nightshift.health(text, timestamptz);
drop function if exists nightshift.latest_ends(uuid);
drop function if exists nightshift.find_stuck_reason(public.task_schedules, timestamptz, timestamptz);
drop function if exists nightshift.slots_back(text, timestamptz, integer, text);

-- Undoes the record of releases.

drop function if exists nightshift.record_version(text);
drop function if exists nightshift.version();
drop table if exists nightshift.installed;

-- Undoes the timeline.

drop view if exists public.task_timeline;

-- Undoes reconcile: nothing is retried, made up for or alerted any more.

drop function if exists nightshift.reconcile(timestamptz);
drop function if exists nightshift.run_step(text, timestamptz);
drop function if exists nightshift.mend_clock(timestamptz);
drop function if exists nightshift.prune(timestamptz);
drop function if exists nightshift.prune_rows(regclass, name, name, timestamptz, integer);
drop function if exists nightshift.prune_cron_runs(timestamptz);

-- Undoes sending alerts.

drop function if exists public.open_alert_email(uuid);
drop function if exists nightshift.send_alerts(timestamptz);
drop function if exists nightshift.send_alert(nightshift.alerts, text, timestamptz);
drop function if exists nightshift.find_channel(nightshift.alert_rules, text);
drop function if exists nightshift.read_alert_answers(timestamptz);
drop function if exists nightshift.was_redirected(integer, jsonb);

-- Undoes the formats of alerts.

drop function if exists nightshift.alert_body(nightshift.alerts, text);
drop function if exists nightshift.alert_email(nightshift.alerts, nightshift.alert_rules);
drop function if exists nightshift.alert_title(nightshift.alerts);
drop function if exists nightshift.task_link(jsonb);
drop function if exists nightshift.escape_for_html(text);
drop function if exists nightshift.escape_for_discord(text);
drop function if exists nightshift.escape_for_slack(text);

-- Undoes raising alerts.

drop function if exists nightshift.raise_alerts(timestamptz);
drop function if exists nightshift.list_untold_events(timestamptz);
drop function if exists nightshift.raise_event(nightshift.alert_events, boolean, timestamptz);
drop function if exists nightshift.list_alert_events(timestamptz);
drop function if exists nightshift.count_in_a_row(text, text, jsonb, timestamptz);
drop function if exists nightshift.list_recoveries(timestamptz);
drop function if exists nightshift.first_success(text, text, timestamptz);

-- Undoes problems.

drop function if exists nightshift.list_problems(timestamptz, uuid);
drop function if exists nightshift.find_cron_problems(timestamptz);
drop function if exists nightshift.find_vault_problem();

-- Undoes the third part of reconcile. Missed slots are no longer found.

drop function if exists nightshift.skipped_in_a_row(uuid);
drop function if exists nightshift.judge_slots(timestamptz);
drop function if exists nightshift.judge_schedule_slots(public.task_schedules, timestamptz);
drop function if exists nightshift.make_up_for_slot(uuid, timestamptz, text, text, timestamptz);
drop function if exists nightshift.why_not_made_up_for(
  public.task_schedules, timestamptz, boolean, boolean, timestamptz);
drop function if exists nightshift.list_missed_slots(public.task_schedules, timestamptz, timestamptz, timestamptz);
drop function if exists nightshift.list_cron_runs(public.task_schedules, timestamptz);
drop function if exists nightshift.cron_time_zone();
drop function if exists nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz, timestamptz);
drop function if exists nightshift.judge_jobs(timestamptz);
drop function if exists nightshift.adopt_job(public.task_schedules, timestamptz);
drop function if exists nightshift.renew_cron_job(public.task_schedules, timestamptz);
drop function if exists nightshift.job_state(public.task_schedules);
drop function if exists nightshift.find_job(public.task_schedules);
drop table if exists nightshift.schedule_watermarks;

-- Undoes the part of reconcile about jobs.

drop function if exists nightshift.wake_agents(timestamptz);
drop function if exists nightshift.prune_jobs(timestamptz);
drop function if exists nightshift.give_back_orphans(timestamptz);

-- Undoes the second part of reconcile.

drop function if exists nightshift.copy_waiting_rows(timestamptz);
drop function if exists nightshift.retry_dispatches(timestamptz);
drop function if exists nightshift.send_retry(uuid, timestamptz);
drop function if exists nightshift.plan_retry(uuid, timestamptz);
drop function if exists nightshift.judge_runs(timestamptz);
drop function if exists nightshift.judge_agent_run(nightshift.run_leases, timestamptz);
drop function if exists nightshift.judge_run(uuid, timestamptz, timestamptz);

-- Undoes the first part of reconcile.

drop function if exists nightshift.judge_dispatches(timestamptz);
drop function if exists nightshift.open_system_tasks(timestamptz);
drop function if exists nightshift.judge_dispatch(uuid, boolean, integer, jsonb, boolean, text, timestamptz);
drop function if exists nightshift.list_open_requests(timestamptz);
drop function if exists nightshift.judge_response(integer, jsonb, boolean, text);
drop function if exists nightshift.list_answers(timestamptz);
drop function if exists nightshift.copy_cron_facts(timestamptz);
drop function if exists nightshift.plain_line(text, integer);
drop function if exists nightshift.note_problem(text, text, text, timestamptz);
drop table if exists nightshift.reconcile_steps;

-- Undoes alerts. Rules and sent alerts are lost.

drop function if exists nightshift.raise_alert(
  text, text, text, text, jsonb, timestamptz, timestamptz, text, uuid, integer);
drop function if exists nightshift.is_silent(nightshift.alert_rules, text, text, text, text, timestamptz);
drop function if exists nightshift.note_alert_event(
  text, text, text, text, uuid, text, jsonb, integer, timestamptz);
drop table if exists nightshift.alerts;
drop table if exists nightshift.alert_events;
drop table if exists nightshift.alert_rules;

-- Undoes the database worker; its runs stay open, and nothing does them.

drop procedure if exists nightshift.work();
drop function if exists nightshift.work_on(uuid, timestamptz, timestamptz);
drop function if exists nightshift.serve_database_run(nightshift.database_runs, uuid, timestamptz);
drop function if exists nightshift.do_chunk(nightshift.database_runs, timestamptz);
drop function if exists nightshift.part_workspaces(nightshift.database_runs, timestamptz);
drop function if exists nightshift.note_failure(uuid, uuid, text, text, timestamptz);
drop function if exists nightshift.describe_error(text, text);
drop function if exists nightshift.note_touched(uuid, jsonb, timestamptz);
drop function if exists nightshift.take_database_run(nightshift.database_runs, uuid, timestamptz);
drop function if exists nightshift.end_work(uuid, timestamptz);
drop function if exists nightshift.begin_work();
drop function if exists nightshift.work_until();

-- Undoes database runs; what waits for the database worker is lost, and the task rows of it stay as they are.

drop function if exists nightshift.finish_database_run(uuid, text, timestamptz);
drop function if exists nightshift.report_database_run(uuid, timestamptz);
drop function if exists nightshift.end_database_workspaces(uuid, integer, timestamptz);
drop function if exists nightshift.queue_database_run(uuid, uuid, timestamptz);
drop function if exists nightshift.check_payload(text, jsonb);
drop function if exists nightshift.run_payload(uuid);
drop table if exists nightshift.run_failures;
drop table if exists nightshift.database_runs;
drop table if exists nightshift.database_types;

-- Undoes requests about jobs.

drop function if exists nightshift.requeue_jobs(text, uuid, text, timestamptz);
drop function if exists nightshift.retry_job(uuid, uuid, text, timestamptz);
drop function if exists nightshift.repeat_jobs(uuid[], text, timestamptz);
drop function if exists nightshift.cancel_job(uuid, uuid, timestamptz);
drop function if exists nightshift.enqueue_for_workspaces(public.task_schedules, timestamptz, timestamptz);

-- Undoes runs of jobs.

drop function if exists public.beat_agent_run(uuid, uuid, integer);
drop function if exists public.finish_agent_run(uuid, uuid, text);
drop function if exists public.settle_jobs(uuid, uuid, jsonb, integer, integer);
drop function if exists public.start_agent_run(uuid, integer, integer, text);
drop function if exists nightshift.beat_agent_run(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.finish_agent_run(uuid, uuid, text, timestamptz);
drop function if exists nightshift.continue_agent_run(uuid, public.task_schedules, timestamptz);
drop function if exists nightshift.end_agent_run(nightshift.run_leases, text, timestamptz);
drop function if exists nightshift.give_back_jobs(uuid, uuid, text, timestamptz);
drop function if exists nightshift.settle_jobs(uuid, uuid, jsonb, integer, integer, timestamptz);
drop function if exists nightshift.list_jobs_to_stop(uuid, uuid);
drop function if exists nightshift.list_cancelled_jobs(uuid, uuid);
drop function if exists nightshift.start_agent_run(uuid, integer, integer, text, timestamptz);
drop function if exists nightshift.take_own_job(uuid, public.task_schedules, timestamptz);
drop function if exists nightshift.take_on_run(uuid, text, timestamptz);
drop function if exists nightshift.check_job_limits(integer, integer);
drop function if exists nightshift.hold_run(uuid, uuid, integer, timestamptz);

-- Undoes the saving of results of jobs.

drop function if exists nightshift.save_job_results(uuid, uuid, jsonb, timestamptz);
drop function if exists nightshift.hold_workspaces_of_jobs(uuid, jsonb);
drop function if exists nightshift.store_job_results_singly(uuid, jsonb, timestamptz);
drop function if exists nightshift.store_job_results(uuid, jsonb, timestamptz);
drop function if exists nightshift.explain_attempt(integer, integer, text, timestamptz);

-- Undoes the claiming of jobs.

drop function if exists nightshift.claim_jobs(uuid, public.task_schedules, integer, timestamptz);
drop function if exists nightshift.has_claimable_jobs(public.task_schedules, timestamptz);
drop function if exists nightshift.count_room(public.task_schedules, integer);
drop function if exists nightshift.take_jobs(uuid, public.task_schedules, uuid[], timestamptz);
drop function if exists nightshift.find_steps(uuid[]);
drop function if exists nightshift.rest_lanes(uuid, uuid[]);
drop function if exists nightshift.pick_jobs(uuid, uuid, uuid[], integer[], integer);
drop function if exists nightshift.next_lanes(public.task_schedules, integer);
drop function if exists nightshift.ready_due_jobs(uuid, timestamptz);

-- Undoes the enqueueing of jobs.

drop function if exists public.enqueue_jobs(text, jsonb);
drop function if exists nightshift.enqueue_jobs(text, jsonb, uuid, text, timestamptz);
drop function if exists nightshift.name_existing_jobs(uuid, jsonb);
drop function if exists nightshift.store_jobs(public.task_schedules, jsonb, uuid, text, timestamptz);
drop function if exists nightshift.forget_old_keys(uuid, jsonb, uuid, timestamptz);
drop function if exists nightshift.wake_agent(public.task_schedules, timestamptz);
drop function if exists nightshift.note_wake(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.has_open_wake(uuid);
drop function if exists nightshift.lock_agent(uuid, text, boolean);
drop function if exists nightshift.mark_lanes(uuid, uuid[], timestamptz[]);
drop function if exists nightshift.read_jobs(jsonb, uuid);
drop function if exists nightshift.read_time(text);
drop function if exists nightshift.find_agent(text);

-- Undoes further runs.

drop function if exists nightshift.continue_run(uuid, timestamptz);
drop function if exists nightshift.next_continuation(uuid);
drop function if exists nightshift.run_now(text, timestamptz);
drop function if exists nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz);

-- Undoes dispatch.

drop function if exists nightshift.dispatch(text, timestamptz);
drop function if exists nightshift.describe_overlap(public.task_schedules, timestamptz, timestamptz);
drop function if exists nightshift.unfinished_task(public.task_schedules, timestamptz, timestamptz);
drop function if exists nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz);
drop function if exists nightshift.set_aside_early(uuid, timestamptz, timestamptz);
drop function if exists nightshift.send_dispatch(uuid, timestamptz);
drop function if exists nightshift.post_dispatch(uuid, uuid, public.task_schedules, timestamptz);

-- Undoes signing.

drop function if exists nightshift.signed_headers(text, text, bytea, timestamptz);
drop function if exists nightshift.task_token(uuid, text);
drop function if exists nightshift.signing_secret(text);
drop function if exists nightshift.target_key(text, text);
drop function if exists nightshift.derive_key(text, text, text);
drop function if exists nightshift.read_secret(text);
drop function if exists nightshift.hmac_sha256(text, text);
drop function if exists nightshift.hmac_with_key(text, bytea);

-- Undoes dispatches. What became of each request is lost.

drop policy if exists "members see the schedules" on public.task_schedules;
drop table if exists public.task_dispatches;
drop trigger if exists forget_task on public.autonomous_tasks;
drop function if exists nightshift.forget_task();

-- Undoes jobs; what waits for agents is lost, and the task rows of it stay as they are.

do $$
begin
  if to_regclass('public.task_schedules') is not null then
    drop trigger if exists end_jobs_of_agent on public.task_schedules;
    drop trigger if exists end_runs_of_agent on public.task_schedules;
    drop trigger if exists keep_target_of_jobs on public.task_schedules;
  end if;
end
$$;
drop function if exists nightshift.end_jobs_of_agent();
drop function if exists nightshift.end_runs_of_agent();
drop function if exists nightshift.keep_target_of_jobs();
do $$
begin
  -- The policies of the log call it, so it stays where the log is.
  if to_regprocedure('nightshift.is_runner_row(uuid)') is not null
    and to_regclass('nightshift.run_workspaces') is not null
  then
    create or replace function nightshift.is_runner_row(p_task_id uuid) returns boolean
    language sql stable security definer cost 1 set search_path = ''
    as 'select exists (select from nightshift.run_workspaces w where w.task_id = p_task_id)';
  end if;
end
$$;
drop table if exists nightshift.agent_workspaces;
drop table if exists nightshift.agent_choices;
drop function if exists nightshift.keep_agent_choice();
drop table if exists nightshift.agent_wakes;
drop table if exists nightshift.job_turns;
drop table if exists nightshift.jobs;

-- Undoes schedules; their rows are lost, and with them their pg_cron jobs.

do $$
begin
  if to_regclass('public.task_schedules') is not null then
    -- Row by row triggers take the pg_cron jobs along.
    delete from public.task_schedules where true;
  end if;
end
$$;

drop function if exists nightshift.write_cron_job(public.task_schedules, timestamptz);
drop table if exists nightshift.cron_jobs;
drop table if exists public.task_schedules;
drop function if exists nightshift.pause_all();
drop function if exists nightshift.keep_cron_job();
drop function if exists nightshift.check_schedule();

-- Undoes the expressions of pg_cron jobs.

drop function if exists nightshift.pg_cron_expression(text, text, timestamptz);
drop function if exists nightshift.shift_cron_days(text, integer[]);
drop function if exists nightshift.utc_minutes(text, text, timestamptz);
drop function if exists nightshift.write_cron_field(integer[], integer);

-- Undoes cron expressions.

drop function if exists nightshift.check_time_zone(text);
drop function if exists nightshift.next_slot(text, timestamptz, text);
drop function if exists nightshift.latest_slot(text, timestamptz, text);
drop function if exists nightshift.cron_matches(text, timestamptz, text);
drop function if exists nightshift.cron_slots(text, timestamptz, timestamptz, text);
drop function if exists nightshift.zone_slots(text, timestamptz, timestamptz, text);
drop function if exists nightshift.zone_offsets(text, timestamptz, timestamptz);
drop function if exists nightshift.local_slots(text, timestamp, timestamp);
drop function if exists nightshift.trim_expression(text);
drop function if exists nightshift.cron_field_values(text, integer, integer, text[]);

-- Undoes settle.

drop function if exists nightshift.requeue_failed_emails(uuid);
drop function if exists nightshift.settle_emails(uuid, jsonb, timestamptz, jsonb);
drop function if exists nightshift.hold_workspaces(uuid, jsonb);
drop function if exists nightshift.count_results(jsonb);
drop function if exists nightshift.store_without_waiting(uuid, jsonb, timestamptz);
drop function if exists nightshift.store_results_singly(uuid, jsonb, timestamptz);
drop function if exists nightshift.store_results(uuid, jsonb, timestamptz);
drop function if exists nightshift.give_turns_back(uuid[]);
drop function if exists nightshift.backoff(integer, integer, integer);

-- Undoes claim.

drop function if exists nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb);
drop function if exists nightshift.describe_emails(uuid[]);
drop function if exists nightshift.note_batch(uuid, uuid, timestamptz);
drop function if exists nightshift.lease_batch(uuid, uuid, uuid, timestamptz, integer, boolean, timestamptz);
drop function if exists nightshift.admit_workspace(uuid, boolean, jsonb, timestamptz);
drop function if exists nightshift.give_up_exhausted(uuid, timestamptz);
drop function if exists nightshift.check_claim(uuid, integer, integer, integer, integer);
drop function if exists nightshift.postpone_turn(uuid);

-- Undoes spending: what a call cost is not entered any more.

drop function if exists nightshift.judge_budgets(timestamptz);
drop function if exists nightshift.book_lost_emails(timestamptz);
drop function if exists nightshift.book_lost_spending(timestamptz);
drop function if exists nightshift.book_task_spending(uuid, timestamptz);
drop function if exists nightshift.add_task_cost(uuid, numeric);
drop function if exists nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz);
drop function if exists nightshift.give_back(uuid, uuid[]);
drop function if exists nightshift.enter_calls(uuid, jsonb, timestamptz);
drop function if exists nightshift.read_calls(uuid, jsonb);
drop function if exists nightshift.read_count(jsonb);

-- Undoes admission.

drop function if exists nightshift.pass_over(uuid, jsonb[], timestamptz);
drop function if exists nightshift.note_stops(jsonb[], timestamptz);
drop function if exists nightshift.admit_mail(uuid, public.analyzer_choices, jsonb, timestamptz);
drop function if exists nightshift.find_room(uuid, numeric, text[], timestamptz);

-- Undoes budgets; limits and what is set aside are lost, the ledger stays.

drop function if exists public.get_budget_status(uuid);
drop function if exists nightshift.list_budgets(timestamptz, uuid, boolean);
drop function if exists nightshift.wake_workspaces() cascade;
drop table if exists nightshift.spending_notices;
drop table if exists nightshift.budget_reservations;
drop table if exists nightshift.spending_brakes;
drop table if exists public.workspace_budgets;

-- Undoes AI usage; the ledger is lost, the costs in the task log stay.

drop function if exists nightshift.sum_task_costs(uuid[]);
drop function if exists nightshift.find_run_task(uuid, uuid);
drop function if exists nightshift.count_spending(jsonb);
drop table if exists nightshift.spend_days;
drop table if exists public.ai_usage;

-- Undoes analyzer choices; who reads which email is lost, and the prices of the project's own.

drop function if exists nightshift.find_choice(uuid);
drop table if exists public.analyzer_admissions;
drop function if exists public.read_analyzer_setup();
drop table if exists public.model_prices;
drop table if exists public.analyzer_choices;

-- Undoes the end of runs.

drop function if exists nightshift.fail_task(uuid, text, timestamptz);
drop function if exists nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz, boolean);
drop function if exists nightshift.finish_run(uuid, text, timestamptz);
drop function if exists nightshift.end_run_workspaces(uuid, uuid[], text, timestamptz);
drop function if exists nightshift.end_run_row(uuid, text, timestamptz);
drop function if exists nightshift.hand_back_emails(uuid);
drop function if exists nightshift.release_emails(uuid, uuid);

-- Undoes the copies for members.

drop function if exists nightshift.copy_run(uuid);
drop function if exists nightshift.copy_task_rows(uuid, uuid[]);
drop function if exists nightshift.hold_run_workspaces(uuid);

-- Undoes runs.

drop function if exists nightshift.report_run(uuid, timestamptz);
drop function if exists nightshift.beat_run(uuid, uuid, integer, timestamptz);
drop function if exists nightshift.start_run(uuid, text, jsonb, integer, timestamptz);
do $$
begin
  -- The policies of the log call it, so it stays where the log is.
  if to_regprocedure('nightshift.is_runner_row(uuid)') is not null then
    create or replace function nightshift.is_runner_row(p_task_id uuid) returns boolean
    language sql stable security definer cost 1 set search_path = '' as 'select false';
  end if;
end
$$;
drop table if exists nightshift.run_workspaces;
drop table if exists nightshift.run_leases;

-- Undoes the queue. No email is lost: what was not analyzed waits again when the migration runs again.

drop trigger if exists enqueue_emails on public.client_emails;
drop function if exists nightshift.enqueue_emails();
drop function if exists nightshift.queue_earlier_emails(timestamptz, integer, interval);
drop function if exists nightshift.queue_emails_after(uuid, integer);
drop table if exists nightshift.email_adoption;
drop function if exists nightshift.mark_workspaces_due(uuid[], timestamptz);
drop table if exists nightshift.workspace_turns;
drop table if exists nightshift.email_queue;
drop function if exists nightshift.first_place(uuid, uuid[]);

-- Undoes evidence: records are taken as they come.

drop trigger if exists keep_evidence on public.client_emails;
drop function if exists nightshift.keep_evidence();
drop trigger if exists check_evidence on public.email_intelligence;
drop function if exists nightshift.check_evidence();
drop function if exists nightshift.find_evidence_problem(public.email_intelligence, text, text);
drop function if exists nightshift.find_false_places(jsonb, text, text);

-- Undoes email intelligence; what was read is lost, the email stays.

drop table if exists public.email_intelligence;
drop function if exists nightshift.intents();
drop function if exists nightshift.analyzers();

-- Undoes client emails. An adopted public.client_emails stays as it was before, without the columns that
-- were added to it; one of ours goes with its email.

do $$
declare
  v_column text;
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  elsif exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails') then
    drop table if exists public.client_emails;
    delete from nightshift.installed_objects where kind = 'table' and name = 'public.client_emails';
  end if;
  for v_column in
    delete from nightshift.installed_objects
    where kind = 'column' and name like 'public.client\_emails.%'
    returning split_part(name, '.', 3)
  loop
    execute format('alter table if exists public.client_emails drop column if exists %I', v_column);
  end loop;
end
$$;

-- Undoes task quotas: tasks are not counted any more.

do $$
begin
  if to_regclass('public.autonomous_tasks') is not null then
    drop trigger if exists count_changed_tasks on public.autonomous_tasks;
    drop trigger if exists count_new_tasks on public.autonomous_tasks;
  end if;
end
$$;
drop function if exists nightshift.count_tasks();

-- Undoes autonomous tasks; the log is lost. The statements are those of the rollback block of the Migration
-- 043 contract. A table of another shape was never ours and stays.

do $$
begin
  if to_regclass('public.autonomous_tasks') is null or (
    select array_agg(a.attname::text order by a.attname)
    from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('public.autonomous_tasks') and a.attnum > 0 and not a.attisdropped
  ) = array[
    'agent_name', 'completed_at', 'cost_estimate_usd', 'created_at', 'duration_ms', 'error_message', 'executed_at',
    'id', 'input_data', 'output_data', 'status', 'task_type', 'triggered_by', 'updated_at', 'workspace_id'
  ] then
    drop trigger if exists trigger_autonomous_tasks_updated_at on public.autonomous_tasks;
    drop function if exists public.get_autonomous_task_summary;
    drop function if exists public.update_autonomous_tasks_updated_at;
    drop table if exists public.autonomous_tasks cascade;
  end if;
end
$$;

drop function if exists nightshift.keep_task_identity();
drop function if exists nightshift.is_bounded_document(jsonb);
drop function if exists nightshift.is_runner_row(uuid);
drop function if exists nightshift.task_types();
drop function if exists nightshift.task_statuses();
drop function if exists nightshift.task_triggers();
drop function if exists nightshift.words_of(text);
drop function if exists nightshift.time_ordered_uuid();

-- Undoes public URLs.

drop function if exists nightshift.check_alert_address();
drop function if exists nightshift.is_alert_address(text);
drop function if exists nightshift.is_public_url(text);
drop function if exists nightshift.is_private_ip(inet);

-- Undoes invitations: open ones are lost, members stay.

drop function if exists public.end_invitation(uuid);
drop function if exists public.accept_invitation(uuid);
drop function if exists public.list_invitations(uuid);
drop function if exists public.invite_member(uuid, text, text);
drop function if exists nightshift.can_manage(uuid, text);
drop function if exists nightshift.my_confirmed_email();
drop table if exists nightshift.invitations;

-- Undoes quotas: nothing is counted any more.

drop function if exists nightshift.count_intake(uuid, text, bigint, bigint);
drop function if exists nightshift.require_room(text, uuid, bigint, text);
drop function if exists nightshift.find_quota(text, uuid);
drop table if exists nightshift.intake_days;
drop table if exists nightshift.quotas;

-- Undoes workspace days: which zone counted when is lost.

do $$
begin
  if to_regclass('public.workspace_settings') is not null then
    drop trigger if exists keep_zone on public.workspace_settings;
  end if;
end
$$;
drop function if exists nightshift.keep_zone();
drop function if exists nightshift.change_zone(uuid, text, timestamptz);
drop function if exists nightshift.count_by_zone(uuid[]);
drop function if exists nightshift.day_of(uuid, timestamptz);
drop function if exists nightshift.day_start(uuid, date);
drop function if exists nightshift.local_day(timestamptz, text);
drop function if exists nightshift.only_zone(uuid);
drop function if exists nightshift.zone_of_day(uuid, date);
drop function if exists nightshift.midnight(date, text);
drop function if exists nightshift.is_range(timestamptz, timestamptz, interval);
drop table if exists nightshift.workspace_zones;

-- Undoes workspace settings: every workspace has the defaults again, and asks for no type.

drop function if exists public.set_workspace_settings(uuid, jsonb);
drop function if exists nightshift.has_type(uuid, text);
drop function if exists nightshift.list_workspaces_with(text);
drop table if exists public.workspace_settings cascade;
drop function if exists nightshift.check_settings();
drop function if exists nightshift.are_domains(text[]);
drop function if exists nightshift.workspace_types();

-- Undoes workspace access: nobody but the service role reaches members any more.

drop function if exists public.create_workspace(text);

do $$
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspace_members') then
    drop trigger if exists keep_an_owner on public.workspace_members;
    drop policy if exists "service role manages members" on public.workspace_members;
    drop policy if exists "managers remove members, only owners owners, anyone leaves" on public.workspace_members;
    drop policy if exists "managers change roles, only owners those of owners" on public.workspace_members;
    drop policy if exists "managers add members, only owners add owners" on public.workspace_members;
    drop policy if exists "members see who belongs to their workspaces" on public.workspace_members;
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspaces') then
    drop policy if exists "service role manages workspaces" on public.workspaces;
    drop policy if exists "owners delete their workspaces" on public.workspaces;
    drop policy if exists "managers rename their workspaces" on public.workspaces;
    drop policy if exists "members see their workspaces" on public.workspaces;
  end if;
end
$$;

drop function if exists nightshift.keep_an_owner();

-- Undoes workspaces: members and workspaces are lost, unless their tables were there before.

drop function if exists nightshift.my_managed_workspaces(boolean);
drop function if exists nightshift.my_writable_workspaces();
drop function if exists nightshift.my_workspaces();

do $$
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspace_members') then
    drop table if exists public.workspace_members;
  end if;
  if exists (select from nightshift.installed_objects where kind = 'table' and name = 'public.workspaces') then
    drop table if exists public.workspaces;
  end if;
  delete from nightshift.installed_objects
  where kind = 'table' and name in ('public.workspaces', 'public.workspace_members');
end
$$;

-- Undoes the first migration: extensions that it created go, then the schema of the machinery.

do $$
declare
  v_extension text;
begin
  if to_regclass('nightshift.installed_objects') is null then
    return;
  end if;
  for v_extension in select name from nightshift.installed_objects where kind = 'extension' loop
    execute format('drop extension if exists %I', v_extension);
  end loop;
end
$$;

drop function if exists nightshift.require_service();
drop function if exists nightshift.create_extensions();
drop function if exists nightshift.list_missing_extensions();
drop function if exists nightshift.list_public_names();
drop function if exists nightshift.refuse_taken_names(text[]);
drop function if exists nightshift.find_taken_names(text[]);
drop function if exists nightshift.list_log_names();
drop function if exists nightshift.lock_briefly(text, text, interval);
drop table if exists nightshift.deployed_functions;
drop table if exists nightshift.installed_objects;
drop schema if exists nightshift;

do $$
begin
  if to_regclass('supabase_migrations.schema_migrations') is not null then
    delete from supabase_migrations.schema_migrations m
        where m.name in ('nightshift', 'nightshift_extensions', 'nightshift_workspaces', 'nightshift_workspace_access', 'nightshift_workspace_settings', 'nightshift_workspace_days', 'nightshift_quotas', 'nightshift_invitations', 'nightshift_public_urls', 'nightshift_autonomous_tasks', 'nightshift_task_quotas', 'nightshift_client_emails', 'nightshift_email_intelligence', 'nightshift_evidence', 'nightshift_email_queue', 'nightshift_runs', 'nightshift_task_row_copies', 'nightshift_finish_run', 'nightshift_analyzer_choices', 'nightshift_ai_usage', 'nightshift_budgets', 'nightshift_admission', 'nightshift_spending', 'nightshift_claim', 'nightshift_settle', 'nightshift_cron_expressions', 'nightshift_pg_cron_expressions', 'nightshift_schedules', 'nightshift_jobs', 'nightshift_dispatches', 'nightshift_signing', 'nightshift_dispatch', 'nightshift_further_runs', 'nightshift_enqueue_jobs', 'nightshift_claim_jobs', 'nightshift_settle_jobs', 'nightshift_job_runs', 'nightshift_job_requests', 'nightshift_database_runs', 'nightshift_work', 'nightshift_alerts', 'nightshift_reconcile_answers', 'nightshift_reconcile_runs', 'nightshift_reconcile_jobs', 'nightshift_reconcile_slots', 'nightshift_problems', 'nightshift_raise_alerts', 'nightshift_alert_formats', 'nightshift_send_alerts', 'nightshift_reconcile', 'nightshift_timeline', 'nightshift_versions', 'nightshift_health', 'nightshift_health_checks', 'nightshift_health_looks', 'nightshift_system_health', 'nightshift_task_steps', 'nightshift_task_lines', 'nightshift_job_spending', 'nightshift_ingest_tokens', 'nightshift_rate_limits', 'nightshift_idempotency', 'nightshift_task_tokens', 'nightshift_task_log', 'nightshift_pings', 'nightshift_job_watches', 'nightshift_watch_reports', 'nightshift_judge_watches', 'nightshift_task_alerts', 'nightshift_task_reports', 'nightshift_watch_reads', 'nightshift_jobs_for_people', 'nightshift_job_reads', 'nightshift_job_changes', 'nightshift_mailboxes', 'nightshift_connect_mailbox', 'nightshift_change_mailboxes', 'nightshift_email_answers', 'nightshift_claim_mailboxes', 'nightshift_store_mailbox_emails', 'nightshift_mailbox_runs', 'nightshift_functions_api', 'nightshift_contacts', 'nightshift_contact_words', 'nightshift_contact_lists', 'nightshift_enrich', 'nightshift_contact_enrichment', 'nightshift_contact_facts_api', 'nightshift_scoring_models', 'nightshift_lead_scores', 'nightshift_lead_scoring_batch', 'nightshift_score_calibration', 'nightshift_daily_metrics', 'nightshift_day_marks', 'nightshift_measure_days', 'nightshift_due_days', 'nightshift_count_days', 'nightshift_workspace_reports', 'nightshift_report_numbers', 'nightshift_render_reports', 'nightshift_write_reports', 'nightshift_nights', 'nightshift_report_deliveries', 'nightshift_send_reports', 'nightshift_task_hours', 'nightshift_fold_task_hours', 'nightshift_model_days', 'nightshift_task_sums', 'nightshift_task_list', 'nightshift_task_story', 'nightshift_spending_reads', 'nightshift_dashboard_acts', 'nightshift_retention_rules', 'nightshift_erase_person', 'nightshift_data_cleanup', 'nightshift_why', 'nightshift_mailbox_health', 'nightshift_answer_queue', 'nightshift_answers_for_people', 'nightshift_slot_reads', 'nightshift_pulse_marks', 'nightshift_pulse', 'nightshift_operators', 'nightshift_schedule_and_member_reads', 'nightshift_operator_acts', 'nightshift_built_in_schedules', 'nightshift_release', 'nightshift_rights')
          or (m.version, m.name) in (('20261122000100', 'extensions'), ('20261122000200', 'workspaces'), ('20261122000300', 'workspace_access'), ('20261122000305', 'workspace_settings'), ('20261122000306', 'workspace_days'), ('20261122000310', 'quotas'), ('20261122000320', 'invitations'), ('20261122000330', 'public_urls'), ('20261122000400', 'autonomous_tasks'), ('20261122000410', 'task_quotas'), ('20261122000500', 'client_emails'), ('20261122000510', 'email_intelligence'), ('20261122000520', 'evidence'), ('20261122000600', 'email_queue'), ('20261122000700', 'runs'), ('20261122000705', 'task_row_copies'), ('20261122000710', 'finish_run'), ('20261122000750', 'analyzer_choices'), ('20261122000760', 'ai_usage'), ('20261122000770', 'budgets'), ('20261122000780', 'admission'), ('20261122000790', 'spending'), ('20261122000800', 'claim'), ('20261122000810', 'settle'), ('20261122000900', 'cron_expressions'), ('20261122000910', 'pg_cron_expressions'), ('20261122001000', 'schedules'), ('20261122001050', 'jobs'), ('20261122001100', 'dispatches'), ('20261122001150', 'signing'), ('20261122001200', 'dispatch'), ('20261122001210', 'further_runs'), ('20261122001220', 'enqueue_jobs'), ('20261122001230', 'claim_jobs'), ('20261122001240', 'settle_jobs'), ('20261122001250', 'job_runs'), ('20261122001260', 'job_requests'), ('20261122001270', 'database_runs'), ('20261122001272', 'work'), ('20261122001300', 'alerts'), ('20261122001400', 'reconcile_answers'), ('20261122001410', 'reconcile_runs'), ('20261122001420', 'reconcile_jobs'), ('20261122001500', 'reconcile_slots'), ('20261122001510', 'problems'), ('20261122001520', 'raise_alerts'), ('20261122001525', 'alert_formats'), ('20261122001530', 'send_alerts'), ('20261122001540', 'reconcile'), ('20261122001600', 'timeline'), ('20261122001605', 'versions'), ('20261122001610', 'health'), ('20261122001620', 'health_checks'), ('20261122001622', 'health_looks'), ('20261122001624', 'system_health'), ('20261122001660', 'task_steps'), ('20261122001670', 'task_lines'), ('20261122001680', 'job_spending'), ('20261122001700', 'ingest_tokens'), ('20261122001710', 'rate_limits'), ('20261122001715', 'idempotency'), ('20261122001718', 'task_tokens'), ('20261122001720', 'task_log'), ('20261122001725', 'pings'), ('20261122001726', 'job_watches'), ('20261122001727', 'watch_reports'), ('20261122001728', 'judge_watches'), ('20261122001729', 'task_alerts'), ('20261122001730', 'task_reports'), ('20261122001731', 'watch_reads'), ('20261122001740', 'jobs_for_people'), ('20261122001742', 'job_reads'), ('20261122001744', 'job_changes'), ('20261122001780', 'mailboxes'), ('20261122001782', 'connect_mailbox'), ('20261122001784', 'change_mailboxes'), ('20261122001786', 'email_answers'), ('20261122001790', 'claim_mailboxes'), ('20261122001792', 'store_mailbox_emails'), ('20261122001794', 'mailbox_runs'), ('20261122001800', 'functions_api'), ('20261122001810', 'contacts'), ('20261122001812', 'contact_words'), ('20261122001814', 'contact_lists'), ('20261122001816', 'enrich'), ('20261122001817', 'contact_enrichment'), ('20261122001818', 'contact_facts_api'), ('20261122001820', 'scoring_models'), ('20261122001822', 'lead_scores'), ('20261122001824', 'lead_scoring_batch'), ('20261122001826', 'score_calibration'), ('20261122001830', 'daily_metrics'), ('20261122001832', 'day_marks'), ('20261122001833', 'measure_days'), ('20261122001834', 'due_days'), ('20261122001836', 'count_days'), ('20261122001840', 'workspace_reports'), ('20261122001842', 'report_numbers'), ('20261122001844', 'render_reports'), ('20261122001846', 'write_reports'), ('20261122001848', 'nights'), ('20261122001850', 'report_deliveries'), ('20261122001852', 'send_reports'), ('20261122001860', 'task_hours'), ('20261122001861', 'fold_task_hours'), ('20261122001862', 'model_days'), ('20261122001863', 'task_sums'), ('20261122001864', 'task_list'), ('20261122001865', 'task_story'), ('20261122001866', 'spending_reads'), ('20261122001867', 'dashboard_acts'), ('20261122001870', 'retention_rules'), ('20261122001872', 'erase_person'), ('20261122001874', 'data_cleanup'), ('20261122001880', 'why'), ('20261122001888', 'mailbox_health'), ('20261122001890', 'answer_queue'), ('20261122001892', 'answers_for_people'), ('20261122001894', 'slot_reads'), ('20261122001895', 'pulse_marks'), ('20261122001896', 'pulse'), ('20261122001897', 'operators'), ('20261122001898', 'schedule_and_member_reads'), ('20261122001899', 'operator_acts'), ('20261122001900', 'built_in_schedules'), ('20261122001990', 'release'), ('20261122002000', 'rights'));
  end if;
end
$$;

select 'Nightshift was removed.' as "Result";
