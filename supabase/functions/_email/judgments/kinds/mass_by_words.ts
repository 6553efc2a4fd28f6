/** Does an email that nothing else marks read like one that went to many? */
import type { MailScores } from "../../model/model.ts";
import type { MassMail } from "./mass_mail.ts";
import type { Pitch } from "./advertising.ts";

/**
 * What share of the log-odds that the sender waits for an answer those of mass email must exceed:
 * whoever waits for one wrote to somebody.
 */
const SHARE_OF_REPLY = 0.5;
/** Words are weaker than any other sign. */
const CERTAINTY = 60;

/**
 * Null where the model does not know the language, takes the email for a person's, or finds that it
 * presses or tells of harm: nobody's call for help is to look like a mailing. How many mailings are
 * recognized, and how many emails by people are taken for one, is what `task train` prints.
 */
export function recognizeByWords(scores: MailScores | null): MassMail | null {
  if (scores === null || scores.pressing > 0 || scores.grave > 0) return null;
  if (scores.mass <= Math.max(0, SHARE_OF_REPLY * scores.reply)) return null;
  const pitch = choosePitch(scores);
  return { kind: "bulk", automatedKind: null, certainty: CERTAINTY, isBulk: true, pitch };
}

/** Advertising proposes something, a newsletter informs, and fraud hides what it is for. */
function choosePitch({ intents }: MailScores): Pitch {
  const [offers, hides, informs] = (["proposal", "other", "information_sharing"] as const)
    .map((intent) => intents.get(intent) ?? 0) as [number, number, number];
  if (informs >= Math.max(offers, hides)) return null;
  return offers >= hides ? "advertising" : "fraud";
}
