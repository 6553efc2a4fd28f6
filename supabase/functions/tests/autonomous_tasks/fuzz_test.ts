import assert from "node:assert/strict";
import { fuzzWorld } from "../../../../scripts/bench/api_fuzz/send.ts";
import { withStack } from "../testing/with_stack.ts";
import { createWorld } from "../testing/world.ts";

const stack = withStack({ functions: ["autonomous-tasks"] });

Deno.test("300 made-up requests are answered as the document says, none with 5xx", async () => {
  const world = await createWorld(stack());
  const report = await fuzzWorld(world, 300, Math.trunc(Date.now() / 86_400_000));
  assert.equal(report.requests, 300);
  assert.deepEqual(report.serverErrors, []);
  assert.deepEqual(report.undocumented, []);
  assert.ok((report.statuses["200"] ?? 0) > 20, JSON.stringify(report.statuses));
  assert.ok((report.statuses["400"] ?? 0) > 10, JSON.stringify(report.statuses));
});
