/** The classifiers of emails and of sentences in emails: how they are fitted and measured. */
import { INTENTS } from "../../supabase/functions/_email/reading.ts";
import { readIntent } from "../../supabase/functions/_email/judgments/intent.ts";
import { toSentenceTraits } from "../../supabase/functions/_email/judgments/traits.ts";
import { scoreGroup } from "../../supabase/functions/_email/model/linear_model.ts";
import {
  CALM_LOG_ODDS,
  CLASSIFIERS,
  DOUBT_LOG_ODDS,
  type MailScores,
  selectSentences,
  type SentenceFindings,
  type SentenceRules,
  toContextParts,
  toMailParts,
  toMailScores,
  weighTogether,
} from "../../supabase/functions/_email/model/model.ts";
import {
  hardlyAsks,
  isCalm,
  mayAsk,
  mayTellTrouble,
} from "../../supabase/functions/_email/readings/believable.ts";
import type { SentenceTraits } from "../../supabase/functions/_email/model/sentence_features.ts";
import {
  fitGroup,
  type FittedGroup,
  type GroupExample,
  joinParts,
  toModelOf,
} from "./fit_group.ts";
import { dealFolds } from "./folds.ts";
import { type LabelledTraits, labelTraits, listTagged, matchTags } from "./labelled_traits.ts";
import { findBestThreshold } from "./logistic.ts";
import { type LabelledMail, MAILINGS } from "./mail_corpus.ts";

/** Chosen by cross-validation on the training emails. */
const EMAIL_FIT = { errorWeight: 0.7, minExamples: 3, maxPlaces: 4_400, refits: true };
const CONTEXT_FIT = { errorWeight: 2, minExamples: 3, maxPlaces: 7_000, refits: true };
/**
 * Emails of so few sentences count half in the classifiers of sentences: many of them were written
 * to be hard for cues, and whole emails tell more of what is asked around them.
 */
const FEW_SENTENCES = 5;
const WEIGHT_OF_FEW = 0.5;
/**
 * F1 given for saying less; less than 0 for saying more. Around its best boundary F1 is much the
 * same. The gold set's dev half takes more for a problem than the training emails do; an item too
 * many makes an email wait for an answer.
 */
const CAUTION = { action: 0, pain: -0.01 };
const TAGS = ["A", "P"] as const;

/** A training email, with what classifiers said that had not seen it. */
export interface MailJudgement extends LabelledTraits {
  readonly scores: MailScores;
  readonly found: SentenceFindings;
}

/** Both groups, and what cross-validation by email found. */
export interface FittedMails {
  readonly email: FittedGroup;
  readonly context: FittedGroup;
  readonly judgements: readonly MailJudgement[];
}

/** Equal emails give equal bytes. */
export function fitMails(mails: readonly LabelledMail[]): FittedMails {
  const folds = dealFolds(mails).map((fold) => fold.map(labelTraits).map(toMailExample));
  const scored = folds.map((held) => {
    const model = toModelOf("email", fitEmails(folds.filter((fold) => fold !== held).flat()));
    return held.map((one) => ({
      ...one,
      scores: toMailScores(scoreGroup(model, "email", toMailParts(one.traits))),
    }));
  });
  const sentenceFolds = scored.map((fold) => fold.map(toSentenceExamples));
  const judged = sentenceFolds.flatMap((held) => {
    const others = sentenceFolds.filter((fold) => fold !== held).flat();
    const model = toModelOf("context", fitSentences(others));
    return held.map((one) => ({
      ...one,
      rules: rulesOf(one),
      sentenceScores: toContextParts(one.sentenceTraits)
        .map((parts) => scoreGroup(model, "context", parts)),
    }));
  });
  const thresholds = CLASSIFIERS.context.map((name, at) =>
    findBestThreshold(
      judged.flatMap(({ examples, sentenceScores, sentenceTraits, rules }) => {
        const weighed = weighTogether(sentenceTraits, sentenceScores);
        return examples.map(({ truths }, place) => ({
          score: (weighed[place]?.[name] ?? 0) - doubtOf(name, place, sentenceTraits, rules),
          isTrue: truths[at] === true,
        }));
      }),
      CAUTION[name],
    )
  );
  const context = fitSentences(sentenceFolds.flat());
  return {
    email: fitEmails(folds.flat()),
    context: { ...context, classifiers: { ...context.classifiers, thresholds } },
    judgements: judged.map(({ mail, traits, scores, sentenceTraits, sentenceScores, rules }) => ({
      mail,
      traits,
      scores,
      found: selectSentences(sentenceTraits, sentenceScores, thresholds, rules),
    })),
  };
}

