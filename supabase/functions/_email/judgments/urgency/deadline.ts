/** By when is something due from the recipient? */
import { quick } from "../../text/quick.ts";
import type { DateFact, UrgencyReason } from "../../reading.ts";
import { countWorkingDays } from "../../facts/deadlines.ts";
import { liesIn } from "../../text/facts.ts";
import type { Sentence } from "../../text/sentences.ts";
import { isAskedOf, isPromise, OF_SENDER } from "../action_items.ts";
import type { UrgencyContext } from "./context.ts";
import { isHypothetical, URGENCY_CUES } from "./cues.ts";
import { lastDayOf, readLead } from "./named_days.ts";
import type { UrgencyReasonName } from "./reasons.ts";

/** The nearest date on which the recipient must have acted. */
export interface Deadline {
  readonly days: number;
  readonly isNear: boolean;
  readonly reason: UrgencyReason;
}

/** Working days within which a deadline is near, and a time that is only proposed. */
const NEAR_DAYS = 2;
const NEXT_DAY = 1;
/** In seven languages. */
const SECONDS = /\d se[kcg]/i;
/** A part of today that is over when an email about it comes. */
const TOLD_DAY =
  /^(?:this morning|earlier (?:today|this week)|heute (?:früh|morgen)|esta mañana)$/i;
/** Begins what asks for or tells of the past. */
const TOLD = quick(
  "^(?:(?:hi|hello|hey)[^,]{0,30}, )?(?:did|have|has|had|was|were|how (?:did|was|were)|" +
    "(?:what|who|when|where|why) (?:did|has|have|had|was|were|happened)|thanks?|thank you)\\b",
);
/** Who must act by a date, or that somebody must. */
const DUTY = quick(
  String
    .raw`\b(?:you|your|u|we|us|me|please|pls|must|needs?|needed|due|deadline|latest|required?|` +
    String.raw`expires?|have to|has to|should|until|no later)\b`,
);

/**
 * The nearest date to come in a sentence that asks for something; or behind "by" and the like,
 * where something is asked elsewhere. The sender's own plans and what only might be are none, and
 * a time to meet counts where it still must be answered, as that of an invitation must.
 */
export function findDeadline(
  sentences: readonly Sentence[],
  context: UrgencyContext,
): Deadline | null {
  const due = URGENCY_CUES.due.in(context.language);
  const isMeeting = context.intent === "meeting_request" && context.asking.length > 0;
  const dated = [...context.event?.times ?? [], ...sentences];
  let nearest: Deadline | null = null;
  for (const date of context.dates) {
    const day = lastDayOf(date.value, context.receivedAt);
    const sentence = dated.find((one) => liesIn(date, one));
    if (day === null || sentence === undefined) continue;
    // "martes 24": the number that follows says better which day is meant.
    if (/^\s{1,3}\d/.test(sentence.text.slice(date.end - sentence.start))) continue;
    const before = date.start - sentence.start;
    const isDue = due.test(readLead(sentence, before));
    // "If you hear nothing within a minute, …" sets no term, nor does "within 5 seconds".
    if (
      SECONDS.test(date.text) ||
      !isDue && (isInCondition(sentence, before) || isOver(sentence, date))
    ) continue;
    if (!isAsked(sentence, isDue || isMeeting, context)) continue;
    const days = countWorkingDays(context.receivedAt, day);
    if (days < 0 || (nearest !== null && nearest.days <= days)) continue;
    const isNear = days <= (isDue ? NEAR_DAYS : NEXT_DAY);
    const name: UrgencyReasonName = isNear ? "deadline_within_two_working_days" : "deadline_later";
    const { source, start, end, text } = date;
    nearest = { days, isNear, reason: { reason: name, fact: { source, start, end, text } } };
  }
  return nearest;
}

/** "This morning" is over, and so is what a question or a sentence tells of the past. */
function isOver({ folded }: Sentence, { text }: DateFact): boolean {
  return TOLD_DAY.test(text) || TOLD.test(folded);
}

/** Whether a place is in the clause that a sentence begins with "if". */
function isInCondition({ text, folded }: Sentence, at: number): boolean {
  const comma = text.indexOf(",");
  return isHypothetical(folded) && (comma < 0 || at < comma);
}

function isAsked(
  sentence: Sentence,
  isDue: boolean,
  { asking, event, isExpected, intent, language }: UrgencyContext,
): boolean {
  if (event?.isInviting === true && event.times.includes(sentence)) return true;
  if (asking.includes(sentence)) {
    // "Who plays on Friday?" only wants to know.
    return isDue && !sentence.text.endsWith("?") || intent === "meeting_request" ||
      isAskedOf(sentence, language);
  }
  return isDue && isExpected && speaksOfDuty(sentence, language) &&
    !OF_SENDER.test(sentence.folded) &&
    !isPromise(sentence, language) && !isHypothetical(sentence.folded);
}

/** "The office closes by noon" sets the reader no term; told for English, whose words are known. */
function speaksOfDuty({ folded }: Sentence, language: string | null): boolean {
  return language !== "en" || DUTY.test(folded);
}
