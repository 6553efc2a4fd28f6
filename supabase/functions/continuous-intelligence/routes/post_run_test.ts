import assert from "node:assert/strict";
import { settleBackground } from "../../_shared/platform/background.ts";
import { createMemoryStore } from "../testing/store_in_memory.ts";
import {
  assertProblem,
  assertUntouched,
  BEARER,
  post,
  setUp,
  sign,
  TASK_BODY,
  TASK_ID,
} from "../testing/test_calls.ts";
import { createEmails, TEST_PROJECT_URL } from "../testing/test_deps.ts";

const BAD_BODIES:
  readonly (readonly [what: string, body: BodyInit, status: number, code: string])[] = [
    ["malformed JSON", '{"maxWorkspaces": ', 400, "malformed_json"],
    ["bytes that are no text", new Uint8Array(64).fill(0xfe), 400, "malformed_json"],
    ["a list", "[]", 400, "invalid_request"],
    ["null", "null", 400, "invalid_request"],
    ["a negative batch size", '{"batchSizePerWorkspace": -1}', 400, "invalid_request"],
    ["a batch size of zero", '{"batchSizePerWorkspace": 0}', 400, "invalid_request"],
    ["a batch size of 101", '{"batchSizePerWorkspace": 101}', 400, "invalid_request"],
    ["a broken batch size", '{"batchSizePerWorkspace": 1.5}', 400, "invalid_request"],
    ["a batch size as text", '{"batchSizePerWorkspace": "5"}', 400, "invalid_request"],
    [
      "a batch size beyond every number",
      '{"batchSizePerWorkspace": 1e999}',
      400,
      "invalid_request",
    ],
    ["no workspaces", '{"maxWorkspaces": 0}', 400, "invalid_request"],
    ["501 workspaces", '{"maxWorkspaces": 501}', 400, "invalid_request"],
    ["an unknown key", '{"batchSize": 5}', 400, "invalid_request"],
    ["somebody else's task", `{"task_id": "${TASK_ID}"}`, 400, "invalid_request"],
    ["an oversized body", `{"maxWorkspaces": 1${" ".repeat(16_384)}}`, 413, "body_too_large"],
  ];

for (const [what, body, status, code] of BAD_BODIES) {
  Deno.test(`${what} is answered with ${status} ${code}; nothing starts, and the next request works`, async () => {
    const { app, queue } = setUp();
    await assertProblem(await post(app, BEARER, body), status, code);
    assertUntouched(queue);
    assert.equal((await post(app, BEARER, "{}")).status, 200);
  });
}

Deno.test("the sentence about a bad field names it and its range", async () => {
  const { app } = setUp();
  const body = '{"batchSizePerWorkspace": 0, "maxWorkspaces": 501}';
  const problem = await assertProblem(await post(app, BEARER, body), 400, "invalid_request");
  assert.deepEqual(
    problem.errors.map(({ pointer }: { pointer: string }) => pointer),
    ["/batchSizePerWorkspace", "/maxWorkspaces"],
  );
  assert.match(problem.detail, /^\/batchSizePerWorkspace: .*1/);
});

Deno.test("an empty body asks for the defaults, and both ends of the ranges are taken", async () => {
  const { app, queue } = setUp();
  for (
    const body of [
      undefined,
      "",
      "{}",
      '{"batchSizePerWorkspace": 1, "maxWorkspaces": 1}',
      '{"batchSizePerWorkspace": 100, "maxWorkspaces": 500}',
    ]
  ) {
    assert.equal((await post(app, BEARER, body)).status, 200);
  }
  const asked = queue.runs.map(({ request }) => [
    request.batchSizePerWorkspace,
    request.maxWorkspaces,
  ]);
  assert.deepEqual(asked, [[10, 50], [10, 50], [10, 50], [1, 1], [100, 500]]);
});

