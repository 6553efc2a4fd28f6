/** Fits the email and sentence classifiers to the training emails and measures them on others. */
import { INTENTS } from "../../supabase/functions/_email/reading.ts";
import {
  type Classifiers,
  scoreClassifiers,
} from "../../supabase/functions/_email/model/linear_classifiers.ts";
import { listMailFeatures } from "../../supabase/functions/_email/model/mail_features.ts";
import {
  EMAIL_CLASSIFIERS,
  type MailScores,
  toMailScores,
} from "../../supabase/functions/_email/model/mail_model.ts";
import {
  listSentenceFeatures,
  type SentenceTraits,
} from "../../supabase/functions/_email/model/sentence_features.ts";
import {
  selectSentences,
  SENTENCE_CLASSIFIERS,
  type SentenceFindings,
} from "../../supabase/functions/_email/model/sentence_model.ts";
import { toSentenceTraits } from "../../supabase/functions/_email/judgments/traits.ts";
import { type ClassifierExample, fitClassifiers } from "./fit_classifiers.ts";
import { type LabelledTraits, labelTraits, matchTags } from "./labelled_traits.ts";
import { findBestThreshold } from "./logistic.ts";
import type { LabelledMail } from "./mail_corpus.ts";

/** Chosen by cross-validation on the training emails. */
const MAIL_ERROR_WEIGHT = 0.3;
const SENTENCE_ERROR_WEIGHT = 1;
/**
 * F1 given for saying less: leaving a fact out is the smaller error (docs/internals/labeling.md),
 * and pain points are few.
 */
const CAUTION = { action: 0, pain: 0.03 };
const FOLDS = 5;
const TAGS = ["A", "P"] as const;

/** A training email, with what models said that had not seen it. */
export interface MailJudgement extends LabelledTraits {
  readonly scores: MailScores;
  readonly found: SentenceFindings;
}

/** Both models, and what cross-validation by email found. */
export interface MailModels {
  readonly emailClassifiers: Classifiers;
  readonly sentenceClassifiers: Classifiers;
  readonly judgements: readonly MailJudgement[];
}

/** Equal emails give equal models. */
export function fitMailModels(mails: readonly LabelledMail[]): MailModels {
  const folds = dealFolds(mails).map((fold) => fold.map(labelTraits).map(toMailExample));
  const others = (held: unknown) => folds.filter((fold) => fold !== held).flat();
  const scored = folds.map((held) => {
    const heads = fitEmailClassifiers(others(held));
    return held.map((one) => ({
      ...one,
      scores: toMailScores(scoreClassifiers(one.features, heads)),
    }));
  });
  const sentenceFolds = scored.map((fold) => fold.map(toSentenceExamples));
  const judged = sentenceFolds.flatMap((held) => {
    const heads = fitSentenceClassifiers(sentenceFolds.filter((fold) => fold !== held).flat());
    return held.map((one) => ({
      ...one,
      sentenceScores: one.examples.map(({ features }) => scoreClassifiers(features, heads)),
    }));
  });
  const thresholds = SENTENCE_CLASSIFIERS.map((name, head) =>
    findBestThreshold(
      judged.flatMap(({ examples, sentenceScores }) =>
        examples.map(({ truths }, at) => ({
          score: sentenceScores[at]?.[head] ?? 0,
          isTrue: truths[head] === true,
        }))
      ),
      CAUTION[name],
    )
  );
  return {
    emailClassifiers: fitEmailClassifiers(folds.flat()),
    sentenceClassifiers: { ...fitSentenceClassifiers(sentenceFolds.flat()), thresholds },
    judgements: judged.map(({ mail, traits, scores, sentenceTraits, sentenceScores }) => ({
      mail,
      traits,
      scores,
      found: selectSentences(sentenceTraits, sentenceScores, thresholds),
    })),
  };
}

/** Emails dealt out by turns within each intent and language, so that the folds are alike. */
function dealFolds(mails: readonly LabelledMail[]): LabelledMail[][] {
  const dealt = INTENTS.flatMap((intent) =>
    mails.filter((mail) => mail.intent === intent)
      .toSorted((a, b) => a.language < b.language ? -1 : a.language > b.language ? 1 : 0)
  );
  return Array.from({ length: FOLDS }, (_, fold) => dealt.filter((_, at) => at % FOLDS === fold));
}

interface MailExample extends LabelledTraits, ClassifierExample {}

function toMailExample(labeled: LabelledTraits): MailExample {
  const { intent, needsReply } = labeled.mail;
  return {
    ...labeled,
    features: listMailFeatures(labeled.traits),
    truths: [...INTENTS.map((one) => one === intent), needsReply],
  };
}

interface SentenceExamples extends MailExample {
  readonly scores: MailScores;
  readonly sentenceTraits: SentenceTraits;
  readonly examples: readonly ClassifierExample[];
}

function toSentenceExamples(one: MailExample & { scores: MailScores }): SentenceExamples {
  const truths = TAGS.map((tag) => matchTags(one, tag));
  const sentenceTraits = toSentenceTraits(one.traits, one.scores);
  return {
    ...one,
    sentenceTraits,
    examples: listSentenceFeatures(sentenceTraits).map((features, at) => ({
      features,
      truths: truths.map((of) => of[at] === true),
    })),
  };
}

function fitEmailClassifiers(examples: readonly ClassifierExample[]): Classifiers {
  return fitClassifiers(examples, EMAIL_CLASSIFIERS, MAIL_ERROR_WEIGHT);
}

function fitSentenceClassifiers(mails: readonly SentenceExamples[]): Classifiers {
  return fitClassifiers(
    mails.flatMap(({ examples }) => examples),
    SENTENCE_CLASSIFIERS,
    SENTENCE_ERROR_WEIGHT,
  );
}
