import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { readJson, validateStorable } from "../../_shared/http/json.ts";
import type { AppDeps } from "../deps.ts";
import { jsonAnswer, jsonBody, writeErrors } from "../responses.ts";
import { BODY_SCHEMAS, idSchema, type Task, taskSchema } from "../schemas.ts";

const paramsSchema = z.object({ id: idSchema });

/** `POST /tasks/{id}/start | progress | complete | fail | cancel` */
export const STEPS = [
  describeStep("start", "Start", "Start a pending task"),
  describeStep(
    "progress",
    "Progress",
    "Report progress of a running task. An object in `output_data` is merged into the stored one",
  ),
  describeStep("complete", "Complete", "Complete a running task, wholly or in part"),
  describeStep("fail", "Fail", "Mark a task as failed"),
  describeStep("cancel", "Cancel", "Cancel a task"),
];
type Step = ReturnType<typeof describeStep>;

function describeStep(action: string, schemaName: keyof typeof BODY_SCHEMAS, summary: string) {
  const route = createRoute({
    method: "post",
    path: `/tasks/{id}/${action}`,
    operationId: `${action}Task`,
    summary,
    description: "You can repeat a step safely: the response is the stored task. A step that " +
      "contradicts it is rejected.",
    request: { params: paramsSchema, body: jsonBody(action === "fail", schemaName) },
    responses: {
      200: jsonAnswer("The task after this step", taskSchema),
      ...writeErrors(
        "task_not_found",
        "task_already_finished",
        "task_transition_invalid",
        "task_time_invalid",
        "task_invalid",
        "daily_quota_exceeded",
      ),
    },
  });
  return { action, route, schema: BODY_SCHEMAS[schemaName] };
}

export function changeTask(
  { store }: AppDeps,
  { action, schema }: Step,
): RouteHandler<Step["route"], AppEnv> {
  return async function answerChange(c) {
    const { task } = await store.ask<{ task: Task }>(c.get("caller"), "change_task", {
      p_task_id: c.req.valid("param").id,
      p_action: action,
      p_change: validateStorable(schema, readJson(c)),
    });
    return c.json(task, 200);
  };
}

export const retryRoute = createRoute({
  method: "post",
  path: "/tasks/{id}/retry",
  operationId: "retryTask",
  summary: "Log a new pending task like one that failed or was cancelled",
  description:
    "`input_data.retry_of` is the id of the old task. If you repeat the request, the response is " +
    "the same new task.",
  request: { params: paramsSchema },
  responses: {
    201: jsonAnswer("The new task", taskSchema, ["Location"]),
    ...writeErrors("task_not_found", "task_not_retryable", "task_invalid", "daily_quota_exceeded"),
  },
});

export function retryTask({ store }: AppDeps): RouteHandler<typeof retryRoute, AppEnv> {
  return async function answerRetry(c) {
    const { task } = await store.ask<{ task: Task }>(c.get("caller"), "retry_task", {
      p_task_id: c.req.valid("param").id,
    });
    c.header("location", `../${task.id}`);
    return c.json(task, 201);
  };
}
