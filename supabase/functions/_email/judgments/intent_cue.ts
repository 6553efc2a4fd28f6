/** A cue for an intent. Weights: 1 a hint, 2 a clear sign, 3 hardly anything else. */
import type { Intent } from "../reading.ts";
import { cue, type Pattern } from "../text/cues.ts";

export interface IntentCue {
  readonly intent: Intent;
  readonly weight: 1 | 2 | 3;
  readonly pattern: Pattern;
}

/** Sources as `cue` takes them, in folded form. */
export function sign(
  intent: Intent,
  weight: 1 | 2 | 3,
  ...sources: readonly string[]
): IntentCue {
  return { intent, weight, pattern: cue(...sources) };
}
