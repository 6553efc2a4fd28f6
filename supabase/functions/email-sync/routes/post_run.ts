import type { Handler } from "hono";
import * as z from "zod";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { readJson, validate } from "../../_shared/http/json.ts";
import { Problem } from "../../_shared/http/problem.ts";
import { runInBackground } from "../../_shared/platform/background.ts";
import type { SyncDeps } from "../deps.ts";
import { performRun } from "../run/run.ts";

const taskSchema = z.looseObject({ task_id: z.guid() });
/** The schedule's payload has no settings. */
const requestSchema = z.strictObject({ task_id: z.guid() });
const NOTHING = { mailboxes: 0, mailboxes_failed: 0, emails_known: 0, emails_unreadable: 0 };

/**
 * `POST /`: a dispatch of the database. Answers 202 with the id of its task and goes on behind it.
 * A second delivery does nothing. A payload with settings that nobody knows fails the task.
 */
export function postRun(deps: SyncDeps): Handler<AppEnv> {
  return async function startRun(c) {
    const body = readJson(c, { anyType: true });
    const { task_id: taskId } = validate(taskSchema, body);
    const lease = await deps.store.startRun(taskId, deps.env.runLeaseSeconds);
    if (lease !== null) {
      const mistake = findMistake(body);
      runInBackground(
        mistake === null
          ? performRun(deps, lease)
          : deps.store.finishRun(lease, NOTHING, `invalid_request: ${mistake}`),
      );
    }
    return c.json({ task_id: taskId }, 202);
  };
}

function findMistake(body: unknown): string | null {
  try {
    validate(requestSchema, body, "payload");
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.detail;
    throw error;
  }
}
