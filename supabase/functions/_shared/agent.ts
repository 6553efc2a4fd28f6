/**
 * The one import of an agent of your own: an Edge Function on a schedule that checks who calls,
 * answers at once, works under a lease and leaves a task row that says how it went.
 */
import { z } from "zod";
import { allowOnly, createFunctionApp } from "./http/app.ts";
import { requireCaller } from "./http/auth.ts";
import { runInBackground } from "./platform/background.ts";
import { limitBody, parseJson, validate } from "./http/body.ts";
import { createServiceClient, type ServiceClient } from "./database/db.ts";
import type { Json } from "./database/database_types.ts";
import { type Env, readEnv } from "./platform/env.ts";
import { consoleLog, type Log } from "./platform/log.ts";
import { type TaskResult, withTask } from "./with_task.ts";

export type { TaskResult } from "./with_task.ts";

/** What the work of an agent gets. */
export interface AgentTask {
  /** Id of its row in `autonomous_tasks`; the same for every attempt of one slot. */
  readonly id: string;
  /** The payload of the schedule. */
  readonly payload: Readonly<Record<string, Json | undefined>>;
  /** The database with the rights of `service_role`. */
  readonly db: ServiceClient;
}

/** The work itself. What it returns stands in the row; what it throws makes the task failed. */
export type AgentWork = (task: AgentTask) => Promise<TaskResult>;

/** Payloads are at most 64 kB. */
const BODY_LIMIT_BYTES = 131_072;

const requestSchema = z.looseObject({ task_id: z.uuid() });

/**
 * Makes the function of an agent. Only the database's signed requests are taken: start it with
 * `nightshift.run_now('<schedule>')`, not with a secret.
 * @param name folder of the function, which is also the target of its schedule.
 * @example
 * ```ts
 * export default createAgent("hello", async ({ payload }) => ({ output: { hello: payload.name } }));
 * ```
 */
export function createAgent(
  name: string,
  work: AgentWork,
  { env = readEnv(), db = createServiceClient(env), log = consoleLog }: {
    readonly env?: Env;
    readonly db?: ServiceClient;
    readonly log?: Log;
  } = {},
): { fetch(request: Request): Response | Promise<Response> } {
  const app = createFunctionApp(name, log);
  app.post(
    "/",
    limitBody(BODY_LIMIT_BYTES),
    requireCaller(env, ["signature"]),
    async function startTask(c) {
      const { task_id: taskId, ...payload } = validate(
        requestSchema,
        parseJson(await c.req.text()),
      );
      const started = await withTask(
        { db, env, log },
        taskId,
        () => work({ id: taskId, payload: payload as AgentTask["payload"], db }),
      );
      if (started.isNew) runInBackground(started.work);
      return c.json({ task_id: taskId }, 202);
    },
  );
  app.all("/", allowOnly("POST"));
  return { fetch: app.fetch };
}
