/** What is the mail for? */
import { type Intent, INTENTS, type Sentiment } from "../analyzer.ts";
import { INTENT_CUES } from "./intent_cues.ts";
import type { Sentence } from "../text/sentences.ts";

/** What the sender wants, and how strong the cues are. */
export interface IntentReading {
  readonly primary: Intent;
  /** At most 3, strongest first. */
  readonly secondary: readonly Intent[];
  /** 0–100. */
  readonly confidence: number;
}

const MAX_SECONDARY = 3;

/** What other rules found and the intent depends on. */
export interface IntentContext {
  readonly questions: number;
  readonly actionItems: number;
  readonly sentiment: Sentiment;
}

/** A first subject line says what a mail is for more often than any one sentence; a reply's is old. */
const SUBJECT_FACTOR = 1.5;
const REPLY_SUBJECT_FACTOR = 0.25;
const REPLY = /^(?:re|aw|antwort|sv|rv|fwd?|wg|tr)\s?:/;
/** Matches of one cue beyond this add nothing: repetition is no evidence. */
const MAX_MATCHES = 2;
/** Below this there are only hints, which name no intent. */
const MIN_SCORE = 2;
/** Score at which about 63 % of the possible confidence is reached. */
const SCORE_SCALE = 3;

/**
 * Adds up the cues' weights per intent. A mail that only asks is a `question`, one that only states is
 * weak `information_sharing`, one without sentences is `other` with confidence 0.
 */
export function readIntent(
  sentences: readonly Sentence[],
  subject: Sentence,
  context: IntentContext,
): IntentReading {
  const scores = scoreCues(sentences, subject);
  if (context.sentiment === "negative") add(scores, "complaint", 1.5);
  if (context.sentiment === "positive") add(scores, "feedback", 0.5);
  // Whoever asks or wants something done shares information only on the way.
  if (context.questions > 0) scores.delete("information_sharing");
  const ranked = INTENTS.filter((intent) => (scores.get(intent) ?? 0) >= MIN_SCORE)
    .toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  const [primary, ...others] = ranked;
  if (primary === undefined) return readWithoutCues(sentences.length, context);
  const first = scores.get(primary) ?? 0;
  const second = others[0] === undefined ? 0 : scores.get(others[0]) ?? 0;
  const secondary: Intent[] = others.slice(0, MAX_SECONDARY);
  if (context.questions > 0 && secondary.length < MAX_SECONDARY && primary !== "question") {
    secondary.push("question");
  }
  return { primary, secondary, confidence: toConfidence(first, second) };
}

function readWithoutCues(sentenceCount: number, context: IntentContext): IntentReading {
  const { questions, actionItems } = context;
  if (questions > 0) {
    return { primary: "question", secondary: [], confidence: toConfidence(1 + 0.5 * questions, 0) };
  }
  if (actionItems > 0) return { primary: "other", secondary: [], confidence: 15 };
  if (sentenceCount === 0) return { primary: "other", secondary: [], confidence: 0 };
  return { primary: "information_sharing", secondary: [], confidence: 20 };
}

/** Rises with the first score and falls, down to half, as the second comes near. */
function toConfidence(first: number, second: number): number {
  return Math.round(100 * (1 - Math.exp(-first / SCORE_SCALE)) * (1 - 0.5 * second / first));
}

function scoreCues(sentences: readonly Sentence[], subject: Sentence): Map<Intent, number> {
  const scores = new Map<Intent, number>();
  const subjectFactor = REPLY.test(subject.folded) ? REPLY_SUBJECT_FACTOR : SUBJECT_FACTOR;
  for (const { intent, weight, pattern } of INTENT_CUES) {
    let matches = pattern.test(subject.folded) ? subjectFactor : 0;
    for (const { folded } of sentences) {
      if (matches >= MAX_MATCHES) break;
      if (pattern.test(folded)) matches += 1;
    }
    if (matches > 0) add(scores, intent, weight * Math.min(matches, MAX_MATCHES));
  }
  return scores;
}

function add(scores: Map<Intent, number>, intent: Intent, score: number): void {
  scores.set(intent, (scores.get(intent) ?? 0) + score);
}
