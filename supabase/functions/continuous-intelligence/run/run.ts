import { Problem } from "../../_shared/http/problem.ts";
import { describeError } from "../../_shared/platform/log.ts";
import type { AppDeps } from "../deps.ts";
import type { RunLease } from "../store/store.ts";
import type { RunReport } from "../store/store_answers.ts";
import { keepAlive } from "./heartbeat.ts";
import { Pipeline } from "./pipeline.ts";
import type { RunRequest } from "./run_request.ts";

/**
 * One run: claims, analyzes and saves until nothing is left or its budget of time, CPU or emails
 * ends, then finishes its rows. Whatever happens, the rows get an end, unless the database cannot
 * be reached.
 * @throws what broke it off, after the rows have been finished with a sentence about it.
 */
export async function performRun(
  deps: AppDeps,
  lease: RunLease,
  request: RunRequest,
): Promise<RunReport> {
  const heartbeat = keepAlive(deps, lease);
  try {
    await new Pipeline(deps, { lease, request, superseded: heartbeat.superseded }).drain();
  } catch (error) {
    await deps.store.finishRun(lease, explain(error)).catch((finishError: unknown) => {
      deps.log("error", "run not finished", {
        run_id: lease.runId,
        problem: describeError(finishError),
      });
    });
    throw error;
  } finally {
    heartbeat.stop();
  }
  return await deps.store.finishRun(lease, null);
}

/** For the error_message of the run's rows. Members read it too, so it has no internal text. */
function explain(error: unknown): string {
  return error instanceof Problem
    ? error.detail
    : "The run broke off with an unexpected error; the log of the function says why.";
}
