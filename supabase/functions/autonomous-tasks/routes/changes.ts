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
  ["start", startSchema, "A pending task starts running"],
  ["progress", progressSchema, "A running task tells how far it is; output_data adds up"],
  ["complete", completeSchema, "A running task has completed, wholly or in part"],
  ["fail", failSchema, "A task has failed"],
  ["cancel", cancelSchema, "A task will not be done"],
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
      description: "The same step again answers the stored row; a contradicting one is refused.",
      request: {
        params: paramsSchema,
        body: { required: step === "fail", content: { "application/json": { schema } } },
      },
      responses: {
        200: jsonAnswer("the task as it is now", taskSchema),
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
  summary: "A new pending task like one that failed or was cancelled",
  description: "It is linked by input_data.retry_of. Asked again, the answer is the same new task.",
  request: { params: paramsSchema },
  responses: {
    201: jsonAnswer("the new task", taskSchema, ["Location"]),
    ...writeErrors("task_not_found", "task_not_retryable", "task_invalid"),
  },
});
