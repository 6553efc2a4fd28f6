import { createRoute, z } from "@hono/zod-openapi";
import { hashText } from "../../_shared/http/ingest_tokens.ts";
import type { AppDeps, TaskApi } from "../app.ts";
import { EXAMPLES, PARAMETER_EXAMPLES } from "../examples.ts";
import { jsonAnswer, writeErrors } from "../responses.ts";
import { idSchema, statusSchema, taskSchema } from "../schemas.ts";

const pingSchema = z.object({ task_id: idSchema, status: statusSchema }).openapi("Ping", {
  example: EXAMPLES.Ping,
});

const route = createRoute({
  method: "post",
  path: "/ping/{token}/{event}",
  operationId: "ping",
  summary: "Report a job from a shell script",
  description:
    "`start` logs a running task of the token's task type. `success` and `fail` end the latest " +
    "running one, or log a finished one. Only for tokens of the scope `ping`. The token is in " +
    "the path, which Nightshift does not log.",
  security: [],
  request: {
    params: z.object({
      token: z.string().min(1).max(200).openapi({ example: PARAMETER_EXAMPLES.pingToken }),
      event: z.enum(["start", "success", "fail"]).openapi({ example: "start" }),
    }),
  },
  responses: { 200: jsonAnswer("The task was logged or ended", pingSchema), ...writeErrors() },
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
