import assert from "node:assert/strict";
import { createClient } from "@supabase/supabase-js";
import type { Database } from "../_shared/database_types.ts";
import { createStore, type Store } from "./store.ts";
import { analyzeWell, createMails } from "./test_deps.ts";

const RUN_ID = "0b9f5a1e-51d0-4a6b-8d4e-3f2a7c9d1e00";
const TOKEN = "6f1c2a7e-4b0d-4c55-9a63-0d6f5a1f8e21";
const LEASE = { runId: RUN_ID, token: TOKEN };
const REQUEST = { batchSizePerWorkspace: 10, maxWorkspaces: 50 };
const REPORT = {
  success: true,
  workspaces_processed: 0,
  total_emails_processed: 0,
  total_emails_failed: 0,
  results: [],
  timestamp: "2026-11-12T08:00:00.000Z",
};

/** A store over a database that gives one answer, and what it was asked. */
function setUpStore(answer: unknown): { store: Store; asked: Promise<[string, unknown]>[] } {
  const asked: Promise<[string, unknown]>[] = [];
  const store = createStore(createClient<Database>("http://db.example", "sb_secret_test", {
    auth: { persistSession: false, autoRefreshToken: false },
    global: {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const call = request.json().then((body): [string, unknown] => [
          new URL(request.url).pathname,
          body,
        ]);
        asked.push(call);
        await call;
        return Response.json(answer);
      },
    },
  }));
  return { store, asked };
}

Deno.test("a task that is not pending any more gives a run without a lease", async () => {
  const { store, asked } = setUpStore({
    outcome: "not_pending",
    run_id: RUN_ID,
    run_token: null,
  });
  const run = { taskId: RUN_ID, request: REQUEST, leaseSeconds: 30 };
  assert.deepEqual(await store.startRun(run), { runId: RUN_ID, lease: null });
  assert.deepEqual(await Promise.all(asked), [["/rest/v1/rpc/start_run", {
    p_task_id: RUN_ID,
    p_input: REQUEST,
    p_lease_seconds: 30,
  }]]);
});

Deno.test("a run of its own starts with the database's lease and names no task", async () => {
  const { store, asked } = setUpStore({ outcome: "started", run_id: RUN_ID, run_token: TOKEN });
  const run = { taskId: null, request: REQUEST, leaseSeconds: 30 };
  assert.deepEqual(await store.startRun(run), { runId: RUN_ID, lease: LEASE });
  assert.deepEqual((await Promise.all(asked))[0]?.[1], {
    p_input: REQUEST,
    p_lease_seconds: 30,
  });
});

Deno.test("whoever has been superseded claims nothing, and every claim shows the run's token", async () => {
  const { store, asked } = setUpStore({ outcome: "superseded", lease_token: null, emails: [] });
  const claim = await store.claimEmails(LEASE, { ...REQUEST, limit: 50, leaseSeconds: 30 });
  assert.equal(claim, null);
  assert.deepEqual(await Promise.all(asked), [["/rest/v1/rpc/claim_emails", {
    p_run_id: RUN_ID,
    p_run_token: TOKEN,
    p_batch_size_per_workspace: 10,
    p_max_workspaces: 50,
    p_limit: 50,
    p_lease_seconds: 30,
  }]]);
});

Deno.test("a heartbeat tells whether the run is still ours", async () => {
  for (const isOurs of [true, false]) {
    const { store, asked } = setUpStore(isOurs);
    assert.equal(await store.beatRun(LEASE, 2), isOurs);
    assert.deepEqual((await Promise.all(asked))[0]?.[1], {
      p_run_id: RUN_ID,
      p_run_token: TOKEN,
      p_lease_seconds: 2,
    });
  }
});

Deno.test("mail whose lease has moved on is counted as stale and is no error", async () => {
  const { store } = setUpStore({ processed: 0, failed: 0, stale: 2 });
  const settled = await store.settleEmails(TOKEN, createMails(2).map(analyzeWell), []);
  assert.deepEqual(settled, { processed: 0, failed: 0, stale: 2 });
});

Deno.test("finishing a superseded run gives the report as it stands", async () => {
  const { store } = setUpStore({ outcome: "superseded", report: REPORT });
  assert.deepEqual(await store.finishRun(LEASE, null), REPORT);
});
