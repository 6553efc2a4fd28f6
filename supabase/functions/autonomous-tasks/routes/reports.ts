import { z } from "@hono/zod-openapi";
import { EXAMPLES } from "../examples.ts";
import {
  idSchema,
  statusSchema,
  taskTypeSchema,
  textSchema,
  timeSchema,
  workspaceIdSchema,
} from "../schemas.ts";
import { describeRead } from "./read.ts";

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
  description:
    "US dollars. The model is that of each call that Nightshift knows of, and of everything else " +
    "`output_data.model`. Days are in UTC",
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

const whySchema = z.object({ why: z.string() }).openapi("Why", { example: EXAMPLES.Why });

export const REPORTS = [
  describeRead({
    path: "/summary",
    operationId: "summarizeTasks",
    summary: "Summarize a workspace by task type",
    query: z.strictObject({
      workspace_id: workspaceIdSchema.optional().openapi({
        description: "Required without an ingest token",
      }),
      task_type: taskTypeSchema.optional(),
      agent_name: textSchema(200).optional(),
      hours_back: z.coerce.number().int().min(1).max(87_600).optional().openapi({
        description: "24 by default",
        param: { example: 24 },
      }),
    }),
    answer: ["One entry for each task type", summarySchema],
    name: "summarize_tasks",
    toParameters,
    toAnswer: ({ summary }: z.output<typeof summarySchema>) => ({ summary }),
  }),
  describeRead({
    path: "/costs",
    operationId: "reportCosts",
    summary: "Report costs by type, agent, model and day",
    query: z.strictObject({
      workspace_id: workspaceIdSchema.optional(),
      agent_name: textSchema(200).optional(),
      days_back: z.coerce.number().int().min(1).max(366).optional().openapi({
        description: "30 by default",
        param: { example: 30 },
      }),
    }),
    answer: ["Costs, highest first", costsSchema],
    name: "report_costs",
    toParameters,
    toAnswer: ({ costs }: { readonly costs: z.output<typeof costsSchema> }) => costs,
  }),
  describeRead({
    path: "/timeline",
    operationId: "listTimeline",
    summary: "List scheduled times and what happened to them",
    query: z.strictObject({
      schedule: textSchema(200).optional(),
      expected_before: timeSchema.optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    answer: ["Latest first", timelineSchema],
    name: "list_timeline",
    toParameters: (query) => ({ p_filter: query }),
    toAnswer: ({ timeline }: z.output<typeof timelineSchema>) => ({ timeline }),
  }),
  describeRead({
    path: "/why",
    operationId: "explain",
    summary: "Say in one sentence why something did or did not happen",
    description: "Answered from the rows of your workspaces. What is elsewhere is not there",
    query: z.strictObject({
      what: z.enum(["time", "email", "task", "job"]).openapi({ param: { example: "task" } }),
      ref: textSchema(200).openapi({
        description:
          "The id, or for `time` a time with or without the name of a schedule before it",
        param: { example: "019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b" },
      }),
    }),
    answer: ["The sentence", whySchema],
    name: "why",
    toParameters,
    toAnswer: ({ why }: z.output<typeof whySchema>) => ({ why }),
  }),
];

/** The parameters of a database function are named like those of the query, with `p_` before. */
function toParameters(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [`p_${name}`, value]));
}
