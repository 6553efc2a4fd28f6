/** Does a sentence carry a request, a proposal or a promise? A small linear model that the repository trains. */
import { listFeatures } from "./features.ts";
import { type LinearModel, scoreFeatures, unpackWeights } from "./linear_model.ts";
import { REQUEST_WEIGHTS } from "./request_weights.ts";

let unpacked: LinearModel | null = null;

/** Log-odds that an English sentence carries a request; above 0 it is taken for one. */
export function scoreRequest(text: string): number {
  // Decoded with the first mail: a health check needs no weights.
  unpacked ??= { ...REQUEST_WEIGHTS, weights: unpackWeights(REQUEST_WEIGHTS.weights) };
  return scoreFeatures(listFeatures(text), unpacked);
}
