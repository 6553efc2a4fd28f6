import assert from "node:assert/strict";
import { makeReadable } from "./readable_email.ts";
import { forgetLastEmail, Memo } from "./memo.ts";

Deno.test("an answer is kept until the next email begins", () => {
  const memo = new Memo<string, number>();
  memo.set("asked", 1);
  assert.equal(memo.get("asked"), 1);
  assert.equal(memo.size, 1);
  forgetLastEmail();
  assert.equal(memo.get("asked"), undefined);
  assert.equal(memo.size, 0);
});

Deno.test("reading an email forgets what was asked about the one before", () => {
  const memo = new Memo<string, number>();
  memo.set("asked", 1);
  makeReadable({
    fromEmail: null,
    fromName: null,
    subject: "",
    bodyText: "Hello Ana",
    bodyHtml: null,
    headers: {},
    receivedAt: "2026-11-18T09:00:00Z",
  });
  assert.equal(memo.get("asked"), undefined);
});
