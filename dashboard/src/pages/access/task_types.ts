/** The task types, for choosing one. The type check compares them with those of the functions. */
import type { TASK_TYPES as KNOWN } from "../../../../supabase/functions/_shared/database/task_lists.ts";

export type TaskType = (typeof KNOWN)[number];

const LISTED: Readonly<Record<TaskType, null>> = {
  continuous_intelligence_update: null,
  daily_analytics_rollup: null,
  weekly_report_generation: null,
  monthly_summary: null,
  email_sync: null,
  contact_enrichment: null,
  lead_scoring_batch: null,
  campaign_optimization: null,
  content_calendar_sync: null,
  social_media_posting: null,
  data_cleanup: null,
  system_health_check: null,
};

export const TASK_TYPES: readonly string[] = Object.keys(LISTED);
