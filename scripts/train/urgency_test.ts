import assert from "node:assert/strict";
import { URGENCY_SIGNS } from "../../supabase/functions/_email/judgments/urgency/signs.ts";
import { URGENCY_WEIGHTS } from "../../supabase/functions/_email/judgments/urgency/weights.ts";
import { labelTraits } from "./labelled_traits.ts";
import { parseMailCorpus } from "./mail_corpus.ts";
import { fitUrgency, writeUrgency } from "./urgency.ts";

const MAILS = parseMailCorpus(
  ["lamp", "chair", "door", "stove", "clock", "shelf", "table", "kettle", "rug", "bed"].map((
    thing,
  ) =>
    `# support_request high negative en reply
S the ${thing}
- Good day,
P The ${thing} broke, and six people are standing around.
A Please send somebody today.
- We are waiting in the hall.

# information_sharing low neutral en noreply
S the ${thing}
- Good day,
- The ${thing} came last year and stands in the hall.
- It is made of oak.
- It was painted green.`
  ).join("\n\n"),
  "things.txt",
);

Deno.test("signs of urgency get the weights that tell one level from another", () => {
  const weights = fitUrgency(MAILS.map((mail) => ({
    ...labelTraits(mail),
    scores: { intents: new Map(), reply: 0, expected: 0, pressing: 0, grave: 0, mass: -2 },
    found: { actionItems: [], painPoints: [] },
  })));
  assert.deepEqual(Object.keys(weights), [...URGENCY_SIGNS]);
  const [expected = 0] = weights["nothing_asked"] ?? [];
  const [, soon = 0] = weights["standstill"] ?? [];
  assert.ok(expected < 0, `nothing_asked ${expected}`);
  assert.ok(soon > 0, `standstill ${soon}`);
});

Deno.test("the weights in the repository are written as training writes them", async () => {
  const module = new URL(
    "../../supabase/functions/_email/judgments/urgency/weights.ts",
    import.meta.url,
  );
  assert.equal(writeUrgency(URGENCY_WEIGHTS), await Deno.readTextFile(module));
});
