import assert from "node:assert/strict";
import { toUrgencyInputs } from "../../../supabase/functions/_email/judgments/urgency/signs.ts";
import { toSentenceTraits } from "../../../supabase/functions/_email/judgments/traits.ts";
import { URGENCY_NET } from "../../../supabase/functions/_email/judgments/urgency/weights.ts";
import { CLASSIFIERS } from "../../../supabase/functions/_email/model/classifiers.ts";
import { unpackFeatureNet } from "../../../supabase/functions/_email/model/nets/feature_net.ts";
import { unpackNet } from "../../../supabase/functions/_email/model/nets/net.ts";
import {
  listSecondLookInputs,
} from "../../../supabase/functions/_email/model/nets/second_look_inputs.ts";
import { EMAIL_NET } from "../../../supabase/functions/_email/model/weights/email_net.ts";
import { unpackPlaces } from "../../../supabase/functions/_email/model/weights/packing.ts";
import { REQUESTS } from "../../../supabase/functions/_email/model/weights/requests.ts";
import {
  SECOND_LOOK,
  THRESHOLDS,
} from "../../../supabase/functions/_email/model/weights/second_look.ts";
import { SENTENCE_NET } from "../../../supabase/functions/_email/model/weights/sentence_net.ts";
import { labelTraits } from "../labelled_traits.ts";
import { parseMailCorpus } from "../mail_corpus.ts";
import { writeFeatureNet, writeLinear, writeNet, writeThresholds } from "./write_weights.ts";

const EMAIL = new URL("../../../supabase/functions/_email/", import.meta.url);

/** What a module in the repository says of itself. */
function aboutOf(text: string): string[] {
  const [comment = ""] = /\/\*\*[\s\S]*?\*\//.exec(text) ?? [];
  return comment.split("\n").map((line) => line.replace(/^\/?\s?\*+\/? ?| ?\*\/$/g, ""))
    .filter((line) => line !== "");
}

type Write = (about: readonly string[]) => string;

const MODULES: Readonly<Record<string, Write>> = {
  "model/weights/requests.ts": (about) => writeLinear(REQUESTS, { name: "REQUESTS", about }),
  "model/weights/email_net.ts": (about) => writeFeatureNet(EMAIL_NET, { name: "EMAIL_NET", about }),
  "model/weights/sentence_net.ts": (about) =>
    writeFeatureNet(SENTENCE_NET, { name: "SENTENCE_NET", about }),
  "model/weights/second_look.ts": (about) =>
    writeNet(SECOND_LOOK, { name: "SECOND_LOOK", about }, "../nets/net.ts") +
    writeThresholds(THRESHOLDS),
  "judgments/urgency/weights.ts": (about) =>
    writeNet(URGENCY_NET, { name: "URGENCY_NET", about }, "../../model/nets/net.ts"),
};

for (const [file, write] of Object.entries(MODULES)) {
  Deno.test(`${file} is written as training writes it`, async () => {
    const text = await Deno.readTextFile(new URL(file, EMAIL));
    const about = aboutOf(text);
    assert.ok(about.length > 0);
    assert.equal(text, write(about));
  });
}

Deno.test("each place of a net over features has a row", () => {
  for (const { places, rows, steps } of [EMAIL_NET, SENTENCE_NET]) {
    assert.equal(rows.length, unpackPlaces(places).length * steps.length / 3 * 2);
  }
});

Deno.test("each net has a weight for every input, hidden unit and output", () => {
  const [mail] = parseMailCorpus(
    "# other low neutral en noreply\nS a stove\n- The stove is green.",
    "stove.txt",
  );
  assert.ok(mail !== undefined);
  const { traits } = labelTraits(mail);
  const scores = { intents: new Map(), reply: 0, expected: 0, pressing: 0, grave: 0, mass: 0 };
  const [inputs] = listSecondLookInputs(toSentenceTraits(traits, scores), [[0, 0]]);
  const [email, sentence] = [EMAIL_NET, SENTENCE_NET].map(unpackFeatureNet);
  assert.ok(email !== undefined && sentence !== undefined);
  const nets = [
    [email.net, email.steps.length + 1, CLASSIFIERS.email.length],
    [sentence.net, sentence.steps.length + 1, CLASSIFIERS.sentence.length],
    [unpackNet(SECOND_LOOK), inputs?.length ?? 0, CLASSIFIERS.sentence.length],
    [unpackNet(URGENCY_NET), toUrgencyInputs(new Map()).length, 3],
  ] as const;
  for (const [{ hidden, into, outputs, outOf }, count, expected] of nets) {
    assert.equal(into.length, count * hidden);
    assert.equal(outputs, expected);
    assert.equal(outOf.length, (hidden + 1) * outputs);
  }
});
