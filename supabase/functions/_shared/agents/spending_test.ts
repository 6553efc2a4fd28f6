import assert from "node:assert/strict";
import { attempt } from "./testing/attempt.ts";
import { createJob, createMemoryStore } from "./testing/memory_store.ts";

const ESTIMATE = { analyzer: "openai-compatible", model: "m", usd: 0.05 };

Deno.test("what the work cost is booked, and its result comes back", async () => {
  const { result, store } = await attempt(createJob(), async ({ spend }) => {
    const { value } = await spend(ESTIMATE, () => Promise.resolve({ value: "x", usd: 0.031 }));
    return { output: value };
  });
  assert.deepEqual(store.booked, [0.031]);
  assert.deepEqual(result?.outcome === "completed" && result.output, "x");
});

Deno.test("a refusal fails the task once with its sentence, and the work is not done", async () => {
  const store = createMemoryStore();
  store.refusal = "The budget of the day is used up.";
  let isDone = false;
  const { result } = await attempt(createJob(), async ({ spend }) => {
    await spend(ESTIMATE, () => {
      isDone = true;
      return Promise.resolve({ usd: 0 });
    });
  }, { store });
  assert.equal(isDone, false);
  assert.equal(result?.outcome, "failed");
  assert.equal(result.outcome === "failed" && result.error, "The budget of the day is used up.");
});

Deno.test("work that throws counts as spent in full, and is tried again", async () => {
  const { result, store } = await attempt(createJob(), async ({ spend }) => {
    await spend(ESTIMATE, () => Promise.reject(new Error("timeout")));
  });
  assert.deepEqual(store.booked, [0.05]);
  assert.equal(result?.outcome, "retry");
});

Deno.test("an impossible cost counts as spent in full and fails the task once", async () => {
  for (const usd of [-1, NaN, 1e12, "0.03", undefined]) {
    const { result, store } = await attempt(createJob(), async ({ spend }) => {
      await spend(ESTIMATE, () => Promise.resolve({ usd: usd as number }));
    });
    assert.deepEqual(store.booked, [0.05]);
    assert.equal(result?.outcome, "failed");
  }
});

Deno.test("nothing is reserved for an impossible estimate", async () => {
  for (const usd of [0, -1, NaN, Infinity, 1e12]) {
    const { result, store } = await attempt(createJob(), async ({ spend }) => {
      await spend({ ...ESTIMATE, usd }, () => Promise.resolve({ usd: 0 }));
    });
    assert.deepEqual(store.booked, []);
    assert.equal(result?.outcome, "failed");
    assert.match(result.outcome === "failed" ? result.error : "", /^task\.spend got usd/);
  }
});
