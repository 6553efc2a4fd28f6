import assert from "node:assert/strict";
import { countWorkingDays, dayOf } from "./deadlines.ts";

const THURSDAY = "2026-11-12T09:00:00Z";

Deno.test("working days leave out the weekend", () => {
  assert.equal(countWorkingDays(THURSDAY, "2026-11-12"), 0);
  assert.equal(countWorkingDays(THURSDAY, "2026-11-13"), 1);
  assert.equal(countWorkingDays(THURSDAY, "2026-11-15"), 1);
  assert.equal(countWorkingDays(THURSDAY, "2026-11-16"), 2);
  assert.equal(countWorkingDays(THURSDAY, "2026-11-11"), -1);
});

Deno.test("a period counts by its beginning, or by its end once it has begun", () => {
  assert.equal(dayOf("2026-11-16/2026-11-20", THURSDAY), "2026-11-16");
  assert.equal(dayOf("2026-11-09/2026-11-13", THURSDAY), "2026-11-13");
  assert.equal(dayOf("2026-11-20T09:00", THURSDAY), "2026-11-20");
});

Deno.test("days that are over or unknown are none", () => {
  assert.equal(dayOf("2026-11-11", THURSDAY), null);
  assert.equal(dayOf(null, THURSDAY), null);
});
