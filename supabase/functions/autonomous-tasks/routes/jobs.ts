import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { hashText } from "../../_shared/http/credentials.ts";
import { readJson, validate, validateStorable } from "../../_shared/http/json.ts";
import type { AppDeps } from "../deps.ts";
import { EXAMPLES } from "../examples.ts";
import { agentSchema, type Job, jobSchema, newJobSchema, requeueSchema } from "../job_schemas.ts";
import { type Refusal, toProblem } from "../refusals.ts";
import { jsonAnswer, jsonBody, problemSchema, writeErrors } from "../responses.ts";
import { idempotencyHeaderSchema, idSchema, MAX_BATCH } from "../schemas.ts";
import { answerItems, listGood, readItems } from "./batch.ts";

const batchSchema = z.strictObject({
  agent: agentSchema,
  jobs: z.array(z.unknown()).min(1).max(MAX_BATCH),
});

const resultsSchema = z.object({
  results: z.array(z.union([
    z.object({
      status: z.union([z.literal(201), z.literal(200)]),
      outcome: z.enum(["created", "exists"]),
      id: idSchema,
    }),
    z.object({ status: z.int(), problem: problemSchema }),
  ])),
}).openapi("JobResults", {
  description: "One result for each job, in their order. `exists`: its key names a job already",
  example: EXAMPLES.JobResults,
});

/** `POST /jobs` */
export const requestJobsRoute = createRoute({
  method: "post",
  path: "/jobs",
  operationId: "requestJobs",
  summary: "Ask an agent to do up to 500 jobs",
  description:
    "Each job makes a pending task, whose id is the id of the job. Whoever may do this is in " +
    "`enqueue_policy` of the agent's schedule. Send an `Idempotency-Key` to make retries safe: " +
    "for 24 hours, a repeated request returns the original response. A request in which every " +
    "job was rejected does not use up its key. A `key` of a job does the same for one job.",
  request: { headers: idempotencyHeaderSchema, body: jsonBody(true, "NewJobs") },
  responses: {
    200: jsonAnswer("The request was read. Some of its jobs may be rejected", resultsSchema, [
      "Idempotency-Replayed",
    ]),
    ...writeErrors(
      "agent_not_found",
      "workspace_not_found",
      "idempotency_key_reused",
      "job_invalid",
      "daily_quota_exceeded",
    ),
  },
});

interface Requested {
  readonly replayed?: boolean;
  readonly request_id?: string | null;
  readonly results: readonly (Refusal & { readonly task_id?: string })[];
}

export function requestJobs({ store }: AppDeps): RouteHandler<typeof requestJobsRoute, AppEnv> {
  return async function answerRequest(c) {
    const key = c.req.valid("header")["idempotency-key"];
    const { agent, jobs } = validate(batchSchema, readJson(c));
    const items = readItems(newJobSchema, jobs);
    const answer = await store.ask<Requested>(c.get("caller"), "request_jobs", {
      p_agent: agent,
      p_jobs: listGood(items),
      ...(key === undefined ? {} : {
        p_idempotency_key: key,
        // The hash is of the whole body, because rejected jobs are part of the request, too.
        p_request_hash: hashText(new TextDecoder().decode(c.get("body"))),
        p_request_id: c.get("requestId"),
      }),
    });
    if (answer.replayed) c.header("idempotency-replayed", "true");
    const results = answerItems(
      items,
      answer.results,
      toResult,
      answer.request_id ?? c.get("requestId"),
    );
    return c.json({ results }, 200);
  };
}

function toResult(result: Requested["results"][number] | undefined) {
  if (result?.task_id === undefined) return toProblem(result ?? { outcome: "nothing" });
  return result.outcome === "created"
    ? { status: 201 as const, outcome: "created" as const, id: result.task_id }
    : { status: 200 as const, outcome: "exists" as const, id: result.task_id };
}

const paramsSchema = z.object({ id: idSchema });

/** `POST /jobs/{id}/cancel` */
export const cancelJobRoute = createRoute({
  method: "post",
  path: "/jobs/{id}/cancel",
  operationId: "cancelJob",
  summary: "Cancel a job",
  description:
    "One that waits is cancelled at once. One that runs is told to stop, and is cancelled when " +
    "its work has stopped: until then `cancel_requested_at` is set. You can repeat the request.",
  request: { params: paramsSchema },
  responses: {
    200: jsonAnswer("The job", jobSchema),
    ...writeErrors("task_not_found", "task_already_finished"),
  },
});

export function cancelJob({ store }: AppDeps): RouteHandler<typeof cancelJobRoute, AppEnv> {
  return async function answerCancel(c) {
    const { job } = await store.ask<{ job: Job }>(c.get("caller"), "cancel_job", {
      p_task_id: c.req.valid("param").id,
    });
    return c.json(job, 200);
  };
}

/** `POST /jobs/{id}/retry` */
export const retryJobRoute = createRoute({
  method: "post",
  path: "/jobs/{id}/retry",
  operationId: "retryJob",
  summary: "Do a job again that failed or was cancelled",
  description:
    "It becomes a new job with new attempts, within 30 days of its end. `retried_as` of the old " +
    "job is its id. If you repeat the request, the response is the same new job.",
  request: { params: paramsSchema },
  responses: {
    201: jsonAnswer("The new job", jobSchema, ["Location"]),
    ...writeErrors("task_not_found", "task_not_retryable", "daily_quota_exceeded"),
  },
});

export function retryJob({ store }: AppDeps): RouteHandler<typeof retryJobRoute, AppEnv> {
  return async function answerRetry(c) {
    const { job } = await store.ask<{ job: Job }>(c.get("caller"), "retry_job", {
      p_task_id: c.req.valid("param").id,
    });
    c.header("location", `../${job.id}`);
    return c.json(job, 201);
  };
}

const requeuedSchema = z.object({ requeued: z.int() }).openapi("Requeued", {
  example: EXAMPLES.Requeued,
});

/** `POST /jobs/requeue` */
export const requeueJobsRoute = createRoute({
  method: "post",
  path: "/jobs/requeue",
  operationId: "requeueJobs",
  summary: "Do all failed jobs of an agent again",
  description:
    "Those of one workspace, up to 10,000 at once. The project's own keys may leave the " +
    "workspace out, which means all. A job that was done again before is left out.",
  request: { body: jsonBody(true, "Requeue") },
  responses: {
    200: jsonAnswer("How many were enqueued again", requeuedSchema),
    ...writeErrors("agent_not_found", "workspace_not_found", "daily_quota_exceeded"),
  },
});

export function requeueJobs({ store }: AppDeps): RouteHandler<typeof requeueJobsRoute, AppEnv> {
  return async function answerRequeue(c) {
    const { agent, workspace_id } = validateStorable(requeueSchema, readJson(c));
    const { requeued } = await store.ask<{ requeued: number }>(c.get("caller"), "requeue_jobs", {
      p_agent: agent,
      ...(workspace_id === undefined ? {} : { p_workspace_id: workspace_id }),
    });
    return c.json({ requeued }, 200);
  };
}
