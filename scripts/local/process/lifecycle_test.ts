import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { makeSandbox, ORPHAN_LIMIT_MS, readLine, until } from "../testing/sandbox.ts";
import { removeLeftoverFolders } from "./runtime_folder.ts";

const START_STACK = fileURLToPath(new URL("../testing/start_stack.ts", import.meta.url));
const WATCH_LAUNCHERS = fileURLToPath(new URL("../testing/watch_launchers.ts", import.meta.url));

/** A start takes about this long on a quiet machine; signals come somewhere within. */
const START_MS = 3_000;

Deno.test("a signal at any moment of the start leaves no process and no folder", async () => {
  const expected = [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]] as const;
  await Promise.all(expected.map(async ([signal, code]) => {
    await using sandbox = await makeSandbox();
    const delayMs = Math.random() * START_MS;
    const moment = `${signal} after ${Math.round(delayMs)} ms`;
    const stack = sandbox.spawn(Deno.execPath(), ["run", "-A", START_STACK]);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    stack.kill(signal);
    const status = await stack.status;
    // Before our first line runs, the default action ends a process that has done nothing yet.
    assert.ok(status.code === code || status.signal === signal, `${moment}: ${status.code}`);
    assert.deepEqual(sandbox.folders(), [], moment);
    assert.deepEqual(sandbox.processes(), [], moment);
  }));
});

Deno.test("SIGTERM to a stack that is up leaves no process and no folder", async () => {
  await using sandbox = await makeSandbox();
  const stack = sandbox.spawn(Deno.execPath(), ["run", "-A", START_STACK]);
  await readLine(stack);
  assert.equal(sandbox.folders().length, 1);
  stack.kill("SIGTERM");
  assert.equal((await stack.status).code, 143);
  assert.deepEqual(sandbox.folders(), []);
  assert.deepEqual(sandbox.processes(), []);
});

Deno.test("after SIGKILL the children end by themselves and the next start clears the rest", async () => {
  await using sandbox = await makeSandbox();
  const stack = sandbox.spawn(Deno.execPath(), ["run", "-A", START_STACK]);
  await readLine(stack);
  assert.notDeepEqual(sandbox.processes(), []);
  stack.kill("SIGKILL");
  await stack.status;
  await until(() => sandbox.processes().length === 0, ORPHAN_LIMIT_MS, "children still run");
  const leftovers = sandbox.folders();
  assert.equal(leftovers.length, 1);
  removeLeftoverFolders(sandbox.folder);
  assert.deepEqual(sandbox.folders(), []);
});

Deno.test("a stack whose npx is killed ends in order, though no signal reaches it", async () => {
  await using sandbox = await makeSandbox();
  const npx = sandbox.spawn("npx", [
    ...["--prefer-offline", "-y", "deno@2.9.6"],
    ...["run", "-A", WATCH_LAUNCHERS],
  ]);
  await readLine(npx);
  assert.equal(sandbox.folders().length, 1);
  npx.kill("SIGKILL");
  await npx.status;
  await until(() => sandbox.processes().length === 0, ORPHAN_LIMIT_MS, "the stack still runs");
  assert.deepEqual(sandbox.folders(), []);
});
