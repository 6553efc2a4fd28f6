import assert from "node:assert/strict";
import type { Hono } from "hono";
import { Webhook } from "standardwebhooks";
import type { AppEnv } from "../../_shared/http/caller.ts";
import { deriveTargetKey } from "../../_shared/http/credentials.ts";
import { systemClock } from "../../_shared/platform/clock.ts";
import type { Variables } from "../../_shared/platform/env.ts";
import type { LogFields } from "../../_shared/platform/log.ts";
import { createApp } from "../app.ts";
import { createMemoryStore, type MemoryStore } from "./store_in_memory.ts";
import { createEmails, createTestDeps, TEST_CRON_SECRET } from "./test_deps.ts";

/** A task that waits for its run, and the body and headers that a dispatch or a scheduler sends. */
export const TASK_ID = "01940000-0000-7000-8000-000000000001";
export const TASK_BODY = JSON.stringify({
  task_id: TASK_ID,
  maxWorkspaces: 50,
  batchSizePerWorkspace: 10,
});
export const BEARER = { authorization: `Bearer ${TEST_CRON_SECRET}` };

export interface TestApp {
  readonly app: Hono<AppEnv>;
  /** Keeps what was asked of it. */
  readonly queue: MemoryStore;
  readonly lines: readonly LogFields[];
}

/** The app over a queue of three emails and one pending task, with parts of its store replaced. */
export function setUp(variables: Variables = {}, store: Partial<MemoryStore> = {}): TestApp {
  const queue = createMemoryStore({ emails: createEmails(3), pendingTaskIds: [TASK_ID] });
  const deps = createTestDeps({ store: { ...queue, ...store } }, variables);
  return { app: createApp(deps), queue, lines: deps.lines };
}

/** One `POST /`. */
export function post(app: Hono<AppEnv>, headers: Record<string, string>, body?: BodyInit) {
  return app.request("/continuous-intelligence", {
    method: "POST",
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

/** The headers of a signed request. */
export function sign(body: string, { secret = TEST_CRON_SECRET, ageSeconds = 0 } = {}) {
  const at = new Date(systemClock().getTime() - ageSeconds * 1_000);
  const key = deriveTargetKey(secret, "continuous-intelligence");
  return {
    "webhook-id": TASK_ID,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": new Webhook(key, { format: "raw" }).sign(TASK_ID, at, body),
  };
}

/** Checks status, media type, code and that a sentence is there; gives the problem. */
export async function assertProblem(response: Response, status: number, code: string) {
  assert.equal(response.status, status);
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  const problem = await response.json();
  assert.equal(problem.code, code);
  assert.match(problem.detail, /\w+ \w+/);
  return problem;
}

/** Checks that no run was started and no email claimed. */
export function assertUntouched({ runs, claims }: MemoryStore) {
  assert.deepEqual({ runs, claims }, { runs: [], claims: [] });
}
