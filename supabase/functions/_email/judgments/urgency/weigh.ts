/** What do the signs of urgency say together? Learned from the training emails. */
import type { UrgencySigns } from "./signs.ts";
import { URGENCY_WEIGHTS } from "./weights.ts";

/** Log-odds from which something is expected, chosen by cross-validation as the next two. */
const EXPECTED_FROM = -0.25;
/** Log-odds from which it is expected within two working days. */
const PRESSING_FROM = -0.2;
/** Log-odds from which damage, danger or loss is under way. */
const GRAVE_FROM = -0.5;

/** Whether anything is expected of the reader, whether soon, and whether harm is under way. */
export interface WeighedUrgency {
  readonly isExpected: boolean;
  readonly isPressing: boolean;
  readonly isGrave: boolean;
}

export function weighUrgency(signs: UrgencySigns): WeighedUrgency {
  let [expected, pressing, grave] = [0, 0, 0];
  for (const [sign, value] of signs) {
    const [forExpected, forPressing, forGrave] = URGENCY_WEIGHTS[sign];
    expected += value * forExpected;
    pressing += value * forPressing;
    grave += value * forGrave;
  }
  return {
    isExpected: expected > EXPECTED_FROM,
    isPressing: pressing > PRESSING_FROM,
    isGrave: grave > GRAVE_FROM,
  };
}
