/**
 * What is an email for, and does it want an answer? Linear classifiers that the repository
 * trains.
 */
import { type Intent, INTENTS } from "../reading.ts";
import { type Classifiers, scoreClassifiers, unpackClassifiers } from "./linear_classifiers.ts";
import { listMailFeatures, type MailTraits } from "./mail_features.ts";
import { MAIL_WEIGHTS } from "./mail_weights.ts";

/** The head beside the intents'. */
export const REPLY_CLASSIFIER = "reply";
/** Classifiers of the email model, in the order of its weights. */
export const EMAIL_CLASSIFIERS: readonly string[] = [...INTENTS, REPLY_CLASSIFIER];

/** Languages of the training emails. */
const LANGUAGES: ReadonlySet<string | null> = new Set(["en", "de", "es"]);

/** Log-odds of each statement about an email. */
export interface MailScores {
  readonly intents: ReadonlyMap<Intent, number>;
  /** That the sender waits for an answer. */
  readonly reply: number;
}

let unpacked: Classifiers | null = null;

/** Null for an email without sentences or in a language that the model was not trained on. */
export function scoreMail(traits: MailTraits): MailScores | null {
  if (traits.sentences.length === 0 || !LANGUAGES.has(traits.context.language)) return null;
  // Decoded with the first email: a health check needs no weights.
  unpacked ??= unpackClassifiers(MAIL_WEIGHTS);
  return toMailScores(scoreClassifiers(listMailFeatures(traits), unpacked));
}

/** Scores by name from those in the order of `EMAIL_CLASSIFIERS`. */
export function toMailScores(scores: readonly number[]): MailScores {
  return {
    intents: new Map(INTENTS.map((intent, at) => [intent, scores[at] ?? 0])),
    reply: scores[INTENTS.length] ?? 0,
  };
}
