/** Reads an email that went to many, or that a program wrote. */
import { EMPTY_READING, type Intent, type Reading, type UrgencyReason } from "../reading.ts";
import { findActionItems } from "../judgments/action_items.ts";
import { findTimeline } from "../judgments/business.ts";
import { findToSoftware } from "../judgments/injection/to_software.ts";
import type { MassMail } from "../judgments/kinds/mass_mail.ts";
import { findPainPoints } from "../judgments/pain_points.ts";
import { summarize } from "../judgments/summary/summary.ts";
import { isHypothetical } from "../judgments/urgency/cues.ts";
import { readUrgency, type UrgencyReading } from "../judgments/urgency/urgency.ts";
import { scoreMail } from "../model/model.ts";
import { liesIn, toFact } from "../text/facts.ts";
import { cuesOf } from "../text/language_cues.ts";
import type { Sentence } from "../text/sentences.ts";
import { NOTHING, sayable, traitsOf } from "./judge_mail.ts";
import { type MailText, readCommon, report } from "./mail_text.ts";
import { findAlarm, tellsOfEnd } from "./program_words.ts";
import { choiceOfMass, type JudgedMass } from "./summary_choice.ts";

/**
 * A mailing informs or advertises, and what it asks it asks nobody in particular. A program's
 * notification says what has happened, and what its reader must see to; its other email (bounces,
 * absence notes) is nothing.
 */
export function readMassMail(text: MailText, massMail: MassMail): Reading {
  const { dates, receivedAt } = text;
  const judged = judgeMassMail(text, massMail);
  const { intent: primaryIntent, found: { actionItems, painPoints: troubles } } = judged;
  const urgency = massMail.automatedKind === "notification"
    ? readNotificationUrgency(text, judged)
    : { level: "low", reasons: [{ reason: "mass_mail", fact: null }] } as const;
  return {
    ...EMPTY_READING,
    ...readCommon(text),
    summary: summarize(choiceOfMass(text, judged)),
    primaryIntent,
    urgencyLevel: urgency.level,
    urgencyReasons: urgency.reasons,
    painPoints: report(troubles),
    actionItems: report(actionItems),
    timelineMentioned: findTimeline([], dates, receivedAt),
    isBulk: massMail.isBulk,
    automatedKind: massMail.automatedKind,
    confidenceScore: massMail.certainty,
  };
}

/** Reasons for low that no net overrules. */
const FINAL: ReadonlySet<UrgencyReason["reason"]> = new Set(["looks_like_fraud", "no_hurry"]);

/** Sentences that the net is told of: what has stopped is said early, and a log may be long. */
const SENTENCES_WEIGHED = 200;

const NO_HURRY: UrgencyReading = {
  level: "low",
  reasons: [{ reason: "nothing_asked", fact: null }],
};

/**
 * By rules, and high where the email net says that it presses: it knows more words for what has
 * stopped, and rules know the fields and codes of programs.
 */
function readNotificationUrgency(
  text: MailText,
  { intent, found, advice, isOver }: JudgedMass,
): UrgencyReading {
  const { sentences, subject, language, dates, receivedAt } = text;
  const { actionItems, painPoints } = found;
  if (isOver) return NO_HURRY;
  const alarm = findAlarm(text);
  if (alarm) return { level: "high", reasons: [{ reason: "harm_now", fact: toFact(alarm) }] };
  const urgency = readUrgency(sentences, subject, {
    language,
    intent,
    scores: null,
    above: new Map(),
    isExpected: actionItems.length > 0 || painPoints.length > 0,
    event: null,
    isTroubled: painPoints.length > 0,
    asking: actionItems,
    dates,
    receivedAt,
  });
  const isDecided = urgency.level === "high" || urgency.level === "critical" ||
    urgency.reasons.some(({ reason }) => FINAL.has(reason));
  if (isDecided) return urgency;
  const told = text.prose.filter((sentence) => !advice.has(sentence));
  const early = { ...text, prose: told.slice(0, SENTENCES_WEIGHED) };
  const isPressing = (scoreMail(traitsOf(sayable(early)))?.pressing ?? 0) > 0;
  return isPressing
    ? { level: "high", reasons: [{ reason: "reads_as_urgent", fact: null }] }
    : urgency;
}

/** What it is for, and what its reader must see to. */
export function judgeMassMail(text: MailText, massMail: MassMail): JudgedMass {
  const { automatedKind } = massMail;
  const { found, advice, isOver } = automatedKind === "notification"
    ? judgeNotification(text)
    : NOTHING_JUDGED;
  const intent = chooseIntent(text, massMail, found.painPoints.length > 0);
  return { found, advice, isOver, intent, automatedKind };
}

/** "To see where your parcel is, visit …" */
const TO_LOOK = cuesOf("letters", "^to_look").all;

/**
 * What a notification tells to do in some case, "In case of a gas leak, call …", or for whoever
 * wants to look, is in many a receipt. With a day it is a deadline: "If you cannot come on Friday,
 * cancel by tomorrow".
 */
function findStandingAdvice(
  asked: readonly Sentence[],
  { dates }: MailText,
): ReadonlySet<Sentence> {
  return new Set(
    asked.filter((sentence) =>
      (isHypothetical(sentence.folded) || TO_LOOK.test(sentence.folded)) &&
      !dates.some((date) => liesIn(date, sentence))
    ),
  );
}

type JudgedNotification = Pick<JudgedMass, "found" | "advice" | "isOver">;

const NOTHING_JUDGED: JudgedNotification = { found: NOTHING, advice: new Set(), isOver: false };

function judgeNotification(text: MailText): JudgedNotification {
  const { prose, sentences, subject, language } = text;
  const asked = findActionItems(prose, language);
  const advice = findStandingAdvice(asked, text);
  const toSoftware = findToSoftware(prose);
  const isOver = tellsOfEnd(text);
  const found = {
    actionItems: asked.filter((sentence) => !advice.has(sentence) && !toSoftware.has(sentence)),
    painPoints: isOver
      ? []
      : findPainPoints([...sentences, subject]).filter((sentence) => !advice.has(sentence)),
  };
  return { found, advice, isOver };
}

function chooseIntent({ sentences }: MailText, massMail: MassMail, isTroubled: boolean): Intent {
  const { kind, pitch, automatedKind } = massMail;
  if (pitch !== null) return pitch === "advertising" ? "proposal" : "other";
  if (isTroubled) return "support_request";
  const informs = kind === "bulk" && sentences.length > 0 || automatedKind === "notification";
  return informs ? "information_sharing" : "other";
}
