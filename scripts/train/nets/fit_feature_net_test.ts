import assert from "node:assert/strict";
import { FeatureList } from "../../../supabase/functions/_email/model/feature_list.ts";
import {
  runFeatureNet,
  unpackFeatureNet,
} from "../../../supabase/functions/_email/model/nets/feature_net.ts";
import type { FeatureExample } from "./feature_example.ts";
import { fitFeatureNet } from "./fit_feature_net.ts";

const FIT = {
  minExamples: 2,
  places: { most: 2, errorWeight: 1 },
  size: 3,
  hidden: 12,
  dropped: 0.1,
  epochs: 20,
  batch: 32,
  firstRate: 0.01,
};
const [ONE, OTHER, RARE] = [5, 70_000, 9];

/** True where one of two is, not both; a third feature is in a single example. */
const EITHER: readonly FeatureExample[] = Array.from({ length: 1_000 }, (_, at) => {
  const places = [...at % 2 === 0 ? [ONE] : [], ...at % 4 < 2 ? [OTHER] : []];
  return {
    features: new Map([...places, ...at === 0 ? [RARE] : []].map((place) => [place, 1])),
    truths: [places.length === 1, null],
  };
});

Deno.test("a net over features learns what no linear model can, and nothing from null", () => {
  const net = unpackFeatureNet(fitFeatureNet(EITHER, FIT));
  for (const { features, truths } of EITHER.slice(0, 4)) {
    const part = { features: new FeatureList([...features]), factor: 1 };
    const [said = NaN, unlearned = NaN] = runFeatureNet(net, [part]);
    assert.equal(said > 0, truths[0], JSON.stringify([...features]));
    assert.ok(Math.abs(unlearned) < 2, String(unlearned));
  }
});

Deno.test("equal examples give equal bytes, and a rare feature has no row", () => {
  const packed = fitFeatureNet(EITHER, FIT);
  assert.deepEqual(fitFeatureNet(EITHER, FIT), packed);
  const { rowOf } = unpackFeatureNet(packed);
  assert.deepEqual([ONE, OTHER, RARE].map((place) => (rowOf[place] ?? 0) > 0), [true, true, false]);
});

Deno.test("an example of weight three counts as much as three", () => {
  const features = new Map([[ONE, 1]]);
  const examples = Array.from({ length: 400 }, (_, at) => ({
    features,
    truths: [at % 2 === 0],
    weight: at % 2 === 0 ? 3 : 1,
  }));
  const net = unpackFeatureNet(fitFeatureNet(examples, { ...FIT, dropped: 0 }));
  const part = { features: new FeatureList([...features]), factor: 1 };
  const [said = NaN] = runFeatureNet(net, [part]);
  assert.ok(Math.abs(said - Math.log(3)) < 0.4, String(said));
});

Deno.test("a net of no examples is an error", () => {
  assert.throws(() => fitFeatureNet([], FIT), {
    message: "A net is fitted to at least one example.",
  });
});
