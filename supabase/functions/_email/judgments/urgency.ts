/** How soon does the email want an answer or an act, and why? */
import type { DateFact, Fact, Intent, UrgencyLevel, UrgencyReason } from "../reading.ts";
import { findWords } from "../text/facts.ts";
import { type Cues, cuesOf, fold, type Pattern } from "../text/cues.ts";
import { selectOccurring, type Sentence } from "../text/sentences.ts";
import { countWorkingDays, dayOf } from "../facts/deadlines.ts";
import { ENGLISH_URGENCY } from "../words/english/urgency.ts";
import { GERMAN_URGENCY } from "../words/german/urgency.ts";
import { SPANISH_URGENCY } from "../words/spanish/urgency.ts";

const TABLES = { en: ENGLISH_URGENCY, de: GERMAN_URGENCY, es: SPANISH_URGENCY };
/** Damage, danger or loss under way. */
const HARM = cuesOf(TABLES, "harm");
/** A serious consequence that is named. */
const CONSEQUENCE = cuesOf(TABLES, "consequence");
/** Somebody cannot go on working. */
const STANDSTILL = cuesOf(TABLES, "standstill");
/** The sender's last word before a consequence. */
const LAST_WARNING = cuesOf(TABLES, "last_warning");
/** The word itself. */
const SAID_URGENT = cuesOf(TABLES, "said_urgent");
/** A deadline of about a day, told without a date. */
const TODAY = cuesOf(TABLES, "today");
/** What makes a date of a sentence a deadline, where the sentence asks for nothing itself. */
const DUE = cuesOf(TABLES, "due");
/** The sender takes the pressure out. */
const CALM = cuesOf(TABLES, "calm");
/** What fraud threatens with or promises. */
const FRAUD = cuesOf(TABLES, "fraud");
/** A stranger's offer. */
const COLD_OFFER = cuesOf(TABLES, "cold_offer");

/** Every reason a record may give, the strongest first. */
export const URGENCY_REASONS = [
  "harm_now",
  "consequence_within_a_day",
  "deadline_within_two_working_days",
  "work_stands_still",
  "last_warning",
  "said_urgent",
  "deadline_later",
  "something_asked",
  "no_hurry",
  "cold_offer",
  "looks_like_fraud",
  "nothing_asked",
  "mass_mail",
] as const;
export type UrgencyReasonName = (typeof URGENCY_REASONS)[number];

/** What other rules found and urgency depends on. */
export interface UrgencyContext {
  readonly language: string | null;
  readonly intent: Intent;
  /** Whether anything is expected of the reader. */
  readonly isExpected: boolean;
  /** Sentences that ask for something. */
  readonly asking: readonly Sentence[];
  readonly dates: readonly DateFact[];
  /** ISO 8601. */
  readonly receivedAt: string;
}

export interface UrgencyReading {
  readonly level: UrgencyLevel;
  /** At least one. */
  readonly reasons: readonly UrgencyReason[];
}

/** Working days within which a deadline is near, and a time that is only proposed. */
const NEAR_DAYS = 2;
const NEXT_DAY = 1;
/** Before a date, where the word is that makes it a deadline. */
const LEAD_UNITS = 40;

/**
 * Critical: harm under way, or a serious consequence within a day. High: a deadline within two
 * working days, a standstill, a last warning, or the sender says that it is urgent. Medium:
 * something is asked. Low: nothing is, it is a stranger's offer, or the sender says that it can
 * wait.
 */
