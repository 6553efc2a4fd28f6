/**
 * Does a sentence carry a request, a proposal or a promise? One more linear classifier that the
 * repository trains, over features of its own.
 */
import {
  type Classifiers,
  normOf,
  scoreClassifiers,
  unpackClassifiers,
} from "../linear_classifiers.ts";
import type { Features } from "../hashing.ts";
import { BUCKETS, listFeatures } from "./features.ts";
import { REQUEST_WEIGHTS } from "./request_weights.ts";

let unpacked: Classifiers | null = null;

/** Log-odds that an English sentence carries a request; above 0 it is taken for one. */
export function scoreRequest(text: string): number {
  // Decoded with the first email: a health check needs no weights.
  unpacked ??= unpackClassifiers(REQUEST_WEIGHTS, BUCKETS);
  return scoreRequestFeatures(listFeatures(text), unpacked);
}

/** The same for features; long sentences are not louder. */
export function scoreRequestFeatures(features: Features, classifier: Classifiers): number {
  const [logOdds = 0] = scoreClassifiers(features, classifier);
  return logOdds / normOf(features) - (classifier.thresholds[0] ?? 0);
}
