/** How soon does the email want an answer or an act, and why? */
import { SHORT_MAIL_SENTENCES } from "../../model/classifiers.ts";
import type { SentenceLogOdds } from "../../model/model.ts";
import type { UrgencyLevel, UrgencyReason } from "../../reading.ts";
import type { Sentence } from "../../text/sentences.ts";
import { isAskedOf, isPromise } from "../action_items.ts";
import { isQuestion } from "../questions.ts";
import { REDRESSED } from "../reply.ts";
import { countOccurrences, URGENCY_CUES } from "./cues.ts";
import type { UrgencyContext } from "./context.ts";
import { listNamedDays, namesDayToCome, namesNextDay } from "./named_days.ts";
import { toUrgencySigns, type UrgencySigns } from "./signs.ts";
import { findFraud, readTold, type Told } from "./told.ts";
import { type WeighedUrgency, weighUrgency } from "./weigh.ts";

/** Sentences that ask for several things. */
const SEVERAL = 2;
/** Log-odds from which a short email presses, whatever its words. */
const PRESSING = 1.5;
/** Log-odds of harm under way from which words of harm are meant: "There is smoke in the hall." */
const HARMED = -6;

/** The same below which words of harm and a request are about other things. */
const UNHARMED = -5;

/** Of a sentence of which the classifiers said nothing. */
const UNSAID: SentenceLogOdds = { action: -Infinity, pain: -Infinity };

export interface UrgencyReading {
  readonly level: UrgencyLevel;
  /** At least one. */
  readonly reasons: readonly UrgencyReason[];
}

/**
 * Low where it is fraud. Else the signs of urgency are weighed: whether anything is expected of the
 * reader, whether within two working days, and whether harm is under way. What presses is critical
 * also where words tell of harm and an act is asked for, and what does not press is low where the
 * sender says that it can wait. The rules decide alone in a short email, which leaves the
 * classifiers too little, and in a language that they do not know: critical is harm under way, with
 * a request or a consequence that is named, or a serious consequence within a day.
 */
export function readUrgency(
  written: readonly Sentence[],
  subject: Sentence,
  context: UrgencyContext,
): UrgencyReading {
  const fraud = findFraud(written, subject, context);
  if (fraud !== null) return { level: "low", reasons: [fraud] };
  const told = readTold(written, subject, context);
  const signs = listSigns(written, told, context);
  const pressing = findPressing(told, context);
  const { isExpected, isPressing, isGrave } = signs === null
    ? seemUrgent(told, context, pressing.length > 0)
    : weighUrgency(signs);
  if (isPressing) {
    const reasons = pressing.length > 0
      ? pressing
      : [{ reason: "reads_as_urgent", fact: null } as const];
    const isHarmTold = needsHelpInHarm(told, context) && (signs === null || mayBeHarm(context));
    return { level: isGrave || isHarmTold ? "critical" : "high", reasons };
  }
  if (told.calm !== null) return { level: "low", reasons: [told.calm] };
  if ((!isExpected || leavesTheRest(told, context)) && !waitsForWord(context)) {
    return { level: "low", reasons: [{ reason: "nothing_asked", fact: null }] };
  }
  return {
    level: "medium",
    reasons: present([told.deadline?.reason ?? null, { reason: "something_asked", fact: null }]),
  };
}

/** What the net is trained on; null where nothing is weighed. */
export function readUrgencySigns(
  written: readonly Sentence[],
  subject: Sentence,
  context: UrgencyContext,
): UrgencySigns | null {
  return listSigns(written, readTold(written, subject, context), context);
}

