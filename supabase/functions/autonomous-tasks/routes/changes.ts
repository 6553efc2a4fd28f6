import { createRoute, z } from "@hono/zod-openapi";
import type { ProblemCode } from "../../_shared/http/problem.ts";
import type { AppDeps, TaskApi } from "../app.ts";
import { identifyCaller } from "../callers.ts";
import { jsonAnswer, writeErrors } from "../responses.ts";
import {
  cancelSchema,
  completeSchema,
  failSchema,
  idSchema,
  progressSchema,
  startSchema,
  taskSchema,
} from "../schemas.ts";

const answerSchema = z.object({ task: taskSchema });
const paramsSchema = z.object({ id: idSchema });

const STEPS = [
  ["start", startSchema, "Start a pending task"],
  [
    "progress",
    progressSchema,
    "Report progress of a running task. An object in `output_data` is merged into the stored one",
  ],
  ["complete", completeSchema, "Complete a running task, wholly or in part"],
  ["fail", failSchema, "Mark a task as failed"],
  ["cancel", cancelSchema, "Cancel a task"],
] as const;

const STEP_ERRORS: readonly ProblemCode[] = [
  "task_not_found",
  "task_already_finished",
  "task_transition_invalid",
  "task_time_invalid",
  "task_invalid",
];

/** `POST /tasks/{id}/start | progress | complete | fail | cancel | retry` */
export function mountChanges(api: TaskApi, { env, store }: AppDeps): void {
  for (const [step, schema, summary] of STEPS) {
    const route = createRoute({
      method: "post",
      path: `/tasks/{id}/${step}`,
      operationId: `${step}Task`,
      summary,
      description: "You can repeat a step safely: the response is the stored task. A step that " +
        "contradicts it is rejected.",
      request: {
        params: paramsSchema,
        body: { required: step === "fail", content: { "application/json": { schema } } },
      },
      responses: {
        200: jsonAnswer("The task after this step", taskSchema),
        ...writeErrors(...STEP_ERRORS),
      },
    });
    api.openapi(route, async (c) => {
      const caller = await identifyCaller(c, env);
      const { task } = await store.ask(caller, "change_task", {
        p_task_id: c.req.valid("param").id,
        p_action: step,
        p_change: c.req.valid("json"),
      }, answerSchema);
      return c.json(task, 200);
    });
  }
  api.openapi(retryRoute, async (c) => {
    const caller = await identifyCaller(c, env);
    const { task } = await store.ask(caller, "retry_task", {
      p_task_id: c.req.valid("param").id,
    }, answerSchema);
    c.header("location", `../${task.id}`);
    return c.json(task, 201);
  });
}

const retryRoute = createRoute({
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
    ...writeErrors("task_not_found", "task_not_retryable", "task_invalid"),
  },
});
