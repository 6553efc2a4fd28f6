import assert from "node:assert/strict";
import type { ServiceClient } from "./database/db.ts";
import { withTask } from "./with_task.ts";

const TASK_ID = "d0000000-0000-4000-8000-000000000001";
const TOKEN = "d0000000-0000-4000-8000-000000000002";

/** A database that knows one pending task and remembers how it was finished. */
function createDatabase({ isPending = true, isSuperseded = false } = {}) {
  const finished: unknown[] = [];
  const rpc = (name: string, args: unknown) => {
    if (name === "start_run") {
      const data = isPending
        ? { outcome: "started", run_id: TASK_ID, run_token: TOKEN }
        : { outcome: "not_pending", run_id: TASK_ID, run_token: null };
      return Promise.resolve({ data, error: null, status: 200 });
    }
    if (name === "finish_task") finished.push(args);
    return Promise.resolve({ data: !isSuperseded, error: null, status: 200 });
  };
  return { finished, db: { rpc } as unknown as ServiceClient };
}

async function run(
  database: ReturnType<typeof createDatabase>,
  work: Parameters<typeof withTask>[2],
) {
  const lines: string[] = [];
  const deps = {
    db: database.db,
    env: { runLeaseSeconds: 30 },
    log: (_level: string, message: string) => void lines.push(message),
  };
  const started = await withTask(deps, TASK_ID, work);
  if (started.isNew) await started.work;
  return { isNew: started.isNew, lines };
}

Deno.test("withTask() stores what the work returned", async () => {
  const database = createDatabase();
  await run(database, () => Promise.resolve({ output: { done: 3 }, costUsd: 0.02 }));
  assert.deepEqual(database.finished, [
    { p_task_id: TASK_ID, p_run_token: TOKEN, p_output: { done: 3 }, p_cost_usd: 0.02 },
  ]);
});

Deno.test("withTask() fails the task with the message of what the work threw", async () => {
  const database = createDatabase();
  const { lines } = await run(
    database,
    () => Promise.reject(new Error("The printer is out of paper.")),
  );
  assert.deepEqual(database.finished, [
    { p_task_id: TASK_ID, p_run_token: TOKEN, p_error: "The printer is out of paper." },
  ]);
  assert.deepEqual(lines, ["task failed"]);
});

Deno.test("withTask() fails the task also when the work throws before its first await", async () => {
  const database = createDatabase();
  await run(database, () => {
    throw new Error("At once.");
  });
  assert.deepEqual(database.finished, [
    { p_task_id: TASK_ID, p_run_token: TOKEN, p_error: "At once." },
  ]);
});

Deno.test("withTask() does not work on a task that is not pending", async () => {
  const database = createDatabase({ isPending: false });
  const { isNew } = await run(database, () => Promise.reject(new Error("must not run")));
  assert.equal(isNew, false);
  assert.deepEqual(database.finished, []);
});

Deno.test("withTask() logs when another has taken the task over meanwhile", async () => {
  const { lines } = await run(createDatabase({ isSuperseded: true }), () => Promise.resolve({}));
  assert.deepEqual(lines, ["task not finished"]);
});

Deno.test("withTask() completes a task whose work returned nothing", async () => {
  for (const nothing of [undefined, null]) {
    const database = createDatabase();
    // deno-lint-ignore no-await-in-loop -- two
    await run(database, () => Promise.resolve(nothing as never));
    assert.deepEqual(database.finished, [{ p_task_id: TASK_ID, p_run_token: TOKEN }]);
  }
});

const circle: Record<string, unknown> = {};
circle["self"] = circle;

const ODD_RESULTS: readonly (readonly [what: string, result: object, stored: object])[] = [
  ["NaN", { output: { rate: NaN } }, { p_output: { rate: null } }],
  ["a date", { output: new Date(0) }, { p_output: "1970-01-01T00:00:00.000Z" }],
  ["a circle", { output: circle }, { p_output: { self: "[circular]" } }],
  ["a NUL", { output: ["a\0"] }, { p_output: ["a\uFFFD"] }],
  ["an emoji cut in half", { output: "\ud83d" }, { p_output: "\uFFFD" }],
  ["a cost below zero", { output: 1, costUsd: -0.01 }, { p_output: 1 }],
  ["a cost of 1e12", { output: 1, costUsd: 1e12 }, { p_output: 1 }],
  ["a cost of NaN", { output: 1, costUsd: NaN }, { p_output: 1 }],
  ["300 kB", { output: "x".repeat(300_000) }, {
    p_output: { truncated: true, bytes: 300_002, beginning: `"${"x".repeat(9_999)}` },
  }],
];

for (const [what, result, stored] of ODD_RESULTS) {
  Deno.test(`withTask() completes a task whose work returned ${what}`, async () => {
    const database = createDatabase();
    await run(database, () => Promise.resolve(result as never));
    assert.deepEqual(database.finished, [{ p_task_id: TASK_ID, p_run_token: TOKEN, ...stored }]);
  });
}

const ODD_ERRORS: readonly (readonly [what: string, thrown: unknown, message: string])[] = [
  ["an error without a message", new Error(""), "The work failed without a message."],
  ["an error with a NUL", new Error("a\0b"), "a\uFFFDb"],
  ["a message of 20,000 characters", new Error("x".repeat(20_000)), "x".repeat(10_000)],
  [
    "an emoji at the end of what fits",
    new Error(`${"x".repeat(9_999)}😀`),
    `${"x".repeat(9_999)}\uFFFD`,
  ],
  [
    "an error object of supabase-js",
    { message: "permission denied", code: "42501", hint: null, details: null },
    "permission denied 42501",
  ],
  ["another object", { reason: "late" }, '{"reason":"late"}'],
  ["undefined", undefined, "undefined"],
];

for (const [what, thrown, message] of ODD_ERRORS) {
  Deno.test(`withTask() fails a task whose work threw ${what}, with a message`, async () => {
    const database = createDatabase();
    await run(database, () => Promise.reject(thrown));
    assert.deepEqual(database.finished, [
      { p_task_id: TASK_ID, p_run_token: TOKEN, p_error: message },
    ]);
  });
}
