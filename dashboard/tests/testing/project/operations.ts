/** What runs the project: an operator, schedules, agents, watched jobs, tokens, alerts. */
import type { Stack } from "../../../../scripts/local/stack.ts";

/** Of a project, what these rows are about. */
interface Given {
  readonly ours: string;
  readonly theirs: string;
  readonly userIds: Readonly<Record<"owner" | "operator" | "invited", string>>;
  readonly emails: Readonly<Record<"operator", string>>;
}

/** @param canary is in everything of the other workspace */
export async function insertOperations(
  { database }: Stack,
  { ours, theirs, userIds, emails }: Given,
  canary: string,
): Promise<void> {
  await database.query("update auth.users set email_confirmed_at = now() where id = any ($1)", [
    [userIds.operator, userIds.invited],
  ]);
  await database.query("select nightshift.add_operator($1)", [emails.operator]);
  // Nothing of it is due while the tests run.
  await database.query(
    `insert into public.task_schedules (name, task_type, target, cron_expression, enabled, for_each)
     values ('nightly-scan', 'contact_enrichment', 'scan', '0 3 29 2 *', true, null),
       ('weekly-letter', 'weekly_report_generation', 'letter', '0 4 29 2 *', false, null),
       ('import-files', 'data_cleanup', 'import', null, true, null)`,
  );
  for (const [workspace, mark] of [[ours, ""], [theirs, `${canary} `]] as const) {
    await insertOfWorkspace(database, workspace, mark, userIds.owner);
  }
  await database.query(
    `insert into nightshift.alert_rules (name, webhook_url, enabled)
     values ('team', 'https://alerts.example.com', false)`,
  );
  await database.query(
    `insert into nightshift.alerts (rule_id, event, subject, occurrence, message, workspace_id, attempts,
       delivered_at, next_attempt_at, last_error)
     select r.id, a.event, a.subject, a.subject, a.message, a.workspace_id, 1, a.delivered_at, null, a.last_error
     from nightshift.alert_rules r
     cross join (values
       ('failed', 'nightly-scan', 'The scan of 3:00 failed.', null::uuid, now(), null),
       ('missed', $1::text || ' job', $1 || ' did not report.', $2::uuid, null::timestamptz, $1 || ' error')
     ) as a (event, subject, message, workspace_id, delivered_at, last_error)`,
    [canary, theirs],
  );
}

async function insertOfWorkspace(
  database: Stack["database"],
  workspace: string,
  mark: string,
  maker: string,
): Promise<void> {
  await database.query(
    `insert into nightshift.ingest_tokens (workspace_id, name, token_hash, scopes, requests_per_minute, created_by,
       last_used_at)
     values ($1::uuid, $2::text || 'Old robot', encode(sha256(convert_to($2 || 'a token', 'UTF8')), 'hex'), '{tasks}', 600, $3,
       now() - interval '3 days')`,
    [workspace, mark, maker],
  );
  await database.query(
    `insert into public.job_watches (workspace_id, agent_name, expected_every, grace)
     values ($1, $2::text || 'backup', '1 hour', '10 minutes')`,
    [workspace, mark],
  );
}
