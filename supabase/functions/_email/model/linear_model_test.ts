import assert from "node:assert/strict";
import fc from "fast-check";
import { FeatureList } from "./feature_list.ts";
import { PLACES } from "./hashing.ts";
import {
  type Classifiers,
  GROUPS,
  listWeights,
  normOf,
  packWeights,
  scoreGroup,
  unpackModel,
  type Weights,
} from "./linear_model.ts";

const CLASSIFIERS = (...names: string[]): Classifiers => ({
  names,
  units: names.map(() => 1),
  thresholds: names.map(() => 0),
});
const SHAPE = {
  sentence: CLASSIFIERS("one"),
  context: CLASSIFIERS("two", "three"),
  email: CLASSIFIERS("four", "five", "six"),
};

function makeWeights(): Weights {
  return {
    sentence: new Int8Array(PLACES),
    context: new Int8Array(PLACES * 2),
    email: new Int8Array(PLACES * 3),
  };
}

Deno.test("weights of every group come out of their package as they went in, however far apart", () => {
  const sparse = fc.array(
    fc.tuple(
      fc.constantFrom(...GROUPS),
      fc.nat(PLACES - 1),
      fc.nat(2),
      fc.integer({ min: -127, max: 127 }),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(sparse, (entries) => {
      const weights = makeWeights();
      for (const [group, place, at, weight] of entries) {
        const count = SHAPE[group].names.length;
        weights[group][place * count + at % count] = weight;
      }
      const model = unpackModel({ groups: SHAPE, packed: packWeights(weights, SHAPE) });
      for (const group of GROUPS) assert.deepEqual(listWeights(model, group), weights[group]);
    }),
    { numRuns: 10 },
  );
});

Deno.test("each classifier sums its own weights in its own unit, at places that others weigh too", () => {
  const weights = makeWeights();
  weights.context.set([10, -4], 7 * 2);
  weights.context.set([1, 3], 9 * 2);
  weights.sentence[7] = 5;
  const groups = { ...SHAPE, context: { ...SHAPE.context, units: [0.5, 2] } };
  const model = unpackModel({ groups, packed: packWeights(weights, groups) });
  const parts = [{ features: new FeatureList([[7, 2], [9, 1], [11, 5]]), factor: 1 }];
  assert.deepEqual(scoreGroup(model, "context", parts), [10.5, -10]);
  assert.deepEqual(scoreGroup(model, "sentence", parts), [10]);
  assert.deepEqual(scoreGroup(model, "email", parts), [0, 0, 0]);
});

Deno.test("parts count as much as their factors say", () => {
  const weights = makeWeights();
  weights.sentence[7] = 4;
  const model = unpackModel({ groups: SHAPE, packed: packWeights(weights, SHAPE) });
  const features = new FeatureList([[7, 3]]);
  assert.deepEqual(
    scoreGroup(model, "sentence", [{ features, factor: 1 }, { features, factor: 0.5 }]),
    [18],
  );
  assert.equal(
    normOf([{ features, factor: 1 }, { features: new FeatureList([[8, 8]]), factor: 0.5 }]),
    5,
  );
  assert.equal(normOf([]), 1);
});
