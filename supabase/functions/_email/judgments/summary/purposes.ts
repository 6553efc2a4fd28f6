/** What may an email be for, and how likely is each? What tells its summary depends on that. */
import type { Intent } from "../../reading.ts";

/** Intents whose emails say in the same way what they are about. */
export const PURPOSES = [
  "asked",
  "meeting",
  "trouble",
  "offer",
  "news",
  "follow_up",
  "opinion",
  "other",
] as const;
export type Purpose = (typeof PURPOSES)[number];

const PURPOSE_OF: Readonly<Record<Intent, Purpose>> = {
  meeting_request: "meeting",
  question: "asked",
  proposal: "offer",
  complaint: "trouble",
  feedback: "opinion",
  support_request: "trouble",
  sales_inquiry: "asked",
  partnership: "offer",
  introduction: "offer",
  follow_up: "follow_up",
  information_sharing: "news",
  other: "other",
};

/** Less likely ones say nothing. */
const LEAST_SHARE = 0.03;

/**
 * Each purpose that is likely, with its share of 1.
 * @param intents log-odds of each; empty where no classifier was asked
 */
export function sharePurposes(
  intents: ReadonlyMap<Intent, number>,
): ReadonlyMap<Purpose, number> {
  const most = Math.max(...intents.values());
  const odds = new Map<Purpose, number>();
  let sum = 0;
  for (const [intent, logOdds] of intents) {
    const own = Math.exp(logOdds - most);
    const purpose = PURPOSE_OF[intent];
    odds.set(purpose, (odds.get(purpose) ?? 0) + own);
    sum += own;
  }
  return new Map(
    [...odds].map(([purpose, own]) => [purpose, own / sum] as const)
      .filter(([, share]) => share > LEAST_SHARE),
  );
}
