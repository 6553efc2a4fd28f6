const RUN_ID = "d0000000-0000-4000-8000-000000000001";

/** Something that the database does by itself or answers, as one statement. */
export interface Work {
  readonly name: string;
  readonly statement: string;
}

/**
 * Everything that the seven types of the database do and answer, with `workspaceId` where one is
 * asked about. Some emails and contacts of it are erased.
 */
export function listWorks(workspaceId: string): Work[] {
  const chunks = [
    "system_health_check",
    "contact_enrichment",
    "lead_scoring_batch",
    "daily_analytics_rollup",
    "weekly_report_generation",
    "monthly_summary",
    "data_cleanup",
  ].map((type) => ({
    name: type,
    statement: `select nightshift.${type}_chunk('${RUN_ID}', null)`,
  }));
  const due = ["contact_enrichment", "lead_scoring_batch", "daily_analytics_rollup"].map((
    type,
  ) => ({
    name: `${type} for one workspace`,
    statement: `select nightshift.${type}_chunk('${RUN_ID}', '${workspaceId}')`,
  }));
  const email = `(select e.id::text from public.client_emails e
    where e.workspace_id = '${workspaceId}' order by e.received_at desc limit 1)`;
  const task = `(select t.id::text from public.autonomous_tasks t
    where t.workspace_id = '${workspaceId}' order by t.executed_at desc limit 1)`;
  const answers = [
    `public.preview_cleanup('${workspaceId}')`,
    `public.erase_person('${workspaceId}', 'p7@example.com')`,
    `public.erase_person('${workspaceId}', 'p8@example.com', false)`,
    `public.get_system_health()`,
    `public.report_night(now() - interval '1 day', now())`,
    `public.get_report((select r.id from public.workspace_reports r limit 1))`,
    `public.get_score_calibration('${workspaceId}')`,
    `public.rebuild_metrics('${workspaceId}', current_date - 9, current_date)`,
    `nightshift.why('time', to_char(now(), 'YYYY-MM-DD"T"HH24:00"Z"'))`,
    `nightshift.why('email', ${email})`,
    `nightshift.why('task', ${task})`,
  ].map((call) => ({ name: call.slice(0, call.indexOf("(")), statement: `select ${call}` }));
  return [...chunks, ...due, ...answers];
}
