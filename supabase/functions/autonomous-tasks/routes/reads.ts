import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AppDeps, TaskApi } from "../app.ts";
import { identifyCaller } from "../callers.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { EXAMPLES } from "../examples.ts";
import { jsonAnswer, readErrors } from "../responses.ts";
import {
  idSchema,
  listedTaskSchema,
  statusSchema,
  taskSchema,
  taskTypeSchema,
  textSchema,
  timeSchema,
  triggeredBySchema,
  workspaceIdSchema,
} from "../schemas.ts";

const cursorSchema = z.string().max(200)
  .refine((cursor) => readCursor(cursor) !== null, { error: "must be a next_cursor of this list" })
  .openapi({ description: "`next_cursor` of the page before. Keep the filters" });

const filterFields = {
  workspace_id: workspaceIdSchema.optional(),
  task_type: taskTypeSchema.optional(),
  agent_name: textSchema(200).optional(),
  triggered_by: triggeredBySchema.optional(),
  executed_from: timeSchema.optional(),
  executed_before: timeSchema.optional(),
  error_text: textSchema(200).optional().openapi({
    description: "Text that `error_message` contains",
  }),
  limit: z.coerce.number().int().min(1).max(200).optional().openapi({ param: { example: 50 } }),
  cursor: cursorSchema.optional(),
};
const failureFilterSchema = z.strictObject(filterFields);
const filterSchema = z.strictObject({ ...filterFields, status: statusSchema.optional() });

const pageSchema = z.object({
  tasks: z.array(listedTaskSchema),
  next_cursor: z.string().nullable(),
}).openapi("TaskPage", { example: EXAMPLES.TaskPage });

const foundSchema = z.object({
  tasks: z.array(listedTaskSchema),
  next: z.object({ executed_at: z.string(), id: z.string() }).nullable(),
});

const listRoute = createRoute({
  method: "get",
  path: "/tasks",
  operationId: "listTasks",
  summary: "List tasks, latest start first",
  description:
    "The list is without `input_data` and `output_data`. With the cursor you get every finished " +
    "task once, also when new tasks arrive meanwhile.",
  request: { query: filterSchema },
  responses: {
    200: jsonAnswer("One page. `next_cursor` is null on the last", pageSchema),
    ...readErrors(),
  },
});

const failuresRoute = createRoute({
  method: "get",
  path: "/failures",
  operationId: "listFailures",
  summary: "List tasks that failed, wholly or in part, latest start first",
  request: { query: failureFilterSchema },
  responses: {
    200: jsonAnswer("One page. `next_cursor` is null on the last", pageSchema),
    ...readErrors(),
  },
});

const getRoute = createRoute({
  method: "get",
  path: "/tasks/{id}",
  operationId: "getTask",
  summary: "Get one task with its input and output",
  request: { params: z.object({ id: idSchema }) },
  responses: { 200: jsonAnswer("The task", taskSchema), ...readErrors("task_not_found") },
});

/** `GET /tasks`, `GET /failures`, `GET /tasks/{id}` */
export function mountReads(api: TaskApi, { env, store }: AppDeps): void {
  const findPage = async (
    c: Context,
    { cursor, ...filter }: z.output<typeof failureFilterSchema>,
    statuses: readonly string[],
  ) => {
    const { tasks, next } = await store.ask(await identifyCaller(c, env), "find_tasks", {
      p_filter: {
        ...filter,
        ...(statuses.length > 0 ? { status: statuses } : {}),
        ...(cursor === undefined ? {} : { after: readCursor(cursor) }),
      },
    }, foundSchema);
    return { tasks, next_cursor: next === null ? null : writeCursor(next) };
  };
  api.openapi(listRoute, async (c) => {
    const { status, ...filter } = c.req.valid("query");
    return c.json(await findPage(c, filter, status === undefined ? [] : [status]), 200);
  });
  api.openapi(
    failuresRoute,
    async (c) =>
      c.json(await findPage(c, c.req.valid("query"), ["failed", "partial_failure"]), 200),
  );
  api.openapi(getRoute, async (c) => {
    const caller = await identifyCaller(c, env);
    const { task } = await store.ask(caller, "get_task", {
      p_task_id: c.req.valid("param").id,
    }, z.object({ task: taskSchema }));
    return c.json(task, 200);
  });
}
