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
