import assert from "node:assert/strict";
import { MAX_MAIL_BYTES, MAX_MAIL_LINES, refuseNoEmail, refuseTooLarge } from "./limits.ts";

const encode = (text: string) => new TextEncoder().encode(text);

Deno.test("an email of exactly 2 MiB is taken, one byte more is not", () => {
  assert.equal(refuseTooLarge(new Uint8Array(MAX_MAIL_BYTES)), null);
  const refusal = refuseTooLarge(new Uint8Array(MAX_MAIL_BYTES + 1));
  assert.equal(refusal?.code, "mail_too_large");
  assert.match(refusal?.detail ?? "", /2,097,153 bytes; at most 2,097,152 bytes/);
});

Deno.test("an email of 20,000 lines is taken, one line more is not", () => {
  assert.equal(refuseTooLarge(encode("x\n".repeat(MAX_MAIL_LINES))), null);
  assert.equal(refuseTooLarge(encode("x\n".repeat(MAX_MAIL_LINES - 1) + "x")), null);
  const refusal = refuseTooLarge(encode("x\n".repeat(MAX_MAIL_LINES) + "x"));
  assert.equal(refusal?.code, "mail_too_large");
  assert.match(refusal?.detail ?? "", /has 20,001 lines/);
});

for (
  const [what, raw] of [
    ["nothing", encode("")],
    ["only white space", encode("\r\n \r\n")],
    ["a PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ["a page of HTML", encode("<html><body>From: nobody</body></html>")],
    ["a letter without a header", encode("Dear Sir,\n\nFrom: the body does not count\n")],
  ] as const
) {
  Deno.test(`${what} is no email`, () => {
    assert.equal(refuseNoEmail(raw)?.code, "mail_unreadable");
  });
}

for (
  const field of [
    "From",
    "To",
    "subject",
    "DATE",
    "Message-ID",
    "Received",
    "Return-Path",
    "Sender ",
  ]
) {
  Deno.test(`the single header field "${field}" makes an email`, () => {
    assert.equal(refuseNoEmail(encode(`X-First: 1\n${field}: x\n\nbody`)), null);
  });
}
