import { z } from "@hono/zod-openapi";
import { EXAMPLES, PARAMETER_EXAMPLES } from "./examples.ts";
import {
  idSchema,
  MAX_BATCH,
  statusSchema,
  textSchema,
  timeSchema,
  workspaceIdSchema,
} from "./schemas.ts";

/** The name of an agent: that of its row in `task_schedules`. */
export const agentSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, {
  error: "must be the name of an agent: a-z, 0-9 and hyphens",
}).openapi({ example: PARAMETER_EXAMPLES.agent });

/** One job of a request. */
export const newJobSchema = z.strictObject({
  workspace_id: workspaceIdSchema.optional(),
  payload: z.unknown().optional().openapi({
    description: "Any JSON of at most 64 kB. By default the payload of the agent",
  }),
  run_at: timeSchema.optional().openapi({ description: "Not before this time. Now by default" }),
  key: textSchema(200).optional().openapi({
    description: "Names one job of the agent and the workspace, until 24 hours after its end",
  }),
  priority: z.int().min(-32_768).max(32_767).optional().openapi({
    description: "Within a workspace, the highest comes first. 0 by default",
  }),
}).openapi("NewJob", {
  description:
    "A job to do. With an ingest token leave `workspace_id` out. Users must give it. The " +
    "project's own keys may leave it out for a job that belongs to no workspace.",
  example: EXAMPLES.NewJob,
});

/** `POST /jobs` */
const newJobsSchema = z.strictObject({
  agent: agentSchema,
  jobs: z.array(newJobSchema).min(1).max(MAX_BATCH),
}).openapi("NewJobs", { example: EXAMPLES.NewJobs });

/** `POST /jobs/requeue` */
export const requeueSchema = z.strictObject({
  agent: agentSchema,
  workspace_id: workspaceIdSchema.optional(),
}).openapi("Requeue", { example: EXAMPLES.Requeue });

const storedTimeSchema = z.iso.datetime({ offset: true });

const listedFields = {
  id: idSchema,
  workspace_id: workspaceIdSchema.nullable(),
  agent: z.string(),
  status: statusSchema,
  key: z.string().nullable(),
  priority: z.int().nullable(),
  run_at: storedTimeSchema.nullable(),
  attempt: z.int().nullable(),
  max_attempts: z.int().nullable(),
  last_error: z.string().nullable(),
  next_try_at: storedTimeSchema.nullable(),
  cancel_requested_at: storedTimeSchema.nullable(),
  retried_as: idSchema.nullable(),
  created_at: storedTimeSchema,
  ended_at: storedTimeSchema.nullable(),
};

/** A job in a list. */
export const listedJobSchema = z.object(listedFields).openapi("ListedJob", {
  example: EXAMPLES.ListedJob,
});

/** One log line of a task. */
export const lineSchema = z.object({
  at: storedTimeSchema,
  message: z.string(),
  fields: z.record(z.string(), z.unknown()).nullable(),
});

/** A job with its result, its finished steps and its lines. */
export const jobSchema = z.object({
  ...listedFields,
  payload: z.unknown(),
  output_data: z.unknown(),
  error_message: z.string().nullable(),
  executed_at: storedTimeSchema.nullable(),
  cost_estimate_usd: z.number().nullable(),
  steps: z.array(z.object({
    name: z.string(),
    position: z.int(),
    finished_at: storedTimeSchema,
  })),
  lines: z.array(lineSchema),
}).openapi("Job", {
  description:
    "What is no longer kept of a completed job is null: attempts and key, and its steps are empty",
  example: EXAMPLES.Job,
});

export type ListedJob = z.output<typeof listedJobSchema>;
export type Job = z.output<typeof jobSchema>;

/** The bodies of requests about jobs by their names in the OpenAPI document. */
export const JOB_BODY_SCHEMAS = {
  NewJob: newJobSchema,
  NewJobs: newJobsSchema,
  Requeue: requeueSchema,
};
