/** What is a person's email for, and which of its sentences ask or tell of trouble? */
import type { DateFact } from "../reading.ts";
import { isAskedOf } from "../judgments/action_items.ts";
import { type SortedSentences, sortOutForeign } from "../judgments/injection/foreign_text.ts";
import { findToSoftware } from "../judgments/injection/to_software.ts";
import { type IntentReading, readIntent } from "../judgments/intent.ts";
import { isReport } from "../judgments/kinds/report.ts";
import { REDRESSED } from "../judgments/reply.ts";
import { findByCues, takeTraits, toSentenceTraits } from "../judgments/traits.ts";
import type { MailTraits } from "../model/mail_features.ts";
import {
  type MailScores,
  scoreMail,
  type SentenceFindings,
  sortSentences,
} from "../model/model.ts";
import { liesIn } from "../text/facts.ts";
import type { Sentence } from "../text/sentences.ts";
import { isMeant, mayAsk, mayTellTrouble } from "./believable.ts";
import { type CalendarWord, readCalendar } from "./invitation.ts";
import { findListedTasks } from "./listed_tasks.ts";
import type { MailText } from "./mail_text.ts";

/** Nothing is asked and no trouble is told. */
export const NOTHING: SentenceFindings = { actionItems: [], painPoints: [] };

/** What the learned models say of an email; training puts what others said in their place. */
export interface MailModel {
  readonly scoreMail: typeof scoreMail;
  readonly sortSentences: typeof sortSentences;
}

/** How an email is judged. */
export interface JudgeOptions {
  readonly model?: MailModel;
  /** Whether a member wrote it to a mailing list. */
  readonly isPost?: boolean;
}

/** What an event in a calendar is for. */
const INVITES: IntentReading = { primary: "meeting_request", secondary: [], confidence: 90 };
/** What it is for where nobody waits for yes or no. */
const TELLS: IntentReading = { primary: "information_sharing", secondary: [], confidence: 60 };

const MODEL: MailModel = { scoreMail, sortSentences };

/** What the cues say of an email that a person wrote: what the learned models are trained on. */
export function traitsOf(
  { prose: sentences, subject, language, dates, isReply }: MailText,
): MailTraits {
  return takeTraits({ sentences, subject, language, dates, isReply });
}

/** What was found, and the part of the text that counts for it. */
export interface Judged {
  readonly own: MailText;
  readonly traits: MailTraits;
  readonly intent: IntentReading;
  readonly scores: MailScores | null;
  readonly found: SentenceFindings;
  /** Questions of all of the text. */
  readonly questions: readonly Sentence[];
  /** What a calendar says of an event; null for other emails. */
  readonly event: CalendarWord | null;
}

/** Twice where the classifiers find orders that no cue shows: they may not belong to the email. */
export function judge(text: MailText, options: JudgeOptions = {}): Judged {
  const sorted = sortOutForeign(text.prose, text);
  const judged = judgeOwn(text, sorted, options);
  const unseen = judged.found.actionItems.filter((sentence) =>
    !sorted.foreign.has(sentence) && !isAskedOf(sentence, text.language)
  );
  if (unseen.length === 0) return judged;
  const again = sortOutForeign(text.prose, { ...text, asked: unseen });
  return again.foreign.size > sorted.foreign.size ? judgeOwn(text, again, options) : judged;
}

/** The text without what is said to software: nobody asks the recipient for it. */
export function sayable(text: MailText): MailText {
  const toSoftware = findToSoftware(text.prose);
  const prose = text.prose.filter((sentence) => !toSoftware.has(sentence));
  return toSoftware.size === 0 ? text : leaveOut(text, prose, toSoftware);
}

function judgeOwn(
  text: MailText,
  { own: prose, foreign }: SortedSentences,
  { model = MODEL, isPost = false }: JudgeOptions,
): Judged {
  const own = foreign.size === 0 ? text : leaveOut(text, prose, foreign);
  const traits = traitsOf(own);
  const said = sayable(text);
  const all = own.prose.length === said.prose.length ? traits : traitsOf(said);
  const scores = model.scoreMail(traits);
  const event = readCalendar(own);
  const first = event?.isInviting === true ? INVITES : readIntent(traits, scores, { isPost });
  const isReported = isReport(all.sentences, text.language);
  const found = findSentences(all, scores, { intent: first, model, isReported, event });
  const questions = isReported ? [] : all.context.questions.filter(isMeant);
  if (event?.isInviting === true) {
    const help = readHelpSought(own, found, model);
    return help === null
      ? { own, traits, scores, found, questions, intent: INVITES, event }
      : { own, traits, scores, found, questions, intent: help, event: null };
  }
  const told = found.painPoints.length === 0
    ? first
    : readIntent(traits, scores, { isPost, isTroubled: true });
  const isAsking = found.actionItems.length + questions.length > 0;
  const isNews = event !== null && !isAsking && !REDRESSED.has(told.primary);
  return { own, traits, scores, found, questions, intent: isNews ? TELLS : told, event };
}

/**
 * What an email is for that asks at once for help with trouble, below the title of an invitation;
 * null for others. An agenda names trouble, too, and asks for what is needed in the meeting.
 */
function readHelpSought(
  text: MailText,
  { painPoints, actionItems }: SentenceFindings,
  model: MailModel,
): IntentReading | null {
  const isOwn = (sentence: Sentence) => text.prose.includes(sentence);
  if (!painPoints.some(isOwn) || !actionItems.some(isOwn)) return null;
  const traits = traitsOf({ ...text, subject: { ...text.subject, folded: "" } });
  const scores = model.scoreMail(traits);
  if (scores === null || scores.pressing <= 0) return null;
  const context = { ...traits.context, isHarmed: true };
  return readIntent({ ...traits, context }, scores, { isTroubled: true });
}

/** The text without some of its sentences, and the dates in them. */
function leaveOut(
  text: MailText,
  own: readonly Sentence[],
  foreign: ReadonlySet<Sentence>,
): MailText {
  const isInForeign = (date: DateFact) => [...foreign].some((one) => liesIn(date, one));
  return {
    ...text,
    prose: own,
    dates: text.dates.filter((date) => !isInForeign(date)),
  };
}

function findSentences(
  traits: MailTraits,
  scores: MailScores | null,
  { intent, model, isReported, event }: {
    readonly intent: IntentReading;
    readonly model: MailModel;
    readonly isReported: boolean;
    readonly event: CalendarWord | null;
  },
): SentenceFindings {
  if (isReported) return NOTHING;
  const { language, sentiment } = traits.context;
  const { actionItems, painPoints, above }: SentenceFindings = scores === null
    ? findByCues(traits.sentences, language, intent.primary, sentiment)
    : model.sortSentences(toSentenceTraits(traits, scores));
  const { tasks, headings } = findListedTasks(traits.sentences, language);
  const actions = new Set(actionItems);
  return {
    actionItems: traits.sentences.filter((sentence) =>
      tasks.has(sentence) ||
      actions.has(sentence) && !headings.has(sentence) && event?.off.has(sentence) !== true &&
        mayAsk(sentence, language)
    ),
    painPoints: painPoints.filter((sentence) =>
      !tasks.has(sentence) &&
      mayTellTrouble(sentence, traits.signs.get(sentence) ?? [], intent.primary)
    ),
    ...above === undefined ? {} : { above },
  };
}
