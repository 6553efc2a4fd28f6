/** Why an email is as urgent as it is. */
import assert from "node:assert/strict";
import { recordOf, sampleEmail } from "../../testing/sample_email.ts";
import { URGENCY_REASONS } from "./reasons.ts";

// sampleEmail comes on a Thursday.
const REASONS: readonly (readonly [string, string, string | null])[] = [
  ["There is a gas leak in the hall, please come.", "harm_now", "gas leak"],
  [
    "If it misses 5 pm today, my clients lose the house. Please send the reference.",
    "consequence_within_a_day",
    "lose the house",
  ],
  ["Could you send the plan by Monday?", "deadline_within_two_working_days", "Monday"],
  ["Six people are standing around, please call.", "work_stands_still", "standing around"],
  ["This is our final reminder, please pay.", "last_warning", "final reminder"],
  ["Please call me urgently.", "said_urgent", "urgently"],
  ["Please send it by 30 November.", "deadline_later", "30 November"],
  ["Could you send the list?", "something_asked", null],
  ["Could you send the list? There is no rush.", "no_hurry", "There is no rush"],
  ["The van comes at ten.", "nothing_asked", null],
];
for (const [text, reason, words] of REASONS) {
  Deno.test(`"${text}" is urgent by ${reason}`, () => {
    const record = recordOf(sampleEmail(text));
    assert.equal(record.urgencyReasons[0], reason);
    const evidence = record.evidence.find(({ field, item }) =>
      field === "urgency_reasons" && item === 0
    );
    assert.equal(evidence?.text ?? null, words);
  });
}

Deno.test("mass email says so, and every reason is one of the list", () => {
  const bulk = recordOf(sampleEmail("Last chance today!", { headers: { precedence: "bulk" } }));
  assert.deepEqual(bulk.urgencyReasons, ["mass_mail"]);
  for (const [text] of REASONS) {
    for (const reason of recordOf(sampleEmail(text)).urgencyReasons) {
      assert.ok((URGENCY_REASONS as readonly string[]).includes(reason), reason);
    }
  }
});
