/** What do the signs of urgency say together? Learned from the training emails. */
import { type Net, runNet, unpackNet } from "../../model/nets/net.ts";
import { toUrgencyInputs, type UrgencySigns } from "./signs.ts";
import { URGENCY_NET } from "./weights.ts";

/** Whether anything is expected of the reader, whether soon, and whether harm is under way. */
export interface WeighedUrgency {
  readonly isExpected: boolean;
  readonly isPressing: boolean;
  readonly isGrave: boolean;
}

let opened: Net | null = null;

/** What is likelier than not, by the net. Its weights are decoded with the first email. */
export function weighUrgency(signs: UrgencySigns): WeighedUrgency {
  opened ??= unpackNet(URGENCY_NET);
  const [expected = 0, pressing = 0, grave = 0] = runNet(opened, toUrgencyInputs(signs));
  return { isExpected: expected > 0, isPressing: pressing > 0, isGrave: grave > 0 };
}
