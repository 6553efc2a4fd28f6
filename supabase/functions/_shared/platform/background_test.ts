import assert from "node:assert/strict";
import { runInBackground, secondsLeft, settleBackground } from "./background.ts";

Deno.test("work goes on in the background and can be awaited where the platform is absent", async () => {
  const gate = Promise.withResolvers<void>();
  let isDone = false;
  runInBackground(gate.promise.then(() => {
    isDone = true;
  }));
  assert.equal(isDone, false);
  gate.resolve();
  await settleBackground();
  assert.equal(isDone, true);
});

Deno.test("work that fails takes nothing down and is not awaited for ever", async () => {
  runInBackground(Promise.reject(new Error("nobody is left to tell")));
  await settleBackground();
});

Deno.test("the platform is asked to keep the worker alive for exactly this work", async () => {
  const kept: Promise<unknown>[] = [];
  const platform = { waitUntil: (promise: Promise<unknown>) => kept.push(promise) };
  Reflect.set(globalThis, "EdgeRuntime", platform);
  const work = Promise.resolve();
  try {
    runInBackground(work);
  } finally {
    Reflect.deleteProperty(globalThis, "EdgeRuntime");
  }
  assert.equal(kept.length, 1);
  assert.equal(kept[0], work);
  await settleBackground();
});

Deno.test("on the platform a worker has less and less time, elsewhere all of it", () => {
  assert.equal(secondsLeft(150), 150);
  Reflect.set(globalThis, "EdgeRuntime", { waitUntil() {} });
  try {
    const left = secondsLeft(150);
    assert.ok(left < 150 && left > 0, `${left}`);
    assert.equal(secondsLeft(0), 0);
  } finally {
    Reflect.deleteProperty(globalThis, "EdgeRuntime");
  }
});
