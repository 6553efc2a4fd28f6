import { z } from "zod";
import type { Json } from "./database/database_types.ts";
import { type ServiceClient, unwrap } from "./database/db.ts";
import { toStorable, toStorableCost, toStorableText } from "./database/to_storable.ts";
import type { Env } from "./platform/env.ts";
import { startHeartbeat } from "./platform/heartbeat.ts";
import { describeError, type Log } from "./platform/log.ts";

/** What a task leaves in its row. */
export interface TaskResult {
  /** Stored as `output_data`, at most 256 kB. What the database cannot hold is replaced. */
  readonly output?: Json;
  /** Stored as `cost_estimate_usd`, US dollars, from 0 to a billion. */
  readonly costUsd?: number;
}

/** A task that was taken on. `work` resolves when its row has its end; it never rejects. */
export type StartedTask =
  | { readonly isNew: false }
  | { readonly isNew: true; readonly work: Promise<void> };

interface TaskDeps {
  readonly db: ServiceClient;
  readonly env: Pick<Env, "runLeaseSeconds">;
  readonly log: Log;
}

const MAX_MESSAGE_LENGTH = 10_000;

const startedSchema = z.object({ outcome: z.string(), run_token: z.uuid().nullable() });

/**
 * Takes a dispatched task on and does its work: running under a lease with heartbeats, then
 * completed with what the work returned, or failed with what it threw.
 * @returns once the task is `running`; `isNew` is false when there is nothing to do, because it was
 * delivered before, has ended or is unknown.
 * @throws {Problem} `store_unavailable` or `internal_error` when it could not be started.
 */
export async function withTask(
  deps: TaskDeps,
  taskId: string,
  work: () => Promise<TaskResult>,
): Promise<StartedTask> {
  const { db, env } = deps;
  const answer = await db.rpc("start_run", {
    p_task_id: taskId,
    p_lease_seconds: env.runLeaseSeconds,
  });
  const { run_token: token } = startedSchema.parse(unwrap(answer));
  if (token === null) return { isNew: false };
  return { isNew: true, work: carryOut(deps, taskId, token, work) };
}

async function carryOut(
  { db, env, log }: TaskDeps,
  taskId: string,
  token: string,
  work: () => Promise<TaskResult>,
): Promise<void> {
  const stopHeartbeat = startHeartbeat(env.runLeaseSeconds, async () => {
    const { error } = await db.rpc("beat_run", {
      p_run_id: taskId,
      p_run_token: token,
      p_lease_seconds: env.runLeaseSeconds,
    });
    if (error) log("warn", "heartbeat failed", { task_id: taskId, problem: error.message });
  });
  const end = await Promise.try(work).then(
    (result) =>
      toEnd(result, (problem) => log("warn", "result changed", { task_id: taskId, problem })),
    (error: unknown) => {
      log("error", "task failed", { task_id: taskId, problem: describeError(error) });
      return { p_error: explainFailure(error) };
    },
  );
  stopHeartbeat();
  const { data, error } = await db.rpc("finish_task", {
    p_task_id: taskId,
    p_run_token: token,
    ...end,
  });
  // Without an end of its own the row gets one when its lease has run out.
  if (error || data !== true) {
    log("error", "task not finished", { task_id: taskId, problem: error?.message ?? "superseded" });
  }
}

/**
 * The work is done, so whatever it returned, its row is completed with as much as can be stored.
 */
function toEnd(result: TaskResult | null | undefined, tell: (problem: string) => void) {
  const { output, costUsd } = result ?? {};
  const { value, changes } = toStorable(output);
  const cost = toStorableCost(costUsd);
  const problems = cost !== undefined || costUsd === undefined
    ? changes
    : [...changes, `the cost ${costUsd} was left out`];
  if (problems.length > 0) tell(problems.join("; "));
  return {
    ...(value === undefined ? {} : { p_output: value }),
    ...(cost === undefined ? {} : { p_cost_usd: cost }),
  };
}

/** Never empty, because a row without a message would count as completed. */
function explainFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : describeThrown(error);
  return toStorableText(message.trim() || "The work failed without a message.")
    .slice(0, MAX_MESSAGE_LENGTH).toWellFormed();
}

/** Errors of supabase-js are plain objects with `message`, `code` and `hint`. */
function describeThrown(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { message, code, hint } = error as Record<string, unknown>;
  const parts = [message, code, hint].filter((part) => typeof part === "string" && part !== "");
  return parts.length > 0 ? parts.join(" ") : JSON.stringify(toStorable(error).value);
}
