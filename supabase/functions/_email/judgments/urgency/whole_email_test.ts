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

const NO_DANGER: readonly (readonly [subject: string, text: string])[] = [
  [
    "Two balloons for Friday",
    "Hello,\n\none of our display balloons burst at the rehearsal this morning, and the parade is " +
    "tomorrow. Do you have two of the 3 m size in stock? What would they cost? We can collect " +
    "them tonight. Cash or card, both are fine.\n\nIris Holm",
  ],
  [
    "Chairs for tomorrow",
    "Hi Pat,\n\na group of thirty comes at nine tomorrow, and I am at the hospital with my son, who " +
    "only bruised his arm. Before you go home tonight, please put the chairs in 12 in rows and lay " +
    "out the badges. They are in the second drawer.\n\nIris",
  ],
];
for (const [subject, text] of NO_DANGER) {
  Deno.test(`a word of harm beside a hasty request is no danger to anybody: ${subject}`, () => {
    assert.equal(recordOf(sampleEmail(text, { subject })).urgencyLevel, "high");
  });
}
