/** Fits the classifiers of a group to examples that share their features. */
import { PLACES } from "../../supabase/functions/_email/model/hashing.ts";
import {
  type Classifiers,
  type Group,
  type Model,
  type PackedModel,
  packWeights,
  type Part,
  unpackModel,
} from "../../supabase/functions/_email/model/linear_model.ts";
import { type Features, fitLogistic } from "./logistic.ts";

/**
 * Features, and which statements are true of them, in the order of the classifiers. Nothing is
 * learned from null: careful readers could say either.
 */
export interface GroupExample {
  readonly features: Features;
  readonly truths: readonly (boolean | null)[];
  /** How much it counts; 1 where nothing is said. */
  readonly weight?: number;
}

/** How a group is fitted. */
export interface GroupFit {
  /** Weight of an error against the size of the weights (C of liblinear). */
  readonly errorWeight: number;
  /** A feature of fewer examples teaches nothing about others. */
  readonly minExamples: number;
  /** Places that are kept; fewer cost quality, more only bytes. */
  readonly maxPlaces: number;
  /** Whether to fit again with the places that say most in all examples, and with no others. */
  readonly refits?: boolean;
}

/** Weights of a group, rounded to bytes. */
export interface FittedGroup {
  readonly weights: Int8Array;
  readonly classifiers: Classifiers;
}

const LARGEST_BYTE = 127;

/** Logistic regressions with thresholds 0. Equal examples give equal bytes. */
export function fitGroup(
  examples: readonly GroupExample[],
  names: readonly string[],
  { errorWeight, minExamples, maxPlaces, refits = false }: GroupFit,
): FittedGroup {
  const known = dropRare(examples, minExamples);
  if (!refits) return toFitted(fitColumns(known, names, errorWeight), names, maxPlaces);
  const first = fitColumns(known, names, errorWeight);
  const kept = keepPlaces(known, selectPlaces(known, first, maxPlaces));
  return toFitted(fitColumns(kept, names, errorWeight), names, PLACES);
}

/** A classifier's weights, in steps of its unit. */
interface Column {
  readonly unit: number;
  readonly steps: Float64Array;
}

function fitColumns(
  known: readonly GroupExample[],
  names: readonly string[],
  errorWeight: number,
): Column[] {
  return names.map((_, at) => {
    const fitted = fitLogistic(
      known.flatMap(({ features, truths, weight = 1 }) => {
        const isTrue = truths[at] ?? null;
        return isTrue === null ? [] : [{ features, isTrue, weight }];
      }),
      { errorWeight, buckets: PLACES },
    );
    const largest = fitted.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const unit = largest === 0 ? 1 : largest / LARGEST_BYTE;
    return { unit, steps: fitted.map((weight) => weight / unit) };
  });
}

function toFitted(
  columns: readonly Column[],
  names: readonly string[],
  maxPlaces: number,
): FittedGroup {
  const smallest = findSmallest(columns.map(({ steps }) => steps), maxPlaces);
  const weights = new Int8Array(PLACES * names.length);
  for (let place = 0; place < PLACES; place++) {
    if (sizeOf(columns.map(({ steps }) => steps[place] ?? 0)) < smallest) continue;
    for (const [at, { steps }] of columns.entries()) {
      weights[place * names.length + at] = Math.round(steps[place] ?? 0);
    }
  }
  return {
    weights,
    classifiers: {
      names,
      units: columns.map(({ unit }) => unit),
      thresholds: names.map(() => 0),
    },
  };
}

/** The groups as one model. */
export function packModel(fitted: Readonly<Record<Group, FittedGroup>>): PackedModel {
  const groups = {
    sentence: fitted.sentence.classifiers,
    context: fitted.context.classifiers,
    email: fitted.email.classifiers,
  };
  const weights = {
    sentence: fitted.sentence.weights,
    context: fitted.context.weights,
    email: fitted.email.weights,
  };
  return { groups, packed: packWeights(weights, groups) };
}

/** A model of one group alone. */
export function toModelOf(group: Group, fitted: FittedGroup): Model {
  const none: FittedGroup = {
    weights: new Int8Array(0),
    classifiers: { names: [], units: [], thresholds: [] },
  };
  const groups = { sentence: none, context: none, email: none, [group]: fitted };
  return unpackModel(packModel(groups));
}

/** Parts of an example as one list of features; `norm` divides all of them. */
export function joinParts(parts: readonly Part[], norm = 1): Features {
  const joined = new Map<number, number>();
  for (const { features, factor } of parts) {
    for (const [place, value] of features) {
      joined.set(place, (joined.get(place) ?? 0) + value * factor / norm);
    }
  }
  return joined;
}

function dropRare(examples: readonly GroupExample[], minExamples: number): GroupExample[] {
  const counts = new Uint32Array(PLACES);
  for (const { features } of examples) {
    for (const place of features.keys()) counts[place] = (counts[place] ?? 0) + 1;
  }
  return examples.map((one) => ({
    ...one,
    features: new Map([...one.features].filter(([at]) => (counts[at] ?? 0) >= minExamples)),
  }));
}

function keepPlaces(examples: readonly GroupExample[], kept: ReadonlySet<number>): GroupExample[] {
  return examples.map((one) => ({
    ...one,
    features: new Map([...one.features].filter(([at]) => kept.has(at))),
  }));
}

/** The places whose weights move most over all examples; a rare one does not, however large. */
function selectPlaces(
  examples: readonly GroupExample[],
  columns: readonly Column[],
  maxPlaces: number,
): ReadonlySet<number> {
  const squares = new Float64Array(PLACES);
  for (const { features } of examples) {
    for (const [place, value] of features) squares[place] = (squares[place] ?? 0) + value * value;
  }
  const impacts = Float64Array.from(
    squares,
    (sum, place) =>
      sizeOf(columns.map(({ unit, steps }) => unit * (steps[place] ?? 0))) * Math.sqrt(sum),
  );
  const places = Array.from(impacts.keys())
    .filter((place) => (impacts[place] ?? 0) > 0)
    .toSorted((a, b) => (impacts[b] ?? 0) - (impacts[a] ?? 0) || a - b);
  return new Set(places.slice(0, maxPlaces));
}

/** The size of the place that is the last to be kept. */
function findSmallest(columns: readonly Float64Array[], maxPlaces: number): number {
  const sizes = new Float64Array(PLACES);
  for (let place = 0; place < PLACES; place++) {
    sizes[place] = sizeOf(columns.map((steps) => steps[place] ?? 0));
  }
  return sizes.sort().at(-maxPlaces) ?? 0;
}

/** How much a place says at most. */
function sizeOf(steps: readonly number[]): number {
  return steps.reduce((most, step) => Math.max(most, Math.abs(step)), 0);
}
