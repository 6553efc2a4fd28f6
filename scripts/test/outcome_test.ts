import { deepEqual, equal } from "node:assert/strict";
import { countOutcomes, describeTrouble, formatTally, isGood, type Outcome } from "./outcome.ts";

const passed: Outcome = { part: "deno", file: "a_test.ts", name: "holds", state: "passed" };
const failed: Outcome = { ...passed, name: "breaks", state: "failed", detail: "1 is not 2\n" };
const skipped: Outcome = { ...passed, name: "waits", state: "skipped", detail: "no database" };

Deno.test("the last line counts each kind", () => {
  equal(
    formatTally(countOutcomes([passed, failed, passed, skipped])),
    "2 passed, 1 failed, 1 skipped",
  );
});

Deno.test("a run is good when nothing failed and something passed", () => {
  equal(isGood(countOutcomes([passed, skipped])), true);
  equal(isGood(countOutcomes([passed, failed])), false);
  equal(isGood(countOutcomes([skipped])), false);
  equal(isGood(countOutcomes([])), false);
});

Deno.test("failures and reasons for skipping are told, successes are not", () => {
  deepEqual(describeTrouble([passed, failed, skipped]), [
    "",
    "Failed:",
    "  a_test.ts: breaks",
    "      1 is not 2",
    "",
    "Skipped:",
    "  a_test.ts: waits",
    "      no database",
  ]);
  deepEqual(describeTrouble([passed]), []);
});
