import { createRoute, z } from "@hono/zod-openapi";
import type { AppDeps, TaskApi } from "../app.ts";
import { identifyCaller } from "../callers.ts";
import { EXAMPLES } from "../examples.ts";
import { jsonAnswer, readErrors } from "../responses.ts";
import {
  idSchema,
  statusSchema,
  taskTypeSchema,
  textSchema,
  timeSchema,
  workspaceIdSchema,
} from "../schemas.ts";

const summarySchema = z.object({
  summary: z.array(z.object({
    task_type: taskTypeSchema,
    total_executions: z.int(),
    successful_executions: z.int(),
    failed_executions: z.int(),
    avg_duration_ms: z.number().nullable(),
    total_cost_usd: z.number(),
    last_execution: z.string(),
  })),
}).openapi("Summary", { example: EXAMPLES.Summary });

const shareSchema = z.array(z.object({ key: z.string(), tasks: z.int(), cost_usd: z.number() }));
const costsSchema = z.object({
  total: z.number(),
  by_type: shareSchema,
  by_agent: shareSchema,
  by_model: shareSchema,
  by_day: shareSchema,
}).openapi("Costs", {
  description: "US dollars. The model is `output_data.model`. Days are in UTC",
  example: EXAMPLES.Costs,
});

const timelineSchema = z.object({
  timeline: z.array(z.object({
    schedule: z.string(),
    task_type: taskTypeSchema,
    expected_at: z.string(),
    kind: z.string(),
    seq: z.int(),
    dispatched_at: z.string().nullable(),
    responded_at: z.string().nullable(),
    http_status: z.int().nullable(),
    request_verdict: z.string(),
    task_id: idSchema.nullable(),
    task_status: statusSchema.nullable(),
    started_at: z.string().nullable(),
    completed_at: z.string().nullable(),
    workspace_tasks: z.int().nullable(),
    unfinished_workspace_tasks: z.int().nullable(),
    verdict: z.string(),
    explanation: z.string().nullable(),
    seconds_late: z.number().nullable(),
  })),
}).openapi("Timeline", { example: EXAMPLES.Timeline });

const summaryRoute = createRoute({
  method: "get",
  path: "/summary",
  operationId: "summarizeTasks",
  summary: "Summarize a workspace by task type",
  request: {
    query: z.strictObject({
      workspace_id: workspaceIdSchema.optional().openapi({
        description: "Required without an ingest token",
      }),
      task_type: taskTypeSchema.optional(),
      hours_back: z.coerce.number().int().min(1).max(87_600).optional().openapi({
        description: "24 by default",
        param: { example: 24 },
      }),
    }),
  },
  responses: { 200: jsonAnswer("One entry for each task type", summarySchema), ...readErrors() },
});

const costsRoute = createRoute({
  method: "get",
  path: "/costs",
  operationId: "reportCosts",
  summary: "Report costs by type, agent, model and day",
  request: {
    query: z.strictObject({
      workspace_id: workspaceIdSchema.optional(),
      days_back: z.coerce.number().int().min(1).max(366).optional().openapi({
        description: "30 by default",
        param: { example: 30 },
      }),
    }),
  },
  responses: { 200: jsonAnswer("Costs, highest first", costsSchema), ...readErrors() },
});

const timelineRoute = createRoute({
  method: "get",
  path: "/timeline",
  operationId: "listTimeline",
  summary: "List scheduled times and what happened to them",
  request: {
    query: z.strictObject({
      schedule: textSchema(200).optional(),
      expected_before: timeSchema.optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
  },
  responses: { 200: jsonAnswer("Latest first", timelineSchema), ...readErrors() },
});

/** `GET /summary`, `GET /costs`, `GET /timeline` */
export function mountReports(api: TaskApi, { env, store }: AppDeps): void {
  api.openapi(summaryRoute, async (c) => {
    const caller = await identifyCaller(c, env);
    const { workspace_id, task_type, hours_back } = c.req.valid("query");
    const answer = await store.ask(caller, "summarize_tasks", {
      ...(workspace_id === undefined ? {} : { p_workspace_id: workspace_id }),
      ...(task_type === undefined ? {} : { p_task_type: task_type }),
      ...(hours_back === undefined ? {} : { p_hours_back: hours_back }),
    }, summarySchema);
    return c.json(answer, 200);
  });
  api.openapi(costsRoute, async (c) => {
    const caller = await identifyCaller(c, env);
    const { workspace_id, days_back } = c.req.valid("query");
    const { costs } = await store.ask(caller, "report_costs", {
      ...(workspace_id === undefined ? {} : { p_workspace_id: workspace_id }),
      ...(days_back === undefined ? {} : { p_days_back: days_back }),
    }, z.object({ costs: costsSchema }));
    return c.json(costs, 200);
  });
  api.openapi(timelineRoute, async (c) => {
    const caller = await identifyCaller(c, env);
    const answer = await store.ask(caller, "list_timeline", {
      p_filter: c.req.valid("query"),
    }, timelineSchema);
    return c.json(answer, 200);
  });
}