Deno.test("a signed dispatch is accepted at once with its id alone, and worked on behind the answer", async () => {
  const gate = Promise.withResolvers<void>();
  const { claimEmails } = createMemoryStore({ emails: createEmails(3) });
  const { app, queue } = setUp({}, {
    claimEmails: async (runId, options) => {
      await gate.promise;
      return await claimEmails(runId, options);
    },
  });
  const headers = { ...sign(TASK_BODY), prefer: "respond-async" };
  const response = await post(app, headers, TASK_BODY);
  assert.equal(response.status, 202);
  assert.deepEqual(await response.json(), { task_id: TASK_ID });
  assert.equal(
    response.headers.get("location"),
    `${TEST_PROJECT_URL}/rest/v1/autonomous_tasks?id=eq.${TASK_ID}`,
  );
  assert.equal(response.headers.get("preference-applied"), "respond-async");
  assert.deepEqual(queue.runs.map(({ id, isFinished }) => [id, isFinished]), [[TASK_ID, false]]);
  gate.resolve();
  await settleBackground();
  assert.deepEqual(queue.runs.map(({ id, isFinished }) => [id, isFinished]), [[TASK_ID, true]]);
});

Deno.test("a second delivery of a dispatch is accepted and does nothing", async () => {
  const { app, queue } = setUp();
  const headers = { ...sign(TASK_BODY), prefer: "respond-async" };
  await post(app, headers, TASK_BODY);
  await settleBackground();
  const claims = queue.claims.length;
  const response = await post(app, headers, TASK_BODY);
  await settleBackground();
  assert.equal(response.status, 202);
  assert.deepEqual(await response.json(), { task_id: TASK_ID });
  assert.equal(
    response.headers.get("location"),
    `${TEST_PROJECT_URL}/rest/v1/autonomous_tasks?id=eq.${TASK_ID}`,
  );
  assert.equal(queue.runs.length, 1);
  assert.equal(queue.claims.length, claims);
});

Deno.test("a dispatch must name its task", async () => {
  const { app, queue } = setUp();
  for (const body of ["", "{}", '{"task_id": "1"}', '{"task_id": null}']) {
    await assertProblem(await post(app, sign(body), body), 400, "invalid_request");
  }
  await assertProblem(await post(app, sign("{"), "{"), 400, "malformed_json");
  assertUntouched(queue);
});

for (const prefer of ["respond-async", "wait=10, Respond-Async", "respond-async; x=1"]) {
  Deno.test(`Prefer: ${prefer} lets any caller leave at once`, async () => {
    const { app, queue } = setUp();
    const response = await post(app, { ...BEARER, prefer });
    assert.equal(response.status, 202);
    assert.deepEqual(await response.json(), { task_id: queue.runs[0]?.id });
    await settleBackground();
    assert.equal(queue.runs[0]?.isFinished, true);
  });
}

Deno.test("another preference is no wish to leave", async () => {
  for (const prefer of ["return=minimal", "no-respond-async", "respond-asynchronously"]) {
    assert.equal((await post(setUp().app, { ...BEARER, prefer })).status, 200);
  }
});

Deno.test("a run that breaks off is a problem without internal text; the log has the reason", async () => {
  const thrown = new Error("relation nightshift.email_queue does not exist");
  const { app, queue, lines } = setUp({}, { claimEmails: () => Promise.reject(thrown) });
  const problem = await assertProblem(await post(app, BEARER), 500, "internal_error");
  assert.doesNotMatch(JSON.stringify(problem), /email_queue/);
  assert.equal(queue.runs[0]?.isFinished, true);
  assert.match(String(lines.at(-1)?.["problem"]), /email_queue does not exist/);
});

Deno.test("a run that breaks off behind the answer is finished and logged, and hurts nobody", async () => {
  const { app, queue, lines } = setUp({}, {
    claimEmails: () => Promise.reject(new Error("the network is gone")),
  });
  assert.equal((await post(app, { ...BEARER, prefer: "respond-async" })).status, 202);
  await settleBackground();
  assert.equal(queue.runs[0]?.isFinished, true);
  const told = lines.find(({ message }) => message === "run broke off");
  assert.equal(told?.["run_id"], queue.runs[0]?.id);
  assert.match(String(told?.["problem"]), /the network is gone/);
});
