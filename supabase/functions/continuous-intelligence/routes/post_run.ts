import type { Context, Handler } from "hono";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { readJson, validate } from "../../_shared/http/json.ts";
import { runInBackground } from "../../_shared/platform/background.ts";
import { describeError } from "../../_shared/platform/log.ts";
import type { AppDeps } from "../deps.ts";
import { performRun } from "../run/run.ts";
import {
  dispatchedRunRequestSchema,
  type RunRequest,
  runRequestSchema,
} from "../run/run_request.ts";

/**
 * `POST /`: one run. A dispatch from the database names its task and a second delivery of it does
 * nothing; any other caller starts a run of its own and gets its report.
 * With `Prefer: respond-async` the answer is 202 with ids only and the work goes on behind it.
 */
export function postRun(deps: AppDeps): Handler<AppEnv> {
  return async function startRun(c) {
    const { request, taskId } = readRequest(c);
    const { runId, lease } = await deps.store.startRun({
      taskId,
      request,
      leaseSeconds: deps.env.runLeaseSeconds,
    });
    if (lease === null) return answerAccepted(c, deps, runId);

    const work = performRun(deps, lease, request);
    if (!prefersAsync(c)) return c.json(await work);
    runInBackground(work.catch((error) => {
      deps.log("error", "run broke off", { run_id: runId, problem: describeError(error) });
    }));
    return answerAccepted(c, deps, runId);
  };
}

function readRequest(c: Context<AppEnv>): { request: RunRequest; taskId: string | null } {
  const body = readJson(c, { anyType: true });
  if (c.get("caller").kind !== "signature") {
    return { request: validate(runRequestSchema, body), taskId: null };
  }
  const { task_id: taskId, ...request } = validate(dispatchedRunRequestSchema, body);
  return { request, taskId };
}

/** RFC 7240. */
function prefersAsync(c: Context<AppEnv>): boolean {
  return /(^|[,;\s])respond-async($|[,;\s])/i.test(c.req.header("prefer") ?? "");
}

function answerAccepted(c: Context<AppEnv>, { env }: AppDeps, runId: string): Response {
  return c.json({ task_id: runId }, 202, {
    location: `${env.supabaseUrl}/rest/v1/autonomous_tasks?id=eq.${runId}`,
    "preference-applied": "respond-async",
  });
}
