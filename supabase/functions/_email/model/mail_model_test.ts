import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../testing/sample_email.ts";

/** Told in words that no cue knows. */
const EMAILS = [
  [
    "complaint",
    "Third sofa, third torn cover. I had to sweep foam off the porch this morning. Your driver shrugged and left. I want my money back and somebody to fetch this thing.",
  ],
  [
    "feedback",
    "We left your barn dance grinning. The fiddler was wonderful and the pies even better. The car park was a little muddy, that is all. Thank you for a lovely evening.",
  ],
  [
    "sales_inquiry",
    "We are opening a second nursery in the spring. It would need thirty cots and as many blankets. What would you charge, delivered to our door? The board has set aside 9,000 euros.",
  ],
] as const;

for (const [intent, text] of EMAILS) {
  Deno.test(`a ${intent} is known by what its words mean`, () => {
    assert.equal(recordOf(sampleEmail(text)).primaryIntent, intent);
  });
}

Deno.test("a clear cue decides about an email of one sentence", () => {
  const record = recordOf(sampleEmail("I would like to schedule a meeting with your team."));
  assert.equal(record.primaryIntent, "meeting_request");
});

Deno.test("email in a language without training emails is read by cues", () => {
  const record = recordOf(
    sampleEmail("Pourriez-vous nous envoyer le devis avant vendredi ? Merci beaucoup pour tout."),
  );
  assert.deepEqual(record.language, "fr");
  assert.equal(record.needsReply, true);
});
