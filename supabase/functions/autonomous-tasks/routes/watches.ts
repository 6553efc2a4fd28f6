import { z } from "@hono/zod-openapi";
import { EXAMPLES } from "../examples.ts";
import { idSchema, taskTypeSchema, textSchema, workspaceIdSchema } from "../schemas.ts";
import { describeRead } from "./read.ts";

const secondsSchema = z.number().nullable();
const timeSchema = z.string().nullable();

const watchesSchema = z.object({
  watches: z.array(z.object({
    watch_id: idSchema,
    workspace_id: z.guid(),
    agent_name: z.string().nullable(),
    task_type: taskTypeSchema.nullable(),
    status: z.enum(["new", "running", "ok", "missed", "failed", "paused"]),
    problem_since: timeSchema,
    expected_at: timeSchema,
    last_started_at: timeSchema,
    last_ended_at: timeSchema,
    last_status: z.string().nullable(),
    missed_in_a_row: z.int(),
    failed_in_a_row: z.int(),
    running_task_id: idSchema.nullable(),
    late_task_id: idSchema.nullable(),
    late_ended_at: timeSchema,
    late_status: z.string().nullable(),
    late_message: z.string().nullable(),
    expected_every_seconds: secondsSchema,
    cron_expression: z.string().nullable(),
    time_zone: z.string(),
    grace_seconds: secondsSchema,
    max_runtime_seconds: secondsSchema,
    after_in_a_row: z.int(),
  })),
}).openapi("Watches", { example: EXAMPLES.Watches });

/** `GET /watches` */
export const addWatchList = describeRead({
  path: "/watches",
  operationId: "listWatches",
  summary: "List watched jobs and how they are",
  description: "Up to 500, those with a problem first. Owners and admins write watches into the " +
    "table `job_watches` (docs/guides/watch-jobs.md).",
  query: z.strictObject({
    workspace_id: workspaceIdSchema.optional(),
    agent_name: textSchema(200).optional(),
  }),
  answer: ["Problems first, the oldest of them at the top", watchesSchema],
  name: "list_watches",
  toParameters: (filter) => ({ p_filter: filter }),
  toAnswer: ({ watches }: z.output<typeof watchesSchema>) => ({ watches }),
});
