import assert from "node:assert/strict";
import { cutPrefixes, isForwardSubject, isReplySubject } from "./reply_prefixes.ts";

for (
  const subject of [
    "Re: x",
    "AW: x",
    "SV: x",
    "Odp: x",
    "Odg: x",
    "RES: x",
    "Re[2]: x",
    "回复：x",
    "R: x",
  ]
) {
  Deno.test(`"${subject}" is a reply`, () => {
    assert.ok(isReplySubject(subject) && !isForwardSubject(subject));
    assert.equal(cutPrefixes(subject).trim(), "x");
  });
}
for (const subject of ["Fwd: x", "WG: x", "TR: x", "RV: x", "ENC: x", "VB: x", "转发: x"]) {
  Deno.test(`"${subject}" is forwarded`, () => {
    assert.ok(isForwardSubject(subject) && !isReplySubject(subject));
    assert.equal(cutPrefixes(subject).trim(), "x");
  });
}
for (const subject of ["Regarding: x", "Order: x", "Invoice 3: x", "Rent: x", "I want: x"]) {
  Deno.test(`"${subject}" is neither`, () => {
    assert.ok(!isForwardSubject(subject) && !isReplySubject(subject));
    assert.equal(cutPrefixes(subject), subject);
  });
}
