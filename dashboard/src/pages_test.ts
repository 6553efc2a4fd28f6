import assert from "node:assert/strict";
import { splitFragment } from "./data/address.ts";
import { answersAddress } from "./pages/answers/address.ts";
import { slotAddress } from "./pages/slot/address.ts";
import { findView, PAGES } from "./pages.ts";

Deno.test("an address leads back to the view that it was made from", () => {
  const slot = { schedule: "half-hourly", slot: "2026-11-26T12:30:00+00:00" };
  const parsed = splitFragment(slotAddress.format(slot));
  assert.deepEqual(slotAddress.parse(parsed.path, parsed.query), slot);
  for (
    const view of [
      { tab: "open", emailId: null },
      { tab: "done", emailId: "01a219bd-3916-75a6-ab6c-c6698dde74ae" },
      { tab: "all", emailId: "01a219bd-3916-75a6-ab6c-c6698dde74ae", fact: "money.0" },
    ] as const
  ) {
    const { path, query } = splitFragment(answersAddress.format(view));
    assert.deepEqual(answersAddress.parse(path, query), view);
  }
});

Deno.test("an unknown tab is the first one", () => {
  const { path, query } = splitFragment("#/answers?tab=x");
  assert.deepEqual(answersAddress.parse(path, query), { tab: "open", emailId: null });
});

for (const fragment of ["", "#", "#/nowhere", "#/slots/x", "#/slots/x/y", "#/slots/%E0%A4%A/1"]) {
  Deno.test(`the fragment "${fragment}" leads to the overview`, () => {
    assert.equal(findView(fragment).page, "overview");
  });
}

Deno.test("every link of the navigation leads to its own page, and no two share a key", () => {
  const links = PAGES.flatMap(({ name, link }) => link ? [{ name, ...link }] : []);
  for (const { name, href } of links) assert.equal(findView(href).page, name);
  const keys = links.flatMap(({ key }) => key ?? []);
  assert.deepEqual(keys, [...new Set(keys)]);
});
