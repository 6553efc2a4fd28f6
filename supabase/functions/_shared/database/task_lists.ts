/**
 * The lists that the table `autonomous_tasks` checks. A test compares them with its constraints.
 */

/** The 12 task types. */
export const TASK_TYPES = [
  "continuous_intelligence_update",
  "daily_analytics_rollup",
  "weekly_report_generation",
  "monthly_summary",
  "email_sync",
  "contact_enrichment",
  "lead_scoring_batch",
  "campaign_optimization",
  "content_calendar_sync",
  "social_media_posting",
  "data_cleanup",
  "system_health_check",
] as const;

/** Statuses that never change again. */
export const FINAL_STATUSES = ["completed", "failed", "partial_failure", "cancelled"] as const;

export const TASK_STATUSES = ["pending", "running", ...FINAL_STATUSES] as const;

/** Who started a task. */
export const TASK_TRIGGERS = ["cron", "user", "api", "system"] as const;