/** As `judge_mail.ts` has them. */
function rulesOf({ mail, traits, scores, sentenceTraits }: SentenceExamples): SentenceRules {
  const { primary } = readIntent(traits, scores, { isPost: mail.kind === "list" });
  return {
    isCalm: isCalm(primary),
    isDoubtful: (sentence) => hardlyAsks(sentence, sentenceTraits.language),
  };
}

/**
 * How much surer than usual a classifier must be of a sentence, in log-odds; Infinity where rules
 * say that it is nothing of the kind. As `judge_mail.ts` decides.
 */
function doubtOf(
  name: (typeof CLASSIFIERS.context)[number],
  place: number,
  { sentences, language, purpose, signs }: SentenceTraits,
  { isCalm, isDoubtful }: SentenceRules,
): number {
  const sentence = sentences[place];
  if (sentence === undefined) return Infinity;
  if (name === "pain") {
    if (!mayTellTrouble(sentence, signs.get(sentence) ?? [], purpose)) return Infinity;
    return isCalm ? CALM_LOG_ODDS : 0;
  }
  if (!mayAsk(sentence, language)) return Infinity;
  return isDoubtful(sentence) ? DOUBT_LOG_ODDS : 0;
}

interface MailExample extends LabelledTraits, GroupExample {}

function toMailExample(labeled: LabelledTraits): MailExample {
  const { intent, kind, needsReply, urgency, real } = labeled.mail;
  const others: readonly string[] = real?.acceptableIntents ?? [];
  // Whoever asks a list asks nobody in particular, which a rule knows.
  const isAskedOfAll = kind === "list" &&
    (listTagged(labeled.mail, "A").length > 0 || listTagged(labeled.mail, "Q").length > 0);
  const forReader = (isTrue: boolean) => isAskedOfAll ? null : isTrue;
  return {
    ...labeled,
    features: joinParts(toMailParts(labeled.traits)),
    truths: [
      ...INTENTS.map((one) => others.includes(one) ? null : one === intent),
      forReader(needsReply),
      forReader(urgency !== "low"),
      forReader(urgency === "high" || urgency === "critical"),
      forReader(urgency === "critical"),
      // A stranger's offer is between a person's email and advertising.
      kind === "cold" ? null : MAILINGS.has(kind),
    ],
  };
}

interface SentenceExamples extends MailExample {
  readonly scores: MailScores;
  readonly sentenceTraits: SentenceTraits;
  readonly examples: readonly GroupExample[];
}

function toSentenceExamples(one: MailExample & { scores: MailScores }): SentenceExamples {
  const truths = TAGS.map((tag) => matchTags(one, tag));
  const sentenceTraits = toSentenceTraits(one.traits, one.scores);
  return {
    ...one,
    sentenceTraits,
    examples: toContextParts(sentenceTraits).map((parts, at) => ({
      features: joinParts(parts),
      truths: truths.map((of) => of[at] === true),
      weight: one.traits.sentences.length > FEW_SENTENCES ? 1 : WEIGHT_OF_FEW,
    })),
  };
}

function fitEmails(examples: readonly GroupExample[]): FittedGroup {
  return fitGroup(examples, CLASSIFIERS.email, EMAIL_FIT);
}

function fitSentences(mails: readonly SentenceExamples[]): FittedGroup {
  return fitGroup(
    mails.flatMap(({ examples }) => examples),
    CLASSIFIERS.context,
    CONTEXT_FIT,
  );
}
