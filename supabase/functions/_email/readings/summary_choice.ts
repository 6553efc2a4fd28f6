/** From which sentences is the summary of an email chosen, and what is known of them? */
import type { AutomatedKind, Intent } from "../reading.ts";
import { findToSoftware } from "../judgments/injection/to_software.ts";
import { says, TELLING_UNITS, withoutLinks } from "../judgments/summary/saying.ts";
import type { SummaryChoice } from "../judgments/summary/signs.ts";
import type { SentenceFindings } from "../model/model.ts";
import { cuesOf } from "../text/language_cues.ts";
import { isKnownLanguage } from "../words/languages.ts";
import type { Judged } from "./judge_mail.ts";
import type { Sentence } from "../text/sentences.ts";
import type { MailText } from "./mail_text.ts";

/** What a report or an absence note is for. */
const TOLD = {
  bounce: cuesOf("automatic", "bounce_text").all,
  out_of_office: cuesOf("automatic", "absence_text").all,
  notification: null,
};

/** What a server answered: "550 5.1.1 User unknown", "host mx.x.example said: 554 no such user". */
const SERVER_ANSWER = /(?<!\d)[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}(?!\d)|\bsaid: {0,3}[45]\d\d\b/;

/** What mass email is for, and what its reader must see to. */
export interface JudgedMass {
  readonly intent: Intent;
  readonly found: SentenceFindings;
  /** What is to be done in some case only, or by whoever wants to look. */
  readonly advice: ReadonlySet<Sentence>;
  /** Whether it tells of what is over, and quotes the trouble of then. */
  readonly isOver: boolean;
  readonly automatedKind: AutomatedKind | null;
}

/** Of a person's email: only what belongs to it, see `sortOutForeign`. */
export function choiceOfPersonal(
  { subject, language }: MailText,
  { own, intent, questions, scores: mailScores, found }: Judged,
): SummaryChoice {
  const { actionItems, painPoints, above } = found;
  const sentences = own.prose;
  const isOwn = new Set(sentences);
  return {
    sentences,
    subject,
    language,
    intent: intent.primary,
    intents: mailScores?.intents ?? new Map(),
    questions: questions.filter((sentence) => isOwn.has(sentence)),
    actionItems: actionItems.filter((sentence) => isOwn.has(sentence)),
    painPoints: painPoints.filter((sentence) => isOwn.has(sentence)),
    scores: above ?? new Map(),
    dates: own.dates,
    isMailing: false,
  };
}

/**
 * Of an email that went to many, or that a program wrote. One that tells that an email came back,
 * or that somebody is away, is summed up by the sentences that say so, wherever they are. What is
 * said to software is not told.
 */
export function choiceOfMass(
  { sentences, prose, subject, language, dates }: MailText,
  { found: { actionItems, painPoints }, intent, automatedKind }: JudgedMass,
): SummaryChoice {
  const toSoftware = findToSoftware(sentences);
  const told = listTold(sentences, automatedKind);
  const others = automatedKind === "bounce" && !isKnownLanguage(language)
    ? prose.filter(({ text }) => withoutLinks(text).length >= TELLING_UNITS).slice(0, 1)
    : prose;
  return {
    sentences: (told.length > 0 ? told : others).filter((sentence) => !toSoftware.has(sentence)),
    subject,
    language,
    intent,
    intents: new Map(),
    questions: [],
    actionItems,
    painPoints,
    scores: new Map(),
    dates,
    isMailing: true,
  };
}

/** What says that an email came back, rather than what a server answered, or that one is away. */
function listTold(
  sentences: readonly Sentence[],
  automatedKind: AutomatedKind | null,
): readonly Sentence[] {
  const cues = automatedKind === null ? null : TOLD[automatedKind];
  const told = cues === null ? [] : sentences.filter(({ folded }) => cues.test(folded));
  const plain = told.filter((sentence) => !SERVER_ANSWER.test(sentence.text) && says(sentence));
  return plain.length > 0 ? plain : told;
}
