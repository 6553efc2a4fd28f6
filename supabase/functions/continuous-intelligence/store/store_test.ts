import assert from "node:assert/strict";
import { createServiceClient } from "../../_shared/database/db.ts";
import { createStore, type Store } from "./store.ts";
import { analyzeWell, createEmails } from "../testing/test_deps.ts";

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
  const project = { supabaseUrl: "http://db.example", secretKey: "sb_secret_test" };
  const store = createStore(createServiceClient(project, async (input, init) => {
    const request = new Request(input, init);
    const call = request.json().then((body): [string, unknown] => [
      new URL(request.url).pathname,
      body,
    ]);
    asked.push(call);
    await call;
    return Response.json(answer);
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
  const claim = await store.claimEmails(LEASE, {
    ...REQUEST,
    limit: 50,
    leaseSeconds: 30,
    prices: [],
  });
  assert.equal(claim, null);
  assert.deepEqual(await Promise.all(asked), [["/rest/v1/rpc/claim_emails", {
    p_run_id: RUN_ID,
    p_run_token: TOKEN,
    p_batch_size_per_workspace: 10,
    p_max_workspaces: 50,
    p_limit: 50,
    p_lease_seconds: 30,
    p_prices: [],
  }]]);
});

Deno.test("a claim says what an email may cost and learns who is to read it", async () => {
  const [email] = createEmails(1);
  const { store, asked } = setUpStore({
    outcome: "claimed",
    lease_token: TOKEN,
    emails: [{
      email_id: "mail-1",
      workspace_id: RUN_ID,
      from_email: "ada@example.com",
      from_name: null,
      subject: "Bread",
      body_text: "Two loaves, please.",
      body_html: null,
      headers: {},
      received_at: "2026-11-12T07:00:00.000Z",
      attempt: 2,
    }],
    choices: { [RUN_ID]: { analyzer: "anthropic", model: "model-1", on_failure: "fail" } },
  });
  const price = {
    analyzer: "anthropic",
    model: "model-1",
    usdPerMail: 0.02,
    problem: null,
  } as const;
  const claim = await store.claimEmails(LEASE, {
    ...REQUEST,
    limit: 50,
    leaseSeconds: 30,
    prices: [price, { ...price, model: "model-2", usdPerMail: null, problem: "unknown_price" }],
  });
  assert.deepEqual(claim, {
    leaseToken: TOKEN,
    emails: [{ ...email, workspaceId: RUN_ID, attempt: 2 }],
    choices: new Map([[RUN_ID, { analyzer: "anthropic", model: "model-1", onFailure: "fail" }]]),
  });
  const [[, body] = []] = await Promise.all(asked);
  assert.partialDeepStrictEqual(body, {
    p_prices: [
      { analyzer: "anthropic", model: "model-1", usd_per_mail: 0.02, problem: null },
      { analyzer: "anthropic", model: "model-2", usd_per_mail: null, problem: "unknown_price" },
    ],
  });
});

Deno.test("a run learns the models in use and the project's own prices", async () => {
  const { store } = setUpStore({
    models: [{ analyzer: "openai-compatible", model: "model-1" }],
    overrides: [{
      model: "model-1",
      input_usd_per_million: 1.5,
      cached_input_usd_per_million: 0.15,
      output_usd_per_million: 6,
    }],
  });
  assert.deepEqual(await store.readAnalyzerSetup(), {
    models: [{ analyzer: "openai-compatible", model: "model-1" }],
    overrides: [{
      model: "model-1",
      inputUsdPerMillion: 1.5,
      cachedInputUsdPerMillion: 0.15,
      outputUsdPerMillion: 6,
    }],
  });
});

Deno.test("what calls cost goes with what they brought", async () => {
  const { store, asked } = setUpStore({ processed: 0, failed: 1, stale: 0 });
  const failure = {
    emailId: "mail-1",
    ok: false,
    error: "It failed.",
    isRetryable: false,
  } as const;
  await store.settleEmails(TOKEN, [failure], [{
    callId: RUN_ID,
    workspaceId: TOKEN,
    analyzer: "anthropic",
    model: "model-1",
    tokensIn: 900,
    tokensOut: null,
    tokensCached: 0,
    costUsd: 0.0012,
    priceId: "list:model-1",
    outcome: "invalid",
    durationMs: 812,
    emails: 1,
  }]);
  assert.deepEqual((await Promise.all(asked))[0]?.[1], {
    p_lease_token: TOKEN,
    p_results: [{ email_id: "mail-1", error: "It failed.", is_retryable: false }],
    p_calls: [{
      call_id: RUN_ID,
      workspace_id: TOKEN,
      analyzer: "anthropic",
      model: "model-1",
      tokens_in: 900,
      tokens_out: null,
      tokens_cached: 0,
      cost_usd: 0.0012,
      price_id: "list:model-1",
      outcome: "invalid",
      duration_ms: 812,
      emails: 1,
    }],
  });
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

Deno.test("email whose lease has moved on is counted as stale and is no error", async () => {
  const { store } = setUpStore({ processed: 0, failed: 0, stale: 2 });
  const settled = await store.settleEmails(TOKEN, createEmails(2).map(analyzeWell), []);
  assert.deepEqual(settled, { processed: 0, failed: 0, stale: 2 });
});

Deno.test("finishing a superseded run gives the report as it is", async () => {
  const { store } = setUpStore({ outcome: "superseded", report: REPORT });
  assert.deepEqual(await store.finishRun(LEASE, null), REPORT);
});

Deno.test("a workspace whose id was written by hand, as in seed.sql, stops no run", async () => {
  const workspaceId = "11111111-1111-1111-1111-111111111111";
  const choice = { analyzer: "anthropic", model: "model-1", on_failure: "fail" };
  const claiming = setUpStore({
    outcome: "claimed",
    lease_token: TOKEN,
    emails: [{
      email_id: "mail-1",
      workspace_id: workspaceId,
      from_email: null,
      from_name: null,
      subject: "Bread",
      body_text: "Two loaves, please.",
      body_html: null,
      headers: {},
      received_at: "2026-11-12T07:00:00.000Z",
      attempt: 1,
    }],
    choices: { [workspaceId]: choice },
  });
  const options = { ...REQUEST, limit: 50, leaseSeconds: 30, prices: [] };
  const claim = await claiming.store.claimEmails(LEASE, options);
  assert.deepEqual([...claim?.choices.keys() ?? []], [workspaceId]);

  const results = [{ workspace_id: workspaceId, emails_processed: 1, emails_failed: 0 }];
  const report = { ...REPORT, results };
  const ending = setUpStore({ outcome: "superseded", report });
  assert.deepEqual(await ending.store.finishRun(LEASE, null), report);
});
