/**
 * The one import of your own agent: an Edge Function that checks who calls, answers at once, works
 * under a lease and leaves a task row that says how it went.
 */
import * as z from "zod";
import { createAgentClient } from "./agents/agent_client.ts";
import type { AgentStore } from "./agents/agent_store.ts";
import type { AgentTask, AgentWork, AnyPayload } from "./agents/agent_task.ts";
import { createRestStore } from "./agents/rest_store.ts";
import type { Database } from "./database/database_types.ts";
import { createFunctionApp, refuseOtherMethods } from "./http/app.ts";
import { guard } from "./http/guard.ts";
import { readJson, validate } from "./http/json.ts";
import { runInBackground } from "./platform/background.ts";
import type { Clock } from "./platform/clock.ts";
import { type Env, readEnv } from "./platform/env.ts";
import { consoleLog, type Log } from "./platform/log.ts";
import { withTask } from "./with_task.ts";

export type { SpendingEstimate } from "./agents/agent_store.ts";
export type { AgentTask, AgentWork, TaskResult } from "./agents/agent_task.ts";
export { GiveUp, RetryLater, SpendingRefused } from "./agents/outcomes.ts";

/** How an agent works. Everything has a default. */
export interface AgentOptions<Schema extends z.ZodType = z.ZodType> {
  /** What the payload must be. A payload that is not fails the task once, with a pointer. */
  readonly payload?: Schema;
  /** How many jobs one invocation works on at once, 1 to 100; default 10. */
  readonly concurrency?: number;
}

/** An Edge Function. */
export interface AgentFunction {
  fetch(request: Request): Response | Promise<Response>;
}

/** Makes the function of an agent; the name is its folder and the target of its schedules. */
export interface CreateAgent<Db> {
  (name: string, work: AgentWork<AnyPayload, Db>): AgentFunction;
  <Schema extends z.ZodType>(
    name: string,
    options: AgentOptions<Schema>,
    work: AgentWork<z.output<Schema>, Db>,
  ): AgentFunction;
}

/** What an agent works with besides; tests replace it. */
export interface AgentParts {
  readonly env: Env;
  readonly db: AgentTask["db"];
  readonly store: AgentStore;
  readonly log: Log;
  readonly clock?: Clock;
}

/** Payloads are at most 64 kB, and the database sends them at once. */
const BODY_LIMITS = { maxBytes: 131_072, withinMs: 2_000 };
const DEFAULT_CONCURRENCY = 10;
const MAX_CONCURRENCY = 100;

const requestSchema = z.looseObject({ task_id: z.guid() });

/**
 * Makes the function of an agent. Only the database's signed requests are taken: start it with
 * `nightshift.run_now('<schedule>')` or `enqueue_jobs('<schedule>', …)`, not with a secret.
 *
 * Called without arguments it takes the types of your own database, as `supabase gen types` writes
 * them.
 * @param name folder of the function, which is also the target of its schedules.
 * @throws {Error} for a missing setting, and for a concurrency that is not from 1 to 100.
 * @example
 * ```ts
 * export default createAgent("hello", async ({ payload }) => ({ output: payload }));
 * ```
 */
export function createAgent<Db = Database>(): CreateAgent<Db>;
export function createAgent(name: string, work: AgentWork): AgentFunction;
export function createAgent<Schema extends z.ZodType>(
  name: string,
  options: AgentOptions<Schema>,
  work: AgentWork<z.output<Schema>>,
): AgentFunction;
export function createAgent(
  name?: string,
  ...rest: readonly [AgentOptions | AgentWork<never, never>, AgentWork<never, never>?] | []
): AgentFunction | CreateAgent<never> {
  if (name === undefined) return createAgent as unknown as CreateAgent<never>;
  const [first, second] = rest;
  const [options, work] = typeof first === "function" ? [{}, first] : [first ?? {}, second];
  if (work === undefined) throw new Error(`createAgent("${name}") needs the work to do.`);
  return buildAgent(name, options, work, createParts());
}

function createParts(): AgentParts {
  const env = readEnv();
  const db = createAgentClient(env);
  return { env, db, store: createRestStore(db), log: consoleLog };
}

/** {@link createAgent} with its parts, for tests. */
export function buildAgent(
  name: string,
  { payload, concurrency = DEFAULT_CONCURRENCY }: AgentOptions,
  work: AgentWork<never, never>,
  parts: AgentParts,
): AgentFunction {
  if (!(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= MAX_CONCURRENCY)) {
    throw new Error(`The concurrency of agent "${name}" is ${concurrency}, not from 1 to 100.`);
  }
  const app = createFunctionApp(name, parts.log);
  app.use(guard({ secrets: parts.env, kinds: ["signature"], target: name, ...BODY_LIMITS }));
  app.post("/", async function startTask(c) {
    const { task_id: taskId } = validate(requestSchema, readJson(c, { anyType: true }));
    const started = await withTask({ ...parts, payload, concurrency }, taskId, work);
    if (started.isNew) runInBackground(started.work);
    return c.json({ task_id: taskId }, 202);
  });
  refuseOtherMethods(app, name);
  return { fetch: app.fetch };
}
