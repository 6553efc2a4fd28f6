import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

Deno.test("the summary is what is asked, on one line", () => {
  const email = sampleEmail(
    "Hello Ana,\n\nthe oven is old. Could you send us a quote\nfor a new one?",
  );
  assert.equal(recordOf(email).summary, "Could you send us a quote for a new one?");
});

Deno.test("an email that asks nothing is told by its first sentence that says something", () => {
  const email = sampleEmail(
    "Dear Ana,\n\nthanks for your call. The flour comes on Tuesday by van.",
  );
  assert.equal(recordOf(email).summary, "The flour comes on Tuesday by van.");
});

Deno.test("an empty email is told by its subject, a long sentence is cut at a word", () => {
  assert.equal(recordOf(sampleEmail("", { subject: "Lunch?" })).summary, "Lunch?");
  const long = recordOf(sampleEmail(`Please send ${"a very long list ".repeat(30)}soon.`)).summary;
  assert.ok(long !== null && long.length <= 200 && /\w…$/.test(long));
});