export function readUrgency(
  sentences: readonly Sentence[],
  subject: Sentence,
  context: UrgencyContext,
): UrgencyReading {
  const all = [...sentences, subject];
  const find = (name: UrgencyReasonName, cues: Cues) =>
    findReason(all, name, cues.in(context.language));
  const harm = find("harm_now", HARM);
  const standstill = find("work_stands_still", STANDSTILL);
  const warning = find("last_warning", LAST_WARNING);
  const urgent = find("said_urgent", SAID_URGENT);
  const calm = findReason(sentences, "no_hurry", CALM.in(context.language));
  const cold = context.intent === "proposal" ? find("cold_offer", COLD_OFFER) : null;
  const deadline = findDeadline(sentences, context);
  const consequence = find("consequence_within_a_day", CONSEQUENCE);
  const today = find("deadline_within_two_working_days", TODAY);
  const isToday = today !== null || context.dates.some(({ value }) => isWithinADay(value, context));

  // One threat of the kind may stand in an honest email.
  const fraud = countOccurrences(sentences, FRAUD.in(context.language)) >= 2
    ? find("looks_like_fraud", FRAUD)
    : null;
  if (fraud !== null) return { level: "low", reasons: [fraud] };
  if (cold !== null) return { level: "low", reasons: [cold] };
  if (harm !== null && (context.isExpected || urgent !== null || isToday)) {
    return { level: "critical", reasons: present([harm, urgent, standstill]) };
  }
  if (consequence !== null && isToday) {
    return { level: "critical", reasons: present([consequence, deadline?.reason ?? today]) };
  }
  if (calm !== null) return { level: "low", reasons: [calm] };
  const near = deadline?.isNear === true ? deadline.reason : null;
  const high = present([near ?? (context.isExpected ? today : null), standstill, warning, urgent]);
  if (high.length > 0 && context.intent !== "feedback") return { level: "high", reasons: high };
  if (!context.isExpected) {
    return { level: "low", reasons: [{ reason: "nothing_asked", fact: null }] };
  }
  return {
    level: "medium",
    reasons: present([deadline?.reason ?? null, { reason: "something_asked", fact: null }]),
  };
}

function isWithinADay(value: string | null, { receivedAt }: UrgencyContext): boolean {
  const day = dayOf(value, receivedAt);
  return day !== null && countWorkingDays(receivedAt, day) <= NEXT_DAY;
}

interface Deadline {
  readonly days: number;
  readonly isNear: boolean;
  readonly reason: UrgencyReason;
}

/** The nearest date that is still to come in a sentence that asks for something or sets a term. */
function findDeadline(sentences: readonly Sentence[], context: UrgencyContext): Deadline | null {
  const due = DUE.in(context.language);
  let nearest: Deadline | null = null;
  for (const date of context.dates) {
    const day = dayOf(date.value, context.receivedAt);
    const sentence = sentences.find(({ start, text }) =>
      date.start >= start && date.end <= start + text.length
    );
    if (day === null || sentence === undefined) continue;
    // "martes 24": the number that follows says better which day is meant.
    if (/^\s{1,3}\d/.test(sentence.text.slice(date.end - sentence.start))) continue;
    if (!context.asking.includes(sentence) && !due.test(sentence.folded)) continue;
    const days = countWorkingDays(context.receivedAt, day);
    if (days < 0 || (nearest !== null && nearest.days <= days)) continue;
    const before = date.start - sentence.start;
    const lead = fold(sentence.text.slice(Math.max(0, before - LEAD_UNITS), before));
    const isNear = days <= (due.test(lead) ? NEAR_DAYS : NEXT_DAY);
    const name: UrgencyReasonName = isNear ? "deadline_within_two_working_days" : "deadline_later";
    const { source, start, end, text } = date;
    nearest = { days, isNear, reason: { reason: name, fact: { source, start, end, text } } };
  }
  return nearest;
}

function countOccurrences(sentences: readonly Sentence[], pattern: Pattern): number {
  const [occurring] = selectOccurring([pattern], sentences);
  return occurring ? sentences.filter(({ folded }) => occurring.test(folded)).length : 0;
}

function findReason(
  sentences: readonly Sentence[],
  reason: UrgencyReasonName,
  pattern: Pattern,
): UrgencyReason | null {
  const [occurring] = selectOccurring([pattern], sentences);
  const sentence = occurring && sentences.find(({ folded }) => pattern.test(folded));
  const fact: Fact | null = sentence === undefined ? null : findWords(sentence, pattern);
  return fact === null ? null : { reason, fact };
}

function present(reasons: readonly (UrgencyReason | null)[]): UrgencyReason[] {
  return reasons.filter((reason) => reason !== null);
}
