import assert from "node:assert/strict";
import { sleep } from "./sleep.ts";

Deno.test("a sleep ends with its time, and before it when its signal is aborted", async () => {
  const stop = new AbortController();
  await sleep(1, stop.signal);
  const ends = [sleep(60_000, stop.signal), sleep(60_000, stop.signal)];
  stop.abort();
  await Promise.all(ends);
  await sleep(60_000, stop.signal);
  assert.ok(stop.signal.aborted);
});
