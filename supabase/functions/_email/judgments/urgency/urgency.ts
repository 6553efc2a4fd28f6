/** How soon does the email want an answer or an act, and why? */
import type { UrgencyLevel, UrgencyReason } from "../../reading.ts";
import type { Cues } from "../../text/language_cues.ts";
import type { Sentence } from "../../text/sentences.ts";
import { isAskedOf } from "../action_items.ts";
import { SHORT_MAIL_SENTENCES } from "../intent.ts";
import { countOccurrences, findReason, findReasonNow, URGENCY_CUES as CUES } from "./cues.ts";
import { findDeadline, namesNextDay, type UrgencyContext } from "./deadline.ts";
import type { UrgencyReasonName } from "./reasons.ts";

/** Sentences read. */
const SENTENCES_READ = 30;
/** Log-odds of `expected` below which nothing is expected of the reader, and above which it is. */
const UNEXPECTED = -1.5;
const EXPECTED = 0;
/** Log-odds of `pressing` below which words of haste are not believed. */
const UNHURRIED = -1.5;
/** From here the whole email presses, whatever its words. */
const PRESSING = 0;

export interface UrgencyReading {
  readonly level: UrgencyLevel;
  /** At least one. */
  readonly reasons: readonly UrgencyReason[];
}

/**
 * Critical: harm under way, with a request or a consequence that is named; or a serious consequence
 * within a day. High: a deadline within two working days, a standstill, a last warning, or the
 * sender says that it is urgent. Medium: something is asked. Low: nothing is, it is a stranger's
 * offer, or the sender says that it can wait.
 */
export function readUrgency(
  written: readonly Sentence[],
  subject: Sentence,
  context: UrgencyContext,
): UrgencyReading {
  const { language, asking } = context;
  // What is urgent is said early; a long text is a report or an article.
  const sentences = written.slice(0, SENTENCES_READ);
  const all = [...sentences, subject];
  const findNow = (name: UrgencyReasonName, cues: Cues, some: readonly Sentence[] = all) =>
    findReasonNow(some, name, cues.in(language));
  const harm = findNow("harm_now", CUES.harm);
  const standstill = findNow("work_stands_still", CUES.standstill);
  const warning = findReason(all, "last_warning", CUES.lastWarning.in(language));
  // In the subject alone the word needs a reason to be believed.
  // "I'll call him immediately" hurries the sender, "Effective immediately" nobody.
  const harming = [CUES.haste, CUES.harm, CUES.standstill].map((cues) => cues.in(language));
  const [hasty, ...troubling] = harming;
  const pressing = sentences.filter((sentence) =>
    asking.includes(sentence) || hasty?.test(sentence.folded) !== true ||
    troubling.some((pattern) => pattern.test(sentence.folded)) || isAskedOf(sentence, language)
  );
  const urgent = findNow("said_urgent", CUES.saidUrgent, pressing) ??
    (context.isTroubled || harm !== null || standstill !== null
      ? findNow("said_urgent", CUES.saidUrgent, [subject])
      : null);
  const calm = findReason(sentences, "no_hurry", CUES.calm.in(language));
  const deadline = findDeadline(sentences, context);
  const consequence = findConsequence(all, context);
  const isAsked = asking.length > 0 || urgent !== null;
  // Whoever calls trouble urgent asks the reader for help.
  const isExpected = seemsExpected(written, context) ||
    urgent !== null && (harm ?? standstill) !== null;

  // One threat of the kind may be in an honest email.
  const fraud = countOccurrences(sentences, CUES.fraud.in(language)) >= 2
    ? findReason(all, "looks_like_fraud", CUES.fraud.in(language))
    : null;
  if (fraud !== null) return { level: "low", reasons: [fraud] };
  if (harm !== null && (isAsked || consequence !== null)) {
    return { level: "critical", reasons: present([harm, consequence, urgent, standstill]) };
  }
  if (consequence !== null) {
    return { level: "critical", reasons: present([consequence, deadline?.reason ?? null]) };
  }
  if (calm !== null) return { level: "low", reasons: [calm] };
  const near = deadline?.isNear === true && !isSocial(deadline.reason, sentences, context)
    ? deadline.reason
    : findToday(context);
  const harmed = context.isTroubled || standstill !== null ? harm : null;
  const high = present([harmed, near, standstill, warning, urgent]);
  // A short email leaves the classifiers too little to doubt its words, and they know no dates.
  const isShort = written.length <= SHORT_MAIL_SENTENCES;
  const haste = context.scores?.pressing ?? 0;
  const isBelieved = isShort || (near ?? warning ?? harmed) !== null || haste > UNHURRIED;
  if (isExpected && high.length > 0 && isBelieved && context.intent !== "feedback") {
    return { level: "high", reasons: high };
  }
  if (isExpected && haste > PRESSING && (!isShort || asking.length > 0)) {
    return { level: "high", reasons: [{ reason: "reads_as_urgent", fact: null }] };
  }
  if (!isExpected) return { level: "low", reasons: [{ reason: "nothing_asked", fact: null }] };
  return {
    level: "medium",
    reasons: present([deadline?.reason ?? null, { reason: "something_asked", fact: null }]),
  };
}

/** Whether anything is expected of the reader, by the rules and by the email as a whole. */
function seemsExpected(
  written: readonly Sentence[],
  { isExpected, scores }: UrgencyContext,
): boolean {
  if (scores === null || written.length <= SHORT_MAIL_SENTENCES) return isExpected;
  return scores.expected > (isExpected ? UNEXPECTED : EXPECTED);
}

/** A consequence that its own sentence dates to today or the next working day. */
function findConsequence(
  sentences: readonly Sentence[],
  context: UrgencyContext,
): UrgencyReason | null {
  const today = CUES.today.in(context.language);
  const dated = sentences.filter((sentence) =>
    today.test(sentence.folded) || namesNextDay(sentence, context)
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
  return sentences.some(({ start, text, folded }) =>
    fact !== null && fact.start >= start && fact.end <= start + text.length && social.test(folded)
  );
}

function present(reasons: readonly (UrgencyReason | null)[]): UrgencyReason[] {
  return reasons.filter((reason) => reason !== null);
}
