import { describeError, limitDocument, toErrorMessage, toStorableName } from "./storable.ts";
import { isNightshiftError } from "./errors.ts";
import { isTemporary } from "./retry.ts";
import type { NewTask, Task } from "./types.ts";
import type { WriteMethods } from "./write_methods.ts";

/** What is told about a task at its start. */
export type TaskStart = Pick<
  NewTask,
  "id" | "task_type" | "workspace_id" | "input_data" | "agent_name" | "triggered_by"
>;

/** What the work gets. */
export interface RunningTask {
  /** Of the row, a UUID. */
  readonly id: string;
  /** Adds up what the work costs, in US dollars. */
  addCost(usd: number): void;
  /** Says how far the work is; the fields add up in `output_data`. Never rejects. */
  progress(output: Readonly<Record<string, unknown>>): Promise<void>;
  /** Says that the work is alive. Never rejects. */
  heartbeat(): Promise<void>;
  /** Makes the end `partial_failure` with this message, 1 to 10,000 characters. */
  markPartial(message: string): void;
}

/** The part of a client that does work and logs it. */
export interface WorkMethods {
  /**
   * Does the work and logs it: running, then completed with what it returned as `output_data`, or
   * failed with what it threw, which is thrown on. Work is never harmed by its log. When the API
   * cannot be reached at the start, the work runs and is logged whole at its end. What cannot be
   * stored is replaced. An end that cannot be logged is a warning.
   * @throws {NightshiftError} when the API rejects the start, for example `unauthorized`; the work
   * has not begun then
   * @example
   * const rows = await nightshift.withTask({ task_type: "email_sync" }, async (task) => {
   *   task.addCost(0.002);
   *   return await importRows();
   * });
   */
  withTask<Output>(
    start: TaskStart,
    work: (task: RunningTask) => Promise<Output> | Output,
  ): Promise<Output>;
}

type Warn = (message: string) => void;

/** Makes `withTask` of a client. */
export function createWithTask(writes: WriteMethods, warn: Warn): WorkMethods["withTask"] {
  return async function withTask(start, work) {
    const log = await startLog(writes, warn, start);
    let output;
    try {
      output = await work(log.task);
    } catch (error) {
      await log.end({ status: "failed", error_message: toErrorMessage(error) });
      throw error;
    }
    await log.end(output === undefined ? {} : { output_data: limitDocument(output) });
    return output;
  };
}

type End = Pick<NewTask, "status" | "error_message" | "output_data" | "cost_estimate_usd">;

async function startLog(writes: WriteMethods, warn: Warn, given: TaskStart) {
  const id = given.id ?? crypto.randomUUID();
  const start = {
    ...given,
    id,
    ...(given.agent_name === undefined ? {} : { agent_name: toStorableName(given.agent_name) }),
    ...(given.input_data === undefined ? {} : { input_data: limitDocument(given.input_data) }),
  };
  const startedAt = Date.now();
  let cost: number | undefined;
  let partial: string | undefined;
  let isStarted = true;
  try {
    await writes.create({ ...start, status: "running" });
  } catch (error) {
    if (!isTemporary(error)) throw error;
    isStarted = false;
    warn(`The start of task ${id} was not logged: ${describeError(error)}`);
  }

  const knowCost = (): End =>
    cost !== undefined && Number.isFinite(cost) && cost >= 0 ? { cost_estimate_usd: cost } : {};
  const tell = async (send: (facts: End) => Promise<Task>, facts: End): Promise<void> => {
    try {
      await send({ ...facts, ...knowCost() });
    } catch (problem) {
      const said = `was not logged: ${describeError(problem)}`;
      if (isTemporary(problem)) return warn(`Task ${id} ${said}`);
      // It may be the output. What is known besides is logged.
      const note = limitDocument({ note: `The output ${said}`.slice(0, 1_000) });
      const { output_data: _, ...others } = facts;
      await send({ ...others, output_data: note })
        .catch((second) => warn(`Task ${id} was not logged: ${describeError(second)}`));
    }
  };
  const sendStep = ({ status, ...facts }: End) =>
    status === "failed"
      ? writes.fail(id, { error_message: "", ...facts })
      : writes.complete(id, status === "partial_failure" ? { ...facts, status } : facts);
  const sendWhole = (facts: End) =>
    writes.create({
      ...start,
      ...{ status: "completed", ...facts },
      executed_at: new Date(startedAt).toISOString(),
      completed_at: new Date(Math.max(startedAt, Date.now())).toISOString(),
    }).catch((error) => {
      // The start was logged after all, by a clock that is ahead of this one.
      if (isNightshiftError(error, "task_time_invalid")) return sendStep(facts);
      throw error;
    });

  const task: RunningTask = {
    id,
    addCost: (usd) => void (cost = (cost ?? 0) + usd),
    progress: async (output) => {
      if (isStarted) {
        await tell((facts) => writes.progress(id, facts), { output_data: limitDocument(output) });
      }
    },
    heartbeat: async () => {
      if (isStarted) await tell((facts) => writes.progress(id, facts), {});
    },
    markPartial: (message) => void (partial = toErrorMessage(message)),
  };
  return {
    task,
    end: async (end: End): Promise<void> => {
      const isPartial = partial !== undefined && end.status === undefined;
      const facts: End = isPartial
        ? { ...end, status: "partial_failure", error_message: partial as string }
        : end;
      await tell(isStarted ? sendStep : sendWhole, facts);
    },
  };
}
