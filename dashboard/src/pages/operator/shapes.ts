/** What `get_project_state` and the acts of operators answer. */
import * as z from "zod/mini";

const text = z.nullable(z.string());
const amount = z.nullable(z.coerce.number());

const scheduleSchema = z.object({
  name: z.string(),
  task_type: z.string(),
  cron_expression: text,
  time_zone: z.string(),
  enabled: z.boolean(),
  missed_policy: z.string(),
  next: z.array(z.string()),
});
export type ProjectSchedule = z.infer<typeof scheduleSchema>;

const budgetSchema = z.object({
  workspace_id: text,
  workspace_name: text,
  daily_usd: amount,
  monthly_usd: amount,
  paused: z.boolean(),
  share_percent: z.number(),
  warn_percent: z.number(),
  spent: z.record(
    z.string(),
    z.object({ spent_usd: z.coerce.number(), reserved_usd: z.coerce.number() }),
  ),
});
export type Budget = z.infer<typeof budgetSchema>;

const alertSchema = z.object({
  event: z.string(),
  rule: text,
  format: z.string(),
  at: z.string(),
  workspace_id: text,
  subject: text,
  message: text,
  delivered_at: text,
  attempts: z.number(),
  delivery: z.enum(["delivered", "under_way", "given_up"]),
  last_error: text,
});
export type ProjectAlert = z.infer<typeof alertSchema>;

const systemRowSchema = z.object({
  task_id: z.string(),
  task_type: z.string(),
  schedule: text,
  triggered_by: text,
  status: z.string(),
  at: z.string(),
  ended_at: text,
  emails: z.nullish(z.number()),
  message: text,
});
export type SystemRow = z.infer<typeof systemRowSchema>;

const facts = z.nullable(z.record(z.string(), z.unknown()));
const actionSchema = z.object({
  at: z.string(),
  who: text,
  act: z.string(),
  subject: text,
  before: facts,
  after: facts,
});
export type Action = z.infer<typeof actionSchema>;

export const projectSchema = z.nullable(z.object({
  as_of: z.string(),
  project: z.string(),
  health: z.object({ status: z.string(), reason: z.optional(text) }),
  problems: z.array(z.object({ since: text, message: z.string() })),
  schedules: z.array(scheduleSchema),
  backlog: z.object({
    emails: z.number(),
    failed_emails: z.number(),
    oldest_email_at: text,
    waiting_jobs: z.number(),
    running_jobs: z.number(),
    database_runs: z.number(),
  }),
  system_rows: z.array(systemRowSchema),
  alerts: z.array(alertSchema),
  budgets: z.array(budgetSchema),
  journal: z.array(actionSchema),
}));
export type Project = NonNullable<z.infer<typeof projectSchema>>;

export const runSchema = z.object({ outcome: z.string(), task_id: z.nullish(z.string()) });
export const previewSchema = z.array(z.string());
export const changedSchema = z.object({ name: z.string(), enabled: z.boolean() });
export const budgetSetSchema = z.object({ paused: z.boolean() });
export const stoppedSchema = z.object({ paused: z.number() });