function listSigns(
  written: readonly Sentence[],
  told: Told,
  context: UrgencyContext,
): UrgencySigns | null {
  const { scores, above, asking, language, intent } = context;
  if (scores === null || written.length <= SHORT_MAIL_SENTENCES) return null;
  const { deadline } = told;
  let surest = UNSAID;
  for (const sentence of written) {
    const { action, pain } = above.get(sentence) ?? UNSAID;
    surest = { action: Math.max(surest.action, action), pain: Math.max(surest.pain, pain) };
  }
  return toUrgencySigns(
    {
      ...scores,
      asks: surest.action,
      tells: surest.pain,
    },
    {
      asked: context.isExpected,
      nothing_asked: asking.length === 0,
      several_asked: asking.length >= SEVERAL,
      question_asked: asking.some(({ text }) => text.endsWith("?")),
      plainly_asked: asking.some((sentence) => isAskedOf(sentence, language)),
      troubled: context.isTroubled,
      harm: told.harm !== null,
      standstill: told.standstill !== null,
      consequence: told.consequence !== null,
      last_warning: told.warning !== null,
      said_urgent: told.urgent !== null,
      word_of_haste: told.hasHaste,
      no_hurry: told.calm !== null,
      due_today: told.today !== null,
      near_deadline: deadline?.isNear === true,
      later_deadline: deadline !== null && !deadline.isNear,
      next_day_named: namesNextDay(context),
      date_named: context.dates.length > 0,
      word_of_today: countOccurrences(written, URGENCY_CUES.today.in(language)) > 0,
      promised: written.some((sentence) => isPromise(sentence, language)),
    },
    intent,
    listNamedDays(written, context),
  );
}

/**
 * Whoever makes people known to each other, and asks for nothing, leaves the rest to them. So does
 * a calendar that tells of an event.
 */
function leavesTheRest(
  { deadline }: Told,
  { intent, event, isExpected, isTroubled }: UrgencyContext,
): boolean {
  return (intent === "introduction" || event?.isInviting === false) &&
    !isExpected && !isTroubled && deadline === null;
}

/**
 * Whoever asks or invites waits for an answer, and whoever complains for amends, however they are
 * weighed.
 */
function waitsForWord({ asking, intent, event, isTroubled }: UrgencyContext): boolean {
  return event?.isInviting === true || asking.some(isQuestion) ||
    intent === "complaint" && isTroubled;
}

/**
 * Whether words of harm may be about harm under way: whoever buys balloons because one burst, or is
 * at a hospital, asks for something else.
 */
function mayBeHarm({ intent, scores }: UrgencyContext): boolean {
  return REDRESSED.has(intent) || (scores?.grave ?? 0) > UNHARMED;
}

/** Whether words tell of harm under way and somebody is asked to act. */
function needsHelpInHarm({ harm, urgent }: Told, { asking }: UrgencyContext): boolean {
  return harm !== null && (asking.length > 0 || urgent !== null);
}

/** What the rules say alone. */
function seemUrgent(
  told: Told,
  context: UrgencyContext,
  isUrgent: boolean,
): WeighedUrgency {
  const { urgent, harm, standstill, consequence, calm } = told;
  const { isExpected, isTroubled, asking, scores, intent } = context;
  if (consequence !== null || needsHelpInHarm(told, context)) {
    return { isExpected: true, isPressing: true, isGrave: true };
  }
  if (calm !== null) return { isExpected: false, isPressing: false, isGrave: false };
  // Whoever calls trouble urgent asks the reader for help, and a meeting to come wants the reader.
  const isNeeded = isExpected || urgent !== null && (harm ?? standstill) !== null ||
    harm !== null && isHarmed(context) ||
    standstill !== null && isTroubled ||
    intent === "meeting_request" && namesDayToCome(context);
  const isHasty = asking.length > 0 && (scores?.pressing ?? PRESSING) > PRESSING;
  const isPressing = isNeeded && intent !== "feedback" && (isUrgent || isHasty);
  return { isExpected: isNeeded, isPressing, isGrave: false };
}

/** Whether the email net does not rule out that harm is under way; an agenda only names it. */
function isHarmed({ scores, event }: UrgencyContext): boolean {
  return event === null && scores !== null && scores.grave > HARMED;
}

/** What the sender says that presses, the strongest first. */
function findPressing(told: Told, context: UrgencyContext): UrgencyReason[] {
  const { isTroubled, asking } = context;
  const { harm, consequence, standstill, warning, urgent, deadline, today } = told;
  const near = deadline?.isNear === true ? deadline.reason : today;
  // Harm alone may be a story.
  const isMeant = isTroubled || asking.length > 0 || isHarmed(context) ||
    (standstill ?? urgent ?? consequence) !== null;
  return present([isMeant ? harm : null, consequence, near, standstill, warning, urgent]);
}

function present(reasons: readonly (UrgencyReason | null)[]): UrgencyReason[] {
  return reasons.filter((reason) => reason !== null);
}
