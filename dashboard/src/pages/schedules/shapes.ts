/** What `list_schedules` answers. */
import * as z from "zod/mini";

const text = z.nullable(z.string());
const number = z.nullable(z.number());

export const scheduleSchema = z.object({
  name: z.string(),
  task_type: z.string(),
  cron_expression: text,
  time_zone: z.string(),
  enabled: z.boolean(),
  job: text,
  active_since: z.string(),
  missed_policy: z.enum(["skip", "run_once", "backfill"]),
  missed_window_seconds: z.number(),
  overlap_policy: z.enum(["skip", "allow"]),
  max_attempts: z.number(),
  max_parallel_runs: z.number(),
  next: z.array(z.string()),
  late: z.object({
    slots: z.number(),
    missed: z.number(),
    median: number,
    p95: number,
    worst: number,
  }),
});
export type Schedule = z.infer<typeof scheduleSchema>;

const agentSchema = z.object({
  name: z.string(),
  task_type: z.string(),
  enabled: z.boolean(),
  cron_expression: text,
  enqueue_policy: z.enum(["service", "owners", "members"]),
  max_concurrency: number,
  max_concurrency_per_workspace: number,
  waiting: z.number(),
  running: z.number(),
});
export type Agent = z.infer<typeof agentSchema>;

const watchSchema = z.object({
  watch_id: z.string(),
  agent_name: text,
  task_type: text,
  cron_expression: text,
  time_zone: z.string(),
  expected_every_seconds: number,
  grace_seconds: z.number(),
  max_runtime_seconds: number,
  enabled: z.boolean(),
  problem: text,
  problem_since: text,
  expected_at: text,
  deadline: text,
  running_since: text,
  last_ended_at: text,
  last_status: text,
});
export type Watch = z.infer<typeof watchSchema>;

export const schedulesSchema = z.nullable(z.object({
  as_of: z.string(),
  schedules: z.array(scheduleSchema),
  agents: z.array(agentSchema),
  watches: z.array(watchSchema),
}));
export type Schedules = NonNullable<z.infer<typeof schedulesSchema>>;
