import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

const ASKED = [
  [
    "Please send me by Friday:\n\n1. the signed contract\n2. a copy of the permit",
    ["the signed contract", "a copy of the permit"],
  ],
  [
    "Ich erwarte bis morgen, 12 Uhr:\n\n1. die volle Rückzahlung der 640 Euro,\n" +
    "2. die Auskunft, welche Chargen noch verkauft wurden.",
    [
      "die volle Rückzahlung der 640 Euro,",
      "die Auskunft, welche Chargen noch verkauft wurden.",
    ],
  ],
] as const;
for (const [text, expected] of ASKED) {
  Deno.test(`"${text.split("\n")[0]}" asks for what is listed below it`, () => {
    const { actionItems, painPoints } = recordOf(sampleEmail(text));
    assert.deepEqual({ actionItems, painPoints }, { actionItems: expected, painPoints: [] });
  });
}

Deno.test("a request with nothing below it is an action item itself", () => {
  const { actionItems } = recordOf(sampleEmail("Please send me the contract by Friday:"));
  assert.deepEqual(actionItems, ["Please send me the contract by Friday:"]);
});

Deno.test("a request above a table is no heading of what comes below the table", () => {
  const text = "Mark,\n\nplease add these two deals to the list:\nDorset 3 / 40 MW / Jan-Mar\n" +
    "Kent 1 / 25 MW / Feb\n\nIf the credit desk asks, give them my number.";
  assert.deepEqual(recordOf(sampleEmail(text)).actionItems, [
    "please add these two deals to the list:",
    "If the credit desk asks, give them my number.",
  ]);
});
