import { createRoute, type RouteHandler, z } from "@hono/zod-openapi";
import type { Handler } from "hono";
import { receiveBody } from "../../_shared/http/body.ts";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { createUnauthorized, hashText } from "../../_shared/http/credentials.ts";
import { Problem } from "../../_shared/http/problem.ts";
import type { AppDeps } from "../deps.ts";
import { EXAMPLES, PARAMETER_EXAMPLES } from "../examples.ts";
import { readReport } from "../ping_report.ts";
import { jsonAnswer, readErrors } from "../responses.ts";
import { idSchema, statusSchema, type Task } from "../schemas.ts";

/** More of a body is cut off. A ping is never rejected because of its body. */
const BODY_LIMITS = { maxBytes: 100_000, withinMs: 1_000 };

const tokenSchema = z.string().openapi({ example: PARAMETER_EXAMPLES.pingToken });
const EVENTS = { error: "must be start, success, fail or an exit code from 0 to 255" };
const exitCodeSchema = z.string().regex(/^\d{1,3}$/, { ...EVENTS, abort: true })
  .refine((code) => Number(code) <= 255, EVENTS);
const eventSchema = z.union([z.enum(["start", "success", "fail"]), exitCodeSchema], EVENTS)
  .openapi({ example: "start" });

const querySchema = z.object({
  agent_name: z.string().optional().openapi({
    description: "Which job it is. Up to 200 characters are kept",
    param: { example: "nightly-backup" },
  }),
});

const pingSchema = z.object({ task_id: idSchema, status: statusSchema }).openapi("Ping", {
  example: EXAMPLES.Ping,
});

/** `GET | POST /ping/{token}` and `/ping/{token}/{event}`; HEAD is answered like GET. */
export const PING_ROUTES = (["post", "get"] as const).flatMap((method) => [
  describePing(method, "/ping/{token}/{event}", "ping", { event: eventSchema }),
  describePing(method, "/ping/{token}", "pingSuccess", {}),
]);

function describePing(
  method: "get" | "post",
  path: "/ping/{token}" | "/ping/{token}/{event}",
  operationId: string,
  params: { event?: typeof eventSchema },
) {
  return createRoute({
    method,
    path,
    operationId: method === "get" ? `${operationId}ByGet` : operationId,
    summary: "Report a job from a shell script",
    description:
      "`start` logs a running task of the token's task type. `success` and `fail` end the latest " +
      "running one, or log a finished one. An exit code is a success when it is 0, and a failure " +
      "otherwise. Without an event it is `success`. Text in the body is kept in `output_data`, " +
      "of a failure also in `error_message`, and its lines are the log lines of the task. From a " +
      "JSON object `error_message`, `output_data` and `cost_estimate_usd` are kept in their " +
      "columns. Up to 100 kB are kept. `agent_name`, here or in a JSON object, says which job it " +
      "is; without it that is the name of the token. A second `start` of a job fails the run " +
      "whose end was never reported. Only for tokens " +
      "of the scope `ping`. The token is in the path, which Nightshift does not log.",
    security: [],
    request: { params: z.object({ token: tokenSchema, ...params }), query: querySchema },
    responses: {
      200: jsonAnswer("The task was logged or ended", pingSchema),
      ...readErrors("route_not_found", "task_invalid", "daily_quota_exceeded"),
    },
  });
}

export function ping({ store }: AppDeps): RouteHandler<typeof PING_ROUTES[number], AppEnv> {
  return async function answerPing(c) {
    const { token } = c.req.valid("param");
    const event = c.req.param("event") ?? "success";
    if (!/^nst_[0-9a-f]{64}$/i.test(token)) throw createUnauthorized(["ingest_token"]);
    const { bytes } = await receiveBody(c.req.raw, BODY_LIMITS);
    const caller = { kind: "ingest_token", tokenHash: hashText(token) } as const;
    const { task } = await store.ask<{ task: Task }>(
      caller,
      "ping_task",
      readReport(event, bytes, c.req.valid("query").agent_name),
    );
    return c.json({ task_id: task.id, status: task.status }, 200);
  };
}

/** Whatever else is under `/ping`: a wrong address, not a missing credential. */
export const refuseOtherPings: Handler<AppEnv> = function refuseOtherPings() {
  throw new Problem("route_not_found", "Send a ping to /ping/TOKEN or /ping/TOKEN/EVENT.");
};
