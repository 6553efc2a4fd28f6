import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { hashText } from "../../_shared/http/credentials.ts";
import { readJson, validate, validateStorable } from "../../_shared/http/json.ts";
import type { AppDeps } from "../deps.ts";
import { EXAMPLES } from "../examples.ts";
import { type Refusal, toProblem } from "../refusals.ts";
import { jsonAnswer, jsonBody, problemSchema, writeErrors } from "../responses.ts";
import { answerItems, listGood, readItems } from "./batch.ts";
import {
  idempotencyHeaderSchema,
  MAX_BATCH,
  newTaskSchema,
  type Task,
  taskSchema,
} from "../schemas.ts";

const batchSchema = z.strictObject({ tasks: z.array(z.unknown()).min(1).max(MAX_BATCH) });

const batchAnswerSchema = z.object({
  results: z.array(z.union([
    z.object({ status: z.literal(201), task: taskSchema }),
    z.object({ status: z.int(), problem: problemSchema }),
  ])),
}).openapi("BatchResults", {
  description: "One result for each task, in their order",
  example: EXAMPLES.BatchResults,
});

/** `POST /tasks` */
export const logRoute = createRoute({
  method: "post",
  path: "/tasks",
  operationId: "logTasks",
  summary: "Log a task, or up to 500 at once",
  description:
    "Send an `Idempotency-Key` to make retries safe. For 24 hours, a repeated request returns " +
    "the original response. After that, it returns the task's current state. Nothing is created " +
    "twice. A request in which every task was rejected does not use up its key. In a batch each " +
    "task has a result of its own with a status.",
  request: {
    headers: idempotencyHeaderSchema,
    body: jsonBody(true, "NewTask", "NewTaskBatch"),
  },
  responses: {
    200: jsonAnswer("The batch was read. Some of its tasks may be rejected", batchAnswerSchema, [
      "Idempotency-Replayed",
    ]),
    201: jsonAnswer("The task was logged, now or by the same request before", taskSchema, [
      "Location",
      "Idempotency-Replayed",
    ]),
    ...writeErrors(
      "workspace_not_found",
      "task_id_taken",
      "task_already_finished",
      "task_transition_invalid",
      "idempotency_key_reused",
      "task_time_invalid",
      "task_invalid",
      "daily_quota_exceeded",
    ),
  },
});

/** What `log_tasks` answers; a result without a task is a refusal. */
interface Logged {
  readonly replayed?: boolean;
  readonly request_id?: string | null;
  readonly results: (Refusal & { readonly task?: Task })[];
}

export function logTasks({ store }: AppDeps): RouteHandler<typeof logRoute, AppEnv> {
  return async function answerLog(c) {
    const key = c.req.valid("header")["idempotency-key"];
    const body = readJson(c);
    const log = (tasks: readonly unknown[]) =>
      store.ask<Logged>(c.get("caller"), "log_tasks", {
        p_tasks: tasks,
        ...(key === undefined ? {} : {
          p_idempotency_key: key,
          // The hash is of the whole body, because rejected tasks are part of the request, too.
          p_request_hash: hashText(new TextDecoder().decode(c.get("body"))),
          p_request_id: c.get("requestId"),
        }),
      });

    if (typeof body !== "object" || body === null || !("tasks" in body)) {
      const { results: [result], replayed } = await log([validateStorable(newTaskSchema, body)]);
      if (result?.task === undefined) throw toProblem(result ?? { outcome: "nothing" });
      if (replayed || result.outcome === "existing") c.header("idempotency-replayed", "true");
      c.header("location", `tasks/${result.task.id}`);
      return c.json(result.task, 201);
    }
    const items = readItems(newTaskSchema, validate(batchSchema, body).tasks);
    const { results: logged, replayed, request_id: firstId } = await log(listGood(items));
    if (replayed) c.header("idempotency-replayed", "true");
    const results = answerItems(
      items,
      logged,
      (result) =>
        result?.task === undefined
          ? toProblem(result ?? { outcome: "nothing" })
          : { status: 201 as const, task: result.task },
      firstId ?? c.get("requestId"),
    );
    return c.json({ results }, 200);
  };
}
