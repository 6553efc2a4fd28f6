import assert from "node:assert/strict";
import { describeDoubt, describeState, listReasons } from "./reasons.ts";
import type { Answer } from "./shapes.ts";

const ANSWER: Answer = {
  email_id: "1",
  from_email: "gudrun@client.example",
  from_name: null,
  to_email: null,
  direction: "inbound",
  subject: "Cake",
  received_at: "2026-11-26T12:00:00Z",
  state: "open",
  snoozed_until: null,
  reading: null,
  summary: null,
  urgency: "high",
  urgency_words: [
    { reason: "said_urgent", text: "by noon", item: 0 },
    { reason: "reads_as_urgent", text: null, item: 1 },
  ],
  due: { on: "2026-11-27", text: "tomorrow 12:00", item: 2 },
  money: ["640 Euro", "640 Euro"],
  asks: null,
  confidence: 80,
  degraded: false,
};

Deno.test("each reason names its words in the email, and one without words has none", () => {
  assert.deepEqual(listReasons(ANSWER).map(({ words, fact }) => [words, fact]), [
    ["“by noon”", "urgency_reasons.0"],
    ["reads as urgent", null],
    ["27 Nov 2026: “tomorrow 12:00”", "dates.2"],
    ["640 Euro", "money.0"],
  ]);
});

Deno.test("words that are both urgent and a date are said once, with their day", () => {
  const urgency_words = [{ reason: "date_soon", text: "tomorrow 12:00", item: 0 }];
  assert.deepEqual(
    listReasons({ ...ANSWER, urgency_words, money: null }).map(({ words }) => words),
    ["27 Nov 2026: “tomorrow 12:00”"],
  );
});

Deno.test("an email says whether it was read, sent or answered", () => {
  const STATES: readonly (readonly [Partial<Answer>, string])[] = [
    [{}, "to answer"],
    [{ state: null }, "needs no answer"],
    [{ state: null, reading: "waiting" }, "waits for the next run"],
    [{ state: null, reading: "waiting", direction: "outbound" }, "sent"],
  ];
  for (const [change, words] of STATES) {
    assert.equal(describeState({ ...ANSWER, ...change }), words);
  }
});

Deno.test("a record that is worth less than others says so", () => {
  assert.equal(describeDoubt(false, 80), "");
  assert.equal(
    describeDoubt(true, 39),
    " · read by the rules, as the model failed · low confidence",
  );
});
