import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { type Position, readCursor, writeCursor } from "../cursor.ts";
import type { AppDeps } from "../deps.ts";
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
import { describeRead } from "./read.ts";

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

const pageSchema = z.object({
  tasks: z.array(listedTaskSchema),
  next_cursor: z.string().nullable(),
}).openapi("TaskPage", { example: EXAMPLES.TaskPage });

interface Found {
  readonly tasks: ListedTask[];
  readonly next: Position | null;
}

const PAGE = {
  answer: ["One page. `next_cursor` is null on the last", pageSchema],
  name: "find_tasks",
  toAnswer: ({ tasks, next }: Found) => ({
    tasks,
    next_cursor: next === null ? null : writeCursor(next),
  }),
} as const;

/** The parameters of `find_tasks`; without statuses it finds tasks of all. */
function toFilter(
  { cursor, ...filter }: z.output<typeof failureFilterSchema>,
  statuses?: readonly string[],
) {
  return {
    p_filter: {
      ...filter,
      ...(statuses === undefined ? {} : { status: statuses }),
      ...(cursor === undefined ? {} : { after: readCursor(cursor) }),
    },
  };
}

export const LISTS = [
  describeRead({
    path: "/tasks",
    operationId: "listTasks",
    summary: "List tasks, latest start first",
    description:
      "The list is without `input_data` and `output_data`. With the cursor you get every " +
      "finished task once, also when new tasks arrive meanwhile.",
    query: z.strictObject({ ...filterFields, status: statusSchema.optional() }),
    toParameters: ({ status, ...filter }) => toFilter(filter, status && [status]),
    ...PAGE,
  }),
  describeRead({
    path: "/failures",
    operationId: "listFailures",
    summary: "List tasks that failed, wholly or in part, latest start first",
    query: failureFilterSchema,
    toParameters: (filter) => toFilter(filter, ["failed", "partial_failure"]),
    ...PAGE,
  }),
];

export const getRoute = createRoute({
  method: "get",
  path: "/tasks/{id}",
  operationId: "getTask",
  summary: "Get one task with its input and output",
  request: { params: z.object({ id: idSchema }) },
  responses: { 200: jsonAnswer("The task", taskSchema), ...readErrors("task_not_found") },
});

export function getTask({ store }: AppDeps): RouteHandler<typeof getRoute, AppEnv> {
  return async function answerTask(c) {
    const { task } = await store.ask<{ task: Task }>(c.get("caller"), "get_task", {
      p_task_id: c.req.valid("param").id,
    });
    return c.json(task, 200);
  };
}
