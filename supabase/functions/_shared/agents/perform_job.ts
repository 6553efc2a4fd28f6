import type { z } from "zod";
import { toStorableCost, toStorableText } from "../database/to_storable.ts";
import { listFieldErrors } from "../http/json.ts";
import { describeError, type Log } from "../platform/log.ts";
import type { AgentStore, RunLease } from "./agent_store.ts";
import type { AgentTask, AgentWork, TaskResult } from "./agent_task.ts";
import { readDocument } from "./documents.ts";
import { explainFailure, readSafely } from "./explain_failure.ts";
import type { Job, JobResult } from "./job.ts";
import type { LineBuffer } from "./lines.ts";
import { AgentMistake, GiveUp, RetryLater, type StopKind, WorkStopped } from "./outcomes.ts";
import type { RunTime } from "./run/run_time.ts";
import { createSpend } from "./spending.ts";
import { createSteps, type Steps } from "./steps.ts";

/** What every job of a run shares. */
export interface JobDeps {
  readonly store: AgentStore;
  readonly lease: RunLease;
  readonly db: AgentTask["db"];
  readonly lines: LineBuffer;
  readonly time: RunTime;
  readonly log: Log;
  /** Takes our secrets out of text. */
  readonly hide: (text: string) => string;
  /** What payloads must be; anything without it. */
  readonly payload?: z.ZodType | undefined;
}

/**
 * One attempt at a job. Never rejects.
 * @param signal aborts with a {@link WorkStopped}.
 * @returns null when another run has taken the job over, so that nothing can be saved.
 */
export async function performJob(
  deps: JobDeps,
  job: Job,
  work: AgentWork<never, never>,
  signal: AbortSignal,
): Promise<JobResult | null> {
  const { log, time, hide } = deps;
  const { taskId } = job;
  const steps = createSteps({ ...deps, signal }, job);
  const outlasted = outlast(signal, time);
  try {
    const payload = await checkPayload(deps, job);
    const task = createTask(deps, job, payload, steps, signal);
    const result = await Promise.race([work(task as AgentTask<never, never>), outlasted]);
    await Promise.race([steps.whenIdle(), outlasted]);
    const stopped = findStop(signal);
    if (stopped === "superseded") return null;
    if (stopped === "cancelled") return { taskId, outcome: "cancelled" };
    if (steps.isContinued()) return { taskId, outcome: "continue" };
    return { taskId, outcome: "completed", ...readResult(result) };
  } catch (error) {
    // Steps that began beside the one that failed must not run beside the next attempt.
    await Promise.race([steps.whenIdle(), outlasted]).catch(() => {});
    const stopped = findStop(signal, error);
    if (stopped === "superseded") return null;
    if (stopped === "cancelled") return { taskId, outcome: "cancelled" };
    if (steps.isContinued()) return { taskId, outcome: "continue" };
    log("error", "task failed", {
      task_id: taskId,
      problem: hide(readSafely(() => describeError(error))),
    });
    const message = explainFailure(error, hide);
    if (error instanceof GiveUp) return { taskId, outcome: "failed", error: message };
    if (error instanceof RetryLater) {
      return { taskId, outcome: "retry", error: message, afterSeconds: error.seconds };
    }
    if (stopped === "time_over") return endOfTime(taskId, steps, time);
    return { taskId, outcome: "retry", error: message, afterSeconds: null };
  }
}

/** Without progress the attempt counts, because the next one may come no further. */
function endOfTime(
  taskId: string,
  steps: Pick<Steps, "mayContinue">,
  { seconds }: RunTime,
): JobResult {
  if (steps.mayContinue()) return { taskId, outcome: "continue" };
  const error = `The work had not finished a step after ${seconds} s, when its function had to ` +
    "end. Divide it into steps: they are kept, and the next run goes on behind them.";
  return { taskId, outcome: "retry", error, afterSeconds: null };
}

/** Rejects when work has not ended although it was told to, and the function has to. */
function outlast(signal: AbortSignal, time: RunTime): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => {
      setTimeout(reject, time.msToEnd(), signal.reason);
    }, { once: true });
  });
}

function findStop(signal: AbortSignal, error?: unknown): StopKind | null {
  if (error instanceof WorkStopped && error.kind === "superseded") return error.kind;
  return signal.aborted && signal.reason instanceof WorkStopped ? signal.reason.kind : null;
}

async function checkPayload({ payload: schema }: JobDeps, { payload }: Job): Promise<unknown> {
  if (schema === undefined) return payload;
  const checked = await schema.safeParseAsync(payload).catch((error: unknown) => {
    throw new AgentMistake(`The payload cannot be checked: ${readSafely(() => String(error))}`);
  });
  if (checked.success) return checked.data;
  const errors = listFieldErrors(checked.error, "payload").errors;
  const sentences = errors.slice(0, 5).map(({ pointer, message }) =>
    pointer ? `${pointer}: ${message}` : message
  );
  const more = errors.length > 5 ? ` (and ${errors.length - 5} more)` : "";
  throw new GiveUp(`The payload is not valid. ${sentences.join("; ")}${more}`);
}

function createTask(
  { store, lease, db, lines, log, hide }: JobDeps,
  { taskId, workspaceId, attempt, maxAttempts }: Job,
  payload: unknown,
  { step }: Steps,
  signal: AbortSignal,
): AgentTask<unknown> {
  return {
    id: taskId,
    workspaceId,
    payload,
    attempt,
    maxAttempts,
    db,
    signal,
    step,
    log: (message, fields) => lines.add(taskId, message, fields),
    spend: createSpend({ store, lease, taskId, log }),
    async alert(message) {
      const text = hide(toStorableText(String(message)));
      const answer = await store.raiseAlert(lease, taskId, text);
      if (answer.outcome === "lost") throw new WorkStopped("superseded");
      // An alert too many is no reason to fail.
      if (answer.outcome === "rejected") {
        lines.add(taskId, "This alert was not raised", { alert: text, reason: answer.message });
      }
    },
  };
}

/** @throws {AgentMistake} for what cannot be stored; the work is done and is not done again. */
function readResult(result: TaskResult | null | undefined | void) {
  try {
    return checkResult(result);
  } catch (error) {
    if (error instanceof AgentMistake) throw error;
    const problem = readSafely(() => String(error));
    throw new AgentMistake(`What the agent returned cannot be read: ${problem}`);
  }
}

function checkResult(result: TaskResult | null | undefined | void) {
  if (result === undefined || result === null) return {};
  if (typeof result !== "object" || Array.isArray(result)) {
    throw new AgentMistake(
      `The agent returned ${Array.isArray(result) ? "an array" : `a ${typeof result}`}; ` +
        "{ output, costUsd } or nothing is allowed.",
    );
  }
  const { output, costUsd } = result;
  const read = readDocument(output ?? null, { isExact: false });
  if (!read.ok) throw new AgentMistake(`The output cannot be stored: it ${read.obstacle}.`);
  const cost = toStorableCost(costUsd);
  if (cost === undefined && costUsd !== undefined && costUsd !== null) {
    throw new AgentMistake(
      `The cost cannot be stored: costUsd is ${String(costUsd)}; 0 up to a billion US dollars is ` +
        "allowed.",
    );
  }
  return {
    ...(output === undefined || output === null ? {} : { output: read.document }),
    ...(cost === undefined ? {} : { costUsd: cost }),
  };
}
