/**
 * What do the learned models say? Is a sentence a request, what is an email for,
 * does it want an answer, and which of its sentences are action items or pain points?
 */
import { type Intent, INTENTS } from "../reading.ts";
import type { Sentence } from "../text/sentences.ts";
import { SHORT_MAIL_SENTENCES } from "./classifiers.ts";
import { FeatureList } from "./feature_list.ts";
import type { WeighedPlaces } from "./hashing.ts";
import { type LinearModel, normOf, type Part, scoreLinear, unpackLinear } from "./linear_model.ts";
import { listMailFeatures, listMailWords, type MailTraits } from "./mail_features.ts";
import { listPhraseFeatures, listWordFeatures } from "./own_features.ts";
import { type FeatureNet, runFeatureNet, unpackFeatureNet } from "./nets/feature_net.ts";
import { listSecondLookInputs } from "./nets/second_look_inputs.ts";
import { type Net, runNet, unpackNet } from "./nets/net.ts";
import { listContextFeatures, type SentenceTraits } from "./sentence_features.ts";
import { EMAIL_NET } from "./weights/email_net.ts";
import { REQUESTS } from "./weights/requests.ts";
import { SECOND_LOOK, THRESHOLDS } from "./weights/second_look.ts";
import { SENTENCE_NET } from "./weights/sentence_net.ts";
import { markSentence } from "./words.ts";

/** Languages of the training emails. */
const LANGUAGES: ReadonlySet<string | null> = new Set(["en", "de", "es", "fr", "it", "nl", "pt"]);

/** How much the words of a sentence count beside what its email says of it, and in its email. */
const WORDS_IN_CONTEXT = 0.3;
const WORDS_IN_EMAIL = 0.4;
/**
 * What plain words of request and trouble add to the log-odds of a sentence: the training emails
 * were chosen to be hard for cues, others are less so.
 */
const CUE_LOG_ODDS = { action: 1.8, actionIfShort: 2.5, trouble: 1, lack: 0.5 };

/** Log-odds of each statement about an email. */
export interface MailScores {
  readonly intents: ReadonlyMap<Intent, number>;
  /** That the sender waits for an answer. */
  readonly reply: number;
  /** That something is expected of the reader. */
  readonly expected: number;
  /** That it is expected within two working days. */
  readonly pressing: number;
  /** That damage, danger or loss is under way. */
  readonly grave: number;
  /** That it went to many who were not chosen one by one. */
  readonly mass: number;
}

/** Log-odds that a sentence asks the reader to act, and that it tells what is wrong. */
export interface SentenceLogOdds {
  readonly action: number;
  readonly pain: number;
}

/** What the sentences of an email are. */
export interface SentenceFindings {
  readonly actionItems: readonly Sentence[];
  readonly painPoints: readonly Sentence[];
  /**
   * How far above the boundaries each sentence is, less than 0 below them. For action items, a
   * formula is at -Infinity. Sentences that rules exclude afterwards are among them: the second
   * look has learned nothing of those. Undefined where cues decide alone.
   */
  readonly above?: ReadonlyMap<Sentence, SentenceLogOdds>;
}

/** What is decoded with the first email: a health check needs no weights. */
interface Opened {
  readonly requests: LinearModel;
  readonly email: FeatureNet;
  readonly sentence: FeatureNet;
  readonly secondLook: Net;
}

let opened: Opened | null = null;

function open(): Opened {
  return opened ??= {
    requests: unpackLinear(REQUESTS),
    email: unpackFeatureNet(EMAIL_NET),
    sentence: unpackFeatureNet(SENTENCE_NET),
    secondLook: unpackNet(SECOND_LOOK),
  };
}

/**
 * Log-odds that an English sentence carries a request, a proposal or a promise; above 0 it is
 * taken for one.
 * @param signs what the cues say of it
 */
export function scoreRequest(sentence: Sentence, signs: readonly string[]): number {
  return scoreRequestParts(open().requests, toRequestParts(sentence, signs));
}

/** The same from its features; long sentences are not louder. */
export function scoreRequestParts(model: LinearModel, parts: readonly Part[]): number {
  return scoreLinear(model, parts) / normOf(parts) - model.threshold;
}

/** Null for an email without sentences or in a language that the model was not trained on. */
export function scoreMail(traits: MailTraits): MailScores | null {
  if (traits.sentences.length === 0 || !LANGUAGES.has(traits.context.language)) return null;
  const { email } = open();
  return toMailScores(runFeatureNet(email, toMailParts(traits, email.rowOf)));
}

