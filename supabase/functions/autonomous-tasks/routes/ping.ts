import { createRoute, z } from "@hono/zod-openapi";
import { hashText } from "../../_shared/http/ingest_tokens.ts";
import type { AppDeps, TaskApi } from "../app.ts";
import { jsonAnswer, writeErrors } from "../responses.ts";
import { idSchema, statusSchema, taskSchema } from "../schemas.ts";

const pingSchema = z.object({ task_id: idSchema, status: statusSchema }).openapi("Ping");

const route = createRoute({
  method: "post",
  path: "/ping/{token}/{event}",
  operationId: "ping",
  summary: "A sign of life of a job, for shell scripts",
  description:
    "start logs a running task of the token's task type; success and fail end the latest running " +
    "one, or log a finished one. Only tokens of the scope ping; the path stands in no log of ours.",
  security: [],
  request: {
    params: z.object({
      token: z.string().min(1).max(200),
      event: z.enum(["start", "success", "fail"]),
    }),
  },
  responses: { 200: jsonAnswer("noted", pingSchema), ...writeErrors() },
});

/** `POST /ping/{token}/start | success | fail` */
export function mountPing(api: TaskApi, { store }: AppDeps): void {
  api.openapi(route, async (c) => {
    const { token, event } = c.req.valid("param");
    const { task } = await store.ask({ kind: "token", tokenHash: hashText(token) }, "ping_task", {
      p_event: event,
    }, z.object({ task: taskSchema }));
    return c.json({ task_id: task.id, status: task.status }, 200);
  });
}
