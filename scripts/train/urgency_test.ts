import assert from "node:assert/strict";
import {
  toUrgencyInputs,
  type UrgencySign,
} from "../../supabase/functions/_email/judgments/urgency/signs.ts";
import { runNet, unpackNet } from "../../supabase/functions/_email/model/nets/net.ts";
import { labelTraits } from "./labelled_traits.ts";
import { parseMailCorpus } from "./mail_corpus.ts";
import type { MailJudgement } from "./mails.ts";
import { fitUrgency } from "./urgency.ts";

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

/** A training email of which the classifiers say nothing. */
function unsaid(mail: (typeof MAILS)[number]): MailJudgement {
  return {
    ...labelTraits(mail),
    scores: { intents: new Map(), reply: 0, expected: 0, pressing: 0, grave: 0, mass: -2 },
    found: { actionItems: [], painPoints: [] },
  };
}

Deno.test("the net tells one level of urgency from another by its signs", () => {
  const net = unpackNet(fitUrgency(MAILS.map(unsaid)));
  const inputs = (sign: UrgencySign) => toUrgencyInputs(new Map([["any", 1], [sign, 1]]));
  const [expected = NaN] = runNet(net, inputs("nothing_asked"));
  const [, soon = NaN] = runNet(net, inputs("standstill"));
  assert.ok(expected < 0, `nothing_asked ${expected}`);
  assert.ok(soon > 0, `standstill ${soon}`);
});
