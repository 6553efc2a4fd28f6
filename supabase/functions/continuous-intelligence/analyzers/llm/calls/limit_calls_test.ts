import assert from "node:assert/strict";
import { createLimiter } from "./limit_calls.ts";

Deno.test("work beyond the limit waits, starts in order, and goes on after a failure", async () => {
  const limit = createLimiter(2);
  const ends = Array.from({ length: 4 }, () => Promise.withResolvers<number>());
  const started: number[] = [];
  const results = Promise.allSettled(ends.map(({ promise }, index) =>
    limit(() => {
      started.push(index);
      return promise;
    })
  ));
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  await settle();
  assert.deepEqual(started, [0, 1]);
  ends[1]?.reject(new Error("failed"));
  await settle();
  assert.deepEqual(started, [0, 1, 2]);
  for (const [index, end] of ends.entries()) end.resolve(index);
  assert.deepEqual((await results).map(({ status }) => status), [
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
  ]);
  assert.deepEqual(started, [0, 1, 2, 3]);
});
