import assert from "node:assert/strict";
import { formatRoute, parseRoute, type Route } from "./route.ts";

const ROUTES: readonly Route[] = [
  { page: "overview" },
  { page: "slot", schedule: "half-hourly", slot: "2026-11-26T12:30:00+00:00" },
  { page: "answers", tab: "open", emailId: null },
  { page: "answers", tab: "done", emailId: "01a219bd-3916-75a6-ab6c-c6698dde74ae" },
];
for (const route of ROUTES) {
  Deno.test(`${formatRoute(route)} leads back to the view that it was made from`, () => {
    assert.deepEqual(parseRoute(formatRoute(route)), route);
  });
}

for (const fragment of ["", "#", "#/nowhere", "#/slots/x", "#/slots/x/y", "#/slots/%E0%A4%A/1"]) {
  Deno.test(`the fragment "${fragment}" leads to the overview`, () => {
    assert.deepEqual(parseRoute(fragment), { page: "overview" });
  });
}

Deno.test("an unknown tab is the first one", () => {
  assert.deepEqual(parseRoute("#/answers?tab=x"), { page: "answers", tab: "open", emailId: null });
});
