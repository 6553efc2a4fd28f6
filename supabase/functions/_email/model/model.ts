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
/** Whether it went to many who were not chosen one by one: newsletters, advertising, fraud. */
const MASS_CLASSIFIER = "mass";
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
    MASS_CLASSIFIER,
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
export const CALM_LOG_ODDS = 1;
/** How much surer that of action items must be where the rules doubt that a sentence asks. */
export const DOUBT_LOG_ODDS = 1;
/** What plain requests add in an email of so few sentences: it leaves classifiers too little. */
const ASKED_LOG_ODDS_IF_SHORT = 3;
const SHORT_SENTENCES = 2;
/**
 * What each other sentence that asks, or that tells trouble, adds to a sentence's log-odds: what
 * an email says as a whole counts in each of its sentences, and so too much in all of them. Chosen
 * by cross-validation on the training emails.
 */
const BESIDE = {
  action: { asked: -0.4, told: 0.2 },
  pain: { asked: 0.85, told: -0.7 },
} as const;
/** More others than these add nothing. */
const MAX_BESIDE = 2;
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
  /** That it went to many who were not chosen one by one. */
  readonly mass: number;
}

/** What the rules say of an email before its sentences are judged. */
export interface SentenceRules {
  /**
   * Whether the email neither complains nor asks for help: what sounds like trouble in it is news
   * or an aside more often than not.
   */
  readonly isCalm: boolean;
  /**
   * Whether a sentence hardly asks anybody: the classifier of action items must be surer of it.
   * Asked only of sentences that could be one otherwise.
   */
  readonly isDoubtful: (sentence: Sentence) => boolean;
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
   * formula is at -Infinity. Undefined where cues decide alone.
   */
  readonly above?: ReadonlyMap<Sentence, SentenceLogOdds>;
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
    mass: scores[INTENTS.length + 4] ?? 0,
  };
}

/** The sentences above the boundary that training found best, in order. */
export function sortSentences(traits: SentenceTraits, rules: SentenceRules): SentenceFindings {
  const model = openModel();
  const scores = toContextParts(traits, weighedBy(model, "context"))
    .map((parts) => scoreGroup(model, "context", parts));
  return selectSentences(traits, scores, model.groups.context.thresholds, rules);
}

/**
 * The sentences above each classifier's boundary. Polite formulas are no action items. A sentence
 * that hardly asks must be further above, and so must trouble in a calm email.
 * @param scores of each sentence, in the order of the classifiers
 */
export function selectSentences(
  traits: SentenceTraits,
  scores: readonly (readonly number[])[],
  [asked = 0, troubled = 0]: readonly number[],
  { isCalm, isDoubtful }: SentenceRules,
): SentenceFindings {
  const told = isCalm ? troubled + CALM_LOG_ODDS : troubled;
  const weighed = weighTogether(traits, scores);
  const above = new Map(traits.sentences.map((sentence, at) => {
    const { action = -Infinity, pain = -Infinity } = weighed[at] ?? {};
    return [sentence, { action: action - asked, pain: pain - told }] as const;
  }));
  return {
    actionItems: traits.sentences.filter((sentence) => {
      const surplus = above.get(sentence)?.action ?? -Infinity;
      return surplus > DOUBT_LOG_ODDS || surplus > 0 && !isDoubtful(sentence);
    }),
    painPoints: traits.sentences.filter((sentence) => (above.get(sentence)?.pain ?? -Infinity) > 0),
    above,
  };
}

/**
 * Log-odds of each sentence with what the cues say of it, and what the other sentences do.
 * Training chooses the boundaries with them.
 * @param scores of each sentence, in the order of the classifiers
 */
export function weighTogether(
  { sentences, signs }: SentenceTraits,
  scores: readonly (readonly number[])[],
): SentenceLogOdds[] {
  const alone = listBonuses(sentences, signs).map(({ action, pain }, at) => ({
    action: (scores[at]?.[0] ?? 0) + action,
    pain: (scores[at]?.[1] ?? 0) + pain,
  }));
  const chances = alone.map(({ action, pain }) => ({
    action: toChance(action),
    pain: toChance(pain),
  }));
  const asked = chances.reduce((sum, { action }) => sum + action, 0);
  const told = chances.reduce((sum, { pain }) => sum + pain, 0);
  return alone.map(({ action, pain }, at) => {
    const beside = {
      asked: Math.min(MAX_BESIDE, asked - (chances[at]?.action ?? 0)),
      told: Math.min(MAX_BESIDE, told - (chances[at]?.pain ?? 0)),
    };
    return {
      action: action + BESIDE.action.asked * beside.asked + BESIDE.action.told * beside.told,
      pain: pain + BESIDE.pain.asked * beside.asked + BESIDE.pain.told * beside.told,
    };
  });
}

function toChance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * What the cues add to the log-odds of each sentence of an email, see `TROUBLE_LOG_ODDS`; -Infinity
 * says that a polite formula is no action item.
 */
function listBonuses(
  sentences: readonly Sentence[],
  signs: SentenceTraits["signs"],
): readonly SentenceLogOdds[] {
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
