/** What does an email say of its urgency, in so many words? */
import type { UrgencyReason } from "../../reading.ts";
import type { Cues } from "../../text/language_cues.ts";
import { liesIn } from "../../text/facts.ts";
import type { Sentence } from "../../text/sentences.ts";
import { isAskedOf } from "../action_items.ts";
import { countOccurrences, findReason, findReasonNow, URGENCY_CUES as CUES } from "./cues.ts";
import type { UrgencyContext } from "./context.ts";
import { type Deadline, findDeadline } from "./deadline.ts";
import { namesNextDay } from "./named_days.ts";
import type { UrgencyReasonName } from "./reasons.ts";

/** Sentences read: what is urgent is said early; a long text is a report or an article. */
const SENTENCES_READ = 30;

/** The reasons that the rules find, by what they say. */
export interface Told {
  readonly harm: UrgencyReason | null;
  readonly standstill: UrgencyReason | null;
  readonly warning: UrgencyReason | null;
  readonly urgent: UrgencyReason | null;
  readonly calm: UrgencyReason | null;
  readonly consequence: UrgencyReason | null;
  readonly deadline: Deadline | null;
  /** A time today, in a sentence that asks for something. */
  readonly today: UrgencyReason | null;
  readonly hasHaste: boolean;
}

/** Reads what the rules find. */
export function readTold(
  written: readonly Sentence[],
  subject: Sentence,
  context: UrgencyContext,
): Told {
  const { language, asking } = context;
  const sentences = listRead(written);
  const all = [...sentences, subject];
  const findNow = (name: UrgencyReasonName, cues: Cues, some: readonly Sentence[] = all) =>
    findReasonNow(some, name, cues.in(language));
  const harm = findNow("harm_now", CUES.harm);
  const standstill = findNow("work_stands_still", CUES.standstill);
  // "I'll call him immediately" hurries the sender, "Effective immediately" nobody.
  const harming = [CUES.haste, CUES.harm, CUES.standstill].map((cues) => cues.in(language));
  const [hasty, ...troubling] = harming;
  const pressing = sentences.filter((sentence) =>
    asking.includes(sentence) || hasty?.test(sentence.folded) !== true ||
    troubling.some((pattern) => pattern.test(sentence.folded)) || isAskedOf(sentence, language)
  );
  // In the subject alone the word needs a reason to be believed.
  const urgent = findNow("said_urgent", CUES.saidUrgent, pressing) ??
    (context.isTroubled || harm !== null || standstill !== null
      ? findNow("said_urgent", CUES.saidUrgent, [subject])
      : null);
  const deadline = findDeadline(sentences, context);
  return {
    harm,
    standstill,
    warning: findReason(all, "last_warning", CUES.lastWarning.in(language)),
    urgent,
    calm: findReason(sentences, "no_hurry", CUES.calm.in(language)),
    consequence: findConsequence(all, context),
    deadline: deadline !== null && isSocial(deadline.reason, sentences, context)
      ? { ...deadline, isNear: false }
      : deadline,
    today: findToday(context),
    hasHaste: countOccurrences(all, CUES.saidUrgent.in(language)) > 0,
  };
}

/** Threats that fraud makes; one of the kind may be in an honest email. */
export function findFraud(
  written: readonly Sentence[],
  subject: Sentence,
  { language }: UrgencyContext,
): UrgencyReason | null {
  const cue = CUES.fraud.in(language);
  const sentences = listRead(written);
  return countOccurrences(sentences, cue) < 2
    ? null
    : findReason([...sentences, subject], "looks_like_fraud", cue);
}

/** Mostly the same list, of which it is known by now which cues it may have. */
function listRead(written: readonly Sentence[]): readonly Sentence[] {
  return written.length > SENTENCES_READ ? written.slice(0, SENTENCES_READ) : written;
}

/** A consequence that its sentence, or the one before, dates to today or the next working day. */
function findConsequence(
  sentences: readonly Sentence[],
  context: UrgencyContext,
): UrgencyReason | null {
  const today = CUES.today.in(context.language);
  const isDated = (sentence: Sentence | undefined) =>
    sentence !== undefined && (today.test(sentence.folded) || namesNextDay(context, sentence));
  const dated = sentences.filter((sentence, at) =>
    isDated(sentence) ||
    !context.dates.some((date) => liesIn(date, sentence)) && isDated(sentences[at - 1])
  );
  return findReason(dated, "consequence_within_a_day", CUES.consequence.in(context.language));
}

/** "By noon", in a sentence that asks for something. */
function findToday({ asking, language }: UrgencyContext): UrgencyReason | null {
  return findReasonNow(asking, "deadline_within_two_working_days", CUES.today.in(language));
}

/** Whether the deadline is that of a meal or a party. */
function isSocial(
  { fact }: UrgencyReason,
  sentences: readonly Sentence[],
  { language }: UrgencyContext,
): boolean {
  const social = CUES.social.in(language);
  return fact !== null &&
    sentences.some((sentence) => liesIn(fact, sentence) && social.test(sentence.folded));
}
