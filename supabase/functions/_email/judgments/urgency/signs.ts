/** What is known of an email that says how urgent it is, each with what it counts. */
import { cutLogOdds } from "../../model/log_odds.ts";
import { type Intent, INTENTS } from "../../reading.ts";
import { NAMED_DAYS, type NamedDay } from "./named_days.ts";

/**
 * How sure the email classifiers are of each statement, in log-odds; `asks` and `tells`: how far
 * the sentence that surest asks, or tells trouble, is above its boundary.
 */
const SCORES = ["expected", "pressing", "grave", "reply", "asks", "tells"] as const;
/** What the email tells or asks, see `urgency.ts`. */
const FACTS = [
  "asked",
  "nothing_asked",
  "several_asked",
  "question_asked",
  "plainly_asked",
  "troubled",
  "harm",
  "standstill",
  "consequence",
  "last_warning",
  "said_urgent",
  "word_of_haste",
  "no_hurry",
  "due_today",
  "near_deadline",
  "later_deadline",
  "next_day_named",
  "date_named",
  "word_of_today",
  "promised",
] as const;
/** Facts that say more together. */
const PAIRS = {
  near_and_asked: ["near_deadline", "asked"],
  next_day_and_asked: ["next_day_named", "asked"],
} as const satisfies Readonly<Record<string, readonly [UrgencyFact, UrgencyFact]>>;

export type UrgencyScore = (typeof SCORES)[number];
export type UrgencyFact = (typeof FACTS)[number];
export type UrgencySign =
  | "any"
  | UrgencyScore
  | UrgencyFact
  | NamedDay
  | keyof typeof PAIRS
  | "meeting_next_day"
  | Intent;

/** Every sign, in a fixed order. */
export const URGENCY_SIGNS: readonly UrgencySign[] = [
  "any",
  ...SCORES,
  ...FACTS,
  ...NAMED_DAYS,
  ...Object.keys(PAIRS) as (keyof typeof PAIRS)[],
  "meeting_next_day",
  ...INTENTS,
];

/** Log-odds are cut here. */
const MAX_LOG_ODDS = 4;
/** Log-odds that count as 1. */
const LOG_ODDS_UNIT = 2;

/** The signs of an email; those that it does not show are left out. */
export type UrgencySigns = ReadonlyMap<UrgencySign, number>;

/** Puts the signs together. */
export function toUrgencySigns(
  scores: Readonly<Record<UrgencyScore, number>>,
  facts: Readonly<Record<UrgencyFact, boolean>>,
  intent: Intent,
  days: ReadonlySet<NamedDay>,
): UrgencySigns {
  const signs = new Map<UrgencySign, number>([["any", 1], [intent, 1]]);
  for (const name of SCORES) {
    signs.set(name, cutLogOdds(scores[name], MAX_LOG_ODDS) / LOG_ODDS_UNIT);
  }
  for (const name of FACTS) if (facts[name]) signs.set(name, 1);
  for (const name of days) signs.set(name, 1);
  for (const [pair, [one, other]] of Object.entries(PAIRS)) {
    if (facts[one] && facts[other]) signs.set(pair as keyof typeof PAIRS, 1);
  }
  if (facts.next_day_named && intent === "meeting_request") signs.set("meeting_next_day", 1);
  return signs;
}

/** What the net of urgency is given: the value of every sign, 0 for those left out. */
export function toUrgencyInputs(signs: UrgencySigns): Float64Array {
  const inputs = new Float64Array(URGENCY_SIGNS.length);
  URGENCY_SIGNS.forEach((sign, at) => inputs[at] = signs.get(sign) ?? 0);
  return inputs;
}
