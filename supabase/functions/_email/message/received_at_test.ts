import assert from "node:assert/strict";
import { readReceivedAt } from "./received_at.ts";

const NOW = new Date("2026-11-12T08:00:00.000Z");

for (
  const [field, receivedAt] of [
    ["Mon, 09 Nov 2026 10:30:00 +0200", "2026-11-09T08:30:00.000Z"],
    ["Mon, 9 Nov 2026 10:30 GMT (a comment)", "2026-11-09T10:30:00.000Z"],
    ["Mon, 09 Nov 2026 10:30:00", "2026-11-09T10:30:00.000Z"],
    ["2026-11-09T10:30:00Z", "2026-11-09T10:30:00.000Z"],
    ["Sun, 01 Jan 1995 00:00:00 +0000", "1995-01-01T00:00:00.000Z"],
    ["Fri, 13 Nov 2026 08:00:00 +0000", "2026-11-13T08:00:00.000Z"],
  ] as const
) {
  Deno.test(`the date "${field}" counts`, () => {
    assert.equal(readReceivedAt(field, NOW), receivedAt);
  });
}

for (
  const field of [
    undefined,
    "",
    "yesterday",
    "room 5",
    "Sat, 31 Dec 1994 23:59:59 +0000",
    "Fri, 13 Nov 2026 08:00:01 +0000",
    "Mon, 30 Jun 3609 15:33:50 +0600",
  ]
) {
  Deno.test(`the date ${JSON.stringify(field)} gives way to now`, () => {
    assert.equal(readReceivedAt(field, NOW), NOW.toISOString());
  });
}
