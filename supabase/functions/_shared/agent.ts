/**
 * The one import of your own agent: an Edge Function on a schedule that checks who calls, answers
 * at once, works under a lease and leaves a task row that says how it went.
 */
import { z } from "zod";
import type { Json } from "./database/database_types.ts";
import { createServiceClient, type ServiceClient } from "./database/db.ts";
import { createFunctionApp, refuseOtherMethods } from "./http/app.ts";
import { guard } from "./http/guard.ts";
import { readJson, validate } from "./http/json.ts";
import { runInBackground } from "./platform/background.ts";
import { type Env, readEnv } from "./platform/env.ts";
import { consoleLog, type Log } from "./platform/log.ts";
import { type TaskResult, withTask } from "./with_task.ts";

export type { TaskResult } from "./with_task.ts";

/** What the work of an agent gets. */
export interface AgentTask {
  /** Id of its row in `autonomous_tasks`; the same for every attempt of one scheduled time. */
  readonly id: string;
  /** The payload of the schedule. */
  readonly payload: Readonly<Record<string, Json | undefined>>;
  /** The database with the rights of `service_role`. */
  readonly db: ServiceClient;
}

/** The work itself. What it returns is stored in the row; what it throws makes the task failed. */
export type AgentWork = (task: AgentTask) => Promise<TaskResult>;

/** Payloads are at most 64 kB, and the database sends them at once. */
const BODY_LIMITS = { maxBytes: 131_072, withinMs: 2_000 };

const requestSchema = z.looseObject({ task_id: z.uuid() });

/**
 * Makes the function of an agent. Only the database's signed requests are taken: start it with
 * `nightshift.run_now('<schedule>')`, not with a secret.
 * @param name folder of the function, which is also the target of its schedule.
 * @example
 * ```ts
 * export default createAgent("hello", async ({ payload }) => ({ output: { hello: payload.name }
 * })); ```
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
  app.use(guard({ secrets: env, kinds: ["signature"], target: name, ...BODY_LIMITS }));
  app.post("/", async function startTask(c) {
    const request = readJson(c, { anyType: true });
    const { task_id: taskId, ...payload } = validate(requestSchema, request);
    const started = await withTask(
      { db, env, log },
      taskId,
      () => work({ id: taskId, payload: payload as AgentTask["payload"], db }),
    );
    if (started.isNew) runInBackground(started.work);
    return c.json({ task_id: taskId }, 202);
  });
  refuseOtherMethods(app, name);
  return { fetch: app.fetch };
}
