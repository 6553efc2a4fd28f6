/** What is no question, no action item and no summary, though it looks like one. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const NOTHING_ASKED = [
  "See https://x.example/list?\nor the page below.",
  "Why pay more? Because the old one broke twice.",
  'The sign says "Who goes there?"',
  "I'll drop the keys off on Monday, and we will send the list on Tuesday.",
  "Call me if you have questions.",
  "We plan to move to the new hall in May.",
  "Our new catalogue is here.\n\nUPDATE YOUR ADDRESS\n\nThe old one is still valid.",
  "for (const key of keys) {\n  client.delete(bucket, key);\n}",
];
for (const text of NOTHING_ASKED) {
  Deno.test(`nothing is asked by ${JSON.stringify(text)}`, () => {
    const { questionsAsked, actionItems } = recordOf(sampleEmail(text));
    assert.deepEqual({ questionsAsked, actionItems }, { questionsAsked: [], actionItems: [] });
  });
}

Deno.test("a heading takes its list along in the summary", () => {
  const text = "Hallo Ana,\n\nich erwarte bis morgen, Dienstag, 12 Uhr:\n- den Vertrag\n" +
    "- die Liste der Gäste\n";
  const { summary } = recordOf(sampleEmail(text));
  assert.equal(
    summary,
    "ich erwarte bis morgen, Dienstag, 12 Uhr: den Vertrag; die Liste der Gäste",
  );
});

Deno.test("a fragment is no summary where a sentence can be understood alone", () => {
  const text =
    "Hi Ana,\n\nhope you are well. And this is the second time. The parcel of 4 May came " +
    "in a single sheet of paper.";
  assert.equal(
    recordOf(sampleEmail(text)).summary,
    "The parcel of 4 May came in a single sheet of paper.",
  );
});

Deno.test("an email that went to many is told by its subject", () => {
  const email = sampleEmail("Visit our shop now. Everything must go.", {
    subject: "Autumn sale at Keelby Ovens",
    headers: { "list-unsubscribe": "<https://x.example/u>" },
  });
  assert.equal(recordOf(email).summary, "Autumn sale at Keelby Ovens");
});
