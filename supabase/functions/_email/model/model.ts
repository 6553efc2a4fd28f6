/**
 * What does the linear model say? Is a sentence a request, what is an email for, does it want an
 * answer, and which of its sentences are action items or pain points?
 */
import { type Intent, INTENTS } from "../reading.ts";
import type { Sentence } from "../text/sentences.ts";
import { FeatureList } from "./feature_list.ts";
import type { WeighedPlaces } from "./hashing.ts";
import {
  type Model,
  normOf,
  type Part,
  scoreGroup,
  unpackModel,
  weighedBy,
} from "./linear_model.ts";
import { listMailFeatures, listMailWords, type MailTraits } from "./mail_features.ts";
import { MODEL_WEIGHTS } from "./model_weights.ts";
import { listPhraseFeatures, listWordFeatures } from "./own_features.ts";
import { listContextFeatures, type SentenceTraits } from "./sentence_features.ts";
import { markSentence } from "./words.ts";

/** The classifiers beside the intents'. */
const REPLY_CLASSIFIER = "reply";
/** Whether anything is expected of the reader, whether within two working days, and in danger. */
const EXPECTED_CLASSIFIER = "expected";
const PRESSING_CLASSIFIER = "pressing";
const GRAVE_CLASSIFIER = "grave";
/** Classifiers of each group, in the order of their weights. */
export const CLASSIFIERS = {
  sentence: ["request"],
  context: ["action", "pain"],
  email: [
    ...INTENTS,
    REPLY_CLASSIFIER,
    EXPECTED_CLASSIFIER,
    PRESSING_CLASSIFIER,
    GRAVE_CLASSIFIER,
  ],
} as const;

/** Languages of the training emails. */
const LANGUAGES: ReadonlySet<string | null> = new Set(["en", "de", "es", "fr", "it", "nl", "pt"]);

/** How much the words of a sentence count beside what its email says of it, and in its email. */
const WORDS_IN_CONTEXT = 0.3;
const WORDS_IN_EMAIL = 0.4;
/**
 * What plain words of trouble add to the classifier of pain points, and plain requests to that of
 * action items: the training emails were chosen to be hard for cues, others are less so.
 */
const TROUBLE_LOG_ODDS = 1;
const ASKED_LOG_ODDS = 0.6;
/** What a sentence without any word of trouble lacks. */
const UNTOLD_LOG_ODDS = -0.5;
/** How much surer the classifier of pain points must be in a calm email. */
const CALM_LOG_ODDS = 1;
/** The same in an email of so few sentences: it leaves the classifiers too little. */
const ASKED_LOG_ODDS_IF_SHORT = 3;
const SHORT_SENTENCES = 2;
/** Longer emails have no more items than those of so many sentences: each is less likely one. */
const ITEMS_SENTENCES = 12;

/** Log-odds of each statement about an email. */
export interface MailScores {
  readonly intents: ReadonlyMap<Intent, number>;
  /** That the sender waits for an answer. */
  readonly reply: number;
  /** That something is expected of the reader. */
  readonly expected: number;
  /** That it is expected at once. */
  readonly pressing: number;
  /** That damage, danger or loss is under way. */
  readonly grave: number;
}

/** What the sentences of an email are. */
export interface SentenceFindings {
  readonly actionItems: readonly Sentence[];
  readonly painPoints: readonly Sentence[];
}

let opened: Model | null = null;

/** Decoded with the first email: a health check needs no weights. */
function openModel(): Model {
  return opened ??= unpackModel(MODEL_WEIGHTS);
}

/**
 * Log-odds that an English sentence carries a request, a proposal or a promise; above 0 it is
 * taken for one.
 * @param signs what the cues say of it
 */
export function scoreRequest(sentence: Sentence, signs: readonly string[]): number {
  return scoreRequestParts(openModel(), toRequestParts(sentence, signs));
}

/** The same from its features; long sentences are not louder. */
export function scoreRequestParts(model: Model, parts: readonly Part[]): number {
  const [logOdds = 0] = scoreGroup(model, "sentence", parts);
  return logOdds / normOf(parts) - (model.groups.sentence.thresholds[0] ?? 0);
}

/** Null for an email without sentences or in a language that the model was not trained on. */
export function scoreMail(traits: MailTraits): MailScores | null {
  if (traits.sentences.length === 0 || !LANGUAGES.has(traits.context.language)) return null;
  const model = openModel();
  return toMailScores(scoreGroup(model, "email", toMailParts(traits, weighedBy(model, "email"))));
}

/** Scores by name from those in the order of the classifiers. */
export function toMailScores(scores: readonly number[]): MailScores {
  return {
    intents: new Map(INTENTS.map((intent, at) => [intent, scores[at] ?? 0])),
    reply: scores[INTENTS.length] ?? 0,
    expected: scores[INTENTS.length + 1] ?? 0,
    pressing: scores[INTENTS.length + 2] ?? 0,
    grave: scores[INTENTS.length + 3] ?? 0,
  };
}

/**
 * The sentences above the boundary that training found best, in order.
 * @param isCalm whether the email neither complains nor asks for help: what sounds like trouble in
 *   it is news or an aside more often than not
 */
export function sortSentences(traits: SentenceTraits, isCalm = false): SentenceFindings {
  const model = openModel();
  const scores = toContextParts(traits, weighedBy(model, "context"))
    .map((parts) => scoreGroup(model, "context", parts));
  const [action = 0, pain = 0] = model.groups.context.thresholds;
  return selectSentences(traits, scores, [action, isCalm ? pain + CALM_LOG_ODDS : pain]);
}

/**
 * The sentences above each classifier's boundary; polite formulas are no action items.
 * @param scores of each sentence, in the order of the classifiers
 */
export function selectSentences(
  { sentences, signs }: SentenceTraits,
  scores: readonly (readonly number[])[],
  thresholds: readonly number[],
): SentenceFindings {
  const bonuses = listBonuses(sentences, signs);
  const select = (classifier: number, name: keyof SentenceBonus) =>
    sentences.filter((_, at) =>
      (scores[at]?.[classifier] ?? 0) + (bonuses[at]?.[name] ?? 0) > (thresholds[classifier] ?? 0)
    );
  return { actionItems: select(0, "action"), painPoints: select(1, "pain") };
}

/** What the cues add to the log-odds of a sentence, see `TROUBLE_LOG_ODDS`. */
export interface SentenceBonus {
  readonly action: number;
  readonly pain: number;
}

/** The same for each sentence of an email. Training chooses the boundaries with it. */
export function listBonuses(
  sentences: readonly Sentence[],
  signs: SentenceTraits["signs"],
): readonly SentenceBonus[] {
  const asked = sentences.length > SHORT_SENTENCES ? ASKED_LOG_ODDS : ASKED_LOG_ODDS_IF_SHORT;
  const length = Math.min(0, Math.log(ITEMS_SENTENCES / sentences.length));
  return sentences.map((sentence) => {
    const own = signs.get(sentence) ?? [];
    const trouble = own.includes("trouble")
      ? TROUBLE_LOG_ODDS
      : own.includes("lack")
      ? 0
      : UNTOLD_LOG_ODDS;
    return {
      action: own.includes("formula") ? -Infinity : length + (own.includes("action") ? asked : 0),
      pain: length + trouble,
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
