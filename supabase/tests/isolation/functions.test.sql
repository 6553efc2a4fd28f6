-- Test: who may execute which function, as written down and as really called.
--
-- A function of public or nightshift that is not written down here fails.
begin;
\ir ../_helpers/acting.psql

create temp table expectations (
  signature text primary key,
  -- with_owners_rights: security definer. trigger: called by its trigger only.
  kind text not null check (kind in ('with_callers_rights', 'with_owners_rights', 'trigger')),
  callers text[] not null
);
insert into expectations values
  ('public.create_workspace(text)', 'with_owners_rights', '{authenticated}'),
  ('public.get_autonomous_task_summary(uuid, text, integer)', 'with_callers_rights', '{authenticated, service_role}'),
  ('public.update_autonomous_tasks_updated_at()', 'trigger', '{}'),
  ('public.ingest_email(uuid, jsonb, boolean)', 'with_owners_rights', '{service_role}'),
  ('public.start_run(uuid, jsonb, integer)', 'with_owners_rights', '{service_role}'),
  ('public.beat_run(uuid, uuid, integer)', 'with_owners_rights', '{service_role}'),
  ('public.claim_emails(uuid, uuid, integer, integer, integer, integer, jsonb)', 'with_owners_rights', '{service_role}'),
  ('public.settle_emails(uuid, jsonb, jsonb)', 'with_owners_rights', '{service_role}'),
  ('public.read_analyzer_setup()', 'with_owners_rights', '{service_role}'),
  ('public.get_budget_status(uuid)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.finish_run(uuid, uuid, text)', 'with_owners_rights', '{service_role}'),
  ('public.finish_task(uuid, uuid, jsonb, text, numeric)', 'with_owners_rights', '{service_role}'),
  ('public.enqueue_jobs(text, jsonb)', 'with_owners_rights', '{service_role}'),
  ('public.start_agent_run(uuid, integer, integer, text)', 'with_owners_rights', '{service_role}'),
  ('public.save_step(uuid, uuid, uuid, jsonb)', 'with_owners_rights', '{service_role}'),
  ('public.log_lines(uuid, uuid, jsonb)', 'with_owners_rights', '{service_role}'),
  ('public.get_task_lines(uuid)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.settle_jobs(uuid, uuid, jsonb, integer, integer)', 'with_owners_rights', '{service_role}'),
  ('public.finish_agent_run(uuid, uuid, text)', 'with_owners_rights', '{service_role}'),
  ('public.beat_agent_run(uuid, uuid, integer)', 'with_owners_rights', '{service_role}'),
  ('public.runner_status(text)', 'with_owners_rights', '{service_role}'),
  ('public.health(text)', 'with_owners_rights', '{service_role}'),
  ('public.create_ingest_token(uuid, text, text[], text[], integer, timestamptz)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.list_ingest_tokens(uuid)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.revoke_ingest_token(uuid)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.admit_task_token(uuid, text)', 'with_owners_rights', '{service_role}'),
  ('public.admit_caller(text, text, uuid[])', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.admit_request(jsonb, text, text, text)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.remember_answer(jsonb, jsonb, text, text)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.store_task(jsonb, jsonb, boolean)', 'with_callers_rights', '{authenticated, service_role}'),
  ('public.advance_task(public.autonomous_tasks, jsonb)', 'with_callers_rights', '{authenticated, service_role}'),
  ('public.invite_member(uuid, text, text)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.list_invitations(uuid)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.accept_invitation(uuid)', 'with_owners_rights', '{authenticated}'),
  ('public.end_invitation(uuid)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.log_tasks(jsonb, text, text, text, text)', 'with_callers_rights', '{authenticated, service_role}'),
  ('public.change_task(uuid, text, jsonb, text)', 'with_callers_rights', '{authenticated, service_role}'),
  ('public.retry_task(uuid, text)', 'with_owners_rights', '{authenticated, service_role}'),
  ('public.ping_task(text, text, jsonb)', 'with_owners_rights', '{service_role}'),
  ('public.find_tasks(jsonb, text)', 'with_callers_rights', '{authenticated, service_role}'),
  ('public.get_task(uuid, text)', 'with_callers_rights', '{authenticated, service_role}'),
  ('public.summarize_tasks(uuid, text, integer, text, text)', 'with_callers_rights', '{authenticated, service_role}'),
  ('public.report_costs(uuid, integer, text, text)', 'with_callers_rights', '{authenticated, service_role}'),
  ('public.find_runs(uuid)', 'with_owners_rights', '{service_role}'),
  ('public.list_timeline(jsonb, text)', 'with_callers_rights', '{authenticated, service_role}'),
  ('nightshift.require_service()', 'with_callers_rights', '{}'),
  ('nightshift.my_confirmed_email()', 'with_owners_rights', '{}'),
  ('nightshift.can_manage(uuid, text)', 'with_callers_rights', '{}'),
  ('nightshift.find_quota(text, uuid)', 'with_callers_rights', '{}'),
  ('nightshift.require_room(text, uuid, bigint, text)', 'with_callers_rights', '{}'),
  ('nightshift.count_intake(uuid, text, bigint, bigint)', 'with_callers_rights', '{}'),
  ('nightshift.count_tasks()', 'trigger', '{}'),
  ('nightshift.is_live_token(nightshift.ingest_tokens, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.has_ended(nightshift.ingest_tokens, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.secret_uuid(text)', 'with_callers_rights', '{}'),
  ('nightshift.read_task(jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.prepare_task(jsonb, jsonb, uuid)', 'with_callers_rights', '{}'),
  ('nightshift.find_answer(text, text, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.store_retry(public.autonomous_tasks, boolean)', 'with_callers_rights', '{}'),
  ('nightshift.content_hash(public.client_emails, boolean)', 'with_callers_rights', '{}'),
  ('nightshift.is_same_email(public.client_emails, public.client_emails)', 'with_callers_rights', '{}'),
  ('nightshift.read_email(uuid, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.store_email(public.client_emails)', 'with_callers_rights', '{}'),
  ('nightshift.find_choice(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.read_count(jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.read_calls(uuid, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.enter_calls(uuid, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.give_back(uuid, uuid[])', 'with_callers_rights', '{}'),
  ('public.reserve_task_spending(uuid, uuid, uuid, text, text, numeric)', 'with_owners_rights', '{service_role}'),
  ('public.settle_task_spending(uuid, uuid, uuid, numeric)', 'with_owners_rights', '{service_role}'),
  ('nightshift.check_spending(text, text, numeric)', 'with_callers_rights', '{}'),
  ('nightshift.find_spender(uuid, uuid, uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.reserve_task_spending(uuid, uuid, uuid, text, text, numeric, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.enter_task_spending(nightshift.budget_reservations, numeric, boolean, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.settle_task_spending(uuid, uuid, uuid, numeric, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.find_room(uuid, numeric, text[], timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.note_stops(jsonb[], timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.book_lost_emails(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.book_lost_spending(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.book_task_spending(uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.add_task_cost(uuid, numeric)', 'with_callers_rights', '{}'),
  ('nightshift.is_private_ip(inet)', 'with_callers_rights', '{}'),
  ('nightshift.is_alert_address(text)', 'with_callers_rights', '{}'),
  ('nightshift.check_alert_address()', 'trigger', '{}'),
  ('nightshift.is_public_url(text)', 'with_callers_rights', '{}'),
  ('nightshift.manages_workspace(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.take_request(text, integer, timestamptz)', 'with_callers_rights', '{}'),

  -- Policies and column defaults call these in the name of the caller.
  ('nightshift.my_workspaces()', 'with_owners_rights', '{authenticated}'),
  ('nightshift.my_writable_workspaces()', 'with_owners_rights', '{authenticated}'),
  ('nightshift.my_managed_workspaces(boolean)', 'with_owners_rights', '{authenticated}'),
  ('nightshift.is_runner_row(uuid)', 'with_owners_rights', '{authenticated}'),
  ('nightshift.is_bounded_document(jsonb)', 'with_callers_rights', '{authenticated, service_role}'),
  ('nightshift.intents()', 'with_callers_rights', '{service_role}'),
  ('nightshift.analyzers()', 'with_callers_rights', '{service_role}'),
  ('nightshift.words_of(text)', 'with_callers_rights', '{}'),
  ('nightshift.task_types()', 'with_owners_rights', '{authenticated, service_role}'),
  ('nightshift.task_statuses()', 'with_callers_rights', '{}'),
  ('nightshift.task_triggers()', 'with_callers_rights', '{}'),
  ('nightshift.time_ordered_uuid()', 'with_callers_rights', '{authenticated, service_role}'),

  ('nightshift.end_jobs_of_agent()', 'trigger', '{}'),
  ('nightshift.next_continuation(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.find_agent(text)', 'with_callers_rights', '{}'),
  ('nightshift.read_time(text)', 'with_callers_rights', '{}'),
  ('nightshift.read_jobs(jsonb, uuid)', 'with_callers_rights', '{}'),
  ('nightshift.mark_lanes(uuid, uuid[], timestamptz[])', 'with_callers_rights', '{}'),
  ('nightshift.lock_agent(uuid, text, boolean)', 'with_callers_rights', '{}'),
  ('nightshift.has_open_wake(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.note_wake(uuid, uuid, integer, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.wake_agent(public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.forget_old_keys(uuid, jsonb, uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.store_jobs(public.task_schedules, jsonb, uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.name_existing_jobs(uuid, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.enqueue_jobs(text, jsonb, uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.ready_due_jobs(uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.next_lanes(public.task_schedules, integer)', 'with_callers_rights', '{}'),
  ('nightshift.rest_lanes(uuid, uuid[])', 'with_callers_rights', '{}'),
  ('nightshift.count_room(public.task_schedules, integer)', 'with_callers_rights', '{}'),
  ('nightshift.has_claimable_jobs(public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.claim_jobs(uuid, public.task_schedules, integer, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.explain_attempt(integer, integer, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.store_job_results(uuid, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.store_job_results_singly(uuid, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.hold_workspaces_of_jobs(uuid, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.save_job_results(uuid, uuid, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.hold_run(uuid, uuid, integer, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.check_job_limits(integer, integer)', 'with_callers_rights', '{}'),
  ('nightshift.take_on_run(uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.take_own_job(uuid, public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.start_agent_run(uuid, integer, integer, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.list_cancelled_jobs(uuid, uuid)', 'with_callers_rights', '{}'),
  ('nightshift.settle_jobs(uuid, uuid, jsonb, integer, integer, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.give_back_jobs(uuid, uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.end_agent_run(nightshift.run_leases, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.continue_agent_run(uuid, public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.finish_agent_run(uuid, uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.beat_agent_run(uuid, uuid, integer, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.enqueue_for_workspaces(public.task_schedules, timestamptz, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.cancel_job(uuid, uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.repeat_jobs(uuid[], text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.retry_job(uuid, uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.requeue_jobs(text, uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_agent_run(nightshift.run_leases, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.give_back_orphans(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.find_step_problem(uuid, text, integer, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.store_lines(jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.cut_lines(uuid[])', 'with_callers_rights', '{}'),
  ('nightshift.prune_lines(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.prune_jobs(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.wake_agents(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.find_steps(uuid[])', 'with_callers_rights', '{}'),
  ('nightshift.pick_jobs(uuid, uuid, uuid[], integer[], integer)', 'with_callers_rights', '{}'),
  ('nightshift.take_jobs(uuid, public.task_schedules, uuid[], timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.give_turns_back(uuid[])', 'with_callers_rights', '{}'),
  ('nightshift.list_public_names()', 'with_callers_rights', '{}'),
  ('nightshift.lock_briefly(text, text, interval)', 'with_callers_rights', '{}'),
  ('nightshift.list_missing_extensions()', 'with_callers_rights', '{}'),
  ('nightshift.create_extensions()', 'with_callers_rights', '{}'),
  ('nightshift.list_missing_jobs()', 'with_callers_rights', '{}'),
  ('nightshift.restore_jobs()', 'with_callers_rights', '{}'),
  ('nightshift.list_rights()', 'with_callers_rights', '{}'),
  ('nightshift.record_rights()', 'with_callers_rights', '{}'),
  ('nightshift.expected_rights()', 'with_callers_rights', '{}'),
  ('nightshift.compare_rights()', 'with_callers_rights', '{}'),
  ('nightshift.restore_rights()', 'with_callers_rights', '{}'),
  ('nightshift.require_rights()', 'with_callers_rights', '{}'),
  ('nightshift.check_rights(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.keep_an_owner()', 'trigger', '{}'),
  ('nightshift.keep_task_identity()', 'trigger', '{}'),
  ('nightshift.enqueue_emails()', 'trigger', '{}'),
  ('nightshift.check_evidence()', 'trigger', '{}'),
  ('nightshift.keep_evidence()', 'trigger', '{}'),
  ('nightshift.wake_workspaces()', 'trigger', '{}'),
  ('nightshift.check_schedule()', 'trigger', '{}'),
  ('nightshift.keep_cron_job()', 'trigger', '{}'),
  ('nightshift.first_place(uuid, uuid[])', 'with_callers_rights', '{}'),
  ('nightshift.mark_workspaces_due(uuid[], timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.queue_earlier_emails(timestamptz, integer, interval)', 'with_callers_rights', '{}'),
  ('nightshift.queue_emails_after(uuid, integer)', 'with_callers_rights', '{}'),
  ('nightshift.start_run(uuid, text, jsonb, integer, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.beat_run(uuid, uuid, integer, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.finish_task(uuid, jsonb, text, numeric, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.fail_task(uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.report_run(uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.finish_run(uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.claim_emails(uuid, integer, integer, integer, integer, timestamptz, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.postpone_turn(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.requeue_failed_emails(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.settle_emails(uuid, jsonb, timestamptz, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.store_results(uuid, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.store_results_singly(uuid, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.find_false_places(jsonb, text, text)', 'with_callers_rights', '{}'),
  ('nightshift.find_evidence_problem(public.email_intelligence, text, text)', 'with_callers_rights', '{}'),
  ('nightshift.count_spending(jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.sum_task_costs(uuid[])', 'with_callers_rights', '{}'),
  ('nightshift.list_budgets(timestamptz, uuid, boolean)', 'with_callers_rights', '{}'),
  ('nightshift.find_run_task(uuid, uuid)', 'with_callers_rights', '{}'),
  ('nightshift.admit_mail(uuid, public.analyzer_choices, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.pass_over(uuid, jsonb[], timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.settle_spending(uuid, uuid[], jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_budgets(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.cron_field_values(text, integer, integer, text[])', 'with_callers_rights', '{}'),
  ('nightshift.local_slots(text, timestamp, timestamp)', 'with_callers_rights', '{}'),
  ('nightshift.zone_offsets(text, timestamptz, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.zone_slots(text, timestamptz, timestamptz, text)', 'with_callers_rights', '{}'),
  ('nightshift.cron_slots(text, timestamptz, timestamptz, text)', 'with_callers_rights', '{}'),
  ('nightshift.cron_matches(text, timestamptz, text)', 'with_callers_rights', '{}'),
  ('nightshift.latest_slot(text, timestamptz, text)', 'with_callers_rights', '{}'),
  ('nightshift.next_slot(text, timestamptz, text)', 'with_callers_rights', '{}'),
  ('nightshift.check_time_zone(text)', 'with_callers_rights', '{}'),
  ('nightshift.write_cron_field(integer[], integer)', 'with_callers_rights', '{}'),
  ('nightshift.utc_minutes(text, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.shift_cron_days(text, integer[])', 'with_callers_rights', '{}'),
  ('nightshift.pg_cron_expression(text, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.write_cron_job(public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.send_dispatch(uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.dispatch(text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.pause_all()', 'with_callers_rights', '{}'),
  ('nightshift.forget_task()', 'trigger', '{}'),
  ('nightshift.read_secret(text)', 'with_callers_rights', '{}'),
  ('nightshift.open_dispatch(uuid, timestamptz, text, jsonb, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.open_parallel_dispatches(public.task_schedules, timestamptz, uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.run_now(text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.continue_run(uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.backoff(integer, integer, integer)', 'with_callers_rights', '{}'),
  ('nightshift.raise_alert(text, text, text, text, jsonb, timestamptz, timestamptz, text, uuid, integer)', 'with_callers_rights', '{}'),
  ('nightshift.note_alert_event(text, text, text, text, uuid, text, jsonb, integer, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.is_silent(nightshift.alert_rules, text, text, text, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.first_success(text, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.list_recoveries(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.count_in_a_row(text, text, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.raise_event(nightshift.alert_events, boolean, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.list_untold_events(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.escape_for_discord(text)', 'with_callers_rights', '{}'),
  ('nightshift.escape_for_html(text)', 'with_callers_rights', '{}'),
  ('nightshift.task_link(jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.alert_title(nightshift.alerts)', 'with_callers_rights', '{}'),
  ('nightshift.alert_email(nightshift.alerts, nightshift.alert_rules)', 'with_callers_rights', '{}'),
  ('nightshift.was_redirected(integer, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.find_channel(nightshift.alert_rules, text)', 'with_callers_rights', '{}'),
  ('public.open_alert_email(uuid)', 'with_owners_rights', '{service_role}'),
  ('nightshift.take_ping_run(uuid, text, uuid)', 'with_callers_rights', '{}'),
  ('nightshift.start_ping_run(nightshift.ping_runs, uuid)', 'with_callers_rights', '{}'),
  ('nightshift.check_watch()', 'trigger', '{}'),
  ('nightshift.first_expected(public.job_watches, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.keep_watch_state()', 'trigger', '{}'),
  ('nightshift.note_watched_tasks()', 'trigger', '{}'),
  ('nightshift.close_silent_task(uuid, uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('public.note_late_end(uuid, text, text)', 'with_owners_rights', '{authenticated, service_role}'),
  ('nightshift.watch_name(public.job_watches)', 'with_callers_rights', '{}'),
  ('nightshift.utc_minute(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.in_words(interval)', 'with_callers_rights', '{}'),
  ('nightshift.note_trouble(nightshift.watch_states, public.job_watches, text, text, uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.note_success(nightshift.watch_states, public.job_watches, uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.note_arrival(nightshift.watch_states, public.job_watches, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.take_report(nightshift.watch_states, public.job_watches, nightshift.watch_reports)', 'with_callers_rights', '{}'),
  ('nightshift.judge_deadlines(nightshift.watch_states, public.job_watches, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.next_look(nightshift.watch_states, public.job_watches, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.close_waiting(nightshift.watch_states, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_watch(uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_watches(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.raise_alerts(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.send_alerts(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.copy_cron_facts(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_dispatches(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_runs(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.retry_dispatches(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_slots(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.prune(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.reconcile(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.health(text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.copy_task_rows(uuid, uuid[])', 'with_callers_rights', '{}'),
  ('nightshift.hold_run_workspaces(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.end_run_workspaces(uuid, uuid[], text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.copy_run(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.release_emails(uuid, uuid)', 'with_callers_rights', '{}'),
  ('nightshift.hand_back_emails(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.end_run_row(uuid, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.check_claim(uuid, integer, integer, integer, integer)', 'with_callers_rights', '{}'),
  ('nightshift.give_up_exhausted(uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.admit_workspace(uuid, boolean, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.lease_batch(uuid, uuid, uuid, timestamptz, integer, boolean, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.note_batch(uuid, uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.describe_emails(uuid[])', 'with_callers_rights', '{}'),
  ('nightshift.store_without_waiting(uuid, jsonb, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.count_results(jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.hold_workspaces(uuid, jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.trim_expression(text)', 'with_callers_rights', '{}'),
  ('nightshift.hmac_sha256(text, text)', 'with_callers_rights', '{}'),
  ('nightshift.hmac_with_key(text, bytea)', 'with_callers_rights', '{}'),
  ('nightshift.derive_key(text, text, text)', 'with_callers_rights', '{}'),
  ('nightshift.target_key(text, text)', 'with_callers_rights', '{}'),
  ('nightshift.signing_secret(text)', 'with_callers_rights', '{}'),
  ('nightshift.task_token(uuid, text)', 'with_callers_rights', '{}'),
  ('nightshift.signed_headers(text, text, bytea, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.post_dispatch(uuid, uuid, public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.set_aside_early(uuid, timestamptz, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.unfinished_task(public.task_schedules, timestamptz, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.describe_overlap(public.task_schedules, timestamptz, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.note_problem(text, text, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.plain_line(text, integer)', 'with_callers_rights', '{}'),
  ('nightshift.list_answers(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_response(integer, jsonb, boolean, text)', 'with_callers_rights', '{}'),
  ('nightshift.list_open_requests(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_dispatch(uuid, boolean, integer, jsonb, boolean, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.open_system_tasks(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_run(uuid, timestamptz, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.plan_retry(uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.send_retry(uuid, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.copy_waiting_rows(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.find_job(public.task_schedules)', 'with_callers_rights', '{}'),
  ('nightshift.job_state(public.task_schedules)', 'with_callers_rights', '{}'),
  ('nightshift.adopt_job(public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.renew_cron_job(public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_jobs(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.undispatched_slots(public.task_schedules, timestamptz, timestamptz, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.cron_time_zone()', 'with_callers_rights', '{}'),
  ('nightshift.list_cron_runs(public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.list_missed_slots(public.task_schedules, timestamptz, timestamptz, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.why_not_made_up_for(public.task_schedules, timestamptz, boolean, boolean, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.make_up_for_slot(uuid, timestamptz, text, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.judge_schedule_slots(public.task_schedules, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.skipped_in_a_row(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.find_vault_problem()', 'with_callers_rights', '{}'),
  ('nightshift.find_cron_problems(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.list_problems(timestamptz, uuid)', 'with_callers_rights', '{}'),
  ('nightshift.list_alert_events(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.escape_for_slack(text)', 'with_callers_rights', '{}'),
  ('nightshift.alert_body(nightshift.alerts, text)', 'with_callers_rights', '{}'),
  ('nightshift.read_alert_answers(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.was_redirected(integer,jsonb)', 'with_callers_rights', '{}'),
  ('nightshift.send_alert(nightshift.alerts, text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.prune_cron_runs(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.prune_rows(regclass, name, name, timestamptz, integer)', 'with_callers_rights', '{}'),
  ('nightshift.mend_clock(timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.run_step(text, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.slots_back(text, timestamptz, integer, text)', 'with_callers_rights', '{}'),
  ('nightshift.find_stuck_reason(public.task_schedules, timestamptz, timestamptz)', 'with_callers_rights', '{}'),
  ('nightshift.latest_ends(uuid)', 'with_callers_rights', '{}'),
  ('nightshift.runner_status(text, timestamptz)', 'with_callers_rights', '{}');

create temp view functions as
select p.oid, p.oid::regprocedure::text as signature, n.nspname as schema, p.prosecdef, p.proconfig, p.prorettype,
  format('select %I.%I(%s)', n.nspname, p.proname, (
    select string_agg('null::' || format_type(a.type, null), ', ' order by a.position)
    from unnest(p.proargtypes) with ordinality as a (type, position)
  )) as call
from pg_catalog.pg_proc p
join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('public', 'nightshift')
  and not exists (
    select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
  );

create temp view cells as
select f.signature, f.oid, f.schema, f.call, c.persona, c.role_name, c.role_name = any (e.callers) as allowed
from expectations e
join functions f on f.oid = to_regprocedure(e.signature)
cross join (values
  ('anon', 'anon'), ('owner', 'authenticated'), ('service_role', 'service_role')
) as c (persona, role_name);

select plan((select 2 * count(*) + 8 from cells)::integer);

-- The list and the catalog agree

select is_empty(
  'select f.signature from functions f where f.oid not in (select to_regprocedure(e.signature) from expectations e)',
  'every function of public and nightshift has a written expectation');
select is_empty(
  'select e.signature from expectations e where to_regprocedure(e.signature) is null',
  'every expectation speaks of a function that exists');
select is_empty($$
  select f.signature
  from expectations e
  join functions f on f.oid = to_regprocedure(e.signature)
  where e.kind <> 'trigger' and f.prosecdef <> (e.kind = 'with_owners_rights')
  $$, 'the functions that run with their owner''s rights are those written down');
select is_empty($$
  select f.signature
  from expectations e
  join functions f on f.oid = to_regprocedure(e.signature)
  where (f.prorettype = 'trigger'::regtype) <> (e.kind = 'trigger')
  $$, 'the trigger functions are those written down');
select is_empty(
  $$ select f.signature from functions f where f.proconfig is null or not f.proconfig @> '{"search_path=\"\""}' $$,
  'every function has an empty search_path');
select is_empty($$
  select f.signature
  from functions f
  join pg_catalog.pg_proc p on p.oid = f.oid
  where p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0)
  $$, 'no function is open to everybody');
select is_empty($$
  select r from unnest(array['anon', 'authenticated', 'service_role', 'authenticator']) as r
  where has_schema_privilege(r, 'nightshift', 'usage') or has_schema_privilege(r, 'nightshift', 'create')
  $$, 'no role of the API may name anything in nightshift');
select is_empty($$
  select r from unnest(array['anon', 'authenticated', 'service_role', 'authenticator']) as r
  where has_schema_privilege(r, 'public', 'create')
  $$, 'no role of the API may create anything in public');

-- Every role

select is(
  has_function_privilege(c.role_name, c.oid, 'execute'), c.allowed,
  format('%s: %s %s execute it', c.signature, c.role_name, case when c.allowed then 'may' else 'may not' end))
from cells c
order by c.signature, c.role_name;

-- A schema that is closed refuses even what a policy may call.
select is(
  pg_temp.attempt(c.persona, c.call) = '42501', not c.allowed or c.schema = 'nightshift',
  format('%s: a call by %s %s', c.signature, c.persona,
    case when c.allowed and c.schema = 'public' then 'goes through' else 'is refused' end))
from cells c
order by c.signature, c.persona;

select * from finish();
rollback;
