import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import type { AppEnv } from "../../_shared/http/caller.ts";
import type { AppDeps } from "../deps.ts";
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

export const summaryRoute = createRoute({
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

export const costsRoute = createRoute({
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

export const timelineRoute = createRoute({
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

export function summarizeTasks({ store }: AppDeps): RouteHandler<typeof summaryRoute, AppEnv> {
  return async function answerSummary(c) {
    const answer = await store.ask<z.output<typeof summarySchema>>(
      c.get("caller"),
      "summarize_tasks",
      toParameters(c.req.valid("query")),
    );
    return c.json({ summary: answer.summary }, 200);
  };
}

export function reportCosts({ store }: AppDeps): RouteHandler<typeof costsRoute, AppEnv> {
  return async function answerCosts(c) {
    const { costs } = await store.ask<{ costs: z.output<typeof costsSchema> }>(
      c.get("caller"),
      "report_costs",
      toParameters(c.req.valid("query")),
    );
    return c.json(costs, 200);
  };
}

export function listTimeline({ store }: AppDeps): RouteHandler<typeof timelineRoute, AppEnv> {
  return async function answerTimeline(c) {
    const answer = await store.ask<z.output<typeof timelineSchema>>(
      c.get("caller"),
      "list_timeline",
      { p_filter: c.req.valid("query") },
    );
    return c.json({ timeline: answer.timeline }, 200);
  };
}

/** The parameters of a database function are named like those of the query, with `p_` before. */
function toParameters(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [`p_${name}`, value]));
}
