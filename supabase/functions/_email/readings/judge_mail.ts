/** What is a person's email for, and which of its sentences ask or tell of trouble? */
import type { DateFact } from "../reading.ts";
import { isAskedOf } from "../judgments/action_items.ts";
import {
  findToSoftware,
  type SortedSentences,
  sortOutForeign,
} from "../judgments/injection/foreign_text.ts";
import { type IntentReading, readIntent } from "../judgments/intent.ts";
import { isReport } from "../judgments/kinds/report.ts";
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
import { isInvitation } from "./invitation.ts";
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

/** What an event in a calendar is for, whatever its text says. */
const INVITES: IntentReading = { primary: "meeting_request", secondary: [], confidence: 90 };

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
  const first = isInvitation(text) ? INVITES : readIntent(traits, scores, { isPost });
  const isReported = isReport(all.sentences, text.language);
  const found = findSentences(all, scores, { intent: first, model, isReported });
  const intent = found.painPoints.length === 0 || first === INVITES
    ? first
    : readIntent(traits, scores, { isPost, isTroubled: true });
  const questions = isReported ? [] : all.context.questions.filter(isMeant);
  return { own, traits, intent, scores, found, questions };
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
  { intent, model, isReported }: {
    readonly intent: IntentReading;
    readonly model: MailModel;
    readonly isReported: boolean;
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
      actions.has(sentence) && !headings.has(sentence) && mayAsk(sentence, language)
    ),
    painPoints: painPoints.filter((sentence) =>
      !tasks.has(sentence) &&
      mayTellTrouble(sentence, traits.signs.get(sentence) ?? [], intent.primary)
    ),
    ...above === undefined ? {} : { above },
  };
}
