import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { VERSION } from "../../_shared/platform/version.ts";
import type { Health } from "../store/store_answers.ts";
import { createMemoryStore } from "../testing/store_in_memory.ts";
import { assertProblem, assertUntouched, post, setUp } from "../testing/test_calls.ts";
import { createTestDeps, TEST_CRON_SECRET, TEST_SECRET_KEY } from "../testing/test_deps.ts";

const PATH = "/continuous-intelligence/health";
const START_MS = Date.parse("2026-11-12T08:00:00Z");

/** The app over a database whose health the test gives, at a time that it moves. */
function setUpHealth(readHealth: () => Promise<Health>) {
  const time = { ms: START_MS };
  const asked: number[] = [];
  const deps = createTestDeps({
    clock: () => new Date(time.ms),
    store: {
      ...createMemoryStore(),
      readHealth: () => {
        asked.push(time.ms - START_MS);
        return readHealth();
      },
    },
  });
  return { app: createApp(deps), time, asked };
}

const STATUSES: readonly (readonly [Health["status"], httpStatus: number])[] = [
  ["ok", 200],
  ["unknown", 200],
  ["late", 503],
  ["failing", 503],
  ["stuck", 503],
];

for (const [status, httpStatus] of STATUSES) {
  Deno.test(`health "${status}" answers anybody with ${httpStatus} and what the database said`, async () => {
    const health = {
      status,
      latest_slot: "2026-11-12T07:30:00+00:00",
      next_slot: null,
      version: VERSION,
    };
    const { app } = setUpHealth(() => Promise.resolve(health));
    const response = await app.request(PATH);
    assert.equal(response.status, httpStatus);
    assert.deepEqual(await response.json(), { ...health, database_version: VERSION });
    assert.equal(response.headers.get("cache-control"), "public, max-age=10");
    assert.equal(response.headers.get("access-control-allow-origin"), "*");
  });
}

Deno.test("functions that are not of the database's release say so, and are well all the same", async () => {
  const { app } = setUpHealth(() => Promise.resolve({ status: "ok", version: "0.0.9" }));
  const response = await app.request(PATH);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), {
    status: "ok",
    version: VERSION,
    database_version: "0.0.9",
    version_problem: `The functions are ${VERSION} and the database is 0.0.9. Deploy the ` +
      "migrations and the functions of one release (docs/guides/upgrade.md).",
  });
});

Deno.test("the database is asked once in ten seconds, however many ask us", async () => {
  let status: Health["status"] = "ok";
  const { app, time, asked } = setUpHealth(() => Promise.resolve({ status }));
  const statuses = async (count: number) =>
    (await Promise.all(Array.from({ length: count }, () => app.request(PATH))))
      .map((response) => response.status);
  assert.deepEqual(await statuses(3), [200, 200, 200]);
  status = "late";
  time.ms = START_MS + 9_999;
  assert.deepEqual(await statuses(2), [200, 200]);
  assert.deepEqual(asked, [0]);
  time.ms = START_MS + 10_000;
  assert.deepEqual(await statuses(2), [503, 503]);
  assert.deepEqual(asked, [0, 10_000]);
});

Deno.test("a database that does not answer is not remembered, and its words stay inside", async () => {
  const answers = [
    Promise.reject(new Error("password authentication failed for role nightshift")),
    Promise.resolve({ status: "ok" as const }),
  ];
  const { app, asked } = setUpHealth(() => answers.shift() ?? assert.fail("asked too often"));
  const problem = await assertProblem(await app.request(PATH), 500, "internal_error");
  assert.doesNotMatch(JSON.stringify(problem), /password|role/);
  assert.equal((await app.request(PATH)).status, 200);
  assert.deepEqual(asked, [0, 0]);
});

Deno.test("health holds no secret, starts nothing, and has no other method", async () => {
  const { app, queue } = setUp();
  const response = await app.request(PATH);
  const told = `${JSON.stringify([...response.headers])} ${await response.text()}`;
  for (const secret of [TEST_CRON_SECRET, TEST_SECRET_KEY]) assert.ok(!told.includes(secret));
  const refused = await app.request(PATH, { method: "POST" });
  await assertProblem(refused, 405, "method_not_allowed");
  assert.equal(refused.headers.get("allow"), "GET");
  assertUntouched(queue);
});

Deno.test("that health is public opens nothing else", async () => {
  const { app, queue } = setUp();
  await app.request(PATH);
  await assertProblem(await app.request("/continuous-intelligence"), 401, "unauthorized");
  await assertProblem(await post(app, {}), 401, "unauthorized");
  assertUntouched(queue);
});
