/** What a net over features learns from. */
import type { Features } from "../features.ts";

/**
 * Features, and which statements are true of them, in the order of the outputs. Nothing is learned
 * from null: careful readers could say either.
 */
export interface FeatureExample {
  readonly features: Features;
  readonly truths: readonly (boolean | null)[];
  /** How much it counts; 1 where nothing is said. */
  readonly weight?: number;
}
