import assert from "node:assert/strict";
import { classifyStatus, type FailureKind, mayHaveBilled, readRetryAfter } from "./failure.ts";
import type { ModelReply } from "../model.ts";
import { waitBeforeRetry } from "./retry_wait.ts";

const NOW = new Date("2026-11-12T08:00:00Z");

function failed(kind: FailureKind, changes: Partial<ModelReply & { ok: false }> = {}): ModelReply {
  return {
    ok: false,
    kind,
    usage: null,
    mayCost: false,
    retryAfterSeconds: null,
    problems: [],
    detail: "",
    ...changes,
  };
}

Deno.test("waits double, are drawn from their upper half, and end with the third request", () => {
  const waits = (random: number) =>
    [1, 2, 3].map((tries) => waitBeforeRetry(failed("broken"), tries, () => random));
  assert.deepEqual(waits(0), [0.5, 1, null]);
  assert.deepEqual(waits(1), [1, 2, null]);
});

Deno.test("a wait that the provider asks for is kept, unless it is too long for this call", () => {
  const wait = (retryAfterSeconds: number) =>
    waitBeforeRetry(failed("overloaded", { retryAfterSeconds }), 1, () => 0);
  assert.deepEqual([wait(4), wait(15), wait(16)], [4.5, 15.5, null]);
});

Deno.test("nothing is sent again that may have been billed, or that would end the same way", () => {
  assert.equal(waitBeforeRetry(failed("broken", { mayCost: true }), 1, () => 0), null);
  for (
    const kind of ["garbled", "cut_off", "timed_out", "stopped", "refused", "rejected"] as const
  ) {
    assert.equal(waitBeforeRetry(failed(kind), 1, () => 0), null, kind);
  }
});

Deno.test("the wait is read from seconds, milliseconds and dates; nonsense asks for none", () => {
  const read = (headers: Record<string, string>) => readRetryAfter(headers, NOW);
  assert.equal(read({ "retry-after": "12" }), 12);
  assert.equal(read({ "retry-after": "12", "retry-after-ms": "1500" }), 1.5);
  assert.equal(read({ "retry-after": "Thu, 12 Nov 2026 08:00:30 GMT" }), 30);
  assert.equal(read({ "retry-after": "Thu, 12 Nov 2026 07:00:00 GMT" }), 0);
  for (const text of ["soon", "-5", "1e9", ""]) assert.equal(read({ "retry-after": text }), null);
  assert.equal(read({}), null);
});

Deno.test("a status says whether later may do", () => {
  const kinds = Object.fromEntries(
    [400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504, 529].map((status) => [
      status,
      classifyStatus(status),
    ]),
  );
  assert.deepEqual(kinds, {
    400: "rejected",
    401: "refused",
    402: "refused",
    403: "refused",
    404: "refused",
    408: "broken",
    413: "rejected",
    422: "rejected",
    429: "overloaded",
    500: "broken",
    502: "broken",
    503: "overloaded",
    504: "broken",
    529: "overloaded",
  });
});

Deno.test("only the statuses of somebody who stopped waiting may be on the bill", () => {
  const billed = [400, 401, 408, 409, 429, 500, 502, 503, 504, 524, 529].filter(mayHaveBilled);
  assert.deepEqual(billed, [408, 504, 524]);
});
