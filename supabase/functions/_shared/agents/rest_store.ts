import * as z from "zod";
import type { Json } from "../database/database_types.ts";
import { type ServiceClient, unwrap } from "../database/db.ts";
import type { AgentStore } from "./agent_store.ts";
import type { Job, JobResult } from "./job.ts";
import { AgentMistake } from "./outcomes.ts";

const jobSchema = z.object({
  task_id: z.guid(),
  workspace_id: z.guid().nullable(),
  payload: z.json().nullable(),
  attempt: z.int(),
  max_attempts: z.int(),
  steps: z.array(z.object({ name: z.string(), position: z.int(), result: z.json() })),
}).transform((job): Job => ({
  taskId: job.task_id,
  workspaceId: job.workspace_id,
  payload: (job.payload ?? {}) as Json,
  attempt: job.attempt,
  maxAttempts: job.max_attempts,
  steps: job.steps as Job["steps"],
}));

const claimedShape = { jobs: z.array(jobSchema).default([]), more: z.boolean().default(false) };
const startedSchema = z.object({
  outcome: z.string(),
  run_token: z.guid().nullish(),
  ...claimedShape,
});
const beatShape = { held: z.boolean(), cancelled: z.array(z.guid()).default([]) };
const beatSchema = z.object({ ...beatShape, more: z.boolean().default(false) });
const settledSchema = z.object({ ...beatShape, ...claimedShape });
/** What was asked for was done, or its run had lost the job, or the database says why not. */
const outcomeOf = <Done extends string>(done: Done) =>
  z.discriminatedUnion("outcome", [
    z.object({ outcome: z.enum([done, "lost"]) }),
    z.object({ outcome: z.literal("rejected"), message: z.string() }),
  ]);
const stepSchema = outcomeOf("saved");
const alertSchema = outcomeOf("raised");
const reservedSchema = z.object({
  outcome: z.string(),
  reservation_id: z.guid().nullish(),
  message: z.string().nullish(),
});

/** The store of agents over the project's REST API, with the rights of `service_role`. */
export function createRestStore(db: ServiceClient): AgentStore {
  async function call(name: string, parameters: Record<string, unknown>): Promise<unknown> {
    const answer = await db.rpc(name as never, parameters as never);
    // What the database has against a request is a sentence behind a code.
    if (answer.error?.code?.startsWith("PT4")) {
      throw new AgentMistake(answer.error.message.replace(/^\w+: /, ""));
    }
    return unwrap(answer);
  }
  const of = ({ runId, token }: { runId: string; token: string }) => ({
    p_run_id: runId,
    p_run_token: token,
  });
  return {
    async startRun(taskId, limit, leaseSeconds) {
      const { run_token: token, jobs, more } = startedSchema.parse(
        await call("start_agent_run", {
          p_task_id: taskId,
          p_limit: limit,
          p_lease_seconds: leaseSeconds,
        }),
      );
      return token === undefined || token === null ? null : { token, jobs, more };
    },
    async settleJobs(lease, results, limit, leaseSeconds) {
      const { held, cancelled, jobs, more } = settledSchema.parse(
        await call("settle_jobs", {
          ...of(lease),
          p_results: results.map(writeResult),
          p_claim: limit,
          p_lease_seconds: leaseSeconds,
        }),
      );
      return { isHeld: held, cancelled, jobs, more };
    },
    async finishRun(lease, error) {
      await call("finish_agent_run", { ...of(lease), p_error: error });
    },
    async beatRun(lease, leaseSeconds) {
      const { held, cancelled, more } = beatSchema.parse(
        await call("beat_agent_run", { ...of(lease), p_lease_seconds: leaseSeconds }),
      );
      return { isHeld: held, cancelled, more };
    },
    async saveStep(lease, taskId, { name, position, result }) {
      return stepSchema.parse(
        await call("save_step", {
          ...of(lease),
          p_task_id: taskId,
          p_step: { name, position, result },
        }),
      );
    },
    async logLines(lease, lines) {
      const written = lines.map(({ taskId, at, message, fields }) => ({
        task_id: taskId,
        at: at.toISOString(),
        message,
        ...(fields === undefined ? {} : { fields }),
      }));
      await call("log_lines", { ...of(lease), p_lines: written });
    },
    async reserveSpending(lease, taskId, { analyzer, model, usd }) {
      const { outcome, reservation_id: reservationId, message } = reservedSchema.parse(
        await call("reserve_task_spending", {
          ...of(lease),
          p_task_id: taskId,
          p_analyzer: analyzer,
          p_model: model,
          p_usd: usd,
        }),
      );
      if (outcome === "reserved" && reservationId) return { outcome, reservationId };
      return { outcome: "refused", message: message ?? "The database did not reserve the money." };
    },
    async settleSpending(lease, reservationId, usd) {
      await call("settle_task_spending", {
        ...of(lease),
        p_reservation_id: reservationId,
        p_usd: usd,
      });
    },
    async raiseAlert(lease, taskId, message) {
      return alertSchema.parse(
        await call("alert_from_task", { ...of(lease), p_task_id: taskId, p_message: message }),
      );
    },
  };
}

function writeResult(result: JobResult) {
  const { taskId, outcome } = result;
  if (outcome === "completed") {
    const { output, costUsd } = result;
    return {
      task_id: taskId,
      outcome,
      ...(output === undefined ? {} : { output }),
      ...(costUsd === undefined ? {} : { cost_usd: costUsd }),
    };
  }
  if (outcome === "retry") {
    return { task_id: taskId, outcome, error: result.error, after_seconds: result.afterSeconds };
  }
  if (outcome === "failed") return { task_id: taskId, outcome, error: result.error };
  return { task_id: taskId, outcome };
}
