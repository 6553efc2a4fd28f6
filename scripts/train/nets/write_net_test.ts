import assert from "node:assert/strict";
import { toUrgencyInputs } from "../../../supabase/functions/_email/judgments/urgency/signs.ts";
import { URGENCY_NET } from "../../../supabase/functions/_email/judgments/urgency/weights.ts";
import { unpackNet } from "../../../supabase/functions/_email/model/nets/net.ts";
import {
  listSecondLookInputs,
} from "../../../supabase/functions/_email/model/nets/second_look_inputs.ts";
import { SECOND_LOOK } from "../../../supabase/functions/_email/model/nets/second_look_weights.ts";
import { labelTraits } from "../labelled_traits.ts";
import { parseMailCorpus } from "../mail_corpus.ts";
import { toSentenceTraits } from "../../../supabase/functions/_email/judgments/traits.ts";
import { SECOND_LOOK_MODULE, URGENCY_MODULE, writeNet } from "./write_net.ts";

const EMAIL = new URL("../../../supabase/functions/_email/", import.meta.url);
const MODULES = [
  [SECOND_LOOK, SECOND_LOOK_MODULE, "model/nets/second_look_weights.ts"],
  [URGENCY_NET, URGENCY_MODULE, "judgments/urgency/weights.ts"],
] as const;

for (const [net, module, file] of MODULES) {
  Deno.test(`${module.name} in the repository is written as training writes it`, async () => {
    assert.equal(writeNet(net, module), await Deno.readTextFile(new URL(file, EMAIL)));
  });
}

Deno.test("each net has a weight for every input and hidden unit", () => {
  const [mail] = parseMailCorpus(
    "# other low neutral en noreply\nS a stove\n- The stove is green.",
    "stove.txt",
  );
  assert.ok(mail !== undefined);
  const { traits } = labelTraits(mail);
  const scores = { intents: new Map(), reply: 0, expected: 0, pressing: 0, grave: 0, mass: 0 };
  const [inputs] = listSecondLookInputs(toSentenceTraits(traits, scores), [[0, 0]]);
  const lengths = [inputs?.length ?? 0, toUrgencyInputs(new Map()).length];
  for (const [at, [packed]] of MODULES.entries()) {
    const { hidden, outputs, into, outOf } = unpackNet(packed);
    assert.equal(into.length, (lengths[at] ?? 0) * hidden);
    assert.equal(outOf.length, (hidden + 1) * outputs);
  }
});
