import assert from "node:assert/strict";
import type { Variables } from "../_shared/platform/env.ts";
import {
  assertProblem,
  assertUntouched,
  BEARER,
  post,
  setUp,
  sign,
  TASK_BODY,
} from "./testing/test_calls.ts";
import { TEST_CRON_SECRET, TEST_SECRET_KEY } from "./testing/test_deps.ts";

const PREVIOUS_SECRET = "the-cron-secret-before-that-one";
const SEED_KEYS = [
  "success",
  "workspaces_processed",
  "total_emails_processed",
  "total_emails_failed",
  "results",
  "timestamp",
];

const LET_IN: readonly (readonly [what: string, headers: Record<string, string>, Variables])[] = [
  ["the secret", BEARER, {}],
  ["a secret key", { apikey: TEST_SECRET_KEY }, {}],
  [
    "the previous secret during a rotation",
    { authorization: `Bearer ${PREVIOUS_SECRET}` },
    { CRON_SECRET_PREVIOUS: PREVIOUS_SECRET },
  ],
];

for (const [what, headers, variables] of LET_IN) {
  Deno.test(`${what} starts a run that is answered with the seed's keys in their order`, async () => {
    const { app, queue } = setUp(variables);
    const response = await post(app, headers, '{"batchSizePerWorkspace": 5, "maxWorkspaces": 10}');
    assert.equal(response.status, 200);
    const report = await response.json();
    assert.deepEqual(Object.keys(report), SEED_KEYS);
    assert.equal(report.total_emails_processed, 3);
    assert.deepEqual(queue.runs.map(({ request }) => request), [
      { batchSizePerWorkspace: 5, maxWorkspaces: 10 },
    ]);
  });
}

const REFUSED: readonly (readonly [what: string, headers: Record<string, string>, Variables])[] = [
  ["no credential", {}, {}],
  ["an empty header", { authorization: "" }, {}],
  ["an empty secret", { authorization: "Bearer " }, {}],
  ["a wrong secret", { authorization: "Bearer a-wrong-secret-of-length" }, {}],
  ["the beginning of the secret", { authorization: BEARER.authorization.slice(0, -1) }, {}],
  ["the secret and more", { authorization: `${BEARER.authorization}x` }, {}],
  ["the previous secret after the rotation", { authorization: `Bearer ${PREVIOUS_SECRET}` }, {}],
  ["Bearer undefined", { authorization: "Bearer undefined" }, {}],
  ["Bearer undefined while no secret is set", { authorization: "Bearer undefined" }, {
    CRON_SECRET: undefined,
  }],
  ["an empty secret while no secret is set", { authorization: "Bearer " }, { CRON_SECRET: "" }],
  ["the secret while none is set", BEARER, { CRON_SECRET: undefined }],
  ["a wrong secret key", { apikey: `${TEST_SECRET_KEY}x` }, {}],
  ["a secret key as Bearer", { authorization: `Bearer ${TEST_SECRET_KEY}` }, {}],
  ["an expired signature", sign(TASK_BODY, { ageSeconds: 360 }), {}],
  ["a signature of another body", sign("{}"), {}],
  ["a signature by another secret", sign(TASK_BODY, { secret: PREVIOUS_SECRET }), {}],
  ["a signature while no secret is set", sign(TASK_BODY), { CRON_SECRET: undefined }],
];

for (const [what, headers, variables] of REFUSED) {
  Deno.test(`${what} is answered with 401, and nothing is started`, async () => {
    const { app, queue } = setUp(variables);
    await assertProblem(await post(app, headers, TASK_BODY), 401, "unauthorized");
    assertUntouched(queue);
  });
}

Deno.test("a secret in the query lets nobody in", async () => {
  const { app, queue } = setUp();
  const path = `/continuous-intelligence?secret=${TEST_CRON_SECRET}&apikey=${TEST_SECRET_KEY}`;
  await assertProblem(await app.request(path, { method: "POST" }), 401, "unauthorized");
  assertUntouched(queue);
});

Deno.test("GET tells the backlog to the same callers only, and never processes", async () => {
  const { app, queue } = setUp();
  const refused = await app.request("/continuous-intelligence");
  await assertProblem(refused, 401, "unauthorized");
  const response = await app.request("/continuous-intelligence", { headers: BEARER });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.deepEqual(await response.json(), { backlog: { waiting: 3 } });
  assertUntouched(queue);
});

Deno.test("other methods and paths start nothing", async () => {
  const { app, queue } = setUp();
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    const response = await app.request("/continuous-intelligence", { method, headers: BEARER });
    await assertProblem(response, 405, "method_not_allowed");
    assert.equal(response.headers.get("allow"), "GET, POST");
  }
  const response = await app.request("/continuous-intelligence/run", {
    method: "POST",
    headers: BEARER,
  });
  await assertProblem(response, 404, "route_not_found");
  assertUntouched(queue);
});

Deno.test("no log line holds a secret or the text of an email", async () => {
  const { app, lines } = setUp();
  await post(app, BEARER);
  await post(app, sign(TASK_BODY), TASK_BODY);
  assert.deepEqual(lines.map(({ message }) => message), ["chunk settled", "request", "request"]);
  assert.doesNotMatch(JSON.stringify(lines), /a-cron-secret|sb_secret|loaves|ada@example/);
});