/** Scores by name from those in the order of the classifiers. */
export function toMailScores(scores: ArrayLike<number>): MailScores {
  const intents = new Map<Intent, number>();
  for (let at = 0; at < INTENTS.length; at++) intents.set(INTENTS[at] ?? "other", scores[at] ?? 0);
  return {
    intents,
    reply: scores[INTENTS.length] ?? 0,
    expected: scores[INTENTS.length + 1] ?? 0,
    pressing: scores[INTENTS.length + 2] ?? 0,
    grave: scores[INTENTS.length + 3] ?? 0,
    mass: scores[INTENTS.length + 4] ?? 0,
  };
}

/**
 * Scores each sentence, looks at each again beside the others, and returns those above the
 * boundaries that training found best, in order.
 */
export function sortSentences(traits: SentenceTraits): SentenceFindings {
  const { sentence, secondLook } = open();
  const scores = toContextParts(traits, sentence.rowOf)
    .map((parts) => runFeatureNet(sentence, parts));
  const second = listSecondLookInputs(traits, scores).map((inputs) => runNet(secondLook, inputs));
  return selectSentences(traits, second, THRESHOLDS);
}

/**
 * The sentences above each classifier's boundary.
 * @param scores of each sentence at the second look, in the order of the classifiers
 */
export function selectSentences(
  traits: SentenceTraits,
  scores: readonly ArrayLike<number>[],
  thresholds: SentenceLogOdds,
): SentenceFindings {
  const { sentences } = traits;
  const weighed = addCues(traits, scores);
  const above = new Map(sentences.map((sentence, at) => {
    const { action = -Infinity, pain = -Infinity } = weighed[at] ?? {};
    return [sentence, {
      action: action - thresholds.action,
      pain: pain - thresholds.pain,
    }] as const;
  }));
  return {
    actionItems: sentences.filter((sentence) => (above.get(sentence)?.action ?? -Infinity) > 0),
    painPoints: sentences.filter((sentence) => (above.get(sentence)?.pain ?? -Infinity) > 0),
    above,
  };
}

/**
 * Log-odds of each sentence with what its cues add, see `CUE_LOG_ODDS`; -Infinity says that a
 * polite formula is no action item. Training chooses the boundaries with them.
 */
export function addCues(
  { sentences, signs }: SentenceTraits,
  scores: readonly ArrayLike<number>[],
): SentenceLogOdds[] {
  const asked = sentences.length > SHORT_MAIL_SENTENCES
    ? CUE_LOG_ODDS.action
    : CUE_LOG_ODDS.actionIfShort;
  return sentences.map((sentence, at) => {
    const own = signs.get(sentence) ?? [];
    const action = scores[at]?.[0] ?? -Infinity;
    const pain = scores[at]?.[1] ?? -Infinity;
    const trouble = own.includes("trouble")
      ? CUE_LOG_ODDS.trouble
      : own.includes("lack")
      ? CUE_LOG_ODDS.lack
      : 0;
    return {
      action: own.includes("formula") ? -Infinity : action + (own.includes("action") ? asked : 0),
      pain: pain + trouble,
    };
  });
}

/** What a sentence is judged by without its email. */
export function toRequestParts(sentence: Sentence, signs: readonly string[]): Part[] {
  return [
    { features: listWordFeatures(markSentence(sentence, "en")), factor: 1 },
    { features: listPhraseFeatures(sentence, signs), factor: 1 },
  ];
}

/**
 * What an email is judged by.
 * @param weighed features at other places are left out; training needs all
 */
export function toMailParts(traits: MailTraits, weighed: WeighedPlaces | null = null): Part[] {
  return [
    { features: listMailWords(traits, weighed), factor: WORDS_IN_EMAIL },
    { features: listMailFeatures(traits, weighed), factor: 1 },
  ];
}

/**
 * What each sentence of an email is judged by.
 * @param weighed features at other places than these may be left out; training needs all
 */
export function toContextParts(
  traits: SentenceTraits,
  weighed: WeighedPlaces | null = null,
): Part[][] {
  const context = listContextFeatures(traits, weighed);
  return traits.sentences.map((sentence, at) => [
    {
      features: listWordFeatures(markSentence(sentence, traits.language)),
      factor: WORDS_IN_CONTEXT,
    },
    { features: context[at] ?? new FeatureList(), factor: 1 },
  ]);
}
