import assert from "node:assert/strict";
import { stripEnvelope } from "./strip_envelope.ts";

for (
  const [what, raw, message] of [
    ["the mbox line", "From a@example.com Mon Sep 30\nFrom: a\n\nhi", "From: a\n\nhi"],
    ["a quoted mbox line", ">From a@example.com Mon Sep 30\r\nTo: b\r\n", "To: b\r\n"],
    ["a byte order mark and empty lines", "\xef\xbb\xbf\r\n\nTo: b\n", "To: b\n"],
    ["nothing from a plain message", "From: a\n\nFrom here on\n", "From: a\n\nFrom here on\n"],
    ["nothing from a single line", "From nowhere", "From nowhere"],
  ] as const
) {
  Deno.test(`strips ${what}`, () => {
    const bytes = Uint8Array.from(raw, (character) => character.charCodeAt(0));
    assert.equal(new TextDecoder("latin1").decode(stripEnvelope(bytes)), message);
  });
}
