/** What the database answers about tasks, as far as pages read it. */
import * as z from "zod/mini";

const text = z.nullable(z.string());
const key = z.object({ executed_at: z.string(), id: z.string() });

export const pageSchema = z.object({
  as_of: z.string(),
  tasks: z.array(z.object({
    id: z.string(),
    task_type: z.string(),
    status: z.string(),
    agent_name: text,
    triggered_by: z.string(),
    executed_at: z.string(),
    duration_ms: z.nullable(z.number()),
    cost_usd: z.nullable(z.coerce.number()),
    message: text,
    is_runner: z.boolean(),
    can_retry: z.boolean(),
  })),
  next: z.nullable(key),
  looked_until: text,
});
export type TaskPage = z.infer<typeof pageSchema>;
export type TaskRow = TaskPage["tasks"][number];

export const sumsSchema = z.nullable(z.object({
  from: z.string(),
  to: z.string(),
  width: z.enum(["hour", "day"]),
  counted_from: text,
  buckets: z.array(z.object({ at: z.string(), statuses: z.record(z.string(), z.number()) })),
  types: z.array(z.object({
    task_type: z.string(),
    tasks: z.number(),
    failed: z.number(),
    cost_usd: z.coerce.number(),
    median_ms: z.nullable(z.number()),
    p95_ms: z.nullable(z.number()),
  })),
  unfinished: z.array(z.object({
    task_id: z.string(),
    task_type: z.string(),
    status: z.string(),
    agent_name: text,
    since: z.string(),
  })),
  failures: z.array(z.object({
    task_type: z.string(),
    message: text,
    tasks: z.number(),
    task_id: z.string(),
    latest_at: z.string(),
  })),
  failures_looked_at: z.number(),
}));
export type TaskSums = NonNullable<z.infer<typeof sumsSchema>>;

export const retriesSchema = z.object({
  outcome: z.string(),
  results: z.optional(z.array(z.object({
    id: z.string(),
    outcome: z.string(),
    retry_id: text,
  }))),
});
export type Retries = z.infer<typeof retriesSchema>;
