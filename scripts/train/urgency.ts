/** The net that weighs the signs of urgency: what it is fitted to. */
import { type PackedNet, packNet } from "../../supabase/functions/_email/model/nets/net.ts";
import {
  toUrgencyInputs,
  type UrgencySigns,
} from "../../supabase/functions/_email/judgments/urgency/signs.ts";
import { readUrgencySigns } from "../../supabase/functions/_email/judgments/urgency/urgency.ts";
import { readWishes } from "../../supabase/functions/_email/readings/wishes.ts";
import type { MailKind } from "./mail_corpus.ts";
import type { MailJudgement } from "./mails.ts";
import type { Lesson } from "./nets/back_propagation.ts";
import { fitNet } from "./nets/fit_net.ts";
import { readAgain } from "./readings/read_again.ts";

/** Nothing is weighed in the others: they are low, or a program's. */
const WEIGHED: ReadonlySet<MailKind> = new Set(["person", "form", "cold"]);
/** Chosen by cross-validation on the training emails. */
const FIT = { hidden: 12, epochs: 15, batch: 128 };

/** From what classifiers said that had not seen the email. Equal emails give equal weights. */
export function fitUrgency(judgements: readonly MailJudgement[]): PackedNet {
  const examples = judgements.flatMap((judgement): Lesson[] => {
    const { kind, urgency } = judgement.mail;
    const signs = WEIGHED.has(kind) ? listSigns(judgement) : null;
    const isPressing = urgency === "high" || urgency === "critical";
    return signs === null ? [] : [{
      inputs: toUrgencyInputs(signs),
      truths: [urgency !== "low", isPressing, urgency === "critical"],
    }];
  });
  return packNet(fitNet(examples, FIT));
}

function listSigns(judgement: MailJudgement): UrgencySigns | null {
  const { text, judged } = readAgain(judgement);
  const { coldOffer, context } = readWishes(text, judged, false);
  return coldOffer === null
    ? readUrgencySigns(judged.own.prose, judged.own.subject, context)
    : null;
}
