/** Does an email that nothing else marks read like one that went to many? */
import type { MailScores } from "../../model/model.ts";
import type { MassMail } from "./mass_mail.ts";
import type { Pitch } from "./advertising.ts";

/**
 * Log-odds above which it does, and what part of those that the sender waits for an answer: whoever
 * does wrote to somebody. By cross-validation, 6 of 10 mailings without marks are recognized, and
 * of 14,160 emails by people 39 are taken for one, 4 of which wait for an answer.
 */
const MASS_LOG_ODDS = -0.5;
const WAITING = 0.5;
/** Words are weaker than any other sign. */
const CERTAINTY = 60;

/** Null where the model does not know the language, or takes it for a person's. */
export function recognizeByWords(scores: MailScores | null): MassMail | null {
  if (scores === null) return null;
  if (scores.mass <= Math.max(MASS_LOG_ODDS, WAITING * scores.reply)) return null;
  const pitch = choosePitch(scores);
  return { kind: "bulk", automatedKind: null, certainty: CERTAINTY, isBulk: true, pitch };
}

/** Advertising proposes something, fraud is for nothing that has a name, a newsletter informs. */
function choosePitch({ intents }: MailScores): Pitch {
  const [offers, hides, informs] = (["proposal", "other", "information_sharing"] as const)
    .map((intent) => intents.get(intent) ?? 0) as [number, number, number];
  if (informs >= Math.max(offers, hides)) return null;
  return offers >= hides ? "advertising" : "fraud";
}
