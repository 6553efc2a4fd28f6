import assert from "node:assert/strict";
import { sharePurposes } from "./purposes.ts";

Deno.test("likely intents of one purpose share it, unlikely ones are left out", () => {
  const shares = sharePurposes(
    new Map([["complaint", 2], ["support_request", 2], ["feedback", 2], ["proposal", -4]] as const),
  );
  assert.deepEqual([...shares.keys()], ["trouble", "opinion"]);
  assert.ok(Math.abs((shares.get("trouble") ?? 0) - 2 / 3) < 0.01);
  assert.ok(Math.abs((shares.get("opinion") ?? 0) - 1 / 3) < 0.01);
});

Deno.test("nothing is shared where no classifier was asked", () => {
  assert.equal(sharePurposes(new Map()).size, 0);
});
