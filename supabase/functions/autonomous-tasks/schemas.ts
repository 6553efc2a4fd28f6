import { z } from "@hono/zod-openapi";
import {
  FINAL_STATUSES,
  TASK_STATUSES,
  TASK_TRIGGERS,
  TASK_TYPES,
} from "../_shared/database/task_lists.ts";
import { isStorableText } from "../_shared/database/storable.ts";
import { EXAMPLES, PARAMETER_EXAMPLES } from "./examples.ts";

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Tasks in one request. */
export const MAX_BATCH = 500;

/** Any UUID; the database makes version 7, clients may bring their own. */
export const idSchema = z.guid({ error: "must be a UUID" }).openapi({
  format: "uuid",
  example: PARAMETER_EXAMPLES.id,
});
/** The id of a workspace. */
export const workspaceIdSchema = idSchema.openapi({ example: PARAMETER_EXAMPLES.workspaceId });
export const taskTypeSchema = z.enum(TASK_TYPES);
export const statusSchema = z.enum(TASK_STATUSES);
export const triggeredBySchema = z.enum(TASK_TRIGGERS);

/** A time with its offset, from 2000 to 2099, kept to the millisecond. */
export const timeSchema = z.iso.datetime({
  offset: true,
  error: "must be a time with its offset, such as 2026-11-12T08:00:00Z",
  abort: true,
})
  .refine((text) => Date.parse(text) >= EARLIEST && Date.parse(text) < LATEST, {
    error: "must be a time from 2000 to 2099",
  })
  .transform((text) => new Date(text).toISOString())
  .openapi({ type: "string", format: "date-time", example: "2026-11-12T08:00:00Z" });

/** Text of 1 to `max` characters that the database can hold. */
export function textSchema(max: number) {
  return z.string().min(1).max(max).refine(isStorableText, {
    error: "must be well-formed text without NUL",
  });
}

/** The header of requests that can be repeated safely. */
export const idempotencyHeaderSchema = z.object({
  "idempotency-key": z.string().min(1).max(255).optional().openapi({
    description: "A key of your choice, a new one for each request",
    example: PARAMETER_EXAMPLES.idempotencyKey,
  }),
});

const documentSchema = z.unknown().openapi({ description: "Any JSON of at most 256 kB" });
const costSchema = z.number().min(0).lt(1e9).openapi({
  description: "US dollars",
  example: 0.0045,
});

/** The fields of a new task, which may already have finished. */
export const newTaskSchema = z.strictObject({
  id: idSchema.optional(),
  workspace_id: workspaceIdSchema.optional(),
  task_type: taskTypeSchema,
  status: statusSchema.optional(),
  input_data: documentSchema.optional(),
  output_data: documentSchema.optional(),
  error_message: textSchema(10_000).optional(),
  executed_at: timeSchema.optional(),
  completed_at: timeSchema.optional(),
  triggered_by: triggeredBySchema.optional(),
  agent_name: textSchema(200).optional(),
  cost_estimate_usd: costSchema.optional(),
}).superRefine((task, context) => {
  if (task.completed_at !== undefined && !isFinal(task.status)) {
    context.addIssue({
      code: "custom",
      path: ["completed_at"],
      message: "only a finished task has completed_at. Set status as well",
    });
  }
}).openapi("NewTask", {
  description:
    "A task to log. With an ingest token leave `workspace_id` out. Everybody else must give it. " +
    "`status` is `pending` by default. With an `id` of your own you can repeat the request safely.",
  example: EXAMPLES.NewTask,
});

function isFinal(status: string | undefined): boolean {
  return FINAL_STATUSES.some((final) => final === status);
}

/** `POST /tasks/{id}/start` */
const startSchema = z.strictObject({ executed_at: timeSchema.optional() }).openapi("Start", {
  example: EXAMPLES.Start,
});

/** `POST /tasks/{id}/progress` */
const progressSchema = z.strictObject({
  output_data: documentSchema.optional(),
  cost_estimate_usd: costSchema.optional(),
}).openapi("Progress", { example: EXAMPLES.Progress });

const endFields = {
  output_data: documentSchema.optional(),
  cost_estimate_usd: costSchema.optional(),
  completed_at: timeSchema.optional(),
};

/** `POST /tasks/{id}/complete` */
const completeSchema = z.strictObject({
  status: z.enum(["completed", "partial_failure"]).optional(),
  error_message: textSchema(10_000).optional(),
  ...endFields,
}).openapi("Complete", { example: EXAMPLES.Complete });

/** `POST /tasks/{id}/fail` */
const failSchema = z.strictObject({ error_message: textSchema(10_000), ...endFields })
  .openapi("Fail", { example: EXAMPLES.Fail });

/** `POST /tasks/{id}/cancel` */
const cancelSchema = z.strictObject({ error_message: textSchema(10_000).optional() })
  .openapi("Cancel", { example: EXAMPLES.Cancel });

/** The bodies of requests by their names in the OpenAPI document. */
export const BODY_SCHEMAS = {
  NewTask: newTaskSchema,
  NewTaskBatch: z.strictObject({ tasks: z.array(newTaskSchema).min(1).max(MAX_BATCH) })
    .openapi("NewTaskBatch", { example: EXAMPLES.NewTaskBatch }),
  Start: startSchema,
  Progress: progressSchema,
  Complete: completeSchema,
  Fail: failSchema,
  Cancel: cancelSchema,
};

const storedTimeSchema = z.iso.datetime({ offset: true });

const listedFields = {
  id: idSchema,
  workspace_id: workspaceIdSchema.nullable(),
  task_type: taskTypeSchema,
  status: statusSchema,
  error_message: z.string().nullable(),
  executed_at: storedTimeSchema,
  completed_at: storedTimeSchema.nullable(),
  duration_ms: z.int().nullable(),
  triggered_by: triggeredBySchema,
  agent_name: z.string().nullable(),
  cost_estimate_usd: z.number().nullable(),
  created_at: storedTimeSchema,
  updated_at: storedTimeSchema,
};

/** A task in a list: without `input_data` and `output_data`, which `GET /tasks/{id}` has. */
export const listedTaskSchema = z.object(listedFields).openapi("ListedTask", {
  example: EXAMPLES.ListedTask,
});

/** A row of `autonomous_tasks`. */
export const taskSchema = z.object({
  ...listedFields,
  input_data: z.unknown(),
  output_data: z.unknown(),
}).openapi("Task", { example: EXAMPLES.Task });

export type ListedTask = z.output<typeof listedTaskSchema>;
export type Task = z.output<typeof taskSchema>;
