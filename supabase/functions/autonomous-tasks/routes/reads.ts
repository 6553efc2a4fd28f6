import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import type { AppEnv, Caller } from "../../_shared/http/caller.ts";
import { type Position, readCursor, writeCursor } from "../cursor.ts";
import type { AppDeps, TaskStore } from "../deps.ts";
import { EXAMPLES } from "../examples.ts";
import { jsonAnswer, readErrors } from "../responses.ts";
import {
  idSchema,
  type ListedTask,
  listedTaskSchema,
  statusSchema,
  type Task,
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

export const listRoute = createRoute({
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

export const failuresRoute = createRoute({
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

export const getRoute = createRoute({
  method: "get",
  path: "/tasks/{id}",
  operationId: "getTask",
  summary: "Get one task with its input and output",
  request: { params: z.object({ id: idSchema }) },
  responses: { 200: jsonAnswer("The task", taskSchema), ...readErrors("task_not_found") },
});

/** One page of the tasks that a filter matches. */
async function findPage(
  store: TaskStore,
  caller: Caller,
  { cursor, ...filter }: z.output<typeof failureFilterSchema>,
  statuses: readonly string[] | undefined,
) {
  interface Found {
    readonly tasks: ListedTask[];
    readonly next: Position | null;
  }
  const { tasks, next } = await store.ask<Found>(caller, "find_tasks", {
    p_filter: {
      ...filter,
      ...(statuses === undefined ? {} : { status: statuses }),
      ...(cursor === undefined ? {} : { after: readCursor(cursor) }),
    },
  });
  return { tasks, next_cursor: next === null ? null : writeCursor(next) };
}

export function listTasks({ store }: AppDeps): RouteHandler<typeof listRoute, AppEnv> {
  return async function answerList(c) {
    const { status, ...filter } = c.req.valid("query");
    const statuses = status === undefined ? undefined : [status];
    return c.json(await findPage(store, c.get("caller"), filter, statuses), 200);
  };
}

export function listFailures({ store }: AppDeps): RouteHandler<typeof failuresRoute, AppEnv> {
  return async function answerFailures(c) {
    const failed = ["failed", "partial_failure"];
    return c.json(await findPage(store, c.get("caller"), c.req.valid("query"), failed), 200);
  };
}

export function getTask({ store }: AppDeps): RouteHandler<typeof getRoute, AppEnv> {
  return async function answerTask(c) {
    const { task } = await store.ask<{ task: Task }>(c.get("caller"), "get_task", {
      p_task_id: c.req.valid("param").id,
    });
    return c.json(task, 200);
  };
}
