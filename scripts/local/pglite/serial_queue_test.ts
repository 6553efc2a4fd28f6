import assert from "node:assert/strict";
import { SerialQueue } from "./serial_queue.ts";

Deno.test("tasks run one after another in the order they were given", async () => {
  const queue = new SerialQueue();
  const events: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = queue.run(async () => {
    events.push("first begins");
    await gate.promise;
    events.push("first ends");
  });
  const second = queue.run(() => Promise.resolve(events.push("second")));
  await Promise.resolve();
  gate.resolve();
  await Promise.all([first, second]);
  assert.deepEqual(events, ["first begins", "first ends", "second"]);
});

Deno.test("a task that fails rejects its own caller and stops no other", async () => {
  const queue = new SerialQueue();
  const failing = queue.run(() => Promise.reject(new Error("broken")));
  const following = queue.run(() => Promise.resolve("done"));
  await assert.rejects(failing, /broken/);
  assert.equal(await following, "done");
});

Deno.test("a closed queue ends what it has and refuses the rest with the reason", async () => {
  const queue = new SerialQueue();
  const gate = Promise.withResolvers<void>();
  let hasEnded = false;
  const last = queue.run(async () => {
    await gate.promise;
    hasEnded = true;
  });
  const closing = queue.close("closed for the night");
  await assert.rejects(queue.run(() => Promise.resolve()), /closed for the night/);
  gate.resolve();
  await closing;
  assert.equal(hasEnded, true);
  await last;
});
