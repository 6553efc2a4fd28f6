import { createRoute, z } from "@hono/zod-openapi";
import { validate } from "../../_shared/http/body.ts";
import { hashText } from "../../_shared/http/ingest_tokens.ts";
import { Problem, problemBody } from "../../_shared/http/problem.ts";
import type { AppDeps, TaskApi } from "../app.ts";
import { identifyCaller } from "../callers.ts";
import { EXAMPLES, PARAMETER_EXAMPLES } from "../examples.ts";
import { toProblem } from "../refusals.ts";
import { jsonAnswer, problemSchema, writeErrors } from "../responses.ts";
import { newTaskSchema, taskSchema } from "../schemas.ts";

const MAX_BATCH = 500;

const batchSchema = z.strictObject({ tasks: z.array(z.unknown()).min(1).max(MAX_BATCH) });
const resultSchema = z.object({
  outcome: z.string(),
  constraint: z.string().optional(),
  task: taskSchema.optional(),
});
const answerSchema = z.object({
  replayed: z.boolean().optional(),
  request_id: z.string().nullish(),
  results: z.array(resultSchema),
});

const batchAnswerSchema = z.object({
  results: z.array(z.union([
    z.object({ status: z.literal(201), task: taskSchema }),
    z.object({ status: z.int(), problem: problemSchema }),
  ])),
}).openapi("BatchResults", {
  description: "One result for each task, in their order",
  example: EXAMPLES.BatchResults,
});

const route = createRoute({
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
    headers: z.object({
      "idempotency-key": z.string().min(1).max(255).optional().openapi({
        description: "A key of your choice, a new one for each request",
        example: PARAMETER_EXAMPLES.idempotencyKey,
      }),
    }),
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.record(z.string(), z.unknown()).openapi({
            anyOf: [
              { $ref: "#/components/schemas/NewTask" },
              { $ref: "#/components/schemas/NewTaskBatch" },
            ],
          }),
        },
      },
    },
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
      "idempotency_key_reused",
      "task_time_invalid",
      "task_invalid",
    ),
  },
});

/** `POST /tasks` */
export function mountLog(api: TaskApi, { env, store }: AppDeps): void {
  api.openAPIRegistry.register("NewTask", newTaskSchema);
  api.openAPIRegistry.register(
    "NewTaskBatch",
    z.strictObject({ tasks: z.array(newTaskSchema).min(1).max(MAX_BATCH) }).openapi(
      "NewTaskBatch",
      {
        example: EXAMPLES.NewTaskBatch,
      },
    ),
  );
  api.openapi(route, async (c) => {
    const caller = await identifyCaller(c, env);
    const key = c.req.valid("header")["idempotency-key"];
    const body = c.req.valid("json");
    const log = (tasks: readonly unknown[]) =>
      store.ask(caller, "log_tasks", {
        p_tasks: tasks,
        ...(key === undefined ? {} : {
          p_idempotency_key: key,
          // The hash is of the whole body, because rejected tasks are part of the request, too.
          p_request_hash: hashText(JSON.stringify(body)),
          p_request_id: c.get("requestId"),
        }),
      }, answerSchema);

    if (!("tasks" in body)) {
      const { results: [result], replayed } = await log([validate(newTaskSchema, body)]);
      if (result?.task === undefined) throw toProblem(result ?? { outcome: "nothing" });
      if (replayed || result.outcome === "existing") c.header("idempotency-replayed", "true");
      c.header("location", `tasks/${result.task.id}`);
      return c.json(result.task, 201);
    }
    const parsed = validate(batchSchema, body).tasks.map(readItem);
    const good = parsed.flatMap((item) => item instanceof Problem ? [] : [item]);
    const { results: logged, replayed, request_id: firstId } = await log(good);
    const instance = firstId ?? c.get("requestId");
    if (replayed) c.header("idempotency-replayed", "true");
    const results = parsed.map((item) => {
      const result = item instanceof Problem ? undefined : logged.shift();
      if (result?.task !== undefined) return { status: 201 as const, task: result.task };
      const problem = item instanceof Problem ? item : toProblem(result ?? { outcome: "nothing" });
      return { status: problem.status, problem: problemBody(problem, instance) };
    });
    return c.json({ results }, 200);
  });
}

function readItem(item: unknown): z.output<typeof newTaskSchema> | Problem {
  try {
    return validate(newTaskSchema, item);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
