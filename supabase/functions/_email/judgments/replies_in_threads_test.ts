/** What tells an answer, and what that says of its intent. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const POST = { "list-post": "<mailto:makers@lists.example>", "list-id": "<makers.lists.example>" };
const FIX = "The plate must be levelled first. The error that it prints is harmless, " +
  "the server does not care. It does not work with the old firmware though.";

Deno.test("whoever answers in a discussion asks for no help, however technical it is", () => {
  for (const subject of ["Re: first layer lifts", "[makers] Re: first layer lifts"]) {
    const { primaryIntent, urgencyLevel } = recordOf(
      sampleEmail(FIX, { subject, headers: POST }),
    );
    assert.equal(urgencyLevel, "low");
    assert.ok(["follow_up", "information_sharing", "feedback"].includes(primaryIntent), subject);
  }
});

Deno.test("an email without a subject that quotes another is an answer to it", () => {
  const text = "For me it has drawn the page properly since Thursday.";
  const quote = "\n\nOn Fri, Nov 20, 2026 at 10:12 AM, Bo <bo@tools.example> wrote:\n" +
    "> Was this the cache, or is it mended?\n";
  assert.equal(recordOf(sampleEmail(text + quote, { subject: "" })).primaryIntent, "follow_up");
});

Deno.test("announcements by their sender's name went to many", () => {
  const text = "The canteen moves to the second floor on Monday. The menu stays as it is.";
  for (const fromEmail of ["announcements@mill.example", "mill.announcements@mill.example"]) {
    const { isBulk, primaryIntent } = recordOf(sampleEmail(text, { fromEmail }));
    assert.deepEqual([isBulk, primaryIntent], [true, "information_sharing"], fromEmail);
  }
  assert.equal(recordOf(sampleEmail(text, { fromEmail: "ann@mill.example" })).isBulk, false);
});

Deno.test("a plain request for an answer needs one", () => {
  const requests = [
    "Please let me know your fax number.",
    "Please provide feedback on the plan.",
    "Dear team, send your status by the end of today.",
  ];
  for (const text of requests) assert.equal(recordOf(sampleEmail(text)).needsReply, true, text);
});
