/** What the whole email says of its urgency, beside its words of haste. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../../testing/sample_email.ts";

Deno.test("an email presses without a word of haste where all of it tells of an emergency", () => {
  const record = recordOf(sampleEmail(
    "Hello,\n\nthe stage lift is stuck a metre below the floor, and the doors open at seven. " +
      "Resetting it at the cabinet only makes it click. Nobody can get past it. " +
      "Could you ring our stage manager and talk him through it?",
    { subject: "Stage lift stuck" },
  ));
  assert.equal(record.urgencyLevel, "high");
});

Deno.test("a word of haste in news is not believed where nothing else presses", () => {
  const record = recordOf(sampleEmail(
    "For your information, a summary of the hearing.\n\nThe senator said that the matter was urgent " +
      "and that the bill should be withdrawn immediately. The utilities oppose section 4. " +
      "Staff expect a vote in spring. Could be worth following.",
    { subject: "FW: hearing" },
  ));
  assert.ok(["low", "medium"].includes(record.urgencyLevel), record.urgencyLevel);
});

Deno.test("a complaint expects something, though it asks for nothing in so many words", () => {
  const record = recordOf(sampleEmail(
    "Dear Mr Quill,\n\nthe frame that came this morning is pine with a stain on it. " +
      "The stain comes off on the fingers, and one corner is split. " +
      "You promised oak, and I paid for oak. I am very disappointed.",
    { subject: "The frame" },
  ));
  assert.equal(record.urgencyLevel, "medium");
});
