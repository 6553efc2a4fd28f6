import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import type { AppEnv } from "../../_shared/http/caller.ts";
import type { AppDeps } from "../deps.ts";
import { EXAMPLES } from "../examples.ts";
import {
  agentSchema,
  type Job,
  jobSchema,
  lineSchema,
  type ListedJob,
  listedJobSchema,
} from "../job_schemas.ts";
import { jsonAnswer, readErrors } from "../responses.ts";
import { idSchema, statusSchema, workspaceIdSchema } from "../schemas.ts";
import { describeRead } from "./read.ts";

const pageSchema = z.object({
  jobs: z.array(listedJobSchema),
  next_cursor: z.string().nullable(),
}).openapi("JobPage", { example: EXAMPLES.JobPage });

/** `GET /jobs` */
export const addJobList = describeRead({
  path: "/jobs",
  operationId: "listJobs",
  summary: "List jobs, latest first",
  description:
    "Jobs that wait or run, those that failed or were cancelled in the last 30 days, and " +
    "completed ones with a `key` for a day. `GET /tasks?agent_name=…` lists all tasks of an " +
    "agent. Between two attempts the status is `running`.",
  query: z.strictObject({
    agent: agentSchema.optional(),
    status: statusSchema.optional(),
    workspace_id: workspaceIdSchema.optional(),
    limit: z.coerce.number().int().min(1).max(200).optional().openapi({ param: { example: 50 } }),
    cursor: z.guid({ error: "must be a next_cursor of this list" }).optional().openapi({
      description: "`next_cursor` of the page before. Keep the filters",
    }),
  }),
  answer: ["One page. `next_cursor` is null on the last", pageSchema],
  name: "list_jobs",
  toParameters: ({ cursor, ...filter }) => ({
    p_filter: { ...filter, ...(cursor === undefined ? {} : { after: cursor }) },
  }),
  toAnswer: ({ jobs, next }: { readonly jobs: ListedJob[]; readonly next: string | null }) => ({
    jobs,
    next_cursor: next,
  }),
});

/** `GET /jobs/{id}` */
export const getJobRoute = createRoute({
  method: "get",
  path: "/jobs/{id}",
  operationId: "getJob",
  summary: "Get one job with its result, finished steps and log lines",
  request: { params: z.object({ id: idSchema }) },
  responses: { 200: jsonAnswer("The job", jobSchema), ...readErrors("task_not_found") },
});

export function getJob({ store }: AppDeps): RouteHandler<typeof getJobRoute, AppEnv> {
  return async function answerJob(c) {
    const { job } = await store.ask<{ job: Job }>(c.get("caller"), "get_job", {
      p_task_id: c.req.valid("param").id,
    });
    return c.json(job, 200);
  };
}

const linesSchema = z.object({ lines: z.array(lineSchema) }).openapi("Lines", {
  example: EXAMPLES.Lines,
});

/** `GET /tasks/{id}/lines` */
export const listLinesRoute = createRoute({
  method: "get",
  path: "/tasks/{id}/lines",
  operationId: "listTaskLines",
  summary: "List the log lines of a task, oldest first",
  description:
    "At most 200 lines and 64 kB are kept. Where more were logged, the oldest of the middle are " +
    "left out, and a line says how many.",
  request: { params: z.object({ id: idSchema }) },
  responses: { 200: jsonAnswer("The lines", linesSchema), ...readErrors("task_not_found") },
});

export function listLines({ store }: AppDeps): RouteHandler<typeof listLinesRoute, AppEnv> {
  return async function answerLines(c) {
    const { lines } = await store.ask<z.output<typeof linesSchema>>(c.get("caller"), "list_lines", {
      p_task_id: c.req.valid("param").id,
    });
    return c.json({ lines }, 200);
  };
}
